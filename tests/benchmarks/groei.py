"""Measure how every controle grows with a hostile text: four times the text may cost little more than four.

Usage: python -m tests.benchmarks.groei [--meest 10]

The same text stands in a bevinding and in the werkwijze, once in 25 kB and once in 100 kB; both are
measured in one run. A ratio above eight is more than linear and gives exit code 1. Very short times
say nothing about growth and are passed over.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.rules.dossiers import BASE, ONDERZOEK, build_dossier
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules import load_rules
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.plek import kadermap_for

SIZES = (25_000, 100_000)
MAX_RATIO = 8.0
WORTH_MEASURING = 0.02
PIECES = (
    *(
        "a ",
        "van de 18 normen ",
        "[@",
        "[@D01] ",
        "{cijfer:",
        "{cijfr:a b ",
        "{ cijfer - a",
        " ,",
        "1.",
        "* ",
    ),
    *("zes normen zijn getoetst, ", "aan zes normen, ", "voldoet niet ", "niet in duo's ", "Volgens "),
    *(
        "met vier ",
        "2 interviews met ",
        "Client C ",
        "client 3 ",
        "de norm die niet ",
        "gevraagde documenten ",
    ),
    *(
        "bsn 1",
        "06 ",
        "06-1",
        "NL91ABNA0",
        "a@b.",
        "kenteken A",
        "geboren op 3 mei ",
        "mevrouw A. ",
        "Aastraat 1 ",
    ),
    *("a. ", ". [@", "MDO (", "MDO: m d ", "kortweg ", "de de ", "tevens ", "“", "\n\n- a", "\n\n\nb"),
)


def build(piece: str, size: int, folder: Path) -> Dossier:
    """Return the base dossier with ``size`` characters of ``piece`` in two of its texts."""
    text = (piece * (size // len(piece) + 1))[:size].replace("'", "''")
    root = build_dossier(BASE / "geen-extra-bestanden", folder)
    assert root == folder / ONDERZOEK
    bevinding = root / "bevindingen/1.1.yaml"
    bevinding.write_text(
        bevinding.read_text(encoding="utf-8").replace("Elk dossier heeft een plan [@D01].", f"'{text}'"),
        encoding="utf-8",
    )
    onderzoek = root / "onderzoek.yaml"
    lines = onderzoek.read_text(encoding="utf-8").splitlines()
    changed = [f"werkwijze: '{text}'" if line.startswith("werkwijze:") else line for line in lines]
    onderzoek.write_text("\n".join(changed), encoding="utf-8")
    loaded = load_dossier(root, kadermap_for(root))
    assert not loaded.faults, loaded.faults[0]
    return loaded.dossier


def seconds(rule: Rule, dossier: Dossier) -> float:
    """Return the CPU time of one controle on a dossier that was walked before."""
    assert rule.check is not None
    start = time.process_time()
    list(rule.check(dossier))
    return time.process_time() - start


def measure() -> list[tuple[float, float, str, str]]:
    """Return (ratio, seconds on the long text, code, piece) of every controle that was worth measuring."""
    found = []
    rules = [rule for rule in load_rules() if rule.check]
    for piece in PIECES:
        with tempfile.TemporaryDirectory() as folder:
            short, long = (build(piece, size, Path(folder) / str(size)) for size in SIZES)
            assert short.teksten
            assert long.teksten
            for rule in rules:
                first, second = seconds(rule, short), seconds(rule, long)
                if second > WORTH_MEASURING:
                    found.append((second / max(first, 1e-4), second, rule.id, piece))
    return sorted(found, reverse=True)


def main() -> None:
    """Print the worst growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meest", type=int, default=10, help="rows to show")
    rows = measure()
    print(f"{'×':>6}{'ms':>8}  controle, text   (4 × the text, at most {MAX_RATIO:.0f} × the time)")
    for ratio, time_taken, code, piece in rows[: parser.parse_args().meest]:
        print(f"{ratio:>6.1f}{time_taken * 1000:>8.0f}  {code} {piece!r}")
    sys.exit(1 if rows and rows[0][0] > MAX_RATIO else 0)


if __name__ == "__main__":
    main()
