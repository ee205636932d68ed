"""The preview follows the files of a case, whatever stands in them, and changes none."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN
from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.diagnostics import Severity, ToezichtError
from toezicht_cli.services import bekijk
from toezicht_cli.services.bekijk import (
    Opdracht,
    Voorbeeldmaker,
    find_gebieden,
    make_opdracht,
    make_voorbeeld,
    start_voorbeeld,
)
from toezicht_cli.services.rapport import Wensen, make_rapport
from toezicht_cli.services.voorbeeldserver.stand import Stand, Voorbeeld

WENSEN = Wensen(("html",))
DAG = date(2026, 6, 15)
LANG = 60.0
STUK = "\n]\n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bekijk, "_SETTLE_SECONDS", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "werkmap")
    return tmp_path / "werkmap" / ONDERZOEK


@pytest.fixture
def opdracht(root: Path) -> Opdracht:
    return make_opdracht(root, root, WENSEN, lambda: DAG)


def add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("naam", ["socra-2025", "thuiszorgzeker-2021", "wilgenland"])
def test_an_example_is_shown_as_rapport_makes_it(naam: str, tmp_path: Path) -> None:
    root = VOORBEELDEN / naam
    found = make_voorbeeld(
        Opdracht(make_opdracht(root, root, WENSEN, lambda: DAG).root, root, WENSEN, lambda: DAG)
    )
    assert found.reden == ""
    wensen = WENSEN._replace(uit=tmp_path)
    make_rapport(make_opdracht(root, root, WENSEN, lambda: DAG).root, root, DAG, wensen, lambda _: None)
    (made,) = tmp_path.iterdir()
    assert found.html == made.read_bytes()


def test_it_changes_no_file(opdracht: Opdracht) -> None:
    before = snapshot(opdracht.root.parents[1])
    maker = Voorbeeldmaker(opdracht)
    assert maker.refresh().laatste.html is not None
    assert snapshot(opdracht.root.parents[1]) == before


def test_a_melding_is_masked_and_knows_its_place(opdracht: Opdracht) -> None:
    add(opdracht.root / "bevindingen" / "1.1.yaml", "telefoon 0612345678: ja\n")
    found = make_voorbeeld(opdracht)
    melding = found.meldingen[0]
    assert melding.zwaarte is Severity.ERROR
    assert melding.plek.startswith("bevindingen/1.1.yaml:")
    assert melding.norm == "1.1"
    assert "0612345678" not in melding.bericht
    assert "••••••••••" in melding.bericht


def test_a_melding_in_a_list_has_the_norm_of_its_item(opdracht: Opdracht) -> None:
    path = opdracht.root / "verbeterpunten.yaml"
    replace(path, "2026-06-01}", "2026-06-01, bestaat_niet: x}")
    found = make_voorbeeld(opdracht)
    (wrong,) = (melding for melding in found.meldingen if melding.plek == "verbeterpunten.yaml:3")
    assert wrong.norm == "2.1"


def test_a_melding_about_a_file_that_is_gone_names_the_norm_in_its_words(opdracht: Opdracht) -> None:
    (opdracht.root / "bevindingen" / "1.2.yaml").unlink()
    assert "1.2" in {melding.norm for melding in make_voorbeeld(opdracht).meldingen}


def test_a_save_without_a_change_shows_nothing_new(opdracht: Opdracht) -> None:
    maker = Voorbeeldmaker(opdracht)
    first = maker.toestand.stand
    os.utime(opdracht.root / "onderzoek.yaml", (0, 0))
    assert maker.refresh() is first
    add(opdracht.root / "onderzoek.yaml", "# een opmerking\n")
    assert maker.refresh() is first


def test_a_changed_text_gives_another_report(opdracht: Opdracht) -> None:
    maker = Voorbeeldmaker(opdracht)
    replace(opdracht.root / "onderzoek.yaml", "titel: ", "titel: Heel anders ")
    stand = maker.refresh()
    assert (stand.nummer, stand.rapportnummer) == (2, 2)
    assert b"Heel anders" in (stand.rapport or b"")


def test_broken_yaml_keeps_the_old_report_and_says_why_until_it_is_mended(opdracht: Opdracht) -> None:
    maker = Voorbeeldmaker(opdracht)
    first = maker.toestand.stand
    path = opdracht.root / "bevindingen" / "1.2.yaml"
    text = path.read_text(encoding="utf-8")
    add(path, STUK)
    broken = maker.refresh()
    assert broken.is_oud
    assert (broken.rapport, broken.rapportnummer) == (first.rapport, 1)
    assert broken.laatste.reden == "er staat een fout in de weg"
    assert broken.laatste.meldingen[0].plek.startswith("bevindingen/1.2.yaml:")
    path.write_text(text, encoding="utf-8", newline="\n")
    mended = maker.refresh()
    assert not mended.is_oud
    assert (mended.nummer, mended.rapport, mended.rapportnummer) == (3, first.rapport, 1)


@pytest.mark.parametrize("change", ["gone", "empty", "bytes", "deep"])
def test_whatever_happens_to_the_case_there_is_something_to_show(change: str, opdracht: Opdracht) -> None:
    maker = Voorbeeldmaker(opdracht)
    path = opdracht.root / "onderzoek.yaml"
    if change == "gone":
        shutil.rmtree(opdracht.root)
    else:
        path.write_bytes({"empty": b"", "bytes": b"\x00\xff\xfe", "deep": b"[" * 100_000}[change])
    stand = maker.refresh()
    assert stand.is_oud
    assert stand.laatste.reden


def test_a_fault_of_the_tool_itself_is_a_sentence(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Voorbeeldmaker(opdracht)

    def crash(*_: object) -> None:
        raise RecursionError("012345678")

    for name in ("build", "check_loads"):
        monkeypatch.setattr(bekijk, name, crash)
        found = make_voorbeeld(opdracht)
        assert found.html is None
        assert found.reden == "er ging iets mis in toezicht zelf (RecursionError): dit is niet jouw fout"
    monkeypatch.setattr(bekijk, "find_gebieden", crash)
    assert maker.refresh().is_oud


def test_an_own_template_and_a_kader_are_followed_too(opdracht: Opdracht) -> None:
    werkmap = opdracht.root.parents[1]
    folder = werkmap / "templates" / "kort"
    folder.mkdir(parents=True)
    (folder / "sjabloon.yaml").write_text("formaat: 1\nnaam: kort\nomschrijving: Kort\n", encoding="utf-8")
    (folder / "rapport.md.j2").write_text("# Kort\n\nEerst.\n", encoding="utf-8")
    maker = Voorbeeldmaker(opdracht._replace(wensen=WENSEN._replace(sjabloon="kort")))
    assert maker.toestand.stand.laatste.reden == ""
    (folder / "rapport.md.j2").write_text("# Kort\n\nDaarna.\n", encoding="utf-8")
    assert b"Daarna." in (maker.refresh().rapport or b"")
    (folder / "rapport.md.j2").write_text("# Kort\n\n{{ bestaat_niet }}\n", encoding="utf-8")
    broken = maker.refresh()
    assert broken.is_oud
    assert broken.laatste.reden.startswith("sjabloon kort, rapport.md.j2:3: ")
    add(next((werkmap / "kaders").rglob("*.yaml")), STUK)
    assert any(melding.code.startswith("STR") for melding in maker.refresh().laatste.meldingen)


def test_a_huisstijl_is_followed_with_what_stands_beside_it(opdracht: Opdracht) -> None:
    werkmap = opdracht.root.parents[1]
    (werkmap / "stijl").mkdir()
    (werkmap / "stijl" / "huisstijl.yaml").write_text('formaat: 1\nkleur: "#003366"\n', encoding="utf-8")
    add(werkmap / "toezicht.yaml", "huisstijl: stijl/huisstijl.yaml\n")
    maker = Voorbeeldmaker(opdracht)
    assert b"#003366" in (maker.toestand.stand.rapport or b"")
    (werkmap / "stijl" / "huisstijl.yaml").write_text('formaat: 1\nkleur: "#660033"\n', encoding="utf-8")
    assert b"#660033" in (maker.refresh().rapport or b"")
    (werkmap / "stijl" / "huisstijl.yaml").write_text('formaat: 1\nkleur: "#ffff00"\n', encoding="utf-8")
    assert "niet goed te lezen" in maker.refresh().laatste.reden


def test_a_huisstijl_that_was_named_is_followed_where_it_stands(opdracht: Opdracht) -> None:
    chosen = WENSEN._replace(huisstijl=Path("../../elders/stijl.yaml"))
    folders = {gebied.folder for gebied in find_gebieden(opdracht._replace(wensen=chosen))}
    assert opdracht.here / "../../elders" in folders


def test_annexes_and_what_is_confidential_are_never_looked_at(opdracht: Opdracht) -> None:
    first, *_ = find_gebieden(opdracht)
    assert (first.folder, first.skip) == (opdracht.root, frozenset({"bijlagen", "vertrouwelijk"}))


def test_one_onderzoek_at_a_time(opdracht: Opdracht) -> None:
    werkmap = opdracht.root.parents[1]
    assert make_opdracht(werkmap, werkmap, WENSEN, lambda: DAG).root == opdracht.root
    shutil.copytree(opdracht.root, opdracht.root.with_name("tweede"))
    with pytest.raises(ToezichtError, match="een werkmap met meer onderzoeken"):
        make_opdracht(werkmap, werkmap, WENSEN, lambda: DAG)


@pytest.mark.parametrize(
    ("wensen", "message"),
    [
        (WENSEN._replace(sjabloon="standard"), "sjabloon 'standard' is er niet"),
        (WENSEN._replace(sjabloon="../standaard"), "is er niet"),
        (WENSEN._replace(huisstijl=Path("nergens.yaml")), "huisstijl nergens.yaml is er niet"),
    ],
)
def test_a_template_or_style_that_is_not_there_is_wrong_use(
    wensen: Wensen, message: str, opdracht: Opdracht
) -> None:
    with pytest.raises(ToezichtError, match=message):
        make_opdracht(opdracht.root, opdracht.root, wensen, lambda: DAG)


def test_a_template_that_is_there_but_wrong_is_told_on_the_page(opdracht: Opdracht) -> None:
    folder = opdracht.root.parents[1] / "templates" / "kort"
    folder.mkdir(parents=True)
    (folder / "sjabloon.yaml").write_text("[", encoding="utf-8")
    wensen = WENSEN._replace(sjabloon="kort")
    found = make_voorbeeld(make_opdracht(opdracht.root, opdracht.root, wensen, lambda: DAG))
    assert found.reden.startswith("kort/sjabloon.yaml:")


def test_the_newest_of_several_saves_is_what_is_shown(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Voorbeeldmaker(opdracht)
    path = opdracht.root / "onderzoek.yaml"
    make = make_voorbeeld

    def save_meanwhile(given: Opdracht) -> Voorbeeld:
        found = make(given)
        replace(path, "titel: Eerst ", "titel: Daarna ")
        monkeypatch.setattr(bekijk, "make_voorbeeld", make)
        return found

    monkeypatch.setattr(bekijk, "make_voorbeeld", save_meanwhile)
    replace(path, "titel: ", "titel: Eerst ")
    assert b"Eerst" in (maker.refresh().rapport or b"")
    assert b"Daarna" in (maker.refresh().rapport or b"")


def test_a_running_preview_sees_a_save_by_itself_and_ends(opdracht: Opdracht) -> None:
    with start_voorbeeld(opdracht) as server:
        replace(opdracht.root / "onderzoek.yaml", "titel: ", "titel: Heel anders ")
        stand: Stand | None = server.toestand.wait_for_other(1, LANG)
        assert stand is not None
        assert b"Heel anders" in (stand.rapport or b"")
    assert server.toestand.is_closed
