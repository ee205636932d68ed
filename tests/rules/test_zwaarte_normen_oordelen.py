"""Controles that weigh more in a later fase: the cases say where they speak, this says how loud."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import RULES, build_dossier
from tests.rules.test_cases import RULE_BY_ID
from toezicht_cli.services.check import check_onderzoeken


@pytest.mark.parametrize(
    ("case", "zwaarte"),
    [
        ("NRM001/fout_tijdens_uitvoering", "let-op"),
        ("NRM001/fout_zonder_bestand", "fout"),
        ("NRM001/fout_leeg_bestand", "fout"),
        ("OOR002/fout_tijdens_uitvoering", "let-op"),
        ("OOR002/fout", "fout"),
        ("OOR007/fout_tijdens_uitvoering", "let-op"),
        ("OOR007/fout", "fout"),
        ("OOR010/fout", "let-op"),
        ("OOR010/fout_definitief", "fout"),
    ],
)
def test_the_fase_decides_how_much_a_finding_weighs(case: str, zwaarte: str, tmp_path: Path) -> None:
    folder = build_dossier(RULES / case, tmp_path / "werkmap")
    result = check_onderzoeken([folder], tmp_path, date(2026, 6, 15), [RULE_BY_ID[case[:6]]])
    assert {found.severity for found in result.diagnostics} == {zwaarte}
