"""Alinea: one paragraph in pieces, each with what happened to it, and the changes that they make."""

from typing import NamedTuple

from toezicht_cli.models.reactietekst import Plaats, Wijziging


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
        return "".join(stuk.tekst for stuk in self.stukken if stuk.soort in {"", "weg", "van"})


def read_wijzigingen(vak: Vak, plaats: Plaats) -> tuple[list[Wijziging], int]:
    """Return the changes in a paragraph, and how many were about white space only."""
    groups: list[list[Stuk]] = []
    is_open = False
    for stuk in vak.stukken:
        if not stuk.soort:
            is_open = False
        elif is_open:
            groups[-1].append(stuk)
        else:
            groups.append([stuk])
            is_open = True
    found = [_read_group(group, vak, plaats) for group in groups]
    changes = [item for item in found if item.weg or item.erbij or item.herroepen]
    return changes, len(found) - len(changes)


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


def _read_group(group: list[Stuk], vak: Vak, plaats: Plaats) -> Wijziging:
    def words(*soorten: str) -> str:
        return " ".join("".join(stuk.tekst for stuk in group if stuk.soort in soorten).split())

    return Wijziging(
        weg=words("weg", "van"),
        erbij=words("erbij", "naar"),
        herroepen=words("herroepen"),
        is_verplaatst=all(stuk.soort in {"van", "naar"} for stuk in group if stuk.tekst.strip()),
        passage=" ".join(vak.was.split()),
        plaats=plaats,
    )
