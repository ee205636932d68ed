"""Command ``toezicht signaal weeg``, and the refusal of ``toezicht melding weeg``."""

from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import complain, emit, formaat_option, say, view
from toezicht_cli.diagnostics import ToezichtError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toezicht_cli.analysis.wegen import Keuze
    from toezicht_cli.models.afweging import Afwegingsstap
    from toezicht_cli.services.wegen import Weegopgave, Weegtafel

EPILOG = """
Voorbeeld:  toezicht signaal weeg S-2026-001

In een script:  toezicht signaal weeg S-2026-001 --ernst basale-veiligheid --omvang gemiddeld
--onrechtmatigheid nee

De woorden staan in het afwegingskader: toezicht kader toon waterlanden@2026

De prioriteit zegt hoe snel, niet of je iets doet. Wat je doet, schrijf je op met: toezicht signaal opvolgen.
"""
JA_NEE = ("ja", "nee", "onbekend")

ErnstOption = Annotated[
    str | None, typer.Option("--ernst", metavar="WOORD", help="De ernst, een woord uit het kader.")
]
OmvangOption = Annotated[
    str | None, typer.Option("--omvang", metavar="WOORD", help="De omvang, een woord uit het kader.")
]
OmstandigheidOption = Annotated[
    list[str] | None,
    typer.Option("--omstandigheid", metavar="WOORD", help="Wat de prioriteit kan verhogen; mag vaker."),
]
PrioriteitOption = Annotated[
    str | None,
    typer.Option("--prioriteit", metavar="WOORD", help="Anders dan in de tabel; vraagt een motivering."),
]
MotiveringOption = Annotated[str | None, typer.Option("--motivering", metavar="TEKST", help="Waarom.")]
OnrechtmatigOption = Annotated[
    str | None, kern.keuze_option("--onrechtmatigheid", "JA", "Of er een vermoeden van is", JA_NEE)
]
ToelichtingOption = Annotated[
    str | None, typer.Option("--toelichting", metavar="TEKST", help="Bij het vermoeden van onrechtmatigheid.")
]
BetrokkenOption = Annotated[
    str | None, typer.Option("--betrokken", metavar="GETAL", help="Hoeveel cliënten er last van hebben.")
]
TotaalOption = Annotated[
    str | None, typer.Option("--totaal", metavar="GETAL", help="Hoeveel cliënten de aanbieder heeft.")
]
KaderOption = Annotated[
    str | None,
    typer.Option("--afwegingskader", metavar="NAAM@VERSIE", help="Anders dat van toezicht.yaml."),
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Laat het alleen zien.")]


def weeg(  # noqa: PLR0913 - a parameter is an option of the command
    nummer: kern.NummerArgument,
    *,
    werkmap: kern.MapOption = None,
    ernst: ErnstOption = None,
    omvang: OmvangOption = None,
    omstandigheid: OmstandigheidOption = None,
    prioriteit: PrioriteitOption = None,
    motivering: MotiveringOption = None,
    onrechtmatigheid: OnrechtmatigOption = None,
    toelichting: ToelichtingOption = None,
    betrokken: BetrokkenOption = None,
    totaal: TotaalOption = None,
    door: kern.DoorOption = None,
    datum: kern.DagOption = None,
    afwegingskader: KaderOption = None,
    proef: ProefOption = False,
    formaat: Annotated[str, formaat_option("weging")] = "tekst",
) -> None:
    """Weeg een signaal: ernst en omvang geven een prioriteit, en de redenering komt erbij te staan."""
    from toezicht_cli.analysis.wegen import Keuze
    from toezicht_cli.outputs import find_output
    from toezicht_cli.services.wegen import Weegopgave, lay_table, weigh_signaal

    tafel = lay_table(kern.open_werkmap(werkmap), nummer, afwegingskader)
    keuze = Keuze(ernst or "", omvang or "", tuple(omstandigheid or ()), prioriteit, motivering)
    opgave = Weegopgave(keuze, onrechtmatigheid or "", toelichting, betrokken, totaal, door)
    verslag = weigh_signaal(tafel, _complete(tafel, opgave), kern.tell_dag(datum), proef=proef)
    emit(find_output("weging", formaat).render(verslag, view()))


def weeg_melding(nummer: kern.NummerArgument, *, werkmap: kern.MapOption = None) -> None:
    """Een melding wordt niet gewogen: dit zegt waarom, en wat dan wel."""
    from toezicht_cli.services.wegen import refuse_melding

    raise refuse_melding(kern.open_werkmap(werkmap), nummer)


def _complete(tafel: "Weegtafel", opgave: "Weegopgave") -> "Weegopgave":
    """Return ``opgave`` with what it lacks, asked for on a terminal.

    Raises:
        ToezichtError: something is missing and nobody can be asked; all of it is named.
    """
    from toezicht_cli.cli.vragen import can_ask

    keuze = opgave.keuze
    given = {
        "--ernst": keuze.ernst,
        "--omvang": keuze.omvang,
        "--onrechtmatigheid": opgave.onrechtmatigheid,
    }
    missing = [optie for optie, waarde in given.items() if not waarde]
    if not missing:
        return opgave
    if not can_ask():
        message = f"er ontbreekt: {', '.join(missing)}"
        raise ToezichtError(message, "geef het op de opdrachtregel; op een terminal vraagt toezicht ernaar")
    return _ask(tafel, opgave)


def _ask(tafel: "Weegtafel", opgave: "Weegopgave") -> "Weegopgave":
    """Ask step by step: ernst, omvang, what raises it, whether it goes up, and onrechtmatigheid apart."""
    from toezicht_cli.analysis.wegen import find_cel
    from toezicht_cli.cli.vragen import ask_ja_nee

    kader, keuze = tafel.kader, opgave.keuze
    ernst = keuze.ernst or _choose("Hoe ernstig is het?", kader.ernst)
    omvang = keuze.omvang or _choose("Hoe groot is het?", kader.omvang)
    cel = find_cel(kader, ernst, omvang)
    _show_table(tafel, cel)
    for item in tafel.eerdere:
        besluit = item.besluit.keuze if item.besluit else "nog geen besluit"
        say(f"  Eerder: {item.id}, {item.datum.leesbaar}, {item.aard}, {besluit}")
    omstandigheden = keuze.omstandigheden or tuple(
        item.id
        for item in kader.omstandigheden
        if item.blijkt_uit == "oordeel" and ask_ja_nee(f"{item.titel}: speelt dat?")
    )
    keuze = keuze._replace(ernst=ernst, omvang=omvang, omstandigheden=omstandigheden)
    if cel is not None and keuze.prioriteit is None:
        keuze = _ask_prioriteit(keuze, cel, [item.id for item in kader.prioriteiten])
    vermoeden = opgave.onrechtmatigheid or _pick("Is er een vermoeden van onrechtmatigheid?", JA_NEE)
    return opgave._replace(keuze=keuze, onrechtmatigheid=vermoeden)


def _show_table(tafel: "Weegtafel", cel: str | None) -> None:
    """Show every prioriteit with its sign and its word, and which one the table gives."""
    for item in tafel.kader.prioriteiten:
        mark = "  ← in de tabel" if item.id == cel else ""
        say(f"  {item.symbool} {item.label}: {item.betekenis}{mark}")
    if cel is None:
        say("  Deze cel van de tabel is leeg: er volgt geen prioriteit uit.")


def _ask_prioriteit(keuze: "Keuze", cel: str, known: list[str]) -> "Keuze":
    """Ask whether the prioriteit departs from the table, and then why."""
    gekozen = _pick(f"Welke prioriteit wordt het? In de tabel staat {cel}.", tuple(known))
    if gekozen == cel:
        return keuze
    reden = keuze.motivering
    while not (reden or "").strip():
        reden = str(typer.prompt("Waarom anders dan in de tabel", err=True)).strip()
    return keuze._replace(prioriteit=gekozen, motivering=reden)


def _choose(question: str, steps: "Sequence[Afwegingsstap]") -> str:
    """Show the words of the kader with what they mean, and ask for one."""
    for number, step in enumerate(steps, 1):
        say(f"  {number}  {step.id}: {step.uitleg or step.titel}")
    return _pick(question, tuple(step.id for step in steps), shown=True)


def _pick(question: str, choices: tuple[str, ...], *, shown: bool = False) -> str:
    from toezicht_cli.services.nieuw import find_keuze

    if not shown:
        for number, choice in enumerate(choices, 1):
            say(f"  {number}  {choice}")
    while True:
        try:
            return find_keuze(str(typer.prompt(question, err=True)).strip(), choices)
        except ToezichtError as error:
            complain(str(error), error.help)
