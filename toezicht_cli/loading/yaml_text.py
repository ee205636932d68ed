"""Read YAML as text: every scalar stays a string, every value and key knows where it stands.

libyaml *events* and not its loader: the C loader crashes on deep nesting, and every loader that
resolves types makes 1.1 of ``1.10``. Anchors, aliases, merge keys, tags, duplicate keys and second
documents are refused; an empty plain scalar, ``~`` and ``null`` are absent (None).
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from toezicht_cli.diagnostics import Location, Place, Route, quote

YamlValue = str | None | list["YamlValue"] | dict[str, "YamlValue"]

MAX_DEPTH = 32
MAX_NODES = 50_000
MAX_FAULTS = 20
_ABSENT = frozenset({"", "~", "null"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Control (Cc), format (Cf: bidi, zero width), line and paragraph separators, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """Where a node stands: 1-based line and column, width on its line, and offsets in the text."""

    line: int
    column: int
    width: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault found while reading: the code of the controle, the place and a Dutch message."""

    code: str
    line: int
    column: int
    message: str
    help: str | None = None


class YamlTextError(Exception):
    """The text cannot be used; ``faults`` says where and why."""

    def __init__(self, faults: list[TextFault]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class YamlText:
    """A parsed text with the position of every value and every key."""

    file: str
    text: str
    value: YamlValue
    positions: dict[Route, Position]
    key_positions: dict[Route, Position]

    def find_position(self, place: Place) -> Position:
        """Return the position of ``place``, or of its nearest existing parent."""
        route = place.route
        if place.key and route in self.key_positions:
            return self.key_positions[route]
        while route and route not in self.positions:
            route = route[:-1]
        return self.positions.get(route, Position(1, 1, 1, 0, 0))

    def locate(self, place: Place) -> Location:
        """Return the location of ``place``, or of its nearest existing parent."""
        position = self.find_position(place)
        return Location(self.file, position.line, position.column, position.width)


def parse(text: str, file: str) -> YamlText:
    """Return ``text`` as plain values with positions.

    Raises:
        YamlTextError: the text is no YAML, or uses something that a case may not hold.
    """
    faults = _find_forbidden(text)
    if faults:
        raise YamlTextError(faults)
    reader = _Reader()
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        reader.faults.append(_syntax_fault(error, text))
    except yaml.YAMLError:
        reader.faults.append(TextFault("STR004", 1, 1, "dit bestand is geen leesbare YAML"))
    if reader.faults:
        raise YamlTextError(reader.faults[:MAX_FAULTS])
    return YamlText(file, text, reader.root, reader.positions, reader.key_positions)


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as the reader counts them, without their ends."""
    return _LINE_BREAK.split(text)


def _find_forbidden(text: str) -> list[TextFault]:
    faults = []
    for match in _FORBIDDEN.finditer(text):
        before = split_lines(text[: match.start()])
        message = f"verboden onzichtbaar teken U+{ord(match[0]):04X}"
        faults.append(TextFault("STR003", len(before), len(before[-1]) + 1, message, "haal het teken weg"))
        if len(faults) == MAX_FAULTS:
            break
    return faults


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> TextFault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return TextFault("STR004", line, column, "hier staat een tab: spring in met spaties")
    problem = error.problem or ""
    message = next((dutch for english, dutch in _PROBLEMS if english in problem), "hier klopt de YAML niet")
    return TextFault(
        "STR004",
        line,
        column,
        message,
        "kijk naar het inspringen, de dubbele punt en de aanhalingstekens",
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
    ("found unexpected end of stream", "een aanhalingsteken is niet gesloten"),
    ("did not find expected key", "hier klopt het inspringen niet, of er mist een dubbele punt"),
    ("could not find expected ':'", "hier mist een dubbele punt"),
    ("did not find expected ',' or ']'", "deze lijst is niet gesloten met ]"),
    ("did not find expected ',' or '}'", "deze groep is niet gesloten met }"),
    ("did not find expected '-' indicator", "hier klopt het inspringen van de lijst niet"),
    (
        "unknown escape character",
        "dit teken na een backslash bestaat niet: gebruik enkele aanhalingstekens",
    ),
    ("did not find expected node content", "hier mist een waarde, of een haakje is niet gesloten"),
)


@dataclass(slots=True)
class _Frame:
    container: list[YamlValue] | dict[str, YamlValue]
    route: Route
    key: str | None = None
    expects_key: bool = True
    skip_value: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the events once, with an explicit stack: depth costs no recursion."""

    root: YamlValue = None
    faults: list[TextFault] = field(default_factory=list)
    positions: dict[Route, Position] = field(default_factory=dict)
    key_positions: dict[Route, Position] = field(default_factory=dict)
    stack: list[_Frame] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def read(self, text: str) -> None:
        """Read all events of ``text`` into ``root``."""
        loader = _Loader(text)
        try:
            while (event := loader.get_event()) is not None:
                if not self._take(event):
                    return
        finally:
            loader.dispose()

    def _take(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML has no common typed event
        """Take one event; return False when reading on makes no sense."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            return self._open({}, event)
        elif kind is yaml.SequenceStartEvent:
            return self._open([], event)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self.stack.pop()
        elif kind is yaml.AliasEvent:
            self._fault("STR006", event, "een verwijzing met * mag niet: schrijf de waarde hier uit")
            self._place(None, event)
        elif kind is yaml.DocumentStartEvent:
            return self._start_document(event)
        return self._within_limits(event)

    def _start_document(self, event: Any) -> bool:  # noqa: ANN401 - as above
        self.documents += 1
        if self.documents > 1:
            self._fault("STR007", event, "hier begint een tweede document: één bestand, één document")
        return self.documents == 1

    def _within_limits(self, event: Any) -> bool:  # noqa: ANN401 - as above
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._fault("STR008", event, f"dit bestand heeft meer dan {MAX_NODES} onderdelen")
        return self.nodes <= MAX_NODES

    def _open(self, container: list[YamlValue] | dict[str, YamlValue], event: Any) -> bool:  # noqa: ANN401 - as above
        if len(self.stack) >= MAX_DEPTH:
            self._fault("STR008", event, f"hier zitten meer dan {MAX_DEPTH} lagen in elkaar")
            return False
        self._refuse_decoration(event)
        route = self._place(container, event)
        self.stack.append(_Frame(container, route))
        return True

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        value: str | None = event.value
        if not event.style:
            if value in _ABSENT:
                value = None
        elif event.style == '"' and _FORBIDDEN.search(event.value):
            self._fault("STR003", event, "in deze tekst zit een verboden onzichtbaar teken")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.container) is dict and frame.expects_key:
            self._key(frame, value, event)
        else:
            self._place(value, event)

    def _key(self, frame: _Frame, key: str | None, event: Any) -> None:  # noqa: ANN401 - as above
        frame.expects_key = False
        frame.skip_value = False
        frame.key = key or ""
        route = (*frame.route, frame.key)
        if key is None:
            self._fault("STR004", event, "hier ontbreekt de naam van een veld")
        elif key == "<<" and not event.style:
            self._fault("STR006", event, "samenvoegen met << mag niet: schrijf de velden hier uit")
        elif route in self.key_positions:
            first = self.key_positions[route].line
            message = f"veld {quote(key)} staat hier voor de tweede keer; het stond al op regel {first}"
            self._fault("STR005", event, message)
            frame.skip_value = True
            return
        self.key_positions[route] = _position(event)

    def _place(self, value: YamlValue, event: Any) -> Route:  # noqa: ANN401 - as above
        """Put ``value`` where it belongs and return its route."""
        route: Route = ()
        if not self.stack:
            self.root = value
        else:
            frame = self.stack[-1]
            container = frame.container
            if type(container) is list:
                route = (*frame.route, len(container))
                container.append(value)
            elif frame.expects_key:
                self._fault("STR004", event, "de naam van een veld is tekst, geen lijst of groep")
                frame.expects_key, frame.key, frame.skip_value = False, "", True
                route = (*frame.route, "")
            else:
                route = self._place_in_mapping(frame, value)
        self.positions.setdefault(route, _position(event))
        return route

    @staticmethod
    def _place_in_mapping(frame: _Frame, value: YamlValue) -> Route:
        frame.expects_key = True
        key = frame.key or ""
        if not frame.skip_value and isinstance(frame.container, dict):
            frame.container[key] = value
        return (*frame.route, key)

    def _refuse_decoration(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None:
            self._fault("STR006", event, "een anker met & mag niet: schrijf de waarde uit waar zij nodig is")
        if event.tag is not None:
            self._fault("STR006", event, "een tag met ! mag niet: elke waarde is hier gewoon tekst")

    def _fault(self, code: str, event: Any, message: str) -> None:  # noqa: ANN401 - as above
        mark = event.start_mark
        self.faults.append(TextFault(code, mark.line + 1, mark.column + 1, message))


def _position(event: Any) -> Position:  # noqa: ANN401 - as above
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Position(start.line + 1, start.column + 1, max(width, 1), start.index, end.index)
