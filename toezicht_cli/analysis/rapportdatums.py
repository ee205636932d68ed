"""Rapportdatums: the dates that a report gives with a label, against those of the onderzoek.

Only whole sentences, lines and rows count: "Vastgesteld op 3 maart 2026". A date elsewhere may be that of
a document, a law or a talk.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.rapportdelen import Passage
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.models.datum import MAANDEN, Datum, iso_from_dutch, parse_datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten

_MAAND = f"(?:{'|'.join(MAANDEN)})"
_CIJFERS = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_DAG = rf"(?:(?:[0-9]{{1,2}} )?{_MAAND} [0-9]{{4}}|{_CIJFERS}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
_OP = rf"(?:op )?({_DAG})"
_HULP = r"(?:is|werd)"
_DEEL = rf"(?:[0-9]{{1,2}} )?{_MAAND}(?: [0-9]{{4}})?|{_CIJFERS}"
_PERIODE = rf"({_DEEL}) (?:t/m|tot en met|tot|en|–|-) ({_DEEL})"

_MOMENTEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "vastgesteld_op",
        re.compile(
            rf"(?:(?:dit|het) (?:onderzoeks|inspectie|toezicht)?rapport {_HULP} )?vastgesteld(?: op)?:? {_OP}"
            rf"|(?:datum (?:van )?vaststelling|vaststellingsdatum|vastgesteld):? {_OP}"
            rf"|(?:dit|het) (?:onderzoeks|inspectie|toezicht)?rapport {_HULP} {_OP} vastgesteld"
        ),
    ),
    (
        "concept_verzonden_op",
        re.compile(
            rf"(?:het )?concept(?:rapport)? (?:{_HULP} )?(?:verzonden|verstuurd|toegestuurd)(?: op)?:? {_OP}"
            rf"|(?:het )?concept(?:rapport)? {_HULP} {_OP} (?:aan|naar) de aanbieder"
            rf" (?:verzonden|gestuurd|verstuurd)"
            rf"|datum (?:van het )?concept(?:rapport)?:? {_OP}"
        ),
    ),
    ("aangekondigd_op", re.compile(rf"(?:datum )?(?:aangekondigd|aankondiging)(?: op)?:? {_OP}")),
    ("reactie_ontvangen_op", re.compile(rf"reactie (?:van de aanbieder )?ontvangen(?: op)?:? {_OP}")),
    ("verzonden_op", re.compile(rf"(?:(?:eind)?rapport )?verzonden(?: op)?:? {_OP}")),
    ("openbaar_op", re.compile(rf"(?:openbaar(?: gemaakt)?|gepubliceerd)(?: op)?:? {_OP}")),
)
_BEZOEK = re.compile(rf"(?:datum (?:van het )?bezoek|bezoekdatum|bezoek|bezocht)(?: op)?:? {_OP}")
# A sentence may be about an earlier onderzoek: it counts when its year is that of this one.
_ONDERZOEK_GEDAAN = re.compile(
    rf"tussen {_PERIODE} (?:heeft|hebben) .{{0,80}}toezicht.{{0,120}}"
    r" onderzoek (?:gedaan|uitgevoerd|verricht)\b.*"
)
_ZINSEINDE = re.compile(r"(?<=[a-z0-9)][.!?])\s")
_ONDERZOEKSPERIODE = re.compile(
    rf"(?:onderzoeksperiode|periode van (?:het )?onderzoek):? (?:van |tussen )?{_PERIODE}"
)


class Afwijking(NamedTuple):
    """A date of a report with its label, what the onderzoek says, and where it stands."""

    tekst: str
    gegevens: str
    passage: Passage


def find_datums(passages: Sequence[Passage], dossier: Dossier) -> Iterator[Afwijking]:
    """Yield the dates with a label that cannot be those of the onderzoek.

    A date that is less precise is right when it may be the same: maart 2026 for 3 maart 2026.
    """
    onderzoek = dossier.onderzoek
    momenten = onderzoek.momenten or Momenten()
    bezoeken = [bezoek.datum for bezoek in onderzoek.bezoeken if isinstance(bezoek.datum, Datum)]
    for passage in passages:
        for line in _lines(passage):
            for veld, pattern in _MOMENTEN:
                moment = getattr(momenten, veld)
                said = _read_dag(pattern, line)
                if said and isinstance(moment, Datum) and not _overlap(said, moment):
                    yield Afwijking(line, moment.leesbaar, passage)
            said = _read_dag(_BEZOEK, line)
            if said and bezoeken and not any(_overlap(said, bezoek) for bezoek in bezoeken):
                yield Afwijking(line, _say_bezoeken(bezoeken), passage)
            yield from _compare_periode(line, onderzoek.onderzoeksperiode, passage)


def _say_bezoeken(bezoeken: Sequence[Datum]) -> str:
    return join_words(list(dict.fromkeys(bezoek.leesbaar for bezoek in bezoeken)))


def _compare_periode(line: str, periode: Datum | None, passage: Passage) -> Iterator[Afwijking]:
    match = _ONDERZOEKSPERIODE.fullmatch(line) or _ONDERZOEK_GEDAAN.fullmatch(line)
    if match is None or periode is None or periode.laatst is None:
        return
    if match.re is _ONDERZOEK_GEDAAN and int(match[2][-4:]) not in {
        periode.vroegst.year,
        periode.laatst.year,
    }:
        return
    einde = _parse(match[2])
    year = match[2][-4:]
    begin = _parse(match[1]) or _parse(f"{match[1]} {year}")
    if begin is None or einde is None or begin.laatst is None or einde.laatst is None:
        return
    first, last = _ends(periode)
    if not _overlap(begin, first) or not _overlap(einde, last):
        yield Afwijking(line, periode.leesbaar, passage)


def _ends(periode: Datum) -> tuple[Datum, Datum]:
    """Return the begin and the end of a period, each as precise as it is written."""
    begin, _, einde = periode.tekst.partition("/")
    return parse_datum(begin), parse_datum(einde or begin)


def _lines(passage: Passage) -> Iterator[str]:
    """Yield what may be a label with its date: each sentence or line, and a row of two cells."""
    if passage.regel.soort == "rij":
        cells = [" ".join(cell.split()).rstrip(":") for cell in passage.regel.cellen if cell.strip()]
        if len(cells) == 2:
            yield f"{cells[0]}: {cells[1]}".casefold()
        return
    joined = " ".join(passage.tekst.split())
    for line in dict.fromkeys((*passage.tekst.split("\n"), *_ZINSEINDE.split(joined), joined)):
        yield " ".join(line.split()).rstrip(".").casefold()


def _read_dag(pattern: re.Pattern[str], line: str) -> Datum | None:
    match = pattern.fullmatch(line)
    found = next((group for group in match.groups() if group), None) if match else None
    return _parse(found) if found else None


def _parse(tekst: str) -> Datum | None:
    """Return the date that Dutch words or an ISO form write, None when there is no such day."""
    try:
        return parse_datum(iso_from_dutch(tekst) or tekst)
    except ValueError:
        return None


def _overlap(one: Datum, other: Datum) -> bool:
    return not one.is_later_than(other) and not other.is_later_than(one)
