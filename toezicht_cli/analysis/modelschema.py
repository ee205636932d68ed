"""Modelschema: the JSON Schema of a file, made from its model, fit for an editor and in Dutch.

What pydantic makes is right but meant for programs: titles from names, English docstrings, ``null`` as
default. And it does not know that here an empty field is the same as no field.
"""

from typing import Any, NamedTuple

from toezicht_cli.models.base import Element

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DROPPED = ("title", "default")
_NULL = {"type": "null"}


class Schemasoort(NamedTuple):
    """A kind that has a schema: a file (``bestanden`` says which, as a glob) or, without, an output."""

    naam: str
    titel: str
    bestanden: str | None


def schema_of_model(model: type[Element]) -> Schema:
    """Return the JSON Schema of a mapping that ``model`` reads, without ``$id`` and ``title``."""
    raw = model.model_json_schema()
    definitions = {name: _group(group) for name, group in sorted(raw.get("$defs", {}).items())}
    schema = {"$schema": DIALECT, **_group(raw)}
    return {**schema, "$defs": definitions} if definitions else schema


def _group(raw: Schema) -> Schema:
    """Return the schema of one element: its English docstring goes, the Dutch of its fields stays."""
    required = raw.get("required", [])
    group: Schema = {"type": "object", "additionalProperties": False}
    group["properties"] = {
        name: _value(field) if name in required else _or_empty(_value(field))
        for name, field in raw["properties"].items()
    }
    return {**group, "required": required} if required else group


def _value(raw: Schema) -> Schema:
    """Return the schema of a value: pydantic's, without what it adds by itself."""
    parts = sorted(raw.items(), key=lambda part: part[0] != "description")
    schema = {name: part for name, part in parts if name not in _DROPPED}
    if "items" in schema:
        schema["items"] = _value(schema["items"])
    if "anyOf" in schema:
        schema["anyOf"] = [_value(option) for option in schema["anyOf"]]
        return _unwrap(schema)
    if schema.get("type") == "object":
        return _map(schema)
    return schema


def _unwrap(schema: Schema) -> Schema:
    """Return the only option beside null, as empty is a matter of the field and not of the value."""
    options = [option for option in schema["anyOf"] if option != _NULL]
    rest = {name: part for name, part in schema.items() if name != "anyOf"}
    return {**rest, **options[0]} if len(options) == 1 else {**rest, "anyOf": options}


def _map(schema: Schema) -> Schema:
    """Return the schema of a mapping with keys of the user's own: a key of another form is refused."""
    if "patternProperties" in schema:
        schema["patternProperties"] = {key: _value(item) for key, item in schema["patternProperties"].items()}
        return {**schema, "additionalProperties": False}
    return {**schema, "additionalProperties": _value(schema["additionalProperties"])}


def _or_empty(schema: Schema) -> Schema:
    """Return ``schema`` widened to a field without a value."""
    if "enum" in schema:
        widened: Schema = {"type": [schema["type"], "null"]} if "type" in schema else {}
        return {**schema, **widened, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], _NULL]}
    if "$ref" in schema or "const" in schema:
        rest = {name: part for name, part in schema.items() if name in ("description", "examples")}
        inner = {name: part for name, part in schema.items() if name not in rest}
        return {**rest, "anyOf": [inner, _NULL]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}
