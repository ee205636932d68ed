import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from tests.rendering.kantoorproef import (
    alinea,
    chapter,
    digest,
    document_of,
    hashes_of_processes,
    points,
    texts_of,
    words,
)
from tests.rendering.proefboom import BRONNEN, CHART, DOCUMENT, HOSTILE, STIJL, cell
from toezicht_cli.rendering.boom import (
    Badge,
    Box,
    CodeBlock,
    Contents,
    Document,
    Emphasis,
    Items,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Text,
    Title,
)
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.docx import WRITER, write, write_with_reference

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAME = re.compile("[A-Za-z][A-Za-z0-9_]{0,39}")
_PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/header2.xml",
    "word/media/beeld1.png",
    "word/media/beeld2.png",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
}
SMALL = BRONNEN._replace(rows=((cell(), cell("x"), cell()),))
MADE = write(DOCUMENT, STIJL)


def _part(data: bytes, name: str) -> _Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def _opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def _text(found: _Element) -> str:
    """Return all text below an element, inserted text and text in links included."""
    signs = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n"}
    parts = (node.text if node.tag == f"{W}t" else signs[str(node.tag)] for node in found.iter(*signs))
    return "".join(part or "" for part in parts)


def _paragraphs(data: bytes) -> list[str]:
    return [_text(found) for found in _part(data, "document").iter(f"{W}p")]


def _value(found: _Element, path: str) -> str | None:
    child = found.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if child is None else child.get(f"{W}val")


def _relations(data: bytes) -> Iterator[tuple[str, str, str | None]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                for relation in etree.fromstring(archive.read(name)):
                    yield name, relation.get("Target", ""), relation.get("TargetMode")


def test_the_writer_tells_its_name() -> None:
    assert WRITER[:2] == ("docx", "docx")
    assert WRITER.write(DOCUMENT, STIJL) == MADE


def test_the_file_has_exactly_the_parts_that_it_needs() -> None:
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        assert set(archive.namelist()) == _PARTS
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_every_text_of_the_tree_stands_in_the_file_literally() -> None:
    everything = "\n".join(_text(_part(MADE, name)) for name in ("document", "footnotes", "header2"))
    assert [text for text in (*texts_of(DOCUMENT), DOCUMENT.running) if text not in everything] == []
    assert [text for text in HOSTILE if text not in _paragraphs(MADE)] == []


def test_headings_title_and_text_have_the_styles_of_word() -> None:
    styles = {
        _text(found._p): found.style.name for found in _opened(MADE).paragraphs if found.style is not None
    }
    assert styles["Samenvatting"] == "Heading 1"
    assert styles["Thema 1: Cliëntgerichtheid"] == "Heading 2"
    assert styles["Norm 1.1: Ondersteuning op maat"] == "Heading 3"
    assert styles["Onderzoek naar Zorg <De Linde> & Co"] == "Omslag titel"
    assert styles["Verzonnen."] == "Omslag ondertitel"
    assert styles[HOSTILE[0]] == "Body Text"
    assert styles["een punt"] == "List Bullet"
    assert styles["daaronder"] == "List Number 2"
    assert styles["met twee alinea's"] == "List Continue"
    assert styles["Woorden van een ander."] == "Quote"
    assert styles["regel 1\n  regel 2 <b>"] == "Codeblok"
    assert styles["Let op: verzonnen."] == "Kader let op"
    assert styles["De hulp past bij de cliënt."] == "Kader norm"
    assert styles["Maak een plan."] == "Kader punten"
    assert styles["Kader: Lindeland, 2026"] == "Kader colofon"
    assert styles["Interviews"] == "Caption"


def test_every_style_in_use_exists_and_every_style_name_is_there_once() -> None:
    styles = _part(MADE, "styles")
    idents = [found.get(f"{W}styleId") for found in styles.iter(f"{W}style")]
    names = [(_value(found, "name") or "").casefold() for found in styles.iter(f"{W}style")]
    assert len(set(idents)) == len(idents)
    assert len(set(names)) == len(names)
    used = {
        found.get(f"{W}val")
        for part in (
            "document",
            "styles",
            "footnotes",
            "header1",
            "header2",
            "footer1",
            "footer2",
            "numbering",
        )
        for found in _part(MADE, part).iter(
            *(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"))
        )
    }
    assert used <= set(idents)


def test_the_language_and_what_the_file_tells_about_itself() -> None:
    language = _part(MADE, "styles").find(f".//{W}docDefaults//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "nl-NL"
    told = _opened(MADE).core_properties
    assert (told.title, told.author, told.language) == (DOCUMENT.title, DOCUMENT.author, "nl-NL")
    assert told.keywords == f"toezicht-gegevens:{DOCUMENT.gegevens}"
    assert told.subject == DOCUMENT.running
    assert told.created is not None
    assert told.created.date() == date(2026, 3, 2)


def test_a_document_without_moment_tells_no_day() -> None:
    with zipfile.ZipFile(io.BytesIO(write(DOCUMENT._replace(moment=None), STIJL))) as archive:
        assert b"dcterms:created" not in archive.read("docProps/core.xml")
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_title_that_looks_like_a_fingerprint_comes_after_the_real_one() -> None:
    data = write(DOCUMENT._replace(title="toezicht-gegevens:" + "0" * 64), STIJL)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert core.index(DOCUMENT.gegevens) < core.index("0" * 64)


def test_a_table_has_a_head_that_comes_back_rows_that_stay_whole_and_a_name() -> None:
    table = _part(MADE, "document").find(f".//{W}tbl")
    assert table is not None
    rows = table.findall(f"{W}tr")
    assert len(rows) == len(BRONNEN.rows) + 1
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * len(
        BRONNEN.rows
    )
    assert _value(table, "tblPr/tblCaption") == "Interviews"
    assert _value(table, "tblPr/tblDescription") == "Tabel met de kolommen Bron, Wie, Genoemd bij"
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
    assert [round(100 * width / sum(widths)) for width in widths] == list(BRONNEN.widths)
    assert rows[1].findall(f"{W}tc")[2].find(f".//{W}pStyle").get(f"{W}val") == "Tabeltekstrechts"  # type: ignore[union-attr] # it fails on None


def test_a_table_without_row_heads_has_no_first_column() -> None:
    look = _part(write(document_of(BRONNEN._replace(row_heads=False, rows=())), STIJL), "document").find(
        f".//{W}tblLook"
    )
    assert look is not None
    assert look.get(f"{W}firstColumn") == "0"


def test_an_empty_cell_and_two_tables_in_a_row_stay_apart() -> None:
    one = SMALL._replace(caption=())
    data = write(document_of(one, one), STIJL)
    body = _part(data, "document")[0]
    tags = [str(found.tag).removeprefix(W) for found in body]
    assert tags[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]
    assert all(found[-1].tag == f"{W}p" for found in body.iter(f"{W}tc"))


def test_every_internal_link_leads_to_the_one_bookmark_of_that_name() -> None:
    document = _part(MADE, "document")
    names = [found.get(f"{W}name", "") for found in document.iter(f"{W}bookmarkStart")]
    idents = [found.get(f"{W}id") for found in document.iter(f"{W}bookmarkStart")]
    assert all(_NAME.fullmatch(name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert len(set(idents)) == len(idents)
    assert set(idents) == {found.get(f"{W}id") for found in document.iter(f"{W}bookmarkEnd")}
    targets = {found.get(f"{W}anchor") for found in document.iter(f"{W}hyperlink")} - {None}
    assert targets <= set(names)
    assert {"bron_I01", "cit_I01_1", "norm_1_1", "samenvatting"} <= targets
    assert {"bron_I02", "thema_1"} <= set(names)


def test_a_bookmark_stands_around_the_words_of_its_node() -> None:
    document = _part(MADE, "document")
    for name, text in (
        ("norm_1_1", "Norm 1.1: Ondersteuning op maat"),
        ("bron_I01", "I01"),
        ("cit_I01_1", "I01"),
    ):
        start = next(found for found in document.iter(f"{W}bookmarkStart") if found.get(f"{W}name") == name)
        end = next(
            found
            for found in start.itersiblings(f"{W}bookmarkEnd")
            if found.get(f"{W}id") == start.get(f"{W}id")
        )
        parent = start.getparent()
        assert parent is not None
        between = list(parent)[parent.index(start) + 1 : parent.index(end)]
        assert "".join(_text(found) for found in between) == text


def test_a_reference_tells_where_it_leads() -> None:
    links = {found.get(f"{W}anchor"): found for found in _part(MADE, "document").iter(f"{W}hyperlink")}
    assert links["bron_I01"].get(f"{W}tooltip") == "naar bron I01"
    assert _text(links["bron_I01"]) == "I01"


def test_only_links_of_the_tree_lead_outside() -> None:
    outside = [(target, mode) for _, target, mode in _relations(MADE) if mode is not None]
    assert outside == [("https://voorbeeld.test/?a=1&b=%22", "External")]
    inside = [target for _, target, mode in _relations(MADE) if mode is None]
    assert all("://" not in target for target in inside)


def test_a_link_in_a_footnote_belongs_to_the_footnotes() -> None:
    link = Link("mailto:info@voorbeeld.test", words("mail"))
    data = write(document_of(Paragraph((Text("a"), Note(1, (Paragraph((link,)),))))), STIJL)
    outside = [(name, target) for name, target, mode in _relations(data) if mode]
    assert outside == [("word/_rels/footnotes.xml.rels", "mailto:info@voorbeeld.test")]


def test_only_our_own_fields_stand_in_the_file() -> None:
    document = write(
        document_of(Contents(3), chapter('" TOC \\f { DDE }', "a"), alinea("{ MACROBUTTON x }")), STIJL
    )
    found = [
        node.text
        for part in ("document", "header1", "header2", "footer1", "footer2", "footnotes")
        for node in _part(document, part).iter(f"{W}instrText")
    ]
    assert found == [' TOC \\o "1-3" \\h \\z \\u ', " PAGE ", " NUMPAGES ", " PAGE ", " NUMPAGES "]


def test_the_list_of_contents_is_filled_in_and_leads_to_the_headings() -> None:
    contents = _part(MADE, "document").find(f".//{W}sdt/{W}sdtContent")
    assert contents is not None
    lines = [(_value(found, "pPr/pStyle"), _text(found)) for found in contents.iter(f"{W}p")]
    assert lines == [
        ("TOCHeading", "Inhoud"),
        ("TOC1", "Samenvatting"),
        ("TOC1", "Bevindingen"),
        ("TOC2", "Thema 1: Cliëntgerichtheid"),
        ("TOC1", "Vijandige tekst"),
        ("TOC1", "Bronnenlijst"),
        ("TOC2", "Meer over norm 1.1"),
    ]
    kinds = [found.get(f"{W}fldCharType") for found in contents.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_a_list_of_contents_without_headings_and_a_heading_with_a_note() -> None:
    assert write(document_of(Contents()), STIJL)
    heading = chapter("Kop", "kop")._replace(children=(Text("Kop"), Note(1, (alinea("noot"),))))
    assert "Kop" in _paragraphs(write(document_of(Contents(), heading), STIJL))


def test_footnotes_are_real_and_their_text_stands_with_them() -> None:
    notes = _part(MADE, "footnotes")
    assert {found.get(f"{W}id"): _text(found) for found in notes} == {
        "-1": "",
        "0": "",
        "1": " Een noot & meer.",
    }
    called = [found.get(f"{W}id") for found in _part(MADE, "document").iter(f"{W}footnoteReference")]
    assert called == ["1"]
    assert [found.get(f"{W}type") for found in notes] == ["separator", "continuationSeparator", None]


def test_pictures_tell_in_words_what_they_show() -> None:
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    found = [node.get("descr") for node in _part(MADE, "document").iter(drawn)]
    assert found == [STIJL.logo_alt, CHART.description]
    assert CHART.title in _paragraphs(MADE)


def _numbers(data: bytes) -> list[tuple[str, str | None, str | None]]:
    found = [node for node in _part(data, "document").iter(f"{W}p") if _text(node)]
    return [(_text(node), _value(node, "pPr/numPr/numId"), _value(node, "pPr/numPr/ilvl")) for node in found]


def test_every_ordered_list_counts_anew_from_its_own_start() -> None:
    data = write(document_of(points("a", "b", start=3), points("c", start=1), points("d")), STIJL)
    numbers = {text: (number, level) for text, number, level in _numbers(data)}
    assert numbers["a"] == numbers["b"] != numbers["c"]
    assert numbers["d"] == (None, None)
    starts = {
        found.get(f"{W}numId"): _value(found, "lvlOverride/startOverride")
        for found in _part(data, "numbering").iter(f"{W}num")
    }
    assert starts[numbers["a"][0]] == "3"
    assert starts[numbers["c"][0]] == "1"


def test_behind_a_list_is_as_much_space_as_behind_a_paragraph() -> None:
    nested = Items(((alinea("a"), points("b")), (alinea("c"),)))
    found = _part(write(document_of(nested, alinea("d")), STIJL), "document").iter(f"{W}p")
    spaces = {_text(node): node.find(f"{W}pPr/{W}spacing") is not None for node in found}
    assert [spaces[text] for text in "abcd"] == [False, False, True, False]


def test_only_words_in_tables_are_hyphenated() -> None:
    assert _part(MADE, "settings").find(f"{W}autoHyphenation") is not None
    hyphens = {
        _value(found, "name"): _value(found, "pPr/suppressAutoHyphens")
        for found in _part(MADE, "styles").iter(f"{W}style")
        if found.find(f"{W}pPr/{W}suppressAutoHyphens") is not None
    }
    assert {name for name, value in hyphens.items() if value == "0"} == {
        *("Tabeltekst", "Tabeltekst rechts", "Tabeltekst midden"),
        *("Tabelkop", "Tabelkop rechts", "Tabelkop midden"),
    }
    assert "Normal" in hyphens


def test_a_house_style_without_name_address_and_logo_leaves_no_empty_lines() -> None:
    bare = STIJL._replace(organisatie="", adres=(), logo=None)
    assert _paragraphs(write(document_of(alinea("x")), bare)) == ["Titel", "x"]
    assert _text(_part(write(DOCUMENT, bare), "footer1")) == ""


def test_bullets_come_from_their_style() -> None:
    data = write(document_of(points("a")), STIJL)
    style = next(
        found for found in _part(data, "styles").iter(f"{W}style") if found.get(f"{W}styleId") == "ListBullet"
    )
    number = _value(style, "pPr/numPr/numId")
    found = next(node for node in _part(data, "numbering").iter(f"{W}num") if node.get(f"{W}numId") == number)
    abstract = _value(found, "abstractNumId")
    shape = next(
        node
        for node in _part(data, "numbering").iter(f"{W}abstractNum")
        if node.get(f"{W}abstractNumId") == abstract
    )
    assert _value(shape, "lvl/numFmt") == "bullet"
    assert _value(shape, "lvl/pStyle") == "ListBullet"


def test_lists_deeper_than_word_goes_keep_their_words() -> None:
    deep = points("bodem")
    for level in range(12):
        deep = Items(((alinea(f"laag {level}"), deep),), 1)
    data = write(document_of(deep, Box("kern", (deep,))), STIJL)
    assert _paragraphs(data).count("bodem") == 2
    levels = {int(level) for _, _, level in _numbers(data) if level is not None}
    assert max(levels) == 8


def test_a_point_without_words_of_its_own_still_is_a_point() -> None:
    data = write(document_of(Items(((), (points("binnen"),)))), STIJL)
    styles = [_value(found, "pPr/pStyle") for found in _part(data, "document").iter(f"{W}p")]
    assert styles[-3:] == ["ListBullet", "ListBullet", "ListBullet2"]


def test_a_list_in_a_box_stays_in_the_style_of_the_box() -> None:
    box = Box("kern", (alinea("x"), Items(((alinea("punt"), alinea("vervolg")),), 2), alinea("y")))
    data = write(document_of(box), STIJL)
    styles = [_value(found, "pPr/pStyle") for found in _part(data, "document").iter(f"{W}p")]
    assert styles[-4:] == ["Kaderkern"] * 4
    numbers = {text: number for text, number, _ in _numbers(data)}
    assert numbers["x"] is numbers["y"] is None
    assert len({numbers["punt"], numbers["vervolg"], None}) == 3


def test_a_concept_says_so_on_every_page_and_numbers_its_lines() -> None:
    for name in ("header1", "header2"):
        assert "CONCEPT" in _text(_part(MADE, name))
        assert DOCUMENT.opdruk is not None
        assert DOCUMENT.opdruk in _text(_part(MADE, name))
    cover, rest = _part(MADE, "document").iter(f"{W}sectPr")
    assert cover.find(f"{W}lnNumType") is None
    assert rest.find(f"{W}lnNumType") is not None
    assert len(rest.findall(f"{W}headerReference")) == 1


def test_a_definitive_document_has_no_line_numbers_and_says_nothing_of_a_concept() -> None:
    data = write(DOCUMENT._replace(variant="definitief", opdruk=None), STIJL)
    assert _text(_part(data, "header1")) == ""
    assert _text(_part(data, "header2")) == DOCUMENT.running
    assert list(_part(data, "document").iter(f"{W}lnNumType")) == []


def test_the_cover_has_no_running_title_and_the_address_below() -> None:
    assert DOCUMENT.running not in _text(_part(MADE, "header1"))
    assert DOCUMENT.running in _text(_part(MADE, "header2"))
    assert [_text(found) for found in _part(MADE, "footer1")] == list(STIJL.adres)
    assert _text(_part(MADE, "footer2")) == "GGD Lindeland\tBladzijde 1 van 1"


def test_a_document_without_cover_begins_with_who_sends_it() -> None:
    data = write(document_of(alinea("Beste,")), STIJL)
    found = _paragraphs(data)
    assert found == ["", "GGD Lindeland", "Lindelaan 1", "1234 AB Lindeland", "Titel", "Beste,"]
    (section,) = _part(data, "document").iter(f"{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    assert _text(_part(data, "footer1")) == "GGD Lindeland\tBladzijde 1 van 1"


def test_a_document_without_logo_has_no_picture() -> None:
    data = write(document_of(), STIJL._replace(logo=None))
    assert _paragraphs(data)[0] == "GGD Lindeland"


@pytest.mark.parametrize("block", [alinea("x"), SMALL, SMALL._replace(caption=()), CHART, points("x")])
def test_a_page_break_belongs_to_what_follows(block: Paragraph) -> None:
    data = write(document_of(PageBreak(), PageBreak(), block, alinea("daarna")), STIJL)
    order = list(_part(data, "document").iter(f"{W}p"))
    broken = [
        place for place, node in enumerate(order) if node.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert broken == [5]


def test_bold_and_italic_words_have_styles_as_far_as_one_can_say_it() -> None:
    both = Strong((Text("a"), Emphasis((Text("b"),))))
    runs = list(_part(write(document_of(Paragraph((both,))), STIJL), "document").iter(f"{W}r"))[-2:]
    assert [_value(run, "rPr/rStyle") for run in runs] == ["Strong", "Strong"]
    assert [run.find(f"{W}rPr/{W}i") is not None for run in runs] == [False, True]


def test_an_oordeel_has_a_style_of_its_own_with_words_that_can_be_read() -> None:
    badges = (
        Badge("✓", "Voldoet", "#1a6b3c"),
        Badge("✗", "Voldoet", "#ffdd00"),
        Badge("○", "<a>, b;", "#ffffff"),
        Badge("○", "<>", "#000000"),
        Badge("✓", "Voldoet", "#1A6B3C"),
        Badge("✓", "vol doet", "#123456"),
    )
    data = write(document_of(Paragraph(badges)), STIJL)
    styles = {
        _value(found, "name"): (_value(found, "rPr/color"), found.find(f"{W}rPr/{W}shd"))
        for found in _part(data, "styles").iter(f"{W}style")
    }
    made = {name: ink for name, (ink, _) in styles.items() if name and name.startswith("Oordeel")}
    assert made == {
        "Oordeel Voldoet": "FFFFFF",
        "Oordeel Voldoet 2": "000000",
        "Oordeel vol doet 3": "FFFFFF",
        "Oordeel a b": "000000",
        "Oordeel zonder woorden": "FFFFFF",
    }
    assert "✓ Voldoet" in _text(_part(data, "document"))


def test_code_keeps_its_lines_tabs_and_spaces() -> None:
    data = write(document_of(CodeBlock("a\n\tb  c\n")), STIJL)
    assert _paragraphs(data)[-1] == "a\n\tb  c"


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (alinea("a\x00b"), r"onzichtbaar teken .*U\+0000"),
        (alinea("a\x1b[31m"), r"U\+001B"),
        (alinea("a\ud800"), r"U\+D800"),
        (alinea("a\x85"), r"U\+0085"),
        (alinea("a\U0001fffe"), "U\\+xFFFE"),
        (Paragraph((Link("javascript:alert(1)", words("x")),)), "een link begint met"),
        (Paragraph((Link("file:///etc/passwd", words("x")),)), "een link begint met"),
        (Paragraph((Link("https://", words("x")),)), "een link begint met"),
        (Paragraph((Link("https://[x", words("x")),)), "geen geldig adres"),
        (Paragraph((Link("https://a.test:99999/", words("x")),)), "geen geldig adres"),
        (Paragraph((Link("https://?x", words("x")),)), "geen geldig adres"),
        (Paragraph((Reference("nergens", words("x")),)), "leidt nergens heen: nergens"),
        (Box("kern", (alinea("x", "dubbel"), alinea("y", "dubbel"))), "heten hetzelfde: dubbel"),
        (Paragraph((Note(1, (Paragraph((Note(2, ()),)),)),)), "voetnoot staat in een voetnoot"),
        (Paragraph((Note(2, ()),)), "niet op volgorde"),
        (Paragraph((Badge("x", "y", "rood"),)), "een kleur is"),
        (points("x", start=40000), "begint met 40000"),
    ],
)
def test_what_a_file_cannot_hold_is_refused(block: Paragraph, message: str) -> None:
    with pytest.raises(WriterError, match=message):
        write(document_of(block), STIJL)


def test_a_wrong_language_or_logo_is_refused() -> None:
    with pytest.raises(WriterError, match="geen taalcode"):
        write(DOCUMENT._replace(language='nl" x="'), STIJL)
    with pytest.raises(WriterError, match="het logo is geen SVG"):
        write(DOCUMENT, STIJL._replace(logo=b"\xff\xfe"))
    with pytest.raises(WriterError):
        write(DOCUMENT, STIJL._replace(logo=b"geen svg"))


def test_an_address_loses_no_sign_that_counts() -> None:
    href = 'https://voorbeeld.test/a b?q="<x>"&r=é|{}^`\\%zz%20#deel'
    data = write(document_of(Paragraph((Link(href, words("x")),))), STIJL)
    (target,) = [target for _, target, mode in _relations(data) if mode]
    assert target == "https://voorbeeld.test/a%20b?q=%22%3Cx%3E%22&r=é%7C%7B%7D%5E%60%5C%25zz%20#deel"


def test_anchors_that_look_alike_get_names_of_their_own() -> None:
    anchors = ("norm-1.1", "norm.1-1", "Norm-1.1", "1", "x" * 60, "é", "goed_zo")
    blocks = [alinea(anchor, anchor) for anchor in anchors]
    links = [Paragraph((Reference(anchor, words("naar")),)) for anchor in anchors]
    document = _part(write(document_of(*blocks, *links), STIJL), "document")
    names = [found.get(f"{W}name", "") for found in document.iter(f"{W}bookmarkStart")]
    assert all(_NAME.fullmatch(name) for name in names)
    assert len({name.casefold() for name in names}) == len(anchors)
    assert names[-1] == "goed_zo"
    assert [found.get(f"{W}anchor") for found in document.iter(f"{W}hyperlink")] == names
    alone = _part(write(document_of(alinea("x", "norm-1.1")), STIJL), "document")
    assert [found.get(f"{W}name") for found in alone.iter(f"{W}bookmarkStart")] == ["norm_1_1"]


_SIGNS = st.text(max_size=60)
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _stands(text: str) -> bool:
    return not _FORBIDDEN.search(text) and not any(ord(sign) & 0xFFFE == 0xFFFE for sign in text)


@given(_SIGNS, _SIGNS)
def test_any_text_stands_in_the_file_or_is_refused(text: str, other: str) -> None:
    document = document_of(
        Paragraph((Text(text), Note(1, (alinea(other),)))),
        chapter(other, "a"),
        Contents(),
        running=text,
        author=other,
    )
    style = STIJL._replace(logo=None)
    if not (_stands(text) and _stands(other)):
        with pytest.raises(WriterError):
            write(document, style)
        return
    data = write(document, style)
    assert text in _paragraphs(data)
    assert _text(_part(data, "footnotes")) == f" {other}"
    assert _text(_part(data, "header2")) == text
    assert _opened(data).core_properties.author == other


def test_the_same_document_gives_the_same_bytes_in_every_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    (hashes,) = hashes_of_processes("docx", tmp_path_factory.mktemp("docx"))
    first, other, third = hashes.split()
    assert first == third == digest(MADE)
    assert other != first


class TestReference:
    def test_a_report_of_ours_as_reference_gives_the_same_report(self) -> None:
        assert write_with_reference(DOCUMENT, STIJL, MADE) == MADE

    def test_a_changed_style_wins_and_the_others_stay(self) -> None:
        changed = _opened(MADE)
        changed.styles["Kader let op"].font.name = "Comic Neue"
        changed.styles["Heading 1"].font.all_caps = True
        target = io.BytesIO()
        changed.save(target)
        data = write_with_reference(document_of(Box("let-op", (alinea("x"),))), STIJL, target.getvalue())
        styles = _opened(data).styles
        assert styles["Kader let op"].font.name == "Comic Neue"
        assert styles["Heading 1"].font.all_caps is True
        assert _paragraphs(data)[-1] == "x"

    def test_a_document_of_word_itself_gets_the_styles_that_it_lacks(self) -> None:
        reference = docx.Document()
        reference.add_paragraph("Tekst die niet mee mag", style="Heading 1")
        section = reference.sections[0]
        section.page_width, section.left_margin = docx.shared.Mm(180), docx.shared.Mm(40)
        target = io.BytesIO()
        reference.save(target)
        data = write_with_reference(DOCUMENT, STIJL, target.getvalue())
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert set(archive.namelist()) == _PARTS
            assert not any(b"niet mee mag" in archive.read(name) for name in archive.namelist())
        made = _opened(data)
        assert made.styles["Kader let op"] is not None
        assert made.styles["Heading 1"].style_id == "Heading1"
        assert abs(made.sections[0].page_width - docx.shared.Mm(180)) < docx.shared.Mm(0.1)  # type: ignore[operator] # it has a width
        assert [text for text in HOSTILE if text not in _paragraphs(data)] == []
        names = [
            (_value(found, "name") or "").casefold() for found in _part(data, "styles").iter(f"{W}style")
        ]
        assert len(set(names)) == len(names)
        defaults = [found for found in _part(data, "styles") if found.get(f"{W}default") == "1"]
        assert len(defaults) == 4

    def test_styles_are_found_by_name_whatever_their_id_is(self) -> None:
        renamed = _rewritten(
            MADE,
            "word/styles.xml",
            lambda text: text.replace('w:val="Heading1"', 'w:val="Kop1"').replace(
                'styleId="Heading1"', 'styleId="Kop1"'
            ),
        )
        data = write_with_reference(DOCUMENT, STIJL, renamed)
        found = next(
            node
            for node in _part(data, "document").iter(f"{W}p")
            if _text(node) == "Bevindingen" and _value(node, "pPr/pStyle") != "TOC1"
        )
        assert _value(found, "pPr/pStyle") == "Kop1"

    def test_nothing_but_styles_comes_along(self) -> None:
        evil = (
            '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>'
            '<r:pict xmlns:r="urn:x" r:id="rId9"/></w:style></w:styles>'
        )
        reference = _rewritten(MADE, "word/styles.xml", lambda text: text.replace("</w:styles>", evil))
        reference = _rewritten(
            reference,
            "word/_rels/document.xml.rels",
            lambda text: text.replace(
                "</Relationships>",
                '<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="http://boos.test/x.dotm" '
                'TargetMode="External"/></Relationships>',
            ),
        )
        data = write_with_reference(DOCUMENT, STIJL, reference)
        assert b"boos.test" not in data
        assert b"urn:x" not in data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert set(archive.namelist()) == _PARTS

    def test_the_language_of_the_document_wins(self) -> None:
        reference = _rewritten(MADE, "word/styles.xml", lambda text: text.replace("nl-NL", "en-US"))
        assert write_with_reference(DOCUMENT, STIJL, reference) == MADE

    @pytest.mark.parametrize(
        "reference",
        [
            b"",
            b"geen zip",
            MADE[: len(MADE) // 2],
            pytest.param(lambda: _rewritten(MADE, "word/styles.xml", lambda _: "<kapot"), id="broken styles"),
            pytest.param(lambda: _rewritten(MADE, "word/styles.xml", lambda _: "<x/>"), id="other styles"),
            pytest.param(
                lambda: _rewritten(MADE, "word/document.xml", lambda _: "<x/>"), id="other document"
            ),
            pytest.param(lambda: _rewritten(MADE, "word/styles.xml", None), id="no styles"),
            pytest.param(lambda: _rewritten(MADE, "_rels/.rels", None), id="no relations"),
            pytest.param(
                lambda: _rewritten(
                    MADE,
                    "word/styles.xml",
                    lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'),
                ),
                id="a document type",
            ),
            pytest.param(
                lambda: _rewritten(
                    MADE, "word/numbering.xml", lambda text: text.replace('numId="1"', 'numId="x"')
                ),
                id="a number that is none",
            ),
            pytest.param(
                lambda: _rewritten(
                    MADE, "word/styles.xml", lambda text: text.replace("<w:style ", "<w:a>" * 999, 1)
                ),
                id="deep",
            ),
            pytest.param(
                lambda: _rewritten(MADE, "word/styles.xml", lambda text: text + " " * 31_000_000), id="large"
            ),
        ],
    )
    def test_a_broken_or_hostile_reference_is_refused(self, reference: object) -> None:
        data = reference() if callable(reference) else reference
        assert isinstance(data, bytes)
        with pytest.raises(WriterError, match="voorbeelddocument"):
            write_with_reference(DOCUMENT, STIJL, data)

    def test_a_page_without_sense_becomes_a4(self) -> None:
        reference = _rewritten(
            MADE, "word/document.xml", lambda text: text.replace('w:w="11906"', 'w:w="11"')
        )
        assert write_with_reference(DOCUMENT, STIJL, reference) == MADE


def _rewritten(data: bytes, name: str, change: object) -> bytes:
    """Return an archive with one part changed, or left out."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in source.namelist():
            if part != name:
                made.writestr(part, source.read(part))
            elif callable(change):
                made.writestr(part, change(source.read(part).decode()))
    return target.getvalue()


def test_the_writer_reads_title_nodes_anywhere() -> None:
    document: Document = document_of()._replace(blocks=(alinea("eerst"), Title(words("Later"))))
    assert _paragraphs(write(document, STIJL))[-2:] == ["eerst", "Later"]
