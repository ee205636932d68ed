"""Tabelboek: tables as one XLSX file, written row by row so that many rows cost little memory.

Every cell is text or a number, never a formula. The same rows give the same bytes. openpyxl would keep
every cell, and puts the moment of writing in the file.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from toezicht_cli.rendering.vast_zip import FIRST_DATE

# Of a sheet in Excel; a row more or a longer text makes the file one that Excel calls damaged.
MAX_RIJEN, MAX_TEKST = 1_048_576, 32_767
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel takes _x0041_ for a character; the underscore itself is written so.
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">'
    '<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
    '<xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class TeGrootError(ValueError):
    """A table does not fit in a sheet; the text is the name of the table."""


class Blad(NamedTuple):
    """A sheet: its name (letters and ``_``, at most 31), its heads and its rows."""

    naam: str
    koppen: Sequence[str]
    rijen: Iterable[Sequence[str | float | None]]


def write_tabelboek(bladen: Sequence[Blad]) -> bytes:
    """Return a workbook with ``bladen``.

    Raises:
        TeGrootError: a table has more rows, or a longer text, than a sheet can hold.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for naam, text in _frame(bladen):
            _add(archive, naam, [text])
        for number, blad in enumerate(bladen, 1):
            _add(archive, f"xl/worksheets/sheet{number}.xml", _sheet(blad))
    return target.getvalue()


def _add(archive: zipfile.ZipFile, naam: str, parts: Iterable[str]) -> None:
    entry = zipfile.ZipInfo(naam, FIRST_DATE)
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as stream:
        for part in parts:
            stream.write(part.encode())


def _frame(bladen: Sequence[Blad]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(bladen) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{overrides}</Types>'
        ),
    )
    yield "_rels/.rels", _rels([("rId1", "officeDocument", "xl/workbook.xml")])
    sheets = "".join(
        f'<sheet name="{escape(blad.naam)}" sheetId="{n}" r:id="rId{n}"/>' for n, blad in enumerate(bladen, 1)
    )
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>',
    )
    rels = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _rels([*rels, (f"rId{len(bladen) + 1}", "styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES


def _rels(items: Iterable[tuple[str, str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{target}"/>' for key, kind, target in items
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _sheet(blad: Blad) -> Iterator[str]:
    """Yield the parts of a sheet; the first row stays in sight."""
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/><cols>'
        f'<col min="1" max="{max(len(blad.koppen), 1)}" width="22" customWidth="1"/></cols><sheetData>'
    )
    yield _row(blad, blad.koppen, ' s="1"')
    for number, rij in enumerate(blad.rijen, 2):
        if number > MAX_RIJEN:
            raise TeGrootError(blad.naam)
        yield _row(blad, rij)
    yield "</sheetData></worksheet>"


def _row(blad: Blad, values: Sequence[str | float | None], style: str = "") -> str:
    return f"<row>{''.join(_cell(blad, value, style) for value in values)}</row>"


def _cell(blad: Blad, value: str | float | None, style: str) -> str:
    if value is None:
        return "<c/>"
    if not isinstance(value, str):
        return f"<c{style}><v>{value}</v></c>"
    text = _ESCAPED.sub("_x005F_", _UNFIT.sub("�", value.replace("\r\n", "\n")))
    if len(text) > MAX_TEKST:
        raise TeGrootError(blad.naam)
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
