"""Commands ``toezicht git installeer|verwijder``, and two that git starts: ``bewaak`` and ``leesbaar``."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, complain, emit, say, today, view
from toezicht_cli.cli.dutch import DutchCommand, add_command, make_group
from toezicht_cli.diagnostics import Severity, mask

if TYPE_CHECKING:
    from toezicht_cli.services.bewaak import Bewaking
    from toezicht_cli.services.gitinrichting import Inrichting

_MEEST = 10
_INSTALLEER = """
Voorbeeld:  toezicht git installeer

Alles komt in de map .git van deze kopie. Aan je bestanden verandert niets.

Een haak die er al is, blijft zoals hij is: je leest dan welke regel je er zelf in zet.

Uitkomst 0: ingericht. 2: de haak kon er niet bij, of inrichten lukte niet.
"""

PadArgument = Annotated[
    Path,
    typer.Argument(
        metavar="[PAD]", help="Een map die in git staat. Zonder PAD: waar je staat.", show_default=False
    ),
]
ZonderHaakOption = Annotated[bool, typer.Option("--zonder-haak", help="Controleer niets voor een commit.")]


def installeer(pad: PadArgument = HIER, *, zonder_haak: ZonderHaakOption = False) -> None:
    """Laat git een onderzoek leesbaar tonen, en houd tegen wat niet in git hoort."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.gitinrichting import install

    inrichting = install(pad, haak=not zonder_haak)
    emit(render(inrichting.mededeling, view()))
    _complain_of(inrichting)


def verwijder(pad: PadArgument = HIER) -> None:
    """Haal weg wat installeer in git heeft gezet."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.gitinrichting import remove

    inrichting = remove(pad)
    emit(render(inrichting.mededeling, view()))
    _complain_of(inrichting)


def _complain_of(inrichting: "Inrichting") -> None:
    for probleem in inrichting.problemen:
        complain(str(probleem), probleem.help)
    if inrichting.problemen:
        raise typer.Exit(ExitCode.WRONG_USE)


def bewaak() -> None:
    """Kijk of wat klaarstaat vastgelegd mag worden. De haak van git start dit."""
    from toezicht_cli.outputs.controle.tekst import render_errors
    from toezicht_cli.services.bewaak import Omgeving, inspect

    cwd = Path.cwd()
    omgeving = Omgeving(_from_git(cwd, "GIT_INDEX_FILE"), _from_git(cwd, "GIT_DIR"))
    bewaking = inspect(cwd, omgeving, _from_git(cwd, "GIT_PREFIX") or cwd, today())
    if bewaking.mag_door:
        if bewaking.fouten:
            fouten = Severity.ERROR.counted(bewaking.fouten)
            say(f"toezicht: {fouten} toegestaan door hoogstens in toezicht.yaml")
        return
    for uitslag in bewaking.uitslagen:
        if uitslag.has_errors:
            emit(render_errors(uitslag, view()) + "\n")
    _explain(bewaking)
    raise typer.Exit(ExitCode.FINDINGS)


def leesbaar(bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het bestand.")]) -> None:
    """Toon een bestand zoals git diff het toont. git start dit zelf, langs een kortere weg (__main__)."""
    from toezicht_cli.services.leesbaar import read_leesbaar

    emit(read_leesbaar(bestand))


def _from_git(cwd: Path, name: str) -> Path | None:
    """Return a path that git gave its hook: seen from where the hook runs."""
    value = os.environ.get(name)
    return cwd / value if value else None


def _explain(bewaking: "Bewaking") -> None:
    say("")
    say("toezicht: de commit is niet gemaakt")
    if bewaking.vertrouwelijk:
        _explain_vertrouwelijk(bewaking.vertrouwelijk, eerste=bewaking.eerste)
    if bewaking.al_vast:
        _explain_al_vast(bewaking.al_vast)
    if bewaking.fouten > bewaking.toegestaan:
        aantal = Severity.ERROR.counted(bewaking.fouten)
        say(f"  Wat je gaat vastleggen, heeft {aantal}. Herstel dat, en doe git add en git commit opnieuw.")
        say("  Met toezicht controleer zie je ook de meldingen die geen fout zijn.")
    say("  Met git commit --no-verify slaat git deze controle over. Wat je vastlegt, blijft in de")
    say("  geschiedenis staan, ook als je het later weghaalt.")


def _explain_vertrouwelijk(paths: tuple[str, ...], *, eerste: bool) -> None:
    say("  Dit hoort niet in git. Je laatste commit heeft het nog niet. Haal het uit wat klaarstaat met:")
    _say_paths("git rm --cached" if eerste else "git restore --staged", paths)


def _explain_al_vast(paths: tuple[str, ...]) -> None:
    say("  Dit hoort niet in git, en het staat al in de geschiedenis. Haal het uit de volgende stand met:")
    _say_paths("git rm --cached", paths)
    say("  Daarna gaat je commit weer door. Uit de oude stand is het dan niet weg: meld het aan wie over")
    say("  deze map in git gaat. Is het geen sleutel, geef het bestand dan een andere naam.")


def _say_paths(opdracht: str, paths: tuple[str, ...]) -> None:
    for path in paths[:_MEEST]:
        say(f"    {opdracht} {mask(shlex.quote(f':/{path}'))}")
    if len(paths) > _MEEST:
        say(f"    … en nog {len(paths) - _MEEST}")
    say("  Je bestand blijft staan waar het staat.")


def register(app: typer.Typer, panel: str) -> None:
    """Add the group of commands to ``app``."""
    group = make_group("Richt git in voor onderzoeken.", "Voorbeeld:  toezicht git installeer")
    add_command(group, installeer, None, _INSTALLEER)
    add_command(group, verwijder, None, "Voorbeeld:  toezicht git verwijder")
    for hidden in (bewaak, leesbaar):
        group.command(cls=DutchCommand, hidden=True)(hidden)
    app.add_typer(group, name="git", rich_help_panel=panel)
