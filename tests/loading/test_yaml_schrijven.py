"""What is written comes back the same through our own reader, and is text to other readers too."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_schrijven import write_list, write_scalar
from toezicht_cli.loading.yaml_text import parse

# The characters of the block of tags and variation selectors are printable to Python; a case refuses them.
PRINTABLE = st.characters(codec="utf-8").filter(
    lambda character: character.isprintable() and not 0xE0000 <= ord(character) <= 0xE0FFF
)


@given(st.text(PRINTABLE))
def test_any_printable_name_comes_back(name: str) -> None:
    text = f"aanbieder:\n  naam: {write_scalar(name)}\n"
    assert parse(text, "x").value == {"aanbieder": {"naam": name}}


@given(st.text())
def test_any_text_comes_back_or_is_refused_in_dutch(name: str) -> None:
    with suppress(ToezichtError):
        assert parse(f"naam: {write_scalar(name)}\n", "x").value == {"naam": name}


@given(st.lists(st.text(PRINTABLE)))
def test_any_list_comes_back(names: list[str]) -> None:
    assert parse(f"x: {write_list(tuple(names))}\n", "x").value == {"x": names}


@pytest.mark.parametrize(
    "name",
    [
        *("nee: ja", "# kop", "a #b", "'t Huis", '"x"', "yes", "no", "null", "~", "1.10", "2025-01-01", "-"),
        *("- a", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", " a", "a ", "a\\b", "", "?", "|"),
        *("é", "日本", "😀"),
    ],
)
def test_a_difficult_name_is_the_same_text_to_every_reader(name: str) -> None:
    text = f"naam: {write_scalar(name)}\n"
    assert parse(text, "x").value == {"naam": name}
    assert yaml.safe_load(text) == {"naam": name}


def test_a_plain_name_needs_no_quotes() -> None:
    assert write_scalar("Socra Zorggroep") == "Socra Zorggroep"
    assert write_scalar("ja") == "ja"


@pytest.mark.parametrize("name", ["a\x00b", "a\x1b[31m", "a\u202eb", "a\u200bb", "\ud800", "\x85"])
def test_what_a_case_may_not_hold_is_refused(name: str) -> None:
    with pytest.raises(ToezichtError):
        write_scalar(name)
