"""``toezicht signaal|melding|gesprek|aanbieder`` on the example waterlanden: what they write and refuse."""

import json
import shutil
from pathlib import Path
from typing import TypeVar

import pytest

from tests.architecture.generate import ROOT
from tests.cli.opdracht import toezicht
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.base import Element
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal

T = TypeVar("T", bound=Element)
Screen = pytest.CaptureFixture[str]
_SIGNAAL = ("signaal", "nieuw", "--bron", "inwoner", "--wet", "wmo-2015", "--aard", "veiligheid")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "waterlanden"
    shutil.copytree(ROOT / "voorbeelden/waterlanden", folder)
    monkeypatch.chdir(folder)
    return folder


def look(home: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def read(home: Path, file: str, model: type[T]) -> T:
    document = read_document(home, file, model)
    assert document.faults == ()
    assert document.model is not None
    return document.model


def test_a_new_signaal_holds_what_was_said(home: Path, capsys: Screen) -> None:
    text = "Een deur sluit niet: #gevaar.\n\nDe tweede alinea."
    done = toezicht(
        capsys,
        *(*_SIGNAAL, "--aanbieder", "de-kade", "--gemeente", "Waterstad", "--anoniem"),
        *("--tekst", text, "--datum", "2026-10-01"),
    )
    assert (done.code, done.err) == (0, "")
    assert "S-2026-009" in done.out
    made = read(home, "signalen/2026/S-2026-009.yaml", Signaal)
    assert (made.id, made.datum.tekst, made.bron, made.anoniem) == (
        "S-2026-009",
        "2026-10-01",
        "inwoner",
        True,
    )
    assert (made.aanbieder, made.gemeente, made.domein) == ("de-kade", "Waterstad", ("kwaliteit",))
    assert made.omschrijving == text


def test_a_melding_a_gesprek_and_an_aanbieder_can_be_made(home: Path, capsys: Screen) -> None:
    assert toezicht(capsys, "aanbieder", "nieuw", "de-oever", "--naam", "De Oever (verzonnen)").code == 0
    assert read(home, "aanbieders/de-oever.yaml", Registeraanbieder).naam == "De Oever (verzonnen)"
    melding = ("melding", "nieuw", "--aard", "calamiteit", "--wet", "wmo-2015", "--tekst", "Een val.")
    assert toezicht(capsys, *melding, "--aanbieder", "de-oever", "--datum", "2026-10-02").code == 0
    assert read(home, "meldingen/2026/M-2026-005.yaml", Melding).aanbieder == "de-oever"
    gesprek = ("gesprek", "nieuw", "--soort", "na-melding", "--naar-aanleiding-van", "M-2026-005")
    assert toezicht(capsys, *gesprek, "--aanbieder", "de-oever", "--datum", "2026-10-09").code == 0
    assert read(home, "gesprekken/2026/G-2026-004.yaml", Gesprek).naar_aanleiding_van == ("M-2026-005",)


def test_a_script_hears_of_everything_that_is_missing_at_once(home: Path, capsys: Screen) -> None:
    before = look(home)
    done = toezicht(capsys, "signaal", "nieuw")
    assert (done.code, done.out) == (2, "")
    assert all(option in done.err for option in ("--bron", "--wet", "--aard", "--tekst"))
    assert look(home) == before


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("--aanbieder", "de-kadde"), "de-kade"),
        (("--aanbieder", "iets-heel-anders"), "toezicht aanbieder nieuw iets-heel-anders"),
        (("--gemeente", "Waterstadt"), "Waterstad"),
        (("--naar-aanleiding-van", "M-2026-099"), "M-2026-099"),
        (("--naar-aanleiding-van", "../toezicht"), "S-2026-001"),
    ],
)
def test_an_unknown_name_is_refused_with_the_way_out(
    args: tuple[str, ...], hint: str, home: Path, capsys: Screen
) -> None:
    before = look(home)
    done = toezicht(capsys, *_SIGNAAL, "--tekst", "Iets.", "--datum", "2026-10-01", *args)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err
    assert look(home) == before


def test_what_is_not_ours_is_written_and_says_who_is_competent(home: Path, capsys: Screen) -> None:
    other = tuple("wlz" if word == "wmo-2015" else word for word in _SIGNAAL)
    done = toezicht(capsys, *other, "--tekst", "Iets.", "--datum", "2026-10-01")
    assert done.code == 0
    assert "--doorverwezen-naar igj" in " ".join(done.out.split())
    assert read(home, "signalen/2026/S-2026-009.yaml", Signaal).doorverwezen_naar is None


def test_an_aanbieder_that_is_there_is_not_written_over(home: Path, capsys: Screen) -> None:
    before = look(home)
    assert toezicht(capsys, "aanbieder", "nieuw", "de-kade", "--naam", "Een ander").code == 2
    assert look(home) == before


@pytest.mark.parametrize("group", ["signaal", "melding", "gesprek", "aanbieder"])
def test_outside_a_werkmap_every_group_says_how_to_make_one(
    group: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Screen
) -> None:
    outside = tmp_path / "ergens"
    outside.mkdir()
    monkeypatch.chdir(outside)
    done = toezicht(capsys, group)
    assert (done.code, done.out) == (2, "")
    assert "toezicht werkmap nieuw" in done.err


def test_the_filters_of_the_list_take_together_what_fits_all(capsys: Screen) -> None:
    args = ("--jaar", "2026", "--aanbieder", "de-kade", "--stand", "doublure", "--formaat", "json")
    done = toezicht(capsys, "signaal", "lijst", *args)
    assert done.code == 0
    assert [regel["id"] for regel in json.loads(done.out)["regels"]] == ["S-2026-003"]


def test_a_melding_is_late_from_the_day_after(capsys: Screen) -> None:
    late = []
    for dag in ("2026-10-13", "2026-10-14"):
        args = ("--te-laat", "--formaat", "json", "--peildatum", dag)
        late.append([regel["id"] for regel in json.loads(toezicht(capsys, "melding", *args).out)["regels"]])
    assert late == [[], ["M-2026-004"]]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_listed(home: Path, capsys: Screen) -> None:
    (home / "signalen/2026/S-2026-001.yaml").write_text("formaat: 1\nid: S-2026-001\n")
    done = toezicht(capsys, "signaal")
    assert done.code == 1
    assert "signalen/2026/S-2026-001.yaml" in done.out + done.err
    assert "S-2026-002" in done.out


def test_steps_are_added_and_comments_stay(home: Path, capsys: Screen) -> None:
    file = home / "signalen/2026/S-2026-007.yaml"
    file.write_text(f"# blijft staan\n{file.read_text()}")
    step = ("signaal", "opvolgen", "S-2026-007", "--datum", "2026-09-01")
    assert toezicht(capsys, *step, "--wat", "Gebeld met de toegang.", "--door", "Toezichthouder 1").code == 0
    assert toezicht(capsys, *step, "--besluit", "onderzoek", "--motivering", "Het duurt te lang.").code == 0
    done = toezicht(capsys, *("signaal", "afhandelen", "S-2026-007", "--uitkomst", "onderzoek-gedaan"))
    assert done.code == 0
    made = read(home, "signalen/2026/S-2026-007.yaml", Signaal)
    assert [stap.wat for stap in made.opvolging] == ["Gebeld met de toegang."]
    assert made.besluit is not None
    assert (made.besluit.keuze, made.besluit.motivering) == ("onderzoek", "Het duurt te lang.")
    assert made.afhandeling is not None
    assert made.afhandeling.uitkomst == "onderzoek-gedaan"
    assert file.read_text().startswith("# blijft staan\n")


@pytest.mark.parametrize(
    "args",
    [
        ("signaal", "afhandelen", "S-2026-001", "--uitkomst", "overig"),
        ("signaal", "afhandelen", "S-2026-007", "--uitkomst", "overig"),
        ("signaal", "opvolgen", "S-2026-003", "--besluit", "onderzoek"),
        ("signaal", "opvolgen", "S-2026-004", "--besluit", "gesprek"),
        ("signaal", "opvolgen", "S-2026-007", "--wat", "Iets.", "--datum", "2026-08-23"),
        ("signaal", "opvolgen", "S-2026-007", "--doublure-van", "S-2026-007"),
        ("signaal", "opvolgen", "S-2026-007", "--doublure-van", "S-2026-003"),
        ("signaal", "opvolgen", "S-2026-007", "--doorverwezen-naar", "niemand"),
        ("signaal", "opvolgen", "S-2026-007", "--reden", "Zomaar."),
        ("signaal", "opvolgen", "S-2026-007"),
        ("signaal", "opvolgen", "M-2026-001", "--wat", "Iets."),
        ("melding", "afhandelen", "M-2026-001"),
        ("melding", "opvolgen", "M-2026-004", "--opdracht", "2026-09-02"),
        ("melding", "opvolgen", "M-2026-004", "--beoordeling", "voldoende"),
    ],
)
def test_what_contradicts_the_entry_is_refused_and_changes_nothing(
    args: tuple[str, ...], home: Path, capsys: Screen
) -> None:
    before = look(home)
    done = toezicht(capsys, *args)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("toezicht: ") == 1
    assert look(home) == before


def test_the_onderzoek_of_the_aanbieder_comes_in(home: Path, capsys: Screen) -> None:
    args = ("--ontvangen-op", "2026-10-20", "--beoordeling", "aanvullen")
    assert toezicht(capsys, "melding", "opvolgen", "M-2026-004", *args).code == 0
    more = ("--opdracht", "2026-10-21", "--uiterlijk", "2026-11-20")
    assert toezicht(capsys, "melding", "opvolgen", "M-2026-004", *more).code == 0
    made = read(home, "meldingen/2026/M-2026-004.yaml", Melding)
    assert made.intern_onderzoek is not None
    assert made.intern_onderzoek.beoordeling == "aanvullen"
    assert made.aanvullend_onderzoek is not None
    assert made.aanvullend_onderzoek.uiterlijk is not None
    assert made.aanvullend_onderzoek.uiterlijk.tekst == "2026-11-20"


@pytest.mark.parametrize(
    ("args", "volgende"),
    [
        (
            ("signaal", "nieuw", "--wet", "wmo-2015", "--bron", "svb", "--aard", "zorg"),
            "signaal weeg S-2026-009",
        ),
        (
            ("signaal", "nieuw", "--wet", "wlz", "--bron", "svb", "--aard", "zorg"),
            "signaal opvolgen S-2026-009 --besluit doorverwijzen --doorverwezen-naar igj",
        ),
        (
            ("melding", "nieuw", "--wet", "wmo-2015", "--aard", "calamiteit"),
            "melding opvolgen M-2026-005 --opdracht DAG --uiterlijk DAG",
        ),
        (
            ("melding", "nieuw", "--wet", "wlz", "--aard", "geweld"),
            "opvolgen M-2026-005 --doorverwezen-naar igj",
        ),
        (("melding", "nieuw", "--wet", "wmo-2015", "--aard", "anders"), "melding afhandelen M-2026-005"),
    ],
)
def test_a_new_entry_says_what_it_waits_for(capsys: Screen, args: tuple[str, ...], volgende: str) -> None:
    done = toezicht(capsys, *args, "--tekst", "Kou.", "--datum", "2026-10-01")
    assert (done.code, f"toezicht {volgende}" in done.out or volgende in done.out) == (0, True)
    assert done.out.count("doorverwezen-naar") == volgende.count("doorverwezen-naar")


def test_a_signaal_goes_from_weighing_to_an_onderzoek_of_its_own(capsys: Screen) -> None:
    besluit = ("signaal", "opvolgen", "S-2026-006", "--besluit", "onderzoek", "--datum", "2026-10-01")
    assert "--besluit KEUZE" in toezicht(capsys, "signaal", "toon", "S-2026-006").out
    assert toezicht(capsys, *besluit).code == 0
    begin = "toezicht nieuw NAAM --naar-aanleiding-van S-2026-006"
    assert begin in toezicht(capsys, "signaal", "toon", "S-2026-006").out
    nieuw = ("nieuw", "polder-2026", "--aanbieder", "X", "--naar-aanleiding-van", "S-2026-006")
    kader = ("--soort-toezicht", "signaalgestuurd", "--kader", "waterlanden@2026")
    assert toezicht(capsys, *nieuw, *kader).code == 0
    after = toezicht(capsys, "signaal", "toon", "S-2026-006").out
    assert (begin in after, "signaal afhandelen S-2026-006" in after) == (False, True)


def test_the_day_of_a_melding_can_be_called_as_its_field(home: Path, capsys: Screen) -> None:
    args = ("melding", "nieuw", "--aard", "anders", "--wet", "wmo-2015", "--tekst", "X.")
    assert toezicht(capsys, *args, "--ontvangen-op", "2026-10-04").code == 0
    assert read(home, "meldingen/2026/M-2026-005.yaml", Melding).ontvangen_op.tekst == "2026-10-04"


def test_a_melding_that_is_not_there_is_not_called_one(capsys: Screen) -> None:
    for soort in ("melding", "signaal"):
        done = toezicht(capsys, soort, "weeg", "M-2026-099")
        assert (done.code, "'M-2026-099' is er niet" in done.err) == (2, True)


def test_a_text_too_long_is_refused_and_never_cut(home: Path, capsys: Screen) -> None:
    before = look(home)
    (home / "lang.txt").write_text("Een zin. " * 12_000, encoding="utf-8")
    done = toezicht(capsys, *_SIGNAAL, "--tekst-uit", "lang.txt", "--datum", "2026-10-01")
    assert (done.code, "groter dan 100 kB" in done.err) == (2, True)
    (home / "lang.txt").unlink()
    assert look(home) == before


def test_the_check_of_a_werkmap_says_first_what_is_wrong_with_toezicht_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Screen
) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "toezicht.yaml").write_text("gemeenten: [{naam: Aadorp}]\n", encoding="utf-8")
    monkeypatch.chdir(bare)
    done = toezicht(capsys, "controleer")
    assert (done.code, done.out) == (2, "")
    assert "toezicht.yaml:1:1: veld 'formaat' ontbreekt of is leeg" in done.err
    assert "zet bovenaan: formaat: 1" in done.err
