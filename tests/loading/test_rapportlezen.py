import os
from pathlib import Path

import pytest

from tests.loading.rapportbestanden import W, make_docx, make_odt, make_pdf, make_word, make_zip
from toezicht_cli.loading import kindproces
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen import grenzen, ingepakt, uit_pdf
from toezicht_cli.loading.rapportlezen.kenmerk import find_kenmerk, list_rapporten, read_kenmerken
from toezicht_cli.loading.rapportlezen.kindproces import lezer_for, read_apart
from toezicht_cli.loading.rapportlezen.lezen import read_rapport
from toezicht_cli.loading.rapportlezen.uit_docx import read_docx
from toezicht_cli.loading.rapportlezen.uit_html import read_html
from toezicht_cli.loading.rapportlezen.uit_odt import read_odt
from toezicht_cli.loading.rapportlezen.uit_pdf import read_pdf
from toezicht_cli.loading.stand import Mapstand
from toezicht_cli.models.rapporttekst import Rapportregel

KENMERK = "a1" * 32


def _texts(regels: list[Rapportregel]) -> list[str]:
    return [regel.tekst for regel in regels]


def test_a_word_file_gives_its_body_in_order_with_tables_as_rows() -> None:
    assert read_docx(make_word()) == [
        Rapportregel("Norm 1.2 Gesprek", "alinea 1", "kop", (), 2),
        Rapportregel("Zorg De Linde voldoet grotendeels aan de norm.", "alinea 2"),
        Rapportregel("Een punt", "alinea 3", "punt"),
        Rapportregel("norm | oordeel", "tabel 1, rij 1", "rij"),
        Rapportregel("1.2 | voldoet grotendeels", "tabel 1, rij 2", "rij"),
        Rapportregel("Slot.", "alinea 4"),
    ]


def test_inserted_and_moved_text_is_read_and_deleted_text_is_not() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('voldoet ')}<w:ins>{run.format('niet ')}</w:ins>"
        f"<w:del><w:r><w:delText>grotendeels </w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('weg ')}</w:moveFrom><w:moveTo>{run.format('aan')}</w:moveTo></w:p>"
    )
    assert _texts(read_docx(make_docx(body))) == ["voldoet niet aan"]


def test_fields_fallbacks_and_the_table_of_contents_of_word_are_left_out() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        "<w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>1.2 Gesprek 4</w:t></w:r></w:p>"
        f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent {mc}><mc:Choice>"
        "<w:r><w:t>een</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>twee</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert _texts(read_docx(make_docx(body))) == ["een"]


def test_a_style_of_word_that_rests_on_a_heading_is_a_heading() -> None:
    styles = (
        f"<w:styles {W}><w:style w:styleId='Kop2'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:styleId='Eigen'><w:name w:val='Normkop'/><w:basedOn w:val='Kop2'/></w:style></w:styles>"
    )
    body = "<w:p><w:pPr><w:pStyle w:val='Eigen'/></w:pPr><w:r><w:t>1.2 Gesprek</w:t></w:r></w:p>"
    assert read_docx(make_docx(body, styles=styles))[0].niveau == 2


def test_a_table_within_a_cell_becomes_text_of_that_cell() -> None:
    def table(text: str) -> str:
        other = "<w:p><w:r><w:t>b|c</w:t></w:r></w:p>"
        return f"<w:tbl><w:tr><w:tc>{text}</w:tc><w:tc>{other}</w:tc></w:tr></w:tbl>"

    inner = table("<w:p><w:r><w:t>diep</w:t></w:r></w:p>")
    assert _texts(read_docx(make_docx(table(inner)))) == ["diep b/c | b/c"]


def test_an_odt_gives_headings_items_and_rows_without_changes_and_notes() -> None:
    body = (
        "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes>"
        '<text:h text:outline-level="2">Norm 1.2<text:s/>Gesprek</text:h>'
        "<text:p>Zorg De Linde voldoet"
        "<text:note><text:note-citation>1</text:note-citation></text:note>.</text:p>"
        "<text:list><text:list-item><text:p>Een punt</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>1.2</text:p></table:table-cell>"
        "<table:table-cell><text:p>voldoet</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert read_odt(make_odt(body)) == [
        Rapportregel("Norm 1.2 Gesprek", "alinea 1", "kop", (), 2),
        Rapportregel("Zorg De Linde voldoet.", "alinea 2"),
        Rapportregel("Een punt", "alinea 3", "punt"),
        Rapportregel("1.2 | voldoet", "tabel 1, rij 1", "rij"),
    ]


def test_a_page_gives_its_text_by_block_with_the_numbers_of_the_lines() -> None:
    page = (
        "<html><head><title>weg</title><style>p {}</style></head><body>\n<h2>Norm 1.2</h2>\n"
        "<p>Zorg &amp; Co <b>voldoet</b>\nniet.</p><script>weg()</script><p hidden>weg</p>\n"
        "<ul><li>een</li><li>twee</li></ul><table><tr><td>1.2</td><td>voldoet</td></tr></table></body></html>"
    )
    assert read_html(page.encode()) == [
        Rapportregel("Norm 1.2", "regel 2", "kop", (2,), 2),
        Rapportregel("Zorg & Co voldoet niet.", "regel 3", "alinea", (3,)),
        Rapportregel("een", "regel 5", "punt", (5,)),
        Rapportregel("twee", "regel 5", "punt", (5,)),
        Rapportregel("1.2 | voldoet", "regel 5", "rij", (5,)),
    ]


def test_a_pdf_gives_whole_sentences_by_page_without_heads_and_feet() -> None:
    def page(number: int, text: str) -> str:
        return f"GGD Lindeland\n{text}\nbladzijde {number}"

    content = make_pdf(
        page(1, "Norm 1.2 Gesprek"),
        page(2, "Zorg De Linde voldoet groten-\ndeels aan de norm, en dat is al een hele tijd zo\ngebleven."),
        page(3, "De norm gaat over het gesprek dat elk jaar"),
        page(4, "plaatsvindt."),
    )
    assert [(regel.tekst, regel.waar) for regel in read_pdf(content)] == [
        ("Norm 1.2 Gesprek", "bladzijde 1"),
        (
            "Zorg De Linde voldoet grotendeels\naan de norm, en dat is al een hele tijd zo\ngebleven.",
            "bladzijde 2",
        ),
        ("De norm gaat over het gesprek dat elk jaar\nplaatsvindt.", "bladzijde 3"),
    ]


def test_the_numbers_in_the_margin_of_a_concept_are_left_out() -> None:
    numbers = "\n".join(map(str, range(1, 8)))
    content = make_pdf(f"Zorg De Linde voldoet aan de norm.\n{numbers}", "8\n9\n11\nEinde van het rapport.")
    assert _texts(read_pdf(content)) == [
        "Zorg De Linde voldoet aan de norm.",
        "8",
        "9",
        "11",
        "Einde van het rapport.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", make_pdf("Zorg De Linde", wachtwoord="geheim"), "wachtwoord"),
        ("a.pdf", make_pdf("", ""), "gescand"),
        ("a.pdf", b"%PDF-1.7 en dan niets", "beschadigd"),
        ("a.docx", b"geen zip", "beschadigd"),
        ("a.docx", make_zip({"ander.xml": "<a/>"}), "geen Word-document"),
        ("a.docx", make_docx("<w:p>"), "beschadigd"),
        ("a.docx", make_zip({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "beschadigd"),
        ("a.docx", make_docx("<w:p>" * 300 + "</w:p>" * 300), "lagen diep"),
        ("a.docx", make_docx(""), "geen tekst"),
        ("a.odt", make_zip({"ander.xml": "<a/>"}), "geen OpenDocument"),
        ("a.odt", make_odt("", **{"META-INF/manifest": "<m><encryption-data/></m>"}), "wachtwoord"),
        ("a.html", b"<script>alleen code</script>", "geen tekst"),
        ("a.html", b"<p>tekst<![zomaar[", "beschadigd"),
        ("a.txt", b"\xff\xfeZ\0o\0", "UTF-16"),
        ("a.doc", b"oud", "kan ik niet lezen"),
        ("zonder", b"oud", "kan ik niet lezen"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BuitenbestandError, match=reason):
        read_rapport(tmp_path, name)


def test_every_kind_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert read_apart(make_word(), ".docx") == read_docx(make_word())
    content = make_pdf("Zorg De Linde voldoet aan de norm.")
    assert read_apart(content, ".pdf") == read_pdf(content)
    (tmp_path / "json.py").write_text("raise SystemExit")
    old = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert read_apart(b"<p>Zorg De Linde</p>", ".html")[0].tekst == "Zorg De Linde"
    finally:
        os.chdir(old)


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kindproces, "_PROGRAMMA", "while True: pass")
    with pytest.raises(BuitenbestandError, match="te zwaar"):
        read_apart(b"", ".pdf", seconds=1)


@pytest.mark.parametrize(
    "program", ["print('x' * 10)", "import os; os.abort()", "print('{\"gelezen\": [1]}')"]
)
def test_a_reader_that_dies_or_answers_nonsense_is_a_refusal(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kindproces, "_PROGRAMMA", program)
    with pytest.raises(BuitenbestandError, match="te zwaar"):
        read_apart(b"", ".pdf")


def test_a_zip_that_unpacks_too_large_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ingepakt, "MAX_UITGEPAKT", 1 << 20)
    with pytest.raises(BuitenbestandError, match="uitgepakt groter dan 1 MB"):
        read_docx(make_docx("", groot="0" * (2 << 20)))


def test_a_zip_with_too_many_files_is_refused_before_its_list_is_read() -> None:
    with pytest.raises(BuitenbestandError, match="meer dan"):
        read_docx(make_zip({f"{number}": "" for number in range(grenzen.MAX_INGEPAKT + 1)}))


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uit_pdf, "MAX_BLADZIJDEN", 1)
    with pytest.raises(BuitenbestandError, match="bladzijden"):
        read_pdf(make_pdf("een", "twee"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFO and makes no links for an ordinary user")
def test_links_and_pipes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "echt.md").write_text("tekst")
    (tmp_path / "link.md").symlink_to("echt.md")
    os.mkfifo(tmp_path / "pijp.md")
    for name in ("link.md", "pijp.md"):
        with pytest.raises(BuitenbestandError):
            read_rapport(tmp_path, name)


def _core(text: str) -> dict[str, str]:
    return {"docProps/core.xml": f"<cp><keywords>{text}</keywords></cp>"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", f"<!-- toezicht-gegevens:{KENMERK} -->".encode()),
        ("a.html", f'<meta content="toezicht-gegevens:{KENMERK}">'.encode()),
        ("a.pdf", f"/Keywords (toezicht-gegevens:{KENMERK})".encode()),
        ("a.docx", make_zip(_core(f"toezicht-gegevens:{KENMERK}"))),
        ("a.odt", make_zip({"meta.xml": f"<m>toezicht-gegevens:{KENMERK}</m>"})),
    ],
)
def test_the_fingerprint_of_the_data_is_found(name: str, content: bytes) -> None:
    assert find_kenmerk(content, name) == KENMERK


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", f"toezicht-gegevens:{KENMERK}0".encode()),
        ("a.md", f"toezicht-gegevens:{KENMERK[:-1]}".encode()),
        ("a.docx", make_zip({"word/document.xml": f"toezicht-gegevens:{KENMERK}"})),
        ("a.docx", make_zip(_core("iets anders"))),
    ],
)
def test_what_is_no_fingerprint_is_not_found(name: str, content: bytes) -> None:
    assert find_kenmerk(content, name) is None


def test_only_reports_of_a_known_kind_are_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "rapport"
    folder.mkdir()
    for name in ("a.md", "b.PDF", ".c.md", "~$d.docx", "e.png", "f.docx"):
        (folder / name).write_bytes(f"toezicht-gegevens:{KENMERK}".encode())
    (folder / "g.md").mkdir()
    assert list_rapporten(Mapstand(tmp_path)) == ("rapport/a.md", "rapport/b.PDF", "rapport/f.docx")
    assert [found.bestand for found in read_kenmerken(Mapstand(tmp_path))] == [
        "rapport/a.md",
        "rapport/b.PDF",
    ]
    assert list_rapporten(Mapstand(tmp_path / "nergens")) == ()


def test_there_is_a_reader_for_every_kind() -> None:
    kinds = (".pdf", ".docx", ".odt", ".html", ".htm")
    assert [lezer_for(kind).__name__ for kind in kinds] == [
        *("read_pdf", "read_docx", "read_odt", "read_html", "read_html")
    ]
