"""Rapportcontrole: hold the text of reports against the data, for ``rapport --controleer``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.bevriezen import freeze
from toezicht_cli.analysis.inzage import find_onderzoek_of
from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import CheckResult, Location, ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.kenmerk import list_rapporten
from toezicht_cli.loading.rapportlezen.lezen import read_rapport
from toezicht_cli.loading.stand import Mapstand
from toezicht_cli.models.rapporttekst import Rapporttekst
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import NietsGecontroleerdError, check_loads
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapportvergelijking import expect

_ONLEESBAAR = "RAP007"
_WIJKT_AF = "RAP008"
_IN_WORDS = frozenset({"RAP002", "RAP003", "RAP004", "RAP005", "RAP006"})
# An uitzondering may be about a report that was not looked at this time.
_ONGEBRUIKT = "STR017"


def check_rapporten(
    root: Path, here: Path, today: date, bestanden: Sequence[Path], huisstijl: Path | None = None
) -> CheckResult:
    """Check reports against the data of the onderzoek in ``root``, with the controles RAP.

    Args:
        root: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.
        bestanden: the reports to read, wherever they stand; without any, those in ``rapport/``.
        huisstijl: the house style that our own reports were made with, when the user named one.

    Raises:
        BuitenbestandError: one of ``bestanden`` cannot be read.
        NietsGecontroleerdError: there is no report.
    """
    found = load_dossier(root, kadermap_for(root))
    # A report tells of the onderzoek as it was vastgesteld, not of what was noted in its files since.
    load = replace(found, dossier=freeze(found.dossier))
    read = _read_named(load, bestanden) if bestanden else _expect(_read_own(load), here, huisstijl)
    result = check_loads([read], here, today, load_rules(("rap",)))
    if not bestanden:
        return _without_doubles(result, read)
    kept = tuple(found for found in result.diagnostics if found.rule_id != _ONGEBRUIKT)
    return replace(result, diagnostics=kept)


def _read_named(load: LoadResult, bestanden: Sequence[Path]) -> LoadResult:
    """Return ``load`` with the reports that somebody named; one below the onderzoek keeps its short name."""
    rapporten, sources, paths = [], {}, {}
    for bestand in dict.fromkeys(bestanden):
        path = bestand.absolute()
        name = _name(path, load.root.absolute())
        try:
            rapport, source = read_rapport(path.parent, path.name)
        except BuitenbestandError as error:
            raise BuitenbestandError(f"{bestand.name}: {error}", error.help) from error
        _refuse_stranger(rapport, load)
        rapporten.append(rapport._replace(bestand=name))
        paths[name] = path
        if source is not None:
            sources[name] = source
    return _with(load, rapporten, sources, paths)


def _without_doubles(result: CheckResult, read: LoadResult) -> CheckResult:
    """Leave out what is said of a report that was made again: RAP008 names all that differs in it."""
    own = tuple(rapport.bestand for rapport in read.dossier.rapporten if rapport.verwacht is not None)
    kept = tuple(
        found
        for found in result.diagnostics
        if found.rule_id not in _IN_WORDS or not found.location.file.endswith(own)
    )
    return replace(result, diagnostics=kept)


def _refuse_stranger(rapport: Rapporttekst, load: LoadResult) -> None:
    """Refuse a file that does not even name the aanbieder: finding nothing in it would be no pass."""
    onderzoek = find_onderzoek_of(load.dossier)
    if onderzoek is None:
        return
    naam = normalize(onderzoek.aanbieder.naam.partition("(")[0])
    if not any(naam in normalize(regel.tekst) for regel in rapport.regels):
        message = (
            f"{Path(rapport.bestand).name} noemt {onderzoek.aanbieder.naam} nergens: er is niets vergeleken"
        )
        raise NietsGecontroleerdError(message, "is dit het rapport van dit onderzoek?")


def _read_own(load: LoadResult) -> LoadResult:
    """Return ``load`` with the reports in ``rapport/``; one that cannot be read becomes a finding."""
    rapporten, sources, faults = [], {}, []
    names = list_rapporten(Mapstand(load.root))
    if not names:
        raise NietsGecontroleerdError("er is geen rapport om te controleren", "maak er een: toezicht rapport")
    for name in names:
        try:
            rapport, source = read_rapport(load.root, name)
        except BuitenbestandError as error:
            faults.append(Fault(_ONLEESBAAR, Location(name), str(error), error.help))
            continue
        rapporten.append(rapport)
        if source is not None:
            sources[name] = source
    paths = {name: load.root / name for name in names}
    return _with(replace(load, faults=(*load.faults, *faults)), rapporten, sources, paths)


def _expect(load: LoadResult, here: Path, huisstijl: Path | None) -> LoadResult:
    """Return ``load`` with what our own reports should say; one that cannot be made becomes a finding."""
    rapporten, faults = [], []
    for rapport in load.dossier.rapporten:
        try:
            rapporten.append(expect(rapport, load, here, huisstijl))
        except ToezichtError as error:
            rapporten.append(rapport)
            message = f"dit rapport is niet opnieuw te maken om het te vergelijken: {error}"
            faults.append(Fault(_WIJKT_AF, Location(rapport.bestand), message, error.help))
    dossier = load.dossier.with_rapporten(tuple(rapporten))
    return replace(load, dossier=dossier, faults=(*load.faults, *faults))


def _with(
    load: LoadResult, rapporten: Iterable[Rapporttekst], sources: dict[str, str], paths: dict[str, Path]
) -> LoadResult:
    return replace(
        load,
        dossier=load.dossier.with_rapporten(tuple(rapporten)),
        sources={**load.sources, **sources},
        paths={**load.paths, **paths},
    )


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
