"""Vergelijken: compare an onderzoek on two sides; ``verschil`` holds what comes out."""

from collections.abc import Iterator, Mapping

from toezicht_cli.analysis.kaderverschil import describe_kader
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
from toezicht_cli.models.werkmap import Werkmap

# The files of lists need no name before an item: "bron I05" says enough.
_UNNAMED = frozenset(
    {
        "toezicht.yaml",
        "onderzoek.yaml",
        "bronnen.yaml",
        "verbeterpunten.yaml",
        "cijfers.yaml",
        "uitvraag.yaml",
    }
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
    paren, unknown = pair_documents(oud, nieuw)
    regels = [*_standen(oud.dossier, nieuw.dossier)]
    regels += [regel for paar in paren for regel in describe_paar(paar)]
    regels += describe_kader(oud.dossier.find_kader(), nieuw.dossier.find_kader())
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
        niet_vergeleken=tuple(sorted({*oud.onleesbaar, *nieuw.onleesbaar, *unknown})),
        hernoemd_van=oud.dossier.naam if oud.dossier.naam != nieuw.dossier.naam else None,
    )


def pair_documents(oud: Kant, nieuw: Kant) -> tuple[list[Documentpaar], list[str]]:
    """Return the files of both sides matched by what they hold, and what cannot be matched.

    A normoordeel is matched by norm and locatie. What a side lacks while a file of its kind cannot be read
    there is not known to be gone: it is named, and taken for neither new nor taken away.
    """
    before, after = _by_key(oud), _by_key(nieuw)
    unreadable = {_key_of_file(file) for file in (*oud.onleesbaar, *nieuw.onleesbaar)}
    paren, unknown = [], []
    for key in dict.fromkeys((*before, *after)):
        old_file, old = before.get(key, ("", None))
        file, new = after.get(key, (old_file, None))
        is_hidden = (old is None and _is_hidden(file, oud)) or (new is None and _is_hidden(file, nieuw))
        if key in unreadable or is_hidden:
            unknown += [] if key in unreadable else [file]
        else:
            paren.append(Documentpaar(file, _naam(key, new or old), old, new))
    return paren, unknown


def _is_hidden(file: str, kant: Kant) -> bool:
    """Whether a side has files that could not be read, of the kind of ``file``."""
    part = file.partition("/")[0].removesuffix(".yaml")
    return kant.dossier is not None and part in kant.dossier.onleesbaar


def _by_key(kant: Kant) -> dict[str, tuple[str, Element]]:
    """Return the files by key: of two normoordelen on one norm the one in its own file goes by the norm."""
    found: dict[str, tuple[str, Element]] = {}
    documents = kant.dossier.documents if kant.dossier else {}
    for file, element in sorted(documents.items(), key=lambda item: not _has_own_name(*item)):
        if not isinstance(element, Toetsingskader):
            key = f"norm {element.sleutel}" if isinstance(element, Normoordeel) else file
            found[file if key in found else key] = (file, element)
    return {key: found[key] for key in _in_order(found, documents)}


def _in_order(found: dict[str, tuple[str, Element]], documents: Mapping[str, Element]) -> list[str]:
    order = {file: index for index, file in enumerate(documents)}
    return sorted(found, key=lambda key: order[found[key][0]])


def _has_own_name(file: str, element: Element) -> bool:
    return isinstance(element, Normoordeel) and file == f"bevindingen/{element.sleutel}.yaml"


def _key_of_file(file: str) -> str:
    folder, _, name = file.rpartition("/")
    return f"norm {name.removesuffix('.yaml')}" if folder == "bevindingen" else file


def _naam(key: str, element: Element | None) -> str:
    if isinstance(element, Normoordeel):
        return f"norm {element.sleutel}" + ("" if key.startswith("norm ") else f" ({key})")
    return "" if key in _UNNAMED else key.removesuffix(".yaml").replace("_", " ")


def _titel(dossier: Dossier) -> str:
    """Return the name of the aanbieder, or of the organisation of a werkmap, else of the folder."""
    for item in dossier.documents.values():
        if isinstance(item, Onderzoek):
            return item.aanbieder.naam
        if isinstance(item, Werkmap):
            return f"Werkmap van {item.organisatie}"
    return dossier.naam


def _standen(oud: Dossier, nieuw: Dossier) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield the points that are further, or less far, than before: its last opvolging says how far."""
    before = {item.value.id: stand(item.value) for item in oud.verbeterpunten}
    for item in nieuw.verbeterpunten:
        old, new = before.get(item.value.id), stand(item.value)
        if old is not None and old != new:
            yield "punten", Regel("gewijzigd", f"punt {item.value.id}", "stand", old, new)


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
