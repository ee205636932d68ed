"""An onderzoek is read from git as it is read from the disk, and every moment is found or explained."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.repositories import commit, git, init, replace
from toezicht_cli.loading.bestand import BestandError
from toezicht_cli.loading.dossier import load_dossier, load_stand
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.boom import Gitversie
from toezicht_cli.loading.git.gitstand import Gitkaders, Gitstand, find_onderzoeken_in, find_werkmap_in
from toezicht_cli.loading.git.momenten import find_moment
from toezicht_cli.loading.git.objecten import find_commits, find_merge_base
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.resources import data_folder
from toezicht_cli.services.plek import kadermap_for

SHIPPED = Kadermap((data_folder("kaders"),))


def _head(repository: Repository) -> Gitversie:
    return Gitversie(repository, find_commits(repository, ["HEAD"])[0])


@pytest.fixture
def socra(tmp_path: Path) -> Repository:
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", init(tmp_path / "w") / "socra-2025")
    commit(tmp_path / "w", day="2026-03-03")
    return Repository(tmp_path / "w")


@pytest.mark.parametrize("index", [False, True])
def test_git_gives_what_the_disk_gives(socra: Repository, *, index: bool) -> None:
    root = socra.top / "socra-2025"
    versie = Gitversie(socra, None) if index else _head(socra)
    found = load_stand(Gitstand(versie.boom("socra-2025"), "socra-2025"), SHIPPED)
    expected = load_dossier(root, SHIPPED)
    assert found.dossier.documents == expected.dossier.documents
    assert found.sources == expected.sources
    assert found.paths == expected.paths
    assert found.faults == expected.faults
    assert (found.dossier.naam, found.root) == (expected.dossier.naam, expected.root)


def test_a_damaged_case_has_the_same_faults_in_git(socra: Repository) -> None:
    root = socra.top / "socra-2025"
    (root / "bronnen.yaml").write_text("bronnen: [\n", encoding="utf-8")
    (root / "bevindingen" / "1.1.yaml").write_bytes(b"\xff\xfe")
    (root / "los.yaml").write_text("x: 1\n", encoding="utf-8")
    (root / "cijfers.yaml").unlink()
    (root / "cijfers.yaml").symlink_to("bronnen.yaml")
    (root / "map").symlink_to("bevindingen")
    commit(socra.top)
    found = load_stand(Gitstand(_head(socra).boom("socra-2025"), "socra-2025"), SHIPPED)
    expected = load_dossier(root, SHIPPED)
    assert [(fault.rule_id, fault.location) for fault in found.faults] == [
        (fault.rule_id, fault.location) for fault in expected.faults
    ]
    assert found.dossier.onleesbaar == expected.dossier.onleesbaar


def test_the_kaders_of_the_werkmap_come_from_the_same_moment(tmp_path: Path) -> None:
    top = init(tmp_path / "top")
    shutil.copytree(data_folder("voorbeelden") / "wilgenland", top / "werkmap")
    commit(top)
    kader = top / "werkmap" / "kaders" / "toetsing" / "wilgenland" / "2025.yaml"
    replace(kader, "titel:", "titel: Later")
    repository = Repository(top)
    versie = _head(repository)
    assert find_werkmap_in(versie, "werkmap/onderzoeken/de-wilgenhof-2026") == "werkmap"
    assert find_onderzoeken_in(versie.boom("werkmap"), "werkmap") == (
        "werkmap/onderzoeken/de-wilgenhof-2026",
    )
    then = Gitkaders(versie, "werkmap", SHIPPED).read("wilgenland@2025").document
    now = kadermap_for(top / "werkmap").read("wilgenland@2025").document
    assert then.model is not None
    assert now.model is not None
    assert now.model.titel.startswith("Later")
    assert not then.model.titel.startswith("Later")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_strange_names_are_names(tmp_path: Path) -> None:
    top = init(tmp_path / "top")
    for name in ("een spatie", "--output=x", 'é"quote', "-C"):
        (top / name).mkdir()
        (top / name / "onderzoek.yaml").write_text("a: b\n", encoding="utf-8")
    commit(top)
    boom = _head(Repository(top)).boom("")
    for name in ("een spatie", "--output=x", 'é"quote', "-C"):
        assert find_onderzoeken_in(boom, name) == (name,)
        own = _head(Repository(top)).boom(name)
        assert Gitstand(own, name).read("onderzoek.yaml") == b"a: b\n"


def test_a_submodule_and_a_link_are_not_read(socra: Repository, tmp_path: Path) -> None:
    inner = init(tmp_path / "inner")
    (inner / "x.yaml").write_text("a: b\n", encoding="utf-8")
    commit(inner)
    git(socra.top, "submodule", "--quiet", "add", str(inner), "socra-2025/bijlagen")
    (socra.top / "socra-2025" / "link.yaml").symlink_to("/etc/passwd")
    commit(socra.top)
    stand = Gitstand(_head(socra).boom("socra-2025"), "socra-2025")
    for name in ("link.yaml", "bijlagen", "bijlagen/x.yaml", "../.gitmodules", "bevindingen"):
        with pytest.raises(BestandError):
            stand.read(name)


def test_a_large_file_is_refused_before_it_is_read(socra: Repository) -> None:
    (socra.top / "socra-2025" / "cijfers.yaml").write_bytes(b"#" * 1_100_000)
    git(socra.top, "add", "-A")
    with pytest.raises(BestandError, match="groter dan 1 MB"):
        Gitstand(Gitversie(socra, None).boom("socra-2025"), "socra-2025").read("cijfers.yaml")
    commit(socra.top)
    with pytest.raises(BestandError, match="groter dan 1 MB"):
        Gitstand(_head(socra).boom("socra-2025"), "socra-2025").read("cijfers.yaml")


def test_the_index_with_an_unfinished_merge_is_refused(socra: Repository) -> None:
    file = socra.top / "socra-2025" / "cijfers.yaml"
    git(socra.top, "checkout", "-q", "-b", "tak")
    file.write_text("cijfers: {}\n", encoding="utf-8")
    commit(socra.top)
    git(socra.top, "checkout", "-q", "main")
    file.write_text("optellingen: []\n", encoding="utf-8")
    commit(socra.top)
    with pytest.raises(Exception, match="non-zero exit"):
        git(socra.top, "merge", "tak")
    with pytest.raises(GitError, match="merge"):
        Gitversie(socra, None).boom("socra-2025")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nergens",
        "--output=x",
        "-",
        ":0:x",
        "HEAD:socra-2025",
        "main\nHEAD",
        "a\0b",
        "\x1b[31m",
        "x" * 400,
        "{",
        "^",
        "@{u}",
        "HEAD@{99}",
        "\udcff",
    ],
)
def test_a_name_that_is_no_commit_is_explained(socra: Repository, name: str) -> None:
    with pytest.raises(GitError) as caught:
        find_commits(socra, [name])
    assert caught.value.help
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("name", ["HEAD", "@", "main", "refs/heads/main", "eerste", "HEAD^0", "main@{0}"])
def test_a_name_that_is_a_commit_is_found(socra: Repository, name: str) -> None:
    git(socra.top, "tag", "-a", "-m", "tag", "eerste")
    found = find_commits(socra, [name])[0]
    assert found.id == git(socra.top, "rev-parse", "HEAD")
    assert (found.dag, found.ouder, found.kort) == (date(2026, 3, 3), None, found.id[:7])


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="nog niets vastgelegd"):
        find_commits(Repository(init(tmp_path / "leeg")), ["HEAD"])


def test_a_shallow_clone_is_explained(socra: Repository, tmp_path: Path) -> None:
    commit(socra.top, "twee")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{socra.top}", "ondiep")
    shallow = Repository(tmp_path / "ondiep")
    for attempt in (
        lambda: find_commits(shallow, ["HEAD~1"]),
        lambda: find_moment(shallow, "socra-2025", "uitvoering"),
        lambda: find_moment(shallow, "socra-2025", "vorige"),
    ):
        with pytest.raises(GitError, match="shallow") as caught:
            attempt()
        assert "fetch" in (caught.value.help or "")


def test_histories_without_a_common_begin_are_refused(socra: Repository) -> None:
    git(socra.top, "checkout", "-q", "--orphan", "wees")
    commit(socra.top)
    with pytest.raises(GitError, match="gezamenlijk begin"):
        find_merge_base(socra, *find_commits(socra, ["main", "wees"]))


def test_a_damaged_repository_does_not_lead_to_the_one_above(socra: Repository) -> None:
    inner = socra.top / "socra-2025"
    (inner / ".git").mkdir()
    with pytest.raises(GitError):
        find_commits(Repository(inner), ["HEAD"])


FASEN = ["voorbereiding", "uitvoering", "conceptrapport", "conceptrapport", "reactie-aanbieder", "definitief"]


@pytest.fixture
def course(tmp_path: Path) -> tuple[Repository, list[str]]:
    """An onderzoek that goes through its fasen, a commit a week from 2026-01-05, with a broken one."""
    top = init(tmp_path / "w")
    ids = []
    for week, fase in enumerate(FASEN):
        (top / "o").mkdir(exist_ok=True)
        (top / "o" / "onderzoek.yaml").write_text(f"fase: {fase}\nweek: {week}\n", encoding="utf-8")
        ids.append(commit(top, fase, day=str(date(2026, 1, 5 + week))))
    return Repository(top), ids


@pytest.mark.parametrize(
    ("moment", "index"),
    [
        ("voorbereiding", 0),
        ("uitvoering", 1),
        ("conceptrapport", 3),
        ("concept", 3),
        ("reactie", 4),
        ("definitief", 5),
        ("vorige", 4),
        ("2026-01-06", 0),
        ("2026-01-10", 4),
        ("2027-01-01", 5),
    ],
)
def test_a_moment_is_a_commit(course: tuple[Repository, list[str]], moment: str, index: int) -> None:
    repository, ids = course
    assert find_moment(repository, "o", moment).id == ids[index]


def test_a_fase_that_lasts_means_where_it_began(course: tuple[Repository, list[str]]) -> None:
    repository, ids = course
    (repository.top / "o" / "onderzoek.yaml").write_text("fase: definitief\nweek: 9\n", encoding="utf-8")
    commit(repository.top)
    assert find_moment(repository, "o", "definitief").id == ids[5]


def test_a_commit_that_cannot_be_read_ends_no_fase(course: tuple[Repository, list[str]]) -> None:
    repository, ids = course
    (repository.top / "o" / "onderzoek.yaml").write_text("fase: [\n", encoding="utf-8")
    commit(repository.top)
    assert find_moment(repository, "o", "concept").id == ids[3]
    assert find_moment(repository, "o", "definitief").id == ids[5]


@pytest.mark.parametrize("moment", ["concpt", "gisteren", "2026-13-01", "2026", "", "--all", "1999-01-01"])
def test_what_is_no_moment_is_explained(course: tuple[Repository, list[str]], moment: str) -> None:
    with pytest.raises(GitError):
        find_moment(course[0], "o", moment)


def test_a_fase_that_may_have_begun_before_a_shallow_clone_is_refused(
    course: tuple[Repository, list[str]], tmp_path: Path
) -> None:
    repository = course[0]
    for week in (7, 8, 9):
        (repository.top / "o" / "onderzoek.yaml").write_text(
            f"fase: definitief\nweek: {week}\n", encoding="utf-8"
        )
        commit(repository.top)
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository.top}", "ondiep")
    with pytest.raises(GitError, match="shallow"):
        find_moment(Repository(tmp_path / "ondiep"), "o", "definitief")


def test_a_day_begins_at_midnight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    top = init(tmp_path / "w")
    first = commit(top, day="2026-01-01")
    git(top, "commit", "-q", "--allow-empty", "-m", "x", day="2026-01-05T00:00:00+0000")
    assert find_moment(Repository(top), "", "2026-01-05").id == first


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for git")
def test_a_git_in_the_folder_where_one_stands_is_not_run(
    socra: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "hier"
    here.mkdir()
    (here / "git").write_text("#!/bin/sh\ntouch gehackt\n", encoding="utf-8")
    (here / "git").chmod(0o755)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
    assert find_commits(socra, ["HEAD"])
    assert not (here / "gehackt").exists()
    monkeypatch.setenv("PATH", ".:")
    with pytest.raises(GitError, match="niet op deze computer"):
        find_commits(socra, ["HEAD"])


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for git")
def test_a_git_that_answers_nothing_is_explained(
    socra: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError):
        find_commits(socra, ["HEAD"])
