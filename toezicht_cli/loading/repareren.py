"""Repareren: mend in the text of a file what can be mended without a choice; all the rest stays as it is.

- **datum**: a Dutch date where the model wants a date becomes the ISO form: ``23-1-2025`` → ``2025-01-23``.
- **aanhalingstekens**: a bare value where the model wants text gets quotes when other programs would
  read it as a number, yes/no, nothing or a date, by YAML 1.1 or 1.2: norm ``1.10`` is 1.1 to them. Where
  the model wants a number, a date or a choice from a list nothing is quoted, nor are names of fields.
- **volgorde**: the fields of a group in the order of the model (``volgorde``). Lists keep theirs.

The result is parsed again and compared: it says what the old text said but for those dates.
"""

import re
from copy import deepcopy
from typing import NamedTuple, get_args

from toezicht_cli.diagnostics import Route, ToezichtError
from toezicht_cli.loading.bewerken import Bewerking, bewerk, find_comments
from toezicht_cli.loading.velden import Veld, walk_velden
from toezicht_cli.loading.volgorde import orden
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, YamlValue, parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum, iso_from_dutch

DATUM = "datum"
AANHALINGSTEKENS = "aanhalingstekens"
VOLGORDE = "volgorde"

# What YAML 1.1 (https://yaml.org/type/) or the core schema of YAML 1.2 does not read as text.
_MISREAD = re.compile(
    r"""
      y | n | yes | no | on | off | true | false | null | ~ | = | <<
    | [-+]? (?: 0b[01_]+ | 0o[0-7]+ | 0x[0-9a-f_]+ )
    | [-+]? (?: [0-9][0-9_]* (?: \.[0-9_]* )? | \.[0-9][0-9_]* ) (?: e[-+]?[0-9]+ )?
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?
    | [-+]? \.inf | \.nan
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?: t | [ \t]+ ) [0-9]{1,2}:[0-9]{2}:[0-9]{2} .{0,20} )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


class RepareerError(ToezichtError):
    """The repaired text would not say what the old one said: a fault of the tool, nothing is written."""

    def __init__(self) -> None:
        super().__init__(
            "niet gerepareerd: de tekst zou iets anders gaan zeggen; dit is een fout in toezicht",
            "meld dit bij de makers, zonder gegevens uit het onderzoek",
        )


class Wijziging(NamedTuple):
    """One repair, at a 1-based line of the file as it was."""

    file: str
    line: int
    soort: str
    oud: str
    nieuw: str


class Mislukt(NamedTuple):
    """A file that could not be repaired, and why."""

    file: str
    message: str
    help: str | None


class Reparatie(NamedTuple):
    """What was repaired, or with ``proef`` what would be; ``files`` counts the files with a repair."""

    wijzigingen: tuple[Wijziging, ...]
    mislukt: tuple[Mislukt, ...] = ()
    proef: bool = False

    @property
    def files(self) -> int:
        """Return in how many files something is repaired."""
        return len({wijziging.file for wijziging in self.wijzigingen})


def repareer_tekst(text: YamlText, model: type[Element]) -> tuple[str, tuple[Wijziging, ...]]:
    """Return the repaired text of a file that should be a ``model``, and what was done.

    Raises:
        RepareerError: our own fault; the file must stay as it is.
    """
    velden = tuple(walk_velden(text.value, model))
    bewerkingen: list[Bewerking] = []
    wijzigingen: list[Wijziging] = []
    datums: dict[Route, str] = {}
    for veld in velden:
        if (found := _repareer_waarde(text, veld)) is None:
            continue
        soort, bewerking = found
        oud = text.text[bewerking.start : bewerking.end]
        bewerkingen.append(bewerking)
        wijzigingen.append(Wijziging(text.file, text.positions[veld.route].line, soort, oud, bewerking.text))
        if soort == DATUM:
            datums[veld.route] = bewerking.text
    repaired = _check(text, bewerk(text.text, bewerkingen), datums)
    ordered, verplaatsingen = orden(repaired, tuple(walk_velden(repaired.value, model)))
    wijzigingen += [
        Wijziging(text.file, moved.line, VOLGORDE, ", ".join(moved.old), ", ".join(moved.new))
        for moved in verplaatsingen
    ]
    return ordered, tuple(sorted(wijzigingen))


def is_misread(value: str) -> bool:
    """Whether another YAML reader may take the bare ``value`` for something else than text."""
    return _MISREAD.fullmatch(value) is not None


def _repareer_waarde(text: YamlText, veld: Veld) -> tuple[str, Bewerking] | None:
    """Return what to do with one value; a value of several lines is left alone."""
    if not isinstance(veld.value, str):
        return None
    position = text.positions[veld.route]
    source = text.text[position.start : position.end]
    if "\n" in source or "\r" in source:
        return None
    if _is_date(veld.type):
        iso = iso_from_dutch(veld.value)
        return (DATUM, Bewerking(position.start, position.end, iso)) if iso else None
    if veld.type is str and source == veld.value and is_misread(source):
        return AANHALINGSTEKENS, Bewerking(position.start, position.end, f'"{source}"')
    return None


def _is_date(kind: object) -> bool:
    return kind is Datum or Datum in get_args(kind)


def _check(old: YamlText, new: str, datums: dict[Route, str]) -> YamlText:
    """Return ``new`` parsed, when it says what ``old`` said but for ``datums``."""
    try:
        parsed = parse(new, old.file)
    except YamlTextError as error:
        raise RepareerError from error
    if parsed.value != _replace(old.value, datums) or find_comments(parsed) != find_comments(old):
        raise RepareerError
    return parsed


def _replace(value: YamlValue, datums: dict[Route, str]) -> YamlValue:
    changed = deepcopy(value)
    for route, iso in datums.items():
        found: YamlValue = changed
        for step in route[:-1]:
            found = found[step]  # type: ignore[index]  # the route was walked before
        found[route[-1]] = iso  # type: ignore[index]  # as above
    return changed
