"""Rapporttekst: a report as text, read back from a file, for holding it against the data."""

from typing import Literal, NamedTuple

Regelsoort = Literal["kop", "alinea", "punt", "rij"]
KOLOM = " | "


class Rapportregel(NamedTuple):
    """One heading, paragraph, item of a list or row of a table.

    A paragraph that stands on several lines keeps its line breaks; ``nummers`` gives the 1-based
    number of each of those lines, and is empty where a file has no lines (PDF, DOCX, ODT). ``waar``
    is the place in words: ``regel 12``, ``bladzijde 4``, ``alinea 12``. The cells of a row stand
    between ``KOLOM``. ``niveau`` is the level of a heading, 0 where the file does not say it.
    """

    tekst: str
    waar: str
    soort: Regelsoort = "alinea"
    nummers: tuple[int, ...] = ()
    niveau: int = 0

    @property
    def cellen(self) -> tuple[str, ...]:
        """Return the cells of a row; anything else has one."""
        return tuple(self.tekst.split(KOLOM)) if self.soort == "rij" else (self.tekst,)


class Rapporttekst(NamedTuple):
    """A report: how its file is named in messages, its text, and the fingerprint of its data.

    ``regels`` is empty when the text was not read; ``gegevens`` is None when the report does not say
    from which data it was made. For a report of our own ``verwacht`` is the text that follows from the
    data now, and ``is_gelijk`` whether the file is byte for byte what we make now.
    """

    bestand: str
    regels: tuple[Rapportregel, ...] = ()
    gegevens: str | None = None
    verwacht: tuple[Rapportregel, ...] | None = None
    is_gelijk: bool = False
