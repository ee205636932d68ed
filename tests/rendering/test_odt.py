import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element
from odf import opendocument  # type: ignore[import-untyped] # odfpy has no types
from odf.namespaces import nsdict  # type: ignore[import-untyped] # odfpy has no types

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
    Cell,
    CodeBlock,
    Contents,
    Emphasis,
    Items,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Text,
    plain_text,
)
from toezicht_cli.rendering.odt.knopen import knoop
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.odt import WRITER, write

NS: dict[str, str] = {prefix: namespace for namespace, prefix in nsdict.items()}
SMALL = BRONNEN._replace(rows=((cell(), cell("x"), cell()),))
MADE = write(DOCUMENT, STIJL)


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NS[prefix]}}}{local}"


def _file(data: bytes, name: str = "content") -> _Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"{name}.xml"))


def _text(found: _Element) -> str:
    """Return the text below an element as an office program shows it; notes are left out."""
    parts = [found.text or ""]
    for child in found:
        if child.tag == _q("text:s"):
            parts.append(" " * int(child.get(_q("text:c"), "1")))
        elif child.tag in {_q("text:tab"), _q("text:line-break")}:
            parts.append("\t" if child.tag == _q("text:tab") else "\n")
        elif child.tag not in {_q("text:note"), _q("draw:frame")}:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _paragraphs(data: bytes) -> list[_Element]:
    return list(_file(data).iter(_q("text:p"), _q("text:h")))


def _texts(data: bytes) -> list[str]:
    return [_text(found) for found in _paragraphs(data)]


def _style_of(data: bytes, text: str) -> str:
    """Return the named style of the paragraph with ``text``."""
    content = _file(data)
    own = {
        found.get(_q("style:name")): found.get(_q("style:parent-style-name"), "")
        for found in content.iter(_q("style:style"))
    }
    name = next(
        found.get(_q("text:style-name"), "")
        for found in content.iter(_q("text:p"), _q("text:h"))
        if _text(found) == text
    )
    return own.get(name, name).replace("_20_", " ")


def test_the_writer_tells_its_name() -> None:
    assert WRITER[:2] == ("odt", "odt")
    assert WRITER.write(DOCUMENT, STIJL) == MADE


def test_the_file_begins_with_its_kind_and_names_all_its_files() -> None:
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        assert MADE[30:38] == b"mimetype"
        manifest = etree.fromstring(archive.read("META-INF/manifest.xml"))
    listed = [entry.get(_q("manifest:full-path")) for entry in manifest]
    assert listed == ["/", *(name for name in names if name not in {"mimetype", "META-INF/manifest.xml"})]
    assert set(names) == {
        *("mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"),
        *("Pictures/beeld1.png", "Pictures/beeld2.png"),
    }


def test_odfpy_reads_the_file_again() -> None:
    opened = opendocument.load(io.BytesIO(MADE))
    assert opened.mimetype == "application/vnd.oasis.opendocument.text"
    assert "Een van de twee normen is gehaald." in str(opened.text)


def test_every_text_of_the_tree_stands_in_the_file_literally() -> None:
    notes = [_text(found) for found in _file(MADE).iter(_q("text:note-body"))]
    everything = "\n".join((*_texts(MADE), *notes, _text(_file(MADE, "styles"))))
    assert [text for text in (*texts_of(DOCUMENT), DOCUMENT.running) if text not in everything] == []
    assert [text for text in HOSTILE if text not in _texts(MADE)] == []


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Samenvatting", "Contents 1"),
        ("Thema 1: Cliëntgerichtheid", "Contents 2"),
        ("Norm 1.1: Ondersteuning op maat", "Heading 3"),
        ("Onderzoek naar Zorg <De Linde> & Co", "Omslag titel"),
        ("Verzonnen.", "Omslag ondertitel"),
        (HOSTILE[0], "Text body"),
        ("een punt", "List 1"),
        ("daaronder", "Numbering 1"),
        ("met twee alinea's", "List 1 Cont."),
        ("Woorden van een ander.", "Quotations"),
        ("regel 1\n  regel 2 <b>", "Preformatted Text"),
        ("Let op: verzonnen.", "Kader let op"),
        ("De hulp past bij de cliënt.", "Kader norm"),
        ("Maak een plan.", "Kader punten"),
        ("Kader: Lindeland, 2026", "Kader colofon"),
        ("Interviews", "Caption"),
        ("I02", "Tabel rijkop"),
        ("Genoemd bij", "Table Heading rechts"),
        ("1.1 a", "Table Contents rechts"),
    ],
)
def test_text_has_a_named_style(text: str, style: str) -> None:
    assert _style_of(MADE, text) == style


def test_headings_have_their_level() -> None:
    found = [(_text(node), node.get(_q("text:outline-level"))) for node in _file(MADE).iter(_q("text:h"))]
    assert found[:3] == [
        ("Samenvatting", "1"),
        ("Bevindingen", "1"),
        ("Thema 1: Cliëntgerichtheid", "2"),
    ]


def test_every_style_in_use_exists_and_no_name_comes_twice() -> None:
    roots = (_file(MADE), _file(MADE, "styles"))
    made = [
        (found.get(_q("style:family")), found.get(_q("style:name")))
        for root in roots
        for found in root.iter(_q("style:style"), _q("text:list-style"))
    ]
    assert len(set(made)) == len(made)
    names = {name for _, name in made}
    attributes = ("text:style-name", "table:style-name", "style:parent-style-name", "style:next-style-name")
    used = {found.get(_q(name)) for root in roots for found in root.iter() for name in attributes} - {None}
    assert used <= names | {"Outline"}


def test_the_language_and_what_the_file_tells_about_itself() -> None:
    default = _file(MADE, "styles").find(f".//{_q('style:default-style')}/{_q('style:text-properties')}")
    assert default is not None
    assert (default.get(_q("fo:language")), default.get(_q("fo:country"))) == ("nl", "NL")
    meta = {found.tag: found.text for found in _file(MADE, "meta")[0]}
    assert meta[_q("dc:title")] == DOCUMENT.title
    assert meta[_q("dc:creator")] == meta[_q("meta:initial-creator")] == DOCUMENT.author
    assert meta[_q("dc:subject")] == DOCUMENT.running
    assert meta[_q("meta:keyword")] == f"toezicht-gegevens:{DOCUMENT.gegevens}"
    assert meta[_q("meta:creation-date")] == meta[_q("dc:date")] == "2026-03-02T00:00:00"
    assert meta[_q("dc:language")] == "nl-NL"
    assert next(iter(meta)) == _q("meta:keyword")
    without = {found.tag for found in _file(write(DOCUMENT._replace(moment=None), STIJL), "meta")[0]}
    assert set(meta) - without == {_q("meta:creation-date"), _q("dc:date")}


def test_a_table_has_a_head_that_comes_back_rows_that_stay_whole_and_a_name() -> None:
    content = _file(MADE)
    table = content.find(f".//{_q('table:table')}")
    assert table is not None
    assert len(table.findall(f"{_q('table:table-header-rows')}/{_q('table:table-row')}")) == 1
    assert len(table.findall(_q("table:table-row"))) == len(BRONNEN.rows)
    assert table.findtext(_q("table:title")) == "Interviews"
    assert table.find(_q("table:table-header-columns")) is not None
    row = content.find(f".//{_q('style:table-row-properties')}")
    assert row is not None
    assert row.get(_q("fo:keep-together")) == "always"
    found = [
        float(column.get(_q("style:column-width"), "").removesuffix("cm"))
        for column in content.iter(_q("style:table-column-properties"))
    ]
    assert [round(100 * width / sum(found)) for width in found] == list(BRONNEN.widths)


def test_a_table_without_row_heads_has_no_head_column() -> None:
    content = _file(write(document_of(SMALL._replace(row_heads=False)), STIJL))
    assert content.find(f".//{_q('table:table-header-columns')}") is None


def test_every_internal_link_leads_to_the_one_bookmark_of_that_name() -> None:
    content = _file(MADE)
    names = [found.get(_q("text:name")) for found in content.iter(_q("text:bookmark-start"))]
    assert len(set(names)) == len(names)
    assert names == [found.get(_q("text:name")) for found in content.iter(_q("text:bookmark-end"))]
    links = [found.get(_q("xlink:href"), "") for found in content.iter(_q("text:a"))]
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= set(names)
    assert {"bron_I01", "cit_I01_1", "norm_1_1", "samenvatting"} <= inside
    assert [link for link in links if not link.startswith("#")] == ["https://voorbeeld.test/?a=1&b=%22"]


def test_a_bookmark_stands_around_the_words_of_its_node() -> None:
    for name, text in (
        ("norm_1_1", "Norm 1.1: Ondersteuning op maat"),
        ("bron_I01", "I01"),
        ("cit_I01_1", "I01"),
    ):
        start = next(
            found
            for found in _file(MADE).iter(_q("text:bookmark-start"))
            if found.get(_q("text:name")) == name
        )
        parent = start.getparent()
        assert parent is not None
        inside = parent[parent.index(start) : parent.index(next(start.itersiblings(_q("text:bookmark-end"))))]
        assert "".join(_text(found) + (found.tail or "") for found in inside) == text


def test_a_reference_tells_where_it_leads() -> None:
    links = {found.get(_q("xlink:href")): found for found in _file(MADE).iter(_q("text:a"))}
    assert links["#bron_I01"].get(_q("office:title")) == "naar bron I01"


def test_the_list_of_contents_is_filled_in_and_leads_to_the_headings() -> None:
    contents = _file(MADE).find(f".//{_q('text:table-of-content')}")
    assert contents is not None
    source, body = contents
    assert source.get(_q("text:outline-level")) == "2"
    assert [_text(found) for found in body.iter(_q("text:p"))] == [
        *("Inhoud", "Samenvatting", "Bevindingen", "Thema 1: Cliëntgerichtheid", "Vijandige tekst"),
        *("Bronnenlijst", "Meer over norm 1.1"),
    ]
    assert len(list(body.iter(_q("text:a")))) == 6


def test_a_heading_with_a_note_stands_in_the_contents_without_it() -> None:
    heading = chapter("Kop", "kop")._replace(children=(Text("Kop"), Note(1, (alinea("noot"),))))
    assert _texts(write(document_of(Contents(), heading), STIJL)).count("Kop") == 2


def test_footnotes_are_real() -> None:
    (note,) = _file(MADE).iter(_q("text:note"))
    assert note.get(_q("text:note-class")) == "footnote"
    assert [_text(found) for found in note] == ["1", "Een noot & meer."]
    assert _style_of(MADE, "Een noot & meer.") == "Footnote"


def test_pictures_tell_in_words_what_they_show() -> None:
    frames = list(_file(MADE).iter(_q("draw:frame")))
    assert [frame.findtext(_q("svg:desc")) for frame in frames] == [STIJL.logo_alt, CHART.description]
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        for frame in frames:
            name = frame[0].get(_q("xlink:href"), "")
            assert archive.read(name).startswith(b"\x89PNG")


def _starts(data: bytes) -> list[tuple[str, str | None]]:
    return [
        (_text(found[0]), found.get(_q("text:start-value")))
        for found in _file(data).iter(_q("text:list-item"))
    ]


def test_every_ordered_list_counts_anew_from_its_own_start() -> None:
    data = write(document_of(points("a", "b", start=3), points("c", start=1), points("d")), STIJL)
    assert _starts(data) == [("a", "3"), ("b", None), ("c", "1"), ("d", None)]
    styles = [found.get(_q("text:style-name")) for found in _file(data).iter(_q("text:list"))]
    assert styles == ["Nummering", "Nummering", "Opsomming"]


def test_behind_a_list_is_as_much_space_as_behind_a_paragraph() -> None:
    nested = Items(((alinea("a"), points("b")), (alinea("c"),)))
    data = write(document_of(nested, points("d"), PageBreak(), points("e")), STIJL)
    content = _file(data)
    spaced = {
        found.get(_q("style:name")): found[0].get(_q("fo:break-before"))
        for found in content.iter(_q("style:style"))
        if len(found) and found[0].get(_q("fo:margin-bottom")) == "0.28cm"
    }
    styles = {_text(found): found.get(_q("text:style-name")) for found in content.iter(_q("text:p"))}
    assert [styles[text] in spaced for text in "abcde"] == [False, False, True, True, True]
    assert styles["c"] == styles["d"]
    assert [spaced[styles[text]] for text in "ce"] == [None, "page"]
    assert _style_of(data, "c") == "List 1"


def test_a_table_in_a_point_breaks_the_list_off_and_the_count_goes_on() -> None:
    items = Items(((alinea("een"),), (alinea("twee"), SMALL, alinea("vervolg")), (alinea("drie"),)), 1)
    data = write(document_of(items), STIJL)
    assert _starts(data) == [("een", "1"), ("twee", None), ("drie", "3")]
    (header,) = _file(data).iter(_q("text:list-header"))
    assert _text(header[-1]) == "vervolg"
    table = next(_file(data).iter(_q("table:table")))
    assert table.getparent() is not None
    assert str(table.getparent().tag) == _q("office:text")  # type: ignore[union-attr] # the line above


def test_deep_lists_and_points_without_words_keep_what_they_have() -> None:
    deep = points("bodem")
    for level in range(12):
        deep = Items(((alinea(f"laag {level}"), deep),), 1)
    data = write(document_of(deep, Items(((), (points("binnen"),)))), STIJL)
    assert "bodem" in _texts(data)
    assert _texts(data)[-3:] == ["", "", "binnen"]


def test_a_concept_says_so_on_every_page_and_numbers_its_lines() -> None:
    styles = _file(MADE, "styles")
    pages = {found.get(_q("style:name")): found for found in styles.iter(_q("style:master-page"))}
    assert set(pages) == {"Standard", "Eerste_20_bladzijde"}
    for page in pages.values():
        assert "CONCEPT" in _text(page[0])
        assert DOCUMENT.opdruk is not None
        assert DOCUMENT.opdruk in _text(page[0])
    assert DOCUMENT.running in _text(pages["Standard"][0])
    assert DOCUMENT.running not in _text(pages["Eerste_20_bladzijde"])
    assert _text(pages["Standard"][1]) == "GGD Lindeland\tBladzijde 1 van 1"
    assert [_text(found) for found in pages["Eerste_20_bladzijde"][1]] == list(STIJL.adres)
    lines = next(styles.iter(_q("text:linenumbering-configuration")))
    assert lines.get(_q("text:number-lines")) == "true"


def test_a_definitive_document_numbers_no_lines_and_says_nothing_of_a_concept() -> None:
    styles = _file(write(DOCUMENT._replace(variant="definitief", opdruk=None), STIJL), "styles")
    assert next(styles.iter(_q("text:linenumbering-configuration"))).get(_q("text:number-lines")) == "false"
    assert [_text(found) for found in styles.iter(_q("style:header"))] == [DOCUMENT.running, ""]


def test_the_text_begins_on_its_own_page_after_the_cover() -> None:
    content = _file(MADE)
    pages = {
        found.get(_q("style:name")): found.get(_q("style:master-page-name"))
        for found in content.iter(_q("style:style"))
        if found.get(_q("style:master-page-name"))
    }
    begun = [pages.get(found.get(_q("text:style-name"))) for found in content.iter(_q("text:p"))]
    assert [page for page in begun if page] == ["Eerste_20_bladzijde", "Standard"]
    assert begun.index("Standard") == _texts(MADE).index("Kader: Lindeland, 2026")


def test_a_document_without_cover_begins_with_who_sends_it() -> None:
    data = write(document_of(alinea("Beste,")), STIJL)
    assert _texts(data) == ["", "GGD Lindeland", "Lindelaan 1", "1234 AB Lindeland", "Titel", "Beste,"]
    assert _texts(write(document_of(), STIJL._replace(logo=None)))[0] == "GGD Lindeland"


@pytest.mark.parametrize(
    "block", [alinea("x"), SMALL, SMALL._replace(caption=()), CHART, points("x"), Contents()]
)
def test_a_page_break_belongs_to_what_follows(block: Paragraph) -> None:
    content = _file(write(document_of(PageBreak(), PageBreak(), block, alinea("daarna")), STIJL))
    broken = [found.getparent() for found in content.iter() if found.get(_q("fo:break-before")) == "page"]
    (style,) = broken
    assert style is not None
    users = [
        found
        for found in content.iter()
        if style.get(_q("style:name"))
        in {found.get(_q("text:style-name")), found.get(_q("table:style-name"))}
    ]
    assert len(users) == 1
    body = content.find(f".//{_q('office:text')}")
    assert body is not None
    assert users[0] in list(body[5].iter())


def test_words_in_words_have_styles_within_styles() -> None:
    both = Strong((Text("a"), Emphasis((Text("b"),))))
    spans = list(_file(write(document_of(Paragraph((both,))), STIJL)).iter(_q("text:span")))
    assert [(found.get(_q("text:style-name")), _text(found)) for found in spans] == [
        ("Strong_20_Emphasis", "a"),
        ("Strong_20_Emphasis", "b"),
        ("Emphasis", "b"),
    ]


def test_a_link_in_a_link_gets_the_inner_words() -> None:
    inner = Reference("doel", words("binnen"), "zelf")
    link = Link("https://voorbeeld.test/", (Text("voor"), inner, Text("na")))
    content = _file(write(document_of(Paragraph((link,)), alinea("x", "doel")), STIJL))
    assert [(found.get(_q("xlink:href")), _text(found)) for found in content.iter(_q("text:a"))] == [
        ("https://voorbeeld.test/", "voor"),
        ("#doel", "binnen"),
        ("https://voorbeeld.test/", "na"),
    ]


def test_an_oordeel_has_a_style_of_its_own_with_words_that_can_be_read() -> None:
    badges = (
        Badge("✓", "Voldoet", "#1a6b3c"),
        Badge("✗", "Voldoet", "#ffdd00"),
        Badge("○", "<a>, b;", "#ffffff"),
        Badge("○", "<>", "#000000"),
        Badge("✓", "Voldoet", "#1A6B3C"),
    )
    data = write(document_of(Paragraph(badges)), STIJL)
    made = {}
    for found in _file(data, "styles").iter(_q("style:style")):
        name = found.get(_q("style:name"), "")
        if name.startswith("Oordeel"):
            made[name.replace("_20_", " ")] = found[0].get(_q("fo:color"))
    assert made == {
        "Oordeel Voldoet": "#ffffff",
        "Oordeel Voldoet 2": "#000000",
        "Oordeel a b": "#000000",
        "Oordeel zonder woorden": "#ffffff",
    }


def test_code_keeps_its_lines_tabs_and_spaces() -> None:
    assert _texts(write(document_of(CodeBlock("a\n\tb   c\n  d  \n")), STIJL))[-1] == "a\n\tb   c\n  d  "


def test_a_cell_with_only_a_table_still_can_be_led_to() -> None:
    outer = SMALL._replace(rows=((cell("r"), Cell((SMALL._replace(caption=()),), "cel"), cell()),))
    data = write(document_of(outer, Paragraph((Reference("cel", words("naar")),))), STIJL)
    assert [found.get(_q("text:name")) for found in _file(data).iter(_q("text:bookmark-start"))] == ["cel"]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (alinea("a\x00b"), r"onzichtbaar teken .*U\+0000"),
        (alinea("a\x80"), r"U\+0080"),
        (Paragraph((Link("javascript:alert(1)", words("x")),)), "een link begint met"),
        (Paragraph((Reference("nergens", words("x")),)), "leidt nergens heen: nergens"),
        (Box("kern", (alinea("x", "dubbel"), alinea("y", "dubbel"))), "heten hetzelfde: dubbel"),
        (Paragraph((Note(2, ()),)), "niet op volgorde"),
        (Paragraph((Badge("x", "y", "#12345"),)), "een kleur is"),
    ],
)
def test_what_a_file_cannot_hold_is_refused(block: Paragraph, message: str) -> None:
    with pytest.raises(WriterError, match=message):
        write(document_of(block), STIJL)


_SIGNS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=60)


@given(_SIGNS, _SIGNS)
def test_any_text_stands_in_the_file(text: str, other: str) -> None:
    document = document_of(
        Paragraph((Text(text), Note(1, (alinea(other),)), Strong((Text(other),)), Text(text))),
        chapter(other, "a"),
        Contents(),
        running=text,
        author=other,
    )
    data = write(document, STIJL._replace(logo=None))
    assert text + other + text in _texts(data)
    assert _texts(data)[-1] == other
    assert [_text(found) for found in _file(data).iter(_q("text:note-body"))] == [other]
    assert next(_file(data, "styles").iter(_q("style:header"))).findtext(_q("text:p")) == text
    assert _file(data, "meta")[0].findtext(_q("dc:creator"), "") == other


def test_spaces_at_the_edges_and_in_a_row_are_kept() -> None:
    pieces = ("  a", " ", " b  ", "c ", " ")
    data = write(document_of(Paragraph(tuple(Strong((Text(piece),)) for piece in pieces))), STIJL)
    paragraph = _paragraphs(data)[-1]
    assert _text(paragraph) == "".join(pieces) == plain_text(tuple(Text(piece) for piece in pieces))
    # What is not in text:s is a single space behind a word, the only one that OpenDocument keeps.
    raw = "".join(str(part) for part in paragraph.itertext())
    assert not re.search("^ |  ", raw)


def test_the_same_document_gives_the_same_bytes_in_every_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    (hashes,) = hashes_of_processes("odt", tmp_path_factory.mktemp("odt"))
    first, other, third = hashes.split()
    assert first == third == digest(MADE)
    assert other != first


def test_what_odfpy_saw_before_does_not_reach_the_file() -> None:
    knoop("anim:par", smil__begin="0s")
    opendocument.load(io.BytesIO(MADE))
    assert write(DOCUMENT, STIJL) == MADE
