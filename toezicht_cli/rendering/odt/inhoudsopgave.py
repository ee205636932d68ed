"""Inhoudsopgave: the list of contents, filled in already.

The lines lead to the headings. They have no page numbers: those are only known when the pages are laid
out, so they come when somebody lets the program renew the list. A wrong number would be worse.
"""

from toezicht_cli.rendering.kantoor.inhoud import contents_lines
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.knopen import Knoop, knoop
from toezicht_cli.rendering.odt.recept import LIST_LEVELS, coded

_TITLE = "Inhoud"
_DEEPEST = 5


def list_of_contents(bouw: Bouw, depth: int) -> Knoop:
    """Return the list of contents: how it is made, and its lines."""
    depth = max(1, min(depth, _DEEPEST))
    number = next(bouw.lists_of_contents)
    style = bouw.style_here("Contents Heading")
    name = f"{_TITLE}{number}"
    title = knoop(
        "text:index-title", knoop("text:p", _TITLE, text__style_name=style), text__name=f"{name}_kop"
    )
    body = knoop("text:index-body", title)
    for line in contents_lines(bouw.document, depth):
        link = knoop(
            "text:a",
            line.text,
            xlink__type="simple",
            xlink__href=f"#{bouw.bookmark(line.anchor)}",
            text__style_name=coded("Index Link"),
            text__visited_style_name=coded("Index Link"),
        )
        body.addElement(knoop("text:p", link, text__style_name=coded(f"Contents {line.level}")))
    return knoop("text:table-of-content", _source(depth), body, text__name=name, text__protected="false")


def _source(depth: int) -> Knoop:
    found = knoop("text:table-of-content-source", text__outline_level=depth)
    heading = coded("Contents Heading")
    found.addElement(knoop("text:index-title-template", _TITLE, text__style_name=heading))
    for level in range(1, LIST_LEVELS + 1):
        found.addElement(_template(level))
    return found


def _template(level: int) -> Knoop:
    style = coded("Index Link")
    return knoop(
        "text:table-of-content-entry-template",
        knoop("text:index-entry-link-start", text__style_name=style),
        knoop("text:index-entry-text"),
        knoop("text:index-entry-tab-stop", style__type="right", style__leader_char="."),
        knoop("text:index-entry-page-number"),
        knoop("text:index-entry-link-end"),
        text__outline_level=level,
        text__style_name=coded(f"Contents {min(level, _DEEPEST)}"),
    )
