"""Jaarverslag: the counts of a year by chapter, against the year before, with what does not close."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Literal, NamedTuple

from toezicht_cli.analysis.jaartelling import (
    Afwijking,
    Deel,
    Jaartelling,
    find_afwijkingen,
    find_telling,
    share,
    with_rest,
)
from toezicht_cli.analysis.kaderkort import Kaderkort
from toezicht_cli.analysis.trends import KLEIN

Bron = Literal["registers", "jaarcijfers"]
HOOFDSTUKKEN = {
    "meldingen": "Meldingen",
    "signalen": "Signalen",
    "gesprekken": "Gesprekken",
    "onderzoeken": "Onderzoeken",
    "oordelen": "Oordelen",
    "opvolging": "Opvolging",
    "handhaving": "Handhaving",
    "openbaarheid": "Openbaarheid",
    "organisatie": "Organisatie",
}


class Deelregel(NamedTuple):
    """A part as it is shown: ``procent`` None when there are too few for one; ``vorig`` the year before."""

    deel: Deel
    procent: Decimal | None
    vorig: int | None


class Tellingregel(NamedTuple):
    """A count as it is shown; ``is_vergelijkbaar`` is False when the year before cannot be laid beside it."""

    telling: Jaartelling
    delen: tuple[Deelregel, ...]
    vorig_totaal: int | None
    is_vergelijkbaar: bool


class Doorlooptijd(NamedTuple):
    """How many days something took: of ``aantal`` known ones, ``onbekend`` others."""

    id: str
    wat: str
    aantal: int
    onbekend: int
    mediaan: float | None
    kortst: int | None
    langst: int | None


class Hoofdstuk(NamedTuple):
    """One chapter with its counts."""

    id: str
    titel: str
    tellingen: tuple[Tellingregel, ...]


class Jaarbron(NamedTuple):
    """The figures of one year, before they are laid beside another.

    ``gedeeld`` counts the things that several gemeenten share; ``opmerkingen`` are Dutch sentences;
    ``kaders`` are those of the oordelen, for their categorieen.
    """

    jaar: int
    bron: Bron
    organisatie: str
    opdruk: str | None
    herkomst: str
    tellingen: tuple[Jaartelling, ...]
    doorlooptijden: tuple[Doorlooptijd, ...] = ()
    gedeeld: int = 0
    opmerkingen: tuple[str, ...] = ()
    kaders: tuple[Kaderkort, ...] = ()


class Jaarverslag(NamedTuple):
    """All that a jaarverslag shows; ``vorig_jaar`` is None when nothing is known of the year before."""

    jaar: int
    gemeente: str | None
    bron: Bron
    organisatie: str
    opdruk: str | None
    herkomst: str
    hoofdstukken: tuple[Hoofdstuk, ...]
    doorlooptijden: tuple[Doorlooptijd, ...]
    afwijkingen: tuple[Afwijking, ...]
    opmerkingen: tuple[str, ...]
    vorig_jaar: int | None
    kaders: tuple[Kaderkort, ...] = ()

    @property
    def tellingen(self) -> Iterator[Tellingregel]:
        """Yield every count, in the order of the chapters."""
        for hoofdstuk in self.hoofdstukken:
            yield from hoofdstuk.tellingen


def make_jaarverslag(nu: Jaarbron, vorig: Jaarbron | None, gemeente: str | None) -> Jaarverslag:
    """Return the jaarverslag of a year.

    Args:
        nu: the figures of the year.
        vorig: those of the year before, None when there are none.
        gemeente: for which gemeente they are, None for all.
    """
    hoofdstukken = tuple(_chapters(nu, vorig))
    return Jaarverslag(
        nu.jaar,
        gemeente,
        nu.bron,
        nu.organisatie,
        nu.opdruk,
        nu.herkomst,
        hoofdstukken,
        nu.doorlooptijden,
        tuple(found for telling in nu.tellingen for found in find_afwijkingen(telling)),
        tuple(_remarks(nu, vorig, gemeente)),
        vorig.jaar if vorig and vorig.bron == nu.bron else None,
        nu.kaders,
    )


def summarize(found: Iterable[tuple[str, str, list[int | None]]]) -> tuple[Doorlooptijd, ...]:
    """Return how long things took: median and range of what is known, and how many are not."""
    return tuple(_summary(naam, wat, days) for naam, wat, days in found)


def _summary(naam: str, wat: str, days: list[int | None]) -> Doorlooptijd:
    known = sorted(day for day in days if day is not None)
    if not known:
        return Doorlooptijd(naam, wat, 0, len(days), None, None, None)
    return Doorlooptijd(
        naam, wat, len(known), len(days) - len(known), float(median(known)), known[0], known[-1]
    )


def _chapters(nu: Jaarbron, vorig: Jaarbron | None) -> Iterator[Hoofdstuk]:
    earlier = vorig.tellingen if vorig is not None and vorig.bron == nu.bron else ()
    for naam, titel in HOOFDSTUKKEN.items():
        own = [telling for telling in nu.tellingen if telling.hoofdstuk == naam]
        if own:
            yield Hoofdstuk(naam, titel, tuple(_compare(telling, earlier, nu.bron) for telling in own))


def _compare(telling: Jaartelling, earlier: Sequence[Jaartelling], bron: Bron) -> Tellingregel:
    """Return a count beside the year before.

    A part that stands in one year only did not occur in the other when we counted; when a source states it,
    nobody knows.
    """
    absent = 0 if bron == "registers" else None
    before = find_telling(telling.id, earlier)
    if before is not None and not _can_compare(telling, before, bron):
        before = None
    same = [deel for deel in before.delen if _is_same_part(deel, telling, bron)] if before else []
    counts = {deel.id: deel.aantal for deel in same}
    gone = tuple(
        Deel(deel.id, deel.wat, absent)
        for deel in (before.delen if before else ())
        if deel.aantal and deel.id not in {one.id for one in telling.delen}
    )
    shown = (*with_rest(telling), *gone)
    delen = tuple(
        Deelregel(deel, _share(deel, telling), (counts.get(deel.id, absent) if before else None))
        for deel in shown
    )
    return Tellingregel(telling, delen, before.totaal if before else None, before is not None)


def _is_same_count(telling: Jaartelling, before: Jaartelling) -> bool:
    """Whether two years of a source count the same thing: the same id can stand for something else."""
    return (telling.wat, telling.eenheid, telling.telt_op) == (before.wat, before.eenheid, before.telt_op)


def _can_compare(telling: Jaartelling, before: Jaartelling, bron: Bron) -> bool:
    """Whether a count of the year before is whole, and of the same thing: that of a register always is."""
    return not before.ontbreekt and (bron == "registers" or _is_same_count(telling, before))


def _is_same_part(before: Deel, telling: Jaartelling, bron: Bron) -> bool:
    """Whether a part of the year before is what the part of that id is now; ours always is."""
    same = (deel.wat == before.wat for deel in telling.delen if deel.id == before.id)
    return bron == "registers" or all(same)


def _share(deel: Deel, telling: Jaartelling) -> Decimal | None:
    """Return a percentage, but none of our own over few: there the counts say it better."""
    if deel.vermeld is None and (telling.totaal or 0) < KLEIN:
        return None
    return share(deel, telling)


def _remarks(nu: Jaarbron, vorig: Jaarbron | None, gemeente: str | None) -> Iterator[str]:
    yield from _say_missing(nu, "Deze aantallen zijn daarom misschien te laag")
    if nu.gedeeld and gemeente is None:
        yield f"{_gedeeld(nu.gedeeld)} van meer gemeenten samen. In dit totaal telt zoiets één keer."
        yield "In het verslag per gemeente telt het bij elke gemeente mee: die zijn samen dus hoger."
    elif nu.gedeeld:
        yield f"{_gedeeld(nu.gedeeld)} ook van een andere gemeente. Het telt hier mee, en daar ook."
    if vorig is not None and vorig.bron != nu.bron:
        yield f"{vorig.jaar} komt uit {vorig.bron}: de jaren zijn niet vergelijkbaar."
    elif vorig is None:
        yield f"Van {nu.jaar - 1} zijn geen cijfers: er is niet vergeleken."
    else:
        yield from _say_missing(vorig, f"Daarom is niet vergeleken met {vorig.jaar}")
        yield from _other_kaders(nu, vorig)
        yield from _other_counts(nu, vorig)
    yield from nu.opmerkingen


def _gedeeld(number: int) -> str:
    return "1 onderzoek of gesprek is" if number == 1 else f"{number} onderzoeken en gesprekken zijn"


def _say_missing(bron: Jaarbron, gevolg: str) -> Iterator[str]:
    """Say what could not be read, and which chapters that touches; ``gevolg`` is what follows from it."""
    chapters: dict[tuple[str, ...], list[str]] = {}
    for telling in bron.tellingen:
        titel = HOOFDSTUKKEN[telling.hoofdstuk]
        titels = chapters.setdefault(telling.ontbreekt, [])
        if titel not in titels:
            titels.append(titel)
    for namen, titels in chapters.items():
        if namen:
            yield f"Niet te lezen is: {', '.join(namen)}. {gevolg}: {', '.join(titels)}."


def _other_kaders(nu: Jaarbron, vorig: Jaarbron) -> Iterator[str]:
    """Say of which editions of a kader the oordelen cannot be laid beside each other."""
    own, before = _kaders(nu), _kaders(vorig)
    for kader in sorted(own - before):
        naam = kader.partition("@")[0]
        anders = sorted(item for item in before if item.partition("@")[0] == naam)
        if anders:
            yield (
                f"Oordelen: {kader} en {', '.join(anders)} zijn niet zomaar vergelijkbaar en staan hier"
                " niet naast elkaar. Welke normen gelijk bleven, staat in de trends van de portefeuille."
            )


def _other_counts(nu: Jaarbron, vorig: Jaarbron) -> Iterator[str]:
    """Say which counts of a source are others than the year before, under the same id."""
    for telling in nu.tellingen if nu.bron == "jaarcijfers" else ():
        before = find_telling(telling.id, vorig.tellingen)
        if before is not None and not _is_same_count(telling, before):
            yield f"{telling.wat}: niet vergelijkbaar met {vorig.jaar}, want daar is iets anders geteld."


def _kaders(bron: Jaarbron) -> set[str]:
    return {telling.id.split(":")[1] for telling in bron.tellingen if telling.id.startswith("oordelen:")}
