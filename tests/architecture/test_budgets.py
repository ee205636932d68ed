"""What ruff does not measure: the length of functions and of modules, in lines."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import toezicht_cli

MAX_FUNCTION = 40
MAX_MODULE = 300
PACKAGE = Path(str(toezicht_cli.__file__)).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines from ``def`` to the end, decorators left out, docstring counted."""
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_and_its_functions_are_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    long = {item.name: _length(item) for item in _functions(ast.parse(text)) if _length(item) > MAX_FUNCTION}
    assert long == {}
    assert len(text.splitlines()) <= MAX_MODULE


def test_the_budgets_measure_something() -> None:
    source = "def short():\n    pass\n\n\nasync def long():\n" + "    pass\n" * MAX_FUNCTION
    assert [_length(item) for item in _functions(ast.parse(source))] == [2, MAX_FUNCTION + 1]
    assert len(MODULES) > 50
