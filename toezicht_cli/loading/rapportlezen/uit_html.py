"""Uit HTML: read the text of a page by block; scripts, styles and what is hidden stay out."""

from html.parser import HTMLParser
from typing import Final

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.opbouw import Opbouw
from toezicht_cli.loading.rapportlezen.uit_tekst import decode_tekst
from toezicht_cli.models.rapporttekst import Rapportregel, Regelsoort

_OVERSLAAN = frozenset({"script", "style", "template", "noscript", "head", "svg", "math", "nav", "del"})
_LEEG = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "source", "area", "base", "embed"}
)
_BLOKKEN: Final[dict[str, Regelsoort]] = {
    **dict.fromkeys(
        ("p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "pre", "body"),
        "alinea",
    ),
    **dict.fromkeys(("figure", "figcaption", "caption", "address", "details", "summary", "form"), "alinea"),
    **dict.fromkeys(("ul", "ol", "dl", "dt", "hr"), "alinea"),
    **dict.fromkeys(("li", "dd"), "punt"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "kop"),
}


def read_html(content: bytes) -> list[Rapportregel]:
    """Return the lines of a page.

    Raises:
        BuitenbestandError: no text, damaged, or larger than the limits.
    """
    lezer = _Lezer()
    try:
        lezer.feed(decode_tekst(content))
        lezer.close()
    except (AssertionError, ValueError) as error:  # what html.parser makes of a broken declaration
        raise BuitenbestandError("deze pagina is beschadigd", "bewaar haar opnieuw") from error
    lezer.opbouw.end()
    return lezer.opbouw.regels


class _Lezer(HTMLParser):
    """Follows the tags; a tag that is never closed ends with the next block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opbouw = Opbouw()
        self._verborgen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, row or cell, or what is not read."""
        if self._verborgen:
            if tag == self._verborgen[0]:
                self._verborgen.append(tag)
            return
        is_hidden = any(name == "hidden" for name, _ in attrs) and tag not in _LEEG
        if tag in _OVERSLAAN or is_hidden:
            self._verborgen.append(tag)
        elif tag == "br":
            self.opbouw.add(" ")
        elif tag == "table":
            self._mark()
            self.opbouw.begin_table()
        elif tag == "tr":
            self._mark()
        elif tag in _BLOKKEN:
            self.opbouw.end()
            self._mark()
            self.opbouw.soort = _BLOKKEN[tag]
            self.opbouw.niveau = int(tag[1]) if _BLOKKEN[tag] == "kop" else 0

    def handle_endtag(self, tag: str) -> None:
        """End a block, row or cell."""
        if self._verborgen:
            if tag == self._verborgen[0]:
                self._verborgen.pop()
        elif tag == "table":
            self.opbouw.end_table()
        elif tag == "tr":
            self.opbouw.end_row()
        elif tag in {"td", "th"}:
            self.opbouw.end_cell()
        elif tag in _BLOKKEN:
            self.opbouw.end()
            self.opbouw.soort = "alinea"

    def handle_data(self, data: str) -> None:
        """Add text to the block at hand."""
        if not self._verborgen and data:
            if not self.opbouw.has_text and not data.isspace():
                self._mark()
            self.opbouw.add(data)

    def _mark(self) -> None:
        line, _ = self.getpos()
        self.opbouw.nummer, self.opbouw.waar = line, f"regel {line}"
