"""Herkenning: which finding of today is which finding of another day.

A fingerprint is taken over the code, the file, the anker (see ``Diagnostic``), the name that the message
mentions (``I50``, norm ``1.3``, what stands between quotes), and over how manieth of its like it is.

Not over line and column, which move when somebody types above them. Not over the other words and the
numbers of the message: "18 van de 21" becomes 19 when a norm is added, and a new version of this program
may say it better. Not over the names either when there are several: such a message sums up, and when one
of five is mended the other four are not new. Not over the weight: the same finding weighs more in a
later fase.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from toezicht_cli.diagnostics import Diagnostic, Severity, mask, mask_path

# Names in a message: between quotes, I50 or V01, dossiers_zonder_verslag, norm 1.10 (but not 1.500).
_NAME = re.compile(
    r"'[^']*'|\b[A-Za-z]{1,4}[0-9]{1,4}[a-z]?\b|\b[a-z0-9]+(?:_[a-z0-9]+)+\b|\b[0-9]{1,2}(?:\.[0-9]{1,2})+\b"
)


class _Kern(NamedTuple):
    """What two findings must share to be the same one."""

    code: str
    file: str
    anker: str
    name: str


def identify_meldingen(meldingen: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Return for every finding a fingerprint (64 hexadecimal digits), all different, in the same order.

    Findings that are alike are numbered in the order of their places, whatever order they come in: give
    all findings of a check, the accepted ones too, so that accepting one does not renumber the others.
    """
    found = [""] * len(meldingen)
    seen: Counter[_Kern] = Counter()
    for index in sorted(range(len(meldingen)), key=lambda index: _order(meldingen[index])):
        kern = _find_kern(meldingen[index])
        found[index] = _hash(kern, seen[kern])
        seen[kern] += 1
    return tuple(found)


def select_nieuwe(meldingen: Sequence[Diagnostic], eerdere: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the ``meldingen`` that were not among the ``eerdere``, in the same order.

    Of findings that are alike (see the module), those with the same words are paired first, then the
    others one to one: of two, one more is one new. A finding that weighs more than before is new too: it
    is the change that made it so. So is one about another value in the same place: another BSN.
    """
    before: defaultdict[tuple[_Kern, int], list[Diagnostic]] = defaultdict(list)
    for melding in eerdere:
        before[(_find_kern(melding), melding.woorden)].append(melding)
    after: defaultdict[tuple[_Kern, int], list[int]] = defaultdict(list)
    for index, melding in enumerate(meldingen):
        after[(_find_kern(melding), melding.woorden)].append(index)
    new = {
        index
        for kern, indexes in after.items()
        for index in _unpaired({index: meldingen[index] for index in indexes}, before[kern])
    }
    return tuple(melding for index, melding in enumerate(meldingen) if index in new)


def _unpaired(meldingen: dict[int, Diagnostic], eerdere: Sequence[Diagnostic]) -> list[int]:
    """Return the keys of the ``meldingen``, all alike, for which nothing among ``eerdere`` is left."""
    spare = Counter((melding.message, melding.severity) for melding in eerdere)
    left: defaultdict[Severity, list[int]] = defaultdict(list)
    for key, melding in meldingen.items():
        same = (melding.message, melding.severity)
        if spare[same]:
            spare[same] -= 1
        else:
            left[melding.severity].append(key)
    new: list[int] = []
    available = 0
    for severity in Severity:  # the worst first: it can only be paired with what weighed as much
        available += sum(count for (_, weight), count in spare.items() if weight is severity)
        new += left[severity][available:]
        available = max(0, available - len(left[severity]))
    return new


def _order(melding: Diagnostic) -> tuple[object, ...]:
    """Return where a finding comes: by its place, and of two in one place by the words that it is about."""
    return (melding.sort_key, melding.woorden)


def _find_kern(melding: Diagnostic) -> _Kern:
    """Return what a finding is recognised by; masked, for a BSN can be guessed back from a hash."""
    names = set(_NAME.findall(mask(melding.message)))
    name = names.pop() if len(names) == 1 else ""
    return _Kern(melding.rule_id, mask_path(melding.location.file), melding.anker, name)


def _hash(kern: _Kern, occurrence: int) -> str:
    # JSON and not a joined text: a file name may hold whatever would join.
    return sha256(json.dumps([*kern, occurrence]).encode()).hexdigest()
