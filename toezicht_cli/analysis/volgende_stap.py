"""Volgende stap: what to do now, from how far an onderzoek is."""

from collections.abc import Callable

from toezicht_cli.analysis.voortgang import Meldingen, Voortgang
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.models.onderzoek import Fase


def next_step(voortgang: Voortgang, meldingen: Meldingen, *, is_leesbaar: bool) -> str:
    """Return what to do now: first what cannot be read, then fouten, then what the fase asks."""
    if not is_leesbaar or voortgang.fase is None:
        return "Herstel wat niet te lezen is. toezicht controleer wijst de regel aan en zegt wat er mis is."
    if meldingen.fouten:
        fouten = plural(meldingen.fouten, "fout", "fouten")
        return f"Los de {fouten} op. toezicht controleer wijst de regel aan en zegt wat je kunt doen."
    return _STAPPEN[voortgang.fase](voortgang)


def _step_voorbereiding(voortgang: Voortgang) -> str:
    if voortgang.lege_velden:
        return f"Vul in onderzoek.yaml in: {join_some(voortgang.lege_velden)}."
    return "Begin met het onderzoek, en zet dan in onderzoek.yaml de fase op uitvoering."


def _step_uitvoering(voortgang: Voortgang) -> str:
    if voortgang.open:
        return f"Leg de bevindingen en het oordeel vast bij norm {voortgang.open[0]}."
    if voortgang.zonder_bron:
        return f"Noem de bron bij bevinding {voortgang.zonder_bron[0]}."
    return (
        "Elke norm heeft een oordeel of een reden. Laat een collega meelezen, "
        "en zet dan de fase op conceptrapport."
    )


def _step_conceptrapport(voortgang: Voortgang) -> str:
    if voortgang.open:
        return f"Geef norm {voortgang.open[0]} een oordeel of een reden, voordat het concept weggaat."
    if voortgang.is_concept_verzonden:
        return "Het concept is verzonden: zet de fase op reactie-aanbieder, en wacht de reactie af."
    return (
        "Stuur het concept naar de aanbieder. Noteer de dag bij concept_verzonden_op, "
        "en zet de fase op reactie-aanbieder."
    )


def _step_reactie(_voortgang: Voortgang) -> str:
    return (
        "Verwerk de reactie van de aanbieder. Zet daarna de fase op definitief "
        "en noteer de dag bij vastgesteld_op."
    )


def _step_definitief(voortgang: Voortgang) -> str:
    if voortgang.punten_open:
        punten = plural(voortgang.punten_open, "punt", "punten")
        return f"Houd bij wat er met {punten} gebeurt: noteer in verbeterpunten.yaml de opvolging."
    return "Er staat geen punt meer open."


_STAPPEN: dict[Fase, Callable[[Voortgang], str]] = {
    "voorbereiding": _step_voorbereiding,
    "uitvoering": _step_uitvoering,
    "conceptrapport": _step_conceptrapport,
    "reactie-aanbieder": _step_reactie,
    "definitief": _step_definitief,
}
