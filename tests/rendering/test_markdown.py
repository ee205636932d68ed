"""Markdown: read again it gives the same words, and nothing that was text becomes markup."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.rendering.proefboom import DOCUMENT, HOSTILE, STIJL
from toezicht_cli.rendering.boom import (
    BOX_KINDS,
    Badge,
    Block,
    Box,
    Cell,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
    Title,
    plain_text,
    walk,
)
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.markdown import WRITER

READER = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").use(footnote_plugin)
ADDRESSES = (
    "https://a.test/x(y)?a=1&b=2&copy;=3",
    "https://a.test/x_y*z|q",
    "mailto:a@b.test",
    "https://a.test/x%20\\y",
)
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
    return text.partition(f"---\n\n{STIJL.organisatie}")[0].rstrip("\n")


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


LEAF = (
    WORDS.map(Text)
    | WORDS.map(Code)
    | st.just(LineBreak())
    | st.builds(Badge, st.just("✓"), WORDS, st.just("#112233"))
)


def _with_marks(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    few = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        few.map(Strong)
        | few.map(Emphasis)
        | st.builds(Link, st.sampled_from(ADDRESSES), few)
        | st.builds(Reference, st.sampled_from(["kop", "elders"]), few)
    )


SENTENCES = st.lists(st.recursive(LEAF, _with_marks, max_leaves=5), min_size=1, max_size=4).map(tuple)
PARAGRAPHS = SENTENCES.map(Paragraph)


def _with_boxes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    few = st.lists(inner, min_size=1, max_size=3).map(tuple)
    cell = few.map(Cell)
    return (
        st.builds(Items, st.lists(few, min_size=1, max_size=3).map(tuple), st.none() | st.integers(1, 12))
        | few.map(Quote)
        | st.builds(Box, st.sampled_from(BOX_KINDS), few)
        | st.builds(
            lambda caption, left, right: Table(
                caption, (left, right), ((right, left),), ("left", "right"), (50, 50)
            ),
            SENTENCES,
            cell,
            cell,
        )
    )


BLOCKS = st.recursive(
    PARAGRAPHS
    | st.builds(Heading, st.integers(1, 5), SENTENCES, st.just("kop"))
    | WORDS.map(CodeBlock)
    | st.sampled_from([Divider(), PageBreak()]),
    _with_boxes,
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(SENTENCES)
@example((Strong((Text("a"),)), Strong((Text("b"),))))
@example((Text("a"), Emphasis((Text("(b)"),)), Text("c")))
@example((Code("a"), Code("b")))
@example((Link("https://a.test/", (Link("https://b.test/", (Text("a"),)),)),))
def test_a_sentence_of_any_parts_is_read_as_its_words(sentence: tuple[Inline, ...]) -> None:
    text, kinds = read(markdown(Paragraph(sentence)))
    assert text == _joined(plain_text(sentence))
    assert not kinds & {"html_inline", "html_block", "image", "footnote_ref"}


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_blocks_in_blocks_are_read_as_their_words_in_order(blocks: list[Block]) -> None:
    text, kinds = read(markdown(*blocks))
    # The points of a list in a cell have a semicolon between them.
    assert text.replace(";", "") == _joined(plain_text(tuple(blocks))).replace(";", "")
    assert not kinds & {"html_inline", "html_block", "image", "footnote_ref"}


def test_a_list_in_a_cell_stands_on_one_line() -> None:
    points = Items(tuple((Paragraph((Text(words),)),) for words in ("een plan", "een brief;", "een gesprek")))
    table = Table((), (Cell(()),), ((Cell((Paragraph((Text("Nodig:"),)), points)),),), ("left",), (100,))
    assert markdown(table) == "|  |\n| --- |\n| Nodig: een plan; een brief; een gesprek |"


def test_two_lists_after_one_another_stay_two() -> None:
    points = Items(((Paragraph((Text("a"),)),),))
    numbers = Items(((Paragraph((Text("b"),)),),), 3)
    tokens = READER.parse(markdown(points, points, points, numbers, numbers))
    kinds = [token.type for token in tokens if token.level == 0 and token.type.endswith("list_open")]
    assert kinds == ["bullet_list_open"] * 3 + ["ordered_list_open"] * 2


@pytest.mark.parametrize("after", [Text(": https://a.test"), Text("(https://a.test)"), Strong((Text(":x"),))])
def test_words_after_a_footnote_make_it_no_definition_and_no_link(after: Inline) -> None:
    note = Note(1, (Paragraph((Text("de noot"),)),))
    text, kinds = read(markdown(Paragraph((note, after))))
    assert text == _joined(f"{plain_text(after)}denoot")
    assert "footnote_ref" in kinds
    assert "link_open" not in kinds


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_read_as_that_address(address: str) -> None:
    paragraph = Paragraph((Link(address, (Text("a"),)),))
    table = Table((), (Cell((paragraph,)),), ((Cell((paragraph,)),),), ("left",), (100,))
    for token in _flat(READER.parse(markdown(paragraph, table))):
        if token.type == "link_open":
            assert unquote(str(token.attrs["href"])) == unquote(address)


def test_a_reference_leads_to_a_heading_and_is_words_where_there_is_none() -> None:
    title = Title((Text("Het rapport"),))
    heads = [Heading(1, (Text("Norm 1.1: Cliënt & zorg"),), f"n{number}") for number in (1, 2)]
    links = [Reference(target, (Text("x"),)) for target in ("n1", "n2", "bron")]
    text = markdown(title, *heads, Paragraph((links[0], links[1], links[2])))
    assert text.endswith("[x](#norm-11-cliënt--zorg)[x](#norm-11-cliënt--zorg-1)x")


def test_an_address_of_a_letter_keeps_its_lines() -> None:
    lines = (Text("Zorg De Linde"), LineBreak(), Text("- Lindestraat 3"), LineBreak(), Text("1. Lindeland"))
    assert markdown(Paragraph(lines)) == "Zorg De Linde\\\n\\- Lindestraat 3\\\n1\\. Lindeland"
    assert markdown(Heading(1, lines, "x")) == "## Zorg De Linde - Lindestraat 3 1. Lindeland"


@pytest.mark.parametrize("node", [Paragraph((Text("\0"),)), Paragraph((Code("\x1b"),)), CodeBlock("\x07")])
def test_a_character_that_a_text_cannot_hold_is_refused(node: Block) -> None:
    with pytest.raises(WriterError, match="haal het weg"):
        markdown(node)


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
