"""Tekens: characters that nobody sees have no place in a case; and how lines are counted.

A character that turns text around, takes no room or ends a line for one program and not for
another makes a reviewer read something else than the tool: refused in the source and in values.
"""

import re

from toezicht_cli.diagnostics import Location
from toezicht_cli.loading.fault import Fault

# Control (Cc), format (Cf: bidi, zero width), line and paragraph separators, surrogates, non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as the reader counts them, without their ends."""
    return _LINE_BREAK.split(text)


def find_hidden(text: str) -> str | None:
    """Return the name (``U+200B``) of the first character that may not stand in a case, or None."""
    match = FORBIDDEN.search(text)
    return _name(match[0]) if match else None


def find_forbidden(text: str, file: str) -> list[Fault]:
    """Return one fault for each kind of forbidden character, where it first stands."""
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for match in FORBIDDEN.finditer(text):
        first.setdefault(match[0], match.start())
        count[match[0]] = count.get(match[0], 0) + 1
    return [
        _fault(text, file, offset, count[character])
        for character, offset in sorted(first.items(), key=lambda item: item[1])[:_MAX_KINDS]
    ]


_MAX_KINDS = 20


def _fault(text: str, file: str, offset: int, count: int) -> Fault:
    before = split_lines(text[:offset])
    times = f", {count} keer in dit bestand" if count > 1 else ""
    return Fault(
        "STR003",
        Location(file, len(before), len(before[-1]) + 1),
        f"verboden onzichtbaar teken {_name(text[offset])}{times}",
        "haal het teken weg: typ de tekst opnieuw of plak haar zonder opmaak",
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
