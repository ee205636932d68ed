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

_FORMAAT = 3
# Another process keeps the store for the time of one chunk at most; waiting longer helps nobody.
_WAIT_SECONDS = 2.0
_SCHEMA = """
CREATE TABLE rij (sleutel TEXT PRIMARY KEY, kenmerk TEXT NOT NULL, inhoud TEXT NOT NULL, kader TEXT NOT NULL,
                  omgeving TEXT NOT NULL, waarde TEXT NOT NULL, som TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE antwoord (vraag TEXT PRIMARY KEY, stand TEXT NOT NULL, tekst TEXT NOT NULL, som TEXT NOT NULL);
"""
_SELECT = "SELECT sleutel, kenmerk, inhoud, kader, omgeving, waarde, som FROM rij"
_SELECT_ANSWER = "SELECT vraag, stand, tekst, som FROM antwoord WHERE vraag = ?"
# So few are kept because each may be as large as a page of ten thousand rows.
_DELETE_ANSWERS = (
    "DELETE FROM antwoord WHERE rowid NOT IN (SELECT rowid FROM antwoord ORDER BY rowid DESC LIMIT 8)"
)


class Rij(NamedTuple):
    """What is known under one key, and of which state of the files it is true.

    ``kenmerk`` is the mark of the files (names and times), empty when a file was so new that a later change
    might not show in it; ``inhoud`` is the hash of their bytes; ``kader`` the kader that they name;
    ``omgeving`` the hash of all else that ``waarde`` rests on.
    """

    sleutel: str
    kenmerk: str = ""
    inhoud: str = ""
    kader: str = ""
    omgeving: str = ""
    waarde: str = ""


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
        self._close()

    @property
    def is_open(self) -> bool:
        """Whether there is a store to read from."""
        return self._connection is not None

    def read(self) -> Iterator[Rij]:
        """Yield every row that holds; a store that proves to be damaged yields no more and is made anew."""
        if self._connection is None:
            return
        try:
            for row in self._connection.execute(_SELECT):
                if is_whole(row):
                    yield Rij(*row[:-1])
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._recover(error)

    def write(self, rijen: Iterable[Rij]) -> None:
        """Keep these, all of them or none; when that does not work nothing is kept any more."""
        self._change(
            "INSERT OR REPLACE INTO rij VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((*rij, checksum(*rij)) for rij in rijen),
        )

    def forget(self, sleutels: Iterable[str]) -> None:
        """Drop rows of folders that are gone."""
        self._change("DELETE FROM rij WHERE sleutel = ?", ((sleutel,) for sleutel in sleutels))

    def find_answer(self, vraag: str, stand: str) -> str | None:
        """Return the answer that was given to ``vraag`` in this ``stand`` of the files, if it is kept."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(_SELECT_ANSWER, (vraag,)).fetchone()
        except (sqlite3.Error, UnicodeError) as error:
            self._recover(error)
            return None
        return str(row[2]) if row and row[:2] == (vraag, stand) and is_whole(row) else None

    def keep_answer(self, vraag: str, stand: str, tekst: str) -> None:
        """Keep the answer to ``vraag``; those of questions that were not asked for long are let go."""
        self._change(
            "INSERT OR REPLACE INTO antwoord VALUES (?, ?, ?, ?)",
            ((*row, checksum(*row)) for row in [(vraag, stand, tekst)]),
        )
        self._change(_DELETE_ANSWERS, [()])

    def _change(self, statement: str, rows: Iterable[tuple[str, ...]]) -> None:
        if self._connection is None:
            return
        try:
            with self._connection as connection:
                connection.executemany(statement, rows)
        except (sqlite3.Error, UnicodeEncodeError):
            self._give_up()

    def _recover(self, error: Exception) -> None:
        """Pass over a store that another process keeps locked; throw away one that is damaged."""
        if _is_locked(error):
            self._give_up()
        else:
            self._throw_away()

    def _throw_away(self) -> None:
        """Make a new, empty store in the place of one that is damaged."""
        self._close()
        if self._pad is None:
            return
        try:
            _remove(self._pad)
            self._connection = _open(self._pad)
        except (OSError, sqlite3.Error):
            self._give_up()

    def _give_up(self) -> None:
        self.melding = (
            f"de voorraad in {self._pad} kon niet bijgewerkt worden: een volgende keer duurt weer lang"
        )
        self._close()

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def find_voorraad(werkmap: Path) -> Path:
    """Return the file of the store for ``werkmap``: in the cache folder of the user, never in the werkmap."""
    naam = hashlib.sha256(os.fsencode(werkmap.resolve())).hexdigest()[:32]
    return user_cache_path("toezicht", appauthor=False) / f"{naam}.sqlite"


def is_whole(row: tuple[str, ...]) -> bool:
    """Whether a row holds what was written; in a damaged database a cell may be anything."""
    try:
        return bool(row[-1] == checksum(*row[:-1]))
    except (TypeError, UnicodeEncodeError):
        return False


def checksum(*texts: str) -> str:
    """Return a checksum over texts; a NUL keeps them apart, for no text of ours holds one.

    Raises:
        TypeError: one of them is no text.
        UnicodeEncodeError: one of them holds half a character.
    """
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()


def _open(pad: Path) -> sqlite3.Connection:
    """Return a connection to a store of this format; one of another format, or none, is made anew."""
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if pad.is_symlink() or (pad.exists() and not pad.is_file()):
        raise OSError(f"{pad} is no plain file")
    if pad.exists() and (connection := _open_sound(pad)) is not None:
        return connection
    _remove(pad)
    with suppress(FileExistsError):  # another process made it meanwhile: its tables are the same
        os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = sqlite3.connect(pad, timeout=_WAIT_SECONDS)
    _hurry(connection)
    connection.executescript(
        f"BEGIN IMMEDIATE; {_SCHEMA.replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS')} "
        f"PRAGMA user_version = {_FORMAAT}; COMMIT;"
    )
    return connection


def _open_sound(pad: Path) -> sqlite3.Connection | None:
    """Return a connection to a store of this format, None when it is another or damaged.

    Raises:
        sqlite3.OperationalError: another process keeps it locked.
    """
    connection = sqlite3.connect(pad, timeout=_WAIT_SECONDS)
    try:
        _hurry(connection)
        if connection.execute("PRAGMA user_version").fetchone() == (_FORMAAT,):
            connection.execute(f"{_SELECT} LIMIT 1").fetchone()
            connection.execute(_SELECT_ANSWER, ("",)).fetchone()
            return connection
    except sqlite3.DatabaseError as error:
        if _is_locked(error):
            connection.close()
            raise
    connection.close()
    return None


def _is_locked(error: Exception) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _hurry(connection: sqlite3.Connection) -> None:
    """Do not wait for the disk: what is lost in a power cut is worked out again."""
    connection.execute("PRAGMA synchronous = OFF")


def _remove(pad: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        Path(f"{pad}{end}").unlink(missing_ok=True)
