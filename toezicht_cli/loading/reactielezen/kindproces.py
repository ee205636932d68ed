"""Read a returned document in a process of its own; see ``loading.kindproces``."""

from typing import Any

from toezicht_cli.loading.kindproces import Kindlezer
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.reactielezen.grenzen import MAX_GEHEUGEN, MAX_SECONDEN
from toezicht_cli.models.reactietekst import Alinea, Gelezen, Opmerking, Plaats, Wijziging

_LEZER = Kindlezer(
    module=__name__,
    te_zwaar="dit bestand is te zwaar om te lezen: het is heel ingewikkeld of beschadigd",
    hulp="open het in je tekstverwerker en sla het opnieuw op als .docx",
    max_bytes=MAX_BYTES,
    max_seconden=MAX_SECONDEN,
    max_geheugen=MAX_GEHEUGEN,
)


def read_reactie_apart(content: bytes, seconds: int = MAX_SECONDEN) -> Gelezen:
    """Return what stands in a returned Word document, read in another process.

    Raises:
        BuitenbestandError: as ``read_reactie``, or it took more than ``seconds`` or too much memory.
    """
    try:
        return _rebuild(_LEZER.read(content, seconds=seconds))
    except (ValueError, TypeError) as error:
        raise _LEZER.refusal() from error


def read_in_child(content: bytes, _soort: str) -> object:
    """Return what stands in a returned document: what the child does."""
    from toezicht_cli.loading.reactielezen.uit_docx import read_reactie

    return read_reactie(content)


def _rebuild(found: list[Any]) -> Gelezen:
    opmerkingen, wijzigingen, opmaak, alineas, elders = found
    return Gelezen(
        tuple(
            Opmerking(nummer, tekst, passage, Plaats(*plaats) if plaats else None, op, opgelost)
            for nummer, tekst, passage, plaats, op, opgelost in opmerkingen
        ),
        tuple(
            Wijziging(weg, erbij, herroepen, verplaatst, passage, nu, Plaats(*plaats))
            for weg, erbij, herroepen, verplaatst, passage, nu, plaats in wijzigingen
        ),
        opmaak,
        tuple(Alinea(tekst, Plaats(*plaats)) for tekst, plaats in alineas),
        tuple(elders),
    )
