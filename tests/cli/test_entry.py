"""The way in: help, streams, start-up and that no exception becomes a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT, VOORBEELDEN, toezicht
from toezicht_cli import __version__
from toezicht_cli.cli import controleer as controleer_module
from toezicht_cli.cli.app import COMMANDS

PROGRAM = "from toezicht_cli.__main__ import main; main()"
SOCRA = str(VOORBEELDEN / "socra-2025")


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, from the checkout."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", [None, *(entry.name for entry in COMMANDS)])
def test_help_is_dutch_and_has_an_example(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [name, "--help"] if name else ["-h"]
    done = toezicht(capsys, *arguments)
    assert done.code == 0
    assert "Gebruik: toezicht" in done.out
    english_words = ("Usage", "Options", "Arguments", "Commands", "Show this", "default:", "required")
    for english in (*english_words, "<str>", "<path>"):
        assert english not in done.out
    assert name in (None, "kader") or "Voorbeeld" in done.out


def test_the_bare_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys)
    assert done.code == 0
    assert "Hier begin je mee" in done.out


def test_version_is_said_in_every_way() -> None:
    assert process("--version").stdout.decode() == f"toezicht {__version__}\n"


def test_version_imports_nothing_of_weight() -> None:
    probe = "import sys; sys.argv = ['toezicht', '--version']\n" + PROGRAM + "\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in ("typer", "pydantic", "yaml", "rich"):
        assert f"'{name}'" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["controleer", SOCRA], ["rich", "toezicht_cli.cli.oordeel", "toezicht_cli.outputs.controle.json"]),
        (
            ["oordeel", SOCRA, "--formaat", "json"],
            ["rich", "toezicht_cli.rules.brn.brn002_onbekende_bron"],
        ),
        (["kader", "lijst", "--formaat", "json"], ["rich", "toezicht_cli.outputs.oordeel"]),
    ],
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], unwanted: list[str]) -> None:
    probe = (
        f"import sys; sys.argv = ['toezicht', *{arguments!r}]\n"
        "try:\n    from toezicht_cli.__main__ import main; main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.splitlines())
    assert "toezicht_cli.cli.entry" in loaded
    assert not loaded & set(unwanted)


def test_a_closed_pipe_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "controles"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_and_gives_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "oordeel", SOCRA, "--formaat", "json"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert "kon niet geschreven worden" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_an_ascii_terminal_gets_question_marks_and_no_crash() -> None:
    done = process("oordeel", SOCRA, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert b"18 van de 21 normen" in done.stdout


def test_a_pipe_gets_no_colour() -> None:
    assert b"\x1b[" not in process("controleer", SOCRA).stdout
    assert b"\x1b[" not in process("oordeel", SOCRA).stdout


def test_an_internal_error_is_one_dutch_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(controleer_module, "view", crash)
    done = toezicht(capsys, "controleer", SOCRA)
    assert done.code == 2
    assert "ging iets mis in toezicht zelf (ZeroDivisionError)" in done.err


def test_completion_offers_commands_and_formats() -> None:
    done = process(_TOEZICHT_COMPLETE="complete_bash", COMP_WORDS="toezicht contr", COMP_CWORD="1")
    assert {"controleer", "controles"} <= set(done.stdout.decode().split())


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(
    ("redirection", "arguments", "code", "said"),
    [
        (">&-", ["oordeel", SOCRA], 2, "kon niet geschreven worden"),
        ("2>&-", ["oordeel", "nergens"], 2, ""),
        ("2>/dev/full", ["oordeel", "nergens"], 2, ""),
        (">&- 2>&-", ["oordeel", SOCRA], 2, ""),
        ("2>&-", ["oordeel", SOCRA], 0, ""),
    ],
)
def test_a_stream_that_is_closed_or_full_keeps_the_exit_code(
    redirection: str, arguments: list[str], code: int, said: str
) -> None:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    shell = ["sh", "-c", f'exec "$@" {redirection}', "sh", *command]
    done = subprocess.run(shell, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stderr) == (code, True)
    assert "toezicht zelf" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that a process stands in")
def test_a_working_directory_that_is_gone_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = toezicht(capsys, "oordeel", SOCRA)
    assert done.code == 2
    assert "de map waarin je staat, is er niet meer" in done.err
