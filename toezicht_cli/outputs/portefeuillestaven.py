"""Portefeuillestaven: the charts on the page of a portefeuille: tables with each number beside its bar."""

from collections.abc import Iterable, Sequence

from toezicht_cli.analysis.kaderkort import Categoriekort
from toezicht_cli.analysis.portefeuille import Groep, Kadertelling
from toezicht_cli.analysis.trends import KLEIN, Normtrend, Trendoverzicht, share_of
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.pagina import NIETS, Html, element, words

_GETALLEN = ("Onderzoeken", "Met iets te laat", "Open punten", "Aantal", "Van", "Deel")
_HOOGTE = "12"


def draw_groepen(titel: str, kop: str, groepen: Sequence[Groep]) -> Html:
    """Return a chart that is a table: each row says its number beside its bar."""
    most = max((groep.onderzoeken for groep in groepen), default=0) or 1
    rows = [
        element(
            "tr",
            None,
            element("th", {"scope": "row"}, words(groep.naam)),
            element("td", {"class": "getal"}, words(str(groep.onderzoeken))),
            element("td", {"class": "staaf"}, _bar([(groep.onderzoeken, "kleur-gewoon")], most)),
            element("td", {"class": "getal"}, words(str(groep.te_laat))),
            element("td", {"class": "getal"}, words(str(groep.punten_open))),
        )
        for groep in groepen
    ]
    heads = (kop, "Onderzoeken", "", "Met iets te laat", "Open punten")
    return _framed(titel, _heads(heads), rows)


def draw_kader(telling: Kadertelling) -> Html:
    """Return the oordelen under one edition of a kader: one bar for all, and a row for each categorie."""
    total = telling.getoetst or 1
    parts = [(item.aantal, class_of(item.categorie)) for item in telling.telling]
    rows = [
        element(
            "tr",
            None,
            element(
                "th",
                {"scope": "row"},
                element(
                    "span", {"class": f"teken {class_of(item.categorie)}"}, words(item.categorie.symbool)
                ),
                words(f" {item.categorie.label}"),
            ),
            element("td", {"class": "getal"}, words(str(item.aantal))),
            element("td", {"class": "staaf"}, _bar([(item.aantal, class_of(item.categorie))], total)),
            element("td", {"class": "getal"}, words(_deel(share_of(item.aantal, telling.getoetst)))),
        )
        for item in telling.telling
    ]
    titel = f"{telling.kader.titel} ({telling.kader.verwijzing})"
    under = f"{plural(telling.onderzoeken, 'onderzoek', 'onderzoeken')}, {telling.getoetst} oordelen"
    return element(
        "section",
        {"class": "kader"},
        element("h3", None, words(titel)),
        element("p", {"class": "zacht"}, words(under)),
        element("div", {"class": "geheel", "aria-hidden": "true"}, _bar(parts, total)),
        _framed(f"Oordelen, {telling.kader.verwijzing}", _heads(("Oordeel", "Aantal", "", "Deel")), rows),
    )


def draw_normen(trends: Trendoverzicht) -> Html:
    """Return the normen that failed most often, of the onderzoeken that are vastgesteld."""
    labels = {f"{item.kader.slechtste.symbool} {item.kader.slechtste.label}" for item in trends.normen}
    counted = plural(trends.onderzoeken, "vastgesteld onderzoek", "vastgestelde onderzoeken")
    under = (
        f"Geteld is {' of '.join(sorted(labels))}, in {counted}."
        f" Bij minder dan {KLEIN} oordelen staat er geen percentage: dat zegt dan niets."
    )
    heads = _heads(("Norm", "Kader", "Aantal", "", "Van", "Deel"))
    titel = "Normen die het vaakst het ongunstigste oordeel kregen"
    return element(
        "section",
        {"class": "kader"},
        element("h2", None, words(titel)),
        element("p", {"class": "zacht"}, words(under)),
        _framed("Per norm en kader", heads, map(_norm, trends.normen)),
    )


def _norm(item: Normtrend) -> Html:
    enough = item.getoetst >= KLEIN  # a bar says a share as a percentage does
    bar = _bar([(item.aantal, class_of(item.kader.slechtste))], item.getoetst) if enough else NIETS
    return element(
        "tr",
        None,
        element("th", {"scope": "row"}, words(f"{item.norm} {item.titel}")),
        element("td", None, words(item.kader.verwijzing)),
        element("td", {"class": "getal"}, words(str(item.aantal))),
        element("td", {"class": "staaf"}, bar),
        element("td", {"class": "getal"}, words(str(item.getoetst))),
        element("td", {"class": "getal"}, words(_deel(item.procent))),
    )


def _deel(procent: int | None) -> str:
    """Return a share in words; of few oordelen there is none, for it would say nothing."""
    return "te weinig" if procent is None else f"{procent} %"


def class_of(categorie: Categoriekort) -> str:
    """Return the class that gives a categorie its colour."""
    return f"kleur-{categorie.kleur.removeprefix('#')}"


def _bar(parts: Sequence[tuple[int, str]], total: int) -> Html:
    """Return a bar as long as the sum of ``parts`` out of ``total``; its words stand beside it."""
    drawn, x = [], 0.0
    for value, kind in parts:
        width = value * 100 / total
        if value:
            drawn.append(
                element(
                    "rect",
                    {
                        "x": f"{x:.2f}",
                        "y": "0",
                        "width": f"{max(width - 0.4, 0.6):.2f}",
                        "height": _HOOGTE,
                        "class": kind,
                    },
                )
            )
        x += width
    box = {
        "viewBox": f"0 0 100 {_HOOGTE}",
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return element("svg", box, *drawn)


def _framed(titel: str, heads: Html, rows: Iterable[Html]) -> Html:
    table = element(
        "table", None, element("caption", None, words(titel)), heads, element("tbody", None, *rows)
    )
    return element("div", {"class": "rol", "role": "group", "aria-label": titel, "tabindex": "0"}, table)


def _heads(heads: Sequence[str]) -> Html:
    return element("thead", None, element("tr", None, *map(_head, heads)))


def _head(head: str) -> Html:
    if not head:
        return element("td", {"class": "staaf"}, NIETS)
    attributes = {"scope": "col"} | ({"class": "getal"} if head in _GETALLEN else {})
    return element("th", attributes, words(head))
