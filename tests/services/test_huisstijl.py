"""A huisstijl: what it says is used, what it leaves open is ours, and what is wrong has its line."""

import shutil
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.analysis.kleur import contrast_on_white
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.huisstijl import find_stijl

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
        ("a: &x 1\n", r"huisstijl\.yaml:2:"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, text: str, words: str) -> None:
    path = write(root, text)
    path.with_name("fout.svg").write_text(LOGO.replace("<circle", "<script/><circle"), encoding="utf-8")
    with pytest.raises(ToezichtError, match=words):
        find_stijl(root, path)
