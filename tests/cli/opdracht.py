"""Run a command in this process and keep what it printed, as a test sees it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from toezicht_cli.cli.entry import run

ROOT = Path(__file__).resolve().parents[2]
VOORBEELDEN = ROOT / "voorbeelden"


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """The exit code and both streams of one run."""

    code: int
    out: str
    err: str


def toezicht(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Uitvoer:
    """Run ``toezicht`` with ``arguments`` and demand that no traceback or English of pydantic comes out."""
    code = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    for stream in (captured.out, captured.err):
        assert "Traceback" not in stream
        assert "Input should" not in stream
    return Uitvoer(int(code), captured.out, captured.err)
