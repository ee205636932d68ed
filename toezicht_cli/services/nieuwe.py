"""Nieuwe: only the findings that a change brings in, compared with where it left another version."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.herkenning import select_nieuwe
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Severity
from toezicht_cli.loading.git.objecten import find_commits, find_merge_base
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import REGISTERCODES, check_loads, check_werkmap
from toezicht_cli.services.kanten import Gitopname, Plek
from toezicht_cli.services.plek import Doelen

_READING = ("STR", "KDR")


def check_nieuwe(doelen: Doelen, van: str, here: Path, today: date) -> CheckResult:
    """Check ``doelen`` as they are now, and keep the findings that ``van`` did not have.

    The change begins where the history of now left ``van`` (the merge base), so that what was mended on
    ``van`` since then does not count as brought in. ``bekend`` of the result tells how many are left out.
    While a file cannot be read, that fout counts, new or not.

    Args:
        doelen: the onderzoeken and registers; and kaders, of which every finding is told, new or not.
        van: a revision, such as ``main``.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended, for both.

    Raises:
        GitError: an onderzoek is not in git, or ``van`` is not known there.
        NietsGecontroleerdError: there was nothing to check.
    """
    before = _check_earlier(doelen, van, here, today)
    result = check_werkmap(doelen, here, today)
    if before is None:  # all of it is new
        return result
    nieuwe = set(select_nieuwe(result.diagnostics, before))
    if result.onleesbaar:
        nieuwe |= {found for found in result.diagnostics if _hides(found)}
    kept = tuple(found for found in result.diagnostics if found in nieuwe)
    return replace(result, diagnostics=kept, bekend=len(result.diagnostics) - len(kept))


def _hides(found: Diagnostic) -> bool:
    """Whether a finding may say what could not be read: nobody can see what the change did behind it."""
    return found.severity is Severity.ERROR and found.rule_id.startswith(_READING)


def _check_earlier(doelen: Doelen, van: str, here: Path, today: date) -> tuple[Diagnostic, ...] | None:
    """Return what was found in what was there already, None when nothing was there."""
    onderzoeken = [
        opname.load(onderzoek)
        for root in doelen.roots
        for opname in [_open_earlier(root, van)]
        for onderzoek in opname.onderzoeken
    ]
    of_werkmap = (_open_earlier(werkmap, van).load_registers() for werkmap in doelen.registers)
    registers = [load for load in of_werkmap if load is not None and load.paths]
    if not onderzoeken and not registers:
        return None
    of_register = tuple(rule for rule in load_rules() if rule.id.startswith(REGISTERCODES))
    found = check_loads(onderzoeken, here, today).diagnostics if onderzoeken else ()
    return found + (check_loads(registers, here, today, of_register).diagnostics if registers else ())


def _open_earlier(folder: Path, van: str) -> Gitopname:
    """Return an onderzoek or werkmap as it was where the change began."""
    plek = Plek(folder)
    repository = plek.repository
    begin = find_merge_base(repository, *find_commits(repository, [van, "HEAD"]))
    return plek.at(begin, van)
