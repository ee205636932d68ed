"""Fasen: the five fasen of an onderzoek as one table: what begins each, and what it asks before the next."""

from collections.abc import Callable
from typing import NamedTuple

from toezicht_cli.analysis.voortgang import Voortgang
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.models.onderzoek import Fase
from toezicht_cli.models.termijn import Gebeurtenis


class Vereiste(NamedTuple):
    """Something that must be there before a fase is done.

    ``mist`` returns what is missing, for the ``{}`` of ``stap``; an empty text when nothing is.
    """

    mist: Callable[[Voortgang], str]
    stap: str


class Fasebeschrijving(NamedTuple):
    """One fase: how a reader calls it, the moment that begins it, what it asks, and how to go on."""

    id: Fase
    label: str
    begint_met: Gebeurtenis | None
    vereisten: tuple[Vereiste, ...]
    verder: str


def _lege_velden(voortgang: Voortgang) -> str:
    return join_some(voortgang.lege_velden)


def _open_norm(voortgang: Voortgang) -> str:
    return next(iter(voortgang.open), "")


def _zonder_bron(voortgang: Voortgang) -> str:
    return next(iter(voortgang.zonder_bron), "")


def _niet_verzonden(voortgang: Voortgang) -> str:
    return "" if voortgang.is_concept_verzonden else "concept"


def _geen_reactie(voortgang: Voortgang) -> str:
    return "reactie" if voortgang.wacht_op_reactie else ""


def _open_reacties(voortgang: Voortgang) -> str:
    return join_some(voortgang.open_reacties)


def _rapport_ligt_nog(voortgang: Voortgang) -> str:
    return "rapport" if voortgang.moet_verzonden else ""


def _punten_open(voortgang: Voortgang) -> str:
    return plural(voortgang.punten_open, "punt", "punten") if voortgang.punten_open else ""


FASETABEL: tuple[Fasebeschrijving, ...] = (
    Fasebeschrijving(
        "voorbereiding",
        "Voorbereiding",
        None,
        (Vereiste(_lege_velden, "Vul in onderzoek.yaml in: {}."),),
        "Begin met het onderzoek: toezicht voorbereiden maakt de brieven en de lijsten. "
        "Zet dan in onderzoek.yaml de fase op uitvoering.",
    ),
    Fasebeschrijving(
        "uitvoering",
        "Uitvoering",
        "gestart_op",
        (
            Vereiste(_open_norm, "Leg de bevindingen en het oordeel vast bij norm {}."),
            Vereiste(_zonder_bron, "Noem de bron bij bevinding {}."),
        ),
        "Elke norm heeft een oordeel of een reden. Laat een collega meelezen, "
        "en zet dan de fase op conceptrapport.",
    ),
    Fasebeschrijving(
        "conceptrapport",
        "Conceptrapport",
        None,
        (
            Vereiste(_open_norm, "Geef norm {} een oordeel of een reden, voordat het concept weggaat."),
            Vereiste(
                _niet_verzonden,
                "Stuur het concept naar de aanbieder: toezicht wederhoor klaarzetten maakt de bestanden, "
                "noteert de dag en zet de fase op reactie-aanbieder.",
            ),
        ),
        "Het concept is verzonden: zet de fase op reactie-aanbieder, en wacht de reactie af.",
    ),
    Fasebeschrijving(
        "reactie-aanbieder",
        "Reactie van de aanbieder",
        "concept_verzonden_op",
        (
            Vereiste(
                _geen_reactie,
                "Wacht de reactie van de aanbieder af. Lees haar in met toezicht wederhoor lees BESTAND, "
                "en noteer de dag bij reactie_ontvangen_op.",
            ),
            Vereiste(_open_reacties, "Schrijf in wederhoor.yaml wat er met reactie {} is gedaan."),
        ),
        "Maak het rapport definitief met toezicht vaststellen.",
    ),
    Fasebeschrijving(
        "definitief",
        "Definitief",
        "vastgesteld_op",
        (
            Vereiste(
                _rapport_ligt_nog, "Stuur het rapport naar de aanbieder, en noteer de dag bij verzonden_op."
            ),
            Vereiste(
                _punten_open, "Houd bij wat er met {} gebeurt: toezicht opvolging noteer schrijft het op."
            ),
        ),
        "Er staat geen punt meer open.",
    ),
)


def find_fase(fase: Fase) -> Fasebeschrijving:
    """Return the row of the table for ``fase``."""
    return next(row for row in FASETABEL if row.id == fase)


def find_stap(voortgang: Voortgang, fase: Fase) -> str:
    """Return what the fase asks first, or how to go on when it asks nothing more."""
    row = find_fase(fase)
    for vereiste in row.vereisten:
        if mist := vereiste.mist(voortgang):
            return vereiste.stap.format(mist)
    return row.verder
