"""Every scalar stays the text that it is; only an empty plain one, ``~`` and ``null`` are absent."""

import pytest

from toezicht_cli.diagnostics import Place
from toezicht_cli.loading.bestand import decode
from toezicht_cli.loading.tekens import find_hidden, split_lines
from toezicht_cli.loading.yaml_text import YamlTextError, parse

SCALARS: dict[str, str | None] = {
    "1.10": "1.10",
    "1": "1",
    "012": "012",
    "0x1F": "0x1F",
    "1_000": "1_000",
    "1:20": "1:20",
    "1e3": "1e3",
    ".inf": ".inf",
    ".NaN": ".NaN",
    "no": "no",
    "yes": "yes",
    "on": "on",
    "true": "true",
    "False": "False",
    "=": "=",
    "2025-02-30": "2025-02-30",
    "2025-01-23T10:00:00Z": "2025-01-23T10:00:00Z",
    "~": None,
    "null": None,
    "": None,
    "Null": "Null",
    "NULL": "NULL",
    '""': "",
    "''": "",
    '"~"': "~",
    "'null'": "null",
    '"1.10"': "1.10",
    "'it''s'": "it's",
    '"\\u00e9\\t\\n"': "é\t\n",
    "a # opmerking": "a",
    "a#b": "a#b",
    "a: b".replace(": ", ":"): "a:b",
    "x\u00a0y": "x\u00a0y",
}


@pytest.mark.parametrize("written", SCALARS)
def test_a_scalar_stays_what_it_is(written: str) -> None:
    assert parse(f"a: {written}\n", "f").value == {"a": SCALARS[written]}


@pytest.mark.parametrize("written", [written for written in SCALARS if "#" not in written and written])
def test_a_scalar_in_a_list_stays_what_it_is(written: str) -> None:
    assert parse(f"[{written}, b]\n", "f").value == [SCALARS[written], "b"]


def test_keys_are_text_too() -> None:
    assert parse('1.10: a\nno: b\n"": c\n2025-01-01: d\n', "f").value == {
        "1.10": "a",
        "no": "b",
        "": "c",
        "2025-01-01": "d",
    }


def test_a_field_without_value_is_absent() -> None:
    assert parse("a:\nb: ~\n? c\n", "f").value == {"a": None, "b": None, "c": None}


def test_block_text_keeps_its_lines() -> None:
    assert parse("a: |\n  een\n\n  ---\nb: >-\n  een\n  twee\n", "f").value == {
        "a": "een\n\n---\n",
        "b": "een twee",
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_gives_the_same_value_and_lines(end: str) -> None:
    text = parse(end.join(["a: |", "  een", "  twee", "b: [x]", ""]), "f")
    assert text.value == {"a": "een\ntwee\n", "b": ["x"]}
    assert text.locate(Place("f", ("b", 0))).line == 4
    assert split_lines(text.text)[3] == "b: [x]"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = parse(decode("\ufeffa: é😀 b\n".encode()), "f")
    assert text.value == {"a": "é😀 b"}
    position = text.find_position(Place("f", ("a",)))
    assert (position.line, position.column, position.width) == (1, 4, 4)


def test_a_place_that_is_not_there_is_located_at_its_nearest_parent() -> None:
    text = parse("a:\n  - {b: x}\n", "f")
    assert text.locate(Place("f", ("a", 0, "c", 3))).line == 2
    assert text.locate(Place("f", ("weg",))).line == 1
    assert text.locate(Place("f", ("a", 0, "b"), key=True)).column == 6
    assert text.locate(Place("f", ("a", 0, "c"), key=True)).column == 5


def test_everything_that_nobody_sees_is_refused() -> None:
    """Compare the list of forbidden characters with the categories that Unicode gives them."""
    import sys
    import unicodedata

    allowed = {"\t", "\n", "\r"}
    missed = [
        f"U+{number:04X}"
        for number in range(sys.maxunicode + 1)
        if unicodedata.category(chr(number)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and chr(number) not in allowed
        and not find_hidden(chr(number))
    ]
    assert missed == []


def test_a_lone_surrogate_is_refused_and_is_no_crash() -> None:
    with pytest.raises(YamlTextError):
        parse("a: \ud800\n", "f")
