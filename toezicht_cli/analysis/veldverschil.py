"""Veldverschil: every difference between two elements, item by item and never by position.

The walk knows no field by name, so nothing that a model holds can be forgotten: no difference is found
if and only if both say the same. Only what identifies an item of a list is listed here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from toezicht_cli.analysis.tekstverschil import is_same_tekst
from toezicht_cli.models.base import Element
from toezicht_cli.models.betrokkenen import Bezoek, Gemeente, Onderzoeker
from toezicht_cli.models.cijfer import Aandeel, Gelijkheid, Optelling
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.kader import Grondslag, Onvolledigheid, Puntlabel, Vraag
from toezicht_cli.models.onderzoek import Begrip, Kadermigratie, NietOnderzocht
from toezicht_cli.models.uitzondering import Uitzondering
from toezicht_cli.models.verbeterpunt import Opvolging
from toezicht_cli.models.verloop import Stap, Toetsopmerking, Versie, Verzending

# What an item of a list goes by; all others go by their ``id``.
IDENTITEIT: Mapping[type[Element], tuple[str, ...]] = {
    Gemeente: ("naam",),
    Onderzoeker: ("naam",),
    Bezoek: ("datum", "locatie"),
    NietOnderzocht: ("wat",),
    Begrip: ("term",),
    Kadermigratie: ("datum", "van", "naar"),
    Optelling: ("som",),
    Aandeel: ("deel", "geheel"),
    Gelijkheid: ("grootheid",),
    Opvolging: ("datum",),
    Stap: ("datum", "maatregel"),
    Toetsopmerking: ("datum", "door"),
    Verzending: ("datum", "aan", "wat"),
    Versie: ("nummer",),
    Uitzondering: ("controle", "bestand", "plaats"),
    Grondslag: ("bepaling",),
    Onvolledigheid: ("wat",),
    Puntlabel: ("soort",),
    Vraag: ("rol", "vraag"),
}
Soort = Literal["nieuw", "vervallen", "gewijzigd", "volgorde"]


class Schrede(NamedTuple):
    """One step on the way to a difference: a field, and the item in it when that is a list."""

    veld: str
    item: str | None = None


class Veldverschil(NamedTuple):
    """One difference; ``oud`` and ``nieuw`` are the values (None: not there).

    With ``volgorde`` they are the names of the items in their order.
    """

    soort: Soort
    pad: tuple[Schrede, ...]
    oud: object = None
    nieuw: object = None


def compare_elements(oud: Element, nieuw: Element, pad: tuple[Schrede, ...] = ()) -> Iterator[Veldverschil]:
    """Yield every difference between two elements of one class, in the order of the fields."""
    if oud is nieuw:
        return
    for veld in type(nieuw).model_fields:
        before, after = getattr(oud, veld), getattr(nieuw, veld)
        if before is not after:
            yield from _compare(before, after, pad, veld)


def is_same(oud: object, nieuw: object) -> bool:
    """Whether two values say the same: a text may be wrapped anew, 17.50 is 17.5."""
    if isinstance(oud, str) and isinstance(nieuw, str):
        return is_same_tekst(oud, nieuw)
    if isinstance(oud, Element) and type(oud) is type(nieuw):
        assert isinstance(nieuw, Element)  # noqa: S101 - its type was compared; this tells mypy
        return next(compare_elements(oud, nieuw), None) is None
    return type(oud) is type(nieuw) and oud == nieuw


def show_value(value: object) -> str:
    """Return a value as it is written in a file."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Datum):
        return value.tekst
    if isinstance(value, tuple):
        return ", ".join(show_value(item) for item in value)
    return str(value)


def name_item(item: object) -> str:
    """Return what identifies an item: its id or other names, or a plain value itself; "" for a group."""
    if not isinstance(item, Element):
        return show_value(item)
    names = (getattr(item, veld, None) for veld in IDENTITEIT.get(type(item), ("id",)))
    return " · ".join(show_value(name) for name in names if name is not None)


def _compare(oud: object, nieuw: object, pad: tuple[Schrede, ...], veld: str) -> Iterator[Veldverschil]:
    if isinstance(oud, Element) and isinstance(nieuw, Element):
        yield from compare_elements(oud, nieuw, (*pad, Schrede(veld)))
    elif isinstance(oud, tuple) and isinstance(nieuw, tuple):
        yield from _compare_items(_named(oud), _named(nieuw), pad, veld)
    elif isinstance(oud, dict) and isinstance(nieuw, dict):
        yield from _compare_items(oud, nieuw, pad, veld, ordered=False)
    elif not is_same(oud, nieuw):
        soort: Soort = "nieuw" if oud is None else "vervallen" if nieuw is None else "gewijzigd"
        yield Veldverschil(soort, (*pad, Schrede(veld)), oud, nieuw)


def _compare_items(
    oud: Mapping[str, object],
    nieuw: Mapping[str, object],
    pad: tuple[Schrede, ...],
    veld: str,
    *,
    ordered: bool = True,
) -> Iterator[Veldverschil]:
    for naam, before in oud.items():
        if naam not in nieuw:
            yield Veldverschil("vervallen", (*pad, Schrede(veld, naam)), before, None)
    for naam, after in nieuw.items():
        here = (*pad, Schrede(veld, naam))
        before = oud.get(naam)
        if before is None:
            yield Veldverschil("nieuw", here, None, after)
        elif isinstance(before, Element) and isinstance(after, Element):
            yield from compare_elements(before, after, here)
        elif not is_same(before, after):
            yield Veldverschil("gewijzigd", here, before, after)
    kept = ([naam for naam in oud if naam in nieuw], [naam for naam in nieuw if naam in oud])
    if ordered and kept[0] != kept[1]:
        yield Veldverschil("volgorde", (*pad, Schrede(veld)), tuple(kept[0]), tuple(kept[1]))


def _named(items: Sequence[object]) -> dict[str, object]:
    """Return the items by name; of two with one name the second is called ``naam (2)``."""
    seen: Counter[str] = Counter()
    named: dict[str, object] = {}
    for item in items:
        naam = name_item(item) if isinstance(item, Element) else " ".join(show_value(item).split())
        seen[naam] += 1
        while (key := naam if seen[naam] == 1 else f"{naam} ({seen[naam]})") in named:
            seen[naam] += 1
        named[key] = item
    return named
