"""Zaken: every onderzoek of a werkmap in short."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.analysis.zaakmaken import make_zaak
from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.oordeel import FAMILIES
from toezicht_cli.services.plek import kadermap_for

# No fout of these families can be excepted, so no day makes a difference to their number.
_ALTIJD = date.min


class Zakenlezing(NamedTuple):
    """The zaken of a werkmap, in the order of their folders."""

    zaken: tuple[Zaak, ...]


def read_zaken(
    werkmap: Path,
    *,
    zonder_cache: bool = False,  # noqa: ARG001 - see the helper PORTEFEUILLE
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Zakenlezing:
    """Return every onderzoek of ``werkmap`` in short.

    Args:
        werkmap: the folder with ``toezicht.yaml``, or one onderzoek.
        zonder_cache: whether to read everything again.
        tell: is called with how many were read, and of how many.

    Raises:
        NietGevondenError: there is no onderzoek.
    """
    roots = find_onderzoeken(werkmap)
    rules = load_rules(FAMILIES)
    found = []
    for number, root in enumerate(roots, 1):
        load = load_dossier(root, kadermap_for(root))
        checked = check_loaded(load, rules, _ALTIJD)
        fouten = sum(item.severity is Severity.ERROR for item in checked.diagnostics)
        pad = root.relative_to(werkmap.resolve()).as_posix() if root.is_relative_to(werkmap.resolve()) else ""
        found.append(make_zaak(load.dossier, pad, fouten))
        tell(number, len(roots))
    return Zakenlezing(tuple(found))
