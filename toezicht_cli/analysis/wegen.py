"""Wegen: what an afwegingskader says of a signaal, and why; people decide on what it does not say.

The prioriteit says how soon a signaal is taken up, never whether something is done with it.
Source of the steps: gemeente Groningen, beleidskader toezicht Wmo en Jeugdwet, bijlage 1.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.models.afweging import Afwegingskader, Afwegingsstap, Prioriteit
from toezicht_cli.models.register import Signaal

# Whatever the kader says: these are a melding.
NOOIT_WEGEN = ("calamiteit", "geweld")
SNELHEID = "De prioriteit zegt hoe snel, niet of je iets doet."


_EIGEN = (
    "Kopieer het kader naar kaders/afweging/ in de werkmap, vul daar de tabel, en noem het in toezicht.yaml"
)


class Keuze(NamedTuple):
    """What people chose: ernst, omvang, omstandigheden, and the prioriteit (None: that of the table)."""

    ernst: str
    omvang: str
    omstandigheden: tuple[str, ...] = ()
    prioriteit: str | None = None
    motivering: str | None = None


class Uitkomst(NamedTuple):
    """What a weighing comes to.

    ``volgens_tabel`` is None when nobody filled the cell: then there is no prioriteit either. ``bezwaar``
    says in Dutch why the choice cannot stand, None when it can.
    """

    volgens_tabel: str | None
    prioriteit: str | None
    omstandigheden: tuple[str, ...]
    bezwaar: str | None = None


class Weegverslag(NamedTuple):
    """One weighing as it is told: the choice, what it comes to, and every sentence of the reasoning.

    ``eerdere`` are the numbers of the earlier signalen; ``geschreven`` is false when it was only tried.
    """

    nummer: str
    kader: Afwegingskader
    dag: date
    keuze: Keuze
    uitkomst: Uitkomst
    eerdere: tuple[str, ...]
    onrechtmatigheid: str
    redenering: tuple[str, ...]
    geschreven: bool


def find_cel(kader: Afwegingskader, ernst: str, omvang: str) -> str | None:
    """Return the prioriteit in a cell of the table, None when nobody filled it."""
    return next((cel.prioriteit for cel in kader.tabel if (cel.ernst, cel.omvang) == (ernst, omvang)), None)


def find_step(steps: Sequence[Afwegingsstap], step_id: str) -> Afwegingsstap:
    """Return the step with this id, which is there."""
    return next(step for step in steps if step.id == step_id)


def find_prioriteit(kader: Afwegingskader, prioriteit_id: str) -> Prioriteit:
    """Return the prioriteit with this id, which is there."""
    return next(item for item in kader.prioriteiten if item.id == prioriteit_id)


def weigh(kader: Afwegingskader, keuze: Keuze, eerdere: Sequence[Signaal]) -> Uitkomst:
    """Return what ``keuze`` comes to; the words of it are those of ``kader``.

    Args:
        kader: the table and the words.
        keuze: what people chose.
        eerdere: the earlier signalen about the same aanbieder.
    """
    cel = find_cel(kader, keuze.ernst, keuze.omvang)
    automatic = tuple(
        item.id for item in kader.omstandigheden if item.blijkt_uit == "eerdere-signalen" and eerdere
    )
    omstandigheden = tuple(dict.fromkeys((*keuze.omstandigheden, *automatic)))
    gekozen = keuze.prioriteit if keuze.prioriteit is not None else cel
    return Uitkomst(cel, gekozen, omstandigheden, _object(kader, keuze, cel, eerdere))


def _object(kader: Afwegingskader, keuze: Keuze, cel: str | None, eerdere: Sequence[Signaal]) -> str | None:
    if cel is None and keuze.prioriteit is not None:
        leeg = f"{describe_cel(kader, keuze)} is leeg in {kader.verwijzing}"
        return f"{leeg}: daar volgt geen prioriteit uit. {_EIGEN}"
    if keuze.prioriteit not in (None, cel) and not (keuze.motivering or "").strip():
        return f"in de tabel staat {cel}: schrijf bij --motivering waarom het {keuze.prioriteit} wordt"
    zonder = [
        item.id
        for item in kader.omstandigheden
        if item.blijkt_uit == "eerdere-signalen" and item.id in keuze.omstandigheden and not eerdere
    ]
    if zonder:
        return f"er zijn geen eerdere signalen over deze aanbieder: {zonder[0]} geldt hier niet"
    return None


def describe_cel(kader: Afwegingskader, keuze: Keuze) -> str:
    """Return the cell in words."""
    ernst = find_step(kader.ernst, keuze.ernst).titel.lower()
    omvang = find_step(kader.omvang, keuze.omvang).titel.lower()
    return f"de cel {ernst} × {omvang}"


def explain(
    kader: Afwegingskader, keuze: Keuze, uitkomst: Uitkomst, eerdere: Sequence[Signaal]
) -> Iterator[str]:
    """Yield the reasoning in sentences, step by step."""
    yield f"Ernst: {_say(kader.ernst, keuze.ernst)}"
    yield f"Omvang: {_say(kader.omvang, keuze.omvang)}"
    if uitkomst.volgens_tabel is None:
        yield f"Tabel: {describe_cel(kader, keuze)} is leeg in {kader.verwijzing}. Er is geen prioriteit."
    else:
        yield f"Tabel: {_name(kader, uitkomst.volgens_tabel)}"
    yield _say_earlier(eerdere)
    titels = [item.titel.lower() for item in kader.omstandigheden if item.id in uitkomst.omstandigheden]
    yield f"Kan de prioriteit verhogen: {join_words(titels) if titels else 'niets'}."
    if uitkomst.prioriteit is not None:
        yield f"Prioriteit: {_name(kader, uitkomst.prioriteit)}{_change(kader, uitkomst)}"
    if keuze.motivering:
        yield f"Motivering: {keuze.motivering}"


def _say(steps: Sequence[Afwegingsstap], step_id: str) -> str:
    step = find_step(steps, step_id)
    return f"{step.titel}. {step.uitleg}" if step.uitleg else f"{step.titel}."


def _name(kader: Afwegingskader, prioriteit_id: str) -> str:
    prioriteit = find_prioriteit(kader, prioriteit_id)
    return f"{prioriteit.symbool} {prioriteit.label}. {prioriteit.betekenis}"


def _say_earlier(eerdere: Sequence[Signaal]) -> str:
    if not eerdere:
        return "Eerdere signalen over deze aanbieder: geen."
    told = (f"{item.id} ({item.datum.leesbaar}, {item.aard})" for item in eerdere)
    count = plural(len(eerdere), "eerder signaal", "eerdere signalen")
    return f"Over deze aanbieder: {count}: {join_words([*told])}."


def _change(kader: Afwegingskader, uitkomst: Uitkomst) -> str:
    if uitkomst.volgens_tabel is None or uitkomst.prioriteit == uitkomst.volgens_tabel:
        return ""
    order = [item.id for item in kader.prioriteiten]
    assert uitkomst.prioriteit is not None  # noqa: S101 - the caller looked
    higher = order.index(uitkomst.prioriteit) < order.index(uitkomst.volgens_tabel)
    return f" Dat is {'hoger' if higher else 'lager'} dan in de tabel."


def count_empty(kader: Afwegingskader) -> int:
    """Return how many cells of the table nobody filled."""
    pairs = ((ernst.id, omvang.id) for ernst in kader.ernst for omvang in kader.omvang)
    return sum(find_cel(kader, ernst, omvang) is None for ernst, omvang in pairs)
