"""Lijstmaken: which lists belong to an onderzoek, as data: the documents asked, and a list per sample."""

from collections.abc import Sequence

from toezicht_cli.analysis.lijsten import (
    ANTWOORDEN,
    DOSSIERLIJST,
    MERK,
    OPMERKING,
    UITVRAAGLIJST,
    Kop,
    Lijst,
)
from toezicht_cli.analysis.voorbereiding import find_kolommen, name_dossiers
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Steekproef
from toezicht_cli.models.uitvraag import NIET_GELEVERD, Verzoek

_BREEDTE_ANTWOORD = 16


def make_dossierlijst(dossier: Dossier, steekproef: Steekproef) -> Lijst:
    """Return the list on which somebody keeps, for each dossier of a sample, what is there."""
    kolommen = [
        Kop(
            kolom.sleutel,
            f"{kolom.norm.id} {kolom.norm.titel}",
            f"{kolom.criterium.id}. {kolom.tekst}" if kolom.criterium else kolom.tekst,
            _BREEDTE_ANTWOORD,
            ANTWOORDEN,
        )
        for kolom in find_kolommen(dossier)
    ]
    return Lijst(
        (*_kenmerk(dossier, DOSSIERLIJST), ("steekproef", steekproef.id)),
        "Dossiers",
        f"Dossiers bekijken: {steekproef.wat} ({dossier.onderzoek.titel})",
        (
            "Schrijf geen namen op: D-1, D-2 en verder zijn de dossiers. Bewaar de sleutel ergens anders.",
            "Kies ja, nee, nvt (niet van toepassing) of onbekend.",
            "Een kolom die je niet bekijkt, laat je helemaal leeg.",
        ),
        (
            Kop(MERK, "Dossier", "zonder naam", 12),
            *kolommen,
            Kop(OPMERKING, "Opmerking", "wordt niet ingelezen; zonder namen", 40),
        ),
        tuple((naam,) for naam in name_dossiers(steekproef.omvang)),
    )


def make_uitvraaglijst(dossier: Dossier, verzoeken: Sequence[Verzoek], uiterlijk: str | None) -> Lijst:
    """Return the list of requested documents, with what is known of each already."""
    tot = f" Stuur alles uiterlijk op {uiterlijk}." if uiterlijk else ""
    return Lijst(
        _kenmerk(dossier, UITVRAAGLIJST),
        "Uitvraag",
        f"Gevraagde documenten: {dossier.onderzoek.titel}",
        (
            "Stuur gegevens van cliënten en medewerkers alleen langs een beveiligde weg, en zonder namen.",
            f"Vul per document in of het meekomt. Komt het niet, schrijf dan waarom.{tot}",
        ),
        (
            Kop(MERK, "Nummer", "zet dit in de naam van het bestand", 12),
            Kop("norm", "Norm", "", 26),
            Kop("omschrijving", "Document", "", 44),
            Kop("periode", "Periode", "waar het over gaat", 24),
            Kop("geleverd", "Geleverd", "ja of nee", 12, ("ja", "nee")),
            Kop("reden", "Waarom niet", "als het niet meekomt", 32),
            Kop(OPMERKING, "Opmerking", "van de aanbieder", 32),
            Kop("bron", "Bron", "vult de toezichthouder in", 12),
            Kop("datum", "Ontvangen op", "vult de toezichthouder in", 14),
        ),
        tuple(_verzoekrij(dossier, verzoek) for verzoek in verzoeken),
    )


def _verzoekrij(dossier: Dossier, verzoek: Verzoek) -> tuple[str, ...]:
    norm = dossier.kader.find_norm(verzoek.norm)
    bron = dossier.bronnenlijst.find(verzoek.bron) if verzoek.bron else None
    ontvangen = bron.ontvangen_op if bron else None
    return (
        verzoek.id,
        f"{verzoek.norm} {norm.titel}" if norm else verzoek.norm,
        verzoek.omschrijving,
        verzoek.over_periode.leesbaar if verzoek.over_periode else "",
        {None: "", NIET_GELEVERD: "nee"}.get(verzoek.ontvangen, "ja"),
        verzoek.reden or "",
        "",
        verzoek.bron or "",
        str(ontvangen) if isinstance(ontvangen, Datum) else "",
    )


def _kenmerk(dossier: Dossier, formaat: str) -> tuple[tuple[str, str], ...]:
    return (
        ("formaat", formaat),
        ("onderzoek", dossier.onderzoek.id),
        ("kader", dossier.kader.verwijzing),
    )
