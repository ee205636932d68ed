"""Tabelcsv: a table as CSV for other programs, from which no spreadsheet runs anything.

Comma, double quotes, LF, UTF-8 without byte order mark (see docs/handboek/20-tabellen.md). A spreadsheet that
takes the semicolon for the separator reads the middle of a cell as the start of one: what would be a formula
there gets an apostrophe too.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_DANGEROUS = re.compile(r"(?:^|(?<=[;\t\n]))(?=[ ]{0,20}[=+\-@\t])")


def write_tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str | float | None]]) -> str:
    """Return a table as CSV; an empty cell is a value that is not there."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([make_harmless(kop) for kop in koppen])
    writer.writerows([make_harmless(cel) if isinstance(cel, str) else cel for cel in rij] for rij in rijen)
    return stream.getvalue()


def make_harmless(text: str) -> str:
    """Return ``text`` with an apostrophe before everything that a spreadsheet could take for a formula.

    Every line end becomes LF: a bare CR would end the row for some readers.
    """
    return _DANGEROUS.sub("'", text.replace("\r\n", "\n").replace("\r", "\n"))
