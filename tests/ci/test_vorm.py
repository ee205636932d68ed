"""What others hook onto has the shape that they expect: their schemas, zizmor, and one lock."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.generate import ROOT
from tests.ci.voorbeeld import ACTION, GITLAB, PAGE, PLACEHOLDER, read_example

COMMIT = "0123456789abcdef0123456789abcdef01234567"
WORKFLOW = ".github/workflows/toezicht.yml"
LOCK, USERS_LOCK = ROOT / ".ci" / "eisen.txt", ROOT / ".ci" / "gebruik.txt"


def _run(*command: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def _module(name: str, *words: str | Path) -> tuple[int, str]:
    return _run(sys.executable, "-P", "-m", name, *words)


def _write_example(name: str, folder: Path) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = read_example(name).replace("EIGENAAR", "ggd-lindeland").replace("ADRES", "/srv/toezicht.git")
    path.write_text(text.replace(PLACEHOLDER, COMMIT), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("schema", "file"), [("github-actions", ACTION), ("gitlab-ci", GITLAB)], ids=["action", "gitlab"]
)
def test_a_file_follows_the_schema_of_its_host(schema: str, file: Path) -> None:
    code, output = _module("check_jsonschema", "--builtin-schema", f"vendor.{schema}", file)
    assert code == 0, output


@pytest.mark.parametrize(
    ("schema", "name"), [("github-workflows", WORKFLOW), ("gitlab-ci", ".gitlab-ci.yml")]
)
def test_an_example_of_the_page_follows_the_schema_of_its_host(
    schema: str, name: str, tmp_path: Path
) -> None:
    file = _write_example(name, tmp_path)
    code, output = _module("check_jsonschema", "--builtin-schema", f"vendor.{schema}", file)
    assert code == 0, output


def test_the_schemas_refuse_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "action.yml"
    file.write_text(ACTION.read_text(encoding="utf-8").replace("using: composite", "using: samen"), "utf-8")
    assert _module("check_jsonschema", "--builtin-schema", "vendor.github-actions", file)[0] == 1


def test_pre_commit_accepts_the_hooks_and_the_example(tmp_path: Path) -> None:
    code, output = _module("pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert code == 0, output
    code, output = _module(
        "pre_commit", "validate-config", _write_example(".pre-commit-config.yaml", tmp_path)
    )
    assert code == 0, output


def _zizmor(*files: Path) -> tuple[int, str]:
    program = Path(sys.executable).with_name("zizmor")
    return _run(program, "--offline", "--no-progress", "--persona=auditor", *files)


def test_zizmor_has_nothing_to_say(tmp_path: Path) -> None:
    code, output = _zizmor(ACTION, _write_example(WORKFLOW, tmp_path))
    assert code == 0, output


def test_zizmor_would_see_an_input_in_a_shell(tmp_path: Path) -> None:
    file = tmp_path / "action.yml"
    file.write_text(ACTION.read_text(encoding="utf-8").replace('-- "$PAD"', "-- ${{ inputs.pad }}"), "utf-8")
    code, output = _zizmor(file)
    assert code != 0
    assert "template-injection" in output


def test_every_action_of_the_page_is_pinned_with_its_version() -> None:
    used = re.findall(r"uses: (\S+)(.*)", PAGE.read_text(encoding="utf-8"))
    assert len(used) == 2
    for name, comment in used:
        if not name.endswith(f"toezicht@{PLACEHOLDER}"):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name), name
            assert re.fullmatch(r"  # v\d+\.\d+\.\d+", comment), name


def test_the_page_names_every_input_and_variable() -> None:
    page = PAGE.read_text(encoding="utf-8")
    inputs = re.findall(r"^  ([a-z-]+):\n    description:", ACTION.read_text(encoding="utf-8"), re.MULTILINE)
    variables = set(re.findall(r"^  (TOEZICHT_\w+):", GITLAB.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(inputs) == 4
    assert len(variables) == 6
    assert [
        name for name in [*inputs, *variables] if f"`{name}`" not in page and f"{name}:" not in page
    ] == []


def _packages(path: Path) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the version and the hashes of each package in a lock."""
    blocks = re.split(r"^(?=\w)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {}
    for block in blocks:
        name, _, version = block.split()[0].partition("==")
        found[name] = (version, frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return found


def test_a_user_gets_the_versions_that_the_tests_ran_with() -> None:
    ours, theirs = _packages(LOCK), _packages(USERS_LOCK)
    build = {"hatchling", "tomlkit", "trove-classifiers"}  # what pip itself takes to build, in the tests
    assert {name for name in theirs if theirs[name] != ours.get(name)} <= build
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.search(r"^dependencies = \[(.*?)^\]", pyproject, re.MULTILINE | re.DOTALL)
    assert wanted
    assert {*re.findall(r'"([\w-]+)', wanted[1]), "hatchling"} <= set(theirs)
    assert all(hashes for _, hashes in theirs.values())
