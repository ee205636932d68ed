"""Bladzijde: what stands above and below the text, and the sections that the pages belong to."""

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.inhoudsopgave import field_end, field_start
from toezicht_cli.rendering.word.knopen import Knoop, knoop, paragraph, to_bytes, words

_CONCEPT = "CONCEPT"
_COUNT_BY = 5


class Edges(NamedTuple):
    """The relations to what stands above and below: on a first page, and on the others."""

    first_header: str
    first_footer: str
    header: str
    footer: str


def add_edges(bouw: Bouw, *, cover: bool) -> Edges:
    """Add the heads and feet of the pages; the first page has no running title.

    The foot of a cover is the address of the organisation, that of any other page the page number.
    """
    address = _lines(bouw, bouw.stijl.adres)
    first_foot = address if cover else _footer(bouw)
    return Edges(
        _add(bouw, "hdr", 1, _warnings(bouw)),
        _add(bouw, "ftr", 1, first_foot),
        _add(bouw, "hdr", 2, [_running(bouw), *_opdruk(bouw)]),
        _add(bouw, "ftr", 2, _footer(bouw)),
    )


def section(bouw: Bouw, edges: Edges, *, cover: bool, first: bool) -> Knoop:
    """Return a section: the ``cover``, or the text, of which the ``first`` page can be another."""
    header, footer = (edges.first_header, edges.first_footer) if cover else (edges.header, edges.footer)
    found = knoop("sectPr", _refer("header", "default", header))
    if first:
        found.append(_refer("header", "first", edges.first_header))
    found.append(_refer("footer", "default", footer))
    if first:
        found.append(_refer("footer", "first", edges.first_footer))
    found.append(knoop("type", val="nextPage"))
    found.append(knoop("pgSz", **bouw.page.size))
    found.append(knoop("pgMar", **bouw.page.margins))
    if bouw.document.variant == "concept" and not cover:
        found.append(knoop("lnNumType", countBy=_COUNT_BY, distance=240, restart="newPage"))
    if first:
        found.append(knoop("titlePg"))
    return found


def _refer(kind: str, pages: str, relation: str) -> Knoop:
    return knoop(f"{kind}Reference", type=pages, r__id=relation)


def _add(bouw: Bouw, kind: str, number: int, content: list[Knoop]) -> str:
    header = kind == "hdr"
    name = f"/word/{'header' if header else 'footer'}{number}.xml"
    shape = CONTENT_TYPE.WML_HEADER if header else CONTENT_TYPE.WML_FOOTER
    part = bouw.new_part(name, shape, to_bytes(knoop(kind, *content)))
    return bouw.text.relate_to(part, RELATIONSHIP_TYPE.HEADER if header else RELATIONSHIP_TYPE.FOOTER)


def _running(bouw: Bouw) -> Knoop:
    runs = [knoop("r", words(bouw.document.running))]
    return paragraph(bouw.styles["Header"], *runs, *_concept(bouw))


def _concept(bouw: Bouw) -> list[Knoop]:
    if bouw.document.variant != "concept":
        return []
    style = knoop("rPr", knoop("rStyle", val=bouw.styles["Concept"]))
    return [knoop("r", knoop("tab")), knoop("r", style, words(_CONCEPT))]


def _opdruk(bouw: Bouw) -> list[Knoop]:
    if not bouw.document.opdruk:
        return []
    return [paragraph(bouw.styles["Opdruk"], knoop("r", words(bouw.document.opdruk)))]


def _warnings(bouw: Bouw) -> list[Knoop]:
    """Return the head of a page without running title; it has a paragraph even when it says nothing."""
    concept = _concept(bouw)
    found = [paragraph(bouw.styles["Header"], *concept)] if concept else []
    return [*found, *_opdruk(bouw)] or [paragraph(bouw.styles["Header"])]


def _footer(bouw: Bouw) -> list[Knoop]:
    runs = [knoop("r", words(bouw.stijl.organisatie)), knoop("r", knoop("tab"), words("Bladzijde "))]
    runs += [*field_start(" PAGE "), knoop("r", words("1")), field_end(), knoop("r", words(" van "))]
    runs += [*field_start(" NUMPAGES "), knoop("r", words("1")), field_end()]
    return [paragraph(bouw.styles["Footer"], *runs)]


def _lines(bouw: Bouw, lines: tuple[str, ...]) -> list[Knoop]:
    return [paragraph(bouw.styles["Footer"], knoop("r", words(line))) for line in lines] or [
        paragraph(bouw.styles["Footer"])
    ]
