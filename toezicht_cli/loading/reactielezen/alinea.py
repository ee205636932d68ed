"""Alinea: one paragraph in pieces, each with what happened to it, and the changes that they make."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.models.reactietekst import Plaats, Wijziging

_WAS, _NU = ("", "weg", "van"), ("", "erbij", "naar")
# How many signs of the paragraph are told on each side of a change.
_DICHTBIJ = 100


class Stuk(NamedTuple):
    """Words of a paragraph; ``soort`` is '' or erbij, weg, van, naar, herroepen."""

    soort: str
    tekst: str


class Vak:
    """A paragraph that is being read."""

    def __init__(self) -> None:
        self.stukken: list[Stuk] = []
        self.opmerkingen: list[str] = []
        self.stijl = ""
        self.niveau = 0
        self.is_erbij = False
        self.is_einde_gewijzigd = False

    @property
    def was(self) -> str:
        """Return the words before the changes."""
        return _join(self.stukken, _WAS)

    @property
    def nu(self) -> str:
        """Return the words with the changes accepted."""
        return _join(self.stukken, _NU)


def read_wijzigingen(vak: Vak, plaats: Plaats) -> tuple[list[Wijziging], int]:
    """Return the changes in a paragraph, and how many were about white space only."""
    found = [_read_group(vak.stukken, begin, einde, plaats) for begin, einde in _walk_groups(vak.stukken)]
    changes = [item for item in found if item.weg or item.erbij or item.herroepen]
    return changes, len(found) - len(changes)


def _walk_groups(stukken: list[Stuk]) -> Iterator[tuple[int, int]]:
    """Yield from and until of the pieces next to each other that were changed."""
    begin = None
    for index, stuk in enumerate([*stukken, Stuk("", "")]):
        if stuk.soort and begin is None:
            begin = index
        elif not stuk.soort and begin is not None:
            yield begin, index
            begin = None


def pair_verplaatst(changes: list[Wijziging]) -> list[Wijziging]:
    """Return the changes with both ends of a move as one; a move of which one end is missing stays."""
    gone: dict[str, list[int]] = {}
    for index, item in enumerate(changes):
        if item.is_verplaatst and item.weg and not item.erbij:
            gone.setdefault(item.weg, []).append(index)
    paired: dict[int, int] = {}
    for index, item in enumerate(changes):
        if item.is_verplaatst and item.erbij and not item.weg and gone.get(item.erbij):
            paired[index] = gone[item.erbij].pop(0)
    left_out = set(paired.values())
    return [
        item._replace(weg=item.erbij) if index in paired else item
        for index, item in enumerate(changes)
        if index not in left_out
    ]


def _read_group(stukken: list[Stuk], begin: int, einde: int, plaats: Plaats) -> Wijziging:
    group = stukken[begin:einde]

    def words(*soorten: str) -> str:
        return " ".join(_join(group, soorten).split())

    def around(soorten: tuple[str, ...]) -> str:
        before, after = _join(stukken[:begin], soorten), _join(stukken[einde:], soorten)
        return _near(before, _join(group, soorten), after)

    return Wijziging(
        weg=words("weg", "van"),
        erbij=words("erbij", "naar"),
        herroepen=words("herroepen"),
        is_verplaatst=all(stuk.soort in {"van", "naar"} for stuk in group if stuk.tekst.strip()),
        passage=around(_WAS),
        nu=around(_NU),
        plaats=plaats,
    )


def _join(stukken: list[Stuk], soorten: tuple[str, ...]) -> str:
    return "".join(stuk.tekst for stuk in stukken if stuk.soort in soorten)


def _near(before: str, words: str, after: str) -> str:
    """Return ``words`` with what stands near them; dots where the paragraph goes on."""
    if len(before) > _DICHTBIJ:
        before = f"… {before[-_DICHTBIJ:].partition(' ')[2]}"
    if len(after) > _DICHTBIJ:
        after = f"{after[:_DICHTBIJ].rpartition(' ')[0]} …"
    return " ".join(f"{before}{words}{after}".split())
