"""Zinnen: the Dutch sentences that the tool writes about oordelen and tallies.

They are plain text: a writer escapes them. Each is built from the ``zin`` of the categorie. In a
kader it is shaped "voldoet grotendeels aan de norm": a verb for the aanbieder, whatever follows, and
at the end "de norm" or "de eis". So "aan de norm" becomes "aan zes normen". With any other shape
the tally names labels: "Op orde: zes normen".
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.telling import Telling
from toezicht_cli.analysis.woorden import join_words, number_word
from toezicht_cli.models.kader import Oordeelscategorie, Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel, Status

MEERVOUD = {"norm": "normen", "eis": "eisen"}
_ZIN = re.compile(r"(.{1,200}) de (norm|eis)")
_LAST_NUMBER = re.compile(r"(.{0,20}?)([0-9]{1,20})", re.ASCII)
_MAX_IN_WORDS = 20
_MIN_REEKS = 3

# How a status stands after "deze norm" and after "drie normen".
_STATUS: dict[Status, tuple[str, str]] = {
    "niet-getoetst": ("is niet getoetst", "zijn niet getoetst"),
    "niet-van-toepassing": ("is niet van toepassing", "zijn niet van toepassing"),
    "eerder-getoetst": ("is eerder getoetst", "zijn eerder getoetst"),
    "meegewogen": ("telt alleen mee in het eindoordeel", "tellen alleen mee in het eindoordeel"),
    "buiten-reikwijdte": ("valt buiten de reikwijdte", "vallen buiten de reikwijdte"),
}


class Zinsdeel(NamedTuple):
    """The ``zin`` of a categorie, cut: "voldoet grotendeels aan" and what is tested, "norm"."""

    gezegde: str
    woord: str


def split_zin(categorie: Oordeelscategorie) -> Zinsdeel | None:
    """Return the parts of the zin of a categorie, or None when it does not end in "de norm"."""
    match = _ZIN.fullmatch(categorie.zin)
    return Zinsdeel(match[1], match[2]) if match else None


def zin_telling(telling: Telling, onderwerp: str) -> str:
    """Return the tally in sentences about ``onderwerp``, the name of the aanbieder or vestiging."""
    woord = _norm_word(item.categorie for item in telling.categorieen)
    sentences = [
        _multiplied(telling, woord),
        _opening(telling, woord),
        _oordelen(telling, onderwerp, woord),
        _unused(telling, woord),
        *_statuses(telling, woord),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def zin_conclusie(normoordeel: Normoordeel, kader: Toetsingskader, naam: str) -> str:
    """Return the conclusion on one norm, for a normoordeel that has none of its own."""
    woord = _norm_word(kader.schaal.categorieen)
    if normoordeel.oordeel:
        categorie = kader.schaal.find(normoordeel.oordeel)
        return f"{naam} {categorie.zin if categorie else f'kreeg het oordeel {normoordeel.oordeel}'}."
    if normoordeel.status:
        reden = " ".join((normoordeel.reden or "").split())
        stop = "" if not reden or reden.endswith((".", "!", "?")) else "."
        return f"Deze {woord} {_STATUS[normoordeel.status][0]}. {_capitalize(reden)}{stop}".rstrip()
    return f"Over deze {woord} is nog geen oordeel gegeven."


def norm_reeks(normen: Iterable[str], kader: Toetsingskader) -> str:
    """Return normen in the order of the kader: ``norm 1.1, 1.3 en 1.6 t/m 1.8``.

    Three or more neighbours become a range. Neighbours stand next to each other in one thema of the
    kader and have no gap in their numbers: 1.9 and 1.10 are, 1.9 and 2.1 or 4.2 and 4.5 are not. A
    norm that the kader lacks stands at the end. Without normen the text is empty.
    """
    wanted = tuple(dict.fromkeys(normen))
    runs: list[list[str]] = []
    for thema in kader.themas:
        previous = None
        for norm in thema.normen:
            if norm.id in wanted:
                if previous is None or _has_gap(previous, norm.id):
                    runs.append([])
                runs[-1].append(norm.id)
            previous = norm.id if norm.id in wanted else None
    unknown = [[norm] for norm in wanted if kader.find_norm(norm) is None]
    parts = [part for run in (*runs, *unknown) for part in _name_run(run)]
    return f"norm {join_words(parts)}" if parts else ""


def _has_gap(first: str, second: str) -> bool:
    """Whether a number is left out between two ids: 4.2 and 4.5. Ids without a number never have a gap."""
    numbers = [_LAST_NUMBER.fullmatch(norm) for norm in (first, second)]
    if not (numbers[0] and numbers[1]) or numbers[0][1] != numbers[1][1]:
        return False
    return int(numbers[1][2]) != int(numbers[0][2]) + 1


def count_words(number: int, one: str, many: str) -> str:
    """Return ``geen enkele norm``, ``één norm``, ``zes normen`` or ``21 normen``."""
    if not number:
        return f"geen enkele {one}"
    return f"{_word(number)} {one if number == 1 else many}"


def _name_run(run: Sequence[str]) -> list[str]:
    return [f"{run[0]} t/m {run[-1]}"] if len(run) >= _MIN_REEKS else list(run)


def _norm_word(categorieen: Iterable[Oordeelscategorie]) -> str:
    """Return what the kader calls a norm, after the zin of its categorieen."""
    found = (split_zin(categorie) for categorie in categorieen)
    return next((zinsdeel.woord for zinsdeel in found if zinsdeel), "norm")


def _word(number: int) -> str:
    if number == 1:
        return "één"
    return number_word(number) if number <= _MAX_IN_WORDS else str(number)


def _multiplied(telling: Telling, woord: str) -> str:
    """Say why there are more normen than in the kader, when they are counted per vestiging."""
    if not telling.vestigingen:
        return ""
    vestigingen = count_words(telling.vestigingen, "vestiging", "vestigingen")
    return f"Elke {woord} telt één keer per vestiging, op {vestigingen}."


def _opening(telling: Telling, woord: str) -> str:
    total, tested = telling.in_kader, telling.getoetst
    if not total:
        return f"Er zijn geen {MEERVOUD[woord]} om te tellen."
    if total == 1:
        return f"Er is één {woord}, en die heeft {'een' if tested else 'geen'} oordeel."
    words = (str(total), str(tested)) if total > _MAX_IN_WORDS else (_word(total), _word(tested))
    if not tested:
        return f"Geen van de {words[0]} {MEERVOUD[woord]} heeft een oordeel."
    if tested == total:
        return f"Alle {words[0]} {MEERVOUD[woord]} zijn getoetst."
    return f"Van de {words[0]} {MEERVOUD[woord]} {'is' if tested == 1 else 'zijn'} er {words[1]} getoetst."


def _oordelen(telling: Telling, onderwerp: str, woord: str) -> str:
    """Return what the oordelen were; a categorie that was not used is left to ``_unused``."""
    used = [item for item in telling.categorieen if item.aantal]
    if not used:
        return ""
    zinsdelen = [split_zin(item.categorie) for item in used]
    parts = [
        f"{zinsdeel.gezegde} {count_words(item.aantal, zinsdeel.woord, MEERVOUD[zinsdeel.woord])}"
        for item, zinsdeel in zip(used, zinsdelen, strict=True)
        if zinsdeel
    ]
    if len(parts) == len(used):
        return f"{onderwerp} {join_words(parts)}."
    labels = [f"{item.categorie.label}: {count_words(item.aantal, woord, MEERVOUD[woord])}" for item in used]
    return f"De oordelen over {onderwerp}: {'; '.join(labels)}."


def _unused(telling: Telling, woord: str) -> str:
    """Name the categorieen that no norm got: "voldoet niet aan geen enkele norm" is a double denial."""
    unused = [f"'{item.categorie.label}'" for item in telling.categorieen if not item.aantal]
    if not unused or not telling.getoetst:
        return ""
    return f"Geen enkele {woord} kreeg het oordeel {join_words(unused, 'of')}."


def _statuses(telling: Telling, woord: str) -> list[str]:
    counts = (
        (len(telling.niet_getoetst), *_STATUS["niet-getoetst"]),
        (len(telling.niet_van_toepassing), *_STATUS["niet-van-toepassing"]),
        (len(telling.eerder_getoetst), *_STATUS["eerder-getoetst"]),
        (len(telling.meegewogen), *_STATUS["meegewogen"]),
        (len(telling.buiten_reikwijdte), *_STATUS["buiten-reikwijdte"]),
        (len(telling.nog_open), "heeft nog geen oordeel", "hebben nog geen oordeel"),
    )
    sentences = [
        f"{count_words(number, woord, MEERVOUD[woord])} {one if number == 1 else many}."
        for number, one, many in counts
        if number
    ]
    return [_capitalize(sentence) for sentence in sentences]


def _capitalize(sentence: str) -> str:
    """Return ``sentence`` with a capital; Dutch writes "Eén", without accent on the capital."""
    first = "E" if sentence.startswith("é") else sentence[:1].upper()
    return f"{first}{sentence[1:]}"
