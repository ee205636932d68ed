"""``toezicht vaststellen``: checks, makes, writes down, and refuses what it must."""

import io
from datetime import date
from pathlib import Path

import page
import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.cli.vaststelproef import NAAM, PDF, WIE, copy_linde, read_all, replace_in, stel_vast
from toezicht_cli.analysis.vingerafdruk import fingerprint, show_kenmerk
from toezicht_cli.cli import opgave
from toezicht_cli.cli import vaststellen as command
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.rapportlezen.kindproces import read_apart
from toezicht_cli.loading.schrijven import write_bytes_atomically
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.services import vaststellen as service
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.vaststellingsbestand import Bestandstekst


@pytest.fixture
def linde(tmp_path: Path) -> Path:
    """Return an onderzoek that can be vastgesteld."""
    return copy_linde(tmp_path / "werkmap")


def _dossier(root: Path) -> Dossier:
    return load_dossier(root, kadermap_for(root)).dossier


def test_a_sound_case_becomes_definitive(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = stel_vast(capsys, linde, "--mandaat", "Mandaatbesluit 2026")
    assert found.code == 0, found.err
    dossier = _dossier(linde)
    (versie,) = dossier.vaststelling.versies
    assert (versie.nummer, versie.status, versie.vastgesteld_op.tekst) == ("1", "geldend", "2026-05-18")
    assert (versie.vastgesteld_door, versie.functie) == ("A. Voorbeeld", "manager toezicht")
    assert versie.mandaat == "Mandaatbesluit 2026"
    assert versie.gegevens == fingerprint(dossier)
    assert versie.kader_hash == dossier.kader_hash
    assert dossier.onderzoek.fase == "definitief"
    assert dossier.onderzoek.momenten is not None
    assert str(dossier.onderzoek.momenten.vastgesteld_op) == "2026-05-18"
    assert set(versie.uitvoer) == {
        f"rapport/vastgesteld/1/{NAAM}-standaard.md",
        f"rapport/vastgesteld/1/{NAAM}-aanbiedingsbrief.md",
    }
    assert set(versie.invoer) == {file for file in dossier.documents if file.endswith(".yaml")} - {
        "vaststelling.yaml"
    }
    checked = toezicht(capsys, "controleer", linde)
    assert (checked.code, checked.out.splitlines()[0]) == (0, checked.out.strip())


def test_only_the_two_lines_of_the_onderzoek_change(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (linde / "onderzoek.yaml").read_text(encoding="utf-8").splitlines()
    stel_vast(capsys, linde)
    after = (linde / "onderzoek.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == ["fase: uitvoering"]
    assert len(after) == len(before) + 1


def test_the_fingerprint_and_who_decided_stand_in_the_documents(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stel_vast(capsys, linde, "--mandaat", "Mandaatbesluit 2026")
    kenmerk = show_kenmerk(_dossier(linde).vaststelling.versies[0].gegevens)
    assert len(kenmerk.split()) == 8
    folder = linde / "rapport/vastgesteld/1"
    rapport = (folder / f"{NAAM}-standaard.md").read_text(encoding="utf-8")
    brief = (folder / f"{NAAM}-aanbiedingsbrief.md").read_text(encoding="utf-8")
    assert kenmerk in rapport
    assert kenmerk in brief
    assert "door A. Voorbeeld, manager toezicht" in rapport
    assert "Mandaatbesluit 2026" in rapport


def test_the_report_of_today_is_that_of_the_version(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stel_vast(capsys, linde, "--formaat", "markdown,html")
    made = toezicht(capsys, "rapport", linde, "--formaat", "markdown,html")
    assert made.code == 0
    for extension in ("md", "html"):
        name = f"{NAAM}-standaard.{extension}"
        version = linde / "rapport/vastgesteld/1" / name
        assert (linde / "rapport" / name).read_bytes() == version.read_bytes()


def test_the_same_data_give_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (copy_linde(tmp_path / name / "werkmap") for name in ("een", "twee"))
    for root in (one, other):
        assert stel_vast(capsys, root, "--formaat", "pdf,docx,odt,html,markdown").code == 0
    assert read_all(one) == read_all(other)
    pdf = (one / PDF).read_bytes()
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.is_pdf_compliant_bytes(pdf, profile=profile)
    words = " ".join(regel.tekst for regel in read_apart(pdf, ".pdf"))
    assert show_kenmerk(_dossier(one).vaststelling.versies[0].gegevens) in words


def test_a_fout_stands_in_the_way(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(linde / "bevindingen/1.1.yaml", "oordeel: voldoet", "oordeel: bestaat-niet # ")
    before = read_all(linde)
    found = stel_vast(capsys, linde)
    assert (found.code, found.out) == (1, "")
    assert "1.1.yaml" in found.err
    assert read_all(linde) == before


def test_a_kader_without_official_text_stands_in_the_way(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kader = linde.parents[1] / "kaders/toetsing/lindeland/2026.yaml"
    replace_in(kader, "eigen_bewoording: ja\n", "")
    before = read_all(linde)
    found = stel_vast(capsys, linde)
    assert found.code == 1
    assert "1.1, 1.2" in found.err
    assert "eigen_bewoording" in found.err
    assert read_all(linde) == before


def test_proef_writes_nothing(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_all(linde)
    found = stel_vast(capsys, linde, "--proef")
    assert found.code == 0
    assert "Proef" in found.out
    assert read_all(linde) == before


def test_a_script_hears_all_that_is_missing(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "vaststellen", linde)
    assert (found.code, found.out) == (2, "")
    assert "--door, --functie" in found.err


def test_on_a_terminal_it_asks_for_what_is_missing(
    linde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opgave, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\nA. Voorbeeld\nmanager\n\n"))
    found = toezicht(capsys, "vaststellen", linde, "--datum", "2026-05-18", "--formaat", "markdown")
    assert found.code == 0, found.err
    (versie,) = _dossier(linde).vaststelling.versies
    assert (versie.vastgesteld_door, versie.functie, versie.mandaat) == ("A. Voorbeeld", "manager", None)


def test_without_a_day_it_is_today_and_said_aloud(
    linde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "today", lambda: date(2026, 5, 20))
    found = toezicht(capsys, "vaststellen", linde, *WIE, "--formaat", "markdown")
    assert found.code == 0
    assert "20 mei 2026" in found.err
    assert _dossier(linde).vaststelling.versies[0].vastgesteld_op.tekst == "2026-05-20"


@pytest.mark.parametrize("dag", ["2026-05", "18-5-2026", "2026-02-30", "morgen"])
def test_a_day_must_be_a_day(dag: str, linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "vaststellen", linde, *WIE, "--datum", dag)
    assert (found.code, found.out) == (2, "")
    assert "--datum" in found.err


def test_a_second_time_is_refused(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stel_vast(capsys, linde)
    before = read_all(linde)
    found = stel_vast(capsys, linde)
    assert (found.code, found.out) == (2, "")
    assert "--herzie" in found.err
    again = stel_vast(capsys, linde, "--herzie", "--reden", "Zomaar.")
    assert again.code == 2
    assert "niets veranderd" in again.err
    assert read_all(linde) == before


@pytest.mark.parametrize("words", [("--herzie",), ("--reden", "Zomaar.")])
def test_a_revision_needs_a_reason(
    words: tuple[str, ...], linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stel_vast(capsys, linde, *words).code == 2
    assert not (linde / "vaststelling.yaml").exists()


def test_a_revision_replaces_the_version_and_keeps_it(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stel_vast(capsys, linde)
    first = read_all(linde / "rapport/vastgesteld/1")
    path = linde / "vaststelling.yaml"
    path.write_text(f"# bewaard door het archief\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    replace_in(linde / "bevindingen/1.1.yaml", "De doelen zijn concreet.", "De doelen zijn heel concreet.")
    found = toezicht(
        *(capsys, "vaststellen", linde, *WIE, "--datum", "2026-06-15", "--formaat", "markdown"),
        *("--herzie", "--reden", "De aanbieder leverde alsnog een plan."),
    )
    assert found.code == 0, found.err
    one, two = _dossier(linde).vaststelling.versies
    assert (one.status, one.reden) == ("vervangen", "De aanbieder leverde alsnog een plan.")
    assert one.geldig_tot is not None
    assert one.geldig_tot.tekst == two.vastgesteld_op.tekst == "2026-06-15"
    assert (two.nummer, two.status, two.aanleiding) == ("2", "geldend", one.reden)
    assert one.gegevens != two.gegevens
    assert read_all(linde / "rapport/vastgesteld/1") == first
    assert path.read_text(encoding="utf-8").startswith("# bewaard door het archief\n")
    assert toezicht(capsys, "controleer", linde).code == 0
    rapport = (linde / f"rapport/vastgesteld/2/{NAAM}-standaard.md").read_text(encoding="utf-8")
    assert "De aanbieder leverde alsnog een plan." in rapport


def test_a_changed_comma_is_found(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stel_vast(capsys, linde)
    replace_in(linde / "bevindingen/1.1.yaml", "De doelen zijn concreet.", "De doelen, zijn concreet.")
    found = toezicht(capsys, "controleer", linde)
    assert found.code == 1
    assert "VST001" in found.out
    assert "1.1.yaml" in found.out
    (linde / "uitzonderingen.yaml").write_text(
        "uitzonderingen:\n  - {controle: VST001, bestand: bevindingen/1.1.yaml, reden: Maar een komma.}\n"
    )
    excused = toezicht(capsys, "controleer", linde)
    assert excused.code == 1
    assert {"VST001", "STR019"} <= set(excused.out.split())


def test_what_comes_afterwards_is_no_fout(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stel_vast(capsys, linde)
    replace_in(
        linde / "onderzoek.yaml",
        "gestart_op: 2026-02-02\n",
        "gestart_op: 2026-02-02\n  verzonden_op: 2026-05-20\n",
    )
    assert toezicht(capsys, "controleer", linde).code == 0
    assert toezicht(capsys, "verifieer", linde).code == 0


@pytest.mark.parametrize("written", range(4))
def test_killed_in_between_the_same_command_finishes(
    written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After so many writes the process is gone; the next run makes what an undisturbed one makes."""
    undisturbed, linde = (copy_linde(tmp_path / name / "werkmap") for name in ("gaaf", "stuk"))
    stel_vast(capsys, undisturbed)
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
        assert stel_vast(capsys, linde).code == 130
    assert not (linde / "vaststelling.yaml").exists()
    assert stel_vast(capsys, linde).code == 0
    assert read_all(linde) == read_all(undisturbed)


def test_an_example_with_a_kader_in_our_words_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    found = stel_vast(capsys, VOORBEELDEN / "socra-2025", "--proef")
    assert found.code == 1
    assert found.out == ""


def test_documents_of_an_earlier_decision_are_never_replaced(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stel_vast(capsys, linde).code == 0
    (linde / "vaststelling.yaml").unlink()
    before = read_all(linde)
    assert stel_vast(capsys, linde).code == 0  # the same decision again: nothing is lost
    (linde / "vaststelling.yaml").unlink()
    replace_in(
        linde / "bevindingen" / "1.1.yaml",
        "oordeel: voldoet-deels\n",
        "oordeel: voldoet-deels\nconclusie: Zorg De Linde voldoet deels aan de norm.\n",
    )
    done = stel_vast(capsys, linde)
    assert (done.code, "is een ander document" in done.err) == (2, True)
    after = read_all(linde)
    folder = "rapport/vastgesteld/1/"
    assert {k: v for k, v in after.items() if k.startswith(folder)} == {
        k: v for k, v in before.items() if k.startswith(folder)
    }


@pytest.mark.parametrize("day", ["2026-05-17", "2026-05-19"])
def test_another_day_than_the_onderzoek_names_is_refused(
    linde: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    assert stel_vast(capsys, linde).code == 0
    (linde / "vaststelling.yaml").unlink()
    done = toezicht(capsys, "vaststellen", linde, *WIE, "--datum", day, "--formaat", "markdown")
    assert (done.code, "--datum 2026-05-18" in done.err) == (2, True)


def test_a_revision_is_not_of_before_the_version_that_it_replaces(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stel_vast(capsys, linde).code == 0
    herzie = ("--herzie", "--reden", "komma", "--datum", "2026-05-17")
    done = toezicht(capsys, "vaststellen", linde, *WIE, *herzie)
    assert (done.code, "een nieuwe is niet eerder" in done.err) == (2, True)


def test_a_file_that_is_saved_meanwhile_stops_it(
    linde: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = service.make_uitvoer

    def save_meanwhile(*arguments: object) -> dict[str, bytes]:
        path = linde / "bevindingen" / "1.1.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "# nog iets\n", encoding="utf-8")
        return real(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(service, "make_uitvoer", save_meanwhile)
    done = stel_vast(capsys, linde)
    assert (done.code, "intussen veranderd" in done.err) == (2, True)
    assert not (linde / "vaststelling.yaml").exists()
