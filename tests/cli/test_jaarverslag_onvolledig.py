"""``toezicht jaarverslag`` when something is missing, copied or misspelt: no figure is quietly too low."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht

Capture = pytest.CaptureFixture[str]
WATERLANDEN, NMD = VOORBEELDEN / "waterlanden", VOORBEELDEN / "nmd-2018"
PEILDATUM = ("--peildatum", "2026-10-08")
THUIS, KADE = "onderzoeken/thuis-aan-het-water-2025", "onderzoeken/de-kade-2026"
MAATREGEL = """\
stappen:
  - datum: 2026-02-24
    soort: maatregel
    trede: clientenstop
    maatregel: Voorlopig geen nieuwe cliënten.
    besloten_door: College van Waterstad
    grondslag: Overeenkomst (verzonnen)
"""


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    shutil.copytree(WATERLANDEN, tmp_path / "werkmap")
    return tmp_path / "werkmap"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text), path
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def ask(capsys: Capture, werkmap: Path, *opties: str) -> tuple[int, str, Any]:
    """Return exit code, what was said, and the figures of 2026."""
    uitvoer = toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, *(opties or ("--formaat", "json")))
    return uitvoer.code, uitvoer.err, json.loads(uitvoer.out)


def telling_of(found: Any, naam: str) -> Any:  # noqa: ANN401 - JSON
    return next(telling for telling in found["tellingen"] if telling["id"] == naam)


def test_a_measure_that_cannot_be_read_makes_the_measures_incomplete(werkmap: Path, capsys: Capture) -> None:
    """Also when the onderzoek is of another year: a measure counts in its own."""
    path = werkmap / THUIS / "handhaving.yaml"
    path.write_text(MAATREGEL, encoding="utf-8")
    code, _, found = ask(capsys, werkmap)
    assert (code, telling_of(found, "maatregelen")["ontbreekt"]) == (0, [])
    path.write_text(f"{MAATREGEL}a: [", encoding="utf-8")
    code, err, found = ask(capsys, werkmap)
    assert (code, THUIS in err) == (1, True)
    assert telling_of(found, "maatregelen")["ontbreekt"] == [THUIS]
    assert telling_of(found, "onderzoeken")["ontbreekt"] == []
    assert telling_of(found, "oordelen:waterlanden@2026")["ontbreekt"] == []
    assert found["opmerkingen"][0].startswith(f"Niet te lezen is: {THUIS}.")
    assert "Handhaving" in found["opmerkingen"][0]
    tekst = toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM).out
    assert "Maatregelen in dit jaar: ten minste 2" in tekst


def test_oordelen_of_one_kader_say_nothing_of_another(werkmap: Path, tmp_path: Path, capsys: Capture) -> None:
    (werkmap / KADE / "bevindingen/1.1.yaml").write_text("a: [", encoding="utf-8")
    found = ask(capsys, werkmap)[2]
    assert telling_of(found, "oordelen:waterlanden@2026")["ontbreekt"] == [KADE]
    assert telling_of(found, "oordelen:calamiteit@2026")["ontbreekt"] == []
    wens = ("--formaat", "markdown", "--uit", tmp_path)
    toezicht(capsys, "jaarverslag", "2026", werkmap, *PEILDATUM, *wens)
    assert "Ten minste" in (tmp_path / "jaarverslag-2026.md").read_text(encoding="utf-8")


def test_a_year_before_with_something_missing_is_not_laid_beside(werkmap: Path, capsys: Capture) -> None:
    change(werkmap / THUIS / "verbeterpunten.yaml", "uiterlijk: 2026-03-02", "uiterlijk: x")
    code, _, found = ask(capsys, werkmap)
    punten = telling_of(found, "punten-stand")
    assert (code, punten["vergelijkbaar"], punten["totaal_vorig_jaar"]) == (0, False, None)
    assert telling_of(found, "onderzoeken-soort")["totaal_vorig_jaar"] == 1
    assert any(THUIS in zin and "niet vergeleken met 2025" in zin for zin in found["opmerkingen"])


def test_the_block_says_unknown_where_something_cannot_be_read(werkmap: Path, capsys: Capture) -> None:
    for name in ("handhaving.yaml", "verbeterpunten.yaml"):
        with (werkmap / KADE / name).open("a", encoding="utf-8") as stream:
            stream.write("a: [")
    (werkmap / "meldingen/2026/M-2026-001.yaml").write_text("formaat: [", encoding="utf-8")
    code, _, found = ask(capsys, werkmap, "--igj", "json")
    assert code == 1
    by_key = {item["sleutel"]: item for item in found["antwoorden"]}
    for key in ("maatregelen_advies", "veiligheidsafspraken", "punten", "punten_te_laat", "meldingen"):
        assert by_key[key]["waarde"] is None, key
        assert by_key[key]["reden"].startswith("niet te lezen: "), key
    assert (by_key["signalen"]["waarde"], by_key["onderzoeken_gestart"]["waarde"]) == (8, 4)


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("meldingen/2026/M-2026-001.yaml", "meldingen/2026/M-2026-001 kopie.yaml"),
        ("meldingen/2026/M-2026-001.yaml", "meldingen/2025/M-2026-001.yaml"),
        ("signalen/2026/S-2026-002.yaml", "signalen/2026/S-2026-002 (1).yaml"),
    ],
)
def test_a_copy_of_an_entry_is_named_and_not_counted(
    van: str, naar: str, werkmap: Path, capsys: Capture
) -> None:
    before = ask(capsys, werkmap)[2]
    shutil.copyfile(werkmap / van, werkmap / naar)
    _, err, found = ask(capsys, werkmap)
    for naam in ("meldingen-aard", "signalen"):
        assert telling_of(found, naam)["totaal"] == telling_of(before, naam)["totaal"]
    assert "/2025/" in naar or naar in err


def test_a_copy_of_an_onderzoek_is_named_and_not_counted(werkmap: Path, capsys: Capture) -> None:
    before = ask(capsys, werkmap)[2]
    kopie = "onderzoeken/het-baken-2026 - kopie"
    shutil.copytree(werkmap / "onderzoeken/het-baken-2026", werkmap / kopie)
    code, err, found = ask(capsys, werkmap)
    assert (code, f"{kopie}: dat is een kopie van het-baken-2026" in err) == (1, True)
    for key in ("totaal", "delen", "ontbreekt"):
        assert [one[key] for one in found["tellingen"]] == [one[key] for one in before["tellingen"]]


def test_a_gemeente_that_nobody_knows_is_told_of(werkmap: Path, capsys: Capture) -> None:
    change(werkmap / "meldingen/2026/M-2026-001.yaml", "gemeente: Waterstad", "gemeente: Waterstadt")
    change(werkmap / "onderzoeken/wonen-bij-de-dijk-2026/onderzoek.yaml", "naam: Meerdorp", "naam: meerdorp")
    found = ask(capsys, werkmap)[2]
    los = "Zonder gemeente uit toezicht.yaml: meldingen 1, onderzoeken 1."
    assert any(zin.startswith(los) for zin in found["opmerkingen"])
    assert any("signalen uit meer gemeenten" in zin for zin in found["opmerkingen"])


def test_a_report_that_became_public_later_is_shared_too(werkmap: Path, capsys: Capture) -> None:
    shutil.rmtree(werkmap / "gesprekken/2026")
    shutil.rmtree(werkmap / "onderzoeken/het-baken-2026")
    change(werkmap / THUIS / "onderzoek.yaml", "openbaar_op: [-0-9]+", "openbaar_op: 2026-02-01")
    found = ask(capsys, werkmap)[2]
    assert any("1 onderzoek of gesprek is van meer gemeenten" in zin for zin in found["opmerkingen"])


def test_a_register_that_cannot_be_read_is_no_year_without_register(werkmap: Path, capsys: Capture) -> None:
    for path in (werkmap / "meldingen/2025").iterdir():
        path.write_text("x: [", encoding="utf-8")
    for name in ("signalen/2025", "gesprekken/2025", THUIS):
        shutil.rmtree(werkmap / name)
    uitvoer = toezicht(capsys, "jaarverslag", "2025", werkmap, *PEILDATUM, "--formaat", "json")
    assert (uitvoer.code, "meldingen/2025/M-2025-001.yaml" in uitvoer.err) == (1, True)
    assert json.loads(uitvoer.out)["bron"] == "registers"


def test_an_end_that_nobody_wrote_down_is_no_end_before_the_begin(werkmap: Path, capsys: Capture) -> None:
    change(werkmap / KADE / "onderzoek.yaml", "vastgesteld_op: [-0-9]+", "vastgesteld_op: niet-vermeld")
    delen = telling_of(ask(capsys, werkmap)[2], "onderzoeken")["delen"]
    found = {deel["id"]: (deel["aantal"], deel["vorig_jaar"]) for deel in delen}
    assert found["vaststelling-onbekend"] == (1, 0)


def test_a_part_with_other_words_is_not_compared(tmp_path: Path, capsys: Capture) -> None:
    werkmap = tmp_path / "werkmap"
    shutil.copytree(NMD, werkmap)
    eerder = werkmap / "jaarcijfers/2017.yaml"
    shutil.copyfile(werkmap / "jaarcijfers/2018.yaml", eerder)
    change(eerder, "jaar: 2018", "jaar: 2017")
    change(eerder, "wat: Wmo,", "wat: Wlz,")
    found = json.loads(toezicht(capsys, "jaarverslag", "2018", werkmap, "--formaat", "json").out)
    delen = {deel["id"]: deel["vorig_jaar"] for deel in telling_of(found, "meldingen-wet")["delen"]}
    assert delen == {"wmo-2015": None, "wlz-of-jeugdwet": 12}


def test_the_name_of_a_gemeente_may_be_written_otherwise(capsys: Capture) -> None:
    for naam in ("WATERSTAD", " Waterstad "):
        uitvoer = toezicht(capsys, "jaarverslag", "2026", WATERLANDEN, *PEILDATUM, "--gemeente", naam)
        assert (uitvoer.code, uitvoer.out.startswith("Jaarverslag 2026 · Waterstad\n")) == (0, True)
