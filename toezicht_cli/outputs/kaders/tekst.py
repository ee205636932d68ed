"""For people: the kaders that can be used here."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from toezicht_cli.loading.kaderdossier import GevondenKader
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text


def render(kaders: Sequence[GevondenKader], view: View) -> str:
    """Return a table with a row per kader."""
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
