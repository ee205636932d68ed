"""Kader: list, read, check and compare toetsingskaders."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from toezicht_cli.analysis.kadervergelijking import Kadervergelijking, compare_kaders
from toezicht_cli.diagnostics import CheckResult, ToezichtError, quote
from toezicht_cli.loading.beleid import AFWEGING, GevondenAfweging, list_afwegingskaders, read_afwegingskader
from toezicht_cli.loading.beleidsdossier import load_afwegingskader
from toezicht_cli.loading.kaderdossier import GevondenKader, load_kader
from toezicht_cli.loading.kaders import SOORT
from toezicht_cli.loading.overgangen import list_overgangen, load_overgang
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.plek import kadermap_for

# What a kader alone can be checked on.
FAMILIES = ("str", "kdr", "int")


def list_kaders(here: Path) -> tuple[GevondenKader, ...]:
    """Return every kader that can be used in the folder ``here``, those of the werkmap first."""
    kadermap = kadermap_for(here)
    return tuple(_found(verwijzing, here) for verwijzing in kadermap.names())


def get_kader(verwijzing: str, here: Path) -> Toetsingskader:
    """Return one kader.

    Raises:
        KaderNotFoundError: there is none of this name.
        ToezichtError: it has a fout and cannot be shown.
    """
    found = _found(verwijzing, here)
    if found.kader is None:
        hulp = f"toezicht kader controleer {verwijzing} laat zien wat er mis is"
        raise ToezichtError(f"kader {quote(verwijzing)} is niet te lezen", hulp)
    return found.kader


def get_afwegingskader(verwijzing: str, here: Path) -> Afwegingskader | None:
    """Return the afwegingskader of this name, None when there is none.

    Raises:
        ToezichtError: it has a fout and cannot be shown.
    """
    folders = kadermap_for(here).folders
    if verwijzing not in list_afwegingskaders(folders):
        return None
    document = read_afwegingskader(verwijzing, folders)
    if document.model is None:
        hulp = f"toezicht kader controleer {verwijzing} laat zien wat er mis is"
        raise ToezichtError(f"kader {quote(verwijzing)} is niet te lezen", hulp)
    return document.model


def list_afwegingen(here: Path) -> tuple[GevondenAfweging, ...]:
    """Return every afwegingskader that can be used in ``here``, by name."""
    folders = kadermap_for(here).folders
    return tuple(
        GevondenAfweging(name, read_afwegingskader(name, folders).model)
        for name in list_afwegingskaders(folders)
    )


def has_toetsingskader(verwijzing: str, here: Path) -> bool:
    """Whether there is a toetsingskader of this name."""
    return verwijzing in kadermap_for(here).names()


def check_kaders(verwijzingen: Sequence[str], here: Path, today: date) -> CheckResult:
    """Check kaders by name or path, or all that can be used in ``here``, with how each came to be.

    The overgang to a kader is checked with it, and so is an afwegingskader of that name.

    Raises:
        KaderNotFoundError: one of the names is unknown.
    """
    kadermap = kadermap_for(here)
    toetsing, afweging = kadermap.names(), list_afwegingskaders(kadermap.folders)
    verwijzingen = [_name_of(item, here, kadermap.folders) for item in verwijzingen]
    names = tuple(verwijzingen) or toetsing
    # A name may be that of a toetsingskader, of an afwegingskader, or of both.
    loads = (
        load_kader(kadermap.find(name), name) for name in names if name in toetsing or name not in afweging
    )
    wegingen = (
        load_afwegingskader(name, kadermap.folders) for name in verwijzingen or afweging if name in afweging
    )
    known = list_overgangen(kadermap.folders)
    wanted = known if not verwijzingen else [name for name in names if name in known]
    overgangen = (load_overgang(name, kadermap) for name in wanted)
    return check_loads(chain(loads, wegingen, overgangen), here, today, load_rules(FAMILIES))


def _name_of(verwijzing: str, here: Path, folders: Sequence[Path]) -> str:
    """Return ``naam@versie`` of a path to a kader in one of ``folders``, else what was given."""
    path = here / verwijzing
    homes = [(folder / soort).resolve() for folder in folders for soort in (SOORT, AFWEGING)]
    # Only the home is resolved: a link below it is refused when the kader is read.
    is_kader = path.suffix == ".yaml" and path.parent.parent.resolve() in homes
    return f"{path.parent.name}@{path.stem}" if is_kader else verwijzing


def compare(oud: str, nieuw: str, here: Path) -> Kadervergelijking:
    """Return what differs between two kaders; raises as ``get_kader`` does."""
    return compare_kaders(get_kader(oud, here), get_kader(nieuw, here))


def _found(verwijzing: str, here: Path) -> GevondenKader:
    kadermap = kadermap_for(here)
    path = kadermap.find(verwijzing)
    herkomst = "meegeleverd" if path.is_relative_to(kadermap.folders[-1]) else "werkmap"
    return GevondenKader(verwijzing, path, herkomst, load_kader(path, verwijzing).dossier.find_kader())
