"""Read the folder of one onderzoek into a dossier, with everything that is wrong on the way."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from toezicht_cli.diagnostics import Location, Place, quote, suggest
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaders import Kadermap, KaderNotFoundError, read_kader
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.loading.yaml_text import YamlText
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
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
VERPLICHT = ("onderzoek.yaml", "bronnen.yaml")
BEVINDINGEN = "bevindingen"
OVERGESLAGEN = frozenset({"rapport", "bijlagen", "vertrouwelijk"})
MAX_BESTANDEN = 2_000
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A dossier, its texts with positions, and the faults of reading.

    ``texts`` and ``paths`` are keyed on the file as seen from ``root``; the kader has its own key.
    """

    root: Path
    dossier: Dossier
    texts: dict[str, YamlText]
    paths: dict[str, Path]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Loading:
    root: Path
    documents: dict[str, Element] = field(default_factory=dict)
    texts: dict[str, YamlText] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    onleesbaar: set[str] = field(default_factory=set)

    def read(self, name: str, model: type[Element], part: str) -> None:
        """Read one file of the folder as ``model``, and remember that ``part`` is incomplete if not."""
        self.add(read_document(self.root, name, model), self.root / name, part)

    def add(self, document: Document[Element], path: Path, part: str) -> None:
        """Add a read file to the dossier."""
        self.paths[document.file] = path
        self.faults += document.faults
        if document.text is not None:
            self.texts[document.file] = document.text
        if document.model is not None:
            self.documents[document.file] = document.model
        else:
            self.onleesbaar.add(part)

    def fault(self, code: str, file: str, message: str, help: str | None = None) -> None:  # noqa: A002 - the word of Fault
        """Add a fault about a whole file."""
        self.paths.setdefault(file, self.root / file)
        self.faults.append(Fault(code, Location(file), message, help))


def load_dossier(root: Path, kadermap: Kadermap) -> LoadResult:
    """Return the onderzoek in the folder ``root`` with the kader it names.

    Never raises for what stands in the folder: what cannot be read is a fault, the rest is read.
    """
    loading = _Loading(root)
    names = _list_files(loading)
    for name, model in BESTANDEN.items():
        if name in names:
            loading.read(name, model, name.removesuffix(".yaml"))
    for name in names:
        if name.startswith(f"{BEVINDINGEN}/"):
            loading.read(name, Normoordeel, BEVINDINGEN)
    for name in VERPLICHT:
        if name not in names:
            loading.onleesbaar.add(name.removesuffix(".yaml"))
            loading.fault("STR014", name, f"{name} ontbreekt", "een onderzoek heeft dit bestand altijd")
    _load_kader(loading, kadermap)
    dossier = Dossier(root.name, loading.documents, frozenset(loading.onleesbaar))
    return LoadResult(root, dossier, loading.texts, loading.paths, tuple(loading.faults))


def _load_kader(loading: _Loading, kadermap: Kadermap) -> None:
    onderzoek = loading.documents.get("onderzoek.yaml")
    if not isinstance(onderzoek, Onderzoek):
        loading.onleesbaar.add("kader")
        return
    try:
        path = kadermap.find(onderzoek.kader)
    except KaderNotFoundError as error:
        location = loading.texts["onderzoek.yaml"].locate(Place("onderzoek.yaml", ("kader",)))
        loading.faults.append(Fault("KDR001", location, str(error), error.help))
        loading.onleesbaar.add("kader")
        return
    loading.add(read_kader(path, f"kader {onderzoek.kader}"), path, "kader")


def _list_files(loading: _Loading) -> list[str]:
    """Return the YAML files that belong to the onderzoek, sorted; report those that do not."""
    names = []
    for name in sorted(_walk_yaml(loading.root, "", 0), key=_natural):
        folder, _, file = name.rpartition("/")
        if (folder == "" and file in BESTANDEN) or (folder == BEVINDINGEN and file.endswith(".yaml")):
            names.append(name)
        else:
            _report_unknown(loading, name)
        if len(names) > MAX_BESTANDEN:
            loading.fault("STR008", BEVINDINGEN, f"er zijn meer dan {MAX_BESTANDEN} bestanden")
            loading.onleesbaar.add(BEVINDINGEN)
            return names[:MAX_BESTANDEN]
    return names


def _report_unknown(loading: _Loading, name: str) -> None:
    folder, _, file = name.rpartition("/")
    if file.endswith(".yml"):
        hulp: str | None = f"noem het {file.removesuffix('.yml')}.yaml"
    else:
        hulp = suggest(file, tuple(BESTANDEN)) if not folder else suggest(folder, (BEVINDINGEN,))
    loading.fault(
        "STR013",
        name,
        f"onbekend bestand {quote(file)}",
        hulp or "haal het weg of zet het in bijlagen/",
    )


def _walk_yaml(folder: Path, prefix: str, depth: int) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        lower = entry.name.lower()
        if lower.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth < _MAX_DEPTH and not (prefix == "" and entry.name in OVERGESLAGEN):
                yield from _walk_yaml(folder / entry.name, f"{name}/", depth + 1)
        elif lower.endswith((".yaml", ".yml")):
            yield name
        elif entry.is_symlink() and entry.name == BEVINDINGEN:
            yield f"{name}.yaml"


def _natural(name: str) -> list[tuple[int, int | str]]:
    """Sort 1.2 before 1.10: numbers in a name count as numbers."""
    parts: list[tuple[int, int | str]] = []
    digits = ""
    for character in f"{name}\0":
        if character.isascii() and character.isdigit():
            digits += character
            continue
        if digits:
            parts.append((0, int(digits)))
            digits = ""
        parts.append((1, character))
    return parts
