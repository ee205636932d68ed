"""Kleuren: the colours of a page, light and dark, in which everything can be read whatever the accent is.

Contrast is that of WCAG 2.2 (1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for lines that mean something).
"""

from colorsys import hls_to_rgb, rgb_to_hls
from typing import NamedTuple

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white

WHITE, BLACK = "#ffffff", "#000000"
_STEPS = 50


class Thema(NamedTuple):
    """A set of colours.

    ``papier`` is the page, ``vlak`` a box on it, ``tint`` a box in the accent colour; ``inkt`` and ``zacht``
    are words, ``lijn`` a line that may be missed, ``rand`` one that may not. ``accent`` is for links and
    heads on any of the three grounds; ``band`` is a large surface and ``op_band`` the words on it.
    ``waarschuwing`` is the ground of a warning and ``op_waarschuwing`` its words.
    """

    papier: str
    vlak: str
    tint: str
    inkt: str
    zacht: str
    lijn: str
    rand: str
    accent: str
    band: str
    op_band: str
    waarschuwing: str
    op_waarschuwing: str


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#rrggbb``: from 1 (the same) to 21 (black and white)."""
    ratio = contrast_on_white(one) / contrast_on_white(other)
    return max(ratio, 1 / ratio)


def mix(one: str, other: str, share: float) -> str:
    """Return ``one`` with ``share`` (0 to 1) of ``other`` through it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def legible(color: str, grounds: tuple[str, ...], toward: str, least: float = AA_TEKST) -> str:
    """Return ``color``, moved no further than it takes to stand out on all ``grounds``.

    ``toward`` is white or black, and ``color`` keeps its hue on the way there.
    """
    steps = (_moved(color, toward, step / _STEPS) for step in range(_STEPS + 1))
    return next((it for it in steps if all(contrast(it, ground) >= least for ground in grounds)), toward)


def ink_on(color: str) -> str:
    """Return white or black: what can be read best on ``color`` (never below 4.5)."""
    return WHITE if contrast_on_white(color) >= AA_TEKST else BLACK


def light(accent: str) -> Thema:
    """Return the colours by day."""
    papier, vlak, tint = WHITE, "#f4f6f8", mix(WHITE, accent, 0.07)
    return Thema(
        papier=papier,
        vlak=vlak,
        tint=tint,
        inkt="#1a1f24",
        zacht=legible("#59636d", (papier, vlak, tint), BLACK),
        lijn="#d3d9df",
        rand=legible(mix(accent, WHITE, 0.25), (papier, vlak, tint), BLACK, 3),
        accent=legible(accent, (papier, vlak, tint), BLACK),
        band=accent,
        op_band=ink_on(accent),
        waarschuwing="#fff2cc",
        op_waarschuwing="#4a3500",
    )


def dark(accent: str) -> Thema:
    """Return the colours by night: the same accent, lighter where it is words, deeper where it is ground."""
    papier, vlak, tint = "#13171c", "#1c2229", mix("#1a2027", accent, 0.14)
    band = legible(accent, (WHITE,), BLACK, 7)
    return Thema(
        papier=papier,
        vlak=vlak,
        tint=tint,
        inkt="#e4e8ec",
        zacht=legible("#a3adb7", (papier, vlak, tint), WHITE),
        lijn="#343c46",
        rand=legible(accent, (papier, vlak, tint), WHITE, 3),
        accent=legible(accent, (papier, vlak, tint), WHITE, 6),
        band=band,
        op_band=WHITE,
        waarschuwing="#3d3110",
        op_waarschuwing="#ffe29a",
    )


def _moved(color: str, toward: str, share: float) -> str:
    """Return ``color`` lighter or darker; a mix with white or black would turn it grey."""
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _channels(color)))
    end = 1.0 if toward == WHITE else 0.0
    rgb = hls_to_rgb(hue, lightness + (end - lightness) * share, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[start : start + 2], 16) for start in (1, 3, 5))
