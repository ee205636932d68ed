"""Leesteksten: the running texts that a reader of the report sees, in the order of the report.

Names, titles and aanduidingen are no sentences, the kader has a writer of its own, the words of the
aanbieder in the wederhoor are not ours to better, and a collegiale toets stays inside the team.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier, Located, Tekstplaats
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel
from toezicht_cli.models.onderzoek import Eindoordeel, NietOnderzocht, Onderzoek, Reikwijdte
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.models.verloop import Reactie, Stap

# Two letters or more, as in "dossier", "MDO" and "RI&E".
WOORD = re.compile(r"[^\W\d_]{2,}(?:&[A-Z]{1,3}(?![^\W\d_]))?")
_VOORAF: tuple[tuple[type[Element], tuple[str, ...]], ...] = (
    (Onderzoek, ("aanleiding", "werkwijze")),
    (Reikwijdte, ("omschrijving",)),
    (NietOnderzocht, ("wat", "waarom")),
    (Onderzoek, ("beschrijving",)),
)
_NA_DE_NORMEN: tuple[tuple[type[Element], tuple[str, ...]], ...] = (
    (Onderzoek, ("conclusies",)),
    (Eindoordeel, ("strekking",)),
    (Verbeterpunt, ("tekst",)),
    (Onderzoek, ("vervolg", "advies")),
    (Reactie, ("motivering", "gewijzigd")),
    (Stap, ("maatregel", "toelichting")),
)


class Leesstof(NamedTuple):
    """The texts that a reader sees, and the words in them, cut once for all controles of language.

    ``woorden`` are as written, ``klein`` in lower case; ``dubbel`` stand twice in a row, whatever
    signs or digits stand between.
    """

    teksten: tuple[Tekstplaats, ...]
    woorden: frozenset[str]
    klein: frozenset[str]
    dubbel: frozenset[str]


@lru_cache(maxsize=1)
def read_leesstof(dossier: Dossier) -> Leesstof:
    """Return the texts that a reader sees, each with its place; empty fields are left out."""
    teksten = (
        *_of_soorten(dossier, _VOORAF),
        *(tekst for located in dossier.normoordelen for tekst in _of_normoordeel(located)),
        *_of_soorten(dossier, _NA_DE_NORMEN),
    )
    woorden = WOORD.findall("\n".join(item.tekst for item in teksten))
    klein = [woord.lower() for woord in woorden]
    dubbel = frozenset(woord for woord, volgend in pairwise(klein) if woord == volgend)
    return Leesstof(teksten, frozenset(woorden), frozenset(klein), dubbel)


def _of_soorten(
    dossier: Dossier, soorten: tuple[tuple[type[Element], tuple[str, ...]], ...]
) -> Iterator[Tekstplaats]:
    for soort, velden in soorten:
        for located in dossier.walk(soort):
            yield from _of_velden(located, velden)


def _of_normoordeel(located: Located[Normoordeel]) -> Iterator[Tekstplaats]:
    yield from _of_velden(located, ("reden",))
    for index, bevinding in enumerate(located.value.bevindingen):
        yield from _of_velden(Located(bevinding, located.place.at("bevindingen", index)), ("tekst",))
    for index, punt in enumerate(located.value.positieve_punten):
        yield Tekstplaats(punt, located.place.at("positieve_punten", index))
    yield from _of_velden(located, ("conclusie",))


def _of_velden(
    located: Located[Element] | Located[Bevinding] | Located[Normoordeel], velden: tuple[str, ...]
) -> Iterator[Tekstplaats]:
    for veld in velden:
        tekst: str | None = getattr(located.value, veld)
        if tekst:
            yield Tekstplaats(tekst, located.place.at(veld))
