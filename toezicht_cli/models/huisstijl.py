"""Huisstijl: how the documents of an organisation look, as data."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.kader import Kleur
from toezicht_cli.models.waarde import Formaat, Id, Tekst


class Lettertypen(Element):
    """The families of letters, and the files that hold them."""

    tekst: Tekst = veld("Naam van het lettertype voor de tekst.")
    koppen: Tekst | None = veld("Naam van het lettertype voor de koppen; zonder dit: dat van de tekst.", None)
    bestanden: tuple[Tekst, ...] = veld("Bestanden (.ttf of .otf) in de map van de huisstijl.", ())


class Huisstijl(Element):
    """``huisstijl.yaml``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    organisatie: Tekst | None = veld("Naam die op het voorblad staat.", None)
    adres: tuple[Tekst, ...] = veld("Adres, een regel per onderdeel.", ())
    logo: Tekst | None = veld("Bestand met het logo (.svg), in de map van de huisstijl.", None)
    logo_tekst: Tekst | None = veld("Wat het logo laat zien, voor wie het niet ziet.", None)
    kleur: Kleur | None = veld("Kleur van koppen en lijnen, als #rrggbb in kleine letters.", None)
    lettertypen: Lettertypen | None = veld("Lettertypen voor de pdf en voor Word.", None)
    voorblad: Literal["kleurvlak", "wit"] = veld("Of het voorblad een vlak in de kleur heeft.", "kleurvlak")


class Sjabloon(Element):
    """``sjabloon.yaml`` of a template."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    naam: Tekst = veld("Naam van het sjabloon, gelijk aan de map.")
    omschrijving: Tekst = veld("Wat voor document het is.")
    delen_van: Id | None = veld("Een sjabloon van het programma waarvan dit sjabloon delen insluit.", None)
    soort: Literal["rapport", "voorbereiding", "jaarverslag"] = veld(
        "voorbereiding voor een brief of lijst die voor het onderzoek uit gaat: die wacht op geen oordeel. "
        "jaarverslag voor de cijfers van een jaar.",
        "rapport",
    )
