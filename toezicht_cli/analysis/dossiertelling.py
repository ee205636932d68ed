"""Dossiertelling: from a dossier list that came back to named figures; what is not filled in is not 0."""

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from toezicht_cli.analysis.lijsten import ANTWOORDEN, OPMERKING
from toezicht_cli.analysis.lijstinhoud import Inhoud, Rij
from toezicht_cli.analysis.voorbereiding import Kolom

# How we know that a figure is ours to count again.
TOELICHTING = "Geteld met de dossierlijst."
_PSEUDONIEM = re.compile(r"D-[1-9][0-9]{0,3}", re.ASCII)
_ANDERS = {"j": "ja", "n": "nee", "n.v.t.": "nvt", "?": "onbekend"}
_LANGST = 60  # of the name of a figure
_HASH = 6


class Kolomtelling(NamedTuple):
    """How often each answer was given to one criterium; ``leeg`` of the ``onbekend`` had no answer."""

    kolom: Kolom
    aantallen: dict[str, int]
    leeg: int


class Dossiertelling(NamedTuple):
    """The counts of a sample over ``geteld`` dossiers that have any answer.

    ``onleesbaar`` are the places of answers that cannot be counted; ``leeg`` are the columns without any
    answer, ``ontbreekt`` those that are no longer on the list, ``vreemd`` the rows and cells that are no
    dossier or no criterium.
    """

    geteld: int
    kolommen: tuple[Kolomtelling, ...]
    onleesbaar: tuple[str, ...] = ()
    leeg: tuple[Kolom, ...] = ()
    ontbreekt: tuple[Kolom, ...] = ()
    vreemd: tuple[str, ...] = ()
    opmerkingen: int = 0


def count_dossiers(inhoud: Inhoud, kolommen: Sequence[Kolom]) -> Dossiertelling:
    """Return the counts of a dossier list that came back."""
    known = {kolom.sleutel for kolom in kolommen}
    rijen = [rij for rij in inhoud.rijen if _PSEUDONIEM.fullmatch(rij.naam)]
    onleesbaar = [
        cel.plaats
        for rij in rijen
        for sleutel, cel in rij.cellen.items()
        if sleutel in known and _answer(rij, sleutel) not in ANTWOORDEN
    ]
    vreemd = [rij.plaats for rij in inhoud.rijen if rij not in rijen]
    vreemd += [
        cel.plaats for rij in rijen for key, cel in rij.cellen.items() if key not in {*known, OPMERKING}
    ]
    vreemd += [cel.plaats for cel in inhoud.overig]
    bekeken = [rij for rij in rijen if known & rij.cellen.keys()]
    filled = {sleutel for rij in bekeken for sleutel in rij.cellen}
    return Dossiertelling(
        len(bekeken),
        tuple(_count(kolom, bekeken) for kolom in kolommen if kolom.sleutel in filled),
        tuple(onleesbaar),
        tuple(item for item in kolommen if item.sleutel in inhoud.kolommen and item.sleutel not in filled),
        tuple(kolom for kolom in kolommen if kolom.sleutel not in inhoud.kolommen),
        tuple(vreemd),
        sum(bool(rij.text(OPMERKING)) for rij in rijen),
    )


def _count(kolom: Kolom, rijen: Sequence[Rij]) -> Kolomtelling:
    answers = [_answer(rij, kolom.sleutel) for rij in rijen]
    aantallen = {antwoord: answers.count(antwoord) for antwoord in ANTWOORDEN}
    leeg = answers.count("")
    return Kolomtelling(kolom, {**aantallen, "onbekend": aantallen["onbekend"] + leeg}, leeg)


def _answer(rij: Rij, sleutel: str) -> str:
    text = rij.text(sleutel).lower()
    return _ANDERS.get(text, text)


def name_totaal(steekproef: str) -> str:
    """Return the name of the figure that says how many dossiers of a sample were counted."""
    return _fit(f"{_slug(steekproef)}_geteld", "")


def name_cijfers(steekproef: str, kolommen: Sequence[Kolom]) -> dict[str, str]:
    """Return for every column the begin of the names of its figures, each another one: ``dossiers_1_2_c``."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for kolom in kolommen:
        norm, _, criterium = kolom.sleutel.partition("/")
        name = _fit(_slug(f"{steekproef}_{norm}_{criterium}"), kolom.sleutel)
        if name in used:  # 1.1 with criterium 0 and 1.1.0 have the same name
            name = _fit(f"{name}_x", f"x{kolom.sleutel}", always=True)
        used.add(name)
        found[kolom.sleutel] = name
    return found


def _slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return slug if slug[:1].isalpha() else f"s_{slug}"


def _fit(name: str, whole: str, *, always: bool = False) -> str:
    """Return a name that leaves room for ``_onbekend``; a longer one ends in a part of its hash."""
    room = _LANGST - len("_onbekend")
    if len(name) <= room and not always:
        return name
    digest = hashlib.sha256(f"{name}{whole}".encode()).hexdigest()[:_HASH]
    return f"{name[: room - _HASH - 1].rstrip('_')}_{digest}"
