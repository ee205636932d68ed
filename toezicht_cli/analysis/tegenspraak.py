"""Tegenspraak: a word group that one norm affirms and another denies, as far as words can tell.

Only the plainest form is seen: "niet in duo's" under one norm, and "in duo's" without a denial near
it under another. Anything looser (a lone noun, "geen") cried wolf on sound cases.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier

_GROEP = re.compile(
    r"\b(niet |nooit )?((?:in|met|volgens|via|per) [a-zà-ÿ'’-]{4,40})(?![a-zà-ÿ'’-])", re.IGNORECASE
)
_WOORD = re.compile(r"[a-zà-ÿ]{5,40}")
_STAM = 4
_OVERAL = (
    *("cliënt", "medewerker", "begeleid", "aanbieder", "organisatie", "bestuurder", "toezichthouder"),
    *("worden", "wordt", "hebben", "zijn", "staan", "volgens"),
)
_MAX_ZIN = 2_000
_ZIN = re.compile(r"(?<=[.!?])\s+")
_ONTKENNING = re.compile(r"\b(?:niet|geen|nooit|zonder|nauwelijks|behalve)\b", re.IGNORECASE)


class Uitspraak(NamedTuple):
    """A word group in a bevinding: of which norm, where, and whether it is denied."""

    norm: str
    place: Place
    ontkend: bool
    stammen: frozenset[str]


class Tegenspraak(NamedTuple):
    """A word group (``in duo's``) that one norm denies and another affirms."""

    woorden: str
    ontkend: Uitspraak
    bevestigd: Uitspraak


def find_tegenspraken(dossier: Dossier) -> Iterator[Tegenspraak]:
    """Yield each contradiction once, in the order of the denials; never within one norm."""
    by_woorden: dict[str, list[Uitspraak]] = {}
    for located in dossier.normoordelen:
        for index, bevinding in enumerate(located.value.bevindingen):
            place = located.place.at("bevindingen", index, "tekst")
            for woorden, is_ontkend, stammen in _groups(bevinding.tekst):
                uitspraak = Uitspraak(located.value.sleutel, place, is_ontkend, stammen)
                by_woorden.setdefault(woorden, []).append(uitspraak)
    for woorden, uitspraken in by_woorden.items():
        ontkend = [item for item in uitspraken if item.ontkend]
        bevestigd = [item for item in uitspraken if not item.ontkend]
        if {item.norm for item in ontkend} & {item.norm for item in bevestigd}:
            continue
        pairs = ((one, other) for one in ontkend for other in bevestigd if one.stammen & other.stammen)
        if pair := next(pairs, None):
            yield Tegenspraak(woorden, *pair)


def _groups(tekst: str) -> Iterator[tuple[str, bool, frozenset[str]]]:
    """Yield the word groups of a text, whether each is denied, and the stems of the words around it.

    A doubtful sentence gives none.
    """
    for zin in _ZIN.split(tekst):
        if len(zin) > _MAX_ZIN:
            continue  # nobody writes this; reading it costs the square of its length
        is_doubtful = _ONTKENNING.search(zin) is not None
        for match in _GROEP.finditer(zin):
            if match[2].lower().split(" ")[-1].startswith(_OVERAL):
                continue  # "met medewerkers" is about whom, not about how
            if match[1] or not is_doubtful:
                yield (
                    match[2].lower(),
                    bool(match[1]),
                    _stammen(f"{zin[: match.start()]} {zin[match.end() :]}"),
                )


def _stammen(tekst: str) -> frozenset[str]:
    """Return how the longer words begin, roughly what they are about: ``werkt`` and ``gewerkt`` are one.

    Whom it is about says nothing: the aanbieder, the cliënten and the medewerkers are everywhere.
    """
    words = (word.removeprefix("ge") for word in _WOORD.findall(tekst.lower()))
    return frozenset(word[:_STAM] for word in words if not word.startswith(_OVERAL))
