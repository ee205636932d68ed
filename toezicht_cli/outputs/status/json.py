"""For programs: version 1 of the format ``toezicht/status``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.komend import Komend
from toezicht_cli.analysis.sporen import Spoor
from toezicht_cli.analysis.termijnen import Termijnstand
from toezicht_cli.analysis.voortgang import Onderzoekstatus, Status, Themavoortgang
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class StatusThema(TypedDict):
    """One thema: in_kader = getoetst + met_reden + nog_open + niet_te_lezen."""

    id: str
    titel: str
    in_kader: int
    getoetst: int
    met_reden: int
    nog_open: list[str]
    niet_te_lezen: list[str]


class StatusDatum(TypedDict):
    """A date; ``dagen`` from the peildatum, negative when it has passed."""

    datum: str
    wat: str
    dagen: int


class StatusSpoor(TypedDict):
    """What runs beside the fasen: openbaarmaking or opvolging, with a sentence for a reader."""

    id: str
    status: str
    zin: str


class StatusTermijn(TypedDict):
    """The term or point by which something must be done first; ``stand`` is te-laat or loopt."""

    id: str
    wat: str
    onderwerp: str | None
    einde: str | None
    stand: str
    dagen: int | None
    uitleg: str


class StatusMeldingen(TypedDict):
    """The counts of the check."""

    fout: int
    let_op: int
    tip: int


class StatusOnderzoek(TypedDict):
    """One onderzoek; null stands for what could not be read."""

    onderzoek: str
    aanbieder: str | None
    opdruk: str | None
    fase: str | None
    kader: str | None
    themas: list[StatusThema]
    bevindingen: int
    bevindingen_zonder_bron: list[str]
    punten: int | None
    punten_zonder_datum: int
    punten_open: int
    meldingen: StatusMeldingen
    ontbreekt: list[str]
    datums: list[StatusDatum]
    volgende_stap: str
    eerste_termijn: StatusTermijn | None
    sporen: list[StatusSpoor]
    onleesbaar: list[OnleesbaarBestand]


class StatusUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    peildatum: str
    onderzoeken: list[StatusOnderzoek]


SCHEMA = StatusUitvoer


def render(status: Status, _view: View) -> str:
    """Return the result as one JSON object."""
    onderzoeken = [_onderzoek(item) for item in status.onderzoeken]
    peildatum = status.peildatum.isoformat()
    return to_json(StatusUitvoer(formaat="toezicht/status/1", peildatum=peildatum, onderzoeken=onderzoeken))


def _onderzoek(item: Onderzoekstatus) -> StatusOnderzoek:
    onderzoek, voortgang, meldingen = item.inzage.onderzoek, item.voortgang, item.meldingen
    return StatusOnderzoek(
        onderzoek=item.inzage.naam,
        aanbieder=onderzoek.aanbieder.naam if onderzoek else None,
        opdruk=item.inzage.opdruk,
        fase=voortgang.fase,
        kader=onderzoek.kader if onderzoek else None,
        themas=[_thema(thema) for thema in voortgang.themas],
        bevindingen=voortgang.bevindingen,
        bevindingen_zonder_bron=list(voortgang.zonder_bron),
        punten=voortgang.punten,
        punten_zonder_datum=voortgang.punten_zonder_datum,
        punten_open=voortgang.punten_open,
        meldingen=StatusMeldingen(fout=meldingen.fouten, let_op=meldingen.let_op, tip=meldingen.tips),
        ontbreekt=list(item.ontbreekt),
        datums=[_datum(komend) for komend in voortgang.datums],
        volgende_stap=item.stap,
        eerste_termijn=_termijn(voortgang.eerste_termijn) if voortgang.eerste_termijn else None,
        sporen=[_spoor(spoor) for spoor in voortgang.sporen],
        onleesbaar=onleesbare_bestanden(item.inzage),
    )


def _thema(thema: Themavoortgang) -> StatusThema:
    return StatusThema(
        id=thema.id,
        titel=thema.titel,
        in_kader=thema.in_kader,
        getoetst=thema.getoetst,
        met_reden=thema.met_reden,
        nog_open=list(thema.open),
        niet_te_lezen=list(thema.onleesbaar),
    )


def _spoor(spoor: Spoor) -> StatusSpoor:
    return StatusSpoor(id=spoor.id, status=spoor.status, zin=spoor.zin)


def _termijn(termijn: Termijnstand) -> StatusTermijn:
    return StatusTermijn(
        id=termijn.id,
        wat=termijn.wat,
        onderwerp=termijn.onderwerp,
        einde=termijn.einde.isoformat() if termijn.einde else None,
        stand=termijn.stand,
        dagen=termijn.dagen,
        uitleg=termijn.uitleg,
    )


def _datum(komend: Komend) -> StatusDatum:
    return StatusDatum(datum=str(komend.datum), wat=komend.wat, dagen=komend.dagen)


OUTPUT = OutputFormat("json", "voor programma's", render)
