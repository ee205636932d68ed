"""Werkmapnieuw: make a folder the home of onderzoeken and registers, with a first ``toezicht.yaml``."""

import os
import shlex
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.aanmaken import create_folder
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.loading.vertrouwelijk import VERTROUWELIJK, list_sleutelpatronen
from toezicht_cli.loading.vinden import ONDERZOEK, WERKMAP, find_werkmap
from toezicht_cli.loading.yaml_schrijven import write_scalar
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.nieuw import check_naam
from toezicht_cli.services.plek import Paden

_GITIGNORE = ".gitignore"


def create_werkmap(folder: Path, organisatie: str, gemeenten: tuple[str, ...], here: Path) -> Mededeling:
    """Write ``toezicht.yaml`` in ``folder``; a folder that is not there yet is made, with all or nothing.

    Args:
        folder: the new werkmap; what stands in it already stays as it is.
        organisatie: the organisation of the toezichthouder.
        gemeenten: the gemeenten that it works for, each once.
        here: the working directory, for the paths that people see.

    Raises:
        ToezichtError: it is a werkmap or an onderzoek already, lies inside one, or cannot be written.
    """
    for naam in (organisatie, *gemeenten):
        check_naam(naam)
    pad = Paden.around(here, here).shown(folder.resolve())
    _refuse_place(folder, pad, here)
    texts = {_GITIGNORE: _gitignore(), WERKMAP: _werkmap(organisatie, tuple(dict.fromkeys(gemeenten)))}
    if folder.is_dir():
        _fill(folder, texts)
    else:
        _make_around(folder)
        create_folder(folder, texts)
    return _tell(pad, gemeenten)


def _refuse_place(folder: Path, pad: str, here: Path) -> None:
    if os.path.lexists(folder / WERKMAP):
        raise ToezichtError(f"{pad} is al een werkmap", f"pas {WERKMAP} daar aan")
    if os.path.lexists(folder / ONDERZOEK):
        hulp = "maak een map erboven tot werkmap, en zet het onderzoek daar in onderzoeken/"
        raise ToezichtError(f"{pad} is een onderzoek", hulp)
    around = find_werkmap(folder)
    if around is not None:
        home = Paden.around(here, here).shown(around)
        raise ToezichtError(f"{pad} ligt in de werkmap {home}", "kies een plek daarbuiten")


def _fill(folder: Path, texts: dict[str, str]) -> None:
    """Write the files in a folder that is there; ``toezicht.yaml``, which makes it a werkmap, is last."""
    for name, text in texts.items():
        if not os.path.lexists(folder / name):
            write_atomically(folder / name, text)


def _make_around(folder: Path) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"de map {folder.parent} kon niet gemaakt worden"
        raise ToezichtError(message, "kijk of je daar mag schrijven") from error


def _gitignore() -> str:
    lines = ("# Wat hier staat, komt nooit in git.", f"{VERTROUWELIJK}/", *list_sleutelpatronen())
    return "".join(f"{line}\n" for line in lines)


def _werkmap(organisatie: str, gemeenten: tuple[str, ...]) -> str:
    lines = [f"  - naam: {write_scalar(naam)}\n" for naam in gemeenten]
    namen = f"gemeenten:\n{''.join(lines)}" if lines else "gemeenten:  # zoals:  - naam: Voorbeeldstad\n"
    return f"{_KOP}formaat: 1\norganisatie: {write_scalar(organisatie)}\n{namen}{_STAART}"


_MAPPEN = (
    "Onderzoeken, signalen, meldingen, gesprekken en aanbieders krijgen elk hun eigen map, "
    "zodra je de eerste maakt."
)
_KOP = "# De werkmap van een organisatie: wat voor alle onderzoeken en registers geldt.\n"
_STAART = """\
# Haal het # weg voor wat je gebruikt. Alle velden staan in het handboek, hoofdstuk 6, 12 en 16.
# huisstijl: huisstijl.yaml
# afwegingskader: groningen@2025
"""


def _tell(pad: str, gemeenten: tuple[str, ...]) -> Mededeling:
    regels = [_MAPPEN]
    if not gemeenten:
        regels.append(f"Zet de gemeenten nog in {WERKMAP}.")
    if pad != ".":
        regels.append(f"Ga eerst naar de map: cd {shlex.quote(pad)}")
    return Mededeling(
        f"De werkmap staat klaar in {pad}",
        tuple(regels),
        (
            ("toezicht aanbieder nieuw", "een aanbieder opschrijven"),
            ("toezicht signaal nieuw", "een signaal opschrijven"),
            ("toezicht nieuw mijn-onderzoek", "een onderzoek beginnen"),
        ),
    )
