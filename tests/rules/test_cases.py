"""Every controle against its own folder of cases: exactly the expected findings, no more."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import (
    BASE,
    ONDERZOEK,
    REGISTERS,
    RULES,
    build_dossier,
    build_registers,
    find_named_codes,
    read_expectations,
)
from toezicht_cli.loading.beleidsdossier import load_beleid
from toezicht_cli.loading.registers import load_registers
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import REGISTERCODES, check_loads, check_onderzoeken
from toezicht_cli.services.plek import has_beleid, kadermap_for
from toezicht_cli.services.rapportcontrole import check_rapporten

TODAY = date(2026, 6, 15)
RULE_BY_ID = {rule.id: rule for rule in load_rules()}
CASES = sorted(path for path in RULES.glob("[A-Z][A-Z][A-Z][0-9][0-9][0-9]/*") if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_case_gives_exactly_what_it_expects(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "werkmap"
    try:
        is_register = case.parent.name.startswith("REG")
        folder = (build_registers if is_register else build_dossier)(case, target)
    except OSError:
        if os.name != "nt":
            raise
        pytest.skip("Windows makes no links for an ordinary user")
    expected = read_expectations(target, case)
    codes = {case.parent.name, *find_named_codes(folder)}
    rules = [rule for code, rule in RULE_BY_ID.items() if code in codes]
    if is_register:
        result = check_loads([load_registers(folder, kadermap_for(folder))], target, TODAY, rules)
    elif has_beleid(target / "kaders"):  # an overgang is no part of an onderzoek
        result = check_loads(load_beleid(target / "kaders", kadermap_for(folder)), target, TODAY, rules)
    elif case.parent.name.startswith("RAP"):  # these look at the texts in rapport/
        result = check_rapporten(folder, target, TODAY, [])
    else:
        result = check_onderzoeken([folder], target, TODAY, rules)
    own = {found for found in result.diagnostics if found.rule_id == case.parent.name}
    actual = {(found.location.file, found.location.line, found.rule_id) for found in own}
    assert actual == expected
    assert bool(expected) is case.name.startswith("fout")
    if not expected or not case.parent.name.startswith(("STR", "KDR")):
        assert own == set(result.diagnostics), "the case has faults of reading that are not its subject"


def test_the_base_dossier_is_clean_under_the_whole_catalogue(tmp_path: Path) -> None:
    folder = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    result = check_onderzoeken([folder], tmp_path, TODAY)
    assert result.diagnostics == ()
    assert result.skipped == 0
    assert folder.relative_to(tmp_path / "werkmap").as_posix() == ONDERZOEK


def test_the_base_registers_are_clean_under_all_that_looks_at_them(tmp_path: Path) -> None:
    shutil.copytree(REGISTERS, tmp_path / "werkmap")
    load = load_registers(tmp_path / "werkmap", kadermap_for(tmp_path / "werkmap"))
    rules = [rule for rule in RULE_BY_ID.values() if rule.id.startswith(REGISTERCODES)]
    result = check_loads([load], tmp_path, TODAY, rules)
    assert result.diagnostics == ()
    assert result.skipped == 0
    assert result.files == 8


@pytest.mark.parametrize("rule_id", sorted(RULE_BY_ID))
def test_every_rule_has_a_good_and_a_wrong_case(rule_id: str) -> None:
    if rule_id == "INT001":
        pytest.skip("a crash of a controle cannot be written in a case: tests/services/test_check.py")
    names = {path.name for path in (RULES / rule_id).glob("*")}
    assert any(name.startswith("goed") for name in names)
    assert any(name.startswith("fout") for name in names)
