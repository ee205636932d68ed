"""Every example gives exactly its list of findings under the whole catalogue, each with its reason."""

from datetime import date
from pathlib import Path

import pytest

from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.services.check import check_werkmap
from toezicht_cli.services.plek import find_doelen

ROOT = Path(__file__).parents[1]
EXPECTED = Path(__file__).with_name("voorbeelden")
FOLDERS = {
    path.name: path
    for home in (ROOT / "voorbeelden", ROOT / "docs/handboek")
    for path in sorted(home.iterdir())
    if path.is_dir()
}
TODAY = date(2026, 11, 22)

Finding = tuple[str, str, str]


def read_expected(name: str) -> list[dict[str, str]]:
    """Return the expected findings of an example, with the reason of each."""
    value = parse((EXPECTED / f"{name}.yaml").read_text(encoding="utf-8"), name).value
    assert isinstance(value, dict)
    findings = value["meldingen"]
    assert isinstance(findings, list)
    return [{key: str(text) for key, text in found.items()} for found in findings if isinstance(found, dict)]


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_an_example_gives_exactly_its_list(name: str) -> None:
    result = check_werkmap(find_doelen([FOLDERS[name]]), FOLDERS[name], TODAY)
    found: list[Finding] = [
        (item.rule_id, item.severity.value, f"{result.shown_paths[item.location.file]}:{item.location.line}")
        for item in result.diagnostics
    ]
    expected = [(item["code"], item["zwaarte"], item["plaats"]) for item in read_expected(name)]
    assert sorted(found) == sorted(expected)
    assert result.count(Severity.ERROR) == 0
    assert (result.skipped, result.excused) == (0, ())


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_every_expected_finding_has_a_reason_of_its_own(name: str) -> None:
    reasons = [item["waarom"] for item in read_expected(name)]
    assert all(len(reason.split()) >= 5 for reason in reasons)
    assert len(set(reasons)) == len(reasons)


def test_there_is_a_list_for_every_example_and_no_other() -> None:
    assert {path.stem for path in EXPECTED.glob("*.yaml")} == set(FOLDERS)
