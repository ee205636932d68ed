"""Vingerafdruk: one SHA-256 over everything of an onderzoek that a report may show.

A report carries it as ``toezicht-gegevens:<vingerafdruk>``. So ``controleer`` sees without reading the
report that the data changed after it was made. Comments, the order of keys in a file and the order of
the files do not count; the order of lists and named figures does, for a report shows them in that order.
"""

import hashlib
import json
from decimal import Decimal
from typing import cast

from toezicht_cli.analysis.bevriezen import NIET_IN_RAPPORT, counted_documents
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader

MERK = "toezicht-gegevens:"
# Half of the fingerprint: long enough that no other data have it, short enough to read out.
_KENMERK = 32
_GROEP = 4


def fingerprint(dossier: Dossier) -> str:
    """Return the fingerprint of the data as they are, 64 hexadecimal digits; the kader counts too.

    Of an onderzoek that was vastgesteld only what was there at that moment counts: see ``freeze``.
    """
    return _hash({file: _plain(element) for file, element in counted_documents(dossier).items()})


def fingerprint_files(dossier: Dossier, op: Datum | None = None) -> dict[str, str]:
    """Return a fingerprint of the content of each file that a report may show, by its name.

    The kader is left out: it has a fingerprint of its own. ``op`` is the day of vaststelling, when that is
    another than ``onderzoek.yaml`` says.
    """
    return {
        file: fingerprint_element(element)
        for file, element in counted_documents(dossier, op).items()
        if not isinstance(element, Toetsingskader)
    }


def fingerprint_element(element: Element) -> str:
    """Return the fingerprint of all that one file says."""
    return _hash(_plain(element))


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def show_kenmerk(gegevens: str) -> str:
    """Return the first half of a fingerprint in groups of four, as people read and compare it."""
    return " ".join(gegevens[start : start + _GROEP] for start in range(0, _KENMERK, _GROEP))


def is_volledig(dossier: Dossier) -> bool:
    """Whether every file that a report may show could be read; else a fingerprint says nothing."""
    unseen = {"omgeving", *(name.removesuffix(".yaml") for name in NIET_IN_RAPPORT)}
    return not dossier.onleesbaar - unseen


def _plain(value: object) -> object:
    """Return a value as JSON can write it, each kind of value in a form of its own.

    A field that has its default is left out: a report must not grow old because a later version
    of the tool knows one more field.
    """
    if isinstance(value, Element):
        defaults = type(value).model_fields
        return {name: _plain(item) for name, item in value if item != defaults[name].default}
    if isinstance(value, dict):
        return [[key, _plain(item)] for key, item in cast("dict[str, object]", value).items()]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal | Datum):
        return {type(value).__name__: str(value)}
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no form in a fingerprint")
