"""A returned concept becomes reactions: all of it, once, and tied to its norm."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.libreoffice import save_as
from tests.loading.wordproef import comment, commented, make_docx, paragraph
from tests.rules.dossiers import BASE, ONDERZOEK
from tests.services.reactieproef import (
    CONCEPT,
    comment_on,
    edit,
    find_paragraph,
    replace_tracked,
    replace_untracked,
    send_concept,
)
from toezicht_cli.analysis.reactielijst import Inlezing
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.outputs.reactielijst import count_words
from toezicht_cli.rendering.bouwen import build_text
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.wederhoor_lezen import read_reacties

TODAY = date(2026, 11, 22)
PLAN, JAAR, VOG = "Elk dossier heeft een plan", "De cliënten spreken elk jaar", "ontbreekt de VOG"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an onderzoek of its own."""
    shutil.copytree(BASE, tmp_path / "werkmap")
    return tmp_path / "werkmap" / ONDERZOEK


def load(root: Path) -> LoadResult:
    """Return the onderzoek as it is now, without faults."""
    found = load_dossier(root, kadermap_for(root))
    assert found.faults == ()
    return found


def reacties(root: Path) -> tuple[Reactie, ...]:
    """Return the reactions as they are now."""
    return load(root).dossier.wederhoor.reacties


def returned(root: Path, content: bytes) -> Path:
    """Return the path of a file that came back."""
    path = root.parent.parent / "reactie.docx"
    path.write_bytes(content)
    return path


def answered(content: bytes) -> bytes:
    """Return the concept with a comment, a tracked change and one without a trace."""
    content = edit(content, comment_on(PLAN, "Dat klopt."))
    content = edit(content, replace_tracked(VOG, "Van geen enkele medewerker ontbreekt de VOG."))
    return edit(content, replace_untracked("elk jaar", "elke maand"))


def test_a_comment_a_tracked_and_an_untracked_change_each_become_a_reaction(root: Path) -> None:
    path = returned(root, answered(send_concept(root)))
    found = read_reacties(root, path, TODAY)
    first, second, third = reacties(root)
    assert [item.id for item in (first, second, third)] == ["R01", "R02", "R03"]
    assert [item.norm for item in (first, second, third)] == ["1.1", "2.1", "1.2"]
    assert [item.soort for item in (first, second, third)] == [None, None, None]
    assert first.reactie == "Dat klopt."
    assert first.passage is not None
    assert PLAN in first.passage
    assert "toegevoegd is “Van geen enkele medewerker ontbreekt de VOG.”" in second.reactie
    assert "elke maand" in third.reactie
    assert third.passage is not None
    assert "elk jaar" in third.passage
    assert count_words(found) == (
        "1 opmerking, 1 wijziging, 1 ongemarkeerde wijziging: 3 reacties, waarvan 3 nieuw."
    )


def test_the_name_of_who_wrote_it_is_nowhere(root: Path) -> None:
    read_reacties(root, returned(root, answered(send_concept(root))), TODAY)
    assert "Vries" not in (root / "wederhoor.yaml").read_text(encoding="utf-8")


def test_reading_twice_adds_nothing(root: Path) -> None:
    path = returned(root, answered(send_concept(root)))
    read_reacties(root, path, TODAY)
    before = (root / "wederhoor.yaml").read_bytes()
    again = read_reacties(root, path, TODAY)
    assert (again.nieuw, (root / "wederhoor.yaml").read_bytes()) == ((), before)


def test_a_second_file_goes_on_counting_and_keeps_what_people_wrote(root: Path) -> None:
    content = send_concept(root)
    read_reacties(root, returned(root, answered(content)), TODAY)
    path = root / "wederhoor.yaml"
    text = path.read_text(encoding="utf-8").replace(
        'norm: "1.1"', 'norm: "1.1"  # gebeld\n    soort: zienswijze'
    )
    path.write_text(text, encoding="utf-8")
    read_reacties(root, returned(root, edit(content, comment_on(JAAR, "Nog iets."))), TODAY)
    assert [item.id for item in reacties(root)] == ["R01", "R02", "R03", "R04"]
    assert path.read_text(encoding="utf-8").startswith(text)


def test_an_unchanged_concept_has_no_reactions(root: Path) -> None:
    same = edit(send_concept(root), lambda _document: None)
    assert read_reacties(root, returned(root, same), TODAY).lijst.alle == ()


def test_a_proef_writes_nothing(root: Path) -> None:
    path = returned(root, answered(send_concept(root)))
    before = (root / "wederhoor.yaml").read_bytes()
    found = read_reacties(root, path, TODAY, proef=True)
    assert len(found.nieuw) == 3
    assert (root / "wederhoor.yaml").read_bytes() == before


def test_without_the_concept_it_is_said_that_untracked_changes_cannot_be_seen(root: Path) -> None:
    path = returned(root, answered(send_concept(root)))
    (root / CONCEPT).write_bytes(b"iets anders")
    found = read_reacties(root, path, TODAY)
    assert found.lijst.ongemarkeerd is None
    assert found.zonder_concept is not None
    assert len(reacties(root)) == 2


def test_a_file_with_quite_another_text_is_not_compared_with_the_concept(root: Path) -> None:
    send_concept(root)
    body = "".join(paragraph(f"<w:r><w:t>alinea {number}</w:t></w:r>") for number in range(1_200))
    found = read_reacties(root, returned(root, make_docx(body)), TODAY)
    assert found.lijst.ongemarkeerd is None
    assert found.zonder_concept is not None
    assert reacties(root) == ()


def test_an_onderzoek_without_wederhoor_gets_the_file(root: Path) -> None:
    content = make_docx(paragraph(commented(0, "woord")), {"comments": comment(0, "x")})
    found = read_reacties(root, returned(root, content), TODAY)
    (item,) = reacties(root)
    assert (item.norm, item.passage, found.lijst.ongemarkeerd) == (None, "woord", None)


def test_a_paragraph_put_in_or_taken_out_without_tracking_is_told(root: Path) -> None:
    def change(document: object) -> None:
        found = find_paragraph(document, JAAR)
        found.insert_paragraph_before("Een nieuwe alinea.")
        gone = find_paragraph(document, VOG)._p
        gone.getparent().remove(gone)

    found = read_reacties(root, returned(root, edit(send_concept(root), change)), TODAY)
    teksten = [item.reactie for item in found.lijst.ongemarkeerd or ()]
    assert len(teksten) == 2
    assert teksten[0] == "Zonder markering toegevoegd is “Een nieuwe alinea.”."
    assert teksten[1].startswith("Zonder markering geschrapt is “")


def test_the_day_of_receipt_comes_in_onderzoek_yaml_and_is_not_changed_later(root: Path) -> None:
    path = returned(root, answered(send_concept(root)))
    read_reacties(root, path, TODAY, ontvangen_op=date(2026, 5, 20))
    momenten = load(root).dossier.onderzoek.momenten
    assert momenten is not None
    assert str(getattr(momenten.reactie_ontvangen_op, "tekst", None)) == "2026-05-20"
    with pytest.raises(ToezichtError, match="staat al"):
        read_reacties(root, path, TODAY, ontvangen_op=date(2026, 5, 21))


HOSTILE = "kop\u202e [@D01] {cijfer:dossiers} <b>vet</b> </w:t> [^1] | a | # x\n---\n1. een \u200b\ue000"


def test_hostile_words_in_a_comment_are_words_in_the_case(root: Path) -> None:
    content = edit(send_concept(root), comment_on(PLAN, HOSTILE))
    read_reacties(root, returned(root, content), TODAY)
    (item,) = reacties(root)
    assert "[U+202E]" in item.reactie.replace("\\", "")
    shown = repr(build_text(item.reactie, "R01"))
    assert "Citation" not in shown
    assert "Table" not in shown
    assert "<b>vet</b>" in shown


def test_many_reactions_are_taken_in(root: Path) -> None:
    body = "".join(paragraph(commented(number, f"woord {number}")) for number in range(300))
    comments = "".join(comment(number, f"opmerking {number}") for number in range(300))
    read_reacties(root, returned(root, make_docx(body, {"comments": comments})), TODAY)
    assert [item.id for item in reacties(root)][-1] == "R300"


def test_the_concept_itself_is_no_reaction(root: Path) -> None:
    content = send_concept(root)
    with pytest.raises(ToezichtError, match="geen reactie"):
        read_reacties(root, returned(root, content), TODAY)


@pytest.mark.parametrize("name", ["reactie.doc", "reactie.odt", "reactie.pdf", "reactie"])
def test_another_kind_of_file_is_refused_with_what_to_do(root: Path, name: str) -> None:
    path = root / name
    path.write_bytes(b"x")
    with pytest.raises(ToezichtError) as caught:
        read_reacties(root, path, TODAY)
    assert caught.value.help


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x05\x06" + bytes(18)])
def test_a_damaged_file_writes_nothing(root: Path, content: bytes) -> None:
    with pytest.raises(ToezichtError):
        read_reacties(root, returned(root, content), TODAY)
    assert not (root / "wederhoor.yaml").exists()


def test_a_concept_saved_by_libreoffice_gives_the_same_reactions(root: Path, tmp_path: Path) -> None:
    content = answered(send_concept(root))
    straight = read_reacties(root, returned(root, content), TODAY, proef=True)
    saved = read_reacties(
        root, save_as(returned(root, content), "docx:MS Word 2007 XML", tmp_path / "uit"), TODAY, proef=True
    )
    assert kept(saved) == kept(straight)


def kept(inlezing: Inlezing) -> list[tuple[str, str, object]]:
    """Return of each reaction what must survive another word processor."""
    return [(item.plek, item.reactie, item.norm) for _, item in inlezing.nieuw]
