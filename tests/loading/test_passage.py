"""The place of some words in a text that takes several lines, however it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.diagnostics import Passage, Place
from toezicht_cli.loading.passage import locate_passage
from toezicht_cli.loading.yaml_text import parse

PLACE = Place("x.yaml", ("tekst",))
SOURCES = {
    "literal": "tekst: |\n  De eerste regel.\n\n  Hier staat het woord.\nna: x\n",
    "folded": "tekst: >\n  De eerste\n  regel. Hier\n  staat het woord.\n",
    "plain": "tekst: De eerste\n  regel. Hier\n  staat het woord.\n",
    "single": "tekst: 'De ''eerste'' regel.\n  Hier staat het woord.'\n",
    "double": 'tekst: "De \\"eerste\\" regel.\n  Hier staat het woord."\n',
    "windows": "tekst: |\r\n  De eerste regel.\r\n  Hier staat het woord.\r\n",
}


def _locate(source: str, words: str, occurrence: int = 0) -> tuple[int, int, int]:
    text = parse(source, "x.yaml")
    assert isinstance(text.value, dict)
    value = text.value["tekst"]
    assert isinstance(value, str)
    start = -1
    for _ in range(occurrence + 1):
        start = value.index(words, start + 1)
    location = locate_passage(text, PLACE, Passage(start, start + len(words)))
    return location.line, location.column, location.width


@pytest.mark.parametrize("name", SOURCES)
def test_words_are_found_on_their_own_line(name: str) -> None:
    source = SOURCES[name]
    line, column, width = _locate(source, "woord")
    assert source.splitlines()[line - 1][column - 1 :][:width] == "woord"


def test_the_second_of_two_equal_words_is_meant() -> None:
    source = "tekst: |\n  woord en\n  nog een woord\n"
    assert _locate(source, "woord", 1) == (3, 11, 5)


def test_a_passage_over_two_lines_is_marked_on_its_first() -> None:
    assert _locate("tekst: |\n  een zin\n  over twee regels\n", "zin\nover") == (2, 7, 3)


def test_words_that_are_written_as_an_escape_give_the_place_of_the_text() -> None:
    assert _locate('tekst: "een \\u0041 hier"\n', "A") == (1, 8, 17)


@given(
    st.lists(st.sampled_from(["aap", "noot", "mies", "it's", "a\\b", "x.y", "(z)"]), min_size=1, max_size=30)
)
def test_every_word_of_a_literal_text_is_found_where_it_stands(words: list[str]) -> None:
    lines = [" ".join(words[at : at + 4]) for at in range(0, len(words), 4)]
    source = "tekst: |\n" + "".join(f"    {line}\n" for line in lines)
    value = "".join(f"{line}\n" for line in lines)
    text = parse(source, "x.yaml")
    offset = 0
    for word in words:
        offset = value.index(word, offset)
        location = locate_passage(text, PLACE, Passage(offset, offset + len(word)))
        assert source.split("\n")[location.line - 1][location.column - 1 :].startswith(word)
        assert (location.line - 2, location.column - 5) == (
            value[:offset].count("\n"),
            offset - (value.rfind("\n", 0, offset) + 1),
        )
        offset += len(word)


def test_thousands_of_passages_in_one_text_are_found() -> None:
    source = "tekst: |\n" + "".join(f"  de de nummer {number}\n" for number in range(5_000))
    text = parse(source, "x.yaml")
    assert isinstance(text.value, dict)
    value = text.value["tekst"]
    assert isinstance(value, str)
    starts = [match.start() for match in re.finditer("de de", value)]
    lines = [locate_passage(text, PLACE, Passage(start, start + 5)).line for start in starts]
    assert lines == list(range(2, 5_002))


def test_a_comment_behind_the_bar_is_no_word_of_the_text() -> None:
    assert _locate("tekst: | # een opmerking\n  Hier staat een woord.\n", "woord") == (2, 18, 5)
