"""The command rapport: which files it makes, what it says, and how it refuses."""

from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht

Capsys = pytest.CaptureFixture[str]


def test_it_makes_every_format_that_is_asked_for(onderzoek: Path, tmp_path: Path, capsys: Capsys) -> None:
    uit = tmp_path / "diep" / "rapporten"
    result = toezicht(
        capsys, "rapport", onderzoek, "--formaat", "markdown,html", "--formaat", "pdf", "--uit", uit
    )
    assert result.code == 0, result.err
    assert sorted(path.name for path in uit.iterdir()) == [
        "basis-standaard.html",
        "basis-standaard.md",
        "basis-standaard.pdf",
    ]
    assert "basis-standaard.pdf" in result.out
    assert (uit / "basis-standaard.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_without_a_folder_it_goes_into_the_onderzoek(onderzoek: Path, capsys: Capsys) -> None:
    result = toezicht(capsys, "rapport", onderzoek, "--formaat", "markdown", "--sjabloon", "samenvatting")
    assert result.code == 0, result.err
    assert (onderzoek / "rapport/basis-samenvatting.md").is_file()
    assert toezicht(capsys, "controleer", onderzoek).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--formaat", "pfd"), "bedoelde je pdf?"),
        (("--formaat", "pdf,"), "dit kan niet"),
        (("--sjabloon", "standard"), "bedoelde je standaard?"),
        (("--sjabloon", "../standaard"), "is er niet"),
        (("--variant", "openbaar"), "dit kan niet"),
        (("--huisstijl", "weg.yaml"), "dit bestand is er niet"),
        (("--bestand", "x.pdf"), "hoort bij --controleer"),
        (("--controleer", "--bestand", "weg.pdf"), "weg.pdf"),
        (("--controleer",), "rapport"),
        (("--controleer", "--formaat", "pdf"), "maakt niets"),
        (("--sjabloon", ""), "is er niet"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(
    onderzoek: Path, capsys: Capsys, arguments: tuple[str, ...], words: str
) -> None:
    result = toezicht(capsys, "rapport", onderzoek, *arguments)
    assert result.code == 2
    assert words in result.err
    assert not (onderzoek / "rapport").exists()


def test_a_fout_stands_in_the_way_with_exit_code_1(onderzoek: Path, capsys: Capsys) -> None:
    path = onderzoek / "bevindingen/1.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("oordeel: ", "oordeel: on"), encoding="utf-8")
    result = toezicht(capsys, "rapport", onderzoek)
    assert (result.code, result.out) == (1, "")
    assert "bevindingen/1.1.yaml:2" in result.err
    assert "geen rapport" in result.err


def test_a_folder_that_cannot_be_made_is_told(onderzoek: Path, tmp_path: Path, capsys: Capsys) -> None:
    (tmp_path / "bezet").write_text("x", encoding="utf-8")
    result = toezicht(capsys, "rapport", onderzoek, "--formaat", "markdown", "--uit", tmp_path / "bezet")
    assert result.code == 2
    assert "kon niet gemaakt worden" in result.err


def test_a_werkmap_makes_a_report_of_every_onderzoek(tmp_path: Path, capsys: Capsys) -> None:
    result = toezicht(
        capsys, "rapport", VOORBEELDEN / "wilgenland", "--formaat", "markdown", "--uit", tmp_path / "uit"
    )
    assert result.code == 0, result.err
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["de-wilgenhof-2026-standaard.md"]


def test_a_file_that_is_no_report_of_this_onderzoek_is_no_pass(
    onderzoek: Path, tmp_path: Path, capsys: Capsys
) -> None:
    (tmp_path / "lijstje.md").write_text("melk, eieren, brood", encoding="utf-8")
    result = toezicht(capsys, "rapport", onderzoek, "--controleer", "--bestand", tmp_path / "lijstje.md")
    assert (result.code, result.out) == (2, "")
    assert "er is niets vergeleken" in result.err


def test_a_read_only_file_in_the_way_leaves_the_others_as_they_were(
    onderzoek: Path, tmp_path: Path, capsys: Capsys
) -> None:
    uit = tmp_path / "uit"
    uit.mkdir()
    (uit / "basis-standaard.html").write_text("oud", encoding="utf-8")
    (uit / "basis-standaard.html").chmod(0o444)
    result = toezicht(capsys, "rapport", onderzoek, "--formaat", "markdown,html", "--uit", uit)
    assert result.code == 2
    assert [path.name for path in uit.iterdir()] == ["basis-standaard.html"]


def test_the_same_case_gives_the_same_bytes(onderzoek: Path, tmp_path: Path, capsys: Capsys) -> None:
    formaten = "docx,html,markdown,odt,pdf"
    for name in ("een", "twee"):
        result = toezicht(capsys, "rapport", onderzoek, "--formaat", formaten, "--uit", tmp_path / name)
        assert result.code == 0, result.err
    made = sorted((tmp_path / "een").iterdir())
    assert len(made) == 5
    assert all(path.read_bytes() == (tmp_path / "twee" / path.name).read_bytes() for path in made)
