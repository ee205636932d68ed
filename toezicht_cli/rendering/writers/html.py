"""Writer html: one page that needs nothing else: readable on a phone, on paper, in the dark and aloud."""

from collections import Counter
from collections.abc import Iterator

from toezicht_cli.rendering.boom import Cell, Document, Heading, Paragraph, Reference, walk
from toezicht_cli.rendering.html.elementen import render
from toezicht_cli.rendering.html.pagina import page
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import Writer, WriterError


def write(document: Document, stijl: Stijl) -> bytes:
    """Return the page of ``document``.

    Raises:
        WriterError: two places have one anchor, a reference leads nowhere, a link has another scheme than
            http, https or mailto, or a text holds a character that cannot stand on a page.
    """
    _check_anchors(document)
    return f"<!DOCTYPE html>\n{render(page(document, stijl))}".encode()


def _check_anchors(document: Document) -> None:
    anchors = Counter(_anchors(document))
    for anchor, number in anchors.items():
        if number > 1 or not anchor or anchor.startswith("_") or any(map(str.isspace, anchor)):
            raise WriterError(
                f"het anker {anchor!r} kan niet, of staat op meer dan een plaats in het document"
            )
    for node in walk(document):
        if isinstance(node, Reference) and node.target not in anchors:
            raise WriterError(
                f"een verwijzing in het document gaat naar {node.target!r}, en die plaats is er niet"
            )


def _anchors(document: Document) -> Iterator[str]:
    for node in walk(document):
        if isinstance(node, Heading | Paragraph | Cell | Reference) and node.anchor is not None:
            yield node.anchor


WRITER = Writer("html", "html", "webpagina: een bestand, voor scherm, telefoon en papier", write)
