"""OutputFormat and View: the shape of every format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class View:
    """How the reader looks: the width in columns, and whether colour may be used."""

    width: int = 80
    color: bool = False


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A format: ``render`` takes the result of its kind and a view, and returns text."""

    name: str
    description: str
    render: Callable[[Any, View], str]
