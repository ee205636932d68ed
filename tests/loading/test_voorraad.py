"""The store of what was found out before: used when whole, thrown away or passed over when not."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from toezicht_cli.loading import voorraad
from toezicht_cli.loading.voorraad import Rij, Voorraad, find_voorraad

EEN = Rij("onderzoeken/een", "k1", "i1", "kader@1", "o1", '["é","\\ud800"]')
TWEE = Rij("onderzoeken/twee", "", "i2", "kader@1", "o1", "[]")


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    """Return the file of a store with two rows."""
    path = find_voorraad(tmp_path / "werkmap")
    write(path, EEN, TWEE)
    return path


def write(pad: Path, *rijen: Rij) -> str | None:
    with Voorraad(pad) as store:
        store.write(rijen)
    return store.melding


def read(pad: Path | None) -> tuple[list[Rij], str | None]:
    with Voorraad(pad) as store:
        return list(store.read()), store.melding


def test_what_is_written_is_read(pad: Path) -> None:
    assert read(pad) == ([EEN, TWEE], None)


def test_a_later_row_replaces_one_and_another_can_be_forgotten(pad: Path) -> None:
    write(pad, EEN._replace(waarde="[1]"))
    with Voorraad(pad) as store:
        store.forget([TWEE.sleutel, "onderzoeken/nooit"])
    assert read(pad) == ([EEN._replace(waarde="[1]")], None)


def test_it_is_in_the_cache_of_the_user_and_for_nobody_else(pad: Path, tmp_path: Path) -> None:
    assert pad.is_relative_to(os.environ["XDG_CACHE_HOME"])
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert stat.S_IMODE(pad.parent.stat().st_mode) == 0o700
    assert find_voorraad(tmp_path / "werkmap") != find_voorraad(tmp_path / "werkmap2")


def test_without_a_file_nothing_is_kept_and_nothing_is_said() -> None:
    with Voorraad(None) as store:
        store.write([EEN])
        store.forget([EEN.sleutel])
        assert (list(store.read()), store.melding) == ([], None)


def garbage(pad: Path) -> None:
    pad.write_bytes(b"geen database" * 400)


def empty(pad: Path) -> None:
    pad.write_bytes(b"")


def cut_off(pad: Path) -> None:
    pad.write_bytes(pad.read_bytes()[:5000])


def other_format(pad: Path) -> None:
    change(pad, "PRAGMA user_version = 1")


def other_table(pad: Path) -> None:
    change(pad, "ALTER TABLE rij DROP COLUMN waarde")


def no_table(pad: Path) -> None:
    change(pad, "DROP TABLE rij")


def change(pad: Path, statement: str) -> None:
    connection = sqlite3.connect(pad)
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("damage", [garbage, empty, cut_off, other_format, other_table, no_table])
def test_a_damaged_file_is_made_anew(damage: Callable[[Path], None], pad: Path) -> None:
    damage(pad)
    assert read(pad) == ([], None)
    assert write(pad, EEN) is None
    assert read(pad) == ([EEN], None)


def test_pages_that_are_damaged_further_on_are_never_trusted(pad: Path) -> None:
    many = [EEN._replace(sleutel=f"onderzoeken/{number:05}", waarde="x" * 900) for number in range(600)]
    write(pad, *many)
    size = pad.stat().st_size
    for place in range(4096 * 3, size, 4096 * 7):
        with pad.open("r+b") as stream:
            stream.seek(place)
            stream.write(b"\xff" * 4096)
    found, melding = read(pad)
    assert melding is None
    assert set(found) <= {*many, EEN, TWEE}
    assert write(pad, EEN) is None
    assert EEN in read(pad)[0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rij SET waarde = '[2]' WHERE sleutel = 'onderzoeken/een'",
        "UPDATE rij SET kenmerk = 'k9' WHERE sleutel = 'onderzoeken/een'",
        "UPDATE rij SET sleutel = 'onderzoeken/drie' WHERE sleutel = 'onderzoeken/een'",
        "UPDATE rij SET som = '' WHERE sleutel = 'onderzoeken/een'",
        "UPDATE rij SET waarde = x'ff00' WHERE sleutel = 'onderzoeken/een'",
    ],
)
def test_a_row_that_was_changed_is_left_out(statement: str, pad: Path) -> None:
    change(pad, statement)
    assert read(pad) == ([TWEE], None)


def test_a_store_that_another_process_keeps_is_passed_over(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voorraad, "_WAIT_SECONDS", 0)
    other = sqlite3.connect(pad, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    found, melding = read(pad)
    assert found == []
    assert melding is not None
    assert "niet te gebruiken" in melding
    other.execute("ROLLBACK")
    other.close()
    assert read(pad) == ([EEN, TWEE], None)


def test_what_cannot_be_written_is_told_and_not_lost_on_the_way(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voorraad, "_WAIT_SECONDS", 0)
    with Voorraad(pad) as store:
        other = sqlite3.connect(pad, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        store.write([EEN._replace(waarde="[3]")])
        other.execute("ROLLBACK")
        other.close()
        assert store.melding is not None
        assert "bijgewerkt" in store.melding
    assert read(pad) == ([EEN, TWEE], None)


def test_two_processes_at_once_lose_nothing_and_double_nothing(pad: Path) -> None:
    with Voorraad(pad) as one, Voorraad(pad) as two:
        for number in range(20):
            one.write([EEN._replace(sleutel=f"een/{number}")])
            two.write([TWEE._replace(sleutel=f"twee/{number}")])
        assert (one.melding, two.melding) == (None, None)
    assert len(read(pad)[0]) == 42


@pytest.mark.parametrize("kind", ["link", "folder", "parent"])
def test_where_no_store_can_be_it_is_passed_over_with_a_word(kind: str, tmp_path: Path) -> None:
    pad = tmp_path / "cache" / "x.sqlite"
    if kind == "parent":
        (tmp_path / "cache").write_text("geen map")
    else:
        pad.parent.mkdir()
        pad.symlink_to(tmp_path / "elders") if kind == "link" else pad.mkdir()
    assert write(pad, EEN) is not None
    assert not (tmp_path / "elders").exists()


def test_a_store_that_is_locked_while_it_is_read_is_left_alone(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voorraad, "_WAIT_SECONDS", 0.01)
    number = pad.stat().st_ino
    with Voorraad(pad) as store:
        other = sqlite3.connect(pad, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        assert list(store.read()) == []
        assert store.melding is not None
        other.execute("ROLLBACK")
        other.close()
    assert pad.stat().st_ino == number
    assert read(pad) == ([EEN, TWEE], None)
