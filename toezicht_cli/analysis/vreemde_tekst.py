"""Vreemde tekst: words of a document from elsewhere, made fit to stand in a case.

A case is read by people and by the tool, and both must read the same. So a character that nobody sees
becomes visible, and a sign that is Markdown to us becomes the sign that the writer meant.
"""

import re
import unicodedata

# Control, format, private use, surrogates, not assigned, separators of lines.
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
# Letters and marks that have no shape.
_LEEG = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
# Tags and selectors of variants.
_BIJZONDER = range(0xE0000, 0xE1000)
_REGELEINDE = re.compile(r"\r\n|\n|\r")
_WIT = re.compile(r"[ \t]+")
# What begins emphasis, code, a link, a footnote or an escape; within a word _ is only itself.
_TEKENS = re.compile(r"[\\`*\[]|(?<![^\W_])_|_(?![^\W_])")
_ENTITEIT = re.compile(r"&(?=#?\w)")
# What makes a heading, quote, list, fence, line or table of a line.
_BLOKTEKENS = frozenset("#>+=~:-")
# What could be meant as a figure of ours, ``{cijfer:naam}``, also when it is misspelt.
_FIGUUR = re.compile(r"\{(?=[ \t]{0,3}[A-Za-z])", re.ASCII)
_VLUCHT = re.compile(r"\\([!-/:-@\[-`{-~])", re.ASCII)
_NUMMER = re.compile(r"([0-9]{1,9})(?=[.)])", re.ASCII)


def make_visible(text: str) -> str:
    """Return ``text`` on one line, with ``[U+202E]`` for each character that nobody sees."""
    lines = (_WIT.sub(" ", _show(line)).strip() for line in _REGELEINDE.split(text))
    return " ".join(line for line in lines if line)


def show_hidden(text: str) -> str:
    """Return ``text`` with its own lines and spaces, and ``[U+202E]`` for each character that nobody sees."""
    return "\n".join(_show(line).rstrip() for line in _REGELEINDE.split(text)).strip()


def escape_opmaak(text: str) -> str:
    """Return ``text`` as Markdown that says the same words and nothing else.

    Each line becomes a paragraph. No heading, list, table, link, footnote, HTML, citation ``[@…]`` or figure
    ``{cijfer:…}`` comes of it; characters that nobody sees stand there as ``[U+202E]``. A text without
    words gives an empty text.
    """
    lines = (make_visible(line) for line in _REGELEINDE.split(text))
    return "\n\n".join(_escape_line(line) for line in lines if line)


def show_words(opmaak: str) -> str:
    """Return the words that ``escape_opmaak`` made ``opmaak`` of, on one line, for a screen."""
    words = _VLUCHT.sub(r"\1", opmaak)
    return " ".join(words.replace("&lt;", "<").replace("&#123;", "{").replace("&amp;", "&").split())


def _show(line: str) -> str:
    return "".join(f"[U+{ord(sign):04X}]" if _is_hidden(sign) else sign for sign in line)


def _is_hidden(sign: str) -> bool:
    if sign == "\t":
        return False
    return sign in _LEEG or ord(sign) in _BIJZONDER or unicodedata.category(sign) in _ONZICHTBAAR


def _escape_line(line: str) -> str:
    # Entities, because the model looks for HTML in the source, where a backslash does not hide it.
    plain = _ENTITEIT.sub("&amp;", line).replace("<", "&lt;")
    escaped = _TEKENS.sub(lambda match: f"\\{match[0]}", plain)
    # These are found in the source as well, before any Markdown is read.
    escaped = _FIGUUR.sub("&#123;", escaped.replace("[@", "[\\@"))
    if escaped[:1] in _BLOKTEKENS:
        return f"\\{escaped}"
    return _NUMMER.sub(r"\1\\", escaped, count=1) if _NUMMER.match(escaped) else escaped
