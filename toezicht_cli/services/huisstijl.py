"""Huisstijl: the house style that goes with an onderzoek, ready for the writers."""

from pathlib import Path

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.loading.huisstijlen import Stijlbestanden, read_huisstijl, refuse
from toezicht_cli.loading.vinden import find_werkmap
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.resources import data_folder
from toezicht_cli.services.werkmap import read_werkmap

HUISSTIJL = "huisstijl.yaml"


def find_stijl(root: Path, chosen: Path | None) -> Stijl:
    """Return the house style for the onderzoek in ``root``.

    Args:
        root: the folder of the onderzoek.
        chosen: a file that the user named; else the werkmap says which one, else it is our own.

    Raises:
        ToezichtError: a file is missing or wrong, or its colour cannot be read on white.
    """
    own = read_huisstijl(data_folder("templates"), HUISSTIJL, own=True)
    folder = find_werkmap(root)
    werkmap = read_werkmap(folder) if folder else None
    found = own
    if chosen is not None:
        found = read_huisstijl(chosen.parent, chosen.name)
    elif werkmap and werkmap.huisstijl and folder:
        found = read_huisstijl(folder, werkmap.huisstijl)
    _check_kleur(found)
    return _make_stijl(found, own, werkmap.organisatie if werkmap else "")


def _check_kleur(found: Stijlbestanden) -> None:
    kleur = found.huisstijl.kleur
    contrast = contrast_on_white(kleur) if kleur else AA_TEKST
    if contrast < AA_TEKST:
        shown = f"{contrast:.1f}".replace(".", ",")
        message = f"deze kleur is op wit niet goed te lezen: contrast {shown}, en 4,5 is nodig (WCAG 1.4.3)"
        raise refuse(found.document, ("kleur",), message, "kies een donkerder kleur")


def _make_stijl(found: Stijlbestanden, own: Stijlbestanden, organisatie: str) -> Stijl:
    """Return a huisstijl with what it leaves open filled in from our own."""
    huisstijl = found.huisstijl
    letters, fallback = huisstijl.lettertypen, own.huisstijl.lettertypen
    assert fallback is not None  # noqa: S101 - our own file has it, a test looks
    text = letters.tekst if letters else fallback.tekst
    return Stijl(
        organisatie=huisstijl.organisatie or organisatie,
        adres=huisstijl.adres,
        accent=huisstijl.kleur or own.huisstijl.kleur or "#000000",
        font_text=text,
        font_head=(letters.koppen if letters else None) or text,
        fonts=tuple(dict.fromkeys((*found.fonts, *own.fonts))),
        logo=found.logo,
        logo_alt=huisstijl.logo_tekst or "",
        cover_filled=huisstijl.voorblad == "kleurvlak",
    )
