"""The registers of a werkmap: all that is sound is read, and all that is not is named."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.rules.dossiers import REGISTERS
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.registers import load_registers
from toezicht_cli.models.register import Melding, Signaal
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import read_registers, require_werkmap

JAARCIJFERS = """formaat: 1
jaar: 2017
organisatie: Team Proef
bron: Jaarverslag
opgaven:
  - {id: meldingen, hoofdstuk: meldingen, wat: Meldingen, eenheid: meldingen, totaal: 3}
"""
SIGNAAL = "signalen/2026/S-2026-001.yaml"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    shutil.copytree(REGISTERS, tmp_path / "w")
    shutil.rmtree(tmp_path / "w/onderzoeken")
    return tmp_path / "w"


def test_entries_come_in_the_order_of_their_files(werkmap: Path) -> None:
    found = read_registers(werkmap)
    assert [item.id for item in found.signalen] == ["S-2025-001", "S-2026-001", "S-2026-002", "S-2026-003"]
    assert [item.id for item in found.aanbieders] == ["baken", "kade"]
    assert (len(found.meldingen), len(found.gesprekken), len(found.onderzoeken)) == (1, 1, 0)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        (SIGNAAL, "id: [", "STR004"),
        (SIGNAAL, "formaat: 1\nid: S-2026-001\n", "STR010"),
        ("signalen/2026/los.yml", "a: b", "STR013"),
        ("signalen/los.yaml", "a: b", "STR013"),
        ("aanbieders/2026/kade.yaml", "a: b", "STR013"),
        ("jaarcijfers/2018.yaml", "formaat: 1\n", "STR010"),
        ("uitzonderingen.yaml", "uitzonderingen: 1", "STR011"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    werkmap: Path, name: str, text: str, code: str
) -> None:
    (werkmap / name).parent.mkdir(parents=True, exist_ok=True)
    (werkmap / name).write_text(text)
    load = load_registers(werkmap, kadermap_for(werkmap))
    assert {(fault.rule_id, fault.location.file) for fault in load.faults} == {(code, name)}
    assert len(tuple(load.dossier.walk(Melding))) == 1
    assert len(tuple(load.dossier.walk(Signaal))) == (3 if name == SIGNAAL else 4)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for an ordinary user")
def test_a_link_to_another_folder_is_refused(werkmap: Path, tmp_path: Path) -> None:
    shutil.move(werkmap / "signalen/2025", tmp_path / "elders")
    (werkmap / "signalen/2025").symlink_to(tmp_path / "elders")
    load = load_registers(werkmap, kadermap_for(werkmap))
    assert [(fault.rule_id, fault.location.file) for fault in load.faults] == [("STR001", "signalen/2025")]
    assert "signalen" in load.dossier.onleesbaar


def test_a_werkmap_with_registers_only_is_checked(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = werkmap / SIGNAAL
    path.write_text(path.read_text().replace("aanbieder: kade", "aanbieder: kadde"))
    done = toezicht(capsys, "controleer", werkmap, "--formaat", "json")
    assert done.code == 1
    found = {
        (item["code"], Path(item["bestand"]).name, item["regel"])
        for item in json.loads(done.out)["diagnoses"]
    }
    # The one that follows from no onderzoek is another finding than the one that was made here.
    assert {("REG002", "S-2026-001.yaml", 5), ("REG012", "S-2026-001.yaml", 22)} <= found


def test_a_finding_in_a_register_can_be_excused(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (werkmap / "uitzonderingen.yaml").write_text(
        "uitzonderingen:\n"
        "  - {controle: REG012, bestand: signalen/2026/S-2026-001.yaml, plaats: besluit,"
        " reden: Het onderzoek staat in een andere werkmap.}\n"
    )
    done = toezicht(capsys, "controleer", werkmap, "--formaat", "json")
    result = json.loads(done.out)
    assert done.code == 0, result
    assert [item["code"] for item in result["uitgezonderd"]] == ["REG012"]


def test_a_wrong_name_is_found(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (werkmap / "signalen/2026/S-2026-002.yaml").rename(werkmap / "signalen/2025/S-2026-002.yaml")
    (werkmap / "aanbieders/kade.yaml").rename(werkmap / "aanbieders/kaade.yaml")
    done = toezicht(capsys, "controleer", werkmap, "--formaat", "json")
    found = [
        (item["code"], item["regel"])
        for item in json.loads(done.out)["diagnoses"]
        if item["code"] == "STR015"
    ]
    assert found == [("STR015", 2), ("STR015", 2)]


@pytest.mark.parametrize(
    "command", [("controleer", "."), ("kader", "controleer"), ("kader", "controleer", "x@1")]
)
def test_an_afwegingskader_that_no_weging_names_is_checked(
    werkmap: Path,
    command: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (werkmap / "kaders/afweging/proef/1.yaml").read_text()
    (werkmap / "kaders/afweging/x").mkdir()
    (werkmap / "kaders/afweging/x/1.yaml").write_text(text.replace("omvang: groot", "omvang: grot"))
    monkeypatch.chdir(werkmap)
    done = toezicht(capsys, *command, "--formaat", "json")
    found = [
        (item["code"], Path(item["bestand"]).parts[-2], item["regel"])
        for item in json.loads(done.out)["diagnoses"]
        if item["code"].startswith("KDR0") and item["zwaarte"] == "fout"
    ]
    assert found == [("KDR003", "x", 2), ("KDR020", "x", 17), ("KDR020", "x", 19)]
    assert done.code == 1


def test_figures_of_a_year_alone_are_checked(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for soort in ("signalen", "meldingen", "gesprekken", "aanbieders"):
        shutil.rmtree(werkmap / soort)
    (werkmap / "jaarcijfers").mkdir()
    (werkmap / "jaarcijfers/2018.yaml").write_text(JAARCIJFERS)
    # Nobody knows which year a file is about whose name says another one.
    registers = read_registers(werkmap)
    assert (registers.jaarcijfers, [fault.rule_id for fault in registers.faults]) == ((), ["STR015"])
    done = toezicht(capsys, "controleer", werkmap, "--formaat", "json")
    result = json.loads(done.out)
    assert [(item["code"], item["regel"]) for item in result["diagnoses"]] == [("STR015", 2)]


def test_registers_are_repaired_with_the_rest(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, kader = werkmap / SIGNAAL, werkmap / "kaders/afweging/proef/1.yaml"
    before, of_kader = path.read_text(), kader.read_text()
    path.write_text(before.replace("datum: 2026-02-02", "datum: 2-2-2026", 1))
    proef = toezicht(capsys, "controleer", werkmap, "--repareer", "--proef")
    assert (proef.code, path.read_text()) == (1, before.replace("datum: 2026-02-02", "datum: 2-2-2026", 1))
    assert "2-2-2026" in proef.out
    done = toezicht(capsys, "controleer", werkmap, "--repareer")
    assert (done.code, path.read_text(), kader.read_text()) == (0, before, of_kader)
    assert toezicht(capsys, "controleer", REGISTERS, "--repareer", "--proef").out.startswith(
        "Er is niets te repareren."
    )


def test_without_a_werkmap_the_way_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToezichtError) as caught:
        require_werkmap(tmp_path)
    assert caught.value.help is not None
    assert "toezicht werkmap nieuw" in caught.value.help
