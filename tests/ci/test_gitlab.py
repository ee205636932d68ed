"""The GitLab template: its own script, run in one shell as a runner runs it, on real merge requests."""

import json
from pathlib import Path

import pytest
import yaml
from lxml import etree

from tests.ci.voorbeeld import (
    GITLAB,
    NORM,
    break_bron,
    change_oordeel,
    make_toezicht,
    make_voorbeeld,
    need_everything,
    open_pull_request,
    run_gitlab,
)
from tests.repositories import git

JUNIT, QUALITY, VERSCHIL = "toezicht-junit.xml", "toezicht-codequality.json", "toezicht-verschil.html"


@pytest.fixture
def voorbeeld(tmp_path: Path) -> Path:
    return make_voorbeeld(tmp_path / "voorbeeld")


def _issues(folder: Path) -> list[tuple[str, str, int]]:
    found = json.loads((folder / QUALITY).read_text(encoding="utf-8"))
    return [
        (item["check_name"], item["location"]["path"], item["location"]["lines"]["begin"]) for item in found
    ]


def test_a_merge_request_with_a_fout_fails_and_still_leaves_every_report(
    voorbeeld: Path, tmp_path: Path
) -> None:
    line = break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = run_gitlab(voorbeeld, tmp_path / "runner", {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
    assert ended.code == 1
    assert f"{NORM}:{line}:" in ended.output
    assert ("BRN002", NORM, line) in _issues(voorbeeld)
    assert len(etree.parse(voorbeeld / JUNIT).findall(".//failure")) == 1
    assert (voorbeeld / VERSCHIL).stat().st_size


def test_a_sound_merge_request_passes_and_shows_what_changed(voorbeeld: Path, tmp_path: Path) -> None:
    change_oordeel(voorbeeld)
    base = open_pull_request(voorbeeld)
    ended = run_gitlab(voorbeeld, tmp_path / "runner", {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
    assert ended.code == 0
    assert [code for code, _, _ in _issues(voorbeeld) if code == "BRN002"] == []
    assert etree.parse(voorbeeld / JUNIT).findall(".//failure") == []
    assert "strenger" in (voorbeeld / VERSCHIL).read_text(encoding="utf-8")


def test_on_the_main_branch_there_is_a_report_to_compare_with(voorbeeld: Path, tmp_path: Path) -> None:
    assert run_gitlab(voorbeeld, tmp_path / "runner", {"TOEZICHT_ALLEEN_NIEUW": "true"}).code == 0
    assert (voorbeeld / QUALITY).is_file()
    assert not (voorbeeld / VERSCHIL).exists()


def test_the_variables_reach_the_check(voorbeeld: Path, tmp_path: Path) -> None:
    break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "TOEZICHT_HOOGSTENS": "fout=1"}
    assert run_gitlab(voorbeeld, tmp_path / "een", given).code == 0
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD", "TOEZICHT_ALLEEN_NIEUW": "true"}
    assert run_gitlab(voorbeeld, tmp_path / "twee", given).code == 0
    assert "BRN002" in [code for code, _, _ in _issues(voorbeeld)]  # GitLab compares by itself
    assert run_gitlab(voorbeeld, tmp_path / "drie", {"TOEZICHT_PAD": "kaders"}).code == 2


@pytest.mark.parametrize(
    "value", ["$(touch gelukt)", '"; touch gelukt; "', "--output=gelukt", "-x", "--help"]
)
@pytest.mark.parametrize(
    "name",
    ["TOEZICHT_PAD", "TOEZICHT_HOOGSTENS", "TOEZICHT_ALLEEN_NIEUW", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA"],
)
def test_a_hostile_variable_runs_nothing(name: str, value: str, voorbeeld: Path, tmp_path: Path) -> None:
    given = {"TOEZICHT_ALLEEN_NIEUW": "true", name: value}
    assert run_gitlab(voorbeeld, tmp_path / "runner", given).code == 2
    assert list(tmp_path.rglob("gelukt")) == []


def test_without_an_address_it_says_what_to_fill_in(voorbeeld: Path, tmp_path: Path) -> None:
    ended = run_gitlab(voorbeeld, tmp_path / "runner", {}, install=True)
    assert ended.code == 2
    assert "TOEZICHT_ADRES" in ended.output


def test_every_file_that_the_job_keeps_is_made_by_its_script() -> None:
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["toezicht"]
    kept = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    assert sorted(kept) == sorted([JUNIT, QUALITY, VERSCHIL])
    assert job["artifacts"]["when"] == "always"


def test_the_whole_job_installs_toezicht_from_an_address_and_runs(voorbeeld: Path, tmp_path: Path) -> None:
    need_everything()
    line = break_bron(voorbeeld)
    base = open_pull_request(voorbeeld)
    source = make_toezicht(tmp_path / "toezicht")
    given = {"TOEZICHT_ADRES": source.as_uri(), "TOEZICHT_VERSIE": git(source, "rev-parse", "HEAD")}
    given["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = base
    ended = run_gitlab(voorbeeld, tmp_path / "runner", given, install=True)
    assert ended.code == 1, ended.output
    assert ("BRN002", NORM, line) in _issues(voorbeeld)
