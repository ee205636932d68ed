"""Bevoegdheid: who is competent for what an entry of a register is about, and whether that is us."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from toezicht_cli.models.bevoegdheid import Bevoegdheden, Partij
from toezicht_cli.models.onderzoek import Domein

IsOnze = Literal["ja", "nee", "deels", "onbekend"]


class Bevoegd(NamedTuple):
    """Who is competent for one domein; ``partijen`` is empty when nobody knows."""

    domein: Domein
    partijen: tuple[Partij, ...]

    @property
    def is_onze(self) -> bool:
        """Whether one of the partijen is us."""
        return any(partij.eigen for partij in self.partijen)


class Bevoegdheidsvraag(NamedTuple):
    """The answer to "is this ours?" for one law and its domeinen.

    ``is_onze`` is ``deels`` when it is ours for one domein and not for another, ``onbekend`` when the law is
    not known or not in the data: then nobody is proposed.
    """

    per_domein: tuple[Bevoegd, ...]
    is_onze: IsOnze

    @property
    def anderen(self) -> tuple[Partij, ...]:
        """Return who else is competent where we are not, each once: to whom it can be passed on."""
        return tuple(
            dict.fromkeys(
                partij for bevoegd in self.per_domein if not bevoegd.is_onze for partij in bevoegd.partijen
            )
        )


def find_bevoegden(
    bevoegdheden: Bevoegdheden | None, wet: str, domeinen: Sequence[Domein]
) -> Bevoegdheidsvraag:
    """Return who is competent for ``wet`` (or ``onbekend``) and each of ``domeinen``.

    Source of the shipped data: kaders/bevoegdheid/bevoegdheid.yaml names its documents.
    """
    partijen = {partij.id: partij for partij in bevoegdheden.partijen} if bevoegdheden else {}
    found = {
        item.domein: tuple(partijen[naam] for naam in item.partijen if naam in partijen)
        for item in (bevoegdheden.bevoegdheden if bevoegdheden else ())
        if item.wet == wet
    }
    per_domein = tuple(Bevoegd(domein, found.get(domein, ())) for domein in domeinen)
    return Bevoegdheidsvraag(per_domein, _judge(per_domein))


def _judge(per_domein: Sequence[Bevoegd]) -> IsOnze:
    if not per_domein or not all(bevoegd.partijen for bevoegd in per_domein):
        return "onbekend"
    ours = [bevoegd.is_onze for bevoegd in per_domein]
    if all(ours):
        return "ja"
    return "deels" if any(ours) else "nee"
