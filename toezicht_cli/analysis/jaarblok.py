"""Jaarblok: the figures of a year that the IGJ asks gemeenten for, on fixed keys, over 31 December.

It follows the questions as far as they are known to us and is no official format. What is not known is None,
never 0: in 2024 many gemeenten could not answer all of it, and saying so is an answer.
"""

from typing import NamedTuple

from toezicht_cli.analysis.jaarverslag import Jaarverslag, Tellingregel


class Vraag(NamedTuple):
    """One question: its key, what is asked, the count that answers it, and which part (None: the whole)."""

    sleutel: str
    vraag: str
    telling: str
    deel: str | None


_VRAGEN: tuple[tuple[str, str, str, str | None], ...] = (
    ("meldingen", "Meldingen ontvangen", "meldingen-aard", None),
    ("meldingen_calamiteit", "Meldingen van calamiteiten", "meldingen-aard", "calamiteit"),
    ("meldingen_geweld", "Meldingen van geweld", "meldingen-aard", "geweld"),
    ("meldingen_wmo", "Meldingen onder de Wmo", "meldingen-wet", "wmo-2015"),
    (
        "meldingen_onderzoek_opgedragen",
        "Onderzoek door de aanbieder opgedragen",
        "meldingen-vervolg",
        "intern",
    ),
    (
        "meldingen_onderzoek_op_tijd",
        "Onderzoek van de aanbieder op tijd",
        "meldingen-vervolg",
        "intern-op-tijd",
    ),
    ("meldingen_doorverwezen", "Meldingen doorgegeven aan een ander", "meldingen-doorgegeven", None),
    ("meldingen_afgesloten", "Meldingen afgesloten", "meldingen-stand", "afgesloten"),
    ("signalen", "Signalen ontvangen", "signalen", None),
    ("signalen_uniek", "Signalen zonder doublures", "signalen", "uniek"),
    ("signalen_aanbieders", "Aanbieders waarover signalen kwamen", "signalen-aanbieders", None),
    ("signalen_niet_gewogen", "Signalen zonder weging", "signalen-prioriteit", "niet-gewogen"),
    ("signalen_doorverwezen", "Signalen doorgegeven aan een ander", "signalen-doorgegeven", None),
    ("signalen_afgehandeld", "Signalen afgehandeld", "signalen-stand", "afgehandeld"),
    ("onderzoeken_gestart", "Onderzoeken gestart", "onderzoeken", "gestart"),
    ("onderzoeken_lopend", "Onderzoeken nog bezig aan het eind", "onderzoeken", "lopend"),
    ("onderzoeken_vastgesteld", "Onderzoeken vastgesteld", "onderzoeken", "vastgesteld"),
    ("onderzoeken_proactief", "Proactieve onderzoeken gestart", "onderzoeken-soort", "proactief"),
    (
        "onderzoeken_signaalgestuurd",
        "Signaalgestuurde onderzoeken gestart",
        "onderzoeken-soort",
        "signaalgestuurd",
    ),
    ("onderzoeken_structureel", "Structurele onderzoeken gestart", "onderzoeken-soort", "structureel"),
    (
        "onderzoeken_calamiteit",
        "Onderzoeken na een calamiteit gestart",
        "onderzoeken-soort",
        "calamiteitentoezicht",
    ),
    ("onderzoeken_aangekondigd", "Aangekondigd", "onderzoeken-aangekondigd", "ja"),
    ("onderzoeken_onaangekondigd", "Onaangekondigd", "onderzoeken-aangekondigd", "nee"),
    ("onderzoeken_zin", "Onderzoeken bij zorg in natura", "onderzoeken-financiering", "zin"),
    ("onderzoeken_pgb", "Onderzoeken bij een pgb", "onderzoeken-financiering", "pgb"),
    ("bezoeken", "Bezoeken", "onderzoeken-bezoeken", None),
    ("punten", "Verbeterpunten gegeven", "punten-stand", None),
    ("punten_geborgd", "Verbeterpunten geborgd", "punten-stand", "geborgd-vastgesteld"),
    ("punten_te_laat", "Verbeterpunten te laat", "punten-tijd", "te-laat"),
    ("normen_opnieuw_getoetst", "Normen die opnieuw getoetst zijn", "hertoets", None),
    ("maatregelen_advies", "Maatregelen: advies en stimulering", "maatregelen", "advies-en-stimulering"),
    ("maatregelen_corrigerend", "Maatregelen: corrigerend", "maatregelen", "corrigerend"),
    ("veiligheidsafspraken", "Afspraken over veiligheid", "veiligheidsafspraken", None),
    ("rapporten_openbaar_gemaakt", "Rapporten openbaar gemaakt", "openbaar-gemaakt", None),
    ("rapporten_openbaar", "Vastgestelde rapporten die openbaar zijn", "openbaarheid", "openbaar"),
    (
        "rapporten_niet_openbaar",
        "Vastgestelde rapporten die niet openbaar zijn",
        "openbaarheid",
        "niet-openbaar",
    ),
    ("toezichthouders_fte", "Toezichthouders in fte", "organisatie-fte", None),
    ("toezicht_onafhankelijk", "Toezicht los van inkoop en beleid", "organisatie-onafhankelijk", None),
    ("werkprogramma", "Werkprogramma vastgesteld", "organisatie-werkprogramma", None),
    ("jaarverslag_naar_raad", "Jaarverslag naar de raad", "organisatie-raad", None),
)
VRAGEN = tuple(Vraag(*vraag) for vraag in _VRAGEN)
# The parts of this count are the kinds of toezicht that the werkmap knows, all of them.
_SOORTEN = "onderzoeken-soort"


class Antwoord(NamedTuple):
    """The answer to one question; ``reden`` says why there is none."""

    sleutel: str
    vraag: str
    waarde: int | None
    reden: str | None


class Jaarblok(NamedTuple):
    """All answers over one year, of one gemeente or of all; ``opmerkingen`` say what they leave out."""

    jaar: int
    gemeente: str | None
    organisatie: str
    antwoorden: tuple[Antwoord, ...]
    opmerkingen: tuple[str, ...]


def make_jaarblok(verslag: Jaarverslag) -> Jaarblok:
    """Return the answers that the figures of a year give."""
    by_id = {regel.telling.id: regel for regel in verslag.tellingen}
    antwoorden = (
        Antwoord(vraag.sleutel, vraag.vraag, *_find_waarde(verslag, by_id.get(vraag.telling), vraag))
        for vraag in VRAGEN
    )
    return Jaarblok(
        verslag.jaar, verslag.gemeente, verslag.organisatie, tuple(antwoorden), verslag.opmerkingen
    )


def _find_waarde(
    verslag: Jaarverslag, regel: Tellingregel | None, vraag: Vraag
) -> tuple[int | None, str | None]:
    """Return the answer to a question, or None and why there is none."""
    if regel is None:
        return None, "staat niet in de cijfers"
    if regel.telling.ontbreekt:
        return None, f"niet te lezen: {', '.join(regel.telling.ontbreekt)}"
    if vraag.deel is None:
        return _known(regel.telling.totaal)
    for item in regel.delen:
        if item.deel.id == vraag.deel:
            return _known(item.deel.aantal)
    return _absent(verslag, vraag)


def _absent(verslag: Jaarverslag, vraag: Vraag) -> tuple[int | None, str | None]:
    """Return the answer when no part of the count is what is asked for."""
    if verslag.bron != "registers":
        return None, "staat niet in de cijfers"
    if vraag.telling == _SOORTEN:
        return None, "deze soort toezicht staat niet in toezicht.yaml"
    return 0, None  # what the registers hold and did not occur is not unknown


def _known(aantal: int | None) -> tuple[int | None, str | None]:
    return aantal, None if aantal is not None else "onbekend"
