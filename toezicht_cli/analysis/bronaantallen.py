"""Bronaantallen: how many people and papers the bronnenlijst holds, against what a text says."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.aantallen_in_tekst import Aantal, find_aantallen
from toezicht_cli.analysis.aantalwoorden import PERSONEN, Telsoort
from toezicht_cli.models.bron import Bron, Bronsoort, Rol

_ROLLEN: dict[Telsoort, Rol] = {
    "clienten": "client",
    "medewerkers": "medewerker",
    "begeleiders": "medewerker",
    "ketenpartners": "ketenpartner",
    "naasten": "naaste",
}
_SOORTEN: dict[Telsoort, tuple[Bronsoort, ...]] = {
    "clientdossiers": ("clientdossier",),
    "personeelsdossiers": ("personeelsdossier",),
    "dossiers": ("clientdossier", "personeelsdossier"),
    "beleidsdocumenten": ("beleidsdocument",),
}
_LABELS: dict[Telsoort, str] = {"clienten": "cliënten", "clientdossiers": "cliëntdossiers"}
# "Management (bestuurder en manager)", "Drie cliënten": one row, and nobody knows how many people.
_MORE_THAN_ONE = re.compile(r" en |[+&/,]|(?:clienten|medewerkers|begeleiders|partners|naasten|groep|team)")

_LETTER = re.compile(r" (?:[a-z]|[0-9]{1,2})\s{0,2}$")
_MIN_FUNCTIE = 5
_MAX_LOS = 10


class Afwijking(NamedTuple):
    """What a text says of one kind, and what the bronnenlijst holds."""

    wat: str
    genoemd: tuple[int, ...]
    geteld: int


def compare_aantallen(tekst: str, bronnen: Sequence[Bron]) -> Iterator[Afwijking]:
    """Yield the kinds of which ``tekst`` gives numbers, where none of them is in the bronnenlijst.

    It is enough when one number of a kind is right, or some of them together: a text may name a
    part after the whole ("vier cliënten, van wie twee jonge cliënten").
    """
    by_soort: dict[tuple[Telsoort, tuple[Telsoort, ...]], list[Aantal]] = {}
    for aantal in find_aantallen(tekst):
        by_soort.setdefault((aantal.soort, aantal.met), []).append(aantal)
    for (soort, met), aantallen in by_soort.items():
        zeker = [aantal.getal for aantal in aantallen if aantal.zeker]
        counts = _counts(soort, met, bronnen, _plain(tekst)) if zeker else ()
        los = [aantal.getal for aantal in aantallen if not aantal.zeker]
        if counts and not set(counts) & {*zeker, *_sums(sum(zeker), los), *_sums(0, los) - {0}}:
            yield Afwijking(_LABELS.get(soort, soort), tuple(dict.fromkeys(zeker)), counts[0])


def _counts(soort: Telsoort, met: Sequence[Telsoort], bronnen: Sequence[Bron], tekst: str) -> tuple[int, ...]:
    """Return the numbers that would be right, the plain one first; none when it is not clear."""
    interviews = [bron for bron in bronnen if bron.soort == "interview"]
    if soort == "interviews":
        return _count_interviews(met, interviews)
    if soort in PERSONEN:
        return _count_personen(soort, interviews, tekst)
    each = [_total(bron for bron in bronnen if bron.soort == bronsoort) for bronsoort in _SOORTEN[soort]]
    return tuple(dict.fromkeys((sum(each), *each)))


def _count_personen(soort: Telsoort, interviews: Sequence[Bron], tekst: str) -> tuple[int, ...]:
    """Return how many people of a kind were interviewed: all, or without those named by function.

    "De bestuurder en vijf medewerkers" are six interviews with medewerkers.
    """
    rows = [bron for bron in interviews if bron.rol == _ROLLEN[soort]]
    if any(bron.rol is None for bron in interviews) or any(_is_group(bron) for bron in rows):
        return ()
    if soort == "begeleiders":
        begeleiders = [bron for bron in rows if "begeleider" in _plain(bron.aanduiding or "")]
        return (_total(begeleiders), _total(rows)) if begeleiders or not rows else ()
    unnamed = [bron for bron in rows if not _is_named(bron, tekst)]
    others = _sums(0, [_total(found) for found in _group_by_functie(rows, tekst).values()])
    counts = (_total(rows), _total(unnamed), *(_total(rows) - number for number in sorted(others)))
    return tuple(dict.fromkeys(number for number in counts if number)) or (0,)


def _count_interviews(met: Sequence[Telsoort], interviews: Sequence[Bron]) -> tuple[int, ...]:
    """Return how many interviews there were: as people and as talks, with those in ``met`` or in all."""
    rollen = {_ROLLEN[soort] for soort in met}
    if met and any(bron.rol is None for bron in interviews):
        return ()
    rows = [bron for bron in interviews if not met or bron.rol in rollen]
    return (len(rows), _total(rows), len(interviews), _total(interviews))


def _total(bronnen: Iterable[Bron]) -> int:
    return sum(bron.stuks for bron in bronnen)


def _group_by_functie(rows: Sequence[Bron], tekst: str) -> dict[str, list[Bron]]:
    """Return the rows whose function the text names: "twee teamleiders" are Teamleider A and B."""
    groups: dict[str, list[Bron]] = {}
    for bron in rows:
        functie = _LETTER.sub("", _plain(bron.aanduiding or "")).strip()
        stam = "directi" if functie.startswith("direct") else functie
        if len(stam) >= _MIN_FUNCTIE and "medewerker" not in stam and stam in tekst:
            groups.setdefault(functie, []).append(bron)
    return groups


def _sums(first: int, others: Sequence[int]) -> frozenset[int]:
    """Return the first number with or without each of the first few others."""
    sums = {first}
    for other in others[:_MAX_LOS]:
        sums |= {number + other for number in sums}
    return frozenset(sums)


def _is_group(bron: Bron) -> bool:
    """Whether a row may stand for several people without saying how many."""
    aanduiding = _plain(bron.aanduiding or "").partition("(")[0]
    return bron.aantal is None and bool(_MORE_THAN_ONE.search(aanduiding))


def _is_named(bron: Bron, tekst: str) -> bool:
    """Whether the text names the function of this bron, such as ``de bestuurder``."""
    aanduiding = _plain(bron.aanduiding or "").strip()
    return bool(aanduiding) and re.search(rf"\b{re.escape(aanduiding)}\b", tekst) is not None


def _plain(tekst: str) -> str:
    letters = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
