"""Lijstinhoud: what came back on a list, by its keys, wherever its rows and columns stand now."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.lijsten import FORMATEN, MERK, Kop
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.models.werkblad import Cel, Werkblad, Werkboek

_HULP = "gebruik de lijst van toezicht voorbereiden, en laat de verborgen regel en het verborgen blad staan"
_KOPREGELS = frozenset({"Dossier", "zonder naam", "Nummer", "zet dit in de naam van het bestand"})


class Rij(NamedTuple):
    """One row: its name, where that stands, and its cells by the key of their column."""

    naam: str
    plaats: str
    cellen: dict[str, Cel]

    def text(self, sleutel: str) -> str:
        """Return what stands in a column, in single spaces; empty when nothing does."""
        cel = self.cellen.get(sleutel)
        return " ".join(cel.tekst.split()) if cel else ""


class Inhoud(NamedTuple):
    """A list as it came back: what it belongs to, its columns, its rows, and every cell that is neither.

    ``samengevoegd`` are ranges of cells that were made into one: only the first of them says something.
    ``koppen`` holds what a reader sees above a column, by its key.
    """

    kenmerk: dict[str, str]
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    overig: tuple[Cel, ...]
    samengevoegd: tuple[str, ...]
    andere_bladen: tuple[str, ...]
    koppen: dict[str, str]


def read_inhoud(boek: Werkboek) -> Inhoud:
    """Return what stands on the list in ``boek``.

    Raises:
        ToezichtError: it is no list of ours any more, or has a row or column twice.
    """
    kenmerk_blad, kenmerk = _find_kenmerk(boek.bladen)
    blad, merk = _find_merk(boek.bladen)
    kolommen = {cel.kolom: cel.tekst for cel in blad.cellen if cel.rij == merk.rij}
    _refuse_doubles("kolom", [sleutel for sleutel in kolommen.values() if sleutel != MERK])
    namen = {cel.rij: cel for cel in blad.cellen if cel.kolom == merk.kolom and cel.rij > merk.rij}
    koppen = {rij for rij, cel in namen.items() if cel.tekst in _KOPREGELS}
    rijen = {
        rij: Rij(" ".join(cel.tekst.split()), cel.plaats, {})
        for rij, cel in namen.items()
        if rij not in koppen
    }
    _refuse_doubles("rij", [rij.naam for rij in rijen.values()])
    overig = []
    for cel in _walk_body(blad, merk, koppen):
        if cel.rij in rijen and cel.kolom in kolommen:
            rijen[cel.rij].cellen[kolommen[cel.kolom]] = cel
        else:
            overig.append(cel)
    andere = (item.naam for item in boek.bladen if item not in (blad, kenmerk_blad) and item.cellen)
    sleutels = tuple(sleutel for sleutel in kolommen.values() if sleutel != MERK)
    shown: dict[str, str] = {}
    for cel in blad.cellen:
        if cel.rij in koppen and cel.kolom in kolommen:
            words = f"{shown.get(kolommen[cel.kolom], '')} {cel.tekst}"
            shown[kolommen[cel.kolom]] = " ".join(words.split())
    return Inhoud(
        kenmerk, sleutels, tuple(rijen.values()), tuple(overig), blad.samengevoegd, tuple(andere), shown
    )


def find_verwisseld(inhoud: Inhoud, kolommen: Sequence[Kop]) -> tuple[str, ...]:
    """Return the headings of columns whose hidden key says that another part stands in them.

    So it is when somebody moved a column without the hidden row. A heading that somebody made empty, or that
    is none of ours, says nothing.
    """
    of_heading = {_heading(kop): kop.sleutel for kop in kolommen}
    found = ((heading, sleutel) for sleutel, heading in inhoud.koppen.items())
    return tuple(heading for heading, sleutel in found if of_heading.get(heading, sleutel) != sleutel)


def _heading(kop: Kop) -> str:
    return " ".join(f"{kop.boven} {kop.tekst}".split())


def _walk_body(blad: Werkblad, merk: Cel, koppen: set[int]) -> Iterator[Cel]:
    """Yield the cells that somebody may have filled in: not the keys, the head or the names of the rows."""
    for cel in blad.cellen:
        is_uitleg = cel.rij < merk.rij and cel.kolom == 1
        if cel.rij != merk.rij and cel.rij not in koppen and cel.kolom != merk.kolom and not is_uitleg:
            yield cel


def _find_kenmerk(bladen: Sequence[Werkblad]) -> tuple[Werkblad, dict[str, str]]:
    for blad in bladen:
        at = {(cel.rij, cel.kolom): cel.tekst for cel in blad.cellen}
        found = {tekst: at[rij, kolom + 1] for (rij, kolom), tekst in at.items() if (rij, kolom + 1) in at}
        if found.get("formaat") in FORMATEN:
            return blad, found
    raise ToezichtError("aan dit bestand is niet te zien bij welk onderzoek het hoort", _HULP)


def _find_merk(bladen: Sequence[Werkblad]) -> tuple[Werkblad, Cel]:
    found = [(blad, cel) for blad in bladen for cel in blad.cellen if cel.tekst == MERK]
    if len(found) != 1:
        raise ToezichtError("in dit bestand is niet te zien welke kolom bij welk onderdeel hoort", _HULP)
    return found[0]


def _refuse_doubles(soort: str, namen: Sequence[str]) -> None:
    doubled = len(namen) - len(set(namen))
    if doubled:
        message = f"een {soort} staat er twee keer in: dan is niet te zien welke geldt"
        raise ToezichtError(message, f"haal de {soort} die te veel is weg uit de lijst")
