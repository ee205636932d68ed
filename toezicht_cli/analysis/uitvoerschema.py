"""Uitvoerschema: the JSON Schema of an output, made from the TypedDict that describes it.

pydantic refuses the TypedDict of Python 3.11, and the few types that outputs are made of are soon told.
"""

from types import NoneType, UnionType
from typing import Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints, is_typeddict

from toezicht_cli.analysis.modelschema import DIALECT, Schema

_SIMPLE: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
}
_WRAPPERS: dict[object, Schema] = {
    list: {"type": "array"},
    dict: {"type": "object"},
    Required: {},
    NotRequired: {},
}


def schema_of_type(kind: object) -> Schema:
    """Return the JSON Schema of ``kind``: a TypedDict, or lists, dicts and unions of them.

    Raises:
        TypeError: an output uses a type that has no place in JSON: our own fault.
    """
    definitions: dict[str, Schema] = {}
    schema = _schema(kind, definitions)
    if set(schema) == {"$ref"}:
        schema = definitions.pop(schema["$ref"].rpartition("/")[2])
    whole = {"$schema": DIALECT, **schema}
    return {**whole, "$defs": dict(sorted(definitions.items()))} if definitions else whole


def _schema(kind: object, definitions: dict[str, Schema]) -> Schema:
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if is_typeddict(kind):
        return _reference(kind, definitions)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if origin in _WRAPPERS:
        return {**_WRAPPERS[origin], **_schema_of_content(origin, arguments[-1], definitions)}
    raise TypeError(f"an output cannot hold {kind}")


def _schema_of_content(origin: object, content: object, definitions: dict[str, Schema]) -> Schema:
    """Return the part of the schema that says what ``list[content]``, ``dict[str, content]``, … holds."""
    inner = _schema(content, definitions)
    if origin is list:
        return {"items": inner}
    return {"additionalProperties": inner} if origin is dict else inner


def _reference(kind: object, definitions: dict[str, Schema]) -> Schema:
    """Add the TypedDict ``kind`` to ``definitions`` and return a reference to it."""
    name: str = kind.__name__  # type: ignore[attr-defined]  # a TypedDict is a class
    if name not in definitions:
        definitions[name] = {}  # it may hold itself
        hints = get_type_hints(kind)
        required = [key for key in hints if key in kind.__required_keys__]  # type: ignore[attr-defined]  # as above
        definitions[name] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: _schema(hint, definitions) for key, hint in hints.items()},
            "required": required,
        }
    return {"$ref": f"#/$defs/{name}"}
