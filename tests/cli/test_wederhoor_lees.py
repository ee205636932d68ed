"""``toezicht wederhoor lees``: from the concept that was sent to reactions that wait for people."""

from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.loading.wordproef import comment, commented, deleted, inserted, make_docx, norm_heading, paragraph
from tests.services.reactieproef import comment_on, edit, replace_tracked, replace_untracked
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.services.plek import kadermap_for


def dossier(root: Path) -> Dossier:
    """Return the onderzoek as it is now."""
    return load_dossier(root, kadermap_for(root)).dossier


@pytest.fixture
def reactie(tmp_path: Path) -> Path:
    """Return a small file with a comment and a change on a norm."""
    body = norm_heading("1.2") + paragraph(commented(0, "woord"), deleted("weg"), inserted("erbij"))
    path = tmp_path / "reactie.docx"
    path.write_bytes(make_docx(body, {"comments": comment(0, "Dat klopt niet.")}))
    return path


def test_what_came_back_on_a_concept_that_was_sent_closes(
    onderzoek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = ("--verzonden-op", "2026-05-11", "--uiterlijk", "2026-05-26", "--opnieuw", "--formaat", "docx")
    assert toezicht(capsys, "wederhoor", "klaarzetten", onderzoek, *sent).code == 0
    (concept,) = onderzoek.glob("bijlagen/wederhoor/2026-05-11/*.docx")
    content = edit(concept.read_bytes(), comment_on("Elk dossier heeft een plan", "Dat klopt."))
    content = edit(content, replace_tracked("ontbreekt de VOG", "Niets ontbreekt."))
    content = edit(content, replace_untracked("elk jaar", "elke maand"))
    back = tmp_path / "reactie.docx"
    back.write_bytes(content)
    found = toezicht(capsys, "wederhoor", "lees", back, onderzoek, "--ontvangen-op", "2026-05-20")
    assert found.code == 0, found.err
    joined = " ".join(found.out.split())
    assert "1 opmerking, 1 wijziging, 1 ongemarkeerde wijziging: 3 reacties, waarvan 3 nieuw." in joined
    assert [item.norm for item in dossier(onderzoek).wederhoor.reacties] == ["1.1", "2.1", "1.2"]
    shown = toezicht(capsys, "wederhoor", onderzoek)
    assert shown.code == 0, shown.err
    assert all(name in shown.out for name in ("R01", "R02", "R03"))
    checked = toezicht(capsys, "controleer", onderzoek)
    assert (checked.code, checked.out.count("let-op WHR001")) == (0, 3)


def test_reading_again_says_that_nothing_is_new(
    onderzoek: Path, reactie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "wederhoor", "lees", reactie, onderzoek)
    again = toezicht(capsys, "wederhoor", "lees", reactie, onderzoek)
    assert (again.code, "2 reacties, waarvan 0 nieuw" in again.out) == (0, True)
    assert len(dossier(onderzoek).wederhoor.reacties) == 2


def test_a_proef_shows_and_writes_nothing(
    onderzoek: Path, reactie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "wederhoor", "lees", reactie, onderzoek, "--proef")
    assert (found.code, "norm 1.2" in found.out) == (0, True)
    assert not (onderzoek / "wederhoor.yaml").exists()


def test_an_escape_in_a_comment_never_reaches_the_terminal(
    onderzoek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reactie\u202e.docx"
    path.write_bytes(make_docx(paragraph(commented(0, "a")), {"comments": comment(0, "x\u009b31m\u202ey")}))
    found = toezicht(capsys, "wederhoor", "lees", path, onderzoek)
    assert found.code == 0, found.err
    assert not {"\u202e", "\u009b"} & set(found.out + (onderzoek / "wederhoor.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["er-niet.docx", "map.docx", "oud.doc"])
def test_a_file_that_cannot_be_read_is_wrong_use_with_a_way_out(
    name: str, onderzoek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "map.docx").mkdir()
    (tmp_path / "oud.doc").write_bytes(b"x")
    found = toezicht(capsys, "wederhoor", "lees", tmp_path / name, onderzoek)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("toezicht: ")


def test_a_day_that_is_no_day_is_wrong_use(
    onderzoek: Path, reactie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "wederhoor", "lees", reactie, onderzoek, "--ontvangen-op", "20-5-2026")
    assert (found.code, "2026-05-20" in found.err) == (2, True)


def test_an_onderzoek_that_cannot_be_read_is_left_alone(
    onderzoek: Path, reactie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (onderzoek / "wederhoor.yaml").write_text("reacties: [", encoding="utf-8")
    found = toezicht(capsys, "wederhoor", "lees", reactie, onderzoek)
    assert found.code == 2
    assert (onderzoek / "wederhoor.yaml").read_text(encoding="utf-8") == "reacties: ["


def test_what_points_at_a_person_in_a_reaction_is_told(
    onderzoek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reactie.docx"
    mail = comment(0, "Mail naar j.voorbeeld@delinde.nl")
    path.write_bytes(make_docx(paragraph(commented(0, "a")), {"comments": mail}))
    found = toezicht(capsys, "wederhoor", "lees", path, onderzoek)
    assert "over privacy in wederhoor.yaml" in found.out
