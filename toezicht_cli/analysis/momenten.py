"""Momenten: the dates of the course of an onderzoek, in the order in which they must come."""

from toezicht_cli.analysis.perioden import known
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.onderzoek import Momenten, Onderzoek

# Field and what happened, for a message: "het rapport is vastgesteld (11 mei 2026)".
GEBEURTENISSEN = {
    "aangekondigd_op": "het onderzoek is aangekondigd",
    "gestart_op": "het onderzoek is gestart",
    "concept_verzonden_op": "het concept is verzonden",
    "reactie_ontvangen_op": "de reactie is ontvangen",
    "vastgesteld_op": "het rapport is vastgesteld",
    "verzonden_op": "het rapport is verzonden",
    "openbaar_op": "het rapport is openbaar gemaakt",
    "verbeterplan_ontvangen_op": "het verbeterplan is ontvangen",
}
# Moments that stand in no line with the others: each only comes after the one named here, if that is known.
# The aankondiging may come after the start too, when it began behind a desk.
NAAST_DE_RIJ = {"aangekondigd_op": None, "verbeterplan_ontvangen_op": "verzonden_op"}


def known_momenten(onderzoek: Onderzoek) -> dict[str, Datum]:
    """Return the moments of which the date is known, by field, in the order of the course."""
    momenten = onderzoek.momenten or Momenten()
    found = {naam: known(getattr(momenten, naam)) for naam in GEBEURTENISSEN}
    return {naam: datum for naam, datum in found.items() if datum}


def is_stated(onderzoek: Onderzoek, naam: str) -> bool:
    """Whether the moment has a date or the statement that it is not known."""
    return onderzoek.momenten is not None and getattr(onderzoek.momenten, naam) is not None
