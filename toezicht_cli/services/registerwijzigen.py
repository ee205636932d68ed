"""Registerwijzigen: add to an entry of a register: a step, a besluit, its end; comments and order stay."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.registernaam import find_naam
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.schrijven import edit_file
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.register import Gesprek, Melding, Signaal
from toezicht_cli.services.registernieuw import Invoer, check_model
from toezicht_cli.services.registersoort import Registersoort, file_of, find_bestand

_ZELF = "klopt dat niet, pas het dan zelf aan in het bestand"


class Wijziging(NamedTuple):
    """One change: where in the entry, the value, and whether it is added to a list."""

    route: tuple[str, ...]
    waarde: YamlValue
    erbij: bool = False


def read_entry(werkmap: Path, soort: Registersoort, nummer: str) -> Element:
    """Return one entry.

    Raises:
        ToezichtError: it is not there, or cannot be used; the text names line and column.
    """
    find_bestand(werkmap, soort, nummer)
    file = file_of(soort, nummer)
    entry = read_document(werkmap, file, soort.model).require()
    wanted = find_naam(file, entry)
    if wanted is not None:
        message = f"{file} gaat over iets anders: het hoort {wanted} te heten"
        raise ToezichtError(message, "maak de naam van het bestand en het id gelijk")
    return entry


Decide = Callable[[Element], Sequence[Wijziging]]


def change_entry(werkmap: Path, soort: Registersoort, nummer: str, decide: Decide) -> None:
    """Write into the file of an entry what ``decide`` makes of it, all of that or nothing.

    ``decide`` sees the entry as it stands while nobody else can write it, so that of two people who do
    the same only one does.

    Raises:
        ToezichtError: ``decide`` raised it, what would stand there is no sound entry, or the file cannot be
            changed safely.
    """
    file = file_of(soort, nummer)

    def change(text: str) -> str:
        entry = read_entry(werkmap, soort, nummer)
        for wijziging in decide(entry):
            write = append_item if wijziging.erbij else set_value
            text = write(text, wijziging.route, wijziging.waarde, file)
        check_model(soort.model, text, entry)
        return text

    edit_file(find_bestand(werkmap, soort, nummer), change)


def check_open(entry: Element, nummer: str) -> None:
    """Raise ToezichtError when an entry is closed: then nothing more is added to it."""
    einde = _end_of(entry)
    if einde is not None:
        message = f"{nummer} is al afgehandeld op {einde.leesbaar}"
        raise ToezichtError(message, _ZELF)


def check_dag(entry: Element, nummer: str, dag: date) -> None:
    """Raise ToezichtError when ``dag`` lies before the day of the entry."""
    begin = getattr(entry, "ontvangen_op", None) or getattr(entry, "datum", None)
    if isinstance(begin, Datum) and dag < begin.vroegst:
        raise ToezichtError(f"{nummer} is van {begin.leesbaar}", "geef met --datum die dag of een latere")


def check_doublure(werkmap: Path, soort: Registersoort, signaal: Signaal, doublure_van: str) -> None:
    """Raise ToezichtError when a signaal cannot be a doublure of another one."""
    nummer = signaal.id
    if signaal.doublure_van is not None:
        raise ToezichtError(f"{nummer} is al een doublure van {signaal.doublure_van}", _ZELF)
    if signaal.besluit is not None:
        hulp = "dan telt het zelf: haal anders eerst het besluit weg"
        raise ToezichtError(f"over {nummer} is al besloten: {signaal.besluit.keuze}", hulp)
    if doublure_van == nummer:
        raise ToezichtError("een signaal is geen doublure van zichzelf", "noem het eerste signaal")
    for fault in Invoer(werkmap).list_wrong_namen({"doublure_van": doublure_van}):
        raise fault
    eerste = read_entry(werkmap, soort, doublure_van)
    if isinstance(eerste, Signaal) and eerste.doublure_van is not None:
        raise ToezichtError(f"{doublure_van} is zelf een doublure", f"noem {eerste.doublure_van}")
    aanbieders = {signaal.aanbieder, eerste.aanbieder if isinstance(eerste, Signaal) else None} - {None}
    if len(aanbieders) > 1:
        raise ToezichtError(f"{doublure_van} gaat over een andere aanbieder", "ga na welke van de twee klopt")


def _end_of(entry: Element) -> Datum | None:
    if isinstance(entry, Signaal):
        return entry.afhandeling.datum if entry.afhandeling else None
    if isinstance(entry, Melding | Gesprek):
        return entry.afgesloten.datum if entry.afgesloten else None
    return None
