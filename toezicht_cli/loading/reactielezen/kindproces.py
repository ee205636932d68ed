"""Kindproces: read a returned document in a process of its own; see ``rapportlezen.kindproces``."""

import contextlib
import json
import subprocess
import sys
from typing import Any

from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES, RapportLeesError
from toezicht_cli.loading.reactielezen.grenzen import MAX_GEHEUGEN, MAX_SECONDEN
from toezicht_cli.models.reactietekst import Alinea, Gelezen, Opmerking, Plaats, Wijziging

_PROGRAMMA = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from toezicht_cli.loading.reactielezen.kindproces import main; main()"
)
_TE_ZWAAR = "dit bestand is te zwaar om te lezen: het is heel ingewikkeld of beschadigd"
_HULP = "open het in je tekstverwerker en sla het opnieuw op als .docx"


def read_reactie_apart(content: bytes, seconds: int = MAX_SECONDEN) -> Gelezen:
    """Return what stands in a returned Word document, read in another process.

    Raises:
        RapportLeesError: as ``read_reactie``, or it took more than ``seconds`` or too much memory.
    """
    # An empty entry is the working directory: a file called json.py there must not run.
    paths = json.dumps([path for path in sys.path if path])
    command = [sys.executable, "-I", "-c", _PROGRAMMA, paths]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own program; the file comes in as bytes
        answer = json.loads(done.stdout)
        if "fout" in answer:
            raise RapportLeesError(answer["fout"], answer["hulp"])
        return _rebuild(answer["gelezen"])
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
        raise RapportLeesError(_TE_ZWAAR, _HULP) from error


def main() -> None:
    """Read a document from the standard input and write what is in it as JSON: what the child does."""
    _limit()
    answer: dict[str, object]
    try:
        from toezicht_cli.loading.reactielezen.uit_docx import read_reactie

        answer = {"gelezen": read_reactie(sys.stdin.buffer.read(MAX_BYTES + 1))}
    except RapportLeesError as error:
        answer = {"fout": str(error), "hulp": error.help}
    except (MemoryError, RecursionError):
        answer = {"fout": _TE_ZWAAR, "hulp": _HULP}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


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


def _limit() -> None:
    """Ask the system to stop this process when it takes too much; Windows has no such request."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDEN, MAX_SECONDEN + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_GEHEUGEN, MAX_GEHEUGEN))
