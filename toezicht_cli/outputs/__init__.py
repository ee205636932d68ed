"""Output formats: a package per kind of result, one file per format, found by its name.

A format is pure: a result and a ``View`` in, text out. Writing and colour detection are the CLI's.
"""

import importlib
import pkgutil

from toezicht_cli.outputs.base import OutputFormat


def output_names(kind: str) -> tuple[str, ...]:
    """Return the names of the formats for ``kind`` (``controle``, ``oordeel``), ``tekst`` first."""
    package = importlib.import_module(f"{__name__}.{kind}")
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    return tuple(sorted(names, key=lambda name: (name != "tekst", name)))


def find_output(kind: str, name: str) -> OutputFormat:
    """Return the format ``name`` for ``kind``; only its own module is imported."""
    found = importlib.import_module(f"{__name__}.{kind}.{name}").OUTPUT
    assert isinstance(found, OutputFormat)  # noqa: S101 - a format module without OUTPUT is our fault
    return found
