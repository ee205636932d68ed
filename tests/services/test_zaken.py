"""Reading many onderzoeken: what was kept is never another thing than what is read."""

import multiprocessing
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.werkmapmaker import make_werkmap
from tests.rules.dossiers import RULES, build_dossier
from tests.services.veranderingen import CHANGES, NO_DIFFERENCE, first, make_small_werkmap
from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading import mapkenmerk
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.resources import data_folder
from toezicht_cli.rules import load_rules
from toezicht_cli.services import zaakploeg
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.oordeel import FAMILIES
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.zaakwerker import Opdracht, Werker
from toezicht_cli.services.zaken import Zakenlezing, read_zaken

VOORBEELDEN = data_folder("voorbeelden")
# A werkmap is an example by itself; a case that stands alone is one too.
EXAMPLES = sorted(path for path in VOORBEELDEN.iterdir() if path.is_dir() and not path.name.startswith("nmd"))
CASES = sorted(
    path for code in ("STR", "KDR", "NRM", "OOR") for path in RULES.glob(f"{code}*/*") if path.is_dir()
)


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust a mark at once, as two seconds later, so that only its contents decide."""
    monkeypatch.setattr(mapkenmerk, "_TOO_NEW_NS", -(10**19))


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return a werkmap of six onderzoeken."""
    return make_small_werkmap(tmp_path / "werkmap")


def fresh(root: Path) -> tuple[Zaak, ...]:
    return read_zaken(root, zonder_cache=True).zaken


def kept_and_again(root: Path) -> Zakenlezing:
    """Return a reading in which all must be known, after one that may have read something."""
    read_zaken(root)
    again = read_zaken(root)
    assert (again.gelezen, again.meldingen) == (0, ())
    return again


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_what_is_kept_of_an_example_is_what_is_read(example: Path, tmp_path: Path) -> None:
    root = tmp_path / example.name
    shutil.copytree(example, root)
    assert kept_and_again(root).zaken == fresh(root)


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_what_is_kept_is_what_is_read(change: Callable[[Path], None], werkmap: Path) -> None:
    before = kept_and_again(werkmap).zaken
    change(werkmap)
    now = read_zaken(werkmap).zaken
    assert now == fresh(werkmap)
    assert (now == before) is (change.__name__ in NO_DIFFERENCE)
    assert kept_and_again(werkmap).zaken == now


@pytest.mark.usefixtures("trusting")
def test_a_file_that_was_only_touched_is_not_worked_out_again(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept_and_again(werkmap).zaken
    (first(werkmap) / "onderzoek.yaml").touch()
    monkeypatch.setattr(Werker, "_work_out", None)
    lezing = read_zaken(werkmap)
    assert (lezing.gelezen, lezing.zaken) == (1, before)


def test_what_was_written_just_now_is_never_taken_from_the_store(werkmap: Path) -> None:
    read_zaken(werkmap)
    assert mapkenmerk.mark_folder(str(first(werkmap))) == ""
    assert read_zaken(werkmap).gelezen == 6


@pytest.mark.usefixtures("trusting")
def test_another_version_of_the_tool_reads_all_again(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_and_again(werkmap)
    monkeypatch.setattr("toezicht_cli.__version__", "99.0")
    assert read_zaken(werkmap).gelezen == 6


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_fouten_are_those_of_all_controles_together(case: Path, tmp_path: Path) -> None:
    """Controles that only give tips are left out to save time; that makes no difference."""
    root = build_dossier(case, tmp_path / "werkmap")
    load = load_dossier(root, kadermap_for(root))
    found = check_loaded(load, load_rules(FAMILIES), date.min).diagnostics
    (zaak,) = fresh(tmp_path / "werkmap")
    assert max(sum(item.severity is Severity.ERROR for item in found), zaak.onleesbaar) == zaak.fouten


@pytest.mark.usefixtures("trusting")
def test_two_hundred_onderzoeken_are_read_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zaakploeg, "count_cores", lambda: 2)
    make_werkmap(tmp_path, 200, 3)
    told: list[tuple[int, int]] = []
    lezing = read_zaken(tmp_path, tell=lambda done, total: told.append((done, total)))
    assert [zaak.id for zaak in lezing.zaken] == [f"zaak-{number:05}" for number in range(200)]
    assert (told[0], told[-1], len(told) > 4) == ((0, 200), (200, 200), True)
    assert sum(zaak.fouten for zaak in lezing.zaken) == 0
    monkeypatch.setattr(zaakploeg, "ALLEEN", 1000)
    assert fresh(tmp_path) == lezing.zaken == kept_and_again(tmp_path).zaken


@pytest.mark.usefixtures("trusting")
def test_what_was_read_before_ctrl_c_stays(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zaakploeg, "_LEAST", 2)

    def stop(done: int, _total: int) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_zaken(werkmap, tell=stop)
    lezing = read_zaken(werkmap)
    assert (lezing.gelezen, lezing.zaken) == (2, fresh(werkmap))


def many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let six onderzoeken be read by two processes, two at a time."""
    monkeypatch.setattr(zaakploeg, "ALLEEN", 2)
    monkeypatch.setattr(zaakploeg, "_LEAST", 2)
    monkeypatch.setattr(zaakploeg, "count_cores", lambda: 2)


@pytest.mark.usefixtures("trusting")
def test_after_ctrl_c_no_process_goes_on(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many_processes(monkeypatch)

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_zaken(werkmap, tell=stop)
    assert multiprocessing.active_children() == []
    lezing = read_zaken(werkmap)
    assert (lezing.gelezen < 6, lezing.zaken) == (True, fresh(werkmap))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a started process does not have what the test replaced")
def test_an_onderzoek_that_ends_its_process_is_named_and_the_rest_is_read(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = fresh(werkmap)
    many_processes(monkeypatch)
    read = Werker.read

    def die(self: Werker, opdracht: Opdracht) -> object:
        if opdracht[0].endswith("3"):
            os._exit(9)
        return read(self, opdracht)

    monkeypatch.setattr(Werker, "read", die)
    lezing = read_zaken(werkmap)
    assert [zaak.id for zaak in lezing.zaken if zaak.onleesbaar] == ["zaak-00003"]
    assert [one for one in lezing.zaken if one.id != "zaak-00003"] == [
        one for one in expected if one.id != "zaak-00003"
    ]
    assert ["zaak-00003" in melding for melding in lezing.meldingen] == [True]
    monkeypatch.setattr(Werker, "read", read)
    assert read_zaken(werkmap).zaken == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a started process does not have what the test replaced")
def test_a_process_that_dies_once_costs_nothing(
    werkmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = fresh(werkmap)
    many_processes(monkeypatch)
    read = Werker.read

    def die_once(self: Werker, opdracht: Opdracht) -> object:
        if not (tmp_path / "dood").exists():
            (tmp_path / "dood").touch()
            os._exit(9)
        return read(self, opdracht)

    monkeypatch.setattr(Werker, "read", die_once)
    lezing = read_zaken(werkmap)
    assert (lezing.zaken, lezing.meldingen) == (expected, ())
