"""Who takes part in an onderzoek: the aanbieder with its vestigingen, gemeenten, onderzoekers."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DagVeld, DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.waarde import Id, JaNee, Kort, Tekst, VestigingId

Financiering = Literal["zin", "pgb", "onderaanneming"]


class Vestiging(Element):
    """A place where the aanbieder works."""

    id: VestigingId = veld("Nummer van de vestiging, zoals L1.")
    naam: Tekst = veld("Hoe de vestiging heet.")
    plaats: Tekst | None = veld("Plaatsnaam.", None)
    adres: Tekst | None = veld("Adres.", None)
    voorzieningen: tuple[Tekst, ...] = veld("Wat er geboden wordt.", ())


class Aanbieder(Element):
    """The care provider under supervision."""

    id: Id | None = veld("Naam van de aanbieder in bestanden, zoals in aanbieders/ van de werkmap.", None)
    naam: Tekst = veld("Naam van de aanbieder.")
    rechtsvorm: Tekst | None = veld("Rechtsvorm.", None)
    kvk: Kort | None = veld("Nummer in het Handelsregister.", None)
    vestigingen: tuple[Vestiging, ...] = veld("Vestigingen van de aanbieder.", ())
    financiering: tuple[Financiering, ...] = veld("Hoe de zorg betaald wordt.", ())


class Gemeente(Element):
    """A gemeente, by its CBS code where that is known."""

    naam: Tekst = veld("Naam van de gemeente.")
    code: Kort | None = veld("Code van het CBS, zoals GM0599.", None)


class Aanwijzing(Element):
    """The appointment as toezichthouder: Wmo 2015, artikel 6.1."""

    door: Tekst = veld("Het college of de gemeente die de toezichthouder aanwees.")
    vanaf: DatumOfNietVermeld | None = veld("Vanaf wanneer.", None)
    tot: DatumVeld | None = veld("Tot en met wanneer.", None)


class Onderzoeker(Element):
    """Somebody who did the onderzoek."""

    naam: Tekst = veld("Naam of functie.")
    functie: Tekst | None = veld("Functie.", None)
    aanwijzing: Aanwijzing | None = veld("De aanwijzing als toezichthouder.", None)


class Bezoek(Element):
    """A visit to the aanbieder."""

    datum: DagVeld = veld("De dag van het bezoek.")
    locatie: VestigingId | None = veld("De bezochte vestiging.", None)
    door: tuple[Tekst, ...] = veld("Namen van de onderzoekers die er waren.", ())
    aangekondigd: JaNee | None = veld("Of het bezoek aangekondigd was.", None)
    wat: Tekst | None = veld("Wat er gedaan is.", None)
