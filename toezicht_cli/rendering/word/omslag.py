"""Omslag: the cover, and the head of a document that has none."""

from toezicht_cli.rendering.boom import Cover, Paragraph, Title
from toezicht_cli.rendering.kantoor.beelden import logo_picture
from toezicht_cli.rendering.word.blokken import Blokken
from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.knopen import Knoop, knoop, paragraph, words
from toezicht_cli.rendering.word.plaats import Place
from toezicht_cli.rendering.word.tekening import picture_run


def write_cover(bouw: Bouw, blokken: Blokken, cover: Cover) -> list[Knoop]:
    """Return the cover: the logo, the title in the house colour with what follows it, the rest."""
    found = [*_logo(bouw), *_lines(bouw, (bouw.stijl.organisatie,))]
    place = Place(bouw.page.width, "Omslagtekst")
    after_title = False
    for block in cover.blocks:
        if isinstance(block, Title):
            found.append(blokken.paragraph("Omslagtitel", block.children))
        elif after_title and isinstance(block, Paragraph):
            found.append(blokken.paragraph("Omslagondertitel", block.children, block.anchor))
        else:
            found += blokken.write((block,), place)
        after_title = isinstance(block, Title)
    return found


def write_letterhead(bouw: Bouw) -> list[Knoop]:
    """Return the head of a document without cover: the logo, who sends it and from where."""
    return [*_logo(bouw), *_lines(bouw, (bouw.stijl.organisatie, *bouw.stijl.adres))]


def _lines(bouw: Bouw, texts: tuple[str, ...]) -> list[Knoop]:
    return [paragraph(bouw.styles["Afzender"], knoop("r", words(text))) for text in texts if text]


def _logo(bouw: Bouw) -> list[Knoop]:
    picture = logo_picture(bouw.stijl)
    return [] if picture is None else [paragraph(bouw.styles["Logo"], picture_run(bouw, picture))]
