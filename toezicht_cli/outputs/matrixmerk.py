"""Matrixmerk: how a thin spot of the bronnenmatrix is shown, in a sign and in words."""

from toezicht_cli.analysis.bronnenmatrix import Matrixrij, Merk

SIGN_AND_WORDS: dict[Merk, tuple[str, str]] = {
    "geen-bron": ("!!", "geen bron"),
    "een-soort": ("!", "één soort"),
    "onbekende-bron": ("!?", "onbekend"),
}
LEGEND: dict[Merk, str] = {
    "geen-bron": "het oordeel rust op geen enkele bron",
    "een-soort": "het oordeel rust op één soort bronnen",
    "onbekende-bron": "er is een bron genoemd die niet in bronnen.yaml staat",
}


def describe_oordeel(rij: Matrixrij) -> tuple[str, str]:
    """Return sign and words for what was said about the norm: a categorie, a status, or nothing yet."""
    if rij.categorie:
        return rij.categorie.symbool, rij.categorie.kort or rij.categorie.label
    if rij.status:
        return "–", rij.status.replace("-", " ")
    return "?", "nog open"


def describe_merk(rij: Matrixrij) -> str:
    """Return sign and words of a thin spot, empty when there is none."""
    return " ".join(SIGN_AND_WORDS[rij.merk]) if rij.merk else ""
