"""Telling in woorden: tallies that a text gives in words or digits, held against the oordelen.

Where a text may speak of one thema or one vestiging, a number that is right there is right.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from toezicht_cli.analysis.normaantal import Aantal
from toezicht_cli.analysis.telling import Telling, ZonderOordeel, tally, tally_locaties, tally_themas
from toezicht_cli.analysis.uitspraken import Taal, Uitspraak, find_aantallen, make_taal
from toezicht_cli.analysis.woorden import parse_number
from toezicht_cli.analysis.zinsdelen import Zin, split_zinnen
from toezicht_cli.models.dossier import Dossier

_N = r"(\w{1,30})"
_NORMEN = (
    r"(?:getoetste |onderzochte )?(?:normen|norm|eisen|eis)(?: uit het kader| in het kader| van het kader)?"
)
_HULP = r"(?:zijn|is|werden|werd|hebben wij|hebben we|heeft de toezichthouder)"
_GETOETST = r"(getoetst|onderzocht|beoordeeld|van toepassing)"
_EINDE = r"(?: of niet (?:van toepassing|getoetst|onderzocht|beoordeeld))?(?: ,.{0,200}| en .{0,200})?$"
# "van de 21 normen zijn er 18 getoetst"
_VAN_DE = re.compile(rf"^van de {_N} {_NORMEN} {_HULP} (?:er )?{_N} (niet )?{_GETOETST}{_EINDE}")
# "18 van de 21 normen zijn getoetst", "drie normen zijn niet getoetst", "alle 21 normen zijn getoetst"
_ONDERWERP = re.compile(
    rf"^(?:er {_HULP} |alle )?{_N} (?:van de {_N} )?{_NORMEN} (?:{_HULP} )?(niet )?{_GETOETST}{_EINDE}"
)

# "wij hebben 9 van de 12 normen onderzocht"
_ACTIEF = re.compile(
    rf"^(?:de toezichthouder heeft|wij hebben|we hebben|het toezicht heeft|het wmo-toezicht heeft) "
    rf"{_N} (?:van de {_N} )?{_NORMEN} (niet )?{_GETOETST}{_EINDE}"
)

# "norm 1.1 t/m 1.9: voldoet aan zes normen" counts within that range
_REEKS = re.compile(r"\b(?:normen|norm|eisen|eis) [0-9]\S{0,9} (?:t/m|tot en met) ")
_VERLEDEN = re.compile(r"\b(?:voldeed|voldeden|scoorde|scoorden|werd|werden)\b")
_MIN_THEMAWOORD = 8


class Bereik(NamedTuple):
    """The figures of the whole, or of one thema or vestiging, that a text may speak of.

    ``totalen`` are the normen of the kader, with or without those outside the reikwijdte; ``gelden``
    also leaves out those that do not apply, or not.
    """

    in_kader: int
    getoetst: int
    totalen: frozenset[int]
    gelden: frozenset[int]
    aantal_by_categorie: dict[str, int]
    niet_getoetst: frozenset[int]
    niet_van_toepassing: frozenset[int]


class Tegenspraak(NamedTuple):
    """Words of a text that the oordelen contradict, and what the oordelen say."""

    tekst: str
    telling: str


class Vergelijking(NamedTuple):
    """What a text is held against: the whole first, then the themas and the vestigingen."""

    geheel: Bereik
    themas: tuple[Bereik, ...]
    locaties: tuple[Bereik, ...]
    themawoorden: frozenset[str]
    taal: Taal | None
    is_hertoets: bool

    def for_zin(self, zin: Zin) -> tuple[Bereik, ...]:
        """Return what a sentence may speak of, the whole first."""
        themas = self.themas if _mentions(zin.alinea, self.themawoorden) else ()
        return (self.geheel, *themas, *self.locaties)


def make_vergelijking(dossier: Dossier) -> Vergelijking:
    """Return the figures of a dossier; raise TellingError as ``tally`` does."""
    telling = tally(dossier)
    locaties = tally_locaties(dossier)
    themas = [item for _, item in tally_themas(dossier)]
    themas += [item for locatie in locaties for _, item in locatie.themas]
    apart = [_bereik(locatie.telling) for locatie in locaties]
    return Vergelijking(
        _bereik(telling),
        tuple(_bereik(item) for item in themas),
        (*apart, _bereik(telling, per_norm=True)) if locaties else (),
        frozenset({"thema", *(naam for thema in dossier.kader.themas for naam in _themanamen(thema.titel))}),
        make_taal(dossier),
        dossier.onderzoek.hertoets_van is not None,
    )


def find_tegenspraken(tekst: str, vergelijking: Vergelijking) -> Iterator[Tegenspraak]:
    """Yield every tally in a text that holds for nothing that the text may speak of."""
    for zin in split_zinnen(tekst):
        if zin.is_andere_tijd or _REEKS.search(zin.alinea):
            continue
        if vergelijking.is_hertoets and _VERLEDEN.search(zin.tekst):
            continue
        yield from _compare_getoetst(zin, vergelijking)
        for uitspraak in find_aantallen(zin, vergelijking.taal) if vergelijking.taal else ():
            bereiken = vergelijking.for_zin(zin)
            if not any(_holds(uitspraak, bereik) for bereik in bereiken):
                yield Tegenspraak(uitspraak.tekst, _say_categorie(uitspraak, vergelijking))


def _themanamen(titel: str) -> Iterator[str]:
    """Yield the title, and its first word where that is a name: "Veiligheid van de cliënt"."""
    yield titel.casefold()
    first = titel.casefold().split(" ")[0]
    if len(first) >= _MIN_THEMAWOORD:
        yield first


@lru_cache(maxsize=1)
def _mentions(alinea: str, woorden: frozenset[str]) -> bool:
    """Whether a paragraph holds one of the words; kept, for all its sentences ask it."""
    return any(woord in alinea for woord in woorden)


def _holds(uitspraak: Uitspraak, bereik: Bereik) -> bool:
    aantal = uitspraak.aantal
    if aantal.totaal is not None and aantal.totaal not in {bereik.getoetst, *bereik.gelden}:
        return False
    expected = bereik.getoetst if aantal.aantal is None else aantal.aantal
    return bereik.aantal_by_categorie[uitspraak.categorie] == expected


def _say_categorie(uitspraak: Uitspraak, vergelijking: Vergelijking) -> str:
    geheel = vergelijking.geheel
    number = geheel.aantal_by_categorie[uitspraak.categorie]
    return f"{number} van de {geheel.getoetst} met oordeel {uitspraak.categorie}"


def _compare_getoetst(zin: Zin, vergelijking: Vergelijking) -> Iterator[Tegenspraak]:
    """Yield "16 van de 21 normen zijn getoetst" where the oordelen say otherwise."""
    found = _read_getoetst(zin)
    if found is None:
        return
    aantal, woord = found
    if not any(_holds_getoetst(aantal, woord, bereik) for bereik in vergelijking.for_zin(zin)):
        geheel = vergelijking.geheel
        yield Tegenspraak(" ".join(zin.woorden), f"{geheel.getoetst} van de {geheel.in_kader} getoetst")


def _read_getoetst(zin: Zin) -> tuple[Aantal, str] | None:
    """Return the number and one of "getoetst", "niet getoetst" and "niet van toepassing"."""
    if match := _VAN_DE.match(zin.tekst):
        totaal, aantal, niet, woord = match.groups()
    elif match := _ONDERWERP.match(zin.tekst) or _ACTIEF.match(zin.tekst):
        aantal, totaal, niet, woord = match.groups()
    else:
        return None
    number = None if aantal == "een" else parse_number(aantal)
    if number is None or (woord == "van toepassing" and not niet):
        return None
    what = "getoetst" if not niet else ("niet van toepassing" if "toepassing" in woord else "niet getoetst")
    return Aantal(number, parse_number(totaal) if totaal else None), what


def _holds_getoetst(aantal: Aantal, woord: str, bereik: Bereik) -> bool:
    if aantal.totaal is not None and aantal.totaal not in bereik.totalen:
        return False
    if woord == "getoetst":
        return aantal.aantal == bereik.getoetst
    allowed = bereik.niet_getoetst if woord == "niet getoetst" else bereik.niet_van_toepassing
    return aantal.aantal in allowed


def _bereik(telling: Telling, *, per_norm: bool = False) -> Bereik:
    """Return the figures of a tally; ``per_norm`` counts a norm once, on however many vestigingen."""

    def count(sleutels: Iterable[str]) -> int:
        return len({sleutel.partition("@")[0] if per_norm else sleutel for sleutel in sleutels})

    by_categorie = {item.categorie.id: item.normen for item in telling.categorieen}
    lists = [tuple(item.norm for item in lijst) for lijst in _statuslijsten(telling)]
    beoordeeld = [sleutel for normen in by_categorie.values() for sleutel in normen]
    without = [count(lijst) for lijst in (*lists, telling.nog_open)]
    _, niet_van_toepassing, _, _, buiten_reikwijdte, _ = without
    in_kader = count([*beoordeeld, *(sleutel for lijst in (*lists, telling.nog_open) for sleutel in lijst)])
    return Bereik(
        in_kader,
        count(beoordeeld),
        frozenset({in_kader, in_kader - buiten_reikwijdte}),
        frozenset(in_kader - weg for weg in _sums(0, [niet_van_toepassing, buiten_reikwijdte])),
        {categorie: count(normen) for categorie, normen in by_categorie.items()},
        _sums(0, without) - ({0} if any(without) else set()),
        _sums(niet_van_toepassing, [*without[:1], *without[2:]]),
    )


def _statuslijsten(telling: Telling) -> tuple[tuple[ZonderOordeel, ...], ...]:
    return (
        telling.niet_getoetst,
        telling.niet_van_toepassing,
        telling.eerder_getoetst,
        telling.meegewogen,
        telling.buiten_reikwijdte,
    )


def _sums(first: int, others: Iterable[int]) -> frozenset[int]:
    """Return what a text may count together: the first number, with or without any of the others."""
    sums = {first}
    for other in others:
        sums |= {number + other for number in sums}
    return frozenset(sums)
