"""The command voorbereiden: what it lays down and says, how it reads a list back, and how it refuses."""

from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.services.lijstinvullen import fill

Capsys = pytest.CaptureFixture[str]
MAP = "bijlagen/voorbereiding"


def test_it_lays_everything_down_and_says_where(onderzoek: Path, capsys: Capsys) -> None:
    result = toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "markdown,xlsx")
    assert (result.code, result.err) == (0, "")
    made = {path.name for path in (onderzoek / MAP).iterdir() if not path.name.startswith(".")}
    assert made == {
        "aankondigingsbrief.md",
        "dossierlijst-dossiers.xlsx",
        "dossierlijst.md",
        "interviewleidraad.md",
        "uitvraagbrief.md",
        "uitvraaglijst.xlsx",
    }
    assert all(name in result.out for name in made)
    assert toezicht(capsys, "controleer", onderzoek).code == 0


def test_a_part_and_a_folder_can_be_chosen(onderzoek: Path, tmp_path: Path, capsys: Capsys) -> None:
    uit = tmp_path / "diep/map"
    result = toezicht(
        capsys, "voorbereiden", onderzoek, "--alleen", "leidraad", "--formaat", "docx", "--uit", uit
    )
    assert (result.code, result.err) == (0, "")
    assert {path.name for path in uit.iterdir()} == {".toezicht-gemaakt", "interviewleidraad.docx"}
    assert not (onderzoek / MAP).exists()


def test_maak_is_what_runs_when_nothing_is_named(
    onderzoek: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(onderzoek)
    assert toezicht(capsys, "voorbereiden", "--formaat", "xlsx").code == 0
    first = toezicht(capsys, "voorbereiden", "maak", "--formaat", "xlsx")
    assert first.code == 0
    assert first.out.count("was al goed") == 2


def test_a_changed_file_is_left_alone_with_exit_code_2(onderzoek: Path, capsys: Capsys) -> None:
    toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx")
    path = onderzoek / MAP / "dossierlijst-dossiers.xlsx"
    fill(path, {("D-1", "1.2/a"): "ja"})
    filled = path.read_bytes()
    result = toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx")
    assert result.code == 2
    assert "dossierlijst-dossiers.xlsx" in result.err
    assert "--opnieuw" in result.err
    assert path.read_bytes() == filled
    assert toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx", "--opnieuw").code == 0
    assert path.read_bytes() != filled


def test_a_list_is_read_back(onderzoek: Path, capsys: Capsys) -> None:
    toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx")
    path = onderzoek / MAP / "dossierlijst-dossiers.xlsx"
    fill(path, {(f"D-{row}", "1.2/a"): "ja" for row in range(1, 5)})
    proef = toezicht(capsys, "voorbereiden", "lees", path, onderzoek, "--proef", "--bron", "D01")
    assert proef.code == 0, proef.err
    assert "proef" in proef.out
    assert "dossiers_1_2_a" not in (onderzoek / "cijfers.yaml").read_text(encoding="utf-8")
    result = toezicht(capsys, "voorbereiden", "lees", path, onderzoek, "--bron", "D01")
    assert (result.code, result.err) == (0, "")
    assert "  dossiers_1_2_a_ja: 4\n" in result.out
    assert "dossiers_1_2_a_ja" in (onderzoek / "cijfers.yaml").read_text(encoding="utf-8")
    again = toezicht(capsys, "voorbereiden", "lees", path, onderzoek, "--bron", "D01")
    assert "er verandert niets" in again.out


def test_a_line_that_cannot_be_taken_over_gives_exit_code_1(onderzoek: Path, capsys: Capsys) -> None:
    toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx")
    path = onderzoek / MAP / "uitvraaglijst.xlsx"
    fill(path, {("U01", "bron"): "Z99"})
    before = (onderzoek / "uitvraag.yaml").read_bytes()
    result = toezicht(capsys, "voorbereiden", "lees", path, onderzoek)
    assert result.code == 1
    assert "U01" in result.err
    assert (onderzoek / "uitvraag.yaml").read_bytes() == before


def test_a_fout_that_comes_of_it_is_said_in_one_line(onderzoek: Path, capsys: Capsys) -> None:
    toezicht(capsys, "voorbereiden", onderzoek, "--formaat", "xlsx")
    path = onderzoek / MAP / "dossierlijst-dossiers.xlsx"
    fill(path, {(f"D-{row}", "1.2/a"): "ja" for row in range(1, 5)})
    wrong = "cijfers:\naandelen:\n  - {deel: bestaat_niet, geheel: bestaat_ook_niet}\n"
    (onderzoek / "cijfers.yaml").write_text(wrong, encoding="utf-8")
    result = toezicht(capsys, "voorbereiden", "lees", path, onderzoek, "--bron", "D01")
    assert result.code == 0
    assert result.err.count("\n") == 1
    assert "CYF004" in result.err


def test_a_fout_stands_in_the_way_with_exit_code_1(onderzoek: Path, capsys: Capsys) -> None:
    path = onderzoek / "onderzoek.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("domein:", "domeinn:"), encoding="utf-8")
    result = toezicht(capsys, "voorbereiden", onderzoek)
    assert (result.code, result.out) == (1, "")
    assert "STR009" in result.err
    assert not (onderzoek / MAP).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--formaat", "xlxs"), "bedoelde je xlsx?"),
        (("--alleen", "leidraat"), "bedoelde je leidraad?"),
        (("--alleen", "leidraad", "--formaat", "xlsx"), "niets te maken"),
        (("--uitt", "x"), "--uit"),
        (("lees",), "ontbreekt"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(
    onderzoek: Path,
    capsys: Capsys,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.chdir(onderzoek)
    result = toezicht(capsys, "voorbereiden", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_a_file_that_is_no_list_is_told_with_exit_code_2(
    onderzoek: Path, tmp_path: Path, capsys: Capsys
) -> None:
    (tmp_path / "lijst.xlsx").write_bytes(b"PK\x03\x04 kapot")
    result = toezicht(capsys, "voorbereiden", "lees", tmp_path / "lijst.xlsx", onderzoek)
    assert (result.code, result.out) == (2, "")


def test_the_same_case_gives_the_same_bytes(onderzoek: Path, tmp_path: Path, capsys: Capsys) -> None:
    for name in ("een", "twee"):
        assert toezicht(capsys, "voorbereiden", onderzoek, "--uit", tmp_path / name).code == 0
    made = sorted(path for path in (tmp_path / "een").iterdir())
    assert len(made) >= 10
    assert all(path.read_bytes() == (tmp_path / "twee" / path.name).read_bytes() for path in made)


def test_a_link_out_of_the_onderzoek_is_not_written_through(
    onderzoek: Path, tmp_path: Path, capsys: Capsys
) -> None:
    (tmp_path / "buiten").mkdir()
    (onderzoek / "bijlagen").symlink_to(tmp_path / "buiten", target_is_directory=True)
    result = toezicht(capsys, "voorbereiden", onderzoek)
    assert (result.code, "link" in result.err) == (2, True)
    assert list((tmp_path / "buiten").iterdir()) == []
