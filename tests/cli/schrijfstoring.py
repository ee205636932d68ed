"""A process of its own that runs commands of toezicht while the disk fails or somebody pulls the plug.

It reads a request per line (JSON) and answers with a line. Each command runs in a fork, so that starting
costs next to nothing. Every call that changes something below ``root`` is counted (audit hooks see opening,
making, renaming and removing; ``fsync`` and writing are wrapped); at the ``turn``-th one the child is killed,
or the call gives the error ``errno``. ``limit`` is the real limit of the system on the size of a file.
"""

import importlib
import io
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from toezicht_cli.rules import load_rules

_CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.link"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Storing:
    """Counts the calls, and strikes at one of them."""

    def __init__(self, root: str, turn: int | None, errno: int | None) -> None:
        self.root = root
        self.turn = turn
        self.errno = errno
        self.seen = 0

    def count(self) -> None:
        """Count one call; at its turn it fails, or the process ends here."""
        self.seen += 1
        if self.seen != self.turn:
            return
        if self.errno is None:
            os.kill(os.getpid(), signal.SIGKILL)
        else:
            raise OSError(self.errno, os.strerror(self.errno))

    def hook(self, event: str, args: tuple[Any, ...]) -> None:
        """Look at what the interpreter is about to do."""
        if event == "open":
            path, _, flags = args
            if isinstance(flags, int) and flags & _WRITING and self._is_below(path):
                self.count()
        elif event in _CHANGES and self._is_below(args[0]):
            self.count()

    def wrap_sync(self, real: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return ``os.fsync`` that counts."""

        def fsync(descriptor: Any) -> None:  # noqa: ANN401 - as os.fsync
            self.count()
            real(descriptor)

        return fsync

    def wrap_fdopen(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``os.fdopen`` of which a stream for writing counts, and fails halfway its content."""
        storing = self

        class Half(io.FileIO):
            def write(self, content: Any) -> int:  # noqa: ANN401 - any buffer
                before = storing.seen + 1
                if before == storing.turn:
                    super().write(bytes(content)[: len(content) // 2])
                storing.count()
                return super().write(content)

        def fdopen(descriptor: int, mode: str = "r", *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as os.fdopen
            if mode == "wb" and not args and not kwargs:
                return io.BufferedWriter(Half(descriptor, "wb"))
            return real(descriptor, mode, *args, **kwargs)

        return fdopen

    def _is_below(self, path: object) -> bool:
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, str | os.PathLike):
            return False
        return os.path.abspath(path).startswith(self.root)  # noqa: PTH100 - resolve() asks the disk


def run_child(request: dict[str, Any], streams: tuple[int, int]) -> None:
    """Run one command in this process, which is a fork, and end it."""
    code = 70
    try:
        os.dup2(streams[0], 1)
        os.dup2(streams[1], 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the stream of the process
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as above
        os.chdir(request["cwd"])
        storing = Storing(request["root"], request.get("turn"), request.get("errno"))
        if request.get("limit") is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (request["limit"], request["limit"]))
        for name, wrap in (("fsync", storing.wrap_sync), ("fdopen", storing.wrap_fdopen)):
            setattr(os, name, wrap(getattr(os, name)))
        sys.addaudithook(storing.hook)
        from toezicht_cli.cli.entry import run

        code = int(run(request["args"]))
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(request["report"], json.dumps(storing.seen).encode())
    finally:
        os._exit(code)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Run one command and return how it ended and what it said."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        reads, request["report"] = os.pipe()
        while signal.sigtimedwait({signal.SIGCHLD}, 0):  # the end of a child before this one
            pass
        child = os.fork()
        if not child:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
            run_child(request, (out.fileno(), err.fileno()))
        os.close(request["report"])
        if (delay := request.get("delay")) is not None:
            signal.sigtimedwait({signal.SIGCHLD}, delay)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reads, "rb") as report:
            seen = json.loads(report.read() or b"null")
        out.seek(0)
        err.seek(0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "seen": seen,
            "out": out.read().decode("utf-8", "replace"),
            "err": err.read().decode("utf-8", "replace"),
        }


def main() -> None:
    """Answer requests until there are no more."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for name in sys.argv[1:]:
        importlib.import_module(name)
    load_rules()
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(answer(json.loads(line)))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
