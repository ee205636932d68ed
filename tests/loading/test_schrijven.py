"""Writing: the old content or the new, byte for byte, whatever happens in between."""

import errno
import io
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typing_extensions import Buffer

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading import schrijven
from toezicht_cli.loading.schrijven import GewijzigdError, write_atomically

fcntl = pytest.importorskip("fcntl")

OLD = "\ufeffoud: één\r\n"
NEW = "nieuw: twee\r\nregel: €\n" * 500

_KILLS = 20
_WRITERS, _UPDATES = 4, 25


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bronnen.yaml"
    path.write_bytes(OLD.encode())
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_text_arrives_byte_for_byte(file: Path) -> None:
    write_atomically(file, NEW, expected=OLD)
    assert file.read_bytes() == NEW.encode()
    assert names(file.parent) == [file.name]


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "nieuw.yaml", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "nieuw.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_an_existing_file_keeps_its_mode(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_atomically(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_path_without_folder_is_one_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("a.yaml"), NEW)
    assert (tmp_path / "a.yaml").read_bytes() == NEW.encode()


def test_a_file_that_changed_meanwhile_is_left_alone(file: Path) -> None:
    file.write_bytes(b"van iemand anders\n")
    with pytest.raises(GewijzigdError, match="intussen veranderd"):
        write_atomically(file, NEW, expected=OLD)
    assert file.read_bytes() == b"van iemand anders\n"
    assert names(file.parent) == [file.name]


def test_a_file_that_went_away_meanwhile_does_not_come_back(file: Path) -> None:
    file.unlink()
    with pytest.raises(GewijzigdError):
        write_atomically(file, NEW, expected=OLD)
    assert names(file.parent) == []


def test_a_byte_order_mark_that_was_not_read_counts_as_a_change(file: Path) -> None:
    with pytest.raises(GewijzigdError):
        write_atomically(file, NEW, expected=OLD.removeprefix("\ufeff"))
    assert file.read_bytes() == OLD.encode()


def fail_at(turn: int, code: int, real: Callable[..., object]) -> Callable[..., object]:
    """Return ``real`` with an error at its ``turn``-th call (from 1)."""
    calls = 0

    def replacement(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == turn:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    return replacement


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize(
    ("at", "stands"),
    [
        (("open", 1), OLD),  # the folder, for the lock
        (("open", 2), OLD),  # the temporary file
        (("open", 3), NEW),  # the folder, to flush it
        (("fsync", 1), OLD),
        (("fsync", 2), NEW),
        (("replace", 1), OLD),
        (("chmod", 1), OLD),
    ],
)
def test_a_fault_leaves_old_or_new_and_no_leftover(
    file: Path, monkeypatch: pytest.MonkeyPatch, at: tuple[str, int], stands: str, code: int
) -> None:
    name, turn = at
    monkeypatch.setattr(os, name, fail_at(turn, code, getattr(os, name)))
    with pytest.raises(ToezichtError, match="is niet geschreven") as found:
        write_atomically(file, NEW, expected=OLD)
    monkeypatch.undo()
    assert found.value.help
    assert file.read_bytes() == stands.encode()
    assert names(file.parent) == [file.name]


class _FullStream(io.FileIO):
    """A file on a disk that is full after ten bytes."""

    def write(self, content: Buffer) -> int:
        super().write(bytes(content)[:10])
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("expected", [OLD, None])
def test_a_disk_that_fills_up_halfway_leaves_the_old(
    file: Path, monkeypatch: pytest.MonkeyPatch, expected: str | None
) -> None:
    monkeypatch.setattr(os, "fdopen", _FullStream)
    with pytest.raises(ToezichtError, match="de schijf is vol"):
        write_atomically(file, NEW, expected=expected)
    monkeypatch.undo()
    assert file.read_bytes() == OLD.encode()
    assert names(file.parent) == [file.name]


def test_an_interruption_leaves_no_leftover(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, NEW)
    monkeypatch.undo()
    assert file.read_bytes() == OLD.encode()
    assert names(file.parent) == [file.name]


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP])
def test_a_file_system_without_locks_is_written_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", fail_at(1, code, lambda *_: None))
    (file.parent / ".toezicht-van-een-ander.tmp").touch()
    write_atomically(file, NEW, expected=OLD)
    assert file.read_bytes() == NEW.encode()
    assert len(names(file.parent)) == 2, "without the lock the temporary file may be in use"


def test_a_file_system_that_cannot_flush_a_folder_is_no_fault(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail_at(2, errno.EINVAL, os.fsync))
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW.encode()


def test_a_folder_that_stays_locked_is_an_error_in_the_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schrijven, "_PATIENCE_SECONDS", 0.05)
    holder = os.open(file.parent, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(ToezichtError, match="een ander programma schrijft al"):
            write_atomically(file, NEW)
    finally:
        os.close(holder)
    assert file.read_bytes() == OLD.encode()


def test_a_killed_writers_leftover_goes_with_the_next_write(file: Path) -> None:
    (file.parent / ".toezicht-0123456789abcdef.tmp").write_text("half")
    (file.parent / ".toezicht.tmp").write_text("van iemand anders")
    write_atomically(file, NEW)
    assert names(file.parent) == [".toezicht.tmp", file.name]


@pytest.fixture
def stranger() -> Iterator[Path]:
    """Yield a folder that may not be written; as somebody who is not root."""
    folder = Path(tempfile.mkdtemp())
    (folder / "bronnen.yaml").write_bytes(OLD.encode())
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)
        (folder / "bronnen.yaml").unlink()
        folder.rmdir()


def test_a_read_only_folder_is_an_error_in_dutch(stranger: Path) -> None:
    for name in ("bronnen.yaml", "nieuw.yaml"):
        with pytest.raises(ToezichtError, match="dat mag hier niet"):
            write_atomically(stranger / name, NEW)
    assert (stranger / "bronnen.yaml").read_bytes() == OLD.encode()
    assert names(stranger) == ["bronnen.yaml"]


def test_a_read_only_file_stays_as_it_is(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(ToezichtError, match="alleen-lezen"):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD.encode()


def test_links_are_refused(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "elders"
    other.mkdir()
    (tmp_path / "link.yaml").symlink_to(file)
    (tmp_path / "los.yaml").symlink_to(other / "nog-niet.yaml")
    (tmp_path / "map").symlink_to(other)
    for name in ("link.yaml", "los.yaml", "map/a.yaml"):
        with pytest.raises(ToezichtError, match="verwijzing naar een andere plek"):
            write_atomically(tmp_path / name, NEW)
    assert file.read_bytes() == OLD.encode()
    assert names(other) == []


def test_hard_links_pipes_and_folders_are_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "hard.yaml").hardlink_to(file)
    os.mkfifo(tmp_path / "pijp.yaml")
    (tmp_path / "map.yaml").mkdir()
    for name, reason in (("hard", "harde link"), ("pijp", "geen gewoon"), ("map", "geen gewoon")):
        with pytest.raises(ToezichtError, match=reason):
            write_atomically(tmp_path / f"{name}.yaml", NEW)
    assert file.read_bytes() == OLD.encode()


def test_a_folder_that_is_not_there_is_an_error_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(ToezichtError, match="de map is er niet"):
        write_atomically(tmp_path / "weg" / "a.yaml", NEW)


def test_a_folder_that_is_there_and_takes_no_files_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> int:
        raise FileNotFoundError(2, "No such file or directory")  # as /proc says it

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ToezichtError, match="in deze map kan dat niet") as caught:
        write_atomically(tmp_path / "a.yaml", NEW)
    assert caught.value.help == "kies een andere map"


def test_text_that_is_no_unicode_is_an_error_in_dutch(file: Path) -> None:
    with pytest.raises(ToezichtError, match="niet op te slaan"):
        write_atomically(file, "\udcff")
    assert file.read_bytes() == OLD.encode()


_LOOP = """
import sys
from pathlib import Path
from toezicht_cli.loading.schrijven import write_atomically
print("klaar", flush=True)
while True:
    for letter in "ab":
        write_atomically(Path(sys.argv[1]), letter * 200_000)
"""


def test_kill_leaves_one_of_the_two_contents(file: Path) -> None:
    contents = {OLD.encode(), b"a" * 200_000, b"b" * 200_000}
    for kill in range(_KILLS):
        with subprocess.Popen([sys.executable, "-c", _LOOP, str(file)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.001 * kill)
            process.send_signal(signal.SIGKILL)
        assert file.read_bytes() in contents
    write_atomically(file, NEW)
    assert names(file.parent) == [file.name]


def test_writers_at_the_same_time_lose_no_update(file: Path) -> None:
    def add_lines(writer: int) -> None:
        for number in range(_UPDATES):
            while True:
                read = file.read_bytes().decode()
                try:
                    write_atomically(file, f"{read}{writer}.{number}\n", expected=read)
                except GewijzigdError:
                    continue
                break

    writers = [threading.Thread(target=add_lines, args=(writer,)) for writer in range(_WRITERS)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    lines = file.read_bytes().decode().split("\r\n")[1].splitlines()
    assert sorted(lines) == sorted(f"{w}.{n}" for w in range(_WRITERS) for n in range(_UPDATES))
