"""Stijlblad: the style sheet of a page: the fixed sheet, and what document and house style add to it."""

import base64
import hashlib
import re
from importlib.resources import files

from toezicht_cli.rendering.boom import Badge, Document, Table, walk
from toezicht_cli.rendering.html.kleuren import Thema, dark, ink_on, light
from toezicht_cli.rendering.stijl import Stijl

# Not system-ui: on many a Linux that is DejaVu, a fifth wider than what the others show.
_TEXT_FONTS = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
_PLAIN = re.compile(r"[A-Za-z0-9 ]")


def css_of(document: Document, stijl: Stijl) -> str:
    """Return the whole style sheet of the page of ``document``."""
    sheet = (files(__package__) / "rapport.css").read_text(encoding="utf-8")
    return "\n".join(
        (
            _variables(":root", light(stijl.accent)),
            "@media screen and (prefers-color-scheme: dark) {",
            _variables(":root", dark(stijl.accent)),
            "}",
            _fonts(stijl),
            sheet,
            *_badges(document),
            *_columns(document),
            _pages(document),
        )
    )


def source_hash(css: str) -> str:
    """Return the name by which a Content-Security-Policy allows exactly this style sheet."""
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def css_string(text: str) -> str:
    r"""Return ``text`` as a CSS string, every character that is no letter or digit as ``\hex``."""
    return '"' + "".join(it if _PLAIN.fullmatch(it) else f"\\{ord(it):x} " for it in text) + '"'


def badge_class(color: str) -> str:
    """Return the class that gives a badge its colour (``#rrggbb``)."""
    return f"kleur-{color.removeprefix('#').lower()}"


def width_class(share: int) -> str:
    """Return the class of a column that takes ``share`` percent."""
    return f"deel-{share}"


def _variables(selector: str, thema: Thema) -> str:
    pairs = " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in thema._asdict().items())
    return f"{selector} {{ {pairs} }}"


def _fonts(stijl: Stijl) -> str:
    """The family of the house comes first for who has it; none is sent along."""
    text, head = css_string(stijl.font_text), css_string(stijl.font_head)
    return f":root {{ --letter: {text}, {_TEXT_FONTS}; --kopletter: {head}, {_TEXT_FONTS}; }}"


def _badges(document: Document) -> list[str]:
    colors = {node.color.lower() for node in walk(document) if isinstance(node, Badge)}
    return [
        f".{badge_class(color)} {{ background: {color}; color: {ink_on(color)}; }}"
        for color in sorted(colors)
    ]


def _columns(document: Document) -> list[str]:
    shares = {share for node in walk(document) if isinstance(node, Table) for share in node.widths}
    return [f".{width_class(share)} {{ width: {share}%; }}" for share in sorted(shares)]


def _pages(document: Document) -> str:
    """What stands on every printed page but the cover, which carries its own."""
    stamp = "CONCEPT" if document.variant == "concept" else ""
    return "\n".join(
        (
            "@page {",
            f"  @top-left {{ content: {css_string(document.running)}; }}",
            f"  @top-right {{ content: {css_string(stamp)}; }}",
            f"  @bottom-left {{ content: {css_string(document.opdruk or '')}; }}",
            '  @bottom-right { content: "Pagina " counter(page) " van " counter(pages); }',
            "}",
        )
    )
