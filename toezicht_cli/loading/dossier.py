"""Read the folder of one onderzoek into a dossier, with everything that is wrong on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from toezicht_cli.diagnostics import Location, Place, nearest, quote
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaders import KALENDER, Kaderbron, KaderNotFoundError, hash_kader
from toezicht_cli.loading.lezen import Document, make_document
from toezicht_cli.loading.listing import list_yaml
from toezicht_cli.loading.rapportlezen.kenmerk import read_kenmerken
from toezicht_cli.loading.stand import Mapstand, Stand
from toezicht_cli.loading.vertrouwelijk import OVERGESLAGEN
from toezicht_cli.loading.yaml_text import YamlText
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier, Omgeving
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.uitvraag import Uitvraag
from toezicht_cli.models.uitzondering import Uitzonderingen
from toezicht_cli.models.verbeterpunt import Verbeterpunten
from toezicht_cli.models.verloop import (
    CollegialeToets,
    Handhaving,
    Vaststelling,
    Verzonden,
    Wederhoor,
)
from toezicht_cli.models.werkmap import Werkmap

# What the root of an onderzoek may hold, in the order in which it is read.
BESTANDEN: dict[str, type[Element]] = {
    "onderzoek.yaml": Onderzoek,
    "bronnen.yaml": Bronnenlijst,
    "verbeterpunten.yaml": Verbeterpunten,
    "cijfers.yaml": Cijfers,
    "uitvraag.yaml": Uitvraag,
    "wederhoor.yaml": Wederhoor,
    "handhaving.yaml": Handhaving,
    "collegiale_toets.yaml": CollegialeToets,
    "verzonden.yaml": Verzonden,
    "uitzonderingen.yaml": Uitzonderingen,
    "vaststelling.yaml": Vaststelling,
}
# The part of a dossier that is not in its folder: ``toezicht.yaml`` and the kalender.
OMGEVING = "omgeving"
VERPLICHT = ("onderzoek.yaml", "bronnen.yaml")
BEVINDINGEN = "bevindingen"
MAX_BESTANDEN = 2_000


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A dossier, its texts with positions, and the faults of reading.

    ``texts``, ``sources`` and ``paths`` are keyed on the file as seen from ``root``; the kader has its
    own key. A file that is no YAML has a source and no text.
    """

    root: Path
    dossier: Dossier
    texts: dict[str, YamlText]
    paths: dict[str, Path]
    faults: tuple[Fault, ...]
    sources: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Loading:
    stand: Stand
    documents: dict[str, Element] = field(default_factory=dict)
    texts: dict[str, YamlText] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    onleesbaar: set[str] = field(default_factory=set)
    kader_hash: str | None = None
    omgeving: Omgeving = field(default_factory=Omgeving)

    def read(self, name: str, model: type[Element], part: str) -> None:
        """Read one file of the folder as ``model``, and remember that ``part`` is incomplete if not."""
        document = make_document(lambda: self.stand.read(name), name, model)
        self.add(document, self.stand.root / name, part)

    def add(self, document: Document[Element], path: Path, part: str) -> None:
        """Add a read file to the dossier."""
        self.note(document, path, part)
        if document.model is not None:
            self.documents[document.file] = document.model

    def note(self, document: Document[Element], path: Path, part: str) -> None:
        """Remember the text and the faults of a file that is no part of the dossier itself."""
        self.paths[document.file] = path
        self.faults += document.faults
        if document.source is not None:
            self.sources[document.file] = document.source
        if document.text is not None:
            self.texts[document.file] = document.text
        if document.model is None:
            self.onleesbaar.add(part)

    def fault(self, code: str, file: str, message: str, help: str | None = None) -> None:  # noqa: A002 - the word of Fault
        """Add a fault about a whole file."""
        self.paths.setdefault(file, self.stand.root / file)
        self.faults.append(Fault(code, Location(file), message, help))


def load_dossier(root: Path, kaders: Kaderbron) -> LoadResult:
    """Return the onderzoek in the folder ``root`` as it is now; see ``load_stand``."""
    return load_stand(Mapstand(root), kaders)


def load_stand(stand: Stand, kaders: Kaderbron) -> LoadResult:
    """Return the onderzoek in ``stand`` with the kader it names.

    Never raises for what stands in the folder: what cannot be read is a fault, the rest is read.
    """
    loading = _Loading(stand)
    names = _list_files(loading)
    for name, model in BESTANDEN.items():
        if name in names:
            loading.read(name, model, name.removesuffix(".yaml"))
    for name in names:
        if name.startswith(f"{BEVINDINGEN}/"):
            loading.read(name, Normoordeel, BEVINDINGEN)
    _report_missing(loading, names)
    _load_kader(loading, kaders)
    _load_omgeving(loading, kaders)
    dossier = (
        Dossier(stand.naam, loading.documents, frozenset(loading.onleesbaar), loading.kader_hash)
        .with_omgeving(loading.omgeving)
        .with_rapporten(read_kenmerken(stand))
    )
    return LoadResult(
        stand.root, dossier, loading.texts, loading.paths, tuple(loading.faults), loading.sources
    )


def _load_kader(loading: _Loading, kaders: Kaderbron) -> None:
    onderzoek = loading.documents.get("onderzoek.yaml")
    if not isinstance(onderzoek, Onderzoek):
        loading.onleesbaar.add("kader")
        return
    try:
        document, path = kaders.read(onderzoek.kader)
    except KaderNotFoundError as error:
        location = loading.texts["onderzoek.yaml"].locate(Place("onderzoek.yaml", ("kader",)))
        loading.faults.append(Fault("KDR001", location, str(error), error.help))
        loading.onleesbaar.add("kader")
        return
    loading.add(document, path, "kader")
    if document.text is not None:
        loading.kader_hash = hash_kader(document.text.value)


def _load_omgeving(loading: _Loading, kaders: Kaderbron) -> None:
    """Read what the werkmap says; the kalender only when there is a term that it counts for.

    A sound ``toezicht.yaml`` is no file of the onderzoek; one with a fault is told of with it.
    """
    found = kaders.read_werkmap()
    if found is None:
        return
    document, path = found
    document = replace(document, faults=(*document.faults, *_double_termijnen(document)))
    if document.faults or document.model is None:
        loading.note(document, path, OMGEVING)
    werkmap = document.model
    kalender = None
    if werkmap is not None and werkmap.termijnen:
        read = kaders.read_kalender()
        kalender = read.model
        if read.faults or kalender is None:  # it is an own one, for ours is sound
            loading.note(read, path.parent / "kaders" / KALENDER, OMGEVING)
    loading.omgeving = Omgeving(werkmap, kalender)


def _double_termijnen(document: Document[Werkmap]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, termijn in enumerate(document.model.termijnen if document.model else ()):
        if termijn.id in seen and document.text is not None:
            place = Place(document.file).at("termijnen", index, "id")
            message = f"termijn {quote(termijn.id)} staat er al"
            yield Fault("TRM014", document.text.locate(place), message, "geef elke termijn een eigen id")
        seen.add(termijn.id)


def _report_missing(loading: _Loading, names: list[str]) -> None:
    for name in VERPLICHT:
        part = name.removesuffix(".yaml")
        if name in names or part in loading.onleesbaar:
            continue  # it is there, or it was said already why it cannot be read
        loading.onleesbaar.add(part)
        loading.fault("STR014", name, f"{name} ontbreekt", "een onderzoek heeft dit bestand altijd")


def _list_files(loading: _Loading) -> list[str]:
    """Return the YAML files that belong to the onderzoek, sorted; report those that do not."""
    listing = list_yaml(loading.stand.scan, OVERGESLAGEN)
    for fault in listing.faults:
        name = fault.location.file
        loading.onleesbaar |= {_part(name)} if name else {_part(file) for file in (*BESTANDEN, BEVINDINGEN)}
        loading.fault(fault.rule_id, name or "onderzoek.yaml", fault.message)
    known = [name for name in listing.files if _is_known(name)]
    _report_unknown(loading, [name for name in listing.files if not _is_known(name)], known)
    bevindingen = [name for name in known if name not in BESTANDEN]
    if len(bevindingen) > MAX_BESTANDEN:
        loading.fault("STR008", BEVINDINGEN, f"er zijn meer dan {MAX_BESTANDEN} bestanden")
        loading.onleesbaar.add(BEVINDINGEN)
    return [*(name for name in known if name in BESTANDEN), *bevindingen[:MAX_BESTANDEN]]


def _is_known(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return name in BESTANDEN or (folder == BEVINDINGEN and file.endswith(".yaml"))


def _part(name: str) -> str:
    """Return the part of a dossier that a file or folder belongs to."""
    return name.partition("/")[0].removesuffix(".yaml")


def _report_unknown(loading: _Loading, names: list[str], known: list[str]) -> None:
    """Report unknown files: in the folder itself one by one, in a folder below it together."""
    grouped: dict[str, list[str]] = {}
    for name in names:
        folder = name.rpartition("/")[0]
        grouped.setdefault(folder or name, []).append(name)
    for first, *others in grouped.values():
        file = first.rpartition("/")[2]
        more = f" en nog {len(others)} in deze map" if others else ""
        meant = _meant(first)
        loading.fault("STR013", first, f"onbekend bestand {quote(file)}{more}", _advice(meant))
        if meant and meant not in known:
            loading.onleesbaar.add(_part(meant))


def _meant(name: str) -> str | None:
    """Return the file or folder that an unknown one was probably meant to be."""
    top, _, below = name.partition("/")
    if below:
        return f"{BEVINDINGEN}/" if nearest(top.lower(), (BEVINDINGEN,)) else None
    stems = {file.removesuffix(".yaml"): file for file in BESTANDEN}
    close = nearest(top.lower().rpartition(".")[0], stems)
    return stems[close] if close else None


def _advice(meant: str | None) -> str:
    if meant is None:
        return f"haal het weg, of zet het in {BEVINDINGEN}/ of bijlagen/"
    if meant.endswith("/"):
        return f"bestanden in {meant} eindigen op .yaml en staan niet in een map daarbinnen"
    return f"bedoelde je {meant}?"
