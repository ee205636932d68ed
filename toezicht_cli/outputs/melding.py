"""Melding: what the formats for other programs have in common: its words, its file, its fingerprint."""

import re
from typing import NamedTuple

from toezicht_cli.analysis.herkenning import identify_meldingen
from toezicht_cli.diagnostics import CheckResult, Diagnostic
from toezicht_cli.outputs.terminal import one_line

_ROOT = re.compile(r"(?:[A-Za-z]:)?/+")


class Melding(NamedTuple):
    """A finding with its fingerprint, and the reason when it is accepted."""

    diagnostic: Diagnostic
    kenmerk: str
    reden: str | None = None


def list_meldingen(result: CheckResult) -> tuple[Melding, ...]:
    """Return all findings of a check and then the accepted ones, each in the order of the check."""
    found = [Melding(diagnostic, "") for diagnostic in result.diagnostics]
    found += [Melding(excused.diagnostic, "", excused.reason) for excused in result.excused]
    kenmerken = identify_meldingen([melding.diagnostic for melding in found])
    return tuple(melding._replace(kenmerk=kenmerk) for melding, kenmerk in zip(found, kenmerken, strict=True))


def find_words(diagnostic: Diagnostic) -> str:
    """Return what a finding says and what to do about it, on one line and masked."""
    message = one_line(diagnostic.message)
    return f"{message} – {one_line(diagnostic.help)}" if diagnostic.help else message


def to_relative(path: str) -> str:
    """Return ``path`` without the root of a disk: some programs refuse a report with any other path."""
    return _ROOT.sub("", path, count=1) if _ROOT.match(path) else path
