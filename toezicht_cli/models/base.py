"""Element: the base of every model, closed and frozen."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator


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


def veld(uitleg: str, default: Any = ...) -> Any:  # noqa: ANN401 - stands for any field type
    """Return a field with its Dutch explanation, shown in the editor."""
    return Field(default, description=uitleg)
