"""The catalogue keeps its own rules: codes, names, files, documentation."""

import importlib
import re
from pathlib import Path

import pytest

from toezicht_cli import rules as package
from toezicht_cli.discovery import walk_modules
from toezicht_cli.rules import FAMILIES, load_rules
from toezicht_cli.rules.base import Rule

MODULES = [name for name in walk_modules(package) if not name.endswith(".base")]
SECTIONS = ["Waarom", "Fout", "Goed", "Grondslag"]


@pytest.mark.parametrize("name", MODULES, ids=lambda name: name.rpartition(".")[2])
def test_a_module_holds_one_rule_named_after_it(name: str) -> None:
    module = importlib.import_module(name)
    found = [value for value in vars(module).values() if isinstance(value, Rule)]
    assert len(found) == 1
    rule = found[0]
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert not rule.name.startswith(("geen-", "verboden-"))
    stem = f"{rule.id}_{rule.name}".lower().replace("-", "_")
    assert Path(str(module.__file__)).stem == stem
    assert Path(str(module.__file__)).parent.name == rule.id[:3].lower()


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_documentation_has_its_sections_in_order(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", rule.documentation, re.MULTILINE)
    assert [heading for heading in headings if heading != "Let op"] == SECTIONS
    assert rule.title
    assert not rule.title.endswith(".")
    assert not rule.title.startswith("#")


def test_every_family_has_rules() -> None:
    assert {rule.id[:3].lower() for rule in load_rules()} == set(FAMILIES)
