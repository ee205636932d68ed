"""Persoonsnummers: a BSN, an IBAN and a number plate in a text, each with the check that it carries.

A pattern begins with a class of characters and only then looks back: so a long text is passed over
quickly. What is seldom needed stays a text, which ``re`` compiles the first time.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.zoektekst import Vondst, Zoektekst

_BSN_LENGTH = 9
_BSN = re.compile(
    r"[0-9](?<!\w.)(?<![0-9+][-.,/ ].)"
    r"(?:[0-9]{8}|[0-9]{2}([ .-])[0-9]{3}\1[0-9]{3}|[0-9]{3}([ .-])[0-9]{2}\2[0-9]{3})(?!\w|[-.,/ ][0-9])"
)
_BSN_WOORDEN = ("bsn", "burgerservicen", "sofi")
_BSN_WOORD = r"\b(?:bsn(?:[ -]?n(?:ummer|r)s?)?|burgerservicen\w{0,10}|sofi\W?(?:n(?:ummer|r)s?)?)\b"
# Behind the word itself any grouping is a BSN, and eight digits are one without its zero.
_BIJ_WOORD = r"(?<![\w+])(?<![0-9+][-.,/ ])[0-9](?:[ .-]?[0-9]){7,8}(?!\w|[-.,/ ]?[0-9])"
_DATUM = r"[0-9]{1,2}([-/. ])[0-9]{1,2}\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_VOOR_BSN, _NA_BSN = 40, 20
# Between the word and the number: another sentence or another kind of number makes it less than certain.
_NIET_ZEKER = r"nummer|[.!?;] "
# What a number of another kind is called, right before it.
_ANDER_NUMMER = (
    r"(?:kvk|handelsregister|rsin|vestiging|factuur|zaak|kenmerk|dossier|order|artikel|btw|\bagb|\bbig\b|isbn|"
    r"polis|€|\beur|\btel|mobiel|\+[0-9]{2}|\b00[0-9]{2})[^0-9]{0,20}\Z"
)

_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
    "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26,
}  # fmt: skip
_IBAN = re.compile(r"[A-Z](?<!\w.)[A-Z][0-9]{2}(?:[ .-]?[A-Za-z0-9]){11,27}")
_KLEINE_IBAN = r"nl(?<!\w..)[0-9]{2}(?:[ .-]?[A-Za-z0-9]){14}"

_KENTEKEN = re.compile(r"[A-Z0-9](?<![\w-].)[A-Z0-9]{0,2}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3}(?![\w-])")
_BIJ_KENTEKEN = r"(?<![\w-])[A-Za-z0-9]{1,3}([ -]?)[A-Za-z0-9]{2,3}\1[A-Za-z0-9]{1,3}(?![\w-])"
_KENTEKEN_WOORD = r"kenteken|nummerbord|nummerplaat|\bauto\b|\bbus(?:je)?\b|voertuig|bestelwagen|scooter"
_KENTEKEN_WOORDEN = ("kenteken", "nummerbord", "nummerplaat")
_VOOR_KENTEKEN, _NA_KENTEKEN = 40, 20
# Vowels, C and Q do not stand on plates of these forms; on the oldest forms any letter does.
_KENTEKEN_LETTERS = frozenset("BDFGHJKLMNPRSTVWXZ")
_VORMEN = frozenset((
    "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X",
    "X-99-XXX", "9-XX-999", "999-XX-9",
))  # fmt: skip
_OUDE_VORMEN = frozenset({"XX-99-99", "99-99-XX", "99-XX-99"})
_AANEEN = frozenset(vorm.replace("-", "") for vorm in _VORMEN | _OUDE_VORMEN)


def is_bsn(cijfers: str) -> bool:
    """Whether nine digits (or eight: a BSN without its zero) pass the 11-proef."""
    getallen = [int(cijfer) for cijfer in cijfers.zfill(_BSN_LENGTH)]
    if len(getallen) != _BSN_LENGTH or not any(getallen):
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(getal * gewicht for getal, gewicht in zip(getallen, gewichten, strict=True)) % 11 == 0


def is_iban(letters: str) -> bool:
    """Whether the letters and digits of an IBAN have the length of their country and pass mod 97."""
    if len(letters) != _IBAN_LENGTHS.get(letters[:2]) or not letters[2:4].isdecimal():
        return False
    return int("".join(str(int(teken, 36)) for teken in letters[4:] + letters[:4])) % 97 == 1


def find_bsn(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each BSN; it is ``zeker`` when it passes the 11-proef and is called a BSN.

    Without the word only nine digits that pass count; right behind the word also those that do not,
    for a BSN with a typing error still points at somebody.
    """
    vondsten = {}
    for match in _BSN.finditer(zoek.tekst):
        if is_bsn(_digits(match[0])):
            genoemd = _is_achteraf_genoemd(zoek, match.end())
            if genoemd or not _is_ander_nummer(zoek, match.start()):
                vondsten[match.start()] = Vondst(match.start(), match.end(), genoemd)
    if any(woord in zoek.klein for woord in _BSN_WOORDEN):
        for vondst in _find_genoemde_bsn(zoek):
            if vondst.zeker or vondst.start not in vondsten:
                vondsten[vondst.start] = vondst
    yield from sorted(vondsten.values())


def find_iban(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each IBAN that passes mod 97 and has the length of its country."""
    for match in (*_IBAN.finditer(zoek.tekst), *re.finditer(_KLEINE_IBAN, zoek.tekst)):
        lengte = _IBAN_LENGTHS.get(match[0][:2].upper(), 0)
        eind = _end_of(match[0], lengte)
        letters = "".join(teken for teken in match[0][:eind].upper() if teken.isalnum())
        if is_iban(letters) and not zoek.after(match.start() + eind, 1).isalnum():
            yield Vondst(match.start(), match.start() + eind)


def find_kentekens(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each Dutch number plate: with its hyphens, or behind the word kenteken in any writing."""
    vondsten = {}
    for match in _KENTEKEN.finditer(zoek.tekst):
        if _is_kenteken(zoek, match):
            vondsten[match.start()] = Vondst(*match.span())
    if any(woord in zoek.klein for woord in _KENTEKEN_WOORDEN):
        for woord in re.finditer("|".join(_KENTEKEN_WOORDEN), zoek.tekst, re.IGNORECASE):
            for match in re.finditer(_BIJ_KENTEKEN, zoek.after(woord.end(), _VOOR_KENTEKEN)):
                if _shape(match[0].upper()).replace("-", "").replace(" ", "") in _AANEEN:
                    start = woord.end() + match.start()
                    vondsten.setdefault(start, Vondst(start, woord.end() + match.end()))
    yield from sorted(vondsten.values())


def _find_genoemde_bsn(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield the numbers behind the word BSN that only the word makes one."""
    for woord in re.finditer(_BSN_WOORD, zoek.tekst, re.IGNORECASE):
        venster = zoek.after(woord.end(), _VOOR_BSN)
        for match in re.finditer(_BIJ_WOORD, venster):
            cijfers = _digits(match[0])
            tussen = venster[: match.start()]
            if re.search(_DATUM, match[0]) or re.search(_ANDER_NUMMER, tussen, re.IGNORECASE):
                continue
            if len(cijfers) < _BSN_LENGTH and not match[0].isdecimal():
                continue
            zeker = is_bsn(cijfers) and not re.search(_NIET_ZEKER, tussen, re.IGNORECASE)
            if zeker or not re.search(r"[\w.]{3}", tussen):
                yield Vondst(woord.end() + match.start(), woord.end() + match.end(), zeker)


def _is_achteraf_genoemd(zoek: Zoektekst, einde: int) -> bool:
    """Whether the word BSN follows: "111222333 (BSN)"."""
    erachter = zoek.after(einde, _NA_BSN)
    woord = re.search(_BSN_WOORD, erachter, re.IGNORECASE)
    return woord is not None and not re.search(_NIET_ZEKER, erachter[: woord.start()], re.IGNORECASE)


def _is_ander_nummer(zoek: Zoektekst, start: int) -> bool:
    return re.search(_ANDER_NUMMER, zoek.before(start, _VOOR_BSN), re.IGNORECASE) is not None


def _is_kenteken(zoek: Zoektekst, match: re.Match[str]) -> bool:
    vorm = _shape(match[0])
    if vorm in _VORMEN:
        return _KENTEKEN_LETTERS.issuperset(teken for teken in match[0] if teken.isalpha())
    if vorm not in _OUDE_VORMEN:
        return False
    rondom = f"{zoek.before(match.start(), _VOOR_KENTEKEN)} {zoek.after(match.end(), _NA_KENTEKEN)}"
    return re.search(_KENTEKEN_WOORD, rondom, re.IGNORECASE) is not None


def _shape(tekst: str) -> str:
    return "".join("9" if teken.isdecimal() else "X" if teken.isalpha() else teken for teken in tekst)


def _digits(tekst: str) -> str:
    return "".join(teken for teken in tekst if teken.isdecimal())


def _end_of(tekst: str, lengte: int) -> int:
    """Return where the first ``lengte`` letters and digits of ``tekst`` end."""
    geteld = 0
    for index, teken in enumerate(tekst):
        geteld += teken.isalnum()
        if geteld == lengte:
            return index + 1
    return len(tekst)
