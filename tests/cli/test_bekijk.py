"""``toezicht bekijk``: it starts, says where, and stops politely."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT, toezicht
from toezicht_cli.cli import bekijk as bekijk_module
from toezicht_cli.services.voorbeeldserver.server import Voorbeeldserver

# A shell that starts a program in the background lets it ignore Ctrl+C; a test may run in one.
PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from toezicht_cli.__main__ import main; main()"
)
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{32}/")
LANG = 60.0


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the server end as soon as it begins, as with Ctrl+C."""

    def stop(_: Voorbeeldserver) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Voorbeeldserver, "serve_forever", stop)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C to a whole console")
def test_ctrl_c_ends_it_with_0_and_without_a_traceback(onderzoek: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "bekijk", str(onderzoek)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        assert ADDRESS.search(running.stderr.readline())
        assert running.stderr.readline() == "stoppen met Ctrl+C\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=LANG)
    assert (running.returncode, out, err) == (0, "", "\ngestopt\n")


@pytest.mark.usefixtures("stopped")
def test_the_address_stands_on_stderr_and_no_browser_opens_in_a_script(
    onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(bekijk_module, "_open_browser", opened.append)
    done = toezicht(capsys, "bekijk", onderzoek)
    assert (done.code, done.out, opened) == (0, "", [])
    assert ADDRESS.search(done.err)
    assert "stoppen met Ctrl+C" in done.err


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(("options", "number"), [([], 1), (["--geen-browser"], 0)])
def test_on_a_terminal_the_browser_gets_the_address_that_works_once(
    options: list[str],
    number: int,
    onderzoek: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(bekijk_module, "_open_browser", opened.append)
    monkeypatch.setattr(bekijk_module, "_has_browser", lambda: True)
    done = toezicht(capsys, "bekijk", onderzoek, *options)
    assert (done.code, len(opened)) == (0, number)
    assert all(ADDRESS.fullmatch(address) and address not in done.err for address in opened)


def test_a_terminal_without_a_screen_has_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("stdin", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True, raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not bekijk_module._has_browser()
    monkeypatch.setenv("DISPLAY", ":0")
    assert bekijk_module._has_browser()
    monkeypatch.setattr(sys, "stderr", None)
    assert not bekijk_module._has_browser()


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(
    "value", ["0", "80", "1023", "65536", "-1", "acht", "08080", "80800000", "8080.0", "８０８０", ""]
)
def test_what_is_no_port_is_wrong_use(
    value: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, "bekijk", onderzoek, f"--poort={value}")
    assert done.code == 2
    assert "--poort: kies een getal van 1024 tot en met 65535" in done.err


@pytest.mark.usefixtures("stopped")
def test_a_port_in_use_is_said_with_the_way_out(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = toezicht(capsys, "bekijk", onderzoek, "--poort", str(port))
    assert (done.code, done.out) == (2, "")
    assert f"poort {port} is bezet" in done.err
    assert "--poort" in done.err


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sjabloon", "standard"], "bedoelde je standaard?"),
        (["--huisstijl", "nergens.yaml"], "huisstijl nergens.yaml is er niet"),
    ],
)
def test_what_is_not_there_is_wrong_use(
    options: list[str], said: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, "bekijk", onderzoek, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.usefixtures("stopped")
def test_a_wrong_path_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "bekijk", "/bestaat-niet")
    assert (done.code, done.out) == (2, "")
