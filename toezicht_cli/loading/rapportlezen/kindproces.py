"""Kindproces: read a report in a process of its own, that may be stopped.

A PDF or an HTML page can be made so that its reader takes hours or all memory, and no check beforehand
sees that. So the reader runs apart, with a limit on time that the parent keeps and limits on time and
memory that the system keeps where it can (not on Windows). The child gets the bytes of the file and
nothing else, opens no file of the case, and answers in JSON: what it sends is data, never code.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable

from toezicht_cli.loading.rapportlezen.grenzen import (
    MAX_BYTES,
    MAX_GEHEUGEN,
    MAX_SECONDEN,
    RapportLeesError,
)
from toezicht_cli.models.rapporttekst import Rapportregel

Soortlezer = Callable[[bytes], list[Rapportregel]]
_PROGRAMMA = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]);"
    "from toezicht_cli.loading.rapportlezen.kindproces import main; main(sys.argv[1])"
)
_TE_ZWAAR = "dit bestand is te zwaar om te lezen: het is heel ingewikkeld of beschadigd"


def read_apart(content: bytes, soort: str, seconds: int = MAX_SECONDEN) -> list[Rapportregel]:
    """Return the lines of a report of the kind ``soort`` (``.pdf``), read in another process.

    Raises:
        RapportLeesError: as the reader of that kind, or it took more than ``seconds`` or too much memory.
    """
    # An empty entry is the working directory: a file called json.py there must not run.
    paths = json.dumps([path for path in sys.path if path])
    command = [sys.executable, "-I", "-c", _PROGRAMMA, soort, paths]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own program; the file comes in as bytes
    except subprocess.TimeoutExpired as error:
        raise RapportLeesError(_TE_ZWAAR, "bewaar het opnieuw, of geef het als tekst") from error
    try:
        answer = json.loads(done.stdout)
        if "fout" in answer:
            raise RapportLeesError(answer["fout"], answer["hulp"])
        return [
            Rapportregel(tekst, waar, regelsoort, tuple(nummers), niveau)
            for tekst, waar, regelsoort, nummers, niveau in answer["regels"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise RapportLeesError(_TE_ZWAAR, "bewaar het opnieuw, of geef het als tekst") from error


def main(soort: str) -> None:
    """Read a report from the standard input and write its lines as JSON: what the child does."""
    _limit()
    answer: dict[str, object]
    try:
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
        answer = {"regels": lezer_for(soort)(content)}
    except RapportLeesError as error:
        answer = {"fout": str(error), "hulp": error.help}
    except (MemoryError, RecursionError):
        answer = {"fout": _TE_ZWAAR, "hulp": "bewaar het opnieuw, of geef het als tekst"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


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


def _limit() -> None:
    """Ask the system to stop this process when it takes too much; Windows has no such request."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDEN, MAX_SECONDEN + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_GEHEUGEN, MAX_GEHEUGEN))
