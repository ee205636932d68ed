"""What every test of a command has: a known screen, no colour, and a case of its own."""

import shutil
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, ONDERZOEK


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix the width of the screen and turn colour off."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return a copy of the base werkmap, which no controle finds anything in."""
    target = tmp_path / "werkmap"
    shutil.copytree(BASE, target)
    return target


@pytest.fixture
def onderzoek(werkmap: Path) -> Path:
    """Return the onderzoek in a copy of the base werkmap."""
    return werkmap / ONDERZOEK
