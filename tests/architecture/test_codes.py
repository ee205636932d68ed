"""Every code that reading or the check itself reports is a controle with documentation."""

import ast
import re
from pathlib import Path

import pytest

import toezicht_cli
from toezicht_cli.rules import load_rules

PACKAGE = Path(str(toezicht_cli.__file__)).parent
# Everything that may report outside the rules; the rules name their own code in their decorator.
OUTSIDE = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "rules")
CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
RULE_BY_ID = {rule.id: rule for rule in load_rules()}


def _codes(path: Path) -> set[str]:
    """Return the string literals of a module that are a code and nothing else."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if CODE.fullmatch(text)}


REPORTED = {(path.relative_to(PACKAGE).as_posix(), code) for path in OUTSIDE for code in _codes(path)}


@pytest.mark.parametrize(("module", "code"), sorted(REPORTED))
def test_a_reported_code_has_a_rule(module: str, code: str) -> None:
    assert code in RULE_BY_ID, f"{module} reports {code}, which toezicht_cli/rules does not describe"


def test_a_rule_without_a_function_is_reported_somewhere() -> None:
    described = {rule.id for rule in RULE_BY_ID.values() if rule.check is None}
    assert described <= {code for _, code in REPORTED}
    assert len(REPORTED) > 10
