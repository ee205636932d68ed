"""Workflow commands, read back as the runner of GitHub reads a line of a log."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given

from tests.outputs.uitslagen import BSN, LEEG, VOORBEELD, make_many, uitslagen
from tests.snapshots import check_snapshot
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Location, Severity, mask_path
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.controle import github
from toezicht_cli.outputs.melding import find_words

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# In this order: what a percent sign stands for comes last, or %250A would become a new line.
DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


class Command(NamedTuple):
    """A command as the runner understood it."""

    name: str
    properties: dict[str, str]
    message: str


def unescape(text: str, table: dict[str, str]) -> str:
    for replacement, character in table.items():
        text = text.replace(replacement, character)
    return text


def read(line: str) -> Command | None:
    """Return the command in a line of a log, None when it has none."""
    line = line.lstrip()
    head, separator, message = line[2:].partition("::")
    if not line.startswith("::") or not separator:
        return None
    name, _, rest = head.partition(" ")
    pairs = (pair.partition("=") for pair in rest.strip().split(",") if pair)
    properties = {key: unescape(value, PROPERTY) for key, _, value in pairs if value}
    return Command(name, properties, unescape(message, DATA))


def render(result: CheckResult) -> list[str]:
    text = github.render(result, View())
    text.encode()
    assert text.endswith("\n")
    # The runner knows these two ends of a line; Python's own splitlines knows many more.
    lines = text.replace("\r", "\n").split("\n")
    return lines[:-1]


def test_a_result_is_told_as_snapshot() -> None:
    check_snapshot("controle-github.txt", github.render(VOORBEELD, View()))


@given(uitslagen)
def test_every_finding_is_one_command_that_the_runner_reads_back(result: CheckResult) -> None:
    *commands, _ = render(result)
    expected = sorted(result.diagnostics, key=lambda found: found.severity.rank)
    for found, line in zip(expected, commands, strict=True):
        command = read(line)
        assert command is not None
        assert command.name == COMMANDS[found.severity]
        assert command.message == find_words(found)
        location = found.location
        assert command.properties["file"] == mask_path(location.file)
        assert command.properties["line"] == str(location.line)
        assert command.properties["col"] == str(location.column)
        assert int(command.properties["endColumn"]) > location.column
        assert command.properties["title"].startswith(found.rule_id)
        assert BSN not in line


@given(uitslagen)
def test_the_last_line_is_never_a_command_of_either_kind(result: CheckResult) -> None:
    last = render(result)[-1]
    assert read(last) is None
    assert "##[" not in last


@pytest.mark.parametrize("words", ["\n::error::", "x\r\n::stop-commands::weg", "::add-mask::x", "##[error]x"])
def test_words_of_a_user_never_begin_a_line(words: str) -> None:
    found = Diagnostic(Location(f"{words}.yaml"), "BRN002", Severity.INFO, words, words)
    lines = render(CheckResult((found,)))
    assert len(lines) == 2
    assert lines[0].startswith("::notice file=")


def test_the_percent_sign_and_the_separators_are_escaped() -> None:
    found = Diagnostic(Location("a,b:c%0A.yaml"), "BRN002", Severity.ERROR, "100%: a, b::c%0A")
    line = render(CheckResult((found,)))[0]
    assert line.startswith("::error file=a%2Cb%3Ac%250A.yaml,line=1,")
    assert line.endswith(",title=BRN002::100%25: a, b::c%250A")


def test_an_empty_result_is_one_line() -> None:
    assert render(LEEG) == ["toezicht: niets gevonden."]


def test_what_was_left_out_is_counted() -> None:
    assert render(replace(LEEG, bekend=12)) == ["toezicht: niets gevonden, 12 bekende weggelaten."]


def test_thousands_of_findings_are_as_many_commands() -> None:
    assert len(render(make_many(5_000))) == 5_001
