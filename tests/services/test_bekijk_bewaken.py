"""A change of content is seen, and nothing else is."""

import os
from pathlib import Path

import pytest

from toezicht_cli.loading.bestand import MAX_BYTES
from toezicht_cli.services.voorbeeldserver import bewaken
from toezicht_cli.services.voorbeeldserver.bewaken import Bewaker, Gebied, list_files

OUD = (1_600_000_000, 1_600_000_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bevindingen").mkdir()
    (tmp_path / "bevindingen" / "1.1.yaml").write_text("een")
    (tmp_path / "bronnen.yaml").write_text("twee")
    return tmp_path


def names(gebied: Gebied) -> set[str]:
    return {path.relative_to(gebied.folder).as_posix() for path, _ in list_files(gebied)}


def test_touching_a_file_is_no_change(folder: Path) -> None:
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    os.utime(folder / "bronnen.yaml", OUD)
    assert bewaker.look((Gebied(folder),)) == before


def test_other_content_is_a_change_and_the_old_content_is_the_old_state(folder: Path) -> None:
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    (folder / "bevindingen" / "1.1.yaml").write_text("een!")
    assert bewaker.look((Gebied(folder),)) != before
    (folder / "bevindingen" / "1.1.yaml").write_text("een")
    assert bewaker.look((Gebied(folder),)) == before


def test_a_file_just_written_is_read_again_although_size_and_time_are_the_same(folder: Path) -> None:
    path = folder / "bronnen.yaml"
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    path.write_text("drie")
    os.utime(path, ns=times)
    assert bewaker.look((Gebied(folder),)) != before


def test_a_file_at_rest_is_not_opened_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, _ in list_files(Gebied(folder)):
        os.utime(path, OUD)
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))

    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError("opened again")

    monkeypatch.setattr(bewaken, "read_bytes", refuse)
    assert bewaker.look((Gebied(folder),)) == before


@pytest.mark.parametrize("change", ["new", "gone", "renamed", "folder gone"])
def test_what_comes_and_goes_is_a_change(change: str, folder: Path) -> None:
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    if change == "new":
        (folder / "cijfers.yaml").touch()
    elif change == "gone":
        (folder / "bronnen.yaml").unlink()
    elif change == "renamed":
        (folder / "bronnen.yaml").rename(folder / "bron.yaml")
    else:
        folder.rename(folder.with_name("elders"))
    assert bewaker.look((Gebied(folder),)) != before


def test_hidden_files_and_other_folders_do_not_count(folder: Path) -> None:
    for name in (".1.yaml.swp", "~$rapport.docx"):
        (folder / name).touch()
    (folder / "vertrouwelijk").mkdir()
    (folder / "vertrouwelijk" / "namen.yaml").touch()
    (folder / "bevindingen" / "vertrouwelijk").touch()
    skipping = Gebied(folder, skip=frozenset({"vertrouwelijk"}))
    assert names(skipping) == {"bronnen.yaml", "bevindingen/1.1.yaml", "bevindingen/vertrouwelijk"}


def test_a_shallow_gebied_and_named_files_hold_no_more_than_they_say(folder: Path) -> None:
    assert names(Gebied(folder, deep=False)) == {"bronnen.yaml"}
    assert names(Gebied(folder, files=("bronnen.yaml", "er-niet.yaml", "\0"))) == {"bronnen.yaml"}


def test_a_folder_without_end_is_left_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bewaken, "MAX_ENTRIES", 1)
    assert len(names(Gebied(folder))) <= 1


def test_a_large_file_is_known_by_its_size_and_time(folder: Path) -> None:
    path = folder / "rapport.pdf"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    os.utime(path, OUD)
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    path.write_bytes(b"y" * (MAX_BYTES + 1))
    assert bewaker.look((Gebied(folder),)) != before


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights on Windows")
def test_a_link_and_a_pipe_are_never_opened(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("elders") / "geheim.yaml"
    target.write_text("een")
    (folder / "link.yaml").symlink_to(target)
    os.mkfifo(folder / "pijp.yaml")
    bewaker = Bewaker()
    before = bewaker.look((Gebied(folder),))
    target.write_text("twee")
    assert bewaker.look((Gebied(folder),)) == before
    (folder / "link.yaml").unlink()
    assert bewaker.look((Gebied(folder),)) != before
