"""How long ``toezicht verschil`` takes on the case of Socra, beside bare Python and ``oordeel``.

``python -m tests.benchmarks.verschil``: whole processes, alternating, the fastest of each, CPU and wall
seconds. Goal of the issue: at most 0.5 s wall for Socra.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.snelheid import cpu_seconds
from tests.repositories import commit, init, replace
from toezicht_cli.resources import data_folder

_ROUNDS = 15


def main() -> None:
    """Measure and print a table."""
    program = Path(sys.executable).with_name("toezicht")
    with tempfile.TemporaryDirectory() as folder:
        root = _make_case(Path(folder))
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "toezicht oordeel": [str(program), "oordeel", str(root)],
            "toezicht verschil (HEAD, nu)": [str(program), "verschil", str(root)],
            "toezicht verschil HEAD~1..HEAD": [str(program), "verschil", str(root), "HEAD~1..HEAD"],
            "toezicht verschil --sinds concept": [str(program), "verschil", str(root), "--sinds", "concept"],
        }
        best = {name: (float("inf"), float("inf")) for name in commands}
        for _ in range(_ROUNDS):
            for name, command in commands.items():
                measured = _measure(command)
                best[name] = (min(best[name][0], measured[0]), min(best[name][1], measured[1]))
    bare = best["python -c pass"][1]
    print(f"{'process':36} {'wall ms':>8} {'CPU ms':>8} {'× bare':>7}")
    for name, (wall, cpu) in best.items():
        print(f"{name:36} {wall * 1000:8.0f} {cpu * 1000:8.0f} {cpu / bare:7.1f}")


def _make_case(folder: Path) -> Path:
    """Return the case in a repository with two commits and a change that is not committed."""
    top = init(folder / "w")
    root = top / "socra-2025"
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", root)
    replace(root / "onderzoek.yaml", "fase: definitief", "fase: conceptrapport")
    commit(top)
    replace(root / "onderzoek.yaml", "fase: conceptrapport", "fase: definitief")
    replace(root / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    commit(top)
    replace(root / "bevindingen" / "1.8.yaml", "regelmatig onduidelijkheid", "soms onduidelijkheid")
    return root


def _measure(command: list[str]) -> tuple[float, float]:
    """Return wall and CPU seconds of one run; exit code 1 is fine: the change is a fout for oordeel."""
    start = time.perf_counter()
    cpu = cpu_seconds(command)
    return time.perf_counter() - start, cpu


if __name__ == "__main__":
    main()
