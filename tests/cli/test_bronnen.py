"""``toezicht bronnen``: the list with its use, and the matrix with its thin spots."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.snapshots import check_snapshot
from toezicht_cli.outputs import output_names

SOCRA = VOORBEELDEN / "socra-2025"
WILGENLAND = VOORBEELDEN / "wilgenland"


@pytest.mark.parametrize("formaat", output_names("bronnen"))
@pytest.mark.parametrize("matrix", [False, True])
def test_the_basis_looks_so(
    formaat: str, matrix: bool, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "bronnen", onderzoek, "--formaat", formaat, *(["--matrix"] if matrix else []))
    assert (found.code, found.err) == (0, "")
    check_snapshot(f"bronnen{'-matrix' if matrix else ''}-basis-{formaat}.txt", found.out)


def test_both_kinds_of_result_have_the_same_formats() -> None:
    assert output_names("bronnen") == output_names("bronnenmatrix")


@pytest.mark.parametrize(
    "voorbeeld", ["socra-2025", "thuiszorgzeker-2021", "wilgenland/onderzoeken/de-wilgenhof-2026"]
)
def test_the_matrix_fits_a_screen_and_adds_up(voorbeeld: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = toezicht(capsys, "bronnen", VOORBEELDEN / voorbeeld, "--matrix").out
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "…" not in text
    output = json.loads(
        toezicht(capsys, "bronnen", VOORBEELDEN / voorbeeld, "--matrix", "--formaat", "json").out
    )
    for thema in output["themas"]:
        for row in thema["normen"]:
            assert sum(row["aantallen"].values()) == row["totaal"]
    rows = list(
        csv.DictReader(
            io.StringIO(
                toezicht(capsys, "bronnen", VOORBEELDEN / voorbeeld, "--matrix", "--formaat", "csv").out
            )
        )
    )
    assert [row["norm"] for row in rows] == [
        row["norm"] for thema in output["themas"] for row in thema["normen"]
    ]


def test_socra_has_one_thin_spot_and_many_unused_bronnen(capsys: pytest.CaptureFixture[str]) -> None:
    output = json.loads(toezicht(capsys, "bronnen", SOCRA, "--matrix", "--formaat", "json").out)
    rows = {row["norm"]: row for thema in output["themas"] for row in thema["normen"]}
    assert {norm: row["merk"] for norm, row in rows.items() if row["merk"]} == {"3.2": "een-soort"}
    assert output["opdruk"] == "Bewerkt voorbeeld, geen rapport van de GGD"
    lijst = json.loads(toezicht(capsys, "bronnen", SOCRA, "--formaat", "json").out)
    soorten = [row["soort"] for row in lijst["bronnen"]]
    assert (soorten.count("interview"), soorten.count("beleidsdocument"), soorten.count("overig")) == (
        14,
        22,
        23,
    )
    assert any(not row["gebruikt"] for row in lijst["bronnen"])


def test_a_formula_becomes_text_in_csv(onderzoek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extra = '  - {id: X1, soort: overig, titel: "=1+1"}\n  - {id: X2, soort: overig, titel: "@SUM(A1)"}\n'
    path = onderzoek / "bronnen.yaml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + extra, encoding="utf-8")
    found = toezicht(capsys, "bronnen", onderzoek, "--formaat", "csv")
    names = {row["id"]: row["naam"] for row in csv.DictReader(io.StringIO(found.out))}
    assert (names["X1"], names["X2"]) == ("'=1+1", "'@SUM(A1)")


@pytest.mark.parametrize("file", ["bronnen.yaml", "onderzoek.yaml", "bevindingen/1.1.yaml"])
@pytest.mark.parametrize("formaat", output_names("bronnen"))
def test_a_broken_file_is_named_and_gives_1(
    file: str, formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (onderzoek / file).open("a") as stream:
        stream.write("\n]\n")
    for option in ([], ["--matrix"]):
        found = toezicht(capsys, "bronnen", onderzoek, "--formaat", formaat, *option)
        assert found.code == 1
        assert f"{file}:" in found.err
        assert "niet volledig" in found.err
        if formaat == "json":
            assert json.loads(found.out)["onleesbaar"][0]["bestand"].endswith(file)


@pytest.mark.parametrize("pad", [WILGENLAND, Path("/bestaat-niet")])
def test_a_werkmap_or_a_wrong_path_is_wrong_use(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "bronnen", pad)
    assert (found.code, found.out) == (2, "")
