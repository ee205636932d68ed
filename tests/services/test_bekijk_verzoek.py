"""Who may ask what, and how long a question may be."""

import socket
from http import HTTPStatus

import pytest

from toezicht_cli.services.voorbeeldserver.verzoek import (
    MAX_HEAD,
    ROUTES,
    TeGrootError,
    Toegang,
    judge,
    read_head,
)

POORT = 8123
HIER = (f"127.0.0.1:{POORT}",)


@pytest.fixture
def toegang() -> Toegang:
    return Toegang()


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123", "LOCALHOST:8123"])
@pytest.mark.parametrize("query", ["", "?3", "?/../../etc/passwd"])
def test_a_route_behind_the_secret_is_open(
    route: str, method: str, host: str, query: str, toegang: Toegang
) -> None:
    path = f"/{toegang.geheim}/{route}{query}"
    assert judge(method, path, (host,), POORT, toegang) == (HTTPStatus.OK, route)


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("",),
        ("evil.example",),
        ("127.0.0.1",),
        ("127.0.0.1:80",),
        ("localhost:8123.evil.example",),
        HIER * 2,
    ],
)
def test_another_host_is_misdirected_even_with_the_secret(hosts: tuple[str, ...], toegang: Toegang) -> None:
    assert judge("GET", f"/{toegang.geheim}/", hosts, POORT, toegang).status == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""])
def test_only_looking_is_allowed(method: str, toegang: Toegang) -> None:
    found = judge(method, f"/{toegang.geheim}/", HIER, POORT, toegang)
    assert found.status == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "path", ["", "/", "//", "/rapport", "/x/", "/\ud800/", "http://127.0.0.1:8123/", "*"]
)
def test_without_the_secret_nothing_is_told(path: str, toegang: Toegang) -> None:
    assert judge("GET", path, HIER, POORT, toegang).status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "change", [str.swapcase, lambda it: it[:-1], lambda it: f"{it}A", lambda it: f" {it}"]
)
def test_almost_the_secret_is_not_the_secret(change: object, toegang: Toegang) -> None:
    assert callable(change)
    path = f"/{change(toegang.geheim)}/"
    assert judge("GET", path, HIER, POORT, toegang).status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "rest",
    [
        *("", "//", "/./", "/..", "/rapport/", "/Rapport", "/%72apport", "/rapport;x", "/rapport%00"),
        *("/onderzoek.yaml", "/schil.js", "/../rapport", "/../../../../etc/passwd"),
        *("/..%2f..%2fetc/passwd", "/rapport\\..", "/\ud800"),
    ],
)
def test_what_is_no_route_is_not_there(rest: str, toegang: Toegang) -> None:
    found = judge("GET", f"/{toegang.geheim}{rest}", HIER, POORT, toegang)
    assert found == (HTTPStatus.NOT_FOUND, "")


def test_the_key_opens_once_and_leads_to_the_secret(toegang: Toegang) -> None:
    path = f"/{toegang.sleutel}/"
    assert judge("GET", path, HIER, POORT, toegang) == (HTTPStatus.SEE_OTHER, f"/{toegang.geheim}/")
    assert judge("GET", path, HIER, POORT, toegang).status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(("method", "rest"), [("HEAD", "/"), ("GET", ""), ("GET", "/rapport"), ("GET", "//")])
def test_the_key_is_not_spent_on_another_question(method: str, rest: str, toegang: Toegang) -> None:
    refused = judge(method, f"/{toegang.sleutel}{rest}", HIER, POORT, toegang)
    assert refused.status == HTTPStatus.FORBIDDEN
    assert judge("GET", f"/{toegang.sleutel}/", HIER, POORT, toegang).status == HTTPStatus.SEE_OTHER


def test_every_server_has_a_long_secret_of_its_own() -> None:
    first, second = Toegang(), Toegang()
    words = {first.geheim, first.sleutel, second.geheim, second.sleutel}
    assert len(words) == 4
    assert min(len(word) for word in words) >= 32


def test_a_head_is_read_up_to_the_empty_line() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert read_head(ours) == b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
        theirs.sendall(b"GET / HTTP/1.1\n\n")
        assert read_head(ours) == b"GET / HTTP/1.1\n\n"


def test_a_head_that_stops_halfway_is_what_came_of_it() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        theirs.sendall(b"GET /")
        theirs.close()
        assert read_head(ours) == b"GET /"


def test_a_head_without_end_is_refused() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"GET /" + b"x" * MAX_HEAD)
        with pytest.raises(TeGrootError):
            read_head(ours)


@pytest.mark.parametrize("seconds", [0.0, 0.001])
def test_who_says_nothing_is_not_waited_for(seconds: float) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert read_head(ours, seconds) == b""
