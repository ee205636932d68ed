"""Zaakmaken: put one onderzoek in short."""

from collections.abc import Iterator
from datetime import date

from toezicht_cli.analysis.termijnen import list_termijnen
from toezicht_cli.analysis.zaak import (
    ONBEKENDE_DAG,
    Heroordeel,
    Maatregelstand,
    Normuitkomst,
    Puntstand,
    Termijnstand,
    Zaak,
)
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek

# What happened after the day of looking did not happen yet; a zaak knows no day of looking.
_EENS = date.max
ZONDER_THEMA = ""


def make_zaak(dossier: Dossier, pad: str, fouten: int) -> Zaak:
    """Return ``dossier`` in short.

    Args:
        dossier: an onderzoek as far as it could be read.
        pad: its folder, as seen from the werkmap.
        fouten: how many fouten stand in the way of a tally.
    """
    onderzoek = dossier.documents.get("onderzoek.yaml")
    if not isinstance(onderzoek, Onderzoek):
        return Zaak(dossier.naam, pad, max(fouten, 1), onleesbaar=True)
    zaak = _describe(Zaak(dossier.naam, pad, fouten, stuk=tuple(sorted(dossier.onleesbaar))), onderzoek)
    return zaak._replace(
        uitkomsten=tuple(_uitkomsten(dossier)),
        punten=tuple(_punten(dossier)),
        termijnen=tuple(_termijnen(dossier)),
        maatregelen=tuple(_maatregelen(dossier)),
        heroordelen=tuple(_heroordelen(dossier)),
    )


def _describe(zaak: Zaak, onderzoek: Onderzoek) -> Zaak:
    """Return ``zaak`` with what ``onderzoek.yaml`` says."""
    aanbieder, openbaar = onderzoek.aanbieder, onderzoek.openbaarmaking
    reikwijdte = onderzoek.reikwijdte
    return zaak._replace(
        titel=onderzoek.titel,
        aanbieder=aanbieder.naam,
        aanbieder_id=aanbieder.id,
        gemeenten=tuple(dict.fromkeys(gemeente.naam for gemeente in onderzoek.gemeenten)),
        regio=onderzoek.regio,
        kader=onderzoek.kader,
        soort_toezicht=onderzoek.soort_toezicht,
        aangekondigd=onderzoek.aangekondigd,
        domein=onderzoek.domein,
        financiering=aanbieder.financiering,
        voorzieningen=reikwijdte.voorzieningen if reikwijdte else (),
        fase=onderzoek.fase,
        momenten=tuple(_momenten(onderzoek)),
        looptijd=onderzoek.looptijd.tekst if onderzoek.looptijd else None,
        bezoeken=len(onderzoek.bezoeken),
        openbaarmaking=openbaar.status if openbaar else None,
        openbaar_reden=openbaar.reden if openbaar else None,
        eindoordeel=onderzoek.eindoordeel.oordeel if onderzoek.eindoordeel else None,
        hertoets_van=onderzoek.hertoets_van,
        naar_aanleiding_van=onderzoek.naar_aanleiding_van,
        onderzoek_id=onderzoek.id,
    )


def _momenten(onderzoek: Onderzoek) -> Iterator[tuple[str, str]]:
    for naam, datum in onderzoek.momenten or ():
        if datum is not None:
            yield naam, str(datum)


def _uitkomsten(dossier: Dossier) -> Iterator[Normuitkomst]:
    """Yield what was judged on each norm (at each vestiging), in the order of the kader.

    A norm without file comes as one without oordeel and without status.
    """
    kader = dossier.find_kader()
    themas = {norm.id: thema.id for thema in kader.themas for norm in thema.normen} if kader else {}
    found: dict[tuple[str, str | None], Normuitkomst] = {}
    for located in dossier.normoordelen:
        item = located.value
        thema = themas.get(item.norm, ZONDER_THEMA)
        key = item.norm, item.locatie
        found[key] = Normuitkomst(item.norm, thema, item.locatie, item.oordeel, item.status)
    locaties = _locaties(dossier)
    for norm, thema in themas.items():
        for locatie in locaties:
            found.setdefault((norm, locatie), Normuitkomst(norm, thema, locatie, None, None))
    order = {norm: number for number, norm in enumerate(themas)}
    yield from sorted(found.values(), key=lambda one: (order.get(one.norm, len(order)), one.locatie or ""))


def _locaties(dossier: Dossier) -> tuple[str | None, ...]:
    """Return what each norm is judged at: the vestigingen with a kader ``per: locatie``."""
    kader = dossier.find_kader()
    if kader is None or kader.per == "aanbieder":
        return (None,)
    return tuple(vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen)


def _punten(dossier: Dossier) -> Iterator[Puntstand]:
    for located in dossier.verbeterpunten:
        punt = located.value
        stappen = tuple((stap.datum.tekst, str(stap.status)) for stap in punt.opvolging)
        yield Puntstand(
            punt.id,
            punt.soort,
            punt.norm,
            punt.locatie,
            str(punt.uiterlijk) if punt.uiterlijk else None,
            stappen,
        )


def _termijnen(dossier: Dossier) -> Iterator[Termijnstand]:
    """Yield the terms of which can be told whether they were met; those of points stand with the points."""
    for item in list_termijnen(dossier, _EENS):
        if item.soort in ("termijn", "brief") and item.einde and item.stand not in ("voorbij", "wacht"):
            klaar = item.klaar_op.isoformat() if item.klaar_op else None
            if klaar is None and item.stand in ("klaar", "te-laat-klaar"):
                klaar = ONBEKENDE_DAG
            yield Termijnstand(item.id, item.wat, item.einde.isoformat(), klaar)


def _maatregelen(dossier: Dossier) -> Iterator[Maatregelstand]:
    werkmap = dossier.omgeving.werkmap
    groepen = {trede.id: trede.groep for trede in werkmap.interventieladder} if werkmap else {}
    for stap in dossier.handhaving.stappen:
        groep = groepen.get(stap.trede) if stap.trede else None
        yield Maatregelstand(stap.datum.tekst, stap.soort, stap.trede, groep, stap.besloten_door)


def _heroordelen(dossier: Dossier) -> Iterator[Heroordeel]:
    for located in dossier.normoordelen:
        item = located.value
        if item.eerder is not None and item.eerder.oordeel is not None and item.status != "eerder-getoetst":
            yield Heroordeel(item.norm, item.locatie, item.eerder.oordeel, item.oordeel)
