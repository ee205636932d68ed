"""Numbers of a register: never one twice, over processes, branches and what was fetched."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import commit, git, init
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registernummers import renumber_entry
from toezicht_cli.services.registersoort import GESPREK, MELDING, SIGNAAL

_WERKMAP = "formaat: 1\norganisatie: Team Voorbeeld\n"
_PROCESSES, _EACH = 4, 8
_MAKER = """
import sys
from pathlib import Path
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registersoort import SIGNAAL
velden = {"datum": "2026-03-03", "bron": "inwoner", "wet": "wmo-2015", "domein": ["kwaliteit"],
          "aard": "veiligheid", "omschrijving": f"Van proces {sys.argv[2]}."}
for _ in range(int(sys.argv[3])):
    print(create_entry(Path(sys.argv[1]), SIGNAAL, velden))
"""
SIGNAALVELDEN: dict[str, YamlValue] = {
    "datum": "2026-03-03",
    "bron": "inwoner",
    "wet": "wmo-2015",
    "domein": ["kwaliteit"],
    "aard": "veiligheid",
    "omschrijving": "De deur sluit niet.",
}


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    folder = tmp_path / "werkmap"
    folder.mkdir()
    (folder / "toezicht.yaml").write_text(_WERKMAP)
    return folder


def make(werkmap: Path, **velden: YamlValue) -> str:
    return create_entry(werkmap, SIGNAAL, SIGNAALVELDEN | velden)


def test_four_processes_never_give_one_number_twice(werkmap: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _MAKER, str(werkmap), str(place), str(_EACH)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for place in range(_PROCESSES)
    ]
    given = [nummer for process in processes for nummer in process.communicate()[0].split()]
    assert [process.returncode for process in processes] == [0] * _PROCESSES
    assert sorted(given) == [f"S-2026-{serial:03}" for serial in range(1, _PROCESSES * _EACH + 1)]
    folder = werkmap / "signalen/2026"
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{nummer}.yaml" for nummer in given)
    for place in range(_PROCESSES):
        texts = [path.read_text() for path in folder.iterdir()]
        assert sum(f"Van proces {place}." in text for text in texts) == _EACH


def test_two_branches_never_get_one_number(werkmap: Path) -> None:
    init(werkmap)
    commit(werkmap)
    git(werkmap, "switch", "-q", "-c", "een")
    assert make(werkmap) == "S-2026-001"
    commit(werkmap)
    git(werkmap, "switch", "-q", "main")
    assert not (werkmap / "signalen").exists()
    git(werkmap, "switch", "-q", "-c", "twee")
    assert make(werkmap) == "S-2026-002"
    commit(werkmap)
    git(werkmap, "merge", "-q", "--no-edit", "een")
    assert make(werkmap) == "S-2026-003"


def test_a_number_that_was_fetched_is_taken_also_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    top = tmp_path / "boven"
    inside = top / "team"
    inside.mkdir(parents=True)
    (inside / "toezicht.yaml").write_text(_WERKMAP)
    init(top)
    commit(top)
    git(tmp_path, "clone", "-q", str(top), "kloon")
    make(inside)
    make(inside)
    commit(top)
    kloon = tmp_path / "kloon/team"
    git(kloon, "fetch", "-q")
    assert make(kloon) == "S-2026-003"


def test_each_year_and_each_register_counts_for_itself(werkmap: Path) -> None:
    melding: dict[str, YamlValue] = {
        "ontvangen_op": "2026-03-03",
        "aard": "calamiteit",
        "wet": "wmo-2015",
        "omschrijving": "Een val.",
    }
    gesprek: dict[str, YamlValue] = {"datum": "2026-03-03", "soort": "overig"}
    assert [make(werkmap), make(werkmap, datum="2025-12-31"), make(werkmap)] == [
        "S-2026-001",
        "S-2025-001",
        "S-2026-002",
    ]
    assert create_entry(werkmap, MELDING, melding) == "M-2026-001"
    assert create_entry(werkmap, GESPREK, gesprek) == "G-2026-001"


def test_a_gap_is_not_filled_and_a_thousandth_goes_on(werkmap: Path) -> None:
    first = make(werkmap)
    folder = werkmap / "signalen/2026"
    (folder / f"{first}.yaml").rename(folder / "S-2026-999.yaml")
    assert make(werkmap) == "S-2026-1000"
    assert make(werkmap) == "S-2026-1001"


def test_hernummer_moves_the_entry_and_what_points_at_it(werkmap: Path) -> None:
    make(werkmap)
    make(werkmap, naar_aanleiding_van=["S-2026-001"])
    follower = werkmap / "signalen/2026/S-2026-002.yaml"
    follower.write_text(f"# blijft, ook S-2026-001 hier\n{follower.read_text()}")
    new, changed = renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert (new, changed) == ("S-2026-003", ("signalen/2026/S-2026-002.yaml",))
    assert not (werkmap / "signalen/2026/S-2026-001.yaml").exists()
    assert "id: S-2026-003\n" in (werkmap / "signalen/2026/S-2026-003.yaml").read_text()
    assert follower.read_text().startswith("# blijft, ook S-2026-001 hier\n")
    assert "S-2026-003" in follower.read_text()


def test_hernummer_of_what_is_not_there_changes_nothing(werkmap: Path) -> None:
    make(werkmap)
    before = (werkmap / "signalen/2026/S-2026-001.yaml").read_text()
    with pytest.raises(ToezichtError):
        renumber_entry(werkmap, SIGNAAL, "S-2026-002")
    assert [path.name for path in (werkmap / "signalen/2026").iterdir()] == ["S-2026-001.yaml"]
    assert (werkmap / "signalen/2026/S-2026-001.yaml").read_text() == before
