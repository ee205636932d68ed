"""Make small reports of every kind, with made-up facts, for tests of reading."""

import io
import zipfile
from collections.abc import Mapping

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0"'


def make_zip(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def make_docx(body: str, **extra: str) -> bytes:
    """Return a Word file with this XML in its body; ``extra`` are other parts by name without folder."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    parts = {f"word/{name}.xml": content for name, content in extra.items()}
    return make_zip({"word/document.xml": document, **parts})


def make_word() -> bytes:
    """Return a Word file as python-docx writes it."""
    document = docx.Document()
    document.add_heading("Norm 1.2 Gesprek", 2)
    document.add_paragraph("Zorg De Linde voldoet grotendeels aan de norm.")
    document.add_paragraph("Een punt", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("norm", "oordeel"), ("1.2", "voldoet grotendeels")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Slot.")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def make_odt(body: str, **extra: str) -> bytes:
    """Return an ODT with this XML in its text."""
    tekst = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODT}>{tekst}</office:document-content>"
    return make_zip({"content.xml": content, **{f"{name}.xml": text for name, text in extra.items()}})


def make_pdf(*pages: str, wachtwoord: str | None = None) -> bytes:
    """Return a PDF of which each page holds the lines of a text."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(width=595, height=842)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf 14 TL 50 800 Td {lines}ET".encode("latin-1"))
        page[NameObject("/Contents")] = stream
    if wachtwoord:
        writer.encrypt(wachtwoord, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
