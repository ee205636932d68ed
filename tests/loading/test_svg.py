"""A logo is a drawing and nothing else."""

import pytest

from toezicht_cli.loading.svg import SvgError, check_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<circle cx="2" cy="2" r="2" fill="#1f4e79"/>',
        '<!-- gemaakt met een tekenprogramma --><path d="M0 0L9 9"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="3" height="3"/>',
        '<style>.a{fill:#fff}</style><rect class="a" width="1" height="1"/>',
        "<title>Logo</title><text>GGD</text>",
        '<metadata><rdf:RDF xmlns:rdf="urn:x"/></metadata><clipPath id="a"><rect/></clipPath>',
    ],
)
def test_a_drawing_is_accepted(inside: str) -> None:
    check_svg(svg(inside))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen svg",
        b"\x89PNG\r\n",
        b"<html/>",
        b"<svg/>",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
        svg("<script>alert(1)</script>"),
        svg('<rect onload="alert(1)"/>'),
        svg('<rect ONLOAD="alert(1)"/>'),
        svg('<image href="https://voorbeeld.test/x.png"/>'),
        svg('<image href="/etc/passwd"/>'),
        svg('<use xlink:href="https://voorbeeld.test/x.svg#a"/>'),
        svg('<a href="javascript:alert(1)"><rect/></a>'),
        svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
        svg('<rect fill="url(https://voorbeeld.test/x)"/>'),
        svg("<rect style=\"fill:url( 'https://voorbeeld.test/x' )\"/>"),
        svg("<style>@import 'https://voorbeeld.test/x.css';</style>"),
        svg('<textPath xlink:href="file:///etc/passwd"/>'),
        svg('<set attributeName="href" to="x"/>'),
        b'<?xml-stylesheet href="https://voorbeeld.test/x.css"?>' + svg(""),
        svg("<g/>" * 6_000),
        svg('<filter id="a"><feGaussianBlur stdDeviation="1000"/></filter>'),
        svg('<pattern id="a"><rect fill="url(#b)"/></pattern>'),
        svg('<mask id="a"/>'),
        svg('<clipPath id="a" clip-path="url(#b)"/>'),
        svg("<rect/>").decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="latin-1"?>' + svg(""),
        svg("").replace(b'viewBox="0 0 9 9"', b'viewBox="0 0 1e9 1e9"'),
        svg("").replace(b'viewBox="0 0 9 9"', b'width="1e9" height="3"'),
        svg("").replace(b'viewBox="0 0 9 9"', b'width="0" height="3"'),
        svg("<?php x ?>"),
    ],
)
def test_what_may_do_more_is_refused(content: bytes) -> None:
    with pytest.raises(SvgError):
        check_svg(content)
