"""What changed in an onderzoek between two moments, with real git and real folders."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.repositories import commit, git, init, replace
from toezicht_cli.analysis.verschil import Regel, Verschil
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.git.aanroep import GitError
from toezicht_cli.loading.vinden import NietGevondenError
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.resources import data_folder
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.check import Checked, check_loaded
from toezicht_cli.services.verschil import (
    compare_mappen,
    compare_reeks,
    compare_sinds,
    is_reeks,
    parse_reeks,
)

TODAY = date(2026, 6, 15)
CASES = sorted(path.parent for path in data_folder("voorbeelden").rglob("onderzoek.yaml"))


@pytest.fixture
def socra(tmp_path: Path) -> Path:
    """Return the case, committed in a repository of its own."""
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", init(tmp_path / "w") / "socra-2025")
    commit(tmp_path / "w", day="2026-03-03")
    return tmp_path / "w" / "socra-2025"


def _now(root: Path) -> Verschil:
    return compare_reeks(root, parse_reeks("HEAD.."), TODAY).verschillen[0]


def _regels(verschil: Verschil) -> dict[str, list[Regel]]:
    return {hoofdstuk.naam: list(hoofdstuk.regels) for hoofdstuk in verschil.hoofdstukken}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_onderzoek_equals_itself(case: Path) -> None:
    verschil = compare_mappen(case, case, TODAY).verschillen[0]
    assert verschil.is_leeg
    assert verschil.telling is not None
    assert verschil.telling.is_gelijk


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reformatting_every_file_gives_an_empty_difference(case: Path, tmp_path: Path) -> None:
    werkmap = case.parents[1] if case.parent.name == "onderzoeken" else case
    copy = tmp_path / werkmap.name
    shutil.copytree(werkmap, copy)
    target = copy / case.relative_to(werkmap)
    for file in target.rglob("*.yaml"):
        value = parse(file.read_text(encoding="utf-8"), file.name).value
        text = yaml.safe_dump(value, width=60, allow_unicode=True, sort_keys=True, default_flow_style=True)
        file.write_text(f"# opnieuw geschreven\n{text}", encoding="utf-8")
    verschil = compare_mappen(case, target, TODAY).verschillen[0]
    assert (verschil.oordelen, verschil.hoofdstukken, verschil.niet_vergeleken) == ((), (), ())
    assert verschil.is_leeg


def test_an_oordeel_that_changed_stands_first_with_its_direction_and_the_tally(socra: Path) -> None:
    replace(socra / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    replace(socra / "bevindingen" / "1.8.yaml", "oordeel: voldoet-niet", "oordeel: voldoet")
    verschil = _now(socra)
    assert [(item.norm, item.richting) for item in verschil.oordelen] == [
        ("1.2", "strenger"),
        ("1.8", "milder"),
    ]
    first = verschil.oordelen[0]
    assert first.oud is not None
    assert first.nieuw is not None
    assert (first.oud.label, first.nieuw.label) == ("Voldoet grotendeels", "Voldoet niet")
    assert verschil.telling is not None
    assert (verschil.telling.oud, verschil.telling.nieuw) == ("6/6/6", "7/5/6")
    assert not verschil.is_leeg
    assert [(punt.onderwerp, punt.bericht.partition(",")[0]) for punt in verschil.na_te_gaan] == [
        ("norm 1.2", "het oordeel is anders"),
        ("norm 1.2", "het oordeel vraagt nu een vereiste aanpassing"),
        ("norm 1.8", "het oordeel is anders"),
        ("norm 1.8", "het oordeel vraagt nu geen punt"),
    ]


def test_the_tally_is_told_when_a_fout_does_not_touch_the_oordelen(socra: Path) -> None:
    replace(socra / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    verschil = _now(socra)
    assert verschil.oud.fouten == 0
    assert verschil.nieuw.fouten > 0
    assert verschil.telling is not None
    assert verschil.telling.nieuw == "6/5/7"


def test_a_status_has_no_direction(socra: Path) -> None:
    replace(
        socra / "bevindingen" / "1.2.yaml",
        "oordeel: voldoet-grotendeels",
        "status: niet-getoetst\nreden: Dit kon niet.",
    )
    verschil = _now(socra)
    assert [(item.norm, item.richting) for item in verschil.oordelen] == [("1.2", "anders")]
    assert [punt.bericht for punt in verschil.na_te_gaan] == [
        "deze norm heeft geen oordeel meer, maar V01 en V02 staan er nog"
    ]


def test_a_norm_that_is_taken_away_is_open_and_its_bevindingen_are_told(socra: Path) -> None:
    (socra / "bevindingen" / "1.1.yaml").unlink()
    verschil = _now(socra)
    assert [(item.norm, item.nieuw, item.richting) for item in verschil.oordelen] == [("1.1", None, "anders")]
    told = _regels(verschil)["bevindingen"]
    assert told
    assert {regel.soort for regel in told} == {"vervallen"}
    assert verschil.telling is not None
    assert {item.id: (item.oud, item.nieuw) for item in verschil.telling.regels}["nog-open"] == (0, 1)


def test_bronnen_are_matched_by_id(socra: Path) -> None:
    bronnen = socra / "bronnen.yaml"
    lines = bronnen.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(index for index, line in enumerate(lines) if "id: I02" in line)
    lines.insert(
        first, "  - {id: I77, soort: interview, rol: client, aanduiding: Cliënt Q, datum: 2025-03-04}\n"
    )
    bronnen.write_text("".join(lines), encoding="utf-8")
    verschil = _now(socra)
    assert _regels(verschil) == {"bronnen": [Regel("nieuw", "bron I77", None, None, "Cliënt Q (interview)")]}
    assert [punt.onderwerp for punt in verschil.na_te_gaan] == ["bron I77"]


def test_a_bevinding_is_compared_by_word(socra: Path) -> None:
    replace(socra / "bevindingen" / "1.8.yaml", "regelmatig onduidelijkheid", "soms onduidelijkheid")
    regel = _regels(_now(socra))["bevindingen"][0]
    assert (regel.onderwerp, regel.veld) == ("norm 1.8, bevinding a", "tekst")
    assert [(stuk.soort, stuk.tekst) for stuk in regel.stukken if stuk.soort != "gelijk"] == [
        ("weg", "regelmatig"),
        ("nieuw", "soms"),
    ]


def test_a_point_that_is_closed_a_point_that_is_gone_and_a_new_one(socra: Path) -> None:
    file = socra / "verbeterpunten.yaml"
    value = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    punten = value["verbeterpunten"]
    gone, closed = punten.pop(0), punten[0]
    closed["opvolging"] = [{"datum": "2026-01-01", "status": "geborgd-vastgesteld", "bewijs": ["D01"]}]
    punten.append({**closed, "id": "V99", "opvolging": []})
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    verschil = _now(socra)
    regels = {(regel.soort, regel.onderwerp, regel.veld) for regel in _regels(verschil)["punten"]}
    assert regels == {
        ("gewijzigd", f"punt {closed['id']}", "stand"),
        ("vervallen", f"punt {gone['id']}", None),
        ("nieuw", "punt V99", None),
        ("nieuw", f"punt {closed['id']}, opvolging van 2026-01-01", None),
    }
    assert [punt.onderwerp for punt in verschil.na_te_gaan] == [f"punt {gone['id']}"]


def test_fase_reach_and_kader_have_their_own_chapters(socra: Path) -> None:
    replace(socra / "onderzoek.yaml", "fase: ", "hertoets_van: eerder\nfase: uitvoering # ")
    regels = _regels(_now(socra))
    assert [regel.veld for regel in regels["verloop"]] == ["fase"]
    assert "hertoets van" in [regel.veld for regel in regels["reikwijdte"]]


@pytest.mark.parametrize("content", ["bronnen: [", "\tx", "bronnen: 3", ""])
def test_an_unreadable_side_is_said_and_never_empty(socra: Path, content: str) -> None:
    (socra / "bronnen.yaml").write_text(content, encoding="utf-8")
    verschil = _now(socra)
    if content:
        assert verschil.niet_vergeleken == ("bronnen.yaml",)
        assert verschil.nieuw.onleesbaar == ("bronnen.yaml",)
        assert "bronnen" not in _regels(verschil)
    assert not verschil.is_leeg


def test_an_unreadable_normoordeel_is_not_taken_for_one_that_is_gone(socra: Path) -> None:
    (socra / "bevindingen" / "1.1.yaml").write_text("oordeel: [", encoding="utf-8")
    verschil = _now(socra)
    assert verschil.oordelen == ()
    assert verschil.niet_vergeleken == ("bevindingen/1.1.yaml",)
    assert verschil.telling is not None
    assert verschil.telling.oud == "6/6/6"
    assert verschil.telling.nieuw is None
    assert verschil.telling.reden_nieuw


def test_a_missing_file_is_said(socra: Path) -> None:
    (socra / "bronnen.yaml").unlink()
    assert _now(socra).niet_vergeleken == ("bronnen.yaml",)


def test_a_normoordeel_in_a_file_with_another_name_is_the_same(socra: Path) -> None:
    (socra / "bevindingen" / "1.1.yaml").rename(socra / "bevindingen" / "een.yaml")
    assert _regels(_now(socra)) == {
        "bestanden": [
            Regel("gewijzigd", "norm 1.1", "bestand", "bevindingen/1.1.yaml", "bevindingen/een.yaml")
        ]
    }


@pytest.mark.parametrize(
    ("reeks", "expected"),
    [
        ("HEAD..", "gewijzigd"),
        ("main..tak", "gewijzigd"),
        ("main...tak", "gewijzigd"),
        ("..tak", "gewijzigd"),
    ],
)
def test_every_form_of_a_range_reads_git_and_leaves_the_work_tree_alone(
    socra: Path, reeks: str, expected: str
) -> None:
    git(socra, "checkout", "-q", "-b", "tak")
    replace(socra / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    commit(socra, "strenger")
    git(socra, "checkout", "-q", "main")
    replace(socra / "onderzoek.yaml", "fase: ", "fase: uitvoering # ")
    before = git(socra, "status", "--porcelain"), sorted(path for path in socra.rglob("*"))
    verschil = compare_reeks(socra, parse_reeks(reeks), TODAY).verschillen[0]
    assert verschil.soort == expected
    assert [item.norm for item in verschil.oordelen] == ([] if reeks == "HEAD.." else ["1.2"])
    assert ("verloop" in _regels(verschil)) is (reeks == "HEAD..")
    assert (git(socra, "status", "--porcelain"), sorted(path for path in socra.rglob("*"))) == before


def test_three_dots_begin_where_the_two_went_apart(socra: Path) -> None:
    git(socra, "checkout", "-q", "-b", "tak")
    replace(socra / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    commit(socra, "strenger")
    git(socra, "checkout", "-q", "main")
    replace(socra / "bevindingen" / "1.8.yaml", "oordeel: voldoet-niet", "oordeel: voldoet")
    commit(socra, "milder")
    two = compare_reeks(socra, parse_reeks("main..tak"), TODAY).verschillen[0]
    three = compare_reeks(socra, parse_reeks("main...tak"), TODAY).verschillen[0]
    assert [item.norm for item in two.oordelen] == ["1.2", "1.8"]
    assert [item.norm for item in three.oordelen] == ["1.2"]


def test_since_the_concept_needs_no_hash(socra: Path) -> None:
    replace(socra / "onderzoek.yaml", "fase: ", "fase: conceptrapport # ")
    commit(socra, "concept", day="2026-03-10")
    replace(socra / "onderzoek.yaml", "fase: conceptrapport", "fase: definitief")
    replace(socra / "bevindingen" / "1.2.yaml", "oordeel: voldoet-grotendeels", "oordeel: voldoet-niet")
    commit(socra, "definitief", day="2026-04-10")
    vergelijking = compare_sinds(socra, "concept", TODAY)
    assert [item.norm for item in vergelijking.verschillen[0].oordelen] == ["1.2"]
    assert vergelijking.oud.startswith("het conceptrapport (")
    assert vergelijking.oud.endswith("10 maart 2026)")
    assert vergelijking.nieuw == "nu"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return a werkmap with one onderzoek, committed."""
    shutil.copytree(data_folder("voorbeelden") / "wilgenland", tmp_path / "werkmap")
    init(tmp_path / "werkmap")
    commit(tmp_path / "werkmap")
    return tmp_path / "werkmap"


def test_a_werkmap_tells_of_new_and_vanished_onderzoeken(werkmap: Path) -> None:
    home = werkmap / "onderzoeken"
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", home / "socra-2025")
    shutil.rmtree(home / "de-wilgenhof-2026")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen
    assert {item.onderzoek: item.soort for item in found} == {
        "socra-2025": "nieuw",
        "de-wilgenhof-2026": "vervallen",
    }
    assert not any(item.is_leeg for item in found)


def test_an_onderzoek_whose_folder_got_another_name_is_followed(werkmap: Path) -> None:
    home = werkmap / "onderzoeken"
    (home / "de-wilgenhof-2026").rename(home / "wilgenhof")
    replace(home / "wilgenhof" / "bevindingen" / "1.10@L1.yaml", "oordeel: goed", "oordeel: matig")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen
    assert [(item.onderzoek, item.hernoemd_van) for item in found] == [("wilgenhof", "de-wilgenhof-2026")]
    assert [item.norm for item in found[0].oordelen] == ["1.10@L1"]


def test_a_folder_that_was_taken_away_can_still_be_named(werkmap: Path) -> None:
    root = werkmap / "onderzoeken" / "de-wilgenhof-2026"
    shutil.rmtree(root)
    found = compare_reeks(root, parse_reeks("HEAD.."), TODAY).verschillen
    assert [(item.onderzoek, item.soort) for item in found] == [("de-wilgenhof-2026", "vervallen")]


def test_a_kader_that_was_changed_under_its_own_name_is_told(werkmap: Path) -> None:
    kader = werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml"
    replace(kader, "omschrijving:", "omschrijving: Anders.\n        # ")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert "kader" in _regels(found)
    assert not found.is_leeg


def test_two_werkmappen_are_compared_by_the_names_of_their_onderzoeken(werkmap: Path, tmp_path: Path) -> None:
    shutil.copytree(werkmap, tmp_path / "anders")
    file = tmp_path / "anders" / "onderzoeken" / "de-wilgenhof-2026" / "bevindingen" / "1.10@L1.yaml"
    replace(file, "oordeel: goed", "oordeel: matig")
    found = compare_mappen(werkmap, tmp_path / "anders", TODAY).verschillen
    assert [item.norm for item in found[0].oordelen] == ["1.10@L1"]
    with pytest.raises(ToezichtError, match="werkmap"):
        compare_mappen(werkmap, file.parents[1], TODAY)


Attempt = Callable[[Path], object]
REFUSED: dict[str, tuple[Attempt, type[ToezichtError]]] = {
    "no git": (lambda path: compare_reeks(path, parse_reeks("HEAD.."), TODAY), GitError),
    "no folder": (lambda path: compare_reeks(path / "weg", parse_reeks("HEAD.."), TODAY), NietGevondenError),
    "no moment": (lambda path: compare_sinds(path, "ooit", TODAY), GitError),
    "nothing": (lambda path: compare_mappen(path, path.parent, TODAY), NietGevondenError),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared_is_refused(name: str, tmp_path: Path) -> None:
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", tmp_path / "socra-2025")
    attempt, error = REFUSED[name]
    with pytest.raises(error):
        attempt(tmp_path / "socra-2025")


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("main..HEAD", ("main", "HEAD", False)),
        ("main..", ("main", None, False)),
        ("..HEAD", ("HEAD", "HEAD", False)),
        ("main...HEAD", ("main", "HEAD", True)),
        ("main...", ("main", "HEAD", True)),
        ("a..b..c", ("a", "b..c", False)),
    ],
)
def test_a_range_is_read(tekst: str, expected: tuple[str, str | None, bool]) -> None:
    assert tuple(parse_reeks(tekst)) == expected


@pytest.mark.parametrize("tekst", ["..", "..."])
def test_a_range_without_names_is_refused(tekst: str) -> None:
    with pytest.raises(ToezichtError):
        parse_reeks(tekst)


def test_two_quite_different_onderzoeken_can_be_compared() -> None:
    cases = {case.name: case for case in CASES}
    found = compare_mappen(cases["socra-2025"], cases["thuiszorgzeker-2021"], TODAY).verschillen[0]
    assert found.telling is not None
    assert found.telling.andere_schaal
    assert all(item.titel for item in found.oordelen)
    assert {"oordelen", "kader", "bronnen", "reikwijdte"} <= set(_regels(found))


def test_a_kader_that_cannot_be_read_is_said(werkmap: Path) -> None:
    (werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml").write_text("x: [", encoding="utf-8")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert found.niet_vergeleken == ("het toetsingskader",)
    assert not found.is_leeg
    assert not found.is_volledig
    assert found.telling is not None
    assert found.telling.nieuw is None


@pytest.mark.parametrize("field", ["oordeel: voldoet\n", "status: niet-getoetst\n"])
def test_a_norm_with_an_oordeel_and_a_status_tells_either_change(socra: Path, field: str) -> None:
    both = 'norm: "1.1"\noordeel: voldoet\nstatus: niet-getoetst\nreden: Dit kan niet.\n'
    (socra / "bevindingen" / "1.1.yaml").write_text(both, encoding="utf-8")
    commit(socra)
    name = field.partition(":")[0]
    other = {"oordeel": "oordeel: voldoet-niet\n", "status": "status: meegewogen\n"}[name]
    replace(socra / "bevindingen" / "1.1.yaml", field, other)
    verschil = _now(socra)
    assert [(item.norm, item.richting) for item in verschil.oordelen] == [("1.1", "anders")]
    assert not verschil.is_leeg


def test_labels_that_changed_places_in_the_kader_are_told_with_the_oordelen(werkmap: Path) -> None:
    kader = werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml"
    replace(kader, "label: Goed", "label: Slecht")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    told = _regels(found)["oordelen"]
    assert [(regel.veld, regel.oud, regel.nieuw) for regel in told] == [("label", "Goed", "Slecht")]
    assert [punt.onderwerp for punt in found.na_te_gaan] == ["schaal"]


def test_a_kader_that_calls_itself_otherwise_is_told(werkmap: Path) -> None:
    replace(werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml", 'versie: "2025"', 'versie: "2026"')
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert [(regel.veld, regel.oud, regel.nieuw) for regel in _regels(found)["kader"]] == [
        ("versie", "2025", "2026")
    ]


def test_the_words_of_a_norm_are_told_old_and_new(werkmap: Path) -> None:
    kader = werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml"
    replace(kader, "titel: Klachten", "titel: Klachten en vragen")
    regel = _regels(compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0])["kader"][0]
    assert regel.onderwerp.endswith("norm 1.10")
    assert (regel.veld, regel.oud, regel.nieuw) == ("titel", "Klachten", "Klachten en vragen")


@pytest.mark.parametrize("name", ["eigen-plan.yaml", "1.1.yml"])
def test_a_norm_in_a_file_with_another_name_that_cannot_be_read_is_not_gone(socra: Path, name: str) -> None:
    file = socra / "bevindingen" / "1.1.yaml"
    (socra / "bevindingen" / name).write_text(f"{file.read_text(encoding='utf-8')}\tx: [\n", encoding="utf-8")
    file.unlink()
    verschil = _now(socra)
    assert verschil.oordelen == ()
    assert "bevindingen/1.1.yaml" in verschil.niet_vergeleken
    assert "bevindingen" not in _regels(verschil)


def test_the_points_in_a_file_with_another_name_are_not_gone(socra: Path) -> None:
    (socra / "verbeterpunten.yaml").rename(socra / "verbeterpunten.yml")
    verschil = _now(socra)
    assert "verbeterpunten.yaml" in verschil.niet_vergeleken
    assert "punten" not in _regels(verschil)


def test_a_second_file_on_one_norm_does_not_take_the_place_of_the_first(socra: Path) -> None:
    text = (socra / "bevindingen" / "1.1.yaml").read_text(encoding="utf-8")
    other = socra / "bevindingen" / "1.1-b.yaml"
    other.write_text(text.replace("oordeel: voldoet", "oordeel: voldoet-niet"), encoding="utf-8")
    found = _now(socra).oordelen
    assert [(item.norm, item.oud, item.richting) for item in found] == [("1.1", None, "anders")]


def test_an_onderzoek_that_got_another_name_is_followed_from_inside_too(werkmap: Path) -> None:
    home = werkmap / "onderzoeken"
    (home / "de-wilgenhof-2026").rename(home / "wilgenhof")
    replace(home / "wilgenhof" / "bevindingen" / "1.10@L1.yaml", "oordeel: goed", "oordeel: matig")
    found = compare_reeks(home / "wilgenhof", parse_reeks("HEAD.."), TODAY).verschillen
    assert [(item.hernoemd_van, [oordeel.norm for oordeel in item.oordelen]) for item in found] == [
        ("de-wilgenhof-2026", ["1.10@L1"])
    ]


def test_a_submodule_among_the_onderzoeken_is_never_passed_over(werkmap: Path, tmp_path: Path) -> None:
    other = init(tmp_path / "ander")
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", other, dirs_exist_ok=True)
    commit(other)
    git(werkmap, "submodule", "--quiet", "add", str(other), "onderzoeken/ander")
    commit(werkmap)
    found = {
        item.onderzoek: item
        for item in compare_reeks(werkmap, parse_reeks("HEAD~1..HEAD"), TODAY).verschillen
    }
    assert not found["ander"].is_leeg
    assert not found["ander"].is_volledig


def test_toezicht_yaml_of_the_werkmap_is_told(werkmap: Path) -> None:
    file = werkmap / "toezicht.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}hoogstens: {{fout: 50}}\n", encoding="utf-8")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert (found.onderzoek, found.telling) == ("toezicht.yaml", None)
    assert [(regel.onderwerp, regel.nieuw) for regel in _regels(found)["overig"]] == [
        ("hoogstens fout", "50")
    ]
    file.write_text("hoogstens: [", encoding="utf-8")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert found.niet_vergeleken == ("toezicht.yaml",)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("main..HEAD", True),
        ("main...HEAD", True),
        ("..HEAD", True),
        ("feature/x..", True),
        ("..", False),
        ("../ander", False),
        ("./main...HEAD", False),
        ("/home/a..b", False),
        ("map/../ander", False),
        ("map/..", False),
        ("..\\ander", False),
        ("C:\\a..b", False),
        ("main", False),
    ],
)
def test_the_word_alone_decides_whether_it_is_a_range(word: str, *, expected: bool) -> None:
    assert is_reeks(word) is expected


def test_a_line_end_that_means_something_is_shown(socra: Path) -> None:
    file = socra / "bevindingen" / "1.1.yaml"
    head = 'norm: "1.1"\noordeel: voldoet\nbevindingen:\n  - id: a\n    bronnen: [D01]\n    tekst: |\n'
    file.write_text(f"{head}      1. Eerste punt\n         1.\n      De rest.\n", encoding="utf-8")
    commit(socra)
    file.write_text(f"{head}      1. Eerste punt\n         1. De rest.\n", encoding="utf-8")
    regel = _regels(_now(socra))["bevindingen"][0]
    assert regel.oud != regel.nieuw


def test_a_bron_that_is_gone_while_a_norm_rests_on_it_is_told(socra: Path) -> None:
    file = socra / "bronnen.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "id: I05," not in line), encoding="utf-8")
    assert [punt.onderwerp for punt in _now(socra).na_te_gaan] == ["bron I05"]


@pytest.mark.parametrize("moment", ["concept", "definitief"])
def test_a_fase_belongs_to_one_onderzoek(werkmap: Path, moment: str) -> None:
    with pytest.raises(ToezichtError) as caught:
        compare_sinds(werkmap, moment, TODAY)
    assert "de-wilgenhof-2026" in (caught.value.help or "")


def test_an_onderzoek_that_git_does_not_know_is_no_pass(werkmap: Path) -> None:
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", werkmap / "onderzoeken" / "socra-2025")
    with pytest.raises(ToezichtError, match="geen van beide"):
        compare_reeks(werkmap / "onderzoeken" / "socra-2025", parse_reeks("HEAD..HEAD"), TODAY)


def test_a_toezicht_yaml_that_is_broken_on_both_sides_is_said(werkmap: Path) -> None:
    (werkmap / "toezicht.yaml").write_text("hoogstens: [", encoding="utf-8")
    commit(werkmap)
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen[0]
    assert found.niet_vergeleken == ("toezicht.yaml",)


@pytest.mark.parametrize("reeks", ["HEAD..", "HEAD~1..HEAD"])
def test_of_a_werkmap_only_what_changed_is_read(
    werkmap: Path, reeks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = werkmap / "onderzoeken"
    for name in ("a-2026", "b-2026", "c-2026"):
        shutil.copytree(home / "de-wilgenhof-2026", home / name)
    commit(werkmap)
    replace(home / "b-2026" / "bevindingen" / "1.10@L1.yaml", "oordeel: goed", "oordeel: matig")
    if reeks != "HEAD..":
        commit(werkmap)
    read: list[str] = []

    def check(load: LoadResult, rules: Sequence[Rule], today: date) -> Checked:
        read.append(load.dossier.naam)
        return check_loaded(load, rules, today)

    monkeypatch.setattr("toezicht_cli.services.verschil.check_loaded", check)
    found = compare_reeks(werkmap, parse_reeks(reeks), TODAY).verschillen
    assert [(item.onderzoek, item.is_leeg) for item in found] == [
        ("a-2026", True),
        ("b-2026", False),
        ("c-2026", True),
        ("de-wilgenhof-2026", True),
    ]
    assert read == ["b-2026", "b-2026"]


def test_another_kader_touches_every_onderzoek_of_a_werkmap(werkmap: Path) -> None:
    home = werkmap / "onderzoeken"
    shutil.copytree(home / "de-wilgenhof-2026", home / "a-2026")
    commit(werkmap)
    replace(werkmap / "kaders" / "toetsing" / "wilgenland" / "2025.yaml", "label: Goed", "label: Slecht")
    found = compare_reeks(werkmap, parse_reeks("HEAD.."), TODAY).verschillen
    assert [item.is_leeg for item in found] == [False, False]
