"""Read a report in a process of its own; see ``loading.kindproces``."""

from collections.abc import Callable

from toezicht_cli.loading.kindproces import Kindlezer
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES, MAX_GEHEUGEN, MAX_SECONDEN
from toezicht_cli.models.rapporttekst import Rapportregel

Soortlezer = Callable[[bytes], list[Rapportregel]]
_LEZER = Kindlezer(
    module=__name__,
    te_zwaar="dit bestand is te zwaar om te lezen: het is heel ingewikkeld of beschadigd",
    hulp="bewaar het opnieuw, of geef het als tekst",
    max_bytes=MAX_BYTES,
    max_seconden=MAX_SECONDEN,
    max_geheugen=MAX_GEHEUGEN,
)


def read_apart(content: bytes, soort: str, seconds: int = MAX_SECONDEN) -> list[Rapportregel]:
    """Return the lines of a report of the kind ``soort`` (``.pdf``), read in another process.

    Raises:
        BuitenbestandError: as the reader of that kind, or it took more than ``seconds`` or too much memory.
    """
    try:
        return [
            Rapportregel(tekst, waar, regelsoort, tuple(nummers), niveau)
            for tekst, waar, regelsoort, nummers, niveau in _LEZER.read(content, soort, seconds)
        ]
    except (ValueError, TypeError) as error:
        raise _LEZER.refusal() from error


def read_in_child(content: bytes, soort: str) -> list[Rapportregel]:
    """Return the lines of a report: what the child does."""
    return lezer_for(soort)(content)


def lezer_for(soort: str) -> Soortlezer:
    """Return what reads a kind of file; only that reader is imported."""
    if soort == ".pdf":
        from toezicht_cli.loading.rapportlezen.uit_pdf import read_pdf

        return read_pdf
    if soort == ".docx":
        from toezicht_cli.loading.rapportlezen.uit_docx import read_docx

        return read_docx
    if soort == ".odt":
        from toezicht_cli.loading.rapportlezen.uit_odt import read_odt

        return read_odt
    from toezicht_cli.loading.rapportlezen.uit_html import read_html

    return read_html
