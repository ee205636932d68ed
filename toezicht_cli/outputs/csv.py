"""CSV: rows as text that a spreadsheet reads without running anything in it."""

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return ``rows`` as CSV (comma, double quotes, LF); a cell that would be a formula becomes text."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_DANGEROUS):
        return f"'{cell}"
    return cell
