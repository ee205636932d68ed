"""``toezicht kader``, ``controles`` and ``uitleg``: reference that is right, also when asked wrongly."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.snapshots import check_snapshot

GELDERLAND = "ggd-gelderland-zuid@2019-07"


def test_list_names_own_kaders_and_shipped_ones(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(werkmap)
    rows = json.loads(toezicht(capsys, "kader", "lijst", "--formaat", "json").out)["kaders"]
    assert {row["kader"]: row["herkomst"] for row in rows}.items() >= {
        "proef@1": "werkmap",
        GELDERLAND: "meegeleverd",
        "ggd-rotterdam-rijnmond@2019": "meegeleverd",
        "drents-kwaliteitskader@2018": "meegeleverd",
    }.items()
    assert "proef@1" in toezicht(capsys, "kader", "lijst").out


def test_shipped_kaders_have_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "kader", "controleer", "--formaat", "json")
    output = json.loads(done.out)
    assert done.code == 0
    assert output["bestanden"] >= 3
    assert output["samenvatting"]["fout"] == 0


def test_a_broken_own_kader_is_found_at_its_line(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = werkmap / "kaders/toetsing/proef/1.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("per: aanbieder", "per: anbieder"), encoding="utf-8"
    )
    monkeypatch.chdir(werkmap)
    done = toezicht(capsys, "kader", "controleer", "proef@1")
    assert done.code == 1
    assert "kaders/toetsing/proef/1.yaml:12:6" in done.out
    assert "bedoelde je aanbieder?" in done.out
    assert toezicht(capsys, "kader", "toon", "proef@1").code == 2
    assert "niet te lezen" in toezicht(capsys, "kader", "lijst").out


def test_comparing_tells_same_changed_dropped_and_new(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = werkmap / "kaders/toetsing/proef/1.yaml"
    new = old.with_name("2.yaml")
    text = old.read_text(encoding="utf-8").replace('versie: "1"', 'versie: "2"')
    text = text.replace("Er is een plan.", "Er is een actueel plan.").replace('id: "2.10"', 'id: "2.11"')
    new.write_text(text, encoding="utf-8")
    monkeypatch.chdir(werkmap)
    output = json.loads(toezicht(capsys, "kader", "vergelijk", "proef@1", "proef@2", "--formaat", "json").out)
    assert output["gewijzigd"] == [{"norm": "1.1", "velden": ["omschrijving"]}]
    assert (output["vervallen"], output["toegevoegd"]) == (["2.10"], ["2.11"])
    assert output["gelijk"] == ["1.2", "2.1"]
    shutil.copyfile(old, new)
    new.write_text(new.read_text(encoding="utf-8").replace('versie: "1"', 'versie: "2"'), encoding="utf-8")
    assert "geen verschil: 4 normen" in toezicht(capsys, "kader", "vergelijk", "proef@1", "proef@2").out


def test_snapshot_of_a_shown_kader(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(werkmap)
    check_snapshot("kader-toon-proef.txt", toezicht(capsys, "kader", "toon", "proef@1").out)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["kader", "toon", "ggd-gelderland-zuid@2019"], "bedoelde je ggd-gelderland-zuid@2019-07?"),
        (["kader", "toon"], "er ontbreekt een waarde: KADER"),
        (["kader", "toon", "../../etc@passwd"], "is er niet"),
        (["kader", "tonen"], "bestaat niet"),
        (["uitleg", "BRN0002"], "bedoelde je BRN002?"),
        (["uitleg", "onbekende-brom"], "bedoelde je onbekende-bron?"),
    ],
)
def test_wrong_names_get_the_nearest_right_one(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, *arguments)
    assert (done.code, done.out) == (2, "")
    assert word in done.err


def test_every_controle_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(toezicht(capsys, "controles", "--formaat", "json").out)["controles"]
    assert len(rows) > 60
    for row in rows:
        done = toezicht(capsys, "uitleg", row["naam"])
        assert done.code == 0
        assert row["code"] in done.out
        assert "Grondslag" in done.out


def test_the_list_of_controles_is_a_table_that_fits(capsys: pytest.CaptureFixture[str]) -> None:
    lines = toezicht(capsys, "controles").out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert any(line.split()[:2] == ["BRN002", "fout"] for line in lines)
    assert lines[-1].split()[1] == "controles."


def test_an_explanation_as_markdown_is_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "uitleg", "BRN002", "--formaat", "markdown")
    assert done.out.startswith("# BRN002 onbekende-bron (fout)\n\n")
    assert "## Grondslag\n" in done.out


def test_a_comparison_in_text_has_a_sign_on_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "kader", "vergelijk", "ggd-rotterdam-rijnmond@2019", GELDERLAND)
    assert done.code == 0
    head, *lines, summary = done.out.splitlines()
    assert head == f"ggd-rotterdam-rijnmond@2019 → {GELDERLAND}"
    assert {line[0] for line in lines} == {"-", "+", "~"}
    assert "~ eindoordeel: verplicht → geen" in lines
    assert summary.startswith("0 normen gelijk, ")


def test_snapshot_of_an_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    check_snapshot("uitleg-brn002.txt", toezicht(capsys, "uitleg", "brn002").out)
