"""Markdown zin: the words of a sentence as Markdown, escaped so that they are read as the same words.

Weight and emphasis are only marked where CommonMark cannot read the marks as anything else: ``a**b**`` or
``**a****b**`` would show stars, and a word too few in bold is better than a star too many.
"""

import re
import string
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from toezicht_cli.rendering.boom import (
    Badge,
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Note,
    Reference,
    Strong,
    Text,
    plain_text,
)
from toezicht_cli.rendering.writers.base import WriterError

# Every ASCII punctuation character may be escaped in CommonMark; these can mean something anywhere.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|&~!^{}$@])")
# At the beginning of a line only: a list, a heading, a rule, a quote, a code block.
_FIRST = re.compile(r"^(\d{1,9})?([-+#=.):])")
_UNHOLDABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\x00-\x1f]+", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[\\|]|&(?=#?\w+;)")
_CLOSING_HEAD = re.compile(r"(?<= )#+$")
_BREAK = "\n"
_EDGES = ("", " ", _BREAK)
_SIGNS = frozenset(string.punctuation) - frozenset("*_`\\")


class _Place(NamedTuple):
    """The characters beside a part of a sentence; empty at the beginning and the end of it."""

    before: str
    after: str


def in_line(children: Sequence[Inline]) -> str:
    """Return the words of a sentence on one line.

    Raises:
        WriterError: a link leads elsewhere than http, https or mailto, or a character cannot be held.
    """
    return _plain_first(" ".join(_lines(children)))


def in_lines(children: Sequence[Inline]) -> str:
    """Return the words of a paragraph, with a hard break (a backslash) where the tree breaks the line.

    Raises:
        WriterError: a link leads elsewhere than http, https or mailto, or a character cannot be held.
    """
    return "\\\n".join(map(_plain_first, _lines(children)))


def in_heading(children: Sequence[Inline]) -> str:
    """Return the words of a heading: signs at its end that would be taken for the end of it are escaped.

    Raises:
        WriterError: a link leads elsewhere than http, https or mailto, or a character cannot be held.
    """
    return _CLOSING_HEAD.sub(lambda match: r"\#" * len(match[0]), in_line(children))


def escape(text: str) -> str:
    """Return ``text`` as it must be written to be read as those words, on a line of its own too.

    Raises:
        WriterError: it holds a character that a text file cannot hold.
    """
    return in_line((Text(text),))


def checked(text: str) -> str:
    """Return ``text`` as it is.

    Raises:
        WriterError: it holds a character that a text file cannot hold.
    """
    found = _UNHOLDABLE.search(text)
    if found:
        raise WriterError(f"een tekst bevat het teken U+{ord(found[0]):04X}: haal het weg uit de tekst")
    return text


def _lines(children: Sequence[Inline]) -> list[str]:
    lines = (line.strip(" ") for line in _join(children, _Place("", "")).split(_BREAK))
    return [line for line in lines if line]


def _plain_first(line: str) -> str:
    return _FIRST.sub(lambda match: f"{match[1] or ''}\\{match[2]}", line)


def _join(children: Sequence[Inline], place: _Place) -> str:
    words = ""
    for index, child in enumerate(children):
        after = next((first for first in map(_first, children[index + 1 :]) if first), place.after)
        words += _FORMS[type(child)](child, _Place(words[-1:] or place.before, after))
    return words


def _first(node: Inline) -> str:
    """Return the character that a part of a sentence begins with when it is written."""
    if isinstance(node, Strong | Emphasis):
        return "*"
    if isinstance(node, Link | Note) or (isinstance(node, Reference) and node.target.startswith("#")):
        return "["
    return _FORMS[type(node)](node, _Place("", ""))[:1]


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", checked(text)))


def _text(node: Text, place: _Place) -> str:
    """After ``[^1]`` or ``[…]`` a colon would make a definition, and a bracket a link."""
    words = _escape(node.text)
    return f"\\{words}" if place.before == "]" and words.startswith((":", "(")) else words


def _line_break(_node: LineBreak, _place: _Place) -> str:
    return _BREAK


def _code(node: Code, place: _Place) -> str:
    """Return code between enough backticks; where that could go wrong, as plain words."""
    text = _SPACE.sub(" ", checked(node.text))
    if not text.strip() or "|" in text or "`" in (place.before, place.after):
        return _text(Text(node.text), place)
    ticks = "`"
    while ticks in text:
        ticks += "`"
    room = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{ticks}{room}{text}{room}{ticks}"


def _marked(mark: str, children: Sequence[Inline], place: _Place) -> str:
    words = _join(children, _Place("*", "*"))
    core = words.strip(" \n")
    lead, _, tail = words.partition(core) if core else (words, "", "")
    beside = _Place(lead[-1:] or place.before, tail[:1] or place.after)
    if (
        plain_text(tuple(children)).strip()
        and _opens(beside.before, core[0])
        and _opens(beside.after, core[-1])
    ):
        return f"{lead}{mark}{core}{mark}{tail}"
    return _join(children, place)


def _opens(outside: str, inside: str) -> bool:
    """Tell whether a mark between two characters can only be read as one that faces ``inside``."""
    if inside == "*" or inside.isspace():
        return False
    return outside in _EDGES or (outside in _SIGNS and inside.isalnum())


def _strong(node: Strong, place: _Place) -> str:
    return _marked("**", node.children, place)


def _emphasis(node: Emphasis, place: _Place) -> str:
    return _marked("*", node.children, place)


def _link(node: Link, _place: _Place) -> str:
    if not _ADDRESS.fullmatch(node.href):
        raise WriterError("een link gaat niet naar een adres met http, https of mailto")
    address = _IN_ADDRESS.sub(lambda match: f"\\{match[0]}", node.href)
    return f"[{_label(node.children)}](<{address}>)"


def _reference(node: Reference, place: _Place) -> str:
    """Only what the writer gave the address of a heading (``#…``) is a link."""
    if node.target.startswith("#"):
        return f"[{_label(node.children)}]({node.target})"
    return _join(node.children, place)


def _label(children: Sequence[Inline]) -> str:
    """Return the words of a link; a link in a link would make the outer one words."""
    return _join(tuple(_unlinked(children)), _Place("[", "]"))


def _unlinked(children: Sequence[Inline]) -> Iterator[Inline]:
    for child in children:
        if isinstance(child, Link | Reference):
            yield from _unlinked(child.children)
        elif isinstance(child, Strong | Emphasis):
            yield child._replace(children=tuple(_unlinked(child.children)))
        else:
            yield child


def _badge(node: Badge, place: _Place) -> str:
    return _text(Text(f"{node.symbol} {node.text}"), place)


def _note(node: Note, _place: _Place) -> str:
    return f"[^{node.number}]"


# Any: every form takes the one kind that it stands behind.
_FORMS: dict[type, Callable[[Any, _Place], str]] = {
    Text: _text,
    LineBreak: _line_break,
    Code: _code,
    Strong: _strong,
    Emphasis: _emphasis,
    Link: _link,
    Reference: _reference,
    Badge: _badge,
    Note: _note,
}
