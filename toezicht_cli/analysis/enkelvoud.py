"""Enkelvoud: whether a text speaks of one norm that was not met, or of several."""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.zinsdelen import split_zinnen
from toezicht_cli.models.dossier import Dossier

_NIET_GEHAALD = (
    r".{0,60}?\bniet (?:\w{1,20} ){0,3}(?:gehaald|voldaan|voldoet|voldoen|behaald|nageleefd)\b"
    r"|.{0,60}?\b(?:voldoet|voldoen) (?:\w{1,20} ){0,3}niet\b"
)
_EEN = re.compile(rf"\b(?:de|deze) (?:norm|eis) (?:die|waar\w{{0,10}})\b(?:{_NIET_GEHAALD})")
_MEER = re.compile(rf"\b(?:de|deze|alle) (?:normen|eisen) (?:die|waar\w{{0,10}})\b(?:{_NIET_GEHAALD})")
_NUMMER = re.compile(r"\b(?:norm|normen|eis|eisen) [0-9a-z]{0,4}[0-9]")
_ELKE = re.compile(r"\b(?:elke|iedere|per|telkens) ")


def find_niet_gehaald(dossier: Dossier) -> tuple[str, ...]:
    """Return the normen that were not met, each once.

    Not met is every categorie that asks a vereiste aanpassing; where none does, the worst one.
    """
    schaal = dossier.kader.schaal
    strict = {item.id for item in schaal.categorieen if item.vraagt == "vereiste-aanpassing"}
    failing = strict or {item.id for item in schaal.from_best[-1:]}
    normen = [located.value.norm for located in dossier.normoordelen if located.value.oordeel in failing]
    return tuple(dict.fromkeys(normen))


def find_verkeerd_getal(tekst: str, *, is_een: bool) -> Iterator[str]:
    """Yield "de norm die niet is gehaald" when it were several, the plural when it was one."""
    pattern = _MEER if is_een else _EEN
    for zin in split_zinnen(tekst):
        match = pattern.search(zin.tekst)
        if match and not zin.is_andere_tijd and not _NUMMER.search(zin.tekst) and not _ELKE.search(zin.tekst):
            yield match[0]
