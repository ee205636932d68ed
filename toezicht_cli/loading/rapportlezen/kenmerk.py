"""Kenmerk: find the reports of an onderzoek and the fingerprint of the data that each was made from.

Only bytes are searched, no text is read: this is part of every ``controleer``. A PDF, Markdown, HTML or
text file holds the fingerprint as it is; a DOCX or ODT holds it in one small file inside the zip.
"""

import os
import re
from pathlib import Path

from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES, MAX_RAPPORTEN, RapportLeesError
from toezicht_cli.models.rapporttekst import Rapporttekst

MAP = "rapport"
SOORTEN = (".md", ".txt", ".html", ".htm", ".pdf", ".docx", ".odt")
_KENMERK = re.compile(rb"toezicht-gegevens:([0-9a-f]{64})(?![0-9a-f])")
_GEGEVENS_IN = {".docx": "docProps/core.xml", ".odt": "meta.xml"}


def list_rapporten(root: Path) -> tuple[str, ...]:
    """Return the files of a known kind in ``rapport/``, sorted; a link too: opening it is refused."""
    try:
        with os.scandir(root / MAP) as entries:
            names = [entry.name for entry in entries if _is_rapport(entry)]
    except OSError:
        return ()
    return tuple(f"{MAP}/{name}" for name in sorted(names)[:MAX_RAPPORTEN])


def read_kenmerken(root: Path) -> tuple[Rapporttekst, ...]:
    """Return the reports in ``rapport/`` that say from which data they were made, without their text.

    A file that may not or cannot be opened is passed over: ``rapport --controleer`` tells about it.
    """
    found = []
    for name in list_rapporten(root):
        try:
            gegevens = find_kenmerk(read_bytes(root, name, most=MAX_BYTES), name)
        except (BestandError, RapportLeesError):
            continue
        if gegevens:
            found.append(Rapporttekst(name, gegevens=gegevens))
    return tuple(found)


def find_kenmerk(content: bytes, name: str) -> str | None:
    """Return the fingerprint in the bytes of the file ``name``, or None.

    Raises:
        RapportLeesError: a DOCX or ODT that is no zip or too large a one.
    """
    part = _GEGEVENS_IN.get(Path(name).suffix.lower())
    if part is not None:
        # zipfile takes a while to import, and most onderzoeken have no such report.
        from toezicht_cli.loading.rapportlezen.ingepakt import read_part

        content = read_part(content, part) or b""
    match = _KENMERK.search(content)
    return match[1].decode("ascii") if match else None


def _is_rapport(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    is_kind = name.lower().endswith(SOORTEN) and not name.startswith((".", "~$"))
    return is_kind and name.isprintable() and not entry.is_dir(follow_symlinks=False)
