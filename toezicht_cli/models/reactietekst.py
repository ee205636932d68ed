"""Reactietekst: what stands in a returned Word document, as plain values."""

from typing import NamedTuple


class Plaats(NamedTuple):
    """Where something stands.

    ``plek`` is the bookmark of the norm (``norm_1_2``) or ``kop:1.2`` from the heading, None without
    either; ``waar`` the part of the document: tekst, voetnoot, eindnoot, kopregel, voetregel.
    """

    plek: str | None
    waar: str


class Opmerking(NamedTuple):
    """A comment; ``op`` is the number of the comment that it answers, ``plaats`` None when it has none."""

    nummer: int
    tekst: str
    passage: str
    plaats: Plaats | None
    op: int | None
    is_opgelost: bool


class Wijziging(NamedTuple):
    """A tracked change: words taken out, put in, moved, or put in and taken out again.

    ``passage`` are the words around it as they were, ``nu`` as they are with the change; of a long paragraph
    only what is near.
    """

    weg: str
    erbij: str
    herroepen: str
    is_verplaatst: bool
    passage: str
    nu: str
    plaats: Plaats


class Alinea(NamedTuple):
    """A paragraph as it was before the tracked changes."""

    tekst: str
    plaats: Plaats


class Gelezen(NamedTuple):
    """All that stands in a document; ``elders`` says what was not read, in Dutch."""

    opmerkingen: tuple[Opmerking, ...]
    wijzigingen: tuple[Wijziging, ...]
    opmaakwijzigingen: int
    alineas: tuple[Alinea, ...]
    elders: tuple[str, ...]
