"""For people: a table per thema, the sentence for the report, and the words beside every colour."""

from collections.abc import Sequence

from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, Uitkomst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.oordeeltabel import Kolom, Tabel, make_tabellen
from toezicht_cli.outputs.tabel import Telkolom, render_table
from toezicht_cli.outputs.terminal import one_line, paint, wrap

_MIN_THEMA = 24
_GAP = 3


def render(results: Sequence[Oordeelsresultaat], view: View) -> str:
    """Return the tables of every onderzoek that could be tallied, with an empty line between two."""
    return "\n".join(_render_one(result.uitkomst, view) for result in results if result.uitkomst)


def _render_one(uitkomst: Uitkomst, view: View) -> str:
    onderzoek = uitkomst.onderzoek
    title = f"{onderzoek.aanbieder.naam} · {uitkomst.kader.titel}, {uitkomst.kader.versie}"
    head = [paint(line, "bold", view) for line in wrap(title, view)]
    if onderzoek.opdruk:
        head += [paint(line, "dim", view) for line in wrap(onderzoek.opdruk, view)]
    blocks = [head, *(_fitting(tabel, view) for tabel in make_tabellen(uitkomst))]
    blocks += [wrap(uitkomst.zin, view), *_eindoordeel(uitkomst, view)]
    return "\n".join("".join(f"{line.rstrip()}\n" for line in block) for block in blocks)


def _fitting(tabel: Tabel, view: View) -> list[str]:
    """Return the table with a row per thema, or turned with a column per thema when that is too wide."""
    needed = _MIN_THEMA + sum(len(_heading(kolom)) + _GAP for kolom in tabel.kolommen)
    return _by_thema(tabel, view) if needed <= view.width else _turned(tabel, view)


def _by_thema(tabel: Tabel, view: View) -> list[str]:
    columns = [Telkolom(_heading(kolom), kolom.kleur) for kolom in tabel.kolommen]
    rows = [(rij.naam, rij.aantallen) for rij in tabel.rijen]
    return render_table(
        tabel.kop or "Thema", columns, rows, (tabel.totaal.naam, tabel.totaal.aantallen), view
    )


def _turned(tabel: Tabel, view: View) -> list[str]:
    columns = [*(Telkolom(rij.naam.partition(" ")[0]) for rij in tabel.rijen), Telkolom("totaal")]
    counts = [rij.aantallen for rij in (*tabel.rijen, tabel.totaal)]
    rows = [
        (f"{kolom.symbool} {kolom.label}", [row[number] for row in counts])
        for number, kolom in enumerate(tabel.kolommen)
    ]
    return [
        *render_table(tabel.kop or "Thema", columns, rows, None, view),
        *wrap(tabel.totaal.naam, view),
        *wrap("Thema's: " + "; ".join(rij.naam for rij in tabel.rijen), view),
    ]


def _heading(kolom: Kolom) -> str:
    return one_line(f"{kolom.symbool} {kolom.kort}")


def _eindoordeel(uitkomst: Uitkomst, view: View) -> list[list[str]]:
    eindoordeel = uitkomst.onderzoek.eindoordeel
    if eindoordeel is None:
        return []
    categorie = uitkomst.kader.eindschaal.find(eindoordeel.oordeel)
    label = categorie.label if categorie else eindoordeel.oordeel
    head = paint(one_line(f"Eindoordeel: {label}"), "bold", view)
    return [[head, *wrap(f"Strekking: {eindoordeel.strekking}", view)]]


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel per thema en de zin voor het rapport", render)
