"""Repairing onderzoeken: which files, how they are written, and what stays untouched."""

import os
import shutil
from pathlib import Path

import pytest

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading import repareren
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.services import repareer
from toezicht_cli.services.repareer import repareer_onderzoeken

BASE = Path(__file__).parents[1] / "rules" / "_basis"

OLD = 'oordeel: voldoet\r\nnorm: 1.1  # nummer\r\nbevindingen: [{id: a, tekst: "Eén plan.", bronnen: [D01]}]'
NEW = (
    'norm: "1.1"  # nummer\r\noordeel: voldoet\r\nbevindingen: [{id: a, tekst: "Eén plan.", bronnen: [D01]}]'
)
VASTGESTELD = """\
formaat: 1
versies:
  - {nummer: "1", status: geldend, vastgesteld_op: 2026-05-01, vastgesteld_door: de manager, kader: proef@1,
     kader_hash: "0000000000000000000000000000000000000000000000000000000000000000",
     gegevens: "0000000000000000000000000000000000000000000000000000000000000000",
     huisstijl: "0000000000000000000000000000000000000000000000000000000000000000"}
"""


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "werkmap")
    return tmp_path / "werkmap"


@pytest.fixture
def root(werkmap: Path) -> Path:
    folder = werkmap / "onderzoeken" / "basis"
    (folder / "bevindingen" / "1.1.yaml").write_bytes(OLD.encode())
    return folder


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def changed(before: dict[str, tuple[bytes, int, int]], folder: Path) -> set[str]:
    after = snapshot(folder)
    return {name for name in before | after if before.get(name) != after.get(name)}


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_only_the_file_with_a_repair_is_written(werkmap: Path, root: Path, bom: str) -> None:
    file = root / "bevindingen" / "1.1.yaml"
    file.write_bytes((bom + OLD).encode())
    before = snapshot(werkmap)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert file.read_bytes() == (bom + NEW).encode()
    assert changed(before, werkmap) == {"onderzoeken/basis/bevindingen/1.1.yaml"}
    assert [(one.file, one.line, one.soort, one.oud, one.nieuw) for one in done.wijzigingen] == [
        ("onderzoeken/basis/bevindingen/1.1.yaml", 1, "volgorde", "oordeel, norm", "norm, oordeel"),
        ("onderzoeken/basis/bevindingen/1.1.yaml", 2, "aanhalingstekens", "1.1", '"1.1"'),
    ]
    assert (done.files, done.mislukt, done.proef) == (1, (), False)


def test_a_second_time_there_is_nothing_to_do(werkmap: Path, root: Path) -> None:
    repareer_onderzoeken([root], werkmap, proef=False)
    before = snapshot(werkmap)
    assert repareer_onderzoeken([root], werkmap, proef=False).wijzigingen == ()
    assert changed(before, werkmap) == set()


def test_a_trial_says_the_same_and_writes_nothing(werkmap: Path, root: Path) -> None:
    before = snapshot(werkmap)
    trial = repareer_onderzoeken([root], werkmap, proef=True)
    assert changed(before, werkmap) == set()
    assert trial.wijzigingen == repareer_onderzoeken([root], werkmap, proef=False).wijzigingen


def test_files_that_cannot_be_parsed_or_are_not_of_the_onderzoek_stay(werkmap: Path, root: Path) -> None:
    (root / "cijfers.yaml").write_text("cijfers: [\n")
    (root / "bevindingen" / "1.2.yaml").write_text("norm: &a 1.2\n")
    (root / "onbekend.yaml").write_text("norm: 1.1\n")
    (root / "bijlagen").mkdir()
    (root / "bijlagen" / "x.yaml").write_text("norm: 1.1\n")
    kader = werkmap / "kaders" / "toetsing" / "proef" / "1.yaml"
    kader.write_text(kader.read_text(encoding="utf-8").replace('id: "1.1"', "id: 1.1"), encoding="utf-8")
    before = snapshot(werkmap)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert changed(before, werkmap) == {"onderzoeken/basis/bevindingen/1.1.yaml"}
    assert done.mislukt == ()


def test_a_link_is_never_followed(werkmap: Path, root: Path, tmp_path: Path) -> None:
    (root / "cijfers.yaml").rename(tmp_path / "elders.yaml")
    (tmp_path / "elders.yaml").write_text("cijfers: {a: {bronnen: [D01], waarde: 1, eenheid: no}}\n")
    (root / "cijfers.yaml").symlink_to(tmp_path / "elders.yaml")
    before = snapshot(tmp_path)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert changed(before, tmp_path) == {"werkmap/onderzoeken/basis/bevindingen/1.1.yaml"}
    assert {one.file for one in done.wijzigingen} == {"onderzoeken/basis/bevindingen/1.1.yaml"}


@pytest.mark.parametrize(
    ("content", "is_repaired"),
    [
        (VASTGESTELD, False),
        ("versies: [\n", False),
        ("formaat: 1\nonbekend: x\n", False),
        (VASTGESTELD.replace("geldend", "ingetrokken"), True),
        ("formaat: 1\n", True),
    ],
)
def test_what_is_vastgesteld_stays_as_it_is(
    werkmap: Path, root: Path, content: str, is_repaired: bool
) -> None:
    (root / "vaststelling.yaml").write_text(content)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert bool(done.wijzigingen) is is_repaired
    assert ((root / "bevindingen" / "1.1.yaml").read_bytes() == NEW.encode()) is is_repaired
    assert [(one.file, one.message) for one in done.mislukt] == (
        []
        if is_repaired
        else [
            ("onderzoeken/basis/bevindingen/1.1.yaml", "niet gerepareerd: dit onderzoek is vastgesteld"),
        ]
    )


def test_a_file_that_changes_meanwhile_is_not_overwritten_and_the_rest_goes_on(
    werkmap: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "cijfers.yaml").write_text("cijfers: {a: {waarde: 1, eenheid: no}}\n")

    def write_late(path: Path, text: str, *, expected: str | None = None) -> None:
        if path.name == "cijfers.yaml":
            path.write_text("cijfers: {}\n")
        write_atomically(path, text, expected=expected)

    monkeypatch.setattr(repareer, "write_atomically", write_late)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert (root / "cijfers.yaml").read_text() == "cijfers: {}\n"
    assert [one.file for one in done.mislukt] == ["onderzoeken/basis/cijfers.yaml"]
    assert "intussen veranderd" in done.mislukt[0].message
    assert {one.file for one in done.wijzigingen} == {"onderzoeken/basis/bevindingen/1.1.yaml"}


def test_a_fault_of_our_own_writes_nothing(
    werkmap: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repareren, "bewerk", lambda *_: "norm: iets-anders\n")
    before = snapshot(werkmap)
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert changed(before, werkmap) == set()
    assert done.wijzigingen == ()
    assert all("fout in toezicht" in one.message for one in done.mislukt)


def test_a_file_that_goes_away_meanwhile_is_said(
    werkmap: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / "bevindingen" / "1.1.yaml"
    monkeypatch.setattr(repareer, "_is_vastgesteld", lambda _load: os.unlink(file))  # noqa: PTH108 - returns None
    done = repareer_onderzoeken([root], werkmap, proef=False)
    assert [one.message for one in done.mislukt] == ["dit bestand is er niet (meer)"]


def test_errors_of_writing_are_ours() -> None:
    assert issubclass(repareren.RepareerError, ToezichtError)


@pytest.mark.parametrize("path", sorted(BASE.parents[2].glob("voorbeelden/**/onderzoek.yaml")), ids=str)
def test_the_examples_need_no_other_date_and_no_other_quotes(path: Path) -> None:
    done = repareer_onderzoeken([path.parent], path.parent, proef=True)
    assert {one.soort for one in done.wijzigingen} <= {"volgorde"}
