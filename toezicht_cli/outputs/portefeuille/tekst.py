"""For people: a table with a row per onderzoek, and below it what it adds up to."""

from collections.abc import Iterator

from toezicht_cli.analysis.portefeuille import Portefeuilleoverzicht, Regel, TeLaat, say_unread
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kolommen import Kolom, render_kolommen
from toezicht_cli.outputs.terminal import one_line, paint, wrap

_KOLOMMEN = (
    Kolom("Onderzoek", 11),
    Kolom("aanbieder", 11),
    Kolom("gemeenten", 12),
    Kolom("fase", 10),
    Kolom("oordelen", 5),
    Kolom("open", 4, is_getal=True),
    Kolom("te laat", 10),
)
_GEMEENTE = (
    Kolom("Gemeente", 12),
    Kolom("onderzoeken", 4, is_getal=True),
    Kolom("lopend", 4, is_getal=True),
    Kolom("gedeeld", 4, is_getal=True),
    Kolom("punten open", 4, is_getal=True),
    Kolom("met iets te laat", 4, is_getal=True),
)
_ONLEESBAAR = "?"
_SHOWN_LATE = 2
_SHOWN_NOT_COUNTED = 20


def render(overzicht: Portefeuilleoverzicht, view: View) -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _lines(overzicht, view))


def _lines(overzicht: Portefeuilleoverzicht, view: View) -> Iterator[str]:
    titel = f"Portefeuille · {overzicht.organisatie}" if overzicht.organisatie else "Portefeuille"
    yield from (paint(line, "bold", view) for line in wrap(titel, view))
    yield f"Peildatum {in_words(overzicht.peildatum)}"
    if overzicht.keuze:
        yield from wrap(f"Gekozen: {', '.join(overzicht.keuze)}", view)
    yield ""
    if not overzicht.regels:
        yield from wrap(_niets(overzicht), view)
        yield from _niet_gelezen(overzicht, view)
        return
    yield from render_kolommen(_KOLOMMEN, [_rij(regel) for regel in overzicht.regels], view)
    yield ""
    yield from wrap(_betekenis(overzicht), view)
    yield from wrap(_totaal(overzicht), view)
    yield from _niet_gelezen(overzicht, view)
    yield from _niet_geteld(overzicht, view)
    yield ""
    yield from _gemeenten(overzicht, view)


def _niets(overzicht: Portefeuilleoverzicht) -> str:
    er_zijn = plural(overzicht.totaal, "onderzoek", "onderzoeken")
    return f"Geen onderzoek past hierbij. In deze werkmap: {er_zijn}. Laat een keuze weg om meer te zien."


def _rij(regel: Regel) -> tuple[str, ...]:
    return (
        *(regel.onderzoek, regel.aanbieder or "–", ", ".join(regel.gemeenten), regel.fase),
        *(_oordelen(regel), _open(regel), _te_laat(regel)),
    )


def _open(regel: Regel) -> str:
    if not regel.weet_punten:
        return _ONLEESBAAR
    return str(regel.punten_open) if regel.punten else "–"


def _oordelen(regel: Regel) -> str:
    if regel.reden is not None:
        return "niet geteld"
    parts = [f"{item.categorie.symbool}{item.aantal}" for item in regel.telling]
    parts += [f"?{regel.nog_open}"] if regel.nog_open else []
    return " ".join(parts)


def _te_laat(regel: Regel) -> str:
    if not regel.te_laat:
        return "–" if regel.weet_te_laat else _ONLEESBAAR
    rest = len(regel.te_laat) - _SHOWN_LATE
    shown = ", ".join(_item(item) for item in regel.te_laat[:_SHOWN_LATE])
    return f"{shown} en nog {rest}" if rest > 0 else shown


def _item(item: TeLaat) -> str:
    return f"{item.id} {item.dagen} d"


def _betekenis(overzicht: Portefeuilleoverzicht) -> str:
    """Return what the signs mean, those of every schaal that is shown."""
    schaal = {
        item.categorie.symbool: item.categorie.label for kader in overzicht.kaders for item in kader.telling
    }
    parts = [f"{symbool} {label}" for symbool, label in schaal.items()]
    parts += ["? nog open"] if any(regel.nog_open for regel in overzicht.regels) else []
    oordelen = f"Oordelen: {', '.join(parts)}. " if parts else ""
    is_shown = any(_ONLEESBAAR in (_open(regel), _te_laat(regel)) for regel in overzicht.regels)
    onleesbaar = f" Een {_ONLEESBAAR} bij open of te laat: dat is niet te lezen." if is_shown else ""
    return f"{oordelen}Open: punten die nog niet af zijn. Te laat: dagen (d) na de laatste dag.{onleesbaar}"


def _totaal(overzicht: Portefeuilleoverzicht) -> str:
    aantal = plural(len(overzicht.regels), "onderzoek", "onderzoeken")
    van = f" (van de {overzicht.totaal})" if len(overzicht.regels) < overzicht.totaal else ""
    fasen = ", ".join(f"{fase.onderzoeken} {fase.naam}" for fase in overzicht.fasen if fase.onderzoeken)
    laat, punten = overzicht.met_te_laat, plural(overzicht.punten_open, "punt", "punten")
    return f"{aantal}{van}: {fasen}. Bij {laat} is iets te laat; {punten} open."


def _niet_gelezen(overzicht: Portefeuilleoverzicht, view: View) -> Iterator[str]:
    if overzicht.niet_gelezen:
        yield from wrap(f"Let op: {say_unread(overzicht)}.", view)


def _niet_geteld(overzicht: Portefeuilleoverzicht, view: View) -> Iterator[str]:
    """Yield the onderzoeken of which the oordelen are not counted, each with why."""
    found = overzicht.niet_geteld
    if not found:
        return
    yield ""
    aantal = plural(len(found), "onderzoek", "onderzoeken")
    kop = f"De oordelen van {aantal} zijn niet geteld, en punten en termijnen ontbreken misschien:"
    yield from wrap(kop, view)
    for regel in found[:_SHOWN_NOT_COUNTED]:
        yield one_line(f"  – {regel.onderzoek}: {regel.reden}")
    if len(found) > _SHOWN_NOT_COUNTED:
        namen = join_some([regel.onderzoek for regel in found[_SHOWN_NOT_COUNTED:]])
        yield from wrap(f"  – en {namen}", view)
    yield from wrap("Wat er mis is, zegt toezicht controleer met de map van het onderzoek.", view)


def _gemeenten(overzicht: Portefeuilleoverzicht, view: View) -> Iterator[str]:
    rijen = [
        tuple(
            map(
                str,
                (item.naam, item.onderzoeken, item.lopend, item.gedeeld, item.punten_open, item.te_laat),
            )
        )
        for item in overzicht.gemeenten
    ]
    yield from render_kolommen(_GEMEENTE, rijen, view)
    if not overzicht.gedeeld:
        return
    yield ""
    if len(overzicht.gemeenten) == 1:
        zin = plural(overzicht.gedeeld, "onderzoek is", "onderzoeken zijn")
        telt = "telt" if overzicht.gedeeld == 1 else "tellen"
        yield from wrap(f"{zin} ook voor een andere gemeente, en {telt} daar ook mee.", view)
        return
    som = sum(item.onderzoeken for item in overzicht.gemeenten)
    yield from wrap(
        f"{plural(overzicht.gedeeld, 'onderzoek is', 'onderzoeken zijn')} voor meer dan één gemeente. Zo'n "
        "onderzoek telt in elke gemeente mee, en één keer in het geheel. Daardoor tellen de gemeenten op tot "
        f"{som} en niet tot {len(overzicht.regels)}.",
        view,
    )


OUTPUT = OutputFormat("tekst", "voor mensen: een regel per onderzoek, en wat dat bij elkaar is", render)
