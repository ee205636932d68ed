"""Killed or with a failing disk, every writing command leaves the old or the new, and can be run again.

The short run kills each command some ten times and gives it a fault at some eight calls, from the first to
the last. ``TOEZICHT_SCHRIJFPROEF=200`` does that many kills (half at a call, half at any moment) and half as
many faults again per command, at every call and with every kind of error in turn.
"""

import errno
import os
import random
import re
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.cli.schrijfproef import (
    PROEVEN,
    Afloop,
    Loper,
    Proef,
    Stand,
    list_broken,
    list_leftovers,
    look,
    start_loper,
    without_leftovers,
)
from tests.cli.vaststelproef import NAAM, copy_linde
from toezicht_cli.loading.schrijven import edit_file
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import append_item

pytest.importorskip("fcntl")

LONG = int(os.environ.get("TOEZICHT_SCHRIJFPROEF", "0"))
KADER = "lindeland@2026"
KILLS = LONG // 2 or 10
MOMENTS = LONG // 2 or 1
FAULTS = 3 * LONG // 2 or 8
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
_KILLED = -9
_WRITERS, _UPDATES = 4, (100 if LONG else 25)


@pytest.fixture(scope="module")
def loper() -> Iterator[Loper]:
    with start_loper() as started:
        yield started


class Opzet:
    """One command on a case of its own, with the state before it and the state it should reach."""

    def __init__(self, proef: Proef, folder: Path, loper: Loper) -> None:
        self.proef, self.loper = proef, loper
        self.base, self.root = folder / "basis", folder / "werkmap"
        copy_linde(self.root)
        for args in proef.vooraf:
            assert self.run(args).code == 0
        proef.prepare(self.onderzoek)
        self.root.rename(self.base)
        self.old = look(self.base)
        self.is_tried = False
        self.reset()
        start = time.perf_counter()
        self.clean = self.run()
        self.seconds = time.perf_counter() - start
        assert self.clean.code in (0, 1), self.clean
        assert self.clean.seen
        self.calls = self.clean.seen
        self.new = look(self.root)
        assert self.new != self.old
        assert list_leftovers(self.new) == []

    @property
    def onderzoek(self) -> Path:
        """Return the folder of the onderzoek."""
        return self.root / "onderzoeken" / NAAM

    def reset(self) -> None:
        """Put the state from before back."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.base, self.root)

    def run(self, args: tuple[str, ...] = (), **storing: object) -> Afloop:
        """Run the command once, or another one."""
        places = {"werkmap": self.root, "onderzoek": self.onderzoek, "kader": KADER}
        filled = [argument.format(**places) for argument in args or self.proef.args]
        return self.loper.run(filled, self.root, **storing)

    def check(self, afloop: Afloop) -> Stand:
        """Demand that each file is old or new, and that nobody sees a traceback."""
        found = look(self.root)
        assert list_broken(found, self.old, self.new) == []
        assert "Traceback" not in afloop.err
        return found

    def check_again(self, found: Stand) -> None:
        """Demand that running again finishes the work; from the state before once is enough."""
        state = without_leftovers(found)
        if state == self.old and self.is_tried:
            return
        self.is_tried = self.is_tried or state == self.old
        again = self.run()
        assert "Traceback" not in again.err
        if state != self.new:
            assert again.code == self.clean.code, again
            assert without_leftovers(look(self.root)) == self.new


@pytest.fixture(scope="module", params=PROEVEN, ids=[proef.naam for proef in PROEVEN])
def opzet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, loper: Loper) -> Opzet:
    return Opzet(request.param, tmp_path_factory.mktemp("schrijfproef"), loper)


def _turns(calls: int, number: int) -> list[int]:
    """Return ``number`` calls to strike at, spread from first to last; in a long run each at least once."""
    if LONG or calls <= number:
        return [1 + index % calls for index in range(max(calls, number if LONG else 0))]
    return sorted({1 + index * (calls - 1) // (number - 1) for index in range(number)})


def test_a_command_killed_at_a_call_leaves_old_or_new(opzet: Opzet) -> None:
    for turn in _turns(opzet.calls, KILLS):
        opzet.reset()
        afloop = opzet.run(turn=turn)
        assert afloop.code == _KILLED, (turn, afloop)
        opzet.check_again(opzet.check(afloop))


def test_a_command_killed_at_any_moment_leaves_old_or_new(opzet: Opzet) -> None:
    chance = random.Random(opzet.proef.naam)  # noqa: S311 - moments, no secrets
    for _ in range(MOMENTS):
        opzet.reset()
        afloop = opzet.run(delay=chance.uniform(0.0, opzet.seconds))
        assert afloop.code in (_KILLED, opzet.clean.code)
        opzet.check_again(opzet.check(afloop))


def test_a_fault_of_the_disk_is_told_and_leaves_old_or_new(opzet: Opzet) -> None:
    for number, turn in enumerate(_turns(opzet.calls, FAULTS)):
        opzet.reset()
        afloop = opzet.run(turn=turn, errno=ERRORS[(number + number // opzet.calls) % len(ERRORS)])
        found = opzet.check(afloop)
        assert list_leftovers(found) == [], (turn, afloop)
        if afloop.code == opzet.clean.code and found == opzet.new:
            continue  # a call that need not succeed, such as taking away what is not there
        assert afloop.code in opzet.proef.codes, (turn, afloop)
        assert re.search(r"niet|vol|fout", afloop.err + afloop.out), (turn, afloop)
        opzet.check_again(found)


def test_a_disk_that_is_full_leaves_the_old(opzet: Opzet) -> None:
    opzet.reset()
    afloop = opzet.run(limit=100)
    found = opzet.check(afloop)
    assert afloop.code in opzet.proef.codes, afloop
    assert list_leftovers(found) == []
    opzet.check_again(found)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_may_not_change_leaves_the_old(opzet: Opzet) -> None:
    opzet.reset()
    folders = [path for path in (opzet.root, *opzet.root.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    afloop = opzet.run()
    for folder in folders:
        folder.chmod(0o700)
    assert afloop.code in opzet.proef.codes, afloop
    assert opzet.check(afloop) == opzet.old


def test_of_four_writers_none_loses_what_another_wrote(tmp_path: Path) -> None:
    [proef] = [proef for proef in PROEVEN if proef.naam == "noteer"]
    onderzoek = copy_linde(tmp_path / "werkmap")

    def write(writer: int) -> None:
        with start_loper() as loper:
            for update in range(_UPDATES // 5):
                args = [argument.format(onderzoek=onderzoek) for argument in proef.args]
                afloop = loper.run([*args, "--toelichting", f"Stap {writer} {update}"], tmp_path)
                assert afloop.code == 0, afloop

    with ThreadPoolExecutor(_WRITERS) as pool:
        list(pool.map(write, range(_WRITERS)))
    text = (onderzoek / "verbeterpunten.yaml").read_text()
    assert sorted(re.findall(r"Stap \d+ \d+", text)) == sorted(
        f"Stap {writer} {update}" for writer in range(_WRITERS) for update in range(_UPDATES // 5)
    )
    assert list_leftovers(look(tmp_path)) == []


def test_four_edits_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lijst.yaml"
    path.write_text("lijst:  # van ons allemaal\n")

    def write(writer: int) -> None:
        for update in range(_UPDATES):
            item: YamlValue = {"id": f"w{writer}-{update}"}
            edit_file(path, partial(append_item, route=("lijst",), item=item, file=path.name))

    with ThreadPoolExecutor(_WRITERS) as pool:
        list(pool.map(write, range(_WRITERS)))
    written = path.read_text().splitlines()
    assert written[0] == "lijst:  # van ons allemaal"
    assert sorted(written[1:]) == sorted(
        f"  - id: w{writer}-{update}" for writer in range(_WRITERS) for update in range(_UPDATES)
    )
