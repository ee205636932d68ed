"""A new folder is there whole, or not at all, and nothing of ours stays behind."""

import os
import sys
from pathlib import Path

import pytest

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading import aanmaken
from toezicht_cli.loading.aanmaken import create_folder
from toezicht_cli.loading.schrijven import write_atomically

FILES = {"a.yaml": "a: é\n", "map/b.yaml": "b: 1\r\n", "onderzoek.yaml": "formaat: 1\n"}


def test_the_folder_holds_every_file_as_given(tmp_path: Path) -> None:
    create_folder(tmp_path / "nieuw", FILES, ("leeg",))
    found = {path.name: path.read_bytes() for path in (tmp_path / "nieuw").rglob("*.yaml")}
    assert found == {Path(name).name: text.encode() for name, text in FILES.items()}
    assert (tmp_path / "nieuw" / "leeg").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["nieuw"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_the_folder_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create_folder(tmp_path / "nieuw", FILES)
    finally:
        os.umask(before)
    assert (tmp_path / "nieuw").stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("kind", ["folder", "file", "broken link"])
def test_what_is_there_is_never_touched(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "nieuw"
    if kind == "folder":
        target.mkdir()
    elif kind == "file":
        target.write_text("van mij")
    else:
        target.symlink_to("nergens")
    with pytest.raises(ToezichtError, match="bestaat al"):
        create_folder(target, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["nieuw"]
    assert not target.is_file() or target.read_text() == "van mij"


@pytest.mark.parametrize("fails_at", range(1, len(FILES) + 1))
def test_when_a_file_cannot_be_written_there_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    real = write_atomically
    calls: list[Path] = []

    def write(path: Path, text: str) -> None:
        calls.append(path)
        if len(calls) == fails_at:
            raise ToezichtError(f"{path} is niet geschreven: de schijf is vol", "maak ruimte")
        real(path, text)

    monkeypatch.setattr(aanmaken, "write_atomically", write)
    with pytest.raises(ToezichtError, match="de schijf is vol") as caught:
        create_folder(tmp_path / "nieuw", FILES)
    assert str(tmp_path / "nieuw") in str(caught.value)
    assert ".toezicht-" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == []


@pytest.mark.parametrize("error", [OSError(28, "vol"), KeyboardInterrupt()])
def test_when_the_last_step_fails_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises((ToezichtError, KeyboardInterrupt)):
        create_folder(tmp_path / "nieuw", FILES)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_somebody_who_was_first_keeps_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "nieuw"
    real = Path.rename

    def lose(self: Path, name: Path) -> Path:
        target.mkdir()
        (target / "van-een-ander").touch()
        return real(self, name)

    monkeypatch.setattr(Path, "rename", lose)
    with pytest.raises(ToezichtError, match="bestaat al"):
        create_folder(target, FILES)
    assert [path.name for path in target.iterdir()] == ["van-een-ander"]
    assert [path.name for path in tmp_path.iterdir()] == ["nieuw"]
