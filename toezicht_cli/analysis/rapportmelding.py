"""Rapportmelding: name a place in a report for a finding."""

from toezicht_cli.analysis.rapportdelen import Passage
from toezicht_cli.analysis.zinsdelen import split_woorden
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.rapporttekst import Rapporttekst


def place_in(rapport: Rapporttekst, passage: Passage, tekst: str) -> Place:
    """Return the place of ``tekst`` in a report: the line where that begins, else the file."""
    nummer = passage.nummer_of(split_woorden(tekst))
    return Place(rapport.bestand, (nummer,) if nummer else ())


def prefix(passage: Passage) -> str:
    """Return ``bladzijde 4: `` for a file without lines, nothing for one that a line number shows."""
    return "" if passage.regel.nummers else f"{passage.regel.waar}: "
