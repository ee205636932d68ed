"""Registertabel: the rows of a list in CSV or XLSX, and which of its cells cannot be read."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.lijstlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.lijstlezen.kindproces import read_lijst
from toezicht_cli.models.werkblad import Cel, Werkboek

_MOST_ROWS = 20_000
_DAY_ZERO = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_DATES = frozenset({"datum", "ontvangen op", "voorgevallen op", "bekend op"})
_OPNIEUW = "open het in Excel of LibreOffice en sla het opnieuw op als .xlsx of .csv"
_SPLITS = "splits het in delen"

Table = list[tuple[int, list[str]]]


class Afgekeurd(NamedTuple):
    """One reason why a row could not be read: its number in the file, the reason and the way out."""

    rij: int
    reden: str
    hulp: str | None


class Lijst(NamedTuple):
    """The rows of a list with their numbers in the file, and what is wrong with their cells."""

    rijen: Table
    afgekeurd: tuple[Afgekeurd, ...] = ()


def read_table(bestand: Path) -> Lijst:
    """Return the rows of a CSV or XLSX file.

    Raises:
        ToezichtError: it is no such file, or too large.
    """
    try:
        with bestand.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ToezichtError(f"{bestand} is niet te lezen", "kijk of het pad klopt") from error
    if len(content) > MAX_BYTES:
        raise ToezichtError(f"{bestand} is groter dan {MAX_BYTES >> 20} MB", _SPLITS)
    try:
        is_zip = content.startswith(b"PK")
        lijst = _from_boek(read_lijst(content)) if is_zip else Lijst(_from_csv(content))
    except BuitenbestandError as error:
        raise ToezichtError(f"{bestand}: {error}", _OPNIEUW if error.help else _SPLITS) from error
    if len(lijst.rijen) > _MOST_ROWS:
        raise ToezichtError(f"{bestand} heeft meer dan {_MOST_ROWS} regels", _SPLITS)
    return lijst


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
    start = 1  # a row can be several lines long, and begins where the one before ended
    try:
        for cells in reader:
            table.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        is_long = "field limit" in str(error)
        reden = "een cel is te lang" if is_long else "een aanhalingsteken is niet gesloten"
        message = f"regel {reader.line_num} is niet te lezen: {reden}"
        raise ToezichtError(message, "sla de lijst opnieuw op als .csv") from error
    return table


def _from_windows(content: bytes) -> str:
    """Return text as older Excel writes it; bytes that are no letter there mean that it is no text."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ToezichtError("dit bestand is geen tekst", "sla de lijst op als CSV (UTF-8)") from error


def _from_boek(boek: Werkboek) -> Lijst:
    """Return the rows of the first sheet; another sheet with anything in it is refused."""
    filled = [blad for blad in boek.bladen if blad.cellen]
    if not filled:
        return Lijst([])
    if len(filled) > 1:
        namen = ", ".join(blad.naam for blad in filled)
        raise ToezichtError(f"dit bestand heeft meer dan één blad: {namen}", "houd alleen de lijst over")
    rows: dict[int, dict[int, Cel]] = {}
    for cel in filled[0].cellen:
        rows.setdefault(cel.rij, {})[cel.kolom] = cel
    if len(rows) > _MOST_ROWS:
        raise ToezichtError(f"de lijst heeft meer dan {_MOST_ROWS} regels", _SPLITS)
    head = rows[min(rows)]
    table = [(number, _list_texts(row, max(head), boek)) for number, row in sorted(rows.items())]
    below = [cel for number, row in sorted(rows.items()) if number > min(rows) for cel in row.values()]
    return Lijst(table, tuple(_list_wrong(below, head, boek)))


def _list_texts(row: dict[int, Cel], width: int, boek: Werkboek) -> list[str]:
    """Return the texts of a row under ``width`` heads; all that stands behind those is one more text.

    A single cell can stand sixteen thousand columns away: the cells between are not made.
    """
    texts = [_text(row.get(kolom), boek) for kolom in range(1, width + 1)]
    behind = " ".join(cel.tekst for kolom, cel in sorted(row.items()) if kolom > width)
    return [*texts, behind] if behind.strip() else texts


def _list_wrong(cellen: Iterable[Cel], head: dict[int, Cel], boek: Werkboek) -> Iterator[Afgekeurd]:
    """Yield a reason for every cell that does not say what a spreadsheet shows."""
    for cel in cellen:
        kolom = head[cel.kolom].tekst if cel.kolom in head else ""
        name = " ".join(kolom.lower().replace("_", " ").split())
        if wrong := _explain(cel, boek, is_date=name in _DATES):
            reden, hulp = wrong
            start = f"kolom {name.replace(' ', '_')}: " if name else ""
            yield Afgekeurd(cel.rij, f"{start}in cel {cel.plaats} staat {reden}", hulp)


def _explain(cel: Cel, boek: Werkboek, *, is_date: bool) -> tuple[str, str] | None:
    if cel.soort == "fout":
        return f"een fout van het rekenblad, {cel.tekst}", "herstel de formule, of typ wat er moet staan"
    if cel.is_dag and _find_dag(cel, boek) is None:
        return "een dag die niet bestaat", "typ de dag als 3-3-2026"
    if cel.soort == "getal" and is_date and not cel.is_dag:
        hulp = "geef de cel in het rekenblad de opmaak datum, of typ de dag als 3-3-2026"
        return "een getal, en dat is geen dag", hulp
    return None


def _find_dag(cel: Cel, boek: Werkboek) -> str | None:
    """Return the day that a cell shows, without the time; None when there is no such day."""
    try:
        if cel.soort == "tekst":
            return date.fromisoformat(cel.tekst[:10]).isoformat()
        return (_DAY_ZERO[boek.vanaf_1904] + timedelta(days=int(float(cel.tekst)))).isoformat()
    except (ValueError, OverflowError):
        return None


def _text(cel: Cel | None, boek: Werkboek) -> str:
    if cel is None:
        return ""
    return (_find_dag(cel, boek) if cel.is_dag else None) or cel.tekst
