"""``toezicht portefeuille``: many onderzoeken beside each other."""

import csv
import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.benchmarks.werkmapmaker import NORMEN, make_werkmap
from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from toezicht_cli.services.schema import build_schema

DAG = "2026-11-23"
LINDE = VOORBEELDEN / "de-linde-2026"


@pytest.fixture(scope="module")
def twaalf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a werkmap of twelve finished onderzoeken; the first and the eleventh are of two gemeenten."""
    root = tmp_path_factory.mktemp("twaalf") / "werkmap"
    make_werkmap(root, 12, len(NORMEN))
    broken = root / "onderzoeken/zaak-00003/bevindingen/1.1.yaml"
    broken.write_text(broken.read_text().replace("oordeel: ", "oordeel: helemaal-"))
    (root / "onderzoeken/zaak-00004/onderzoek.yaml").write_text("formaat: [")
    return root


@pytest.fixture
def waterlanden(tmp_path: Path) -> Path:
    """Return a copy of the example with several gemeenten."""
    shutil.copytree(VOORBEELDEN / "waterlanden", tmp_path / "werkmap")
    return tmp_path / "werkmap"


def toon(capsys: pytest.CaptureFixture[str], pad: Path, *opties: str) -> Uitvoer:
    return toezicht(capsys, "portefeuille", pad, "--peildatum", DAG, *opties)


def data(capsys: pytest.CaptureFixture[str], pad: Path, *opties: str) -> Any:  # noqa: ANN401 - JSON
    uitvoer = toon(capsys, pad, *opties, "--formaat", "json")
    assert (uitvoer.code, uitvoer.err) == (0, "")
    found = json.loads(uitvoer.out)
    jsonschema.validate(found, build_schema("uitvoer-portefeuille"))
    return found


def names(found: Any) -> list[str]:  # noqa: ANN401 - JSON
    return [str(one["onderzoek"]) for one in found["onderzoeken"]]


def test_the_tally_is_that_of_the_command_oordeel(capsys: pytest.CaptureFixture[str]) -> None:
    (regel,) = data(capsys, LINDE)["onderzoeken"]
    oordeel = json.loads(toezicht(capsys, "oordeel", LINDE, "--formaat", "json").out)
    telling = oordeel["telling"]
    assert regel["telling"] == [
        {key: item[key] for key in ("id", "label", "aantal")} for item in telling["categorieen"]
    ]
    assert (regel["getoetst"], regel["nog_open"]) == (telling["getoetst"], len(telling["nog_open"]))
    assert regel["getoetst"] + regel["met_reden"] + regel["nog_open"] == telling["in_kader"]


def test_what_is_late_is_that_of_the_command_termijnen(capsys: pytest.CaptureFixture[str]) -> None:
    (regel,) = data(capsys, LINDE)["onderzoeken"]
    lijst = json.loads(
        toezicht(capsys, "termijnen", LINDE, "--peildatum", DAG, "--te-laat", "--formaat", "json").out
    )
    assert {(item["id"], item["einde"], -item["dagen"]) for item in lijst["termijnen"]} == {
        (item["id"], item["einde"], item["dagen"]) for item in regel["te_laat"]
    }
    assert regel["punten_open"] == 7


def test_a_day_on_which_nothing_is_late_yet(capsys: pytest.CaptureFixture[str]) -> None:
    vroeg = toezicht(capsys, "portefeuille", LINDE, "--peildatum", "2026-03-01", "--formaat", "json")
    assert json.loads(vroeg.out)["onderzoeken"][0]["te_laat"] == []


def test_the_gemeenten_add_up_to_the_whole_and_what_is_shared(
    twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, twaalf)
    assert (found["aantal"], found["gedeeld"]) == (12, 2)
    assert sum(one["onderzoeken"] for one in found["gemeenten"]) == 14
    assert sum(one["onderzoeken"] for one in found["fasen"]) == 12
    tekst = " ".join(toon(capsys, twaalf).out.split())
    assert "2 onderzoeken zijn voor meer dan één gemeente" in tekst
    assert "tellen de gemeenten op tot 14 en niet tot 12" in tekst


def test_what_cannot_be_counted_is_named_and_shown_and_left_out_of_the_sums(
    twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, twaalf)
    assert found["niet_geteld"] == ["zaak-00003", "zaak-00004"]
    by_naam = {one["onderzoek"]: one for one in found["onderzoeken"]}
    assert [by_naam[naam]["telling"] for naam in found["niet_geteld"]] == [None, None]
    assert by_naam["zaak-00004"]["gemeenten"] == ["onbekend"]
    (kader,) = found["kaders"]
    assert (kader["onderzoeken"], kader["getoetst"]) == (10, 210)
    assert kader["getoetst"] == sum(item["aantal"] for item in kader["telling"])
    tekst = toon(capsys, twaalf).out
    assert "zaak-00003: 1 fout in de gegevens" in tekst
    assert "zaak-00004: onderzoek.yaml is niet te lezen" in tekst


@pytest.mark.parametrize(
    ("opties", "expected"),
    [
        (["--gemeente", "WATERDORP 06 (verzonnen)"], ["zaak-00005"]),
        (["--gemeente", "onbekend"], ["zaak-00004"]),
        (["--kader", "ggd-gelderland-zuid@2019-07", "--aanbieder", "aanbieder 7 "], ["zaak-00007"]),
        (["--kader", "GGD-gelderland-zuid", "--aanbieder", "Aanbieder 10"], ["zaak-00010"]),
        (["--fase", "uitvoering"], []),
        (["--soort-toezicht", "structureel", "--aanbieder", "8"], ["zaak-00008"]),
        (["--soort-toezicht", "calamiteitentoezicht"], []),
        (["--aanbieder", "bestaat niet"], []),
        (["--te-laat", "--aanbieder", "aanbieder 2"], ["zaak-00002"]),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_was_asked_for(
    opties: list[str], expected: list[str], twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, twaalf, *opties)
    asked = sum(optie.startswith("--") for optie in opties)
    assert (names(found), found["totaal"], len(found["keuze"])) == (expected, 12, asked)


@pytest.mark.parametrize(
    ("opties", "words"),
    [
        (["--gemeente", "Waterdorp 06"], "bedoelde je Waterdorp 06 (verzonnen)?"),
        (["--kader", "ggd-gelderland"], "bedoelde je ggd-gelderland-zuid?"),
        (["--kader", "qq"], "deze zijn er: ggd-gelderland-zuid, ggd-gelderland-zuid@2019-07"),
        (["--fase", "uitvoring"], "bedoelde je uitvoering?"),
        (["--soort-toezicht", "proactif"], "bedoelde je proactief?"),
        (["--sorteer", "telaat"], "bedoelde je te-laat?"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest(
    opties: list[str], words: str, twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uitvoer = toon(capsys, twaalf, *opties)
    assert (uitvoer.code, uitvoer.out) == (2, "")
    assert words in uitvoer.err


def test_nothing_that_fits_says_what_there_is(twaalf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uitvoer = toon(capsys, twaalf, "--fase", "uitvoering")
    assert uitvoer.code == 0
    assert "In deze werkmap: 12 onderzoeken" in uitvoer.out


@pytest.mark.parametrize(
    ("volgorde", "first"),
    [("onderzoek", "zaak-00000"), ("te-laat", "zaak-00000"), ("open", "zaak-00000"), ("fase", "zaak-00004")],
)
def test_the_list_has_the_order_that_was_asked_for(
    volgorde: str, first: str, twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, twaalf, "--sorteer", volgorde)
    assert names(found)[0] == first
    assert sorted(names(found)) == names(data(capsys, twaalf))
    if volgorde == "te-laat":
        dagen = [max([0, *(item["dagen"] for item in one["te_laat"])]) for one in found["onderzoeken"]]
        assert dagen == sorted(dagen, reverse=True)


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_table_fits_the_screen_and_loses_nothing(
    width: str, twaalf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = toon(capsys, twaalf).out.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert sum(line.startswith("zaak-") for line in lines) == 12
    assert any("✓8 ≈5 ✗8" in line or "✓" in line for line in lines)


def test_csv_has_a_row_for_each_and_empty_cells_for_what_is_not_known(
    twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(csv.DictReader(io.StringIO(toon(capsys, twaalf, "--formaat", "csv").out)))
    assert [row["onderzoek"] for row in rows] == [f"zaak-{number:05}" for number in range(12)]
    assert (rows[3]["geteld"], rows[3]["getoetst"], rows[3]["voldoet"]) == ("nee", "", "")
    assert sum(int(rows[0][naam]) for naam in ("voldoet", "voldoet-grotendeels", "voldoet-niet")) == 21


def test_it_is_found_from_a_folder_within_the_werkmap(
    twaalf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(twaalf / "onderzoeken/zaak-00001/bevindingen")
    assert json.loads(toezicht(capsys, "portefeuille", "--formaat", "json").out)["totaal"] == 12


def test_a_werkmap_without_onderzoek_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copyfile(LINDE / "toezicht.yaml", tmp_path / "toezicht.yaml")
    (tmp_path / "onderzoeken/leeg").mkdir(parents=True)
    uitvoer = toon(capsys, tmp_path)
    assert (uitvoer.code, uitvoer.out) == (2, "")
    assert "staat nog geen onderzoek" in uitvoer.err


def test_a_store_that_cannot_be_used_is_told_of_and_changes_nothing(
    twaalf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = toon(capsys, twaalf).out
    (tmp_path / "bestand").write_text("geen map")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "bestand"))
    uitvoer = toon(capsys, twaalf)
    assert (uitvoer.code, uitvoer.out) == (0, before)
    assert uitvoer.err.startswith("let op: de voorraad in ")
    assert toon(capsys, twaalf, "--zonder-cache").err == ""


def test_trends_close_and_leave_out_what_cannot_be_counted(
    twaalf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uitvoer = toezicht(capsys, "portefeuille", "trends", twaalf, "--formaat", "json")
    found = json.loads(uitvoer.out)
    jsonschema.validate(found, build_schema("uitvoer-trends"))
    assert (found["onderzoeken"], found["niet_geteld"]) == (10, ["zaak-00003", "zaak-00004"])
    assert sum(jaar["onderzoeken"] for jaar in found["jaren"]) == 10
    for jaar in found["jaren"]:
        assert jaar["geheel"]["getoetst"] == 21 * jaar["onderzoeken"]
        for thema in jaar["themas"]:
            assert sum(item["aantal"] for item in thema["aandelen"]) == thema["getoetst"]
            assert all((item["procent"] is None) is (thema["getoetst"] < 5) for item in thema["aandelen"])
    assert found["normen"] == sorted(found["normen"], key=lambda norm: -norm["aantal"])
    tekst = " ".join(toezicht(capsys, "portefeuille", "trends", twaalf).out.split())
    assert "zeggen niets over alle aanbieders" in tekst


def test_two_editions_of_a_kader_are_never_laid_beside_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(
        toezicht(capsys, "portefeuille", "trends", VOORBEELDEN / "waterlanden", "--formaat", "json").out
    )
    (paar,) = found["edities"]
    assert (paar["van"], paar["naar"]) == ("waterlanden@2025", "waterlanden@2026")
    tekst = " ".join(toezicht(capsys, "portefeuille", "trends", VOORBEELDEN / "waterlanden").out.split())
    assert "niet vergelijkbaar" in tekst


@pytest.mark.parametrize("opties", [("--fase", "uitvoering"), ("--gemeente", "Waterstad"), ("--te-laat",)])
def test_what_cannot_be_read_is_named_with_every_choice(
    opties: tuple[str, ...], waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (waterlanden / "onderzoeken/het-baken-2026/onderzoek.yaml").write_text("formaat: [", encoding="utf-8")
    found = data(capsys, waterlanden, *opties)
    assert (found["niet_gelezen"], "het-baken-2026" in names(found)) == (["het-baken-2026"], False)
    zin = "1 onderzoek is niet helemaal te lezen en kan hierbij horen: het-baken-2026"
    for formaat in ("tekst", "html"):
        lines = toon(capsys, waterlanden, *opties, "--formaat", formaat).out.split()
        assert zin in " ".join(lines).replace("het- baken", "het-baken")
    if opties[0] == "--gemeente":
        trends = toezicht(capsys, "portefeuille", "trends", waterlanden, *opties).out
        assert "het-baken-2026" in trends
    assert data(capsys, waterlanden)["niet_gelezen"] == []


@pytest.mark.parametrize("opdracht", ["toon", "trends"])
def test_what_a_spreadsheet_leaves_out_is_told_beside_it_every_time(
    opdracht: str, waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vraag = "portefeuille", opdracht, waterlanden, "--kader", "waterlanden", "--formaat", "csv"
    assert toezicht(capsys, *vraag).err == ""
    (waterlanden / "onderzoeken/het-baken-2026/onderzoek.yaml").write_text("formaat: [", encoding="utf-8")
    for _ in range(2):
        found = toezicht(capsys, *vraag)
        assert (found.code, "het-baken-2026" in found.out) == (0, False)
        assert found.err.startswith("let op: ")
        assert "het-baken-2026" in found.err


def test_points_that_cannot_be_read_are_unknown_and_not_none(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (waterlanden / "onderzoeken/de-kade-2026/verbeterpunten.yaml").write_text("a: [", encoding="utf-8")
    regels = {one["onderzoek"]: one for one in data(capsys, waterlanden)["onderzoeken"]}
    assert (regels["de-kade-2026"]["punten"], regels["de-kade-2026"]["punten_open"]) == (None, None)
    assert regels["het-baken-2026"]["punten"] == 3
    tekst = toon(capsys, waterlanden).out
    assert "punten en termijnen ontbreken misschien" in " ".join(tekst.split())
    assert "Een ? bij open of te laat: dat is niet te lezen." in " ".join(tekst.split())
    (first,) = (line for line in tekst.splitlines() if "De Kade" in line)
    assert first.split()[-2:] == ["?", "?"]
    html = toon(capsys, waterlanden, "--formaat", "html").out
    assert "Hun punten en termijnen ontbreken misschien ook." in html
    assert html.count('data-onbekend="ja"') == 1  # and "alleen wat te laat is" does not hide it
    assert "Een ? bij" not in toon(capsys, waterlanden, "--gemeente", "Meerdorp").out


def test_what_may_be_late_and_cannot_be_read_is_named_among_what_is_late(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (waterlanden / "onderzoeken/de-kade-2026/verbeterpunten.yaml").write_text("a: [", encoding="utf-8")
    found = data(capsys, waterlanden, "--te-laat", "--gemeente", "Waterstad")
    assert (found["niet_gelezen"], "de-kade-2026" in names(found)) == (["de-kade-2026"], False)
    assert data(capsys, waterlanden, "--te-laat", "--gemeente", "Meerdorp")["niet_gelezen"] == []
    assert data(capsys, waterlanden, "--gemeente", "Waterstad")["niet_gelezen"] == []


def test_a_kader_that_cannot_be_read_does_not_make_anything_late(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = waterlanden / "onderzoeken/wonen-bij-de-dijk-2026/onderzoek.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("waterlanden@2026", "weg@2026"), encoding="utf-8"
    )
    found = data(capsys, waterlanden, "--te-laat")
    assert (found["niet_gelezen"], "wonen-bij-de-dijk-2026" in names(found)) == ([], False)


def test_of_two_names_that_differ_in_capitals_the_one_that_was_asked_for(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, old, new in (
        ("wonen-bij-de-dijk-2026", "naam: Meerdorp", "naam: meerdorp"),
        ("de-kade-2026", "naam: Waterstad", "naam: Meerdorp"),
    ):
        path = waterlanden / "onderzoeken" / name / "onderzoek.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert names(data(capsys, waterlanden, "--gemeente", "Meerdorp")) == ["de-kade-2026"]
    assert names(data(capsys, waterlanden, "--gemeente", "meerdorp")) == ["wonen-bij-de-dijk-2026"]
    assert names(data(capsys, waterlanden, "--gemeente", " Meerdorp ")) == ["de-kade-2026"]
    found = toon(capsys, waterlanden, "--gemeente", "MEERDORP")
    assert (found.code, found.out) == (2, "")
    assert "schrijf het precies zo: Meerdorp of meerdorp" in found.err


def test_of_one_gemeente_no_other_is_counted(waterlanden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, waterlanden, "--gemeente", "Polderveen")
    assert [(one["naam"], one["onderzoeken"]) for one in found["gemeenten"]] == [("Polderveen", 3)]
    tekst = " ".join(toon(capsys, waterlanden, "--gemeente", "Polderveen").out.split())
    assert "2 onderzoeken zijn ook voor een andere gemeente, en tellen daar ook mee." in tekst


@pytest.mark.parametrize("command", ["portefeuille", "controleer", "export"])
def test_an_onderzoek_a_folder_too_deep_is_not_passed_over(
    command: str, waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (waterlanden / "onderzoeken/2026").mkdir()
    (waterlanden / "onderzoeken/de-kade-2026").rename(waterlanden / "onderzoeken/2026/de-kade-2026")
    opties = ("--uit", str(waterlanden / "uit")) if command == "export" else ()
    found = toezicht(capsys, command, waterlanden, *opties)
    assert found.code == 2
    assert "onderzoeken/2026 is geen onderzoek, maar er staat er wel een in: de-kade-2026" in found.err


@pytest.mark.parametrize("command", [("portefeuille",), ("controleer",), ("jaarverslag", "2026")])
def test_a_folder_that_cannot_be_read_is_named(
    command: tuple[str, ...],
    waterlanden: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listdir = os.listdir

    def refuse(folder: Path) -> list[str]:
        if Path(folder).name == "onderzoeken":
            raise PermissionError(13, "no")
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", refuse)
    found = toezicht(capsys, *command, waterlanden)
    assert (found.code, found.out) == (2, "")
    assert "onderzoeken is niet te lezen" in found.err
