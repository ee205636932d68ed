"""Raster: a drawing as PNG, for the formats that cannot hold SVG."""

from toezicht_cli.rendering.zetter import Opdracht, typeset

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image("beeld.svg")
"""


def png_of(svg: str, fonts: tuple[bytes, ...], ppi: int) -> bytes:
    """Return ``svg`` as a PNG picture of ``ppi`` dots an inch; the same bytes on every machine.

    ``fonts`` are the font files that the words in it may use. Outside the drawing the picture is transparent.

    Raises:
        WriterError: the SVG cannot be read, or Typst warned.
    """
    files = {"main.typ": _PAGE, "beeld.svg": svg.encode()}
    return typeset(Opdracht(files, fonts, ppi=ppi), "png")
