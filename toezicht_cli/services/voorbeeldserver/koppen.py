"""Koppen: the headers of every answer. They keep other pages out and the report powerless.

The report may do even less than its own policy says: no script, no connection, no frame but ours.
"""

from collections.abc import Mapping

_SCHIL = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self';"
    " frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The sandbox allows no script. With the origin kept, our own page can put the report back where it was.
_RAPPORT = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_NIETS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

HTML = "text/html; charset=utf-8"
TEKST = "text/plain; charset=utf-8"
GEBEURTENISSEN = "text/event-stream; charset=utf-8"


def for_schil(nonce: str) -> Mapping[str, str]:
    """Return the headers of the page around the report; only script and style with ``nonce`` count."""
    return _headers(HTML, _SCHIL.format(nonce=nonce), "DENY")


def for_rapport() -> Mapping[str, str]:
    """Return the headers of the report."""
    return _headers(HTML, _RAPPORT, "SAMEORIGIN")


def for_rest(kind: str) -> Mapping[str, str]:
    """Return the headers of an answer that is no page to look at."""
    return _headers(kind, _NIETS, "DENY")


def _headers(kind: str, policy: str, frame: str) -> Mapping[str, str]:
    return {
        "Content-Type": kind,
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": frame,
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Connection": "close",
    }
