"""Find values (controles, output formats) by walking the modules of a package: no list to edit."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

Value = TypeVar("Value")


def walk_modules(package: ModuleType) -> Iterator[str]:
    """Yield the full names of the modules in ``package`` and its packages, in order of name."""
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        name = f"{package.__name__}.{module.name}"
        if module.ispkg:
            yield from walk_modules(importlib.import_module(name))
        else:
            yield name


def discover(package: ModuleType, kind: type[Value]) -> tuple[Value, ...]:
    """Import every module of ``package`` and return the module-level values of type ``kind``."""
    found: list[Value] = []
    for name in walk_modules(package):
        module = importlib.import_module(name)
        found += [value for value in vars(module).values() if isinstance(value, kind)]
    return tuple(found)
