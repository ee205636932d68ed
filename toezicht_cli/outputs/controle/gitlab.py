"""Code Quality: GitLab shows in a merge request which findings came and which went.

GitLab tells findings apart by their fingerprint, reads no absolute path, and knows nothing of accepted
findings: those are left out.
"""

from typing import TypedDict

from toezicht_cli.diagnostics import CheckResult, Severity, mask_path
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json
from toezicht_cli.outputs.melding import Melding, find_words, list_meldingen, to_relative

# GitLab has five: a fout fails the job, yet nothing here blocks by itself; so no blocker and no major.
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


class Lines(TypedDict):
    """The lines of a finding."""

    begin: int
    end: int


class Place(TypedDict):
    """Where a finding stands."""

    path: str
    lines: Lines


class Issue(TypedDict):
    """One finding, under the names that GitLab reads."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Place


def render(result: CheckResult, _view: View) -> str:
    """Return the findings as one JSON list, without the accepted ones."""
    return to_json([_issue(melding) for melding in list_meldingen(result) if melding.reden is None])


def _issue(melding: Melding) -> Issue:
    found = melding.diagnostic
    line = found.location.line
    return Issue(
        description=f"{found.rule_id}: {find_words(found)}",
        check_name=found.rule_id,
        fingerprint=melding.kenmerk,
        severity=_SEVERITIES[found.severity],
        location=Place(path=to_relative(mask_path(found.location.file)), lines=Lines(begin=line, end=line)),
    )


OUTPUT = OutputFormat("gitlab", "voor GitLab: Code Quality bij een merge request", render)
