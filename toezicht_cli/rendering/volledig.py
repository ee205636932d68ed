"""Volledig: whether all words of a Markdown text stand in the nodes that were made of it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLinkText

# What of the source rightly stands nowhere: labels of footnotes, numbers of a list.
_SYNTAX = re.compile(
    r"\[\^[^\]\n]{1,100}\]:?|^[ \t>]{0,100}(?:[-+*][ \t]+){0,12}\d{1,9}[.)](?=\s)", re.MULTILINE
)
_ENTITY = re.compile(r"&#?\w{1,40};")
_WORD = re.compile(r"[^\W_]+|[^\w\s\x00-\x7f]")


def find_missing(text: str, blocks: Sequence[object]) -> tuple[str, ...]:
    """Return the words and signs of a source that its nodes lack, such as a cell too many in a table.

    Each counts as often as it stands there. Signs of ASCII are left out: they may be Markdown.
    """
    shown = _count(" ".join(_all_strings(blocks)))
    source = _count(_SYNTAX.sub(" ", _ENTITY.sub(lambda match: unescape(match[0]), text)))
    return tuple(word for word, number in source.items() if number > shown[word])


def _count(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _all_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        if "%" in value or "xn--" in value:  # an address is written with percents and punycode
            yield unquote(value)
            yield normalizeLinkText(value)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _all_strings(item)
