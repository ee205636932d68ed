"""Termijn: how long something may take, and the kalender that says which days count."""

from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from toezicht_cli.models.base import Element, Waarde, veld
from toezicht_cli.models.datum import DagVeld
from toezicht_cli.models.waarde import Formaat, Id, JaNee, Tekst, whole

# What a term begins or ends with: a moment of the onderzoek (``momenten``), its last visit, or the day on
# which a document was requested (then there is a term for each request).
Gebeurtenis = Literal[
    "aangekondigd_op",
    "gestart_op",
    "concept_verzonden_op",
    "reactie_ontvangen_op",
    "vastgesteld_op",
    "verzonden_op",
    "openbaar_op",
    "verbeterplan_ontvangen_op",
    "laatste_bezoek",
    "gevraagd_op",
]
Eenheid = Literal["werkdagen", "dagen", "weken", "maanden"]
# Which days are no werkdagen: an organisation decides, for the law does not (metingen.md §3).
VrijeDagen = Literal["weekend", "feestdagen", "feestdagen-en-gelijkgesteld"]

_MEESTE = 3_650


def _check_lengte(value: Any) -> int:  # noqa: ANN401 - pydantic hands over what it was given
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= len(str(_MEESTE)):
        number = int(value)
        if value == str(number) and 1 <= number <= _MEESTE:
            return number
    raise PydanticCustomError("waarde", "hier hoort een geheel getal van 1 tot en met 3650 te staan")


_LENGTE = "[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650"
Lengte = Annotated[
    int,
    Waarde(
        _check_lengte,
        {"type": ["string", "integer"], "pattern": whole(_LENGTE), "minimum": 1, "maximum": _MEESTE},
    ),
]


class Termijn(Element):
    """One term of an organisation: how long, from what, until what, and which days count."""

    id: Id = veld("Naam van de termijn, zoals reactie-aanbieder.")
    wat: Tekst = veld("Wat er binnen de termijn gebeurt, zoals: De aanbieder reageert op het concept.")
    lengte: Lengte = veld("Hoe lang, in de eenheid.")
    eenheid: Eenheid = veld("werkdagen, dagen, weken of maanden.")
    vanaf: Gebeurtenis = veld("Waar de termijn mee begint; die dag telt zelf niet mee.")
    terug: JaNee = veld("ja als er teruggeteld wordt: zo lang vóór de gebeurtenis.", default=False)
    klaar_met: Gebeurtenis | None = veld("De gebeurtenis waarmee eraan voldaan is.", None)
    vrije_dagen: VrijeDagen = veld(
        "Welke dagen geen werkdag zijn: weekend, feestdagen of feestdagen-en-gelijkgesteld.",
        "feestdagen-en-gelijkgesteld",
    )
    soort: Literal["wettelijk", "beleid"] = veld("Of een wet de termijn stelt, of de organisatie zelf.")
    schuift_door: JaNee | None = veld(
        "Of het einde doorschuift als het op een vrije dag valt. Leeg: alleen als de wet dat zegt.", None
    )
    bron: Tekst = veld("Waar de termijn staat: de wet of het stuk van de organisatie.")


class Kalenderdag(Element):
    """One day that does not count as a werkdag."""

    datum: DagVeld = veld("De dag.")
    naam: Tekst = veld("Hoe de dag heet.")
    soort: Literal["feestdag", "gelijkgesteld"] = veld(
        "Of de dag een algemeen erkende feestdag is, of daarmee gelijkgesteld."
    )
    bron: Tekst = veld("Waar dat staat.")


class Kalender(Element):
    """``kaders/termijnen/kalender.yaml``: the days that are known, from the first to the last year."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    titel: Tekst = veld("Naam van de kalender voor een lezer.")
    bron: Tekst = veld("Waar de dagen uit komen.")
    vanaf: DagVeld = veld("De eerste dag waarvoor de kalender volledig is.")
    tot: DagVeld = veld("De laatste dag waarvoor de kalender volledig is.")
    dagen: tuple[Kalenderdag, ...] = veld("De dagen, de oudste eerst.")
