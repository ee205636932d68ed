"""Another number for an entry: all of it or nothing, and what was stopped goes on."""

import subprocess
from pathlib import Path

import pytest

from tests.repositories import commit, git, init
from tests.services.registermap import make, make_werkmap
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services import registernummers
from toezicht_cli.services.registernummers import renumber_entry
from toezicht_cli.services.registersoort import SIGNAAL

_SECOND = "signalen/2026/S-2026-002.yaml"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return make_werkmap(tmp_path)


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


def test_hernummer_leaves_an_onderzoek_that_is_vastgesteld(werkmap: Path) -> None:
    _follow(werkmap)
    onderzoek = werkmap / "onderzoeken/a/onderzoek.yaml"
    onderzoek.parent.mkdir(parents=True)
    onderzoek.write_text("naar_aanleiding_van: [S-2026-001]\n")
    (onderzoek.parent / "vaststelling.yaml").write_text("formaat: 1\n")
    before = _files(werkmap)
    with pytest.raises(ToezichtError) as caught:
        renumber_entry(werkmap, SIGNAAL, "S-2026-001")
    assert "a is vastgesteld" in str(caught.value)
    assert _files(werkmap) == before
    assert renumber_entry(werkmap, SIGNAAL, "S-2026-002").nummer == "S-2026-003"


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
