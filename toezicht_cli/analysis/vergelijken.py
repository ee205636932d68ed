"""Vergelijken: compare an onderzoek on two sides; ``verschil`` holds what comes out."""

from collections.abc import Iterator, Mapping

from toezicht_cli.analysis.kadervergelijking import compare_kaders
from toezicht_cli.analysis.nagaan import find_aandachtspunten
from toezicht_cli.analysis.oordeelverschil import compare_oordelen
from toezicht_cli.analysis.punten import stand
from toezicht_cli.analysis.tellingverschil import compare_tellingen
from toezicht_cli.analysis.verschil import Hoofdstuknaam, Kant, Regel, Verschil, group_regels
from toezicht_cli.analysis.verschilregels import Documentpaar, describe_paar
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek

# The files of lists need no name before an item: "bron I05" says enough.
_UNNAMED = frozenset(
    {"onderzoek.yaml", "bronnen.yaml", "verbeterpunten.yaml", "cijfers.yaml", "uitvraag.yaml"}
)


def compare_kanten(oud: Kant, nieuw: Kant) -> Verschil:
    """Return what changed between two sides; at least one of them has a dossier.

    What could not be read on a side is named in ``niet_vergeleken`` and takes part in nothing else.
    """
    present = nieuw.dossier or oud.dossier
    assert present is not None  # noqa: S101 - the caller found the onderzoek on a side
    if oud.dossier is None or nieuw.dossier is None:
        telling = compare_tellingen(oud, nieuw)
        return Verschil(present.naam, _titel(present), oud, nieuw, telling=telling)
    paren = list(pair_documents(oud, nieuw))
    regels = [*_standen(oud.dossier, nieuw.dossier)]
    regels += [regel for paar in paren for regel in describe_paar(paar)]
    regels += _kader(oud.dossier, nieuw.dossier)
    regels += _renamed(oud.dossier, nieuw.dossier)
    return Verschil(
        onderzoek=nieuw.dossier.naam,
        titel=_titel(present),
        oud=oud,
        nieuw=nieuw,
        oordelen=compare_oordelen(oud, nieuw, paren),
        telling=compare_tellingen(oud, nieuw),
        hoofdstukken=group_regels(regels),
        na_te_gaan=tuple(find_aandachtspunten(oud.dossier, nieuw.dossier, paren)),
        niet_vergeleken=tuple(sorted({*oud.onleesbaar, *nieuw.onleesbaar})),
        hernoemd_van=oud.dossier.naam if oud.dossier.naam != nieuw.dossier.naam else None,
    )


def pair_documents(oud: Kant, nieuw: Kant) -> Iterator[Documentpaar]:
    """Yield the files of both sides, matched by what they hold: a normoordeel by norm and locatie."""
    before, after = _by_key(oud), _by_key(nieuw)
    unreadable = {_key_of_file(file) for file in (*oud.onleesbaar, *nieuw.onleesbaar)}
    for key in dict.fromkeys((*before, *after)):
        if key in unreadable:
            continue
        file, old = before.get(key, ("", None))
        new_file, new = after.get(key, (file, None))
        yield Documentpaar(new_file, _naam(key, new or old), old, new)


def _by_key(kant: Kant) -> dict[str, tuple[str, Element]]:
    """Return the files by key: of two normoordelen on one norm the second goes by its file name."""
    found: dict[str, tuple[str, Element]] = {}
    documents = kant.dossier.documents if kant.dossier else {}
    for file, element in documents.items():
        if isinstance(element, Toetsingskader):
            continue
        key = f"norm {element.sleutel}" if isinstance(element, Normoordeel) else file
        found[file if key in found else key] = (file, element)
    return found


def _key_of_file(file: str) -> str:
    folder, _, name = file.rpartition("/")
    return f"norm {name.removesuffix('.yaml')}" if folder == "bevindingen" else file


def _naam(key: str, element: Element | None) -> str:
    if isinstance(element, Normoordeel):
        return f"norm {element.sleutel}"
    return "" if key in _UNNAMED else key.removesuffix(".yaml").replace("_", " ")


def _titel(dossier: Dossier) -> str:
    """Return the name of the aanbieder, else the folder."""
    onderzoek = next((item for item in dossier.documents.values() if isinstance(item, Onderzoek)), None)
    return onderzoek.aanbieder.naam if onderzoek else dossier.naam


def _standen(oud: Dossier, nieuw: Dossier) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield the points that are further, or less far, than before: its last opvolging says how far."""
    before = {item.value.id: stand(item.value) for item in oud.verbeterpunten}
    for item in nieuw.verbeterpunten:
        old, new = before.get(item.value.id), stand(item.value)
        if old is not None and old != new:
            yield "punten", Regel("gewijzigd", f"punt {item.value.id}", "stand", old, new)


def _kader(oud: Dossier, nieuw: Dossier) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield what changed in the kader itself, under the same name and versie or another."""
    before, after = oud.find_kader(), nieuw.find_kader()
    if before is None or after is None or before == after:
        return
    found = compare_kaders(before, after)
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
            yield "kader", Regel("gewijzigd", f"kader {after.verwijzing}", wat, None, ", ".join(namen))
    if found.is_gelijk and before.verwijzing == after.verwijzing:
        yield "kader", Regel("gewijzigd", f"kader {after.verwijzing}", "gegevens over het kader zelf")


def _renamed(oud: Dossier, nieuw: Dossier) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield the files of normoordelen that hold the same norm under another file name."""
    before = {item.value.sleutel: item.place.file for item in oud.normoordelen}
    for item in nieuw.normoordelen:
        file = before.get(item.value.sleutel, item.place.file)
        if file != item.place.file and file not in nieuw.documents:
            yield (
                "bestanden",
                Regel("gewijzigd", f"norm {item.value.sleutel}", "bestand", file, item.place.file),
            )
