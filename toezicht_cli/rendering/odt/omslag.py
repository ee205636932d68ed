"""Omslag: the cover, and the head of a document that has none."""

from toezicht_cli.rendering.boom import Cover, Paragraph, Text, Title
from toezicht_cli.rendering.kantoor.beelden import logo_picture
from toezicht_cli.rendering.odt.blokken import Blokken
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.knopen import Knoop
from toezicht_cli.rendering.odt.plaats import Place
from toezicht_cli.rendering.odt.recepten import TEXT_WIDTH


def write_cover(bouw: Bouw, blokken: Blokken, cover: Cover) -> list[Knoop]:
    """Return the cover: the logo, the title in the house colour with what follows it, the rest."""
    found = [*_logo(bouw, blokken), *_lines(blokken, (bouw.stijl.organisatie,))]
    place = Place(TEXT_WIDTH, "Omslag tekst")
    after_title = False
    for block in cover.blocks:
        if isinstance(block, Title):
            found.append(blokken.paragraph("Omslag titel", block.children))
        elif after_title and isinstance(block, Paragraph):
            found.append(blokken.paragraph("Omslag ondertitel", block.children, block.anchor))
        else:
            found += blokken.write((block,), place)
        after_title = isinstance(block, Title)
    bouw.break_page(to_text=True)
    return found


def write_letterhead(bouw: Bouw, blokken: Blokken) -> list[Knoop]:
    """Return the head of a document without cover: the logo, who sends it and from where."""
    return [*_logo(bouw, blokken), *_lines(blokken, (bouw.stijl.organisatie, *bouw.stijl.adres))]


def _lines(blokken: Blokken, texts: tuple[str, ...]) -> list[Knoop]:
    return [blokken.paragraph("Afzender", (Text(text),)) for text in texts if text]


def _logo(bouw: Bouw, blokken: Blokken) -> list[Knoop]:
    picture = logo_picture(bouw.stijl)
    if picture is None:
        return []
    found = blokken.paragraph("Logo", ())
    found.addElement(bouw.frame(picture))
    return [found]
