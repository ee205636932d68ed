"""Cijfer: a named figure with its bronnen, and what must add up among the figures."""

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DatumVeld
from toezicht_cli.models.waarde import BronId, CijferId, Cijferwaarde, Tekst


class Cijfer(Element):
    """One figure; ``onbekend`` is not 0 and takes part in no sum."""

    waarde: Cijferwaarde = veld("Het getal met een punt (17.5), onbekend of niet-vermeld.")
    peildatum: DatumVeld | None = veld("Het moment waar het getal over gaat.", None)
    eenheid: Tekst | None = veld("Wat er geteld is, zoals cliënten of procent.", None)
    bronnen: tuple[BronId, ...] = veld("Bronnen van het getal.", ())
    toelichting: Tekst | None = veld("Waar het getal over gaat.", None)


class Optelling(Element):
    """A sum: ``som`` is the total of ``delen``."""

    som: CijferId = veld("Het cijfer dat het totaal is.")
    delen: tuple[CijferId, ...] = veld("De cijfers die samen het totaal zijn.")


class Aandeel(Element):
    """A part of a whole, with its percentage where one is stated."""

    deel: CijferId = veld("Het cijfer dat een deel is.")
    geheel: CijferId = veld("Het cijfer dat het geheel is.")
    percentage: CijferId | None = veld("Het cijfer met het percentage dat erbij genoemd is.", None)


class Gelijkheid(Element):
    """Figures that speak of one quantity and therefore should be equal."""

    cijfers: tuple[CijferId, ...] = veld("De cijfers die gelijk horen te zijn.")
    grootheid: Tekst = veld("Waar beide cijfers over gaan.")


class Cijfers(Element):
    """``cijfers.yaml``."""

    cijfers: dict[CijferId, Cijfer] = veld("De cijfers, op naam.", {})
    optellingen: tuple[Optelling, ...] = veld("Wat moet optellen.", ())
    aandelen: tuple[Aandeel, ...] = veld("Delen van een geheel en hun percentages.", ())
    gelijkheden: tuple[Gelijkheid, ...] = veld("Cijfers over hetzelfde.", ())
