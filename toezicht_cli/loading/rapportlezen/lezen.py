"""Lezen: read a report of any kind, safely, as text."""

from pathlib import Path

from toezicht_cli.diagnostics import quote
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.rapportlezen.kenmerk import SOORTEN, find_kenmerk
from toezicht_cli.loading.rapportlezen.kindproces import read_apart
from toezicht_cli.loading.rapportlezen.uit_tekst import decode_tekst, read_markdown, read_tekst
from toezicht_cli.models.rapporttekst import Rapportregel, Rapporttekst

_MET_REGELS = (".md", ".txt", ".html", ".htm")
_OUD = {".doc": ".docx", ".rtf": ".docx", ".pages": ".docx"}


def read_rapport(root: Path, name: str) -> tuple[Rapporttekst, str | None]:
    """Return the report in the file ``name`` below ``root``, and its source where that has lines to show.

    Raises:
        BuitenbestandError: a kind that cannot be read, a link or device, damaged, with a password,
            without text, or larger than the limits.
    """
    soort = Path(name).suffix.lower()
    if soort not in SOORTEN:
        anders = f"sla het op als {_OUD[soort]}" if soort in _OUD else f"geef {', '.join(SOORTEN)}"
        raise BuitenbestandError(f"een bestand met {quote(soort or 'geen punt')} kan ik niet lezen", anders)
    try:
        content = read_bytes(root, name, most=MAX_BYTES)
    except BestandError as error:
        raise BuitenbestandError(str(error)) from error
    regels = read_regels(content, soort)
    if not regels:
        raise BuitenbestandError("in dit rapport staat geen tekst")
    source = decode_tekst(content) if soort in _MET_REGELS else None
    return Rapporttekst(name, tuple(regels), find_kenmerk(content, name)), source


def read_regels(content: bytes, soort: str) -> list[Rapportregel]:
    """Return the lines of a report; ``soort`` is the end of its name, such as ``.pdf``.

    Raises:
        BuitenbestandError: it cannot be read.
    """
    if soort == ".md":
        return read_markdown(content)
    if soort == ".txt":
        return read_tekst(content)
    return read_apart(content, soort)
