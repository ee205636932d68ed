"""Inzage: read one onderzoek to show something of it, and say what could not be read."""

from pathlib import Path

from toezicht_cli.analysis.inzage import Inzage, Onleesbaar, find_onderzoek_of
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.services.plek import Paden, kadermap_for

_KADER_UNKNOWN = "KDR001"


def read_inzage(root: Path, here: Path) -> tuple[LoadResult, Inzage]:
    """Return the onderzoek in ``root`` as far as it can be read; paths are seen from ``here``."""
    load = load_dossier(root, kadermap_for(root))
    return load, make_inzage(load, here)


def make_inzage(load: LoadResult, here: Path) -> Inzage:
    """Return the head of what is shown of ``load``, with every file that could not be read."""
    paden = Paden.around(load.root, here)
    onleesbaar = tuple(
        Onleesbaar(
            paden.shown(load.paths.get(fault.location.file, load.root / fault.location.file)),
            fault.location.line,
            fault.message,
        )
        for fault in load.faults
        if fault.location.file not in load.dossier.documents or fault.rule_id == _KADER_UNKNOWN
    )
    return Inzage(load.root.name, find_onderzoek_of(load.dossier), onleesbaar)
