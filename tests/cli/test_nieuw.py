"""``toezicht nieuw``: a folder that passes, from options in a script or answers on a terminal."""

import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.opdracht import ROOT, toezicht
from tests.snapshots import check_snapshot
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.services.geraamte import Aanvraag, build_bestanden
from toezicht_cli.services.nieuw import list_kaders, load_kader

GELDERLAND = "ggd-gelderland-zuid@2019-07"
ROTTERDAM = "ggd-rotterdam-rijnmond@2019"
KADERS = Kadermap((ROOT / "kaders",))


def options(kader: str = GELDERLAND, aanbieder: str = "Zorg Voorbeeld") -> list[str]:
    return ["--kader", kader, "--aanbieder", aanbieder, "--soort-toezicht", "proactief"]


@pytest.fixture(autouse=True)
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kader", [GELDERLAND, ROTTERDAM])
def test_what_it_makes_has_no_fout(kader: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toezicht(capsys, "nieuw", "zorg-1", *options(kader), "--gemeente", "Utrecht").code == 0
    found = toezicht(capsys, "controleer", "zorg-1", "--formaat", "json")
    diagnoses = json.loads(found.out)["diagnoses"]
    assert found.code == 0
    assert [item for item in diagnoses if item["zwaarte"] == "fout"] == []
    load = load_dossier(tmp_path / "zorg-1", KADERS)
    assert load.faults == ()
    assert [item.value.norm for item in load.dossier.normoordelen] == [
        norm.id for norm in load.dossier.kader.normen
    ]
    assert (tmp_path / "zorg-1" / "vertrouwelijk").is_dir()
    assert "vertrouwelijk/\n" in (tmp_path / "zorg-1" / ".gitignore").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["zorg-1"]


def test_the_files_read_well(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(werkmap)
    arguments = [*options("proef@1"), "--gemeente", "Utrecht", "--titel", "Zorg: 1", "--vestiging", "Noord"]
    check_snapshot("nieuw-uitvoer.txt", toezicht(capsys, "nieuw", "zorg-1", *arguments).out)
    for name in ("onderzoek", "bevindingen/1.2", "bevindingen/2.1", "bronnen", "verbeterpunten"):
        text = (werkmap / "onderzoeken" / "zorg-1" / f"{name}.yaml").read_text(encoding="utf-8")
        check_snapshot(f"nieuw-{name.rpartition('/')[2]}.txt", text)


def test_the_examples_in_the_comments_work_when_the_hash_is_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "nieuw", "zorg-1", *options())
    for path in (tmp_path / "zorg-1").rglob("*.yaml"):
        lines = path.read_text(encoding="utf-8").split("\n")
        bare = [
            line[1:] if line.startswith(("#  ", "#    ")) and "- a: " not in line else line for line in lines
        ]
        start = lines.index('norm: "1.1"') if path.name == "1.1.yaml" else 0
        if path.name in {"1.1.yaml", "bronnen.yaml", "verbeterpunten.yaml", "onderzoek.yaml"}:
            path.write_text("\n".join(lines[:start] + bare[start:]), encoding="utf-8")
    load = load_dossier(tmp_path / "zorg-1", KADERS)
    assert load.faults == ()
    assert [item.value.id for item in load.dossier.bronnen] == ["I01", "D01", "B01"]
    assert load.dossier.verbeterpunten[0].value.norm == "1.1"
    assert load.dossier.normoordelen[0].value.bevindingen[0].alle_bronnen == ("D01",)


def test_in_a_werkmap_it_stands_with_the_others(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(werkmap / "onderzoeken" / "basis")
    assert toezicht(capsys, "nieuw", "zorg-2", *options("proef@1")).code == 0
    assert (werkmap / "onderzoeken" / "zorg-2" / "onderzoek.yaml").is_file()
    found = toezicht(capsys, "controleer", "--formaat", "json", werkmap / "onderzoeken" / "zorg-2")
    assert found.code == 0


def test_a_kader_per_locatie_gives_a_file_per_vestiging(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ROOT / "voorbeelden" / "wilgenland"
    (tmp_path / "toezicht.yaml").write_bytes((home / "toezicht.yaml").read_bytes())
    shutil.copytree(home / "kaders", tmp_path / "kaders")
    arguments = ["nieuw", "zorg-1", *options("wilgenland@2025")]
    refused = toezicht(capsys, *arguments)
    assert refused.code == 2
    assert "--vestiging NAAM" in refused.err
    assert toezicht(capsys, *arguments, "--vestiging", "Noord", "--vestiging", "'t Zuid").code == 0
    names = sorted(path.name for path in (tmp_path / "onderzoeken/zorg-1/bevindingen").glob("1.1@*"))
    assert names == ["1.1@L1.yaml", "1.1@L2.yaml"]
    assert toezicht(capsys, "controleer", "onderzoeken/zorg-1").code == 0


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nieuw"], "er ontbreekt: ID, --kader, --aanbieder, --soort-toezicht"),
        (["nieuw", "zorg-1", "--kader", GELDERLAND], "er ontbreekt: --aanbieder, --soort-toezicht"),
        (["nieuw", "zorg-1", *options("ggd-gelderlnd-zuid@2019-07")], f"bedoelde je {GELDERLAND}?"),
        (["nieuw", "zorg-1", *options("drents-kwaliteitskader@2018")], "nog geen normen"),
        (["nieuw", "Zorg 1", *options()], "kleine letters"),
        (["nieuw", "../weg", *options()], "kleine letters"),
        (["nieuw", "nul", *options()], "Windows"),
        (["nieuw", "con.x", *options()], "Windows"),
        (["nieuw", "zorg-1", *options(aanbieder=" ")], "niet leeg"),
        (["nieuw", "zorg-1", *options(aanbieder="a\nb")], "één regel"),
        (["nieuw", "zorg-1", *options(aanbieder="a\x1b[31m")], "verboden onzichtbaar teken"),
        (["nieuw", "zorg-1", *options(), "--soort-toezicht", "proactiev"], "bedoelde je proactief?"),
        (["nieuw", "zorg-1", *options(), "--soort-toezicht", "Heel Anders"], "één woord"),
        (["nieuw", "zorg-1", *options(), "--in", "nergens"], "is er niet"),
        (["nieuw", "bestaat", *options()], "bestaat al"),
    ],
)
def test_wrong_use_makes_nothing(
    arguments: list[str], part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestaat").mkdir()
    found = toezicht(capsys, *arguments)
    assert found.code == 2
    assert part in found.err
    assert found.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["bestaat"]
    assert [path.name for path in (tmp_path / "bestaat").iterdir()] == []


def test_an_own_kind_of_toezicht_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert toezicht(capsys, "nieuw", "zorg-1", *options()[:4], "--soort-toezicht", "thematisch").code == 0


def test_there_is_no_onderzoek_inside_an_onderzoek(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "nieuw", "zorg-1", *options())
    monkeypatch.chdir(tmp_path / "zorg-1" / "bevindingen")
    found = toezicht(capsys, "nieuw", "zorg-2", *options())
    assert (found.code, "geen tweede onderzoek" in found.err) == (2, True)
    assert toezicht(capsys, "nieuw", "zorg-2", *options(), "--in", tmp_path).code == 0


PRINTABLE = st.characters(codec="utf-8").filter(
    lambda character: character.isprintable() and not 0xE0000 <= ord(character) <= 0xE0FFF
)
NAMES = st.text(PRINTABLE, min_size=1, max_size=40).filter(str.strip)


@settings(deadline=None)
@given(naam=NAMES, titel=NAMES, gemeente=NAMES, vestiging=NAMES)
def test_any_printable_name_comes_back(naam: str, titel: str, gemeente: str, vestiging: str) -> None:
    kader, _ = load_kader(ROTTERDAM, ROOT)
    aanvraag = Aanvraag("x", ROTTERDAM, naam, "proactief", titel, (gemeente,), (vestiging,))
    text = build_bestanden(aanvraag, kader, "0" * 64)["onderzoek.yaml"]
    onderzoek, faults = validate(parse(text, "onderzoek.yaml"), Onderzoek)
    assert faults == ()
    assert onderzoek is not None
    assert (onderzoek.aanbieder.naam, onderzoek.titel, onderzoek.gemeenten[0].naam) == (naam, titel, gemeente)
    assert onderzoek.aanbieder.vestigingen[0].naam == vestiging


def test_only_kaders_with_normen_are_offered(tmp_path: Path) -> None:
    assert [keuze.verwijzing for keuze in list_kaders(tmp_path)] == [GELDERLAND, ROTTERDAM]


def on_terminal(answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run ``toezicht`` on a pseudo terminal and type the answers; return the exit code and the screen."""
    master, slave = os.openpty()
    command = [sys.executable, "-c", "from toezicht_cli.__main__ import main; main()", *arguments]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    seen = bytearray()

    def read() -> None:
        with suppress(OSError):
            while chunk := os.read(master, 4096):
                seen.extend(chunk)

    reader = threading.Thread(target=read)
    reader.start()
    for answer in answers:
        os.write(master, f"{answer}\n".encode())
    try:
        code = process.wait(60)
    finally:
        process.kill()  # one that waits for another answer would stay behind
        reader.join(5)
    os.close(master)
    return code, seen.decode().replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_on_a_terminal_it_asks_until_the_answer_is_good(tmp_path: Path) -> None:
    answers = ["Foute Naam", "zorg-1", "5", "3", "9", "2", "Zorg: 't Huis", "Utrecht", ""]
    code, screen = on_terminal(answers, "nieuw")
    assert code == 0, screen
    for part in ("kleine letters", "kies een nummer van 1 t/m 2", "3  signaalgestuurd", "Nog een gemeente"):
        assert part in screen
    onderzoek = load_dossier(tmp_path / "zorg-1", KADERS).dossier.onderzoek
    assert (onderzoek.kader, onderzoek.aanbieder.naam) == (ROTTERDAM, "Zorg: 't Huis")
    assert (onderzoek.soort_toezicht, onderzoek.gemeenten[0].naam) == ("signaalgestuurd", "Utrecht")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_one_slip_does_not_lose_what_was_typed(waterlanden: Path) -> None:
    answers = ["inwoner", "1", "Zorg En Zo", "veiligheid", "De deur sluit niet.", "de kade", "de-kade"]
    code, screen = on_terminal(
        [*answers, "Nergens", "Waterstad"], "signaal", "nieuw", "--datum", "2026-10-01"
    )
    assert code == 0, screen
    for part in (
        "aanbieder 'de kade' is er niet",
        "gemeente 'Nergens' staat niet in toezicht.yaml",
        "--aard: ",
    ):
        assert part in screen
    text = (waterlanden / "signalen/2026/S-2026-009.yaml").read_text(encoding="utf-8")
    for line in ("aanbieder: de-kade", "gemeente: Waterstad", "aard: veiligheid", "De deur sluit niet."):
        assert line in text


@pytest.fixture
def waterlanden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example with registers, and stand in it."""
    target = shutil.copytree(ROOT / "voorbeelden" / "waterlanden", tmp_path / "waterlanden")
    monkeypatch.chdir(target)
    return target


def made_in(werkmap: Path, naam: str = "zorg-1") -> Onderzoek:
    load = load_dossier(werkmap / "onderzoeken" / naam, Kadermap((werkmap / "kaders", ROOT / "kaders")))
    assert load.faults == ()
    return load.dossier.onderzoek


def test_a_kind_of_toezicht_brings_its_kader_and_a_signaal_its_aanbieder(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--soort-toezicht", "calamiteitentoezicht", "--naar-aanleiding-van", "M-2026-004")
    assert toezicht(capsys, "nieuw", "zorg-1", *arguments).code == 0
    onderzoek = made_in(waterlanden)
    assert (onderzoek.kader, onderzoek.soort_toezicht) == ("calamiteit@2026", "calamiteitentoezicht")
    assert (onderzoek.aanbieder.id, onderzoek.aanbieder.naam) == (
        "het-baken",
        "Woonzorg Het Baken (verzonnen)",
    )
    assert onderzoek.naar_aanleiding_van == ("M-2026-004",)
    assert [gemeente.naam for gemeente in onderzoek.gemeenten] == ["Waterstad"]


def test_what_is_given_goes_before_what_the_registers_say(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--kader", "waterlanden@2025", "--aanbieder", "Zorg Anders", "--gemeente", "Meerdorp")
    arguments = ("--soort-toezicht", "signaalgestuurd", "--naar-aanleiding-van", "S-2026-006", *given)
    assert toezicht(capsys, "nieuw", "zorg-1", *arguments).code == 0
    onderzoek = made_in(waterlanden)
    assert (onderzoek.kader, onderzoek.aanbieder.naam) == ("waterlanden@2025", "Zorg Anders")
    assert onderzoek.aanbieder.id is None
    assert [gemeente.naam for gemeente in onderzoek.gemeenten] == ["Meerdorp"]


def test_entries_about_several_aanbieders_propose_none(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = ("--naar-aanleiding-van", "S-2026-006", "--naar-aanleiding-van", "M-2026-004")
    arguments = ("--soort-toezicht", "signaalgestuurd", *entries)
    run = toezicht(capsys, "nieuw", "zorg-1", *arguments)
    assert run.code == 2
    assert "er ontbreekt: --aanbieder\n" in run.err
    assert toezicht(capsys, "nieuw", "zorg-1", *arguments, "--aanbieder", "Zorg 1").code == 0
    gemeenten = [gemeente.naam for gemeente in made_in(waterlanden).gemeenten]
    assert gemeenten == ["Polderveen", "Waterstad"]


@pytest.mark.parametrize("nummer", ["S-2026-099", "S-26-1", "X-2026-001", "S-2026-001\n"])
def test_an_entry_that_is_not_there_is_refused(
    nummer: str, waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--soort-toezicht", "signaalgestuurd", "--aanbieder", "Z", "--naar-aanleiding-van", nummer)
    assert toezicht(capsys, "nieuw", "zorg-1", *arguments).code == 2
    assert not (waterlanden / "onderzoeken" / "zorg-1").exists()


def test_an_entry_that_cannot_be_read_is_named(waterlanden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (waterlanden / "signalen" / "2026" / "S-2026-006.yaml").write_text("formaat: [\n", encoding="utf-8")
    arguments = ("--soort-toezicht", "signaalgestuurd", "--naar-aanleiding-van", "S-2026-006")
    run = toezicht(capsys, "nieuw", "zorg-1", *arguments)
    assert (run.code, "signalen/2026/S-2026-006.yaml is niet te lezen" in run.err) == (2, True)


def test_without_a_register_the_number_is_only_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toezicht(capsys, "nieuw", "zorg-1", *options(), "--naar-aanleiding-van", "S-2026-001").code == 0
    load = load_dossier(tmp_path / "zorg-1", KADERS)
    assert (load.faults, load.dossier.onderzoek.naar_aanleiding_van) == ((), ("S-2026-001",))


def test_a_slip_of_the_pen_in_a_kind_of_the_werkmap_is_refused(
    waterlanden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (waterlanden / "toezicht.yaml").read_text(encoding="utf-8")
    text = text.replace("id: proactief", "id: thematisch")
    (waterlanden / "toezicht.yaml").write_text(text, encoding="utf-8")
    run = toezicht(capsys, "nieuw", "zorg-1", "--aanbieder", "Zorg 1", "--soort-toezicht", "thematish")
    assert (run.code, "thematisch" in run.err) == (2, True)
    assert toezicht(capsys, "nieuw", "z", "--aanbieder", "Z", "--soort-toezicht", "thematisch").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_on_a_terminal_the_registers_propose_and_the_kind_brings_its_kader(waterlanden: Path) -> None:
    code, screen = on_terminal(["4", "", ""], "nieuw", "zorg-1", "--naar-aanleiding-van", "M-2026-004")
    assert code == 0, screen
    for part in (
        "4  calamiteitentoezicht",
        "Toetsingskader: calamiteit@2026.",
        "Gemeenten, met een komma ertussen [Waterstad]",
    ):
        assert part in screen
    onderzoek = made_in(waterlanden)
    assert (onderzoek.aanbieder.id, onderzoek.kader) == ("het-baken", "calamiteit@2026")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_a_wrong_option_is_refused_before_the_first_question(tmp_path: Path) -> None:
    code, screen = on_terminal([], "nieuw", "--kader", "bestaat-niet@1")
    assert code == 2
    assert "is er niet" in screen
    assert "Naam van de map" not in screen
    assert [path.name for path in tmp_path.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_enter_takes_the_first_kader(tmp_path: Path) -> None:
    code, screen = on_terminal([""], "nieuw", "z", "--aanbieder", "Z", "--soort-toezicht", "proactief")
    assert code == 0, screen
    assert load_dossier(tmp_path / "z", KADERS).dossier.onderzoek.kader == GELDERLAND
