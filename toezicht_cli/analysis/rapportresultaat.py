"""Rapportresultaat: which documents were made of one onderzoek."""

from typing import NamedTuple

from toezicht_cli.diagnostics import CheckResult


class Rapportbestand(NamedTuple):
    """A file that was made: its path as seen from here, and its size in bytes."""

    pad: str
    grootte: int


class Rapportresultaat(NamedTuple):
    """What was made for one onderzoek: the files; none when ``check`` has fouten in the way."""

    naam: str
    variant: str
    bestanden: tuple[Rapportbestand, ...]
    check: CheckResult
