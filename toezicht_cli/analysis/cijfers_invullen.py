"""Cijfers invullen: put the figures in a text where it calls them by name."""

import re

from toezicht_cli.analysis.cijfers import format_getal
from toezicht_cli.models.cijfer import Cijfers

_CALL = re.compile(r"\{cijfer:([a-z0-9_]{1,60})\}", re.ASCII)
_WORDS = {"onbekend": "onbekend", "niet-vermeld": "niet vermeld"}


def fill_cijfers(tekst: str, cijfers: Cijfers) -> str:
    """Return ``tekst`` with ``{cijfer:naam}`` replaced by its value in Dutch; an unknown name stays."""

    def value(match: re.Match[str]) -> str:
        cijfer = cijfers.cijfers.get(match[1])
        if cijfer is None:
            return match[0]
        waarde = cijfer.waarde
        return _WORDS[waarde] if isinstance(waarde, str) else format_getal(waarde)

    return _CALL.sub(value, tekst)


def find_onbekende_cijfers(tekst: str, cijfers: Cijfers) -> tuple[str, ...]:
    """Return the names that ``tekst`` calls and ``cijfers.yaml`` lacks, each once."""
    return tuple(dict.fromkeys(naam for naam in _CALL.findall(tekst) if naam not in cijfers.cijfers))
