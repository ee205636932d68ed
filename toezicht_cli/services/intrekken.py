"""Intrekken: say of the version that counts that it no longer does; everything that was made stays."""

from datetime import date
from pathlib import Path

from toezicht_cli.analysis.vaststelling import BESTAND, find_geldend
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.verloop import Versie
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.vaststellingsbestand import read_tekst, with_einde


def withdraw(root: Path, reden: str, op: date) -> Versie:
    """Mark the version that counts of the onderzoek in ``root`` as ingetrokken, and return it as it was.

    Raises:
        ToezichtError: there is none, its file cannot be read, or ``op`` lies before its vaststelling.
    """
    dossier = load_dossier(root, kadermap_for(root)).dossier
    if "vaststelling" in dossier.onleesbaar:
        message = f"{BESTAND} is niet te lezen"
        raise ToezichtError(message, "toezicht controleer laat zien wat er mis is")
    geldend = find_geldend(dossier)
    bestand = read_tekst(root, BESTAND)
    if geldend is None or bestand.tekst is None:
        message = "er is geen vastgestelde versie die geldt: er is niets om in te trekken"
        raise ToezichtError(message, "toezicht status laat zien hoe ver het onderzoek is")
    versie = geldend.value
    if versie.vastgesteld_op.vroegst > op:
        message = f"versie {versie.nummer} is pas vastgesteld op {versie.vastgesteld_op.leesbaar}"
        raise ToezichtError(message, "kies met --datum een dag daarna")
    index = geldend.place.route[-1]
    assert isinstance(index, int)  # noqa: S101 - versies is a list
    bestand.write(root, with_einde(bestand.tekst, index, "ingetrokken", reden, op))
    return versie
