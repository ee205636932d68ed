"""``toezicht intrekken``: the version no longer counts, and nothing is thrown away."""

from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.cli.vaststelproef import copy_linde, read_all, stel_vast
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.verloop import Versie
from toezicht_cli.services.plek import kadermap_for

DAG = ("--datum", "2026-06-08")


@pytest.fixture
def linde(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return an onderzoek that was vastgesteld."""
    root = copy_linde(tmp_path / "werkmap")
    assert stel_vast(capsys, root).code == 0
    return root


def _versies(root: Path) -> tuple[Versie, ...]:
    return load_dossier(root, kadermap_for(root)).dossier.vaststelling.versies


def test_a_version_is_withdrawn_with_its_reason(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_all(linde)
    found = toezicht(
        capsys, "intrekken", linde, "--reden", "Verkeerde vestiging.", *DAG, "--door", "B. Proef"
    )
    assert found.code == 0, found.err
    (versie,) = _versies(linde)
    assert versie.status == "ingetrokken"
    assert versie.reden == "Verkeerde vestiging. (ingetrokken door B. Proef)"
    assert str(versie.geldig_tot) == "2026-06-08"
    after = read_all(linde)
    assert {name for name in before if before[name] != after[name]} == {"vaststelling.yaml"}
    checked = toezicht(capsys, "controleer", linde)
    assert checked.code == 0
    assert "VST006" in checked.out


def test_a_second_time_there_is_nothing_to_withdraw(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "intrekken", linde, "--reden", "Fout.", *DAG)
    before = read_all(linde)
    assert toezicht(capsys, "intrekken", linde, "--reden", "Fout.", *DAG).code == 2
    assert read_all(linde) == before


def test_a_reason_is_needed_and_a_day_after_the_vaststelling(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(linde)
    without = toezicht(capsys, "intrekken", linde, *DAG)
    assert (without.code, without.out) == (2, "")
    assert "--reden" in without.err
    early = toezicht(capsys, "intrekken", linde, "--reden", "Fout.", "--datum", "2026-05-17")
    assert (early.code, early.out) == (2, "")
    assert read_all(linde) == before


def test_after_it_a_new_version_can_come(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "intrekken", linde, "--reden", "Fout.", *DAG)
    assert stel_vast(capsys, linde).code == 2
    assert stel_vast(capsys, linde, "--herzie", "--reden", "Alsnog goed.").code == 0
    assert [versie.status for versie in _versies(linde)] == ["ingetrokken", "geldend"]
    assert _versies(linde)[0].reden == "Fout."


def test_status_and_a_hertoets_know_that_nothing_counts_any_more(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toezicht(capsys, "intrekken", linde, "--reden", "Verkeerd.", *DAG).code == 0
    status = toezicht(capsys, "status", linde, "--peildatum", "2026-06-09").out
    assert "VERSIE 1 IS INGETROKKEN" in " ".join(status.split())
    assert "Stuur het rapport" not in status
    before = toezicht(capsys, "status", linde, "--peildatum", "2026-06-07").out
    assert "INGETROKKEN" not in before
    done = toezicht(capsys, "hertoets", "nieuw", "linde-2027", "--van", linde, "--norm", "1.1")
    assert (done.code, "geldt geen versie meer" in done.err) == (2, True)
    assert not (linde.parent / "linde-2027").exists()
