"""Cijfers in tekst: the places where a text calls a figure by name, ``{cijfer:naam}``."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier

_WORD = "cijfer"
_LIKENESS = 0.75  # "cijfr", "Cijfers" and "cijver" are meant as cijfer; "cijns" is not
_GOOD = re.compile(r"\{cijfer:([a-z0-9_]{1,60})\}", re.ASCII)
_OPENING = re.compile(r"\{[ \t]{0,3}([a-z]{4,9})(?![a-z])", re.ASCII | re.IGNORECASE)
_REST = re.compile(r"[^{}\n]{0,60}\}?")
_NAME = re.compile(r"[:;=]?\s{0,3}([a-z0-9][a-z0-9_ -]{0,58}[a-z0-9])", re.ASCII | re.IGNORECASE)


class Cijferverwijzing(NamedTuple):
    """The name of a figure and the place that calls it; ``letterlijk`` when its form is wrong.

    With a wrong form ``naam`` is the name that was probably meant, or empty.
    """

    naam: str
    place: Place
    letterlijk: str | None = None


def walk_cijferverwijzingen(dossier: Dossier) -> Iterator[Cijferverwijzing]:
    """Yield every call of a figure in a text, each name once per text."""
    for tekstplaats in dossier.teksten:
        if "{" in tekstplaats.tekst:
            yield from dict.fromkeys(_find(tekstplaats.tekst, tekstplaats.place))


def _find(tekst: str, place: Place) -> Iterator[Cijferverwijzing]:
    for opening in _OPENING.finditer(tekst):
        if good := _GOOD.match(tekst, opening.start()):
            yield Cijferverwijzing(good[1], place)
        elif _is_meant(opening[1]):
            rest = _REST.match(tekst, opening.end())
            tail = rest[0] if rest else ""
            yield Cijferverwijzing(_probable_name(tail), place, opening[0] + tail)


@lru_cache(maxsize=256)
def _is_meant(word: str) -> bool:
    return SequenceMatcher(None, word.lower(), _WORD).ratio() >= _LIKENESS


def _probable_name(tail: str) -> str:
    match = _NAME.match(tail)
    return re.sub(r"[ -]", "_", match[1].lower()) if match else ""
