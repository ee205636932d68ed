"""Vaststelverslag: what is told after vaststellen and intrekken, and what comes next."""

from datetime import date
from pathlib import Path

from toezicht_cli.models.datum import parse_datum
from toezicht_cli.models.verloop import Versie
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.plek import Paden
from toezicht_cli.services.vaststellen import Voorstel


def report(voorstel: Voorstel, here: Path, *, proef: bool) -> Mededeling:
    """Return what was written, or would be."""
    versie, root = voorstel.versie, voorstel.load.root
    paden = Paden.around(root, here)
    names = tuple(paden.shown((root / naam).resolve()) for naam in versie.uitvoer)
    what = f"versie {versie.nummer}, op {versie.vastgesteld_op.leesbaar}, door {versie.vastgesteld_door}"
    if proef:
        kop = f"Proef: {root.name} kan vastgesteld worden als {what}. Er is niets geschreven."
        return Mededeling(kop, names, (("toezicht vaststellen", "vaststellen"),))
    return Mededeling(
        f"{root.name} is vastgesteld: {what}.",
        names,
        (
            ("git add . && git commit", "leg de versie vast in git"),
            ("toezicht vaststellen --tag", "zet er een tag op, als je git gebruikt"),
            ("toezicht verifieer", "zien of er later iets verandert"),
        ),
    )


def report_intrekking(naam: str, versie: Versie, op: date) -> Mededeling:
    """Return that a version was withdrawn."""
    dag = parse_datum(op.isoformat()).leesbaar
    return Mededeling(
        f"Versie {versie.nummer} van {naam} is ingetrokken op {dag}.",
        ("De documenten blijven staan. De fase van het onderzoek is niet veranderd.",),
        (
            ('toezicht vaststellen --herzie --reden "…"', "een nieuwe versie maken"),
            ("toezicht verifieer", "zien wat er bewaard is"),
        ),
    )
