"""Inhoud: the list of contents, nested as the chapters are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toezicht_cli.rendering.boom import Contents, Document, Heading, walk
from toezicht_cli.rendering.html.elementen import Element, element
from toezicht_cli.rendering.html.noten import NOTES_ANCHOR, NOTES_TITLE, notes_of
from toezicht_cli.rendering.html.regel import fragment, label

CONTENTS_ANCHOR = "_inhoud"
CONTENTS_TITLE = "Inhoud"


class _Entry(NamedTuple):
    level: int
    words: str
    anchor: str


def contents(document: Document) -> Element | None:
    """Return the navigation to the chapters; None when the document asks for none or has no chapters."""
    wanted = next((node for node in walk(document) if isinstance(node, Contents)), None)
    entries = [] if wanted is None else list(_entries(document, wanted.depth))
    if not entries:
        return None
    summary = element("summary", {"id": CONTENTS_ANCHOR}, CONTENTS_TITLE)
    # Open: a list that is shut asks for a click on paper and on a wide screen. On a phone it can be shut.
    folded = element("details", {"open": ""}, summary, _list(entries))
    return element("nav", {"class": "inhoud", "aria-labelledby": CONTENTS_ANCHOR}, folded)


def _entries(document: Document, depth: int) -> Iterable[_Entry]:
    for node in walk(document.blocks):
        if isinstance(node, Heading) and node.level <= depth:
            yield _Entry(node.level, label(node.children), node.anchor)
    if notes_of(document):
        yield _Entry(1, NOTES_TITLE, NOTES_ANCHOR)


def _list(entries: Sequence[_Entry]) -> Element:
    """Return entries as a list, with what lies below an entry as a list inside it."""
    top = min(entry.level for entry in entries)
    starts = [index for index, entry in enumerate(entries) if entry.level == top or index == 0]
    ends = [*starts[1:], len(entries)]
    groups = (entries[start:end] for start, end in zip(starts, ends, strict=True))
    # Without its role a list that has no numbers is no list to VoiceOver.
    return element("ol", {"role": "list"}, *(_item(group[0], group[1:]) for group in groups))


def _item(entry: _Entry, below: Sequence[_Entry]) -> Element:
    link = element("a", {"href": fragment(entry.anchor)}, entry.words)
    return element("li", None, link, *((_list(below),) if below else ()))
