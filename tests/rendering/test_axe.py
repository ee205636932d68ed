"""The web page in a real browser: no barrier that axe-core knows, wide, on a phone and in the dark."""

from pathlib import Path

import pytest

from tests.rendering.chromium import look_at, need_browser, print_on_paper
from tests.rendering.proefboom import DOCUMENT, STIJL
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.html import write
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, prepare

ROOT = Path(__file__).parents[2]
# 168 mm at 96 dots an inch.
A4_WITHIN_MARGINS = 634
EXAMPLES = {
    "socra": ("voorbeelden/socra-2025", "standaard"),
    "thuiszorgzeker": ("voorbeelden/thuiszorgzeker-2021", "standaard"),
    "wilgenhof": ("voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026", "standaard"),
    "samenvatting": ("voorbeelden/socra-2025", "samenvatting"),
    "calamiteit": ("voorbeelden/waterlanden/onderzoeken/het-baken-calamiteit-2026", "calamiteit"),
    "brief": ("voorbeelden/socra-2025", "aanbiedingsbrief"),
}


def example(name: str) -> tuple[Document, Stijl]:
    if name == "proef":
        return DOCUMENT, STIJL
    path, sjabloon = EXAMPLES[name]
    load = load_dossier(ROOT / path, kadermap_for(ROOT / path))
    source = prepare(load, "definitief", Wensen((), sjabloon), ROOT)
    return build(source, ROOT), source.stijl


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (320, False), (1280, True)], ids=["breed", "telefoon", "donker"]
)
@pytest.mark.parametrize("name", ["proef", *EXAMPLES])
def test_axe_finds_no_barrier(name: str, width: int, dark: bool, tmp_path: Path) -> None:
    need_browser()
    document, stijl = example(name)
    found = look_at(write(document, stijl), tmp_path, width=width, dark=dark)
    assert found["violations"] == []
    assert found["passes"] >= 20
    assert found["width"] == width if width < 500 else found["width"] > 1000
    assert not found["wider"], "the page is wider than the screen"
    channels = [int(part) for part in found["dark"].removeprefix("rgb(").removesuffix(")").split(",")]
    assert (sum(channels) < 200) is dark


@pytest.mark.parametrize("name", ["proef", *EXAMPLES])
def test_nothing_is_wider_than_the_paper_which_would_print_all_words_smaller(
    name: str, tmp_path: Path
) -> None:
    need_browser()
    document, stijl = example(name)
    assert not look_at(write(document, stijl), tmp_path, width=A4_WITHIN_MARGINS, paper=True)["wider"]


def test_every_printed_page_says_concept_and_carries_the_warning(tmp_path: Path) -> None:
    need_browser()
    assert DOCUMENT.opdruk
    sheets = print_on_paper(write(DOCUMENT, STIJL), tmp_path)
    assert len(sheets) > 3
    for sheet in sheets:
        assert "CONCEPT" in sheet
        assert DOCUMENT.opdruk in sheet
    assert f"Pagina 2 van {len(sheets)}" in sheets[1]
    assert DOCUMENT.running in sheets[1]


def test_a_barrier_is_found(tmp_path: Path) -> None:
    need_browser()
    page = (
        b'<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><img src="data:,"></body></html>'
    )
    assert "image-alt" in {item["id"] for item in look_at(page, tmp_path)["violations"]}
