"""Registerlijst: the entries of a register in short, and how each stands."""

from datetime import date
from typing import NamedTuple

from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal

SIGNAALSTANDEN = ("open", "gewogen", "besloten", "doorverwezen", "doublure", "afgehandeld")
MELDINGSTANDEN = ("open", "wacht-op-onderzoek", "doorverwezen", "afgesloten")
GESPREKSTANDEN = ("open", "afgesloten")


class Registerregel(NamedTuple):
    """One entry in short; ``datum`` is ISO, ``te_laat`` in days on the day of looking."""

    id: str
    datum: str
    aanbieder: str | None
    gemeenten: tuple[str, ...]
    wat: str
    stand: str
    prioriteit: str | None = None
    wet: str | None = None
    te_laat: int = 0


class Registerkeuze(NamedTuple):
    """What is looked for; None is: all."""

    jaar: str | None = None
    gemeente: str | None = None
    aanbieder: str | None = None
    stand: str | None = None
    te_laat: bool = False


class Registerlijst(NamedTuple):
    """What ``lijst`` shows: the entries that were asked for, and of how many."""

    soort: str
    meervoud: str
    regels: tuple[Registerregel, ...]
    totaal: int
    keuze: Registerkeuze
    onleesbaar: tuple[str, ...] = ()


def stand_signaal(signaal: Signaal) -> str:
    """Return how far a signaal is.

    One that was passed on is no work of ours any more, unless we weighed it or decided something else about
    it: then a part of it is.
    """
    if signaal.doublure_van is not None:
        return "doublure"
    if signaal.afhandeling is not None:
        return "afgehandeld"
    besluit = signaal.besluit.keuze if signaal.besluit else None
    is_passed_on = signaal.doorverwezen_naar is not None
    if is_passed_on and (besluit == "doorverwijzen" or not (besluit or signaal.wegingen)):
        return "doorverwezen"
    if besluit is not None:
        return "besloten"
    return "gewogen" if signaal.wegingen else "open"


def stand_melding(melding: Melding) -> str:
    """Return how far a melding is."""
    if melding.afgesloten is not None:
        return "afgesloten"
    if melding.doorverwezen_naar is not None:
        return "doorverwezen"
    return "wacht-op-onderzoek" if days_late(melding, date.min) is not None else "open"


def days_late(melding: Melding, peildatum: date) -> int | None:
    """Return how many days an ordered onderzoek is late (0: not yet), None when none is out."""
    for opdracht in (melding.intern_onderzoek, melding.aanvullend_onderzoek):
        if opdracht is not None and opdracht.ontvangen_op is None:
            uiterlijk = opdracht.uiterlijk
            return max(0, (peildatum - uiterlijk.vroegst).days) if uiterlijk else 0
    return None


def regel_signaal(signaal: Signaal) -> Registerregel:
    """Return a signaal in short."""
    return Registerregel(
        signaal.id,
        signaal.datum.tekst,
        signaal.aanbieder,
        (signaal.gemeente,) if signaal.gemeente else (),
        signaal.aard,
        stand_signaal(signaal),
        signaal.wegingen[-1].prioriteit if signaal.wegingen else None,
        signaal.wet,
    )


def regel_melding(melding: Melding, peildatum: date) -> Registerregel:
    """Return a melding in short; once closed or passed on nothing of it is late."""
    stand = stand_melding(melding)
    late = (days_late(melding, peildatum) or 0) if stand == "wacht-op-onderzoek" else 0
    wat = f"{melding.aard}: {melding.soort}" if melding.soort else melding.aard
    gemeenten = (melding.gemeente,) if melding.gemeente else ()
    return Registerregel(
        *(melding.id, melding.ontvangen_op.tekst, melding.aanbieder, gemeenten, wat, stand),
        wet=melding.wet,
        te_laat=late,
    )


def regel_gesprek(gesprek: Gesprek) -> Registerregel:
    """Return a gesprek in short."""
    stand = "afgesloten" if gesprek.afgesloten else "open"
    wie = gesprek.aanbieder or gesprek.met
    return Registerregel(
        gesprek.id, gesprek.datum.tekst, wie, gesprek.gemeenten, gesprek.soort, stand, gesprek.uitkomst
    )


def regel_aanbieder(aanbieder: Registeraanbieder, aantallen: tuple[int, int, int]) -> Registerregel:
    """Return an aanbieder in short; ``aantallen`` are its signalen, meldingen and onderzoeken."""
    signalen, meldingen, onderzoeken = aantallen
    stand = f"{signalen} / {meldingen} / {onderzoeken}"
    return Registerregel(aanbieder.id, "", aanbieder.naam, aanbieder.gemeenten, "", stand)


def select_regels(regels: tuple[Registerregel, ...], keuze: Registerkeuze) -> tuple[Registerregel, ...]:
    """Return the entries that ``keuze`` asks for."""
    return tuple(
        regel
        for regel in regels
        if (keuze.jaar is None or regel.datum.startswith(f"{keuze.jaar}-"))
        and (keuze.gemeente is None or keuze.gemeente in regel.gemeenten)
        and (keuze.aanbieder is None or keuze.aanbieder in (regel.aanbieder, regel.id))
        and (keuze.stand is None or keuze.stand == regel.stand)
        and (not keuze.te_laat or regel.te_laat > 0)
    )
