"""What a check says and where: the values that travel between all layers.

Rules speak of a *place* (a file and a route through its YAML); only when all rules have run is a
place turned into a line and a column. So rules stay pure, and a model needs no positions.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

Route = tuple[str | int, ...]

# A day (2025-01-23) and a range of years (2024-2025) look like long numbers but are no secret.
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = rf"(?<!\d)(?:{_YEAR}-(?:{_MONTH}-{_DAY}|{_YEAR})|{_DAY}([-/.]){_MONTH}\2{_YEAR})(?!\d)"
# The number of an entry of a register (S-2026-1000) is none either.
_ENTRY = r"(?<!\w)[SMG]-\d{4}-\d{3,6}(?!\d)"
_LONG_NUMBER = re.compile(rf"(?P<date>{_DATE}|{_ENTRY})|\d(?:[ .-]?\d){{7,}}")
# Not the file of a norm at a vestiging: bevindingen/1.6@L1.yaml.
_MAIL = re.compile(r"[^\s@<>]{1,64}@(?![A-Z]\d{1,3}\.yaml\b)[^\s@<>]{1,255}\.[a-zA-Z]{2,24}")
# 20260115 in the name of a folder is a day as well.
_DAY_IN_PATH = re.compile(rf"((?<!\d){_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))")
_QUOTED_LENGTH = 100
# Enough for whatever begins in the part that is shown: the longest e-mail address has 344 characters.
_MASKED_LENGTH = 500
_WORD_LENGTH = 100


class ToezichtError(Exception):
    """Something the user can mend; the text is Dutch, ``help`` says what to do. Exit code 2."""

    def __init__(self, message: str, help: str | None = None) -> None:  # noqa: A002 - as in Diagnostic
        super().__init__(message)
        self.help = help


class Severity(StrEnum):
    """How bad a finding is, in the words the user sees."""

    ERROR = "fout"
    WARNING = "let-op"
    INFO = "tip"

    @property
    def rank(self) -> int:
        """Return 0 for the worst severity, 2 for the mildest."""
        return list(Severity).index(self)

    def counted(self, count: int) -> str:
        """Return ``count`` findings of this severity in words: 1 fout, 2 fouten, 3 let-op."""
        plural = {Severity.ERROR: "en", Severity.WARNING: "", Severity.INFO: "s"}[self]
        return f"{count} {self.value}{'' if count == 1 else plural}"


class Place(NamedTuple):
    """A file of the case and a route of keys and 0-based indexes through its YAML.

    With ``key=True`` the key at the end of the route is meant, not its value. A tuple and not a
    dataclass: a check makes tens of thousands.
    """

    file: str
    route: Route = ()
    key: bool = False

    def at(self, *steps: str | int) -> "Place":
        """Return the place ``steps`` deeper."""
        return Place(self.file, self.route + steps)

    def at_key(self, name: str) -> "Place":
        """Return the place of the key ``name`` itself."""
        return Place(self.file, (*self.route, name), key=True)


class Passage(NamedTuple):
    """Some words of a text: offsets in the value, the first and the one after the last."""

    start: int
    end: int


class Violation(NamedTuple):
    """What a rule found: a one-line Dutch message, the place, and what to do about it.

    ``severity`` overrides the severity of the rule, for faults that weigh more in a later fase.
    ``passage`` says which words of the text at ``place`` are meant, for its own line and column.
    """

    message: str
    place: Place
    help: str | None = None
    severity: Severity | None = None
    passage: Passage | None = None


class Location(NamedTuple):
    """A file as shown to the user, with 1-based line and column (code points), and a width."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1


class Diagnostic(NamedTuple):
    """A finding with its location: what every output format renders.

    ``anker`` says where it stands in words that survive the moving of lines: the route through the YAML
    by the names of the elements, or the words of the line. It is masked, and for recognition only: no
    format shows it (see ``analysis/herkenning.py``). ``woorden`` is a hash of the words that are pointed
    at, with the salt of this process: it tells two values apart within one run and says nothing outside it.
    """

    location: Location
    rule_id: str
    severity: Severity
    message: str
    help: str | None = None
    anker: str = ""
    woorden: int = 0

    @property
    def sort_key(self) -> tuple[Location, int, str, str]:
        """Order by file and position, then by severity, code and text."""
        return (self.location, self.severity.rank, self.rule_id, self.message)


class Excused(NamedTuple):
    """A finding that ``uitzonderingen.yaml`` accepts, with the reason given there."""

    diagnostic: Diagnostic
    reason: str


class Controle(NamedTuple):
    """What is told about a controle: its code, name, weight, first version and documentation (Markdown)."""

    code: str
    naam: str
    zwaarte: Severity
    sinds: str
    titel: str
    documentatie: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of a check over one or more onderzoeken.

    ``shown_paths`` gives for each file of a location the path as seen from the working directory;
    ``lines`` holds the source lines that diagnostics point at, keyed on (file, line). ``skipped`` counts
    the controles that could not run because a file that they need could not be read. ``names`` are the
    files that were looked at, and ``controles`` the controles that found something, on their codes.
    ``bekend`` counts the findings that were left out because they are not new. ``onleesbaar``: a file or a
    kader could not be read, so that nobody knows what is wrong behind that.
    """

    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...] = ()
    files: int = 0
    rules: int = 0
    skipped: int = 0
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    shown_paths: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    controles: Mapping[str, Controle] = field(default_factory=dict)
    bekend: int = 0
    onleesbaar: bool = False

    def count(self, severity: Severity) -> int:
        """Return the number of findings of ``severity``, excused ones not counted."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether at least one finding is a fout."""
        return self.count(Severity.ERROR) > 0


def mask(text: str) -> str:
    """Return ``text`` fit for a terminal or a log.

    Control and format characters become ``�``; long numbers (a BSN, a phone number) and e-mail
    addresses become dots of the same length, so that a caret below still points at the right place.
    ISO dates stay: they are what many findings are about.
    """
    cleaned = text if text.isprintable() else "".join(_visible(character) for character in text)
    cleaned = _LONG_NUMBER.sub(lambda match: match["date"] or "•" * len(match[0]), cleaned)
    return _MAIL.sub(lambda match: "•" * len(match[0]), cleaned)


def mask_path(path: str) -> str:
    """Return a path that may be published: masked as any text, but a folder may be called after a day.

    Another program then cannot find the file, and shows a finding in it without its line. That is better
    than a log with a BSN.
    """
    return "".join(part if _DAY_IN_PATH.fullmatch(part) else mask(part) for part in _DAY_IN_PATH.split(path))


def quote(value: str) -> str:
    """Return a word of the user between quotes for a message: masked, on one line, not too long."""
    text = mask(" ".join(value.split())[:_MASKED_LENGTH])
    if len(text) > _QUOTED_LENGTH:
        text = f"{text[: _QUOTED_LENGTH - 1]}…"
    return f"'{text}'"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the one of ``choices`` that looks most like ``word``, None when none does."""
    close = get_close_matches(word[:_WORD_LENGTH], list(choices), n=1, cutoff=0.6)
    return close[0] if close else None


def suggest(word: str, choices: Iterable[str]) -> str | None:
    """Return ``bedoelde je …?`` when one of ``choices`` looks like ``word``, else None."""
    close = nearest(word, choices)
    return f"bedoelde je {close}?" if close else None


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    return "�" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def natural_order(name: str) -> list[tuple[int, int | str]]:
    """Return a key to sort 1.2 before 1.10: numbers in a name count as numbers."""
    parts: list[tuple[int, int | str]] = []
    digits = ""
    for character in f"{name}\0":
        if character.isascii() and character.isdigit():
            digits += character
            continue
        if digits:
            parts.append((0, int(digits)))
            digits = ""
        parts.append((1, character))
    return parts
