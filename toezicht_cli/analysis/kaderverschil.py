"""Kaderverschil: what changed in the kader of an onderzoek, old → new where the two are one kader.

What the words of a schaal are is told with the oordelen: another label or zin lets every oordeel in
the report read differently, although no one judged again.
"""

from collections.abc import Iterator, Mapping

from toezicht_cli.analysis.kadervergelijking import compare_kaders
from toezicht_cli.analysis.verschil import Hoofdstuknaam, Regel
from toezicht_cli.analysis.verschilregels import Documentpaar, describe_paar
from toezicht_cli.models.kader import Schaal, Toetsingskader

_SCHALEN = ("schaal", "schaal_eindoordeel")


def describe_kader(
    oud: Toetsingskader | None, nieuw: Toetsingskader | None
) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield what differs between the kaders of both sides; nothing when one could not be read.

    Of two versions of one kader every field is told; of two kaders that share no more than their place
    only which normen and categorieen differ.
    """
    if oud is None or nieuw is None:
        return
    if oud.naam == nieuw.naam:
        paar = Documentpaar(f"kader {nieuw.verwijzing}", f"kader {nieuw.naam}", oud, nieuw)
        for _, regel in describe_paar(paar):
            is_schaal = any(f", {name.replace('_', ' ')}" in regel.onderwerp for name in _SCHALEN)
            yield ("oordelen" if is_schaal else "kader"), regel
    else:
        yield from _summarize(oud, nieuw)


def find_andere_woorden(oud: Toetsingskader | None, nieuw: Toetsingskader | None) -> tuple[str, ...]:
    """Return the labels of the categorieen of one kader that now have another label or zin."""
    if oud is None or nieuw is None or oud.naam != nieuw.naam:
        return ()
    pairs = ((oud.schaal, nieuw.schaal), (oud.eindschaal, nieuw.eindschaal))
    return tuple(dict.fromkeys(label for pair in pairs for label in _reworded(*pair)))


def _reworded(oud: Schaal, nieuw: Schaal) -> Iterator[str]:
    for categorie in nieuw.categorieen:
        before = oud.find(categorie.id)
        if before is not None and (before.label, before.zin) != (categorie.label, categorie.zin):
            yield f"'{before.label}' heet nu '{categorie.label}'"


def _summarize(oud: Toetsingskader, nieuw: Toetsingskader) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    found = compare_kaders(oud, nieuw)
    changes: Mapping[str, tuple[str, ...]] = {
        "normen gewijzigd": tuple(item.norm for item in found.gewijzigd),
        "normen vervallen": found.vervallen,
        "normen nieuw": found.toegevoegd,
        "thema's vervallen": found.themas_vervallen,
        "thema's nieuw": found.themas_toegevoegd,
        "schaal": found.schaal,
        "kenmerken": found.kenmerken,
    }
    for wat, namen in changes.items():
        if namen:
            yield "kader", Regel("gewijzigd", f"kader {nieuw.verwijzing}", wat, None, ", ".join(namen))
