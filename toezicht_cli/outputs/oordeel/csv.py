"""For a spreadsheet: one row per norm (and per vestiging) with its oordeel or the reason it has none."""

from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.telling import Telling
from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, Uitkomst
from toezicht_cli.models.kader import Thema
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEADER = ("onderzoek", "kader", "locatie", "thema", "norm", "oordeel", "status", "reden")
_STATUSSEN = ("niet_getoetst", "niet_van_toepassing", "eerder_getoetst", "meegewogen", "buiten_reikwijdte")


def render(results: Sequence[Oordeelsresultaat], _view: View) -> str:
    """Return a header and the rows of every onderzoek that could be tallied, in the kader's order."""
    rows = [row for result in results if result.uitkomst for row in _rows(result.naam, result.uitkomst)]
    return write_csv([_HEADER, *rows])


def _rows(naam: str, uitkomst: Uitkomst) -> Iterator[Sequence[str]]:
    start = (naam, uitkomst.kader.verwijzing)
    if uitkomst.kader.per == "aanbieder":
        yield from _of_themas((*start, ""), uitkomst.themas)
    for locatie in uitkomst.locaties:
        yield from _of_themas((*start, locatie.vestiging.id), locatie.themas)


def _of_themas(start: Sequence[str], themas: Sequence[tuple[Thema, Telling]]) -> Iterator[Sequence[str]]:
    for thema, telling in themas:
        found = _by_norm(telling)
        for norm in thema.normen:
            yield (*start, thema.id, norm.id, *found[norm.id])


def _by_norm(telling: Telling) -> dict[str, tuple[str, str, str]]:
    """Return oordeel, status and reden per norm."""
    rows = {norm: (item.categorie.id, "", "") for item in telling.categorieen for norm in item.normen}
    for status in _STATUSSEN:
        rows |= {
            item.norm: ("", status.replace("_", "-"), item.reden or "") for item in getattr(telling, status)
        }
    return rows | dict.fromkeys(telling.nog_open, ("", "nog-open", ""))


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per norm", render)
