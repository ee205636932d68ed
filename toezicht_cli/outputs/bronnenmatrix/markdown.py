"""For a report or a pull request: the bronnenmatrix as one Markdown table per thema."""

from toezicht_cli.analysis.bronnenmatrix import Matrixresultaat, Matrixrij
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_markdown
from toezicht_cli.outputs.markdown import escape
from toezicht_cli.outputs.matrixmerk import LEGEND, SIGN_AND_WORDS, describe_merk, describe_oordeel


def render(result: Matrixresultaat, _view: View) -> str:
    """Return a heading, the tables and a legend; only the heading without a matrix."""
    lines = head_markdown(result.inzage, "Bronnenmatrix")
    if result.matrix is None:
        return "\n".join(lines)
    labels = [kolom.label for kolom in result.matrix.kolommen]
    for thema in result.matrix.themas:
        lines += [f"## {escape(f'{thema.id} {thema.titel}')}", ""]
        lines.append(_line(["Norm", "Oordeel", *labels, "totaal", "let op"]))
        lines.append(f"|---|---|{'---:|' * (len(labels) + 1)}---|")
        lines += [_line(_cells(rij)) for rij in thema.rijen]
        lines.append(_line(["samen", "", *map(str, thema.aantallen), str(thema.totaal), ""]))
        lines.append("")
    marks = dict.fromkeys(rij.merk for rij in result.matrix.rijen if rij.merk)
    lines += [f"- {escape(' '.join(SIGN_AND_WORDS[merk]))}: {escape(LEGEND[merk])}" for merk in marks]
    return "\n".join(lines).rstrip("\n") + "\n"


def _cells(rij: Matrixrij) -> list[str]:
    oordeel = " ".join(describe_oordeel(rij))
    return [rij.sleutel, oordeel, *map(str, rij.aantallen), str(rij.totaal), describe_merk(rij)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(escape(cell) for cell in cells)} |"


OUTPUT = OutputFormat("markdown", "voor een verslag of een pull request", render)
