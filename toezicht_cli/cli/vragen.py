"""Ask on a terminal for what the options of ``nieuw`` did not give, in Dutch and on stderr.

In a script nothing is asked: what is missing is named at once, with its options.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from toezicht_cli.cli.common import complain, say
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.geraamte import Aanvraag
from toezicht_cli.services.nieuw import (
    SOORTEN_TOEZICHT,
    Kaderkeuze,
    check_id,
    check_naam,
    check_soort,
    find_keuze,
    list_kaders,
    load_kader,
)

Check = Callable[[str], str | None]


def can_ask() -> bool:
    """Whether a person sits at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def refuse_missing(aanvraag: Aanvraag) -> Aanvraag:
    """Return a complete ``aanvraag``; raise ToezichtError that names every option it lacks."""
    given = {
        "ID": aanvraag.id,
        "--kader": aanvraag.kader,
        "--aanbieder": aanvraag.aanbieder,
        "--soort-toezicht": aanvraag.soort_toezicht,
    }
    missing = [option for option, value in given.items() if not value]
    if missing:
        message = f"er ontbreekt: {', '.join(missing)}"
        raise ToezichtError(message, "geef het op de opdrachtregel; op een terminal vraagt toezicht ernaar")
    return aanvraag


def complete_aanvraag(aanvraag: Aanvraag, home: Path) -> Aanvraag:
    """Return ``aanvraag`` with the answers of the user for what it lacks."""
    _check_given(aanvraag, home)
    naam = aanvraag.id or _ask(
        "Naam van de map, zoals zorg-voorbeeld-2026", lambda answer: check_id(answer, home)
    )
    kader = aanvraag.kader or _ask_kader(home)
    aanbieder = aanvraag.aanbieder or _ask("Naam van de aanbieder", check_naam)
    soort = aanvraag.soort_toezicht or _ask_soort()
    gemeenten = aanvraag.gemeenten or (() if aanvraag.aanbieder else ask_some("Gemeente"))
    needs = not aanvraag.vestigingen and _is_per_locatie(kader, home)
    vestigingen = ask_some("Vestiging") if needs else aanvraag.vestigingen
    return aanvraag._replace(
        id=naam,
        kader=kader,
        aanbieder=aanbieder,
        soort_toezicht=soort,
        gemeenten=gemeenten,
        vestigingen=vestigingen,
    )


def _check_given(aanvraag: Aanvraag, home: Path) -> None:
    """Raise ToezichtError for a wrong option before the first question, not after the last."""
    if aanvraag.id:
        check_id(aanvraag.id, home)
    if aanvraag.kader:
        load_kader(aanvraag.kader, home)
    if aanvraag.soort_toezicht:
        check_soort(aanvraag.soort_toezicht)


def _ask_kader(home: Path) -> str:
    keuzes = list_kaders(home)
    _show("Welk toetsingskader?", [f"{keuze.verwijzing}  {_describe(keuze)}" for keuze in keuzes])
    return _ask(
        "Nummer of naam van het kader", lambda answer: find_keuze(answer, _names(keuzes)), default="1"
    )


def _ask_soort() -> str:
    _show("Welke soort toezicht?", SOORTEN_TOEZICHT)

    def check(answer: str) -> str:
        found = find_keuze(answer, SOORTEN_TOEZICHT) if answer.isdigit() else answer
        check_soort(found)
        return found

    return _ask("Nummer of naam van de soort", check)


def _is_per_locatie(kader: str, home: Path) -> bool:
    return any(keuze.per_locatie for keuze in list_kaders(home) if keuze.verwijzing == kader)


def _names(keuzes: tuple[Kaderkeuze, ...]) -> tuple[str, ...]:
    return tuple(keuze.verwijzing for keuze in keuzes)


def _describe(keuze: Kaderkeuze) -> str:
    per = ", een oordeel per locatie" if keuze.per_locatie else ""
    return f"{keuze.titel} ({keuze.normen} normen{per})"


def _ask(question: str, check: Check, default: str | None = None) -> str:
    """Ask until ``check`` accepts the answer; return what it returned, or else the answer itself."""
    while True:
        answer = str(typer.prompt(question, default=default, err=True)).strip()
        try:
            return check(answer) or answer
        except ToezichtError as error:
            complain(str(error), error.help)


def ask_some(what: str) -> tuple[str, ...]:
    """Ask for names, one at a time; Enter without a name ends it."""
    found: list[str] = []
    question = f"{what} (Enter als er geen is)"
    while answer := str(typer.prompt(question, default="", show_default=False, err=True)).strip():
        question = f"Nog een {what.lower()} (Enter als er geen meer is)"
        try:
            check_naam(answer)
        except ToezichtError as error:
            complain(str(error), error.help)
        else:
            found.append(answer)
    return tuple(found)


def _show(heading: str, choices: list[str] | tuple[str, ...]) -> None:
    say(heading)
    for number, choice in enumerate(choices, 1):
        say(f"  {number}  {choice}")
