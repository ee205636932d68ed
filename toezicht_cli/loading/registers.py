"""Read the registers of a werkmap into one dossier: signalen, meldingen, gesprekken and the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from toezicht_cli.diagnostics import Location, Place, quote
from toezicht_cli.loading.beleidsbron import Beleidsbron, Mapbeleid
from toezicht_cli.loading.dossier import OMGEVING, LoadResult
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.lezen import Document, make_document
from toezicht_cli.loading.listing import Entry, list_yaml
from toezicht_cli.loading.stand import Mapstand, Stand
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN, WERKMAP
from toezicht_cli.loading.yaml_text import YamlText
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier, Located, Omgeving
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal
from toezicht_cli.models.uitzondering import Uitzonderingen
from toezicht_cli.models.werkmap import Werkmap

R = TypeVar("R", bound=Element)

NAAM = "registers"
UITZONDERINGEN = "uitzonderingen.yaml"
_PER_JAAR, _PLAT = 2, 1


class Registermap(NamedTuple):
    """A register: its folder in the werkmap, what one file of it is and holds, and how deep it stands."""

    map: str
    naam: str
    model: type[Element]
    diepte: int


REGISTERS = (
    Registermap("signalen", "signaal", Signaal, _PER_JAAR),
    Registermap("meldingen", "melding", Melding, _PER_JAAR),
    Registermap("gesprekken", "gesprek", Gesprek, _PER_JAAR),
    Registermap("aanbieders", "aanbieder", Registeraanbieder, _PLAT),
    Registermap("jaarcijfers", "jaarcijfers", Jaarcijfers, _PLAT),
)


def find_model(file: str) -> type[Element] | None:
    """Return what a file of the registers holds; None for one that is around them, such as an onderzoek."""
    if file == UITZONDERINGEN:
        return Uitzonderingen
    register = file.partition("/")[0]
    return next((soort.model for soort in REGISTERS if soort.map == register), None)


@dataclass(slots=True)
class _Reading:
    """What was read so far of ``stand``, keyed on the file as seen from the werkmap."""

    stand: Stand
    documents: dict[str, Element] = field(default_factory=dict)
    texts: dict[str, YamlText] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    onleesbaar: set[str] = field(default_factory=set)

    def read(self, file: str, model: type[R]) -> Document[R]:
        """Return a file of the werkmap as a ``model``."""
        return make_document(lambda: self.stand.read(file), file, model)

    def list(self, folder: str) -> list[Entry]:
        """Return what stands in a folder of the werkmap, nothing when it is not there."""
        try:
            return sorted(self.stand.scan(folder))
        except OSError:
            return []

    def add(self, document: Document[Element], part: str) -> None:
        """Add a file that was read; ``part`` is incomplete when it holds nothing readable."""
        self.paths[document.file] = self.stand.root / document.file
        self.faults += document.faults
        if document.source is not None:
            self.sources[document.file] = document.source
        if document.text is not None:
            self.texts[document.file] = document.text
        if document.model is None:
            self.onleesbaar.add(part)
        else:
            self.documents[document.file] = document.model

    def fault(self, code: str, file: str, message: str, hulp: str | None) -> None:
        """Add a fault about a whole file."""
        self.paths.setdefault(file, self.stand.root / file)
        self.faults.append(Fault(code, Location(file), message, hulp))


def load_registers(werkmap: Path, kaders: Kadermap) -> LoadResult:
    """Return the registers of the folder ``werkmap`` as they are now; see ``load_registers_of``."""
    return load_registers_of(Mapstand(werkmap), Mapbeleid(kaders.folders))


def load_registers_of(stand: Stand, beleid: Beleidsbron) -> LoadResult:
    """Return the registers in ``stand``, a werkmap, as a dossier, with everything that is wrong on the way.

    The omgeving holds ``toezicht.yaml`` and the onderzoeken that could be read. Never raises for what stands
    in the folder: what cannot be read is a fault, the rest is read.
    """
    reading = _Reading(stand)
    present = {entry.name for entry in reading.list("")}
    for soort in REGISTERS:
        if soort.map in present:
            _read_register(reading, soort)
    if UITZONDERINGEN in present:
        reading.add(reading.read(UITZONDERINGEN, Uitzonderingen), "uitzonderingen")
    omgeving = _read_omgeving(reading, beleid)
    dossier = Dossier(NAAM, reading.documents, frozenset(reading.onleesbaar)).with_omgeving(omgeving)
    return LoadResult(
        stand.root, dossier, reading.texts, reading.paths, tuple(reading.faults), reading.sources
    )


def _read_register(reading: _Reading, soort: Registermap) -> None:
    listing = list_yaml(partial(_scan, reading.stand, soort.map), frozenset())
    for fault in listing.faults:
        reading.onleesbaar.add(soort.map)
        reading.fault(fault.rule_id, f"{soort.map}/{fault.location.file}".rstrip("/"), fault.message, None)
    for name in listing.files:
        file = f"{soort.map}/{name}"
        if name.count("/") == soort.diepte - 1 and name.endswith(".yaml"):
            reading.add(reading.read(file, soort.model), soort.map)
        else:
            reading.fault("STR013", file, f"onbekend bestand {quote(name)}", _where(soort))


def _scan(stand: Stand, register: str, folder: str) -> Iterable[Entry]:
    return stand.scan(f"{register}/{folder}" if folder else register)


def _where(soort: Registermap) -> str:
    if soort.diepte == _PLAT:
        return f"bestanden staan als {soort.map}/naam.yaml"
    return f"bestanden staan per jaar, zoals {soort.map}/2026/"


def _read_omgeving(reading: _Reading, beleid: Beleidsbron) -> Omgeving:
    """Read what is around the registers; a fault inside an onderzoek is told of with it, not here."""
    document = reading.read(WERKMAP, Werkmap)
    if document.faults:
        reading.add(document, OMGEVING)
        reading.documents.pop(WERKMAP, None)
    elif document.text is not None and document.source is not None:
        reading.texts[WERKMAP], reading.sources[WERKMAP] = document.text, document.source
    gewoon = {document.model.afwegingskader or ""} if document.model else set()
    return Omgeving(
        document.model,
        onderzoeken=tuple(_read_onderzoeken(reading)),
        afwegingskaders=tuple(_read_afwegingskaders(reading, beleid, gewoon)),
        bevoegdheden=beleid.read_bevoegdheden().model,
    )


def _read_onderzoeken(reading: _Reading) -> Iterator[Located[Onderzoek]]:
    """Yield every onderzoek; its text is kept for the places in it, but it is no file of the registers."""
    for entry in reading.list(ONDERZOEKEN):
        folder = f"{ONDERZOEKEN}/{entry.name}"
        is_hidden = entry.name.startswith(".")
        if is_hidden or ONDERZOEK not in {below.name for below in reading.list(folder)}:
            continue
        file = f"{folder}/{ONDERZOEK}"
        document = reading.read(file, Onderzoek)
        if document.model is None or document.text is None or document.source is None:
            reading.onleesbaar.add(ONDERZOEKEN)
            continue
        reading.texts[file], reading.sources[file] = document.text, document.source
        yield Located(document.model, Place(file))


def _read_afwegingskaders(
    reading: _Reading, beleid: Beleidsbron, gewoon: set[str]
) -> Iterator[Afwegingskader]:
    """Yield the afwegingskaders that a weging names, and ``gewoon``, that of the werkmap.

    One that is not there is for a controle to tell of.
    """
    signalen = (item for item in reading.documents.values() if isinstance(item, Signaal))
    named = {weging.afwegingskader for signaal in signalen for weging in signaal.wegingen} | gewoon
    for verwijzing in sorted(named):
        document = beleid.find_afwegingskader(verwijzing)
        if document is None:
            continue
        if document.model is None:
            reading.onleesbaar.add(f"afweging:{verwijzing}")
        else:
            yield document.model
