"""Bladzijde: the pages, and what stands above and below the text."""

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.odt.knopen import Knoop, add, knoop
from toezicht_cli.rendering.odt.recept import coded
from toezicht_cli.rendering.stijl import Stijl

FIRST, OTHER = "Eerste bladzijde", "Standard"
_LAYOUT = "Bladzijde"
_CONCEPT = "CONCEPT"


def page_layout() -> Knoop:
    """Return the size of the page and the room for what stands above and below the text."""
    line = knoop(
        "style:footnote-sep",
        style__width="0.02cm",
        style__distance_before_sep="0.2cm",
        style__distance_after_sep="0.15cm",
        style__adjustment="left",
        style__rel_width="25%",
        style__color="#595959",
    )
    properties = knoop(
        "style:page-layout-properties",
        line,
        fo__page_width="21cm",
        fo__page_height="29.7cm",
        style__print_orientation="portrait",
        fo__margin_top="1.1cm",
        fo__margin_bottom="1cm",
        fo__margin_left="2.4cm",
        fo__margin_right="2.4cm",
    )
    header = knoop("style:header-footer-properties", fo__min_height="1.4cm", fo__margin_bottom="0.4cm")
    footer = knoop("style:header-footer-properties", fo__min_height="1.1cm", fo__margin_top="0.4cm")
    return knoop(
        "style:page-layout",
        properties,
        knoop("style:header-style", header),
        knoop("style:footer-style", footer),
        style__name=_LAYOUT,
    )


def master_pages(document: Document, stijl: Stijl, *, cover: bool) -> Knoop:
    """Return the kinds of pages: a first one without running title, and the others.

    The foot of a cover is the address of the organisation, that of any other page the page number.
    """
    warnings = _warnings(document)
    running = [_line("Header", document.running, *_concept(document)), *_opdruk(document)]
    number = [_number(stijl)]
    address = [_line("Footer", line) for line in stijl.adres] or [_line("Footer")]
    return knoop(
        "office:master-styles",
        _master(OTHER, running, number),
        _master(FIRST, warnings, address if cover else number, next_page=OTHER),
    )


def _master(name: str, head: list[Knoop], foot: list[Knoop], next_page: str | None = None) -> Knoop:
    more = {} if next_page is None else {"style__next_style_name": next_page}
    names = {"style__name": coded(name), "style__display_name": name, "style__page_layout_name": _LAYOUT}
    return knoop(
        "style:master-page", knoop("style:header", *head), knoop("style:footer", *foot), **names, **more
    )


def _line(style: str, *content: Knoop | str) -> Knoop:
    return knoop("text:p", *content, text__style_name=style)


def _concept(document: Document) -> list[Knoop]:
    if document.variant != "concept":
        return []
    return [knoop("text:tab"), knoop("text:span", _CONCEPT, text__style_name="Concept")]


def _opdruk(document: Document) -> list[Knoop]:
    return [_line("Opdruk", document.opdruk)] if document.opdruk else []


def _warnings(document: Document) -> list[Knoop]:
    concept = _concept(document)
    found = [_line("Header", *concept)] if concept else []
    return [*found, *_opdruk(document)] or [_line("Header")]


def _number(stijl: Stijl) -> Knoop:
    found = _line("Footer", stijl.organisatie, knoop("text:tab"), "Bladzijde ")
    add(found, knoop("text:page-number", "1", text__select_page="current"), " van ")
    add(found, knoop("text:page-count", "1"))
    return found
