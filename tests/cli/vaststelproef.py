"""An onderzoek that can be vastgesteld, for the tests of vaststellen, verifieer and intrekken."""

import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT, Uitvoer, toezicht

WIE = ("--door", "A. Voorbeeld", "--functie", "manager toezicht")
NAAM = "linde-2026"
PDF = f"rapport/vastgesteld/1/{NAAM}-standaard.pdf"


def copy_linde(target: Path) -> Path:
    """Copy the werkmap of the handbook to ``target`` and return its onderzoek."""
    shutil.copytree(ROOT / "docs" / "handboek" / "lindeland", target)
    return target / "onderzoeken" / NAAM


def stel_vast(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> Uitvoer:
    """Run ``toezicht vaststellen`` on a fixed day, in the quickest format unless others are asked."""
    extra = arguments if "--formaat" in arguments else ("--formaat", "markdown", *arguments)
    return toezicht(capsys, "vaststellen", root, *WIE, "--datum", "2026-05-18", *extra)


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace the only ``old`` in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def read_all(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file below ``root``."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
