"""Normoordeel: the oordeel on one norm, with the bevindingen that carry it."""

import re
from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.waarde import (
    BronId,
    CategorieId,
    Id,
    KaderVerwijzing,
    NormId,
    Opmaak,
    Tekst,
    VestigingId,
)

Status = Literal["niet-getoetst", "niet-van-toepassing", "eerder-getoetst", "meegewogen", "buiten-reikwijdte"]

CITATIE = re.compile(r"\[(@[^\[\]\n]{1,300})\]")
CITATIE_ID = re.compile(r"@([A-Za-z]{1,4}[0-9]{1,4}[a-z]?)\b", re.ASCII)


def find_citaties(tekst: str) -> tuple[str, ...]:
    """Return the ids of the bronnen that ``[@D01; @I05, p. 2]`` in a text names, in order."""
    return tuple(bron_id for match in CITATIE.finditer(tekst) for bron_id in CITATIE_ID.findall(match[1]))


class Bevinding(Element):
    """An observation under a norm, resting on bronnen."""

    id: Id = veld("Naam van de bevinding, uniek binnen de norm, zoals a.")
    tekst: Opmaak = veld("Wat er gezien, gelezen of gehoord is. Verwijs met [@B01] naar een bron.")
    bronnen: tuple[BronId, ...] = veld("Bronnen waar de bevinding op steunt.", ())
    criteria: tuple[Id, ...] = veld("Criteria van de norm waar de bevinding over gaat.", ())

    @property
    def alle_bronnen(self) -> tuple[str, ...]:
        """Return the bronnen of the list and those cited in the text, each once, in order."""
        return tuple(dict.fromkeys((*self.bronnen, *find_citaties(self.tekst))))


class EerderOordeel(Element):
    """What an earlier onderzoek said of the same norm; stands in a hertoets."""

    onderzoek: Id = veld("Het onderzoek waarin de norm eerder getoetst is.")
    oordeel: CategorieId | None = veld("Het oordeel van toen.", None)
    kader: KaderVerwijzing = veld("Het kader van toen.")


class Normoordeel(Element):
    """What the toezichthouder judged on one norm of the kader.

    Either ``oordeel`` (a category of the kader's own schaal) or ``status`` with ``reden`` (why
    there is none) is given; the toolkit has no scale of its own. One without either is still open.
    """

    norm: NormId = veld('Nummer van de norm, tussen aanhalingstekens: "1.10".')
    locatie: VestigingId | None = veld("Vestiging waar het oordeel over gaat.", None)
    oordeel: CategorieId | None = veld("Een categorie van de schaal van het kader.", None)
    status: Status | None = veld("Waarom er geen oordeel is.", None)
    reden: Tekst | None = veld("De reden van de status, in een zin.", None)
    bevindingen: tuple[Bevinding, ...] = veld("Wat er is vastgesteld.", ())
    positieve_punten: tuple[Tekst, ...] = veld("Wat goed gaat.", ())
    conclusie: Opmaak | None = veld("Eigen conclusie; anders schrijft het programma de zin.", None)
    concept_oordeel: CategorieId | None = veld("Het oordeel in het conceptrapport, als het anders was.", None)
    gewijzigd_door: Tekst | None = veld("Wie het oordeel na het concept wijzigde.", None)
    motivering: Opmaak | None = veld("Waarom het oordeel na het concept anders werd.", None)
    eerder: EerderOordeel | None = veld("Bij een hertoets: het oordeel van het eerdere onderzoek.", None)
    kader: KaderVerwijzing | None = veld(
        "Het kader waaronder het oordeel gegeven is, als dat een ander is dan dat van het onderzoek.", None
    )
    beoordelaar: Tekst | None = veld("Wie het oordeel gaf.", None)
    tegenlezer: Tekst | None = veld("Wie het oordeel tegenlas.", None)

    @property
    def is_beoordeeld(self) -> bool:
        """Whether an oordeel was given."""
        return self.oordeel is not None

    @property
    def sleutel(self) -> str:
        """Return what the file must be called: ``norm`` or ``norm@locatie``."""
        return f"{self.norm}@{self.locatie}" if self.locatie else self.norm

    @property
    def alle_bronnen(self) -> tuple[str, ...]:
        """Return every bron that a bevinding names, each once, in order."""
        return tuple(dict.fromkeys(bron for item in self.bevindingen for bron in item.alle_bronnen))
