"""Verbeterpunt: what must improve; under a norm that is not met a *vereiste aanpassing*."""

from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from toezicht_cli.models.base import Element, Waarde, veld
from toezicht_cli.models.datum import SCHEMA_DAG, DagVeld, Datum, validate_dag
from toezicht_cli.models.kader import Puntsoort
from toezicht_cli.models.waarde import BronId, NormId, Opmaak, PuntId, Tekst, VestigingId

ZO_SPOEDIG_MOGELIJK = "zo-spoedig-mogelijk"

Puntstatus = Literal["open", "deels", "gereed-volgens-aanbieder", "geborgd-vastgesteld", "vervallen"]


def _validate_uiterlijk(value: Any) -> Datum | str:  # noqa: ANN401 - pydantic hands over what it was given
    if isinstance(value, str) and value.replace(" ", "-").lower() == ZO_SPOEDIG_MOGELIJK != value:
        raise PydanticCustomError("vorm", "schrijf zo-spoedig-mogelijk, met streepjes en kleine letters")
    return ZO_SPOEDIG_MOGELIJK if value == ZO_SPOEDIG_MOGELIJK else validate_dag(value)


Uiterlijk = Annotated[
    Datum | Literal["zo-spoedig-mogelijk"],
    Waarde(_validate_uiterlijk, {"anyOf": [SCHEMA_DAG, {"const": ZO_SPOEDIG_MOGELIJK}]}),
]


class Opvolging(Element):
    """One step in the follow-up of a point."""

    datum: DagVeld = veld("Wanneer deze stand is vastgesteld.")
    status: Puntstatus = veld("De stand van het punt.")
    bewijs: tuple[BronId, ...] = veld("Bronnen waaruit de stand blijkt.", ())
    beoordeeld_door: Tekst | None = veld("Wie de stand beoordeelde.", None)
    toelichting: Opmaak | None = veld("Wat er gezien is.", None)


class Verbeterpunt(Element):
    """One point to follow up."""

    id: PuntId = veld("Nummer van het punt, zoals V01.")
    norm: NormId = veld("De norm waar het punt bij hoort.")
    locatie: VestigingId | None = veld("Vestiging waar het punt over gaat.", None)
    soort: Puntsoort = veld("Verbeterpunt, of vereiste aanpassing bij een norm die niet gehaald is.")
    tekst: Opmaak = veld("Wat er moet gebeuren: een werkwoord en een resultaat.")
    uiterlijk: Uiterlijk | None = veld("Uiterste datum, of zo-spoedig-mogelijk.", None)
    opvolging: tuple[Opvolging, ...] = veld("Wat er daarna mee gebeurde, de oudste eerst.", ())


class Verbeterpunten(Element):
    """``verbeterpunten.yaml``."""

    verbeterpunten: tuple[Verbeterpunt, ...] = veld("De punten.", ())
