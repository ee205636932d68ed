"""The web page: it asks for nothing, lets nothing in, and holds every word in its place."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.rendering.proefboom import DOCUMENT, HOSTILE, STIJL
from toezicht_cli.analysis.kleur import contrast_on_white
from toezicht_cli.rendering.boom import (
    Align,
    Badge,
    Cell,
    Code,
    CodeBlock,
    Document,
    Heading,
    Link,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    Title,
    walk,
)
from toezicht_cli.rendering.html.kleuren import dark, ink_on, light
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.html import WRITER

ROOT = Path(__file__).parents[2]
COLORS = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def page(document: Document = DOCUMENT) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(WRITER.write(document, STIJL).decode())


def only(*blocks: object) -> Document:
    """Return a document that holds a title and ``blocks``."""
    return DOCUMENT._replace(blocks=(Title((Text("Proef"),)), *blocks))  # type: ignore[arg-type]  # blocks


PAGE = page()
KNOWN = re.compile(
    "alt|aria-(hidden|label|labelledby)|charset|class|content|fill|font-(family|size|weight)|height|href|http-equiv"
    "|id|lang|name|open|rel|role|scope|src|start|tabindex|text-anchor|title|value|viewbox|width|x|y"
)


def test_no_attribute_leads_outside_but_the_links_of_the_document() -> None:
    hrefs = {node.href for node in walk(DOCUMENT.blocks) if isinstance(node, Link)}
    for element in PAGE.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            if name in {"href", "src", "action", "srcset", "data", "poster"}:
                assert value.startswith(("#", "data:")) or value in hrefs, (element.tag, name, value)
    assert {element.tag for element in PAGE.iter()} & {
        "script",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
    } == set()
    css = PAGE.findtext(".//style") or ""
    assert not re.search(r"@import|url\(|expression\(", css)


def test_the_page_has_no_attributes_but_these() -> None:
    found = {name for element in PAGE.iter() for name in element.attrib}
    assert {name for name in found if not KNOWN.fullmatch(name)} == set()


def test_words_stand_on_the_page_in_the_order_of_the_tree() -> None:
    shown = "".join(PAGE.xpath("string(//body)").split())
    place = 0
    for node in DOCUMENT.blocks[2:]:
        for part in walk(node):
            if isinstance(part, Note):
                break
            if isinstance(part, Text | Code | CodeBlock):
                found = shown.find("".join(part.text.split()), place)
                assert found >= 0, part
                place = found


def test_a_page_without_a_sender_has_no_empty_lines() -> None:
    nobody = STIJL._replace(organisatie="", adres=(), logo=None)
    found = lxml_html.document_fromstring(WRITER.write(only(Paragraph((Text("x"),))), nobody).decode())
    assert not [
        element for element in found.iter("p", "span", "header") if not element.text_content().strip()
    ]
    bare = DOCUMENT._replace(blocks=(Paragraph((Text("x"),)),))
    assert not lxml_html.document_fromstring(WRITER.write(bare, nobody).decode()).xpath("//header")


def test_a_table_of_many_columns_has_upright_heads() -> None:
    for number, size in ((3, None), (4, "breed"), (8, "breed vol")):
        row = tuple(Cell((Paragraph((Text("x"),)),)) for _ in range(number))
        left: Align = "left"
        wide = Table((), row, (row,), (left,) * number, (1,) * number)
        assert page(only(wide)).xpath("//table")[0].get("class") == size


def test_the_policy_lets_in_this_style_sheet_and_nothing_else() -> None:
    policy = PAGE.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    css = (PAGE.findtext(".//style") or "").encode()
    digest = base64.b64encode(hashlib.sha256(css).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not PAGE.xpath("//*[@style]")


def test_every_anchor_is_there_once_and_every_link_within_the_page_leads_to_one() -> None:
    anchors = PAGE.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    inside = [value[1:] for value in PAGE.xpath("//a/@href") if value.startswith("#")]
    assert inside
    assert set(inside) <= set(anchors)
    for node in walk(DOCUMENT.blocks):
        if isinstance(node, Heading | Paragraph | Cell | Reference) and node.anchor:
            assert node.anchor in anchors


def test_every_word_of_the_tree_stands_on_the_page() -> None:
    shown = " ".join(PAGE.text_content().split())
    for node in walk(DOCUMENT.blocks):
        if isinstance(node, Text | CodeBlock):
            assert " ".join(node.text.split()) in shown
        elif isinstance(node, Badge):
            assert node.text in shown
            assert node.symbol in shown


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words(hostile: str) -> None:
    found = page(only(Paragraph((Text(hostile),)), Heading(1, (Text(hostile),), "x")))
    assert found.xpath("//main/p")[0].text_content() == hostile
    assert found.xpath("//main/h2")[0].text_content() == hostile
    assert not found.xpath("//script")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=60))
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    found = page(only(Paragraph((Text(f"x{words}x"),))))
    assert found.xpath("//main/p")[0].text_content() == f"x{words}x"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//a.test", "/etc/passwd", "https:// a"]
)
def test_a_link_to_anything_but_the_web_or_mail_is_refused(address: str) -> None:
    with pytest.raises(WriterError, match="gaat niet naar een adres"):
        WRITER.write(only(Paragraph((Link(address, (Text("x"),)),))), STIJL)


@pytest.mark.parametrize("words", ["\0", "\x1b[31m", "\x07", "\x85", "\ufffe"])
def test_a_character_that_a_page_cannot_hold_is_refused(words: str) -> None:
    with pytest.raises(WriterError, match="niet op een webpagina"):
        WRITER.write(only(Paragraph((Text(words),))), STIJL)


def test_the_page_says_what_a_screen_reader_needs() -> None:
    assert PAGE.get("lang") == "nl"
    assert PAGE.findtext(".//title") == f"Concept: {DOCUMENT.title}"
    assert len(PAGE.xpath("//h1")) == len(PAGE.xpath("//main")) == len(PAGE.xpath("//header")) == 1
    levels = [int(str(element.tag)[1]) for element in PAGE.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in PAGE.xpath("//table"):
        assert table.xpath("thead//th[@scope='col']")
        assert table.xpath("tbody//th[@scope='row']")
        assert table.xpath("string(caption)")
    assert PAGE.xpath("string(//svg/@aria-label)").startswith("Oordelen per thema. Thema 1")
    assert PAGE.xpath("//body/a")[0].get("href") == f"#{PAGE.xpath('//main/@id')[0]}"


def test_the_warning_and_the_concept_stand_in_the_line_that_stays_in_sight() -> None:
    bar = PAGE.xpath("//div[@class='balk']")[0].text_content()
    assert "CONCEPT" in bar
    assert DOCUMENT.opdruk is not None
    assert DOCUMENT.opdruk in bar
    calm = page(DOCUMENT._replace(variant="definitief", opdruk=None, blocks=DOCUMENT.blocks[:1]))
    assert not calm.xpath("//div[@class='balk']")


def test_footnotes_lead_there_and_back() -> None:
    call = PAGE.xpath("//a[@role='doc-noteref']")[0]
    note = PAGE.xpath(f"//*[@id='{call.get('href')[1:]}']")[0]
    assert "Een noot & meer." in note.text_content()
    assert note.xpath(f".//a[@href='#{call.get('id')}']")


def test_the_fingerprint_of_the_data_stands_in_the_bytes() -> None:
    assert f"toezicht-gegevens:{DOCUMENT.gegevens}".encode() in WRITER.write(DOCUMENT, STIJL)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, by their contrast with white."""
    ratio = contrast_on_white(first) / contrast_on_white(second)
    return max(ratio, 1 / ratio)


@given(COLORS)
def test_every_accent_can_be_read_in_the_light_and_in_the_dark(accent: str) -> None:
    for theme in (light(accent), dark(accent)):
        for ground in (theme.papier, theme.vlak, theme.tint):
            assert contrast(theme.accent, ground) >= 4.5
            assert contrast(theme.inkt, ground) >= 4.5
            assert contrast(theme.zacht, ground) >= 4.5
            assert contrast(theme.rand, ground) >= 3
        assert contrast(theme.op_band, theme.band) >= 4.5
        assert contrast(theme.op_waarschuwing, theme.waarschuwing) >= 4.5
    assert contrast(ink_on(accent), accent) >= 4.5


def test_words_of_a_case_cannot_end_a_string_of_the_style_sheet() -> None:
    hostile = '"} body { display: none } </style><script>alert(1)</script> \\'
    found = page(DOCUMENT._replace(running=hostile, opdruk=hostile))
    assert not found.xpath("//script")
    assert "display: none }" not in (found.findtext(".//style") or "").replace("{ display: none; }", "")


def test_the_same_document_gives_the_same_bytes_anywhere() -> None:
    code = (
        "import sys; from tests.rendering.proefboom import DOCUMENT, STIJL; "
        "from toezicht_cli.rendering.writers.html import WRITER; "
        "sys.stdout.buffer.write(WRITER.write(DOCUMENT, STIJL))"
    )
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, **extra},
            capture_output=True,
            check=True,
        ).stdout
        for extra in surroundings
    ]
    assert made[0] == made[1] == WRITER.write(DOCUMENT, STIJL)


def test_a_document_without_a_cover_begins_with_its_title() -> None:
    letter = page(only(Paragraph((Text("Geacht college,"),))))
    assert letter.xpath("//header//h1")[0].text_content() == "Proef"
