"""Leeszinnen: the sentences of a Markdown text, each with its offsets, and how long they are.

In doubt a sentence is cut: a cut too many costs a tip about a long sentence and never makes a false
one. Words that are not the writer's own (a blockquote) or are no sentences (tables, code) are left out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.diagnostics import Passage

# Marks before the text of a line: a heading, an item of a list, a footnote. Kept as text, as is what is
# only asked of a long sentence: compiling takes time.
_MERK = r"[ \t]{0,20}(?:(#{1,6}[ \t]|[-*+•][ \t]|\[\^[^\[\]\s]{1,40}\]:)|([0-9]{1,9})[.)][ \t])?"
_NIET_GETELD = r"\[[@^][^\[\]\n]{1,300}\]|(?<=\])\([^()\s]{1,300}\)"
_CITAAT = r'"[^"]{1,1000}"|[“„][^“”„]{1,1000}”'
# The mark, what closes behind it, its bronnen, and the first sign of what follows.
_EINDE = re.compile(
    r"[.!?…]{1,9}+[\"'”’»)*_]{0,9}+(?:[ \t]{0,3}\[[@^][^\[\]\n]{1,300}\]){0,20}+"
    r"(?=\s{1,200}(['’‘][stn] )?[\"'“‘„«(*_]{0,9}(\S))"
)
_OPENING = "([\"'“‘„«*_/"
# A full stop behind one of these never ends a sentence; behind "enz." or "e.d." a capital decides.
_AFKORTINGEN = frozenset(
    (
        *("aant", "afb", "afd", "alg", "art", "artt", "bijv", "bijz", "blz", "bvb", "ca", "dhr", "dr", "drs"),
        *("evt", "excl", "fig", "gem", "hfst", "incl", "ing", "ir", "jhr", "max", "mevr", "mr", "mw", "nr"),
        *("nrs", "ong", "p", "par", "pag", "pp", "prof", "resp", "tel", "vgl", "vlg", "vnl", "zgn"),
    )
)
_SOMS_EINDE = frozenset({"a.u.b", "e.a", "e.d", "e.v", "i.d", "m.a.w", "o.i.d"})
_GEEN_TEKST = "-=*_|:> \t"
_EERSTE_TEKENS = frozenset(("", *"#>`~=_*+•-[0123456789"))
_TUSSENTEKENS = ("|", "  \n", "\\\n", "\r")
_LONGSTE = 20  # no abbreviation in the list is longer


class _Blok(NamedTuple):
    """A paragraph, item or heading as far as it was read."""

    start: int
    end: int
    is_lijst: bool


def find_zinnen(tekst: str) -> tuple[Passage, ...]:
    """Return where each sentence of a text stands; an item of a list and a heading are sentences."""
    return tuple(zin for blok in _find_blokken(tekst) for zin in _split_blok(tekst, blok))


def count_woorden(zin: str) -> int:
    """Return the number of words; citations count for nothing, words between quotes for one."""
    own = re.sub(_CITAAT, "citaat", re.sub(_NIET_GETELD, "", zin))
    return sum(1 for word in own.split() if any(sign.isalnum() for sign in word))


def find_lange_zinnen(tekst: str, meest: int) -> Iterator[tuple[Passage, int]]:
    """Yield the sentences of more than ``meest`` words, with their number of words."""
    if len(tekst.split()) <= meest:
        return
    for zin in find_zinnen(tekst):
        part = tekst[zin.start : zin.end]
        if len(part.split()) > meest and (aantal := count_woorden(part)) > meest:
            yield zin, aantal


def _find_blokken(tekst: str) -> Iterator[Passage]:
    """Yield every paragraph, item and heading, without the marks before it."""
    if not _is_bijzonder(tekst):
        yield Passage(0, len(tekst))
        return
    blok: _Blok | None = None
    position = 0
    is_code = False
    for line in tekst.splitlines(keepends=True):
        inhoud = line.rstrip()
        is_hek = inhoud.lstrip()[:3] in {"```", "~~~"}
        is_tekst = not (is_code or is_hek or _is_overgeslagen(inhoud))
        is_code ^= is_hek
        merk = _read_merk(inhoud, in_alinea=blok is not None and not blok.is_lijst) if is_tekst else 0
        if blok is not None and (merk or not is_tekst):
            yield Passage(blok.start, blok.end)
            blok = None
        if is_tekst:
            blok = _Blok(
                blok.start if blok else position + merk,
                position + len(inhoud),
                blok.is_lijst if blok else bool(merk),
            )
            if _is_laatste_regel(line):
                yield Passage(blok.start, blok.end)
                blok = None
        position += len(line)
    if blok is not None:
        yield Passage(blok.start, blok.end)


def _is_bijzonder(tekst: str) -> bool:
    """Whether a text may be more than one paragraph: most are not, and need no reading by line."""
    return any(sign in tekst for sign in _TUSSENTEKENS) or any(
        line.lstrip()[:1] in _EERSTE_TEKENS for line in tekst.splitlines()
    )


def _is_overgeslagen(inhoud: str) -> bool:
    """Whether a line is empty, a rule, a row of a table or a quotation."""
    return "|" in inhoud or inhoud.lstrip().startswith(">") or not inhoud.strip(_GEEN_TEKST)


def _read_merk(inhoud: str, *, in_alinea: bool) -> int:
    """Return how long the mark at the start of a line is; within a paragraph a number is no mark."""
    merk = re.match(_MERK, inhoud)
    return merk.end() if merk and (merk[1] or (merk[2] and not in_alinea)) else 0


def _is_laatste_regel(line: str) -> bool:
    """Whether a line is a heading or ends with a break that the writer put there."""
    return line.lstrip().startswith("#") or line.rstrip("\r\n").endswith(("  ", "\\"))


def _split_blok(tekst: str, blok: Passage) -> Iterator[Passage]:
    start = blok.start
    for match in _EINDE.finditer(tekst, blok.start, blok.end):
        if _is_einde(match):
            yield from _trim(tekst, start, match.end())
            start = match.end()
    yield from _trim(tekst, start, blok.end)


def _is_einde(match: re.Match[str]) -> bool:
    """Whether the mark that was found ends a sentence: by the sign after it and the word before."""
    if match[2].islower() and not match[1]:
        return False
    if match[0][0] != "." or match[0][:2] == "..":
        return True
    before = match.string[max(match.start() - _LONGSTE, match.pos) : match.start()].split()
    woord = before[-1].lstrip(_OPENING).lower() if before else ""
    if woord in _SOMS_EINDE:
        return True
    return woord not in _AFKORTINGEN and not _is_letters_met_punten(woord)


def _is_letters_met_punten(woord: str) -> bool:
    """Whether a word is one as "d.w.z": letters, each with a full stop between."""
    return "." in woord and all(len(deel) == 1 and deel.isalpha() for deel in woord.split("."))


def _trim(tekst: str, start: int, end: int) -> Iterator[Passage]:
    """Yield the passage without white space around it, when anything is left."""
    part = tekst[start:end]
    begin = start + len(part) - len(part.lstrip())
    if begin < end:
        yield Passage(begin, start + len(part.rstrip()))
