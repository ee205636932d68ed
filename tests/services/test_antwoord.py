"""An answer that was given before is only given again when it would be the same."""

import os
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.services.veranderingen import CHANGES, NO_DIFFERENCE, make_small_werkmap
from toezicht_cli.loading import mapkenmerk
from toezicht_cli.loading.voorraad import find_voorraad
from toezicht_cli.resources import data_folder
from toezicht_cli.services import antwoord
from toezicht_cli.services.antwoord import Antwoord, find_antwoord

Ask = Callable[..., str]


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return a werkmap of six onderzoeken."""
    return make_small_werkmap(tmp_path / "werkmap")


@pytest.fixture(autouse=True)
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Trust a mark at once; return the folder of the tool, one that a test may change."""
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", -(10**19))
    folder = tmp_path / "pakket"
    folder.mkdir()
    (folder / "tool.py").write_text("1")
    monkeypatch.setattr(antwoord, "_PACKAGE", folder)
    return folder


@pytest.fixture
def ask(werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what asks the portefeuille with options; ``kept`` says that nothing may be worked out for it."""

    def portefeuille(*options: str, kept: bool = False) -> str:
        with monkeypatch.context() as patch:
            if kept:
                patch.setattr("toezicht_cli.services.portefeuille.report_portefeuille", None)
            found = toezicht(capsys, "portefeuille", werkmap, *options)
        assert (found.code, found.err) == (0, "")
        return found.out

    return portefeuille


VRAGEN = [(), ("--formaat", "json"), ("--formaat", "csv", "--te-laat"), ("--formaat", "html")]


@pytest.mark.parametrize("options", VRAGEN, ids=lambda options: " ".join(options) or "geen")
def test_the_second_answer_is_the_first(options: tuple[str, ...], ask: Ask) -> None:
    fresh = ask(*options, "--zonder-cache")
    assert ask(*options) == ask(*options, kept=True) == fresh


def test_the_trends_have_an_answer_of_their_own(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "portefeuille", werkmap)
    trends = ("portefeuille", "trends", werkmap)
    assert toezicht(capsys, *trends).out == toezicht(capsys, *trends, "--zonder-cache").out != ""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_the_answer_is_a_new_one(
    change: Callable[[Path], None], werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when the answer is a refusal."""
    command = ("portefeuille", werkmap, "--peildatum", "2026-11-23", "--formaat", "json")
    before = toezicht(capsys, *command)
    assert toezicht(capsys, *command) == before
    change(werkmap)
    now = toezicht(capsys, *command)
    assert now == toezicht(capsys, *command, "--zonder-cache")
    assert toezicht(capsys, *command) == now
    if change.__name__ not in NO_DIFFERENCE | SAME_FIGURES:
        assert now != before


# What these change is not in this answer.
SAME_FIGURES = {"change_a_term", "change_the_kalender"}


def add_an_overgang(root: Path) -> None:
    folder = root / "kaders" / "overgang"
    folder.mkdir()
    (folder / "x.yaml").write_text("formaat: 1\n")


def put_a_note_beside_the_onderzoeken(root: Path) -> None:
    (root / "onderzoeken" / "lees-mij.txt").write_text("x")


@pytest.mark.parametrize("change", [add_an_overgang, put_a_note_beside_the_onderzoeken])
def test_what_stands_around_the_onderzoeken_counts(change: Callable[[Path], None], werkmap: Path) -> None:
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]
    change(werkmap)
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]


def count_makings(werkmap: Path, vraag: object = "vraag", *, blijvend: bool = True) -> int:
    """Return how often an answer was worked out: once or not at all."""
    made = []

    def make() -> Antwoord:
        made.append(1)
        return Antwoord("antwoord", blijvend)

    assert find_antwoord(werkmap, vraag, make) == "antwoord"
    return len(made)


def test_another_question_is_answered_by_itself(werkmap: Path) -> None:
    vragen = [("x", date(2026, 11, 23)), ("x", date(2026, 11, 24)), ("y", date(2026, 11, 24))]
    assert [count_makings(werkmap, vraag) for vraag in (*vragen, *vragen)] == [1, 1, 1, 0, 0, 0]


def test_only_a_few_answers_are_kept(werkmap: Path) -> None:
    for number in range(12):
        assert count_makings(werkmap, number) == 1
    assert [count_makings(werkmap, number) for number in range(11, 3, -1)] == [0] * 8
    with sqlite3.connect(find_voorraad(werkmap)) as connection:
        assert connection.execute("SELECT count(*) FROM antwoord").fetchone() == (8,)
    connection.close()
    assert count_makings(werkmap, 3) == 1


def test_what_went_otherwise_than_usual_is_not_kept(werkmap: Path) -> None:
    assert [count_makings(werkmap, blijvend=False) for _ in range(2)] == [1, 1]


def test_another_tool_answers_anew(werkmap: Path, tool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]
    (tool / "tool.py").write_text("2")
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]
    monkeypatch.setattr("toezicht_cli.__version__", "99.0")
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]


def test_what_was_changed_just_now_is_not_believed(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", 2_000_000_000)
    assert [count_makings(werkmap) for _ in range(2)] == [1, 1]


def test_an_answer_that_is_damaged_is_not_given(werkmap: Path) -> None:
    count_makings(werkmap)
    with sqlite3.connect(find_voorraad(werkmap)) as connection:
        connection.execute("UPDATE antwoord SET tekst = 'antwoord!'")
    connection.close()
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]


def test_a_store_that_is_damaged_is_made_anew(werkmap: Path) -> None:
    count_makings(werkmap)
    path = find_voorraad(werkmap)
    path.write_bytes(os.urandom(len(path.read_bytes())))
    assert [count_makings(werkmap) for _ in range(2)] == [1, 0]


def test_without_a_store_there_is_an_answer(werkmap: Path) -> None:
    path = find_voorraad(werkmap)
    path.mkdir(parents=True)
    assert [count_makings(werkmap) for _ in range(2)] == [1, 1]


def test_an_onderzoek_that_stands_alone_has_an_answer_too(tmp_path: Path) -> None:
    root = tmp_path / "alleen"
    root.symlink_to(data_folder("voorbeelden") / "de-linde-2026")
    assert [count_makings(root) for _ in range(2)] == [1, 0]
