"""Rapporttelling: tallies in a report, in sentences, tables and lines, held against the oordelen."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from toezicht_cli.analysis.normaantal import NORMWOORDEN
from toezicht_cli.analysis.rapportdelen import Passage
from toezicht_cli.analysis.telling_in_woorden import Bereik, Vergelijking, find_tegenspraken
from toezicht_cli.analysis.woorden import parse_number
from toezicht_cli.analysis.zinsdelen import split_woorden, split_zinnen
from toezicht_cli.models.kader import Schaal, Toetsingskader

_OVER_NORMEN = NORMWOORDEN | {"oordeel", "oordelen"}
_TEKENS = re.compile(r"^[^\w]+|[^\w]+$")
_GETAL = re.compile(r"(\w{1,30})(?: (?:getoetste )?(?:normen|norm|eisen|eis))?", re.IGNORECASE)
_BREUKEN = re.compile(r"(?<![\w/-])([0-9]{1,3}(?:\s?/\s?[0-9]{1,3}){1,7})(?![\w/-])")
_OVER_TELLING = frozenset({"telling", "verdeling", "oordelen"})
_MIN_RIJEN = 2


class Tegenspraak(NamedTuple):
    """Words of a report about a tally, what the oordelen say, and where the words stand."""

    tekst: str
    telling: str
    passage: Passage


class _Getal(NamedTuple):
    """A categorie with the number of normen that a row or line gives it."""

    categorie: str
    aantal: int
    passage: Passage
    tekst: str


class _Tabelkop(NamedTuple):
    """The columns of a table of which the head is the label of a categorie."""

    categorie_by_kolom: Mapping[int, str]


def find_rapporttellingen(
    passages: Sequence[Passage], kader: Toetsingskader, vergelijking: Vergelijking
) -> Iterator[Tegenspraak]:
    """Yield every tally in a report that the oordelen contradict.

    Under the heading of one norm nobody tallies normen: "voldoet aan drie normen" is of another kind there.
    """
    free = [passage for passage in passages if passage.norm is None and not passage.is_andere_tijd]
    for passage in free:
        yield from _in_sentences(passage, vergelijking)
        yield from _in_fractions(passage, kader.schaal, vergelijking.geheel)
    for _, group in groupby(free, key=lambda passage: (passage.koppen, passage.regel.soort == "rij")):
        block = list(group)
        if block[0].regel.soort == "rij":
            yield from _in_wide_table(block, kader, vergelijking)
        yield from _in_rows(block, kader.schaal, vergelijking)


def _in_sentences(passage: Passage, vergelijking: Vergelijking) -> Iterator[Tegenspraak]:
    own = " ".join(split_woorden(passage.tekst)).casefold()
    teksten = [f"{passage.kop}\n\n{cell}" for cell in passage.regel.cellen]
    for tekst in teksten if passage.regel.soort == "rij" else [passage.in_verband]:
        for found in find_tegenspraken(tekst, vergelijking):
            if found.tekst.casefold() in own:
                yield Tegenspraak(found.tekst, found.telling, passage)


def _in_fractions(passage: Passage, schaal: Schaal, geheel: Bereik) -> Iterator[Tegenspraak]:
    """Yield ``6/6/6`` in a sentence about the tally, when it has a number for every categorie."""
    expected = [geheel.aantal_by_categorie[item.id] for item in schaal.categorieen]
    for zin in split_zinnen(passage.tekst):
        words = frozenset(zin.tekst.split())
        if zin.is_andere_tijd or not words & _OVER_TELLING:
            continue
        for match in _BREUKEN.finditer(" ".join(zin.woorden)):
            numbers = [int(part) for part in match[1].replace(" ", "").split("/")]
            if len(numbers) == len(expected) and numbers != expected:
                yield Tegenspraak(match[1], "/".join(map(str, expected)), passage)


def _in_wide_table(
    rows: Sequence[Passage], kader: Toetsingskader, vergelijking: Vergelijking
) -> Iterator[Tegenspraak]:
    """Yield the rows that do not fit under a head with the labels of the schaal."""
    kop: _Tabelkop | None = None
    for passage in rows:
        cells = [_strip(cell) for cell in passage.regel.cellen]
        found = _read_kop(cells, kader.schaal)
        if found is not None:
            kop = found if _is_about_normen(passage, {*cells, "thema"} & {"thema", "norm"}) else None
            continue
        numbers = _read_numbers(cells, kop) if kop else {}
        if not numbers:
            continue
        allowed = _bereiken_for(cells[0], kader, vergelijking)
        if not any(_fits(numbers, bereik) for bereik in allowed):
            yield Tegenspraak(passage.tekst, _say(numbers, allowed[0]), passage)


def _read_kop(cells: Sequence[str], schaal: Schaal) -> _Tabelkop | None:
    """Return the columns when at least two cells are labels, each of another categorie."""
    columns = {index: label for index, cell in enumerate(cells) if (label := _label(cell, schaal))}
    is_kop = len(columns) >= _MIN_RIJEN and len(set(columns.values())) == len(columns)
    return _Tabelkop(columns) if is_kop else None


def _read_numbers(cells: Sequence[str], kop: _Tabelkop) -> dict[str, int]:
    """Return the number per categorie in a row; nothing unless every column has one."""
    numbers = {
        categorie: _number(cells[index])
        for index, categorie in kop.categorie_by_kolom.items()
        if index < len(cells)
    }
    found = {categorie: number for categorie, number in numbers.items() if number is not None}
    return found if len(found) == len(kop.categorie_by_kolom) else {}


def _bereiken_for(first: str, kader: Toetsingskader, vergelijking: Vergelijking) -> tuple[Bereik, ...]:
    """Return what a row may be about: the thema that it names, the whole, or anything."""
    everything = (vergelijking.geheel, *vergelijking.themas, *vergelijking.locaties)
    if vergelijking.locaties:
        return everything
    if first.startswith(("totaal", "samen", "alle")):
        return (vergelijking.geheel,)
    for thema, bereik in zip(kader.themas, vergelijking.themas, strict=False):
        if first == thema.titel.casefold() or first.endswith(f" {thema.titel.casefold()}"):
            return (bereik,)
    return everything


def _in_rows(
    passages: Iterable[Passage], schaal: Schaal, vergelijking: Vergelijking
) -> Iterator[Tegenspraak]:
    """Yield the rows and lines with a label and a number that together fit nothing: "Voldoet: 6 normen"."""
    found = [getal for passage in passages for getal in _read_getallen(passage, schaal)]
    numbers = {getal.categorie: getal.aantal for getal in found}
    if len(numbers) < _MIN_RIJEN or len(numbers) != len(found):
        return
    if not any(_is_about_normen(getal.passage, set()) for getal in found):
        return
    bereiken = (vergelijking.geheel, *vergelijking.themas, *vergelijking.locaties)
    if any(_fits(numbers, bereik) for bereik in bereiken):
        return
    for getal in found:
        expected = vergelijking.geheel.aantal_by_categorie[getal.categorie]
        if getal.aantal != expected:
            telling = f"{expected} van de {vergelijking.geheel.getoetst} met oordeel {getal.categorie}"
            yield Tegenspraak(getal.tekst, telling, getal.passage)


def _read_getallen(passage: Passage, schaal: Schaal) -> Iterator[_Getal]:
    if passage.regel.soort == "rij":
        cells = [_strip(cell) for cell in passage.regel.cellen if _strip(cell)]
        labels = [label for cell in cells if (label := _label(cell, schaal))]
        numbers = [number for cell in cells if (number := _number(cell)) is not None]
        if len(labels) == len(numbers) == 1:
            yield _Getal(labels[0], numbers[0], passage, passage.tekst)
        return
    for line in passage.tekst.split("\n"):
        plain = " ".join(line.split()).casefold().rstrip(".;,")
        for item in sorted(schaal.categorieen, key=lambda item: -len(item.label)):
            rest = _TEKENS.sub("", plain).removeprefix(item.label.casefold())
            if (
                len(rest) < len(_TEKENS.sub("", plain))
                and (number := _number(rest.strip(" :=–-"))) is not None
            ):
                yield _Getal(item.id, number, passage, line)
                break


def _is_about_normen(passage: Passage, extra: set[str]) -> bool:
    """Whether a table or list is about normen, by its own words, its heading and the line above."""
    context = " ".join((*passage.koppen[-1:], *passage.aanloop[:2], passage.tekst)).casefold()
    return bool(extra or _OVER_NORMEN & frozenset(split_woorden(context)))


def _fits(numbers: Mapping[str, int], bereik: Bereik) -> bool:
    return all(bereik.aantal_by_categorie[categorie] == number for categorie, number in numbers.items())


def _say(numbers: Iterable[str], bereik: Bereik) -> str:
    return ", ".join(f"{categorie} {bereik.aantal_by_categorie[categorie]}" for categorie in numbers)


def _strip(cell: str) -> str:
    return _TEKENS.sub("", " ".join(cell.split())).casefold()


def _label(cell: str, schaal: Schaal) -> str | None:
    """Return the categorie of which a cell holds the label and nothing else."""
    return next((item.id for item in schaal.categorieen if item.label.casefold() == cell), None)


def _number(cell: str) -> int | None:
    match = _GETAL.fullmatch(cell)
    return parse_number(match[1]) if match and match[1].casefold() != "een" else None
