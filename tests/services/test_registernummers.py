"""Numbers of a register: never one twice, over processes, branches and what was fetched."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import commit, git, init
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.services import registernummers
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registernummers import renumber_entry
from toezicht_cli.services.registersoort import GESPREK, MELDING, SIGNAAL

_WERKMAP = "formaat: 1\norganisatie: Team Voorbeeld\n"
_SECOND = "signalen/2026/S-2026-002.yaml"
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
    done = renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert done == ("S-2026-003", (_SECOND,), (f"{_SECOND}:1",))
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


def _files(werkmap: Path) -> dict[str, bytes]:
    return {
        path.relative_to(werkmap).as_posix(): path.read_bytes()
        for path in sorted(werkmap.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def _follow(werkmap: Path) -> None:
    make(werkmap)
    make(werkmap, naar_aanleiding_van=["S-2026-001"])


BAD: dict[str, tuple[str, bytes]] = {
    "broken register": ("meldingen/2026/M-2026-001.yaml", b'formaat: 1\nomschrijving: "S-2026-001\n'),
    "other letters": ("meldingen/2026/M-2026-001.yaml", b"omschrijving: S-2026-001 en caf\xe9\n"),
    "two bytes a letter": ("meldingen/2026/M-2026-001.yaml", "doublure_van: S-2026-001\n".encode("utf-16")),
    "broken onderzoek": ("onderzoeken/a/onderzoek.yaml", b"naar_aanleiding_van: [S-2026-001\n"),
}


@pytest.mark.parametrize("naam", BAD)
def test_hernummer_refuses_before_it_writes_when_a_file_cannot_be_read(werkmap: Path, naam: str) -> None:
    _follow(werkmap)
    file, content = BAD[naam]
    (werkmap / file).parent.mkdir(parents=True)
    (werkmap / file).write_bytes(content)
    before = _files(werkmap)
    with pytest.raises(ToezichtError) as caught:
        renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert file in str(caught.value)
    assert "controleer" in str(caught.value.help)
    assert _files(werkmap) == before


def test_hernummer_refuses_before_it_writes_when_a_file_is_a_link(werkmap: Path) -> None:
    _follow(werkmap)
    (werkmap / "signalen/2026/S-2026-000.yaml").symlink_to(werkmap / _SECOND)
    before = _files(werkmap)
    with pytest.raises(ToezichtError) as caught:
        renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert "S-2026-000" in str(caught.value)
    assert _files(werkmap) == before


def test_hernummer_refuses_before_it_writes_when_a_file_may_not_change(werkmap: Path) -> None:
    _follow(werkmap)
    (werkmap / _SECOND).chmod(0o444)
    before = _files(werkmap)
    with pytest.raises(ToezichtError):
        renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert _files(werkmap) == before


def test_hernummer_passes_over_a_bad_file_that_does_not_name_the_number(werkmap: Path) -> None:
    _follow(werkmap)
    (werkmap / "aanbieders").mkdir()
    (werkmap / "aanbieders/oud.yaml").write_bytes(b"naam: caf\xe9\n")
    assert renumber_entry(werkmap, SIGNAAL, "S-2026-001").nummer == "S-2026-003"


def test_hernummer_changes_an_onderzoek_that_has_a_fault(werkmap: Path) -> None:
    _follow(werkmap)
    onderzoek = werkmap / "onderzoeken/a/onderzoek.yaml"
    onderzoek.parent.mkdir(parents=True)
    onderzoek.write_text("fase: bestaatniet\nnaar_aanleiding_van: [S-2026-001]\n")
    done = renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert done.aangepast == (_SECOND, "onderzoeken/a/onderzoek.yaml")
    assert onderzoek.read_text() == "fase: bestaatniet\nnaar_aanleiding_van: [S-2026-003]\n"


def test_hernummer_names_the_lines_where_the_old_number_stands_in_words(werkmap: Path) -> None:
    make(werkmap)
    make(werkmap, omschrijving="Zie S-2026-001, niet S-2026-0011.")
    make(werkmap, omschrijving="Zie S-2026-0011.")
    (werkmap / "uitzonderingen.yaml").write_text("a:\n  - bestand: signalen/2026/S-2026-001.yaml\n")
    done = renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert done.in_tekst == (f"{_SECOND}:8", "uitzonderingen.yaml:2")


def test_hernummer_leaves_an_entry_that_is_equal(werkmap: Path) -> None:
    make(werkmap)
    make(werkmap)
    assert renumber_entry(werkmap, SIGNAAL, "S-2026-001").nummer == "S-2026-003"
    names = [path.name for path in sorted((werkmap / "signalen/2026").iterdir())]
    assert names == ["S-2026-002.yaml", "S-2026-003.yaml"]


@pytest.mark.parametrize("step", ["_rewrite", "_remove", "edit_file"])
def test_hernummer_that_was_stopped_can_be_seen_and_goes_on(
    werkmap: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _follow(werkmap)
    (werkmap / "voor").write_bytes((werkmap / "signalen/2026/S-2026-001.yaml").read_bytes())

    def stop(*_: object) -> None:
        raise ToezichtError("de schijf is vol")

    with monkeypatch.context() as patch:
        patch.setattr(registernummers, step, stop)
        with pytest.raises(ToezichtError) as caught:
            renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert "S-2026-003 is al gemaakt" in str(caught.value)
    assert "S-2026-001" in (werkmap / "signalen/2026/S-2026-003.yaml").read_text().splitlines()[0]
    assert renumber_entry(werkmap, SIGNAAL, "S-2026-001").nummer == "S-2026-003"
    names = [path.name for path in sorted((werkmap / "signalen/2026").iterdir())]
    assert names == ["S-2026-002.yaml", "S-2026-003.yaml"]
    wanted = (werkmap / "voor").read_text().replace("S-2026-001", "S-2026-003")
    assert (werkmap / "signalen/2026/S-2026-003.yaml").read_text() == wanted
    assert "[S-2026-003]\n" in (werkmap / _SECOND).read_text()


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


def test_two_with_one_number_are_told_apart_after_the_merge_is_undone(tmp_path: Path, werkmap: Path) -> None:
    init(werkmap)
    commit(werkmap)
    git(tmp_path, "clone", "-q", str(werkmap), "kloon")
    kloon = tmp_path / "kloon"
    make(werkmap)
    commit(werkmap)
    make(kloon, omschrijving="De bel doet het niet.")
    make(kloon, naar_aanleiding_van=["S-2026-001"])
    commit(kloon)
    git(kloon, "fetch", "-q")
    with pytest.raises(subprocess.CalledProcessError):
        git(kloon, "merge", "-q", "--no-edit", "origin/main")
    before = _files(kloon)
    with pytest.raises(ToezichtError) as caught:
        renumber_entry(kloon, SIGNAAL, "S-2026-001")
    assert "git merge --abort" in str(caught.value.help)
    assert _files(kloon) == before
    git(kloon, "merge", "--abort")
    assert renumber_entry(kloon, SIGNAAL, "S-2026-001") == ("S-2026-003", (_SECOND,), ())
    commit(kloon)
    git(kloon, "merge", "-q", "--no-edit", "origin/main")
    names = [path.name for path in sorted((kloon / "signalen/2026").iterdir())]
    assert names == [f"S-2026-00{serial}.yaml" for serial in (1, 2, 3)]
    assert "De bel" in (kloon / "signalen/2026/S-2026-003.yaml").read_text()
