"""Kaderkort: what a portefeuille shows of a toetsingskader: its schaal, and how themas and normen are called.

Like a zaak it is text only: ten thousand zaken are counted without a model.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # what was kept is shown without a model: importing those takes longer than showing it
    from toezicht_cli.models.kader import Toetsingskader


class Categoriekort(NamedTuple):
    """One categorie of a schaal; ``rang`` is 0 for the most favourable one."""

    id: str
    label: str
    kort: str
    symbool: str
    kleur: str
    rang: int


class Themakort(NamedTuple):
    """A thema with its normen: pairs of id and titel, in the order of the kader."""

    id: str
    titel: str
    normen: tuple[tuple[str, str], ...]


class Kaderkort(NamedTuple):
    """A toetsingskader in short: ``naam@versie``, and the categorieen in the order of the schaal."""

    verwijzing: str
    titel: str
    categorieen: tuple[Categoriekort, ...]
    themas: tuple[Themakort, ...]

    @property
    def naam(self) -> str:
        """Return the name without the edition."""
        return self.verwijzing.partition("@")[0]

    @property
    def slechtste(self) -> Categoriekort:
        """Return the least favourable categorie."""
        return max(self.categorieen, key=lambda item: item.rang)

    def find_titel(self, norm: str) -> str:
        """Return the titel of a norm, empty when the kader has none of that id."""
        return next((titel for thema in self.themas for key, titel in thema.normen if key == norm), "")


def make_kaderkort(kader: "Toetsingskader") -> Kaderkort:
    """Return ``kader`` in short."""
    rang = {item.id: number for number, item in enumerate(kader.schaal.from_best)}
    return Kaderkort(
        kader.verwijzing,
        kader.titel,
        tuple(
            Categoriekort(
                *(item.id, item.label, item.kort or item.label, item.symbool, item.kleur, rang[item.id])
            )
            for item in kader.schaal.categorieen
        ),
        tuple(
            Themakort(thema.id, thema.titel, tuple((norm.id, norm.titel) for norm in thema.normen))
            for thema in kader.themas
        ),
    )
