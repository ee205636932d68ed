"""Jaaringangen: what the registers say of one year: meldingen, signalen and gesprekken."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.jaartelling import ONBEKEND, Deel, Jaartelling, as_written, count
from toezicht_cli.analysis.registerlijst import MELDINGSTANDEN, SIGNAALSTANDEN, stand_melding, stand_signaal
from toezicht_cli.models.register import Gesprek, Melding, Onderzoeksopdracht, Signaal

_WETTEN = {"wmo-2015": "Wmo 2015", "jeugdwet": "Jeugdwet", "wlz": "Wlz", "zvw": "Zvw"}
_AARD = {"calamiteit": "calamiteit", "geweld": "geweld", "anders": "anders"}
_JA_NEE = {"ja": "ja", "nee": "nee", ONBEKEND: "onbekend"}
_DOMEIN = {"kwaliteit": "kwaliteit", "rechtmatigheid": "rechtmatigheid"}
GEEN_WEGING = "niet-gewogen"
GEEN_BESLUIT = "nog-geen-besluit"


class Ingangen(NamedTuple):
    """The entries of one year, of one gemeente or of all."""

    meldingen: tuple[Melding, ...]
    signalen: tuple[Signaal, ...]
    gesprekken: tuple[Gesprek, ...]

    @property
    def unieke_signalen(self) -> tuple[Signaal, ...]:
        """Return the signalen that say something that no other one says."""
        return tuple(item for item in self.signalen if item.doublure_van is None)


def select_ingangen(alle: Ingangen, jaar: int, gemeente: str | None, peildatum: date) -> Ingangen:
    """Return the entries of ``jaar``, up to ``peildatum``, that concern ``gemeente`` (None: all)."""

    def counts(dag: date, gemeenten: tuple[str | None, ...]) -> bool:
        return dag.year == jaar and dag <= peildatum and (gemeente is None or gemeente in gemeenten)

    return Ingangen(
        tuple(item for item in alle.meldingen if counts(item.ontvangen_op.vroegst, (item.gemeente,))),
        tuple(item for item in alle.signalen if counts(item.datum.vroegst, (item.gemeente,))),
        tuple(item for item in alle.gesprekken if counts(item.datum.vroegst, item.gemeenten)),
    )


def count_ingangen(ingangen: Ingangen, alle: Ingangen) -> Iterator[Jaartelling]:
    """Yield the counts of the entries of a year; ``alle`` are those of every year: what followed later."""
    yield from _count_meldingen(ingangen.meldingen, alle.gesprekken)
    yield from _count_signalen(ingangen)
    yield from _count_gesprekken(ingangen.gesprekken)


def _count_meldingen(meldingen: Sequence[Melding], gesprekken: Sequence[Gesprek]) -> Iterator[Jaartelling]:
    def telling(naam: str, wat: str) -> tuple[str, str, str, str]:
        return f"meldingen-{naam}", "meldingen", wat, "meldingen"

    yield count(telling("aard", "Meldingen naar aard"), (item.aard for item in meldingen), _AARD)
    yield count(telling("wet", "Meldingen naar wet"), (_known(item.wet) for item in meldingen), _WETTEN)
    voorzieningen = [item.voorziening for item in meldingen]
    yield count(
        telling("voorziening", "Meldingen naar voorziening"), voorzieningen, as_written(voorzieningen)
    )
    yield count(
        telling("definitie", "Binnen de definitie van de wet"),
        (item.binnen_definitie for item in meldingen),
        _JA_NEE,
    )
    standen = {stand: stand.replace("-", " ") for stand in MELDINGSTANDEN}
    yield count(
        telling("stand", "Hoe ver de meldingen zijn"), (stand_melding(item) for item in meldingen), standen
    )
    yield _count_doorgegeven("meldingen", "meldingen", meldingen)
    yield _count_opdrachten(meldingen, gesprekken)


def _count_doorgegeven(register: str, eenheid: str, items: Sequence[Melding | Signaal]) -> Jaartelling:
    """Return to whom was passed on what is not ours, or not ours alone; however far it is now."""
    partijen = [item.doorverwezen_naar.naar for item in items if item.doorverwezen_naar]
    wat = f"{register.capitalize()} doorgegeven aan een ander"
    return count((f"{register}-doorgegeven", register, wat, eenheid), partijen, as_written(partijen))


def _count_opdrachten(meldingen: Sequence[Melding], gesprekken: Sequence[Gesprek]) -> Jaartelling:
    """Return what was asked of aanbieders after a melding; the parts overlap."""
    besproken = {nummer for gesprek in gesprekken for nummer in gesprek.naar_aanleiding_van}
    intern = [item.intern_onderzoek for item in meldingen if item.intern_onderzoek]
    delen = (
        Deel("intern", "intern onderzoek opgedragen", len(intern)),
        Deel("intern-op-tijd", "waarvan op tijd ontvangen", sum(map(_is_on_time, intern))),
        Deel("intern-zonder-dag", "waarvan zonder laatste dag", sum(not item.uiterlijk for item in intern)),
        Deel(
            "aanvullend",
            "aanvulling gevraagd",
            sum(item.aanvullend_onderzoek is not None for item in meldingen),
        ),
        Deel("gesprek", "gesprek gevoerd", sum(item.id in besproken for item in meldingen)),
    )
    wat = "Wat er na de meldingen gebeurde"
    return Jaartelling(
        "meldingen-vervolg", "meldingen", wat, "meldingen", len(meldingen), delen, telt_op=False
    )


def _is_on_time(opdracht: Onderzoeksopdracht) -> bool:
    ontvangen, uiterlijk = opdracht.ontvangen_op, opdracht.uiterlijk
    return ontvangen is not None and uiterlijk is not None and ontvangen.vroegst <= uiterlijk.vroegst


def _count_signalen(ingangen: Ingangen) -> Iterator[Jaartelling]:
    uniek = ingangen.unieke_signalen
    delen = (
        Deel("uniek", "zonder doublures", len(uniek)),
        Deel("doublures", "doublures", len(ingangen.signalen) - len(uniek)),
    )
    yield Jaartelling("signalen", "signalen", "Ontvangen signalen", "signalen", len(ingangen.signalen), delen)
    aanbieders = {item.aanbieder for item in uniek if item.aanbieder}
    yield Jaartelling(
        *("signalen-aanbieders", "signalen", "Aanbieders waarover signalen binnenkwamen", "aanbieders"),
        totaal=len(aanbieders),
    )
    yield from _count_unieke(uniek)


def _count_unieke(uniek: Sequence[Signaal]) -> Iterator[Jaartelling]:
    def telling(naam: str, wat: str) -> tuple[str, str, str, str]:
        return f"signalen-{naam}", "signalen", wat, "signalen zonder doublures"

    yield count(
        telling("aanbieder-bekend", "Is de aanbieder bekend"),
        ("ja" if item.aanbieder else "nee" for item in uniek),
        {"ja": "ja", "nee": "nee"},
    )
    yield count(telling("bron", "Van wie de signalen kwamen"), (_known(item.bron) for item in uniek))
    yield count(telling("aard", "Waar de signalen over gingen"), (item.aard for item in uniek))
    yield count(telling("wet", "Signalen naar wet"), (_known(item.wet) for item in uniek), _WETTEN)
    domeinen = [domein for item in uniek for domein in item.domein]
    yield count(telling("domein", "Signalen naar domein"), domeinen, _DOMEIN, totaal=len(uniek))
    yield count(
        telling("financiering", "Signalen naar financiering"), (_known(item.financiering) for item in uniek)
    )
    yield count(telling("prioriteit", "Prioriteit na weging"), (_prioriteit(item) for item in uniek))
    besluiten = (item.besluit.keuze if item.besluit else GEEN_BESLUIT for item in uniek)
    yield count(telling("besluit", "Wat er besloten is"), besluiten)
    standen = {stand: stand for stand in SIGNAALSTANDEN if stand != "doublure"}
    yield count(
        telling("stand", "Hoe ver de signalen zijn"), (stand_signaal(item) for item in uniek), standen
    )
    yield _count_doorgegeven("signalen", "signalen zonder doublures", uniek)
    klaar = [item.afhandeling.uitkomst for item in uniek if item.afhandeling]
    naam, hoofdstuk, wat, _ = telling("uitkomst", "Waar afgehandelde signalen op uitkwamen")
    yield count((naam, hoofdstuk, wat, "afgehandelde signalen"), klaar)
    yield count(
        telling("onrechtmatigheid", "Vermoeden van onrechtmatigheid"), (_vermoeden(item) for item in uniek)
    )


def _count_gesprekken(gesprekken: Sequence[Gesprek]) -> Iterator[Jaartelling]:
    yield count(
        ("gesprekken-soort", "gesprekken", "Gesprekken naar soort", "gesprekken"),
        (item.soort for item in gesprekken),
    )
    yield count(
        ("gesprekken-uitkomst", "gesprekken", "Uitkomst van de gesprekken", "gesprekken"),
        (item.uitkomst for item in gesprekken),
    )


def list_wachttijden(ingangen: Ingangen) -> Iterator[tuple[str, str, list[int | None]]]:
    """Yield id, words and the days that something took; None where a day is not known."""
    gemeld = [
        _days(item.bekend_op.vroegst if item.bekend_op else None, item.ontvangen_op.vroegst)
        for item in ingangen.meldingen
    ]
    yield "melden", "Van bekend bij de aanbieder tot gemeld", gemeld
    afgesloten = [
        _days(item.ontvangen_op.vroegst, item.afgesloten.datum.vroegst)
        for item in ingangen.meldingen
        if item.afgesloten
    ]
    yield "melding-afsluiten", "Van melding tot afgesloten", [*afgesloten]
    besloten = [
        _days(item.datum.vroegst, item.besluit.datum.vroegst)
        for item in ingangen.unieke_signalen
        if item.besluit
    ]
    yield "signaal-besluit", "Van signaal tot besluit", [*besloten]


def _days(begin: date | None, einde: date) -> int | None:
    return (einde - begin).days if begin is not None else None


def _known(value: str | None) -> str | None:
    return None if value == ONBEKEND else value


def _prioriteit(signaal: Signaal) -> str:
    if not signaal.wegingen:
        return GEEN_WEGING
    return signaal.wegingen[-1].prioriteit or "lege-cel"


def _vermoeden(signaal: Signaal) -> str | None:
    return _known(signaal.wegingen[-1].onrechtmatigheid.vermoeden) if signaal.wegingen else None
