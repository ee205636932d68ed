"""Exporttabellen: what a werkmap holds, as tables with stable columns that other programs read.

The columns are a promise: one is added at the end of its table, never renamed. Free text (what somebody
said or wrote about a case) has columns of its own that are left out unless they are asked for.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal

Soort = Literal["tekst", "getal", "decimaal", "dag", "ja-nee"]
Cel = str | int | float | None
Rij = tuple[Cel, ...]


class Kolom(NamedTuple):
    """A column: ``vrij`` is free text, which stays out unless it is asked for."""

    naam: str
    soort: Soort
    uitleg: str
    vrij: bool = False


class Bron(NamedTuple):
    """What is exported: all of a werkmap."""

    zaken: tuple[Zaak, ...] = ()
    signalen: tuple[Signaal, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    aanbieders: tuple[Registeraanbieder, ...] = ()


class Tabel(NamedTuple):
    """A table: what one row is, its columns, and the rows that a Bron gives."""

    naam: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    rijen: Callable[[Bron], Iterator[Rij]]

    def choose(self, *, met_tekst: bool) -> "Tabel":
        """Return this table with or without its columns of free text."""
        keep = [index for index, kolom in enumerate(self.kolommen) if met_tekst or not kolom.vrij]
        if len(keep) == len(self.kolommen):
            return self
        rijen = self.rijen
        return self._replace(
            kolommen=tuple(self.kolommen[index] for index in keep),
            rijen=lambda bron: (tuple(rij[index] for index in keep) for rij in rijen(bron)),
        )


class Antwoord(NamedTuple):
    """The result of a question: names and kinds of the columns (``tekst`` or ``getal``), and the rows."""

    kolommen: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[Cel, ...], ...]


def join(values: tuple[str, ...]) -> str | None:
    """Return several values as one text, None when there are none."""
    return "; ".join(values) or None


def ja_nee(value: bool | None) -> str | None:  # noqa: FBT001 - it is the value itself
    """Return ``ja`` or ``nee``, as the files say it."""
    return None if value is None else "ja" if value else "nee"


def number(value: Decimal | str | None) -> Cel:
    """Return a figure as a number; what is not known is no number."""
    return float(value) if isinstance(value, Decimal) else None


def make_kolommentabel(tabellen: tuple[Tabel, ...]) -> Tabel:
    """Return the table that says what every column of ``tabellen`` means."""
    rows: list[Rij] = [
        (tabel.naam, kolom.naam, kolom.soort, kolom.uitleg) for tabel in tabellen for kolom in tabel.kolommen
    ]
    kolommen = (
        Kolom("tabel", "tekst", "De tabel."),
        Kolom("kolom", "tekst", "De kolom."),
        Kolom("soort", "tekst", "Wat voor waarde: tekst, getal, decimaal, dag of ja-nee."),
        Kolom("uitleg", "tekst", "Wat de kolom betekent."),
    )
    return Tabel("kolommen", "Wat elke kolom betekent.", kolommen, lambda _bron: iter(rows))
