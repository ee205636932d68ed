"""``toezicht werkmap nieuw``: a folder becomes the home of onderzoeken and registers, or nothing happens."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.opdracht import toezicht
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.services.werkmapnieuw import _werkmap


@pytest.fixture(autouse=True)
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(folder: Path) -> Werkmap:
    document = read_document(folder, "toezicht.yaml", Werkmap)
    assert document.faults == ()
    assert document.model is not None
    return document.model


def test_a_new_folder_becomes_a_werkmap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(
        capsys,
        *("werkmap", "nieuw", "team/water", "--organisatie", "Team: Water"),
        *("--gemeente", "Waterstad", "--gemeente", "Meerdorp", "--gemeente", "Waterstad"),
    )
    assert (done.code, done.err) == (0, "")
    werkmap = read(tmp_path / "team/water")
    assert werkmap.organisatie == "Team: Water"
    assert [gemeente.naam for gemeente in werkmap.gemeenten] == ["Waterstad", "Meerdorp"]
    assert "vertrouwelijk/" in (tmp_path / "team/water/.gitignore").read_text()
    assert "cd team/water" in done.out


def test_what_stands_in_a_folder_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".gitignore").write_text("eigen\n")
    (tmp_path / "notitie.txt").write_text("blijft\n")
    done = toezicht(capsys, "werkmap", "nieuw", ".", "--organisatie", "Water")
    assert done.code == 0
    assert read(tmp_path).gemeenten == ()
    assert (tmp_path / ".gitignore").read_text() == "eigen\n"
    assert (tmp_path / "notitie.txt").read_text() == "blijft\n"


@pytest.mark.parametrize(
    ("present", "target"),
    [
        ({"toezicht.yaml": ""}, "."),
        ({"toezicht.yaml": ""}, "lager"),
        ({"onderzoek.yaml": ""}, "."),
        ({"bestand": ""}, "bestand/lager"),
        ({"bestand": ""}, "bestand"),
    ],
)
def test_a_place_that_is_taken_is_refused(
    tmp_path: Path, present: dict[str, str], target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in present.items():
        (tmp_path / name).write_text(text)
    done = toezicht(capsys, "werkmap", "nieuw", target, "--organisatie", "Water")
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("toezicht: ")
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(present)


@pytest.mark.parametrize("naam", ["", "twee\nregels"])
def test_a_name_that_cannot_stand_in_a_file_is_refused(
    tmp_path: Path, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, "werkmap", "nieuw", "water", "--organisatie", "Water", "--gemeente", naam)
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_script_is_told_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "werkmap", "nieuw", "water")
    assert done.code == 2
    assert "--organisatie" in done.err


@given(
    st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1), max_size=4)
)
@settings(max_examples=100)
def test_any_names_come_back_as_they_were(namen: list[str]) -> None:
    namen = [naam for naam in namen if naam.strip()]
    from toezicht_cli.loading.yaml_text import parse

    value = parse(_werkmap("Water", tuple(namen)), "toezicht.yaml").value
    assert isinstance(value, dict)
    assert value["gemeenten"] == ([{"naam": naam} for naam in namen] or None)
