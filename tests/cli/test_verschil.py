"""``toezicht verschil``: how it is asked, its exit codes, and what it refuses."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.repositories import commit, git, init, replace


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the case of Socra in git, with an oordeel changed after the last commit; one stands in it."""
    found = tmp_path / "w" / "socra-2025"
    shutil.copytree(VOORBEELDEN / "socra-2025", init(tmp_path / "w") / "socra-2025")
    commit(tmp_path / "w", day="2026-03-03")
    replace(found / "bevindingen" / "1.8.yaml", "oordeel: voldoet-niet", "oordeel: voldoet")
    monkeypatch.chdir(found)
    return found


@pytest.mark.parametrize(
    "words",
    [
        (),
        (".",),
        ("HEAD..",),
        (".", "HEAD.."),
        ("../socra-2025", "main.."),
        ("--sinds", "2026-03-04"),
        ("bevindingen/1.8.yaml",),
    ],
)
def test_the_judgement_stands_on_the_first_screen(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    done = toezicht(capsys, "verschil", *words)
    assert done.code == 0
    screen = done.out.splitlines()[:12]
    assert any("1.8" in line and "milder" in line for line in screen)
    assert any("6/6/6 → 7/6/5" in line for line in screen)
    assert root.name in done.out


def test_two_folders_need_no_git(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(root.parent / ".git")
    done = toezicht(capsys, "verschil", VOORBEELDEN / "socra-2025", root, "--formaat", "json")
    assert done.code == 0
    assert [item["norm"] for item in json.loads(done.out)["onderzoeken"][0]["oordelen"]] == ["1.8"]


def test_nothing_changed_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root)
    done = toezicht(capsys, "verschil")
    assert (done.code, "geen wijzigingen" in done.out.lower()) == (0, True)


def test_an_unreadable_side_gives_exit_code_1_and_is_never_called_equal(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "checkout", "-q", ".")
    (root / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
    done = toezicht(capsys, "verschil")
    assert done.code == 1
    assert "bronnen.yaml" in done.out
    assert "geen wijzigingen" not in done.out.lower()


@pytest.mark.parametrize(
    "words",
    [
        ("main",),
        ("a..b..c", "x"),
        (".", ".", "."),
        ("--sinds", "concept", "main.."),
        ("--sinds", "concept", ".", "."),
        ("..HEAD", "..HEAD"),
        ("nergens..HEAD",),
        ("--output=x..HEAD",),
        ("--sinds", "--all"),
        ("--formaat", "pdf"),
        ("./nergens",),
        ("../..",),
        ("x" * 300,),
        ("x" * 300 + "..HEAD",),
        ("\udcff..",),
        ("a/b",),
    ],
)
def test_wrong_use_is_refused_with_a_sentence(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    done = toezicht(capsys, "verschil", *words)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("toezicht: ")
    assert root.is_dir()


def test_a_name_after_two_dashes_is_still_a_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "verschil", "--", "--upload-pack=touch gehackt..HEAD")
    assert done.code == 2
    assert not (root / "gehackt").exists()


def test_a_folder_that_is_called_like_a_range_does_not_take_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(root)
    shutil.copytree(root, root / "bijlagen" / "HEAD~1..HEAD")
    shutil.copytree(root, root / "HEAD~1..HEAD")
    done = toezicht(capsys, "verschil", "--", ".", "HEAD~1..HEAD")
    assert "milder" in done.out
