"""Find and read templates: those of the werkmap first, then those that travel with the tool."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.huisstijl import Sjabloon

SJABLOON = "sjabloon.yaml"
EXTENSIE = ".md.j2"
HOOFD = f"rapport{EXTENSIE}"
REFERENTIE = "referentie.docx"
_MAX_FILES = 50


class SjabloonNotFoundError(ToezichtError):
    """No template has this name; ``help`` names the nearest."""


class Sjabloonbestanden(NamedTuple):
    """A template: its name, what it is for, its texts by file name, and whether it is the user's own.

    ``referentie`` is the Word file with the styles that it wants, or None. ``is_vooraf``: it goes out
    before the onderzoek, and waits for no oordeel.
    """

    naam: str
    omschrijving: str
    teksten: dict[str, str]
    folder: Path
    is_eigen: bool
    referentie: bytes | None = None
    is_vooraf: bool = False
    is_jaarverslag: bool = False


def list_sjablonen(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the names of all templates in ``folders``, sorted, each once."""
    return tuple(sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{SJABLOON}")}))


def read_sjabloon(naam: str, folders: tuple[Path, ...], *, own: Path) -> Sjabloonbestanden:
    """Return the template ``naam`` of the first folder that has it.

    Args:
        naam: the name of its folder.
        folders: where templates are, the first one first.
        own: the folder of the templates that travel with the tool.

    Raises:
        SjabloonNotFoundError: no folder has it.
        ToezichtError: a file of it cannot be read; nothing outside its folder is.
    """
    for folder in folders:
        if (folder / naam / SJABLOON).is_file() and Path(naam).name == naam:
            return _read(folder / naam, own)
    known = list_sjablonen(folders)
    hulp = suggest(naam, known) or f"deze zijn er: {', '.join(known)}"
    raise SjabloonNotFoundError(f"sjabloon {quote(naam)} is er niet", hulp)


def _read(folder: Path, own: Path) -> Sjabloonbestanden:
    is_eigen = folder.parent != own
    if is_eigen and (folder.is_symlink() or folder.parent.is_symlink()):
        message = f"sjabloon {folder.name} is een verwijzing naar een andere map (link)"
        raise ToezichtError(message, "zet het sjabloon zelf in templates")
    shown = f"{folder.name}/{SJABLOON}"
    sjabloon = read_document(folder, SJABLOON, Sjabloon, shown, own=not is_eigen).require()
    if sjabloon.naam != folder.name:
        message = f"{shown}: naam is anders dan de naam van de map"
        raise ToezichtError(message, "maak ze gelijk")
    teksten = dict(_read_teksten(folder, is_eigen=is_eigen))
    if HOOFD not in teksten:
        raise ToezichtError(f"in de map van sjabloon {folder.name} ontbreekt {HOOFD}")
    teksten = {**_read_delen(sjabloon.delen_van, folder, own), **teksten}
    is_vooraf = sjabloon.soort == "voorbereiding"
    return Sjabloonbestanden(
        folder.name,
        sjabloon.omschrijving,
        teksten,
        folder,
        is_eigen,
        _read_referentie(folder),
        is_vooraf,
        sjabloon.soort == "jaarverslag",
    )


def _read_delen(naam: str | None, folder: Path, own: Path) -> dict[str, str]:
    """Return the parts of a template that travels with the tool, without its main text."""
    if naam is None:
        return {}
    if not (own / naam / SJABLOON).is_file():
        hulp = suggest(naam, list_sjablonen((own,))) or "noem een sjabloon van het programma, zoals standaard"
        raise ToezichtError(f"{folder.name}/{SJABLOON}: sjabloon {quote(naam)} is er niet", hulp)
    found = _read_teksten(own / naam, is_eigen=False)
    return {name: tekst for name, tekst in found if name != HOOFD}


def _read_teksten(folder: Path, *, is_eigen: bool) -> Iterator[tuple[str, str]]:
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(EXTENSIE))
    if len(names) > _MAX_FILES:
        raise ToezichtError(f"sjabloon {folder.name} heeft meer dan {_MAX_FILES} bestanden")
    for name in names:
        try:
            yield name, decode(read_bytes(folder, name, own=not is_eigen))
        except BestandError as error:
            raise ToezichtError(f"{folder.name}/{name}: {error}") from error


def _read_referentie(folder: Path) -> bytes | None:
    if not (folder / REFERENTIE).exists():
        return None
    try:
        return read_bytes(folder, REFERENTIE)
    except BestandError as error:
        raise ToezichtError(f"{folder.name}/{REFERENTIE}: {error}") from error
