"""``toezicht jaarverslag``: the figures of a year on the screen, as a document and for the inspectie."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import jsonschema
import page
import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.rendering.chromium import look_at, need_browser
from tests.snapshots import check_snapshot
from toezicht_cli.loading.rapportlezen.lezen import read_regels
from toezicht_cli.rendering.writers import writer_names
from toezicht_cli.services.schema import build_schema

Capture = pytest.CaptureFixture[str]
WATERLANDEN, NMD = VOORBEELDEN / "waterlanden", VOORBEELDEN / "nmd-2018"
PEILDATUM = ("--peildatum", "2026-10-08")
EXAMPLES = {"waterlanden": ("2026", WATERLANDEN), "nmd": ("2018", NMD)}
THUIS = "thuis-aan-het-water-2025"
OPDRUK = "Bewerkt voorbeeld, geen jaarverslag van de gemeenten"


@pytest.fixture
def twee_jaren(tmp_path: Path) -> Path:
    """Return the example of aggregates with the year before, of which one count counts something else."""
    werkmap = tmp_path / "werkmap"
    shutil.copytree(NMD, werkmap)
    text = (NMD / "jaarcijfers/2018.yaml").read_text(encoding="utf-8")
    eerder = (
        text.replace("jaar: 2018", "jaar: 2017")
        .replace("totaal: 37", "totaal: 30")
        .replace("eenheid: thema's", "eenheid: normen")
        .replace('eenheid: "thema\'s"', "eenheid: normen")
        .replace("      - {id: politie, wat: politie erbij, aantal: 1}\n", "")
    )
    (werkmap / "jaarcijfers/2017.yaml").write_text(eerder, encoding="utf-8")
    return werkmap


@pytest.mark.parametrize("formaat", ["tekst", "csv", "json"])
@pytest.mark.parametrize("naam", EXAMPLES)
def test_the_figures_are_shown_as_they_were_read(naam: str, formaat: str, capsys: Capture) -> None:
    jaar, werkmap = EXAMPLES[naam]
    uitvoer = toezicht(capsys, "jaarverslag", jaar, werkmap, *PEILDATUM, "--formaat", formaat)
    assert (uitvoer.code, uitvoer.err) == (0, "")
    check_snapshot(f"jaarverslag-{naam}-{formaat}.txt", uitvoer.out)
    if formaat == "json":
        jsonschema.validate(json.loads(uitvoer.out), build_schema("uitvoer-jaarverslag"))


@pytest.mark.parametrize("naam", EXAMPLES)
def test_every_document_holds_every_count_and_the_pdf_is_accessible(
    naam: str, tmp_path: Path, capsys: Capture
) -> None:
    jaar, werkmap = EXAMPLES[naam]
    formaten = ",".join(writer_names())
    uitvoer = toezicht(
        capsys, "jaarverslag", jaar, werkmap, *PEILDATUM, "--formaat", formaten, "--uit", tmp_path
    )
    assert uitvoer.code == 0
    found = json.loads(toezicht(capsys, "jaarverslag", jaar, werkmap, *PEILDATUM, "--formaat", "json").out)
    made = sorted(tmp_path.iterdir())
    assert len(made) == len(writer_names())
    for path in made:
        text = " ".join(regel.tekst for regel in read_regels(path.read_bytes(), path.suffix))
        letters = "".join(re.findall(r"\w+", text))
        for telling in found["tellingen"]:
            assert "".join(re.findall(r"\w+", telling["wat"])) in letters, (path.name, telling["id"])
        if naam == "nmd":
            assert "".join(re.findall(r"\w+", OPDRUK)) in letters, path.name
    pdf = (tmp_path / f"jaarverslag-{jaar}.pdf").read_bytes()
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("naam", EXAMPLES)
def test_axe_finds_no_barrier_in_the_page(naam: str, width: int, tmp_path: Path, capsys: Capture) -> None:
    need_browser()
    jaar, werkmap = EXAMPLES[naam]
    toezicht(capsys, "jaarverslag", jaar, werkmap, *PEILDATUM, "--formaat", "html", "--uit", tmp_path)
    page_bytes = (tmp_path / f"jaarverslag-{jaar}.html").read_bytes()
    found = look_at(page_bytes, tmp_path, width=width)
    assert found["violations"] == []
    assert found["passes"] >= 15
    assert not found["wider"], "the page is wider than the screen"


def test_the_yearly_block_has_a_schema_and_every_answer_or_a_reason(capsys: Capture) -> None:
    uitvoer = toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM, "--igj", "json")
    found = json.loads(uitvoer.out)
    jsonschema.validate(found, build_schema("uitvoer-jaarblok"))
    assert all((item["waarde"] is None) == (item["reden"] is not None) for item in found["antwoorden"])
    assert any("tot en met 8 oktober 2026" in zin for zin in found["opmerkingen"])
    rows = list(
        csv.DictReader(
            io.StringIO(toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM, "--igj", "csv").out)
        )
    )
    assert [row["sleutel"] for row in rows] == [item["sleutel"] for item in found["antwoorden"]]


def test_nothing_after_the_day_of_looking_counts(capsys: Capture) -> None:
    """On the first day of 2026 the year is empty but for what ran on from 2025, and 2025 stays as it was."""
    uitvoer = toezicht(
        capsys, "jaarverslag", "2025", WATERLANDEN, "--peildatum", "2026-01-01", "--formaat", "json"
    )
    later = toezicht(capsys, "jaarverslag", "2025", WATERLANDEN, *PEILDATUM, "--formaat", "json")
    assert uitvoer.out == later.out
    half = json.loads(
        toezicht(
            capsys, "jaarverslag", "2026", WATERLANDEN, "--peildatum", "2026-04-30", "--formaat", "json"
        ).out
    )
    whole = json.loads(
        toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM, "--formaat", "json").out
    )
    totals = [{one["id"]: one["totaal"] or 0 for one in found["tellingen"]} for found in (half, whole)]
    assert totals[0]["signalen"] < totals[1]["signalen"]
    assert all(totals[0][naam] <= totals[1][naam] for naam in totals[0] if naam in totals[1])
    assert any("30 april 2026" in zin for zin in half["opmerkingen"])


def test_what_a_source_does_not_state_of_the_year_before_is_unknown_and_not_zero(
    twee_jaren: Path, capsys: Capture
) -> None:
    found = json.loads(toezicht(capsys, "jaarverslag", "2018", twee_jaren, "--formaat", "json").out)
    by_id = {telling["id"]: telling for telling in found["tellingen"]}
    assert (by_id["meldingen-wet"]["totaal"], by_id["meldingen-wet"]["totaal_vorig_jaar"]) == (37, 30)
    politie = next(deel for deel in by_id["meldingen-anders"]["delen"] if deel["id"] == "politie")
    assert (politie["aantal"], politie["vorig_jaar"]) == (1, None)


def test_a_count_of_something_else_under_the_same_name_is_not_compared(
    twee_jaren: Path, capsys: Capture
) -> None:
    found = json.loads(toezicht(capsys, "jaarverslag", "2018", twee_jaren, "--formaat", "json").out)
    themas = next(telling for telling in found["tellingen"] if telling["id"] == "themas")
    assert (themas["vergelijkbaar"], themas["totaal_vorig_jaar"]) == (False, None)
    assert sum("niet vergelijkbaar met 2017" in zin for zin in found["opmerkingen"]) == 1


def test_a_year_of_aggregates_before_a_register_stops_no_gemeente(tmp_path: Path, capsys: Capture) -> None:
    werkmap = tmp_path / "werkmap"
    shutil.copytree(WATERLANDEN, werkmap)
    (werkmap / "jaarcijfers").mkdir(exist_ok=True)
    text = (NMD / "jaarcijfers/2018.yaml").read_text(encoding="utf-8").replace("jaar: 2018", "jaar: 2024")
    (werkmap / "jaarcijfers/2024.yaml").write_text(text, encoding="utf-8")
    uitvoer = toezicht(capsys, "jaarverslag", "2025", werkmap, "--gemeente", "Waterstad", *PEILDATUM)
    assert uitvoer.code == 0
    assert "niet vergelijkbaar" in uitvoer.out
    assert toezicht(capsys, "jaarverslag", "2024", werkmap, "--gemeente", "Waterstad").code == 2


def test_what_cannot_be_read_is_named_in_the_figures_themselves(tmp_path: Path, capsys: Capture) -> None:
    werkmap = tmp_path / "werkmap"
    shutil.copytree(WATERLANDEN, werkmap)
    (werkmap / "meldingen/2026/M-2026-001.yaml").write_text("formaat: [", encoding="utf-8")
    uitvoer = toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, "--formaat", "json")
    assert uitvoer.code == 1
    found = json.loads(uitvoer.out)
    assert any("meldingen/2026/M-2026-001.yaml" in zin for zin in found["opmerkingen"])
    assert next(one["totaal"] for one in found["tellingen"] if one["id"] == "meldingen-aard") == 3


def test_what_has_no_gemeente_is_counted_in_the_whole_and_said(capsys: Capture) -> None:
    found = json.loads(
        toezicht(capsys, "jaarverslag", "2025", WATERLANDEN, *PEILDATUM, "--formaat", "json").out
    )
    assert any(
        zin.startswith("Zonder gemeente uit toezicht.yaml: signalen 1.") for zin in found["opmerkingen"]
    )


def test_each_template_is_refused_where_it_does_not_belong(tmp_path: Path, capsys: Capture) -> None:
    onderzoek = WATERLANDEN / "onderzoeken/het-baken-2026"
    uitvoer = toezicht(capsys, "rapport", onderzoek, "--sjabloon", "jaarverslag")
    assert uitvoer.code == 2
    assert "toezicht jaarverslag" in uitvoer.err
    werkmap = tmp_path / "werkmap"
    shutil.copytree(NMD, werkmap)
    eigen = werkmap / "templates/jaarverslag"
    shutil.copytree(VOORBEELDEN.parent / "templates/jaarverslag", eigen)
    wens = ("jaarverslag", "2018", werkmap, "--formaat", "markdown", "--uit", tmp_path)
    assert toezicht(capsys, *wens).code == 0
    sjabloon = eigen / "sjabloon.yaml"
    sjabloon.write_text(sjabloon.read_text(encoding="utf-8").replace("soort: jaarverslag\n", ""))
    uitvoer = toezicht(capsys, *wens)
    assert uitvoer.code == 2
    assert "soort: jaarverslag" in uitvoer.err


def copy_waterlanden(root: Path) -> Path:
    shutil.copytree(WATERLANDEN, root / "werkmap")
    return root / "werkmap"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_fault_in_another_year_or_gemeente_is_no_fault_of_this_report(
    tmp_path: Path, capsys: Capture
) -> None:
    werkmap = copy_waterlanden(tmp_path)
    change(werkmap / f"onderzoeken/{THUIS}/bevindingen/1.1.yaml", "oordeel:", "oordeel: on")
    elders = toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, "--gemeente", "Meerdorp")
    assert (elders.code, elders.err) == (0, "")
    hier = toezicht(capsys, "jaarverslag", "2025", werkmap, *PEILDATUM, "--gemeente", "Waterstad")
    assert hier.code == 1
    assert f"telt niet mee: onderzoeken/{THUIS}: er zijn fouten in" in hier.err


def test_an_onderzoek_that_cannot_be_read_is_named_and_counted_in_no_year(
    tmp_path: Path, capsys: Capture
) -> None:
    werkmap = copy_waterlanden(tmp_path)
    (werkmap / "onderzoeken/de-kade-2026/onderzoek.yaml").write_text("formaat: [", encoding="utf-8")
    for jaar in ("2025", "2026"):
        uitvoer = toezicht(capsys, "jaarverslag", jaar, werkmap, *PEILDATUM, "--formaat", "json")
        assert (uitvoer.code, "onderzoeken/de-kade-2026" in uitvoer.err) == (1, True)
        found = json.loads(uitvoer.out)
        delen = next(one["delen"] for one in found["tellingen"] if one["id"] == "onderzoeken")
        assert next(deel["aantal"] for deel in delen if deel["id"] == "onbekend") == 0
        assert any("de-kade-2026" in zin for zin in found["opmerkingen"])


def test_a_year_in_which_something_only_ran_on_is_a_year(tmp_path: Path, capsys: Capture) -> None:
    werkmap = copy_waterlanden(tmp_path)
    for name in ("signalen", "meldingen", "gesprekken"):
        shutil.rmtree(werkmap / name)
    for path in (werkmap / "onderzoeken").iterdir():
        if path.name != "wonen-bij-de-dijk-2026":
            shutil.rmtree(path)
    later = ("--peildatum", "2027-10-08", "--formaat", "json")
    found = json.loads(toezicht(capsys, "jaarverslag", "2027", werkmap, *later).out)
    delen = next(one["delen"] for one in found["tellingen"] if one["id"] == "onderzoeken")
    assert {deel["id"]: deel["aantal"] for deel in delen}["lopend"] == 1
    assert toezicht(capsys, "jaarverslag", "2027", werkmap, *PEILDATUM).code == 2


@pytest.mark.parametrize("jaar", ["abc", "1989", "2101", "26", "20266", "²⁰²⁶"])
def test_what_is_no_year_is_refused_in_dutch(jaar: str, capsys: Capture) -> None:
    uitvoer = toezicht(capsys, "jaarverslag", jaar, WATERLANDEN)
    assert (uitvoer.code, uitvoer.out) == (2, "")
    assert "dit is geen jaar van 1990 tot en met 2100" in uitvoer.err


def test_a_year_before_that_cannot_be_read_stops_no_report(tmp_path: Path, capsys: Capture) -> None:
    werkmap = copy_waterlanden(tmp_path)
    (werkmap / "jaarcijfers").mkdir()
    (werkmap / "jaarcijfers/2024.yaml").write_text("formaat: 1\n", encoding="utf-8")
    found = json.loads(toezicht(capsys, "jaarverslag", "2025", werkmap, "--formaat", "json").out)
    assert any("jaarcijfers/2024.yaml:1:1" in zin for zin in found["opmerkingen"])
    assert toezicht(capsys, "jaarverslag", "2024", werkmap).code == 2


def test_a_kind_that_the_werkmap_does_not_know_is_unknown_to_the_block_and_not_zero(
    tmp_path: Path, capsys: Capture
) -> None:
    werkmap = copy_waterlanden(tmp_path)
    change(werkmap / "toezicht.yaml", "id: proactief", "id: vooraf")
    uitvoer = toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, "--igj", "json")
    found = {item["sleutel"]: item for item in json.loads(uitvoer.out)["antwoorden"]}
    assert found["onderzoeken_proactief"]["waarde"] is None
    assert "toezicht.yaml" in found["onderzoeken_proactief"]["reden"]
    assert found["onderzoeken_calamiteit"]["waarde"] == 1


def test_a_store_that_cannot_be_used_is_told_of(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    uitvoer = toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM)
    assert (uitvoer.code, uitvoer.err.startswith("let op: de voorraad in ")) == (0, True)
    assert toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM, "--zonder-cache").err == ""


def test_the_name_of_a_gemeente_leads_to_no_other_folder(tmp_path: Path, capsys: Capture) -> None:
    werkmap = copy_waterlanden(tmp_path)
    change(werkmap / "toezicht.yaml", "naam: Meerdorp", "naam: Meer/dorp")
    wens = ("--gemeente", "Meer/dorp", "--formaat", "markdown", "--uit", tmp_path)
    assert toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, *wens).code == 0
    assert (tmp_path / "jaarverslag-2026-meer-dorp.md").is_file()
