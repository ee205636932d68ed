"""Inhoudsopgave: the list of contents as a field, filled in already.

The lines lead to the headings. They have no page numbers: those are only known when Word lays out the
pages, so they come when somebody lets Word renew the list (F9). A wrong number would be worse.
"""

from toezicht_cli.rendering.kantoor.inhoud import contents_lines
from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.knopen import Knoop, knoop, paragraph, words

_TITLE = "Inhoud"
_DEEPEST = 5


def contents_field(bouw: Bouw, depth: int, title: Knoop) -> Knoop:
    """Return the list of contents; ``title`` is the still empty paragraph above it."""
    depth = max(1, min(depth, _DEEPEST))
    title.append(knoop("r", words(_TITLE)))
    lines = []
    for line in contents_lines(bouw.document, depth):
        style = bouw.styles[f"TOC{line.level}"]
        link = knoop("hyperlink", knoop("r", words(line.text)), anchor=bouw.bookmark(line.anchor), history=1)
        lines.append(paragraph(style, link))
    if not lines:
        lines.append(paragraph(bouw.styles["TOC1"]))
    lines[0][1:1] = [*field_start(f' TOC \\o "1-{depth}" \\h \\z \\u ')]
    lines[-1].append(field_end())
    gallery = knoop("docPartObj", knoop("docPartGallery", val="Table of Contents"), knoop("docPartUnique"))
    return knoop("sdt", knoop("sdtPr", gallery), knoop("sdtContent", title, *lines))


def field_start(instruction: str) -> list[Knoop]:
    """Return the runs before the result of a field."""
    return [
        knoop("r", knoop("fldChar", fldCharType="begin")),
        knoop("r", words(instruction, "instrText")),
        knoop("r", knoop("fldChar", fldCharType="separate")),
    ]


def field_end() -> Knoop:
    """Return the run after the result of a field."""
    return knoop("r", knoop("fldChar", fldCharType="end"))
