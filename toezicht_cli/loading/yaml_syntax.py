"""What libyaml says about broken YAML, told again in Dutch and at the place to look at."""

import yaml

from toezicht_cli.diagnostics import Location
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.tekens import split_lines

_HELP = "kijk naar het inspringen, de dubbele punt en de aanhalingstekens"
_TAB = "hier staat een tab: spring in met spaties"
_UNKNOWN = "hier klopt de YAML niet"
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
    message = next((dutch for english, dutch in _PROBLEMS if english in problem), _UNKNOWN)
    return Fault("STR004", location, message, _HELP)


def _locate(mark: yaml.Mark | None, text: str, file: str) -> Location:
    """Return the place of a mark; libyaml may give one on a line after the last."""
    lines = split_lines(text)
    if mark is None:
        return Location(file)
    if mark.line >= len(lines):
        return Location(file, len(lines), len(lines[-1]) + 1)
    return Location(file, mark.line + 1, mark.column + 1)
