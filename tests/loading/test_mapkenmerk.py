"""The mark of a folder: what it notices, and when it proves nothing."""

import os
from pathlib import Path

import pytest

from toezicht_cli.loading import mapkenmerk
from toezicht_cli.loading.mapkenmerk import mark_folder, start_marking


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return three folders with a file in a folder, and trust marks at once."""
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", -(10**19))
    for number in range(3):
        (tmp_path / f"{number}/bevindingen").mkdir(parents=True)
        (tmp_path / f"{number}/bevindingen/1.1.yaml").write_text("norm: x")
    return [str(tmp_path / f"{number}") for number in range(3)]


def test_another_process_gives_the_same_marks(folders: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [mark_folder(folder) for folder in folders]
    assert len(set(expected)) == 3
    assert start_marking(folders)() == expected
    monkeypatch.setattr(mapkenmerk, "_ALONE", 1)
    assert start_marking(folders)() == expected


def test_a_process_that_fails_is_done_without(folders: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapkenmerk, "_ALONE", 1)
    expected = [mark_folder(folder) for folder in folders]
    here = os.getpid()
    walk = mapkenmerk._add_folder
    monkeypatch.setattr(
        mapkenmerk, "_add_folder", lambda *args: walk(*args) if os.getpid() == here else os._exit(3)
    )
    assert start_marking(folders)() == expected


def test_without_room_for_a_process_it_looks_itself(
    folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [mark_folder(folder) for folder in folders]
    monkeypatch.setattr(mapkenmerk, "_ALONE", 1)

    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert start_marking(folders)() == expected


@pytest.mark.parametrize("name", ["rapport", "bijlagen", "vertrouwelijk", ".git"])
def test_what_is_no_data_makes_no_difference(name: str, folders: list[str]) -> None:
    before = mark_folder(folders[0])
    (Path(folders[0]) / name).mkdir()
    (Path(folders[0]) / name / "x.yaml").write_text("x")
    assert mark_folder(folders[0]) == before != ""


def test_a_folder_that_is_not_there_or_was_changed_just_now_has_no_mark(
    folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mark_folder(f"{folders[0]}/weg") == ""
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", 2_000_000_000)
    assert mark_folder(folders[0]) == ""


def test_a_time_that_is_still_to_come_proves_nothing(
    folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", 0)
    os.utime(f"{folders[0]}/bevindingen/1.1.yaml", (4_000_000_000, 4_000_000_000))
    assert mark_folder(folders[0]) == ""
