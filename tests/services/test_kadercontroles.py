"""The controles of a kader run on a kader alone, where there is no onderzoek to look at."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE
from toezicht_cli.diagnostics import Diagnostic, Severity
from toezicht_cli.loading.kaderdossier import load_kader
from toezicht_cli.resources import data_folder
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads

TODAY = date(2026, 6, 15)
KADER = BASE / "kaders/toetsing/proef/1.yaml"
SHIPPED = sorted(data_folder("kaders").glob("toetsing/*/*.yaml"))
ONVOLLEDIG = "onvolledig: [{wat: De normen., waarom: Die hadden wij niet.}]\n"


def check(path: Path) -> tuple[Diagnostic, ...]:
    rules = load_rules(("str", "kdr", "int"))
    return check_loads([load_kader(path, "proef@1")], path.parent, TODAY, rules).diagnostics


def write_kader(folder: Path, themas: str) -> Path:
    path = folder / "kaders/toetsing/proef/1.yaml"
    path.parent.mkdir(parents=True)
    head = KADER.read_text(encoding="utf-8").partition("themas:")[0]
    path.write_text(f"{head}{themas}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "path",
    [KADER, *sorted(data_folder("kaders").glob("toetsing/*/*.yaml"))],
    ids=lambda path: path.parent.name,
)
def test_a_shipped_kader_has_no_fout_and_no_let_op(path: Path) -> None:
    assert {found.severity for found in check(path)} <= {Severity.INFO}


@pytest.mark.parametrize(
    ("themas", "severity"),
    [
        (f"{ONVOLLEDIG}themas: [{{id: veiligheid, titel: Veiligheid}}]\n", Severity.INFO),
        ("themas: [{id: veiligheid, titel: Veiligheid}]\n", Severity.ERROR),
        ("themas: []\n", Severity.ERROR),
    ],
)
def test_a_kader_without_normen_must_say_so(themas: str, severity: Severity, tmp_path: Path) -> None:
    [found] = check(write_kader(tmp_path, themas))
    assert (found.rule_id, found.severity) == ("KDR013", severity)


def test_many_doubled_criteria_are_found_in_no_time(tmp_path: Path) -> None:
    criteria = ", ".join("{id: a, tekst: x}" for _ in range(5_000))
    norm = f"{{id: a, titel: x, omschrijving: x, grondslag: [{{bepaling: x}}], criteria: [{criteria}]}}"
    found = check(write_kader(tmp_path, f"themas: [{{id: a, titel: x, normen: [{norm}]}}]\n"))
    assert len(found) == 4_999
