"""Bronnen: the bronnenlijst with its use, and the matrix of normen and kinds of bronnen."""

from pathlib import Path

from toezicht_cli.analysis.bronnengebruik import Bronnenresultaat, measure_gebruik
from toezicht_cli.analysis.bronnenmatrix import Matrixresultaat, make_matrix
from toezicht_cli.loading.vinden import find_onderzoek
from toezicht_cli.services.inzage import read_inzage


def list_bronnen(pad: Path, here: Path) -> Bronnenresultaat:
    """Return the bronnenlijst of the onderzoek that ``pad`` means.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek, or a werkmap with several.
    """
    load, inzage = read_inzage(find_onderzoek(pad), here)
    return Bronnenresultaat(inzage, measure_gebruik(load.dossier))


def build_matrix(pad: Path, here: Path) -> Matrixresultaat:
    """Return the matrix of the onderzoek that ``pad`` means; none when its kader or list cannot be read.

    Raises:
        NietGevondenError: as ``list_bronnen``.
    """
    load, inzage = read_inzage(find_onderzoek(pad), here)
    readable = not load.dossier.onleesbaar & {"onderzoek", "kader", "bronnen"}
    return Matrixresultaat(inzage, make_matrix(load.dossier) if readable else None)
