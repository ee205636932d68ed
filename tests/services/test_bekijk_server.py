"""The server for real, on a free port: what it answers, to whom, and that nothing stops it."""

import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.voorbeeldserver import server as server_module
from toezicht_cli.services.voorbeeldserver.server import MAX_LISTENERS, Voorbeeldserver
from toezicht_cli.services.voorbeeldserver.stand import Toestand, Voorbeeld, begin_stand, next_stand
from toezicht_cli.services.voorbeeldserver.verzoek import MAX_HEAD

LANG = 30.0
GOED = Voorbeeld("basis", html=b"<p>rapport</p>")
KOPPEN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Connection": "close",
    "Server": "toezicht",
}


class Antwoord(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture
def server() -> Iterator[Voorbeeldserver]:
    with Voorbeeldserver(Toestand(begin_stand(GOED))) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.toestand.close()
        running.shutdown()
        thread.join(LANG)
        assert not thread.is_alive()


def connect(server: Voorbeeldserver) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=LANG)


def ask(server: Voorbeeldserver, path: str, method: str = "GET", host: str | None = None) -> Antwoord:
    connection = connect(server)
    try:
        connection.putrequest(method, path, skip_host=host is not None)
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        response = connection.getresponse()
        return Antwoord(response.status, dict(response.getheaders()), response.read())
    finally:
        connection.close()


def look(server: Voorbeeldserver, route: str = "", method: str = "GET") -> Antwoord:
    return ask(server, f"/{server.toegang.geheim}/{route}", method)


def ask_raw(server: Voorbeeldserver, question: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_port), LANG) as connection:
        connection.sendall(question)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
        return answer


@pytest.mark.parametrize(
    ("route", "kind", "frame"),
    [
        ("", "text/html; charset=utf-8", "DENY"),
        ("rapport", "text/html; charset=utf-8", "SAMEORIGIN"),
        ("diagnoses", "text/html; charset=utf-8", "DENY"),
    ],
)
def test_every_page_comes_with_headers_that_keep_others_out(
    route: str, kind: str, frame: str, server: Voorbeeldserver
) -> None:
    found = look(server, route)
    assert found.status == 200
    assert found.headers["Content-Type"] == kind
    assert found.headers["X-Frame-Options"] == frame
    assert {name: found.headers[name] for name in KOPPEN} == KOPPEN
    assert "default-src 'none'" in found.headers["Content-Security-Policy"]
    assert int(found.headers["Content-Length"]) == len(found.body)


def test_the_report_is_sent_as_it_was_made_and_may_run_nothing(server: Voorbeeldserver) -> None:
    found = look(server, "rapport?1")
    assert found.body == GOED.html
    policy = found.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-same-origin;")
    assert "script" not in policy


def test_the_page_allows_one_script_with_a_word_of_its_own(server: Voorbeeldserver) -> None:
    first, second = look(server), look(server)
    nonce = first.headers["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]
    assert f'<script nonce="{nonce}">'.encode() in first.body
    assert nonce not in second.headers["Content-Security-Policy"]
    assert "unsafe" not in first.headers["Content-Security-Policy"]


@pytest.mark.parametrize("route", ["", "rapport", "diagnoses", "gebeurtenissen"])
def test_head_gives_the_headers_only(route: str, server: Voorbeeldserver) -> None:
    found = look(server, route, "HEAD")
    assert (found.status, found.body) == (200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "ONZIN"])
def test_other_methods_are_not_allowed(method: str, server: Voorbeeldserver) -> None:
    found = look(server, "", method)
    assert (found.status, found.headers["Allow"]) == (405, "GET, HEAD")


def test_a_body_is_not_read_and_the_answer_arrives_all_the_same(server: Voorbeeldserver) -> None:
    connection = connect(server)
    connection.request("POST", f"/{server.toegang.geheim}/", body=b"x" * 60_000)
    assert connection.getresponse().status == 405
    connection.close()


@pytest.mark.parametrize("path", ["/", "/rapport", "/fout/", "/fout/rapport", "/favicon.ico", "*"])
def test_without_the_secret_nothing_is_shown(path: str, server: Voorbeeldserver) -> None:
    found = ask(server, path)
    assert found.status == 403
    assert b"basis" not in found.body


@pytest.mark.parametrize(
    "route", ["onderzoek.yaml", "../../../etc/passwd", "..%2f..%2fetc/passwd", "rapport/x"]
)
def test_nothing_is_served_by_its_path(route: str, server: Voorbeeldserver) -> None:
    assert look(server, route).status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "[::1]:{port}", ""])
def test_a_page_of_another_name_gets_nothing(host: str, server: Voorbeeldserver) -> None:
    path = f"/{server.toegang.geheim}/"
    found = ask(server, path, host=host.format(port=server.server_port))
    assert found.status == 421
    assert b"basis" not in found.body
    assert ask(server, path, host=f"localhost:{server.server_port}").status == 200


def test_the_first_address_leads_to_the_other_and_works_once(server: Voorbeeldserver) -> None:
    path = server.first_address.partition(str(server.server_port))[2]
    found = ask(server, path)
    assert found.status == 303
    assert server.address.endswith(found.headers["Location"])
    assert ask(server, path).status == 403


def test_changes_are_told_one_after_the_other(server: Voorbeeldserver) -> None:
    connection = connect(server)
    connection.request("GET", f"/{server.toegang.geheim}/gebeurtenissen")
    response = connection.getresponse()
    assert response.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    assert [response.readline() for _ in range(3)] == [b"retry: 1000\n", b"data: 1\n", b"\n"]
    stand = next_stand(server.toestand.stand, Voorbeeld("basis", reden="er staat een fout in de weg"))
    server.toestand.set_stand(stand)
    told = list(iter(response.readline, b"data: 2\n"))
    assert set(told) <= {b":\n", b"\n"}
    shown = look(server, "diagnoses").body.decode()
    assert "Dit is een oud rapport" in shown
    assert look(server, "rapport").body == GOED.html
    server.toestand.close()
    assert b"data" not in response.read()
    connection.close()


def test_without_a_report_its_place_says_so() -> None:
    toestand = Toestand(begin_stand(Voorbeeld("basis", reden="het kader is er niet")))
    with Voorbeeldserver(toestand) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        assert "Er is nog geen rapport" in look(running, "rapport").body.decode()
        assert "het kader is er niet" in look(running).body.decode()
        running.shutdown()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (b"", b""),
        (b"GET\r\n\r\n", b"HTTP/1.1 400 "),
        (b"\x00\xff\xfe\r\n\r\n", b"HTTP/1.1 400 "),
        (b"GET / HTTP/9.9\r\n\r\n", b"HTTP/1.1 505 "),
        (b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 421 "),
        (b"GET /\r\n\r\n", b"HTTP/1.1 421 "),
        (b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", b"HTTP/1.1 431 "),
        (b"GET /" + b"x" * MAX_HEAD, b"HTTP/1.1 431 "),
    ],
)
def test_a_question_that_makes_no_sense_gets_an_answer_and_stops_nothing(
    question: bytes, answer: bytes, server: Voorbeeldserver, capfd: pytest.CaptureFixture[str]
) -> None:
    found = ask_raw(server, question)
    assert found[:13] == answer[:13]
    assert b"Python" not in found
    assert look(server).status == 200
    assert capfd.readouterr() == ("", "")


def test_nothing_is_written_down_when_an_answer_goes_wrong(
    server: Voorbeeldserver, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object) -> bytes:
        raise ValueError("naam van een cliënt")

    monkeypatch.setattr(server_module, "render_staat", crash)
    with pytest.raises(http.client.RemoteDisconnected):
        look(server, "diagnoses")
    assert look(server).status == 200
    assert capfd.readouterr() == ("", "")


def test_too_many_connections_are_closed_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "MAX_CONNECTIONS", 1)
    with Voorbeeldserver(Toestand(begin_stand(GOED))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        connection = connect(running)
        connection.request("GET", f"/{running.toegang.geheim}/gebeurtenissen")
        response = connection.getresponse()
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            look(running)
        assert response.readline() == b"retry: 1000\n"
        running.toestand.close()
        response.read()
        connection.close()
        running.shutdown()


def test_too_many_windows_that_listen_are_told(server: Voorbeeldserver) -> None:
    for _ in range(MAX_LISTENERS):
        assert server.listeners.acquire(blocking=False)
    found = look(server, "gebeurtenissen")
    assert found.status == 503
    assert look(server).status == 200


def test_only_this_computer_can_connect(server: Voorbeeldserver) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_is_said(server: Voorbeeldserver) -> None:
    with pytest.raises(ToezichtError, match=f"poort {server.server_port} is bezet"):
        Voorbeeldserver(server.toestand, server.server_port)
