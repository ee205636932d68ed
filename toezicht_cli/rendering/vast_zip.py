"""Vast zip: an archive that has the same bytes whenever and wherever it is made.

Nothing is compressed. The bytes that come out of a compressor differ between releases of zlib and between
zlib and its replacements, so the same document would differ between two machines. It costs some hundreds
of kilobytes, and git keeps two versions of a file that is not compressed as the lines that differ.
"""

import io
import zipfile
from collections.abc import Iterable

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def write_fixed_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive with ``files`` in the order given, without anything of this moment or machine.

    Raises:
        ValueError: two files have the same name.
    """
    target = io.BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            if name in seen:
                raise ValueError(f"two files with the name {name!r}")
            seen.add(name)
            entry = zipfile.ZipInfo(name, FIRST_DATE)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return target.getvalue()


def fix_zip(data: bytes, first: tuple[str, ...] = ()) -> bytes:
    """Return the archive ``data`` with fixed dates and attributes: ``first``, then the others by name.

    Raises:
        ValueError: ``data`` is not an archive, lacks a file of ``first`` or has a name twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = sorted(archive.namelist())
            missing = [name for name in first if name not in names]
            if missing:
                raise ValueError(f"not in the archive: {', '.join(missing)}")
            order = [*first, *(name for name in names if name not in first)]
            return write_fixed_zip((name, archive.read(name)) for name in order)
    except zipfile.BadZipFile as error:
        raise ValueError("not an archive") from error
