"""Werkblad: what stands in the cells of a list, as text with its place."""

from typing import NamedTuple


class Cel(NamedTuple):
    """A cell with something in it: 1-based row and column, its text, and what it is.

    ``soort`` is ``tekst``, ``getal`` (a date too: days since 1900), ``waar``, ``fout``, or ``leeg`` for a
    formula of which the outcome is not in the file. ``is_dag``: a spreadsheet shows it as a day.
    """

    rij: int
    kolom: int
    tekst: str
    soort: str = "tekst"
    is_formule: bool = False
    is_dag: bool = False

    @property
    def plaats(self) -> str:
        """Return the cell as a spreadsheet calls it: B7."""
        letters, number = "", self.kolom
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{self.rij}"


class Werkblad(NamedTuple):
    """One sheet: its name, its cells in order, and which ranges of cells were made into one."""

    naam: str
    cellen: tuple[Cel, ...]
    samengevoegd: tuple[str, ...] = ()


class Werkboek(NamedTuple):
    """All sheets of a file; ``vanaf_1904``: its dates count from 1904, as on an old Mac."""

    bladen: tuple[Werkblad, ...]
    vanaf_1904: bool = False
