"""Measure start-up and reading against a yardstick in the same run; the goals are in the issue.

Usage: python tests/benchmarks/snelheid.py [--keer 15]

Two tables. (1) Whole processes: CPU seconds (user + system, children included) of a command against
``python -c pass``, taken alternately; the minimum of each counts, so that a busy machine does not
decide. (2) Reading: our event reader with positions against the bare libyaml event loop, on the text
of one case. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from toezicht_cli.loading.yaml_text import parse

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "voorbeelden" / "socra-2025"
COMMAND = shutil.which("toezicht", path=str(Path(sys.executable).parent)) or "toezicht"
PROCESSES: dict[str, tuple[list[str], float]] = {
    "toezicht --version": ([COMMAND, "--version"], 3),
    "toezicht oordeel": ([COMMAND, "oordeel", str(CASE)], 25),
    "toezicht controleer": ([COMMAND, "controleer", str(CASE)], 30),
}
READER_GOAL = 4.5


def cpu_seconds(command: list[str]) -> float:
    """Return user and system time of one run of ``command``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def fastest(action: Callable[[], object], times: int) -> float:
    """Return the shortest CPU time of ``action`` in this process."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def drain_all(texts: list[str]) -> None:
    """Read all events of ``texts`` and do nothing with them."""
    for text in texts:
        loader = yaml.CSafeLoader(text)
        try:
            while loader.get_event() is not None:
                pass
        finally:
            loader.dispose()


def measure_processes(times: int) -> bool:
    """Print the table of whole processes; return whether every goal was met."""
    bare: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for _ in range(times):
        bare.append(cpu_seconds([sys.executable, "-c", "pass"]))
        for name, (command, _goal) in PROCESSES.items():
            found[name].append(cpu_seconds(command))
    print(f"{'process':<24}{'CPU ms':>8}{'× bare':>8}{'goal':>6}")
    print(f"{'python -c pass':<24}{min(bare) * 1000:>8.0f}{1:>8.1f}")
    met = True
    for name, (_command, goal) in PROCESSES.items():
        ratio = min(found[name]) / min(bare)
        met = met and ratio <= goal
        print(f"{name:<24}{min(found[name]) * 1000:>8.0f}{ratio:>8.1f}{goal:>6.0f}")
    return met


def measure_reader(times: int) -> bool:
    """Print the table of reading; return whether the goal was met."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CASE.rglob("*.yaml"))]
    ours = fastest(lambda: [parse(text, "f") for text in texts], times)
    bare = fastest(lambda: drain_all(texts), times)
    size = sum(len(text.encode()) for text in texts) / 1000
    print(f"\nreading {len(texts)} files, {size:.0f} kB")
    print(f"{'bare events':<24}{bare * 1000:>8.1f} ms")
    print(f"{'with checks, positions':<24}{ours * 1000:>8.1f} ms{ours / bare:>8.1f} ×{READER_GOAL:>6.1f}")
    return ours / bare <= READER_GOAL


def main() -> None:
    """Run both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=15, help="runs of each")
    times = parser.parse_args().keer
    met = [measure_processes(times), measure_reader(times)]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
