"""Registernummers: give an entry another number, when two clones gave the same one."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import decode, read_bytes
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.schrijven import create_file, edit_file
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import set_value
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.services.registernieuw import names_elsewhere, next_nummer
from toezicht_cli.services.registersoort import SOORTEN, Registersoort, file_of, find_bestand


def renumber_entry(werkmap: Path, soort: Registersoort, nummer: str) -> tuple[str, tuple[str, ...]]:
    """Move an entry to a free number and rewrite what points at it; return that number and those files.

    The new file comes first and the old one goes last: killed in between, both are there and nothing is lost;
    done again, the work goes on with the number that was given.

    Raises:
        ToezichtError: there is no such entry, or a file cannot be changed safely.
    """
    path = find_bestand(werkmap, soort, nummer)
    file = file_of(soort, nummer)
    text = decode(read_bytes(werkmap, file))
    elsewhere = names_elsewhere(werkmap, path.parent)
    jaar = int(nummer[2:6])

    def choose(present: Collection[str]) -> tuple[str, str]:
        new = next_nummer(soort, jaar, (*present, *elsewhere))
        return f"{new}.yaml", set_value(text, ("id",), new, file)

    made = _find_twin(path, text, file) or create_file(path.parent, choose)
    changed = tuple(_rewrite(werkmap, nummer, made.stem))
    try:
        path.unlink()
    except OSError as error:
        raise ToezichtError(
            f"{path} kon niet weggehaald worden", f"haal het zelf weg: het is nu {made.stem}"
        ) from error
    return made.stem, changed


def _find_twin(path: Path, text: str, file: str) -> Path | None:
    """Return the file that an earlier attempt made of this one: all the same but the number."""
    for other in sorted(path.parent.glob("*.yaml")):
        if (
            other.stem > path.stem
            and other.read_bytes() == set_value(text, ("id",), other.stem, file).encode()
        ):
            return other
    return None


def _rewrite(werkmap: Path, old: str, new: str) -> Iterator[str]:
    """Write ``new`` where a register or an onderzoek names ``old``; yield the files that changed."""
    for file in _list_files(werkmap):
        if old.encode() in read_bytes(werkmap, file) and edit_file(werkmap / file, _replacer(file, old, new)):
            yield file


def _list_files(werkmap: Path) -> Iterator[str]:
    for soort in SOORTEN:
        pattern = "*/*.yaml" if soort.letter else "*.yaml"
        yield from (
            path.relative_to(werkmap).as_posix() for path in sorted((werkmap / soort.map).glob(pattern))
        )
    for path in sorted((werkmap / ONDERZOEKEN).glob(f"*/{ONDERZOEK}")):
        if read_document(path.parent, ONDERZOEK, Onderzoek).model is not None:
            yield path.relative_to(werkmap).as_posix()


def _replacer(file: str, old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        for route in _find_routes(parse(text, file).value, old):
            text = set_value(text, route, new, file)
        return text

    return change


def _find_routes(
    value: YamlValue, old: str, route: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """Yield where a value is exactly ``old``, but not the id of the entry itself."""
    if value == old and route != ("id",):
        yield route
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _find_routes(child, old, (*route, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _find_routes(child, old, (*route, index))
