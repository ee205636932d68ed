"""For people: every controle with its weight and what must be so."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from toezicht_cli.diagnostics import Controle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import SEVERITY_STYLES, plain, to_text


def render(controles: Sequence[Controle], view: View) -> str:
    """Return a table of the controles and a line that counts them."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Code", no_wrap=True)
    table.add_column("Zwaarte", no_wrap=True)
    table.add_column("Wat er moet kloppen")
    for controle in controles:
        table.add_row(
            plain(controle.code, "bold"),
            plain(controle.zwaarte.value, SEVERITY_STYLES[controle.zwaarte]),
            plain(controle.titel),
        )
    closing = plain(
        f"{len(controles)} controles. Meer over een controle: toezicht uitleg {controles[0].code}"
    )
    return to_text(view, table, closing)


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel", render)
