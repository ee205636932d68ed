"""Nieuwe: only the findings that a change brings in, compared with where it left another version."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.herkenning import select_nieuwe
from toezicht_cli.diagnostics import CheckResult, Diagnostic, Severity
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.git.objecten import find_commits, find_merge_base
from toezicht_cli.services.check import check_loads, check_werkmap
from toezicht_cli.services.kanten import Plek
from toezicht_cli.services.plek import Doelen

_READING = ("STR", "KDR")


def check_nieuwe(doelen: Doelen, van: str, here: Path, today: date) -> CheckResult:
    """Check ``doelen`` as they are now, and keep the findings that ``van`` did not have.

    The change begins where the history of now left ``van`` (the merge base), so that what was mended on
    ``van`` since then does not count as brought in. ``bekend`` of the result tells how many are left out.
    While a file cannot be read, that fout counts, new or not.

    Args:
        doelen: the onderzoeken; and kaders and registers, of which every finding is told, new or not.
        van: a revision, such as ``main``.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended, for both.

    Raises:
        GitError: an onderzoek is not in git, or ``van`` is not known there.
        NietsGecontroleerdError: there was nothing to check.
    """
    earlier = list(_load_earlier(doelen.roots, van))
    result = check_werkmap(doelen, here, today)
    if not earlier:  # every onderzoek is new
        return result
    before = check_loads(earlier, here, today)
    nieuwe = set(select_nieuwe(result.diagnostics, before.diagnostics))
    if result.onleesbaar:
        nieuwe |= {found for found in result.diagnostics if _hides(found)}
    kept = tuple(found for found in result.diagnostics if found in nieuwe)
    return replace(result, diagnostics=kept, bekend=len(result.diagnostics) - len(kept))


def _hides(found: Diagnostic) -> bool:
    """Whether a finding may say what could not be read: nobody can see what the change did behind it."""
    return found.severity is Severity.ERROR and found.rule_id.startswith(_READING)


def _load_earlier(roots: Sequence[Path], van: str) -> Iterator[LoadResult]:
    """Yield the onderzoeken that were there already, as they were."""
    for root in roots:
        plek = Plek(root)
        repository = plek.repository
        begin = find_merge_base(repository, *find_commits(repository, [van, "HEAD"]))
        opname = plek.at(begin, van)
        for onderzoek in opname.onderzoeken:
            yield opname.load(onderzoek)
