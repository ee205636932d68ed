"""Registernummers: give an entry another number, when two clones gave the same one.

Everything is read and every change is made in memory before anything is written, so that a file which cannot
be changed stops the work while nothing has changed yet. Then the new file comes first, what points at the
old number follows, and the old file goes last: killed in between, both are there and nothing is lost. Until
the end the new file begins with a remark that says so; by that remark the work goes on when it is done again,
and an entry which only happens to be equal is never taken for the new one.
"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.vaststelling import BESTAND
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.registers import UITZONDERINGEN
from toezicht_cli.loading.schrijven import check_target, create_file, edit_file
from toezicht_cli.loading.tekens import split_lines
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN
from toezicht_cli.loading.yaml_syntax import find_conflict
from toezicht_cli.loading.yaml_text import YamlTextError, YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import set_value
from toezicht_cli.services.registernieuw import names_elsewhere, next_nummer
from toezicht_cli.services.registersoort import SOORTEN, Registersoort, file_of, find_bestand

_HULP = "herstel dat bestand (toezicht controleer toont wat eraan mis is) en probeer het opnieuw"


class Hernoeming(NamedTuple):
    """The new number, the files in which a reference changed, and the lines that still name the old one."""

    nummer: str
    aangepast: tuple[str, ...]
    in_tekst: tuple[str, ...]


def renumber_entry(werkmap: Path, soort: Registersoort, nummer: str) -> Hernoeming:
    """Move an entry to a free number and rewrite what points at it.

    Raises:
        ToezichtError: there is no such entry, or a file cannot be changed safely; then nothing was written,
            unless the disk failed: the text says so then, and the same command goes on with the work.
    """
    file = file_of(soort, nummer)
    if not (werkmap / file).exists() and (almost := _find_begun(werkmap, file, nummer, None)):
        return _finish(werkmap, soort, nummer, almost, ())
    path = find_bestand(werkmap, soort, nummer)
    text = _read(werkmap, file)
    _refuse_conflict(text, file, nummer)
    elsewhere = names_elsewhere(werkmap, path.parent)
    jaar = int(nummer[2:6])

    def choose(present: Collection[str]) -> tuple[str, str]:
        new = next_nummer(soort, jaar, (*present, *elsewhere))
        return f"{new}.yaml", _begin(nummer) + _moved(text, file, nummer, new)

    made = _find_begun(werkmap, file, nummer, text)
    pointing = _prepare(werkmap, nummer, file, made or next_nummer(soort, jaar, [path.name]))
    new = made or create_file(path.parent, choose).stem
    return _finish(werkmap, soort, nummer, new, pointing)


def _finish(werkmap: Path, soort: Registersoort, old: str, new: str, pointing: Collection[str]) -> Hernoeming:
    """Do what comes after the new file is there."""
    try:
        changed = tuple(_rewrite(werkmap, pointing, old, new))
        _remove(werkmap / file_of(soort, old))
        edit_file(werkmap / file_of(soort, new), lambda text: text.removeprefix(_begin(old)))
    except ToezichtError as error:
        message = f"{error}; {new} is al gemaakt, maar het is nog niet klaar"
        raise ToezichtError(message, f"los dit op en doe het nog eens met {old}") from error
    return Hernoeming(new, changed, tuple(_list_mentions(werkmap, old)))


def _refuse_conflict(text: str, file: str, nummer: str) -> None:
    """Refuse an entry in which git left two: after the merge nobody can tell which of them is pointed at."""
    if find_conflict(text, file):
        message = f"{nummer} staat er nu twee keer in: git is bezig met samenvoegen"
        hulp = "doe git merge --abort (of git rebase --abort), dan dit nog eens, en zie hoofdstuk 16: Nummers"
        raise ToezichtError(message, hulp)


def _begin(old: str) -> str:
    """Return the line with which the new file begins until all is done."""
    return f"# hernummerd uit {old}, maar nog niet klaar: doe hernummer {old} nog eens\n"


def _moved(text: str, file: str, old: str, new: str) -> str:
    """Return the text of the entry under its new number."""
    return _replace(set_value(text, ("id",), new, file), file, old, new)


def _find_begun(werkmap: Path, file: str, old: str, text: str | None) -> str | None:
    """Return the number that an earlier attempt gave, None when there was none.

    ``text`` is what the entry holds now; None: it is gone, and only the remark is left to take away.
    """
    start = _begin(old).encode()
    for other in sorted((werkmap / file).parent.glob("*.yaml")):
        try:
            content = read_bytes(werkmap, other.relative_to(werkmap).as_posix())
        except BestandError:
            continue  # told of while everything is prepared
        is_begun = content.startswith(start)
        if is_begun and (text is None or content == start + _moved(text, file, old, other.stem).encode()):
            return other.stem
    return None


def _prepare(werkmap: Path, old: str, own: str, new: str) -> tuple[str, ...]:
    """Return the files that point at ``old``; raise ToezichtError when one of them could not be changed."""
    check_target(werkmap / own)
    found = []
    for file in _list_files(werkmap):
        if file == own or not _may_name(_read_bytes(werkmap, file), old):
            continue
        text = _read(werkmap, file)
        if _replace(text, file, old, new) != text:
            _check_free(werkmap / file, old)
            found.append(file)
    return tuple(found)


def _check_free(path: Path, old: str) -> None:
    """Refuse a file that may not change: of an onderzoek that is vastgesteld every word is sealed."""
    check_target(path)
    if path.name == ONDERZOEK and (path.parent / BESTAND).exists():
        message = f"er is niets veranderd: {path.parent.name} is vastgesteld en noemt {old}"
        raise ToezichtError(message, f"laat wie het andere {old} maakte, dat een nieuw nummer geven")


def _may_name(content: bytes, old: str) -> bool:
    """Whether ``old`` may stand in a file, also in one of two bytes a letter."""
    return old.encode() in content.replace(b"\0", b"")


def _rewrite(werkmap: Path, files: Collection[str], old: str, new: str) -> Iterator[str]:
    """Write ``new`` where ``files`` name ``old``; yield the files that changed."""
    for file in files:
        if edit_file(werkmap / file, _replacer(file, old, new)):
            yield file


def _replacer(file: str, old: str, new: str) -> Callable[[str], str]:
    return lambda text: _replace(text, file, old, new)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ToezichtError(f"{path} kon niet weggehaald worden") from error


def _list_files(werkmap: Path) -> Iterator[str]:
    """Yield the files in which a number can be a value: those of the registers, and of every onderzoek.

    An onderzoek counts whatever else is wrong with it: its number would lead to another entry.
    """
    for soort in SOORTEN:
        pattern = "*/*.yaml" if soort.letter else "*.yaml"
        yield from _below(werkmap, f"{soort.map}/{pattern}")
    yield from _below(werkmap, f"{ONDERZOEKEN}/[!.]*/{ONDERZOEK}")


def _below(werkmap: Path, pattern: str) -> Iterator[str]:
    return (path.relative_to(werkmap).as_posix() for path in sorted(werkmap.glob(pattern)))


def _read_bytes(werkmap: Path, file: str) -> bytes:
    try:
        return read_bytes(werkmap, file)
    except BestandError as error:
        raise _refusal(file, error) from error


def _read(werkmap: Path, file: str) -> str:
    try:
        return decode(_read_bytes(werkmap, file))
    except BestandError as error:
        raise _refusal(f"{file}:{error.line}", error) from error


def _refusal(place: str, error: Exception) -> ToezichtError:
    return ToezichtError(f"er is niets veranderd, want {place} is niet te lezen: {error}", _HULP)


def _replace(text: str, file: str, old: str, new: str) -> str:
    """Return ``text`` with ``new`` for every value that is ``old``."""
    try:
        value = parse(text, file).value
    except YamlTextError as error:
        raise _refusal(f"{file}:{error.faults[0].location.line}", error) from error
    for route in _find_routes(value, old):
        text = set_value(text, route, new, file)
    return text


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


def _list_mentions(werkmap: Path, old: str) -> Iterator[str]:
    """Yield every line that still names ``old``, as ``file:line``: words are for people to change."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(old)}(?!\d)")
    files = (*_list_files(werkmap), UITZONDERINGEN, *_below(werkmap, f"{ONDERZOEKEN}/[!.]*/**/*.yaml"))
    for file in dict.fromkeys(files):
        try:
            text = decode(read_bytes(werkmap, file))
        except BestandError:
            continue  # there is none, or controleer tells of it
        if old in text:
            for number, line in enumerate(split_lines(text), 1):
                if pattern.search(line):
                    yield f"{file}:{number}"
