"""Pagina: the whole page around the words of a document: head, cover, contents, main part and foot."""

import base64
from collections.abc import Iterator

from toezicht_cli.rendering.boom import Block, Contents, Cover, Document, PageBreak, Title
from toezicht_cli.rendering.html.blokken import blocks
from toezicht_cli.rendering.html.elementen import Child, Children, Element, Stylesheet, element
from toezicht_cli.rendering.html.inhoud import CONTENTS_ANCHOR, CONTENTS_TITLE, contents
from toezicht_cli.rendering.html.noten import endnotes
from toezicht_cli.rendering.html.regel import fragment
from toezicht_cli.rendering.html.stijlblad import css_of, source_hash
from toezicht_cli.rendering.stijl import Stijl

_MAIN = "_tekst"
_TOP = "_begin"


def page(document: Document, stijl: Stijl) -> Element:
    """Return the page of ``document`` in the house style.

    Raises:
        WriterError: a link leads to an address that may not stand in a document, or a text cannot.
    """
    opening, rest = _split(document.blocks)
    nav = contents(document)
    body = element(
        "body",
        {"class": _looks(document, stijl, nav), "id": _TOP},
        element("a", {"class": "naar-tekst", "href": fragment(_MAIN)}, "Naar de tekst"),
        *_bar(document, nav),
        *_header(opening, stijl),
        element(
            "div",
            {"class": "blad"},
            *((nav,) if nav else ()),
            element("main", {"id": _MAIN, "tabindex": "-1"}, *blocks(rest), *endnotes(document)),
        ),
        _footer(document, stijl),
    )
    return element("html", {"lang": document.language}, _head(document, stijl), body)


def _split(nodes: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part what stands at the head of the page (the cover, or the title) from all that follows."""
    rest = tuple(node for node in nodes if not isinstance(node, Contents))
    match rest[:1]:
        case (Cover(inside),):
            return inside, tuple(_without_idle_breaks(rest[1:]))
        case (Title() as title,):
            return (title,), tuple(_without_idle_breaks(rest[1:]))
        case _:
            return (), tuple(_without_idle_breaks(rest))


def _without_idle_breaks(nodes: tuple[Block, ...]) -> Iterator[Block]:
    """Leave out a new page that begins where one begins already: it would print an empty one."""
    fresh = True
    for node in nodes:
        if not (fresh and isinstance(node, PageBreak)):
            yield node
        fresh = isinstance(node, PageBreak)


def _looks(document: Document, stijl: Stijl, nav: Element | None) -> str:
    cover = any(isinstance(node, Cover) for node in document.blocks[:1])
    looks = {
        document.variant: True,
        "met-inhoud": nav is not None,
        "met-omslag": cover,
        "gevuld": cover and stijl.cover_filled,
    }
    return " ".join(name for name, holds in looks.items() if holds)


def _head(document: Document, stijl: Stijl) -> Element:
    css = css_of(document, stijl)
    policy = (
        f"default-src 'none'; style-src '{source_hash(css)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "format-detection": "telephone=no",
        "referrer": "no-referrer",
        "author": document.author,
        "dcterms.created": document.moment.isoformat() if document.moment else None,
        "robots": "noindex" if document.variant == "concept" else None,
        "toezicht-gegevens": f"toezicht-gegevens:{document.gegevens}",
    }
    return element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        *(
            element("meta", {"name": name, "content": text})
            for name, text in named.items()
            if text is not None
        ),
        element("title", None, f"{_stamp(document)}{document.title}"),
        # Without it a browser asks the server for an icon.
        element("link", {"rel": "icon", "href": "data:,"}),
        element("style", None, Stylesheet(css)),
    )


def _stamp(document: Document) -> str:
    return "Concept: " if document.variant == "concept" else ""


def _bar(document: Document, nav: Element | None) -> Children:
    """Return the line that stays in sight: what kind of document this is, and the way to the contents."""
    concept = document.variant == "concept"
    parts: tuple[Child, ...] = (
        *((element("strong", {"class": "stempel"}, "CONCEPT"),) if concept else ()),
        *((element("span", {"class": "opdruk"}, document.opdruk),) if document.opdruk else ()),
        element("span", {"class": "lopend"}, document.running),
        *((element("a", {"href": fragment(CONTENTS_ANCHOR)}, CONTENTS_TITLE),) if nav else ()),
    )
    if len(parts) == 1:
        return ()
    attributes = {"class": "balk", "role": "region", "aria-label": "Over dit document"}
    return (element("div", attributes, element("div", None, *parts)),)


def _header(opening: tuple[Block, ...], stijl: Stijl) -> Children:
    """Return the head of the page; nothing when there is no sender, no cover and no title to put in it."""
    name = (element("span", None, stijl.organisatie),) if stijl.organisatie else ()
    sender = (*_logo(stijl), *name)
    held = (*((element("p", {"class": "afzender"}, *sender),) if sender else ()), *blocks(opening))
    return (element("header", {"class": "kop"}, element("div", None, *held)),) if held else ()


def _logo(stijl: Stijl) -> Children:
    if stijl.logo is None:
        return ()
    source = f"data:image/svg+xml;base64,{base64.b64encode(stijl.logo).decode('ascii')}"
    return (element("img", {"src": source, "alt": stijl.logo_alt}),)


def _footer(document: Document, stijl: Stijl) -> Element:
    lines = (line for line in (stijl.organisatie, *stijl.adres) if line)
    words = [part for line in lines for part in (line, element("br"))][:-1]
    return element(
        "footer",
        {"class": "voet"},
        element(
            "div",
            None,
            *((element("p", {"class": "adres"}, *words),) if words else ()),
            element("p", {"class": "lopend"}, document.running),
            element("p", {"class": "naar-begin"}, element("a", {"href": fragment(_TOP)}, "Naar boven")),
        ),
    )
