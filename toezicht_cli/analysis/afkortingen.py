"""Afkortingen: the abbreviations in a report that no text of the case explains.

Only capitals (MDO, RI&E) and a short list of others (pgb) are taken for an abbreviation. In doubt a
word counts as explained, or as a name: silence is better than a finding that is not true.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toezicht_cli.analysis.leesteksten import WOORD, read_leesstof
from toezicht_cli.analysis.uitleg_van_afkortingen import KLEIN, VORM, find_uitgelegd
from toezicht_cli.diagnostics import Passage, Place
from toezicht_cli.models.betrokkenen import Aanbieder, Gemeente, Onderzoeker, Vestiging
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Criterium, Norm, Thema
from toezicht_cli.models.onderzoek import Begrip, Onderzoek

# Known to whoever reads Dutch, or on the cover of every report of the toezicht.
BEKEND = frozenset(
    (
        *("adhd", "aow", "bsn", "btw", "bv", "cao", "cd", "cv", "dna", "dvd", "ehbo", "eu", "ggd", "gps"),
        *("havo", "hbo", "hiv", "iban", "ict", "id", "ij", "iq", "it", "kvk", "mbo", "nb", "nl", "ns"),
        *("nv", "ok", "ov", "pc", "pdf", "ps", "rivm", "sms", "tv", "usb", "uwv", "vmbo", "vwo", "wc"),
        *("wifi", "wmo", "wo", "ww", "zzp", "covid"),
    )
)
# Words that are written in capitals for their stress.
_NADRUK = frozenset(
    (
        *("al", "alle", "altijd", "de", "dus", "een", "en", "enkel", "geen", "het", "ieder", "juist", "kan"),
        *("let", "mag", "maar", "meer", "moet", "naast", "niet", "nog", "nooit", "nu", "of", "ook", "op"),
        *("pas", "wel", "zeer", "zelf"),
    )
)
_ROMEINS = frozenset("IVX")
# Kept as text, for most cases never need them and compiling takes time.
_POSTCODE = r"[0-9]{4} ?\Z"
_HOOFDLETTERS_NA = r"\A\s{1,3}[A-Z]{2,20}(?!\w)"
_HOOFDLETTERS_VOOR = r"(?<!\w)[A-Z]{2,20}\s{1,3}\Z"
_MAX_LETTERS = 6
_OMGEVING = 24


class OnbekendeAfkorting(NamedTuple):
    """An abbreviation without explanation, and where a reader meets it first."""

    afkorting: str
    place: Place
    passage: Passage


def find_onbekende_afkortingen(dossier: Dossier) -> Iterator[OnbekendeAfkorting]:
    """Yield every abbreviation that the report uses and explains nowhere, once, at its first use."""
    stof = read_leesstof(dossier)
    gezocht = {woord.lower() for woord in stof.woorden if woord.isupper() and _is_afkorting(woord)}
    # A word that is also written small is an ordinary word with stress.
    gezocht = (gezocht - stof.woorden - BEKEND - _NADRUK) | (KLEIN & stof.klein)
    if not gezocht:
        return
    gezocht -= _list_begrippen(dossier)
    gezocht -= {woord.lower() for naam in _walk_namen(dossier) for woord in WOORD.findall(naam)}
    if not gezocht:
        return
    gezocht -= find_uitgelegd(_walk_uitleg(dossier))
    titels = [_titel(naam) for naam in _walk_titels(dossier) if gezocht & set(WOORD.findall(naam.lower()))]
    for item in stof.teksten:
        for passage in _find_in_tekst(item.tekst, titels) if gezocht else ():
            afkorting = item.tekst[passage.start : passage.end]
            if afkorting.lower() in gezocht:
                gezocht.remove(afkorting.lower())
                yield OnbekendeAfkorting(afkorting, item.place, passage)


def _is_afkorting(woord: str) -> bool:
    """Whether a word in capitals is short enough, as MDO and RI&E are, and no number."""
    return len(woord.partition("&")[0]) <= _MAX_LETTERS and not _ROMEINS.issuperset(woord)


def _find_in_tekst(tekst: str, titels: Iterable[str]) -> Iterator[Passage]:
    """Yield the abbreviations in a text, but for the title of a bron, a postcode and stressed words."""
    spans = [match.span() for titel in titels for match in re.finditer(titel, tekst)]
    for match in re.finditer(VORM, tekst):
        start, end = match.span()
        if any(first <= start and end <= last for first, last in spans):
            continue
        before, after = tekst[max(start - _OMGEVING, 0) : start], tekst[end : end + _OMGEVING]
        is_postcode = end - start == 2 and re.search(_POSTCODE, before)
        if not is_postcode and not _is_nadruk(before, after):
            yield Passage(start, end)


def _is_nadruk(before: str, after: str) -> bool:
    """Whether a word stands alone on its line, as a heading does, or among others in capitals."""
    if re.search(_HOOFDLETTERS_NA, after) or re.search(_HOOFDLETTERS_VOOR, before):
        return True
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return not any(sign.isalnum() for sign in line)


def _list_begrippen(dossier: Dossier) -> set[str]:
    """Return the words of the terms that are explained."""
    termen = [begrip.value.term for begrip in dossier.walk(Begrip)]
    return {woord.lower() for term in termen for woord in WOORD.findall(term)}


def _walk_namen(dossier: Dossier) -> Iterator[str]:
    """Yield the names of who takes part: an abbreviation in a name is a part of it."""
    for onderzoek in dossier.walk(Onderzoek):
        yield from (onderzoek.value.titel, onderzoek.value.regio or "", *onderzoek.value.samen_met)
    yield from (aanbieder.value.naam for aanbieder in dossier.walk(Aanbieder))
    yield from (vestiging.value.naam for vestiging in dossier.walk(Vestiging))
    yield from (gemeente.value.naam for gemeente in dossier.walk(Gemeente))
    yield from (onderzoeker.value.naam for onderzoeker in dossier.walk(Onderzoeker))
    kader = dossier.find_kader()
    if kader:
        yield from (kader.organisatie, kader.titel)


def _titel(naam: str) -> str:
    """Return a pattern for a title, whatever line ends stand in it."""
    return "(?i)" + r"\s{1,20}".join(re.escape(woord) for woord in naam.split())


def _walk_titels(dossier: Dossier) -> Iterator[str]:
    for bron in dossier.walk(Bron):
        yield from (naam for naam in (bron.value.titel, bron.value.aanduiding) if naam)


def _walk_uitleg(dossier: Dossier) -> Iterator[str]:
    """Yield every text that may explain an abbreviation: all of the case, and the kader."""
    yield from (item.tekst for item in dossier.teksten)
    for thema in dossier.walk(Thema):
        yield f"{thema.value.titel}\n{thema.value.omschrijving or ''}"
    for norm in dossier.walk(Norm):
        yield f"{norm.value.titel}\n{norm.value.omschrijving}\n{norm.value.tekst_officieel or ''}"
    for criterium in dossier.walk(Criterium):
        yield criterium.value.tekst
