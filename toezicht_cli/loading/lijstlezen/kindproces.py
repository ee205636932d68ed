"""Kindproces: read a list in a process of its own, that may be stopped; see ``rapportlezen.kindproces``."""

import contextlib
import json
import subprocess
import sys

from toezicht_cli.loading.lijstlezen.grenzen import MAX_BYTES, MAX_GEHEUGEN, MAX_SECONDEN
from toezicht_cli.loading.lijstlezen.uit_xlsx import read_xlsx
from toezicht_cli.loading.rapportlezen.grenzen import RapportLeesError
from toezicht_cli.models.werkblad import Cel, Werkblad, Werkboek

_PROGRAMMA = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from toezicht_cli.loading.lijstlezen.kindproces import main; main()"
)
_TE_ZWAAR = "dit bestand is te zwaar om te lezen: het is heel groot of beschadigd"
_HULP = "open het in Excel of LibreOffice en sla het opnieuw op als .xlsx"


def read_lijst(content: bytes, seconds: int = MAX_SECONDEN) -> Werkboek:
    """Return the sheets of an XLSX file, read in another process.

    Raises:
        RapportLeesError: as ``read_xlsx``, or it took more than ``seconds`` or too much memory.
    """
    # An empty entry is the working directory: a file called json.py there must not run.
    paths = json.dumps([path for path in sys.path if path])
    command = [sys.executable, "-I", "-c", _PROGRAMMA, paths]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own program; the file comes in as bytes
        answer = json.loads(done.stdout)
        if "fout" in answer:
            raise RapportLeesError(answer["fout"], answer["hulp"])
        return Werkboek(
            tuple(
                Werkblad(naam, tuple(Cel(*cel) for cel in cellen), tuple(samengevoegd))
                for naam, cellen, samengevoegd in answer["bladen"]
            ),
            answer["vanaf_1904"],
        )
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
        raise RapportLeesError(_TE_ZWAAR, _HULP) from error


def main() -> None:
    """Read a list from the standard input and write its cells as JSON: what the child does."""
    _limit()
    answer: dict[str, object]
    try:
        bladen, vanaf_1904 = read_xlsx(sys.stdin.buffer.read(MAX_BYTES + 1))
        answer = {"bladen": bladen, "vanaf_1904": vanaf_1904}
    except RapportLeesError as error:
        answer = {"fout": str(error), "hulp": error.help}
    except (MemoryError, RecursionError):
        answer = {"fout": _TE_ZWAAR, "hulp": _HULP}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit() -> None:
    """Ask the system to stop this process when it takes too much; Windows has no such request."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDEN, MAX_SECONDEN + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_GEHEUGEN, MAX_GEHEUGEN))
