"""Layout of YAML gives no line of a diff, and every other difference does."""

import json
import re
import string
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toezicht_cli.analysis.leesbaar import split_tekst, write_leesbaar
from toezicht_cli.loading.yaml_text import parse

WORDS = st.sampled_from(
    ["a", "b", "a. B", "- a", "-", "(leeg)", "[a]", "[]", "{}", '"', "a:", "# a", "1. a", "a, b", "| a |", ""]
)
LINES = st.sampled_from(
    [*"ab", "a.", "B.", "- a", "* b. A", "    c. D", "  a", "```", "# K. L", "a  ", "> q", "", " ", "a|b"]
)
TEXTS = WORDS | st.lists(LINES, max_size=5).map("\n".join) | st.text('ab. A\n\t\r-#:[]"', max_size=8)
KEYS = st.sampled_from(
    ["id", "norm", "tekst", "bevindingen", "bevinding", "bron", "-", "a b", "a:", '"a"', "# a", ""]
)
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=3)


def normal(value: Any) -> Any:  # noqa: ANN401 - a value of YAML
    """Return what a value means beside its layout: empty fields left out, a text as its paragraphs."""
    if isinstance(value, dict):
        return {key: normal(item) for key, item in value.items() if item is not None} if value else {}
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, str):
        return ("exact", value) if "\r" in value else ("text", *split_tekst(value))
    return value


def _same(one: object, other: object) -> bool:
    return json.dumps(normal(one), sort_keys=True) == json.dumps(normal(other), sort_keys=True)


@settings(max_examples=1500, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
@example({"a": ["b"]}, {"a": "b"})
@example({"a": "[b]"}, {"a": ["b"]})
@example({"a": None}, {})
@example({"bron": [{"id": "a"}]}, {"bronnen": [{"id": "a"}]})
@example({"bron": [{}]}, {"bron": {"-": {}}})
@example({"a": [{"id": "-"}]}, {"a": [{}]})
@example({"a": "x. Y"}, {"a": "x.\nY"})
@example({"a": "# K. L"}, {"a": "# K.\nL"})
@example({"a": "- a\n- b"}, {"a": ["a", "b"]})
@example({"a": "b: c\nd  \ne"}, {"a": {"b": "c", "d": "e"}})
@example({"a": ""}, {"a": "\n"})
def test_two_documents_read_the_same_only_when_they_say_the_same(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert (write_leesbaar(one) == write_leesbaar(other)) == _same(one, other)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS, st.data())
def test_a_small_change_always_shows(document: dict[str, Any], data: st.DataObject) -> None:
    key = data.draw(KEYS)
    changed = {**document, key: data.draw(VALUES)}
    assert (write_leesbaar(document) == write_leesbaar(changed)) == _same(document, changed)


TEKST = (
    st.text(string.ascii_letters + " .,:#-é’\"'[]{}%@!&*|>", min_size=1, max_size=40)
    .map(str.strip)
    .filter(bool)
)
PLAIN = st.recursive(
    TEKST,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEKST, inner, max_size=3),
    max_leaves=8,
)


def _reordered(value: Any) -> Any:  # noqa: ANN401 - a value of YAML
    if isinstance(value, dict):
        return {key: _reordered(item) for key, item in reversed(value.items())}
    return [_reordered(item) for item in value] if isinstance(value, list) else value


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(TEKST, PLAIN, min_size=1, max_size=3),
    st.sampled_from([None, False, True]),
    st.sampled_from([None, "'", '"']),
    st.integers(10, 60),
)
def test_another_layout_of_the_same_document_reads_the_same(
    document: dict[str, Any], flow: bool | None, quotes: str | None, width: int
) -> None:
    source = yaml.safe_dump(
        _reordered(document),
        sort_keys=False,
        default_flow_style=flow,
        default_style=quotes,
        width=width,
        allow_unicode=True,
    )
    # safe_dump with a style for every value adds tags to collections; toezicht refuses those.
    value = parse(source.replace("!!map ", "").replace("!!seq ", ""), "x").value
    assert isinstance(value, dict)
    assert write_leesbaar(value) == write_leesbaar(document)


@pytest.mark.parametrize(
    ("tekst", "lines"),
    [
        ("een twee\ndrie", ["een twee drie"]),
        ("een\n\n\ntwee", ["een", "", "twee"]),
        ("- een\n  verder\n- twee", ["- een", "  verder", "- twee"]),
        ("een  \ntwee", ["een  ", "twee"]),
        ("een\\\ntwee", ["een\\", "twee"]),
        ("# Kop\ntekst\nverder", ["# Kop", "tekst", "verder"]),
        ("| a | b |\n| - | - |", ["| a | b |", "| - | - |"]),
        ("```\na\n  b\n\n\n```\nna\nna", ["```", "a", "  b", "", "", "```", "na", "na"]),
        ("a\n---\nb", ["a", "---", "b"]),
        ("een\n2025. Twee", ["een", "2025. Twee"]),
        ("Een zin.\nNog een. En\nverder.", ["Een zin.", "Nog een.", "En verder."]),
    ],
)
def test_a_text_is_split_as_markdown_reads_it(tekst: str, lines: list[str]) -> None:
    assert split_tekst(tekst) == lines


def test_a_bevinding_reads_well() -> None:
    document = {
        "bevindingen": [{"bronnen": ["D01", "I05"], "tekst": "Een zin [@D01]. Nog\neen zin.\n", "id": "a"}],
        "positieve_punten": ["Goed."],
        "oordeel": "voldoet",
        "norm": "1.10",
        "toelichting": None,
    }
    assert write_leesbaar(document) == [
        "norm: 1.10",
        "oordeel: voldoet",
        "positieve_punten",
        "  - Goed.",
        "bevinding a",
        "  tekst:",
        "    Een zin [@D01].",
        "    Nog een zin.",
        "  bronnen: [D01, I05]",
    ]


_HOSTILE = st.sampled_from(
    [
        *(
            "",
            "Een zin.",
            "nog een woord",
            "  ingesprongen",
            "    diep",
            "met einde  ",
            "terug\\",
            "1.",
            "2)",
            "+",
        ),
        *(
            "- punt",
            "* punt",
            "  - dieper",
            "+ Zin.",
            "1. Eerste punt",
            "   1.",
            "2) aB",
            "aB",
            "> citaat",
            "# kop",
        ),
        *(
            "===",
            "---",
            "| a | b |",
            "| - | - |",
            "```",
            "~~~",
            "[^1]: noot",
            "[a]: b",
            "`code  x`",
            "a | b",
            "*een*",
        ),
        *("___", "_ _ _", "[a\\]b]: url", "[een", "b]: url", "Zin. (En", "**", "1", "2025", "Aa.", "Bb."),
        *("<div>", "Zin.<div>&nbsp;<b>", "De rest.", "\ttab", "*", "2025. Twee", "[een] twee"),
    ]
)
_TEKST = st.lists(_HOSTILE, max_size=6).map("\n".join)
# Two texts drawn by themselves are hardly ever the same to a reader: these have the same words.
_TUSSEN = st.sampled_from(["\n", "\n", " ", "\n\n", "\n\n\n", "\n  ", "  \n", "\u00a0\n"])


def _joined(data: st.DataObject, words: list[str]) -> str:
    return "".join(f"{word}{data.draw(_TUSSEN)}" for word in words)


@settings(max_examples=4_000, deadline=None)
@given(st.lists(_HOSTILE, min_size=1, max_size=5), st.data())
def test_two_texts_that_read_differently_never_give_the_same_lines(
    words: list[str], data: st.DataObject
) -> None:
    one, other = _joined(data, words), _joined(data, words)
    if split_tekst(one) == split_tekst(other):
        assert _seen(one) == _seen(other)


@given(_TEKST)
def test_no_word_of_a_text_is_lost(tekst: str) -> None:
    assert " ".join(split_tekst(tekst)).split() == tekst.split()


@given(_TEKST)
def test_a_text_that_is_joined_reads_the_same(tekst: str) -> None:
    joined = "\n".join(split_tekst(tekst))
    assert _seen(joined) == _seen(tekst.strip("\n"))


def _seen(tekst: str) -> list[str]:
    """Return the parts of the page, white space outside code squeezed as a browser does."""
    page = MarkdownIt("commonmark").enable("table").render(tekst)
    parts = re.split(r"(<pre>.*?</pre>)", page, flags=re.DOTALL)
    # Not str.split: a space that does not break is a sign of its own.
    return [part if part.startswith("<pre>") else re.sub(r"[ \t\n]+", " ", part).strip() for part in parts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Eerste punt\n   1.\nDe rest.", "1. Eerste punt\n   1. De rest."),
        ("2) aB", "2)\naB"),
        ("+ Zin.<div>&nbsp;<b>", "+\nZin.<div>&nbsp;<b>"),
        ("```\na", "```\na\n\n\nb"),
        ("Zin.\n___", "Zin. ___"),
        ("[a\\]b]: url\ntekst", "[a\\]b]: url tekst"),
        ("[a\nb]: url\ntekst", "[a b]: url tekst"),
        ("een\u00a0\ntwee", "een\ntwee"),
    ],
)
def test_a_change_that_a_diff_once_hid_is_shown(one: str, other: str) -> None:
    assert split_tekst(one) != split_tekst(other)
