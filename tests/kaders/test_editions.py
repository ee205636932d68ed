"""A published kader is never edited: an onderzoek of today must give the same result in ten years.

A new edition is a new file and a new line here. The hash is that of the content; comments may change.
"""

from pathlib import Path

import pytest

from toezicht_cli.loading.kaders import hash_kader
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.resources import data_folder

FOLDER = data_folder("kaders") / "toetsing"
HASHES = Path(__file__).with_name("hashes.txt")


def current_hashes() -> dict[str, str]:
    """Return the hash of every shipped kader by its name."""
    return {
        f"{path.parent.name}@{path.stem}": hash_kader(
            parse(path.read_text(encoding="utf-8"), path.name).value
        )
        for path in sorted(FOLDER.glob("*/*.yaml"))
    }


def published_hashes() -> dict[str, str]:
    """Return the hashes that were published."""
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("name", sorted(current_hashes()))
def test_a_published_kader_is_unchanged(name: str) -> None:
    assert current_hashes()[name] == published_hashes().get(name), (
        f"{name} changed after publication: make a new edition. "
        f"Is it new, then add to tests/kaders/hashes.txt: {name} {current_hashes()[name]}"
    )


def test_no_published_kader_disappeared() -> None:
    assert set(published_hashes()) == set(current_hashes())


def test_the_hash_depends_on_content_only() -> None:
    one = parse('a: "1"\nb: [x]\n', "f").value
    two = parse("# uitleg\nb:\n  - x\na: 1\n", "f").value
    assert hash_kader(one) == hash_kader(two)
    assert hash_kader(one) != hash_kader(parse("a: 2\nb: [x]\n", "f").value)
