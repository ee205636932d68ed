"""Export: all that a werkmap holds, as files with tables for other programs."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.exportregisters import TABELLEN
from toezicht_cli.analysis.exporttabellen import Bron, Tabel, make_kolommentabel
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.schrijven import check_target, write_bytes_atomically
from toezicht_cli.loading.vinden import has_onderzoeken
from toezicht_cli.services.registers import read_registers, require_werkmap
from toezicht_cli.services.zaken import read_zaken

FORMATEN = ("csv", "xlsx", "parquet")
WERKBOEK = "toezicht.xlsx"


class Exportlezing(NamedTuple):
    """What was read of a werkmap.

    ``faults`` are about files of the registers that are in no table. ``ongeteld`` are the onderzoeken with
    fouten: they are in the tables without their oordelen. ``meldingen`` are about the reading itself.
    """

    bron: Bron
    faults: tuple[Fault, ...]
    ongeteld: tuple[str, ...]
    meldingen: tuple[str, ...]


def read_export(start: Path, tell: Callable[[int, int], None], *, zonder_cache: bool) -> Exportlezing:
    """Return what the werkmap at or above ``start`` holds.

    Args:
        start: a folder in the werkmap.
        tell: is called now and then with how many onderzoeken were read, and of how many.
        zonder_cache: whether every onderzoek is read again.

    Raises:
        ToezichtError: there is no werkmap, or ``toezicht.yaml`` cannot be used.
    """
    werkmap = require_werkmap(start)
    registers = read_registers(werkmap)
    meldingen: tuple[str, ...] = ()
    bron = Bron(
        signalen=registers.signalen,
        meldingen=registers.meldingen,
        gesprekken=registers.gesprekken,
        aanbieders=registers.aanbieders,
    )
    if has_onderzoeken(werkmap):
        lezing = read_zaken(werkmap, zonder_cache=zonder_cache, tell=tell)
        meldingen = lezing.meldingen
        bron = bron._replace(zaken=tuple(sorted(lezing.zaken, key=lambda zaak: (zaak.id, zaak.pad))))
    ongeteld = tuple(zaak.id for zaak in bron.zaken if not zaak.is_telbaar)
    return Exportlezing(bron, registers.faults, ongeteld, meldingen)


def choose_tabellen(namen: Sequence[str], *, met_tekst: bool) -> tuple[Tabel, ...]:
    """Return the tables with these names, or all; with or without their columns of free text."""
    return tuple(TABELLEN[naam].choose(met_tekst=met_tekst) for naam in namen or TABELLEN)


def make_files(tabellen: tuple[Tabel, ...], bron: Bron, formaat: str) -> dict[str, bytes]:
    """Return the files of an export by their name, with one that says what each column means.

    Raises:
        ToezichtError: a table does not fit in a sheet, or DuckDB is not installed.
    """
    every = (*tabellen, make_kolommentabel(tabellen))
    if formaat == "parquet":
        from toezicht_cli.services.sqltabellen import write_parquet

        return {f"{naam}.parquet": content for naam, content in write_parquet(every, bron).items()}
    if formaat == "xlsx":
        return {WERKBOEK: _write_werkboek(every, bron)}
    from toezicht_cli.outputs.csv import write_csv

    return {
        f"{tabel.naam}.csv": write_csv(
            itertools.chain([[kolom.naam for kolom in tabel.kolommen]], tabel.rijen(bron))
        ).encode()
        for tabel in every
    }


def list_older(folder: Path, files: Iterable[str]) -> tuple[str, ...]:
    """Return the tables in ``folder`` that an earlier export made in the same format, and ``files`` leave."""
    names = set(files)
    every = {f"{naam}{Path(file).suffix}" for naam in TABELLEN for file in names}
    return tuple(sorted(naam for naam in every - names if (folder / naam).is_file()))


def write_files(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """Write the files in ``folder``, which is made when it is not there; those of the same name are replaced.

    Raises:
        ToezichtError: something could not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ToezichtError(f"de map {folder} is niet te maken", "kies een andere map met --uit") from error
    for naam in files:
        check_target(folder / naam)
    for naam, content in files.items():
        write_bytes_atomically(folder / naam, content)
    return tuple(folder / naam for naam in files)


def _write_werkboek(tabellen: Iterable[Tabel], bron: Bron) -> bytes:
    from toezicht_cli.rendering.lijsten.tabelboek import Blad, TeGrootError, write_tabelboek

    bladen = [
        Blad(tabel.naam, [kolom.naam for kolom in tabel.kolommen], tabel.rijen(bron)) for tabel in tabellen
    ]
    try:
        return write_tabelboek(bladen)
    except TeGrootError as error:
        message = f"de tabel {error} past niet op één blad van een rekenblad"
        raise ToezichtError(message, "kies --formaat csv of --formaat parquet") from error
