"""Recepten: every style that our documents use, as an organisation finds them in Word."""

from toezicht_cli.rendering.word.recept import (
    ACCENT,
    BOLD,
    BULLETS,
    HEAD_FONT,
    KEEP,
    LIST_LEVELS,
    MONO,
    NUMBERS,
    UNNUMBERED,
    WARNING,
    Recipe,
    box,
    cell,
    color,
    contents,
    continued,
    cover,
    edge,
    fill,
    heading,
    listed,
    size,
    spacing,
    thin,
)

_HEADINGS = ((36, 480), (28, 360), (24, 280), (22, 240), (22, 200))
_LEVELS = range(1, LIST_LEVELS + 1)
_TAB = '<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
_SIDES = '<w:{0} w:w="{1}" w:type="dxa"/>'


def _margins(top: int, side: int) -> str:
    sizes = zip(("top", "left", "bottom", "right"), (top, side, top, side), strict=True)
    return f"<w:tblCellMar>{''.join(_SIDES.format(*found) for found in sizes)}</w:tblCellMar>"


_BASE = (
    Recipe("Normal", "Normal", "<w:suppressAutoHyphens/>", "", 0, None),
    Recipe("DefaultParagraphFont", "Default Paragraph Font", "", "", 1, None, "character", hidden=True),
    Recipe(
        "TableNormal", "Normal Table", "", "", 99, None, "table",
        hidden=True, rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>',
    ),
    Recipe("NoList", "No List", "", "", 99, None, "numbering", hidden=True),
    Recipe("BodyText", "Body Text", spacing(0, 160), "", 1),
)  # fmt: skip

_COVER = (
    Recipe(
        "Title", "Title", f"{KEEP}{UNNUMBERED}<w:suppressAutoHyphens/>{spacing(240, 240, 252)}",
        f"{HEAD_FONT}{BOLD}{ACCENT}{size(44)}", 10, next_style="Subtitle",
    ),
    Recipe(
        "Subtitle", "Subtitle", UNNUMBERED + spacing(0, 240), color("404040") + size(28), 11,
        next_style="BodyText",
    ),
    cover("Omslag titel", "Title", size(56), spacing(1200, 0)),
    cover("Omslag ondertitel", "Subtitle", "", spacing(0, 600)),
    Recipe("Omslagtekst", "Omslag tekst", UNNUMBERED + spacing(0, 120), size(24), 12),
    Recipe("Afzender", "Afzender", UNNUMBERED + spacing(0, 0), "", 12),
    Recipe("Logo", "Logo", f"<w:keepNext/>{UNNUMBERED}{spacing(0, 160, 240)}", "", 12),
)  # fmt: skip

_TEXT = (
    *(heading(level, *sizes) for level, sizes in enumerate(_HEADINGS, 1)),
    *(listed("Bullet", BULLETS, level) for level in _LEVELS),
    *(listed("Number", NUMBERS, level) for level in _LEVELS),
    *(continued(level) for level in _LEVELS),
    Recipe(
        "Quote", "Quote",
        f'<w:pBdr>{edge("left", "{line}", 10, 18)}</w:pBdr>{spacing(0, 160)}'
        '<w:ind w:left="454" w:right="454"/>',
        color("404040"),
    ),
    Recipe("Codeblok", "Codeblok", fill("F2F2F2") + spacing(80, 160, 252), MONO + size(19)),
    Recipe(
        "Scheidingslijn", "Scheidingslijn",
        f'{UNNUMBERED}<w:pBdr>{edge("bottom", "{line}", 1, 6)}</w:pBdr>{thin(200, 200)}',
    ),
    Recipe("TOCHeading", "TOC Heading", f"{KEEP}{UNNUMBERED}{spacing(360, 120)}",
           f"{HEAD_FONT}{BOLD}{ACCENT}{size(32)}", 39),
    *(contents(level) for level in range(1, 6)),
    Recipe("Header", "header", f"{UNNUMBERED}{_TAB}{spacing(0, 0)}", color("595959") + size(18), 99),
    Recipe("Footer", "footer", f"{UNNUMBERED}{_TAB}{spacing(0, 0)}", color("595959") + size(18), 99),
    Recipe("Opdruk", "Opdruk", spacing(0, 60), BOLD + color(WARNING) + size(20), 98, "Header"),
    Recipe("FootnoteText", "footnote text", UNNUMBERED + spacing(0, 40, 252), size(19), 99),
)  # fmt: skip

_PARTS = (
    Recipe("Caption", "caption", f"{KEEP}{UNNUMBERED}{spacing(200, 80)}", f"{BOLD}{ACCENT}{size(20)}",
           35, next_style="BodyText"),
    Recipe("Figuur", "Figuur", f"<w:keepLines/>{UNNUMBERED}{spacing(0, 200, 240)}", "", 35),
    cell("Tabeltekst", "left"),
    cell("Tabeltekst rechts", "right"),
    cell("Tabeltekst midden", "center"),
    cell("Tabelkop", "left", head=True),
    cell("Tabelkop rechts", "right", head=True),
    cell("Tabelkop midden", "center", head=True),
    Recipe("Natabel", "Na tabel", UNNUMBERED + thin(200), "", 21),
    box("Kaderletop", "Kader let op", WARNING, "FBEEEE"),
    box("Kaderkern", "Kader kern", "{accent}", "{tint}"),
    box("Kaderpunten", "Kader punten", "{accent}", "F4F4F4"),
    box("Kadercolofon", "Kader colofon", "8C8C8C", "F4F4F4", size(20)),
    box("Kadernorm", "Kader norm", "{line}", "F8F8F8", color("333333")),
    Recipe(
        "Tabeltoezicht", "Tabel toezicht", spacing(0, 0), "", 59, "TableNormal", "table",
        rest="<w:tblPr><w:tblBorders>"
        f'{edge("top", "{accent}", 0, 8)}{edge("bottom", "{accent}", 0, 8)}{edge("insideH", "{line}", 0)}'
        f"</w:tblBorders>{_margins(28, 100)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="{accent}" w:themeFill="accent1"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{BOLD}</w:rPr></w:tblStylePr>',
    ),
)  # fmt: skip


def _letters(name: str, run: str, priority: int = 30) -> Recipe:
    return Recipe(name.title().replace(" ", ""), name, "", run, priority, None, "character")


_LETTERS = (
    _letters("Concept", f'{BOLD}{color(WARNING)}<w:spacing w:val="30"/>', 98),
    _letters("Codetekst", MONO + size(20)),
    _letters("footnote reference", '<w:vertAlign w:val="superscript"/>', 99),
    _letters("line number", color("767676") + size(16), 99),
    _letters("Strong", BOLD, 22),
    _letters("Emphasis", "<w:i/><w:iCs/>", 20),
    _letters("Hyperlink", f'{ACCENT}<w:u w:val="single"/>', 99),
)

RECIPES: tuple[Recipe, ...] = (*_BASE, *_COVER, *_TEXT, *_PARTS, *_LETTERS)


def badge_ident(label: str) -> str:
    """Return the id of the style of an oordeel: the same for words that differ in capitals or spaces only."""
    return "Oordeel" + "".join(letter for letter in label.casefold() if letter.isalnum())


def badge(label: str, ground: str, ink: str) -> Recipe:
    """Return the style of an oordeel; ``ground`` and ``ink`` are colours without ``#``."""
    return Recipe(
        badge_ident(label), f"Oordeel {label}", "", BOLD + color(ink) + fill(ground), 25, None, "character"
    )
