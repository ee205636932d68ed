"""Pdfdelen: a PDF that Typst made, taken apart into its objects and put together again.

Typst writes the tags as plain objects with a plain table of where every object is, so both can be read and
written without a library. Only objects from that table are looked at: words of a document never are.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from toezicht_cli.rendering.writers.base import WriterError

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE_HEAD = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20  # bytes of a line of the table: ten digits, five digits, n or f, end of line
_TAG = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/(\w+)/P (\d+) 0 R")
_RETURN_AT_END = re.compile(rb"\r\nendstream\s+endobj\s*\Z")
_FIRST = re.compile(rb"/K\[(\d+) 0 R")


class Pdfdelen(NamedTuple):
    """The file in parts: what comes first, the objects by number, and what follows the table of places."""

    head: bytes
    objects: dict[int, bytes]
    tail: bytes


class Tag(NamedTuple):
    """A tag: its kind (``TD``), the number of the tag around it and of the first inside it (0: none)."""

    kind: str
    parent: int
    first: int


def take_apart(pdf: bytes) -> Pdfdelen:
    """Return the parts of ``pdf``, the objects in the order of the file.

    Raises:
        WriterError: the file is not built as Typst builds it.
    """
    start = _START.search(pdf)
    place = int(start[1]) if start else len(pdf)
    table = _TABLE_HEAD.match(pdf, place)
    if not table:
        raise WriterError("de PDF is anders opgebouwd dan verwacht")
    end = table.end() + int(table[1]) * _ENTRY
    lines = enumerate(range(table.end() + _ENTRY, end, _ENTRY), 1)
    places = sorted((int(pdf[line : line + 10]), number) for number, line in lines)
    bounds = pairwise([*places, (place, 0)])
    objects = {number: pdf[begin:until] for (begin, number), (until, _) in bounds}
    return Pdfdelen(pdf[: places[0][0]], objects, pdf[end : pdf.rindex(b"startxref")])


def put_together(parts: Pdfdelen) -> bytes:
    """Return the file that ``parts`` make, with a new table of where everything is."""
    objects = {number: _with_clear_end(content) for number, content in parts.objects.items()}
    places, place = {}, len(parts.head)
    for number, content in objects.items():
        places[number] = place
        place += len(content)
    table = b"".join(b"%010d 00000 n\r\n" % places[number] for number in sorted(places))
    first = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(places) + 1)
    end = b"startxref\n%d\n%%%%EOF" % place
    return b"".join((parts.head, *objects.values(), first, table, parts.tail, end))


def _with_clear_end(content: bytes) -> bytes:
    """Return an object whose data cannot be read as one byte shorter.

    Data that happen to end in a carriage return, before the line end of Typst, look as if they end in CR LF;
    a strict validator then finds the length wrong. With CR LF after the data there is one reading.
    """
    end = _RETURN_AT_END.search(content, max(0, len(content) - 40))
    return content[: end.start() + 1] + b"\r" + content[end.start() + 1 :] if end else content


def read_tags(parts: Pdfdelen) -> dict[int, Tag]:
    """Return the tags by their number."""
    found = {}
    for number, content in parts.objects.items():
        if tag := _TAG.match(content):
            first = _FIRST.search(content)
            found[number] = Tag(tag[1].decode(), int(tag[2]), int(first[1]) if first else 0)
    return found


def count_tags(parts: Pdfdelen) -> Counter[str]:
    """Return how often every kind of tag stands in the file."""
    return Counter(tag.kind for tag in read_tags(parts).values())
