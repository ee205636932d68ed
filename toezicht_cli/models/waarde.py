"""Waarde: the scalar types. Every value arrives as text; a pattern decides, then it is converted.

pydantic's own conversions are not used: they take "1_000" for a number and "no" for a yes/no.
Messages never repeat the value: it may be a BSN in a CI log.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from toezicht_cli.models.base import Waarde

ONBEKEND = "onbekend"

_HTML = re.compile(r"<!--|<!\[CDATA\[|<[?]|</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s[^<>]{0,500})?/?>")
_ESCAPED = re.compile(r"\\[\\<]")
_CODE = re.compile(r"`[^`\n]{1,500}`")
_NOT_EMPTY = r"\S"
_GETAL = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)
# Not three decimals: to a Dutch reader 1.500 is fifteen hundred.
_DECIMAAL = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.(?:[0-9]{1,2}|[0-9]{4,6}))?", re.ASCII)


def whole(pattern: str) -> str:
    """Return ``pattern`` for the JSON schema of a whole text.

    Without the last part Python takes a text with a newline at the end as well; ECMAScript does not.
    """
    return rf"^(?:{pattern})$(?!\n)"


def patroon(pattern: str, example: str, length: int = 60) -> Waarde:
    """Return the type of a text that matches ``pattern``, with ``example`` for message and JSON schema."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> str:  # noqa: ANN401 - pydantic hands over what it was given
        text = _as_text(value)
        if len(text) > length or compiled.fullmatch(text) is None:
            if text[:1] in "“”„‘’‚":
                raise PydanticCustomError("vorm", "dit zijn ronde aanhalingstekens uit Word: typ rechte")
            if compiled.fullmatch("-".join(text.lower().split())):
                raise PydanticCustomError(
                    "vorm", "schrijf dit in kleine letters, met - in plaats van een spatie"
                )
            message = "deze tekst heeft niet de goede vorm, zoals {voorbeeld}"
            raise PydanticCustomError("vorm", message, {"voorbeeld": example})
        return text

    schema = {"type": "string", "pattern": whole(pattern), "maxLength": length, "examples": [example]}
    return Waarde(check, schema)


def _as_text(value: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return value
    raise PydanticCustomError("geen_tekst", "hier hoort tekst te staan, geen lijst of groep")


def _check_tekst(value: Any) -> str:  # noqa: ANN401 - as above
    text = _as_text(value)
    if not text.strip():
        raise PydanticCustomError("lege_tekst", "deze tekst is leeg: vul hem in of haal het veld weg")
    return text


def _check_opmaak(value: Any) -> str:  # noqa: ANN401 - as above
    text = _check_tekst(value)
    if "<" in text and _HTML.search(_ESCAPED.sub("", _CODE.sub("", text))):
        message = "HTML hoort niet in een tekst: gebruik Markdown, of zet een backslash voor <"
        raise PydanticCustomError("html", message)
    return text


def _converter(
    pattern: re.Pattern[str], convert: Callable[[str], Any], expected: str
) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what it was given
        if isinstance(value, str) and pattern.fullmatch(value):
            return convert(value)
        raise PydanticCustomError("waarde", "hier hoort {verwacht} te staan", {"verwacht": expected})

    return check


_check_getal = _converter(_GETAL, int, "een geheel getal, zoals 7,")
_check_decimaal = _converter(
    _DECIMAAL, Decimal, "een getal als 1500 of 17.5, zonder % en zonder drie decimalen,"
)
_PROCENT = re.compile(r"100|[0-9]{1,2}(?:\.[0-9]{1,2})?", re.ASCII)
_check_procent = _converter(_PROCENT, Decimal, "een percentage van 0 tot en met 100, zoals 17.5, zonder %,")
_check_formaat = _converter(re.compile("1"), str, "het getal 1")
_check_ja_nee = _converter(re.compile("ja|nee"), lambda value: value == "ja", "ja of nee in kleine letters")


def _check_cijferwaarde(value: Any) -> Decimal | Literal["onbekend", "niet-vermeld"]:  # noqa: ANN401
    return value if value in (ONBEKEND, "niet-vermeld") else _check_decimaal(value)  # type: ignore[no-any-return]  # converter above


def _check_procentwaarde(value: Any) -> Decimal | Literal["onbekend", "niet-vermeld"]:  # noqa: ANN401
    return value if value in (ONBEKEND, "niet-vermeld") else _check_procent(value)  # type: ignore[no-any-return]  # converter above


def _check_aantal(value: Any) -> int | Literal["onbekend", "niet-vermeld"]:  # noqa: ANN401
    return value if value in (ONBEKEND, "niet-vermeld") else _check_getal(value)  # type: ignore[no-any-return]  # converter above


# Plain text of one paragraph or word: never empty, escaped when it is rendered.
Tekst = Annotated[str, Waarde(_check_tekst, {"type": "string", "pattern": _NOT_EMPTY})]
# A short text that may look like a number to an editor, such as a version.
Kort = Annotated[str, Waarde(_check_tekst, {"type": ["string", "number"], "pattern": _NOT_EMPTY})]
# Text in Markdown (CommonMark, tables, footnotes; no raw HTML): rendered, not escaped.
Opmaak = Annotated[
    str,
    Waarde(
        _check_opmaak,
        {"type": "string", "pattern": _NOT_EMPTY, "contentMediaType": "text/markdown"},
    ),
]
Getal = Annotated[
    int,
    Waarde(_check_getal, {"type": ["string", "integer"], "pattern": whole(_GETAL.pattern), "minimum": 0}),
]
Procent = Annotated[
    Decimal | Literal["onbekend", "niet-vermeld"],
    Waarde(
        _check_procentwaarde,
        {
            "type": ["string", "number"],
            "minimum": 0,
            "maximum": 100,
            "pattern": whole(f"{_PROCENT.pattern}|{ONBEKEND}|niet-vermeld"),
        },
    ),
]
Cijferwaarde = Annotated[
    Decimal | Literal["onbekend", "niet-vermeld"],
    Waarde(
        _check_cijferwaarde,
        {
            "type": ["string", "number"],
            "pattern": whole(f"{_DECIMAAL.pattern}|onbekend|niet-vermeld"),
            "examples": ["18", "17.5", "onbekend"],
        },
    ),
]
# A number of things that a source may not know.
Aantal = Annotated[
    int | Literal["onbekend", "niet-vermeld"],
    Waarde(
        _check_aantal,
        {"type": ["string", "integer"], "pattern": whole(f"{_GETAL.pattern}|onbekend|niet-vermeld")},
    ),
]
JaNee = Annotated[bool, Waarde(_check_ja_nee, {"type": "string", "enum": ["ja", "nee"]})]
Formaat = Annotated[Literal["1"], Waarde(_check_formaat, {"enum": ["1", 1]})]

Id = Annotated[str, patroon(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", "dossiers-2025")]
CategorieId = Annotated[str, patroon(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", "voldoet-grotendeels")]
NormId = Annotated[str, patroon(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", "1.10", 20)]
BronId = Annotated[str, patroon(r"[A-Za-z]{1,4}[0-9]{1,4}[a-z]?", "I05", 9)]
PuntId = Annotated[str, patroon(r"[A-Za-z]{1,4}[0-9]{1,4}[a-z]?", "V01", 9)]
VestigingId = Annotated[str, patroon(r"[A-Z][0-9]{1,3}", "L1", 4)]
CijferId = Annotated[str, patroon(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", "dossiers_zonder_verslag")]
KaderVerwijzing = Annotated[
    str,
    patroon(r"[a-z0-9]+(?:-[a-z0-9]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*", "ggd-gelderland-zuid@2019-07", 120),
]
# An entry of a register, from which something else can follow.
RegisterId = Annotated[str, patroon(r"[SMG]-[0-9]{4}-[0-9]{3,6}", "S-2026-001", 14)]
Sha256 = Annotated[str, patroon(r"[0-9a-f]{64}", "een SHA-256 van 64 tekens", 64)]
