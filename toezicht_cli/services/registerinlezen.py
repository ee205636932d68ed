"""Registerinlezen: make entries of a list in CSV or XLSX, and tell of every row that could not be read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.registerrijen import Rij, list_kolommen, make_velden, name_rows
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.yaml_text import YamlTextError, YamlValue, parse
from toezicht_cli.services.registernieuw import OPTIES, Invoer, Velden, list_wrong_velden, write_entry
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
    invoer = Invoer(werkmap)
    aanwezig = _Aanwezig(werkmap, soort)
    nummers, dubbel, afgekeurd, goed = [], [], [], 0
    for done, rij in enumerate(rows, 1):
        tell(done, len(rows))
        velden = _make_velden(soort, rij)
        # Of a cell that cannot be read nothing else can be said, so that comes first.
        wrong = wrong_cells.get(rij.nummer) or [*_list_wrong(invoer, soort, rij, velden)]
        if not wrong and aanwezig.has(velden):
            dubbel.append(rij.nummer)
            continue
        if wrong := wrong or [*_list_taken(invoer, soort, rij, velden)]:
            afgekeurd += wrong
            continue
        goed += 1
        nummers.append(invoer.foresee(soort, velden) if proef else invoer.create(soort, velden))
        aanwezig.add(velden)
    made = () if proef else tuple(nummers)
    return Inlezing(len(rows), goed, made, tuple(dubbel), tuple(afgekeurd), proef)


class _Aanwezig:
    """What is in a register, to tell whether a row is there already.

    An entry with a number is the same when all columns that a list can have are. One with a name is the same
    when the columns of the row are: what the list does not say may have been filled in afterwards.
    """

    def __init__(self, werkmap: Path, soort: Registersoort) -> None:
        self._soort = soort
        self._texts: set[str] = set()
        self._named: dict[str, Velden] = {}
        for velden in _present(werkmap, soort):
            self.add(velden)

    def add(self, velden: Velden) -> None:
        """Add an entry."""
        if self._soort.letter is None:
            self._named[str(velden.get("id"))] = velden
        else:
            self._texts.add(write_entry(self._soort, "", velden))

    def has(self, velden: Velden) -> bool:
        """Whether there is an entry that says the same."""
        text = write_entry(self._soort, "", velden)
        if self._soort.letter is not None:
            return text in self._texts
        known = self._named.get(str(velden.get("id")))
        return known is not None and text == write_entry(
            self._soort, "", {naam: known[naam] for naam in velden if naam in known}
        )


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
        yield Afgekeurd(rij.nummer, _as_kolom(soort, str(error)), error.help)


def _list_taken(
    invoer: Invoer, soort: Registersoort, rij: Rij, velden: dict[str, YamlValue]
) -> Iterator[Afgekeurd]:
    """Yield a reason when the name of an entry is that of another one."""
    if soort.letter is None and str(velden.get("id")) in invoer.nummers(soort):
        hulp = f"pas {file_of(soort, str(velden['id']))} zelf aan, of kies een andere korte naam"
        yield Afgekeurd(rij.nummer, f"{velden['id']} is er al, met andere gegevens", hulp)


def _as_kolom(soort: Registersoort, text: str) -> str:
    """Return an error about an option as one about the column of that field."""
    if not text.startswith("--"):
        return text
    optie, _, rest = text.partition(": ")
    velden = (veld for veld, naam in OPTIES.items() if naam == optie and veld in soort.model.model_fields)
    return f"kolom {next(velden, optie[2:].replace('-', '_'))}: {rest}"


def _present(werkmap: Path, soort: Registersoort) -> Iterator[dict[str, YamlValue]]:
    """Yield of every entry that is there what the columns of a list can say."""
    kolommen = list_kolommen(soort.naam)
    for nummer in list_nummers(werkmap, soort):
        file = file_of(soort, nummer)
        try:
            value = parse(decode(read_bytes(werkmap, file)), file).value
        except (BestandError, YamlTextError):
            continue  # it is no sound entry, so no row can be equal to it
        if isinstance(value, dict):
            yield {key: value[key] for key in kolommen if key in value}
