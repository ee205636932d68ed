"""Rijkoppen: the first cell of a row becomes its head, in a PDF that Typst made.

Typst tags the heads of columns and knows no heads of rows yet. It writes the tags as plain objects with a
plain table of where they are, so both can be written again. Only objects from that table are touched: words
of a document never are. A cell keeps no list of its own heads then: a reader finds them by their scope.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from toezicht_cli.rendering.writers.base import WriterError

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE_HEAD = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20  # bytes of a line of the table: ten digits, five digits, n or f, end of line
_ELEMENT = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/(Table|TBody|TR|TD)/P (\d+) 0 R")
_FIRST = re.compile(rb"/K\[(\d+) 0 R")
_HEADS = re.compile(rb"<</O/Table/Headers\[[^\]]*\]>>")
_SCOPE = b"<</O/Table/Scope/Row>>"


class _Pdf(NamedTuple):
    """The file in parts: what comes first, the objects by number, and what follows the table of places."""

    head: bytes
    order: tuple[int, ...]
    objects: dict[int, bytes]
    tail: bytes


class _Element(NamedTuple):
    """A tag of a table: its kind, the tag around it and the first inside it (0: none)."""

    kind: bytes
    parent: int
    first: int


def mark_row_heads(pdf: bytes, tables: Sequence[bool]) -> bytes:
    """Return ``pdf`` with heads for the rows of the tables for which ``tables`` says so.

    Args:
        pdf: a file that Typst wrote.
        tables: for every table, in the order of the tags, whether its first column names the rows.

    Raises:
        WriterError: the file is not built as Typst builds it, or it has another number of tables.
    """
    parts = _take_apart(pdf)
    found = dict(_elements(parts))
    numbers = sorted(number for number, element in found.items() if element.kind == b"Table")
    if len(numbers) != len(tables):
        raise WriterError(f"de PDF heeft {len(numbers)} tabellen in plaats van {len(tables)}")
    wanted = {number for number, named in zip(numbers, tables, strict=True) if named}
    for number, element in found.items():
        if element.kind == b"TD" and _table_of(found, element) in wanted:
            is_first = found[element.parent].first == number
            parts.objects[number] = _as_head(parts.objects[number], is_first=is_first)
    return _put_together(parts)


def _take_apart(pdf: bytes) -> _Pdf:
    start = _START.search(pdf)
    place = int(start[1]) if start else len(pdf)
    table = _TABLE_HEAD.match(pdf, place)
    if not table:
        raise WriterError("de PDF is anders opgebouwd dan verwacht")
    lines = range(table.end() + _ENTRY, table.end() + int(table[1]) * _ENTRY, _ENTRY)
    places = {number: int(pdf[line : line + 10]) for number, line in enumerate(lines, 1)}
    order = tuple(sorted(places, key=places.__getitem__))
    ends = [*(places[number] for number in order), place]
    objects = {number: pdf[begin:end] for number, (begin, end) in zip(order, pairwise(ends), strict=True)}
    tail = pdf[table.end() + int(table[1]) * _ENTRY : pdf.rindex(b"startxref")]
    return _Pdf(pdf[: ends[0]], order, objects, tail)


def _elements(parts: _Pdf) -> Iterator[tuple[int, _Element]]:
    for number, content in parts.objects.items():
        if element := _ELEMENT.match(content):
            first = _FIRST.search(content)
            yield number, _Element(element[1], int(element[2]), int(first[1]) if first else 0)


def _table_of(found: dict[int, _Element], cell: _Element) -> int:
    row = found[cell.parent]
    group = found[row.parent]
    return row.parent if group.kind == b"Table" else group.parent


def _as_head(cell: bytes, *, is_first: bool) -> bytes:
    scope = _SCOPE if is_first else b""
    changed = _HEADS.sub(scope, cell, count=1)
    if is_first:
        changed = changed.replace(b"/S/TD", b"/S/TH", 1)
        if _SCOPE not in changed:
            raise WriterError("een tabel in de PDF is anders opgebouwd dan verwacht")
    return changed.replace(b"/A[]", b"", 1)


def _put_together(parts: _Pdf) -> bytes:
    pieces, places, place = [parts.head], {}, len(parts.head)
    for number in parts.order:
        places[number] = place
        pieces.append(parts.objects[number])
        place += len(parts.objects[number])
    pieces.append(b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(places) + 1))
    pieces.extend(b"%010d 00000 n\r\n" % places[number] for number in sorted(places))
    return b"".join((*pieces, parts.tail, b"startxref\n%d\n%%%%EOF" % place))
