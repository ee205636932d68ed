"""Stijl: the house style as the writers need it, with every file read and every colour checked."""

from typing import NamedTuple


class Stijl(NamedTuple):
    """How documents of an organisation look.

    ``accent`` is a colour (``#rrggbb``) that stands out enough on white for text (4.5 to 1, WCAG 1.4.3),
    and white on it. ``font_text`` and ``font_head`` are families; ``fonts`` the content of the font files
    that hold them. ``logo`` is an SVG picture without scripts and links, or None; ``logo_alt`` tells what
    it shows. ``cover_filled`` lays the accent colour over the head of the cover.
    """

    organisatie: str
    adres: tuple[str, ...]
    accent: str
    font_text: str
    font_head: str
    fonts: tuple[bytes, ...]
    logo: bytes | None
    logo_alt: str
    cover_filled: bool
