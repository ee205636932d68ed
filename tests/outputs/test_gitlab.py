"""Code Quality of GitLab against what its documentation asks of a report."""

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.outputs.uitslagen import BSN, LEEG, VOORBEELD, make_many, uitslagen
from tests.snapshots import check_snapshot
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Location, Severity
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.controle import gitlab

# Stricter than GitLab: it has no published schema with the values, only a page that lists them.
LINES = {
    "type": "object",
    "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}},
    "required": ["begin"],
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {"path": {"type": "string", "pattern": "^(?!/|\\./|[A-Za-z]:/)"}, "lines": LINES},
    "required": ["path", "lines"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": LOCATION,
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
    },
}
VALIDATOR = Draft202012Validator(SCHEMA)


def render(result: CheckResult) -> list[dict[str, Any]]:
    text = gitlab.render(result, View())
    text.encode()
    issues: list[dict[str, Any]] = json.loads(text)
    VALIDATOR.validate(issues)
    return issues


def test_a_result_is_told_as_snapshot() -> None:
    check_snapshot("controle-gitlab.txt", gitlab.render(VOORBEELD, View()))


@given(uitslagen)
def test_whatever_was_found_is_told_once_with_a_fingerprint_of_its_own(result: CheckResult) -> None:
    issues = render(result)
    assert [issue["check_name"] for issue in issues] == [found.rule_id for found in result.diagnostics]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert BSN not in json.dumps(issues)


def test_the_weights_are_those_of_gitlab() -> None:
    severities = {issue["check_name"]: issue["severity"] for issue in render(VOORBEELD)}
    assert severities == {"BRN002": "critical", "OOR001": "minor", "KDR006": "info"}


def test_accepted_findings_are_left_out_and_change_no_fingerprint() -> None:
    found = Diagnostic(Location("a.yaml", 2), "BRN002", Severity.ERROR, "weg", None, "x")
    first = found._replace(location=Location("a.yaml", 1))
    both = render(CheckResult((first, found)))
    one = render(CheckResult((found,), excused=(VOORBEELD.excused[0]._replace(diagnostic=first),)))
    assert one == both[1:]


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("onderzoeken/a b/é.yaml", "onderzoeken/a b/é.yaml"),
        ("/elders/a.yaml", "elders/a.yaml"),
        ("C:/elders/a.yaml", "elders/a.yaml"),
        ("//server/deel/a.yaml", "server/deel/a.yaml"),
    ],
)
def test_no_path_is_absolute(file: str, path: str) -> None:
    [issue] = render(CheckResult((Diagnostic(Location(file), "BRN002", Severity.ERROR, "weg"),)))
    assert issue["location"]["path"] == path


def test_an_empty_result_is_an_empty_list() -> None:
    assert render(LEEG) == []


def test_thousands_of_findings_have_as_many_fingerprints() -> None:
    assert len({issue["fingerprint"] for issue in render(make_many(5_000))}) == 5_000
