"""Every example in every template and every format: read back it holds every word, and the PDF is valid.

The files are read by the readers of ``rapport --controleer``, which know nothing of the writers.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import page
import pytest

from tests.rendering import verapdf
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.rapportlezen.lezen import read_regels
from toezicht_cli.rendering.boom import Badge, Code, CodeBlock, Document, Text, Variant, walk
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, prepare, sjabloonnamen

ROOT = Path(__file__).parents[2]
CASES = {
    "socra": "voorbeelden/socra-2025",
    "thuiszorgzeker": "voorbeelden/thuiszorgzeker-2021",
    "wilgenhof": "voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026",
    "linde": "voorbeelden/de-linde-2026/onderzoeken/de-linde-2026",
    "baken": "voorbeelden/waterlanden/onderzoeken/het-baken-calamiteit-2026",
}
WORD = re.compile(r"\w+")


@cache
def document(case: str, sjabloon: str, variant: Variant = "definitief") -> tuple[Document, Stijl]:
    root = ROOT / CASES[case]
    source = prepare(load_dossier(root, kadermap_for(root)), variant, Wensen((), sjabloon), ROOT)
    return build(source, ROOT), source.stijl


@cache
def made(case: str, sjabloon: str, formaat: str) -> bytes:
    return find_writer(formaat).write(*document(case, sjabloon))


def words_of(tree: Document) -> Counter[str]:
    """Return how often each word of three letters or more stands in a tree."""
    texts = [node.text for node in walk(tree.blocks) if isinstance(node, Text | Code | CodeBlock | Badge)]
    return Counter(word for text in texts for word in WORD.findall(text) if len(word) > 2)


@pytest.mark.parametrize("formaat", writer_names())
@pytest.mark.parametrize("sjabloon", sjabloonnamen())
@pytest.mark.parametrize("case", CASES)
def test_every_word_can_be_read_back(case: str, sjabloon: str, formaat: str) -> None:
    writer = find_writer(formaat)
    regels = read_regels(made(case, sjabloon, formaat), f".{writer.extension}")
    # A hyphen at the end of a line in a PDF cuts a word: compare without what stands between letters.
    shown = "".join(WORD.findall(" ".join(regel.tekst for regel in regels)))
    missing = [word for word in words_of(document(case, sjabloon)[0]) if word not in shown]
    assert missing == []


@pytest.mark.parametrize("sjabloon", sjabloonnamen())
@pytest.mark.parametrize("case", CASES)
def test_every_pdf_is_accessible_and_can_be_kept(case: str, sjabloon: str) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(made(case, sjabloon, "pdf"), profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_verapdf_agrees_on_every_report(tmp_path: Path) -> None:
    for case in CASES:
        for sjabloon in sjabloonnamen():
            (tmp_path / f"{case}-{sjabloon}.pdf").write_bytes(made(case, sjabloon, "pdf"))
        concept = find_writer("pdf").write(*document(case, "standaard", "concept"))
        (tmp_path / f"{case}-concept.pdf").write_bytes(concept)
    reports = verapdf.validate(sorted(tmp_path.glob("*.pdf")))
    assert set(reports.values()) == {"PASS"}
    assert len(reports) == 2 * len(CASES) * (len(sjabloonnamen()) + 1)


def test_a_case_gives_the_same_files_wherever_and_however_it_stands(tmp_path: Path) -> None:
    surroundings = (
        ({"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "COLUMNS": "60"}, "een", 0o022),
        ({"PYTHONHASHSEED": "4", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}, "een ander pad/dieper", 0o077),
    )
    results = []
    for extra, name, umask in surroundings:
        case = tmp_path / name / "socra-2025"
        shutil.copytree(ROOT / CASES["socra"], case)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "toezicht_cli",
                "rapport",
                str(case),
                "--formaat",
                ",".join(writer_names()),
            ],
            cwd=ROOT if umask == 0o022 else "/",
            env={**os.environ, **extra, "PYTHONPATH": str(ROOT)},
            umask=umask,
            check=True,
            capture_output=True,
        )
        results.append({path.name: path.read_bytes() for path in (case / "rapport").iterdir()})
    assert len(results[0]) == len(writer_names())
    assert results[0] == results[1]
