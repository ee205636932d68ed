"""Jaaronderzoeken: what the onderzoeken say of one year: their course, oordelen, points and measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.jaaroordelen import count_oordelen
from toezicht_cli.analysis.jaartelling import ONBEKEND, Deel, Jaartelling, as_written, count
from toezicht_cli.analysis.kaderkort import Kaderkort
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.zaak import Maatregelstand, Zaak
from toezicht_cli.models.datum import parse_datum

_JA_NEE = {"ja": "aangekondigd", "nee": "onaangekondigd"}
_FINANCIERING = {"zin": "zorg in natura", "pgb": "pgb", "onderaanneming": "onderaanneming"}
_OPENBAAR = {
    "openbaar": "openbaar",
    "niet-openbaar": "niet openbaar",
    "voorgenomen": "openbaarmaking voorgenomen",
    "nog-niet-besloten": "nog niet besloten",
}
_STATUSSEN = {
    "open": "open",
    "deels": "deels klaar",
    "gereed-volgens-aanbieder": "klaar volgens de aanbieder",
    "geborgd-vastgesteld": "geborgd, door ons gezien",
    "vervallen": "vervallen",
}
_KLAAR = ("geborgd-vastgesteld", "vervallen")
_GROEPEN = {
    "advies-en-stimulering": "advies en stimulering",
    "corrigerend": "corrigerend, van het college",
    "verder": "verder",
}


class Jaarzaken(NamedTuple):
    """The zaken that count in a year: begun, running at its end, vastgesteld; and what else to know.

    ``einde`` is the last day of the year, or the day of looking when the year is not over then.
    ``onbekend`` are those of which no year of beginning is known, ``zonder_vaststelling`` those that are
    finished in a year that nobody wrote down. ``onleesbaar`` could be of any year and of any gemeente.
    ``dubbel`` are copies: their folder has another name than the onderzoek, which stands in its own too.
    """

    jaar: int
    einde: date
    alle: tuple[Zaak, ...]
    gestart: tuple[Zaak, ...]
    lopend: tuple[Zaak, ...]
    vastgesteld: tuple[Zaak, ...]
    onbekend: tuple[Zaak, ...]
    zonder_vaststelling: tuple[Zaak, ...]
    onleesbaar: tuple[Zaak, ...] = ()
    dubbel: tuple[Zaak, ...] = ()

    @property
    def of_year(self) -> tuple[Zaak, ...]:
        """Return the zaken of which something happened in the year, each once."""
        happened = (
            zaak for zaak in self.alle if any(self.walk_maatregelen(zaak)) or self.is_openbaar_geworden(zaak)
        )
        return tuple(dict.fromkeys((*self.gestart, *self.vastgesteld, *self.lopend, *happened)))

    def walk_maatregelen(self, zaak: Zaak) -> Iterator[Maatregelstand]:
        """Yield what was imposed in the year."""
        return (stap for stap in zaak.maatregelen if _lies_in(stap.datum, self.jaar, self.einde))

    def is_openbaar_geworden(self, zaak: Zaak) -> bool:
        """Whether the report became public in the year, whenever it was vastgesteld."""
        return _lies_in(zaak.moment("openbaar_op"), self.jaar, self.einde)


def select_zaken(zaken: Iterable[Zaak], jaar: int, gemeente: str | None, peildatum: date) -> Jaarzaken:
    """Return the zaken of ``gemeente`` (None: all) that count in ``jaar``, on ``peildatum`` at the latest."""
    alle = tuple(zaken)
    dubbel = _find_copies(alle)
    own = tuple(
        zaak
        for zaak in alle
        if not zaak.onleesbaar and zaak not in dubbel and (gemeente is None or gemeente in zaak.gemeenten)
    )
    einde = min(date(jaar, 12, 31), peildatum)
    return Jaarzaken(
        jaar,
        einde,
        own,
        tuple(zaak for zaak in own if _lies_in(begin_of(zaak), jaar, einde)),
        tuple(zaak for zaak in own if _runs_at_end(zaak, einde)),
        tuple(zaak for zaak in own if _lies_in(zaak.moment("vastgesteld_op"), jaar, einde)),
        tuple(zaak for zaak in own if begin_of(zaak) is None),
        tuple(zaak for zaak in own if _ended_some_time(zaak, jaar)),
        tuple(zaak for zaak in alle if zaak.onleesbaar),
        tuple(zaak for zaak in dubbel if gemeente is None or gemeente in zaak.gemeenten),
    )


def _find_copies(zaken: Sequence[Zaak]) -> tuple[Zaak, ...]:
    """Return the zaken of an onderzoek that stands in the folder of its name too, or in an earlier one."""
    seen: set[str] = set()
    copies = []
    for zaak in sorted(zaken, key=lambda zaak: zaak.id != zaak.onderzoek_id):
        if zaak.onderzoek_id in seen:
            copies.append(zaak)
        elif zaak.onderzoek_id:
            seen.add(zaak.onderzoek_id)
    return tuple(copies)


def _ended_some_time(zaak: Zaak, jaar: int) -> bool:
    """Whether a zaak is finished, nobody knows in which year, and it may be this one."""
    begin = year_of(begin_of(zaak))
    return zaak.fase == "definitief" and not _year_of_end(zaak) and (begin is None or begin <= jaar)


def year_of(datum: str | None) -> int | None:
    """Return the year that a date lies in, None when it is not known or spans two years."""
    if datum is None:
        return None
    try:
        found = parse_datum(datum)
    except ValueError:
        return None
    same = found.laatst is not None and found.vroegst.year == found.laatst.year
    return found.vroegst.year if same else None


def day_of(datum: str | None) -> date | None:
    """Return the day that a date is, None when it is not one exact day."""
    if datum is None:
        return None
    try:
        found = parse_datum(datum)
    except ValueError:
        return None
    return found.vroegst if found.is_dag else None


def begin_of(zaak: Zaak) -> str | None:
    """Return when a zaak began: the first that lies in a known year of start, aankondiging and looptijd."""
    looptijd = zaak.looptijd.partition("/")[0] if zaak.looptijd else None
    dates = (zaak.moment("gestart_op"), zaak.moment("aangekondigd_op"), looptijd)
    return next((datum for datum in dates if year_of(datum) is not None), None)


def _lies_in(datum: str | None, jaar: int, einde: date) -> bool:
    return year_of(datum) == jaar and not _is_after(datum, einde)


def _is_after(datum: str | None, dag: date) -> bool:
    """Whether a date whose year is known lies wholly after ``dag``."""
    return datum is not None and parse_datum(datum).vroegst > dag


def _year_of_end(zaak: Zaak) -> int | None:
    return year_of(zaak.moment("vastgesteld_op"))


def count_onderzoeken(
    zaken: Jaarzaken, kaders: Mapping[str, Kaderkort], soorten: Mapping[str, str]
) -> Iterator[Jaartelling]:
    """Yield the counts of the onderzoeken of a year.

    Args:
        zaken: those of the year.
        kaders: the kaders on ``naam@versie``.
        soorten: the kinds of toezicht of the werkmap: titels on their ids.
    """
    yield from _count_course(zaken, soorten)
    yield from count_oordelen(zaken.vastgesteld, kaders)
    yield from _count_opvolging(zaken)
    yield from _count_handhaving(zaken)
    yield from _count_openbaarheid(zaken)


def list_doorlooptijden(zaken: Jaarzaken) -> Iterator[tuple[str, str, list[int | None]]]:
    """Yield id, words and the days between two moments of each finished onderzoek; None where not known."""
    pairs = (
        ("start-concept", "Van start tot concept", "gestart_op", "concept_verzonden_op"),
        ("concept-vaststelling", "Van concept tot vaststelling", "concept_verzonden_op", "vastgesteld_op"),
        ("start-vaststelling", "Van start tot vaststelling", "gestart_op", "vastgesteld_op"),
        ("vaststelling-openbaar", "Van vaststelling tot openbaar", "vastgesteld_op", "openbaar_op"),
    )
    for naam, wat, van, tot in pairs:
        found = [
            zaak for zaak in zaken.vastgesteld if tot != "openbaar_op" or zaak.openbaarmaking == "openbaar"
        ]
        yield naam, wat, [_days(zaak.moment(van), zaak.moment(tot)) for zaak in found]


def _days(van: str | None, tot: str | None) -> int | None:
    begin, einde = day_of(van), day_of(tot)
    return (einde - begin).days if begin is not None and einde is not None else None


def _runs_at_end(zaak: Zaak, einde: date) -> bool:
    """Whether a zaak had begun by ``einde`` and was not vastgesteld by then."""
    begin = begin_of(zaak)
    if begin is None or _is_after(begin, einde):
        return False
    if _year_of_end(zaak) is None:
        return zaak.fase != "definitief"
    return _is_after(zaak.moment("vastgesteld_op"), einde)


def _count_course(zaken: Jaarzaken, soorten: Mapping[str, str]) -> Iterator[Jaartelling]:
    delen = (
        Deel("gestart", "gestart in dit jaar", len(zaken.gestart)),
        Deel("vastgesteld", "vastgesteld in dit jaar", len(zaken.vastgesteld)),
        Deel("lopend", f"nog bezig op {in_words(zaken.einde)}", len(zaken.lopend)),
        Deel("onbekend", "jaar van begin onbekend", len(zaken.onbekend)),
        Deel("vaststelling-onbekend", "jaar van vaststelling onbekend", len(zaken.zonder_vaststelling)),
    )
    wat = "Onderzoeken in dit jaar"
    yield Jaartelling("onderzoeken", "onderzoeken", wat, "onderzoeken", None, delen, telt_op=False)

    def telling(naam: str, woorden: str) -> tuple[str, str, str, str]:
        return f"onderzoeken-{naam}", "onderzoeken", woorden, "gestarte onderzoeken"

    soort = (zaak.soort_toezicht for zaak in zaken.gestart)
    yield count(telling("soort", "Gestarte onderzoeken naar soort"), soort, soorten)
    aangekondigd = (_ja_nee(zaak.aangekondigd) for zaak in zaken.gestart)
    yield count(telling("aangekondigd", "Aangekondigd of niet"), aangekondigd, _JA_NEE)
    geld = [item for zaak in zaken.gestart for item in (zaak.financiering or (ONBEKEND,))]
    yield count(
        telling("financiering", "Hoe de hulp betaald wordt"), geld, _FINANCIERING, totaal=len(zaken.gestart)
    )
    bezoeken = sum(zaak.bezoeken for zaak in zaken.gestart)
    yield Jaartelling(
        "onderzoeken-bezoeken", "onderzoeken", "Bezoeken in gestarte onderzoeken", "bezoeken", bezoeken
    )


def _ja_nee(value: bool | None) -> str | None:  # noqa: FBT001 - it is the value that is named here
    return None if value is None else ("ja" if value else "nee")


def _count_opvolging(zaken: Jaarzaken) -> Iterator[Jaartelling]:
    einde, dag = zaken.einde.isoformat(), in_words(zaken.einde)
    punten = [punt for zaak in zaken.vastgesteld for punt in zaak.punten]
    statussen = (punt.status_op(einde) for punt in punten)
    wat = f"Punten uit onderzoeken die dit jaar zijn vastgesteld, op {dag}"
    yield count(("punten-stand", "opvolging", wat, "punten"), statussen, _STATUSSEN)
    te_laat = sum(
        punt.uiterlijk is not None and punt.uiterlijk < einde and punt.status_op(einde) not in _KLAAR
        for punt in punten
    )
    delen = (
        Deel("te-laat", "niet geborgd en de datum is voorbij", te_laat),
        Deel(
            "zonder-datum", "zonder datum", sum(not (punt.uiterlijk or "")[:1].isdigit() for punt in punten)
        ),
    )
    wat = f"Punten en hun datum, op {dag}"
    yield Jaartelling("punten-tijd", "opvolging", wat, "punten", len(punten), delen, telt_op=False)
    opnieuw = [
        f"{item.eerder} → {item.nu or 'nog open'}" for zaak in zaken.vastgesteld for item in zaak.heroordelen
    ]
    yield count(("hertoets", "opvolging", "Normen die opnieuw getoetst zijn: van → naar", "normen"), opnieuw)


def _count_handhaving(zaken: Jaarzaken) -> Iterator[Jaartelling]:
    stappen = [stap for zaak in zaken.alle for stap in zaken.walk_maatregelen(zaak)]
    maatregelen = [stap.groep for stap in stappen if stap.soort != "veiligheidsafspraak"]
    yield count(
        ("maatregelen", "handhaving", "Maatregelen in dit jaar", "maatregelen"), maatregelen, _GROEPEN
    )
    afspraken = len(stappen) - len(maatregelen)
    yield Jaartelling(
        "veiligheidsafspraken", "handhaving", "Afspraken over veiligheid in dit jaar", "afspraken", afspraken
    )


def _count_openbaarheid(zaken: Jaarzaken) -> Iterator[Jaartelling]:
    vastgesteld = zaken.vastgesteld
    gemaakt = sum(map(zaken.is_openbaar_geworden, zaken.alle))
    wat = "Rapporten die in dit jaar openbaar werden"
    yield Jaartelling("openbaar-gemaakt", "openbaarheid", wat, "rapporten", gemaakt)
    telling = ("openbaarheid", "openbaarheid", "Vastgestelde rapporten: openbaar of niet", "rapporten")
    yield count(telling, (zaak.openbaarmaking for zaak in vastgesteld), _OPENBAAR)
    redenen = [zaak.openbaar_reden for zaak in vastgesteld if zaak.openbaarmaking == "niet-openbaar"]
    waarom = ("openbaarheid-reden", "openbaarheid", "Waarom niet openbaar", "rapporten")
    yield count(waarom, redenen, as_written(redenen))
