"""For a report or a pull request: the counts and the points as Markdown."""

from toezicht_cli.analysis.ketenwoorden import stand_tekst
from toezicht_cli.analysis.opvolging import Opvolgingsstand, Puntstand, geborgd
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.markdown import escape
from toezicht_cli.outputs.opvolgwoorden import stap_tekst, telling_zinnen, verloop_regels, wanneer


def render(stand: Opvolgingsstand, _view: View) -> str:
    """Return headings, a table of counts, one of points, and lists of what else happened."""
    lines = ["# Opvolging", "", *_heads(stand), f"Peildatum {in_words(stand.peildatum)}.", ""]
    for zin in telling_zinnen(stand.alle):
        lines += [escape(zin), ""]
    for kop, tellingen in (("Thema", stand.per_thema), ("Soort", stand.per_soort)):
        if tellingen:
            lines += [f"| {kop} | Punten | Geborgd | Te laat |", "|---|---:|---|---:|"]
            lines += [
                _row([telling.naam, str(telling.totaal), geborgd(telling), str(telling.per_tijd["te-laat"])])
                for telling in tellingen
            ]
            lines.append("")
    if stand.getoond:
        lines += ["| Onderzoek | Punt | Norm | Stand | Wanneer | Wat |", "|---|---|---|---|---|---|"]
        lines += [_row(_cells(punt)) for punt in stand.getoond]
        lines.append("")
    if stand.met_stappen:
        lines += [f"- {escape(stap_tekst(stap))}" for punt in stand.getoond for stap in punt.stappen]
        lines.append("")
    for kop, regels in verloop_regels(stand):
        if regels:
            lines += [f"## {kop}", "", *(f"- {escape(regel)}" for regel in regels), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _heads(stand: Opvolgingsstand) -> list[str]:
    lines: list[str] = []
    for inzage in stand.inzagen:
        lines += [escape(f"{inzage.titel}{f' ({inzage.opdruk})' if inzage.opdruk else ''}"), ""]
        for bestand in inzage.onleesbaar:
            lines += [escape(f"{bestand.bestand}:{bestand.regel} is niet te lezen: {bestand.reden}"), ""]
    return lines


def _cells(punt: Puntstand) -> list[str]:
    norm = f"{punt.punt.norm}@{punt.punt.locatie}" if punt.punt.locatie else punt.punt.norm
    return [punt.onderzoek, punt.punt.id, norm, stand_tekst(punt.status), wanneer(punt), punt.punt.tekst]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(escape(cell) for cell in cells)} |"


OUTPUT = OutputFormat("markdown", "voor een verslag of een pull request", render)
