"""The report of a kind of toezicht: its own template, in every command that makes a report."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT, toezicht
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.sjablonen import read_sjabloon
from toezicht_cli.resources import data_folder
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import (
    Wensen,
    build,
    fitting_sjabloon,
    make_rapport,
    prepare,
    write,
)
from toezicht_cli.services.vaststellen import Besluit, Voorstel, propose

WATERLANDEN = ROOT / "voorbeelden" / "waterlanden"
CALAMITEIT = "het-baken-calamiteit-2026"
TODAY = date(2026, 11, 22)
OWN = data_folder("templates")


def loaded(naam: str, werkmap: Path = WATERLANDEN) -> LoadResult:
    root = werkmap / "onderzoeken" / naam
    return load_dossier(root, kadermap_for(root))


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return shutil.copytree(WATERLANDEN, tmp_path / "waterlanden")


def test_the_template_is_that_of_the_kind_else_the_standard_one() -> None:
    assert fitting_sjabloon(loaded(CALAMITEIT)) == "calamiteit"
    assert fitting_sjabloon(loaded("de-kade-2026")) == "standaard"


def test_a_kind_without_a_werkmap_has_the_standard_template(tmp_path: Path) -> None:
    shutil.copytree(WATERLANDEN / "onderzoeken" / CALAMITEIT, tmp_path / CALAMITEIT)
    assert fitting_sjabloon(load_dossier(tmp_path / CALAMITEIT, kadermap_for(tmp_path))) == "standaard"


def test_a_report_gets_the_template_of_its_kind_and_another_when_asked(werkmap: Path) -> None:
    root = werkmap / "onderzoeken" / CALAMITEIT
    for sjabloon in (None, "standaard"):
        make_rapport(root, werkmap, TODAY, Wensen(("markdown",), sjabloon), lambda _line: None)
    made = sorted(path.name for path in (root / "rapport").iterdir())
    assert made == [f"{CALAMITEIT}-calamiteit.md", f"{CALAMITEIT}-standaard.md"]


def test_what_it_made_is_found_right_again(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(werkmap / "onderzoeken" / CALAMITEIT)
    assert toezicht(capsys, "rapport", "--formaat", "markdown").code == 0
    assert toezicht(capsys, "rapport", "--controleer").code == 0
    path = werkmap / "onderzoeken" / CALAMITEIT / "bevindingen" / "1.2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("maandagochtend", "dinsdagochtend"), "utf-8")
    assert toezicht(capsys, "rapport", "--controleer").code == 1


def test_vaststellen_freezes_the_report_of_the_kind(werkmap: Path) -> None:
    besluit = Besluit("Hoofd", "Hoofd toezicht", None, date(2026, 3, 24), TODAY)
    root = werkmap / "onderzoeken" / CALAMITEIT
    voorstel = propose(root, werkmap, besluit, ("markdown",), lambda _line: None)
    assert isinstance(voorstel, Voorstel)
    assert sorted(voorstel.versie.sjablonen) == ["aanbiedingsbrief", "calamiteit"]
    assert sorted(Path(naam).name for naam in voorstel.uitvoer) == [
        f"{CALAMITEIT}-aanbiedingsbrief.md",
        f"{CALAMITEIT}-calamiteit.md",
    ]


def test_a_template_of_the_kind_that_is_not_there_is_told(werkmap: Path) -> None:
    path = werkmap / "toezicht.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("sjabloon: calamiteit", "sjabloon: calamiteid"), encoding="utf-8")
    with pytest.raises(ToezichtError, match="calamiteid") as caught:
        prepare(loaded(CALAMITEIT, werkmap), "concept", Wensen(()), werkmap)
    assert caught.value.help == "bedoelde je calamiteit?"


def test_the_report_has_the_chapters_of_a_calamiteit() -> None:
    source = prepare(loaded(CALAMITEIT), "definitief", Wensen(()), WATERLANDEN)
    lines = write(build(source, WATERLANDEN), source, "markdown").decode().splitlines()
    chapters = [line.removeprefix("## ").partition(" {")[0] for line in lines if line.startswith("## ")]
    assert chapters[:7] == [
        "Samenvatting",
        "Aanleiding en melding",
        "De aanbieder",
        "Wat er gebeurde",
        "Hoe de aanbieder handelde",
        "Het eigen onderzoek",
        "Leren en verbeteren",
    ]
    assert chapters[7] == "Conclusies en advies"
    assert all(chapter.startswith("Bijlage: ") for chapter in chapters[8:])


def own_sjabloon(folder: Path, delen_van: str, rapport: str, **delen: str) -> tuple[Path, ...]:
    target = folder / "eigen"
    target.mkdir(parents=True)
    (target / "sjabloon.yaml").write_text(
        f"formaat: 1\nnaam: eigen\nomschrijving: Proef\ndelen_van: {delen_van}\n", encoding="utf-8"
    )
    for name, text in {"rapport": rapport, **delen}.items():
        (target / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return (folder, OWN)


def test_a_template_of_ones_own_can_include_a_part_of_ours_and_replace_one(tmp_path: Path) -> None:
    folders = own_sjabloon(tmp_path, "standaard", '{% include "colofon.md.j2" %}', kern="eigen kern")
    found = read_sjabloon("eigen", folders, own=OWN)
    assert found.is_eigen
    assert found.teksten["rapport.md.j2"] == '{% include "colofon.md.j2" %}'
    assert found.teksten["kern.md.j2"] == "eigen kern"
    colofon = (OWN / "standaard" / "colofon.md.j2").read_text(encoding="utf-8")
    assert found.teksten["colofon.md.j2"] == colofon


@pytest.mark.parametrize("naam", ["standaart", "eigen"])
def test_parts_of_a_template_that_is_not_ours_are_refused(naam: str, tmp_path: Path) -> None:
    folders = own_sjabloon(tmp_path, naam, "tekst")
    with pytest.raises(ToezichtError, match=f"sjabloon '{naam}' is er niet"):
        read_sjabloon("eigen", folders, own=OWN)
