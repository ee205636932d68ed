"""A case for tests of reading: the base dossier, with one finding elsewhere that must always be found."""

from datetime import date
from pathlib import Path

from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.diagnostics import Diagnostic
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_onderzoeken

TODAY = date(2026, 6, 15)
FILE = "cijfers.yaml"
ELSEWHERE = "bevindingen/1.1.yaml"
_MARKER = """\
norm: "1.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Elk dossier heeft een plan., bronnen: [I99, D01]}
"""
# The families that reading answers for, and one controle that must still run.
_RULES = [rule for rule in load_rules() if rule.id.startswith(("STR", "KDR", "INT")) or rule.id == "BRN002"]


def build_case(target: Path) -> Path:
    """Return the folder of an onderzoek in which ``bevindingen/1.1.yaml`` names an unknown bron."""
    folder = build_dossier(BASE / "geen-extra-bestanden", target / "werkmap")
    (folder / ELSEWHERE).write_text(_MARKER, encoding="utf-8")
    return folder


def find_faults(folder: Path) -> list[Diagnostic]:
    """Check the case and return what is found besides the finding elsewhere, which must be there."""
    result = check_onderzoeken([folder], folder, TODAY, _RULES)
    elsewhere = {found for found in result.diagnostics if found.rule_id == "BRN002"}
    assert {found.location.line for found in elsewhere} == {4}, "the other files are not checked any more"
    return [found for found in result.diagnostics if found not in elsewhere]


def find_positions(folder: Path, file: str = FILE) -> list[tuple[str, int, int]]:
    """Return (code, line, column) of what is found; all of it must be in ``file``."""
    found = find_faults(folder)
    assert {one.location.file for one in found} <= {file}
    return [(one.rule_id, one.location.line, one.location.column) for one in found]
