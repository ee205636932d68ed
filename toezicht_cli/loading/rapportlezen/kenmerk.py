"""Kenmerk: find the reports of an onderzoek and the fingerprint of the data that each was made from.

Only bytes are searched, no text is read: this is part of every ``controleer``. A PDF, Markdown, HTML or
text file holds the fingerprint as it is; a DOCX or ODT holds it in one small file inside the zip.
"""

import re
from pathlib import Path

from toezicht_cli.loading.bestand import BestandError
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.listing import Entry
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES, MAX_RAPPORTEN
from toezicht_cli.loading.stand import Stand
from toezicht_cli.models.rapporttekst import Rapporttekst

MAP = "rapport"
SOORTEN = (".md", ".txt", ".html", ".htm", ".pdf", ".docx", ".odt")
_KENMERK = re.compile(rb"toezicht-gegevens:([0-9a-f]{64})(?![0-9a-f])")
_GEGEVENS_IN = {".docx": "docProps/core.xml", ".odt": "meta.xml"}


def list_rapporten(stand: Stand) -> tuple[str, ...]:
    """Return the files of a known kind in ``rapport/``, sorted; a link too: opening it is refused."""
    try:
        names = [entry.name for entry in stand.scan(MAP) if _is_rapport(entry)]
    except OSError:
        return ()
    return tuple(f"{MAP}/{name}" for name in sorted(names)[:MAX_RAPPORTEN])


def read_kenmerken(stand: Stand) -> tuple[Rapporttekst, ...]:
    """Return the reports in ``rapport/`` that say from which data they were made, without their text.

    A file that may not or cannot be opened is passed over: ``rapport --controleer`` tells about it.
    """
    found = []
    for name in list_rapporten(stand):
        try:
            gegevens = find_kenmerk(stand.read(name, MAX_BYTES), name)
        except (BestandError, BuitenbestandError):
            continue
        if gegevens:
            found.append(Rapporttekst(name, gegevens=gegevens))
    return tuple(found)


def find_kenmerk(content: bytes, name: str) -> str | None:
    """Return the fingerprint in the bytes of the file ``name``, or None.

    Raises:
        BuitenbestandError: a DOCX or ODT that is no zip or too large a one.
    """
    part = _GEGEVENS_IN.get(Path(name).suffix.lower())
    if part is not None:
        # zipfile takes a while to import, and most onderzoeken have no such report.
        from toezicht_cli.loading.rapportlezen.ingepakt import read_part

        content = read_part(content, part) or b""
    match = _KENMERK.search(content)
    return match[1].decode("ascii") if match else None


def _is_rapport(entry: Entry) -> bool:
    name = entry.name
    is_kind = name.lower().endswith(SOORTEN) and not name.startswith((".", "~$"))
    return is_kind and name.isprintable() and not entry.is_folder
