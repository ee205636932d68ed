"""Read a list in a process of its own; see ``loading.kindproces``."""

from toezicht_cli.loading.kindproces import Kindlezer
from toezicht_cli.loading.lijstlezen.grenzen import MAX_BYTES, MAX_GEHEUGEN, MAX_SECONDEN
from toezicht_cli.models.werkblad import Cel, Werkblad, Werkboek

_LEZER = Kindlezer(
    module=__name__,
    te_zwaar="dit bestand is te zwaar om te lezen: het is heel groot of beschadigd",
    hulp="open het in Excel of LibreOffice en sla het opnieuw op als .xlsx",
    max_bytes=MAX_BYTES,
    max_seconden=MAX_SECONDEN,
    max_geheugen=MAX_GEHEUGEN,
)


def read_lijst(content: bytes, seconds: int = MAX_SECONDEN) -> Werkboek:
    """Return the sheets of an XLSX file, read in another process.

    Raises:
        BuitenbestandError: as ``read_xlsx``, or it took more than ``seconds`` or too much memory.
    """
    try:
        bladen, vanaf_1904 = _LEZER.read(content, seconds=seconds)
        return Werkboek(
            tuple(
                Werkblad(naam, tuple(Cel(*cel) for cel in cellen), tuple(samengevoegd))
                for naam, cellen, samengevoegd in bladen
            ),
            vanaf_1904,
        )
    except (ValueError, TypeError) as error:
        raise _LEZER.refusal() from error


def read_in_child(content: bytes, _soort: str) -> object:
    """Return the cells of a list: what the child does."""
    from toezicht_cli.loading.lijstlezen.uit_xlsx import read_xlsx

    return read_xlsx(content)
