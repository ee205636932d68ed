"""One list says what never goes into git; git and the hook read it alike."""

from pathlib import Path

import pytest

from tests.repositories import git, init
from toezicht_cli.loading.vertrouwelijk import (
    VERTROUWELIJK,
    is_vertrouwelijk,
    list_patterns,
    list_sleutelpatronen,
)

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
    "sleutel",
    "a/Sleutels",
    "sleutel/a.csv",
    "pseudoniemen/a",
    "sleutel.pdf",
    "sleutels.csv.bak",
    "sleutel.ods~",
    "sleutel.numbers",
    "de sleutel.zip",
    "koppeltabel.xlsx",
    "koppeltabellen",
    "vertrouwelijk.zip",
    "a/vertrouwelijk",
)
GEWOON = (
    "vertrouwelijk.md",
    "a/niet-vertrouwelijk/b",
    "sleutel.py",
    "pseudoniemen.md",
    "docs/sleutels.md",
    "maak-sleutel",
    "sleutelbos/a.csv",
    "slot.csv",
)


@pytest.mark.parametrize("path", GEHEIM)
def test_it_is_vertrouwelijk_in_any_case_of_letters(path: str) -> None:
    assert is_vertrouwelijk(path)
    assert is_vertrouwelijk(path.upper())


@pytest.mark.parametrize("path", GEWOON)
def test_it_is_not(path: str) -> None:
    assert not is_vertrouwelijk(path)


@pytest.mark.parametrize("path", ["sleutel.md", "a/Pseudoniemen.md", "koppeltabel.md~"])
def test_a_text_among_the_files_of_an_onderzoek_is(path: str) -> None:
    assert is_vertrouwelijk(path, in_onderzoek=True)
    assert not is_vertrouwelijk(path)


@pytest.mark.parametrize("patterns", [list_patterns(), (VERTROUWELIJK, *list_sleutelpatronen())])
def test_git_reads_the_patterns_alike(tmp_path: Path, patterns: tuple[str, ...]) -> None:
    top = init(tmp_path / "w")
    (top / ".git" / "info" / "exclude").write_text(
        "".join(f"{line}\n" for line in patterns), encoding="utf-8"
    )
    in_onderzoek = patterns != list_patterns()
    hidden = {path for path in (*GEHEIM, *GEWOON) if is_vertrouwelijk(path, in_onderzoek=in_onderzoek)}
    for number, path in enumerate((*GEHEIM, *GEWOON)):  # a folder of its own: a file and a folder share names
        file = top / str(number) / path
        file.parent.mkdir(parents=True)
        file.touch()
    found = git(top, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    shown = {path.partition("/")[2] for path in found if path}
    skip = {"vertrouwelijk.zip"} if in_onderzoek else set()  # .gitignore of an onderzoek: geraamte writes it
    assert shown - skip == {*GEHEIM, *GEWOON} - hidden - skip


def test_a_link_called_vertrouwelijk_is_passed_over(tmp_path: Path) -> None:
    top = init(tmp_path / "w")
    (top / ".git" / "info" / "exclude").write_text("\n".join(list_patterns()), encoding="utf-8")
    (top / "vertrouwelijk").symlink_to(tmp_path)
    assert git(top, "ls-files", "--others", "--exclude-standard") == ""
