"""Verbergen: put dots over what points at a person, in all that a check hands on to be shown.

Here and not in an output: another finding may show the same line, an output may leave a finding out,
and an accepted finding is as private as any other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from toezicht_cli.diagnostics import CheckResult, Location, Place
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitzondering import Uitzondering
from toezicht_cli.services.uitzonderingen import Finding

_PRIVACY = "PRV"


def hide_personen(result: CheckResult) -> CheckResult:
    """Return ``result`` with dots in its source lines for all words that a controle of privacy found."""
    found = (*result.diagnostics, *(excused.diagnostic for excused in result.excused))
    places: defaultdict[tuple[str, int], list[Location]] = defaultdict(list)
    for item in found:
        if item.rule_id.startswith(_PRIVACY):
            places[(item.location.file, item.location.line)].append(item.location)
    lines = {
        key: _hide_on_line(result.lines[key], spans) for key, spans in places.items() if key in result.lines
    }
    return replace(result, lines={**result.lines, **lines}) if lines else result


def hide_redenen(
    accepted: Sequence[tuple[Finding, str]], findings: Sequence[Finding], dossier: Dossier
) -> list[tuple[Finding, str]]:
    """Return the accepted findings with dots in each reason for all words that ``findings`` point at.

    A reason is shown beside the finding that it accepts, in every output.
    """
    redenen = {item.place.at("reden"): item.value.reden for item in dossier.walk(Uitzondering)}
    spans: defaultdict[Place, list[tuple[int, int]]] = defaultdict(list)
    for finding in findings:
        place, passage = finding.violation.place, finding.violation.passage
        if finding.rule_id.startswith(_PRIVACY) and passage and place in redenen:
            spans[place].append(passage)
    hidden = {redenen[place]: _dot(redenen[place], found) for place, found in spans.items()}
    return [(finding, hidden.get(reden, reden)) for finding, reden in accepted]


def _hide_on_line(line: str, locations: Sequence[Location]) -> str:
    # One wide is the beginning of a text of more lines: the words themselves were not found in it.
    return _dot(
        line,
        [
            (found.column - 1, found.column - 1 + found.width if found.width > 1 else len(line))
            for found in locations
        ],
    )


def _dot(text: str, spans: Sequence[tuple[int, int]]) -> str:
    signs = list(text)
    for begin, end in spans:
        signs[begin:end] = "•" * len(signs[begin:end])
    return "".join(signs)
