"""Markdown: read again it gives the same words, and nothing that was text becomes markup."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.rendering.proefboom import DOCUMENT, HOSTILE, STIJL
from toezicht_cli.rendering.boom import (
    Block,
    Cell,
    Code,
    Emphasis,
    Heading,
    Items,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain_text,
    walk,
)
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.markdown import WRITER

READER = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").use(footnote_plugin)
WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"),
        exclude_characters="\u00ad",
    )
    | st.sampled_from(" *_`[]()<>!#-+=~|&:;.1\\^{}$@\"'"),
    min_size=1,
    max_size=40,
)


def markdown(*blocks: Block) -> str:
    """Return the Markdown of a document that holds only ``blocks``, without its foot."""
    text = WRITER.write(DOCUMENT._replace(blocks=blocks, opdruk=None, variant="definitief"), STIJL).decode()
    return text.partition("\n\n---\n\n" if blocks else "---\n\n")[0]


def read(text: str) -> tuple[str, set[str]]:
    """Return the words of a Markdown text as they are read, and the kinds of tokens in it."""
    tokens = list(_flat(READER.parse(text)))
    words = [
        token.content for token in tokens if token.type in {"text", "code_inline", "fence", "code_block"}
    ]
    return _joined(" ".join(words)), {token.type for token in tokens}


def _flat(tokens: list[Token]) -> list[Token]:
    return [part for token in tokens for part in [token, *_flat(token.children or [])]]


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)


@settings(max_examples=600, deadline=None)
@given(WORDS)
@example("1. geen lijst")
@example("- geen punt")
@example("# geen kop")
@example("a  \\")
@example("---")
@example("    geen code")
@example("[x]: https://a.test")
@example("=== ")
@example("https://a.test/x_y_z")
@example("&amp; &#42;")
def test_any_words_are_read_as_those_words(words: str) -> None:
    if not words.strip():
        return
    text, kinds = read(markdown(Paragraph((Text(words),))))
    assert text == _joined(words)
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_words_in_a_heading_a_cell_a_list_and_a_quote_are_read_as_those_words(words: str) -> None:
    if not words.strip():
        return
    paragraph = Paragraph((Text(words),))
    table = Table((), (Cell((paragraph,)),), ((Cell((paragraph,)),),), ("left",), (100,))
    for block, times in (
        (Heading(1, (Text(words),), "x"), 1),
        (Items(((paragraph,),)), 1),
        (Items(((paragraph,),), 7), 1),
        (Quote((paragraph,)), 1),
        (table, 2),
    ):
        text, kinds = read(markdown(block))
        assert text == _joined(words) * times
        assert not kinds & {
            "html_inline",
            "html_block",
            "link_open",
            "image",
            "em_open",
            "strong_open",
            "fence",
        }


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_words(hostile: str) -> None:
    text, kinds = read(markdown(Paragraph((Text(hostile),))))
    assert text == _joined(hostile)
    assert not kinds & {"html_inline", "html_block", "link_open"}


def test_the_whole_document_keeps_its_words_in_order() -> None:
    written = WRITER.write(DOCUMENT, STIJL).decode()
    text, _ = read(written)
    for node in walk(DOCUMENT.blocks):
        if isinstance(node, Paragraph):
            pieces = [part.text for part in walk(node.children) if isinstance(part, Text | Code)]
            assert all(_joined(piece) in text for piece in pieces)


def test_weight_emphasis_links_and_tables_are_read_as_such() -> None:
    _, kinds = read(
        markdown(
            Paragraph((Strong((Text("zwaar"),)), Text(" en "), Emphasis((Text("schuin"),)))),
            Paragraph((Link("https://a.test/x(y)", (Text("adres"),)),)),
        )
    )
    assert {"strong_open", "em_open", "link_open"} <= kinds
    _, kinds = read(WRITER.write(DOCUMENT, STIJL).decode())
    assert {"table_open", "footnote_ref", "heading_open", "blockquote_open"} <= kinds
    assert not kinds & {"html_inline", "html_block"}


def test_a_link_to_elsewhere_is_refused() -> None:
    with pytest.raises(WriterError, match="http"):
        markdown(Paragraph((Link("javascript:alert(1)", (Text("x"),)),)))


def test_a_concept_and_the_warning_stand_at_both_ends() -> None:
    text = WRITER.write(DOCUMENT, STIJL).decode()
    assert text.startswith("**Concept**\n\n**Verzonnen voorbeeld, geen rapport van een GGD**\n")
    assert text.count("**Concept**") == 2
    assert text.endswith(f"Gegevens: `toezicht-gegevens:{'ab' * 32}`\n")


def test_a_paragraph_is_a_line() -> None:
    long = " ".join(["woord"] * 200)
    assert markdown(Paragraph((Text(long),))) == long
    assert plain_text(Paragraph((Text(long),))) == long
