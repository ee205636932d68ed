"""Kindproces: read a file from elsewhere in a process of its own, that may be stopped.

A PDF, a Word file or a sheet can be made so that its reader takes hours or all memory, and no check
beforehand sees that. So the reader runs apart, with a limit on time that the parent keeps and limits on time
and memory that the system keeps where it can (not on Windows). The child gets the bytes of the file and
nothing else, opens no file of the case, and answers in JSON: what it sends is data, never code.
"""

import contextlib
import importlib
import json
import subprocess
import sys
from typing import Any, NamedTuple

from toezicht_cli.diagnostics import ToezichtError

_PROGRAMMA = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from toezicht_cli.loading.kindproces import main; main(*sys.argv[2:])"
)


class BuitenbestandError(ToezichtError):
    """A file from elsewhere that cannot be read; the text says why, in Dutch, without what stands in it."""


class Kindlezer(NamedTuple):
    """A reader that runs apart.

    ``module`` has a function ``read_in_child(content: bytes, soort: str)`` that returns what JSON can hold
    and raises BuitenbestandError. ``te_zwaar`` and ``hulp`` are said when it takes too much.
    """

    module: str
    te_zwaar: str
    hulp: str
    max_bytes: int
    max_seconden: int
    max_geheugen: int

    def read(self, content: bytes, soort: str = "", seconds: int | None = None) -> Any:  # noqa: ANN401 - parsed JSON
        """Return what the module read of a file of the kind ``soort``, as JSON gave it back.

        Raises:
            BuitenbestandError: as the reader, or it took more than ``seconds`` or too much memory.
        """
        # An empty entry is the working directory: a file called json.py there must not run.
        paths = json.dumps([path for path in sys.path if path])
        limits = (str(self.max_bytes), str(self.max_seconden), str(self.max_geheugen))
        command = [sys.executable, "-I", "-c", _PROGRAMMA, paths, self.module, soort, *limits]
        patience = self.max_seconden if seconds is None else seconds
        try:
            done = subprocess.run(command, input=content, capture_output=True, timeout=patience, check=False)  # noqa: S603 - our own program; the file comes in as bytes
            answer = json.loads(done.stdout)
            if "fout" in answer:
                raise BuitenbestandError(answer["fout"], answer["hulp"])
            return answer["gelezen"]
        except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
            raise self.refusal() from error

    def refusal(self) -> BuitenbestandError:
        """Return what is raised for a file that takes too much, or of which the answer makes no sense."""
        return BuitenbestandError(self.te_zwaar, self.hulp)


def main(module: str, soort: str, max_bytes: str, max_seconden: str, max_geheugen: str) -> None:
    """Read a file from the standard input and write what is in it as JSON: what the child does."""
    _limit(int(max_seconden), int(max_geheugen))
    answer: dict[str, object]
    try:
        read_in_child = importlib.import_module(module).read_in_child
        answer = {"gelezen": read_in_child(sys.stdin.buffer.read(int(max_bytes) + 1), soort)}
    except BuitenbestandError as error:
        answer = {"fout": str(error), "hulp": error.help}
    except (MemoryError, RecursionError):
        answer = {}  # the parent knows what to say of it
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit(seconden: int, geheugen: int) -> None:
    """Ask the system to stop this process when it takes too much; Windows has no such request."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconden, seconden + 1))
        resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
