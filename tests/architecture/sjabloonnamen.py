"""Write which names a template can use, from the context that the examples really give."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.base import Element
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import EerderOordeel, Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verloop import Handhaving
from toezicht_cli.rendering.context.inzetten import Inzetten
from toezicht_cli.rendering.document import Opdracht, make_context
from toezicht_cli.rendering.jaardocument import Jaaropdracht, make_jaarcontext
from toezicht_cli.rendering.sjabloon import Handle
from toezicht_cli.services.huisstijl import find_stijl
from toezicht_cli.services.jaarverslag import Jaarvraag, report_jaar
from toezicht_cli.services.plek import kadermap_for

_CASES = (
    "voorbeelden/socra-2025",
    "voorbeelden/thuiszorgzeker-2021",
    "voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026",
    "voorbeelden/de-linde-2026/onderzoeken/de-linde-2026",
    "docs/handboek/lindeland/onderzoeken/linde-2026",
    "tests/rules/_basis/onderzoeken/basis",
)
_HEAD = """\
# Namen in een sjabloon

Deze namen kun je gebruiken in een [eigen sjabloon](handboek/05-het-rapport.md#een-eigen-sjabloon). Een punt
betekent: een onderdeel daarvan. Achter een pijl staat wat er in elk onderdeel van een lijst zit.

- **tekst** en **getal**: komt er letterlijk te staan. **ja of nee**: ook te gebruiken in `{% if … %}`.
- **opmaak**: een tekst met alinea's en lijsten, een oordeel, een verwijzing, een tabel of een grafiek.
- **kan leeg zijn**: zet er `{% if … %}` omheen.

Drie filters helpen bij het schrijven:

- `{{ telling.getoetst|in_woorden }}` maakt van 18 *achttien*;
- `{{ onderzoek.domein|opsomming }}` maakt van een lijst *a, b en c*;
- `{{ punt.soort|hoofdletter }}` begint met een hoofdletter.

| naam | wat het is | kan leeg zijn |
|---|---|---|
"""
_JAARHEAD = """
## In een sjabloon van het jaarverslag

Een sjabloon met `soort: jaarverslag` krijgt andere namen. De filters zijn dezelfde.

| naam | wat het is | kan leeg zijn |
|---|---|---|
"""
# A year with the year before and one without, one of a gemeente, and one of aggregates.
_JAREN = (
    ("voorbeelden/waterlanden", 2026, None),
    ("voorbeelden/waterlanden", 2025, "Waterstad"),
    ("voorbeelden/waterlanden", 2026, "Meerdorp"),
    ("voorbeelden/nmd-2018", 2018, None),
)

_HANDHAVING = Handhaving.model_validate(
    {"stappen": ({"datum": "2026-05-01", "maatregel": "x", "besloten_door": "y", "toelichting": "z"},)}
)


# No example here follows from a register, or is a hertoets: the bare ones do.
_VERBAND = {"hertoets_van": "vorig-2025", "naar_aanleiding_van": ("S-2026-001",)}
# No example is a hertoets: the bare ones get what one has, on every norm; not every norm was judged then.
_EERDER = EerderOordeel.model_validate({"onderzoek": "vorig-2025", "oordeel": "voldoet", "kader": "x@1"})
_ZONDER = EerderOordeel.model_validate({"onderzoek": "vorig-2025", "kader": "x@1"})


def render_names(root: Path) -> str:
    """Return the page: every name with its kind, over all examples, whole and bare."""
    kinds: dict[str, set[str]] = {}
    for case in _CASES:
        whole = load_dossier(root / case, kadermap_for(root / case)).dossier
        for dossier in (whole, _without_optional(whole)):
            for name, kind in _walk("", _context(dossier, root / case)):
                kinds.setdefault(name, set()).add(kind)
    return _HEAD + _rows(kinds) + _JAARHEAD + _rows(_names_of_jaren(root))


def _rows(kinds: Mapping[str, set[str]]) -> str:
    return "".join(_row(name, kinds[name]) for name in _grouped(list(kinds)))


def _names_of_jaren(root: Path) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for werkmap, jaar, gemeente in _JAREN:
        verslag = report_jaar(root / werkmap, Jaarvraag(jaar, gemeente, date(2026, 10, 8))).verslag
        context = make_jaarcontext(verslag, Jaaropdracht({}, "0" * 64), Inzetten(Cijfers()))
        for name, kind in _walk("", context):
            kinds.setdefault(name, set()).add(kind)
    return kinds


def _grouped(names: list[str]) -> list[str]:
    """Return names in the order of their first part, then of their second, whenever they were met."""
    parts = {name: tuple(re.split(r"\.| → ?", name)) for name in names}
    first: dict[tuple[str, ...], int] = {}
    for path in parts.values():
        for length in range(1, len(path) + 1):
            first.setdefault(path[:length], len(first))
    return sorted(
        names, key=lambda name: [first[parts[name][:length]] for length in range(1, len(parts[name]) + 1)]
    )


def _context(dossier: Dossier, root: Path) -> Mapping[str, Any]:
    opdracht = Opdracht({}, "definitief", "0" * 64)
    return make_context(dossier, opdracht, find_stijl(root, None), Inzetten(dossier.cijfers))


def _without_optional(dossier: Dossier) -> Dossier:
    """Return the dossier with only what a file must have, a measure, and what a hertoets has."""
    documents = {file: _bare(element) for file, element in dossier.documents.items()}
    return Dossier(dossier.naam, {**documents, "handhaving.yaml": _HANDHAVING})


def _bare(element: Element) -> Element:
    if isinstance(element, Normoordeel):
        eerder = _ZONDER if element.oordeel == "voldoet" else _EERDER
        return element if element.status else element.model_copy(update={"eerder": eerder})
    bare = _strip(element)
    return bare.model_copy(update=_VERBAND) if isinstance(bare, Onderzoek) else bare


def _strip(element: Element) -> Element:
    """Return an element without its optional values; lists keep their items, each stripped."""
    update: dict[str, object] = {}
    for name, info in type(element).model_fields.items():
        value = getattr(element, name)
        if isinstance(value, tuple) and value and all(isinstance(item, Element) for item in value):
            update[name] = tuple(_strip(item) for item in value)
        elif isinstance(value, Element) and (info.is_required() or name in {"reikwijdte", "eindoordeel"}):
            update[name] = _strip(value)
        elif not info.is_required() and name not in _KEPT:
            update[name] = info.default
    return element.model_copy(update=update)


_KEPT = {"locatie", "cijfers"}


def _walk(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(f"{name}.{key}" if name else str(key), item)
    elif isinstance(value, list):
        yield name, "lijst"
        for item in value:
            yield from _walk(f"{name} →", item) if not isinstance(item, Mapping) else _parts(name, item)
    else:
        yield name, _kind(value)


def _parts(name: str, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        yield from _walk(f"{name} → {key}", value)


def _kind(value: object) -> str:
    if value is None:
        return "leeg"
    if isinstance(value, Handle):
        return "opmaak"
    if isinstance(value, bool):
        return "ja of nee"
    return "getal" if isinstance(value, int) else "tekst"


def _row(name: str, kinds: set[str]) -> str:
    shown = " of ".join(sorted(kinds - {"leeg"})) or "tekst"
    return f"| `{name}` | {shown} | {'ja' if 'leeg' in kinds else 'nee'} |\n"
