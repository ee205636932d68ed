"""Registerrijen: rows of a list from elsewhere, as the fields of entries of a register."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_origin

from toezicht_cli.analysis.vreemde_tekst import make_visible, show_hidden
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import iso_from_dutch

# Fields that a cell can fill; groups (a weging, a besluit) are made with the commands for them.
_KOLOMMEN: dict[str, tuple[str, ...]] = {
    "signaal": (
        *("datum", "bron", "anoniem", "aanbieder", "gemeente", "wet", "domein", "financiering"),
        *("voorziening", "aard", "omschrijving", "naar_aanleiding_van", "doublure_van"),
    ),
    "melding": (
        *("ontvangen_op", "voorgevallen_op", "bekend_op", "aard", "soort", "binnen_definitie"),
        *("aanbieder", "gemeente", "wet", "voorziening", "omschrijving"),
    ),
    "gesprek": (
        *("datum", "soort", "met", "aanbieder", "gemeenten", "naar_aanleiding_van", "onderwerpen"),
        *("uitkomst", "verslag"),
    ),
    "aanbieder": (
        *("id", "naam", "rechtsvorm", "kvk", "financiering", "gemeenten", "voorzieningen", "contract"),
        "actief",
    ),
}
_DATUMS = frozenset({"datum", "ontvangen_op", "voorgevallen_op", "bekend_op"})
_TEKSTEN = frozenset({"omschrijving", "verslag"})
# Names, not words of a fixed list: capitals and spaces stay.
_NAMEN = frozenset({"gemeente", "gemeenten", "naam", "rechtsvorm", "kvk", "voorziening", "voorzieningen"})
_NUMMERS = frozenset({"naar_aanleiding_van", "doublure_van", "actief"})
_SPLIT = re.compile(r"[;,]")

Waarde = str | list[str]


class Rij(NamedTuple):
    """One row of a list: its number in the file, and its cells by the name of their column."""

    nummer: int
    cellen: dict[str, str]


def list_kolommen(soort: str) -> tuple[str, ...]:
    """Return the columns that a list of ``soort`` can have."""
    return _KOLOMMEN[soort]


def name_rows(soort: str, table: Sequence[tuple[int, Sequence[str]]]) -> tuple[Rij, ...]:
    """Return the rows below the first one, which names the columns; empty rows are passed over.

    Args:
        soort: the register.
        table: the number of each row in the file, and its cells.

    Raises:
        ToezichtError: there are no rows, a column is not known or stands twice: nothing may get lost unseen.
    """
    if not table:
        raise ToezichtError("dit bestand is leeg", "de eerste regel noemt de kolommen")
    kolommen = [_column(cell) for cell in table[0][1]]
    known = _KOLOMMEN[soort]
    for kolom in kolommen:
        if kolom and kolom not in known:
            hulp = suggest(kolom, known) or f"deze kunnen: {', '.join(known)}"
            raise ToezichtError(f"kolom {quote(kolom)} is niet bekend", hulp)
        if kolom and kolommen.count(kolom) > 1:
            raise ToezichtError(f"kolom {quote(kolom)} staat er twee keer", "houd er een over")
    return tuple(_rows(kolommen, table[1:]))


def make_velden(soort: str, rij: Rij, model: type[Element]) -> dict[str, Waarde]:
    """Return the fields of one row: dates as ISO, words in small letters, lists split, texts as they are.

    A cell in a column without a name is left out.
    """
    found: dict[str, Waarde] = {}
    for kolom, tekst in rij.cellen.items():
        if not kolom or not tekst.strip():
            continue
        if get_origin(model.model_fields[kolom].annotation) is tuple:
            found[kolom] = [_value(kolom, part) for part in _SPLIT.split(tekst) if part.strip()]
        else:
            found[kolom] = _value(kolom, tekst)
    if soort == "signaal":
        found.setdefault("domein", ["kwaliteit"])
    return found


def _column(cell: str) -> str:
    return "_".join(cell.lower().split())


def _rows(kolommen: Sequence[str], table: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Rij]:
    for nummer, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        named = {kolom: cell for kolom, cell in zip(kolommen, cells, strict=False) if kolom}
        extra = [cell for place, cell in enumerate(cells) if cell.strip() and not _has(kolommen, place)]
        if extra:
            named[""] = extra[0]
        yield Rij(nummer, named)


def _has(kolommen: Sequence[str], place: int) -> bool:
    return place < len(kolommen) and bool(kolommen[place])


def _value(kolom: str, tekst: str) -> str:
    if kolom in _TEKSTEN:
        return show_hidden(tekst)
    words = make_visible(tekst)
    if kolom in _DATUMS:
        return iso_from_dutch(words) or words
    if kolom in _NAMEN or kolom in _NUMMERS or kolom == "onderwerpen":
        return words
    return "-".join(words.lower().split())
