"""Measure the PDF of a report: ours, the bare engine on the same tree, and WeasyPrint on our HTML.

Usage: python -m tests.benchmarks.rapport [--keer 5]

Every run is a process of its own, because Typst keeps what it made and the second time would cost next to
nothing. The ways take turns, so that a busy machine slows every one of them, and the fastest run of each
counts. Imports and the making of the tree are left out; the ratio says what a way costs against the engine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import typst

from tests.rendering.proefboom import DOCUMENT, STIJL
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.rendering.writers.pdf import make_opdracht
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, fitting_variant, prepare

ONDERZOEK = Path(__file__).parents[2] / "voorbeelden/socra-2025"
ENGINE = "typst.compile"
NAMES = ("proefboom", "socra-2025")


def document_of(name: str) -> tuple[Document, Stijl]:
    """Return a document to measure: every node once, or a whole report."""
    if name == "proefboom":
        return DOCUMENT, STIJL
    load = load_dossier(ONDERZOEK, kadermap_for(ONDERZOEK))
    source = prepare(load, fitting_variant(load), Wensen(("pdf",)), ONDERZOEK)
    return build(source, ONDERZOEK), source.stijl


def ways() -> tuple[str, ...]:
    """Return the ways to measure that can be had here."""
    weasyprint = find_spec("weasyprint") and "html" in writer_names()
    return (ENGINE, "pdf.write", *(["weasyprint"] if weasyprint else []))


def prepared(way: str, document: Document, stijl: Stijl, folder: Path) -> Callable[[], object]:
    """Return what is measured, with everything that is not laid ready in ``folder``."""
    if way == "pdf.write":
        writer = find_writer("pdf")
        return lambda: writer.write(document, stijl)
    if way == "weasyprint":
        weasyprint = import_module("weasyprint")  # only where it is: the project does not need it
        html = find_writer("html").write(document, stijl).decode()
        return lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    opdracht = make_opdracht(document, stijl)
    for number, font in enumerate(opdracht.fonts):
        (folder / f"{number}.ttf").write_bytes(font)
    return lambda: typst.compile(  # type: ignore[call-overload] # the types of typst leave out files by name
        dict(opdracht.files),
        root=folder,
        font_paths=[str(folder)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=list(opdracht.standards),
        timestamp=opdracht.timestamp,
    )


def measure_here(way: str, name: str) -> None:
    """Print the CPU seconds of one way in this process."""
    with tempfile.TemporaryDirectory() as folder:
        action = prepared(way, *document_of(name), Path(folder))
        start = time.process_time()
        made = action()
        print(f"{time.process_time() - start:.4f}")
    assert isinstance(made, bytes)
    assert made.startswith(b"%PDF")


def measure(way: str, name: str) -> float:
    """Return the CPU seconds of one way in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.rapport", "--een", way, name]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=5)
    parser.add_argument("--een", nargs=2)
    chosen = parser.parse_args()
    if chosen.een:
        measure_here(*chosen.een)
        return
    print(f"{'document':<14}{'way':<16}{'CPU ms':>8}{'ratio':>8}")
    for name in NAMES:
        runs = [{way: measure(way, name) for way in ways()} for _ in range(chosen.keer)]
        best = {way: min(run[way] for run in runs) for way in ways()}
        for way, seconds in best.items():
            print(f"{name:<14}{way:<16}{seconds * 1000:>8.0f}{seconds / best[ENGINE]:>8.2f}")


if __name__ == "__main__":
    main()
