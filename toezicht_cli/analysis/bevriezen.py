"""Bevriezen: an onderzoek as it was vastgesteld, without what is written in its files afterwards.

The vastgestelde report tells of the onderzoek up to its vaststelling. The follow-up of the points, the dates
of sending and publication and the measures that come later stand in the same files, and must neither change
the report nor make it look changed. Everything else counts.
"""

from collections.abc import Mapping
from datetime import date

from toezicht_cli.analysis.bronnen import find_vastgesteld_op
from toezicht_cli.analysis.punten import is_bron_later
from toezicht_cli.analysis.verwijzingen import walk_bronverwijzingen
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunten
from toezicht_cli.models.verloop import Handhaving

# What no report shows: who accepted which finding, the talk within the team, and what is written
# after the report was made.
NIET_IN_RAPPORT = frozenset(
    {"uitzonderingen.yaml", "collegiale_toets.yaml", "verzonden.yaml", "vaststelling.yaml"}
)
LATERE_MOMENTEN = ("verzonden_op", "openbaar_op", "verbeterplan_ontvangen_op")
_BRONNENLIJST = "bronnen.yaml"


def find_vaststelling(dossier: Dossier) -> Datum | None:
    """Return the day of vaststelling, None without one or when ``onderzoek.yaml`` could not be read."""
    try:
        return find_vastgesteld_op(dossier)
    except LookupError:  # the file could not be read
        return None


def find_eerste_vaststelling(dossier: Dossier, dag: Datum) -> Datum:
    """Return the day of the first version, which may lie before ``dag``, the day of the version that counts.

    What follows on a report follows on its first version: a revision does not make it part of the report.
    """
    return min((dag, *(versie.vastgesteld_op for versie in dossier.vaststelling.versies)), key=_begin)


def _begin(dag: Datum) -> date:
    return dag.vroegst


def freeze(dossier: Dossier, op: Datum | None = None) -> Dossier:
    """Return the dossier as it was vastgesteld.

    Left out are the follow-up of points, the dates and the publication after the vaststelling, measures of
    a later day, and bronnen that came in later and that only those name.

    Args:
        dossier: an onderzoek, also one of which not every file could be read.
        op: the day of vaststelling; without it the one in ``onderzoek.yaml``, and without either the
            dossier is returned as it is.
    """
    dag = op or find_vaststelling(dossier)
    if dag is None:
        return dossier
    dag = find_eerste_vaststelling(dossier, dag)
    frozen = {
        file: kept
        for file, element in dossier.documents.items()
        if (kept := _freeze_element(element, dag)) is not None
    }
    named = _find_genoemd(dossier.with_documents(frozen))
    return dossier.with_documents(
        {file: _without_latere_bronnen(element, named, dag) for file, element in frozen.items()}
    )


def _freeze_element(element: Element, dag: Datum) -> Element | None:
    """Return what a file held when the report was vastgesteld; None when it was not there yet."""
    if isinstance(element, Onderzoek):
        momenten = element.momenten
        kept = momenten.model_copy(update=dict.fromkeys(LATERE_MOMENTEN)) if momenten else None
        return element.model_copy(update={"momenten": kept, "openbaarmaking": None})
    if isinstance(element, Verbeterpunten):
        punten = tuple(punt.model_copy(update={"opvolging": ()}) for punt in element.verbeterpunten)
        return element.model_copy(update={"verbeterpunten": punten})
    if isinstance(element, Handhaving):
        stappen = tuple(stap for stap in element.stappen if not stap.datum.is_later_than(dag))
        return element.model_copy(update={"stappen": stappen}) if stappen else None
    return element


def _find_genoemd(frozen: Dossier) -> frozenset[str]:
    """Return the bronnen that something in the report names; the list itself is not such a thing."""
    unseen = NIET_IN_RAPPORT | {_BRONNENLIJST}
    return frozenset(item.bron_id for item in walk_bronverwijzingen(frozen) if item.place.file not in unseen)


def _without_latere_bronnen(element: Element, named: frozenset[str], dag: Datum) -> Element:
    if not isinstance(element, Bronnenlijst):
        return element
    kept = tuple(bron for bron in element.bronnen if bron.id in named or not is_bron_later(bron, dag))
    return element.model_copy(update={"bronnen": kept})


def counted_documents(dossier: Dossier, op: Datum | None = None) -> Mapping[str, Element]:
    """Return the files that a report may show, by name, as ``freeze`` leaves them."""
    frozen = freeze(dossier, op)
    return {file: element for file, element in frozen.documents.items() if file not in NIET_IN_RAPPORT}
