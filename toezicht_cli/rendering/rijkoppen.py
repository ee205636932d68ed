"""Rijkoppen: the first cell of a row becomes its head, in a PDF that Typst made.

Typst tags the heads of columns and knows no heads of rows yet. A cell loses the list of its own heads: that
list names heads of columns only, and a reader finds both kinds by their scope.
"""

import re
from collections.abc import Sequence

from toezicht_cli.rendering.pdfdelen import Pdfdelen, Tag, read_tags
from toezicht_cli.rendering.writers.base import WriterError

_HEADS = re.compile(rb"<</O/Table/Headers\[[^\]]*\]>>")
_SCOPE = b"<</O/Table/Scope/Row>>"


def mark_row_heads(parts: Pdfdelen, tables: Sequence[bool]) -> Pdfdelen:
    """Return ``parts`` with heads for the rows of the tables for which ``tables`` says so.

    Args:
        parts: a file that Typst wrote.
        tables: for every table, in the order of the tags, whether its first column names the rows.

    Raises:
        WriterError: the file has another number of tables, or they are tagged in another way.
    """
    found = read_tags(parts)
    numbers = sorted(number for number, tag in found.items() if tag.kind == "Table")
    if len(numbers) != len(tables):
        raise WriterError(f"de PDF heeft {len(numbers)} tabellen in plaats van {len(tables)}")
    wanted = {number for number, named in zip(numbers, tables, strict=True) if named}
    objects = dict(parts.objects)
    for number, tag in found.items():
        if tag.kind == "TD" and _table_of(found, tag) in wanted:
            is_first = found[tag.parent].first == number
            objects[number] = _as_head(objects[number]) if is_first else _HEADS.sub(b"", objects[number], 1)
    return parts._replace(objects=objects)


def _table_of(found: dict[int, Tag], cell: Tag) -> int:
    return found[found[cell.parent].parent].parent


def _as_head(cell: bytes) -> bytes:
    changed = _HEADS.sub(_SCOPE, cell, count=1).replace(b"/S/TD", b"/S/TH", 1)
    if _SCOPE not in changed:
        raise WriterError("een tabel in de PDF is anders opgebouwd dan verwacht")
    return changed
