"""``toezicht wederhoor``: what goes to the aanbieder, until when it can react, and how that stands."""

import hashlib
import json
import os
import shutil
from datetime import date
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn

from tests.cli.opdracht import ROOT, VOORBEELDEN, Uitvoer, toezicht
from tests.cli.vaststelproef import NAAM, copy_linde, read_all, replace_in
from toezicht_cli.analysis.vingerafdruk import show_kenmerk
from toezicht_cli.cli import wederhoor as command
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.schrijven import GewijzigdError, write_bytes_atomically
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Concept
from toezicht_cli.services import wederhoor_klaarzetten as service
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.schema import build_schema
from toezicht_cli.services.vaststellingsbestand import Bestandstekst

MAP = f"bijlagen/wederhoor/2026-05-06/{NAAM}-concept"
DE_LINDE = VOORBEELDEN / "de-linde-2026" / "onderzoeken" / "de-linde-2026"
TERMIJN = """
termijnen:
  - id: reactie
    wat: De aanbieder reageert
    lengte: 2
    eenheid: weken
    vanaf: concept_verzonden_op
    klaar_met: reactie_ontvangen_op
    soort: beleid
    bron: Verzonnen werkwijze
"""


@pytest.fixture
def linde(tmp_path: Path) -> Path:
    """Return an onderzoek that has no concept yet, in a werkmap with a term to react."""
    root = copy_linde(tmp_path / "werkmap")
    path = root.parents[1] / "toezicht.yaml"
    path.write_text(path.read_text(encoding="utf-8") + TERMIJN, encoding="utf-8")
    return root


def _klaar(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> Uitvoer:
    """Run klaarzetten on a fixed day, in the quickest format unless others are asked."""
    extra = () if "--formaat" in arguments else ("--formaat", "docx")
    dag = () if "--verzonden-op" in arguments else ("--verzonden-op", "2026-05-06")
    return toezicht(capsys, "wederhoor", "klaarzetten", root, *dag, *extra, *arguments)


def _dossier(root: Path) -> Dossier:
    return load_dossier(root, kadermap_for(root)).dossier


def _concept(root: Path) -> Concept:
    concept = _dossier(root).wederhoor.concept
    assert concept is not None
    return concept


def test_the_concept_is_made_and_what_was_sent_is_kept(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _klaar(capsys, linde, "--formaat", "docx,odt", "--formaat", "pdf")
    assert (found.code, found.err) == (0, "")
    dossier, concept = _dossier(linde), _concept(linde)
    assert set(concept.bestanden) == {f"{MAP}.docx", f"{MAP}.odt", f"{MAP}.pdf"}
    for naam, digest in concept.bestanden.items():
        assert hashlib.sha256((linde / naam).read_bytes()).hexdigest() == digest
    assert concept.kader == dossier.onderzoek.kader
    assert concept.oordelen == {
        item.value.sleutel: item.value.oordeel or item.value.status for item in dossier.normoordelen
    }
    assert dossier.onderzoek.fase == "reactie-aanbieder"
    assert dossier.onderzoek.momenten is not None
    assert str(dossier.onderzoek.momenten.concept_verzonden_op) == "2026-05-06"
    assert str(dossier.wederhoor.uiterlijk) == "2026-05-20"
    assert "20 mei 2026: 2 weken na 6 mei 2026" in " ".join(found.out.split())


def test_without_formaat_there_are_three(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toezicht(capsys, "wederhoor", "klaarzetten", linde, "--verzonden-op", "2026-05-06").code == 0
    assert [Path(naam).suffix for naam in _concept(linde).bestanden] == [".docx", ".odt", ".pdf"]


def test_the_word_file_tracks_changes_and_names_the_data(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _klaar(capsys, linde)
    document = docx.Document(str(linde / f"{MAP}.docx"))
    settings = document.settings.element
    assert settings.find(qn("w:trackRevisions")) is not None
    protection = settings.find(qn("w:documentProtection"))
    assert protection is not None
    assert protection.get(qn("w:edit")) == "trackedChanges"
    assert document.element.body.findall(f".//{qn('w:lnNumType')}")
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert show_kenmerk(_concept(linde).gegevens) in words


def test_only_the_fase_and_the_day_change_in_the_onderzoek(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (linde / "onderzoek.yaml").read_text(encoding="utf-8").splitlines()
    _klaar(capsys, linde)
    after = (linde / "onderzoek.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "fase: reactie-aanbieder",
        "  concept_verzonden_op: 2026-05-06",
    ]
    assert [line for line in before if line not in after] == ["fase: uitvoering"]


def test_what_people_wrote_in_wederhoor_stays(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = linde / "wederhoor.yaml"
    written = "# van ons\nreacties:\n  - {id: R01, reactie: Vooraf gezegd.}  # nog bellen\n"
    path.write_text(written, encoding="utf-8")
    assert _klaar(capsys, linde).code == 0
    assert path.read_text(encoding="utf-8").startswith(written)
    assert _concept(linde).bestanden


def test_the_day_of_the_user_goes_before_that_of_the_term(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _klaar(capsys, linde, "--uiterlijk", "2026-06-01")
    assert str(_dossier(linde).wederhoor.uiterlijk) == "2026-06-01"


def test_without_a_term_the_last_day_is_left_out_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_linde(tmp_path / "werkmap")
    found = _klaar(capsys, root)
    assert found.code == 0
    assert _dossier(root).wederhoor.uiterlijk is None
    assert "--uiterlijk" in found.out


def test_a_last_day_before_the_day_of_sending_is_refused(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(linde)
    assert _klaar(capsys, linde, "--uiterlijk", "2026-05-05").code == 2
    assert read_all(linde) == before


def test_a_second_time_is_refused(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _klaar(capsys, linde)
    before = read_all(linde)
    found = _klaar(capsys, linde, "--verzonden-op", "2026-05-13")
    assert found.code == 2
    assert "--opnieuw" in found.err
    assert read_all(linde) == before


def test_opnieuw_sends_another_concept_and_names_what_is_old(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _klaar(capsys, linde)
    path = linde / "wederhoor.yaml"
    uitstel = "uitstel: {tot: 2026-05-22, reden: De bestuurder was ziek.}\n"
    path.write_text(path.read_text(encoding="utf-8") + uitstel, encoding="utf-8")
    found = _klaar(capsys, linde, "--verzonden-op", "2026-06-03", "--opnieuw")
    assert found.code == 0
    assert "uitstel in wederhoor.yaml" in found.out
    assert "1 fout" in found.out  # the uitstel of the first concept ends before the new last day
    assert list(_concept(linde).bestanden) == [f"bijlagen/wederhoor/2026-06-03/{NAAM}-concept.docx"]
    assert (linde / f"{MAP}.docx").is_file()
    assert str(_dossier(linde).wederhoor.uiterlijk) == "2026-06-17"


def test_a_definitive_onderzoek_has_no_concept_to_send(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(linde / "onderzoek.yaml", "fase: uitvoering", "fase: definitief")
    assert _klaar(capsys, linde, "--opnieuw").code == 2


def test_a_fout_stands_in_the_way(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = linde / "bevindingen" / "1.1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "onzin: 1\n", encoding="utf-8")
    before = read_all(linde)
    found = _klaar(capsys, linde)
    assert (found.code, found.out) == (1, "")
    assert "STR009" in found.err
    assert read_all(linde) == before


def test_a_norm_that_is_still_open_stands_in_the_way(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (linde / "bevindingen" / "1.2.yaml").unlink()
    found = _klaar(capsys, linde)
    assert (found.code, found.out) == (1, "")
    assert "NRM001" in found.err
    assert "fase: uitvoering" in (linde / "onderzoek.yaml").read_text(encoding="utf-8")


def test_a_link_on_the_way_is_not_followed(
    linde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    shutil.rmtree(linde / "bijlagen", ignore_errors=True)
    try:
        (linde / "bijlagen").symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        if os.name != "nt":
            raise
        pytest.skip("Windows makes no links for an ordinary user")
    assert _klaar(capsys, linde).code == 2
    assert list(elsewhere.iterdir()) == []
    assert not (linde / "wederhoor.yaml").exists()


def test_without_a_day_it_is_today_and_said_aloud(
    linde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "today", lambda: date(2026, 5, 6))
    found = toezicht(capsys, "wederhoor", "klaarzetten", linde, "--formaat", "docx")
    assert found.code == 0
    assert "6 mei 2026" in found.err
    assert (linde / f"{MAP}.docx").is_file()


@pytest.mark.parametrize("written", range(4))
def test_killed_in_between_the_same_command_finishes(
    written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After so many writes the process is gone; the next run makes what an undisturbed one makes."""
    undisturbed, linde = (copy_linde(tmp_path / name / "werkmap") for name in ("gaaf", "stuk"))
    _klaar(capsys, undisturbed, "--formaat", "docx,odt", "--uiterlijk", "2026-05-20")
    done = 0

    def dies(write: object) -> object:
        def wrapped(*arguments: object, **options: object) -> None:
            nonlocal done
            if done == written:
                raise KeyboardInterrupt
            done += 1
            write(*arguments, **options)  # type: ignore[operator]  # the function that was there

        return wrapped

    with monkeypatch.context() as patch:
        patch.setattr(service, "write_bytes_atomically", dies(write_bytes_atomically))
        patch.setattr(Bestandstekst, "write", dies(Bestandstekst.write))
        assert _klaar(capsys, linde, "--formaat", "docx,odt", "--uiterlijk", "2026-05-20").code == 130
    assert "concept_verzonden_op" not in (linde / "onderzoek.yaml").read_text(encoding="utf-8")
    assert _klaar(capsys, linde, "--formaat", "docx,odt", "--uiterlijk", "2026-05-20").code == 0
    assert read_all(linde) == read_all(undisturbed)


def test_what_another_writer_made_meanwhile_stays(linde: Path) -> None:
    wens = service.Verzendwens(date(2026, 5, 6), date(2026, 5, 6), ("docx",))
    found = service.propose_concept(linde, linde, wens, lambda _line: None)
    assert isinstance(found, service.Conceptvoorstel)
    (linde / "wederhoor.yaml").write_text("reacties: []\n", encoding="utf-8")
    before = read_all(linde)
    with pytest.raises(GewijzigdError):
        service.carry_out(found)
    assert read_all(linde) == before


def test_toon_needs_no_name_and_tells_what_is_open(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _klaar(capsys, linde)
    path = linde / "wederhoor.yaml"
    reacties = "reacties:\n  - {id: R01, norm: '1.1', reactie: 'Dat is \\[niet\\] zo &lt;b>.'}\n"
    path.write_text(path.read_text(encoding="utf-8") + reacties, encoding="utf-8")
    found = toezicht(capsys, "wederhoor", linde, "--peildatum", "2026-05-18")
    assert found.code == 0
    words = " ".join(found.out.split())
    assert "Laatste dag om te reageren: 20 mei 2026 (over 2 dagen). 2 weken na 6 mei 2026." in words
    assert "Dat is [niet] zo <b>." in words
    assert "nog invullen: soort en verwerkt" in words
    assert found.out.endswith("1 reactie, waarvan 1 nog niet afgehandeld. Vul ze aan in wederhoor.yaml.\n")


def test_toon_as_json_keeps_its_promise(capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "wederhoor", "toon", DE_LINDE, "--formaat", "json", "--peildatum", "2026-05-25")
    output = json.loads(found.out)
    jsonschema.validate(output, build_schema("uitvoer-wederhoor"))
    assert found.code == 0
    assert [item["id"] for item in output["reacties"]] == ["R01", "R02", "R03", "R04"]
    assert (output["laatste_dag"], output["dagen"], output["nog_open"]) == ("2026-05-22", -3, 0)


def test_toon_before_a_concept_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "wederhoor", ROOT / "docs/handboek/lindeland/onderzoeken" / NAAM)
    assert found.code == 0
    assert "toezicht wederhoor klaarzetten" in " ".join(found.out.split())


def test_toon_tells_of_uitstel_and_afstand(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _klaar(capsys, linde)
    path = linde / "wederhoor.yaml"
    extra = (
        "uitstel: {tot: 2026-05-27, reden: De bestuurder was ziek.}\n"
        "afstand: {datum: 2026-05-26, stuk: Brief van 26 mei 2026}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    found = toezicht(capsys, "wederhoor", linde, "--peildatum", "2026-05-18")
    words = " ".join(found.out.split())
    assert "Laatste dag om te reageren: 27 mei 2026 (over 9 dagen)." in words
    assert "Uitstel tot en met 27 mei 2026: De bestuurder was ziek." in words
    assert "De aanbieder schreef op 26 mei 2026 dat er geen reactie komt: Brief van 26 mei 2026" in words


def test_a_file_that_cannot_be_read_is_told(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (linde / "wederhoor.yaml").write_text("reacties: [\n", encoding="utf-8")
    found = toezicht(capsys, "wederhoor", linde)
    assert found.code == 1
    assert "wederhoor.yaml:" in found.out
    assert _klaar(capsys, linde).code == 1


def test_another_concept_of_the_same_day_leaves_the_first_one_as_it_was_sent(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _klaar(capsys, linde).code == 0
    first = (linde / f"{MAP}.docx").read_bytes()
    replace_in(
        linde / "bevindingen" / "1.2.yaml", "oordeel: voldoet\n", "oordeel: voldoet\nconclusie: Goed zo.\n"
    )
    assert _klaar(capsys, linde, "--opnieuw").code == 0
    assert (linde / f"{MAP}.docx").read_bytes() == first
    second = linde / f"{MAP.replace('2026-05-06', '2026-05-06-2')}.docx"
    concept = _dossier(linde).wederhoor.concept
    assert concept is not None
    assert list(concept.bestanden) == [second.relative_to(linde).as_posix()]


def test_what_came_after_the_peildatum_did_not_happen_yet(capsys: pytest.CaptureFixture[str]) -> None:
    def look(day: str) -> dict[str, object]:
        done = toezicht(capsys, "wederhoor", DE_LINDE, "--peildatum", day, "--formaat", "json")
        found: dict[str, object] = json.loads(done.out)
        return found

    before, between, after = look("2026-05-05"), look("2026-05-10"), look("2026-05-25")
    assert (before["concept_verzonden_op"], before["laatste_dag"], before["reacties"]) == (None, None, [])
    assert (between["concept_verzonden_op"], between["laatste_dag"], between["reacties"]) == (
        "2026-05-06",
        "2026-05-22",
        [],
    )
    assert after["reacties"] != []
