"""Registerinlezen: make entries of a list in CSV or XLSX, and tell of every row that could not be read."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.registerrijen import Rij, list_kolommen, make_velden, name_rows
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.lijstlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.lijstlezen.kindproces import read_lijst
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.models.werkblad import Cel, Werkboek
from toezicht_cli.services.registernieuw import Invoer, list_wrong_velden, write_entry
from toezicht_cli.services.registersoort import Registersoort, file_of, list_nummers

_MOST_ROWS = 20_000
_DAY_ZERO = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_DATES = frozenset({"datum", "ontvangen op", "voorgevallen op", "bekend op"})

Table = list[tuple[int, list[str]]]


class Afgekeurd(NamedTuple):
    """One reason why a row could not be read: its number in the file, the reason and the way out."""

    rij: int
    reden: str
    hulp: str | None


class Inlezing(NamedTuple):
    """What came of a list: the new numbers (none with ``proef``), how many rows, doubles and refusals."""

    rijen: int
    goed: int
    nummers: tuple[str, ...]
    dubbel: tuple[int, ...]
    afgekeurd: tuple[Afgekeurd, ...]
    proef: bool


def read_rows(
    werkmap: Path, soort: Registersoort, bestand: Path, *, proef: bool, tell: Callable[[int, int], None]
) -> Inlezing:
    """Make an entry of every sound row of ``bestand``; one that is there already is not made again.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        soort: the register.
        bestand: a list with a row of column names.
        proef: only find out what would be done.
        tell: is called with how many rows were done, and of how many.

    Raises:
        ToezichtError: the file cannot be read as a list, or a column is not known.
    """
    rows = name_rows(soort.naam, read_table(bestand))
    present = set(_present(werkmap, soort))
    invoer = Invoer(werkmap)
    nummers, dubbel, afgekeurd, goed = [], [], [], 0
    for done, rij in enumerate(rows, 1):
        tell(done, len(rows))
        velden = _make_velden(soort, rij)
        if wrong := [*_list_wrong(invoer, soort, rij, velden)]:
            afgekeurd += wrong
            continue
        key = write_entry(soort, "", velden)
        if key in present:
            dubbel.append(rij.nummer)
            continue
        present.add(key)
        goed += 1
        if not proef:
            nummers.append(invoer.create(soort, velden))
    return Inlezing(len(rows), goed, tuple(nummers), tuple(dubbel), tuple(afgekeurd), proef)


def read_table(bestand: Path) -> Table:
    """Return the rows of a CSV or XLSX file with their numbers.

    Raises:
        ToezichtError: it is no such file, or too large.
    """
    try:
        with bestand.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ToezichtError(f"{bestand} is niet te lezen", "kijk of het pad klopt") from error
    if len(content) > MAX_BYTES:
        raise ToezichtError(f"{bestand} is groter dan {MAX_BYTES >> 20} MB", "splits het in delen")
    try:
        is_zip = content.startswith(b"PK")
        table = _from_boek(read_lijst(content)) if is_zip else _from_csv(content)
    except BuitenbestandError as error:
        raise ToezichtError(f"{bestand}: {error}", error.help) from error
    if len(table) > _MOST_ROWS:
        raise ToezichtError(f"{bestand} heeft meer dan {_MOST_ROWS} regels", "splits het in delen")
    return table


def _make_velden(soort: Registersoort, rij: Rij) -> dict[str, YamlValue]:
    made = make_velden(soort.naam, rij, soort.model)
    return {naam: [*waarde] if isinstance(waarde, list) else waarde for naam, waarde in made.items()}


def _list_wrong(
    invoer: Invoer, soort: Registersoort, rij: Rij, velden: dict[str, YamlValue]
) -> Iterator[Afgekeurd]:
    """Yield every reason why a row is no entry, so that it can be mended in one go."""
    if "" in rij.cellen:
        yield Afgekeurd(rij.nummer, "er staat iets in een kolom zonder naam", None)
    for error in (*list_wrong_velden(soort, velden), *invoer.list_wrong_namen(velden)):
        yield Afgekeurd(rij.nummer, _as_kolom(str(error)), error.help)
    if soort.letter is None and str(velden.get("id")) in invoer.nummers(soort):
        yield Afgekeurd(rij.nummer, f"{velden['id']} is er al", None)


def _as_kolom(text: str) -> str:
    if not text.startswith("--"):
        return text
    naam, _, rest = text[2:].partition(": ")
    return f"kolom {naam.replace('-', '_')}: {rest}"


def _present(werkmap: Path, soort: Registersoort) -> Iterator[str]:
    """Yield every entry that is there as ``write_entry`` writes the columns of a list, without its number."""
    kolommen = list_kolommen(soort.naam)
    for nummer in list_nummers(werkmap, soort):
        try:
            value = parse((werkmap / file_of(soort, nummer)).read_text(encoding="utf-8-sig"), "").value
        except (OSError, UnicodeDecodeError, ToezichtError):
            continue  # it is no sound entry, so no row can be equal to it
        if isinstance(value, dict):
            yield write_entry(soort, "", {key: value[key] for key in kolommen if key in value})


def _from_csv(content: bytes) -> Table:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _from_windows(content)
    if "\0" in text:
        raise ToezichtError("dit is geen lijst in CSV of XLSX", "sla de lijst op als .csv of .xlsx")
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table: Table = []
    try:
        for cells in reader:
            table.append((reader.line_num, cells))
    except csv.Error as error:
        message = f"regel {reader.line_num} is niet te lezen: een aanhalingsteken is niet gesloten"
        raise ToezichtError(message, "sla de lijst opnieuw op als .csv") from error
    return table


def _from_windows(content: bytes) -> str:
    """Return text as older Excel writes it; bytes that are no letter there mean that it is no text."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ToezichtError("dit bestand is geen tekst", "sla de lijst op als CSV (UTF-8)") from error


def _from_boek(boek: Werkboek) -> Table:
    """Return the rows of the first sheet; another sheet with anything in it is refused."""
    filled = [blad for blad in boek.bladen if blad.cellen]
    if not filled:
        return []
    if len(filled) > 1:
        namen = ", ".join(blad.naam for blad in filled)
        raise ToezichtError(f"dit bestand heeft meer dan één blad: {namen}", "houd alleen de lijst over")
    rows: dict[int, dict[int, Cel]] = {}
    for cel in filled[0].cellen:
        rows.setdefault(cel.rij, {})[cel.kolom] = cel
    first = rows[min(rows)]
    width = max(max(row) for row in rows.values())
    dates = {
        kolom
        for kolom, cel in first.items()
        if " ".join(cel.tekst.lower().replace("_", " ").split()) in _DATES
    }
    return [
        (number, [_text(row.get(kolom), boek, is_date=kolom in dates) for kolom in range(1, width + 1)])
        for number, row in sorted(rows.items())
    ]


def _text(cel: Cel | None, boek: Werkboek, *, is_date: bool) -> str:
    if cel is None:
        return ""
    if cel.soort == "getal" and is_date:
        try:
            return (_DAY_ZERO[boek.vanaf_1904] + timedelta(days=int(float(cel.tekst)))).isoformat()
        except (ValueError, OverflowError):
            return cel.tekst
    return cel.tekst
