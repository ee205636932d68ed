"""For a spreadsheet: one row per norm, one column per kind of bronnen."""

from toezicht_cli.analysis.bronnenmatrix import Matrixresultaat, Matrixrij, Matrixthema
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv


def render(result: Matrixresultaat, _view: View) -> str:
    """Return a header and the rows in the order of the kader; nothing without a matrix."""
    if result.matrix is None:
        return ""
    kolommen = [kolom.id for kolom in result.matrix.kolommen]
    header = ("thema", "norm", "titel", "oordeel", "status", *kolommen, "totaal", "onbekend", "merk")
    rows = [_row(thema, rij) for thema in result.matrix.themas for rij in thema.rijen]
    return write_csv([header, *rows])


def _row(thema: Matrixthema, rij: Matrixrij) -> tuple[object, ...]:
    return (
        *(thema.id, rij.sleutel, rij.titel, rij.categorie.id if rij.categorie else "", rij.status or ""),
        *rij.aantallen,
        *(rij.totaal, " ".join(rij.onbekend), rij.merk or ""),
    )


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per norm", render)
