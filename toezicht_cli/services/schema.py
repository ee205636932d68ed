"""The JSON Schemas: of every kind of file, from its model, and of every JSON output, from its type."""

import importlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from toezicht_cli import outputs
from toezicht_cli.analysis.modelschema import Schema, Schemasoort, schema_of_model
from toezicht_cli.analysis.uitvoerschema import schema_of_type
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.discovery import walk_modules
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.dossier import BESTANDEN, BEVINDINGEN
from toezicht_cli.loading.registers import REGISTERS
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.base import Element
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.models.huisstijl import Huisstijl, Sjabloon
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.werkmap import Werkmap

_URN = "urn:toezicht:schema:"
_UITVOER = "uitvoer-"
_EXTENSION = ".schema.json"
_TITELS = {
    "onderzoek": "Het onderzoek zelf: aanbieder, werkwijze, fase en data",
    "bevinding": "Eén norm: bevindingen en oordeel",
    "bronnen": "De bronnenlijst",
    "verbeterpunten": "Verbeterpunten en vereiste aanpassingen",
    "cijfers": "Getallen uit het onderzoek, en wat moet optellen",
    "uitvraag": "Opgevraagde documenten",
    "wederhoor": "Reacties van de aanbieder op het concept",
    "handhaving": "Maatregelen en besluiten",
    "collegiale_toets": "Opmerkingen van collega's bij het concept",
    "verzonden": "Wat aan wie verzonden is",
    "uitzonderingen": "Meldingen die het team accepteert",
    "vaststelling": "Vastgestelde versies; dit bestand schrijft toezicht zelf",
    "signaal": "Een signaal over een aanbieder, met weging en besluit",
    "melding": "Een melding van een calamiteit of geweld",
    "gesprek": "Een gesprek buiten een onderzoek",
    "aanbieder": "Een aanbieder zoals de werkmap die kent",
    "jaarcijfers": "De totalen van een jaar zonder register",
    "toetsingskader": "Een toetsingskader: schaal, thema's en normen",
    "afwegingskader": "Een afwegingskader: hoe een signaal gewogen wordt",
    "bevoegdheid": "Wie waarvoor bevoegd is",
    "overgang": "Wat er met de normen gebeurde in een nieuwe versie",
    "kalender": "De kalender: welke dagen geen werkdag zijn",
    "werkmap": "De werkmap: van welke organisatie zij is",
    "huisstijl": "De huisstijl van rapporten: kleur, logo en lettertypen",
    "sjabloon": "Een sjabloon voor een document",
}


class _Bron(NamedTuple):
    """Where a schema comes from: which files, and how it is built."""

    bestanden: str
    build: Callable[[], Schema]


def list_schemas() -> tuple[Schemasoort, ...]:
    """Return every kind that has a schema: those of files first, then those of outputs."""
    files = [Schemasoort(naam, _titel(naam), bron.bestanden) for naam, bron in _bronnen().items()]
    uitvoer = [Schemasoort(f"{_UITVOER}{kind}", _titel(f"{_UITVOER}{kind}"), None) for kind in _uitvoer()]
    return (*files, *uitvoer)


def build_schema(soort: str) -> Schema:
    """Return the JSON Schema (2020-12) of a kind.

    Raises:
        ToezichtError: there is no such kind.
    """
    names = _names()
    if soort not in names:
        hulp = suggest(soort, names) or "toezicht schema toont welke er zijn"
        raise ToezichtError(f"schema {quote(soort)} is er niet", hulp)
    kind = soort.removeprefix(_UITVOER)
    schema = _build_uitvoer(kind) if kind != soort else _bronnen()[soort].build()
    dialect = schema.pop("$schema")
    return {"$schema": dialect, "$id": f"{_URN}{soort}:1", "title": _titel(soort), **schema}


def to_text(schema: Schema) -> str:
    """Return a schema as it is shown and written."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_file(soort: str) -> str:
    """Return the name of the file that holds the schema of a kind."""
    return f"{soort}{_EXTENSION}"


def write_schemas(folder: Path, soort: str | None = None) -> tuple[Path, ...]:
    """Write the schema of one kind, or of all, in ``folder``, which is made when it is not there.

    Raises:
        ToezichtError: a file of that name is not ours, or it could not be written.
    """
    texts = {name: to_text(build_schema(name)) for name in ([soort] if soort else _names())}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ToezichtError(f"de map {folder} is niet te maken", "kies een andere map met --uit") from error
    return tuple(_write(folder, schema_file(name), text) for name, text in texts.items())


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    if not path.exists() and not path.is_symlink():
        write_atomically(path, text)
        return path
    try:
        old = read_bytes(folder, name)
        is_ours = f'"{_URN}' in decode(old)
    except BestandError as error:
        raise ToezichtError(f"{path}: {error}") from error
    if not is_ours:
        hulp = "kies een andere map met --uit, of haal het bestand weg"
        raise ToezichtError(f"{path} is geen schema van toezicht: er is niets overheen geschreven", hulp)
    if old != text.encode():
        write_atomically(path, text, expected=old.decode())
    return path


def _bronnen() -> dict[str, _Bron]:
    """Return the kinds of files, a new file of an onderzoek included, in the order in which they are read."""
    onderzoek, *rest = ((name.removesuffix(".yaml"), name, model) for name, model in BESTANDEN.items())
    rows: list[tuple[str, str, type[Element]]] = [
        onderzoek,
        ("bevinding", f"{BEVINDINGEN}/*.yaml", Normoordeel),
        *rest,
        *((soort.naam, f"{soort.map}/{'*/' * (soort.diepte - 1)}*.yaml", soort.model) for soort in REGISTERS),
        ("toetsingskader", "kaders/toetsing/*/*.yaml", Toetsingskader),
        ("afwegingskader", "kaders/afweging/*/*.yaml", Afwegingskader),
        ("bevoegdheid", "kaders/bevoegdheid/bevoegdheid.yaml", Bevoegdheden),
        ("overgang", "kaders/overgang/*/*.yaml", Kaderovergang),
        ("kalender", "kaders/termijnen/kalender.yaml", Kalender),
        ("werkmap", "toezicht.yaml", Werkmap),
        ("huisstijl", "huisstijl.yaml", Huisstijl),
        ("sjabloon", "templates/*/sjabloon.yaml", Sjabloon),
    ]
    return {name: _Bron(files, partial(schema_of_model, model)) for name, files, model in rows}


def _uitvoer() -> tuple[str, ...]:
    """Return the kinds of results that can be had as JSON."""
    modules = (name.split(".") for name in walk_modules(outputs))
    return tuple(parts[-2] for parts in modules if parts[-1] == "json")


def _build_uitvoer(kind: str) -> Schema:
    schema = schema_of_type(importlib.import_module(f"toezicht_cli.outputs.{kind}.json").SCHEMA)
    schema["properties"]["formaat"] = {"const": f"toezicht/{kind}/1"}
    return schema


def _names() -> list[str]:
    return [found.naam for found in list_schemas()]


def _titel(soort: str) -> str:
    kind = soort.removeprefix(_UITVOER)
    return _TITELS[soort] if kind == soort else f"JSON-uitvoer: {kind}"
