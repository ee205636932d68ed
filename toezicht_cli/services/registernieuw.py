"""Registernieuw: make an entry of a register, with a number that no branch has."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.registerdatums import describe_omgekeerd, list_omgekeerd
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.git.aanroep import GeenGitError, Repository
from toezicht_cli.loading.git.namen import list_names_on_branches
from toezicht_cli.loading.schrijven import create_file
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.vinden import find_git_root
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_vorm import write_field
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.services.mapmaken import make_folder
from toezicht_cli.services.registersoort import AANBIEDER, Registersoort, file_of, find_soort, list_nummers
from toezicht_cli.services.werkmap import read_werkmap

_SERIAL = re.compile(r"[SMG]-[0-9]{4}-([0-9]{3,6})\.yaml")
_FIRST_DIGITS = 3
# How fields are asked for that no option is named after; the id of an aanbieder is an argument.
OPTIES = {"id": "de korte naam", "omschrijving": "--tekst", "verslag": "--tekst"}
_DAGEN = ("datum", "ontvangen_op", "voorgevallen_op", "bekend_op")
# A year beyond these is a slip of the hand, and gives a number and a folder that nobody looks for.
_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2100

Velden = Mapping[str, YamlValue]


class Invoer:
    """A werkmap to write entries in: toezicht.yaml and the other branches are read once for all of them."""

    def __init__(self, werkmap: Path) -> None:
        """Raise ToezichtError when toezicht.yaml cannot be used."""
        self.werkmap = werkmap
        self.inhoud = read_werkmap(werkmap)
        self._nummers: dict[str, set[str]] = {}
        self._elsewhere: dict[Path, frozenset[str]] = {}

    def nummers(self, soort: Registersoort) -> set[str]:
        """Return the numbers (or names) of the entries that are there, those that were written here too."""
        if soort.map not in self._nummers:
            self._nummers[soort.map] = set(list_nummers(self.werkmap, soort))
        return self._nummers[soort.map]

    def create(self, soort: Registersoort, velden: Velden) -> str:
        """Write a new entry and return its number; arguments and errors as ``create_entry``."""
        check_velden(soort, velden)
        for fault in self.list_wrong_namen(velden):
            raise fault
        nummer = self._create_numbered(soort, velden) if soort.letter else self._create_named(soort, velden)
        self.nummers(soort).add(nummer)
        return nummer

    def foresee(self, soort: Registersoort, velden: Velden) -> str:
        """Return the number that ``create`` would give, and count it as given; nothing is written."""
        nummer = str(velden.get("id", ""))
        if soort.letter:
            jaar = _year(soort, velden)
            here = [f"{nummer}.yaml" for nummer in self.nummers(soort) if nummer[2:6] == str(jaar)]
            nummer = next_nummer(soort, jaar, (*here, *self._names_elsewhere(soort, jaar)))
        self.nummers(soort).add(nummer)
        return nummer

    def list_wrong_namen(self, velden: Velden) -> Iterator[ToezichtError]:
        """Yield an error for each gemeente, aanbieder or number that is none of this werkmap."""
        gemeenten = [gemeente.naam for gemeente in self.inhoud.gemeenten]
        for naam in (*_texts(velden.get("gemeente")), *_texts(velden.get("gemeenten"))):
            if gemeenten and naam not in gemeenten:
                hulp = suggest(naam, gemeenten) or f"deze staan in toezicht.yaml: {', '.join(gemeenten)}"
                yield ToezichtError(f"gemeente {quote(naam)} staat niet in toezicht.yaml", hulp)
        for naam in _texts(velden.get("aanbieder")):
            known = self.nummers(AANBIEDER)
            if naam not in known:
                hulp = suggest(naam, known) or f"maak hem eerst: toezicht aanbieder nieuw {naam}"
                yield ToezichtError(f"aanbieder {quote(naam)} is er niet", hulp)
        for nummer in (*_texts(velden.get("naar_aanleiding_van")), *_texts(velden.get("doublure_van"))):
            soort = find_soort(nummer)
            if soort.letter is None or nummer not in self.nummers(soort):
                hulp = suggest(nummer, self.nummers(soort)) or "ga na welk nummer bedoeld is"
                yield ToezichtError(f"{quote(nummer)} staat in geen register", hulp)

    def _create_numbered(self, soort: Registersoort, velden: Velden) -> str:
        jaar = _year(soort, velden)
        elsewhere = self._names_elsewhere(soort, jaar)
        folder = self.werkmap / soort.map / str(jaar)
        make_folder(self.werkmap, folder)

        def choose(present: Collection[str]) -> tuple[str, str]:
            nummer = next_nummer(soort, jaar, (*present, *elsewhere))
            return f"{nummer}.yaml", write_entry(soort, nummer, velden)

        return create_file(folder, choose).stem

    def _names_elsewhere(self, soort: Registersoort, jaar: int) -> frozenset[str]:
        folder = self.werkmap / soort.map / str(jaar)
        if folder not in self._elsewhere:
            self._elsewhere[folder] = names_elsewhere(self.werkmap, folder)
        return self._elsewhere[folder]

    def _create_named(self, soort: Registersoort, velden: Velden) -> str:
        naam = str(velden["id"])
        folder = self.werkmap / soort.map
        make_folder(self.werkmap, folder)
        name = Path(file_of(soort, naam)).name
        create_file(folder, lambda _present: (name, write_entry(soort, naam, velden)))
        return naam


def create_entry(werkmap: Path, soort: Registersoort, velden: Velden) -> str:
    """Write a new entry and return its number.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        soort: the register.
        velden: the fields by name, without ``formaat``, and for a numbered register without ``id``; a field
            without value is left out.

    Raises:
        ToezichtError: a field is wrong (named as the option of the command), or it cannot be written.
    """
    return Invoer(werkmap).create(soort, velden)


def next_nummer(soort: Registersoort, jaar: int, names: Iterable[str]) -> str:
    """Return the number after the highest among the file ``names`` of one year."""
    serials = [int(match[1]) for name in names if (match := _SERIAL.fullmatch(name))]
    return f"{soort.letter}-{jaar}-{max(serials, default=0) + 1:0{_FIRST_DIGITS}}"


def write_entry(soort: Registersoort, nummer: str, velden: Velden) -> str:
    """Return the text of an entry: its fields in the order of the model, those without value left out."""
    given = {"formaat": "1", **velden, "id": nummer}
    lines: list[str] = []
    for naam in soort.model.model_fields:
        if given.get(naam) not in (None, "", [], {}):
            lines += write_field(naam, given[naam], 0)
    return "".join(f"{line}\n" for line in lines)


def make_check(werkmap: Path, soort: Registersoort) -> Callable[[str, str], None]:
    """Return what raises ToezichtError for an answer to an option that cannot be, while others still lack."""
    invoer = Invoer(werkmap)
    velden = {optie: veld for veld, optie in OPTIES.items() if veld in soort.model.model_fields}

    def check(optie: str, waarde: str) -> None:
        veld = velden.get(optie) or optie.removeprefix("--").replace("-", "_")
        for error in invoer.list_wrong_namen({veld: waarde}):
            raise error
        text = "".join(f"{line}\n" for line in write_field(veld, waarde, 0))
        _, faults = validate(parse(text, ""), soort.model)
        for fault in faults:
            if fault.location.column > 1:  # a field that lacks is told of at the begin of the file
                raise ToezichtError(f"{optie}: {fault.message}", fault.help)

    return check


def check_velden(soort: Registersoort, velden: Velden) -> None:
    """Raise ToezichtError for the first field that the model refuses, named as an option."""
    for fault in list_wrong_velden(soort, velden):
        raise fault


def list_wrong_velden(soort: Registersoort, velden: Velden) -> Iterator[ToezichtError]:
    """Yield an error for each field that the model refuses or that cannot be, named as an option."""
    nummer = str(velden.get("id") or ("naam" if soort.letter is None else f"{soort.letter}-2026-001"))
    faults = [*_list_faults(soort.model, write_entry(soort, nummer, velden))]
    yield from faults or _list_wrong_jaren(velden)


def _list_wrong_jaren(velden: Velden) -> Iterator[ToezichtError]:
    """Yield an error for each day in a year that cannot be; the days themselves are sound."""
    for naam in _DAGEN:
        jaar = str(velden.get(naam) or "")[:4]
        if jaar.isdigit() and not _EERSTE_JAAR <= int(jaar) <= _LAATSTE_JAAR:
            message = f"--{naam.replace('_', '-')}: het jaar {jaar} kan niet kloppen"
            hulp = f"geef een dag in {_EERSTE_JAAR} t/m {_LAATSTE_JAAR}"
            yield ToezichtError(message, hulp)


def check_model(model: type[Element], text: str, eerder: Element | None = None) -> None:
    """Raise ToezichtError for the first thing in ``text`` that cannot be, named as an option.

    What was wrong with the order of days in ``eerder`` already is left to the controles.
    """
    known = set(_list_omgekeerd(eerder)) if eerder else set()
    for fault in _list_faults(model, text):
        if str(fault) not in known:
            raise fault


def _list_omgekeerd(entry: Element) -> Iterator[str]:
    """Yield the days of an entry that are in the wrong order (REG013)."""
    dossier = Dossier("registers", {"": entry}, frozenset())
    return (describe_omgekeerd(eerst, daarna) for eerst, daarna in list_omgekeerd(dossier))


def _list_faults(model: type[Element], text: str) -> Iterator[ToezichtError]:
    entry, faults = validate(parse(text, ""), model)
    if entry is not None and not faults:
        for message in _list_omgekeerd(entry):
            yield ToezichtError(message, "ga na welke van de twee dagen klopt")
    for fault in faults:
        line = fault.location.line
        tops = [row.partition(":")[0] for row in text.splitlines()[:line] if row[:1].strip() and ":" in row]
        veld = tops[-1] if tops and fault.rule_id != "STR010" else ""
        optie = OPTIES.get(veld) or f"--{veld.replace('_', '-')}"
        yield ToezichtError(f"{optie}: {fault.message}" if veld else fault.message, fault.help)


def _year(soort: Registersoort, velden: Velden) -> int:
    return date.fromisoformat(str(velden[soort.datum or ""])).year


def names_elsewhere(werkmap: Path, folder: Path) -> frozenset[str]:
    """Return the names that other branches have in ``folder``; none when the werkmap is not in git.

    Raises:
        ToezichtError: git cannot tell.
    """
    top = find_git_root(werkmap)
    if top is None:
        return frozenset()
    try:
        return list_names_on_branches(Repository(top), folder.resolve().relative_to(top).as_posix())
    except GeenGitError as error:
        message = f"{error}, en zonder git is niet te zien welke nummers andere takken al hebben"
        raise ToezichtError(message, "installeer git en probeer het opnieuw") from error


def _texts(value: YamlValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
