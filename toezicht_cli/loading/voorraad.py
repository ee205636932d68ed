"""Voorraad: what was found out about onderzoeken before, in one sqlite file that may always be thrown away.

Nothing in it is trusted without proof: a row carries a checksum over its key and its value, and a file that
is no database of this format is thrown away and made again. What cannot be kept is simply worked out again.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from platformdirs import user_cache_path

_FORMAAT = 1
_WAIT_SECONDS = 5.0
_SCHEMA = """
CREATE TABLE plek (pad TEXT PRIMARY KEY, kenmerk TEXT NOT NULL, inhoud TEXT NOT NULL, som TEXT NOT NULL)
WITHOUT ROWID;
CREATE TABLE uitkomst (sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL, som TEXT NOT NULL) WITHOUT ROWID;
"""
# More outcomes than this for each place are those of contents that are gone: only the newest state is kept.
_MOST_PER_PLEK = 4


class Plek(NamedTuple):
    """What was last seen of a folder: the mark of its files, and the hash of what they hold.

    ``kenmerk`` is empty when a file was so new that a later change might not show in it.
    """

    pad: str
    kenmerk: str
    inhoud: str


class Voorraad:
    """The store of one werkmap; without a file (``pad`` None) it forgets everything.

    ``melding`` says in Dutch why it does not work, when it does not.
    """

    def __init__(self, pad: Path | None) -> None:
        self._pad = pad
        self._connection: sqlite3.Connection | None = None
        self.melding: str | None = None

    def __enter__(self) -> Self:
        if self._pad is not None:
            try:
                self._connection = _open(self._pad)
            except (OSError, sqlite3.Error):
                self.melding = f"de voorraad in {self._pad} is niet te gebruiken: alles wordt opnieuw gelezen"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def read_plekken(self) -> dict[str, Plek]:
        """Return what is known of each folder, by its path; rows that do not hold are left out."""
        rows = self._select("SELECT pad, kenmerk, inhoud, som FROM plek")
        return {row[0]: Plek(*row[:3]) for row in rows if _is_whole(row)}

    def read_uitkomsten(self, sleutels: set[str]) -> dict[str, str]:
        """Return the outcomes with these keys that are known; rows that do not hold are left out."""
        rows = self._select("SELECT sleutel, waarde, som FROM uitkomst")
        return {row[0]: row[1] for row in rows if row[0] in sleutels and _is_whole(row)}

    def find_uitkomst(self, sleutel: str) -> str | None:
        """Return one outcome, None when it is not known."""
        rows = self._select("SELECT sleutel, waarde, som FROM uitkomst WHERE sleutel = ?", sleutel)
        return next((row[1] for row in rows if _is_whole(row)), None)

    def write(self, plekken: Iterable[Plek], uitkomsten: Iterable[tuple[str, str]]) -> None:
        """Keep these, all of them or none; when that does not work nothing is kept any more."""
        if self._connection is None:
            return
        try:
            with self._connection as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO plek VALUES (?, ?, ?, ?)",
                    ((*plek, _sum(*plek)) for plek in plekken),
                )
                connection.executemany(
                    "INSERT OR REPLACE INTO uitkomst VALUES (?, ?, ?)",
                    ((key, value, _sum(key, value)) for key, value in uitkomsten),
                )
        except sqlite3.Error:
            self._give_up()

    def keep_only(self, paden: set[str], sleutels: set[str]) -> None:
        """Forget folders that are gone, and outcomes of contents that are gone when there are many."""
        gone = [(row[0],) for row in self._select("SELECT pad FROM plek") if row[0] not in paden]
        known = [row[0] for row in self._select("SELECT sleutel FROM uitkomst")]
        old = (
            [(key,) for key in known if key not in sleutels]
            if len(known) > len(sleutels) * _MOST_PER_PLEK
            else []
        )
        if self._connection is None or not (gone or old):
            return
        try:
            with self._connection as connection:
                connection.executemany("DELETE FROM plek WHERE pad = ?", gone)
                connection.executemany("DELETE FROM uitkomst WHERE sleutel = ?", old)
        except sqlite3.Error:
            self._give_up()

    def _select(self, query: str, *values: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a query; a database that turns out to be damaged ends them and is thrown away."""
        if self._connection is None:
            return
        try:
            yield from self._connection.execute(query, values)
        except (sqlite3.Error, UnicodeDecodeError):
            self._throw_away()

    def _throw_away(self) -> None:
        """Make a new, empty store in the place of one that is damaged."""
        if self._connection is None or self._pad is None:
            return
        with suppress(sqlite3.Error):
            self._connection.close()
        self._connection = None
        try:
            _remove(self._pad)
            self._connection = _open(self._pad)
        except (OSError, sqlite3.Error):
            self._give_up()

    def _give_up(self) -> None:
        self.melding = (
            f"de voorraad in {self._pad} kon niet bijgewerkt worden: een volgende keer duurt weer lang"
        )
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def find_voorraad(werkmap: Path) -> Path:
    """Return the file of the store for ``werkmap``: in the cache folder of the user, never in the werkmap."""
    naam = hashlib.sha256(os.fsencode(werkmap.resolve())).hexdigest()[:32]
    return user_cache_path("toezicht", appauthor=False) / f"{naam}.sqlite"


def _open(pad: Path) -> sqlite3.Connection:
    """Return a connection to a store of this format; one of another format, or none, is made anew."""
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if pad.is_symlink():
        raise OSError(f"{pad} is a link")
    try:
        connection = _connect(pad)
        if connection.execute("PRAGMA user_version").fetchone() == (_FORMAAT,):
            return connection
        connection.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
    _remove(pad)
    os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = _connect(pad)
    connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_FORMAAT}; COMMIT;")
    return connection


def _connect(pad: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(pad, timeout=_WAIT_SECONDS)
    # What is lost in a power cut is worked out again; a checksum tells a half row from a whole one.
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _remove(pad: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        Path(f"{pad}{end}").unlink(missing_ok=True)


def _is_whole(row: tuple[str, ...]) -> bool:
    """Whether a row holds what was written; in a damaged database a cell may be anything."""
    return all(isinstance(cell, str) for cell in row) and row[-1] == _sum(*row[:-1])


def _sum(*texts: str) -> str:
    """Return a checksum over texts; a NUL keeps them apart, for no text of ours holds one."""
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()
