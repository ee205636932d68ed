"""Jaardocument: from the figures of a year and a template to the finished tree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from toezicht_cli.analysis.jaartelling import ONBEKEND, Jaartelling, find_afwijkingen, in_procent
from toezicht_cli.analysis.jaarverslag import Hoofdstuk, Jaarverslag, Tellingregel
from toezicht_cli.analysis.kaderkort import Kaderkort
from toezicht_cli.analysis.trends import KLEIN
from toezicht_cli.analysis.vingerafdruk import show_kenmerk
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.rendering.afwerken import finish
from toezicht_cli.rendering.boom import (
    Chart,
    ChartBar,
    ChartCategory,
    Document,
    Text,
    Title,
    plain_text,
    walk,
)
from toezicht_cli.rendering.bouwen import build
from toezicht_cli.rendering.context.inzetten import GRIJS, Inzetten
from toezicht_cli.rendering.inzet import Insert, Words
from toezicht_cli.rendering.opmaak import OpmaakError, parse_markdown
from toezicht_cli.rendering.sjabloon import Filled, Handle, SjabloonError
from toezicht_cli.rendering.stijl import Stijl

Filler = Callable[[Mapping[str, str], Mapping[str, Any]], Filled]

# The counts of which the parts are drawn as well: the others are short, or overlap.
_GRAFIEKEN = ("meldingen-aard", "meldingen-wet", "signalen-bron", "signalen-aard", "punten-stand")
_KERN = (
    *("meldingen-aard", "meldingen-wet", "signalen", "signalen-aanbieders", "onderzoeken"),
    *("oordelen", "punten-stand", "maatregelen", "openbaarheid", "verbetertrajecten"),
)
_REGELS = (
    "Een melding telt in het jaar van ontvangst, een signaal en een gesprek in het jaar van de datum.",
    "Een onderzoek is gestart in het jaar van de start, of anders van de aankondiging.",
    "Een onderzoek is vastgesteld in het jaar van de vaststelling. Dan tellen ook de oordelen.",
    "Een doublure is een signaal dat al eerder binnenkwam. Alleen de eerste telt als eigen signaal.",
    "Een percentage is afgerond op één cijfer achter de komma. Samen is dat soms net geen 100 %.",
    f"Bij minder dan {KLEIN} staat geen percentage: de aantallen zeggen dan meer.",
)


class Jaaropdracht(NamedTuple):
    """What to make: the texts of a template by name, and the fingerprint of the figures."""

    files: Mapping[str, str]
    gegevens: str


def make_jaardocument(verslag: Jaarverslag, opdracht: Jaaropdracht, stijl: Stijl, fill: Filler) -> Document:
    """Return the document of a jaarverslag.

    Args:
        verslag: the figures.
        opdracht: the template and the fingerprint.
        stijl: the house style, for the name of the organisation.
        fill: what runs the template, such as ``sjabloon.fill``.

    Raises:
        SjabloonError: the template is wrong.
    """
    inzetten = Inzetten(Cijfers())
    filled = fill(opdracht.files, make_jaarcontext(verslag, opdracht, inzetten))
    inserts = [_insert(value, inzetten) for value in filled.values]
    try:
        blocks = finish(build(parse_markdown(filled.markdown, inserts, is_template=True)))
    except OpmaakError as error:
        raise SjabloonError(str(error)) from error
    title = next(plain_text(node) for node in walk(blocks) if isinstance(node, Title))
    return Document(
        title=title,
        author=stijl.organisatie or verslag.organisatie,
        running=f"{verslag.organisatie} · {title}",
        opdruk=verslag.opdruk,
        variant="definitief",
        moment=None,
        gegevens=opdracht.gegevens,
        blocks=blocks,
    )


def make_jaarcontext(verslag: Jaarverslag, opdracht: Jaaropdracht, inzetten: Inzetten) -> dict[str, Any]:
    """Return all that a template of a jaarverslag can print."""
    return {
        "verslag": {
            "jaar": verslag.jaar,
            "gemeente": verslag.gemeente,
            "organisatie": verslag.organisatie,
            "opdruk": verslag.opdruk,
            "herkomst": verslag.herkomst,
            "vorig_jaar": verslag.vorig_jaar,
            "kenmerk": show_kenmerk(opdracht.gegevens),
        },
        "kern": list(_kern(verslag)),
        "hoofdstukken": [_hoofdstuk(item, verslag, inzetten) for item in verslag.hoofdstukken],
        "doorlooptijden": [
            {
                "wat": item.wat,
                "mediaan": f"{item.mediaan:g}".replace(".", ",") if item.mediaan is not None else "–",
                "kortst": item.kortst if item.kortst is not None else "–",
                "langst": item.langst if item.langst is not None else "–",
                "aantal": item.aantal,
                "onbekend": item.onbekend,
            }
            for item in verslag.doorlooptijden
        ],
        "afwijkingen": [{"wat": item.wat, "zin": item.zin} for item in verslag.afwijkingen],
        "opmerkingen": list(verslag.opmerkingen),
        "regels": list(_REGELS) if verslag.bron == "registers" else list(_REGELS[-2:]),
    }


def _kern(verslag: Jaarverslag) -> Iterator[str]:
    """Yield the key figures: the counts that a council asks for first."""
    for naam in _KERN:
        for regel in verslag.tellingen:
            if regel.telling.id == naam or (
                naam == "oordelen"
                and regel.telling.id.startswith("oordelen:")
                and regel.telling.id.count(":") == 1
            ):
                yield _in_sentence(regel)


def _in_sentence(regel: Tellingregel) -> str:
    telling = regel.telling
    parts = [f"{item.deel.wat}: {item.deel.aantal}" for item in regel.delen if item.deel.aantal]
    head = f"{telling.wat}: {telling.totaal_in_woorden}" if telling.totaal is not None else telling.wat
    return f"{head} ({', '.join(parts)})." if parts else f"{head}."


def _hoofdstuk(hoofdstuk: Hoofdstuk, verslag: Jaarverslag, inzetten: Inzetten) -> dict[str, Any]:
    charts = (
        [_oordelen_chart(hoofdstuk, kader) for kader in verslag.kaders] if hoofdstuk.id == "oordelen" else []
    )
    shown = [chart for chart in charts if chart is not None]
    return {
        "id": hoofdstuk.id,
        "titel": hoofdstuk.titel,
        "grafieken": [inzetten.blok(chart) for chart in shown],
        "tellingen": [_telling(regel, verslag, inzetten) for regel in hoofdstuk.tellingen],
    }


def _telling(regel: Tellingregel, verslag: Jaarverslag, inzetten: Inzetten) -> dict[str, Any]:
    telling = regel.telling
    chart = _chart(regel)
    totaal = telling.totaal
    return {
        "id": telling.id,
        "wat": telling.wat,
        "eenheid": telling.eenheid,
        "bijschrift": f"Aantal {telling.eenheid}, {verslag.jaar}",
        "totaal": str(totaal) if totaal is not None else None,
        "totaalnaam": _totaalnaam(telling),
        "vorig_totaal": _number(regel.vorig_totaal),
        "vergelijkt": bool(verslag.vorig_jaar) and regel.is_vergelijkbaar,
        "zin": f"{telling.totaal_in_woorden} {telling.eenheid}.",
        "plaats": telling.plaats,
        "toelichting": telling.toelichting,
        "grafiek": inzetten.blok(chart) if chart else None,
        "afwijkingen": [item.zin for item in find_afwijkingen(telling)],
        "delen": [
            {
                "id": item.deel.id,
                "wat": item.deel.wat,
                "aantal": _number(item.deel.aantal),
                "procent": in_procent(item.procent) or "–",
                "vorig": _number(item.vorig),
            }
            for item in regel.delen
        ],
    }


def _totaalnaam(telling: Jaartelling) -> str:
    if telling.ontbreekt:
        return "Ten minste"
    return "Totaal" if telling.telt_op else f"Van de {telling.eenheid}"


def _number(value: int | None) -> str:
    return ONBEKEND if value is None else str(value)


def _chart(regel: Tellingregel) -> Chart | None:
    """Return a bar for each part, when they are all known and there is something to see."""
    telling = regel.telling
    counts = [(item.deel.wat, item.deel.aantal) for item in regel.delen]
    if telling.id not in _GRAFIEKEN or any(aantal is None for _, aantal in counts) or not telling.totaal:
        return None
    bars = tuple(ChartBar(wat, (aantal or 0,)) for wat, aantal in counts)
    words = ", ".join(f"{wat} {aantal}" for wat, aantal in counts)
    category = ChartCategory("■", telling.eenheid, GRIJS)
    return Chart(telling.wat, f"{telling.wat}: {words}.", (category,), bars)


def _oordelen_chart(hoofdstuk: Hoofdstuk, kader: Kaderkort) -> Chart | None:
    """Return the oordelen per thema under one edition of a kader; None when there are none."""
    start = f"oordelen:{kader.verwijzing}:"
    themas = [regel.telling for regel in hoofdstuk.tellingen if regel.telling.id.startswith(start)]
    if not any(telling.totaal for telling in themas):
        return None
    categories = (
        *(ChartCategory(item.symbool, item.label, item.kleur) for item in kader.categorieen),
        ChartCategory("–", "Zonder oordeel", GRIJS),
    )
    bars = tuple(
        ChartBar(_short(telling.wat), tuple(deel.aantal or 0 for deel in telling.delen[: len(categories)]))
        for telling in themas
    )
    return Chart(f"Oordelen per thema, {kader.verwijzing}", _describe(bars, categories), categories, bars)


def _short(wat: str) -> str:
    return wat.rpartition(", ")[0]


def _describe(bars: Sequence[ChartBar], categories: Sequence[ChartCategory]) -> str:
    sentences = []
    for bar in bars:
        pairs = zip(bar.values, categories, strict=True)
        parts = [f"{value} {category.label.lower()}" for value, category in pairs if value]
        sentences.append(f"{bar.label}: {', '.join(parts) or 'geen normen'}.")
    return " ".join(sentences)


def _insert(value: str | Handle, inzetten: Inzetten) -> Insert:
    if isinstance(value, Handle):
        return inzetten.found[value.number]
    return Words((Text(" ".join(value.split())),) if value.strip() else ())
