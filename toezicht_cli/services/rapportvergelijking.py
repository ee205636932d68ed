"""Rapportvergelijking: make a report of our own again, to see what a committed one should say."""

from pathlib import Path

from toezicht_cli.analysis.rapportverschil import find_verschillen
from toezicht_cli.analysis.telling import TellingError
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import read_bytes
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.rapportlezen.lezen import read_regels
from toezicht_cli.loading.sjablonen import list_sjablonen
from toezicht_cli.models.rapporttekst import Rapportregel, Rapporttekst
from toezicht_cli.rendering.boom import Variant
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.services.rapport import (
    Wensen,
    build,
    fitting_variant,
    prepare,
    sjabloonfolders,
    write,
)

_OTHER: dict[Variant, Variant] = {"concept": "definitief", "definitief": "concept"}


def expect(rapport: Rapporttekst, load: LoadResult, here: Path, huisstijl: Path | None) -> Rapporttekst:
    """Return ``rapport`` with what it should say; one that has no name of ours as it is.

    A report does not say which variant it is, so the one that it looks most like is taken.

    Raises:
        ToezichtError: it cannot be made again.
    """
    made_by = _find_maker(rapport.bestand, load)
    if made_by is None:
        return rapport
    content = read_bytes(load.root, rapport.bestand, most=MAX_BYTES)
    variant = fitting_variant(load)
    best: tuple[Rapportregel, ...] | None = None
    for candidate in (variant, _OTHER[variant]):
        made = _make(load, Wensen((made_by[1],), made_by[0], huisstijl), candidate, here)
        if made == content:
            return rapport._replace(verwacht=rapport.regels, is_gelijk=True)
        regels = tuple(read_regels(made, Path(rapport.bestand).suffix))
        if best is None or _distance(rapport, regels) < _distance(rapport, best):
            best = regels
    return rapport._replace(verwacht=best)


def _distance(rapport: Rapporttekst, regels: tuple[Rapportregel, ...]) -> int:
    return sum(1 for _ in find_verschillen(rapport.regels, regels))


def _find_maker(bestand: str, load: LoadResult) -> tuple[str, str] | None:
    """Return template and format of ``rapport/<id>-<sjabloon>.<ext>``; None for any other name."""
    path = Path(bestand)
    naam, _, sjabloon = path.stem.partition(f"{load.dossier.naam}-")
    formats = {f".{find_writer(name).extension}": name for name in writer_names()}
    if naam or path.suffix not in formats or sjabloon not in list_sjablonen(sjabloonfolders(load.root)):
        return None
    return sjabloon, formats[path.suffix]


def _make(load: LoadResult, wensen: Wensen, variant: Variant, here: Path) -> bytes:
    source = prepare(load, variant, wensen, here)
    try:
        return write(build(source, here), source, wensen.formaten[0])
    except (TellingError, LookupError) as error:
        message = "er staat een fout in het onderzoek"
        raise ToezichtError(message, "los eerst de fouten op: toezicht controleer") from error
