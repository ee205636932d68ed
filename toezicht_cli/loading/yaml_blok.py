"""Blok: write a value in block style, a line for each part, as somebody would type it."""

import re

from toezicht_cli.loading.yaml_schrijven import NO_TEXT_ELSEWHERE, write_quoted, write_scalar
from toezicht_cli.loading.yaml_text import YamlValue

_STEP = 2
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.@-]{0,200}", re.ASCII)
# A date, an id or a plain word needs no quotes in any reader of YAML.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ODD = re.compile("[\r\t\x85\u2028\u2029]")
_SHORT_LIST, _SHORT_ITEM = 8, 20
_FLOW_UNSAFE = re.compile(r"[,\[\]{}]")


def newline_of(text: str) -> str:
    """Return the line end that ``text`` uses."""
    return "\r\n" if "\r\n" in text else "\n"


def write_block(value: YamlValue, indent: int, newline: str) -> str:
    """Return what stands behind the colon of a key, or behind nothing at all with a negative indent.

    Args:
        value: text, None, or a list or group of the same.
        indent: how many spaces stand before the key.
        newline: the line end of the file.

    Returns:
        " text" for a scalar, lines that each begin with ``newline`` for a list or group.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {_scalar(value, indent + _STEP, newline)}"
    if not value:
        return " {}" if isinstance(value, dict) else " []"
    start = f"{newline}{' ' * (indent + _STEP)}"
    if isinstance(value, dict):
        return "".join(
            f"{start}{_key(key)}:{write_block(item, indent + _STEP, newline)}" for key, item in value.items()
        )
    if len(value) <= _SHORT_LIST and all(_is_short(item) for item in value):
        return f" {write_flow(value)}"
    return "".join(write_item(item, indent + _STEP, newline) for item in value)


def write_item(value: YamlValue, indent: int, newline: str) -> str:
    """Return an item of a list with its dash ``indent`` spaces from the side, on lines of its own."""
    written = write_block(value, indent, newline)
    if isinstance(value, dict) and value:  # the first key stands on the line of the dash
        written = " " + written.removeprefix(newline + " " * (indent + _STEP))
    return f"{newline}{' ' * indent}-{written}"


def write_flow(value: YamlValue) -> str | None:
    """Return ``value`` on one line between brackets; None when a part has more lines or is empty."""
    if isinstance(value, str):
        return _flow_scalar(value)
    if value is None:
        return None
    if isinstance(value, dict):
        parts = [(_key(key), write_flow(item)) for key, item in value.items()]
        if any(item is None for _, item in parts):
            return None
        return f"{{{', '.join(f'{key}: {item}' for key, item in parts)}}}"
    items = [write_flow(item) for item in value]
    return None if None in items else f"[{', '.join(item for item in items if item is not None)}]"


def _is_short(value: YamlValue) -> bool:
    return isinstance(value, str) and "\n" not in value and len(value) <= _SHORT_ITEM


def _key(key: str) -> str:
    is_plain = _KEY.fullmatch(key) and key.lower() not in NO_TEXT_ELSEWHERE
    return key if is_plain else write_quoted(key)


def _scalar(text: str, indent: int, newline: str) -> str:
    if "\n" in text and _is_block(text):
        lines = text.removesuffix("\n").split("\n")
        sign = "|" if text.endswith("\n") else "|-"
        return sign + "".join(f"{newline}{' ' * indent}{line}" if line else newline for line in lines)
    return text if _DAY.fullmatch(text) else write_scalar(text)


def _is_block(text: str) -> bool:
    """Whether a text of several lines can stand as a block: no odd white space that would change."""
    lines = text.removesuffix("\n").split("\n")
    is_odd = _ODD.search(text) or any(line != line.rstrip() for line in lines)
    return not is_odd and bool(lines[0]) and bool(lines[-1]) and not lines[0].startswith(" ")


def _flow_scalar(text: str) -> str:
    if _DAY.fullmatch(text):
        return text
    written = write_scalar(text)
    return written if written.startswith('"') or not _FLOW_UNSAFE.search(written) else write_quoted(text)
