"""Woordkeus: stiff words that have a plain one beside them, and words that stand there twice."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.leesteksten import Leesstof
from toezicht_cli.diagnostics import Passage, Place
from toezicht_cli.models.dossier import Tekstplaats

# Only words whose plain word fits in every sentence, at most with another order of words.
GEWOON = {
    "aangaande": "over",
    "alsmede": "en",
    "alvorens": "voordat",
    "dientengevolge": "daardoor",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "dienen te": "moeten",
    "dient te": "moet",
    "doch": "maar",
    "indien": "als",
    "ingevolge": "volgens",
    "inzake": "over",
    "middels": "met",
    "mitsdien": "daarom",
    "nochtans": "toch",
    "reeds": "al",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "met betrekking tot": "over",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "door middel van": "met",
}
# Words of which no Dutch sentence has two in a row, other than "dat dat" or "aan aan".
_NOOIT_DUBBEL = frozenset({"de", "den", "der", "een", "en", "met", "te"})
# Kept as text, for most cases never need them and compiling takes time.
_DUBBEL = (
    rf"(?i)(?<![\w'’/-])({'|'.join(sorted(_NOOIT_DUBBEL))})"
    r"[ \t]{0,3}\s[ \t]{0,20}(\1)(?![\w'’/-])"
)
# "het Verdrag inzake de rechten van het kind" is a name.
_NAAM = r"\b(?:Besluit|Overeenkomst|Regeling|Richtlijn|Verdrag|Verordening|Wet)\s{1,3}\Z"
_OMGEVING = 20
_CITAAT = r'"[^"]{1,1000}"|[“„][^“”„]{1,1000}”'


class StijfWoord(NamedTuple):
    """A stiff word, the plain one, how often it is used and where it stands first."""

    woord: str
    gewoon: str
    aantal: int
    place: Place
    passage: Passage


def find_stijve_woorden(stof: Leesstof) -> Iterator[StijfWoord]:
    """Yield each stiff word once, at its first use; words between quotes are somebody else's."""
    for woord, gewoon in GEWOON.items():
        if stof.klein.issuperset(woord.split()):
            yield from _find_woord(woord, gewoon, stof.teksten)


def find_dubbele_woorden(stof: Leesstof) -> Iterator[tuple[Place, Passage, str]]:
    """Yield the words that stand twice in a row, as in "de de": the first of each in every text."""
    if not stof.dubbel & _NOOIT_DUBBEL:
        return
    for item in stof.teksten:
        seen: set[str] = set()
        for match in re.finditer(_DUBBEL, item.tekst):
            woord = match[2]
            if woord.islower() and woord not in seen:  # not "van de De Linde"
                seen.add(woord)
                yield item.place, Passage(match.start(), match.end()), f"{match[1]} {woord}"


def _find_woord(woord: str, gewoon: str, teksten: tuple[Tekstplaats, ...]) -> Iterator[StijfWoord]:
    words = r"\s{1,20}".join(woord.split())
    pattern = re.compile(rf"(?i)(?<![\w@./&-]){words}(?![\w-]|\.\w|://)")
    found = [
        (item.place, Passage(match.start(), match.end()))
        for item in teksten
        for match in pattern.finditer(_hide_citaten(item.tekst))
        if not re.search(_NAAM, item.tekst[max(match.start() - _OMGEVING, 0) : match.start()])
    ]
    if found:
        place, passage = found[0]
        yield StijfWoord(woord, gewoon, len(found), place, passage)


def _hide_citaten(tekst: str) -> str:
    """Return the text with words between quotes made blank, every offset kept."""
    if '"' not in tekst and "”" not in tekst:
        return tekst
    return re.sub(_CITAAT, lambda match: " " * len(match[0]), tekst)
