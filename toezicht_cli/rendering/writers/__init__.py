"""Writers: one file per format of a document, with ``WRITER = Writer(…)``, found by its name."""

import importlib
import pkgutil

from toezicht_cli.rendering.writers.base import Writer

_SHARED = ("base",)


def writer_names() -> tuple[str, ...]:
    """Return the names of the formats, in order."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(name for name in names if name not in _SHARED))


def find_writer(name: str) -> Writer:
    """Return the writer ``name``; only its own module is imported."""
    found = importlib.import_module(f"{__name__}.{name}").WRITER
    assert isinstance(found, Writer)  # noqa: S101 - a writer module without WRITER is our fault
    return found
