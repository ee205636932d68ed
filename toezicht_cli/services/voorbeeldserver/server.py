"""Server: answers on 127.0.0.1 with the preview, and with nothing else.

No file is served and nothing is written down: there is no log. Every answer ends its connection.
"""

import contextlib
import io
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.voorbeeldserver import koppen
from toezicht_cli.services.voorbeeldserver.pagina import render_geen_rapport, render_schil, render_staat
from toezicht_cli.services.voorbeeldserver.stand import Toestand
from toezicht_cli.services.voorbeeldserver.verzoek import TeGrootError, Toegang, judge, read_head

ADRES = "127.0.0.1"
MAX_CONNECTIONS = 32
MAX_LISTENERS = 16
_WRITE_SECONDS = 10.0
_PIECE = 65_536
_BODY_SECONDS = 0.5
# So often a browser that has gone away is noticed.
_PULSE_SECONDS = 5.0

_WORDS = {
    HTTPStatus.FORBIDDEN: (
        "Dit adres klopt niet of is al een keer gebruikt. Open het adres dat in de terminal staat."
    ),
    HTTPStatus.NOT_FOUND: "Deze bladzijde is er niet.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Hier kun je alleen kijken.",
    HTTPStatus.MISDIRECTED_REQUEST: "Deze server luistert alleen naar 127.0.0.1.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Er kijken al te veel vensters mee. Sluit er een paar.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "Deze vraag is te lang.",
    HTTPStatus.SEE_OTHER: "Ga verder.",
}


class Voorbeeldserver(ThreadingHTTPServer):
    """Serves a toestand on 127.0.0.1; ``port`` 0 takes a free one.

    Raises:
        ToezichtError: the port is in use or may not be used.
    """

    daemon_threads = True
    # On Windows the option would let two programs share a port.
    allow_reuse_address = sys.platform != "win32"
    allow_reuse_port = False

    def __init__(self, toestand: Toestand, port: int = 0) -> None:
        self.toestand = toestand
        self.toegang = Toegang()
        self.listeners = threading.BoundedSemaphore(MAX_LISTENERS)
        self._connections = threading.BoundedSemaphore(MAX_CONNECTIONS)
        try:
            super().__init__((ADRES, port), _Handler)
        except OSError as error:
            message = f"poort {port} is bezet of mag niet gebruikt worden"
            raise ToezichtError(message, "kies een andere met --poort, of laat --poort weg") from error

    @property
    def address(self) -> str:
        """Return the address of the preview, with the secret."""
        return f"http://{ADRES}:{self.server_port}/{self.toegang.geheim}/"

    @property
    def first_address(self) -> str:
        """Return the address that works once and leads to the other."""
        return f"http://{ADRES}:{self.server_port}/{self.toegang.sleutel}/"

    def server_bind(self) -> None:
        """Take the port, without asking the network for our name as the standard library does."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADRES, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in the base
        """Answer in a thread of its own, or not at all when there are too many."""
        if not self._connections.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as above
        """Answer, and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as above
        """Say nothing: a browser that goes away is no news, and a traceback could hold words of the case."""


class _Handler(BaseHTTPRequestHandler):
    server: Voorbeeldserver
    protocol_version = "HTTP/1.1"
    # Version 0.9 has no headers, and then no policy either.
    default_request_version = "HTTP/1.0"

    def handle(self) -> None:
        """Read one request within its limits and answer it."""
        try:
            self.rfile = io.BytesIO(read_head(self.connection))
            self.connection.settimeout(_WRITE_SECONDS)
            self.close_connection = True
            self.handle_one_request()
        except TeGrootError:
            self.requestline = self.request_version = self.command = ""
            self.connection.settimeout(_WRITE_SECONDS)
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def do_GET(self) -> None:
        """Answer with the part of the preview that the path names."""
        hosts = self.headers.get_all("Host") or []
        outcome = judge(self.command, self.path, hosts, self.server.server_port, self.server.toegang)
        if outcome.status == HTTPStatus.SEE_OTHER:
            self._answer(outcome.status, koppen.for_rest(koppen.TEKST), b"", {"Location": outcome.route})
        elif outcome.status != HTTPStatus.OK:
            self.send_error(outcome.status)
        else:
            {
                "": self._send_schil,
                "rapport": self._send_rapport,
                "diagnoses": self._send_diagnoses,
                "gebeurtenissen": self._send_gebeurtenissen,
            }[outcome.route]()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def _send_schil(self) -> None:
        nonce = token_urlsafe(16)
        content = render_schil(self.server.toestand.stand, nonce)
        self._answer(HTTPStatus.OK, koppen.for_schil(nonce), content)

    def _send_rapport(self) -> None:
        stand = self.server.toestand.stand
        content = render_geen_rapport(stand) if stand.rapport is None else stand.rapport
        self._answer(HTTPStatus.OK, koppen.for_rapport(), content)

    def _send_diagnoses(self) -> None:
        content = render_staat(self.server.toestand.stand)
        self._answer(HTTPStatus.OK, koppen.for_rest(koppen.HTML), content)

    def _send_gebeurtenissen(self) -> None:
        """Tell the number of the stand now and after every change, until one of both ends it."""
        if not self.server.listeners.acquire(blocking=False):
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        try:
            self._start(HTTPStatus.OK, koppen.for_rest(koppen.GEBEURTENISSEN))
            if self.command != "HEAD":
                self._tell_changes(self.server.toestand)
        finally:
            self.server.listeners.release()

    def _tell_changes(self, toestand: Toestand) -> None:
        nummer = toestand.stand.nummer
        self.wfile.write(f"retry: 1000\ndata: {nummer}\n\n".encode())
        while not toestand.is_closed:
            stand = toestand.wait_for_other(nummer, _PULSE_SECONDS)
            if stand is not None:
                nummer = stand.nummer
            self.wfile.write(f"data: {nummer}\n\n".encode() if stand else b":\n\n")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - ours are the words
        """Answer that it cannot be, in a line of Dutch; a method without a function is not allowed."""
        asked = HTTPStatus(code)
        status = HTTPStatus.METHOD_NOT_ALLOWED if asked == HTTPStatus.NOT_IMPLEMENTED else asked
        allow = {"Allow": "GET, HEAD"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
        words = _WORDS.get(status, "Deze vraag is niet te begrijpen.")
        self._answer(status, koppen.for_rest(koppen.TEKST), f"{words}\n".encode(), allow)

    def _answer(
        self,
        status: HTTPStatus,
        headers: Mapping[str, str],
        content: bytes,
        extra: Mapping[str, str] | None = None,
    ) -> None:
        self._start(status, {**headers, **(extra or {}), "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)
        self._leave()

    def _start(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _leave(self) -> None:
        """Read what was sent along: an answer to words that nobody read may be lost with them."""
        until = time.monotonic() + _BODY_SECONDS
        with contextlib.suppress(OSError, ValueError):
            self.connection.shutdown(socket.SHUT_WR)
            while (left := until - time.monotonic()) > 0:
                self.connection.settimeout(left)
                if not self.connection.recv(_PIECE):
                    return

    def version_string(self) -> str:
        """Return a name that says nothing about versions."""
        return "toezicht"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base
        """Write down nothing: what was asked for is about a case."""
