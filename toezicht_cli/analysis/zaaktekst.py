"""Zaaktekst: a zaak as text that can be kept, and back; equal parts of many zaken are kept once in memory."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from toezicht_cli.analysis.zaak import (
    Heroordeel,
    Maatregelstand,
    Normuitkomst,
    Puntstand,
    Termijnstand,
    Zaak,
)

_KINDS: dict[str, Callable[..., NamedTuple]] = {
    "uitkomsten": Normuitkomst,
    "punten": Puntstand,
    "termijnen": Termijnstand,
    "maatregelen": Maatregelstand,
    "heroordelen": Heroordeel,
}
_PLACES = [(Zaak._fields.index(name), kind) for name, kind in _KINDS.items()]
_STAPPEN = Puntstand._fields.index("stappen")
_TEXTS = [
    Zaak._fields.index(name)
    for name in (
        "gemeenten",
        "domein",
        "financiering",
        "voorzieningen",
        "momenten",
        "naar_aanleiding_van",
        "stuk",
    )
]
_LENGTH = len(Zaak._fields)
_SEEN_MOST = 200_000


def zaak_to_text(zaak: Zaak) -> str:
    """Return ``zaak`` as one line of JSON."""
    return json.dumps(zaak, separators=(",", ":"))


def zaak_from_text(text: str) -> Zaak:
    """Return the zaak that ``zaak_to_text`` made ``text`` of.

    Raises:
        (TypeError, ValueError, IndexError): it is no such text.
    """
    data = json.loads(text)
    if len(data) != _LENGTH:
        raise ValueError("this is no zaak of this version")
    for place in _TEXTS:
        data[place] = _frozen(data[place]) if data[place] else ()
    for place, kind in _PLACES:
        data[place] = tuple([_shared(kind, item) for item in data[place]]) if data[place] else ()
    return Zaak._make(data)


_seen: dict[Any, Any] = {}


def _shared(kind: Callable[..., NamedTuple], item: list[Any]) -> NamedTuple:
    """Return the part, the same one for the same data: ten thousand zaken hold few different ones."""
    if kind is Puntstand:
        item[_STAPPEN] = _frozen(item[_STAPPEN]) if item[_STAPPEN] else ()
    key = (kind, *item)
    found: NamedTuple | None = _seen.get(key)
    if found is None:
        found = kind(*item)
        if len(_seen) < _SEEN_MOST:
            _seen[key] = found
    return found


def _frozen(value: Any) -> Any:  # noqa: ANN401 - what JSON gives
    return tuple([_frozen(item) for item in value]) if isinstance(value, list) else value
