"""What libyaml says about broken YAML, told again in Dutch and at the place to look at."""

import re

import yaml

from toezicht_cli.diagnostics import Location
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.tekens import split_lines

_HELP = "kijk naar het inspringen, de dubbele punt en de aanhalingstekens"
_TAB = "hier staat een tab: spring in met spaties"
_QUOTE_ALL = "zo mag een zin niet beginnen: begin met | en zet de zin op de regel eronder"
_UNKNOWN = "hier klopt de YAML niet"
_LINES_ABOVE = 2
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"(?:^|/)(([SMG])-[0-9]{4}-[0-9]{3,6})\.yaml\Z", re.ASCII)
_REGISTERS = {"S": "signaal", "M": "melding", "G": "gesprek"}
# What people type, the place in group 1: hard spaces from Word, no space after a colon,
# a sentence that begins with a bracket, a brace or an @, and one that goes on after its quotes.
_SLIPS = (
    (re.compile(r"^[ \t]*(\u00a0)"), "hier staan vaste spaties uit Word: typ gewone spaties"),
    (re.compile(r"^\s*(?:- )?[a-z_]+(:)[^\s/]"), "na de dubbele punt hoort een spatie"),
    (re.compile(r"^\s*(?:- )?[a-z_]+: (\{cijfer:)"), _QUOTE_ALL),
    (re.compile(r"^\s*(?:- )?[a-z_]+: (\[@[^\]]*\]) \S"), _QUOTE_ALL),
    (re.compile(r"^\s*(?:- )?[a-z_]+: (\"[^\"]*\") \S"), _QUOTE_ALL),
    (re.compile(r"[\[, ](@)[A-Za-z]{1,4}[0-9]{1,4}[\], ]"), "schrijf hier het nummer zonder @"),
)
_PROBLEMS = (
    (
        "mapping values are not allowed",
        "hier mag geen dubbele punt staan: zet de tekst tussen aanhalingstekens",
    ),
    (
        "cannot start any token",
        "een waarde mag niet met dit teken beginnen: zet haar tussen aanhalingstekens",
    ),
    ("found unexpected end of stream", "dit aanhalingsteken is niet gesloten"),
    ("did not find expected key", "hier klopt het inspringen niet, of er mist een dubbele punt"),
    ("could not find expected ':'", "hier mist een dubbele punt"),
    ("did not find expected ',' or ']'", "deze lijst is niet gesloten met ]"),
    ("did not find expected ',' or '}'", "deze groep is niet gesloten met }"),
    ("did not find expected '-' indicator", "hier klopt het inspringen van de lijst niet"),
    ("block sequence entries are not allowed", "een lijst met streepjes begint op een nieuwe regel"),
    ("expected comment or line break", "na | of > begint de tekst op een nieuwe regel"),
    ("document indicator", "hier staat een grens tussen documenten midden in een tekst"),
    ("expected <document start>", "hier staat tekst die nergens bij hoort: kijk naar de regel erboven"),
    ("escape character", "dit teken na een backslash bestaat niet: gebruik enkele aanhalingstekens"),
    ("did not find expected node content", "hier mist een waarde, of een haakje is niet gesloten"),
)


def find_conflict(text: str, file: str) -> Fault | None:
    """Return the fault of a text in which git left two versions, because it could not choose."""
    match = _CONFLICT.search(text)
    if match is None:
        return None
    line = len(split_lines(text[: match.start()]))
    message = "git kon twee versies van dit bestand niet samenvoegen (merge conflict)"
    hulp = "kies wat er moet staan, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
    if entry := _ENTRY.search(file):
        again = f"git merge --abort, en dan toezicht {_REGISTERS[entry[2]]} hernummer {entry[1]}"
        hulp = f"zijn het er twee met hetzelfde nummer, doe dan {again}; anders {hulp}"
    return Fault("STR004", Location(file, line, 1, len(match[0])), message, hulp)


def explain_syntax(error: Exception, text: str, file: str) -> Fault:
    """Return the fault for an error of libyaml; its English text is never shown."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault("STR004", Location(file), _UNKNOWN, _HELP)
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and (mark is None or mark.index >= len(text.rstrip())):
        mark = error.context_mark  # where the quote or bracket opens, not the end of the file
    location = _locate(mark, text, file)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return Fault("STR004", location, _TAB)
    if slip := _find_slip(location, split_lines(text)):
        return slip
    message = next((dutch for english, dutch in _PROBLEMS if english in problem), _UNKNOWN)
    return Fault("STR004", location, message, _HELP)


def _find_slip(location: Location, lines: list[str]) -> Fault | None:
    """Return a fault for a slip that people make, on the line of the error or just above it."""
    for number in range(location.line, max(location.line - _LINES_ABOVE, 1) - 1, -1):
        for pattern, message in _SLIPS:
            if match := pattern.search(lines[number - 1]):
                return Fault("STR004", Location(location.file, number, match.start(1) + 1), message)
    return None


def _locate(mark: yaml.Mark | None, text: str, file: str) -> Location:
    """Return the place of a mark; libyaml may give one on a line after the last."""
    lines = split_lines(text)
    if mark is None:
        return Location(file)
    if mark.line >= len(lines):
        return Location(file, len(lines), len(lines[-1]) + 1)
    return Location(file, mark.line + 1, mark.column + 1)
