"""Personalia: the name of a person behind a title, and a day of birth, in a text.

A title is looked up as a word and only then is a pattern tried: most texts hold none.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.zoektekst import Vondst, Zoektekst
from toezicht_cli.models.dossier import Dossier

# Fields that are there to say who did something in the name of an organisation.
_NAAMVELDEN = frozenset((
    "naam", "plaats", "door", "beoordelaar", "tegenlezer", "gewijzigd_door", "besloten_door",
    "vastgesteld_door", "samen_met", "regio",
))  # fmt: skip
# With a full stop where the word alone means something else.
_AANSPREEKVORMEN = (
    "heer", "meneer", "mijnheer", "mevrouw", "mevr", "mevr.", "mw", "mw.", "dhr", "dhr.", "juffrouw",
    "de familie", "fam.", "zuster", "dokter", "dr.", "drs.", "mr.", "ir.", "ing.", "prof.",
)  # fmt: skip
_VOORVOEGSEL = (
    r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|'t|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Bb]en|[Vv]on|[Ll]a|[Ll]e|[Dd]u)"
)
_WOORD = r"[A-Z\u00c0-\u00de](?=[\w'-]{0,30}[a-z\u00df-\u00ff])[^\W\d_]{0,30}(?:['-][^\W\d_]{1,30}){0,2}"
_NAAM = (
    r" {1,2}(?:(?:[Dd]rs?|[Ii]r|[Ii]ng|[Mm]r|[Pp]rof|[Mm]w|[Dd]hr)\.? ){0,3}(?:[A-Z][a-z]?\. ?-?){0,5}"
    r"(?:\([A-Z][^\W\d_]{1,20}\) )?"
    rf"(?:{_VOORVOEGSEL} ){{0,3}}{_WOORD}(?: (?:{_VOORVOEGSEL} ){{0,3}}{_WOORD}){{0,2}}(?![\w@])"
)
_GEEN_NAAM = frozenset((
    "cliënt", "client", "cliënte", "bewoner", "bewoonster", "begeleider", "begeleidster", "medewerker",
    "bestuurder", "directeur", "voorzitter", "wethouder", "burgemeester", "toezichthouder", "naaste",
    "manager", "minister", "president", "rechter", "officier", "ketenpartner", "kwaliteitsmedewerker",
    "interview", "bron", "cliënten", "familie", "mevrouw", "meneer", "heer", "is", "dat", "dit", "een", "er",
    "zij", "hij", "wij", "ook", "niet", "maar", "als", "op",
))  # fmt: skip
# Capitals that may stand before a name and are no part of it.
_VOORAAN = frozenset((
    "van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "ben", "von", "la", "le", "du", "in",
    "dr", "drs", "ir", "ing", "mr", "prof", "mw", "dhr",
))  # fmt: skip
_GEEN_PERSOON = ("straat", "laan", "weg", "plein", "gracht", "kade", "dijk", "singel", "school", "ziekenhuis")

_MAAND = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATUM = (
    rf"(?:(?:0?[1-9]|[12][0-9]|3[01]) {{1,2}}{_MAAND} {{1,2}}(?:(?:19|20)[0-9]{{2}}|'?[0-9]{{2}})|"
    r"(?:0?[1-9]|[12][0-9]|3[01])(?P<t>[-/. ])(?:0?[1-9]|1[0-2])(?P=t)(?:(?:19|20)[0-9]{2}|[0-9]{2})|"
    r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])"
)
_GEBOREN_WOORDEN = ("geboren", "geb", "geboortedatum", "geboortedag")
_GEBOREN = (
    r"(?:geboren|geboortedatum|geboortedag|geb\.? ?dat(?:um|\.)|geb\.?)[ :|(]{0,4}"
    rf"(?:[^\W\d_]{{1,20}}[ ,:]{{1,3}}){{0,4}}(?P<datum>{_DATUM})"
)
_ALS_GEBOREN = rf"(?<![0-9])(?P<datum>{_DATUM}) (?:te [A-Z][^\W\d_]{{2,20}} )?\Z"
_VOOR_GEBOREN, _NA_GEBOREN = 50, 90


def find_namen(zoek: Zoektekst, dossier: Dossier) -> Iterator[Vondst]:
    """Yield each name behind a title or form of address, but for those that the case gives in the open.

    Args:
        zoek: the texts of the case.
        dossier: the case, for the names of the aanbieder, the onderzoekers and others that are public.
    """
    vondsten = _find_namen(zoek)
    openbaar = find_openbare_namen(dossier) if vondsten else frozenset()
    for vondst in vondsten:
        delen = _words(zoek.tekst[vondst.start : vondst.end])
        in_naamveld = not _NAAMVELDEN.isdisjoint(zoek.find_plaats(vondst.start).place.route)
        if not in_naamveld and not openbaar.issuperset(delen):
            yield vondst


def _find_namen(zoek: Zoektekst) -> list[Vondst]:
    vondsten: dict[int, Vondst] = {}
    for vorm in _AANSPREEKVORMEN:
        for start in _find_woord(zoek.klein, vorm):
            match = re.match(_NAAM, zoek.after(start + len(vorm), 120))
            if match is None or not _is_naam(match[0]):
                continue
            begin = start + len(vorm) + len(match[0]) - len(match[0].lstrip())
            einde = start + len(vorm) + match.end()
            # "de heer drs. Jansen" has two titles and one name: the first title is the longest.
            if einde not in vondsten or begin < vondsten[einde].start:
                vondsten[einde] = Vondst(begin, einde)
    return sorted(vondsten.values())


def find_geboortedatums(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each whole date that stands beside geboren or geboortedatum."""
    gezien = set()
    for start in sorted(start for woord in _GEBOREN_WOORDEN for start in _find_woord(zoek.klein, woord)):
        vondst = _find_datum_achter(zoek, start) or _find_datum_ervoor(zoek, start)
        if vondst and vondst not in gezien:
            gezien.add(vondst)
            yield vondst


def _find_datum_achter(zoek: Zoektekst, start: int) -> Vondst | None:
    match = re.match(_GEBOREN, zoek.after(start, _NA_GEBOREN), re.IGNORECASE)
    return Vondst(start + match.start("datum"), start + match.end("datum")) if match else None


def _find_datum_ervoor(zoek: Zoektekst, start: int) -> Vondst | None:
    """Return the date in "de op 3 mei 1961 geboren zoon"."""
    if not zoek.klein.startswith("geboren", start):
        return None
    ervoor = zoek.before(start, _VOOR_GEBOREN)
    match = re.search(_ALS_GEBOREN, ervoor, re.IGNORECASE)
    begin = start - len(ervoor)
    return Vondst(begin + match.start("datum"), begin + match.end("datum")) if match else None


def find_openbare_namen(dossier: Dossier) -> frozenset[str]:
    """Return the words, in small letters, of the names that the case itself gives in the open."""
    namen = [item.tekst for item in dossier.teksten if not _NAAMVELDEN.isdisjoint(item.place.route)]
    return frozenset(woord for naam in namen for woord in _words(naam))


def _is_naam(tekst: str) -> bool:
    delen = _words(tekst)
    return bool(delen) and delen[0] not in _GEEN_NAAM and not delen[0].endswith(_GEEN_PERSOON)


def _words(naam: str) -> list[str]:
    """Return the words of a name that begin with a capital, without titles and van or de, in lower case."""
    delen = [deel.lower() for deel in re.findall(_WOORD, naam)]
    return [deel for deel in delen if deel not in _VOORAAN]


def _find_woord(klein: str, woord: str) -> Iterator[int]:
    """Yield where ``woord`` begins in a text, with no letter or digit on either side."""
    start = klein.find(woord)
    while start >= 0:
        einde = start + len(woord)
        if not klein[start - 1 : start].isalnum() and not klein[einde : einde + 1].isalnum():
            yield start
        start = klein.find(woord, einde)
