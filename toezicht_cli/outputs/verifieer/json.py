"""For programs: version 1 of the format ``toezicht/verifieer``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.verificatie import Bestandslot, Documentcontrole, Verificatie, Versiecontrole
from toezicht_cli.models.verloop import Versie
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class VerifieerBestand(TypedDict):
    """A file and what became of it."""

    bestand: str
    stand: str


class VerifieerVersie(TypedDict):
    """One version; ``opnieuw`` is gelijk, anders or niet-gedaan; ``vorm``: templates and house style."""

    nummer: str
    status: str
    vastgesteld_op: str
    vastgesteld_door: str
    gegevens: str
    veranderd: bool
    kader: str
    kader_stand: str
    bestanden: list[VerifieerBestand]
    documenten: list[VerifieerBestand]
    vorm: list[VerifieerBestand]
    vingerafdruk_goed: bool
    opnieuw: str
    opnieuw_reden: str | None
    commit: str | None


class VerifieerDocument(TypedDict):
    """One document by itself; ``zegel`` is heel, gebroken or geen."""

    bestand: str
    zegel: str
    gegevens: str | None
    versie: str | None
    status: str | None
    byte_gelijk: bool


class VerifieerUitvoer(TypedDict):
    """The whole output: ``versies`` of an onderzoek, or one ``document``; ``veranderd`` null: not known."""

    formaat: str
    onderzoek: str | None
    veranderd: bool | None
    versies: list[VerifieerVersie]
    document: VerifieerDocument | None


SCHEMA = VerifieerUitvoer


def render(found: Verificatie | Documentcontrole, _view: View) -> str:
    """Return the result as one JSON object."""
    if isinstance(found, Documentcontrole):
        veranderd = None if found.is_onbekend else found.is_veranderd
        return _output(found.onderzoek, veranderd, [], _document(found))
    return _output(found.naam, found.is_veranderd, [_versie(item) for item in found.versies], None)


def _output(
    onderzoek: str | None,
    veranderd: bool | None,  # noqa: FBT001 - a value of the output, no switch
    versies: list[VerifieerVersie],
    document: VerifieerDocument | None,
) -> str:
    output = VerifieerUitvoer(
        formaat="toezicht/verifieer/1",
        onderzoek=onderzoek,
        veranderd=veranderd,
        versies=versies,
        document=document,
    )
    return to_json(output)


def _versie(item: Versiecontrole) -> VerifieerVersie:
    versie = item.versie
    return VerifieerVersie(
        nummer=versie.nummer,
        status=versie.status,
        vastgesteld_op=versie.vastgesteld_op.tekst,
        vastgesteld_door=versie.vastgesteld_door,
        gegevens=versie.gegevens,
        veranderd=item.is_veranderd,
        kader=versie.kader,
        kader_stand=item.kader,
        bestanden=[_lot(lot) for lot in item.invoer],
        documenten=[_lot(lot) for lot in item.uitvoer],
        vorm=[_lot(lot) for lot in item.vorm],
        vingerafdruk_goed=item.is_vingerafdruk_goed,
        opnieuw=item.opnieuw.stand,
        opnieuw_reden=item.opnieuw.reden,
        commit=item.commit,
    )


def _lot(item: Bestandslot) -> VerifieerBestand:
    return VerifieerBestand(bestand=item.bestand, stand=item.lot)


def _document(found: Documentcontrole) -> VerifieerDocument:
    versie: Versie | None = found.versie
    return VerifieerDocument(
        bestand=found.bestand,
        zegel=found.zegel,
        gegevens=found.gegevens,
        versie=versie.nummer if versie else None,
        status=versie.status if versie else None,
        byte_gelijk=found.is_byte_gelijk,
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
