"""For people: a table per thema, the sentence for the report, and the words beside every colour."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, Uitkomst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.oordeeltabel import Kolom, Rij, Tabel, make_tabellen
from toezicht_cli.outputs.terminal import plain, to_text

_MIN_THEMA = 24
_GAP = 3


def render(results: Sequence[Oordeelsresultaat], view: View) -> str:
    """Return the tables of every onderzoek that could be tallied, with an empty line between two."""
    return "\n".join(_render_one(result.uitkomst, view) for result in results if result.uitkomst)


def _render_one(uitkomst: Uitkomst, view: View) -> str:
    onderzoek = uitkomst.onderzoek
    head = [plain(f"{onderzoek.aanbieder.naam} · {uitkomst.kader.titel}, {uitkomst.kader.versie}", "bold")]
    if onderzoek.opdruk:
        head.append(plain(onderzoek.opdruk, "dim"))
    blocks: list[list[Text | Table]] = [[*head]]
    blocks += [_fitting(tabel, view.width) for tabel in make_tabellen(uitkomst)]
    blocks += [[plain(uitkomst.zin)], *_eindoordeel(uitkomst)]
    return "\n".join(f"{to_text(view, *block).strip(chr(10))}\n" for block in blocks)


def _fitting(tabel: Tabel, width: int) -> list[Text | Table]:
    """Return the table with a row per thema, or turned with a column per thema when that is too wide."""
    needed = _MIN_THEMA + sum(len(_heading(kolom)) + _GAP for kolom in tabel.kolommen)
    return [_by_thema(tabel)] if needed <= width else _turned(tabel)


def _by_thema(tabel: Tabel) -> Table:
    table = _new_table(tabel)
    for kolom in tabel.kolommen:
        table.add_column(_heading(kolom), justify="right", no_wrap=True)
    for rij in tabel.rijen:
        table.add_row(plain(rij.naam), *_counts(rij, tabel))
    table.add_section()
    table.add_row(plain(tabel.totaal.naam), *_counts(tabel.totaal, tabel))
    return table


def _turned(tabel: Tabel) -> list[Text | Table]:
    table = _new_table(tabel)
    for rij in tabel.rijen:
        table.add_column(plain(rij.naam.partition(" ")[0]), justify="right")
    table.add_column("totaal", justify="right")
    rows = [_counts(rij, tabel) for rij in (*tabel.rijen, tabel.totaal)]
    for number, kolom in enumerate(tabel.kolommen):
        table.add_row(plain(f"{kolom.symbool} {kolom.label}", _style(kolom)), *(row[number] for row in rows))
    return [table, plain(tabel.totaal.naam), plain("Thema's: " + "; ".join(rij.naam for rij in tabel.rijen))]


def _new_table(tabel: Tabel) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(plain(tabel.kop or "Thema"))
    return table


def _counts(rij: Rij, tabel: Tabel) -> list[Text]:
    counts = zip(rij.aantallen, tabel.kolommen, strict=True)
    return [Text(str(count), style=_style(kolom) if count else "dim") for count, kolom in counts]


def _heading(kolom: Kolom) -> Text:
    return plain(f"{kolom.symbool} {kolom.kort}", _style(kolom))


def _style(kolom: Kolom) -> str:
    return f"bold {kolom.kleur}" if kolom.kleur else ""


def _eindoordeel(uitkomst: Uitkomst) -> list[list[Text | Table]]:
    eindoordeel = uitkomst.onderzoek.eindoordeel
    if eindoordeel is None:
        return []
    categorie = uitkomst.kader.eindschaal.find(eindoordeel.oordeel)
    label = categorie.label if categorie else eindoordeel.oordeel
    return [[plain(f"Eindoordeel: {label}", "bold"), plain(f"Strekking: {eindoordeel.strekking}")]]


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel per thema en de zin voor het rapport", render)
