"""Opvolgwoorden: what the formats for people say of points, counts and measures, in the same words."""

from collections.abc import Iterator

from toezicht_cli.analysis.ketenwoorden import stand_tekst, uiterlijk_tekst
from toezicht_cli.analysis.opvolging import (
    STATUSSEN,
    Opvolgingsstand,
    Puntstand,
    Telling,
    Tijd,
    Verloop,
    geborgd,
)
from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.verbeterpunt import Opvolging
from toezicht_cli.models.verloop import Stap, Verzending

_TIJDEN: tuple[tuple[Tijd, str], ...] = (
    ("te-laat", "te laat"),
    ("loopt", "nog op tijd"),
    ("zo-spoedig-mogelijk", "zo spoedig mogelijk, zonder dag"),
    ("geen-datum", "zonder uiterste datum"),
)


def telling_zinnen(telling: Telling) -> list[str]:
    """Return the sentences that say how a number of points stands; percentages with their two numbers."""
    statussen = [f"{telling.per_status[status]} {stand_tekst(status)}" for status in STATUSSEN]
    zinnen = [
        f"{plural(telling.totaal, 'punt', 'punten')}: {join_words(statussen)}.",
        f"Vastgesteld dat het geborgd is: {geborgd(telling)}.",
    ]
    if vervallen := telling.per_status["vervallen"]:
        zijn, telt = ("is", "telt") if vervallen == 1 else ("zijn", "tellen")
        wat = plural(vervallen, "punt", "punten")
        zinnen.append(f"{wat} {zijn} vervallen en {telt} niet mee in dat percentage.")
    open_punten = telling.totaal - telling.per_tijd["afgerond"]
    if open_punten:
        tijden = [
            f"{telling.per_tijd[tijd]} {woorden}" for tijd, woorden in _TIJDEN if telling.per_tijd[tijd]
        ]
        zinnen.append(f"Nog niet klaar: {open_punten}. Daarvan {join_words(tijden)}.")
    return zinnen


def punt_kop(punt: Puntstand, *, met_onderzoek: bool) -> str:
    """Return the number, norm and state of a point."""
    plek = f"{punt.onderzoek} " if met_onderzoek else ""
    norm = f"{punt.punt.norm}@{punt.punt.locatie}" if punt.punt.locatie else punt.punt.norm
    return f"{plek}{punt.punt.id} · norm {norm} · {stand_tekst(punt.status)} · {wanneer(punt)}"


def wanneer(punt: Puntstand) -> str:
    """Return by when a point must be done, and how late it is."""
    laat = f", {plural(punt.dagen_te_laat, 'dag', 'dagen')} te laat" if punt.tijd == "te-laat" else ""
    return f"{uiterlijk_tekst(punt.punt)}{laat}"


def stap_tekst(stap: Opvolging) -> str:
    """Return one step: day, status, evidence, who assessed it, and what was seen."""
    parts = [f"{stap.datum.leesbaar}: {stand_tekst(stap.status)}"]
    parts.append(f"bewijs: {', '.join(stap.bewijs)}" if stap.bewijs else "zonder bewijs")
    parts.append(f"beoordeeld door {stap.beoordeeld_door}" if stap.beoordeeld_door else "niet beoordeeld")
    return f"{'; '.join(parts)}. {stap.toelichting or ''}".rstrip()


def verloop_regels(stand: Opvolgingsstand) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading with its lines: measures, agreements about safety, and what was sent."""
    several = len(stand.inzagen) > 1
    for soort, kop in (("maatregel", "Maatregelen"), ("veiligheidsafspraak", "Afspraken over veiligheid")):
        yield (
            kop,
            [
                _before(verloop, several) + _maatregel(stap, stand)
                for verloop in stand.verloop
                for stap in verloop.stappen
                if stap.soort == soort
            ],
        )
    yield (
        "Verzonden",
        [
            _before(verloop, several) + _verzending(item)
            for verloop in stand.verloop
            for item in verloop.verzendingen
        ],
    )


def _before(verloop: Verloop, several: bool) -> str:  # noqa: FBT001 - private, and plain at its only callers
    return f"{verloop.onderzoek}: " if several else ""


def _maatregel(stap: Stap, stand: Opvolgingsstand) -> str:
    parts = [f"{stap.datum.leesbaar}: {stap.maatregel}", f"besloten door {stap.besloten_door}"]
    parts += [f"grondslag: {stap.grondslag}"] if stap.grondslag else []
    if isinstance(stap.geldig_tot, Datum):
        gold = stap.geldig_tot.vroegst < stand.peildatum
        parts.append(f"{'gold' if gold else 'geldt'} tot en met {stap.geldig_tot.leesbaar}")
    parts += [f"bewijs: {', '.join(stap.bewijs)}"] if stap.bewijs else []
    return " · ".join(parts)


def _verzending(item: Verzending) -> str:
    parts = [f"{item.datum.leesbaar}: {item.wat}", f"aan {item.aan}"]
    parts += [item.wijze] if item.wijze else []
    return " · ".join([*parts, f"versie {item.versie}"] if item.versie else parts)
