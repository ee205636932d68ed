"""Toets: what must be so in a tree before an office file is made of it.

An office file has no place for some trees: a control character is not XML, a link to nowhere is a dead
link, a note in a note does not exist. Such a tree is refused whole. To drop a character or a link instead
would give a document that silently says something else than the other formats.
"""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from toezicht_cli.rendering.boom import (
    Badge,
    Cell,
    Chart,
    Document,
    Heading,
    Link,
    Note,
    Paragraph,
    Reference,
    walk,
)
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import WriterError

_NOT_TEXT = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_COLOR = re.compile("#[0-9a-fA-F]{6}")
_SCHEME = re.compile("(https?://|mailto:)[^\\s]", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r'[\s"<>\\^`{|}]|%(?![0-9a-fA-F]{2})')
_LAST_TWO = 0xFFFE


def check_document(document: Document, stijl: Stijl) -> None:
    """Check all that an office file needs of a tree and a style.

    Raises:
        WriterError: there is a character that cannot stand in the file, a link of another kind than
            http, https or mailto, a reference without its target, an anchor twice, a note that is out of
            order or stands in a note, a colour that is not ``#rrggbb``.
    """
    for text in _strings((document, stijl[:4], stijl.logo_alt, stijl.font_text, stijl.font_head)):
        check_text(text)
    _check_colors(document, stijl)
    for node in walk(document):
        if isinstance(node, Link):
            address_of(node.href)
    _check_anchors(document)
    _check_notes(document)


def check_text(text: str) -> None:
    """Refuse a text with a character that XML or an office program has no place for.

    Raises:
        WriterError: there is one; the message tells its code, not the text.
    """
    wrong = _NOT_TEXT.search(text)
    if wrong or any(ord(letter) & _LAST_TWO == _LAST_TWO for letter in text if letter > "\uffff"):
        code = f"U+{ord(wrong[0]):04X}" if wrong else "U+xFFFE of U+xFFFF"
        raise WriterError(f"de tekst bevat een onzichtbaar teken dat niet in het document kan: {code}")


def address_of(href: str) -> str:
    """Return the address of a link, with the characters that no address may have as %XX.

    Raises:
        WriterError: the address is not one of http, https or mailto, or has no host.
    """
    if not _SCHEME.match(href):
        raise WriterError("een link begint met http://, https:// of mailto:, en dat doet een link niet")
    try:
        parts = urlsplit(href)
        _ = parts.port
    except ValueError as error:
        raise WriterError("het adres van een link is geen geldig adres") from error
    if parts.scheme != "mailto" and not parts.hostname:
        raise WriterError("het adres van een link is geen geldig adres")
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), href)


def anchors(document: Document) -> Iterator[str]:
    """Yield the anchor of every node that has one, in reading order."""
    for node in walk(document):
        if isinstance(node, Heading | Paragraph | Reference | Cell) and node.anchor is not None:
            yield node.anchor


def _strings(node: object) -> Iterator[str]:
    stack = [node]
    while stack:
        found = stack.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, tuple):
            stack += found


def _check_colors(document: Document, stijl: Stijl) -> None:
    colors = [stijl.accent]
    for node in walk(document):
        if isinstance(node, Badge):
            colors.append(node.color)
        elif isinstance(node, Chart):
            colors += [category.color for category in node.categories]
    if not all(_COLOR.fullmatch(color) for color in colors):
        raise WriterError("een kleur is een # met zes cijfers of letters a tot en met f")


def _check_anchors(document: Document) -> None:
    counts = Counter(anchors(document))
    double = [anchor for anchor, count in counts.items() if count > 1]
    if double:
        raise WriterError(f"twee plaatsen in het document heten hetzelfde: {double[0]}")
    for node in walk(document):
        if isinstance(node, Reference) and node.target not in counts:
            raise WriterError(f"een verwijzing leidt nergens heen: {node.target}")


def _check_notes(document: Document) -> None:
    notes = [node for node in walk(document) if isinstance(node, Note)]
    if any(isinstance(inner, Note) for note in notes for inner in walk(note.blocks)):
        raise WriterError("een voetnoot staat in een voetnoot, en dat kan niet in dit formaat")
    if [note.number for note in notes] != list(range(1, len(notes) + 1)):
        raise WriterError("de voetnoten zijn niet op volgorde genummerd")
