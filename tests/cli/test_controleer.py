"""``toezicht controleer``: what it prints, its exit codes, and that nothing passes in silence."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.repositories import commit, init, replace
from tests.snapshots import check_snapshot


def break_bron(onderzoek: Path) -> None:
    """Let a bevinding name a bron that does not exist."""
    path = onderzoek / "bevindingen/1.2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[D01]", "[D01, I50]"), encoding="utf-8")


def test_a_sound_case_passes_and_says_what_was_done(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, "controleer", onderzoek)
    assert done.code == 0
    assert done.out.startswith("niets gevonden in 10 bestanden, ")


def test_a_fault_is_shown_with_its_line_and_the_way_out(
    onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_bron(onderzoek)
    monkeypatch.chdir(onderzoek)
    done = toezicht(capsys, "controleer")
    assert done.code == 1
    check_snapshot("controleer-onbekende-bron.txt", done.out.rpartition(" in ")[0] + "\n")


def test_json_names_file_line_and_column_from_the_git_root(
    werkmap: Path, onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_bron(onderzoek)
    (werkmap / ".git").mkdir()
    monkeypatch.chdir(onderzoek / "bevindingen")
    done = toezicht(capsys, "controleer", "--formaat", "json")
    output = json.loads(done.out)
    assert done.code == 1
    assert output["formaat"] == "toezicht/controle/1"
    assert output["samenvatting"]["fout"] == 1
    assert output["diagnoses"] == [
        {
            "code": "BRN002",
            "zwaarte": "fout",
            "bestand": "onderzoeken/basis/bevindingen/1.2.yaml",
            "regel": 10,
            "kolom": 20,
            "bericht": "bron I50 staat niet in bronnen.yaml",
            "hulp": output["diagnoses"][0]["hulp"],
        }
    ]


def test_json_is_printed_even_when_a_file_is_broken(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (onderzoek / "onderzoek.yaml").write_bytes(b"\xff\xfe\x00")
    break_bron(onderzoek)
    done = toezicht(capsys, "controleer", onderzoek, "--formaat", "json")
    codes = {found["code"] for found in json.loads(done.out)["diagnoses"]}
    assert done.code == 1
    assert {"STR002", "BRN002"} <= codes


def test_streng_turns_a_let_op_into_exit_code_1(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onderzoek / "verbeterpunten.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", uiterlijk: 2026-09-01", ""), encoding="utf-8")
    assert toezicht(capsys, "controleer", onderzoek).code == 0
    assert toezicht(capsys, "controleer", onderzoek, "--streng").code == 1


def test_a_werkmap_means_all_its_onderzoeken(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = werkmap / "onderzoeken/basis"
    other = werkmap / "onderzoeken/tweede"
    for path in sorted(source.rglob("*.yaml")):
        target = other / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            path.read_text(encoding="utf-8").replace("id: basis", "id: tweede"), encoding="utf-8"
        )
    done = toezicht(capsys, "controleer", werkmap)
    assert done.code == 0
    assert " in 20 bestanden" in done.out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["controleer", "bestaat-niet"], "bestaat niet"),
        (["controleer", "."], "geen onderzoek gevonden"),
        (["controleer", "--formaat", "jsn"], "bedoelde je json?"),
        (["controleer", "--strneg"], "bedoelde je --streng?"),
        (["controleer", "--formaat"], "mist een waarde"),
        (["controleer", "--streng=nee"], "neemt geen waarde"),
        (["controler"], "bedoelde je controleer?"),
        (["--verzie"], "bestaat niet"),
    ],
)
def test_wrong_use_says_what_is_wrong_and_gives_2(
    arguments: list[str],
    word: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = toezicht(capsys, *arguments)
    assert done.code == 2
    assert done.out == ""
    assert word in done.err


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("onderzoeken/basis/onderzoek.yaml", "domein: [kwaliteit]", "domein: []"),
        ("kaders/toetsing/proef/1.yaml", "wetten: [wmo-2015]", "wetten: []"),
    ],
)
def test_an_empty_list_is_not_a_filled_one(
    file: str, old: str, new: str, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = werkmap / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = toezicht(capsys, "controleer", werkmap)
    assert done.code == 1
    assert "deze lijst is leeg" in done.out


def test_an_empty_werkmap_is_not_a_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "toezicht.yaml").write_text("formaat: 1\norganisatie: Proef\n", encoding="utf-8")
    done = toezicht(capsys, "controleer", tmp_path)
    assert done.code == 2
    assert "nog geen onderzoek" in done.err


def test_checking_only_reads(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in onderzoek.rglob("*.yaml")}
    toezicht(capsys, "controleer", onderzoek)
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in onderzoek.rglob("*.yaml")
    } == before


def test_a_long_number_in_a_line_is_not_repeated(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onderzoek / "bevindingen/1.1.yaml"
    text = path.read_text(encoding="utf-8").replace("[B01]", "[B09]  # 123456782 jan@voorbeeld.nl")
    path.write_text(text, encoding="utf-8")
    for formaat in ("tekst", "json"):
        done = toezicht(capsys, "controleer", onderzoek, "--formaat", formaat)
        assert done.code == 1
        assert "123456782" not in done.out + done.err
        assert "jan@" not in done.out + done.err


def test_the_text_fits_the_screen_and_keeps_the_place_in_sight(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (40, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        done = toezicht(capsys, "controleer", VOORBEELDEN / "socra-2025")
        gutter = [line for line in done.out.splitlines() if "│" in line]
        assert gutter
        assert all(len(line) <= width for line in gutter)


def test_many_findings_on_one_very_long_line_are_all_shown(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bronnen = ", ".join(f"I{number}" for number in range(500, 700))
    text = f'{{norm: "1.2", oordeel: voldoet-niet, bevindingen: [{{id: a, bronnen: [{bronnen}], tekst: '
    (onderzoek / "bevindingen/1.2.yaml").write_text(f"{text}{'a ' * 450_000}}}]}}\n", encoding="utf-8")
    done = toezicht(capsys, "controleer", onderzoek)
    assert done.out.count("BRN002") >= 200


def test_a_long_number_at_the_edge_of_the_screen_stays_masked(
    onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    path = onderzoek / "bevindingen/1.2.yaml"
    bron = "bronnen: [D01, " + "D01, " * 200
    for around in range(30):  # the number lies before the window, in its edge, and in it
        text = f'{{norm: "1.2", oordeel: voldoet-niet, bevindingen: [{{id: a, tekst: "t", {bron}D02] }}], '
        path.write_text(f"{text}x{'x' * around}: 123456782{'0' * around}}}\n", encoding="utf-8")
        done = toezicht(capsys, "controleer", onderzoek)
        assert "STR009" in done.out
        assert "3456" not in done.out


def test_only_what_a_change_brings_in_decides_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "w" / "socra-2025"
    shutil.copytree(VOORBEELDEN / "socra-2025", init(tmp_path / "w") / "socra-2025")
    commit(tmp_path / "w")
    monkeypatch.chdir(root)
    assert toezicht(capsys, "controleer", "--streng").code == 1
    done = toezicht(capsys, "controleer", "--streng", "--alleen-nieuw", "HEAD")
    assert done.code == 0
    assert "waren er al" in done.err
    replace(root / "bevindingen" / "1.8.yaml", "bronnen: [D01]", "bronnen: [D77]")
    done = toezicht(capsys, "controleer", "--alleen-nieuw", "HEAD", "--formaat", "json")
    found = json.loads(done.out)
    assert done.code == 1
    assert [diagnose["code"] for diagnose in found["diagnoses"]] == ["BRN002"]
    assert found["samenvatting"]["bekend"] > 20
    assert toezicht(capsys, "controleer", "--alleen-nieuw", "nergens").code == 2


def test_a_kader_of_the_werkmap_that_no_onderzoek_uses_is_checked_too(
    onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    werkmap = onderzoek.parents[1]
    monkeypatch.chdir(werkmap)
    sound = toezicht(capsys, "controleer")
    assert sound.code == 0
    used = next((werkmap / "kaders").rglob("*.yaml"))
    other = used.parent.parent / "ander" / "2026.yaml"
    other.parent.mkdir()
    other.write_text("naam: [", encoding="utf-8")
    done = toezicht(capsys, "controleer", "--formaat", "json")
    found = json.loads(done.out)
    assert done.code == 1
    assert [(item["code"], item["bestand"]) for item in found["diagnoses"]] == [
        ("STR004", "kaders/toetsing/ander/2026.yaml")
    ]
    assert f"in {found['bestanden'] - 1} bestanden" in sound.out


def test_the_kaders_of_every_named_werkmap_are_checked(
    onderzoek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = onderzoek.parents[1]
    second = tmp_path / "tweede"
    shutil.copytree(first, second)
    kader = first / "kaders" / "toetsing" / "ander" / "2026.yaml"
    for path in (kader, second / kader.relative_to(first)):
        path.parent.mkdir()
        path.write_text("naam: [", encoding="utf-8")
    done = toezicht(capsys, "controleer", first, second, "--formaat", "json")
    assert [item["code"] for item in json.loads(done.out)["diagnoses"]] == ["STR004", "STR004"]


def test_a_file_that_cannot_be_read_is_told_beside_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "w" / "socra-2025"
    shutil.copytree(VOORBEELDEN / "socra-2025", init(tmp_path / "w") / "socra-2025")
    (root / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
    commit(tmp_path / "w")
    monkeypatch.chdir(root)
    done = toezicht(capsys, "controleer", "--alleen-nieuw", "HEAD")
    assert done.code == 1
    assert "niet te lezen" in done.err


@pytest.mark.parametrize("formaat", ["tekst", "json", "sarif", "junit", "github", "gitlab"])
def test_what_tells_two_values_apart_is_in_no_output(
    formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = onderzoek / "bevindingen/1.2.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("oordeel: voldoet", "oordeel: onzin"), encoding="utf-8"
    )
    monkeypatch.setattr("toezicht_cli.services.check.hash", lambda _words: 987_654_321_012, raising=False)
    done = toezicht(capsys, "controleer", onderzoek, "--formaat", formaat)
    assert done.code == 1
    assert "987654321012" not in done.out + done.err
