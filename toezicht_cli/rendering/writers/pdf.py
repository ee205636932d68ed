"""PDF: the document set by Typst, accessible (PDF/UA-1) and fit to be kept (PDF/A-2a) at once.

The tree goes in as JSON and a fixed library (``typst/``) reads it: words are data there, so there is nothing
to escape. The same document and style give the same bytes.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from toezicht_cli.analysis.zegel import count_zegels, seal
from toezicht_cli.rendering.boom import (
    Badge,
    Box,
    Chart,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Note,
    Reference,
    Strong,
    Table,
    Title,
    plain_text,
    to_plain,
    walk,
)
from toezicht_cli.rendering.omvang import is_short, tall_rows
from toezicht_cli.rendering.pdfdelen import count_tags, put_together, take_apart
from toezicht_cli.rendering.rijkoppen import mark_row_heads
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.tekening import draw_chart, ink_on
from toezicht_cli.rendering.writers.base import Writer, WriterError
from toezicht_cli.rendering.zetter import RESERVE_FONT, Opdracht, typeset

GEGEVENS = "toezicht-gegevens:"
# In the list of properties and in the metadata.
_ZEGELS = 2
# PDF/A wants a date; a document that names none says the first second of the clock, the usual "unknown".
UNKNOWN_MOMENT = date(1970, 1, 1)
_LIBRARY = Path(__file__).with_name("typst")
_INK = "#1b1d21"


def write(document: Document, stijl: Stijl) -> bytes:
    """Return ``document`` in the house style ``stijl`` as a PDF file.

    Raises:
        WriterError: a reference leads nowhere, a font or a sign is missing, or blocks are nested too deep.
    """
    parts = take_apart(typeset(make_opdracht(document, stijl), "pdf"))
    _check_complete(document, count_tags(parts))
    tables = [node.row_heads for node in walk(document) if isinstance(node, Table)]
    made = put_together(mark_row_heads(parts, tables))
    if (GEGEVENS + document.gegevens).encode() not in made:
        raise WriterError("de PDF mist het kenmerk van de gegevens")
    if count_zegels(made) != _ZEGELS:
        raise WriterError("de PDF heeft geen plaats voor haar zegel")
    return seal(made)


def make_opdracht(document: Document, stijl: Stijl) -> Opdracht:
    """Return all that Typst needs to set ``document``: the library, the tree as JSON, the logo and the fonts.

    Raises:
        WriterError: a reference leads nowhere, or blocks are nested too deep.
    """
    try:
        _check_references(document)
        content = _content(document, stijl)
    except RecursionError:
        raise WriterError("lijsten, kaders of citaten staan te diep in elkaar") from None
    files = {path.name: path.read_bytes() for path in sorted(_LIBRARY.glob("*.typ"))}
    files["main.typ"] = files.pop("rapport.typ")
    files["boom.json"] = content
    if stijl.logo is not None:
        files["logo.svg"] = stijl.logo
    moment = document.moment or UNKNOWN_MOMENT
    timestamp = int(datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp())
    return Opdracht(files, stijl.fonts, ("ua-1", "a-2a"), timestamp)


def _content(document: Document, stijl: Stijl) -> bytes:
    """Return what the library reads, as JSON: the tree, the style, and what Typst cannot work out itself."""
    plain = to_plain(document)
    for node, mapping in zip(walk(document), _mappings(plain), strict=True):
        if isinstance(node, Badge):
            mapping["ink"] = ink_on(node.color)
        elif isinstance(node, Chart):
            mapping["svg"] = draw_chart(node, ink=_INK, font=f"{stijl.font_text}, {RESERVE_FONT}")
        elif isinstance(node, Table):
            mapping |= {"tall": tall_rows(node), "whole": is_short(node)}
        elif isinstance(node, Box):
            mapping["whole"] = is_short(node)
    moment = document.moment or UNKNOWN_MOMENT
    style = stijl._replace(fonts=())._asdict() | {"logo": stijl.logo is not None}
    data = {
        "document": plain,
        "stijl": style,
        "moment": [moment.year, moment.month, moment.day],
        "koppen": {
            node.anchor: _title(node.children) for node in walk(document) if isinstance(node, Heading)
        },
    }
    return json.dumps(data).encode()


def _title(children: tuple[Inline, ...]) -> str:
    """Return the words of a heading, without its footnotes."""
    words = (
        _title(node.children)
        if isinstance(node, Strong | Emphasis | Link | Reference)
        else plain_text((node,))
        for node in children
        if not isinstance(node, Note)
    )
    return "".join(words)


def _mappings(plain: object) -> Iterator[dict[str, object]]:
    """Yield the mappings of ``to_plain`` in the order in which ``walk`` yields the nodes."""
    if isinstance(plain, dict):
        yield plain
        # A copy: the reader adds keys while this runs.
        plain = list(plain.values())
    if isinstance(plain, list):
        for item in plain:
            yield from _mappings(item)


def _check_references(document: Document) -> None:
    anchors = Counter(
        anchor for node in walk(document) if (anchor := getattr(node, "anchor", None)) is not None
    )
    for anchor, times in anchors.items():
        if times > 1:
            raise WriterError(f"het anker {anchor!r} komt twee keer voor")
    for node in walk(document):
        if isinstance(node, Reference) and node.target not in anchors:
            raise WriterError(f"een verwijzing leidt naar {node.target!r}, maar dat anker bestaat niet")


def _check_complete(document: Document, tags: Counter[str]) -> None:
    """Compare what was asked with the tags of the file: a part that is not there is never passed over."""
    nodes = Counter(type(node) for node in walk(document))
    found = {
        "kop": (nodes[Heading] + nodes[Contents], sum(tags[f"H{level}"] for level in range(1, 7))),
        "titel": (nodes[Title], tags["Title"]),
        "tabel": (nodes[Table], tags["Table"]),
        "voetnoot": (nodes[Note], tags["Note"]),
        "lijst": (sum(bool(node.items) for node in walk(document) if isinstance(node, Items)), tags["L"]),
    }
    for kind, (asked, there) in found.items():
        if asked != there:
            raise WriterError(
                f"de PDF is niet compleet: van de soort {kind} zijn er {there} in plaats van {asked}"
            )


WRITER = Writer("pdf", "pdf", "PDF: toegankelijk (PDF/UA) en geschikt om te bewaren (PDF/A)", write)
