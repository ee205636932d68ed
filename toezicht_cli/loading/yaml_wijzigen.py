"""Wijzigen: change one value in a YAML text; comments, order, line ends and all the rest stay.

A route is the way to a value: names of fields and places in lists (from 0). Every result is read again
and compared: it says what was wanted, nothing else, and holds every comment. When that cannot be done
the text stays as it is and the user hears what to do by hand.
"""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy

import yaml

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_boom import Boom, Knoop, find_child, find_index, read_boom
from toezicht_cli.loading.yaml_ingreep import (
    add_field,
    add_item,
    add_to_nothing,
    remove_field,
    replace_child,
)
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, YamlValue, parse
from toezicht_cli.loading.yaml_vorm import write_block, write_field

Weg = tuple[str | int, ...]


class WijzigError(ToezichtError):
    """The text cannot be changed safely; it must be done by hand."""


def set_value(text: str, route: Weg, value: YamlValue, file: str) -> str:
    """Return ``text`` with ``value`` at ``route``; a field that is not there comes at the end of its group.

    Groups on the way that are absent or empty are made. Of a group only the fields that differ change.

    Args:
        text: what the file holds, without byte order mark.
        route: where; not empty. A place in a list must exist.
        value: text, list or group; None makes an empty key.
        file: the name of the file, for errors.

    Raises:
        WijzigError: the text cannot be read, or not be changed safely.
    """
    old = _read(text, file)
    wanted = _with_value(old.value, route, value, file)
    return _check(old, _set(text, route, value, file), wanted)


def append_item(text: str, route: Weg, item: YamlValue, file: str) -> str:
    """Return ``text`` with ``item`` at the end of the list at ``route``, which is made when absent or empty.

    Arguments and errors as ``set_value``.
    """
    old = _read(text, file)
    present = _find(old.value, route)
    if present is not None and not isinstance(present, list):
        raise _unsafe(file)
    items = [*(present or []), item]
    wanted = _with_value(old.value, route, items, file)
    return _check(old, _append(text, route, [item], items, file), wanted)


def remove_key(text: str, route: Weg, file: str) -> str:
    """Return ``text`` without the field at ``route``; its comments stay. Absent: ``text`` itself.

    A group that loses its last field becomes an empty key. Errors as ``set_value``.
    """
    old = _read(text, file)
    parent = _find(old.value, route[:-1])
    key = route[-1]
    if not isinstance(parent, dict) or not isinstance(key, str) or key not in parent:
        return text
    if len(parent) == 1 and route[:-1]:
        return set_value(text, route[:-1], None, file)
    rest: YamlValue = {name: child for name, child in parent.items() if name != key} or None
    wanted = _with_value(old.value, route[:-1], rest, file)
    return _check(old, _remove(text, route, file), wanted)


def _set(text: str, route: Weg, value: YamlValue, file: str) -> str:
    """Make the change in the smallest steps there are."""
    old = _find(_read(text, file).value, route)
    if old == value and _exists(text, route):
        return text
    if isinstance(old, dict) and isinstance(value, dict) and old.keys() & value.keys():
        for key in old.keys() - value.keys():
            text = _remove(text, (*route, key), file)
        for key, child in value.items():
            text = _set(text, (*route, key), child, file)
        return text
    if isinstance(old, list) and isinstance(value, list) and old and len(value) >= len(old):
        for index in range(len(old)):
            text = _set(text, (*route, index), value[index], file)
        return _append(text, route, value[len(old) :], value, file)
    return _place(text, route, value, file)


def _append(text: str, route: Weg, new: list[YamlValue], whole: YamlValue, file: str) -> str:
    """Add the items ``new``; when there is no list yet, put down the ``whole`` of it."""
    node = _node(read_boom(text), route)
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return _place(text, route, whole, file)
    for item in new:
        boom = read_boom(text)
        node = _node(boom, route)
        if isinstance(node, yaml.SequenceNode):
            text = _edit(lambda boom=boom, node=node, item=item: add_item(boom, node, item), file)  # type: ignore[misc]  # mypy cannot type a lambda with defaults
    return text


def _remove(text: str, route: Weg, file: str) -> str:
    boom = read_boom(text)
    node = _node(boom, route[:-1])
    if not isinstance(node, yaml.MappingNode):
        raise _unsafe(file)
    return _edit(lambda: remove_field(boom, node, str(route[-1])), file)


def _place(text: str, route: Weg, value: YamlValue, file: str) -> str:
    """Put ``value`` at ``route`` as a whole, with the groups on the way that are not there yet."""
    boom = read_boom(text)
    known = len(route)
    while known and _is_nothing(_node(boom, route[:known])) and _is_nothing(_node(boom, route[: known - 1])):
        known -= 1
    for step in reversed(route[known:]):
        value = {str(step): value}
    return _edit(lambda: _place_at(boom, route[:known], value), file)


def _place_at(boom: Boom, route: Weg, value: YamlValue) -> str:
    if not route:
        return _place_root(boom, value)
    parent, step = _node(boom, route[:-1]), route[-1]
    if isinstance(parent, yaml.SequenceNode) and isinstance(step, int):
        return replace_child(boom, parent, step, value)
    if isinstance(parent, yaml.MappingNode) and isinstance(step, str):
        if find_child(parent, step) is None:
            return add_field(boom, parent, step, value)
        return replace_child(boom, parent, find_index(parent, step), value)
    raise LookupError(step)


def _place_root(boom: Boom, value: YamlValue) -> str:
    if boom.root is not None and not (isinstance(boom.root, yaml.ScalarNode) and not boom.root.value):
        raise LookupError(value)
    lines: list[str] = []
    if isinstance(value, dict) and value:
        for key, child in value.items():
            lines += write_field(key, child, 0)
    else:
        inline, below = write_block(value, -2)
        lines = [inline.strip(), *below]
    return add_to_nothing(boom, lines)


def _edit(change: Callable[[], str], file: str) -> str:
    """Make a change; whatever it did not expect to find is told as something that is not safe."""
    try:
        return change()
    except (LookupError, ValueError) as error:
        raise _unsafe(file) from error


def _node(boom: Boom, route: Weg) -> Knoop | None:
    node = boom.root
    for step in route:
        if node is None:
            return None
        node = find_child(node, step)
    return node


def _is_nothing(node: Knoop | None) -> bool:
    """Whether a field cannot be added there: nothing stands there, or an empty key, or ``{}``."""
    return not (isinstance(node, yaml.CollectionNode) and node.value)


def _exists(text: str, route: Weg) -> bool:
    return _node(read_boom(text), route) is not None


def _find(value: YamlValue, route: Weg) -> YamlValue:
    """Return what stands at ``route``, None when nothing does."""
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def _with_value(old: YamlValue, route: Weg, value: YamlValue, file: str) -> YamlValue:
    """Return a copy of ``old`` with ``value`` at ``route``: what the new text must say."""
    if not route:
        return deepcopy(value)
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        if not isinstance(old, list) or not 0 <= step < len(old):
            raise _unsafe(file)
        return [*old[:step], _with_value(old[step], rest, value, file), *old[step + 1 :]]
    if old and not isinstance(old, dict):
        raise _unsafe(file)
    known = old if isinstance(old, dict) else {}
    return {**known, step: _with_value(known.get(step), rest, value, file)}


def _read(text: str, file: str) -> YamlText:
    try:
        return parse(text, file)
    except YamlTextError as error:
        fault = error.faults[0]
        place = f"{file}:{fault.location.line}"
        raise WijzigError(f"{place} is niet te lezen: {fault.message}", fault.help) from error


def _check(old: YamlText, new: str, wanted: YamlValue) -> str:
    """Return ``new`` when it says ``wanted`` and holds the comments of ``old``."""
    try:
        parsed = parse(new, old.file)
    except YamlTextError as error:
        raise _unsafe(old.file) from error
    if parsed.value != wanted or _comments(new) != _comments(old.text):
        raise _unsafe(old.file)
    return new


def _comments(text: str) -> Counter[str]:
    boom = read_boom(text)
    return Counter(text[slice(*span)].rstrip() for span in boom.list_comments())


def _unsafe(file: str) -> WijzigError:
    return WijzigError(
        f"{file} is niet veranderd: het kan hier niet met zekerheid goed",
        "pas het bestand zelf aan in een editor, of schrijf het onderdeel met elk veld op een eigen regel",
    )
