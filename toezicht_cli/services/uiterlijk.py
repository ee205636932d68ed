"""Uiterlijk: until when requested documents are expected, when a term of the organisation says so."""

from toezicht_cli.analysis.werkdagen import find_einde, in_words
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier


def find_uiterlijk(dossier: Dossier) -> str | None:
    """Return the last day in words; None when no term counts from the request, or nobody knows its day.

    Only what is still expected counts, while there is any, and only when all was asked for on one day.
    """
    werkmap, kalender = dossier.omgeving.werkmap, dossier.omgeving.kalender
    verzoeken = dossier.uitvraag.uitvraag
    dagen = {item.gevraagd_op for item in [item for item in verzoeken if item.ontvangen is None] or verzoeken}
    gevraagd = next(iter(dagen)) if len(dagen) == 1 else None
    termijnen = [
        item
        for item in (werkmap.termijnen if werkmap else ())
        if item.vanaf == "gevraagd_op" and not item.terug
    ]
    if len(termijnen) != 1 or not isinstance(gevraagd, Datum) or not gevraagd.is_dag:
        return None
    try:
        return in_words(find_einde(termijnen[0], gevraagd.vroegst, kalender).einde)
    except OverflowError:
        return None
