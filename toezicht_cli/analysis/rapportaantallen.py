"""Rapportaantallen: how many bronnen and points a report says there are, against the data."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.bronaantallen import compare_aantallen
from toezicht_cli.analysis.rapportdelen import Passage
from toezicht_cli.analysis.woorden import join_words, number_word, parse_number
from toezicht_cli.analysis.zinsdelen import split_zinnen
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Puntsoort

_WERKWIJZE = re.compile(
    r"werkwijze|onderzoeksmethode|onderzoeksopzet|aanpak van het onderzoek", re.IGNORECASE
)
_SOORT_BY_WOORD: dict[str, Puntsoort] = {
    "verbeterpunt": "verbeterpunt",
    "verbeterpunten": "verbeterpunt",
    "vereiste aanpassing": "vereiste-aanpassing",
    "vereiste aanpassingen": "vereiste-aanpassing",
}
_PUNTEN = r"(verbeterpunten|verbeterpunt|vereiste aanpassingen|vereiste aanpassing)"
# Only whole sentences: "van de 29 opgestelde verbeterpunten" is about the plan of the aanbieder.
_ZINNEN = (
    re.compile(
        rf"^(?:de toezichthouder|wij|we|dit rapport|het rapport)"
        rf" (?:formuleert|geeft|noemt|bevat|telt|formuleren|geven|noemen)"
        rf" (?:in totaal )?(\w{{1,30}}) {_PUNTEN}(?: en (\w{{1,30}}) {_PUNTEN})?$"
    ),
    re.compile(
        rf"^.{{1,100}} moet (\w{{1,30}}) {_PUNTEN}(?: en (\w{{1,30}}) {_PUNTEN})? (?:opvolgen|uitvoeren)$"
    ),
    re.compile(
        rf"^(?:er (?:zijn|is) )?(?:in totaal )?(\w{{1,30}}) {_PUNTEN}(?: en (\w{{1,30}}) {_PUNTEN})?"
        r"(?: (?:geformuleerd|opgenomen in dit rapport|in dit rapport))?$"
    ),
)


class Afwijking(NamedTuple):
    """What a report counts, what the data count, and where it stands."""

    tekst: str
    gegevens: str
    passage: Passage


def find_bronaantallen(passages: Sequence[Passage], dossier: Dossier) -> Iterator[Afwijking]:
    """Yield the numbers of bronnen under the heading werkwijze that the bronnenlijst does not bear out."""
    part = [passage for passage in passages if any(_WERKWIJZE.search(kop) for kop in passage.koppen[-2:])]
    part = [passage for passage in part if not passage.is_andere_tijd and passage.regel.soort != "rij"]
    if not part or not dossier.onderzoek.is_vanaf_concept:
        return
    tekst = "\n\n".join(f"- {item.tekst}" if item.regel.soort == "punt" else item.tekst for item in part)
    bronnen = [bron.value for bron in dossier.bronnen]
    for found in compare_aantallen(tekst, bronnen):
        genoemd = join_words([str(getal) for getal in found.genoemd])
        passage = _find(part, found.genoemd[0])
        yield Afwijking(f"{genoemd} {found.wat}", f"de bronnenlijst telt er {found.geteld}", passage)


def find_puntaantallen(passages: Sequence[Passage], dossier: Dossier) -> Iterator[Afwijking]:
    """Yield the sentences that say how many points there are, where the data have another number."""
    if dossier.onderzoek.hertoets_van is not None:
        return
    total = Counter(item.value.soort for item in dossier.verbeterpunten)
    for passage in passages:
        if passage.is_andere_tijd or passage.norm is not None or passage.regel.soort == "rij":
            continue
        for zin in split_zinnen(passage.in_verband):
            said = {} if zin.is_andere_tijd else _read_punten(zin.tekst)
            wrong = [soort for soort, number in said.items() if number not in _allowed(soort, dossier, total)]
            if wrong and zin.tekst in " ".join(passage.tekst.split()).casefold():
                counted = join_words([f"{total[soort]} met soort {soort}" for soort in wrong])
                yield Afwijking(zin.tekst, f"verbeterpunten.yaml telt er {counted}", passage)


def _read_punten(tekst: str) -> dict[Puntsoort, int]:
    """Return the numbers per soort in a sentence that is about nothing else."""
    match = next((match for pattern in _ZINNEN if (match := pattern.match(tekst))), None)
    if match is None:
        return {}
    first, soort, second, other = match.groups()
    pairs = [(soort, first), (other, second)] if other else [(soort, first)]
    numbers = {_SOORT_BY_WOORD[woord]: parse_number(number) for woord, number in pairs}
    return {soort: number for soort, number in numbers.items() if number is not None and number > 1}


def _allowed(soort: Puntsoort, dossier: Dossier, total: Counter[Puntsoort]) -> frozenset[int]:
    """Return the numbers that are right: of all points, or of those of one thema."""
    norm_ids = [{norm.id for norm in thema.normen} for thema in dossier.kader.themas]
    points = [item.value for item in dossier.verbeterpunten if item.value.soort == soort]
    per_thema = {sum(point.norm in ids for point in points) for ids in norm_ids}
    return frozenset({total[soort], *per_thema})


def _find(passages: Sequence[Passage], getal: int) -> Passage:
    """Return the passage that writes the number, else the first."""
    pattern = re.compile(rf"\b(?:{getal}|{number_word(getal)})\b", re.IGNORECASE)
    return next((item for item in passages if pattern.search(item.tekst)), passages[0])
