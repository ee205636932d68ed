"""``toezicht controleer --repareer`` as somebody types it."""

import json
import shutil
from pathlib import Path

import pytest

from toezicht_cli.cli.entry import run
from toezicht_cli.diagnostics import mask

BASE = Path(__file__).parents[1] / "rules" / "_basis"
SHOWN = """\
verbeterpunten.yaml:2  datum: 15-10-2026 → 2026-10-15
bevindingen/1.1.yaml:1  volgorde: oordeel, norm → norm, oordeel
bevindingen/1.1.yaml:2  aanhalingstekens: 1.1 → "1.1"
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an onderzoek, sound but for what can be repaired; one stands in it."""
    shutil.copytree(BASE, tmp_path / "werkmap")
    folder = tmp_path / "werkmap" / "onderzoeken" / "basis"
    file = folder / "bevindingen" / "1.1.yaml"
    source = file.read_text(encoding="utf-8").replace(
        'norm: "1.1"\noordeel: voldoet', "oordeel: voldoet\nnorm: 1.1"
    )
    file.write_text(source, encoding="utf-8")
    points = folder / "verbeterpunten.yaml"
    points.write_text(
        points.read_text(encoding="utf-8").replace("2026-09-01", "15-10-2026"), encoding="utf-8"
    )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    return folder


def snapshot(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("options", [[], ["--formaat", "json"], ["--streng"], ["--repareer", "--proef"]])
def test_checking_only_reads(root: Path, options: list[str]) -> None:
    before = snapshot(root.parents[1])
    assert run(["controleer", *options]) == 1
    assert snapshot(root.parents[1]) == before


def test_it_shows_what_it_did_and_checks_the_repaired_files(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["controleer", "--repareer"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{SHOWN}3 reparaties in 2 bestanden gedaan.\n\n")
    assert "niets gevonden" in out
    assert err == ""
    assert (
        (root / "bevindingen" / "1.1.yaml").read_text(encoding="utf-8").startswith('norm: "1.1"\noordeel: v')
    )
    assert run(["controleer", "--repareer"]) == 0
    assert capsys.readouterr().out.startswith("Er is niets te repareren.\n\n")


def test_a_trial_shows_the_same_and_checks_the_files_as_they_are(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert root.is_dir()
    assert run(["controleer", "--repareer", "--proef"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(
        f"{SHOWN}3 reparaties in 2 bestanden mogelijk. Dit was een proef: er is niets veranderd.\n\n"
    )
    assert "STR012" in out
    assert err == ""


def test_beside_json_the_telling_goes_to_stderr(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert root.is_dir()
    assert run(["controleer", "--repareer", "--formaat", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["diagnoses"] == []
    assert err == f"{SHOWN}3 reparaties in 2 bestanden gedaan.\n"


def test_what_could_not_be_repaired_gives_exit_code_2(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "verbeterpunten.yaml").chmod(0o444)
    assert run(["controleer", "--repareer"]) == 2
    out, _ = capsys.readouterr()
    assert "verbeterpunten.yaml  " in out
    assert "is alleen-lezen" in out
    assert "2 reparaties in 1 bestand gedaan." in out
    assert "STR012" in out, "the check runs all the same"


def test_nothing_repaired_because_it_could_not_is_not_called_nothing_to_do(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "vaststelling.yaml").write_text("kapot: [\n")
    assert run(["controleer", "--repareer"]) == 2
    out, _ = capsys.readouterr()
    assert "niet gerepareerd: dit onderzoek is vastgesteld" in out
    assert "Er is niets gerepareerd." in out


def test_long_numbers_are_masked_and_dates_are_not(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = (root / "bronnen.yaml").read_text(encoding="utf-8")
    (root / "bronnen.yaml").write_text(
        source.replace('versie: "2"', "versie: 123456782").replace("2026-02-12", "12-02-2026"),
        encoding="utf-8",
    )
    run(["controleer", "--repareer"])
    out, _ = capsys.readouterr()
    assert "123456782" not in out
    assert f"aanhalingstekens: {mask('123456782')} → " in out
    assert "datum: 12-02-2026 → 2026-02-12" in out


def test_many_fields_that_move_are_abbreviated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "bevindingen" / "1.1.yaml").write_text(
        'tegenlezer: X\nconclusie: X\nreden: X\nstatus: niet-getoetst\nnorm: "1.1"\n', encoding="utf-8"
    )
    run(["controleer", "--repareer", "--proef"])
    assert (
        "volgorde: tegenlezer, conclusie, reden, …, norm → norm, status, reden, …, tegenlezer"
        in capsys.readouterr().out
    )


def test_a_trial_without_repair_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert root.is_dir()
    assert run(["controleer", "--proef"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--proef hoort bij --repareer" in err


def test_hostile_words_do_not_reach_the_terminal(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = root / "bevindingen"
    (folder / "1.1.yaml").rename(folder / "1.1\x1b[31m.yaml")
    run(["controleer", "--repareer"])
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err


def test_a_werkmap_repairs_all_its_onderzoeken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(root, root.parent / "tweede")
    assert run(["controleer", "--repareer", str(root.parents[1])]) == 1, "the id of the second is wrong"
    assert "6 reparaties in 4 bestanden gedaan." in capsys.readouterr().out
