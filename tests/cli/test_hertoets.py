"""``toezicht hertoets`` on copies of the handbook's case: begin one, fill it in, and see then and now."""

import json
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.cli.vaststelproef import copy_linde, read_all, replace_in, stel_vast
from toezicht_cli.loading.yaml_wijzigen import set_value


@pytest.fixture
def eerder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return an onderzoek that was vastgesteld."""
    root = copy_linde(tmp_path / "werkmap")
    assert stel_vast(capsys, root).code == 0
    return root


def _begin(capsys: pytest.CaptureFixture[str], eerder: Path, *arguments: str) -> Path:
    done = toezicht(capsys, "hertoets", "nieuw", "linde-2027", "--van", eerder, *arguments)
    assert (done.code, done.err) == (0, "")
    return eerder.parent / "linde-2027"


def test_a_hertoets_is_sound_and_asks_only_for_the_chosen_norm(
    eerder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(eerder)
    root = _begin(capsys, eerder, "--norm", "1.1")
    assert read_all(eerder) == before
    shown = json.loads(toezicht(capsys, "hertoets", root, "--formaat", "json").out)
    assert shown["hertoets_van"] == "linde-2026"
    assert [item["norm"] for item in shown["hertoetst"]] == ["1.1"]
    assert [item["norm"] for item in shown["eerder_getoetst"]] == ["1.2"]
    assert shown["tegenspraak"] == []
    telling = json.loads(toezicht(capsys, "oordeel", root, "--formaat", "json").out)["telling"]
    assert (telling["getoetst"], len(telling["eerder_getoetst"]), telling["nog_open"]) == (0, 1, ["1.1"])
    found = json.loads(toezicht(capsys, "controleer", root, "--formaat", "json").out)
    assert found["samenvatting"]["fout"] == 0
    assert {item["code"] for item in found["diagnoses"]} == {"NRM001", "STR021"}


def test_then_and_now_stand_beside_each_other(eerder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _begin(capsys, eerder, "--norm", "1.1")
    path = root / "bevindingen" / "1.1.yaml"
    path.write_text(
        set_value(path.read_text(encoding="utf-8"), ("oordeel",), "voldoet", "1.1.yaml"), encoding="utf-8"
    )
    (item,) = json.loads(toezicht(capsys, "hertoets", root, "--formaat", "json").out)["hertoetst"]
    assert (item["nu"], item["uitkomst"]) == ("voldoet", "beter")
    assert "▲ 1.1" in toezicht(capsys, "hertoets", "toon", root).out


def test_an_earlier_onderzoek_that_changed_is_told(eerder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _begin(capsys, eerder, "--norm", "1.1")
    replace_in(eerder / "bevindingen" / "1.2.yaml", "oordeel: voldoet\n", "oordeel: voldoet-deels\n")
    shown = json.loads(toezicht(capsys, "hertoets", root, "--formaat", "json").out)
    assert len(shown["tegenspraak"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "niet gezegd welke normen"),
        (("--norm", "1.3"), "staat niet in"),
        (("--norm", "1.1", "--soort-toezicht", "signaalgestuurt"), "soort toezicht"),
        (("--norm", "1.1", "--kader", "er@niet"), "is er niet"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_made(
    eerder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    done = toezicht(capsys, "hertoets", "nieuw", "linde-2027", "--van", eerder, *arguments)
    assert done.code == 2
    assert said in done.err
    assert [path.name for path in eerder.parent.iterdir()] == ["linde-2026"]


def test_an_onderzoek_that_is_not_definitive_has_no_hertoets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_linde(tmp_path / "werkmap")
    done = toezicht(capsys, "hertoets", "nieuw", "linde-2027", "--van", root, "--norm", "1.1")
    assert done.code == 2
    assert "nog niet definitief" in done.err


def test_a_case_that_is_no_hertoets_says_so(eerder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "hertoets", eerder)
    assert (done.code, done.out) == (2, "")
    assert "is geen hertoets" in done.err


def test_the_report_keeps_then_and_now_apart(eerder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _begin(capsys, eerder, "--norm", "1.1")
    assert toezicht(capsys, "rapport", root, "--formaat", "markdown").code == 0
    text = (root / "rapport" / "linde-2027-standaard.md").read_text(encoding="utf-8")
    assert "Hertoets: toen en nu" in text
    assert "Eerder getoetst, nu niet opnieuw" in text


@pytest.mark.parametrize("home", ["nergens", "onderzoeken/linde-2026/bevindingen"])
def test_a_hertoets_lies_in_no_other_onderzoek(
    eerder: Path, capsys: pytest.CaptureFixture[str], home: str
) -> None:
    before = read_all(eerder)
    target = eerder.parents[1] / home
    done = toezicht(
        capsys, "hertoets", "nieuw", "linde-2027", "--van", eerder, "--norm", "1.1", "--in", target
    )
    assert done.code == 2
    assert read_all(eerder) == before


def test_another_edition_of_the_kader_tells_what_came_and_went(
    eerder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = eerder.parents[1] / "kaders" / "toetsing" / "lindeland"
    text = (folder / "2026.yaml").read_text(encoding="utf-8").replace('versie: "2026"', 'versie: "2027"')
    (folder / "2027.yaml").write_text(text.replace('- id: "1.2"', '- id: "1.3"'), encoding="utf-8")
    done = toezicht(
        capsys,
        *("hertoets", "nieuw", "linde-2027", "--van", eerder, "--norm", "1.1", "--kader", "lindeland@2027"),
    )
    assert (done.code, done.err) == (0, "")
    words = " ".join(done.out.split())
    assert "lindeland@2026 werd lindeland@2027" in words
    assert "Nieuw in het kader, en nog open: norm 1.3." in words
    assert "Niet meer in het kader: norm 1.2." in words
    root = eerder.parent / "linde-2027"
    shown = json.loads(toezicht(capsys, "hertoets", root, "--formaat", "json").out)
    assert [(item["norm"], item["toen"]) for item in shown["hertoetst"]] == [
        ("1.1", "voldoet-deels"),
        ("1.3", None),
    ]
    assert shown["eerder_getoetst"] == []
    telling = json.loads(toezicht(capsys, "oordeel", root, "--formaat", "json").out)["telling"]
    assert telling["nog_open"] == ["1.1", "1.3"]


def test_a_norm_without_oordeel_keeps_its_own_reason(
    eerder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _begin(capsys, eerder, "--norm", "1.1")
    telling = json.loads(toezicht(capsys, "oordeel", root, "--formaat", "json").out)["telling"]
    (item,) = telling["niet_van_toepassing"]
    assert item == {"norm": "2.1", "reden": "Bij deze aanbieder werken geen vrijwilligers."}
