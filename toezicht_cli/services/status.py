"""Status: read and check onderzoeken, and measure how far they are."""

from datetime import date
from pathlib import Path

from toezicht_cli.analysis.volgende_stap import next_step
from toezicht_cli.analysis.voortgang import Meldingen, Onderzoekstatus, Status, measure_voortgang
from toezicht_cli.diagnostics import Diagnostic, Severity
from toezicht_cli.loading.dossier import BEVINDINGEN, LoadResult
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.inzage import read_inzage


def report_status(pad: Path, here: Path, today: date) -> Status:
    """Return the status of the onderzoek that ``pad`` means, or of every one in a werkmap.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek.
    """
    roots = find_onderzoeken(pad)
    is_werkmap = not pad.resolve().is_relative_to(roots[0])
    return Status(tuple(_status(root, here, today) for root in roots), is_werkmap, today)


def _status(root: Path, here: Path, today: date) -> Onderzoekstatus:
    load, inzage = read_inzage(root, here)
    checked = check_loaded(load, load_rules(), today)
    meldingen = _count(frozenset(checked.diagnostics))
    voortgang = measure_voortgang(load.dossier, _unreadable_oordelen(load), today)
    stap = next_step(voortgang, meldingen, is_leesbaar=not inzage.onleesbaar)
    return Onderzoekstatus(inzage, voortgang, meldingen, stap)


def _count(diagnostics: frozenset[Diagnostic]) -> Meldingen:
    found = [diagnostic.severity for diagnostic in diagnostics]
    return Meldingen(*(found.count(severity) for severity in Severity))


def _unreadable_oordelen(load: LoadResult) -> frozenset[str]:
    """Return what the files of normoordelen that could not be read are called: ``1.2``, ``1.2@L1``."""
    start = f"{BEVINDINGEN}/"
    return frozenset(
        name.removeprefix(start).removesuffix(".yaml")
        for name in load.paths
        if name.startswith(start) and name not in load.dossier.documents
    )
