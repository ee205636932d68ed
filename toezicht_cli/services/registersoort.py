"""Registersoort: what the four registers differ in, as data; a fifth is a row here."""

from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.models.base import Element
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal


class Registersoort(NamedTuple):
    """A register: how one entry and many are called, its folder, its model and the letter of its numbers.

    Without ``letter`` an entry is called by a name that people give it. ``datum`` is the field with the day
    from which an entry counts.
    """

    naam: str
    meervoud: str
    map: str
    model: type[Element]
    letter: str | None
    datum: str | None


SIGNAAL = Registersoort("signaal", "signalen", "signalen", Signaal, "S", "datum")
MELDING = Registersoort("melding", "meldingen", "meldingen", Melding, "M", "ontvangen_op")
GESPREK = Registersoort("gesprek", "gesprekken", "gesprekken", Gesprek, "G", "datum")
AANBIEDER = Registersoort("aanbieder", "aanbieders", "aanbieders", Registeraanbieder, None, None)
SOORTEN = (SIGNAAL, MELDING, GESPREK, AANBIEDER)


def find_soort(nummer: str) -> Registersoort:
    """Return the register that the number of an entry belongs to: that of its letter, else aanbieders."""
    return next(
        (soort for soort in SOORTEN if soort.letter and nummer.startswith(f"{soort.letter}-")), AANBIEDER
    )


def file_of(soort: Registersoort, nummer: str) -> str:
    """Return the file of an entry as seen from the werkmap."""
    return f"{soort.map}/{nummer[2:6]}/{nummer}.yaml" if soort.letter else f"{soort.map}/{nummer}.yaml"


def list_nummers(werkmap: Path, soort: Registersoort) -> tuple[str, ...]:
    """Return the numbers (or names) of all entries by their files, sorted."""
    pattern = "*/*.yaml" if soort.letter else "*.yaml"
    return tuple(sorted(path.stem for path in (werkmap / soort.map).glob(pattern)))


def find_bestand(werkmap: Path, soort: Registersoort, nummer: str) -> Path:
    """Return the file of an entry that is there.

    Raises:
        ToezichtError: there is no such entry; the help names the nearest, or the right command.
    """
    path = werkmap / file_of(soort, nummer)
    known = list_nummers(werkmap, soort)
    if nummer in known and path.is_file():
        return path
    if nummer in known:
        message = f"{soort.naam} {nummer} staat niet op zijn plek: dat is {file_of(soort, nummer)}"
        raise ToezichtError(message, "zet het bestand daar; toezicht controleer noemt wat er verder mis is")
    other = find_soort(nummer)
    if soort.letter and other.letter and other is not soort:
        hulp = f"{nummer} is een {other.naam}: toezicht {other.naam} toon {nummer}"
    else:
        hulp = suggest(nummer, known) or f"toezicht {soort.naam} lijst toont wat er is"
    raise ToezichtError(f"{soort.naam} {quote(nummer)} is er niet", hulp)
