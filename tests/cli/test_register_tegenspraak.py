"""The registers refuse what contradicts itself, before anything is written."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import typer

from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from toezicht_cli.cli.vragen import ask_ja_nee
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.models.base import Element
from toezicht_cli.services import registerstappen
from toezicht_cli.services.registersoort import SIGNAAL, Registersoort
from toezicht_cli.services.registerstappen import Stappen, close_entry, follow_up
from toezicht_cli.services.registerwijzigen import read_entry

Capture = pytest.CaptureFixture[str]
OP = ("--datum", "2026-10-01")
WEEG = ("S-2026-007", "--ernst", "basale-veiligheid", "--omvang", "klein", "--onrechtmatigheid", "nee", *OP)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    shutil.copytree(VOORBEELDEN / "waterlanden", tmp_path / "werkmap")
    return tmp_path / "werkmap"


def refused(capsys: Capture, werkmap: Path, *arguments: str) -> str:
    """Return what was said; nothing in the registers may have changed."""
    before = read_all(werkmap)
    found = toezicht(capsys, *arguments, "--werkmap", werkmap)
    assert (found.code, found.out) == (2, ""), found
    assert "toezicht zelf" not in found.err
    assert read_all(werkmap) == before
    return found.err


def done(capsys: Capture, werkmap: Path, *arguments: str) -> Uitvoer:
    found = toezicht(capsys, *arguments, "--werkmap", werkmap)
    assert found.code == 0, found
    return found


def read_all(werkmap: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in werkmap.rglob("*.yaml")}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


CEL = "{ernst: basale-veiligheid, omvang: klein, prioriteit: oranje}"


@pytest.mark.parametrize(
    "wrong",
    [CEL.replace("oranje", "paars"), f"{CEL.replace('oranje', 'groen')}\n  - {CEL}"],
    ids=["unknown word", "two cells"],
)
def test_a_kader_with_a_fout_weighs_nothing(wrong: str, werkmap: Path, capsys: Capture) -> None:
    change(werkmap / "kaders/afweging/waterlanden/2026.yaml", CEL, wrong)
    said = refused(capsys, werkmap, "signaal", "weeg", *WEEG)
    advice = re.search(r"toezicht (kader controleer \S+)", said)
    assert advice
    assert toezicht(capsys, *advice[1].split(), "--help").code == 0


def test_of_two_who_decide_at_once_one_is_refused(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one comes between looking at the signaal and writing it."""
    wanneer = (date(2026, 10, 2), None)

    def decide_first(home: Path, soort: Registersoort, nummer: str) -> Element:
        monkeypatch.setattr(registerstappen, "read_entry", read_entry)
        follow_up(home, soort, nummer, Stappen(besluit="gesprek"), wanneer)
        return read_entry(home, soort, nummer)

    monkeypatch.setattr(registerstappen, "read_entry", decide_first)
    with pytest.raises(ToezichtError, match="al besloten: gesprek"):
        follow_up(werkmap, SIGNAAL, "S-2026-007", Stappen(besluit="onderzoek"), wanneer)
    close_entry(werkmap, SIGNAAL, "S-2026-007", ("gesprek-gevoerd", None), wanneer)
    with pytest.raises(ToezichtError, match="al afgehandeld"):
        close_entry(werkmap, SIGNAAL, "S-2026-007", ("overig", None), wanneer)


def test_what_was_passed_on_is_not_written_over(werkmap: Path, capsys: Capture) -> None:
    opvolgen = ("signaal", "opvolgen", "S-2026-007")
    done(capsys, werkmap, *opvolgen, "--doorverwezen-naar", "igj", "--reden", "Wlz-deel", *OP)
    said = refused(capsys, werkmap, *opvolgen, "--doorverwezen-naar", "zorgkantoor", *OP)
    assert "al doorgegeven aan igj" in said
    done(capsys, werkmap, *opvolgen, "--wat", "Ook doorgegeven aan het zorgkantoor.", *OP)


@pytest.mark.parametrize(
    ("nummer", "eerste", "reden"),
    [
        ("S-2026-003", "S-2026-001", "is al afgehandeld"),
        ("S-2026-007", "S-2026-002", "gaat over een andere aanbieder"),
        ("S-2026-004", "S-2026-001", "al besloten"),
    ],
)
def test_a_doublure_must_be_able_to_be_one(
    nummer: str, eerste: str, reden: str, werkmap: Path, capsys: Capture
) -> None:
    assert reden in refused(capsys, werkmap, "signaal", "opvolgen", nummer, "--doublure-van", eerste, *OP)


def test_a_doublure_stays_one_of_the_same(werkmap: Path, capsys: Capture) -> None:
    opvolgen = ("signaal", "opvolgen", "S-2026-007", "--doublure-van")
    change(werkmap / "signalen/2026/S-2026-007.yaml", "thuis-aan-het-water", "de-kade")
    done(capsys, werkmap, *opvolgen, "S-2026-002", *OP)
    assert "al een doublure van S-2026-002" in refused(capsys, werkmap, *opvolgen, "S-2026-001", *OP)


def test_a_besluit_and_a_doublure_do_not_go_together(werkmap: Path, capsys: Capture) -> None:
    both = ("--besluit", "gesprek", "--doublure-van", "S-2026-001")
    refused(capsys, werkmap, "signaal", "opvolgen", "S-2026-007", *both, *OP)


def test_days_in_the_wrong_order_are_refused(werkmap: Path, capsys: Capture) -> None:
    nieuw = ("melding", "nieuw", "--aard", "geweld", "--wet", "wmo-2015", "--tekst", "Er is geduwd.")
    assert "ligt voor" in refused(capsys, werkmap, *nieuw, *OP, "--voorgevallen-op", "2026-11-05")
    binnen = ("melding", "opvolgen", "M-2026-004", "--ontvangen-op", "2019-01-01")
    assert "ligt voor" in refused(capsys, werkmap, *binnen, "--beoordeling", "aanvullen")
    done(capsys, werkmap, "signaal", "opvolgen", "S-2026-007", "--besluit", "gesprek", *OP)
    klaar = ("signaal", "afhandelen", "S-2026-007", "--uitkomst", "overig", "--datum", "2026-09-30")
    assert "ligt voor" in refused(capsys, werkmap, *klaar)


def test_days_that_were_wrong_already_stop_nothing(werkmap: Path, capsys: Capture) -> None:
    change(werkmap / "signalen/2026/S-2026-004.yaml", "besluit:\n  datum: 2026", "besluit:\n  datum: 2025")
    assert "REG013" in toezicht(capsys, "controleer", werkmap).out
    done(capsys, werkmap, "signaal", "opvolgen", "S-2026-004", "--wat", "Gebeld.", *OP)


def test_an_entry_under_another_name_is_not_touched(werkmap: Path, capsys: Capture) -> None:
    change(werkmap / "signalen/2026/S-2026-006.yaml", "id: S-2026-006", "id: S-2026-099")
    for arguments in (("toon", "S-2026-006"), ("opvolgen", "S-2026-006", "--wat", "Gebeld.", *OP)):
        assert "S-2026-099.yaml te heten" in refused(capsys, werkmap, "signaal", *arguments)
    lijst = toezicht(capsys, "signaal", "lijst", "--werkmap", werkmap)
    assert (lijst.code, "S-2026-099  " in lijst.out) == (1, False)
    assert "signalen/2026/S-2026-006.yaml" in lijst.out


def test_an_entry_of_another_year_is_told_where_it_belongs(werkmap: Path, capsys: Capture) -> None:
    home = werkmap / "signalen"
    (home / "2026/S-2026-006.yaml").rename(home / "2025/S-2026-006.yaml")
    said = refused(capsys, werkmap, "signaal", "toon", "S-2026-006")
    assert "signalen/2026/S-2026-006.yaml" in said
    assert "bedoelde je" not in said


@pytest.mark.parametrize(
    "keuze", [("--jaar", "abc"), ("--jaar", "20266"), ("--aanbieder", "nope"), ("--gemeente", "nope")]
)
def test_a_slip_of_the_hand_is_no_empty_list(keuze: tuple[str, str], werkmap: Path, capsys: Capture) -> None:
    refused(capsys, werkmap, "signaal", "lijst", *keuze)


def test_a_part_that_is_ours_stays_on_the_list(werkmap: Path, capsys: Capture) -> None:
    nieuw = ("signaal", "nieuw", "--bron", "toegang", "--wet", "jeugdwet", "--aard", "veiligheid")
    domein = ("--domein", "kwaliteit", "--domein", "rechtmatigheid", "--tekst", "Er mist toezicht.")
    done(capsys, werkmap, *nieuw, *domein, *OP)
    done(capsys, werkmap, "signaal", "weeg", "S-2026-009", *WEEG[1:])
    done(capsys, werkmap, "signaal", "opvolgen", "S-2026-009", "--doorverwezen-naar", "igj", *OP)
    assert stand(capsys, werkmap, "S-2026-009") == "gewogen"
    done(capsys, werkmap, "signaal", "opvolgen", "S-2026-009", "--besluit", "onderzoek", *OP)
    assert stand(capsys, werkmap, "S-2026-009") == "besloten"


def stand(capsys: Capture, werkmap: Path, nummer: str) -> str:
    shown = toezicht(capsys, "signaal", "toon", nummer, "--werkmap", werkmap, "--formaat", "json")
    return str(json.loads(shown.out)["stand"])


def test_a_calamiteit_as_signaal_is_not_sent_to_be_weighed(werkmap: Path, capsys: Capture) -> None:
    nieuw = ("signaal", "nieuw", "--bron", "inwoner", "--wet", "wmo-2015", "--aard", "calamiteit")
    found = done(capsys, werkmap, *nieuw, "--tekst", "Iemand is gevallen.", *OP)
    assert ("toezicht melding nieuw" in found.out, "weeg" in found.out) == (True, False)


def test_a_file_that_is_not_there_is_not_called_badly_saved(werkmap: Path, capsys: Capture) -> None:
    nieuw = ("signaal", "nieuw", "--bron", "inwoner", "--wet", "wmo-2015", "--aard", "veiligheid")
    assert "kijk of het bestand er is" in refused(capsys, werkmap, *nieuw, "--tekst-uit", "nergens", *OP)


def test_more_digits_than_there_are_people_are_refused(werkmap: Path, capsys: Capture) -> None:
    assert "--betrokken" in refused(capsys, werkmap, "signaal", "weeg", *WEEG, "--betrokken", "9" * 5000)


def test_ja_and_nee_are_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["ja", "J", "misschien", "nee", ""])
    monkeypatch.setattr(typer, "prompt", lambda *_args, **_options: next(answers))
    assert [ask_ja_nee("Speelt dat?") for _ in range(4)] == [True, True, False, False]
