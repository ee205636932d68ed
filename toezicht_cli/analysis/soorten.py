"""Soorten: the kinds of toezicht of an organisation, its own or the four that are common."""

from toezicht_cli.models.werkmap import SoortToezicht, Werkmap

# Gemeente Groningen, beleidskader toezicht Wmo en Jeugdwet, chapter 6, in our own words.
_GEWOON = (
    ("structureel", "Structureel toezicht", "preventief"),
    ("proactief", "Proactief toezicht", "preventief"),
    ("signaalgestuurd", "Signaalgestuurd toezicht", "reactief"),
    ("calamiteitentoezicht", "Calamiteitentoezicht", "reactief"),
)


def find_soorten(werkmap: Werkmap | None) -> tuple[SoortToezicht, ...]:
    """Return the kinds of toezicht that ``werkmap`` names, else the four common ones."""
    if werkmap is not None and werkmap.soorten_toezicht:
        return werkmap.soorten_toezicht
    return tuple(
        SoortToezicht.model_validate({"id": naam, "titel": titel, "groep": groep})
        for naam, titel, groep in _GEWOON
    )


def find_soort(soort_id: str, werkmap: Werkmap | None) -> SoortToezicht | None:
    """Return the kind of toezicht with this id, or None."""
    return next((soort for soort in find_soorten(werkmap) if soort.id == soort_id), None)
