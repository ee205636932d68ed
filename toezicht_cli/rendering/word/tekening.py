"""Tekening: a picture that stands in the text, with what it shows in words."""

from toezicht_cli.rendering.kantoor.beelden import Picture
from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.knopen import PIC, Knoop, R, bare, knoop


def picture_run(bouw: Bouw, picture: Picture) -> Knoop:
    """Return a run with a picture in the line."""
    relation, number, width, height = bouw.picture(picture)
    name = f"Beeld {number}"
    blip = bare("a:blip")
    blip.set(f"{{{R}}}embed", relation)
    shape = bare(
        "pic:spPr",
        bare("a:xfrm", bare("a:off", x=0, y=0), bare("a:ext", cx=width, cy=height)),
        bare("a:prstGeom", bare("a:avLst"), prst="rect"),
    )
    drawn = bare(
        "pic:pic",
        bare("pic:nvPicPr", bare("pic:cNvPr", id=number, name=name), bare("pic:cNvPicPr")),
        bare("pic:blipFill", blip, bare("a:stretch", bare("a:fillRect"))),
        shape,
    )
    locks = bare("a:graphicFrameLocks", noChangeAspect=1)
    inline = bare(
        "wp:inline",
        bare("wp:extent", cx=width, cy=height),
        bare("wp:docPr", id=number, name=name, descr=picture.description),
        bare("wp:cNvGraphicFramePr", locks),
        bare("a:graphic", bare("a:graphicData", drawn, uri=PIC)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return knoop("r", knoop("drawing", inline))
