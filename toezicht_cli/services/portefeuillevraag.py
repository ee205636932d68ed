"""Portefeuillevraag: what can be asked of a portefeuille; apart, because asking needs nothing to be read."""

from datetime import date
from typing import NamedTuple


class Vraag(NamedTuple):
    """What was asked for; None asks for everything. ``kader`` is naam@versie, or naam for each edition.

    ``peildatum`` is the day on which is looked.
    """

    gemeente: str | None = None
    kader: str | None = None
    fase: str | None = None
    soort_toezicht: str | None = None
    aanbieder: str | None = None
    te_laat: bool = False
    sorteer: str = "onderzoek"
    peildatum: date = date.max
