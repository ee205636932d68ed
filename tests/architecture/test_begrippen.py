"""The glossary explains every word that the models use: one concept, one word."""

import importlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.architecture.generate import ROOT
from toezicht_cli import models
from toezicht_cli.discovery import walk_modules
from toezicht_cli.models.base import Element

BEGRIPPEN = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)
ROWS = [cells for cells in ROW.findall(BEGRIPPEN) if cells != ("woord", "English", "bron")]
WORDS = [word for forms, _, _ in ROWS for word in forms.split(", ")]


def _split(name: str) -> list[str]:
    """Return the words of ``GevraagdDocument`` or ``ontvangen_op``; a Dutch compound is one word."""
    return [word.lower() for part in name.split("_") for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", part)]


def _names() -> Iterator[tuple[str, str]]:
    """Yield the name of every class in the models and of every field of one, with where it stands."""
    for module_name in walk_modules(models):
        for kind in vars(importlib.import_module(module_name)).values():
            if isinstance(kind, type) and kind.__module__ == module_name:
                yield kind.__name__, kind.__name__
                fields = kind.model_fields if issubclass(kind, Element) else ()
                yield from ((field, f"{kind.__name__}.{field}") for field in fields)


USED = sorted({(word, where) for name, where in _names() for word in _split(name)})


@pytest.mark.parametrize(("word", "where"), USED)
def test_a_word_of_the_models_stands_in_the_glossary(word: str, where: str) -> None:
    assert word in WORDS, f"explain '{word}' (from {where}) in docs/begrippen.md"


def test_the_glossary_explains_each_word_once_and_fully() -> None:
    assert [word for word, count in Counter(WORDS).items() if count > 1] == []
    assert all(cell.strip() for row in ROWS for cell in row)
    assert len(ROWS) == len(re.findall(r"^\| (?!woord )", BEGRIPPEN, re.MULTILINE))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("GevraagdDocument", ["gevraagd", "document"]),
        ("Normoordeel", ["normoordeel"]),
        ("ontvangen_op", ["ontvangen", "op"]),
        ("L1Naam", ["l1", "naam"]),
    ],
)
def test_names_are_split_into_words(name: str, words: list[str]) -> None:
    assert _split(name) == words


def test_the_models_use_many_words() -> None:
    assert len({word for word, _ in USED}) > 150
