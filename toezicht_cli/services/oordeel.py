"""Oordeel: check the onderzoek, and tally it only when nothing stands in the way."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, make_uitkomst
from toezicht_cli.analysis.verwachting import compare_verwachting, parse_verwachting
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_onderzoek

# A fout in one of these families makes a tally unreliable, so none is given then.
FAMILIES = ("str", "kdr", "nrm", "oor", "int")


def tally_onderzoeken(pad: Path, here: Path, today: date) -> tuple[Oordeelsresultaat, ...]:
    """Return the outcome of the onderzoek that ``pad`` means, or of every one in a werkmap.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek.
    """
    return tuple(tally_onderzoek(root, here, today) for root in find_onderzoeken(pad))


def compare_rapport(results: Sequence[Oordeelsresultaat], rapport_zegt: str) -> tuple[str, ...]:
    """Return a Dutch line for every number of the report that differs from the tally.

    Raises:
        ToezichtError: what the report says is not complete, or there are several onderzoeken.
    """
    if len(results) > 1:
        raise ToezichtError("--rapport-zegt gaat over één rapport", "noem de map van dat ene onderzoek")
    uitkomst = results[0].uitkomst
    if uitkomst is None:
        return ()
    expected = parse_verwachting(rapport_zegt, uitkomst.kader.schaal)
    return compare_verwachting(expected, uitkomst.telling)


def tally_onderzoek(root: Path, here: Path, today: date) -> Oordeelsresultaat:
    """Return the tally of the onderzoek in ``root``, or the fouten that prevent it.

    Args:
        root: the folder with ``onderzoek.yaml``.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.
    """
    dossier, check = check_onderzoek(root, here, today, load_rules(FAMILIES))
    return Oordeelsresultaat(dossier.naam, None if check.has_errors else make_uitkomst(dossier), check)
