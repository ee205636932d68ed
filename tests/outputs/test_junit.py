"""JUnit XML against a schema, and what a build server shows of it."""

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.outputs.uitslagen import BSN, LEEG, VOORBEELD, make_many, uitslagen
from tests.snapshots import check_snapshot
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Location, Severity
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.controle import junit

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).with_name("junit.xsd"))))
PARSER = etree.XMLParser(resolve_entities=False)


def render(result: CheckResult) -> etree._Element:
    root = etree.fromstring(junit.render(result, View()).encode(), PARSER)
    SCHEMA.assertValid(root)
    return root


def names(root: etree._Element, path: str) -> list[str]:
    return [str(found.get("name")) for found in root.iterfind(f".//testcase{path}")]


def test_a_result_is_told_as_snapshot() -> None:
    check_snapshot("controle-junit.txt", junit.render(VOORBEELD, View()))


def test_the_schema_refuses_what_is_wrong() -> None:
    text = junit.render(VOORBEELD, View())
    assert SCHEMA.validate(etree.fromstring(text.encode(), PARSER))
    for wrong in (
        text.replace("<failure", "<fout").replace("</failure", "</fout"),
        text.replace(" name=", " naam="),
    ):
        assert not SCHEMA.validate(etree.fromstring(wrong.encode(), PARSER))


@given(uitslagen)
def test_whatever_was_found_fits_the_schema_and_the_counts_are_right(result: CheckResult) -> None:
    root = render(result)
    failed = root.findall(".//failure")
    fouten = [found for found in result.diagnostics if found.severity is Severity.ERROR]
    assert root.get("failures") == str(len(failed))
    assert root.get("tests") == str(len(root.findall(".//testcase")))
    assert sum(len((one.text or "").split("\n")) for one in failed) == len(fouten)
    assert (not failed) == (not fouten)
    assert BSN not in etree.tostring(root, encoding="unicode")


def test_a_file_is_one_test_and_only_a_fout_lets_it_fail() -> None:
    root = render(VOORBEELD)
    assert names(root, "[failure]") == ["onderzoeken/a b/bevindingen/1.1.yaml"]
    assert names(root, "[system-out]") == ["/elders/kaders/één.yaml", "onderzoeken/a b/onderzoek.yaml"]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "BRN002 bron I50 staat niet in bronnen.yaml (en nog 1 fout)"


def test_what_is_accepted_and_what_did_not_run_is_skipped_with_the_reason() -> None:
    root = render(VOORBEELD)
    assert names(root, "[skipped]") == ["onderzoeken/a b/bronnen.yaml BRN007", "controles"]
    reasons = [found.get("message") for found in root.iterfind(".//skipped")]
    assert reasons[0] == "De aanbieder stuurde <later> iets na."


def test_a_file_without_findings_is_a_test_that_passes() -> None:
    root = render(LEEG)
    assert names(root, "") == ["bronnen.yaml", "onderzoek.yaml"]
    assert root.get("failures") == "0"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_becomes_a_sign_that_it_may_have(character: str) -> None:
    found = Diagnostic(Location(f"{character}.yaml"), "BRN002", Severity.ERROR, f"a{character}b]]>")
    failure = render(CheckResult((found,))).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "BRN002 a�b]]>"


def test_two_files_that_are_masked_alike_are_one_test() -> None:
    result = CheckResult((), names=("123456782.yaml", "123456783.yaml", "controles", "a.yaml BRN007"))
    assert names(render(result), "") == ["a.yaml BRN007", "controles", "•••••••••.yaml"]


def test_a_finding_that_moves_keeps_the_name_of_its_test() -> None:
    moved = tuple(
        found._replace(location=found.location._replace(line=found.location.line + 9))
        for found in VOORBEELD.diagnostics
    )
    after = CheckResult(moved, VOORBEELD.excused, skipped=VOORBEELD.skipped, names=VOORBEELD.names)
    assert names(render(after), "") == names(render(VOORBEELD), "")


def test_thousands_of_findings_are_told_in_the_tests_of_their_files() -> None:
    root = render(make_many(5_000))
    assert len(root.findall(".//failure")) == 50
    assert sum(len((one.text or "").split("\n")) for one in root.iterfind(".//failure")) == 5_000
