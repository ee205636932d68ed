"""XML gebeurtenissen: walk through a part of a document without entities, DTD or endless depth."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_DIEPTE

Attributen = Mapping[str, str]
_BESCHADIGD = "de tekst in dit bestand is beschadigd"


class Lezer(Protocol):
    """What follows the walk; names are ``namespace local`` with only the last part of the namespace."""

    def begin(self, naam: str, attributen: Attributen, /) -> None:
        """Take the begin of an element."""

    def einde(self, naam: str) -> None:
        """Take the end of an element."""

    def tekst(self, tekst: str) -> None:
        """Take a piece of text."""


def walk_xml(content: bytes, lezer: Lezer) -> None:
    """Hand the elements and texts of ``content`` to ``lezer``, in order.

    Raises:
        BuitenbestandError: no sound XML, a document type (no word processor writes one), or too deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def begin(naam: str, attributen: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DIEPTE:
            raise BuitenbestandError(f"de onderdelen in dit bestand zitten meer dan {MAX_DIEPTE} lagen diep")
        lezer.begin(short_name(naam), {short_name(name): value for name, value in attributen.items()})

    def einde(naam: str) -> None:
        nonlocal depth
        depth -= 1
        lezer.einde(short_name(naam))

    parser.StartElementHandler = begin
    parser.EndElementHandler = einde
    parser.CharacterDataHandler = lezer.tekst
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the only form that expat knows
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        hulp = "open het in je tekstverwerker en sla het opnieuw op"
        raise BuitenbestandError(_BESCHADIGD, hulp) from error


def short_name(naam: str) -> str:
    """Return ``main:p`` for ``http://…/wordprocessingml/2006/main p``; a name without namespace stays."""
    namespace, _, local = naam.rpartition(" ")
    if not namespace:
        return local
    last = namespace.rpartition("/")[2].rpartition(":")[2]
    return f"{last}:{local}"


def _refuse_doctype(*_: object) -> None:
    raise BuitenbestandError(_BESCHADIGD, "er staat een DOCTYPE in, en dat hoort niet")
