"""From the type of an output to its schema."""

from typing import Literal, NotRequired, TypedDict

import pytest

from toezicht_cli.analysis.uitvoerschema import schema_of_type


class Deel(TypedDict):
    naam: str
    delen: "list[Deel]"


class Geheel(TypedDict):
    aantal: int
    deel: Deel
    kleur: Literal["rood", "groen"]
    per_jaar: dict[str, float | None]
    extra: NotRequired[list[bool]]


def test_every_type_has_its_schema() -> None:
    assert schema_of_type(Geheel) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "aantal": {"type": "integer"},
            "deel": {"$ref": "#/$defs/Deel"},
            "kleur": {"enum": ["rood", "groen"]},
            "per_jaar": {
                "type": "object",
                "additionalProperties": {"anyOf": [{"type": "number"}, {"type": "null"}]},
            },
            "extra": {"type": "array", "items": {"type": "boolean"}},
        },
        "required": ["aantal", "deel", "kleur", "per_jaar"],
        "$defs": {
            "Deel": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "naam": {"type": "string"},
                    "delen": {"type": "array", "items": {"$ref": "#/$defs/Deel"}},
                },
                "required": ["naam", "delen"],
            }
        },
    }


def test_a_list_at_the_top_is_possible() -> None:
    assert schema_of_type(list[str])["items"] == {"type": "string"}


def test_a_type_without_a_place_in_json_is_our_fault() -> None:
    with pytest.raises(TypeError):
        schema_of_type(set[str])
