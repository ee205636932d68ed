"""Recepten: every style that our documents use, under the names that LibreOffice knows where it has one."""

from toezicht_cli.rendering.odt.recept import (
    BOLD,
    HEAD_FONT,
    KEEP,
    MONO,
    UNNUMBERED,
    WARNING,
    Palette,
    Recipe,
    box,
    cell,
    cover,
    heading,
    letters,
    margins,
)

TEXT_WIDTH = 16.2
_HEADINGS = ((18, 0.85), (14, 0.64), (12, 0.5), (11, 0.42), (11, 0.35))
_GREY = "#595959"


def all_recipes(colors: Palette) -> tuple[Recipe, ...]:
    """Return the styles of a document in the colours of its house style."""
    return (*_cover(colors), *_text(colors), *_parts(colors), *_boxes(colors), *_edges(), *_words(colors))


def _cover(colors: Palette) -> tuple[Recipe, ...]:
    title = HEAD_FONT | letters(22, color=colors.accent, bold="")
    return (
        Recipe("Standard"),
        Recipe("Text body", margins(0, 0.28)),
        Recipe("Title", KEEP | UNNUMBERED | margins(0.42, 0.42) | {"fo:line-height": "105%"}, title,
               next_style="Subtitle"),
        Recipe("Subtitle", UNNUMBERED | margins(0, 0.42), letters(14, color="#404040"),
               next_style="Text body"),
        cover("Omslag titel", "Title", _padded(2.1, 0, 0.5, 0.2), letters(28), colors),
        cover("Omslag ondertitel", "Subtitle", _padded(0, 1.06, 0, 0.5), {}, colors),
        Recipe("Omslag tekst", UNNUMBERED | margins(0, 0.21), letters(12)),
        Recipe("Afzender", UNNUMBERED | margins(0, 0)),
        Recipe("Logo", UNNUMBERED | margins(0, 0.28) | {"fo:line-height": "100%"}),
    )  # fmt: skip


def _padded(above: float, below: float, top: float, bottom: float) -> dict[str, str]:
    """Return the space around a paragraph, and the room between its edge and its words."""
    return margins(above, below) | {"fo:padding-top": f"{top}cm", "fo:padding-bottom": f"{bottom}cm"}


def _text(colors: Palette) -> tuple[Recipe, ...]:
    quote = margins(0, 0.28, 0.45) | {
        "fo:padding-left": "0.35cm",
        "fo:border-left": f"2.25pt solid {colors.line}",
    }
    rule = {"fo:border-bottom": f"0.75pt solid {colors.line}", "fo:padding": "0cm", "fo:line-height": "0.2cm"}
    note = margins(0, 0.07) | {
        "fo:line-height": "105%",
        "fo:margin-left": "0.5cm",
        "fo:text-indent": "-0.5cm",
    }
    title = HEAD_FONT | letters(16, color=colors.accent, bold="")
    return (
        *(heading(level, *sizes, colors.accent) for level, sizes in enumerate(_HEADINGS, 1)),
        Recipe("List 1", margins(0, 0.14)),
        Recipe("Numbering 1", margins(0, 0.14)),
        Recipe("List 1 Cont.", margins(0, 0.14)),
        Recipe("Quotations", quote, {"fo:color": "#404040"}),
        Recipe(
            "Preformatted Text",
            margins(0.14, 0.28) | {"fo:background-color": "#f2f2f2", "fo:padding": "0.1cm"},
            MONO | letters(9.5),
        ),
        Recipe("Horizontal Line", UNNUMBERED | margins(0, 0.35) | rule),
        Recipe("Contents Heading", KEEP | UNNUMBERED | margins(0.64, 0.21), title),
        *(_contents(level) for level in range(1, 6)),
        Recipe("Footnote", UNNUMBERED | note, letters(9.5)),
    )


def _contents(level: int) -> Recipe:
    above = 0.21 if level == 1 else 0
    indent = {"fo:margin-left": f"{(level - 1) * 0.5}cm"}
    tab = {"tab": f"{TEXT_WIDTH - (level - 1) * 0.5}cm"}
    return Recipe(
        f"Contents {level}", UNNUMBERED | margins(above, 0.07) | indent | tab, BOLD if level == 1 else {}
    )


def _parts(colors: Palette) -> tuple[Recipe, ...]:
    small, head = letters(10), letters(10, color=colors.accent_ink, bold="")
    sides = (("", "start"), (" rechts", "end"), (" midden", "center"))
    return (
        Recipe("Caption", KEEP | UNNUMBERED | margins(0.35, 0.14), letters(10, color=colors.accent, bold="")),
        Recipe("Figuur", UNNUMBERED | margins(0, 0.35) | {"fo:line-height": "100%"}),
        *(cell(f"Table Contents{name}", side, small) for name, side in sides),
        *(cell(f"Table Heading{name}", side, head, head=True) for name, side in sides),
        *(cell(f"Tabel rijkop{name}", side, small | BOLD) for name, side in sides),
        Recipe("Na tabel", UNNUMBERED | margins(0, 0) | {"fo:line-height": "0.35cm"}, letters(6)),
    )


def _boxes(colors: Palette) -> tuple[Recipe, ...]:
    return (
        box("Kader let op", WARNING, "#fbeeee"),
        box("Kader kern", colors.accent, colors.tint),
        box("Kader punten", colors.accent, "#f4f4f4"),
        box("Kader colofon", "#8c8c8c", "#f4f4f4", letters(10)),
        box("Kader norm", colors.line, "#f8f8f8", {"fo:color": "#333333"}),
    )


def _edges() -> tuple[Recipe, ...]:
    edge = UNNUMBERED | margins(0, 0) | {"tab": f"{TEXT_WIDTH}cm"}
    return (
        Recipe("Header", edge, letters(9, color=_GREY)),
        Recipe("Footer", edge, letters(9, color=_GREY)),
        Recipe("Opdruk", margins(0, 0.1), letters(10, color=WARNING, bold=""), "Header"),
    )


def _letters(name: str, look: dict[str, str]) -> Recipe:
    return Recipe(name, {}, look, None, "text")


def _words(colors: Palette) -> tuple[Recipe, ...]:
    line = {"style:text-underline-style": "solid", "style:text-underline-width": "auto",
            "style:text-underline-color": "font-color"}  # fmt: skip
    link = {"fo:color": colors.accent} | line
    return (
        _letters("Strong Emphasis", BOLD),
        _letters("Emphasis", {"fo:font-style": "italic"}),
        _letters("Source Text", MONO | letters(10)),
        _letters("Internet link", link),
        _letters("Visited Internet Link", link),
        _letters("Index Link", {}),
        _letters("Footnote Symbol", {}),
        _letters("Footnote anchor", {"style:text-position": "super 58%"}),
        _letters("Line numbering", letters(8, color="#767676")),
        _letters("Concept", {"fo:color": WARNING, "fo:letter-spacing": "0.05cm"} | BOLD),
    )
