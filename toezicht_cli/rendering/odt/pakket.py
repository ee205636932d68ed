"""Pakket: a whole OpenDocument text: its files in the order that the format wants."""

from toezicht_cli.rendering.boom import Cover, Document
from toezicht_cli.rendering.kantoor.taal import full_language
from toezicht_cli.rendering.kantoor.toets import check_document
from toezicht_cli.rendering.odt.bladzijde import master_pages, page_layout
from toezicht_cli.rendering.odt.blokken import Blokken
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.knopen import Knoop, knoop, to_bytes
from toezicht_cli.rendering.odt.omslag import write_cover, write_letterhead
from toezicht_cli.rendering.odt.plaats import Place
from toezicht_cli.rendering.odt.recepten import TEXT_WIDTH
from toezicht_cli.rendering.odt.stijlblad import Stijlblad, fonts
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.vast_zip import write_fixed_zip

_KIND = "application/vnd.oasis.opendocument.text"
_XML = "text/xml"


def make_odt(document: Document, stijl: Stijl) -> bytes:
    """Return an OpenDocument text of ``document``.

    Raises:
        WriterError: the document cannot be an OpenDocument text.
    """
    check_document(document, stijl)
    language = full_language(document)
    bouw = Bouw(document, stijl, Stijlblad(document, stijl, language))
    cover = document.blocks[0] if document.blocks and isinstance(document.blocks[0], Cover) else None
    body = knoop("office:body", knoop("office:text", *_text(bouw, cover)))
    files = {
        "content.xml": to_bytes(
            "office:document-content", fonts(stijl), knoop("office:automatic-styles", *bouw.automatic), body
        ),
        "styles.xml": to_bytes(
            "office:document-styles",
            fonts(stijl),
            bouw.styles.finish(),
            knoop("office:automatic-styles", page_layout()),
            master_pages(document, stijl, cover=cover is not None),
        ),
        "meta.xml": to_bytes("office:document-meta", _meta(document, language)),
        "settings.xml": to_bytes("office:document-settings", _settings()),
        **{name: png for png, name in bouw.pictures.items()},
    }
    first = ("mimetype", _KIND.encode())
    return write_fixed_zip((first, *files.items(), ("META-INF/manifest.xml", _manifest(files))))


def _text(bouw: Bouw, cover: Cover | None) -> list[Knoop]:
    blokken = Blokken(bouw)
    place = Place(TEXT_WIDTH)
    if cover is None:
        return [*write_letterhead(bouw, blokken), *blokken.write(bouw.document.blocks, place)]
    return [*write_cover(bouw, blokken, cover), *blokken.write(bouw.document.blocks[1:], place)]


def _meta(document: Document, language: str) -> Knoop:
    """Return title, author and the like.

    The keywords come first: a title that looks like a fingerprint is then not taken for it.
    """
    moment = "" if document.moment is None else f"{document.moment.isoformat()}T00:00:00"
    found = knoop("office:meta", knoop("meta:keyword", f"toezicht-gegevens:{document.gegevens}"))
    values = {
        "dc:title": document.title,
        "dc:subject": document.running,
        "meta:initial-creator": document.author,
        "dc:creator": document.author,
        "meta:creation-date": moment,
        "dc:date": moment,
        "dc:language": language,
    }
    for name, value in values.items():
        if value:
            found.addElement(knoop(name, value))
    return found


def _settings() -> Knoop:
    """Return how LibreOffice lays out: the space between paragraphs as Word does it, so both look alike."""
    items = [
        knoop("config:config-item", "true", config__name=name, config__type="boolean")
        for name in ("AddParaTableSpacing", "AddParaTableSpacingAtStart")
    ]
    chosen = knoop("config:config-item-set", *items, config__name="ooo:configuration-settings")
    return knoop("office:settings", chosen)


def _manifest(files: dict[str, bytes]) -> bytes:
    kinds = {name: "image/png" if name.endswith(".png") else _XML for name in files}
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in {"/": _KIND, **kinds}.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{space}" '
        f'manifest:version="1.3">{entries}</manifest:manifest>'
    ).encode()
