"""Alineas: put lines of text together again into headings, paragraphs, items and rows.

Where a file has no marks for these (plain text, PDF) the shape of the lines tells: a last line is short,
a heading has no full stop, an item has a bullet. Cutting too often costs a finding, joining too often may
make one, so in doubt a line begins something new.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.loading.rapportlezen.opbouw import clean, remove_invisible
from toezicht_cli.models.rapporttekst import KOLOM, Rapportregel, Regelsoort

_PUNT = re.compile(r"\s{0,40}(?:[-*+•▪●◦‣·–]|[0-9]{1,2}\)|\([0-9a-z]\)|[a-z]\))\s{1,40}(?=\S)")
# "1.2 De cliënt", "Norm 1.2 Plan", "3. Bevindingen"; a range keeps out "18 cliënten" and "2.2 en 2.3".
_GENUMMERD = re.compile(
    r"(?:(?:[Nn]orm|NORM|[Ee]is|EIS|[Tt]hema|[Hh]oofdstuk)\s[0-9A-Z]{1,3}|[0-9]{1,2})(?:[.-][0-9]{1,3}){0,3}"
    r"(?:[.:]?\s{1,20}[\"“„'‘(–-]{0,2}\s?[^\W\d_a-zà-ÿ]|$)"
)
# "1 Met naasten wordt ook de familie bedoeld." stands at the foot of a page.
_VOETNOOT = re.compile(r"[0-9]{1,2}\s")
_KOLOMMEN = re.compile(r"\t+| {3,}(?=\S)|\s\|\s")
# "zie norm\n4.3 is er geen": the number belongs to the word before it.
_VERWIJST = re.compile(r"\b(?:normen|norm|eisen|eis|en|of|paragraaf|artikel|art\.|hoofdstuk|bijlage|t/m|,)$")
_ZINSEINDE = (".", "!", "?", ":", ";", ".”", '."', ".’", "?”")
_GEEN_TITEL = (".", ",", ";", "!", "?")
_SAMENSTELLING = re.compile(r"[^\W\d_a-zà-ÿ]-$")
# A soft hyphen at the end of a line, and the mark for it until the word is whole again.
_AFBREEKTEKEN, _BREUK = "\u00ad", "\ue000"
_BREED = re.compile(r"[^\S\t]{4,}")
_LOSSE_DELEN = ("en ", "of ", "en/of ", "/")
_KORT, _VOL = 0.6, 0.8
_MIN_BREEDTE = 40
_MAX_KOPWOORDEN = 12
# "Toelichting:" is a heading, "De toezichthouder deed dit:" announces a list.
_MAX_MET_DUBBELEPUNT = 3
_MAX_GENUMMERD = 60


class Bronregel(NamedTuple):
    """One line of a file as it stands there, with its place; ``nummer`` when the file has lines."""

    tekst: str
    waar: str
    nummer: int | None = None


def join_lines(lines: Sequence[Bronregel], *, by_shape: bool) -> list[Rapportregel]:
    """Return the headings, paragraphs, items and rows that the lines make.

    Args:
        lines: the lines in order, empty ones too.
        by_shape: also cut where no empty line stands, by the shape of the lines.
    """
    lines = [line._replace(tekst=_prepare(line.tekst)) for line in lines]
    width = _width(lines)
    regels: list[Rapportregel] = []
    current: list[Bronregel] = []
    for line in lines:
        if current and _begins_new(current, line, width if by_shape else None):
            regels.append(_make(current))
            current = []
        if line.tekst.strip():
            current.append(line)
    if current:
        regels.append(_make(current))
    return [regel for regel in regels if regel.tekst]


def _prepare(tekst: str) -> str:
    """Return a line without invisible characters and endless spaces, with a mark where a word is broken."""
    marked = f"{tekst.rstrip()[:-1]}{_BREUK}" if tekst.rstrip().endswith(_AFBREEKTEKEN) else tekst
    return _BREED.sub("   ", remove_invisible(marked))


def drop_double_spacing(lines: Sequence[Bronregel]) -> list[Bronregel]:
    """Return the lines without the empty line that a converter put after every one of them."""
    return [
        line
        for index, line in enumerate(lines)
        if line.tekst.strip() or not (_has_text(lines, index - 1) and _has_text(lines, index + 1))
    ]


def is_double_spaced(lines: Sequence[Bronregel]) -> bool:
    """Whether an empty line stands after most lines, also in the middle of sentences."""
    apart = aaneen = lowercase = 0
    for index, line in enumerate(lines):
        if not line.tekst.strip():
            continue
        if _has_text(lines, index + 1):
            aaneen += 1
        elif _has_text(lines, index + 2):
            apart += 1
            lowercase += lines[index + 2].tekst.lstrip()[0].islower()
    return apart > aaneen and lowercase * 4 > apart


def _has_text(lines: Sequence[Bronregel], index: int) -> bool:
    return 0 <= index < len(lines) and bool(lines[index].tekst.strip())


def _width(lines: Iterable[Bronregel]) -> int:
    lengths = sorted(len(line.tekst.strip()) for line in lines if line.tekst.strip())
    return max(_MIN_BREEDTE, lengths[len(lengths) * 9 // 10]) if lengths else _MIN_BREEDTE


def _begins_new(current: Sequence[Bronregel], line: Bronregel, width: int | None) -> bool:
    """Whether a line is no part of the paragraph before it; without ``width`` only marks count."""
    tekst, before = line.tekst.strip(), current[-1].tekst.strip()
    if not tekst or _PUNT.match(line.tekst) or _is_rij(line.tekst) or _is_rij(current[-1].tekst):
        return True
    if width is None or _VERWIJST.search(before):
        return False
    if _is_genummerd(tekst):
        return True
    if before.endswith(_ZINSEINDE):
        return len(before) < _VOL * width
    return len(before) < _KORT * width and not tekst[0].islower() and not before.endswith("-")


def _is_genummerd(tekst: str) -> bool:
    """Whether a line begins as a numbered heading: ``1.2 De cliënt``, ``Norm 1.2``, ``3. Bevindingen``."""
    return _GENUMMERD.match(tekst) is not None and not tekst.isdigit()


def _is_rij(tekst: str) -> bool:
    return _KOLOMMEN.search(tekst.strip()) is not None


def _make(lines: Sequence[Bronregel]) -> Rapportregel:
    first = lines[0]
    nummers = tuple(line.nummer for line in lines if line.nummer is not None)
    if _is_rij(first.tekst):
        cells = (clean(cell) for cell in _KOLOMMEN.split(first.tekst.strip()))
        return Rapportregel(KOLOM.join(cells), first.waar, "rij", nummers)
    marker = _PUNT.match(first.tekst)
    teksten = [first.tekst[marker.end() :] if marker else first.tekst, *(line.tekst for line in lines[1:])]
    tekst = join_hyphens([clean(tekst) for tekst in teksten])
    return Rapportregel(tekst, first.waar, "punt" if marker else _soort(tekst), nummers)


def _soort(tekst: str) -> Regelsoort:
    """Return ``kop`` for a numbered line and for one short line without a full stop."""
    words = tekst.split()
    if _VOETNOOT.match(tekst) and tekst.endswith("."):
        return "alinea"
    if _is_genummerd(tekst):
        return "kop" if len(words) <= _MAX_GENUMMERD else "alinea"
    most = _MAX_MET_DUBBELEPUNT if tekst.endswith(":") else _MAX_KOPWOORDEN
    is_short = "\n" not in tekst and len(words) <= most
    is_title = (
        any(map(str.isalpha, tekst))
        and not tekst[0].islower()
        and not tekst.rstrip("”’\"'»)").endswith(_GEEN_TITEL)
    )
    return "kop" if is_short and is_title else "alinea"


def join_hyphens(teksten: Sequence[str]) -> str:
    """Return lines under each other, with a word that was cut by a hyphen whole again.

    The rest of the word moves up, so that there are as many lines as there were.
    """
    lines = [tekst for tekst in teksten if tekst]
    for index, (line, following) in enumerate(_pairs(lines)):
        if not line.endswith(_BREUK) and not _is_broken(line, following):
            continue
        head, _, rest = following.partition(" ")
        lines[index] = (line if _SAMENSTELLING.search(line) else line[:-1]) + head
        lines[index + 1] = rest
    return "\n".join(lines).replace(_BREUK, "").rstrip("\n")


def _is_broken(line: str, following: str) -> bool:
    """Whether the hyphen at the end of a line was put there to break a word."""
    return line.endswith("-") and following[:1].islower() and not following.startswith(_LOSSE_DELEN)


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with the next one, as they are by then."""
    for index in range(len(lines) - 1):
        yield lines[index], lines[index + 1]
