"""What points at a person is found, and shown by no output: not in a message and not in a source line."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.diagnostics import CheckResult
from toezicht_cli.discovery import discover
from toezicht_cli.outputs import controle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_onderzoeken

TODAY = date(2026, 6, 15)
FORMATEN = discover(controle, OutputFormat)
ZINNEN = yaml.safe_load(
    (Path(__file__).parents[1] / "analysis/privacyzinnen.yaml").read_text(encoding="utf-8")
)["wel"]


def check(tmp_path: Path, bevindingen: str, **bestanden: str) -> CheckResult:
    """Return the outcome for the base dossier with other bevindingen for norm 1.1."""
    onderzoek = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    text = f'norm: "1.1"\noordeel: voldoet\nbevindingen:\n{bevindingen}'
    (onderzoek / "bevindingen/1.1.yaml").write_text(text, encoding="utf-8")
    for naam, inhoud in bestanden.items():
        (onderzoek / f"{naam}.yaml").write_text(inhoud, encoding="utf-8")
    return check_onderzoeken([onderzoek], tmp_path, TODAY)


def show(result: CheckResult, formaat: str = "tekst", width: int = 200) -> str:
    """Return one output of a result."""
    [output] = [output for output in FORMATEN if output.name == formaat]
    return output.render(result, View(width))


@pytest.mark.parametrize("formaat", [output.name for output in FORMATEN])
def test_no_output_repeats_what_was_found(formaat: str, tmp_path: Path) -> None:
    lines = [
        f"  - {{id: b{index}, tekst: '{geval['zin'].replace(chr(39), chr(39) * 2)}', bronnen: [B01]}}\n"
        for index, geval in enumerate(ZINNEN)
    ]
    result = check(tmp_path, "".join(lines))
    found = [item for item in result.diagnostics if item.rule_id.startswith("PRV")]
    assert len(found) == len(ZINNEN)
    # SARIF carries the documentation of the rules, with examples of its own.
    uitleg = "".join(rule.documentation for rule in load_rules(("prv",)))
    woorden = {geval["woorden"] for geval in ZINNEN if geval["woorden"] not in uitleg}
    assert len(woorden) > len(ZINNEN) / 2
    for width in (40, 80, 200):
        shown = show(result, formaat, width)
        assert [woord for woord in woorden if woord in shown] == []


def test_dots_stand_where_the_words_stood(tmp_path: Path) -> None:
    result = check(
        tmp_path, "  - id: a\n    tekst: Dat zei mevrouw A. de Vries in juni.\n    bronnen: [B01]\n"
    )
    shown = show(result)
    assert "tekst: Dat zei mevrouw ••••••••••• in juni." in shown
    source, carets = shown.splitlines()[1:3]
    assert carets.index("^") == source.index("•")
    assert carets.count("^") == source.count("•") == len("A. de Vries")


def test_another_finding_on_the_line_hides_them_too(tmp_path: Path) -> None:
    result = check(tmp_path, "  - {id: a, tekst: Dit zei mevrouw Jansen., bronnen: [I77]}\n")
    assert {"BRN002", "PRV008"} <= {item.rule_id for item in result.diagnostics}
    assert "Jansen" not in show(result)
    assert show(result).count("mevrouw ••••••") == len(result.diagnostics)


def test_an_accepted_finding_stays_hidden(tmp_path: Path) -> None:
    uitzondering = (
        "uitzonderingen:\n  - {controle: PRV008, bestand: bevindingen/1.1.yaml, plaats: a, "
        "reden: Zij is wethouder en sprak in de raad.}\n"
    )
    result = check(
        tmp_path,
        "  - {id: a, tekst: Dit zei mevrouw Jansen., bronnen: [I77]}\n",
        uitzonderingen=uitzondering,
    )
    assert [item.rule_id for item in result.diagnostics] == ["BRN002"]
    assert len(result.excused) == 1
    assert "mevrouw ••••••" in show(result)


def test_a_name_that_goes_on_below_is_hidden_to_the_end_of_its_line(tmp_path: Path) -> None:
    result = check(
        tmp_path,
        "  - id: a\n    tekst: >\n      Volgens mevrouw De\n      Vries is er niets.\n    bronnen: [B01]\n",
    )
    [found] = result.diagnostics
    assert (found.rule_id, found.location.line, found.location.width) == ("PRV008", 6, 2)
    assert "Volgens mevrouw ••\n" in show(result)


def test_words_that_the_file_writes_with_escapes_hide_their_whole_line(tmp_path: Path) -> None:
    result = check(
        tmp_path,
        '  - id: a\n    tekst: "Volgens mevrouw J\\u00e4nsen\n      is er geen plan."\n    bronnen: [B01]\n',
    )
    [found] = result.diagnostics
    assert found.rule_id == "PRV008"
    assert "nsen" not in show(result)


@pytest.mark.parametrize("formaat", [output.name for output in FORMATEN])
def test_a_reason_with_a_name_is_shown_with_dots(formaat: str, tmp_path: Path) -> None:
    uitzondering = (
        "uitzonderingen:\n  - {controle: BRN002, bestand: bevindingen/1.1.yaml, plaats: a, "
        "reden: Akkoord van mevrouw Jansen.}\n"
    )
    result = check(tmp_path, "  - {id: a, tekst: Dit is zo., bronnen: [I77]}\n", uitzonderingen=uitzondering)
    assert [item.rule_id for item in result.diagnostics] == ["PRV008"]
    assert [item.reason for item in result.excused] == ["Akkoord van mevrouw ••••••."]
    assert "Jansen" not in show(result, formaat).replace("Mevrouw Jansen kent", "")
    assert "Jansen" not in "".join(result.lines.values())
