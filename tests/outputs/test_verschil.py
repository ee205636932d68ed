"""The difference between two moments, as people read it in each of the four formats."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.outputs.verschilproef import (
    BSN,
    NU,
    OUD,
    RIJK,
    VERSIE,
    Wijzigingen,
    linde,
    vergelijking,
    verschil,
    wilgenhof,
)
from tests.snapshots import check_snapshot
from toezicht_cli.analysis.tekstverschil import Stuk, compare_words
from toezicht_cli.analysis.vergelijken import compare_kanten
from toezicht_cli.analysis.verschil import Kant, Vergelijking, Verschil
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.outputs import find_output, output_names
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.verschilstukken import join_rewritten
from toezicht_cli.services.schema import build_schema

FORMATS = ("tekst", "html", "json", "markdown")
WILGENHOF: Wijzigingen = {
    "bevindingen/1.1@L1.yaml": [
        ("oordeel: goed", "oordeel: onvoldoende"),
        (
            "In alle drie de dossiers staat een plan met doelen.",
            "In twee van de drie dossiers staat een plan.",
        ),
        ("positieve_punten: [De plannen staan in de woorden van de cliënt.]", ""),
    ],
    "bevindingen/1.2@L2.yaml": None,
}


def render(formaat: str, found: Vergelijking, view: View | None = None) -> str:
    return find_output("verschil", formaat).render(found, view or View())


@pytest.fixture
def rijk(tmp_path: Path) -> Vergelijking:
    return vergelijking(verschil(linde(tmp_path / "a"), linde(tmp_path / "b", RIJK), fouten=2))


@pytest.fixture
def gelijk(tmp_path: Path) -> Verschil:
    oud = linde(tmp_path / "x")
    return verschil(oud, oud)


def test_the_formats_are_found_by_name() -> None:
    assert output_names("verschil") == FORMATS


@pytest.mark.parametrize("formaat", FORMATS)
def test_a_rich_difference_is_as_accepted_in_every_format(formaat: str, rijk: Vergelijking) -> None:
    extension = {"tekst": "txt", "markdown": "md"}.get(formaat, formaat)
    check_snapshot(f"verschil-rijk.{extension}", render(formaat, rijk))


def test_the_wide_screen_is_as_accepted(rijk: Vergelijking) -> None:
    check_snapshot("verschil-rijk-120.txt", render("tekst", rijk, View(120)))


@pytest.mark.parametrize("width", [80, 120])
def test_colour_changes_nothing_but_colour(width: int, rijk: Vergelijking) -> None:
    coloured = render("tekst", rijk, View(width, color=True))
    assert "\x1b[1;31m[-niet\x1b[0m" in coloured
    bare = coloured
    for code in ("1", "2", "1;31", "32", "33", "36", "0"):
        bare = bare.replace(f"\x1b[{code}m", "")
    assert bare == render("tekst", rijk, View(width))


def test_a_kader_per_vestiging_names_the_vestiging_and_a_file_that_is_gone(tmp_path: Path) -> None:
    found = vergelijking(verschil(wilgenhof(tmp_path / "a"), wilgenhof(tmp_path / "b", WILGENHOF)))
    check_snapshot("verschil-wilgenhof.txt", render("tekst", found))
    check_snapshot("verschil-wilgenhof.md", render("markdown", found))


def test_equal_sides_are_called_equal(gelijk: Verschil) -> None:
    check_snapshot("verschil-gelijk.txt", render("tekst", vergelijking(gelijk)))
    assert "Geen wijzigingen." in render("markdown", vergelijking(gelijk))
    assert "Geen wijzigingen." in render("html", vergelijking(gelijk))
    only = json.loads(render("json", vergelijking(gelijk)))["onderzoeken"][0]
    assert only["leeg"]
    assert only["volledig"]
    assert only["hoofdstukken"] == []


def test_equal_sides_with_fouten_are_equal_and_the_fouten_are_told(tmp_path: Path) -> None:
    oud = linde(tmp_path)
    text = render("tekst", vergelijking(verschil(oud, oud, fouten=1)))
    assert "vindt toezicht 1 fout" in text
    assert "toezicht controleer" in " ".join(text.split())
    assert "Geen wijzigingen." in text


def test_fouten_of_a_version_in_git_send_nobody_to_a_command_that_looks_at_now(tmp_path: Path) -> None:
    oud = linde(tmp_path)
    found = compare_kanten(Kant(OUD, VERSIE, oud, (), 3), Kant(NU, None, oud))
    text = render("tekst", vergelijking(found))
    assert "Aan de oude kant vindt toezicht 3 fouten" in text
    assert "controleer" not in text


@pytest.mark.parametrize(("side", "word"), [("nieuw", "is nieuw"), ("vervallen", "is er niet meer")])
def test_an_onderzoek_on_one_side_is_told_with_its_tally(side: str, word: str, tmp_path: Path) -> None:
    dossier = linde(tmp_path)
    sides: tuple[Dossier | None, Dossier | None] = (None, dossier) if side == "nieuw" else (dossier, None)
    found = vergelijking(verschil(*sides))
    check_snapshot(f"verschil-{side}.txt", render("tekst", found))
    for formaat in ("tekst", "markdown", "html"):
        text = render(formaat, found)
        assert f"Dit onderzoek {word}" in text
        assert "6/6/6" in text
        assert "wijzigingen" not in text
    assert json.loads(render("json", found))["onderzoeken"][0]["soort"] == side


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_what_could_not_be_read_is_never_called_equal(formaat: str, tmp_path: Path) -> None:
    oud = linde(tmp_path / "a")
    nieuw = linde(tmp_path / "b", {"bevindingen/1.2.yaml": "norm: [\n"})
    text = render(formaat, vergelijking(verschil(oud, nieuw, 1, onleesbaar=["bevindingen/1.2.yaml"])))
    assert "kan dus nog anders worden" not in text
    assert "Geen wijzigingen" not in text
    assert "bevindingen/1.2.yaml" in text
    assert "gelijk, voor zover zij te lezen zijn" in text
    assert "6/6/6 → niet te tellen" in text


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_a_kader_that_cannot_be_read_is_never_called_equal(formaat: str, tmp_path: Path) -> None:
    oud = linde(tmp_path / "a")
    documents = {name: it for name, it in oud.documents.items() if not name.startswith("kader ")}
    nieuw = Dossier(oud.naam, documents, frozenset({"kader"}))
    text = render(formaat, vergelijking(verschil(oud, nieuw, onleesbaar=["het toetsingskader"])))
    assert "Geen wijzigingen" not in text
    assert "toetsingskader" in text
    assert "gelijk, voor zover zij te lezen zijn" in text


def test_a_folder_with_another_name_is_told(tmp_path: Path) -> None:
    oud = linde(tmp_path)
    nieuw = Dossier("linde-2026", oud.documents, oud.onleesbaar, oud.kader_hash)
    text = render("tekst", vergelijking(verschil(oud, nieuw)))
    assert "eerst linde-2025, nu linde-2026" in text
    assert "Geen wijzigingen" not in text


@pytest.mark.parametrize("formaat", ["tekst", "markdown"])
def test_a_werkmap_gives_an_overview_and_one_line_about_the_rest(formaat: str, tmp_path: Path) -> None:
    changed = verschil(linde(tmp_path / "a"), linde(tmp_path / "b", RIJK))
    per_vestiging = verschil(wilgenhof(tmp_path / "c"), wilgenhof(tmp_path / "d", WILGENHOF))
    same = changed.oud.dossier
    assert same
    equal = [
        verschil(it, it)
        for it in (Dossier(f"zaak-{n}", same.documents, same.onleesbaar, same.kader_hash) for n in range(8))
    ]
    found = vergelijking(changed, *equal, per_vestiging)
    extension = {"tekst": "txt", "markdown": "md"}[formaat]
    check_snapshot(f"verschil-werkmap.{extension}", render(formaat, found))


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_a_werkmap_without_changes_and_one_without_onderzoek_say_so(formaat: str, gelijk: Verschil) -> None:
    text = render(formaat, vergelijking(gelijk, gelijk._replace(onderzoek="linde-2026")))
    assert "2 onderzoeken zonder wijzigingen: linde-2025 en linde-2026." in text
    assert "Er is niets om te vergelijken." in render(formaat, vergelijking())


@pytest.mark.parametrize("old", [f"Zijn nummer is {BSN}.", "Zijn nummer staat in het dossier."])
@pytest.mark.parametrize("formaat", FORMATS)
def test_no_part_of_a_bsn_is_in_any_format(formaat: str, old: str, tmp_path: Path) -> None:
    """One digit was mended, so the number is one piece that stayed and one that changed."""
    cut = "123 456 783"
    oud = linde(tmp_path / "a", _with_tekst(f"{old} Dat is in het onderzoek van dit jaar gezien."))
    nieuw = linde(tmp_path / "b", _with_tekst(f"Zijn nummer is {cut}. Dat is in het onderzoek gezien."))
    found = vergelijking(verschil(oud, nieuw))
    assert any(regel.stukken for item in found.verschillen[0].hoofdstukken for regel in item.regels)
    for view in (View(), View(120, color=True)):
        text = render(formaat, found, view)
        for part in ("123 456", "456 78", BSN, BSN[:6], BSN[3:], "783"):
            assert part not in text


def test_a_number_of_which_a_group_changed_stays_hidden(tmp_path: Path) -> None:
    oud = linde(tmp_path / "a", _with_tekst("Het nummer van deze cliënt is 123 456 782, zegt de begeleider."))
    nieuw = linde(
        tmp_path / "b", _with_tekst("Het nummer van deze cliënt is 123 456 783, zegt de begeleider.")
    )
    for formaat in FORMATS:
        text = render(formaat, vergelijking(verschil(oud, nieuw))).partition("</style>")[
            2 if formaat == "html" else 0
        ]
        assert "bevinding a" in text
        assert [part for part in ("123 ", "456", "782", "783") if part in text] == []


def _with_tekst(tekst: str) -> Wijzigingen:
    return {
        "bevindingen/1.1.yaml": f'norm: "1.1"\noordeel: voldoet\nbevindingen: [{{id: a, tekst: "{tekst}"}}]\n'
    }


def test_a_change_of_only_a_line_end_or_a_space_can_be_seen(tmp_path: Path) -> None:
    first = "De begeleider kijkt elke dag even mee.\\n\\nDaarna volgt een gesprek."
    oud = linde(tmp_path / "a", _with_tekst(first))
    nieuw = linde(tmp_path / "b", _with_tekst(first.replace("\\n\\n", " ")))
    assert "¶" in render("tekst", vergelijking(verschil(oud, nieuw)))
    assert "¶" in render("markdown", vergelijking(verschil(oud, nieuw)))
    assert "¶" in render("html", vergelijking(verschil(oud, nieuw)))


def test_the_output_for_programs_follows_its_schema_and_holds_everything(rijk: Vergelijking) -> None:
    output = json.loads(render("json", rijk))
    validator = Draft202012Validator(build_schema("uitvoer-verschil"))
    assert [error.message for error in validator.iter_errors(output)] == []
    assert not validator.is_valid({**output, "extra": 1})
    model, only = rijk.verschillen[0], output["onderzoeken"][0]
    assert only["oud"]["versie"] == VERSIE
    assert [item["norm"] for item in only["oordelen"]] == ["1.2", "1.5", "2.2", "4.1"]
    assert [item["naam"] for item in only["hoofdstukken"]] == [item.naam for item in model.hoofdstukken]
    regels = [regel for item in only["hoofdstukken"] for regel in item["regels"]]
    for regel in (regel for regel in regels if regel["stukken"]):
        for kant, tekst in (("weg", regel["oud"]), ("nieuw", regel["nieuw"])):
            kept = [stuk["tekst"] for stuk in regel["stukken"] if stuk["soort"] in {"gelijk", kant}]
            assert "".join(kept) == tekst
    assert sum(bool(regel["stukken"]) for regel in regels) == 5


def test_one_side_without_onderzoek_follows_the_schema(tmp_path: Path) -> None:
    validator = Draft202012Validator(build_schema("uitvoer-verschil"))
    found = vergelijking(verschil(None, linde(tmp_path)), verschil(linde(tmp_path / "b"), None))
    assert [error.message for error in validator.iter_errors(json.loads(render("json", found)))] == []


def test_a_text_that_was_written_anew_is_shown_whole_twice() -> None:
    oud = "Het onderzoek gaat over de begeleiding die De Linde geeft in de regio."
    nieuw = "Drie onderwerpen staan centraal: veiligheid van cliënten, vakmanschap en de bejegening."
    assert join_rewritten(compare_words(oud, nieuw)) == (Stuk("weg", oud), Stuk("nieuw", nieuw))
    stukken = compare_words(oud, oud.replace("regio", "stad"))
    assert join_rewritten(stukken) == stukken


def test_a_text_with_many_changes_says_how_many_are_not_shown(tmp_path: Path) -> None:
    zinnen = [f"Dossier {number} was die dag netjes bijgewerkt en volledig." for number in range(30)]
    oud = linde(tmp_path / "a", _with_tekst(" ".join(zinnen)))
    nieuw = linde(tmp_path / "b", _with_tekst(" ".join(zinnen).replace("die dag", "die week")))
    found = vergelijking(verschil(oud, nieuw))
    for formaat, shown in (("tekst", "[-dag-]{+week+}"), ("markdown", "~~dag~~ **week**")):
        text = " ".join(render(formaat, found).split()).replace("-] {+", "-]{+")
        left = int(re.findall(r"nog (\d+) andere plekken", text)[0])
        assert text.count(shown) == 30 - left
        assert left in {10, 18}
        assert "ingekort" in text
    assert render("html", found).count("<del>") == 31


def test_words_of_a_kader_that_fill_the_screen_get_a_line_of_their_own(rijk: Vergelijking) -> None:
    lines = render("tekst", rijk, View(50)).split("\n")
    at = next(number for number, line in enumerate(lines) if "1.2  Werken" in line)
    assert lines[at + 1].split() == ["Voldoet", "grotendeels", "→", "Voldoet", "niet"]
    assert max(map(len, lines)) <= 50


def test_an_onderzoek_of_which_nothing_could_be_counted_has_no_tally(rijk: Vergelijking) -> None:
    found = vergelijking(rijk.verschillen[0]._replace(telling=None))
    for formaat in ("tekst", "markdown", "html"):
        assert "Telling" not in render(formaat, found)
        assert "strenger" in render(formaat, found)
