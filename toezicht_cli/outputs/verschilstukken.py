"""Verschilstukken: the words of a difference made fit to show: masked as a whole, and cut to what changed.

A number is masked before it is cut: of a BSN that was mended in one place neither half may be shown.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Literal, NamedTuple

from toezicht_cli.analysis.tekstverschil import Stuk
from toezicht_cli.diagnostics import mask

WEGLATING = "…"
_MARK_BREAK, _MARK_SPACE = "¶", "␣"
_BREAK = re.compile(r"[ ]*\n\s*")
_SPACE = re.compile(r"[^\S\n]")
_SHARED = 0.45
_KANTEN: tuple[Literal["weg", "nieuw"], ...] = ("weg", "nieuw")


class Maat(NamedTuple):
    """How much of a difference is shown, in characters, and at most how many changes."""

    rondom: int
    stuk: int
    wijzigingen: int


class Ingekort(NamedTuple):
    """The pieces that are shown, and how many changes were left out."""

    stukken: tuple[Stuk, ...]
    weggelaten: int


def hide(tekst: str) -> str:
    """Return ``tekst`` fit to be shown, as ``mask`` makes it, but with its line ends."""
    return "".join(stuk.tekst for stuk in hide_stukken((Stuk("gelijk", tekst),)))


def hide_stukken(stukken: Sequence[Stuk]) -> tuple[Stuk, ...]:
    """Return the pieces masked as the two whole texts that they are."""
    pieces = [_SPACE.sub(" ", stuk.tekst) for stuk in stukken]
    shown = [list(piece) for piece in pieces]
    for kant in _KANTEN:
        taken = [stuk.soort in {"gelijk", kant} for stuk in stukken]
        whole = re.sub(r"\s+", " ", "".join(compress(pieces, taken)))
        masked = mask(whole)
        if masked == whole:  # as nearly always, and finding every character takes long
            continue
        for (number, at), new in zip(_places(pieces, taken), masked, strict=True):
            if new != " ":
                shown[number][at] = new
    return tuple(Stuk(stuk.soort, "".join(new)) for stuk, new in zip(stukken, shown, strict=True))


def shorten(tekst: str, most: int) -> str:
    """Return the first ``most`` characters of a text on one line, to the last whole word, with ``…``."""
    line = " ".join(hide(tekst).split())
    return line if len(line) <= most else f"{_head(line, most - 2)} {WEGLATING}"


def shorten_stukken(stukken: Sequence[Stuk], maat: Maat) -> Ingekort:
    """Return the pieces on one line each: what changed, and some words around it."""
    line = [Stuk(stuk.soort, _one_line(stuk)) for stuk in join_rewritten(hide_stukken(stukken))]
    ends = _ends_of_changes(line)
    kept = line[: ends[maat.wijzigingen - 1]] if len(ends) > maat.wijzigingen else line
    last = len(kept) - 1
    cut = tuple(
        Stuk(
            stuk.soort,
            _shorten_one(stuk, maat, is_first=index == 0, is_last=index == last),
        )
        for index, stuk in enumerate(kept)
    )
    return Ingekort(cut, max(0, len(ends) - maat.wijzigingen))


def _ends_of_changes(stukken: Sequence[Stuk]) -> list[int]:
    """Return where each change ends; what is new in the place of what went is one change with it."""
    equal = [stuk.soort == "gelijk" for stuk in stukken]
    return [at + 1 for at, is_equal in enumerate(equal) if not is_equal and all(equal[at + 1 : at + 2])]


def join_rewritten(stukken: Sequence[Stuk]) -> tuple[Stuk, ...]:
    """Return the pieces; of a text that was written anew the whole old and the whole new one.

    What two such texts share are words such as *de* and *van*: a reader cannot follow changes around those.
    """
    oud, nieuw = (
        "".join(stuk.tekst for stuk in stukken if stuk.soort in {"gelijk", kant}) for kant in _KANTEN
    )
    shared = sum(len(stuk.tekst) for stuk in stukken if stuk.soort == "gelijk")
    if not (oud and nieuw) or 2 * shared >= _SHARED * (len(oud) + len(nieuw)):
        return tuple(stukken)
    return (Stuk("weg", oud), Stuk("nieuw", nieuw))


def mark_change(tekst: str) -> str:
    """Return words that changed with a sign where only space or a line end did, which nobody would see."""
    if tekst and not tekst.strip(" "):
        return _MARK_SPACE * len(tekst)
    return tekst.replace("\n", f"{_MARK_BREAK}\n")


def split_space(tekst: str) -> tuple[str, str, str]:
    """Return the space before some words, the words, and the space after them."""
    core = tekst.strip(" ")
    if not core:
        return tekst, "", ""
    before, _, after = tekst.partition(core)
    return before, core, after


def _places(pieces: Sequence[str], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where the characters of one text stand, of some space only the first."""
    is_space = False
    for number, piece in compress(enumerate(pieces), taken):
        for at, character in enumerate(piece):
            if not (is_space and character.isspace()):
                yield number, at
            is_space = character.isspace()


def _one_line(stuk: Stuk) -> str:
    """Return a piece without line ends; in one that changed they are the change, and get a sign."""
    if stuk.soort == "gelijk":
        return re.sub(r"\s+", " ", stuk.tekst)
    if stuk.tekst and not stuk.tekst.strip(" "):
        return _MARK_SPACE * len(stuk.tekst)
    return re.sub(" +", " ", _BREAK.sub(f" {_MARK_BREAK} ", stuk.tekst))


def _shorten_one(stuk: Stuk, maat: Maat, *, is_first: bool, is_last: bool) -> str:
    tekst = stuk.tekst
    if stuk.soort != "gelijk":
        if len(tekst) <= maat.stuk:
            return tekst
        part = maat.stuk // 4
        return f"{_head(tekst, maat.stuk - part)} {WEGLATING} {_tail(tekst, part)}"
    if len(tekst) <= maat.rondom * (1 if is_first or is_last else 2):
        return tekst
    head = "" if is_first else f"{_head(tekst, maat.rondom)} "
    tail = "" if is_last else f" {_tail(tekst, maat.rondom)}"
    return f"{head}{WEGLATING}{tail}"


def _head(tekst: str, most: int) -> str:
    """Return the begin of a text; its first space stays, for it parts two words."""
    part = tekst[:most]
    words = part.rpartition(" ")[0]
    return (words if words.strip() else part).rstrip(" ")


def _tail(tekst: str, most: int) -> str:
    part = tekst[-most:]
    words = part.partition(" ")[2]
    return (words if words.strip() else part).lstrip(" ")
