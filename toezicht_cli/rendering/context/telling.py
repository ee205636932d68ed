"""Context of the tally: in numbers, in words, as a chart and as a table."""

from collections.abc import Iterator, Sequence
from typing import Any

from toezicht_cli.analysis.telling import Telling, ZonderOordeel
from toezicht_cli.analysis.uitkomst import Uitkomst
from toezicht_cli.models.kader import Thema
from toezicht_cli.rendering.boom import (
    Align,
    Badge,
    Cell,
    Chart,
    ChartBar,
    ChartCategory,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
)
from toezicht_cli.rendering.context.inzetten import GRIJS, Inzetten

_ZONDER = (
    ("niet_getoetst", "Niet getoetst"),
    ("niet_van_toepassing", "Niet van toepassing"),
    ("eerder_getoetst", "Eerder getoetst"),
    ("meegewogen", "Alleen meegewogen in het eindoordeel"),
    ("buiten_reikwijdte", "Buiten de reikwijdte"),
)
_ZONDER_OORDEEL = "Zonder oordeel"


def make_telling(uitkomst: Uitkomst, inzetten: Inzetten) -> dict[str, Any]:
    """Return the tally of the whole onderzoek for a template."""
    telling = uitkomst.telling
    themas = uitkomst.themas
    return _numbers(telling, inzetten) | {
        "zin": uitkomst.zin,
        "tabel": inzetten.blok(_table(themas, telling)),
        "grafiek": inzetten.blok(_chart(themas)) if telling.getoetst else None,
        "locaties": [
            {"id": item.vestiging.id, "naam": item.vestiging.naam, **_numbers(item.telling, inzetten)}
            for item in uitkomst.locaties
        ],
    }


def make_thematelling(telling: Telling, inzetten: Inzetten) -> dict[str, Any]:
    """Return the tally of one thema for a template."""
    return _numbers(telling, inzetten)


def norm_link(naam: str) -> tuple[str, str]:
    """Return anchor and words for a norm as a tally names it: ``1.1``, or ``1.1@L1``."""
    norm, _, locatie = naam.partition("@")
    return f"norm-{norm}", f"{norm}\u00a0({locatie})" if locatie else norm


def _numbers(telling: Telling, inzetten: Inzetten) -> dict[str, Any]:
    return {
        "in_kader": telling.in_kader,
        "getoetst": telling.getoetst,
        "niet_beoordeeld": telling.in_kader - telling.getoetst,
        "vestigingen": telling.vestigingen,
        "categorieen": [
            {
                "id": item.categorie.id,
                "label": item.categorie.label,
                "merk": inzetten.merk(item.categorie),
                "aantal": item.aantal,
                "normen": inzetten.verwijzingen([norm_link(naam) for naam in item.normen]),
            }
            for item in telling.categorieen
        ],
        "zonder_oordeel": list(_walk_zonder(telling, inzetten)),
        "nog_open": inzetten.verwijzingen([norm_link(naam) for naam in telling.nog_open]),
    }


def _walk_zonder(telling: Telling, inzetten: Inzetten) -> Iterator[dict[str, Any]]:
    for veld, label in _ZONDER:
        items: Sequence[ZonderOordeel] = getattr(telling, veld)
        if items:
            normen = [
                {
                    "norm": inzetten.verwijzing(*norm_link(item.norm)),
                    "reden": inzetten.woorden(item.reden) if item.reden else None,
                }
                for item in items
            ]
            yield {"label": label, "merk": inzetten.grijs_merk(label), "aantal": len(items), "normen": normen}


def _chart(themas: Sequence[tuple[Thema, Telling]]) -> Chart:
    first = themas[0][1]
    categories = [
        ChartCategory(item.categorie.symbool, item.categorie.label, item.categorie.kleur)
        for item in first.categorieen
    ]
    rest = any(telling.in_kader > telling.getoetst for _, telling in themas)
    if rest:
        categories.append(ChartCategory("–", _ZONDER_OORDEEL, GRIJS))
    bars = tuple(
        ChartBar(
            f"{thema.id} {thema.titel}",
            (
                *(item.aantal for item in telling.categorieen),
                *((telling.in_kader - telling.getoetst,) if rest else ()),
            ),
        )
        for thema, telling in themas
    )
    return Chart("Oordelen per thema", _describe(bars, categories), tuple(categories), bars)


def _describe(bars: Sequence[ChartBar], categories: Sequence[ChartCategory]) -> str:
    """Return all that the chart shows in words."""
    sentences = []
    for bar in bars:
        pairs = zip(bar.values, categories, strict=True)
        parts = [f"{value} {category.label.lower()}" for value, category in pairs if value]
        sentences.append(f"Thema {bar.label}: {', '.join(parts) or 'geen normen'}.")
    return " ".join(sentences)


def _table(themas: Sequence[tuple[Thema, Telling]], whole: Telling) -> Table:
    categories = whole.categorieen
    head = (
        _cell("Thema"),
        *(
            Cell((Paragraph((Badge(item.categorie.symbool, item.categorie.label, item.categorie.kleur),)),))
            for item in categories
        ),
        _cell(_ZONDER_OORDEEL),
        _cell("Normen samen"),
    )
    rows = [
        (
            Cell((Paragraph((Reference(f"thema-{thema.id}", (Text(f"{thema.id} {thema.titel}"),)),)),)),
            *(_cell(str(number)) for number in _counts(telling)),
        )
        for thema, telling in themas
    ]
    total = (_strong("Alle thema's"), *(_strong(str(number)) for number in _counts(whole)))
    right: Align = "right"
    numbers = (right,) * (len(categories) + 2)
    return Table(
        (Text("Aantal normen per thema en per oordeel"),), head, (*rows, total), ("left", *numbers), ()
    )


def _counts(telling: Telling) -> tuple[int, ...]:
    numbers = [item.aantal for item in telling.categorieen]
    return (*numbers, telling.in_kader - telling.getoetst, telling.in_kader)


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def _strong(text: str) -> Cell:
    return Cell((Paragraph((Strong((Text(text),)),)),))
