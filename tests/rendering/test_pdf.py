import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from tests.rendering import verapdf
from tests.rendering.pdflezer import open_pdf, spoken_text, tags
from tests.rendering.proefboom import BRONNEN, CHART, DOCUMENT, HOSTILE, STIJL, cell
from toezicht_cli.analysis.zegel import check_zegel
from toezicht_cli.rendering.boom import (
    Badge,
    Block,
    Box,
    Cell,
    Chart,
    Code,
    CodeBlock,
    Contents,
    Document,
    Heading,
    Items,
    LineBreak,
    Note,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
    Title,
    walk,
)
from toezicht_cli.rendering.pdfdelen import take_apart
from toezicht_cli.rendering.writers import find_writer
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.rendering.writers.pdf import WRITER

PROEF = WRITER.write(DOCUMENT, STIJL)
ROOT = Path(__file__).parents[2]
MANY_ROWS = BRONNEN._replace(rows=tuple((cell(f"R{row}"), cell("Rij"), cell(str(row))) for row in range(300)))
EMPTY = Table((Text("Leeg"),), (cell("Kop"), cell("")), (), ("left", "left"), (50, 50))
LONG = "https://voorbeeld.test/" + "lange-weg/" * 40 + "x" * 200


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def letter(*blocks: Block) -> Document:
    """Return a document without cover, with ``blocks`` below its title."""
    return DOCUMENT._replace(blocks=(Title((Text("Brief"),)), *blocks))


def written(*blocks: Block) -> bytes:
    return WRITER.write(letter(*blocks), STIJL)


def plain(text: str) -> str:
    """Return ``text`` as one line without the hyphens that only the end of a line has."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()


def page_texts(pdf: bytes) -> list[str]:
    return [plain(found.extract_text()) for found in open_pdf(pdf).pages]


def text_nodes(document: Document) -> list[str]:
    """Return all words of the tree, in order; what a picture shows is tried apart."""
    found = []
    for node in walk(document.blocks):
        if isinstance(node, Text | Code | CodeBlock):
            found.append(node.text)
        elif isinstance(node, Badge):
            found.append(f"{node.symbol} {node.text}")
        elif isinstance(node, Chart):
            found.append(node.title)
    return found


def assert_spoken_in_order(pdf: bytes, document: Document) -> None:
    spoken, at = plain(spoken_text(pdf)), 0
    for text in filter(None, map(plain, text_nodes(document))):
        found = spoken.find(text, at)
        assert found >= 0, f"{text!r} does not follow {spoken[max(0, at - 60) : at]!r}"
        at = found + len(text)


def assert_valid(pdf: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


VARIANTS = {
    "proef": (DOCUMENT, STIJL),
    "definitief": (DOCUMENT._replace(variant="definitief", opdruk=None), STIJL._replace(cover_filled=False)),
    "zonder-voorblad": (letter(Heading(1, (Text("Kop"),), "kop"), words("Tekst.")), STIJL),
    "zonder-huisstijl": (DOCUMENT, STIJL._replace(logo=None, logo_alt="", organisatie="", adres=())),
    "logo-zonder-woorden": (DOCUMENT, STIJL._replace(logo_alt="")),
    "zonder-moment": (DOCUMENT._replace(moment=None), STIJL),
    "lege-tabel": (letter(EMPTY), STIJL),
    "veel-rijen": (letter(MANY_ROWS), STIJL),
    "lang-woord": (letter(words(LONG), Paragraph((Code("ab12" * 40),)), CodeBlock("x" * 300)), STIJL),
    "leeg": (letter(), STIJL),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_document_is_accessible_and_can_be_kept_and_says_all(name: str) -> None:
    document, stijl = VARIANTS[name]
    pdf = WRITER.write(document, stijl)
    assert_valid(pdf)
    assert_spoken_in_order(pdf, document)


def test_the_validator_sees_a_fault() -> None:
    broken = PROEF.replace(b"/Lang(nl)", b"/Lxxx(nl)")
    assert broken != PROEF
    assert not page.is_pdf_compliant_bytes(broken, profile=page.ValidationProfile.PDF_UA_1)


def test_verapdf_agrees(tmp_path: Path) -> None:
    for name, (document, stijl) in VARIANTS.items():
        (tmp_path / f"{name}.pdf").write_bytes(WRITER.write(document, stijl))
    reports = verapdf.validate(sorted(tmp_path.glob("*.pdf")))
    assert reports == {(f"{name}.pdf", standard): "PASS" for name in VARIANTS for standard in ("ua1", "2a")}


def test_verapdf_sees_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "fout.pdf"
    path.write_bytes(PROEF.replace(b"/Lang(nl)", b"/Lxxx(nl)"))
    assert verapdf.validate([path])["fout.pdf", "ua1"].startswith("FAIL")


def test_the_writer_is_found_by_its_name() -> None:
    assert find_writer("pdf") is WRITER
    assert (WRITER.name, WRITER.extension) == ("pdf", "pdf")


@pytest.mark.parametrize("text", HOSTILE)
def test_words_that_are_code_elsewhere_stand_literally_on_the_page(text: str) -> None:
    assert any(text in found for found in page_texts(PROEF))


def test_the_check_of_the_text_sees_a_missing_word() -> None:
    longer = letter(words("Dit staat er."), words("Dit niet."))
    with pytest.raises(AssertionError, match=re.escape("'Dit niet.' does not follow")):
        assert_spoken_in_order(written(words("Dit staat er.")), longer)


# What the fonts have, without white space and the one sign that Typst tells twice: both are tried below.
SIGNS = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_characters="\u007f\u00ad\u00a0\u0125")
STRINGS = st.text(
    st.one_of(SIGNS.filter(str.isprintable), st.sampled_from("#$*_`<>@\\/[]{}()\"'~^=-&%€–…‘’“”•≤≥✓✗")),
    min_size=1,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(STRINGS, min_size=1, max_size=60))
def test_any_words_come_back_as_they_went_in(texts: list[str]) -> None:
    texts = [f"<{' '.join(text.split())}>" for text in texts]
    found = tags(written(*map(words, texts)))
    paragraphs = [plain(tag.words) for tag in found if tag.kind == "P"]
    assert paragraphs == [DOCUMENT.opdruk, *texts]


@settings(max_examples=10, deadline=None)
@given(st.lists(STRINGS, min_size=1, max_size=20))
def test_any_words_come_back_from_every_place_that_holds_words(texts: list[str]) -> None:
    texts = [f"<{' '.join(text.split())}>" for text in texts]
    rows = tuple((Cell((words(text),)), Cell((Paragraph((Code(text),)),))) for text in texts)
    document = letter(
        Contents(),
        *(Heading(1, (Text(text),), f"kop {number}") for number, text in enumerate(texts)),
        Table((Text(texts[0]),), (cell(texts[0]), cell("b")), rows, ("left", "left"), (30, 70)),
        Items(tuple((Quote((words(text),)),) for text in texts)),
        *(Box("norm", (Paragraph((Strong((Text(text),)), Badge("✓", text, "#1a6b3c"))),)) for text in texts),
        CHART._replace(title=texts[0], description=texts[0]),
    )._replace(title=texts[0], running=texts[0], opdruk=texts[0], author=texts[0])
    pdf = WRITER.write(document, STIJL)
    assert_spoken_in_order(pdf, document)
    metadata = open_pdf(pdf).metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == (texts[0], texts[0])
    assert outline(open_pdf(pdf).outline) == texts


@pytest.mark.xfail(
    reason="Typst 0.15.2 tells a letter twice that the font composes of two pieces", strict=True
)
def test_a_letter_that_the_font_composes_is_told_once() -> None:
    assert "Nguy\u1ec5n." in spoken_text(written(words("Nguy\u1ec5n.")))


def test_title_author_language_and_day_are_in_the_file() -> None:
    reader = open_pdf(PROEF)
    found = reader.metadata
    assert found is not None
    assert (found.title, found.author) == (DOCUMENT.title, "GGD Lindeland")
    assert str(found["/CreationDate"]) == "D:20260302000000Z"
    assert str(reader.root_object["/Lang"]) == "nl"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # type: ignore[index] # noqa: E712 - its own boolean
    assert reader.page_labels == ["1", "2", "3", "4", "5"]


def test_a_document_without_moment_has_the_first_day_of_the_clock() -> None:
    found = open_pdf(WRITER.write(*VARIANTS["zonder-moment"])).metadata
    assert found is not None
    assert {str(found["/CreationDate"]), str(found["/ModDate"])} == {"D:19700101000000Z"}


def outline(items: object) -> list[object]:
    assert isinstance(items, list)
    return [outline(item) if isinstance(item, list) else item.title for item in items]


def test_the_outline_has_every_heading_at_its_level() -> None:
    assert outline(open_pdf(PROEF).outline) == [
        "Samenvatting",
        "Bevindingen",
        ["Thema 1: Cliëntgerichtheid", ["Norm 1.1: Ondersteuning op maat"]],
        "Vijandige tekst",
        "Bronnenlijst",
        ["Meer over norm 1.1"],
    ]


def test_the_mark_of_the_data_is_found_in_the_bytes() -> None:
    assert b"toezicht-gegevens:" + b"ab" * 32 in PROEF
    assert b"toezicht-gegevens:" + b"cd" * 32 in WRITER.write(DOCUMENT._replace(gegevens="cd" * 32), STIJL)


def test_a_changed_byte_breaks_the_seal() -> None:
    assert check_zegel(PROEF) == "heel"
    assert check_zegel(PROEF[:-1] + b" ") == "gebroken"
    titled = WRITER.write(DOCUMENT._replace(running=f"toezicht-bestand:{64 * '0'}"), STIJL)
    assert check_zegel(titled) == "heel"
    assert_valid(titled)


@pytest.mark.parametrize("name", ["proef", "zonder-voorblad", "veel-rijen"])
def test_every_page_says_that_it_is_a_concept_and_what_is_printed_over_it(name: str) -> None:
    document, stijl = VARIANTS[name]
    found = page_texts(WRITER.write(document, stijl))
    warning = str(document.opdruk)
    assert [("CONCEPT" in text, warning in text) for text in found] == [(True, True)] * len(found)


def test_a_final_document_says_neither() -> None:
    assert not any("CONCEPT" in text for text in page_texts(WRITER.write(*VARIANTS["definitief"])))


def test_a_long_warning_is_whole_on_every_page() -> None:
    long = DOCUMENT._replace(opdruk="Dit is een voorbeeld. " * 30 + "Einde.")
    pdf = WRITER.write(long, STIJL)
    assert all(text.count("Dit is een voorbeeld.") == 30 and "Einde." in text for text in page_texts(pdf))
    assert not outside_the_page(pdf)


def test_every_page_after_the_cover_says_which_it_is() -> None:
    first, *rest = page_texts(PROEF)
    assert "Bladzijde" not in first
    assert [re.findall(r"Bladzijde \d+ van \d+", text) for text in rest] == [
        [f"Bladzijde {number} van 5"] for number in range(2, 6)
    ]


def test_only_a_concept_has_numbers_beside_its_lines() -> None:
    line = words("Een regel tekst.")
    concept, final = (
        page_texts(WRITER.write(letter(line)._replace(variant=variant), STIJL))[0]
        for variant in ("concept", "definitief")
    )
    assert "Een regel tekst. 1 2 GGD Lindeland" in concept
    assert "Een regel tekst. GGD Lindeland" in final


def outside_the_page(pdf: bytes) -> list[str]:
    """Return the words that begin or end outside the page, as poppler measures them."""
    if not shutil.which("pdftotext"):
        (pytest.fail if os.environ.get("TOEZICHT_VOLLEDIG") else pytest.skip)(
            "pdftotext (poppler) is not there"
        )
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(
        r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)', done.stdout.decode()
    )
    assert found
    margin, width, height = 40, 595.3, 841.9
    return [
        word
        for left, top, right, bottom, word in found
        if float(left) < margin or float(right) > width - margin or float(top) < 0 or float(bottom) > height
    ]


NARROW = Table(
    (),
    (cell("Kwaliteitsmanagementsysteem"), cell(LONG), cell("x")),
    ((cell(LONG), cell("ab" * 100), Cell((Paragraph((Badge("✓", "W" * 90, "#1a6b3c"),)),))),),
    ("left", "left", "right"),
    (12, 18, 70),
)


@pytest.mark.parametrize(
    "block", [words(LONG), words("x" * 500), words("a1-" * 200), NARROW, CodeBlock(LONG)]
)
def test_no_word_runs_off_the_page(block: Block) -> None:
    assert outside_the_page(written(block)) == []


def structure(pdf: bytes, kind: str) -> list[tuple[str, str]]:
    """Return the heads of tables of a ``kind`` of scope: the scope and the words."""
    return [
        (str(part["/Scope"])[1:], tag.words)
        for tag in tags(pdf)
        if tag.kind == kind
        for part in (found.get_object() for found in tag.element["/A"])  # type: ignore[attr-defined] # an array
        if isinstance(part, DictionaryObject) and "/Scope" in part
    ]


def test_heads_of_columns_and_rows_have_their_scope() -> None:
    assert structure(PROEF, "TH") == [
        *(("Column", text) for text in ("Bron", "Wie", "Genoemd bij")),
        *(("Row", f"I{number:02d}") for number in range(1, 60)),
    ]


def test_only_the_tables_that_ask_for_it_have_heads_of_rows() -> None:
    rows = ((cell("a"), cell("b")), (cell("c"), cell("d")))
    table = Table((), (cell("x"), cell("y")), rows, ("left", "left"), (50, 50), row_heads=False)
    named = table._replace(row_heads=True)
    columns = [("Column", "x"), ("Column", "y")]
    pdf = written(table, named, table)
    assert structure(pdf, "TH") == [*columns, *columns, ("Row", "a"), ("Row", "c"), *columns]
    assert_valid(pdf)


def test_every_cell_of_a_long_table_is_told_once_and_its_head_stands_on_every_page() -> None:
    pdf = written(MANY_ROWS)
    counted = Counter(tag.kind for tag in tags(pdf))
    assert (counted["TH"], counted["TD"], counted["TR"]) == (3 + 300, 600, 301)
    assert all("Bron Wie Genoemd bij" in text for text in page_texts(pdf))


def test_a_short_table_stays_on_one_page() -> None:
    few = MANY_ROWS._replace(rows=MANY_ROWS.rows[:8], caption=(Text("Acht rijen"),))
    for lines in range(20, 34):
        pages = page_texts(written(*(words("Een regel.") for _ in range(lines)), few))
        assert [("Acht rijen" in text, "R0" in text, "R7" in text) for text in pages].count(
            (True, True, True)
        ) == 1


def test_a_tall_row_breaks_and_loses_nothing() -> None:
    tall = cell(" ".join(f"woord{number}" for number in range(3000)))
    document = letter(Table((), (cell("a"), cell("b")), ((cell("x"), tall),), ("left", "left"), (20, 80)))
    pdf = WRITER.write(document, STIJL)
    assert len(open_pdf(pdf).pages) > 3
    assert_spoken_in_order(pdf, document)
    assert outside_the_page(pdf) == []


def test_pictures_have_their_description_and_the_chart_its_title() -> None:
    found = [
        str(tag.element["/Alt"]) for tag in tags(PROEF) if tag.kind == "Figure" and "/Alt" in tag.element
    ]
    assert found == [STIJL.logo_alt, CHART.description]
    assert any(CHART.title in text for text in page_texts(PROEF))


def test_notes_are_tagged_with_their_number() -> None:
    assert [plain(tag.words) for tag in tags(PROEF) if tag.kind == "Note"] == ["1 Een noot & meer."]


def test_the_contents_are_tagged_with_words_and_pages() -> None:
    found = [plain(tag.words) for tag in tags(PROEF) if tag.kind == "TOCI"]
    assert found == [
        "Samenvatting 2",
        "Bevindingen 2",
        "Thema 1: Cliëntgerichtheid 2",
        "Vijandige tekst 4",
        "Bronnenlijst 4",
        "Meer over norm 1.1 4",
    ]


def test_a_heading_with_a_note_and_a_link_keeps_them_out_of_the_contents() -> None:
    note = Note(1, (words("noot"),))
    heading = Heading(1, (Text("A "), Strong((Text("b"), note)), Reference("b", (Text("c"),), "terug")), "a")
    back = Paragraph((Reference("terug", (Text("terug"),)),))
    pdf = written(Contents(), heading, Heading(1, (Text("B"),), "b"), back)
    assert_valid(pdf)
    assert [plain(tag.words) for tag in tags(pdf) if tag.kind == "TOCI"] == ["A bc 1", "B 1"]


def test_no_digit_is_read_with_an_invisible_sign() -> None:
    assert "\u2060" not in "".join(page_texts(PROEF)) + spoken_text(PROEF)


def test_every_reference_leads_to_its_place() -> None:
    targets = (
        Heading(1, (Text("Kop"),), "kop"),
        Paragraph((Text("Alinea"),), "alinea"),
        Paragraph((Reference("kop", (Text("heen"),), "heen"),)),
        Table((), (cell("a"),), ((cell("b", anchor="rij"),),), ("left",), (100,)),
    )
    links = [Paragraph((Reference(name, (Text(name),)),)) for name in ("kop", "alinea", "heen", "rij")]
    reader = open_pdf(written(*targets, *links))
    found = [annotation.get_object() for annotation in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined] # an array
    heights = [height_of(reader.named_destinations, annotation["/Dest"]) for annotation in found]
    heen, *four = heights
    assert heen == four[0]
    assert four == sorted(four, reverse=True)
    assert len(set(four)) == 4


def height_of(named: Mapping[str, DictionaryObject], place: object) -> float:
    if isinstance(place, str):
        return float(str(named[place]["/Top"]))
    assert isinstance(place, PdfObject)
    found = place.get_object()
    assert isinstance(found, ArrayObject)
    return float(str(found[3]))


def test_data_that_end_in_a_return_have_one_length() -> None:
    """One stream in 256 ends so, and a strict validator counts the return as part of the line end."""
    numbers = range(120)
    documents = (letter(words(f"Brief {number}")) for number in numbers)
    parts = [take_apart(WRITER.write(document, STIJL)) for document in documents]
    streams = [data for part in parts for data in part.objects.values() if b"endstream" in data]
    ends = [data.rpartition(b"endstream")[0] for data in streams]
    lengths = [int(re.findall(rb"/Length (\d+)", data)[0]) for data in streams]
    for data, end, length in zip(streams, ends, lengths, strict=True):
        content = end[data.index(b"stream\n") + 7 :]
        assert content[length:] in ({b"\r\n"} if content[length - 1 :][:1] == b"\r" else {b"\n"})
    assert any(end.endswith(b"\r\r\n") for end in ends)


REFUSED = {
    "een verwijzing leidt naar 'weg'": (letter(Paragraph((Reference("weg", (Text("x"),)),))), STIJL),
    "het anker 'a' komt twee keer voor": (letter(*[Paragraph((Text("x"),), "a")] * 2), STIJL),
    "het lettertype 'onbekend' zit niet bij": (DOCUMENT, STIJL._replace(font_text="Onbekend")),
    "het lettertype 'ook onbekend' zit niet bij": (DOCUMENT, STIJL._replace(font_head="Ook onbekend")),
    "het lettertype 'atkinson hyperlegible next'": (DOCUMENT, STIJL._replace(fonts=(b"geen letters",))),
    "het teken U\\+1F600:": (letter(words("Hoi \U0001f600.")), STIJL),
    "het teken U\\+E000:": (letter(words("Hoi \ue000.")), STIJL),
    "het teken U\\+0000:": (letter(words("Hoi \0.")), STIJL),
    "het teken U\\+4E2D:": (letter(CHART._replace(title="\u4e2d")), STIJL),
    "het teken U\\+6587:": (
        letter(CHART._replace(bars=(CHART.bars[0]._replace(label="\u6587"),))),
        STIJL,
    ),
    "geen logo|failed to parse SVG": (DOCUMENT, STIJL._replace(logo=b"<svg")),
}


@pytest.mark.parametrize("message", REFUSED)
def test_what_cannot_be_shown_is_refused(message: str) -> None:
    with pytest.raises(WriterError, match=message):
        WRITER.write(*REFUSED[message])


@pytest.mark.parametrize("address", ["/etc/hostname", "boom.json", "http://voorbeeld.test/x.png"])
def test_a_logo_that_wants_another_file_is_refused(address: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{address}" width="9"/></svg>'
    )
    with pytest.raises(WriterError):
        WRITER.write(DOCUMENT, STIJL._replace(logo=svg.encode()))


@pytest.mark.parametrize("depth", [60, 300, 5000])
def test_what_is_nested_too_deep_is_refused(depth: int) -> None:
    block: Block = words("x")
    for _ in range(depth):
        block = Quote((block,))
    with pytest.raises(WriterError, match="te diep in elkaar"):
        written(block)


@pytest.mark.parametrize("depth", [1, 12])
def test_what_is_nested_as_deep_as_a_case_may_is_written(depth: int) -> None:
    block: Block = Paragraph((Strong((Text("binnenin"),)), LineBreak(), Text("en verder")))
    for _ in range(depth):
        block = Box("norm", (Items(((Quote((block,)),),)),)) if depth == 1 else Quote((block,))
    assert "binnenin" in spoken_text(written(block))


SCRIPT = """
import os, sys
os.umask(int(sys.argv[2], 8))
sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from tests.rendering.proefboom import DOCUMENT, STIJL
from toezicht_cli.rendering.writers.pdf import WRITER
print(sha256(WRITER.write(DOCUMENT, STIJL)).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale", "umask"),
    [
        ("0", "UTC", "C", "022"),
        ("1", "Pacific/Kiritimati", "nl_NL.UTF-8", "077"),
        ("99", "America/Lima", "C.UTF-8", "000"),
    ],
)
def test_the_same_document_gives_the_same_bytes_everywhere(
    seed: str, zone: str, locale: str, umask: str, tmp_path: Path
) -> None:
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "SOURCE_DATE_EPOCH": seed,
    }
    (tmp_path / "boom.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ROOT), umask],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == sha256(PROEF).hexdigest()


def test_another_word_gives_other_bytes() -> None:
    assert WRITER.write(DOCUMENT, STIJL) == PROEF
    assert WRITER.write(DOCUMENT._replace(running="Anders"), STIJL) != PROEF
