"""One list says what never goes into git; git and the hook read it alike."""

from pathlib import Path

import pytest

from tests.repositories import git, init
from toezicht_cli.loading.vertrouwelijk import is_vertrouwelijk, list_patterns

GEHEIM = (
    "vertrouwelijk/a",
    "a/vertrouwelijk/b/c.yaml",
    "sleutel.csv",
    "a/Sleutel 2026.xlsx",
    "de-sleutel.doc",
    "x_sleutel.docx",
    "sleutels.ods",
    "pseudoniemen.yml",
    "Pseudoniemen.yaml",
    "pseudoniemsleutel.json",
    "a/b/koppeling pseudoniem.txt",
    "sleutel.tsv",
    "sleutel.odt",
)
GEWOON = (
    "vertrouwelijk.md",
    "a/niet-vertrouwelijk/b",
    "sleutel.py",
    "pseudoniemen.md",
    "sleutel",
    "slot.csv",
    "sleutel/a.csv",
)


@pytest.mark.parametrize("path", GEHEIM)
def test_it_is_vertrouwelijk_in_any_case_of_letters(path: str) -> None:
    assert is_vertrouwelijk(path)
    assert is_vertrouwelijk(path.upper())


@pytest.mark.parametrize("path", GEWOON)
def test_it_is_not(path: str) -> None:
    assert not is_vertrouwelijk(path)


def test_git_reads_the_patterns_alike(tmp_path: Path) -> None:
    top = init(tmp_path / "w")
    (top / ".git" / "info" / "exclude").write_text(
        "".join(f"{line}\n" for line in list_patterns()), encoding="utf-8"
    )
    for path in (*GEHEIM, *(item for item in GEWOON if item != "sleutel")):
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).touch()
    found = git(top, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    assert sorted(filter(None, found)) == sorted(item for item in GEWOON if item != "sleutel")
