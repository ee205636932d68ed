"""Conclusies: the categorieen that a conclusion gives to one norm, in words."""

from collections.abc import Iterator

from toezicht_cli.analysis.normaantal import Aantal
from toezicht_cli.analysis.uitspraken import Taal, Uitspraak, find_categorieen, find_label
from toezicht_cli.analysis.zinsdelen import Zin, split_zinnen
from toezicht_cli.models.kader import Schaal

# "Voldoet aan de norm, op één onderdeel na" is how people say grotendeels.
_BEPERKING = frozenset(
    {
        *("behalve", "uitzondering", "uitgezonderd", "volledig", "helemaal", "geheel"),
        *("onderdelen", "onderdeel", "gedeeltelijk", "kanttekening", "kanttekeningen"),
    }
)


def find_oordelen(tekst: str, norm: str, schaal: Schaal, taal: Taal | None) -> Iterator[Uitspraak]:
    """Yield every categorie that a text gives to ``norm``, with its words.

    A sentence about another moment, and one that takes back a part of what it says, says nothing.
    """
    for zin in split_zinnen(tekst):
        if zin.is_andere_tijd or _is_beperkt(zin):
            continue
        if label := find_label(zin, schaal):
            yield Uitspraak(label, Aantal(1), zin.tekst)
        yield from find_categorieen(zin, taal, norm) if taal else ()


def _is_beperkt(zin: Zin) -> bool:
    """Whether the sentence takes back a part of what it says."""
    words = frozenset(zin.tekst.split())
    return bool(words & _BEPERKING) or zin.tekst.endswith(" na")
