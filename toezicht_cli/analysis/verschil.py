"""Verschil: what changed in an onderzoek between two moments, in the order in which a reviewer reads.

First the judgement (oordelen, the tally), then what it covers, the points, bronnen, cijfers, dates and
kader, then the wording, then the rest. Whatever could not be read on a side is said and not compared.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from toezicht_cli.analysis.tekstverschil import Stuk
from toezicht_cli.models.dossier import Dossier

Hoofdstuknaam = Literal[
    "oordelen",
    "reikwijdte",
    "punten",
    "bronnen",
    "cijfers",
    "verloop",
    "kader",
    "bevindingen",
    "teksten",
    "overig",
    "bestanden",
]
TITELS: dict[Hoofdstuknaam, str] = {
    "oordelen": "Rond de oordelen",
    "reikwijdte": "Waar het onderzoek over gaat",
    "punten": "Verbeterpunten en vereiste aanpassingen",
    "bronnen": "Bronnen",
    "cijfers": "Cijfers",
    "verloop": "Fase en datums",
    "kader": "Toetsingskader",
    "bevindingen": "Bevindingen en toelichting per norm",
    "teksten": "Teksten van het rapport",
    "overig": "Overige gegevens",
    "bestanden": "Bestanden",
}
Richting = Literal["strenger", "milder", "anders"]
Soort = Literal["nieuw", "vervallen", "gewijzigd", "volgorde"]


# What a reader calls the side of the disk.
NU = "nu"


class Kant(NamedTuple):
    """One side of a comparison.

    ``moment`` says to a reader which side it is; ``versie`` is the full id of the commit, None for the disk.
    ``dossier`` is None when there is no onderzoek on this side. ``onleesbaar`` names the files that could
    not be read, ``fouten`` counts what the controles call a fout. ``telt`` is False for
    what holds no oordelen: the ``toezicht.yaml`` of a werkmap.
    """

    moment: str
    versie: str | None = None
    dossier: Dossier | None = None
    onleesbaar: tuple[str, ...] = ()
    fouten: int = 0
    telt: bool = True


class Oordeelstand(NamedTuple):
    """What a norm had on one side: the id of its categorie or status, its label, and a symbol."""

    id: str
    label: str
    symbool: str


class Oordeelverschil(NamedTuple):
    """A norm of which the oordeel or the status changed; None where the side has no such norm."""

    norm: str
    titel: str
    oud: Oordeelstand | None
    nieuw: Oordeelstand | None
    richting: Richting


class Tellingregel(NamedTuple):
    """One number of the tally on both sides; None where it could not be counted."""

    id: str
    label: str
    oud: int | None
    nieuw: int | None


class Tellingverschil(NamedTuple):
    """The tally of both sides.

    ``oud`` and ``nieuw`` are short (``6/6/6``, in the order of the kader), None with the reason in
    ``reden_oud`` or ``reden_nieuw`` when it could not be counted. With ``andere_schaal`` the short ones
    count other categorieen and cannot be compared.
    """

    regels: tuple[Tellingregel, ...]
    oud: str | None
    nieuw: str | None
    reden_oud: str | None = None
    reden_nieuw: str | None = None
    andere_schaal: bool = False

    @property
    def is_gelijk(self) -> bool:
        """Whether both sides could be counted, with the same outcome."""
        return None not in (self.oud, self.nieuw) and all(item.oud == item.nieuw for item in self.regels)


class Regel(NamedTuple):
    """One difference for a reader.

    ``onderwerp`` is what it is about ("norm 1.2, bevinding a"), ``veld`` the field of it, None when the whole
    was added or dropped. ``stukken`` are the words of a text that changed.
    """

    soort: Soort
    onderwerp: str
    veld: str | None = None
    oud: str | None = None
    nieuw: str | None = None
    stukken: tuple[Stuk, ...] = ()


class Hoofdstuk(NamedTuple):
    """The differences of one kind, in order."""

    naam: Hoofdstuknaam
    regels: tuple[Regel, ...]

    @property
    def titel(self) -> str:
        """Return the heading."""
        return TITELS[self.naam]


class Aandachtspunt(NamedTuple):
    """Something to look into; ``onderwerp`` is the norm, bron or point."""

    onderwerp: str
    bericht: str


class Verschil(NamedTuple):
    """What changed in one onderzoek."""

    onderzoek: str
    titel: str
    oud: Kant
    nieuw: Kant
    oordelen: tuple[Oordeelverschil, ...] = ()
    telling: Tellingverschil | None = None
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    na_te_gaan: tuple[Aandachtspunt, ...] = ()
    niet_vergeleken: tuple[str, ...] = ()
    hernoemd_van: str | None = None

    @property
    def is_leeg(self) -> bool:
        """Whether both sides could be compared wholly and say the same."""
        return not (
            self.oordelen
            or self.hoofdstukken
            or self.niet_vergeleken
            or self.hernoemd_van
            or self.soort != "gewijzigd"
        )

    @property
    def soort(self) -> Literal["nieuw", "vervallen", "gewijzigd"]:
        """Return whether the onderzoek is on one side only."""
        if self.oud.dossier is None:
            return "nieuw"
        return "vervallen" if self.nieuw.dossier is None else "gewijzigd"

    @property
    def is_volledig(self) -> bool:
        """Whether everything on both sides could be read."""
        return not (self.oud.onleesbaar or self.nieuw.onleesbaar)


class Vergelijking(NamedTuple):
    """The outcome of ``verschil``: the two moments as a reader calls them, and every onderzoek."""

    oud: str
    nieuw: str
    verschillen: tuple[Verschil, ...]


def group_regels(regels: Sequence[tuple[Hoofdstuknaam, Regel]]) -> tuple[Hoofdstuk, ...]:
    """Return the differences by chapter, in the order of ``TITELS``; empty chapters are left out."""
    return tuple(_chapters(regels))


def _chapters(regels: Sequence[tuple[Hoofdstuknaam, Regel]]) -> Iterator[Hoofdstuk]:
    for naam in TITELS:
        found = tuple(regel for home, regel in regels if home == naam)
        if found:
            yield Hoofdstuk(naam, found)
