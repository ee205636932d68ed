"""Numbers of a register: never one twice, over processes, branches and what was fetched."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import commit, git, init
from tests.services.registermap import WERKMAP, make, make_werkmap
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registersoort import GESPREK, MELDING

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


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return make_werkmap(tmp_path)


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
    (inside / "toezicht.yaml").write_text(WERKMAP)
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


def test_without_git_it_is_told_why_there_is_no_number(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    init(werkmap)
    monkeypatch.setenv("PATH", "/nergens")
    with pytest.raises(ToezichtError) as caught:
        make(werkmap)
    assert "nummers" in str(caught.value)
    assert caught.value.help == "installeer git en probeer het opnieuw"
    assert not (werkmap / "signalen").exists()
