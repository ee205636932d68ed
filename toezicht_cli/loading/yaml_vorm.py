"""Write a value as YAML: in lines below its key, or on one line between braces.

A value on its own line is what people read and change; between braces only what stands there already.
"""

import re
from typing import NamedTuple

from toezicht_cli.loading.yaml_schrijven import NO_TEXT_ELSEWHERE, write_quoted, write_scalar
from toezicht_cli.loading.yaml_text import YamlValue

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.@-]{0,200}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BREAKS_ELSEWHERE = re.compile("[\r\t\x85\u2028\u2029]")
_MAX_SHORT = 80


class Vorm(NamedTuple):
    """A value as written: what comes right behind ``key:`` or ``-``, and the lines below it."""

    inline: str
    lines: tuple[str, ...] = ()


def write_key(key: str) -> str:
    """Return the name of a field as it stands before its colon; errors as ``write_block``."""
    is_plain = _KEY.fullmatch(key) and key.lower() not in NO_TEXT_ELSEWHERE
    return key if is_plain else write_quoted(key)


def write_block(value: YamlValue, column: int) -> Vorm:
    """Return ``value`` as it stands under a key, or behind a dash, at ``column``.

    Raises:
        ToezichtError: a text holds a character that may not stand in a case.
    """
    if value is None:
        return Vorm("")
    if isinstance(value, str):
        return _write_text(value, column)
    if isinstance(value, list):
        return _write_list(value, column)
    if not value:
        return Vorm(" {}")
    lines: list[str] = []
    for key, child in value.items():
        lines += write_field(key, child, column + 2)
    return Vorm("", tuple(lines))


def write_field(key: str, value: YamlValue, column: int) -> list[str]:
    """Return the lines of a field of a group at ``column``; errors as ``write_block``."""
    inline, lines = write_block(value, column)
    return [f"{' ' * column}{write_key(key)}:{inline}", *lines]


def write_item(value: YamlValue, column: int) -> list[str]:
    """Return the lines of an item of a list with its dash at ``column``; errors as ``write_block``."""
    inline, lines = write_block(value, column)
    dash = f"{' ' * column}-"
    if isinstance(value, dict) and value:
        return [f"{dash} {lines[0][column + 2 :]}", *lines[1:]]
    return [f"{dash}{inline}", *lines]


def write_flow(value: YamlValue) -> str:
    """Return ``value`` on one line, to stand between braces; errors as ``write_block``."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _write_line(value)
    if isinstance(value, list):
        return f"[{', '.join(write_flow(child) for child in value)}]"
    fields = (f"{write_key(key)}: {write_flow(child)}" for key, child in value.items())
    return f"{{{', '.join(fields)}}}"


def _write_list(value: list[YamlValue], column: int) -> Vorm:
    if all(isinstance(item, str) and "\n" not in item for item in value):
        short = write_flow(value)
        if len(short) <= _MAX_SHORT:
            return Vorm(f" {short}")
    lines: list[str] = []
    for item in value:
        lines += write_item(item, column + 2)
    return Vorm("", tuple(lines))


def _write_text(value: str, column: int) -> Vorm:
    """Return a text; one of several lines as those lines when they can stand there as they are."""
    write_scalar(value)  # refuses the characters that may not stand anywhere
    body = value.removesuffix("\n")
    lines = body.split("\n")
    plain = not any(line.isspace() for line in lines) and lines[0] and lines[-1]
    if "\n" not in value or not plain or lines[0].startswith(" ") or _BREAKS_ELSEWHERE.search(value):
        return Vorm(f" {_write_line(value)}")
    indent = " " * (column + 2)
    mark = "|" if value.endswith("\n") else "|-"
    return Vorm(f" {mark}", tuple(f"{indent}{line}" if line else "" for line in lines))


def _write_line(value: str) -> str:
    return value if _DATE.fullmatch(value) else write_scalar(value)
