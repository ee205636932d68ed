"""Uitspraken: what a text says in words about oordelen.

A clause counts only when every word in it is known: the verb and the degrees of the schaal, a
number of normen, the name of the aanbieder, and a short list of words that change nothing. So
"voldoet op dit punt niet" and "voldoet niet alleen aan de norm" say nothing here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toezicht_cli.analysis.normaantal import (
    ENKELVOUD,
    NORMWOORDEN,
    Aantal,
    read_aantal,
    read_totaal,
    skip_normen,
)
from toezicht_cli.analysis.zinnen import split_zin
from toezicht_cli.analysis.zinsdelen import Zin, split_woorden
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Schaal

# A wish, a condition or a question says nothing about what is.
_GEEN_BEWERING = frozenset(
    {
        *("moet", "moeten", "moest", "zou", "zouden", "kan", "kunnen", "wil", "willen", "zal", "zullen"),
        *("als", "indien", "wanneer", "zodra", "tenzij", "mits", "om", "te", "pas", "of", "waarom", "hoe"),
        *("gaat", "gaan", "waarvan", "waaronder"),
    }
)
# Words that do not change what a clause says.
_VULWOORDEN = frozenset(
    {
        *("er", "nu", "dus", "ook", "daarmee", "hiermee", "nog", "verder", "daarnaast", "echter", "toch"),
        *("de", "het", "een", "deze", "dat", "daarom", "daarvan", "hiervan", "in", "totaal", "samen", "op"),
        *("moment", "dit", "momenteel", "volgens", "ons", "wij", "we", "zij", "hij", "ze", "zo", "wel"),
        *("aanbieder", "organisatie", "stichting", "toezichthouder", "is", "zijn", "wordt", "worden"),
        *("werd", "werden", "heeft", "hebben", "vindt", "vinden", "concludeert", "concluderen"),
    }
)
# The forms of a verb as a kader writes it; of any other verb only the form of the kader counts.
_VORMEN = {
    "voldoet": ("voldoet", "voldoen", "voldeed", "voldeden", "voldaan"),
    "scoort": ("scoort", "scoren", "scoorde", "scoorden", "gescoord"),
}


class Taal(NamedTuple):
    """The words of a schaal: the verb, the preposition, and the categorie by its words of degree."""

    werkwoorden: frozenset[str]
    voorzetsel: str
    categorie_by_graad: Mapping[tuple[str, ...], str]
    namen: frozenset[str]

    @property
    def graden(self) -> frozenset[str]:
        """Return every word of degree."""
        return frozenset(word for graad in self.categorie_by_graad for word in graad)


class Uitspraak(NamedTuple):
    """A clause that says which categorie a number of normen got."""

    categorie: str
    aantal: Aantal
    tekst: str


@dataclass(slots=True)
class _Clause:
    """The words of a clause in lower case, and the indexes of those that were understood."""

    woorden: tuple[str, ...]
    begrepen: set[int]

    def take(self, words: Iterable[str]) -> tuple[str, ...]:
        """Mark the words that stand in ``words`` and return them, in their order."""
        known = frozenset(words)
        found = [index for index, woord in enumerate(self.woorden) if woord in known]
        self.begrepen.update(found)
        return tuple(self.woorden[index] for index in found)

    def is_understood(self) -> bool:
        """Whether every word was understood or changes nothing."""
        return all(index in self.begrepen or woord in _VULWOORDEN for index, woord in enumerate(self.woorden))


def make_taal(dossier: Dossier) -> Taal | None:
    """Return the words of the schaal; None unless every zin has the same verb and preposition.

    The names of the aanbieder and of its vestigingen may stand as the subject.
    """
    schaal, aanbieder = dossier.kader.schaal, dossier.onderzoek.aanbieder
    zinsdelen = [split_zin(item) for item in schaal.categorieen]
    gezegden = [tuple(zinsdeel.gezegde.casefold().split()) for zinsdeel in zinsdelen if zinsdeel]
    frames = {(words[0], words[-1]) for words in gezegden if len(words) > 1}
    if len(gezegden) != len(zinsdelen) or len(frames) != 1:
        return None
    werkwoord, voorzetsel = frames.pop()
    namen = " ".join([aanbieder.naam, *(vestiging.naam for vestiging in aanbieder.vestigingen)])
    ids = [item.id for item in schaal.categorieen]
    return Taal(
        frozenset(_VORMEN.get(werkwoord, (werkwoord,))),
        voorzetsel,
        {words[1:-1]: item for words, item in zip(gezegden, ids, strict=True)},
        frozenset(split_woorden(namen.casefold())),
    )


def find_aantallen(zin: Zin, taal: Taal) -> Iterator[Uitspraak]:
    """Yield the numbers of normen with a categorie in a sentence: "voldoet niet aan zes normen"."""
    if not _is_bewering(zin) or NORMWOORDEN.isdisjoint(zin.tekst.split()):
        return
    has_verb = False
    for words in zin.clauses:
        clause = _make_clause(words, taal)
        has_verb = bool(clause.take(taal.werkwoorden)) or has_verb
        aantal = _take_aantal(clause, taal)
        graad = clause.take(taal.graden)
        categorie = taal.categorie_by_graad.get(graad)
        has_verb = has_verb and clause.is_understood()  # "aan zes niet" leans on a clause that is understood
        if has_verb and aantal and categorie is not None and not _is_niet_alle(aantal, graad):
            yield Uitspraak(categorie, aantal, " ".join(words))


def find_categorieen(zin: Zin, taal: Taal, norm: str) -> Iterator[Uitspraak]:
    """Yield the categorieen that a sentence gives to the norm at hand: "voldoet niet aan deze norm"."""
    if not _is_bewering(zin):
        return
    for words in zin.clauses:
        clause = _make_clause(words, taal)
        has_verb = bool(clause.take(taal.werkwoorden))
        has_norm = _take_norm(clause, taal, norm)
        categorie = taal.categorie_by_graad.get(clause.take(taal.graden))
        if has_verb and has_norm and categorie is not None and clause.is_understood():
            yield Uitspraak(categorie, Aantal(1), " ".join(words))


def find_label(zin: Zin, schaal: Schaal) -> str | None:
    """Return the categorie of which the label is the whole sentence: "Oordeel: voldoet niet."."""
    return next((item.id for item in schaal.categorieen if item.label.casefold() == zin.tekst), None)


def _is_niet_alle(aantal: Aantal, graad: tuple[str, ...]) -> bool:
    """Whether the text says "niet aan alle normen", which is not "aan alle normen niet"."""
    return aantal.aantal is None and "niet" in graad


def _is_bewering(zin: Zin) -> bool:
    return _GEEN_BEWERING.isdisjoint(zin.tekst.split())


def _make_clause(words: Sequence[str], taal: Taal) -> _Clause:
    clause = _Clause(tuple(woord.casefold() for woord in words), set())
    clause.take(taal.namen)
    return clause


def _take_aantal(clause: _Clause, taal: Taal) -> Aantal | None:
    """Mark and return the one number of normen: after the preposition, or at the start as the subject."""
    totaal, start = _take_totaal(clause)
    found: list[Aantal] = []
    for index, woord in enumerate(clause.woorden):
        is_object = woord == taal.voorzetsel
        if index < start or not (is_object or index == 0):
            continue
        read = read_aantal(clause.woorden, index + is_object)
        if read and (is_object or clause.woorden[read[1] - 1] in NORMWOORDEN):
            found.append(read[0])
            clause.begrepen.update(range(index, read[1]))
    if len(found) != 1:
        return None
    return Aantal(found[0].aantal, found[0].totaal or totaal)


def _take_totaal(clause: _Clause) -> tuple[int | None, int]:
    """Mark ``Van de 18 normen`` at the start of a clause; return 18 and where the words end."""
    totaal, end = read_totaal(clause.woorden, 0)
    after = skip_normen(clause.woorden, end)
    if after == end or not end:
        return None, 0
    clause.begrepen.update(range(after))
    return totaal, after


def _take_norm(clause: _Clause, taal: Taal, norm: str) -> bool:
    """Mark ``aan deze norm`` or ``aan norm 1.2`` for the norm at hand, and say whether it stands there."""
    words = clause.woorden
    for index, woord in enumerate(words):
        article = index + 1 < len(words) and words[index + 1] in {"de", "deze"}
        end = index + 1 + article
        if woord != taal.voorzetsel or end >= len(words) or words[end] not in ENKELVOUD:
            continue
        is_named = words[end + 1 : end + 2] == (norm.casefold(),)
        if article or is_named:
            clause.begrepen.update(range(index, end + 1 + is_named))
            return True
    return False
