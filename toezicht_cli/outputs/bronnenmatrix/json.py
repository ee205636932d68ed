"""For programs: version 1 of the format ``toezicht/bronnenmatrix``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.bronnenmatrix import Bronnenmatrix, Matrixresultaat, Matrixrij, Matrixthema
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class MatrixRegel(TypedDict):
    """One norm; ``aantallen`` by the id of a kind, ``merk`` names a thin spot."""

    norm: str
    oordeel: str | None
    status: str | None
    aantallen: dict[str, int]
    totaal: int
    onbekend: list[str]
    merk: str | None


class MatrixThema(TypedDict):
    """One thema; its numbers count a bron once, also when several normen use it."""

    id: str
    titel: str
    aantallen: dict[str, int]
    totaal: int
    normen: list[MatrixRegel]


class MatrixUitvoer(TypedDict):
    """The whole output; ``themas`` is null when the kader or the list could not be read."""

    formaat: str
    onderzoek: str
    opdruk: str | None
    soorten: list[str]
    themas: list[MatrixThema] | None
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = MatrixUitvoer


def render(result: Matrixresultaat, _view: View) -> str:
    """Return the result as one JSON object."""
    matrix = result.matrix
    output = MatrixUitvoer(
        formaat="toezicht/bronnenmatrix/1",
        onderzoek=result.inzage.naam,
        opdruk=result.inzage.opdruk,
        soorten=[kolom.id for kolom in matrix.kolommen] if matrix else [],
        themas=[_thema(thema, matrix) for thema in matrix.themas] if matrix else None,
        onleesbaar=onleesbare_bestanden(result.inzage),
    )
    return to_json(output)


def _thema(thema: Matrixthema, matrix: Bronnenmatrix) -> MatrixThema:
    return MatrixThema(
        id=thema.id,
        titel=thema.titel,
        aantallen=_aantallen(thema.aantallen, matrix),
        totaal=thema.totaal,
        normen=[_regel(rij, matrix) for rij in thema.rijen],
    )


def _regel(rij: Matrixrij, matrix: Bronnenmatrix) -> MatrixRegel:
    return MatrixRegel(
        norm=rij.sleutel,
        oordeel=rij.categorie.id if rij.categorie else None,
        status=rij.status,
        aantallen=_aantallen(rij.aantallen, matrix),
        totaal=rij.totaal,
        onbekend=list(rij.onbekend),
        merk=rij.merk,
    )


def _aantallen(aantallen: tuple[int, ...], matrix: Bronnenmatrix) -> dict[str, int]:
    return {kolom.id: aantal for kolom, aantal in zip(matrix.kolommen, aantallen, strict=True)}


OUTPUT = OutputFormat("json", "voor programma's", render)
