"""Words of a document from elsewhere come back from the renderer as the same words."""

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from toezicht_cli.analysis.cijfers_in_tekst import walk_cijferverwijzingen
from toezicht_cli.analysis.cijfers_invullen import fill_cijfers
from toezicht_cli.analysis.vreemde_tekst import escape_opmaak, make_visible, show_words
from toezicht_cli.loading.tekens import FORBIDDEN
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.loading.yaml_wijzigen import set_value
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import find_citaties
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.models.waarde import Opmaak
from toezicht_cli.rendering.boom import LineBreak, Paragraph, Text
from toezicht_cli.rendering.bouwen import build_text

_CIJFERS = Cijfers.model_validate({"cijfers": {"dossiers": {"waarde": "7"}}})
_TEKENS = "ab1 \t\n\r.,;:!?()[]{}<>@^&#*_`~|\\/+-=\"'\u202e\u200b\ue000\ue001\x00\xad\u00a0é"
_STUKKEN = st.sampled_from(
    ["[@D01]", "[^1]", "[^1]: a", "{cijfer:dossiers}", "<b>", "</w:t>", "&lt;", "&eacute;", "---"]
) | st.sampled_from(
    ["| a |", "|-|", "1. ", "- ", "# ", "```", "~~~", "    ", ":--", "<https://example.nl>", "![a](b)"]
)
TEKST = st.one_of(st.text(), st.text(_TEKENS), st.lists(_STUKKEN | st.text(_TEKENS, max_size=3)).map("".join))


def _shown(text: str) -> list[str]:
    """Return the words that a report shows of a text, paragraph by paragraph; only text may be in it."""
    words: list[str] = []
    for block in build_text(fill_cijfers(text, _CIJFERS), "").blocks:
        assert isinstance(block, Paragraph)
        assert all(isinstance(child, Text | LineBreak) for child in block.children)
        words += "".join(child.text for child in block.children if isinstance(child, Text)).split()
    return words


@given(TEKST)
@example("[@D01] {cijfer:dossiers} <b>x</b> &eacute; \\&amp; `<i>`")
@example("Kop\n===\n| a | b |\n|---|---|\n| c |")
def test_the_renderer_gives_the_words_of_a_foreign_text_back(text: str) -> None:
    escaped = escape_opmaak(text)
    assert _shown(escaped) == make_visible(text).split()
    assert find_citaties(escaped) == ()


@given(TEKST)
def test_the_model_takes_an_escaped_text_and_yaml_keeps_it(text: str) -> None:
    escaped = escape_opmaak(text)
    if escaped:
        assert TypeAdapter(Opmaak).validate_python(escaped) == escaped
        written = set_value("a: b\n", ("a",), escaped, "x.yaml")
        assert parse(written, "x.yaml").value == {"a": escaped}


@given(TEKST)
@example("&lt; \\& <b> \\\\* &amp;lt;")
def test_a_screen_shows_the_words_without_what_guards_them(text: str) -> None:
    assert show_words(escape_opmaak(text)).split() == make_visible(text).split()


@pytest.mark.parametrize(
    "text", ["{cijfer:dossiers}", "{cijfr:dossiers}", "{ Cijfers : dossiers }", "{cijfer"]
)
def test_no_figure_of_ours_is_called_or_almost_called(text: str) -> None:
    wederhoor = Wederhoor.model_validate({"reacties": ({"id": "R01", "reactie": escape_opmaak(text)},)})
    assert list(walk_cijferverwijzingen(Dossier("proef", {"wederhoor.yaml": wederhoor}))) == []
    assert show_words(escape_opmaak(text)) == text


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("goed\u202ekeurd", "goed[U+202E]keurd"),
        ("a\u200bb\ue000", "a[U+200B]b[U+E000]"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\udc80", "[U+DC80]"),
        ("  a \t b\r\nc ", "a b c"),
    ],
)
def test_a_character_that_nobody_sees_becomes_visible(text: str, visible: str) -> None:
    assert make_visible(text) == visible


def test_no_character_that_a_case_refuses_is_left() -> None:
    refused = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if FORBIDDEN.match(sign))
    assert len(refused) > 4_000
    assert FORBIDDEN.search(make_visible(refused)) is None


def test_an_ordinary_sentence_stays_as_it_was() -> None:
    sentence = "Wij hebben 7 dossiers (niet 8), zie punt 1.2 & p. 3: dat is 100% van R&D_team-2!"
    assert escape_opmaak(sentence).replace("&amp;", "&") == sentence


def test_each_line_becomes_a_paragraph() -> None:
    assert escape_opmaak("een\r\ntwee\n\n- drie\n4. vier") == "een\n\ntwee\n\n\\- drie\n\n4\\. vier"
