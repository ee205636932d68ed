"""For people: the kaders that can be used here."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from toezicht_cli.analysis.wegen import count_empty
from toezicht_cli.loading.beleid import GevondenAfweging
from toezicht_cli.loading.kaderdossier import GevondenKader
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text


def render(found: tuple[Sequence[GevondenKader], Sequence[GevondenAfweging]], view: View) -> str:
    """Return a table with a row per kader, and one of the kaders to weigh signalen with."""
    kaders, afwegingen = found
    text = _toetsing(kaders, view)
    return text + _afweging(afwegingen, view) if afwegingen else text


def _afweging(afwegingen: Sequence[GevondenAfweging], view: View) -> str:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Afwegingskader", no_wrap=True)
    table.add_column("Wat het is")
    table.add_column("Lege cellen", justify="right")
    for found in afwegingen:
        kader = found.kader
        titel = kader.titel if kader else "niet te lezen: zie toezicht kader controleer"
        leeg = str(count_empty(kader)) if kader else "?"
        table.add_row(plain(found.verwijzing, "bold"), plain(titel), leeg)
    return to_text(view, table)


def _toetsing(kaders: Sequence[GevondenKader], view: View) -> str:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Kader", no_wrap=True)
    table.add_column("Wat het is")
    table.add_column("Normen", justify="right")
    table.add_column("Van")
    for found in kaders:
        kader = found.kader
        titel = kader.titel if kader else "niet te lezen: zie toezicht kader controleer"
        onvolledig = " (onvolledig)" if kader and kader.onvolledig else ""
        normen = str(len(kader.normen)) if kader else "?"
        table.add_row(
            plain(found.verwijzing, "bold"), plain(titel + onvolledig), normen, plain(found.herkomst)
        )
    return to_text(view, table)


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel", render)
