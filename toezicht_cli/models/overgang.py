"""Kaderovergang: how the normen of one edition of a kader went over into the next."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.waarde import CategorieId, Formaat, KaderVerwijzing, NormId, Tekst


class Normovergang(Element):
    """What became of one norm: the same, changed, dropped or new."""

    soort: Literal["zelfde", "gewijzigd", "vervallen", "nieuw"] = veld("Wat er met de norm gebeurde.")
    van: NormId | None = veld("De norm in de oude versie; niet bij nieuw.", None)
    naar: NormId | None = veld("De norm in de nieuwe versie; niet bij vervallen.", None)
    toelichting: Tekst | None = veld("Wat er anders is.", None)


class Kaderovergang(Element):
    """``kaders/overgang/<naam>/<naar>.yaml``: from one edition to ``naar``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    van: KaderVerwijzing = veld("De oude versie, als naam@versie.")
    naar: KaderVerwijzing = veld("De nieuwe versie, als naam@versie.")
    bron: Tekst | None = veld("Waar de vergelijking op rust.", None)
    normen: tuple[Normovergang, ...] = veld("Wat er met elke norm gebeurde.", minstens=1)
    categorieen: dict[CategorieId, CategorieId] = veld(
        "De nieuwe naam van een categorie, waar die veranderde.", {}
    )
