"""CSV: rows as text for other programs, from which no spreadsheet runs anything.

Comma, double quotes, LF, UTF-8 without byte order mark (see docs/handboek/20-tabellen.md). A spreadsheet that
takes the semicolon for the separator reads the middle of a cell as the start of one: what would be a formula
there gets an apostrophe too.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Spaces of any kind and quotes before it make no difference to a spreadsheet, nor does the width of the sign.
_DANGEROUS = re.compile(r'(?:^|(?<=[;\t\n]))(?=[^\S\t\n]*"*[^\S\t\n]*[=+\-@\t＝＋－＠])')


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return ``rows`` as CSV; an empty cell is a value that is not there (None)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([make_harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return stream.getvalue()


def make_harmless(text: str) -> str:
    """Return ``text`` with an apostrophe before everything that a spreadsheet could take for a formula.

    Every line end becomes LF: a bare CR would end the row for some readers.
    """
    return _DANGEROUS.sub("'", text.replace("\r\n", "\n").replace("\r", "\n"))
