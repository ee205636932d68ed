"""Kaders: found by path, never through a link, and recognised by their content."""

import os
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE
from toezicht_cli.loading import kaders
from toezicht_cli.loading.kaders import Kadermap, KaderNotFoundError, hash_kader, read_kader
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.resources import data_folder

KADER = (BASE / "kaders/toetsing/proef/1.yaml").read_text(encoding="utf-8")


def lay_down(home: Path, naam: str = "proef", versie: str = "1", text: str = KADER) -> Path:
    path = home / "toetsing" / naam / f"{versie}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_first_folder_that_has_a_kader_wins(tmp_path: Path) -> None:
    own = lay_down(tmp_path / "eigen")
    lay_down(tmp_path / "meegeleverd")
    other = lay_down(tmp_path / "meegeleverd", versie="2")
    kadermap = Kadermap((tmp_path / "eigen", tmp_path / "meegeleverd"))
    assert kadermap.find("proef@1") == own
    assert kadermap.find("proef@2") == other
    assert kadermap.names() == ("proef@1", "proef@2")


def test_an_unknown_kader_comes_with_the_nearest(tmp_path: Path) -> None:
    lay_down(tmp_path)
    with pytest.raises(KaderNotFoundError) as caught:
        Kadermap((tmp_path,)).find("proeff@1")
    assert caught.value.help == "bedoelde je proef@1?"


def test_an_unknown_kader_without_any_says_so(tmp_path: Path) -> None:
    with pytest.raises(KaderNotFoundError) as caught:
        Kadermap((tmp_path / "weg",)).find("proef@1")
    assert caught.value.help == "deze zijn er: nog geen"


def test_a_kader_that_is_called_otherwise_is_a_fault_and_still_read(tmp_path: Path) -> None:
    document = read_kader(lay_down(tmp_path, naam="anders", versie="2"), "kader anders@2")
    assert [(fault.rule_id, fault.location.line) for fault in document.faults] == [
        ("KDR003", 3),
        ("KDR003", 4),
    ]
    assert document.model is not None


def test_a_kader_outside_a_folder_of_kaders_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "concept.yaml"
    path.write_text(KADER, encoding="utf-8")
    assert read_kader(path, "concept.yaml").faults == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for an ordinary user")
def test_no_folder_on_the_way_to_a_kader_may_be_a_link(tmp_path: Path) -> None:
    lay_down(tmp_path / "buiten")
    (tmp_path / "kaders/toetsing").mkdir(parents=True)
    (tmp_path / "kaders/toetsing/proef").symlink_to(tmp_path / "buiten/toetsing/proef")
    path = Kadermap((tmp_path / "kaders",)).find("proef@1")
    assert [fault.rule_id for fault in read_kader(path, "kader proef@1").faults] == ["STR001"]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links for an ordinary user")
def test_a_kader_that_is_a_broken_link_is_found_and_refused(tmp_path: Path) -> None:
    path = lay_down(tmp_path)
    path.unlink()
    path.symlink_to("weg.yaml")
    found = Kadermap((tmp_path,)).find("proef@1")
    assert [fault.rule_id for fault in read_kader(found, "kader proef@1").faults] == ["STR001"]


def test_a_hard_link_is_refused_but_not_among_the_shipped_kaders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installer such as uv lays the files of a wheel down as hard links to its cache."""
    path = lay_down(tmp_path)
    os.link(path, tmp_path / "cache.yaml")
    assert [fault.rule_id for fault in read_kader(path, "kader proef@1").faults] == ["STR001"]
    monkeypatch.setattr(kaders, "data_folder", lambda _name: tmp_path)
    assert read_kader(path, "kader proef@1").faults == ()


@pytest.mark.parametrize(
    "path", sorted(data_folder("kaders").glob("toetsing/*/*.yaml")), ids=lambda path: path.stem
)
def test_a_shipped_kader_is_read_without_a_fault(path: Path) -> None:
    assert read_kader(path, "kader").faults == ()


@pytest.mark.parametrize(
    "same",
    [
        "b: x\na: [1.10, ~]\n",
        "# opmerking\n'a': ['1.10', null]\nb: \"x\"\n",
        "{a: [1.10, ~], b: x}",
        "a:\n  - 1.10\n  -\nb: |-\n  x\n",
    ],
)
def test_the_fingerprint_is_of_the_content_alone(same: str) -> None:
    expected = hash_kader(parse("a: [1.10, ~]\nb: x\n", "f").value)
    assert hash_kader(parse(same, "f").value) == expected


@pytest.mark.parametrize("other", ["a: [1.1, ~]\nb: x\n", "a: [~, 1.10]\nb: x\n", "a: [1.10, ~]\nb: X\n"])
def test_any_other_content_has_another_fingerprint(other: str) -> None:
    assert hash_kader(parse(other, "f").value) != hash_kader(parse("a: [1.10, ~]\nb: x\n", "f").value)


def test_the_fingerprint_is_fixed_for_ever() -> None:
    """SHA-256 of ``{"a":["1.10",null],"é":"x"}`` in UTF-8: cases hold such fingerprints."""
    value = parse("é: x\na: [1.10, ~]\n", "f").value
    assert hash_kader(value) == "c94339316be83c91e95bd68180c78bb853af9462ca2c1b59629ab4a9498de433"
