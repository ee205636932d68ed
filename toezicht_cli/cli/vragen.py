"""Ask on a terminal for what the options of ``nieuw`` did not give, in Dutch and on stderr.

In a script nothing is asked: what is missing is named at once, with its options.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from toezicht_cli.cli.common import complain, say
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.aanleiding import Aanleiding, find_aanleiding
from toezicht_cli.services.geraamte import Aanvraag
from toezicht_cli.services.nieuw import (
    Kaderkeuze,
    check_id,
    check_naam,
    find_keuze,
    list_kaders,
    load_kader,
    take_over,
)
from toezicht_cli.services.soorten import check_soort, find_kader_van_soort, list_soorten

Check = Callable[[str], str | None]


def can_ask() -> bool:
    """Whether a person sits at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def refuse_missing(aanvraag: Aanvraag, home: Path) -> Aanvraag:
    """Return a complete ``aanvraag``, with what the registers and the kind of toezicht already know.

    Raises:
        ToezichtError: options are missing; all of them are named.
    """
    _check_given(aanvraag, home)
    aanvraag = take_over(aanvraag, find_aanleiding(aanvraag.naar_aanleiding_van, home), home)
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
    aanleiding = find_aanleiding(aanvraag.naar_aanleiding_van, home)
    naam = aanvraag.id or _ask(
        "Naam van de map, zoals zorg-voorbeeld-2026", lambda answer: check_id(answer, home)
    )
    soort = aanvraag.soort_toezicht or _ask_soort(home)
    kader = aanvraag.kader or _take_kader(soort, home) or _ask_kader(home)
    voorstel = aanleiding.aanbieder.naam if aanleiding.aanbieder else None
    aanbieder = aanvraag.aanbieder or _ask("Naam van de aanbieder", check_naam, default=voorstel)
    gemeenten = aanvraag.gemeenten or _ask_gemeenten(aanleiding, is_asked=not aanvraag.aanbieder)
    needs = not aanvraag.vestigingen and _is_per_locatie(kader, home)
    vestigingen = ask_some("Vestiging") if needs else aanvraag.vestigingen
    answered = aanvraag._replace(
        id=naam,
        kader=kader,
        aanbieder=aanbieder,
        soort_toezicht=soort,
        gemeenten=gemeenten,
        vestigingen=vestigingen,
    )
    return take_over(answered, aanleiding._replace(gemeenten=()), home)


def _check_given(aanvraag: Aanvraag, home: Path) -> None:
    """Raise ToezichtError for a wrong option before the first question, not after the last."""
    if aanvraag.id:
        check_id(aanvraag.id, home)
    if aanvraag.kader:
        load_kader(aanvraag.kader, home)
    if aanvraag.soort_toezicht:
        check_soort(aanvraag.soort_toezicht, home)


def _ask_kader(home: Path) -> str:
    keuzes = list_kaders(home)
    _show("Welk toetsingskader?", [f"{keuze.verwijzing}  {_describe(keuze)}" for keuze in keuzes])
    return _ask(
        "Nummer of naam van het kader", lambda answer: find_keuze(answer, _names(keuzes)), default="1"
    )


def _take_kader(soort: str, home: Path) -> str | None:
    """Return the kader that the werkmap ties to a kind of toezicht, and say so."""
    kader = find_kader_van_soort(soort, home)
    if kader is not None:
        load_kader(kader, home)
        say(f"Toetsingskader: {kader}. Dat hoort bij deze soort; een ander kies je met --kader.")
    return kader


def _ask_soort(home: Path) -> str:
    soorten = list_soorten(home)
    names = tuple(soort.id for soort in soorten)
    _show("Welke soort toezicht?", [f"{soort.id}  {soort.titel}, {soort.groep}" for soort in soorten])

    def check(answer: str) -> str:
        found = find_keuze(answer, names) if answer.isdigit() else answer
        check_soort(found, home)
        return found

    return _ask("Nummer of naam van de soort", check)


def _ask_gemeenten(aanleiding: Aanleiding, *, is_asked: bool) -> tuple[str, ...]:
    """Return the gemeenten: those of the aanleiding, which Enter takes over, else what is asked for."""
    if not aanleiding.gemeenten:
        return ask_some("Gemeente") if is_asked else ()
    answer = _ask("Gemeenten, met een komma ertussen", check_naam, default=", ".join(aanleiding.gemeenten))
    return tuple(naam for part in answer.split(",") if (naam := part.strip()))


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


_ANTWOORDEN = {"j": True, "ja": True, "n": False, "nee": False, "": False}


def ask_ja_nee(question: str) -> bool:
    """Return whether the answer is yes; Enter is no."""
    while True:
        answer = str(typer.prompt(f"{question} [j/N]", default="", show_default=False, err=True))
        if answer.strip().lower() in _ANTWOORDEN:
            return _ANTWOORDEN[answer.strip().lower()]
        complain("antwoord met j of n")


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
