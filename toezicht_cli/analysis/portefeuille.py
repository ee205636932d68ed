"""Portefeuille: many onderzoeken beside each other on a day: how they stand, and what of them is counted.

An onderzoek for several gemeenten counts once in the whole and once in each of its gemeenten, so the
gemeenten may add up to more than the whole. What could not be counted is named, never left out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from toezicht_cli.analysis.kaderkort import Categoriekort, Kaderkort
from toezicht_cli.analysis.trends import Trendoverzicht
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.analysis.zaak import Puntstand, Zaak

FASEN = ("voorbereiding", "uitvoering", "conceptrapport", "reactie-aanbieder", "definitief")
# What a zaak is listed under when it names no gemeente or has no readable fase.
ONBEKEND = "onbekend"
_AFGEROND = ("geborgd-vastgesteld", "vervallen")
# The parts of an onderzoek that say what is late.
_OM_TE_LAAT = frozenset({"onderzoek", "verbeterpunten", "wederhoor", "uitvraag", "bronnen", "omgeving"})


class TeLaat(NamedTuple):
    """A term or point of which the last day has passed; ``dagen`` is how long ago that day was.

    ``soort`` is ``termijn`` or ``punt``; ``id`` is that of the term in ``toezicht.yaml`` or of the point.
    """

    soort: str
    id: str
    wat: str
    einde: str
    dagen: int


class Telregel(NamedTuple):
    """How many oordelen have one categorie."""

    categorie: Categoriekort
    aantal: int


class Regel(NamedTuple):
    """One onderzoek on the peildatum.

    ``telling`` is in the order of the schaal and adds up to ``getoetst``; empty when the oordelen cannot be
    counted, and ``reden`` then says why (Dutch, None when they can). ``in_kader`` = ``getoetst`` +
    ``met_reden`` + ``nog_open``. ``gemeenten`` holds the regio, or ``onbekend``, when no gemeente is named.
    ``te_laat`` begins with what is late longest. ``weet_punten`` is False when the points could not be read,
    and ``weet_te_laat`` when more may be late than ``te_laat`` says.
    """

    onderzoek: str
    pad: str
    titel: str
    aanbieder: str
    gemeenten: tuple[str, ...]
    fase: str
    kader: str
    soort_toezicht: str
    vastgesteld_op: str | None
    telling: tuple[Telregel, ...] = ()
    getoetst: int = 0
    met_reden: int = 0
    nog_open: int = 0
    punten: int = 0
    punten_open: int = 0
    te_laat: tuple[TeLaat, ...] = ()
    reden: str | None = None
    weet_punten: bool = True
    weet_te_laat: bool = True

    @property
    def in_kader(self) -> int:
        """Return how many oordelen the kader asks."""
        return self.getoetst + self.met_reden + self.nog_open

    @property
    def dagen_te_laat(self) -> int:
        """Return how many days the longest late term or point is late, 0 when nothing is."""
        return max((item.dagen for item in self.te_laat), default=0)


class Groep(NamedTuple):
    """The onderzoeken of one gemeente, fase or aanbieder: how many, and how they stand.

    ``gedeeld`` counts those that are of another gemeente too.
    """

    naam: str
    onderzoeken: int
    gedeeld: int
    lopend: int
    punten_open: int
    te_laat: int


class Kadertelling(NamedTuple):
    """The oordelen given under one edition of a kader, over all onderzoeken that could be counted."""

    kader: Kaderkort
    onderzoeken: int
    telling: tuple[Telregel, ...]

    @property
    def getoetst(self) -> int:
        """Return how many oordelen there are."""
        return sum(item.aantal for item in self.telling)


class Portefeuilleoverzicht(NamedTuple):
    """All that ``toezicht portefeuille`` shows.

    Attributes:
        organisatie: whose werkmap it is, empty when ``toezicht.yaml`` does not say.
        peildatum: the day on which is looked.
        totaal: how many onderzoeken the werkmap holds.
        regels: those that were asked for, in the order that was asked for.
        keuze: what was asked for, as Dutch words (``gemeente Waterstad``); empty when that was everything.
        gemeenten: per gemeente (``onbekend`` last); ``gedeeld`` says how many onderzoeken are of several.
        fasen: per fase, in the order of the fasen; a fase without onderzoeken is there with 0.
        kaders: per edition of a kader, the oordelen; only onderzoeken that could be counted.
        niet_geteld: the regels of which the oordelen could not be counted, each with its ``reden``.
        trends: the same onderzoeken per year of vaststelling.
        niet_gelezen: the onderzoeken that are left out, but may belong to what was asked for: a part of them
            could not be read.
    """

    organisatie: str
    peildatum: date
    totaal: int
    regels: tuple[Regel, ...]
    keuze: tuple[str, ...]
    gemeenten: tuple[Groep, ...]
    fasen: tuple[Groep, ...]
    kaders: tuple[Kadertelling, ...]
    niet_geteld: tuple[Regel, ...]
    trends: Trendoverzicht
    niet_gelezen: tuple[str, ...] = ()

    @property
    def gedeeld(self) -> int:
        """Return how many of the onderzoeken are for several gemeenten."""
        return sum(len(regel.gemeenten) > 1 for regel in self.regels)

    @property
    def met_te_laat(self) -> int:
        """Return how many of the onderzoeken have something that is late."""
        return sum(bool(regel.te_laat) for regel in self.regels)

    @property
    def punten_open(self) -> int:
        """Return how many points are not done yet."""
        return sum(regel.punten_open for regel in self.regels)


def make_regel(zaak: Zaak, kader: Kaderkort | None, peildatum: date) -> Regel:
    """Return how ``zaak`` stands at the end of ``peildatum``; ``kader`` is None when it could not be read."""
    dag = peildatum.isoformat()
    telbaar = zaak.is_telbaar and kader is not None
    punten_open = [punt for punt in zaak.punten if punt.status_op(dag) not in _AFGEROND]
    gegeven = Counter(item.oordeel for item in zaak.uitkomsten if item.oordeel is not None)
    telling = (
        tuple(Telregel(item, gegeven[item.id]) for item in kader.categorieen) if telbaar and kader else ()
    )
    return Regel(
        *(zaak.id, zaak.pad, zaak.titel, zaak.aanbieder, gemeenten_of(zaak), zaak.fase or ONBEKEND),
        *(zaak.kader, zaak.soort_toezicht, zaak.moment("vastgesteld_op")),
        telling=telling,
        getoetst=sum(item.aantal for item in telling),
        met_reden=sum(item.status is not None for item in zaak.uitkomsten) if telbaar else 0,
        nog_open=sum(item.oordeel is None and item.status is None for item in zaak.uitkomsten)
        if telbaar
        else 0,
        punten=len(zaak.punten),
        punten_open=len(punten_open),
        te_laat=list_te_laat(zaak, punten_open, peildatum),
        reden=None if telbaar else _reden(zaak),
        weet_punten=not zaak.onleesbaar and "verbeterpunten" not in zaak.stuk,
        weet_te_laat=not zaak.onleesbaar and _OM_TE_LAAT.isdisjoint(zaak.stuk),
    )


def gemeenten_of(zaak: Zaak) -> tuple[str, ...]:
    """Return the gemeenten of a zaak, each once; without any its regio, and without that ``onbekend``."""
    return tuple(dict.fromkeys(zaak.gemeenten)) or (zaak.regio or ONBEKEND,)


def list_te_laat(zaak: Zaak, punten: Iterable[Puntstand], peildatum: date) -> tuple[TeLaat, ...]:
    """Return the terms and of ``punten`` those of which the last day has passed, the longest ago first."""
    dag = peildatum.isoformat()
    found = [
        TeLaat("termijn", item.id, item.wat, item.einde, _days(item.einde, peildatum))
        for item in zaak.termijnen
        if item.einde < dag and not item.is_klaar_op(dag)
    ]
    found += [
        TeLaat("punt", punt.id, f"norm {punt.norm}", punt.uiterlijk, _days(punt.uiterlijk, peildatum))
        for punt in punten
        if punt.uiterlijk and punt.uiterlijk < dag  # zo-spoedig-mogelijk sorts after every day
    ]
    found.sort(key=_order)
    return tuple(found)


def make_overzicht(
    gekozen: Sequence[Regel],
    trends: Trendoverzicht,
    kaders: Mapping[str, Kaderkort],
    kop: tuple[str, date, int, tuple[str, ...]],
) -> Portefeuilleoverzicht:
    """Return the overview of the regels ``gekozen``.

    Args:
        gekozen: the onderzoeken that were asked for, in order.
        trends: the trends of the same onderzoeken.
        kaders: the kaders on ``naam@versie``.
        kop: organisatie, peildatum, how many onderzoeken there are in all, and what was asked for.
    """
    organisatie, peildatum, totaal, keuze = kop
    return Portefeuilleoverzicht(
        *(organisatie, peildatum, totaal, tuple(gekozen), keuze),
        gemeenten=_group_gemeenten(gekozen),
        fasen=tuple(_group(fase, [one for one in gekozen if one.fase == fase]) for fase in _fasen(gekozen)),
        kaders=tuple(_tellingen(gekozen, kaders)),
        niet_geteld=tuple(regel for regel in gekozen if regel.reden is not None),
        trends=trends,
    )


def say_unread(overzicht: Portefeuilleoverzicht) -> str:
    """Return in Dutch which onderzoeken may be missing in what was asked for."""
    namen = overzicht.niet_gelezen
    wat = "1 onderzoek is" if len(namen) == 1 else f"{len(namen)} onderzoeken zijn"
    kan = "kan" if len(namen) == 1 else "kunnen"
    return f"{wat} niet helemaal te lezen en {kan} hierbij horen: {join_some(namen)}"


def _order(item: TeLaat) -> tuple[int, str, str]:
    return -item.dagen, item.soort, item.id


@cache
def _days(einde: str, peildatum: date) -> int:
    return (peildatum - date.fromisoformat(einde)).days


def _reden(zaak: Zaak) -> str:
    if zaak.onleesbaar:
        return "onderzoek.yaml is niet te lezen"
    if zaak.fouten:
        return f"{zaak.fouten} {'fout' if zaak.fouten == 1 else 'fouten'} in de gegevens"
    return f"kader {zaak.kader} is niet te lezen"


def _fasen(regels: Iterable[Regel]) -> tuple[str, ...]:
    """Return the fasen in their order, and ``onbekend`` when there is one without."""
    return (*FASEN, *({regel.fase for regel in regels} - set(FASEN)))


def _group_gemeenten(regels: Iterable[Regel]) -> tuple[Groep, ...]:
    by_naam: dict[str, list[Regel]] = {}
    for regel in regels:
        for naam in regel.gemeenten:
            by_naam.setdefault(naam, []).append(regel)
    order = sorted(by_naam, key=lambda naam: (naam == ONBEKEND, naam.casefold()))
    return tuple(_group(naam, by_naam[naam]) for naam in order)


def _group(naam: str, regels: Sequence[Regel]) -> Groep:
    return Groep(
        naam,
        onderzoeken=len(regels),
        gedeeld=sum(len(regel.gemeenten) > 1 for regel in regels),
        lopend=sum(regel.fase != FASEN[-1] for regel in regels),
        punten_open=sum(regel.punten_open for regel in regels),
        te_laat=sum(bool(regel.te_laat) for regel in regels),
    )


def _tellingen(regels: Iterable[Regel], kaders: Mapping[str, Kaderkort]) -> Iterable[Kadertelling]:
    by_kader: dict[str, list[Regel]] = {}
    for regel in regels:
        if regel.reden is None:
            by_kader.setdefault(regel.kader, []).append(regel)
    for verwijzing, of_kader in sorted(by_kader.items()):
        total: Counter[str] = Counter()
        for regel in of_kader:
            total.update({item.categorie.id: item.aantal for item in regel.telling})
        kader = kaders[verwijzing]
        telling = tuple(Telregel(item, total[item.id]) for item in kader.categorieen)
        yield Kadertelling(kader, len(of_kader), telling)
