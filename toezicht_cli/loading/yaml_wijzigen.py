"""Wijzigen: change one value in a YAML text, and leave every other byte as it is.

The old value is found by its position and only its characters are replaced; what is new is written in the
style of what stands around it. The result is parsed again: it must say what was wanted and hold every
comment that was there, or nothing is changed. ``None`` as a value empties a key, which makes it absent.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import cast

from toezicht_cli.diagnostics import Route, ToezichtError
from toezicht_cli.loading.bewerken import Bewerking, bewerk, end_of_value, find_comments, is_in_flow
from toezicht_cli.loading.yaml_blok import newline_of, write_block, write_flow, write_item
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, YamlValue, parse

_STEP = 2


class WijzigError(ToezichtError):
    """The text cannot be changed safely; it must be done by hand."""


class _UnfitError(Exception):
    """What is asked cannot be written in the place where it must come."""


def set_value(text: str, route: Route, value: YamlValue, file: str) -> str:
    """Return ``text`` with ``value`` at ``route``; groups on the way that are not there yet are made.

    Args:
        text: the whole content of a YAML file, without byte order mark.
        route: the keys and list indexes that lead to the value.
        value: text, None (an empty key), or a list or group of the same.
        file: what the file is called in a message.

    Raises:
        WijzigError: the text is no sound YAML, or it cannot be changed without changing more.
    """
    old = _parse(text, file)
    wanted = _with_value(old.value, route, value)
    return _checked(old, wanted, lambda: _set(old, route, value))


def append_item(text: str, route: Route, item: YamlValue, file: str) -> str:
    """Return ``text`` with ``item`` at the end of the list at ``route``, which is made when it is absent.

    Arguments and errors as ``set_value``.
    """
    old = _parse(text, file)
    found = _find(old.value, route)
    if found is None:
        return set_value(text, route, [item], file)
    if not isinstance(found, list):
        raise _refusal(file)
    wanted = _with_value(old.value, route, [*found, item])
    return _checked(old, wanted, lambda: _append(old, route, found, item))


def _parse(text: str, file: str) -> YamlText:
    try:
        return parse(text, file)
    except YamlTextError as error:
        location = error.faults[0].location
        message = f"{location.file}:{location.line}:{location.column}: {error.faults[0].message}"
        raise WijzigError(message, "herstel dit eerst; er is niets veranderd") from error


def _checked(old: YamlText, wanted: YamlValue, change: Callable[[], str]) -> str:
    """Return the changed text when it says what is wanted and lost no comment."""
    try:
        new = change()
        if not new.endswith("\n"):  # a text of several lines would lose its last line end
            new += newline_of(new)
        parsed = parse(new, old.file)
    except (YamlTextError, _UnfitError) as error:
        raise _refusal(old.file) from error
    if parsed.value != wanted or find_comments(parsed) != find_comments(old):
        raise _refusal(old.file)
    return new


def _refusal(file: str) -> WijzigError:
    return WijzigError(
        f"{file} is niet veilig aan te passen zoals het nu geschreven is: er is niets veranderd",
        "pas het met de hand aan, of schrijf lijsten en groepen met een regel per onderdeel",
    )


def _find(value: YamlValue, route: Route) -> YamlValue:
    """Return what stands at ``route``, None when there is nothing."""
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _with_value(value: YamlValue, route: Route, new: YamlValue) -> YamlValue:
    """Return a copy of ``value`` with ``new`` at ``route``."""
    if not route:
        return new
    step, rest = route[0], route[1:]
    copied = deepcopy(value)
    if isinstance(step, int):
        items = cast("list[YamlValue]", copied)
        items[step] = _with_value(items[step], rest, new)
        return items
    group = copied if isinstance(copied, dict) else {}
    group[step] = _with_value(group.get(step), rest, new)
    return group


def _set(text: YamlText, route: Route, value: YamlValue) -> str:
    if route in text.key_positions:
        return _replace_at_key(text, route, value)
    if route in text.positions and route:
        position = text.positions[route]
        end = end_of_value(text, route)
        new = write_flow(value) if not isinstance(value, dict | list) else None
        if new is None:
            raise _UnfitError
        return bewerk(text.text, [Bewerking(position.start, end, new)])
    return _add_key(text, route, value)


def _replace_at_key(text: YamlText, route: Route, value: YamlValue) -> str:
    """Replace all that stands behind the colon of a key that is there."""
    key = text.key_positions[route]
    colon = text.text.index(":", key.end) + 1
    end = max(colon, end_of_value(text, route))
    if is_in_flow(text, route[:-1]):
        written = "" if value is None else write_flow(value)
        if written is None:
            raise _UnfitError
        return bewerk(text.text, [Bewerking(colon, end, f" {written}" if written else "")])
    new = write_block(value, key.column - 1, newline_of(text.text))
    rest = text.text[end : _line_end(text.text, end)]
    if rest.startswith(" #") and "\n" not in new:  # one space before # reads as a cut-off sentence
        new += " "
    if "\n" in new and rest.strip():
        return _behind_comment(text, colon, end, new)
    return bewerk(text.text, [Bewerking(colon, end, new)])


def _behind_comment(text: YamlText, colon: int, end: int, new: str) -> str:
    """Put lines of their own after the comment that stands behind the key; only for an absent value."""
    if end != colon:
        raise _UnfitError
    line_end = _line_end(text.text, end)
    first, _, rest = new.partition(newline_of(text.text))
    if first.strip():  # the sign of a block of text has to stand on the line of the key
        raise _UnfitError
    return bewerk(text.text, [Bewerking(line_end, line_end, newline_of(text.text) + rest)])


def _add_key(text: YamlText, route: Route, value: YamlValue) -> str:
    parent, key = route[:-1], route[-1]
    group = _find(text.value, parent)
    if group is None and parent:
        return _set(text, parent, {str(key): value})
    if group is None:
        return _add_lines(
            text, len(text.text.rstrip()), write_block({str(key): value}, -_STEP, newline_of(text.text))
        )
    if not (isinstance(group, dict) and isinstance(key, str)):
        raise _UnfitError
    if is_in_flow(text, parent):
        written = write_flow({key: value})
        if written is None:
            raise _UnfitError
        return _add_in_flow(text, parent, written[1:-1])
    first = text.key_positions[(*parent, next(iter(group)))]
    indent = first.column - 1
    new = write_block({key: value}, indent - _STEP, newline_of(text.text))
    return _add_lines(text, end_of_value(text, parent), new)


def _append(text: YamlText, route: Route, items: list[YamlValue], item: YamlValue) -> str:
    if is_in_flow(text, route):
        written = write_flow(item)
        if written is None:
            raise _UnfitError
        return _add_in_flow(text, route, written)
    start = text.positions[(*route, 0)].start
    line_start = text.text.rfind("\n", 0, start) + 1
    dash = text.text.index("-", line_start)
    indent = dash - line_start
    if text.text[line_start:dash].strip():  # a list in a list: "- - a"
        raise _UnfitError
    last = text.positions[(*route, len(items) - 1)]
    is_flow = text.text[last.start : last.start + 1] == "{"
    written = write_flow(item) if is_flow else None
    newline = newline_of(text.text)
    new = f"{newline}{' ' * indent}- {written}" if written else write_item(item, indent, newline)
    return _add_lines(text, end_of_value(text, (*route, len(items) - 1)), new)


def _add_lines(text: YamlText, offset: int, new: str) -> str:
    """Put ``new``, which begins with a line end, after the line in which ``offset`` is."""
    end = _line_end(text.text, offset)
    if not text.text[:end].strip():
        new = new.removeprefix(newline_of(text.text))
        return text.text[:end] + new + (text.text[end:] or newline_of(text.text))
    return bewerk(text.text, [Bewerking(end, end, new)])


def _add_in_flow(text: YamlText, route: Route, new: str) -> str:
    """Put ``new`` behind the last part of a list or group between brackets."""
    found = _find(text.value, route)
    if not found:
        at = text.positions[route].start + 1
        return bewerk(text.text, [Bewerking(at, at, new)])
    last = next(reversed(found)) if isinstance(found, dict) else len(found) - 1
    at = end_of_value(text, (*route, last))
    return bewerk(text.text, [Bewerking(at, at, f", {new}")])


def _line_end(text: str, offset: int) -> int:
    """Return where the line of ``offset`` ends, before its line end."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return end - 1 if end > offset and text[end - 1 : end] == "\r" else end
