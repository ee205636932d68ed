"""For a spreadsheet: a row per onderzoek; every categorie of every schaal has its column."""

from toezicht_cli.analysis.portefeuille import Portefeuilleoverzicht, Regel
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEAD = (
    "onderzoek", "map", "titel", "aanbieder", "gemeenten", "fase", "kader", "soort_toezicht",
    "vastgesteld_op", "geteld", "waarom_niet", "getoetst", "met_reden", "nog_open", "punten",
    "punten_open", "te_laat",
    "dagen_te_laat", "peildatum",
)  # fmt: skip


def render(overzicht: Portefeuilleoverzicht, _view: View) -> str:
    """Return the rows, with a head; gemeenten and what is late are parted by ``; ``."""
    categorieen = list(
        dict.fromkeys(item.categorie.id for kader in overzicht.kaders for item in kader.telling)
    )
    rows: list[tuple[object, ...]] = [(*_HEAD, *categorieen)]
    peildatum = overzicht.peildatum.isoformat()
    rows += [_row(regel, peildatum, categorieen) for regel in overzicht.regels]
    return write_csv(rows)


def _row(regel: Regel, peildatum: str, categorieen: list[str]) -> tuple[object, ...]:
    is_geteld = regel.reden is None
    aantal = {item.categorie.id: item.aantal for item in regel.telling}
    return (
        *(regel.onderzoek, regel.pad, regel.titel, regel.aanbieder, "; ".join(regel.gemeenten), regel.fase),
        *(regel.kader, regel.soort_toezicht, regel.vastgesteld_op or "", "ja" if is_geteld else "nee"),
        *(regel.reden or "", *_counts(regel)),
        *((regel.punten, regel.punten_open) if regel.weet_punten else ("", "")),
        *("; ".join(item.id for item in regel.te_laat), regel.dagen_te_laat),
        peildatum,
        *(aantal.get(categorie, "") for categorie in categorieen),
    )


def _counts(regel: Regel) -> tuple[object, ...]:
    """Return the counts; empty and not 0 when they are not known."""
    return (regel.getoetst, regel.met_reden, regel.nog_open) if regel.reden is None else ("", "", "")


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per onderzoek", render)
