"""Vaststellen writes in an order that can be taken up again: after a kill, a full disk, or another writer."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.opdracht import ROOT
from tests.cli.vaststelproef import copy_linde, read_all, replace_in
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading import schrijven
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.schrijven import GewijzigdError
from toezicht_cli.services.intrekken import withdraw
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.vaststellen import Besluit, Voorstel, Weigering, carry_out, propose

BESLUIT = Besluit("A. Voorbeeld", "manager", None, date(2026, 5, 18), date(2026, 5, 18))
WRITES = 4
KILLS = int(os.environ.get("TOEZICHT_KEREN", "12"))


def _propose(root: Path, besluit: Besluit = BESLUIT) -> Voorstel:
    found = propose(root, root, besluit, ("markdown",), lambda _line: None)
    assert isinstance(found, Voorstel)
    return found


@pytest.fixture
def linde(tmp_path: Path) -> Path:
    """Return an onderzoek that can be vastgesteld."""
    return copy_linde(tmp_path / "werkmap")


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, bytes]:
    """Return what an undisturbed run makes."""
    root = copy_linde(tmp_path / "gaaf")
    carry_out(_propose(root))
    return read_all(root)


def _fail_at(number: int, code: int, write: Callable[..., None]) -> Callable[..., None]:
    """Return ``write`` that fails the ``number``-th time with an error of the system."""
    calls = 0

    def failing(*arguments: Any) -> None:  # noqa: ANN401 - handed through
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(code, "nagedaan")
        write(*arguments)

    return failing


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("number", range(1, WRITES + 1))
def test_a_disk_that_fails_leaves_what_the_next_run_finishes(
    number: int, code: int, linde: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_all(linde)
    voorstel = _propose(linde)
    with monkeypatch.context() as patch:
        patch.setattr(schrijven, "_write", _fail_at(number, code, schrijven._write))
        with pytest.raises(ToezichtError):
            carry_out(voorstel)
    for name, content in read_all(linde).items():
        assert content in (before.get(name), whole[name]), name
    assert not (linde / "vaststelling.yaml").exists()
    carry_out(_propose(linde))
    assert read_all(linde) == whole


_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from toezicht_cli.services.vaststellen import Besluit, carry_out, propose
root, dag = Path(sys.argv[1]), date(2026, 5, 18)
besluit = Besluit("A. Voorbeeld", "manager", None, dag, dag)
found = propose(root, root, besluit, ("markdown",), lambda line: None)
print("klaar", flush=True)
carry_out(found)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_the_next_run_finishes(tmp_path: Path, whole: dict[str, bytes]) -> None:
    for kill in range(KILLS):
        root = copy_linde(tmp_path / f"keer{kill}")
        before = read_all(root)
        command = [sys.executable, "-c", _SCRIPT, str(root)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.001 * kill)
            process.send_signal(signal.SIGKILL)
        for name, content in read_all(root).items():
            leftover = name.rpartition("/")[2].startswith(".toezicht-")
            assert leftover or content in (before.get(name), whole[name]), name
        if (root / "vaststelling.yaml").exists():
            assert isinstance(load_dossier(root, kadermap_for(root)).dossier.vaststelling.versies, tuple)
        else:
            carry_out(_propose(root))
        assert {n: c for n, c in read_all(root).items() if ".toezicht-" not in n} == whole


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(linde: Path) -> None:
    voorstel = _propose(linde)
    replace_in(linde / "onderzoek.yaml", "titel: ", "titel: Anders ")
    with pytest.raises(GewijzigdError):
        carry_out(voorstel)
    assert not (linde / "vaststelling.yaml").exists()
    assert "titel: Anders" in (linde / "onderzoek.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["rapport", "rapport/vastgesteld", "rapport/vastgesteld/1"])
def test_a_folder_that_leads_elsewhere_is_refused(name: str, linde: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (linde / name).parent.mkdir(parents=True, exist_ok=True)
    (linde / name).symlink_to(elsewhere)
    before = (linde / "onderzoek.yaml").read_bytes()
    with pytest.raises(ToezichtError):
        carry_out(_propose(linde))
    assert list(elsewhere.iterdir()) == []
    assert (linde / "onderzoek.yaml").read_bytes() == before


def test_a_byte_order_mark_and_line_ends_of_windows_stay(linde: Path) -> None:
    path = linde / "onderzoek.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    carry_out(_propose(linde))
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.count(b"\n") == content.count(b"\r\n")
    dossier = load_dossier(linde, kadermap_for(linde)).dossier
    assert dossier.onderzoek.fase == "definitief"


@pytest.mark.parametrize("file", ["onderzoek.yaml", "vaststelling.yaml"])
def test_a_file_that_cannot_be_read_is_a_refusal(file: str, linde: Path) -> None:
    (linde / file).write_text("fase: [\n", encoding="utf-8")
    found = propose(linde, linde, BESLUIT, ("markdown",), lambda _line: None)
    assert isinstance(found, Weigering)
    assert found.check.has_errors


def test_withdrawing_on_a_disk_that_fails_changes_nothing(
    linde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out(_propose(linde))
    before = read_all(linde)
    with monkeypatch.context() as patch:
        patch.setattr(schrijven, "_write", _fail_at(1, errno.ENOSPC, schrijven._write))
        with pytest.raises(ToezichtError):
            withdraw(linde, "Fout.", date(2026, 6, 1))
    assert read_all(linde) == before
    withdraw(linde, "Fout.", date(2026, 6, 1))
    (versie,) = load_dossier(linde, kadermap_for(linde)).dossier.vaststelling.versies
    assert versie.status == "ingetrokken"
