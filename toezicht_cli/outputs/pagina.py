"""Pagina: a web page that stands on its own, made of parts in which words of the user are only words.

``Html`` is what may stand in a page as it is. A word becomes ``Html`` by ``words`` or ``element`` and by
nothing else, so mypy finds the place where escaping was forgotten.
"""

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from typing import NewType

from toezicht_cli.outputs.verschilstukken import hide

Html = NewType("Html", str)
NIETS = Html("")


def words(text: str) -> Html:
    """Return words of the user: masked, with their line ends, and without any meaning in HTML."""
    return Html(escape(hide(text)))


def shown(text: str) -> Html:
    """Return words that were masked before, as parts of a whole."""
    return Html(escape(text))


def join(*parts: Html) -> Html:
    """Return parts one after the other."""
    return Html("".join(parts))


def element(name: str, attributes: Mapping[str, str] | None = None, *children: Html) -> Html:
    """Return an element of ours; the values of ``attributes`` are masked and escaped as ``words`` are."""
    pairs = "".join(f' {key}="{words(value)}"' for key, value in (attributes or {}).items())
    return Html(f"<{name}{pairs}>{''.join(children)}</{name}>")


def page(titel: str, css: str, *body: Html, script: str = "") -> str:
    """Return a whole page in Dutch that fetches nothing; ``css`` and ``script`` are ours, and run alone."""
    runs = f" script-src '{_digest(script)}';" if script else ""
    policy = (
        f"default-src 'none'; style-src '{_digest(css)}';{runs} img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        # A day or a number in a text is no telephone number.
        '<meta name="format-detection" content="telephone=no">',
        # Without it a browser asks the server for an icon.
        '<link rel="icon" href="data:,">',
        f"<title>{words(titel)}</title>",
        f"<style>{css}</style>",
    )
    last = (f"<script>{script}</script>",) if script else ()
    lines = ("<!DOCTYPE html>", '<html lang="nl">', "<head>", *head, "</head>", "<body>", *body, *last)
    return "".join(f"{line}\n" for line in (*lines, "</body>", "</html>"))


def _digest(text: str) -> str:
    """Return the name by which a Content-Security-Policy allows exactly this text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
