"""Context of the bronnen: the list by kind, and the matrix of normen and kinds."""

from collections.abc import Sequence
from typing import Any

from toezicht_cli.analysis.bronlabels import SOORTEN, describe_datums, describe_regel
from toezicht_cli.analysis.bronnenmatrix import Bronnenmatrix, Kolom, Matrixrij, make_matrix
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rendering.boom import Align, Cell, Paragraph, Reference, Strong, Table, Text
from toezicht_cli.rendering.context.inzetten import Inzetten
from toezicht_cli.rendering.context.telling import norm_link

# A narrow head for a narrow column; the caption says what is counted.
_KORT = {
    "interview-client": "Cliënten",
    "interview-medewerker": "Medewerkers",
    "interview-ketenpartner": "Ketenpartners",
    "interview-naaste": "Naasten",
    "interview-overig": "Anderen",
    "interview-zonder-rol": "Interviews",
    "clientdossier": "Cliëntdossiers",
    "personeelsdossier": "Personeelsdossiers",
    "beleidsdocument": "Beleid",
    "observatie": "Observaties",
    "melding": "Meldingen",
    "overig": "Overig",
}


def make_bronnengroepen(dossier: Dossier, inzetten: Inzetten) -> list[dict[str, Any]]:
    """Return the bronnenlijst by kind, each row with its anchor and its links back."""
    groups = []
    for soort, label in SOORTEN.items():
        bronnen = [item.value for item in dossier.bronnen if item.value.soort == soort]
        if bronnen:
            rows = [
                {
                    "id": bron.id,
                    "anker": inzetten.anker(f"bron-{bron.id}"),
                    "naam": describe_regel(bron),
                    "datum": describe_datums(bron) or None,
                    "toelichting": " ".join(bron.toelichting.split()) if bron.toelichting else None,
                    "terug": inzetten.terug(bron.id),
                }
                for bron in bronnen
            ]
            kop = f"{label.meervoud[:1].upper()}{label.meervoud[1:]}"
            aantal = sum(bron.stuks for bron in bronnen)
            groups.append({"soort": soort, "kop": kop, "aantal": aantal, "bronnen": rows})
    return groups


def make_bronnenmatrix(dossier: Dossier) -> Table | None:
    """Return per norm how many bronnen of each kind its bevindingen name; None without bronnen."""
    matrix = make_matrix(dossier)
    if not matrix.kolommen:
        return None
    head = ("Norm", *(_kort(kolom) for kolom in matrix.kolommen), "Samen")
    rows = [_row(rij) for rij in matrix.rijen]
    right: Align = "right"
    numbers = (right,) * (len(matrix.kolommen) + 1)
    caption = "Per norm het aantal bronnen dat de bevindingen noemen, naar soort"
    return Table(
        (Text(caption),),
        tuple(_cell(word) for word in head),
        (*rows, _total(matrix)),
        ("left", *numbers),
        (),
    )


def _kort(kolom: Kolom) -> str:
    return _KORT[kolom.id]


def _row(rij: Matrixrij) -> tuple[Cell, ...]:
    anchor, words = norm_link(rij.sleutel)
    norm = Cell((Paragraph((Reference(anchor, (Text(words),)),)),))
    return (norm, *_numbers((*rij.aantallen, rij.totaal)))


def _numbers(numbers: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(_cell(str(number)) for number in numbers)


def _total(matrix: Bronnenmatrix) -> tuple[Cell, ...]:
    words = (
        "Alle",
        *(str(number) for number in (*matrix.aantallen, sum(matrix.aantallen))),
    )
    return tuple(Cell((Paragraph((Strong((Text(word),)),)),)) if word else Cell(()) for word in words)


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))
