"""Ingepakt: take a part out of a DOCX or ODT, and never unpack more than the limits allow."""

import io
import struct
import zipfile
import zlib

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_INGEPAKT, MAX_UITGEPAKT

# The record at the end of a zip; zipfile reads the whole list of files before it says how long it is.
_EINDE = b"PK\x05\x06"
_EINDE_LENGTE = 22
_MAX_COMMENTAAR = 0xFFFF
_FOUTEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
_BESCHADIGD = "dit bestand is beschadigd of is geen document van dit soort"
_HULP = "open het in je tekstverwerker en sla het opnieuw op"


def read_part(content: bytes, name: str) -> bytes | None:
    """Return the file ``name`` inside the zip ``content``, None when it is not there.

    Raises:
        BuitenbestandError: no zip, damaged, encrypted, or larger unpacked than the limits.
    """
    _refuse_long_list(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UITGEPAKT:
                raise BuitenbestandError(f"dit bestand is uitgepakt groter dan {MAX_UITGEPAKT >> 20} MB")
            if name not in archive.namelist():
                return None
            with archive.open(name) as stream:
                part = stream.read(MAX_UITGEPAKT + 1)
    except _FOUTEN as error:
        raise BuitenbestandError(
            _BESCHADIGD, "open het in je tekstverwerker en sla het opnieuw op"
        ) from error
    if len(part) > MAX_UITGEPAKT:  # the size in the list may be a lie
        raise BuitenbestandError(f"dit bestand is uitgepakt groter dan {MAX_UITGEPAKT >> 20} MB")
    return part


def _refuse_long_list(content: bytes) -> None:
    start = content.rfind(_EINDE, max(0, len(content) - _EINDE_LENGTE - _MAX_COMMENTAAR))
    if start < 0 or len(content) < start + _EINDE_LENGTE:
        hulp = "een oud .doc-bestand of een bestand met wachtwoord: sla het op als gewone .docx of .odt"
        raise BuitenbestandError(_BESCHADIGD, hulp)
    (entries,) = struct.unpack_from("<H", content, start + 10)
    if entries > MAX_INGEPAKT:
        raise BuitenbestandError(f"in dit bestand zitten meer dan {MAX_INGEPAKT} bestanden")
