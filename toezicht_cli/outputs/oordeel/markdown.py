"""For a report or a pull request: the tables and the sentence in Markdown."""

from collections.abc import Sequence

from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, Uitkomst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.markdown import escape
from toezicht_cli.outputs.oordeeltabel import Rij, Tabel, make_tabellen


def render(results: Sequence[Oordeelsresultaat], _view: View) -> str:
    """Return a heading, the tables and the sentence of every onderzoek that could be tallied."""
    return "\n".join(_render_one(result.uitkomst) for result in results if result.uitkomst)


def _render_one(uitkomst: Uitkomst) -> str:
    kader = uitkomst.kader
    lines = [f"## {escape(uitkomst.onderzoek.aanbieder.naam)}", ""]
    if uitkomst.onderzoek.opdruk:
        lines += [f"**{escape(uitkomst.onderzoek.opdruk)}**", ""]
    lines += [f"{escape(kader.titel)}, {escape(kader.versie)}", ""]
    for tabel in make_tabellen(uitkomst):
        lines += [*_table(tabel), ""]
    lines.append(escape(uitkomst.zin))
    eindoordeel = uitkomst.onderzoek.eindoordeel
    if eindoordeel:
        categorie = kader.eindschaal.find(eindoordeel.oordeel)
        label = categorie.label if categorie else eindoordeel.oordeel
        lines += ["", f"**Eindoordeel:** {escape(label)}. {eindoordeel.strekking.strip()}"]
    return "".join(f"{line}\n" for line in lines)


def _table(tabel: Tabel) -> list[str]:
    heads = [tabel.kop or "Thema", *(f"{kolom.symbool} {kolom.label}" for kolom in tabel.kolommen)]
    return [
        _row([escape(head) for head in heads]),
        _row(["---", *("---:" for _ in tabel.kolommen)]),
        *(_row(_cells(rij)) for rij in tabel.rijen),
        _row([f"**{cell}**" for cell in _cells(tabel.totaal)]),
    ]


def _cells(rij: Rij) -> list[str]:
    return [escape(rij.naam), *(str(count) for count in rij.aantallen)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


OUTPUT = OutputFormat("markdown", "voor een verslag of een pull request", render)
