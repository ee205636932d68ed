"""Sqltabellen: the tables of an export in DuckDB: for Parquet, and for questions in SQL.

A question runs on tables in memory, without files, without network and without extensions: what somebody
pastes from elsewhere can read nothing but the export.
"""

import math
import tempfile
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from toezicht_cli.analysis.exporttabellen import Antwoord, Bron, Cel, Soort, Tabel
from toezicht_cli.diagnostics import ToezichtError, mask

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPE: dict[Soort, str] = {
    "tekst": "VARCHAR",
    "getal": "BIGINT",
    "decimaal": "DOUBLE",
    "dag": "DATE",
    "ja-nee": "VARCHAR",
}
_MATEN = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_GETALLEN = (*_MATEN, *(f"U{maat}" for maat in _MATEN))
_DECIMALEN = ("DOUBLE", "FLOAT", "DECIMAL")
_CHUNK = 10_000
_MOST_MEMORY = "1GB"
_RESULTAAT = "_resultaat"


def ask(sql: str, tabellen: Sequence[Tabel], bron: Bron) -> Antwoord:
    """Return the answer to one SELECT over ``tabellen``.

    Raises:
        ToezichtError: DuckDB is not installed, or the question cannot be answered.
    """
    connection = _connect()
    for tabel in tabellen:
        _fill(connection, tabel, bron)
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"SET {setting}")
    return _answer(connection, sql)


def write_parquet(tabellen: Iterable[Tabel], bron: Bron) -> dict[str, bytes]:
    """Return each table as the bytes of a Parquet file, by its name; raises as ``ask`` does."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.parquet"
        for tabel in tabellen:
            connection = _connect()
            _fill(connection, tabel, bron)
            shown = str(path).replace("'", "''")
            connection.execute(f"COPY {tabel.naam} TO '{shown}' (FORMAT parquet, COMPRESSION zstd)")
            connection.close()
            found[tabel.naam] = path.read_bytes()
    return found


def _connect() -> "DuckDBPyConnection":
    try:
        import duckdb
    except ImportError as error:
        hulp = 'installeer toezicht met dit onderdeel erbij: pip install "toezicht[tabellen]"'
        raise ToezichtError("hiervoor is DuckDB nodig, en dat is niet geïnstalleerd", hulp) from error
    return duckdb.connect(
        ":memory:",
        config={
            "threads": "1",  # more threads may put the rows in another order
            "temp_directory": "",
            "memory_limit": _MOST_MEMORY,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
        },
    )


def _fill(connection: "DuckDBPyConnection", tabel: Tabel, bron: Bron) -> None:
    """Make a table and put its rows in, some at a time: a column as one list goes quickly."""
    columns = ", ".join(f'"{kolom.naam}" {_TYPE[kolom.soort]}' for kolom in tabel.kolommen)
    connection.execute(f"CREATE TABLE {tabel.naam} ({columns})")
    values = ", ".join(
        f"CAST(unnest(CAST(${number} AS VARCHAR[])) AS {_TYPE[kolom.soort]})"
        for number, kolom in enumerate(tabel.kolommen, 1)
    )
    rijen = tabel.rijen(bron)
    while chunk := list(islice(rijen, _CHUNK)):
        columns_of = [
            [None if cel is None else str(cel) for cel in column] for column in zip(*chunk, strict=True)
        ]
        connection.execute(f"INSERT INTO {tabel.naam} SELECT {values}", columns_of)


def _answer(connection: "DuckDBPyConnection", sql: str) -> Antwoord:
    import duckdb

    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise ToezichtError("geef één vraag, die begint met SELECT", "bewaren kan met --uit en --formaat")
        connection.execute(f"CREATE TEMP TABLE {_RESULTAAT} AS {statements[0].query}")
        described = connection.execute(f"DESCRIBE {_RESULTAAT}").fetchall()
        kolommen = [(str(name), str(kind)) for name, kind, *_ in described]
        chosen = ", ".join(_read_as(name, kind) for name, kind in kolommen)
        rows = connection.execute(f"SELECT {chosen} FROM {_RESULTAAT}").fetchall()  # noqa: S608 - as above
    except duckdb.Error as error:
        reason = mask(str(error).partition("\n")[0])
        hulp = "kijk de tabellen en kolommen na in hoofdstuk 20 van het handboek"
        raise ToezichtError(f"deze vraag lukt niet: {reason}", hulp) from error
    return Antwoord(
        tuple((name, "getal" if _is_number(kind) else "tekst") for name, kind in kolommen),
        tuple(tuple(_cel(cel) for cel in row) for row in rows),
    )


def _is_number(kind: str) -> bool:
    return kind in _GETALLEN or (kind.startswith(_DECIMALEN) and not kind.endswith("]"))


def _read_as(name: str, kind: str) -> str:
    """Return what to select so that only text and numbers come back."""
    quoted = '"' + name.replace('"', '""') + '"'
    if kind in _GETALLEN:
        return quoted
    return f"CAST({quoted} AS {'DOUBLE' if _is_number(kind) else 'VARCHAR'})"


def _cel(value: object) -> Cel:
    """Return a value as it goes out; what is no number in JSON (infinite, not a number) is not there."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return cast("Cel", value)
