"""Noten: the footnotes of a document, together at its end."""

from toezicht_cli.rendering.boom import Document, Note, walk
from toezicht_cli.rendering.html.blokken import blocks
from toezicht_cli.rendering.html.elementen import Children, Element, element
from toezicht_cli.rendering.html.regel import call_anchor, fragment, note_anchor

NOTES_ANCHOR = "_noten"
NOTES_TITLE = "Noten"


def notes_of(document: Document) -> tuple[Note, ...]:
    """Return the footnotes of a document by number."""
    found = (node for node in walk(document) if isinstance(node, Note))
    return tuple(sorted(found, key=lambda note: note.number))


def endnotes(document: Document) -> Children:
    """Return the section with the footnotes; nothing when there are none."""
    notes = notes_of(document)
    if not notes:
        return ()
    title = element("h2", {"id": NOTES_ANCHOR}, NOTES_TITLE)
    items = element("ol", None, *map(_item, notes))
    attributes = {"class": "noten", "role": "doc-endnotes", "aria-labelledby": NOTES_ANCHOR}
    return (element("section", attributes, title, items),)


def _item(note: Note) -> Element:
    name = f"Terug naar de tekst bij noot {note.number}"
    back = {
        "href": fragment(call_anchor(note.number)),
        "role": "doc-backlink",
        "aria-label": name,
        "title": name,
    }
    attributes = {"id": note_anchor(note.number), "value": str(note.number)}
    return element("li", attributes, *blocks(note.blocks), element("a", {**back, "class": "terug"}, "↩"))
