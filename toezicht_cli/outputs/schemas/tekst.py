"""For people: which kinds of files and outputs have a schema."""

from collections.abc import Sequence

from toezicht_cli.analysis.modelschema import Schemasoort
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import paint

_ROOM = 64  # for the longest title


def render(soorten: Sequence[Schemasoort], view: View) -> str:
    """Return a line per kind: its name, its files and what it is."""
    names = max(len(soort.naam) for soort in soorten if soort.bestanden)
    files = max(len(soort.bestanden or "") for soort in soorten)
    lines = [paint("Bestanden", "bold", view)]
    lines += [
        f"  {soort.naam:<{names}}  {soort.bestanden:<{files}}  {soort.titel}"
        if view.width >= names + files + _ROOM
        else f"  {soort.naam:<{names}}  {soort.titel}"
        for soort in soorten
        if soort.bestanden
    ]
    lines += ["", paint("Uitvoer met --formaat json", "bold", view)]
    lines += [f"  {soort.naam}" for soort in soorten if not soort.bestanden]
    return "".join(f"{line}\n" for line in lines)


OUTPUT = OutputFormat("tekst", "voor mensen: een regel per soort", render)
