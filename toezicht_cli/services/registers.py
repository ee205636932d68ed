"""Registers: the entries of a werkmap, for the services that count or show them."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from toezicht_cli.analysis.registernaam import find_naam
from toezicht_cli.diagnostics import Location, ToezichtError
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.registers import load_registers
from toezicht_cli.loading.vinden import WERKMAP, find_werkmap
from toezicht_cli.models.base import Element
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.werkmap import read_werkmap

R = TypeVar("R", bound=Element)


class Registers(NamedTuple):
    """What the registers of a werkmap hold, in the order of their files.

    ``faults`` names every file that could not be read (as seen from ``pad``), or of which nobody knows what
    it is about because its name says something else (a copy): it is in none of the lists.
    """

    pad: Path
    werkmap: Werkmap
    signalen: tuple[Signaal, ...]
    meldingen: tuple[Melding, ...]
    gesprekken: tuple[Gesprek, ...]
    aanbieders: tuple[Registeraanbieder, ...]
    onderzoeken: tuple[Onderzoek, ...]
    jaarcijfers: tuple[Jaarcijfers, ...]
    faults: tuple[Fault, ...]


def require_werkmap(start: Path) -> Path:
    """Return the werkmap at or above ``start``.

    Raises:
        ToezichtError: there is none; the help says how one is made.
    """
    found = find_werkmap(start)
    if found is None:
        message = f"geen werkmap gevonden in {start} of erboven: er is geen {WERKMAP}"
        raise ToezichtError(message, "maak er een met toezicht werkmap nieuw MAP")
    return found


def read_registers(werkmap: Path) -> Registers:
    """Return the registers of the folder ``werkmap``.

    Raises:
        ToezichtError: ``toezicht.yaml`` cannot be used; the text names line and column.
    """
    inhoud = read_werkmap(werkmap)
    load = load_registers(werkmap, kadermap_for(werkmap))
    dossier = load.dossier
    misnamed = {
        file: found for file, element in dossier.documents.items() if (found := find_naam(file, element))
    }
    faults = [
        Fault(
            "STR015", Location(file), f"het bestand hoort {wanted} te heten", "hernoem het, of haal het weg"
        )
        for file, wanted in misnamed.items()
    ]

    def walk(kind: type[R]) -> tuple[R, ...]:
        return tuple(item.value for item in dossier.walk(kind) if item.place.file not in misnamed)

    return Registers(
        werkmap,
        inhoud,
        walk(Signaal),
        walk(Melding),
        walk(Gesprek),
        walk(Registeraanbieder),
        tuple(located.value for located in dossier.omgeving.onderzoeken),
        walk(Jaarcijfers),
        (*load.faults, *faults),
    )
