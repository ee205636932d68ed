"""Pagina: the page around the report, with the meldingen beside it.

Everything of the user goes through ``mask`` before it comes here, and through the escaping of Jinja here.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import DictLoader, Environment, StrictUndefined

from toezicht_cli.diagnostics import Severity
from toezicht_cli.services.voorbeeldserver.stand import Melding, Stand, count_in_words, name_zwaarte

_TEMPLATES = tuple(f"{name}.html.j2" for name in ("schil", "staat", "bericht", "meldingen", "geen_rapport"))
_TEKENS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
_ANKER = "norm-{}"


class _Groep(NamedTuple):
    """The meldingen of one zwaarte, with its name for the head and its sign."""

    kop: str
    zwaarte: str
    teken: str
    meldingen: tuple[Melding, ...]


def render_schil(stand: Stand, nonce: str) -> bytes:
    """Return the whole page; only the script and the style with ``nonce`` count."""
    return _render("schil.html.j2", stand, nonce=nonce, style=_read("schil.css"), script=_read("schil.js"))


def render_staat(stand: Stand) -> bytes:
    """Return the parts of the page that change: the notice above the report, and the meldingen."""
    return _render("staat.html.j2", stand)


def render_geen_rapport(stand: Stand) -> bytes:
    """Return what stands in the place of a report that could not be made yet."""
    return _render("geen_rapport.html.j2", stand)


def find_anker(norm: str, rapport: bytes | None) -> str:
    """Return the place of a norm in the report, or nothing when it has none.

    The report escapes every quote in its text, so this can only be an id.
    """
    anker = _ANKER.format(norm)
    return anker if norm and rapport and f' id="{anker}"'.encode(errors="replace") in rapport else ""


def _render(name: str, stand: Stand, **more: object) -> bytes:
    text = (
        _environment()
        .get_template(name)
        .render(
            stand=stand,
            laatste=stand.laatste,
            groepen=_group(stand.laatste.meldingen),
            telling=count_in_words(stand.laatste),
            anker_of=lambda norm: find_anker(norm, stand.rapport),
            **more,
        )
    )
    return text.encode(errors="replace")


def _group(meldingen: tuple[Melding, ...]) -> tuple[_Groep, ...]:
    groups = ((zwaarte, tuple(it for it in meldingen if it.zwaarte is zwaarte)) for zwaarte in Severity)
    return tuple(
        _Groep(f"{len(found)} {name_zwaarte(zwaarte, len(found))}", zwaarte.value, _TEKENS[zwaarte], found)
        for zwaarte, found in groups
        if found
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader({name: _read(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
