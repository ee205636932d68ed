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
_ZIN = re.compile(r"(?<=[.!?])\s+")
_ONTKENNING = re.compile(r"\b(?:niet|geen|nooit|zonder|nauwelijks|behalve)\b", re.IGNORECASE)


class Uitspraak(NamedTuple):
    """A word group in a bevinding: of which norm, where, and whether it is denied."""

    norm: str
    place: Place
    ontkend: bool


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
            for woorden, is_ontkend in _groups(bevinding.tekst):
                uitspraak = Uitspraak(located.value.sleutel, place, is_ontkend)
                by_woorden.setdefault(woorden, []).append(uitspraak)
    for woorden, uitspraken in by_woorden.items():
        ontkend = [item for item in uitspraken if item.ontkend]
        bevestigd = [item for item in uitspraken if not item.ontkend]
        if ontkend and bevestigd and not {item.norm for item in ontkend} & {item.norm for item in bevestigd}:
            yield Tegenspraak(woorden, ontkend[0], bevestigd[0])


def _groups(tekst: str) -> Iterator[tuple[str, bool]]:
    """Yield the word groups of a text with whether each is denied; a doubtful sentence gives none."""
    for zin in _ZIN.split(tekst):
        is_doubtful = _ONTKENNING.search(zin) is not None
        for match in _GROEP.finditer(zin):
            if match[1] or not is_doubtful:
                yield match[2].lower(), bool(match[1])
