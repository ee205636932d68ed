"""Bevoegdheid: who supervises what: law × kwaliteit or rechtmatigheid, as data."""

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.kader import Wet
from toezicht_cli.models.onderzoek import Domein
from toezicht_cli.models.waarde import Formaat, Id, JaNee, Tekst


class Partij(Element):
    """Somebody who may be competent."""

    id: Id = veld("Naam in de bestanden, zoals igj.")
    naam: Tekst = veld("Hoe de partij heet.")
    eigen: JaNee = veld("ja als wij deze partij zelf zijn.", default=False)


class Bevoegdheid(Element):
    """Who is competent for one law and one domein."""

    wet: Wet = veld("De wet.")
    domein: Domein = veld("Kwaliteit of rechtmatigheid.")
    partijen: tuple[Id, ...] = veld("Wie bevoegd is.", minstens=1)
    grondslag: Tekst | None = veld("Waar dat op rust.", None)


class Bevoegdheden(Element):
    """``kaders/bevoegdheid/bevoegdheid.yaml``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    bron: Tekst = veld("De documenten waar de gegevens uit komen.")
    partijen: tuple[Partij, ...] = veld("De partijen.", minstens=1)
    bevoegdheden: tuple[Bevoegdheid, ...] = veld("Wie waarvoor bevoegd is.", minstens=1)
