"""Rapportdelen: what stands around a line of a report: its heading, the norm at hand, the list it is in.

A norm is at hand after a heading that names it. "Norm 1.2" is sure; "1.2 …" may be a chapter just as well,
so there the heading must share a telling word with the norm in the kader. In doubt no norm is at hand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.zinsdelen import split_zinnen
from toezicht_cli.models.kader import Norm, Toetsingskader
from toezicht_cli.models.rapporttekst import Rapportregel

_NORMKOP = re.compile(
    r"(?:norm|eis|kwaliteitseis)\s+([^\W_]+(?:[.-][^\W_]+)*)(?:[.:]?\s|[:–-]|$)", re.IGNORECASE
)
_NUMMERKOP = re.compile(r"([^\W_]{1,4}(?:[.-][^\W_]{1,4}){0,4})[.:]?\s+(\S.*)", re.DOTALL)
_HOOFDSTUK = re.compile(
    r"(?:hoofdstuk|thema|bijlage|deel)\s|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.:]?\s", re.IGNORECASE
)
# Headings that stand within the part about one norm, and those that end it where levels are unknown.
_SLOT = re.compile(
    r"samenvatting|conclusies|advies|vervolg|bijlage|bronnen|eindoordeel|totaal|colofon|inleiding|reactie"
    r"|zienswijze|wederhoor|begrippen|leeswijzer|overzicht|hoofdstuk",
    re.IGNORECASE,
)
_WOORD = re.compile(r"[^\W\d_]{5,40}")
_STAM = 6
# Words of nearly every norm: in a short heading they tell nothing.
_ALGEMEEN = frozenset(
    ("client", "aanbie", "onders", "profes", "organi", "zorgaa", "begele", "medewe", "kwalit", "toezic")
)
_KORTE_KOP = 5
# Of a long list or table: its begin, and what stands right above a line.
_MAX_AANLOOP = 5
# Nobody writes this; reading it costs the square of its length.
_MAX_ALINEA = 10_000


class Passage(NamedTuple):
    """A line of a report with what stands around it.

    ``koppen`` are the headings above it, the nearest last; ``norm`` is the id of the norm at hand.
    ``aanloop`` is what the line depends on: the sentence above a list with the items before it, or
    the line above a table with the head of that.
    """

    regel: Rapportregel
    koppen: tuple[str, ...]
    norm: str | None
    normkop: str
    aanloop: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """Return the text of the line."""
        return self.regel.tekst

    @property
    def kop(self) -> str:
        """Return the nearest heading, empty when there is none."""
        return self.koppen[-1] if self.koppen else ""

    @property
    def in_verband(self) -> str:
        """Return the text after its heading and what it depends on, as one text with an item per line."""
        if self.regel.soort == "kop" or self.kop == self.tekst:
            return self.tekst
        if self.regel.soort != "punt":
            return f"{self.kop}\n\n{self.tekst}"
        items = "\n- ".join((*self.aanloop, self.tekst))
        return f"{self.kop}\n\n{items}"

    @property
    def is_andere_tijd(self) -> bool:
        """Whether the heading or what stands right before it speaks of another moment."""
        before = self.aanloop if self.regel.soort in {"punt", "rij"} else ()
        context = "\n\n".join((*self.koppen[-2:], *before))
        return any(zin.is_andere_tijd for zin in split_zinnen(context))

    def nummer_of(self, woorden: Sequence[str]) -> int | None:
        """Return the number of the line where ``woorden`` begin, None where a file has no lines."""
        nummers = self.regel.nummers
        if not nummers:
            return None
        pattern = r"[\W_]{1,20}".join(re.escape(woord) for woord in woorden[:4])
        match = re.search(pattern, self.tekst, re.IGNORECASE) if pattern else None
        index = self.tekst.count("\n", 0, match.start()) if match else 0
        return nummers[min(index, len(nummers) - 1)]


def walk_passages(regels: Iterable[Rapportregel], kader: Toetsingskader) -> Iterator[Passage]:
    """Yield every line of a report with what stands around it; a heading comes as a line under itself.

    For in a PDF a short line without a full stop looks like a heading: "Vastgesteld op 3 maart 2026".
    """
    stand = _Stand(kader)
    for regel in regels:
        if len(regel.tekst) > _MAX_ALINEA:
            continue
        is_kop = stand.begin(regel)
        yield Passage(
            regel, tuple(kop.tekst for kop in stand.koppen), stand.norm, stand.normkop, tuple(stand.aanloop)
        )
        if not is_kop:
            stand.follow(regel)


class _Stand:
    """What was seen so far while walking through a report."""

    def __init__(self, kader: Toetsingskader) -> None:
        self.norm: str | None = None
        self.normkop = ""
        self.koppen: list[Rapportregel] = []
        self.aanloop: list[str] = []
        self._niveau = 0
        self._woorden = {norm.id.casefold(): (norm.id, stems_of_norm(norm)) for norm in kader.normen}

    def begin(self, regel: Rapportregel) -> bool:
        """Take a line as a heading, and say whether it is one."""
        norm = self._read_normkop(regel) if regel.soort != "rij" else None
        if norm is None and regel.soort != "kop":
            return False
        if norm is not None:
            self.norm, self.normkop, self._niveau = norm, regel.tekst, regel.niveau
        elif self._ends_norm(regel):
            self.norm, self.normkop = None, ""
        deeper = [kop for kop in self.koppen if regel.niveau and 0 < kop.niveau < regel.niveau]
        self.koppen = [*deeper, regel]
        self.aanloop = []
        return True

    def follow(self, regel: Rapportregel) -> None:
        """Remember what the next line may depend on."""
        if regel.soort in {"rij", "punt"}:
            self.aanloop = [*self.aanloop[:1], *self.aanloop[1:][-_MAX_AANLOOP:], regel.tekst]
        else:
            self.aanloop = [regel.tekst]

    def _ends_norm(self, regel: Rapportregel) -> bool:
        if regel.niveau and self._niveau:
            return regel.niveau <= self._niveau
        return bool(_HOOFDSTUK.match(regel.tekst) or _SLOT.search(regel.tekst))

    def _read_normkop(self, regel: Rapportregel) -> str | None:
        """Return the id of the norm that a heading opens; a full sentence is a heading when it has an id."""
        if match := _NORMKOP.match(regel.tekst):
            if regel.soort != "kop" and match[0].strip().casefold() != regel.tekst.strip().casefold():
                return None  # "Norm 1.2 gaat over het plan." is a sentence
            return self._woorden.get(match[1].casefold(), (None, frozenset[str]()))[0]
        match = _NUMMERKOP.match(regel.tekst)
        if not match or match[1].casefold() not in self._woorden:
            return None
        norm, known = self._woorden[match[1].casefold()]
        found = stems(match[2])
        if len(match[2].split()) <= _KORTE_KOP and not match[2].endswith("."):
            found -= _ALGEMEEN
        return norm if found & known else None


def stems_of_norm(norm: Norm) -> frozenset[str]:
    """Return the stems of all words by which the kader describes a norm."""
    teksten = [norm.titel, norm.omschrijving, norm.tekst_officieel or ""]
    teksten += [criterium.tekst for criterium in norm.walk_criteria()]
    return stems(" ".join(teksten))


def stems(tekst: str) -> frozenset[str]:
    """Return the first letters of the longer words, without accents: ``client`` for cliënten."""
    letters = unicodedata.normalize("NFKD", tekst.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return frozenset(woord[:_STAM] for woord in _WOORD.findall(plain))
