"""Repair files of onderzoeken and registers: dates, quotes, order of fields; or say what would be done.

Only the files of an onderzoek or a register itself, and only those that can be parsed. What was vastgesteld
stays as it is: its hashes would no longer be right.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import BESTANDEN, BEVINDINGEN, LoadResult, load_dossier
from toezicht_cli.loading.repareren import Mislukt, Reparatie, Wijziging, repareer_tekst
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.models.base import Element
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.verloop import Vaststelling
from toezicht_cli.services.plek import Paden, kadermap_for

# Says what a file holds; None for one that lies elsewhere or is of another.
Modelkeuze: TypeAlias = Callable[[str], type[Element] | None]
_BOM = "\ufeff"
_VASTSTELLING = "vaststelling.yaml"


def repareer_onderzoeken(
    roots: Sequence[Path], here: Path, *, proef: bool, registers: Sequence[Path] = ()
) -> Reparatie:
    """Repair the onderzoeken in the folders ``roots``; with ``proef`` nothing is written.

    Args:
        roots: folders that hold an ``onderzoek.yaml``.
        here: the working directory, for the paths that people see.
        proef: only find out what would be done.
        registers: werkmappen of which the registers are repaired too.

    Returns:
        What was done, and which files could not be repaired and why.
    """
    wijzigingen: list[Wijziging] = []
    mislukt: list[Mislukt] = []
    for load, model_of in _walk_loads(roots, registers):
        paden = Paden.around(load.root, here)
        for name in load.texts:
            model = model_of(name)
            if model is None:
                continue
            shown = paden.shown(load.root / name)
            try:
                done = _repareer(load, name, model, proef=proef)
            except ToezichtError as error:
                mislukt.append(Mislukt(shown, str(error), error.help))
                continue
            wijzigingen += [Wijziging(shown, one.line, one.soort, one.oud, one.nieuw) for one in done]
    return Reparatie(tuple(wijzigingen), tuple(mislukt), proef)


def _walk_loads(roots: Sequence[Path], registers: Sequence[Path]) -> Iterator[tuple[LoadResult, Modelkeuze]]:
    """Yield what is repaired, with what says which model a file of it holds."""
    for root in roots:
        yield load_dossier(root, kadermap_for(root)), _model_of
    for werkmap in registers:
        from toezicht_cli.loading.registers import find_model, load_registers

        yield load_registers(werkmap, kadermap_for(werkmap)), find_model


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
