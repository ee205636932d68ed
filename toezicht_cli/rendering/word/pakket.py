"""Pakket: a whole Word file: the text, and all the parts that it leans on."""

import io

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from toezicht_cli.rendering.boom import Cover, Document
from toezicht_cli.rendering.kantoor.taal import full_language
from toezicht_cli.rendering.kantoor.toets import check_document
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.vast_zip import fix_zip
from toezicht_cli.rendering.word.bladzijde import Edges, add_edges, section
from toezicht_cli.rendering.word.blokken import Blokken
from toezicht_cli.rendering.word.bouw import A4, Bouw
from toezicht_cli.rendering.word.gegevens import app_properties, core_properties, settings
from toezicht_cli.rendering.word.knopen import Knoop, knoop, paragraph, qualified, set_property, to_bytes
from toezicht_cli.rendering.word.nummering import Nummering
from toezicht_cli.rendering.word.omslag import write_cover, write_letterhead
from toezicht_cli.rendering.word.plaats import Place
from toezicht_cli.rendering.word.referentie import Referentie
from toezicht_cli.rendering.word.stijlblad import Stijlblad
from toezicht_cli.rendering.word.thema import font_table, theme_bytes

_FIRST = ("[Content_Types].xml", "_rels/.rels")


def make_docx(
    document: Document, stijl: Stijl, reference: Referentie | None, *, is_te_lezen: bool = False
) -> bytes:
    """Return a Word file of ``document``, in the styles of ``reference`` where it has them.

    ``is_te_lezen`` makes it one to react in: every change is tracked.

    Raises:
        WriterError: the document cannot be a Word file.
    """
    check_document(document, stijl)
    page = A4 if reference is None else reference.page
    styles = Stijlblad(stijl, None if reference is None else reference.styles, page.width)
    lists = Nummering(styles, None if reference is None else reference.numbering)
    bouw = Bouw(document, stijl, styles, lists, page)
    bouw.text.content = to_bytes(knoop("document", _body(bouw)))
    styles.set_language(full_language(document))
    _add_parts(bouw, reference, is_te_lezen=is_te_lezen)
    target = io.BytesIO()
    bouw.package.save(target)
    return fix_zip(target.getvalue(), _FIRST)


def _body(bouw: Bouw) -> Knoop:
    blokken = Blokken(bouw)
    blocks = bouw.document.blocks
    cover = blocks[0] if blocks and isinstance(blocks[0], Cover) else None
    edges = add_edges(bouw, cover=cover is not None)
    place = Place(bouw.page.width)
    if cover is None:
        text = [*write_letterhead(bouw), *blokken.write(blocks, place)]
        return knoop("body", *text, section(bouw, edges, cover=False, first=True))
    first = _closed(bouw, edges, write_cover(bouw, blokken, cover))
    text = blokken.write(blocks[1:], place)
    return knoop("body", *first, *text, section(bouw, edges, cover=False, first=False))


def _closed(bouw: Bouw, edges: Edges, content: list[Knoop]) -> list[Knoop]:
    """Return the content of the cover with the end of its section, which stands in its last paragraph."""
    if not content or content[-1].tag != qualified("p"):
        content.append(paragraph(bouw.styles["Natabel"]))
    set_property(content[-1], section(bouw, edges, cover=True, first=False))
    return content


def _add_parts(bouw: Bouw, reference: Referentie | None, *, is_te_lezen: bool) -> None:
    """Add what the text leans on, and what the file tells about itself."""
    kinds, relations = CONTENT_TYPE, RELATIONSHIP_TYPE
    theme = None if reference is None else reference.theme
    bouw.notes.content = to_bytes(knoop("footnotes", *_separators(bouw), *bouw.footnotes))
    bouw.text.relate_to(bouw.notes, relations.FOOTNOTES)
    of_settings = to_bytes(settings(bouw.document, is_te_lezen=is_te_lezen))
    of_text = (
        ("styles", kinds.WML_STYLES, relations.STYLES, to_bytes(bouw.styles.root)),
        ("numbering", kinds.WML_NUMBERING, relations.NUMBERING, to_bytes(bouw.lists.root)),
        ("settings", kinds.WML_SETTINGS, relations.SETTINGS, of_settings),
        ("fontTable", kinds.WML_FONT_TABLE, relations.FONT_TABLE, to_bytes(font_table(bouw.stijl))),
        ("theme/theme1", kinds.OFC_THEME, relations.THEME, theme or theme_bytes(bouw.stijl)),
    )
    of_file = (
        ("core", kinds.OPC_CORE_PROPERTIES, relations.CORE_PROPERTIES, core_properties(bouw.document)),
        ("app", kinds.OFC_EXTENDED_PROPERTIES, relations.EXTENDED_PROPERTIES, app_properties(bouw.stijl)),
    )
    for name, kind, relation, content in of_text:
        bouw.text.relate_to(bouw.new_part(f"/word/{name}.xml", kind, content), relation)
    bouw.package.relate_to(bouw.text, relations.OFFICE_DOCUMENT)
    for name, kind, relation, content in of_file:
        bouw.package.relate_to(bouw.new_part(f"/docProps/{name}.xml", kind, content), relation)


def _separators(bouw: Bouw) -> list[Knoop]:
    """Return the two lines that Word wants above footnotes."""
    names = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    return [
        knoop(
            "footnote", paragraph(bouw.styles["FootnoteText"], knoop("r", knoop(name))), type=kind, id=ident
        )
        for kind, ident, name in names
    ]
