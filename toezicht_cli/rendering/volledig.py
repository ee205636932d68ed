"""Volledig: whether all words of a Markdown text stand in the nodes that were made of it."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import unquote

# What of the source rightly stands nowhere: labels of footnotes, numbers of a list.
_SYNTAX = re.compile(
    r"\[\^[^\]\n]{1,100}\]:?|^[ \t>]{0,100}(?:[-+*][ \t]+){0,12}\d{1,9}[.)](?=\s)", re.MULTILINE
)
_ENTITY = re.compile(r"&#?\w{1,40};")
_WORD = re.compile(r"[^\W_]+")


def find_missing(text: str, blocks: Sequence[object]) -> tuple[str, ...]:
    """Return the words of a source that stand nowhere in its nodes, such as a cell too many in a table."""
    shown = set(_WORD.findall(" ".join(_all_strings(blocks))))
    source = _SYNTAX.sub(" ", _ENTITY.sub(lambda match: unescape(match[0]), text))
    return tuple(word for word in dict.fromkeys(_WORD.findall(source)) if word not in shown)


def _all_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        if "%" in value:  # an address is written with percents
            yield unquote(value)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _all_strings(item)
