"""Measure a portefeuille of many onderzoeken beside bare libyaml and ``git status``, in one run.

Usage: python -m tests.benchmarks.portefeuille [--aantal 10000] [--normen 3|21] [--map MAP]

The werkmap is made once under the temporary folder (or in MAP) and put in git. The goals are those of
metingen §6. A machine differs, so trust the ratios. Everything runs with a copy of the sources: the store is
not trusted by another version of the tool, and somebody may be working in this tree. Exit code 1 when a goal
is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.benchmarks.werkmapmaker import make_werkmap

ROOT = Path(__file__).resolve().parents[2]
COLD_SECONDS, COLD_RATIO, WARM_RATIO, PEAK_MB = 75, 16, 3, 150
_READ = "import sys; from toezicht_cli.__main__ import main; sys.argv[0] = 'toezicht'; main()"


class Gemeten(NamedTuple):
    """One run: wall seconds, and the peak of memory of the command and of its heaviest worker, in MB."""

    seconds: float
    parent: int
    worker: int


def drain(folder: str) -> None:
    """Read all events of the YAML in ``folder`` and do nothing with them."""
    for path in sorted(Path(folder).rglob("*.yaml")):
        loader = yaml.CSafeLoader(path.read_bytes())
        try:
            while loader.get_event() is not None:
                pass
        finally:
            loader.dispose()


def measure_libyaml(werkmap: Path) -> float:
    """Return the seconds that bare libyaml takes for the same files on the same cores."""
    folders = [str(path) for path in sorted((werkmap / "onderzoeken").iterdir())]
    start = time.perf_counter()
    with Pool(len(os.sched_getaffinity(0))) as pool:
        pool.map(drain, folders, chunksize=64)
    return time.perf_counter() - start


class Proef:
    """A werkmap, a copy of the sources and a cache folder to measure with."""

    def __init__(self, home: Path, aantal: int, normen: int) -> None:
        self.werkmap = home / f"werkmap-{aantal}-{normen}"
        self._sources = home / "bron"
        self._environment = os.environ | {
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(self._sources),
            "COLUMNS": "120",
        }
        shutil.rmtree(self._sources, ignore_errors=True)
        for name in ("toezicht_cli", "kaders", "templates", "voorbeelden"):
            shutil.copytree(ROOT / name, self._sources / name, ignore=shutil.ignore_patterns("__pycache__"))
        self.forget()
        if not (self.werkmap / ".git").is_dir():
            make_werkmap(self.werkmap, aantal, normen)
            self.git("init", "-q")
            self.git("add", "-A")
            self.git("-c", "user.name=proef", "-c", "user.email=proef@example.org", "commit", "-qm", "proef")

    def forget(self) -> None:
        """Throw the store away."""
        shutil.rmtree(self._environment["XDG_CACHE_HOME"], ignore_errors=True)

    def git(self, *arguments: str) -> float:
        """Return the seconds that a git command takes."""
        start = time.perf_counter()
        subprocess.run(["git", "-C", str(self.werkmap), *arguments], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        """Start ``toezicht portefeuille``."""
        command = [sys.executable, "-c", _READ, "portefeuille", str(self.werkmap), *options]
        return subprocess.Popen(
            command, env=self._environment, cwd=self.werkmap.parent, stdout=subprocess.DEVNULL
        )

    def run(self, *options: str) -> Gemeten:
        """Return how long ``toezicht portefeuille`` takes and how much memory."""
        start = time.perf_counter()
        process = self.start(*options)
        parent = worker = 0
        while process.poll() is None:
            parent = max(parent, peak_of(process.pid))
            worker = max([worker, *(peak_of(child) for child in children_of(process.pid))])
            time.sleep(0.02)
        assert process.returncode == 0, process.returncode
        return Gemeten(time.perf_counter() - start, parent, worker)

    def interrupt(self, after: float) -> int:
        """Press Ctrl-C after some seconds and return the exit code."""
        process = self.start()
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        return process.wait()

    @contextmanager
    def changed(self) -> Iterator[None]:
        """Change one onderzoek."""
        path = self.werkmap / "onderzoeken" / "zaak-00000" / "onderzoek.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("(verzonnen)", "(bedacht)", 1), encoding="utf-8")
        yield
        path.write_text(text, encoding="utf-8")


def peak_of(pid: int) -> int:
    """Return the most memory that a process held, in MB; 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def children_of(pid: int) -> list[int]:
    """Return the processes that ``pid`` started."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def measure(proef: Proef) -> bool:
    """Print the table; return whether every goal was met."""
    bare = measure_libyaml(proef.werkmap)
    cold = proef.run()
    proef.git("status", "--short")
    git = min(proef.git("status", "--short") for _ in range(5))
    warm = min((proef.run() for _ in range(5)), key=lambda one: one.seconds)
    html = proef.run("--formaat", "json")
    with proef.changed():
        after_one = proef.run()
    proef.forget()
    code = proef.interrupt(cold.seconds / 2)
    rest = proef.run()
    rows = [
        ("bare libyaml, same cores", bare, "", ""),
        (
            "cold",
            cold.seconds,
            f"{cold.seconds / bare:.1f} × libyaml",
            f"≤ {COLD_SECONDS} s, {COLD_RATIO} ×",
        ),
        ("git status", git, "", ""),
        ("warm, whole command", warm.seconds, f"{warm.seconds / git:.1f} × git", f"≤ {WARM_RATIO} ×"),
        ("warm, --formaat json", html.seconds, f"{html.seconds / git:.1f} × git", ""),
        ("after 1 change", after_one.seconds, f"{after_one.seconds / git:.1f} × git", ""),
        (
            f"the rest after Ctrl-C at half (exit {code})",
            rest.seconds,
            f"{rest.seconds / cold.seconds:.2f} × cold",
            "",
        ),
    ]
    for name, seconds, ratio, goal in rows:
        print(f"{name:<44}{seconds:>8.2f} s  {ratio:<18}{goal}")
    print(
        f"peak, cold: parent {cold.parent} MB, worker {cold.worker} MB; "
        f"warm: {warm.parent} MB   ≤ {PEAK_MB} MB"
    )
    met = cold.seconds <= COLD_SECONDS or cold.seconds / bare <= COLD_RATIO
    return met and warm.seconds / git <= WARM_RATIO and max(cold.parent, cold.worker, warm.parent) <= PEAK_MB


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantal", type=int, default=10_000, help="how many onderzoeken")
    parser.add_argument("--normen", type=int, choices=(3, 21), default=3, help="judged normen in each")
    parser.add_argument("--map", type=Path, help="where to make the werkmap; it is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if measure(Proef(options.map or Path(folder), options.aantal, options.normen)) else 1)


if __name__ == "__main__":
    main()
