"""Verzoek: what somebody asks of the server, with limits on its size and time, and who may ask.

A long secret stands in the path of every page. A cookie would not do: a browser sends it to every
program on 127.0.0.1, whatever its port.
"""

import hmac
import secrets
import socket
import threading
import time
from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple

MAX_HEAD = 16_384
HEAD_SECONDS = 5.0
ROUTES = ("", "rapport", "diagnoses", "gebeurtenissen")
METHODS = ("GET", "HEAD")
_PIECE = 4_096
_ENDS = (b"\r\n\r\n", b"\n\n")
_SECRET_BYTES = 24


class TeGrootError(Exception):
    """The head of a request is larger than any browser makes."""


class Uitkomst(NamedTuple):
    """What a request gets: a status, and with 200 the route, with 303 where to go instead."""

    status: HTTPStatus
    route: str = ""


class Toegang:
    """The secret in the path, and a key that can be used once to learn it.

    Only the key goes to the browser on its command line, which other users of the computer can see.
    """

    def __init__(self) -> None:
        self.geheim = secrets.token_urlsafe(_SECRET_BYTES)
        self.sleutel = secrets.token_urlsafe(_SECRET_BYTES)
        self._is_used = False
        self._lock = threading.Lock()

    def use_key(self, word: str) -> bool:
        """Return whether ``word`` is the key and nobody used it before."""
        with self._lock:
            fits = not self._is_used and _same(word, self.sleutel)
            self._is_used |= fits
            return fits

    def knows(self, word: str) -> bool:
        """Return whether ``word`` is the secret."""
        return _same(word, self.geheim)


def read_head(connection: socket.socket, seconds: float = HEAD_SECONDS) -> bytes:
    """Return a request up to its empty line; nothing when that takes longer than ``seconds``.

    Raises:
        TeGrootError: it is larger than ``MAX_HEAD``.
        OSError: the connection broke.
    """
    head = b""
    until = time.monotonic() + seconds
    while not any(end in head for end in _ENDS):
        left = until - time.monotonic()
        if left <= 0:
            return b""
        connection.settimeout(left)
        try:
            piece = connection.recv(_PIECE)
        except TimeoutError:
            return b""
        if not piece:
            return head
        head += piece
        if len(head) > MAX_HEAD:
            raise TeGrootError
    return head


def judge(method: str, path: str, hosts: Sequence[str], port: int, toegang: Toegang) -> Uitkomst:
    """Return what a request gets.

    Args:
        method: GET, or something else.
        path: the path as it came; nothing in it is decoded, so nothing but a route is one.
        hosts: every ``Host`` of the request; another name that leads here is another site's doing.
        port: where this server is.
        toegang: who may come in.
    """
    if len(hosts) != 1 or hosts[0].lower() not in {f"127.0.0.1:{port}", f"localhost:{port}"}:
        return Uitkomst(HTTPStatus.MISDIRECTED_REQUEST)
    if method not in METHODS:
        return Uitkomst(HTTPStatus.METHOD_NOT_ALLOWED)
    first, _, inside = path.partition("?")[0].partition("/")
    word, *rest = inside.split("/")
    if first or not (toegang.knows(word) or (method == "GET" and rest == [""] and toegang.use_key(word))):
        return Uitkomst(HTTPStatus.FORBIDDEN)
    if not toegang.knows(word):
        return Uitkomst(HTTPStatus.SEE_OTHER, f"/{toegang.geheim}/")
    if len(rest) == 1 and rest[0] in ROUTES:
        return Uitkomst(HTTPStatus.OK, rest[0])
    return Uitkomst(HTTPStatus.NOT_FOUND)


def _same(word: str, secret: str) -> bool:
    """Compare in a time that does not tell how much of the word is right."""
    return hmac.compare_digest(word.encode(errors="surrogatepass"), secret.encode())
