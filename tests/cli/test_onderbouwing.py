"""``toezicht onderbouwing``: the chain of one norm, for the jurist."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.snapshots import check_snapshot
from toezicht_cli.outputs import output_names

SOCRA = VOORBEELDEN / "socra-2025"
WILGENHOF = VOORBEELDEN / "wilgenland" / "onderzoeken" / "de-wilgenhof-2026"


@pytest.mark.parametrize("formaat", output_names("onderbouwing"))
@pytest.mark.parametrize("norm", ["1.2", "2.10"])
def test_the_basis_looks_so(
    norm: str, formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "onderbouwing", norm, onderzoek, "--formaat", formaat)
    assert (found.code, found.err) == (0, "")
    check_snapshot(f"onderbouwing-basis-{norm}-{formaat}.txt", found.out)


def test_every_norm_of_the_examples_has_a_chain_that_fits_a_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for root, norm in ((SOCRA, "2.1"), (SOCRA, "2.2"), (SOCRA, "1.8"), (WILGENHOF, "1.2")):
        found = toezicht(capsys, "onderbouwing", norm, root)
        assert found.code == 0
        assert max(len(line) for line in found.out.splitlines()) <= 80
        assert "{cijfer:" not in found.out


def test_socra_says_what_is_missing_and_that_the_text_is_not_the_official_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = json.loads(toezicht(capsys, "onderbouwing", "2.1", SOCRA, "--formaat", "json").out)
    (keten,) = output["ketens"]
    assert output["norm"]["verkort"] is True
    assert output["norm"]["grondslag"] == []
    assert len(output["norm"]["grondslag_eigen_lezing"]) == 3
    assert [item["id"] for item in keten["bevindingen"]] == list("abcdefgh")
    assert "16 van de" in keten["bevindingen"][0]["tekst"]
    assert len(keten["punten"]) == 7
    assert keten["conclusie"] == "Socra Zorggroep voldoet niet aan de norm."
    assert keten["ontbreekt"][0] == "bevinding d noemt geen bron"


@pytest.mark.parametrize(
    ("arguments", "locaties"),
    [(["1.2"], ["L1", "L2"]), (["1.2", "--locatie", "L2"], ["L2"]), (["1.2@L1"], ["L1"])],
)
def test_a_vestiging_can_be_chosen(
    arguments: list[str], locaties: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    norm, *options = arguments
    found = toezicht(capsys, "onderbouwing", norm, WILGENHOF, *options, "--formaat", "json")
    assert [keten["locatie"] for keten in json.loads(found.out)["ketens"]] == locaties
    text = toezicht(capsys, "onderbouwing", norm, WILGENHOF, *options).out
    assert text.count("Vestiging L") == len(locaties)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["2.11", SOCRA], "bedoelde je 2.1?"),
        (["zzz", SOCRA], "dit kader heeft 1.1, 1.2"),
        (["2.1", SOCRA, "--locatie", "L1"], "laat --locatie weg"),
        (["1.2", WILGENHOF, "--locatie", "L9"], "deze zijn er: L1, L2"),
        (["1.2", VOORBEELDEN / "wilgenland"], "is een werkmap"),
        (["1.2", "/bestaat-niet"], "bestaat niet"),
        ([], "NORM"),
    ],
)
def test_wrong_use_says_what_there_is(
    arguments: list[str | Path], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "onderbouwing", *arguments)
    assert (found.code, found.out) == (2, "")
    assert part in found.err


@pytest.mark.parametrize("formaat", output_names("onderbouwing"))
@pytest.mark.parametrize(
    "file", ["onderzoek.yaml", "bronnen.yaml", "verbeterpunten.yaml", "cijfers.yaml", "bevindingen/1.2.yaml"]
)
def test_a_broken_file_is_named_and_gives_1(
    file: str, formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (onderzoek / file).open("a") as stream:
        stream.write("\n]\n")
    found = toezicht(capsys, "onderbouwing", "1.2", onderzoek, "--formaat", formaat)
    assert found.code == 1
    assert f"{file}:" in found.err
    assert "staat niet in de bronnenlijst" not in found.out
    if formaat == "json":
        assert json.loads(found.out)["onleesbaar"][0]["bestand"].endswith(file)


def test_hostile_words_stay_words(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onderzoek / "bevindingen" / "1.2.yaml"
    text = path.read_text(encoding="utf-8")
    extra = 'positieve_punten: ["[/bold] [red]x", "bsn 123456789", "| a | b", "<b>x"]\n'
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("positieve"))
    path.write_text(kept.rstrip("\n") + "\n" + extra, encoding="utf-8")
    found = toezicht(capsys, "onderbouwing", "1.2", onderzoek)
    assert "[/bold] [red]x" in found.out
    assert "123456789" not in found.out
    markdown = toezicht(capsys, "onderbouwing", "1.2", onderzoek, "--formaat", "markdown").out
    assert r"\<b\>x" in markdown
    assert "123456789" not in markdown


def complete(words: str, folder: Path) -> list[str]:
    """Return what Tab gives in bash after ``words``."""
    environment = {
        **os.environ,
        "_TOEZICHT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    command = [sys.executable, "-c", "from toezicht_cli.__main__ import main; main()"]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.split()


def test_tab_completes_the_normen_of_the_case(tmp_path: Path) -> None:
    assert complete("toezicht onderbouwing 2.", SOCRA) == ["2.1", "2.2", "2.3"]
    assert complete("toezicht onderbouwing 2.", tmp_path) == []
    assert complete("toezicht nieuw x --kader ggd-g", tmp_path) == ["ggd-gelderland-zuid@2019-07"]
    assert complete("toezicht nieuw x --soort-toezicht pro", tmp_path) == ["proactief"]
