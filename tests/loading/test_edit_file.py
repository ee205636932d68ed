"""Editing a file under one lock: its byte order mark and line ends stay, and an error changes nothing."""

from pathlib import Path

import pytest

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.schrijven import edit_file
from toezicht_cli.loading.yaml_wijzigen import set_value

TEXT = "\ufeff# kop\r\na: 1\r\nb: 2  # c\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.yaml"
    path.write_bytes(TEXT.encode())
    return path


def test_the_byte_order_mark_and_the_line_ends_stay(file: Path) -> None:
    assert edit_file(file, lambda text: set_value(text, ("b",), "drie\nvier\n", file.name))
    assert file.read_bytes() == TEXT.replace("2  # c\r\n", "|  # c\r\n  drie\r\n  vier\r\n").encode()


def test_what_stays_the_same_is_not_written(file: Path) -> None:
    before = file.stat()
    assert not edit_file(file, lambda text: set_value(text, ("b",), "2", file.name))
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_error_of_the_change_leaves_the_file(file: Path) -> None:
    with pytest.raises(ToezichtError, match=r"x\.yaml"):
        edit_file(file, lambda text: set_value(text, ("b", "c"), "2", file.name))
    assert file.read_bytes() == TEXT.encode()
    assert list(file.parent.iterdir()) == [file]


def test_a_character_that_cannot_be_kept_is_refused(file: Path) -> None:
    with pytest.raises(ToezichtError, match="niet op te slaan"):
        edit_file(file, lambda text: f"{text}\ud800")
    assert file.read_bytes() == TEXT.encode()


def test_a_file_that_is_not_there_or_is_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToezichtError, match="is er niet"):
        edit_file(tmp_path / "weg.yaml", str.upper)
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(ToezichtError, match="UTF-8"):
        edit_file(tmp_path / "x.yaml", str.upper)


def test_a_link_is_not_followed(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    with pytest.raises(ToezichtError, match="link"):
        edit_file(link, str.upper)
    assert file.read_bytes() == TEXT.encode()
