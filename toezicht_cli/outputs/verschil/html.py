"""For a reader without git: one page with old and new side by side, the judgement first, nothing cut."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Literal

from toezicht_cli.analysis.tekstverschil import Stuk
from toezicht_cli.analysis.verschil import (
    Hoofdstuk,
    Oordeelstand,
    Oordeelverschil,
    Regel,
    Tellingregel,
    Vergelijking,
    Verschil,
)
from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.pagina import NIETS as LEEG_DEEL
from toezicht_cli.outputs.pagina import Html, element, join, page, shown, words
from toezicht_cli.outputs.verschilstukken import hide_stukken, join_rewritten, mark_change
from toezicht_cli.outputs.verschilwoorden import (
    GEEN,
    GEEN_GELEZEN,
    LEEG,
    NIETS,
    RICHTING_SIGNS,
    SIGN_WORDS,
    SIGNS,
    Zijde,
    count_oordelen,
    describe_stand,
    describe_telling,
    is_readable,
    is_unchanged,
    oordelen_sentence,
    opdruk_of,
    split_hoofdstukken,
    summarize,
    warnings_of,
)

_NIET_HIER = "–"


def render(vergelijking: Vergelijking, _view: View) -> str:
    """Return the page; with several onderzoeken a list of them comes first."""
    css = (files(__package__) / "pagina.css").read_text(encoding="utf-8")
    told = [item for item in vergelijking.verschillen if not is_unchanged(item)]
    same = [item for item in vergelijking.verschillen if is_unchanged(item)]
    one = vergelijking.verschillen[0] if len(vergelijking.verschillen) == 1 else None
    titel = f"Wat is er anders: {_name(one)}" if one else "Wat is er anders"
    if one:
        content = list(_onderzoek(one, "h2"))
    else:
        content = [*_contents(told), *map(_section, range(len(told)), told), _closing(same, told)]
    moments = join(
        words(f"Van {vergelijking.oud}"), Html(" <strong>naar</strong> "), words(vergelijking.nieuw)
    )
    header = element(
        "header", None, element("h1", None, words(titel)), element("p", {"class": "momenten"}, moments)
    )
    main = element("main", {"class": "een" if one else "meer"}, *content)
    return page(titel, css, header, main, _footer())


def _name(verschil: Verschil) -> str:
    return " · ".join(dict.fromkeys((verschil.titel, verschil.onderzoek)))


def _contents(told: Sequence[Verschil]) -> Iterator[Html]:
    if len(told) < 2:
        return
    items = (
        element(
            "li",
            None,
            element("a", {"href": f"#o{number}"}, words(_name(item))),
            words(f": {summarize(item)}"),
        )
        for number, item in enumerate(told)
    )
    yield element("nav", {"aria-label": "Onderzoeken met wijzigingen"}, element("ul", None, *items))


def _section(number: int, verschil: Verschil) -> Html:
    heading = element("h2", {"id": f"o{number}"}, words(_name(verschil)))
    return element("section", {"aria-labelledby": f"o{number}"}, heading, *_onderzoek(verschil, "h3"))


def _closing(same: Sequence[Verschil], told: Sequence[Verschil]) -> Html:
    if not same:
        return LEEG_DEEL if told else element("p", None, words(NIETS))
    names = join_words([item.onderzoek for item in same])
    count = plural(len(same), "onderzoek", "onderzoeken")
    return element("p", None, words(f"{count} zonder wijzigingen: {names}."))


def _footer() -> Html:
    legend = join(
        Html("Tekens: "), _change("weg", Html("weg")), Html(" "), _change("nieuw", Html("nieuw")), Html(".")
    )
    return element("footer", None, element("p", None, legend))


def _onderzoek(verschil: Verschil, level: str) -> Iterator[Html]:
    """Yield the parts of one onderzoek, the judgement first."""
    opdruk = opdruk_of(verschil)
    if opdruk:
        yield element("p", None, element("strong", None, words(opdruk)))
    warnings = [
        element("p", None, Html("<strong>Let op:</strong> "), words(it)) for it in warnings_of(verschil)
    ]
    if warnings:
        yield element("div", {"class": "let-op"}, *warnings)
    if verschil.is_leeg:
        yield element("p", {"class": "kort"}, words(GEEN if is_readable(verschil) else GEEN_GELEZEN))
        return
    judgement, others = split_hoofdstukken(verschil)
    yield from _oordelen(verschil, level)
    yield from _telling(verschil, level)
    yield from (_hoofdstuk(item, level) for item in judgement)
    if verschil.na_te_gaan:
        yield element(level, None, words("Na te gaan"))
        punten = (
            element("li", None, element("strong", None, words(item.onderwerp)), words(f": {item.bericht}"))
            for item in verschil.na_te_gaan
        )
        yield element("ul", None, *punten)
    yield from (_hoofdstuk(item, level) for item in others)


def _oordelen(verschil: Verschil, level: str) -> Iterator[Html]:
    if verschil.soort != "gewijzigd":
        return
    counts = count_oordelen(verschil) if verschil.oordelen else oordelen_sentence(verschil)
    yield _heading(level, "Oordelen", counts)
    if verschil.oordelen:
        rows = [_oordeel(item) for item in verschil.oordelen]
        yield _table("oordelen", "Oordelen die anders zijn", ("Verandering", "Norm", "Oud", "Nieuw"), rows)


def _oordeel(item: Oordeelverschil) -> Html:
    sign = element("span", {"class": "teken", "aria-hidden": "true"}, words(RICHTING_SIGNS[item.richting]))
    richting = element("span", {"class": item.richting}, sign, words(item.richting))
    return element(
        "tr",
        {"role": "row"},
        element("td", {"role": "cell"}, richting),
        element("th", {"scope": "row", "role": "rowheader"}, words(f"{item.norm} {item.titel}".strip())),
        _cell("Oud", _stand(item.oud, "oude")),
        _cell("Nieuw", _stand(item.nieuw, "nieuwe")),
    )


def _stand(stand: Oordeelstand | None, zijde: Zijde) -> Html:
    symbool = f"{stand.symbool} " if stand else ""
    return words(f"{symbool}{describe_stand(stand, zijde)}")


def _telling(verschil: Verschil, level: str) -> Iterator[Html]:
    telling = verschil.telling
    sentence = describe_telling(verschil)
    if telling is None or sentence is None:
        return
    yield _heading(level, "Telling", sentence.partition(" (")[0])
    numbers = [item for item in telling.regels if item.oud or item.nieuw]
    if numbers:
        rows = (_getallen("Oud", numbers), _getallen("Nieuw", numbers))
        heads = ("Kant", *(item.label for item in numbers))
        yield _table("telling", "De telling aan beide kanten", heads, rows)


def _getallen(kant: Literal["Oud", "Nieuw"], numbers: Sequence[Tellingregel]) -> Html:
    head = element("th", {"scope": "row", "role": "rowheader"}, words(kant))
    cells = (
        _cell(item.label, words(_getal(item, kant)), "anders" if _step(item) else "") for item in numbers
    )
    return element("tr", {"role": "row"}, head, *cells)


def _getal(item: Tellingregel, kant: Literal["Oud", "Nieuw"]) -> str:
    """Return the number of a side, on the new one with how much it differs."""
    number = item.oud if kant == "Oud" else item.nieuw
    step = f" ({_step(item):+d})" if kant == "Nieuw" and _step(item) else ""
    return _NIET_HIER if number is None else f"{number}{step.replace('-', '−')}"


def _step(item: Tellingregel) -> int:
    return 0 if item.oud is None or item.nieuw is None else item.nieuw - item.oud


def _hoofdstuk(hoofdstuk: Hoofdstuk, level: str) -> Html:
    rows = [_regel(regel) for regel in hoofdstuk.regels]
    count = plural(len(rows), "wijziging", "wijzigingen")
    table = _table("", hoofdstuk.titel, ("Waarover", "Oud", "Nieuw"), rows)
    return join(_heading(level, hoofdstuk.titel, count), table)


def _regel(regel: Regel) -> Html:
    sign = element(
        "span", {"class": f"teken {regel.soort}", "aria-hidden": "true"}, words(SIGNS[regel.soort])
    )
    soort = element("span", {"class": "soort"}, sign, words(SIGN_WORDS[regel.soort]))
    name = words(", ".join(filter(None, (regel.onderwerp, regel.veld))))
    return element(
        "tr",
        {"role": "row"},
        element("th", {"scope": "row", "role": "rowheader"}, name, soort),
        _side("Oud", regel.oud, "weg", regel),
        _side("Nieuw", regel.nieuw, "nieuw", regel),
    )


def _side(kop: str, value: str | None, kant: Literal["weg", "nieuw"], regel: Regel) -> Html:
    if regel.stukken:
        return _cell(kop, _words(regel.stukken, kant))
    if value is None:
        return _cell(kop, words(_NIET_HIER), "niets")
    return _cell(kop, words(value or LEEG), kant)


def _words(stukken: Sequence[Stuk], kant: Literal["weg", "nieuw"]) -> Html:
    """Return the text of one side with what the other side does not have marked."""
    parts = (
        shown(stuk.tekst) if stuk.soort == "gelijk" else _change(kant, shown(mark_change(stuk.tekst)))
        for stuk in join_rewritten(hide_stukken(stukken))
        if stuk.soort in {"gelijk", kant}
    )
    return join(*parts)


def _change(kant: Literal["weg", "nieuw"], text: Html) -> Html:
    sign = element("span", {"class": "teken", "aria-hidden": "true"}, Html("−" if kant == "weg" else "+"))
    spoken = element("span", {"class": "buiten-beeld"}, words(f"[{kant}: "))
    end = element("span", {"class": "buiten-beeld"}, words("]"))
    return element("del" if kant == "weg" else "ins", None, sign, spoken, text, end)


def _heading(level: str, titel: str, extra: str) -> Html:
    return element(level, None, words(titel), Html(" "), element("span", {"class": "telt"}, words(extra)))


def _cell(kop: str, content: Html, kind: str = "") -> Html:
    attributes = {"role": "cell", "data-kop": kop, **({"class": kind} if kind else {})}
    return element("td", attributes, content)


def _table(kind: str, caption: str, heads: Sequence[str], rows: Iterable[Html]) -> Html:
    """Return a table; the roles keep it one for a screen reader where the style sheet stacks its cells."""
    cells = (
        element(
            "th",
            {"scope": "col", "role": "columnheader", **({"class": "smal"} if index == 0 else {})},
            words(head),
        )
        for index, head in enumerate(heads)
    )
    return element(
        "table",
        {"role": "table", **({"class": kind} if kind else {})},
        element("caption", {"class": "buiten-beeld"}, words(caption)),
        element("thead", {"role": "rowgroup"}, element("tr", {"role": "row"}, *cells)),
        element("tbody", {"role": "rowgroup"}, *rows),
    )


OUTPUT = OutputFormat("html", "een pagina met oud en nieuw naast elkaar", render)
