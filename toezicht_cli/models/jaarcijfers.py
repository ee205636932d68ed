"""Jaarcijfers: the figures of a year without a register: aggregates only, as a source states them."""

from typing import Annotated, Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.waarde import Aantal, Formaat, Id, JaNee, Opmaak, Procent, Tekst, patroon

Hoofdstuk = Literal[
    "meldingen",
    "signalen",
    "gesprekken",
    "onderzoeken",
    "oordelen",
    "opvolging",
    "handhaving",
    "openbaarheid",
    "organisatie",
]
Jaar = Annotated[str, patroon(r"(?:19|20)[0-9]{2}", "2018", 4)]


class Jaardeel(Element):
    """One part of a count: as a number, as a percentage, or both, as the source has it."""

    id: Id = veld("Naam van het deel, gelijk in elk jaar.")
    wat: Tekst = veld("Wat het deel is.")
    aantal: Aantal | None = veld("Hoeveel, of onbekend.", None)
    procent: Procent | None = veld("Het percentage dat de bron noemt.", None)


class AndereOpgave(Element):
    """The same thing, stated once more in another place of the source."""

    waarde: Tekst = veld("Wat daar staat.")
    plaats: Tekst = veld("Waar het staat.")


class Jaaropgave(Element):
    """One count of a year with its parts."""

    id: Id = veld("Naam van de telling, gelijk in elk jaar.")
    hoofdstuk: Hoofdstuk = veld("Het hoofdstuk van het jaarverslag.")
    wat: Tekst = veld("Wat er geteld is.")
    eenheid: Tekst = veld("Wat één ervan is, in het meervoud: meldingen.")
    totaal: Aantal | None = veld("Het geheel, of onbekend.", None)
    delen: tuple[Jaardeel, ...] = veld("De delen.", ())
    telt_op: JaNee = veld("nee als de delen samen niet het geheel zijn.", default=True)
    plaats: Tekst | None = veld("Waar het in de bron staat.", None)
    andere_opgaven: tuple[AndereOpgave, ...] = veld("Dezelfde telling op een andere plek.", ())
    toelichting: Opmaak | None = veld("Wat een lezer erover moet weten.", None)


class Jaarcijfers(Element):
    """``jaarcijfers/<jaar>.yaml``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    jaar: Jaar = veld("Het jaar, gelijk aan de bestandsnaam.")
    organisatie: Tekst = veld("Van wie de cijfers zijn.")
    bron: Tekst = veld("Het document waar de cijfers uit komen.")
    opdruk: Tekst | None = veld("Waarschuwing op elke bladzijde, zoals 'bewerkt voorbeeld'.", None)
    opgaven: tuple[Jaaropgave, ...] = veld("De tellingen.", minstens=1)
