"""Velden: walk plain values beside the model that they are meant for, so that each has a type."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, NamedTuple, Union, get_args, get_origin

from toezicht_cli.diagnostics import Route
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.base import Element


class Veld(NamedTuple):
    """A value, where it stands, and its type: a model, ``str``, ``tuple[X, ...]``, ``dict[str, X]``, …"""

    route: Route
    value: YamlValue
    type: object


def walk_velden(value: YamlValue, kind: object, route: Route = ()) -> Iterator[Veld]:
    """Yield ``value`` and all that stands in it, as far as the model ``kind`` knows it; parents first."""
    plain = _bare(kind)
    yield Veld(route, value, plain)
    if isinstance(value, dict):
        for name, child in value.items():
            deeper = _under_key(plain, name)
            if deeper is not None:
                yield from walk_velden(child, deeper, (*route, name))
    elif isinstance(value, list) and get_origin(plain) is tuple:
        for index, child in enumerate(value):
            yield from walk_velden(child, get_args(plain)[0], (*route, index))


def field_order(kind: object) -> tuple[str, ...]:
    """Return the names of the fields in the order of the model, none when ``kind`` is no model."""
    names = tuple(kind.model_fields) if _is_element(kind) else ()  # type: ignore[attr-defined]  # an Element has it
    # A model that builds on another has its own fields last, and the version of a file stands on top of it.
    return tuple(sorted(names, key=lambda name: name != "formaat"))


def _under_key(kind: object, name: str) -> object:
    if _is_element(kind):
        info = kind.model_fields.get(name)  # type: ignore[attr-defined]  # an Element has it
        return info.annotation if info else None
    return get_args(kind)[1] if get_origin(kind) is dict else None


def _is_element(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Element)


def _bare(kind: object) -> object:
    """Return a type without its annotations, and without ``None`` where it is optional."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _bare(get_args(kind)[0])
    if origin in (Union, UnionType):
        parts = [part for part in get_args(kind) if part is not NoneType]
        return _bare(parts[0]) if len(parts) == 1 else kind
    return kind
