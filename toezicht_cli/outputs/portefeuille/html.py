"""For a manager: one page that works from disk, with charts, filters and columns that can be sorted.

Without its script the page holds all rows and figures; the script only hides, shows and puts in order. It
never makes markup of what stands in the data.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.analysis.portefeuille import FASEN, Portefeuilleoverzicht, Regel, say_unread
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.pagina import Html, element, page, words
from toezicht_cli.outputs.portefeuillestaven import class_of, draw_groepen, draw_kader, draw_normen

_KOLOMMEN = (
    ("Onderzoek", "tekst"),
    ("Aanbieder", "tekst"),
    ("Gemeenten", "tekst"),
    ("Fase", "getal"),
    ("Kader", "tekst"),
    ("Oordelen", "getal"),
    ("Open punten", "getal"),
    ("Te laat", "getal"),
)
_VOORZICHTIG = (
    "Onderzoeken zijn vaak gekozen na een signaal. Deze cijfers gaan dus over wie onderzocht is, "
    "en niet over alle aanbieders."
)
_ORDENEN = (
    "Klik op een kop om de lijst te ordenen. Bij oordelen telt dan het aantal van het ongunstigste oordeel, "
    "bij te laat het aantal dagen."
)
_GEDEELD = "In het geheel telt zo'n onderzoek één keer, en bij elke gemeente ook."


def render(overzicht: Portefeuilleoverzicht, _view: View) -> str:
    """Return the page."""
    home = files(__package__)
    css = (home / "pagina.css").read_text(encoding="utf-8") + _colors(overzicht)
    script = (home / "pagina.js").read_text(encoding="utf-8")
    titel = f"Portefeuille {overzicht.organisatie}".strip()
    main = element(
        "main",
        {"id": "tekst"},
        *_figures(overzicht),
        *_charts(overzicht),
        *_table(overzicht),
        *_not_counted(overzicht.niet_geteld),
    )
    return page(titel, css, _skip(), _header(titel, overzicht), main, _footer(), script=script)


def _skip() -> Html:
    return element("a", {"class": "naar-tekst", "href": "#onderzoeken"}, words("Naar de lijst"))


def _header(titel: str, overzicht: Portefeuilleoverzicht) -> Html:
    lines = [f"Peildatum {in_words(overzicht.peildatum)}"]
    if overzicht.keuze:
        lines.append(f"Gekozen: {', '.join(overzicht.keuze)}")
    return element(
        "header",
        None,
        element("h1", None, words(titel)),
        *(element("p", {"class": "zacht"}, words(line)) for line in lines),
    )


def _footer() -> Html:
    said = "Gemaakt met toezicht. Deze pagina staat op zichzelf: zij haalt niets op en stuurt niets weg."
    return element("footer", None, element("p", None, words(said)))


def _figures(overzicht: Portefeuilleoverzicht) -> Iterator[Html]:
    """Yield the key figures in sentences: also the text alternative of what comes below."""
    lopend = sum(regel.fase != FASEN[-1] for regel in overzicht.regels)
    van = f" van de {overzicht.totaal}" if len(overzicht.regels) != overzicht.totaal else ""
    open_punten = plural(overzicht.punten_open, "punt staat", "punten staan")
    sentences = [
        f"{_count(len(overzicht.regels))}{van}, waarvan {lopend} nog bezig.",
        f"Bij {overzicht.met_te_laat} is iets te laat. {open_punten} nog open.",
    ]
    if overzicht.gedeeld:
        verb = "is" if overzicht.gedeeld == 1 else "zijn"
        sentences.append(f"{_count(overzicht.gedeeld)} {verb} van meer gemeenten. {_GEDEELD}")
    if overzicht.niet_geteld:
        count = _count(len(overzicht.niet_geteld))
        sentences.append(
            f"Van {count} zijn de oordelen niet geteld: zie onderaan. "
            "Hun punten en termijnen ontbreken misschien ook."
        )
    if overzicht.niet_gelezen:
        sentences.append(f"{say_unread(overzicht)}.")
    yield element("section", {"class": "kern"}, *(element("p", None, words(zin)) for zin in sentences))


def _count(number: int) -> str:
    return plural(number, "onderzoek", "onderzoeken")


def _charts(overzicht: Portefeuilleoverzicht) -> Iterator[Html]:
    if not overzicht.regels:
        return
    yield element(
        "div",
        {"class": "grafieken"},
        draw_groepen("Onderzoeken per fase", "Fase", overzicht.fasen),
        draw_groepen("Onderzoeken per gemeente", "Gemeente", overzicht.gemeenten),
    )
    if overzicht.kaders:
        yield element("h2", None, words("Oordelen per kader"))
        yield element("p", {"class": "let-op"}, words(_VOORZICHTIG))
        yield from (draw_kader(telling) for telling in overzicht.kaders)
    if overzicht.trends.normen:
        yield draw_normen(overzicht.trends)


def _table(overzicht: Portefeuilleoverzicht) -> Iterator[Html]:
    yield element("h2", {"id": "onderzoeken", "tabindex": "-1"}, words("Alle onderzoeken"))
    if not overzicht.regels:
        yield element(
            "p", None, words(f"Geen onderzoek past hierbij. In de werkmap staan er {overzicht.totaal}.")
        )
        return
    yield _filters(overzicht)
    yield element("p", {"id": "aantal", "role": "status", "class": "zacht"}, words(_shown(overzicht)))
    heads = (element("th", {"scope": "col", "data-soort": soort}, words(naam)) for naam, soort in _KOLOMMEN)
    table = element(
        "table",
        {"id": "lijst"},
        element("caption", {"class": "buiten-beeld"}, words("Alle onderzoeken, een per regel")),
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *map(_row, overzicht.regels)),
    )
    yield element(
        "div",
        {"class": "rol hoog", "role": "region", "aria-label": "Lijst van onderzoeken", "tabindex": "0"},
        table,
    )


def _shown(overzicht: Portefeuilleoverzicht) -> str:
    return f"{_count(len(overzicht.regels))}."


def _filters(overzicht: Portefeuilleoverzicht) -> Html:
    """Return the fields to choose with; hidden until the script runs, for without it they do nothing."""
    gemeenten = [groep.naam for groep in overzicht.gemeenten]
    kaders = sorted({regel.kader for regel in overzicht.regels if regel.kader})
    fasen = [groep.naam for groep in overzicht.fasen if groep.onderzoeken]
    search = {"id": "zoek", "type": "search", "autocomplete": "off"}
    late = {"id": "laat", "type": "checkbox"}
    return element(
        "div",
        {"id": "keuze", "role": "search", "aria-label": "Kies onderzoeken", "hidden": "hidden"},
        _field("zoek", "Zoek een woord", element("input", search)),
        _field("gemeente", "Gemeente", _select("gemeente", gemeenten)),
        _field("fase", "Fase", _select("fase", fasen)),
        _field("kader", "Kader", _select("kader", kaders)),
        element(
            "div",
            {"class": "vink"},
            element("input", late),
            element("label", {"for": "laat"}, words("Alleen wat te laat is")),
        ),
        element("p", {"class": "uitleg zacht"}, words(_ORDENEN)),
    )


def _field(naam: str, label: str, field: Html) -> Html:
    return element("div", None, element("label", {"for": naam}, words(label)), field)


def _select(naam: str, choices: Sequence[str]) -> Html:
    options = (element("option", {"value": choice}, words(choice)) for choice in choices)
    return element("select", {"id": naam}, element("option", {"value": ""}, words("alle")), *options)


def _row(regel: Regel) -> Html:
    fase = FASEN.index(regel.fase) if regel.fase in FASEN else -1
    bad = max(regel.telling, key=lambda item: item.categorie.rang).aantal if regel.telling else -1
    late = regel.dagen_te_laat
    late_marks = {"data-waarde": str(late)} | ({} if regel.weet_te_laat else {"data-onbekend": "ja"})
    longest = f"{regel.te_laat[0].wat}, {plural(late, 'dag', 'dagen')}" if regel.te_laat else ""
    return element(
        "tr",
        {"data-gemeente": "|".join(regel.gemeenten)},
        element("th", {"scope": "row"}, words(regel.onderzoek)),
        element("td", None, words(regel.aanbieder or "–")),
        element("td", None, words(", ".join(regel.gemeenten))),
        element("td", {"data-waarde": str(fase)}, words(regel.fase)),
        element("td", None, words(regel.kader or "–")),
        element("td", {"data-waarde": str(bad)}, *_oordelen(regel)),
        element("td", {"class": "getal", "data-waarde": str(regel.punten_open)}, words(_open(regel))),
        element("td", late_marks, words(longest or _none(is_known=regel.weet_te_laat))),
    )


def _open(regel: Regel) -> str:
    return f"{regel.punten_open} van {regel.punten}" if regel.punten else _none(is_known=regel.weet_punten)


def _none(*, is_known: bool) -> str:
    return "–" if is_known else "niet te lezen"


def _oordelen(regel: Regel) -> Iterator[Html]:
    if regel.reden is not None:
        yield element("span", {"class": "let-op"}, words("niet geteld"))
        return
    for item in regel.telling:
        sign = element(
            "span",
            {"class": f"teken {class_of(item.categorie)}", "aria-hidden": "true"},
            words(item.categorie.symbool),
        )
        label = element("span", {"class": "buiten-beeld"}, words(f"{item.categorie.label}: "))
        yield element("span", {"class": "telling"}, sign, label, words(f"{item.aantal} "))
    if regel.nog_open:
        yield element("span", {"class": "zacht"}, words(f"{regel.nog_open} open"))


def _not_counted(regels: Sequence[Regel]) -> Iterator[Html]:
    if not regels:
        return
    yield element("h2", None, words("Niet geteld"))
    yield element("p", None, words("De oordelen van deze onderzoeken tellen nergens mee."))
    items = (element("li", None, words(f"{regel.onderzoek}: {regel.reden}")) for regel in regels)
    yield element("ul", None, *items)


def _colors(overzicht: Portefeuilleoverzicht) -> str:
    """Return a rule for each colour of a schaal (#rrggbb), with black on it where white cannot be read."""
    colors = sorted({item.categorie.kleur for telling in overzicht.kaders for item in telling.telling})
    return "".join(
        f".kleur-{color.removeprefix('#')} {{ --staaf: {color}; --op-staaf: {_ink_on(color)}; }}\n"
        for color in colors
        if color.startswith("#")
    )


def _ink_on(color: str) -> str:
    return "#fff" if contrast_on_white(color) >= AA_TEKST else "#000"


OUTPUT = OutputFormat("html", "voor in de browser: grafieken, en een lijst om te ordenen", render)
