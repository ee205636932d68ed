"""Read what an organisation decided about signalen: afwegingskaders, and who is competent for what."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import Place, ToezichtError, quote, suggest
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaderpad import kader_file, list_kaders
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.resources import data_folder

AFWEGING = "afweging"
BEVOEGDHEID = "bevoegdheid/bevoegdheid.yaml"


class AfwegingskaderNotFoundError(ToezichtError):
    """No afwegingskader has this name; ``help`` names the nearest."""


class GevondenAfweging(NamedTuple):
    """An afwegingskader that can be used here: its name, and its content when readable."""

    verwijzing: str
    kader: Afwegingskader | None


def read_afwegingskader(verwijzing: str, folders: tuple[Path, ...]) -> Document[Afwegingskader]:
    """Return the afwegingskader ``naam@versie`` of the first of ``folders`` that has it.

    No folder on the way may be a link, and name and versie must be those of the path; a name that leads
    to another folder is no name.

    Raises:
        AfwegingskaderNotFoundError: no folder has it.
    """
    naam, _, versie = verwijzing.partition("@")
    file = kader_file(AFWEGING, verwijzing)
    for folder in folders:
        if file and os.path.lexists(folder / file):
            shown = f"kader {verwijzing}"
            own = folder == data_folder("kaders")
            document = read_document(folder, file, Afwegingskader, shown, own=own)
            return replace(document, faults=(*document.faults, *_misnamed(document, naam, versie)))
    known = list_afwegingskaders(folders)
    hulp = suggest(verwijzing, known) or f"deze zijn er: {', '.join(known) or 'nog geen'}"
    raise AfwegingskaderNotFoundError(f"afwegingskader {quote(verwijzing)} is er niet", hulp)


def list_afwegingskaders(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return every ``naam@versie`` in ``folders``, sorted, each once."""
    return list_kaders(AFWEGING, folders)


def read_bevoegdheden(folders: tuple[Path, ...]) -> Document[Bevoegdheden]:
    """Return who is competent for what: of the first of ``folders`` that says so, else of the tool."""
    shipped = data_folder("kaders")
    folder = next((item for item in folders if os.path.lexists(item / BEVOEGDHEID)), shipped)
    return read_document(folder, BEVOEGDHEID, Bevoegdheden, own=folder == shipped)


def _misnamed(document: Document[Afwegingskader], naam: str, versie: str) -> Iterator[Fault]:
    if document.model is None or document.text is None:
        return
    for veld, gewenst in (("naam", naam), ("versie", versie)):
        if getattr(document.model, veld) != gewenst:
            location = document.text.locate(Place(document.file, (veld,)))
            message = f"{veld} van het kader is anders dan de naam op de schijf: {quote(gewenst)}"
            yield Fault("KDR003", location, message, "maak ze gelijk: een weging vindt het kader via het pad")
