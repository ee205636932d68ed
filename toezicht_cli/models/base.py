"""Element and Waarde: what every model is made of, a closed and frozen group of typed values."""

from collections.abc import Callable
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_plain_validator_function


class Element(BaseModel):
    """A mapping in the YAML: unknown keys are refused, and a key without value is absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_absent(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over what it was given
        """Treat a known key without value as if it was not there; an unknown one stays a fault."""
        if isinstance(data, dict) and None in data.values():
            known = cls.model_fields
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


def veld(uitleg: str, default: Any = ..., *, minstens: int | None = None) -> Any:  # noqa: ANN401 - stands for any field type
    """Return a field with its Dutch explanation, shown in the editor; a list may need ``minstens`` items."""
    return Field(default, description=uitleg, min_length=minstens)


class Waarde:
    """Annotate a type with this to have a raw value checked and converted by ``check``, and by that alone.

    pydantic's own ``AfterValidator`` and ``PlainValidator`` look at the signature of the check and at the
    type behind it for every field, which is a good part of the time a command takes to start.

    ``check`` takes what stands in the file and returns the typed value, or raises a
    ``PydanticCustomError`` in Dutch that does not repeat the value. ``schema`` says the same to an editor.
    """

    __slots__ = ("check", "schema")

    def __init__(self, check: Callable[[Any], Any], schema: dict[str, Any]) -> None:
        self.check = check
        self.schema = schema

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema that calls ``check`` and looks no further."""
        return no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the rule for an editor."""
        return dict(self.schema)
