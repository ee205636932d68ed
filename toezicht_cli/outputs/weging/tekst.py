"""For people: the whole reasoning of a weighing, and what comes after it."""

from toezicht_cli.analysis.wegen import SNELHEID, Weegverslag
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint, wrap


def render(verslag: Weegverslag, view: View) -> str:
    """Return a title and a sentence per step."""
    kader = verslag.kader
    titel = f"Signaal {verslag.nummer} · {kader.titel}, {kader.versie}"
    lines = [paint(one_line(titel), "bold", view)]
    for zin in verslag.redenering:
        lines += wrap(zin, view)
    lines += ["", *wrap(SNELHEID, view)]
    verder = f"Opgeschreven. Wat je ermee doet: toezicht signaal opvolgen {verslag.nummer} --besluit KEUZE"
    lines += wrap(verder if verslag.geschreven else "Er is niets geschreven: --proef.", view)
    return "".join(f"{line}\n" for line in lines)


OUTPUT = OutputFormat("tekst", "voor mensen: de hele redenering", render)
