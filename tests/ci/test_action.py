"""``action.yml``: its own steps, run in bash as a runner runs them, on real pull requests."""

import re
from pathlib import Path

import pytest

from tests.ci.voorbeeld import (
    NORM,
    ONDERZOEK,
    Runner,
    break_bron,
    change_oordeel,
    make_toezicht,
    make_voorbeeld,
    need_everything,
    open_pull_request,
    read_action,
)
from tests.repositories import commit, git, replace

HOSTILE = (
    "$(touch${IFS}gelukt)",
    "`touch${IFS}gelukt`",
    '";touch${IFS}gelukt;"',
    "';touch${IFS}gelukt;'",
    "x&&touch${IFS}gelukt",
)


@pytest.fixture
def voorbeeld(tmp_path: Path) -> Path:
    return make_voorbeeld(tmp_path / "voorbeeld")


def test_a_pull_request_that_makes_a_report_inconsistent_is_red_at_the_right_line(
    voorbeeld: Path, tmp_path: Path
) -> None:
    change_oordeel(voorbeeld)
    line = break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action()
    assert ended.code == 1
    assert re.search(
        rf"^::error file={re.escape(NORM)},line={line},.*title=BRN002", ended.output, re.MULTILINE
    )


def test_what_changed_is_told_also_when_the_check_fails(voorbeeld: Path, tmp_path: Path) -> None:
    change_oordeel(voorbeeld)
    break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action()
    assert ended.code == 1
    assert "strenger" in ended.summary
    assert "1.1" in ended.summary


def test_a_sound_pull_request_is_green_and_told(voorbeeld: Path, tmp_path: Path) -> None:
    change_oordeel(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action()
    assert ended.code == 0
    assert "::error" not in ended.output
    assert "strenger" in ended.summary


def test_only_what_the_pull_request_brings_is_told_when_main_went_on(voorbeeld: Path, tmp_path: Path) -> None:
    git(voorbeeld, "checkout", "-q", "-b", "eerder")
    git(voorbeeld, "checkout", "-q", "main")
    change_oordeel(voorbeeld)
    commit(voorbeeld, "Op main")
    base = git(voorbeeld, "rev-parse", "main")
    git(voorbeeld, "checkout", "-q", "eerder")
    replace(voorbeeld / ONDERZOEK / "bevindingen" / "1.2.yaml", "[B01, I01]", "[B01, I01, I02]")
    commit(voorbeeld, "Wijziging")
    git(voorbeeld, "checkout", "-q", "--detach", base)
    git(voorbeeld, "merge", "-q", "--no-ff", "-m", "Merge", "eerder")
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action()
    assert ended.code == 0
    assert "I02" in ended.summary
    assert "strenger" not in ended.summary
    git(voorbeeld, "checkout", "-q", "eerder")  # a workflow that looks at the branch, and not at the merge
    ended = Runner(voorbeeld, tmp_path / "op-de-tak", base).run_action()
    assert "I02" in ended.summary
    assert re.search("strenger|milder", ended.summary) is None


def test_outside_a_pull_request_only_the_check_runs(voorbeeld: Path, tmp_path: Path) -> None:
    ended = Runner(voorbeeld, tmp_path / "runner").run_action({"alleen-nieuw": "true"})
    assert (ended.code, ended.summary) == (0, "")


def test_hoogstens_lets_through_what_a_team_allows(voorbeeld: Path, tmp_path: Path) -> None:
    break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action({"hoogstens": "fout=1"})
    assert ended.code == 0
    assert "::error " in ended.output


def test_with_alleen_nieuw_an_old_fout_stops_nobody_and_a_new_one_does(
    voorbeeld: Path, tmp_path: Path
) -> None:
    break_bron(voorbeeld)
    commit(voorbeeld, "Met een fout")
    change_oordeel(voorbeeld)
    base = open_pull_request(voorbeeld)
    assert Runner(voorbeeld, tmp_path / "een", base).run_action().code == 1
    assert Runner(voorbeeld, tmp_path / "twee", base).run_action({"alleen-nieuw": "true"}).code == 0
    (voorbeeld / ONDERZOEK / "bronnen.yaml").unlink()
    commit(voorbeeld, "Zonder bronnen")
    assert Runner(voorbeeld, tmp_path / "drie", base).run_action({"alleen-nieuw": "true"}).code == 1


def test_a_choice_that_is_neither_true_nor_false_is_refused(voorbeeld: Path, tmp_path: Path) -> None:
    ended = Runner(voorbeeld, tmp_path / "runner").run_action({"alleen-nieuw": "ja"})
    assert ended.code == 2
    assert "::error" in ended.output


def test_a_repository_with_nothing_to_check_is_red(voorbeeld: Path, tmp_path: Path) -> None:
    assert Runner(voorbeeld, tmp_path / "runner").run_action({"pad": "kaders"}).code == 2


def test_a_shallow_clone_is_told_and_does_not_hide_the_check(voorbeeld: Path, tmp_path: Path) -> None:
    break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    git(voorbeeld, "branch", "samen")
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=samen", f"file://{voorbeeld}", "ondiep")
    ended = Runner(tmp_path / "ondiep", tmp_path / "runner", base).run_action()
    assert ended.code == 1
    assert "::warning title=toezicht::" in ended.output
    assert "::error file=" in ended.output


@pytest.mark.parametrize("branch", HOSTILE)
def test_the_name_of_a_branch_is_never_run(branch: str, voorbeeld: Path, tmp_path: Path) -> None:
    change_oordeel(voorbeeld)
    open_pull_request(voorbeeld, branch)
    git(voorbeeld, "branch", f"basis-{branch}", "main")
    ended = Runner(voorbeeld, tmp_path / "runner").run_action(
        {"van": f"basis-{branch}", "alleen-nieuw": "true"}
    )
    assert ended.code == 0
    assert "strenger" in ended.summary
    assert list(tmp_path.rglob("gelukt")) == []


@pytest.mark.parametrize(
    "value", ["$(touch gelukt)", '"; touch gelukt; "', "--output=gelukt", "--help", "a b", "x\ntouch gelukt"]
)
@pytest.mark.parametrize("name", ["pad", "van", "hoogstens", "alleen-nieuw"])
def test_a_hostile_input_is_a_wrong_use_and_runs_nothing(
    name: str, value: str, voorbeeld: Path, tmp_path: Path
) -> None:
    base = open_pull_request(voorbeeld)
    inputs = {"alleen-nieuw": "true"} | {name: value}
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action(inputs)
    assert ended.code == 2
    assert list(tmp_path.rglob("gelukt")) == []


@pytest.mark.parametrize("name", ["map met spaties", "-rf", "--help", "$(touch gelukt)", "a;b", "x..y"])
def test_any_name_of_a_folder_is_only_a_name(name: str, voorbeeld: Path, tmp_path: Path) -> None:
    (voorbeeld / "onderzoeken").rename(voorbeeld / name)
    commit(voorbeeld, "Andere naam")
    replace(voorbeeld / name / "linde-2026" / "bevindingen" / "1.1.yaml", "[D01]", "[D01, B01]")
    base = open_pull_request(voorbeeld)
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action({"pad": f"{name}/linde-2026"})
    assert ended.code == 0
    assert "B01" in ended.summary
    assert list(tmp_path.rglob("gelukt")) == []


def test_a_module_in_the_checked_repository_is_not_imported(voorbeeld: Path, tmp_path: Path) -> None:
    for name in ("yaml", "typer", "venv", "pip", "toezicht_cli"):
        (voorbeeld / f"{name}.py").write_text("open('gelukt', 'w')\n", encoding="utf-8")
    base = open_pull_request(voorbeeld)
    assert Runner(voorbeeld, tmp_path / "runner", base).run_action().code == 0
    assert list(tmp_path.rglob("gelukt")) == []


def test_no_step_uses_another_action_or_puts_an_expression_in_a_shell() -> None:
    steps = read_action()["runs"]["steps"]
    assert [step for step in steps if "uses" in step or "${{" in step["run"]] == []


def test_the_whole_action_installs_itself_and_runs(voorbeeld: Path, tmp_path: Path) -> None:
    need_everything()
    for name in ("venv", "pip"):
        (voorbeeld / f"{name}.py").write_text("open('gelukt', 'w')\n", encoding="utf-8")
    line = break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    source = make_toezicht(tmp_path / "toezicht")
    ended = Runner(voorbeeld, tmp_path / "runner", base).run_action(install_from=source)
    assert ended.code == 1, ended.output
    assert f"::error file={NORM},line={line}," in ended.output
    assert ended.summary
    assert list(tmp_path.rglob("gelukt")) == []
