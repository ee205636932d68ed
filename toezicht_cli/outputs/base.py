"""OutputFormat and View: the shape of every format."""

from collections.abc import Callable
from typing import Any, NamedTuple


class View(NamedTuple):
    """How the reader looks: the width in columns, and whether colour may be used."""

    width: int = 80
    color: bool = False


class OutputFormat(NamedTuple):
    """A format: ``render`` takes the result of its kind and a view, and returns text."""

    name: str
    description: str
    render: Callable[[Any, View], str]
