"""``toezicht signaal weeg``: the table decides, people depart from it with words, some are never weighed."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from tests.cli.test_nieuw import on_terminal
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.register import Signaal, Weging

NUMMER = "S-2026-007"
KEUZE = ("--ernst", "basale-veiligheid", "--omvang", "klein", "--onrechtmatigheid", "nee")


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(VOORBEELDEN / "waterlanden", tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    return tmp_path / "w"


def read(nummer: str = NUMMER) -> tuple[Weging, ...]:
    document = read_document(Path(), f"signalen/{nummer[2:6]}/{nummer}.yaml", Signaal)
    assert document.model is not None
    assert document.faults == ()
    return document.model.wegingen


def weeg(
    capsys: pytest.CaptureFixture[str], *more: str, nummer: str = NUMMER, keuze: tuple[str, ...] = KEUZE
) -> Uitvoer:
    return toezicht(capsys, "signaal", "weeg", nummer, *keuze, "--datum", "2026-10-01", *more)


def test_the_table_gives_the_prioriteit_and_the_reasoning_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = weeg(capsys, "--betrokken", "3", "--totaal", "240", "--door", "Toezichthouder 1")
    assert done.code == 0
    [weging] = read()
    assert (weging.volgens_tabel, weging.prioriteit) == ("oranje", "oranje")
    assert weging.eerdere_signalen == ("S-2026-001",)
    assert weging.omstandigheden == ("eerdere-signalen",)
    for words in ("Oranje", "S-2026-001", "3 van 240", "onrechtmatigheid", "niet of je iets doet"):
        assert words in done.out


def test_a_second_weging_stays_beside_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    weeg(capsys)
    done = weeg(capsys, "--prioriteit", "rood", "--motivering", "Er kwam nog iets bij.")
    assert done.code == 0
    eerste, tweede = read()
    assert (eerste.prioriteit, tweede.prioriteit, tweede.volgens_tabel) == ("oranje", "rood", "oranje")
    assert "hoger dan in de tabel" in done.out


@pytest.mark.parametrize("motivering", [(), ("--motivering", ""), ("--motivering", "   ")])
@pytest.mark.parametrize("prioriteit", ["rood", "groen"])
def test_departing_from_the_table_asks_for_words(
    capsys: pytest.CaptureFixture[str], prioriteit: str, motivering: tuple[str, ...]
) -> None:
    done = weeg(capsys, "--prioriteit", prioriteit, *motivering)
    assert done.code == 2
    assert "--motivering" in done.err
    assert read() == ()


def test_an_empty_cell_names_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    refused = weeg(
        capsys, "--afwegingskader", "groningen@2025", "--prioriteit", "rood", "--motivering", "Toch."
    )
    assert refused.code == 2
    assert "kaders/afweging/" in refused.err
    done = weeg(capsys, "--afwegingskader", "groningen@2025")
    assert done.code == 0
    assert "is leeg in groningen@2025" in done.out
    assert not any(colour in done.out.lower() for colour in ("rood", "oranje", "groen "))
    [weging] = read()
    assert (weging.volgens_tabel, weging.prioriteit) == (None, None)


@pytest.mark.parametrize(
    ("nummer", "words"),
    [
        ("M-2026-001", "is een melding"),
        ("S-2026-003", "S-2026-002"),
        ("S-2026-001", "al afgehandeld"),
        ("S-2026-999", "is er niet"),
    ],
)
def test_some_are_never_weighed(capsys: pytest.CaptureFixture[str], nummer: str, words: str) -> None:
    done = weeg(capsys, nummer=nummer)
    assert done.code == 2
    assert words in done.err
    assert done.out == ""


@pytest.mark.parametrize("aard", ["calamiteit", "geweld"])
def test_a_calamiteit_is_a_melding(capsys: pytest.CaptureFixture[str], aard: str) -> None:
    path = Path("signalen/2026/S-2026-007.yaml")
    path.write_text(path.read_text().replace("aard: levering", f"aard: {aard}"))
    done = weeg(capsys)
    assert done.code == 2
    assert "toezicht melding nieuw" in done.err
    assert read() == ()


def test_a_melding_is_refused_in_its_own_group_too(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "melding", "weeg", "M-2026-002")
    assert done.code == 2
    assert "--naar-aanleiding-van M-2026-002" in done.err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--ernst", "heel-erg"), "--ernst"),
        (("--omvang", "reusachtig"), "--omvang"),
        (("--omstandigheid", "pers"), "--omstandigheid"),
        (("--prioriteit", "paars", "--motivering", "x"), "--prioriteit"),
        (("--onrechtmatigheid", "misschien"), "--onrechtmatigheid"),
        (("--betrokken", "veel"), "--betrokken"),
        (("--betrokken", "5", "--totaal", "3"), "--totaal"),
        (("--afwegingskader", "elders@1"), "elders@1"),
        (("--datum", "2026-01-01"), "2026"),
    ],
)
def test_what_cannot_be_is_refused_and_named(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...], words: str
) -> None:
    done = weeg(capsys, *more)
    assert done.code == 2
    assert words in done.err
    assert read() == ()


def test_a_script_hears_all_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    done = weeg(capsys, keuze=())
    assert done.code == 2
    assert all(optie in done.err for optie in ("--ernst", "--omvang", "--onrechtmatigheid"))


def test_an_earlier_weging_cannot_come_last(capsys: pytest.CaptureFixture[str]) -> None:
    weeg(capsys)
    done = toezicht(capsys, "signaal", "weeg", NUMMER, *KEUZE, "--datum", "2026-09-01")
    assert done.code == 2
    assert len(read()) == 1


def test_with_proef_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    done = weeg(capsys, "--proef")
    assert done.code == 0
    assert "Er is niets geschreven" in done.out
    assert read() == ()


def test_what_is_not_ours_says_who_is_competent(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("signalen/2026/S-2026-007.yaml")
    path.write_text(path.read_text().replace("wet: wmo-2015", "wet: wlz"))
    done = weeg(capsys)
    assert done.code == 0
    assert "Zorgkantoor" in done.out


@pytest.mark.parametrize("doorgegeven", ["", "doorverwezen_naar: {naar: igj, datum: 2026-09-20}\n"])
def test_what_is_ours_in_part_says_which_part_is_weighed(
    capsys: pytest.CaptureFixture[str], doorgegeven: str
) -> None:
    path = Path("signalen/2026/S-2026-007.yaml")
    text = path.read_text().replace("wet: wmo-2015", "wet: jeugdwet")
    path.write_text(re.sub(r"domein: .*", "domein: [kwaliteit, rechtmatigheid]", text) + doorgegeven)
    done = weeg(capsys)
    assert done.code == 0
    assert "het deel waar wij over gaan: rechtmatigheid" in " ".join(done.out.split())
    assert ("Doorgegeven?" in done.out) is not bool(doorgegeven)


def test_an_unreadable_signaal_stops_the_weighing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("signalen/2026/S-2026-001.yaml").write_text("id: [")
    done = weeg(capsys)
    assert done.code == 2
    assert "S-2026-001.yaml" in done.err
    assert read() == ()


def test_a_kader_to_weigh_with_can_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert "groningen@2025" in toezicht(capsys, "kader", "lijst").out
    shown = toezicht(capsys, "kader", "toon", "groningen@2025")
    assert shown.code == 0
    assert shown.out.count("leeg") == 9
    both = toezicht(capsys, "kader", "toon", "waterlanden@2026").out
    assert "Toetsingskader Waterlanden" in both
    assert "Afwegingskader signalen Waterlanden" in both


def test_the_outcome_is_there_for_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    done = weeg(capsys, "--formaat", "json", "--proef", "--motivering", "  ")
    assert done.code == 0
    weging = json.loads(done.out)
    assert weging["formaat"] == "toezicht/weging/1"
    assert weging["redenering"][0].startswith("Ernst: ")
    chosen = {key: weging[key] for key in ("signaal", "prioriteit", "motivering", "geschreven")}
    assert chosen == {"signaal": NUMMER, "prioriteit": "oranje", "motivering": None, "geschreven": False}
    assert weging["eerdere_signalen"] == ["S-2026-001"]


def test_an_empty_cell_is_null_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    done = weeg(capsys, "--formaat", "json", "--afwegingskader", "groningen@2025")
    weging = json.loads(done.out)
    assert (weging["volgens_tabel"], weging["prioriteit"], weging["geschreven"]) == (None, None, True)
    assert len(read()) == 1


def test_a_kader_to_weigh_with_is_checked_by_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("kaders/afweging/waterlanden/2026.yaml")
    assert toezicht(capsys, "kader", "controleer", str(path)).code == 0
    path.write_text(path.read_text().replace("omvang: klein, prioriteit: groen", "omvang: mini"))
    done = toezicht(capsys, "kader", "controleer", str(path))
    assert done.code == 1
    assert "KDR020" in done.out
    assert toezicht(capsys, "kader", "controleer", "toezicht.yaml").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_on_a_terminal_it_asks_step_by_step_and_shows_sign_and_word() -> None:
    answers = ["misschien", "basale-veiligheid", "3", "n", "rood", " ", "Het gebeurt elke week.", "nee"]
    code, screen = on_terminal(answers, "signaal", "weeg", NUMMER, "--datum", "2026-10-01")
    assert code == 0, screen
    for part in ("▲ Rood", "■ Oranje: Binnen een maand oppakken.  ← in de tabel", "Eerder: S-2026-001"):
        assert part in screen
    assert screen.index("■ Oranje") < screen.index("Welke prioriteit wordt het?")
    [weging] = read()
    assert (weging.ernst, weging.omvang) == ("basale-veiligheid", "klein")
    assert (weging.volgens_tabel, weging.prioriteit) == ("oranje", "rood")
    assert weging.motivering == "Het gebeurt elke week."
    assert weging.onrechtmatigheid.vermoeden == "nee"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_on_a_terminal_an_empty_cell_asks_for_no_prioriteit() -> None:
    code, screen = on_terminal(
        ["n", "nee"], "signaal", "weeg", NUMMER, "--afwegingskader", "groningen@2025", *KEUZE[:4]
    )
    assert "Deze cel van de tabel is leeg" in screen
    assert "Welke prioriteit" not in screen
    assert code == 0, screen
    [weging] = read()
    assert (weging.volgens_tabel, weging.prioriteit) == (None, None)
