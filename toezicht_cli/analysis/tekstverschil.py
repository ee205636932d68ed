"""Tekstverschil: when two texts say the same to a reader, and which words differ.

Words are compared whole: a difference inside a word hides that "voldoet" became "voldoet niet".
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’.,-][^\W_]+)*|.", re.DOTALL)
# A line that begins a block of its own: never joined to the line before it.
_BLOCK = re.compile(r"\s*(?:[-*+>#|:]|\d{1,9}[.)]|```|~~~|=+\s*$|\[\^)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_INDENT = ("    ", "\t")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
# Above this many words the comparison is by sentence: comparing words takes the square of the time.
_MAX_WORDS = 4_000
_SENTENCE = re.compile(r".*?(?:[.!?]\s+|\n|$)", re.DOTALL)


class Stuk(NamedTuple):
    """Some words that both texts have, that the new one lacks, or that it adds."""

    soort: Literal["gelijk", "weg", "nieuw"]
    tekst: str


def normalize_opmaak(tekst: str) -> str:
    """Return ``tekst`` (Markdown or plain) without the line ends that mean nothing.

    A text that is wrapped again says the same; another paragraph, list, table, line of code or hard line
    break does not.
    """
    lines: list[str] = []
    is_code = False
    for line in tekst.strip("\n").split("\n"):
        fence = _FENCE.match(line) is not None
        if is_code or fence:
            lines.append(line)
            is_code = is_code != fence
        elif _is_indented_block(lines, line):
            lines.append(line.rstrip())
        elif _continues(lines, line):
            lines[-1] = f"{lines[-1].rstrip()} {_squeeze(line)}"
        else:
            lines.append(_clean(line))
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def compare_words(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """Return the pieces of both texts in order; the ``gelijk`` and ``weg`` ones together are ``oud``.

    The ``gelijk`` and ``nieuw`` ones together are ``nieuw``.
    """
    before, after = _TOKEN.findall(oud), _TOKEN.findall(nieuw)
    if max(len(before), len(after)) > _MAX_WORDS:
        before, after = _SENTENCE.findall(oud), _SENTENCE.findall(nieuw)
    return tuple(_merge(_pieces(before, after)))


def _is_indented_block(lines: Sequence[str], line: str) -> bool:
    """Whether ``line`` is code by its indent, or a part of a list: every space of it may mean something."""
    if not line.startswith(_INDENT) or not line.strip():
        return False
    return not lines or not lines[-1].strip() or lines[-1].startswith(_INDENT)


def _continues(lines: Sequence[str], line: str) -> bool:
    """Whether ``line`` goes on where the last of ``lines`` stopped."""
    if not lines or not lines[-1].strip() or not line.strip():
        return False
    is_table = lines[-1].lstrip().startswith("|")
    return not (is_table or _BLOCK.match(line) or _HARD_BREAK.search(lines[-1]) or _FENCE.match(lines[-1]))


def _clean(line: str) -> str:
    """Return the first line of a block: its indent and a hard break stay, for they mean something."""
    indent = line[: len(line) - len(line.lstrip())]
    stop = "  " if _HARD_BREAK.search(line) and not line.endswith("\\") else ""
    return f"{indent}{' '.join(line.split())}{stop}" if line.strip() else ""


def _squeeze(line: str) -> str:
    """Return a line that goes on: its indent means nothing, a hard break at its end does."""
    stop = "  " if _HARD_BREAK.search(line) and not line.endswith("\\") else ""
    return f"{' '.join(line.split())}{stop}"


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
