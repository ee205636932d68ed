"""Beleid: an afwegingskader is found by its path, the own one first, and never through a link or outside."""

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN
from toezicht_cli.loading.beleid import (
    AfwegingskaderNotFoundError,
    list_afwegingskaders,
    read_afwegingskader,
    read_bevoegdheden,
)
from toezicht_cli.resources import data_folder

SHIPPED = data_folder("kaders")
KADER = VOORBEELDEN / "waterlanden/kaders/afweging/waterlanden/2026.yaml"


def lay_down(home: Path, naam: str = "waterlanden", versie: str = "2026") -> Path:
    path = home / "afweging" / naam / f"{versie}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(KADER, path)
    return path


def test_the_shipped_ones_are_read_without_a_fault() -> None:
    names = list_afwegingskaders((SHIPPED,))
    assert names == ("groningen@2025",)
    assert read_afwegingskader(names[0], (SHIPPED,)).faults == ()
    assert read_bevoegdheden((SHIPPED,)).faults == ()


def test_the_first_folder_that_has_a_kader_wins(tmp_path: Path) -> None:
    own = lay_down(tmp_path / "eigen", "groningen", "2025")
    own.write_text(
        own.read_text().replace("naam: waterlanden", "naam: groningen").replace('"2026"', '"2025"')
    )
    folders = (tmp_path / "eigen", SHIPPED)
    document = read_afwegingskader("groningen@2025", folders)
    assert document.faults == ()
    assert document.model is not None
    assert document.model.titel == "Afwegingskader signalen Waterlanden"
    assert list_afwegingskaders(folders) == ("groningen@2025",)


@pytest.mark.parametrize("verwijzing", ["waterlandn@2026", "waterlanden@2025", "waterlanden"])
def test_an_unknown_kader_comes_with_those_that_are_there(tmp_path: Path, verwijzing: str) -> None:
    lay_down(tmp_path)
    with pytest.raises(AfwegingskaderNotFoundError) as caught:
        read_afwegingskader(verwijzing, (tmp_path,))
    assert "waterlanden@2026" in str(caught.value.help)


def test_an_unknown_kader_without_any_says_so(tmp_path: Path) -> None:
    with pytest.raises(AfwegingskaderNotFoundError) as caught:
        read_afwegingskader("x@1", (tmp_path / "weg",))
    assert caught.value.help == "deze zijn er: nog geen"


@pytest.mark.parametrize(
    "verwijzing", ["..@x", "../buiten@x", "waterlanden@../../../buiten/x", "/@x", "\0@1"]
)
def test_a_name_never_leads_outside_the_folder(tmp_path: Path, verwijzing: str) -> None:
    lay_down(tmp_path / "kaders")
    for folder in (tmp_path / "kaders", tmp_path / "kaders/buiten", tmp_path / "buiten"):
        folder.mkdir(exist_ok=True)
        shutil.copy(KADER, folder / "x.yaml")
    with pytest.raises(AfwegingskaderNotFoundError):
        read_afwegingskader(verwijzing, (tmp_path / "kaders",))


def test_a_kader_that_is_called_otherwise_is_a_fault_and_still_read(tmp_path: Path) -> None:
    lay_down(tmp_path, "anders", "2027")
    document = read_afwegingskader("anders@2027", (tmp_path,))
    assert [(fault.rule_id, fault.location.line) for fault in document.faults] == [
        ("KDR003", 3),
        ("KDR003", 4),
    ]
    assert document.model is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for an ordinary user")
@pytest.mark.parametrize("link", ["afweging", "afweging/waterlanden", "afweging/waterlanden/2026.yaml"])
def test_nothing_on_the_way_to_a_kader_may_be_a_link(tmp_path: Path, link: str) -> None:
    lay_down(tmp_path / "buiten")
    path = tmp_path / "kaders" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "buiten" / link)
    document = read_afwegingskader("waterlanden@2026", (tmp_path / "kaders",))
    assert [fault.rule_id for fault in document.faults] == ["STR001"]
    assert document.model is None


def test_who_is_competent_comes_from_the_werkmap_first(tmp_path: Path) -> None:
    own = tmp_path / "bevoegdheid/bevoegdheid.yaml"
    own.parent.mkdir()
    text = (SHIPPED / "bevoegdheid/bevoegdheid.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("\nbron:", "\nbron: Eigen afspraken\noud:", 1), encoding="utf-8")
    found = read_bevoegdheden((tmp_path, SHIPPED))
    assert [fault.rule_id for fault in found.faults] == ["STR009"]
    own.unlink()
    assert read_bevoegdheden((tmp_path, SHIPPED)).faults == ()
