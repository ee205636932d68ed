"""``toezicht status``: how far, what is missing, what comes, and what to do now."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.snapshots import check_snapshot
from toezicht_cli.cli import status as status_module

SOCRA = VOORBEELDEN / "socra-2025"
BESTANDEN = ["onderzoek.yaml", "bronnen.yaml", "verbeterpunten.yaml", "cijfers.yaml", "bevindingen/1.2.yaml"]


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_module, "today", lambda: date(2026, 6, 15))


@pytest.mark.parametrize("formaat", ["tekst", "json"])
def test_the_basis_looks_so(formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "status", onderzoek, "--formaat", formaat)
    assert (found.code, found.err) == (0, "")
    check_snapshot(f"status-basis-{formaat}.txt", found.out)


def test_a_werkmap_gives_a_line_for_each(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = werkmap / "onderzoeken" / "stuk"
    shutil.copytree(werkmap / "onderzoeken" / "basis", second)
    (second / "onderzoek.yaml").write_text("formaat: [\n")
    found = toezicht(capsys, "status", werkmap)
    assert found.code == 1
    lines = found.out.splitlines()
    assert sum(line.startswith((" basis ", " stuk ")) for line in lines) == 2
    assert "onderzoek.yaml:2 is niet te lezen" in found.out
    output = json.loads(toezicht(capsys, "status", werkmap, "--formaat", "json").out)
    assert [(item["onderzoek"], item["fase"]) for item in output["onderzoeken"]] == [
        ("basis", "conceptrapport"),
        ("stuk", None),
    ]


def test_an_example_shows_its_warning_and_closes(capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "status", SOCRA)
    assert found.code == 0
    assert "Bewerkt voorbeeld, geen rapport van de GGD" in found.out
    assert "18 van de 21 normen getoetst; 3 zonder oordeel, met een reden; 0 nog open." in found.out
    (item,) = json.loads(toezicht(capsys, "status", SOCRA, "--formaat", "json").out)["onderzoeken"]
    assert (item["punten"], item["punten_zonder_datum"], item["punten_open"]) == (30, 30, 30)
    for thema in item["themas"]:
        counted = thema["getoetst"] + thema["met_reden"]
        assert counted + len(thema["nog_open"]) + len(thema["niet_te_lezen"]) == thema["in_kader"]
    assert "Bewerkt voorbeeld" not in toezicht(capsys, "status", VOORBEELDEN / "wilgenland").out
    assert "Verzonnen voorbeeld" in toezicht(capsys, "status", VOORBEELDEN / "wilgenland").out


@pytest.mark.parametrize("file", BESTANDEN)
def test_a_broken_case_is_shown_as_far_as_it_goes(
    file: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (onderzoek / file).open("a") as stream:
        stream.write("\n]\n")
    found = toezicht(capsys, "status", onderzoek)
    assert found.code == 1
    assert f"{file}:" in found.out.replace("\n", "")
    assert "is niet te lezen" in found.out.replace("\n", " ")
    assert "Herstel wat niet te lezen is." in found.out


def test_a_kader_that_is_not_there_is_said(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onderzoek / "onderzoek.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("proef@1", "proef@9"), encoding="utf-8")
    found = toezicht(capsys, "status", onderzoek)
    assert found.code == 1
    assert "kader 'proef@9' is er niet" in found.out.replace("\n", " ")


def test_a_fout_gives_1_and_is_the_next_step(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onderzoek / "bevindingen" / "1.1.yaml"
    path.write_text('norm: "1.1"\noordeel: bestaat-niet\n', encoding="utf-8")
    found = toezicht(capsys, "status", onderzoek)
    assert found.code == 1
    assert "Los de " in found.out


def test_it_fits_a_narrow_and_a_broad_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for width in (80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        for root in (SOCRA, VOORBEELDEN / "wilgenland", VOORBEELDEN / "thuiszorgzeker-2021"):
            text = toezicht(capsys, "status", root).out
            assert max(len(line) for line in text.splitlines()) <= width


def test_a_wrong_path_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "status", "/bestaat-niet")
    assert (found.code, found.out) == (2, "")


def test_a_peildatum_shows_how_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    root = VOORBEELDEN / "de-linde-2026" / "onderzoeken" / "de-linde-2026"
    found = toezicht(capsys, "status", root, "--peildatum", "2026-07-03")
    flat = " ".join(found.out.split())
    assert "Fase 4 van 5: reactie-aanbieder sinds 6 mei 2026" in flat
    assert (
        "Te laat, 2 dagen: De GGD stelt het rapport vast (uiterlijk 1 juli 2026; 6 weken na 20 mei 2026)."
        in flat
    )
    output = json.loads(
        toezicht(capsys, "status", root, "--peildatum", "2026-05-25", "--formaat", "json").out
    )
    (item,) = output["onderzoeken"]
    assert (output["peildatum"], item["eerste_termijn"]["id"], item["eerste_termijn"]["dagen"]) == (
        "2026-05-25",
        "vaststelling",
        37,
    )
    assert [spoor["id"] for spoor in item["sporen"]] == ["openbaarmaking", "opvolging"]
