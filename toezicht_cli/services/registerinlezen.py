"""Registerinlezen: make entries of a list in CSV or XLSX, and tell of every row that could not be read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.registerrijen import Rij, list_kolommen, make_velden, name_rows
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.services.registernieuw import Invoer, list_wrong_velden, write_entry
from toezicht_cli.services.registersoort import Registersoort, file_of, list_nummers
from toezicht_cli.services.registertabel import Afgekeurd, read_table


class Inlezing(NamedTuple):
    """What came of a list: the new numbers (none with ``proef``), how many rows, doubles and refusals."""

    rijen: int
    goed: int
    nummers: tuple[str, ...]
    dubbel: tuple[int, ...]
    afgekeurd: tuple[Afgekeurd, ...]
    proef: bool


def read_rows(
    werkmap: Path, soort: Registersoort, bestand: Path, *, proef: bool, tell: Callable[[int, int], None]
) -> Inlezing:
    """Make an entry of every sound row of ``bestand``; one that is there already is not made again.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        soort: the register.
        bestand: a list with a row of column names.
        proef: only find out what would be done.
        tell: is called with how many rows were done, and of how many.

    Raises:
        ToezichtError: the file cannot be read as a list, or a column is not known.
    """
    lijst = read_table(bestand)
    rows = name_rows(soort.naam, lijst.rijen)
    wrong_cells: dict[int, list[Afgekeurd]] = {}
    for item in lijst.afgekeurd:
        wrong_cells.setdefault(item.rij, []).append(item)
    present = set(_present(werkmap, soort))
    invoer = Invoer(werkmap)
    nummers, dubbel, afgekeurd, goed = [], [], [], 0
    for done, rij in enumerate(rows, 1):
        tell(done, len(rows))
        velden = _make_velden(soort, rij)
        # Of a cell that cannot be read nothing else can be said, so that comes first.
        if wrong := wrong_cells.get(rij.nummer) or [*_list_wrong(invoer, soort, rij, velden)]:
            afgekeurd += wrong
            continue
        key = write_entry(soort, "", velden)
        if key in present:
            dubbel.append(rij.nummer)
            continue
        present.add(key)
        goed += 1
        if not proef:
            nummers.append(invoer.create(soort, velden))
    return Inlezing(len(rows), goed, tuple(nummers), tuple(dubbel), tuple(afgekeurd), proef)


def _make_velden(soort: Registersoort, rij: Rij) -> dict[str, YamlValue]:
    made = make_velden(soort.naam, rij, soort.model)
    return {naam: [*waarde] if isinstance(waarde, list) else waarde for naam, waarde in made.items()}


def _list_wrong(
    invoer: Invoer, soort: Registersoort, rij: Rij, velden: dict[str, YamlValue]
) -> Iterator[Afgekeurd]:
    """Yield every reason why a row is no entry, so that it can be mended in one go."""
    if "" in rij.cellen:
        yield Afgekeurd(rij.nummer, "er staat iets in een kolom zonder naam", None)
    for error in (*list_wrong_velden(soort, velden), *invoer.list_wrong_namen(velden)):
        yield Afgekeurd(rij.nummer, _as_kolom(str(error)), error.help)
    if soort.letter is None and str(velden.get("id")) in invoer.nummers(soort):
        yield Afgekeurd(rij.nummer, f"{velden['id']} is er al", None)


def _as_kolom(text: str) -> str:
    if not text.startswith("--"):
        return text
    naam, _, rest = text[2:].partition(": ")
    return f"kolom {naam.replace('-', '_')}: {rest}"


def _present(werkmap: Path, soort: Registersoort) -> Iterator[str]:
    """Yield every entry that is there as ``write_entry`` writes the columns of a list, without its number."""
    kolommen = list_kolommen(soort.naam)
    for nummer in list_nummers(werkmap, soort):
        try:
            value = parse((werkmap / file_of(soort, nummer)).read_text(encoding="utf-8-sig"), "").value
        except (OSError, UnicodeDecodeError, ToezichtError):
            continue  # it is no sound entry, so no row can be equal to it
        if isinstance(value, dict):
            yield write_entry(soort, "", {key: value[key] for key in kolommen if key in value})
