"""Tabel: the tally as rows and columns, the same for every format that shows a table."""

from collections.abc import Sequence
from typing import NamedTuple

from toezicht_cli.analysis.telling import Telling
from toezicht_cli.analysis.uitkomst import Uitkomst
from toezicht_cli.models.kader import Thema

# The statuses, with how a column is called and the sign beside it. A column without any norm is left out.
_STATUSSEN = (
    ("niet_getoetst", "niet getoetst", "–"),
    ("niet_van_toepassing", "niet van toepassing", "–"),
    ("eerder_getoetst", "eerder getoetst", "↺"),
    ("meegewogen", "meegewogen", "+"),
    ("buiten_reikwijdte", "buiten reikwijdte", "–"),
    ("nog_open", "nog open", "?"),
)


class Kolom(NamedTuple):
    """A column: its label, its sign and, for a categorie, its colour."""

    label: str
    kort: str
    symbool: str
    kleur: str | None = None


class Rij(NamedTuple):
    """A row: a thema, or the total, with one number per column."""

    naam: str
    aantallen: tuple[int, ...]


class Tabel(NamedTuple):
    """The tally of an onderzoek or of one vestiging."""

    kop: str | None
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    totaal: Rij


def make_tabellen(uitkomst: Uitkomst) -> tuple[Tabel, ...]:
    """Return the table of the whole and, with a kader per locatie, one per vestiging."""
    whole = _make(None, uitkomst.themas, uitkomst.telling)
    return (
        whole,
        *(
            _make(f"{locatie.vestiging.id} {locatie.vestiging.naam}", locatie.themas, locatie.telling)
            for locatie in uitkomst.locaties
        ),
    )


def _make(kop: str | None, themas: Sequence[tuple[Thema, Telling]], telling: Telling) -> Tabel:
    statussen = [status for status in _STATUSSEN if getattr(telling, status[0])]
    kolommen = [
        Kolom(
            item.categorie.label,
            item.categorie.kort or item.categorie.label,
            item.categorie.symbool,
            item.categorie.kleur,
        )
        for item in telling.categorieen
    ]
    kolommen += [Kolom(label, label, symbool) for _, label, symbool in statussen]
    names = tuple(status[0] for status in statussen)
    rijen = tuple(Rij(f"{thema.id} {thema.titel}", _counts(deel, names)) for thema, deel in themas)
    normen = "oordelen" if telling.vestigingen else "normen"
    totaal = Rij(f"{telling.getoetst} van de {telling.in_kader} {normen} getoetst", _counts(telling, names))
    return Tabel(kop, tuple(kolommen), rijen, totaal)


def _counts(telling: Telling, statussen: Sequence[str]) -> tuple[int, ...]:
    return (
        *(item.aantal for item in telling.categorieen),
        *(len(getattr(telling, status)) for status in statussen),
    )
