"""Exportonderzoeken: the tables about onderzoeken, each from the zaken.

A zaak with fouten stands in ``onderzoeken`` with their number. Its oordelen are never counted, so they are
not in ``normoordelen`` either.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.exporttabellen import Bron, Kolom, Rij, Tabel, ja_nee, join
from toezicht_cli.analysis.zaak import ONBEKENDE_DAG, Zaak

ONBEKEND = "onbekend"
_DATUM = "Zoals genoteerd: een dag, een maand, een periode of niet-vermeld."
_MOMENTEN = {
    "aangekondigd_op": "Aangekondigd bij de aanbieder.",
    "gestart_op": "Begonnen.",
    "concept_verzonden_op": "Conceptrapport verzonden.",
    "reactie_ontvangen_op": "Reactie van de aanbieder ontvangen.",
    "vastgesteld_op": "Rapport vastgesteld.",
    "verzonden_op": "Rapport verzonden.",
    "openbaar_op": "Rapport openbaar gemaakt.",
    "verbeterplan_ontvangen_op": "Verbeterplan ontvangen.",
}
_SLEUTEL = Kolom("onderzoek", "tekst", "Naam van het onderzoek.")
_LOCATIE = Kolom("locatie", "tekst", "De vestiging, als er per vestiging geoordeeld wordt.")


def _onderzoeken(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        yield (
            zaak.id,
            zaak.pad,
            ja_nee(zaak.is_telbaar),
            zaak.fouten,
            ja_nee(zaak.onleesbaar),
            zaak.aanbieder or None,
            zaak.aanbieder_id,
            None if zaak.onleesbaar else len(zaak.gemeenten),
            zaak.regio,
            zaak.kader or None,
            zaak.soort_toezicht or None,
            ja_nee(zaak.aangekondigd),
            join(zaak.domein),
            join(zaak.financiering),
            join(zaak.voorzieningen),
            zaak.fase or None,
            *(zaak.moment(naam) for naam in _MOMENTEN),
            zaak.looptijd,
            None if zaak.onleesbaar else zaak.bezoeken,
            zaak.openbaarmaking,
            zaak.eindoordeel if zaak.is_telbaar else None,
            zaak.hertoets_van,
            join(zaak.naar_aanleiding_van),
            zaak.titel or None,
            zaak.openbaar_reden,
        )


ONDERZOEKEN = Tabel(
    "onderzoeken",
    "Elke rij is een onderzoek.",
    (
        _SLEUTEL,
        Kolom("pad", "tekst", "De map, gezien vanuit de werkmap."),
        Kolom("telbaar", "ja-nee", "Of de oordelen meetellen: nee als er fouten in staan."),
        Kolom("fouten", "getal", "Hoeveel fouten het tellen in de weg staan."),
        Kolom("onleesbaar", "ja-nee", "Of onderzoek.yaml niet te lezen was: de rest is dan leeg."),
        Kolom("aanbieder_naam", "tekst", "Naam van de aanbieder."),
        Kolom("aanbieder", "tekst", "De aanbieder in de tabel aanbieders."),
        Kolom("gemeenten", "getal", "Voor hoeveel gemeenten het is; welke staat in onderzoek_gemeenten."),
        Kolom("regio", "tekst", "De regio, als er geen gemeenten genoemd zijn."),
        Kolom("kader", "tekst", "Het toetsingskader, als naam@versie."),
        Kolom("soort_toezicht", "tekst", "De soort toezicht."),
        Kolom("aangekondigd", "ja-nee", "Of het aangekondigd was."),
        Kolom("domein", "tekst", "Kwaliteit, rechtmatigheid of beide, met ; ertussen."),
        Kolom("financiering", "tekst", "Hoe de zorg betaald wordt, met ; ertussen."),
        Kolom("voorzieningen", "tekst", "Onderzochte voorzieningen, met ; ertussen."),
        Kolom("fase", "tekst", "Hoe ver het onderzoek is."),
        *(Kolom(naam, "tekst", f"{uitleg} {_DATUM}") for naam, uitleg in _MOMENTEN.items()),
        Kolom("looptijd", "tekst", f"Van begin tot einde. {_DATUM}"),
        Kolom("bezoeken", "getal", "Hoeveel bezoeken er waren."),
        Kolom("openbaarmaking", "tekst", "Hoe ver de openbaarmaking is."),
        Kolom("eindoordeel", "tekst", "Het eindoordeel; leeg als er fouten in staan."),
        Kolom("hertoets_van", "tekst", "Het onderzoek waarvan dit de hertoets is."),
        Kolom("naar_aanleiding_van", "tekst", "Meldingen, signalen en gesprekken, met ; ertussen."),
        Kolom("titel", "tekst", "De titel.", vrij=True),
        Kolom("openbaar_reden", "tekst", "Waarom het niet of nog niet openbaar is.", vrij=True),
    ),
    _onderzoeken,
)


def _gemeenten(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        for gemeente in zaak.gemeenten or (ONBEKEND,):
            yield zaak.id, gemeente, ja_nee(len(zaak.gemeenten) > 1)


GEMEENTEN = Tabel(
    "onderzoek_gemeenten",
    "Elke rij is een onderzoek voor één gemeente.",
    (
        _SLEUTEL,
        Kolom("gemeente", "tekst", "De gemeente; onbekend als er geen genoemd is."),
        Kolom("gedeeld", "ja-nee", "Of het onderzoek ook voor andere gemeenten is: het telt dan bij elk."),
    ),
    _gemeenten,
)


def _normoordelen(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        if zaak.is_telbaar:
            yield from _normoordelen_van(zaak)


def _normoordelen_van(zaak: Zaak) -> Iterator[Rij]:
    eerder = {(item.norm, item.locatie): item.eerder for item in zaak.heroordelen}
    for item in zaak.uitkomsten:
        was = eerder.get((item.norm, item.locatie))
        yield zaak.id, zaak.kader, item.thema or None, item.norm, item.locatie, item.oordeel, item.status, was


NORMOORDELEN = Tabel(
    "normoordelen",
    "Elke rij is één norm in één onderzoek zonder fouten.",
    (
        _SLEUTEL,
        Kolom("kader", "tekst", "Het toetsingskader: een norm betekent iets binnen haar kader."),
        Kolom("thema", "tekst", "Het thema van de norm."),
        Kolom("norm", "tekst", "Het nummer van de norm. Dit is tekst: 1.10 is niet 1.1."),
        _LOCATIE,
        Kolom("oordeel", "tekst", "De categorie; leeg als er geen oordeel is."),
        Kolom("status", "tekst", "Waarom er geen oordeel is; leeg en geen oordeel: nog open."),
        Kolom("eerder_oordeel", "tekst", "Bij een hertoets: het oordeel van toen."),
    ),
    _normoordelen,
)


def _punten(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        for punt in zaak.punten:
            dag, status = punt.stappen[-1] if punt.stappen else (None, "open")
            yield zaak.id, punt.id, punt.soort, punt.norm, punt.locatie, punt.uiterlijk, status, dag


PUNTEN = Tabel(
    "punten",
    "Elke rij is een verbeterpunt of vereiste aanpassing.",
    (
        _SLEUTEL,
        Kolom("punt", "tekst", "Nummer van het punt binnen het onderzoek."),
        Kolom("soort", "tekst", "Verbeterpunt of vereiste-aanpassing."),
        Kolom("norm", "tekst", "De norm."),
        _LOCATIE,
        Kolom("uiterlijk", "tekst", "De laatste dag, of zo-spoedig-mogelijk."),
        Kolom("status", "tekst", "De laatste status; open als er nog niets genoteerd is."),
        Kolom("status_op", "dag", "De dag van die status."),
    ),
    _punten,
)


def _maatregelen(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        for nummer, stap in enumerate(zaak.maatregelen, 1):
            yield zaak.id, nummer, stap.datum, stap.soort, stap.trede, stap.groep, stap.besloten_door


MAATREGELEN = Tabel(
    "maatregelen",
    "Elke rij is een stap van de handhaving.",
    (
        _SLEUTEL,
        Kolom("nummer", "getal", "De hoeveelste stap van het onderzoek."),
        Kolom("datum", "dag", "De dag van het besluit of de afspraak."),
        Kolom("soort", "tekst", "Maatregel of veiligheidsafspraak."),
        Kolom("trede", "tekst", "De trede van de interventieladder."),
        Kolom("groep", "tekst", "De groep van die trede."),
        Kolom("besloten_door", "tekst", "Wie het besloot.", vrij=True),
    ),
    _maatregelen,
)


def _termijnen(bron: Bron) -> Iterator[Rij]:
    for zaak in bron.zaken:
        for item in zaak.termijnen:
            klaar_op = None if item.klaar_op == ONBEKENDE_DAG else item.klaar_op
            yield zaak.id, item.id, item.wat, item.einde, ja_nee(item.klaar_op is not None), klaar_op


TERMIJNEN = Tabel(
    "termijnen",
    "Elke rij is een termijn van een onderzoek.",
    (
        _SLEUTEL,
        Kolom("termijn", "tekst", "Naam van de termijn."),
        Kolom("wat", "tekst", "Wat er klaar moest zijn."),
        Kolom("einde", "dag", "De laatste dag."),
        Kolom("klaar", "ja-nee", "Of het gedaan is."),
        Kolom("klaar_op", "dag", "De dag waarop; leeg als die niet genoteerd is."),
    ),
    _termijnen,
)

ALLE = (ONDERZOEKEN, GEMEENTEN, NORMOORDELEN, PUNTEN, MAATREGELEN, TERMIJNEN)
