import io
import zipfile

import pytest

from toezicht_cli.rendering.vast_zip import FIRST_DATE, fix_zip, write_fixed_zip


def _archive(*names: str, date: tuple[int, int, int, int, int, int] = (2024, 5, 6, 7, 8, 10)) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, date), f"inhoud van {name}")
    return target.getvalue()


def test_dates_attributes_and_compression_are_always_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(fix_zip(_archive("b", "a")))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == FIRST_DATE
            assert entry.compress_type == zipfile.ZIP_STORED
            assert (entry.create_system, entry.external_attr >> 16, entry.extra) == (3, 0o100644, b"")
            assert archive.read(entry) == f"inhoud van {entry.filename}".encode()


def test_the_first_files_come_first_and_the_others_by_name() -> None:
    with zipfile.ZipFile(io.BytesIO(fix_zip(_archive("c", "a", "b"), ("b",)))) as archive:
        assert archive.namelist() == ["b", "a", "c"]


def test_archives_with_the_same_files_become_the_same_bytes() -> None:
    other = _archive("b", "a", date=(1999, 1, 1, 0, 0, 0))
    assert fix_zip(_archive("a", "b")) == fix_zip(other)
    assert fix_zip(_archive("a", "b")) == fix_zip(fix_zip(_archive("a", "b")))


def test_files_keep_the_order_in_which_they_are_written() -> None:
    with zipfile.ZipFile(io.BytesIO(write_fixed_zip((("z", b"1"), ("a", b"2"))))) as archive:
        assert archive.namelist() == ["z", "a"]
        assert archive.testzip() is None


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two files with the name 'a'"):
        write_fixed_zip((("a", b""), ("a", b"")))


def test_a_first_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the archive: mimetype"):
        fix_zip(_archive("a"), ("mimetype",))


def test_bytes_that_are_no_archive_are_refused() -> None:
    with pytest.raises(ValueError, match="not an archive"):
        fix_zip(b"geen zip")
