"""Afwegingskader: how a signaal is weighed, ernst × omvang gives a prioriteit, then what raises it."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DatumOfNietVermeld
from toezicht_cli.models.kader import Kleur, Onvolledigheid, Symbool
from toezicht_cli.models.waarde import Formaat, Id, Kort, Opmaak, Tekst


class Afwegingsstap(Element):
    """One word that ernst or omvang can have."""

    id: Id = veld("Naam in de bestanden, zoals levensbedreigend.")
    titel: Tekst = veld("Hoe het heet voor een lezer.")
    uitleg: Tekst | None = veld("Wat eronder valt, in eigen woorden.", None)


class Prioriteit(Element):
    """One prioriteit: how soon a signaal is taken up, never whether."""

    id: Id = veld("Naam in de bestanden, zoals rood.")
    label: Tekst = veld("Hoe de prioriteit in een tabel heet.")
    betekenis: Tekst = veld("Wat de prioriteit zegt over hoe snel.")
    symbool: Symbool = veld("Teken dat naast de kleur staat.")
    kleur: Kleur = veld("Kleur als #rrggbb in kleine letters.")


class Afwegingscel(Element):
    """One cell of the table; without prioriteit the organisation has not filled it."""

    ernst: Id = veld("Een ernst uit dit kader.")
    omvang: Id = veld("Een omvang uit dit kader.")
    prioriteit: Id | None = veld("De prioriteit in deze cel; leeg als niemand die invulde.", None)


class Omstandigheid(Element):
    """Something that can raise the prioriteit; people decide whether it does."""

    id: Id = veld("Naam in de bestanden, zoals publieksgevoelig.")
    titel: Tekst = veld("Hoe het heet voor een lezer.")
    uitleg: Tekst | None = veld("Wanneer het speelt, in eigen woorden.", None)
    blijkt_uit: Literal["oordeel", "eerdere-signalen"] = veld(
        "Of iemand dit beoordeelt, of het programma de eerdere signalen opzoekt.", "oordeel"
    )


class Afwegingskader(Element):
    """``kaders/afweging/<naam>/<versie>.yaml``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    naam: Id = veld("Naam van het kader, gelijk aan de map.")
    versie: Kort = veld("Versie van het kader, gelijk aan de bestandsnaam.")
    titel: Tekst = veld("Naam van het kader voor een lezer.")
    organisatie: Tekst = veld("Wie het kader vaststelde.")
    bron: Tekst = veld("Het document waar de gegevens uit komen.")
    vastgesteld_op: DatumOfNietVermeld | None = veld("Wanneer het kader is vastgesteld.", None)
    onvolledig: tuple[Onvolledigheid, ...] = veld("Wat er ontbreekt en waarom.", ())
    uitleg: Opmaak | None = veld("Hoe het kader gebruikt wordt, in eigen woorden.", None)
    ernst: tuple[Afwegingsstap, ...] = veld("De soorten ernst, de zwaarste eerst.", minstens=1)
    omvang: tuple[Afwegingsstap, ...] = veld("De soorten omvang, de grootste eerst.", minstens=1)
    prioriteiten: tuple[Prioriteit, ...] = veld("De prioriteiten, de hoogste eerst.", minstens=1)
    tabel: tuple[Afwegingscel, ...] = veld("De cellen van de tabel.", ())
    omstandigheden: tuple[Omstandigheid, ...] = veld("Wat de prioriteit kan verhogen.", ())
    niet_voor: tuple[Literal["calamiteit", "geweld"], ...] = veld("Waar het kader niet voor is.", ())

    @property
    def verwijzing(self) -> str:
        """Return the kader as a weging names it: ``naam@versie``."""
        return f"{self.naam}@{self.versie}"
