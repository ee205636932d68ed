"""Markdown zin: the words of a sentence as Markdown, escaped so that they are read as the same words."""

import re
from collections.abc import Callable, Sequence
from typing import Any

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


def in_line(children: Sequence[Inline]) -> str:
    """Return the words of a sentence on one line.

    Raises:
        WriterError: a link leads elsewhere than http, https or mailto, or a character cannot be held.
    """
    line = "".join(_FORMS[type(child)](child) for child in children).strip(" ")
    return _FIRST.sub(lambda match: f"{match[1] or ''}\\{match[2]}", line)


def escape(text: str) -> str:
    """Return ``text`` as it must be written to be read as those words, on a line of its own too."""
    return _FIRST.sub(lambda match: f"{match[1] or ''}\\{match[2]}", _escape(text).strip(" "))


def _escape(text: str) -> str:
    found = _UNHOLDABLE.search(text)
    if found:
        raise WriterError(f"een tekst bevat het teken U+{ord(found[0]):04X}: haal het weg uit de tekst")
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))


def _text(node: Text) -> str:
    return _escape(node.text)


def _line_break(_node: LineBreak) -> str:
    return " "


def _code(node: Code) -> str:
    """Return code between enough backticks; where that could go wrong, as plain words."""
    text = _SPACE.sub(" ", node.text)
    if not text.strip() or "|" in text:
        return _escape(text)
    ticks = "`"
    while ticks in text:
        ticks += "`"
    room = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    _escape(text)
    return f"{ticks}{room}{text}{room}{ticks}"


def _marked(mark: str, children: Sequence[Inline]) -> str:
    """Return words between marks; white space and signs at the ends would keep a mark from being read."""
    words = "".join(_FORMS[type(child)](child) for child in children)
    inner = words.strip(" ")
    if not inner or not plain_text(tuple(children)).strip():
        return words
    lead, tail = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
    return f"{lead}{mark}{inner}{mark}{tail}"


def _strong(node: Strong) -> str:
    return _marked("**", node.children)


def _emphasis(node: Emphasis) -> str:
    return _marked("*", node.children)


def _link(node: Link) -> str:
    if not _ADDRESS.fullmatch(node.href):
        raise WriterError("een link gaat niet naar een adres met http, https of mailto")
    words = "".join(_FORMS[type(child)](child) for child in node.children)
    return f"[{words}](<{node.href}>)"


def _reference(node: Reference) -> str:
    return "".join(_FORMS[type(child)](child) for child in node.children)


def _badge(node: Badge) -> str:
    return _escape(f"{node.symbol} {node.text}")


def _note(node: Note) -> str:
    return f"[^{node.number}]"


# Any: every form takes the one kind that it stands behind.
_FORMS: dict[type, Callable[[Any], str]] = {
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
