"""For programs: version 1 of the format ``toezicht/weging``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.wegen import Weegverslag
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class WegingUitvoer(TypedDict):
    """The whole output.

    ``volgens_tabel`` and ``prioriteit`` are null when the cell of the table is empty; ``geschreven`` is false
    with --proef; ``redenering`` has the sentences that a reader gets.
    """

    formaat: str
    signaal: str
    afwegingskader: str
    datum: str
    ernst: str
    omvang: str
    omstandigheden: list[str]
    eerdere_signalen: list[str]
    volgens_tabel: str | None
    prioriteit: str | None
    motivering: str | None
    onrechtmatigheid: str
    geschreven: bool
    redenering: list[str]


SCHEMA = WegingUitvoer


def render(verslag: Weegverslag, _view: View) -> str:
    """Return the weighing as one JSON object."""
    keuze, uitkomst = verslag.keuze, verslag.uitkomst
    output = WegingUitvoer(
        formaat="toezicht/weging/1",
        signaal=verslag.nummer,
        afwegingskader=verslag.kader.verwijzing,
        datum=verslag.dag.isoformat(),
        ernst=keuze.ernst,
        omvang=keuze.omvang,
        omstandigheden=[*uitkomst.omstandigheden],
        eerdere_signalen=[*verslag.eerdere],
        volgens_tabel=uitkomst.volgens_tabel,
        prioriteit=uitkomst.prioriteit,
        motivering=keuze.motivering,
        onrechtmatigheid=verslag.onrechtmatigheid,
        geschreven=verslag.geschreven,
        redenering=[*verslag.redenering],
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
