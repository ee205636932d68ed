"""Repair the files of onderzoeken: dates, quotes and the order of fields; or only say what would be done.

Only the files in the folder of an onderzoek, and only those that can be parsed. What was vastgesteld
stays as it is: its hashes would no longer be right.
"""

from collections.abc import Sequence
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import BESTANDEN, BEVINDINGEN, LoadResult, load_dossier
from toezicht_cli.loading.repareren import Mislukt, Reparatie, Wijziging, repareer_tekst
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.models.base import Element
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.verloop import Vaststelling
from toezicht_cli.services.plek import Paden, kadermap_for

_BOM = "\ufeff"
_VASTSTELLING = "vaststelling.yaml"


def repareer_onderzoeken(roots: Sequence[Path], here: Path, *, proef: bool) -> Reparatie:
    """Repair the onderzoeken in the folders ``roots``; with ``proef`` nothing is written.

    Args:
        roots: folders that hold an ``onderzoek.yaml``.
        here: the working directory, for the paths that people see.
        proef: only find out what would be done.

    Returns:
        What was done, and which files could not be repaired and why.
    """
    wijzigingen: list[Wijziging] = []
    mislukt: list[Mislukt] = []
    for root in roots:
        load = load_dossier(root, kadermap_for(root))
        paden = Paden.around(root, here)
        for name in load.texts:
            model = _model_of(name)
            if model is None:
                continue
            try:
                done = _repareer(load, name, model, proef=proef)
            except ToezichtError as error:
                mislukt.append(Mislukt(paden.shown(root / name), str(error), error.help))
                continue
            shown = paden.shown(root / name)
            wijzigingen += [Wijziging(shown, one.line, one.soort, one.oud, one.nieuw) for one in done]
    return Reparatie(tuple(wijzigingen), tuple(mislukt), proef)


def _repareer(load: LoadResult, name: str, model: type[Element], *, proef: bool) -> tuple[Wijziging, ...]:
    """Repair one file and return what was done."""
    text = load.texts[name]
    new, wijzigingen = repareer_tekst(text, model)
    if not wijzigingen:
        return ()
    if _is_vastgesteld(load):
        raise ToezichtError(
            "niet gerepareerd: dit onderzoek is vastgesteld", "wat vastgesteld is, blijft zoals het was"
        )
    if not proef:
        bom = _bom_of(load.root, name)
        write_atomically(load.root / name, bom + new, expected=bom + text.text)
    return wijzigingen


def _model_of(name: str) -> type[Element] | None:
    """Return what a file of the onderzoek holds; None for the kader, which lies elsewhere."""
    return Normoordeel if name.startswith(f"{BEVINDINGEN}/") else BESTANDEN.get(name)


def _bom_of(root: Path, name: str) -> str:
    """Return the byte order mark of a file, which the reader left out of the text."""
    try:
        return _BOM if read_bytes(root, name).startswith(_BOM.encode()) else ""
    except BestandError as error:
        raise ToezichtError(str(error)) from error


def _is_vastgesteld(load: LoadResult) -> bool:
    """Whether a version of the report holds, or may hold because the file cannot be read."""
    if _VASTSTELLING not in load.paths:
        return False
    found = load.dossier.documents.get(_VASTSTELLING)
    return not isinstance(found, Vaststelling) or any(versie.status == "geldend" for versie in found.versies)
