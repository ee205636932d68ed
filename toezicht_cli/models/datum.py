"""Datum: a day, a month, a year or an interval, exactly as precise as the source is.

The forms are a subset of EDTF level 0/1 (ISO 8601-2:2019): ``2025-01-23``, ``2024-10``, ``2025``,
``2024-07/2025-06`` and the open interval ``2019-09/..``. Our own code and not a library, because
dates carry oordelen here and the subset is forty lines: docs/besluiten/0005.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from toezicht_cli.models.base import Waarde

NIET_VERMELD = "niet-vermeld"
NietVermeld = Literal["niet-vermeld"]

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_VORM = "schrijf een datum als 2025-01-23, 2025-01, 2025 of 2025-01/2025-06"
_EEN_DAG = "hier hoort één dag te staan, zoals 2025-01-23"
_GEEN_DAG = "deze dag bestaat niet"
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_DUTCH_WORDS = re.compile(r"(?:(\d{1,2}) )?([a-z]{3,9}) (\d{4})", re.ASCII | re.IGNORECASE)

# For an editor: all but a day that its month lacks, and an end before its begin.
_JAAR, _MAAND, _DAG = "(?!0000)[0-9]{4}", "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_EEN = f"{_JAAR}(?:-{_MAAND}(?:-{_DAG})?)?"
_PATTERN = rf"^{_EEN}(?:/(?:\.\.|{_EEN}))?$(?!\n)"
_PATTERN_DAG = rf"^{_JAAR}-{_MAAND}-{_DAG}$(?!\n)"


@dataclass(frozen=True, slots=True)
class Datum:
    """A date as written, with its earliest and its latest day (None: no end)."""

    tekst: str
    vroegst: date
    laatst: date | None

    def is_later_than(self, other: "Datum") -> bool:
        """Whether the earliest day of this date comes after the latest day of ``other``."""
        return other.laatst is not None and self.vroegst > other.laatst

    def runs_past(self, other: "Datum") -> bool:
        """Whether this date may end after the latest day of ``other``: its last day lies later."""
        if other.laatst is None:
            return False
        return self.laatst is None or self.laatst > other.laatst

    @property
    def is_dag(self) -> bool:
        """Whether this is one exact day."""
        return self.vroegst == self.laatst

    @property
    def leesbaar(self) -> str:
        """Return the date in Dutch: ``3 maart 2025``, ``juli 2024 t/m juni 2025``."""
        begin, _, einde = self.tekst.partition("/")
        if not einde:
            return _in_words(begin)
        if einde == "..":
            return f"vanaf {_in_words(begin)}"
        return f"{_in_words(begin)} t/m {_in_words(einde)}"

    def __str__(self) -> str:
        return self.tekst


def parse_datum(text: str) -> Datum:
    """Return the date that ``text`` writes.

    Raises:
        ValueError: it is no date of this format, or a day that does not exist; the message is
            Dutch and does not repeat ``text``.
    """
    begin, slash, einde = text.partition("/")
    vroegst, laatst_begin = _days(begin)
    if not slash:
        return Datum(text, vroegst, laatst_begin)
    if einde == "..":
        return Datum(text, vroegst, None)
    vroegst_einde, laatst = _days(einde)
    if vroegst_einde < vroegst:
        raise ValueError("de periode eindigt voordat zij begint")
    return Datum(text, vroegst, laatst)


def iso_from_dutch(text: str) -> str | None:
    """Return the ISO form of a date in Dutch order or words (``23-1-2025``), None if it is none."""
    words = " ".join(text.split())
    if match := _DUTCH.fullmatch(words):
        dag, maand, jaar = match.groups()
        iso = f"{jaar}-{int(maand):02d}-{int(dag):02d}"
    elif (match := _DUTCH_WORDS.fullmatch(words)) and match[2].lower() in MAANDEN:
        dag, maand, jaar = match.groups()
        iso = f"{jaar}-{MAANDEN.index(maand.lower()) + 1:02d}" + (f"-{int(dag):02d}" if dag else "")
    else:
        return None
    try:
        return parse_datum(iso).tekst
    except ValueError:
        return None


def _days(text: str) -> tuple[date, date]:
    match = _ISO.fullmatch(text)
    if match is None:
        is_no_day = _DUTCH.fullmatch(text) and iso_from_dutch(text) is None
        raise ValueError(_GEEN_DAG if is_no_day else _VORM)
    jaar, maand, dag = (int(part) if part else None for part in match.groups())
    assert jaar is not None  # noqa: S101 - the pattern has it
    try:
        if maand is None:
            return date(jaar, 1, 1), date(jaar, 12, 31)
        if dag is None:
            return date(jaar, maand, 1), date(jaar, maand, monthrange(jaar, maand)[1])
        return date(jaar, maand, dag), date(jaar, maand, dag)
    except ValueError as error:
        raise ValueError(_GEEN_DAG) from error


def _in_words(text: str) -> str:
    parts = text.split("-")
    words = [str(int(part)) for part in parts[2:]]
    words += [MAANDEN[int(part) - 1] for part in parts[1:2]]
    return " ".join([*words, parts[0]])


def _validate(value: Any, vorm: str = _VORM) -> Datum:  # noqa: ANN401 - pydantic hands over what it was given
    if isinstance(value, Datum):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("datum", "hier hoort een datum te staan, zoals 2025-01-23")
    try:
        return parse_datum(value)
    except ValueError as error:
        if iso := iso_from_dutch(value):
            message = "schrijf deze datum als {iso}"
            raise PydanticCustomError("datum_nederlands", message, {"iso": iso}) from error
        reden = str(error)
        raise PydanticCustomError("datum", vorm if reden == _VORM else reden) from error


def validate_dag(value: Any) -> Datum:  # noqa: ANN401 - pydantic hands over what it was given
    """Return one exact day; raise a pydantic error in Dutch for anything else."""
    datum = _validate(value, _EEN_DAG)
    if not datum.is_dag or "/" in datum.tekst:
        raise PydanticCustomError("datum", _EEN_DAG)
    return datum


def _validate_or_niet_vermeld(value: Any) -> Datum | NietVermeld:  # noqa: ANN401 - as above
    if value == NIET_VERMELD:
        return "niet-vermeld"
    return _validate(value)


_SCHEMA = {
    "type": ["string", "integer"],  # a bare 2025 is a number to an editor
    "pattern": _PATTERN,
    "minimum": 1,
    "maximum": 9999,
    "examples": ["2025-01-23", "2024-10", "2024-07/2025-06"],
}
SCHEMA_DAG = {"type": "string", "pattern": _PATTERN_DAG, "examples": ["2025-01-23"]}

DatumVeld = Annotated[Datum, Waarde(_validate, _SCHEMA)]
DagVeld = Annotated[Datum, Waarde(validate_dag, SCHEMA_DAG)]
DatumOfNietVermeld = Annotated[
    Datum | NietVermeld,
    Waarde(_validate_or_niet_vermeld, {"anyOf": [_SCHEMA, {"const": NIET_VERMELD}]}),
]
