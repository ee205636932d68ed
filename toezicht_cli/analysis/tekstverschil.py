"""Tekstverschil: when two texts say the same to a reader, and which words differ.

Words are compared whole: a difference inside a word hides that "voldoet" became "voldoet niet".
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’.,-][^\W_]+)*|.", re.DOTALL)
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
# A line that begins a block of its own, and one that nothing is joined to.
_BLOCK = re.compile(r"\s*(?:[-*+>#|]|\d{1,9}[.)]|```|~~~|=+\s*$|\[\^)")
_BLOCK_ONLY = re.compile(r"\s*(?:[#|]|```|~~~)|.*(?: {2}|\\)$")
# Above this many words the comparison is by sentence: comparing words takes the square of the time.
_MAX_WORDS = 4_000
_SENTENCE = re.compile(r".*?(?:[.!?]\s+|\n|$)", re.DOTALL)


class Stuk(NamedTuple):
    """Some words that both texts have, that the new one lacks, or that it adds."""

    soort: Literal["gelijk", "weg", "nieuw"]
    tekst: str


def is_same_tekst(oud: str, nieuw: str) -> bool:
    """Whether two texts (Markdown or plain) say the same: only white space that means nothing differs.

    A text that is wrapped again says the same; another paragraph, list, table, line of code or hard line
    break does not. Markdown itself decides, and only when the words are the same: it takes time to start.
    """
    return oud == nieuw or (oud.split() == nieuw.split() and _as_read(oud) == _as_read(nieuw))


def unwrap(tekst: str) -> str:
    """Return ``tekst`` with its lines joined where a sentence goes on; for showing, not for comparing."""
    lines: list[str] = []
    for line in tekst.strip().split("\n"):
        if (
            lines
            and lines[-1]
            and line.strip()
            and not _BLOCK.match(line)
            and not _BLOCK_ONLY.match(lines[-1])
        ):
            lines[-1] = f"{lines[-1]} {' '.join(line.split())}"
        else:
            lines.append(line.rstrip())
    return "\n".join(lines)


def compare_words(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """Return the pieces of both texts in order; the ``gelijk`` and ``weg`` ones together are ``oud``.

    The ``gelijk`` and ``nieuw`` ones together are ``nieuw``.
    """
    before, after = _TOKEN.findall(oud), _TOKEN.findall(nieuw)
    if max(len(before), len(after)) > _MAX_WORDS:
        before, after = _SENTENCE.findall(oud), _SENTENCE.findall(nieuw)
    return tuple(_merge(_pieces(before, after)))


def _as_read(tekst: str) -> list[str]:
    """Return the page that Markdown makes of a text, with white space squeezed as a browser does."""
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").enable("table").render(tekst)
    return [part if part.startswith("<pre>") else " ".join(part.split()) for part in _CODE.split(page)]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Stuk]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Stuk("gelijk", "".join(before[start:end]))
            continue
        if start < end:
            yield Stuk("weg", "".join(before[start:end]))
        if new_start < new_end:
            yield Stuk("nieuw", "".join(after[new_start:new_end]))


def _merge(pieces: Iterator[Stuk]) -> Iterator[Stuk]:
    """Yield the pieces with a lone space between two changes taken into both: phrases read better."""
    weg: list[str] = []
    nieuw: list[str] = []
    for stuk in pieces:
        if stuk.soort == "weg":
            weg.append(stuk.tekst)
        elif stuk.soort == "nieuw":
            nieuw.append(stuk.tekst)
        elif stuk.tekst.isspace() and (weg or nieuw):
            weg.append(stuk.tekst)
            nieuw.append(stuk.tekst)
        else:
            yield from _flush(weg, nieuw)
            yield stuk
    yield from _flush(weg, nieuw)


def _flush(weg: list[str], nieuw: list[str]) -> Iterator[Stuk]:
    before, after = "".join(weg), "".join(nieuw)
    weg.clear()
    nieuw.clear()
    tail = _common_tail(before, after)
    if tail:
        before, after = before[: -len(tail)], after[: -len(tail)]
    if before:
        yield Stuk("weg", before)
    if after:
        yield Stuk("nieuw", after)
    if tail:
        yield Stuk("gelijk", tail)


def _common_tail(before: str, after: str) -> str:
    """Return the white space that both end with."""
    space = before[len(before.rstrip()) :]
    return space if space and after.endswith(space) else ""
