"""The page of a difference in a real browser: axe finds no barrier, wide, on a phone or in the dark."""

from pathlib import Path

import pytest

from tests.outputs.verschilproef import RIJK, linde, vergelijking, verschil, wilgenhof
from tests.rendering.chromium import look_at, need_browser, print_on_paper
from toezicht_cli.analysis.verschil import Vergelijking
from toezicht_cli.outputs import find_output
from toezicht_cli.outputs.base import View

# 168 mm at 96 dots an inch.
A4_WITHIN_MARGINS = 634


def make(name: str, folder: Path) -> Vergelijking:
    """Return a rich difference, one of a werkmap, or one in which nothing changed."""
    oud = linde(folder / "oud")
    if name == "gelijk":
        return vergelijking(verschil(oud, oud))
    rijk = verschil(oud, linde(folder / "nieuw", RIJK), fouten=2, onleesbaar=["cijfers.yaml"])
    if name == "rijk":
        return vergelijking(rijk)
    return vergelijking(rijk, verschil(None, wilgenhof(folder)), verschil(oud, oud))


def page(name: str, folder: Path) -> bytes:
    return find_output("verschil", "html").render(make(name, folder), View()).encode()


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (320, False), (1280, True)], ids=["breed", "telefoon", "donker"]
)
@pytest.mark.parametrize("name", ["rijk", "werkmap", "gelijk"])
def test_axe_finds_no_barrier(name: str, width: int, dark: bool, tmp_path: Path) -> None:
    need_browser()
    found = look_at(page(name, tmp_path), tmp_path, width=width, dark=dark)
    assert found["violations"] == []
    assert found["passes"] >= 15
    assert found["width"] == width if width < 500 else found["width"] > 1000
    assert not found["wider"], "the page is wider than the screen"
    channels = [int(part) for part in found["dark"].removeprefix("rgb(").removesuffix(")").split(",")]
    assert (sum(channels) < 200) is dark


def test_the_page_fits_on_paper_and_signs_come_along(tmp_path: Path) -> None:
    need_browser()
    found = page("rijk", tmp_path)
    assert not look_at(found, tmp_path, width=A4_WITHIN_MARGINS, paper=True)["wider"]
    sheets = print_on_paper(found, tmp_path)
    assert "Wat is er anders: Zorg De Linde (verzonnen)" in sheets[0]
    assert "▲" in sheets[0]
    assert "onoverzichtelijk" in " ".join(sheets)
