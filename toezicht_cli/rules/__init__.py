"""The controles: one file each, found by walking; a package per family.

| family | about |
|---|---|
| str | structure of files and YAML (found while reading; the files here document them) |
| kdr | the kader |
| nrm | coverage of the normen |
| oor | oordelen and tallies, in data and in words |
| brn | bronnen |
| vbp | verbeterpunten |
| cyf | figures |
| trm | dates |
| whr | hoor en wederhoor: the reactions to the concept |
| vst | the vaststelling, and what changed since |
| vrl | the rest of the course: hertoets, handhaving, collegiale toets, what was sent |
| reg | the registers of a werkmap: signalen, meldingen, gesprekken, aanbieders |
| prv | privacy: what points at a person |
| taa | language: what a reader can follow |
| rap | reports against the data (only RAP001 without `rapport --controleer`) |
| int | faults of the tool itself |
"""

import importlib
import pkgutil
from functools import cache

from toezicht_cli.discovery import discover
from toezicht_cli.rules.base import Rule

FAMILIES = (
    "str",
    "kdr",
    "nrm",
    "oor",
    "brn",
    "vbp",
    "cyf",
    "trm",
    "whr",
    "vst",
    "vrl",
    "reg",
    "prv",
    "taa",
    "rap",
    "int",
)
_CODE_LENGTH = 6


def load_rules(families: tuple[str, ...] = FAMILIES) -> tuple[Rule, ...]:
    """Return the controles of ``families``, in the order of their codes within a family.

    Raises:
        ValueError: two controles have one code, which is a fault of ours.
    """
    rules = [
        rule
        for family in families
        for rule in discover(importlib.import_module(f"{__name__}.{family}"), Rule)
    ]
    codes = [rule.id for rule in rules]
    if len(set(codes)) != len(codes):
        raise ValueError("two controles have the same code")
    return tuple(rules)


@cache
def known_codes() -> frozenset[str]:
    """Return the codes of all controles, from the names of their files: nothing is imported for it."""
    folders = [f"{folder}/{family}" for folder in __path__ for family in FAMILIES]
    return frozenset(module.name[:_CODE_LENGTH].upper() for module in pkgutil.iter_modules(folders))
