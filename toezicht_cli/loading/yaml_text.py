"""Read YAML as text: every scalar stays a string, every value and key knows where it stands.

libyaml *events* and not its loader: the C loader crashes on deep nesting, and every loader that
resolves types makes 1.1 of ``1.10``. Anchors, aliases, merge keys, tags, duplicate keys and second
documents are refused; an empty plain scalar, ``~`` and ``null`` are absent (None).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from toezicht_cli.diagnostics import Location, Place, Route, quote
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.tekens import find_forbidden, find_hidden
from toezicht_cli.loading.yaml_syntax import explain_syntax, find_conflict

YamlValue = str | None | list["YamlValue"] | dict[str, "YamlValue"]

MAX_DEPTH = 32
MAX_NODES = 50_000
MAX_FAULTS = 20
_WORD_DASHES = ("– ", "— ", "• ", "· ")
_CUT_OFF = re.compile(r"\S #")
_ABSENT = frozenset({"", "~", "null"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Position(NamedTuple):
    """Where a node stands: 1-based line and column, width on its line, and offsets in the text."""

    line: int
    column: int
    width: int
    start: int
    end: int


class YamlTextError(Exception):
    """The text cannot be used; ``faults`` says where and why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


class YamlText(NamedTuple):
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
    faults = find_forbidden(text, file)
    if faults:
        raise YamlTextError(faults)
    if conflict := find_conflict(text, file):
        raise YamlTextError([conflict])
    reader = _Reader(file)
    try:
        reader.read(text)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML without libyaml lets Python find that an escape is beyond Unicode.
        reader.faults.append(explain_syntax(error, text, file))
    reader.faults += _find_cut_off(reader, text, file)
    if reader.faults:
        raise YamlTextError(_cut(reader.faults))
    return YamlText(file, text, reader.root, reader.positions, reader.key_positions)


def _cut(faults: list[Fault]) -> list[Fault]:
    """Return the first faults, and one that says how many more there are."""
    if len(faults) <= MAX_FAULTS:
        return faults
    rest = faults[MAX_FAULTS]
    message = f"en nog {len(faults) - MAX_FAULTS} fouten in dit bestand"
    return [*faults[:MAX_FAULTS], Fault(rest.rule_id, rest.location, message, "los eerst de andere op")]


def _find_cut_off(reader: "_Reader", text: str, file: str) -> Iterator[Fault]:
    """Yield a fault for every sentence of which a ``#`` after one space makes the rest a comment.

    Two spaces before a ``#`` are how a comment is written; one space is how a sentence goes on.
    """
    if _CUT_OFF.search(text) is None:
        return
    for position in reader.positions.values():
        value = text[position.start : position.end]
        if " " in value and value[0] not in "\"'|>[{" and _CUT_OFF.match(text, position.end - 1):
            location = Location(file, position.line, position.column, position.width)
            message = "de zin stopt hier, want wat na # komt telt niet mee"
            yield Fault("STR022", location, message, "zet de hele zin tussen aanhalingstekens")


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

    file: str
    root: YamlValue = None
    faults: list[Fault] = field(default_factory=list)
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
        elif event.style == '"' and (hidden := find_hidden(event.value)):
            self._fault("STR003", event, f"in deze tekst zit een verboden onzichtbaar teken: {hidden}")
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
        elif key.startswith(_WORD_DASHES):
            self._fault("STR004", event, "dit is geen gewoon streepje: typ een - van het toetsenbord")
        elif key == "<<" and not event.style:
            self._fault("STR006", event, "samenvoegen met << mag niet: schrijf de velden hier uit")
        elif route in self.key_positions:
            first = self.key_positions[route].line
            message = f"veld {quote(key)} staat hier voor de tweede keer; het stond al op regel {first}"
            self._fault("STR005", event, message)
            self._skip(frame, key)
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
                if type(event) is not yaml.AliasEvent:
                    self._fault("STR004", event, "de naam van een veld is tekst, geen lijst of groep")
                self._skip(frame, "")
                route = (*frame.route, f"{frame.key}?")
            else:
                route = self._place_in_mapping(frame, value)
        self.positions.setdefault(route, _position(event))
        return route

    def _skip(self, frame: _Frame, key: str) -> None:
        """Read past a value whose key was refused, on a route that no key of the user can have."""
        frame.expects_key = False
        frame.skip_value = True
        frame.key = f"{key}\0{self.nodes}"

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
        position = _position(event)
        location = Location(self.file, position.line, position.column, position.width)
        self.faults.append(Fault(code, location, message))


def _position(event: Any) -> Position:  # noqa: ANN401 - as above
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Position(start.line + 1, start.column + 1, max(width, 1), start.index, end.index)
