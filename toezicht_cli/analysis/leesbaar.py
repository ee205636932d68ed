"""Leesbaar: the content of a file as lines that read well in a diff: one fact a line, one sentence a line.

What is only layout in YAML gives the same lines: indentation, quotes, the order of fields, where a
paragraph is wrapped, and a field without a value. Anything else that differs gives other lines:

- ``naam: waarde`` is a field with one value, ``naam: [D01, I05]`` one with a list of codes
- ``naam:`` is a text; its sentences follow, deeper; an empty line stands between paragraphs
- ``naam`` is a group of fields, ``bevinding a`` one of a list of groups; the fields follow, deeper
- what could be taken for something else stands between quotes, as in JSON

For ``git diff`` only. It starts twice for every file, so nothing of weight is imported here.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

_STEP = "  "
_EERST = (
    *("formaat", "id", "norm", "locatie", "naam", "titel", "versie", "kader", "soort", "rol", "wat"),
    *("aanduiding", "datum", "aantal", "oordeel", "waarde", "label", "tekst", "vraag"),
)
_RANG = {naam: rang for rang, naam in enumerate(_EERST)}
ENKELVOUD = {
    "bevindingen": "bevinding",
    "bezoeken": "bezoek",
    "bronnen": "bron",
    "categorieen": "categorie",
    "cijfers": "cijfer",
    "criteria": "criterium",
    "gemeenten": "gemeente",
    "normen": "norm",
    "onderzoekers": "onderzoeker",
    "reacties": "reactie",
    "steekproeven": "steekproef",
    "themas": "thema",
    "uitzonderingen": "uitzondering",
    "verbeterpunten": "verbeterpunt",
    "vestigingen": "vestiging",
}
_ENKELE = frozenset(ENKELVOUD.values())
# What git shows behind @@: a field that is a group, an element of a list, and one inside a thema.
KOPREGEL = "\n".join(('^([^ #:"-][^ :]*( [^ :]+)?)$', f"^ +(({'|'.join(sorted(_ENKELE))}) [^ :]+)$"))
_NAAM = re.compile(r"[\w.@-]*\w[\w.@-]*")
_CODE = re.compile(r"(?=.{1,40}\Z)[\w@/-]+(?:\.[\w@/-]+)*")
_GEWOON = re.compile(r"[^\s\"\[{(][^\t]*(?<=\S)|[^\s\"\[{(]")
# A text with one of these may be read by its lines: code, a table, HTML, anything indented.
_GEBOUWD = re.compile(r"[<|]|^[ \t]+\S|^(?:`{3}|~{3})", re.MULTILINE)
# A line that can only be prose: no sign or number that begins a block, no hard break.
_PROZA = re.compile(r"(?![\d_])[\w\"'“‘„({\[][^\n]*(?<!  )(?<!\\)")
# How a definition of a link or a note ends; its name may go on over lines.
_DEFINITIE = "]:"
# A paragraph, and the empty lines before it.
_ALINEA = re.compile(r"(\A|\n(?:[ \t]*\n)+)([^\n]+(?:\n(?=[ \t]*[^ \t\n])[^\n]+)*)")
_ZIN = re.compile(r"(?<=[.!?…]) (?=[A-ZÀ-Þ\[{(“‘\"'])")


def write_leesbaar(velden: Mapping[str, object]) -> list[str]:
    """Return the lines for the fields of a file: str, None, lists and mappings of those."""
    return list(_mapping(velden, ""))


def split_tekst(tekst: str) -> list[str]:
    """Return the lines of a text in Markdown: each sentence one line, "" between paragraphs.

    Only a paragraph of plain prose is joined and cut into sentences. Whatever Markdown may read by its lines
    keeps them: too much in a diff is a nuisance, a change that it hides is worse.
    """
    tekst = tekst.lstrip("\n")
    if _GEBOUWD.search(tekst):  # in code that nothing closes even empty lines at the end are shown
        return tekst.removesuffix("\n").split("\n")
    lines: list[str] = []
    was_proza = True
    for leeg, alinea in _ALINEA.findall(tekst.rstrip("\n")):
        parts = alinea.split("\n")
        is_proza = _DEFINITIE not in alinea and all(_PROZA.fullmatch(part) for part in parts)
        if lines:  # even how many empty lines there are may end a list
            lines += [""] if was_proza and is_proza else [""] * (leeg.count("\n") - 1)
        lines += _ZIN.split(" ".join(part.rstrip(" \t") for part in parts)) if is_proza else parts
        was_proza = is_proza
    return lines or [""]


def _mapping(velden: Mapping[str, object], indent: str) -> Iterator[str]:
    given = ((naam, value) for naam, value in velden.items() if value is not None)
    for naam, value in sorted(given, key=_order):
        if _is_groepen(value):
            yield from _groepen(naam, value, indent)
        else:
            yield from _emit(_key(naam), ":", value, indent)


def _order(veld: tuple[str, object]) -> tuple[bool, int, str]:
    """Order the fields: single values first, so that a line below ``bevinding a`` is about it."""
    naam, value = veld
    is_groot = isinstance(value, Mapping) or _is_groepen(value)
    return (is_groot, _RANG.get(naam, len(_RANG)), naam)


def _is_groepen(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _groepen(naam: str, groepen: object, indent: str) -> Iterator[str]:
    """Yield a list of groups: a heading for each, with its number, and its fields."""
    kop = json.dumps(naam, ensure_ascii=False) if naam in _ENKELE else ENKELVOUD.get(naam, _key(naam))
    for groep in groepen if isinstance(groepen, list) else ():
        nummer = groep.get("id")
        is_code = isinstance(nummer, str) and _CODE.fullmatch(nummer) is not None and nummer != "-"
        velden = {key: value for key, value in groep.items() if key != "id"} if is_code else groep
        yield f"{indent}{kop} {nummer if is_code else '-'}"
        yield from _mapping(velden, indent + _STEP)


def _emit(label: str, colon: str, value: object, indent: str) -> Iterator[str]:
    """Yield the lines of one field (``naam``, with a colon) or of one item of a list (``-``, without)."""
    deeper = indent + _STEP
    if isinstance(value, Mapping) and any(item is not None for item in value.values()):
        yield f"{indent}{label}"
        yield from _mapping(value, deeper)
    elif isinstance(value, list) and value and not _is_codes(value):
        yield f"{indent}{label}"
        for item in value:
            yield from _emit("-", "", item, deeper)
    elif isinstance(value, str) and (lines := _block(value)):
        yield f"{indent}{label}:"
        yield from (f"{deeper}{line}" if line else "" for line in lines)
    else:
        yield f"{indent}{label}{colon} {_one_line(value)}"


def _is_codes(items: Sequence[object]) -> bool:
    return all(isinstance(item, str) and _CODE.fullmatch(item) for item in items)


def _block(tekst: str) -> list[str]:
    """Return the sentences of a text, empty when it fits on the line of its field."""
    if "\r" in tekst:
        return []
    lines = split_tekst(tekst)
    return lines if len(lines) > 1 else []


def _one_line(value: object) -> str:
    if value is None:
        return "(leeg)"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    if isinstance(value, Mapping):
        return "{}"
    tekst = str(value)
    if "\r" not in tekst:
        tekst = split_tekst(tekst)[0]  # _block takes those of more lines
    return tekst if _GEWOON.fullmatch(tekst) and "\r" not in tekst else json.dumps(tekst, ensure_ascii=False)


def _key(naam: str) -> str:
    return naam if _NAAM.fullmatch(naam) else json.dumps(naam, ensure_ascii=False)
