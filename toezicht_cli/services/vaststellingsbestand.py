"""Vaststellingsbestand: ``vaststelling.yaml`` and ``onderzoek.yaml`` with a change, their comments kept."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.vaststelling import BESTAND
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.verloop import Versie

ONDERZOEK = "onderzoek.yaml"
_BOM = b"\xef\xbb\xbf"
_NIEUW = """\
# Dit bestand schrijft toezicht. Pas het niet zelf aan: gebruik toezicht vaststellen of toezicht intrekken.
formaat: 1
"""


class Bestandstekst(NamedTuple):
    """The text of a file without its byte order mark, and whether it had one; None: no such file."""

    naam: str
    tekst: str | None
    mark: str = ""

    def write(self, root: Path, tekst: str) -> None:
        """Write ``tekst`` in its place; raise ToezichtError when somebody else changed the file since."""
        expected = None if self.tekst is None else self.mark + self.tekst
        write_atomically(root / self.naam, self.mark + tekst, expected=expected)

    def encode(self, tekst: str) -> bytes:
        """Return the bytes that ``write`` lays down."""
        return (self.mark + tekst).encode()


def read_tekst(root: Path, naam: str) -> Bestandstekst:
    """Return a file of the onderzoek as text.

    Raises:
        ToezichtError: it is there and cannot be read.
    """
    if not (root / naam).exists():
        return Bestandstekst(naam, None)
    try:
        content = read_bytes(root, naam)
        return Bestandstekst(naam, decode(content), "\ufeff" if content.startswith(_BOM) else "")
    except BestandError as error:
        raise ToezichtError(f"{naam}: {error}") from error


def with_vaststelling(tekst: str, op: date) -> str:
    """Return ``onderzoek.yaml`` in the fase definitief with its day of vaststelling."""
    tekst = set_value(tekst, ("momenten", "vastgesteld_op"), op.isoformat(), ONDERZOEK)
    return set_value(tekst, ("fase",), "definitief", ONDERZOEK)


def with_versie(tekst: str | None, versie: Versie) -> str:
    """Return ``vaststelling.yaml`` with one more version at the end."""
    return append_item(tekst or _NIEUW, ("versies",), plain_versie(versie), BESTAND)


def with_einde(tekst: str, index: int, status: str, reden: str, op: date) -> str:
    """Return ``vaststelling.yaml`` with the version at ``index`` no longer in force."""
    changes = {"status": status, "reden": reden, "geldig_tot": op.isoformat()}
    for naam, value in changes.items():
        tekst = set_value(tekst, ("versies", index, naam), value, BESTAND)
    return tekst


def plain_versie(versie: Versie) -> dict[str, YamlValue]:
    """Return a version as it is written: without the fields that say nothing."""
    return {naam: _plain(value) for naam, value in versie if value not in (None, {})}


def _plain(value: object) -> YamlValue:
    if isinstance(value, Element):
        return {naam: _plain(item) for naam, item in value if item is not None}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.tekst if isinstance(value, Datum) else str(value)
