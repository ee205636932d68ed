"""Contactgegevens: a telephone number, an e-mail address and the address of a house in a text."""

import re
import string
from collections.abc import Iterable, Iterator

from toezicht_cli.analysis.zoektekst import Vondst, Zoektekst

# A number of the Netherlands has nine digits behind its 0 or its 31.
_NEDERLANDS = re.compile(
    r"[0+](?<!\w.)(?<![0-9][-.,/].)(?:(?:(?<=\+)31|(?<=0)031)[ .-]?(?:\(0\)[ .-]?)?|(?<=0))"
    r"[1-9](?:[ .()/-]{0,3}[0-9]){8}(?![0-9]|[.,:-][0-9])"
)
_BUITENLANDS = r"\+(?!31)[1-9][0-9]{0,2}(?:[ .()-]{0,2}[0-9]){7,12}(?![0-9])"
_DATUM = r"(?<![0-9])[0-9]{1,2}([-. ])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9])"
_MOBIEL = ("061", "062", "063", "064", "065", "068")
_NETNUMMERS = frozenset((
    "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043",
    "045", "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077",
    "078", "079", "084", "085", "087", "097",
))  # fmt: skip
_MOBIEL_LENGTH, _NETNUMMER_LENGTH, _HEEL_LENGTH = 2, 3, 10
# Numbers of firms and services, and what is no number at all.
_VAN_NIEMAND = ("088", "090", "080", "014", "060", "066", "067", "069")
_BELLEN = r"\b(?:tel|telefoon|telefoonn\w{1,8}|bel|belt|bellen|mobiel|mob|06-n\w{1,8})\b[^0-9]{0,25}\Z"
_IN_IBAN = r"[A-Z]{2}[0-9]{2}[ .-]?[A-Z]{4}[ .-]?\Z"
_VOOR_NUMMER = 40

_DOMEIN = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![\w-])")
_LOKAAL = string.ascii_letters + string.digits + "._%+-'"
_LOKAAL_LENGTH = 64
_BESTAND = r"(?i:\.(?:ya?ml|md|pdf|docx?|odt|xlsx?|txt|csv|json))\Z"
# A mailbox of an organisation and of no person.
_FUNCTIE = (
    r"(?:info|contact|post|postbus|mail|algemeen|secretariaat|receptie|\w{0,12}administratie|kantoor|helpdesk|"
    r"service|servicedesk|no-?reply|klacht\w{0,20}|melding\w{0,20}|meldpunt\w{0,20}|toezicht\w{0,20}|"
    r"wmo\W?toezicht\w{0,20}|privacy|avg|fg|kwaliteit|communicatie|pers)(?:[._-][a-z]{1,24})?\Z"
)

# Sure of the street: "hof", "pad" and "park" are as often the name of a location.
_STRAAT = (
    "straat", "straatweg", "laan", "weg", "plein", "gracht", "kade", "dijk", "singel", "plantsoen",
    "dreef", "steeg",
)  # fmt: skip
_GEEN_STRAAT = frozenset((
    "onderweg", "snelweg", "leerweg", "uitweg", "omweg", "terugweg", "werkplein", "zorgplein", "leerplein",
    "heenweg", "zorgstraat", "zorgweg",
))  # fmt: skip
_HUISNUMMER = re.compile(
    r"[1-9](?<=[a-z] .)[0-9]{0,3}(?:[ -]?[A-Za-z](?!\w)|-[0-9]{1,4}(?![\w-]))?(?![\w%]|[.,:/][0-9]|-[0-9])"
)
_STRAATNAAM = (
    r"(?:[A-Z][\w'.-]{0,30} (?:(?:[A-Z][\w'.-]{0,30}|van|de|der|den|het|'t|ten|ter) ){0,3})?"
    r"[A-Z][\w'-]{2,40} \Z"
)
_STRAATNAAM_LENGTH = 90
_JAAR = r"(?:19|20)[0-9]{2}\Z"
_GETELD = (
    r" (?:cliënt|client|bewoner|medewerker|dossier|dag|keer|maal|uur|plaats|km|meter|jaar|maand|week|weken|"
    r"appartement|woning|kamer|procent|euro|van de|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)"
)
_EN_POSTCODE = r",? {1,2}[1-9][0-9]{3} ?[A-Z]{2}(?!\w)"
_POSTCODE = re.compile(r"[1-9](?<![\w-].)(?<![0-9][.,/ ].)[0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\w-])")
_EENHEDEN = frozenset((
    "MW", "GB", "MB", "TB", "KB", "KM", "EU", "TV", "ML", "MG", "KG", "CM", "MM", "BV", "NV", "VS",
))  # fmt: skip
_POSTBUS = r"(?i:postbus|antwoordnummer) [0-9]{1,6},? {1,2}\Z"
_HUISNUMMER_ERVOOR = r"[a-z] [1-9][0-9]{0,3} ?[A-Za-z]?,? {1,2}\Z|postcode:? {1,2}\Z"
_VOOR_POSTCODE = 30
_STUK = r"[0-9]+|[^\W\d_]+"


def find_telefoonnummers(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each telephone number that may be somebody's: mobile, of a place, or foreign with a +."""
    for match in _NEDERLANDS.finditer(zoek.tekst):
        if _is_nummer(match[0], zoek.before(match.start(), _VOOR_NUMMER)):
            yield Vondst(*match.span())
    if "+" in zoek.tekst:
        for match in re.finditer(_BUITENLANDS, zoek.tekst):
            if not zoek.before(match.start(), 1).strip(" ([:/"):
                yield Vondst(*match.span())


def find_mailadressen(zoek: Zoektekst) -> Iterator[Vondst]:
    """Yield each e-mail address, but for those of an organisation such as info@."""
    for match in _DOMEIN.finditer(zoek.tekst):
        ervoor = zoek.before(match.start(), _LOKAAL_LENGTH)
        naam = ervoor[len(ervoor.rstrip(_LOKAAL)) :].lstrip("._%+-'")
        if naam and not re.match(_FUNCTIE, naam, re.IGNORECASE) and not re.search(_BESTAND, match[0]):
            yield Vondst(match.start() - len(naam), match.end())


def find_adressen(zoek: Zoektekst, bekend: Iterable[str]) -> Iterator[Vondst]:
    """Yield each street with a house number and each postcode, but for the addresses in ``bekend``."""
    bekende = [f"{_in_stukken(adres)} " for adres in bekend]
    straten = [vondst for match in _HUISNUMMER.finditer(zoek.tekst) if (vondst := _read_adres(zoek, match))]
    einden = {vondst.end for vondst in straten}
    postcodes = [
        Vondst(*match.span())
        for match in _POSTCODE.finditer(zoek.tekst)
        if match.end() not in einden and _is_postcode(zoek, match)
    ]
    for vondst in sorted(straten + postcodes):
        stukken = _in_stukken(zoek.tekst[vondst.start : vondst.end])
        if not any(_is_bekend(stukken, adres) for adres in bekende):
            yield vondst


def _is_nummer(nummer: str, ervoor: str) -> bool:
    cijfers = "".join(teken for teken in nummer if teken.isdecimal())
    internationaal = cijfers.startswith(("31", "0031"))
    nationaal = f"0{cijfers[-9:]}"
    if nationaal.startswith(_VAN_NIEMAND) or re.search(_DATUM, nummer) or re.search(_IN_IBAN, ervoor):
        return False
    groepen = re.findall(r"[0-9]+", nummer)
    if internationaal:
        return True
    if ("." in nummer and ("-" in nummer or " " in nummer)) or "/" in nummer.replace("06/", "", 1):
        return False  # 09.00-12.30 12, or 06-1/12-2
    return _is_begin(groepen[0], nationaal, ervoor) and all(len(groep) > 1 for groep in groepen[1:])


def _is_begin(groep: str, nationaal: str, ervoor: str) -> bool:
    """Whether the first group of digits is what a Dutch number begins with."""
    if len(groep) == _MOBIEL_LENGTH:
        return nationaal.startswith(_MOBIEL)
    if len(groep) == _NETNUMMER_LENGTH:
        return groep in _NETNUMMERS or nationaal.startswith(_MOBIEL)
    if len(groep) < _HEEL_LENGTH or nationaal.startswith(_MOBIEL) or nationaal[:3] in _NETNUMMERS:
        return True
    return re.search(_BELLEN, ervoor, re.IGNORECASE) is not None


def _read_adres(zoek: Zoektekst, match: re.Match[str]) -> Vondst | None:
    """Return the address that a number ends, with the postcode behind it, or None."""
    ervoor = zoek.before(match.start(), _STRAATNAAM_LENGTH)
    woord = ervoor.rstrip().rpartition(" ")[2]
    if not woord.lower().endswith(_STRAAT) or re.match(_JAAR, match[0]):
        return None
    naam = re.search(_STRAATNAAM, ervoor)
    if naam is None or woord.lower() in _GEEN_STRAAT or re.match(_GETELD, zoek.after(match.end(), 15)):
        return None
    if woord.lower() in _STRAAT and not naam[0].removesuffix(f"{woord} ").lower().strip().removeprefix("de"):
        return None  # "De Weg 3" and "Laan 3" name no street
    postcode = re.match(_EN_POSTCODE, zoek.after(match.end(), 12))
    return Vondst(match.start() - len(naam[0]), match.end() + (postcode.end() if postcode else 0))


def _is_postcode(zoek: Zoektekst, match: re.Match[str]) -> bool:
    ervoor = zoek.before(match.start(), _VOOR_POSTCODE)
    if re.search(_POSTBUS, ervoor):
        return False
    if re.search(_HUISNUMMER_ERVOOR, ervoor):
        return True
    return match[0][-2:] not in _EENHEDEN and not re.match(_JAAR, match[0][:4])


def _is_bekend(stukken: str, adres: str) -> bool:
    """Whether an address is the known one, or ends with its beginning: "In Molenstraat 12"."""
    woorden = stukken.split()
    eindes = (" ".join(woorden[begin:]) for begin in range(len(woorden) - 1))
    return f" {stukken} " in f" {adres}" or any(adres.startswith(f"{einde} ") for einde in eindes)


def _in_stukken(tekst: str) -> str:
    """Return the words and numbers of an address, so that 1234AB and 1234 AB are one."""
    return " ".join(re.findall(_STUK, tekst.casefold()))
