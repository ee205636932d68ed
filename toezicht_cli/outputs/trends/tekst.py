"""For people: per edition of a kader and year a table of themas, then the normen that failed most often."""

from collections.abc import Iterator

from toezicht_cli.analysis.trends import (
    KLEIN,
    ONBEKEND_JAAR,
    Aandeel,
    Editiepaar,
    Jaartrend,
    Thematrend,
    Trendoverzicht,
)
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kolommen import Kolom, render_kolommen
from toezicht_cli.outputs.terminal import paint, wrap

_NORMEN = (
    Kolom("Norm", 16),
    Kolom("kader", 12),
    Kolom("aantal", 6, is_getal=True),
    Kolom("van", 4, is_getal=True),
    Kolom("aandeel", 7, is_getal=True),
)
_LET_OP = (
    "Let op: welke aanbieders onderzocht zijn, hangt vaak af van signalen. Deze cijfers gaan over de "
    "onderzochte aanbieders en zeggen niets over alle aanbieders."
)


def render(trends: Trendoverzicht, view: View) -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _lines(trends, view))


def _lines(trends: Trendoverzicht, view: View) -> Iterator[str]:
    yield paint("Trends", "bold", view)
    yield from wrap(_telling(trends), view)
    if not trends.jaren:
        return
    yield from wrap(_LET_OP, view)
    for jaar in trends.jaren:
        yield ""
        yield from _jaar(jaar, view)
    if any(thema.is_klein for jaar in trends.jaren for thema in jaar.themas):
        yield ""
        yield from wrap(
            f"Bij minder dan {KLEIN} oordelen staat er geen percentage: dat zegt dan niets.", view
        )
    for paar in trends.edities:
        yield ""
        yield from wrap(_editie(paar), view)
    yield from _normen(trends, view)


def _telling(trends: Trendoverzicht) -> str:
    parts = [f"Geteld: {plural(trends.onderzoeken, 'vastgesteld onderzoek', 'vastgestelde onderzoeken')}."]
    if trends.niet_vastgesteld:
        parts.append(f"Nog niet vastgesteld en niet meegeteld: {trends.niet_vastgesteld}.")
    if trends.niet_geteld:
        parts.append(f"Niet te tellen: {len(trends.niet_geteld)} ({join_some(trends.niet_geteld)}).")
    return " ".join(parts)


def _jaar(jaar: Jaartrend, view: View) -> Iterator[str]:
    naam = "jaar onbekend" if jaar.jaar == ONBEKEND_JAAR else jaar.jaar
    kop = f"{jaar.kader.verwijzing} · {naam} · {plural(jaar.onderzoeken, 'onderzoek', 'onderzoeken')}"
    yield from (paint(line, "bold", view) for line in wrap(kop, view))
    kolommen = [
        Kolom("Thema", 14),
        *(Kolom(f"{item.symbool} {item.kort}", 6, is_getal=True) for item in jaar.kader.categorieen),
        Kolom("samen", 5, is_getal=True),
    ]
    yield from render_kolommen(kolommen, [_rij(thema) for thema in (*jaar.themas, jaar.geheel)], view)


def _rij(thema: Thematrend) -> tuple[str, ...]:
    return (f"{thema.id} {thema.titel}", *(_aandeel(item) for item in thema.aandelen), str(thema.getoetst))


def _aandeel(item: Aandeel) -> str:
    return str(item.aantal) if item.procent is None else f"{item.aantal} ({item.procent} %)"


def _editie(paar: Editiepaar) -> str:
    if not paar.zelfde:
        return f"{paar.van} en {paar.naar} zijn niet vergelijkbaar: leg hun cijfers niet naast elkaar."
    return (
        f"{paar.van} en {paar.naar} zijn niet vergelijkbaar, behalve de normen die gelijk bleven: "
        f"{join_some(paar.zelfde, 12)}."
    )


def _normen(trends: Trendoverzicht, view: View) -> Iterator[str]:
    if not trends.normen:
        return
    yield ""
    yield paint("Normen die het vaakst het ongunstigste oordeel kregen", "bold", view)
    rijen = [
        (
            f"{item.norm} {item.titel}",
            item.kader.verwijzing,
            str(item.aantal),
            str(item.getoetst),
            "te weinig" if item.procent is None else f"{item.procent} %",
        )
        for item in trends.normen
    ]
    yield from render_kolommen(_NORMEN, rijen, view)
    labels = {f"{item.kader.slechtste.symbool} {item.kader.slechtste.label}" for item in trends.normen}
    yield from wrap(f"Geteld is {' of '.join(sorted(labels))}.", view)


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel per kader en jaar", render)
