"""What the team said to each other and what was sent to whom stand in no document, template or format."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.rapportlezen.lezen import read_regels
from toezicht_cli.rendering.boom import Document, Variant
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Rapportbron, Wensen, build, prepare, sjabloonnamen, write

PLANTED = {
    "collegiale_toets.yaml": """\
opmerkingen:
  - {datum: 2026-04-20, door: Binnenwoord, norm: "1.1", opmerking: Binnenwoord, afgehandeld: Binnenwoord}
""",
    "verzonden.yaml": """\
verzendingen:
  - {datum: 2026-04-21, aan: Binnenwoord, wat: Binnenwoord, wijze: Binnenwoord}
""",
    # The same way leads to the report for what does belong in it: so the test looks where it should.
    "handhaving.yaml": """\
stappen:
  - {datum: 2026-04-22, maatregel: Buitenwoord., besloten_door: Toezichthouder 1, grondslag: Beleidskader}
""",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an onderzoek with a word in what is never rendered, and another word in what is."""
    werkmap = tmp_path_factory.mktemp("binnen") / "werkmap"
    shutil.copytree(ROOT / "docs" / "handboek" / "lindeland", werkmap)
    root = werkmap / "onderzoeken" / "linde-2026"
    for name, text in PLANTED.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


def make(root: Path, sjabloon: str, variant: Variant = "concept") -> tuple[Document, Rapportbron]:
    source = prepare(load_dossier(root, kadermap_for(root)), variant, Wensen((), sjabloon), ROOT)
    return build(source, ROOT), source


@pytest.mark.parametrize("variant", ["concept", "definitief"])
@pytest.mark.parametrize("sjabloon", sjabloonnamen())
def test_no_template_prints_what_stays_within_the_team(root: Path, sjabloon: str, variant: Variant) -> None:
    tree = repr(make(root, sjabloon, variant)[0])
    assert "Binnenwoord" not in tree
    assert ("Buitenwoord" in tree) is (sjabloon in {"standaard", "calamiteit"})


@pytest.mark.parametrize("formaat", writer_names())
def test_no_format_holds_what_stays_within_the_team(root: Path, formaat: str) -> None:
    document, source = make(root, "standaard")
    content = write(document, source, formaat)
    assert b"Binnenwoord" not in content
    regels = read_regels(content, f".{find_writer(formaat).extension}")
    # A hyphen at the end of a line in a PDF cuts a word: compare without what stands between letters.
    text = "".join(re.findall(r"\w+", " ".join(regel.tekst for regel in regels)))
    assert "Buitenwoord" in text
    assert "Binnenwoord" not in text
