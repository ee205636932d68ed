"""Beelden: the pictures of a document as PNG, with the size that they have on paper."""

import struct
from typing import NamedTuple

from toezicht_cli.rendering.boom import Chart
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import WriterError

INK = "#222222"
_CHART_PPI = 220
_LOGO_PPI = 300
_LEAST_MM, _MOST_MM = 10.0, 200.0
_LOGO_WIDTH_MM = 70.0
_LOGO_HEIGHT_MM = 22.0
_MM_IN_INCH = 25.4
_PNG = b"\x89PNG\r\n\x1a\n"


class Picture(NamedTuple):
    """A picture: its PNG, what it shows in words, its size in millimetres."""

    png: bytes
    description: str
    width: float
    height: float


def chart_picture(chart: Chart, stijl: Stijl, width: float) -> Picture:
    """Return the picture of a chart, as wide as ``width`` millimetres at most.

    Raises:
        WriterError: the picture could not be drawn.
    """
    from toezicht_cli.rendering.raster import png_of
    from toezicht_cli.rendering.tekening import draw_chart

    svg = draw_chart(chart, ink=INK, font=stijl.font_text)
    return _picture(
        png_of(svg, stijl.fonts, _CHART_PPI), chart.description, _CHART_PPI, (max(width, _LEAST_MM), _MOST_MM)
    )


def logo_picture(stijl: Stijl) -> Picture | None:
    """Return the picture of the logo, 70 by 22 millimetres at most, or None when there is no logo.

    Raises:
        WriterError: the logo is not text or could not be drawn.
    """
    if stijl.logo is None:
        return None
    from toezicht_cli.rendering.raster import png_of

    try:
        svg = stijl.logo.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WriterError("het logo is geen SVG: het is geen tekst in UTF-8") from error
    limits = (_LOGO_WIDTH_MM, _LOGO_HEIGHT_MM)
    return _picture(png_of(svg, stijl.fonts, _LOGO_PPI), stijl.logo_alt, _LOGO_PPI, limits, grow=True)


def _picture(
    png: bytes, description: str, ppi: int, limits: tuple[float, float], *, grow: bool = False
) -> Picture:
    """Return a picture that keeps its proportions and fits; with ``grow`` it is made as large as fits."""
    if not png.startswith(_PNG):
        raise WriterError("een tekening kon niet gemaakt worden")
    across, down = struct.unpack(">II", png[16:24])
    width, height = across / ppi * _MM_IN_INCH, down / ppi * _MM_IN_INCH
    scale = min(limits[0] / width, limits[1] / height)
    scale = scale if grow else min(scale, 1.0)
    return Picture(png, description, width * scale, height * scale)
