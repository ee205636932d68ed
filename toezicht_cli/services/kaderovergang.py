"""Kaderovergang: begin the file that says what became of every norm, for people to correct."""

from pathlib import Path

from toezicht_cli.analysis.overgang import propose_overgang
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.aanmaken import refuse_existing
from toezicht_cli.loading.overgangen import overgang_file
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.loading.yaml_schrijven import write_scalar
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.overgang import Normovergang
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.kader import get_kader
from toezicht_cli.services.mapmaken import make_folder
from toezicht_cli.services.registers import require_werkmap

_HEAD = """\
# Begonnen door toezicht, naar nummer en tekst van de normen. Kijk elke regel na.
# Kreeg een norm een ander nummer, maak dan van vervallen en nieuw één regel met van en naar.
formaat: 1
"""


def begin_overgang(oud: str, nieuw: str, here: Path) -> Mededeling:
    """Write a first ``kaders/overgang/<naam>/<versie>.yaml`` in the werkmap around ``here``.

    Raises:
        ToezichtError: a kader cannot be read, there is no werkmap, or the file is there already.
    """
    kaders = get_kader(oud, here), get_kader(nieuw, here)
    if oud == nieuw:
        raise ToezichtError("dit is twee keer hetzelfde kader", "noem de oude en de nieuwe versie")
    if kaders[0].naam != kaders[1].naam:
        message = f"{oud} en {nieuw} zijn geen versies van hetzelfde kader"
        raise ToezichtError(message, "noem twee keer dezelfde naam: wat voor @ staat, is gelijk")
    werkmap = require_werkmap(here)
    file = f"kaders/{overgang_file(nieuw)}"
    refuse_existing(werkmap / file, "pas dat bestand aan; of haal het weg, en begin opnieuw")
    normen = propose_overgang(*kaders)
    make_folder(werkmap, (werkmap / file).parent)
    write_atomically(werkmap / file, _write(*kaders, normen))
    lines = [
        f"Daarin {_count(normen)}.",
        "Kijk elke norm na: het programma vergelijkt alleen nummers en tekst.",
    ]
    return Mededeling(
        f"Het begin staat in {file}",
        tuple(lines),
        (
            (f"toezicht kader controleer {nieuw}", "of elke norm er één keer in staat"),
            (f"toezicht kader migreer --naar {nieuw} --proef", "wat er in een onderzoek verandert"),
        ),
    )


def _count(normen: tuple[Normovergang, ...]) -> str:
    soorten = ("zelfde", "gewijzigd", "vervallen", "nieuw")
    return ", ".join(f"{sum(norm.soort == soort for norm in normen)} {soort}" for soort in soorten)


def _write(oud: Toetsingskader, nieuw: Toetsingskader, normen: tuple[Normovergang, ...]) -> str:
    lines = [f"van: {write_scalar(oud.verwijzing)}", f"naar: {write_scalar(nieuw.verwijzing)}", "normen:"]
    for norm in normen:
        ids = [f'{naam}: "{value}"' for naam, value in (("van", norm.van), ("naar", norm.naar)) if value]
        lines.append(f"  - {{soort: {norm.soort}, {', '.join(ids)}}}")
    return _HEAD + "\n".join(lines) + "\n"
