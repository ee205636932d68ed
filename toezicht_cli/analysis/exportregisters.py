"""Exportregisters: the tables about signalen, meldingen, gesprekken and aanbieders."""

from collections.abc import Iterator

from toezicht_cli.analysis.exportonderzoeken import ALLE as OVER_ONDERZOEKEN
from toezicht_cli.analysis.exporttabellen import Bron, Cel, Kolom, Rij, Tabel, ja_nee, join, number
from toezicht_cli.models.register import Doorverwijzing, Onderzoeksopdracht

_AANBIEDER = Kolom("aanbieder", "tekst", "De aanbieder in de tabel aanbieders.")
_GEMEENTE = Kolom("gemeente", "tekst", "De gemeente van de cliënt.")
_WET = Kolom("wet", "tekst", "De wet waaronder de hulp valt.")
_VOORZIENING = Kolom("voorziening", "tekst", "De voorziening.")
_DOORVERWEZEN = (
    Kolom("doorverwezen_naar", "tekst", "Wie bevoegd is, als het is doorgegeven."),
    Kolom("doorverwezen_op", "dag", "De dag waarop het is doorgegeven."),
)


def _doorverwezen(item: Doorverwijzing | None) -> tuple[Cel, Cel]:
    return (item.naar, item.datum.tekst) if item else (None, None)


def _signalen(bron: Bron) -> Iterator[Rij]:
    for item in bron.signalen:
        weging = item.wegingen[-1] if item.wegingen else None
        besluit, einde = item.besluit, item.afhandeling
        yield (
            item.id,
            item.datum.tekst,
            item.bron,
            ja_nee(item.anoniem),
            item.aanbieder,
            item.gemeente,
            item.wet,
            join(item.domein),
            item.financiering,
            item.voorziening,
            item.aard,
            join(item.naar_aanleiding_van),
            item.doublure_van,
            len(item.wegingen),
            weging.prioriteit if weging else None,
            besluit.keuze if besluit else None,
            besluit.datum.tekst if besluit else None,
            *_doorverwezen(item.doorverwezen_naar),
            einde.datum.tekst if einde else None,
            einde.uitkomst if einde else None,
            item.omschrijving,
        )


SIGNALEN = Tabel(
    "signalen",
    "Elke rij is een signaal.",
    (
        Kolom("signaal", "tekst", "Nummer van het signaal."),
        Kolom("datum", "dag", "De dag waarop het binnenkwam."),
        Kolom("bron", "tekst", "Van wie het signaal komt; nooit een naam."),
        Kolom("anoniem", "ja-nee", "Of de melder anoniem is."),
        _AANBIEDER,
        _GEMEENTE,
        _WET,
        Kolom("domein", "tekst", "Kwaliteit, rechtmatigheid of beide, met ; ertussen."),
        Kolom("financiering", "tekst", "Hoe de hulp betaald wordt."),
        _VOORZIENING,
        Kolom("aard", "tekst", "Waar het over gaat."),
        Kolom("naar_aanleiding_van", "tekst", "Waar het uit volgt, met ; ertussen."),
        Kolom("doublure_van", "tekst", "Het signaal dat al hetzelfde zegt: tel dit dan niet apart."),
        Kolom("wegingen", "getal", "Hoe vaak het gewogen is."),
        Kolom("prioriteit", "tekst", "De prioriteit van de laatste weging; leeg als er geen is."),
        Kolom("besluit", "tekst", "Wat ermee gebeurt."),
        Kolom("besluit_op", "dag", "De dag van het besluit."),
        *_DOORVERWEZEN,
        Kolom("afgehandeld_op", "dag", "De dag waarop het klaar was."),
        Kolom("uitkomst", "tekst", "Waar het op uitkwam."),
        Kolom("omschrijving", "tekst", "Wat er gezegd is.", vrij=True),
    ),
    _signalen,
)


def _wegingen(bron: Bron) -> Iterator[Rij]:
    for signaal in bron.signalen:
        for nummer, item in enumerate(signaal.wegingen, 1):
            yield (
                signaal.id,
                nummer,
                ja_nee(nummer == len(signaal.wegingen)),
                item.datum.tekst,
                item.afwegingskader,
                item.ernst,
                item.omvang,
                number(item.betrokken_clienten),
                number(item.clienten_van_aanbieder),
                join(item.omstandigheden),
                join(item.eerdere_signalen),
                item.volgens_tabel,
                item.prioriteit,
                item.onrechtmatigheid.vermoeden,
                item.motivering,
            )


WEGINGEN = Tabel(
    "wegingen",
    "Elke rij is één weging van een signaal.",
    (
        Kolom("signaal", "tekst", "Nummer van het signaal."),
        Kolom("nummer", "getal", "De hoeveelste weging van dit signaal."),
        Kolom("laatste", "ja-nee", "Of deze weging geldt: alleen de laatste telt."),
        Kolom("datum", "dag", "De dag van de weging."),
        Kolom("afwegingskader", "tekst", "Het afwegingskader, als naam@versie."),
        Kolom("ernst", "tekst", "De ernst."),
        Kolom("omvang", "tekst", "De omvang."),
        Kolom("betrokken_clienten", "decimaal", "Hoeveel cliënten er last van hebben; leeg als onbekend."),
        Kolom(
            "clienten_van_aanbieder", "decimaal", "Hoeveel cliënten de aanbieder heeft; leeg als onbekend."
        ),
        Kolom("omstandigheden", "tekst", "Wat de prioriteit kan verhogen, met ; ertussen."),
        Kolom("eerdere_signalen", "tekst", "Eerdere signalen, met ; ertussen."),
        Kolom("volgens_tabel", "tekst", "De prioriteit in de tabel; leeg als de cel leeg is."),
        Kolom("prioriteit", "tekst", "De prioriteit na alle omstandigheden."),
        Kolom("vermoeden_onrechtmatigheid", "tekst", "Ja, nee of onbekend."),
        Kolom("motivering", "tekst", "Waarom de prioriteit zo is.", vrij=True),
    ),
    _wegingen,
)


def _opdracht(item: Onderzoeksopdracht | None) -> tuple[Cel, Cel, Cel, Cel]:
    if item is None:
        return None, None, None, None
    uiterlijk = item.uiterlijk.tekst if item.uiterlijk else None
    ontvangen = item.ontvangen_op.tekst if item.ontvangen_op else None
    return item.opgedragen_op.tekst, uiterlijk, ontvangen, item.beoordeling


def _opdrachtkolommen(begin: str, wat: str) -> tuple[Kolom, ...]:
    return (
        Kolom(f"{begin}_opgedragen_op", "dag", f"{wat}: de dag van de opdracht."),
        Kolom(f"{begin}_uiterlijk", "dag", f"{wat}: de laatste dag."),
        Kolom(f"{begin}_ontvangen_op", "dag", f"{wat}: de dag waarop het binnenkwam."),
        Kolom(f"{begin}_beoordeling", "tekst", f"{wat}: wat de toezichthouder ervan vond."),
    )


def _meldingen(bron: Bron) -> Iterator[Rij]:
    for item in bron.meldingen:
        yield (
            item.id,
            item.ontvangen_op.tekst,
            str(item.voorgevallen_op) if item.voorgevallen_op else None,
            item.bekend_op.tekst if item.bekend_op else None,
            item.aard,
            item.soort,
            item.binnen_definitie,
            item.aanbieder,
            item.gemeente,
            item.wet,
            item.voorziening,
            *_opdracht(item.intern_onderzoek),
            *_opdracht(item.aanvullend_onderzoek),
            *_doorverwezen(item.doorverwezen_naar),
            item.afgesloten.datum.tekst if item.afgesloten else None,
            item.omschrijving,
        )


MELDINGEN = Tabel(
    "meldingen",
    "Elke rij is een melding van een calamiteit of geweld.",
    (
        Kolom("melding", "tekst", "Nummer van de melding."),
        Kolom("ontvangen_op", "dag", "De dag waarop de melding binnenkwam."),
        Kolom("voorgevallen_op", "tekst", "Wanneer het gebeurde, zoals genoteerd."),
        Kolom("bekend_op", "dag", "Wanneer de aanbieder het wist."),
        Kolom("aard", "tekst", "Calamiteit, geweld of anders."),
        Kolom("soort", "tekst", "Wat voor gebeurtenis."),
        Kolom("binnen_definitie", "tekst", "Of het past binnen de wet: ja, nee of onbekend."),
        _AANBIEDER,
        _GEMEENTE,
        _WET,
        _VOORZIENING,
        *_opdrachtkolommen("intern", "Onderzoek door de aanbieder"),
        *_opdrachtkolommen("aanvullend", "Wat daarna nog gevraagd is"),
        *_DOORVERWEZEN,
        Kolom("afgesloten_op", "dag", "De dag waarop de melding is afgesloten."),
        Kolom("omschrijving", "tekst", "Wat er gebeurde.", vrij=True),
    ),
    _meldingen,
)


def _gesprekken(bron: Bron) -> Iterator[Rij]:
    for item in bron.gesprekken:
        yield (
            item.id,
            item.datum.tekst,
            item.soort,
            item.met,
            item.aanbieder,
            join(item.gemeenten),
            join(item.naar_aanleiding_van),
            item.uitkomst,
            item.afgesloten.datum.tekst if item.afgesloten else None,
            join(item.onderwerpen),
            item.verslag,
        )


GESPREKKEN = Tabel(
    "gesprekken",
    "Elke rij is een gesprek buiten een onderzoek.",
    (
        Kolom("gesprek", "tekst", "Nummer van het gesprek."),
        Kolom("datum", "dag", "De dag van het gesprek."),
        Kolom("soort", "tekst", "Wat voor gesprek."),
        Kolom("met", "tekst", "Met wie; nooit een naam."),
        _AANBIEDER,
        Kolom("gemeenten", "tekst", "Gemeenten waar het over gaat, met ; ertussen."),
        Kolom("naar_aanleiding_van", "tekst", "Waar het uit volgt, met ; ertussen."),
        Kolom("uitkomst", "tekst", "Wat de toezichthouder vond."),
        Kolom("afgesloten_op", "dag", "De dag waarop het is afgesloten."),
        Kolom("onderwerpen", "tekst", "Waar het over ging.", vrij=True),
        Kolom("verslag", "tekst", "Het verslag.", vrij=True),
    ),
    _gesprekken,
)


def _aanbieders(bron: Bron) -> Iterator[Rij]:
    for item in bron.aanbieders:
        yield (
            item.id,
            item.naam,
            item.rechtsvorm,
            item.kvk,
            join(item.financiering),
            join(item.gemeenten),
            join(item.voorzieningen),
            ja_nee(item.contract),
            item.actief.tekst if item.actief else None,
        )


AANBIEDERS = Tabel(
    "aanbieders",
    "Elke rij is een aanbieder die de werkmap kent.",
    (
        Kolom("aanbieder", "tekst", "Naam van de aanbieder in bestanden."),
        Kolom("naam", "tekst", "Naam van de aanbieder."),
        Kolom("rechtsvorm", "tekst", "De rechtsvorm."),
        Kolom("kvk", "tekst", "Nummer in het Handelsregister. Dit is tekst: nullen vooraan blijven staan."),
        Kolom("financiering", "tekst", "Hoe de zorg betaald wordt, met ; ertussen."),
        Kolom("gemeenten", "tekst", "Gemeenten waar de aanbieder werkt, met ; ertussen."),
        Kolom("voorzieningen", "tekst", "Wat de aanbieder biedt, met ; ertussen."),
        Kolom("contract", "ja-nee", "Of er een contract is voor zorg in natura."),
        Kolom("actief", "tekst", "Vanaf wanneer, en tot wanneer, de aanbieder werkt."),
    ),
    _aanbieders,
)

ALLE = (SIGNALEN, WEGINGEN, MELDINGEN, GESPREKKEN, AANBIEDERS)
TABELLEN = {tabel.naam: tabel for tabel in (*OVER_ONDERZOEKEN, *ALLE)}
