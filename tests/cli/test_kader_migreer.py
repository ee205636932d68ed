"""``toezicht kader migreer`` and ``kader overgang`` on copies of the werkmap of the handbook."""

import json
from pathlib import Path

import pytest

from tests.cli.kaderproef import NAAR, OVERGANG, add_edition, add_kader
from tests.cli.opdracht import Uitvoer, toezicht
from tests.cli.vaststelproef import copy_linde, read_all, replace_in, stel_vast
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import set_value
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.services.omzetting import JOURNAAL


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    copy_linde(tmp_path / "werkmap")
    add_edition(tmp_path / "werkmap")
    return tmp_path / "werkmap"


@pytest.fixture
def root(werkmap: Path) -> Path:
    return werkmap / "onderzoeken" / "linde-2026"


def _migreer(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> Uitvoer:
    return toezicht(capsys, "kader", "migreer", root, "--naar", NAAR, *arguments)


def _set(path: Path, route: tuple[str | int, ...], value: YamlValue) -> None:
    path.write_text(set_value(path.read_text(encoding="utf-8"), route, value, path.name), encoding="utf-8")


def _value(path: Path) -> dict[str, YamlValue]:
    found = parse(path.read_text(encoding="utf-8"), path.name).value
    assert isinstance(found, dict)
    return found


def _codes(capsys: pytest.CaptureFixture[str], root: Path) -> list[tuple[str, str]]:
    found = json.loads(toezicht(capsys, "controleer", root, "--formaat", "json").out)["diagnoses"]
    return [(item["code"], Path(item["bestand"]).name) for item in found]


def test_normen_that_change_places_keep_what_belongs_to_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: content.decode() for name, content in read_all(root).items() if name.endswith(".yaml")}
    assert _migreer(capsys, root).code == 0
    after = {name: content.decode() for name, content in read_all(root).items() if name.endswith(".yaml")}
    assert after["bijlagen/kadermigratie/2026/2.1.yaml"] == before["bevindingen/2.1.yaml"]
    assert "bevindingen/2.1.yaml" not in after
    swapped = before["bevindingen/1.1.yaml"].replace('norm: "1.1"', 'norm: "1.2"')
    assert after["bevindingen/1.2.yaml"] == swapped
    assert _value(root / "bevindingen" / "1.1.yaml") == {
        **_parsed(before["bevindingen/1.2.yaml"]),
        "norm": "1.1",
        "kader": "lindeland@2026",
    }
    onderzoek = read_document(root, "onderzoek.yaml", Onderzoek).model
    assert onderzoek is not None
    (spoor,) = onderzoek.kadermigraties
    assert (spoor.van, spoor.naar, spoor.vervallen, spoor.gewijzigd) == (
        "lindeland@2026",
        NAAR,
        ("2.1",),
        ("1.1",),
    )
    assert onderzoek.kader == NAAR
    comments = [line for line in before["onderzoek.yaml"].splitlines() if line.lstrip().startswith("#")]
    assert [
        line for line in after["onderzoek.yaml"].splitlines() if line.lstrip().startswith("#")
    ] == comments


def _parsed(text: str) -> dict[str, YamlValue]:
    found = parse(text, "x").value
    assert isinstance(found, dict)
    return found


def test_every_reference_to_a_norm_moves_along(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    punten = _value(root / "verbeterpunten.yaml")["verbeterpunten"]
    uitvraag = _value(root / "uitvraag.yaml")["uitvraag"]
    _set(
        root / "onderzoek.yaml", ("reikwijdte", "niet_onderzocht"), [{"wat": "De nacht.", "normen": ["1.1"]}]
    )
    (root / "uitzonderingen.yaml").write_text(
        "uitzonderingen:\n"
        "  - {controle: TAA001, bestand: bevindingen/1.1.yaml, reden: Het is zo.}\n"
        '  - {controle: VBP001, bestand: verbeterpunten.yaml, plaats: "1.2", reden: Het is zo.}\n',
        encoding="utf-8",
    )
    done = _migreer(capsys, root)
    assert done.code == 0
    moved = {"1.1": "1.2", "1.2": "1.1", "2.1": "2.1"}
    for name, old in (("verbeterpunten", punten), ("uitvraag", uitvraag)):
        new = _value(root / f"{name}.yaml")[name]
        assert isinstance(old, list)
        assert isinstance(new, list)
        assert new == [{**item, "norm": moved[str(item["norm"])]} for item in old if isinstance(item, dict)]
        assert new != old
    onderzoek = read_document(root, "onderzoek.yaml", Onderzoek).model
    assert onderzoek is not None
    assert onderzoek.reikwijdte is not None
    assert [item.normen for item in onderzoek.reikwijdte.niet_onderzocht] == [("1.2",)]
    uitzonderingen = _value(root / "uitzonderingen.yaml")["uitzonderingen"]
    assert isinstance(uitzonderingen, list)
    assert [item.get("bestand") for item in uitzonderingen if isinstance(item, dict)] == [
        "bevindingen/1.2.yaml",
        "verbeterpunten.yaml",
    ]
    assert isinstance(uitzonderingen[1], dict)
    assert uitzonderingen[1]["plaats"] == "1.1"


def test_a_changed_norm_asks_for_its_oordeel_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ("OOR014", "1.1.yaml") not in _codes(capsys, root)
    _migreer(capsys, root)
    codes = _codes(capsys, root)
    assert ("OOR014", "1.1.yaml") in codes
    assert ("OOR014", "1.2.yaml") not in codes
    assert not {code for code, _ in codes} & {"KDR001", "KDR002", "STR013", "STR015"}


def test_a_trial_shows_all_and_writes_nothing(
    root: Path, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(werkmap)
    done = _migreer(capsys, root, "--proef")
    assert done.code == 0
    assert "bijlagen/kadermigratie/2026/2.1.yaml" in done.out
    assert read_all(werkmap) == before


def test_two_steps_are_taken_at_once(root: Path, werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = werkmap / "kaders"
    text = (home / "toetsing/lindeland/2027.yaml").read_text(encoding="utf-8")
    text = text.replace('versie: "2027"', 'versie: "2028"').replace('id: "1.2"', 'id: "1.3"')
    (home / "toetsing/lindeland/2028.yaml").write_text(text, encoding="utf-8")
    (home / "overgang/lindeland/2028.yaml").write_text(
        "formaat: 1\nvan: lindeland@2027\nnaar: lindeland@2028\nnormen:\n"
        '  - {soort: zelfde, van: "1.2", naar: "1.3"}\n  - {soort: zelfde, van: "1.1", naar: "1.1"}\n'
        '  - {soort: zelfde, van: "2.2", naar: "2.2"}\n',
        encoding="utf-8",
    )
    done = toezicht(capsys, "kader", "migreer", root, "--naar", "lindeland@2028")
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in (root / "bevindingen").iterdir()) == ["1.1.yaml", "1.3.yaml"]
    assert _value(root / "bevindingen" / "1.3.yaml")["norm"] == "1.3"


def test_another_word_for_a_categorie_goes_along(
    root: Path, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kader = werkmap / "kaders/toetsing/lindeland/2027.yaml"
    replace_in(kader, "id: voldoet-niet", "id: onvoldoende")
    overgang = werkmap / "kaders/overgang/lindeland/2027.yaml"
    overgang.write_text(f"{OVERGANG}categorieen: {{voldoet-niet: onvoldoende}}\n", encoding="utf-8")
    _set(root / "bevindingen" / "1.1.yaml", ("oordeel",), "voldoet-niet")
    assert _migreer(capsys, root).code == 0
    new = _value(root / "bevindingen" / "1.2.yaml")
    assert new["oordeel"] == "onvoldoende"
    assert "kader" not in new


def _without_overgang(root: Path) -> None:
    (root.parents[1] / "kaders/overgang/lindeland/2027.yaml").unlink()


def _with_incomplete_overgang(root: Path) -> None:
    replace_in(
        root.parents[1] / "kaders/overgang/lindeland/2027.yaml", '  - {soort: vervallen, van: "2.1"}\n', ""
    )


def _with_fault(root: Path) -> None:
    replace_in(root / "bevindingen" / "1.1.yaml", "norm:", "nrom:")


def _with_concept(root: Path) -> None:
    _set(root / "onderzoek.yaml", ("momenten", "concept_verzonden_op"), "2026-05-06")


def _per_locatie(root: Path) -> None:
    replace_in(root.parents[1] / "kaders/toetsing/lindeland/2027.yaml", "per: aanbieder", "per: locatie")


def _with_a_number_that_is_used_again(root: Path) -> None:
    """Norm 2.1 falls away and another norm gets its number: a point about the one is none about the other."""
    replace_in(root.parents[1] / "kaders/toetsing/lindeland/2027.yaml", 'id: "2.2"', 'id: "2.1"')
    replace_in(root.parents[1] / "kaders/overgang/lindeland/2027.yaml", 'naar: "2.2"', 'naar: "2.1"')
    _set(root / "verbeterpunten.yaml", ("verbeterpunten", 0, "norm"), "2.1")


@pytest.mark.parametrize(
    "prepare",
    [
        _without_overgang,
        _with_incomplete_overgang,
        _with_fault,
        _with_concept,
        _per_locatie,
        _with_a_number_that_is_used_again,
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_changes(
    prepare: object, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(prepare)
    prepare(root)
    before = read_all(root)
    done = _migreer(capsys, root)
    assert (done.code, done.out) == (2, "")
    assert read_all(root) == before


def test_an_onderzoek_that_is_vastgesteld_stays(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stel_vast(capsys, root).code == 0
    before = read_all(root)
    done = _migreer(capsys, root)
    assert done.code == 2
    assert "hertoets" in done.err
    assert read_all(root) == before


def test_going_over_twice_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _migreer(capsys, root).code == 0
    before = read_all(root)
    assert _migreer(capsys, root).code == 2
    assert read_all(root) == before


@pytest.mark.parametrize(
    "content",
    [
        "geen json",
        "[]",
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [["../../weg.yaml", null, "x"]]}',
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [["/tmp/weg.yaml", null, "x"]]}',
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [["vertrouwelijk/a.yaml", null, "x"]]}',
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [["a.sh", null, "x"]]}',
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [[1, null, "x"]]}',
        '{"doel": "iets anders", "bestanden": []}',
        '{"doel": "kader migreer naar lindeland@2027", "bestanden": [["a.yaml", null, "a: \\ud800"]]}',
    ],
)
def test_a_strange_journal_writes_nothing(
    content: str, root: Path, werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / JOURNAAL).write_text(content, encoding="utf-8")
    before = read_all(werkmap)
    done = _migreer(capsys, root)
    assert (done.code, "toezicht zelf" in done.err) == (2, False)
    assert "•" not in done.err, "the file to take away is named whole"
    assert read_all(werkmap) == before


def test_kaders_that_are_not_the_same_one_have_no_overgang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_linde(tmp_path / "werkmap")
    monkeypatch.chdir(tmp_path / "werkmap")
    done = toezicht(capsys, "kader", "overgang", "lindeland@2026", "drents-kwaliteitskader@2018")
    assert (done.code, "geen versies van hetzelfde kader" in done.err) == (2, True)
    assert not (tmp_path / "werkmap/kaders/overgang").exists()


def test_a_first_overgang_is_written_for_people_to_correct(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_linde(tmp_path / "werkmap")
    add_kader(tmp_path / "werkmap")
    monkeypatch.chdir(tmp_path / "werkmap")
    arguments = ("kader", "overgang", "lindeland@2026", NAAR)
    assert toezicht(capsys, *arguments).code == 0
    path = tmp_path / "werkmap/kaders/overgang/lindeland/2027.yaml"
    assert _value(path)["normen"] == [
        {"soort": "gewijzigd", "van": "1.1", "naar": "1.1"},
        {"soort": "gewijzigd", "van": "1.2", "naar": "1.2"},
        {"soort": "vervallen", "van": "2.1"},
        {"soort": "nieuw", "naar": "2.2"},
    ]
    assert toezicht(capsys, "kader", "controleer", NAAR).code == 0
    before = path.read_bytes()
    assert toezicht(capsys, *arguments).code == 2
    assert path.read_bytes() == before


def test_the_check_of_a_werkmap_looks_at_the_overgangen(
    werkmap: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _with_incomplete_overgang(root)
    assert ("KDR016", "2027.yaml") in _codes(capsys, werkmap)
