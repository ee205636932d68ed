"""Toetsingskader: thema's, normen and criteria, and the schaal that an oordeel is chosen from."""

from collections.abc import Iterator
from typing import Annotated, Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.bron import Rol
from toezicht_cli.models.datum import DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.waarde import Formaat, Id, JaNee, Kort, NormId, Opmaak, Tekst, patroon

Wet = Literal["wmo-2015", "jeugdwet", "wlz", "zvw"]
Puntsoort = Literal["verbeterpunt", "vereiste-aanpassing"]
Symbool = Annotated[str, patroon(r"[^ \t\r\n|]{1,2}", "✓", 2)]
Kleur = Annotated[str, patroon(r"#[0-9a-f]{6}", "#1b5e20", 7)]


class Oordeelscategorie(Element):
    """One step of a schaal: the only words an oordeel may use."""

    id: Id = veld("Naam van de categorie in de bestanden, zoals voldoet-grotendeels.")
    label: Tekst = veld("Hoe de categorie in een tabel heet.")
    kort: Tekst | None = veld("Kortere naam voor een smalle kolom.", None)
    zin: Tekst = veld("Hoe het in een zin staat: 'voldoet grotendeels aan de norm'.")
    symbool: Symbool = veld("Teken dat naast de kleur staat, zodat kleur nooit alleen iets betekent.")
    kleur: Kleur = veld("Kleur als #rrggbb in kleine letters.")
    vraagt: Literal["geen", "verbeterpunt", "vereiste-aanpassing"] = veld(
        "Welk soort punt deze categorie vraagt; elk ander soort is erbij verboden."
    )


class Schaal(Element):
    """The ordered categorieen of a kader; ``richting`` says which end comes first."""

    richting: Literal["positief-eerst", "negatief-eerst"] = veld(
        "Of de gunstigste of juist de ongunstigste categorie vooraan staat."
    )
    categorieen: tuple[Oordeelscategorie, ...] = veld("De categorieën, in volgorde.")

    def find(self, categorie_id: str) -> Oordeelscategorie | None:
        """Return the categorie with this id, or None."""
        return next((item for item in self.categorieen if item.id == categorie_id), None)

    @property
    def from_best(self) -> tuple[Oordeelscategorie, ...]:
        """Return the categorieen, the most favourable first."""
        return self.categorieen if self.richting == "positief-eerst" else self.categorieen[::-1]


class Grondslag(Element):
    """The legal ground of a norm."""

    bepaling: Tekst = veld("Wet en artikel, zoals 'Wmo 2015, artikel 3.1, tweede lid, onder a'.")
    eigen_lezing: JaNee = veld(
        "ja als het kader zelf geen grondslag noemt en dit onze lezing is.", default=False
    )


class Criterium(Element):
    """A part of a norm that is looked at, possibly divided again."""

    id: Id = veld("Naam van het criterium binnen de norm; er mogen nummers ontbreken.")
    tekst: Tekst = veld("Waar naar gekeken wordt, in eigen woorden.")
    criteria: "tuple[Criterium, ...]" = veld("Onderdelen van dit criterium.", ())


class GevraagdDocument(Element):
    """A document that the kader asks of an aanbieder under a norm."""

    id: Id = veld("Naam van het gevraagde document.")
    omschrijving: Tekst = veld("Wat er gevraagd wordt, in eigen woorden.")


class Vraag(Element):
    """A question for an interview about a norm."""

    rol: Rol = veld("Aan wie de vraag is.")
    vraag: Tekst = veld("De vraag, in eigen woorden.")


class Norm(Element):
    """One requirement of the kader, also called eis."""

    id: NormId = veld("Nummer van de norm. Dit is tekst: 1.10 is niet 1.1.")
    titel: Tekst = veld("Korte kop in eigen woorden.")
    omschrijving: Tekst = veld("Wat de norm vraagt, verkort en in eigen woorden.")
    tekst_officieel: Opmaak | None = veld("De letterlijke tekst van de organisatie zelf.", None)
    grondslag: tuple[Grondslag, ...] = veld("Waar de norm op steunt.", ())
    plaats: Tekst | None = veld("Waar de norm in de bron staat.", None)
    van_toepassing_op: tuple[Tekst, ...] = veld(
        "Voorzieningen waarvoor de norm geldt; leeg betekent alle.", ()
    )
    documenten: tuple[GevraagdDocument, ...] = veld("Documenten die bij de norm gevraagd worden.", ())
    vragen: tuple[Vraag, ...] = veld("Vragen voor een gesprek, per rol.", ())
    criteria: tuple[Criterium, ...] = veld("Onderdelen van de norm.", ())

    def walk_criteria(self) -> Iterator[Criterium]:
        """Yield every criterium of the norm, deeper ones after their parent."""
        stack = list(reversed(self.criteria))
        while stack:
            criterium = stack.pop()
            yield criterium
            stack += reversed(criterium.criteria)


class Thema(Element):
    """A chapter of the kader."""

    id: Id = veld("Nummer of naam van het thema.")
    titel: Tekst = veld("Kop van het thema in eigen woorden.")
    omschrijving: Tekst | None = veld("Waar het thema over gaat.", None)
    normen: tuple[Norm, ...] = veld("De normen, in volgorde.", ())


class Onvolledigheid(Element):
    """Something that the kader lacks compared with its source, and why."""

    wat: Tekst = veld("Wat er ontbreekt.")
    waarom: Tekst = veld("Waarom het ontbreekt.")


class Puntlabel(Element):
    """How the organisation calls a kind of point."""

    soort: Puntsoort = veld("Het soort punt.")
    enkelvoud: Tekst = veld("Naam van één punt.")
    meervoud: Tekst = veld("Naam van meer punten.")


class Toetsingskader(Element):
    """``kaders/toetsing/<naam>/<versie>.yaml``: what is tested, and in which words it is judged."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    naam: Id = veld("Naam van het kader, gelijk aan de map.")
    versie: Kort = veld("Versie van het kader, gelijk aan de bestandsnaam.")
    titel: Tekst = veld("Naam van het kader voor een lezer.")
    organisatie: Tekst = veld("Wie het kader vaststelde.")
    bron: Tekst = veld("Het document waar de gegevens uit komen.")
    wetten: tuple[Wet, ...] = veld("Wetten waaronder het kader toetst.", minstens=1)
    vastgesteld_op: DatumOfNietVermeld | None = veld("Wanneer het kader is vastgesteld.", None)
    geldig_vanaf: DatumOfNietVermeld | None = veld("Vanaf wanneer het geldt.", None)
    terugwerkend_tot: DatumVeld | None = veld("Tot wanneer het terugwerkt.", None)
    geldig_tot: DatumVeld | None = veld("Laatste dag waarop het geldt.", None)
    vindplaats: Tekst | None = veld("Waar de officiële tekst staat.", None)
    onvolledig: tuple[Onvolledigheid, ...] = veld("Wat er ontbreekt en waarom.", ())
    eigen_bewoording: JaNee = veld(
        "ja als de omschrijvingen de officiële woorden van de organisatie zelf zijn.", default=False
    )
    per: Literal["aanbieder", "locatie"] = veld("Of per aanbieder of per locatie geoordeeld wordt.")
    schaal: Schaal = veld("De categorieën voor een oordeel op een norm.")
    eindoordeel: Literal["geen", "optioneel", "verplicht"] = veld("Of er een eindoordeel bij hoort.")
    schaal_eindoordeel: Schaal | None = veld(
        "De categorieën voor het eindoordeel; ontbreekt deze, dan geldt de schaal van de normen.",
        None,
    )
    puntlabels: tuple[Puntlabel, ...] = veld("Eigen namen voor de soorten punten.", ())
    themas: tuple[Thema, ...] = veld("De thema's, in volgorde.")

    @property
    def verwijzing(self) -> str:
        """Return the kader as a case names it: ``naam@versie``."""
        return f"{self.naam}@{self.versie}"

    @property
    def eindschaal(self) -> Schaal:
        """Return the schaal of the eindoordeel."""
        return self.schaal_eindoordeel or self.schaal

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Return all normen in the order of the kader."""
        return tuple(norm for thema in self.themas for norm in thema.normen)

    def find_norm(self, norm_id: str) -> Norm | None:
        """Return the norm with this id, or None."""
        return next((norm for norm in self.normen if norm.id == norm_id), None)
