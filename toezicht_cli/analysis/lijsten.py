"""Lijsten: how a list that goes out says what it is, so that it is known when it comes back.

A hidden sheet holds what the list belongs to. A hidden row begins with ``MERK`` and names every column, so
that a column may move; the rows are known by what stands below ``MERK``.
"""

from typing import NamedTuple

SLEUTELBLAD = "toezicht"
MERK = "toezicht:rij"
DOSSIERLIJST = "toezicht/dossierlijst/1"
UITVRAAGLIJST = "toezicht/uitvraaglijst/1"
FORMATEN = (DOSSIERLIJST, UITVRAAGLIJST)
OPMERKING = "opmerking"
ANTWOORDEN = ("ja", "nee", "nvt", "onbekend")


class Kop(NamedTuple):
    """A column: its key, the two lines of its head, its width in characters, and what may be chosen."""

    sleutel: str
    boven: str
    tekst: str
    breedte: int
    keuzes: tuple[str, ...] = ()


class Lijst(NamedTuple):
    """A list to fill in: what it belongs to, what is said above it, its columns, and its rows.

    The first cell of a row is its name; the others are in the order of the columns after the first.
    """

    kenmerk: tuple[tuple[str, str], ...]
    blad: str
    titel: str
    uitleg: tuple[str, ...]
    kolommen: tuple[Kop, ...]
    rijen: tuple[tuple[str, ...], ...]
