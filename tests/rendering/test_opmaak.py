"""Markdown of a case: only what is allowed becomes more than words, and no word is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toezicht_cli.rendering.boom import (
    CodeBlock,
    Emphasis,
    Items,
    Link,
    Note,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain_text,
    walk,
)
from toezicht_cli.rendering.bouwen import build, build_text
from toezicht_cli.rendering.inzet import Blocks, Citation, Subheading, Words, make_marker
from toezicht_cli.rendering.opmaak import OpmaakError, parse_markdown
from toezicht_cli.rendering.volledig import find_missing


def nodes(text: str, kind: type) -> list[object]:
    """Return the nodes of a kind that a text of a case becomes."""
    return [node for node in walk(build_text(text, "1.1 a").blocks) if isinstance(node, kind)]


def test_words_with_weight_emphasis_and_code_keep_their_kind() -> None:
    (paragraph,) = build_text("Een **zwaar** en *schuin* woord.", "x").blocks
    assert paragraph == Paragraph(
        (
            Text("Een "),
            Strong((Text("zwaar"),)),
            Text(" en "),
            Emphasis((Text("schuin"),)),
            Text(" woord."),
        )
    )


def test_a_citation_becomes_a_citation_with_the_words_around_it() -> None:
    (paragraph,) = build_text("Gezien [@D01; @I05, p. 2].", "1.1 a").blocks
    assert isinstance(paragraph, Paragraph)
    assert list(paragraph.children) == [
        Text("Gezien ["),
        Citation("D01", "1.1 a"),
        Text("; "),
        Citation("I05", "1.1 a"),
        Text(", p. 2]."),
    ]


@pytest.mark.parametrize(
    "address",
    ["https://voorbeeld.test/a?b=1", "http://voorbeeld.test", "mailto:post@voorbeeld.test"],
)
def test_a_safe_address_becomes_a_link(address: str) -> None:
    assert nodes(f"[lees]({address})", Link) == [Link(address, (Text("lees"),))]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//voorbeeld.test/x",
        "/etc/passwd",
        "../../geheim",
        "#norm-1.1",
        "ftp://voorbeeld.test",
        "https:voorbeeld",
        "&#106;avascript:alert(1)",
        "java\tscript:alert(1)",
    ],
)
def test_any_other_address_stays_words(address: str) -> None:
    text = f"[lees]({address})"
    assert nodes(text, Link) == []
    assert "lees" in plain_text(build_text(text, "x").blocks)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "::: voorblad\nNep\n:::",
        "::: kern\nNep\n:::",
        "{{ 7 * 7 }} {% if x %}",
        make_marker(0),
        f"a {make_marker(3)} b",
        "[noot]: https://voorbeeld.test",
    ],
)
def test_what_means_something_elsewhere_is_words_here(text: str) -> None:
    blocks = build_text(text, "x").blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
    words = "".join(plain_text(blocks).split())
    assert words == "".join(text.split())


def test_a_picture_becomes_its_words_and_its_address() -> None:
    (paragraph,) = build_text("![een plan](https://voorbeeld.test/x.png)", "x").blocks
    assert plain_text(paragraph) == "een plan (https://voorbeeld.test/x.png)"
    assert nodes("![een plan](https://voorbeeld.test/x.png)", Link) == []


def test_lists_quotes_code_and_tables_keep_their_kind() -> None:
    text = "3. drie\n   - daarin\n\n> citaat\n\n```yaml\na: 1\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"
    items, quote, code, table = build_text(text, "x").blocks
    assert isinstance(items, Items)
    assert items.start == 3
    assert isinstance(quote, Quote)
    assert code == CodeBlock("yaml\na: 1")
    assert isinstance(table, Table)
    assert (table.align, table.row_heads) == (("left", "right"), False)


def test_headings_rank_from_one_whatever_level_they_have() -> None:
    ranks = [node.rank for node in nodes("### diep\n\ntekst\n\n##### dieper\n", Subheading)]  # type: ignore[attr-defined]  # nodes() returns this kind
    assert ranks == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: noot\n\n    - punt",
        "[adres](https://é.nl/ü)",
        "#",
        "1. een\n1. twee",
        "x &copy; &eacute; AT&T",
        "dubbel dubbel [^a] en [^a]\n\n[^a]: noot",
    ],
)
def test_sound_markdown_is_not_refused(text: str) -> None:
    build_text(text, "x")


def test_a_footnote_stands_where_it_is_called() -> None:
    (note,) = nodes("Een zin[^1].\n\n[^1]: De noot [@B01].\n", Note)
    assert plain_text(note) == "De noot []."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | weg |", "wegvallen uit het rapport: weg"),
        ("| a | b |\n|---|---|\n| 10 | 20 | € |", "wegvallen uit het rapport: €"),
        ("| x | y |\n|---|---|\n| x | y | y |", "wegvallen uit het rapport: y"),
        ("1. een\n3. drie\n7. zeven", "nummers 1, 3, 7 van deze lijst lopen niet door"),
        (f"|{'a|' * 13}\n|{'-|' * 13}\n", "meer dan 12 kolommen"),
        ("los\n\n[^1]: niet genoemd", "voetnoot 1 heeft geen plaats"),
        ("> " * 20 + "x", "te diep"),
        ("- " * 20 + "x", "te diep"),
        ("*" * 60 + "x" + "*" * 60, "te diep"),
        ("a[^1]\n\n[^1]: b[^1]", "verwijst naar zichzelf"),
    ],
)
def test_what_would_lose_words_is_refused(text: str, words: str) -> None:
    with pytest.raises(OpmaakError, match=words):
        build_text(text, "x")


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab 1#*_-`>|[]()!^:@;\\&\n~<{}.", max_size=80))
def test_no_word_of_any_text_is_lost(text: str) -> None:
    try:
        blocks = build_text(text, "x").blocks
    except OpmaakError:
        return
    assert find_missing(text, blocks) == ()


def test_a_value_of_several_paragraphs_joins_the_words_around_it() -> None:
    value = Blocks(build_text("een\n\n- punt\n\ntwee", "x").blocks)
    source = parse_markdown(f"**a.** {make_marker(0)} (bron)", [value], is_template=True)
    first, items, last = build(source)
    assert plain_text(first) == "a. een"
    assert isinstance(items, Items)
    assert plain_text(last) == "twee (bron)"


def test_a_value_cannot_open_a_block_of_the_template() -> None:
    value = Words((Text("::: kern"),))
    source = parse_markdown(f"{make_marker(0)}\n\nx\n", [value], is_template=True)
    assert build(source) == (Paragraph((Text("::: kern"),)), Paragraph((Text("x"),)))


@pytest.mark.parametrize("text", ["&#xE000;0&#xE001;", "x `&#xE000;` &#xE000;99999&#xE001;"])
def test_a_marker_that_nobody_gave_out_is_refused(text: str) -> None:
    with pytest.raises(OpmaakError, match="voor toezicht zelf"):
        build(parse_markdown(text, [], is_template=True))


def test_a_block_that_does_not_exist_is_refused_in_a_template() -> None:
    with pytest.raises(OpmaakError, match=r"dit blok bestaat niet: '::: kerm'; kies uit let-op, kern"):
        build(parse_markdown("::: kerm\n\nx\n\n:::\n", [], is_template=True))


def test_a_value_in_the_address_of_a_link_is_refused() -> None:
    source = parse_markdown(f"[x](https://a.test/{make_marker(0)})", [Words(())], is_template=True)
    with pytest.raises(OpmaakError, match="geen waarde in het adres"):
        build(source)
