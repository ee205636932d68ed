"""Grenzen: which limits count for a run, and whether its result keeps to them."""

from collections.abc import Sequence
from pathlib import Path

from toezicht_cli.analysis.grenzen import (
    Grenzen,
    GrenzenError,
    Uitslag,
    choose_grenzen,
    judge_aantallen,
    read_hoogstens,
)
from toezicht_cli.diagnostics import CheckResult, Severity
from toezicht_cli.loading.vinden import find_werkmap
from toezicht_cli.services.werkmap import read_werkmap


def find_grenzen(roots: Sequence[Path], hoogstens: Sequence[str], *, streng: bool) -> Grenzen:
    """Return the limits for a check of the onderzoeken in ``roots``.

    Args:
        roots: the folders of the onderzoeken; their werkmappen may set limits.
        hoogstens: what the command says, which replaces the limit of the werkmap for each weight.
        streng: whether the command lets a let-op weigh as much as a fout.

    Raises:
        GrenzenError: the command cannot be understood, or the onderzoeken stand in werkmappen that differ:
            a number that counts for all of them at once would be wrong for one.
        ToezichtError: a ``toezicht.yaml`` cannot be used: its limits are unknown then.
    """
    opdracht = read_hoogstens(hoogstens)
    folders = dict.fromkeys(find_werkmap(root) for root in roots)
    found = [choose_grenzen(_read_hoogstens(folder), opdracht, streng=streng) for folder in folders]
    if any(grenzen != found[0] for grenzen in found):
        message = "deze onderzoeken staan in werkmappen met verschillende grenzen (hoogstens)"
        raise GrenzenError(message, "controleer elke werkmap apart, of noem de grenzen met --hoogstens")
    return found[0] if found else choose_grenzen({}, opdracht, streng=streng)


def judge_result(result: CheckResult, grenzen: Grenzen) -> Uitslag:
    """Return whether a result keeps to the limits; accepted findings do not count."""
    return judge_aantallen({severity: result.count(severity) for severity in Severity}, grenzen)


def _read_hoogstens(folder: Path | None) -> dict[Severity, int]:
    if folder is None:
        return {}
    return {Severity(zwaarte): getal for zwaarte, getal in read_werkmap(folder).hoogstens.items()}
