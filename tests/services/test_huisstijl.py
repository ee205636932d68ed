"""A huisstijl: what it says is used, what it leaves open is ours, and what is wrong has its line."""

import shutil
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.analysis.kleur import contrast_on_white
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.huisstijl import find_stijl

FONTS = Path(__file__).parents[2] / "templates/lettertypen"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "werkmap")
    return tmp_path / "werkmap" / ONDERZOEK


def write(root: Path, text: str) -> Path:
    """Write a huisstijl beside the werkmap and return its path."""
    path = root.parents[1] / "huisstijl.yaml"
    path.write_text(f"formaat: 1\n{text}", encoding="utf-8")
    return path


def test_without_a_huisstijl_the_werkmap_gives_the_name_and_we_the_rest(root: Path) -> None:
    stijl = find_stijl(root, None)
    assert stijl.organisatie
    assert contrast_on_white(stijl.accent) >= 4.5
    assert (stijl.font_text, stijl.font_head) == ("Atkinson Hyperlegible Next",) * 2
    assert (len(stijl.fonts), stijl.logo) == (4, None)


def test_the_werkmap_can_name_a_huisstijl(root: Path) -> None:
    write(root, 'organisatie: GGD Proef\nkleur: "#7a0000"\nvoorblad: wit\nadres: [Laan 1, Proefstad]\n')
    werkmap = root.parents[1] / "toezicht.yaml"
    werkmap.write_text(
        werkmap.read_text(encoding="utf-8") + "\nhuisstijl: huisstijl.yaml\n", encoding="utf-8"
    )
    stijl = find_stijl(root, None)
    assert (stijl.organisatie, stijl.accent, stijl.cover_filled) == ("GGD Proef", "#7a0000", False)
    assert stijl.adres == ("Laan 1", "Proefstad")
    assert len(stijl.fonts) == 4


def test_a_logo_is_read_with_its_words(root: Path) -> None:
    path = write(root, "logo: logo.svg\nlogo_tekst: Een cirkel\n")
    path.with_name("logo.svg").write_text(LOGO, encoding="utf-8")
    stijl = find_stijl(root, path)
    assert (stijl.logo, stijl.logo_alt) == (LOGO.encode(), "Een cirkel")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('kleur: "#ffff00"\n', r"huisstijl\.yaml:2:\d+: deze kleur .* contrast 1,1"),
        ("kleur: rood\n", r"huisstijl\.yaml:2:"),
        ("klur: x\n", r"huisstijl\.yaml:2:"),
        ("logo: logo.svg\n", r"huisstijl\.yaml:2:\d+: bij een logo hoort logo_tekst"),
        ("logo: ../x.svg\nlogo_tekst: x\n", r"huisstijl\.yaml:2:"),
        ("logo: fout.svg\nlogo_tekst: x\n", r"huisstijl\.yaml:2:\d+: in het logo mag geen"),
        (
            "lettertypen: {tekst: X, bestanden: [fout.svg]}\n",
            r"huisstijl\.yaml:2:\d+: dit is geen lettertype",
        ),
        ("lettertypen: {tekst: X, bestanden: [weg.ttf]}\n", r"huisstijl\.yaml:2:\d+: dit bestand is er niet"),
        ("lettertypen: {tekst: X, bestanden: [half.ttf]}\n", r"huisstijl\.yaml:2:\d+: dit lettertype is "),
        ("lettertypen: {tekst: X, bestanden: [leeg.ttf]}\n", r"huisstijl\.yaml:2:\d+: dit lettertype is "),
        (
            "logo: /etc/hostname\nlogo_tekst: x\n",
            r"huisstijl\.yaml:2:\d+: deze naam leidt naar",
        ),
        ("a: &x 1\n", r"huisstijl\.yaml:2:"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, text: str, words: str) -> None:
    path = write(root, text)
    path.with_name("fout.svg").write_text(LOGO.replace("<circle", "<script/><circle"), encoding="utf-8")
    font = next(FONTS.glob("*Regular.ttf")).read_bytes()
    path.with_name("half.ttf").write_bytes(font[:-100])
    path.with_name("leeg.ttf").write_bytes(_without_letters(font))
    with pytest.raises(ToezichtError, match=words):
        find_stijl(root, path)


def _without_letters(font: bytes) -> bytes:
    """Return a font whose letters are all zeroes: it would set a page that looks empty."""
    entry = font.index(b"glyf")
    offset, length = (int.from_bytes(font[entry + at : entry + at + 4], "big") for at in (8, 12))
    return font[:offset] + b"\0" * length + font[offset + length :]


def test_a_whole_font_is_taken(root: Path) -> None:
    path = write(root, "lettertypen: {tekst: Atkinson Hyperlegible Next, bestanden: [een.ttf]}\n")
    path.with_name("een.ttf").write_bytes(next(FONTS.glob("*Bold.ttf")).read_bytes())
    assert len(find_stijl(root, path).fonts) == 4


@pytest.mark.parametrize("name", ["../buiten.yaml", "/etc/passwd", "stijl/huisstijl.yaml"])
def test_the_werkmap_cannot_name_a_huisstijl_elsewhere(root: Path, name: str) -> None:
    folder = root.parents[1]
    elsewhere = folder.parent / "elders"
    elsewhere.mkdir()
    (elsewhere / "huisstijl.yaml").write_text("formaat: 1\n", encoding="utf-8")
    (folder.parent / "buiten.yaml").write_text("formaat: 1\n", encoding="utf-8")
    (folder / "stijl").symlink_to(elsewhere)
    werkmap = folder / "toezicht.yaml"
    werkmap.write_text(werkmap.read_text(encoding="utf-8") + f"\nhuisstijl: {name}\n", encoding="utf-8")
    with pytest.raises(ToezichtError, match=r"andere (map|plek)"):
        find_stijl(root, None)
