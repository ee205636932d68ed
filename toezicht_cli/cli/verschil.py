"""Command ``toezicht verschil``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, complete, emit, formaat_option, say, today, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError, quote
from toezicht_cli.outputs import find_output

if TYPE_CHECKING:
    from toezicht_cli.analysis.verschil import Vergelijking

_EPILOG = """
Voorbeelden:  toezicht verschil  ·  toezicht verschil --sinds concept
              toezicht verschil oude-map nieuwe-map
              toezicht verschil main..HEAD

Typ je er niets achter, dan zie je wat er anders is dan bij de laatste vastlegging in git.

VAN..TOT vergelijkt twee versies uit git, VAN.. een versie met nu.
VAN...TOT begint waar de twee uit elkaar gingen.
Twee mappen (MAP_A MAP_B) vergelijk je zonder git.

--sinds kent vorige, concept, reactie, elke fase, en een dag als 2025-03-01.

Uitkomst 0: vergeleken. 1: een deel was niet te lezen. 2: verkeerd gebruik.
"""
_MOMENTEN = ("vorige", "concept", "reactie", "voorbereiding", "uitvoering", "conceptrapport", "definitief")
_USAGE = "toezicht verschil [PAD] [VAN..TOT], of toezicht verschil MAP_A MAP_B"

WatArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PAD] [VAN..TOT | MAP_A MAP_B]",
        help="Het onderzoek of de werkmap, en twee versies uit git; of twee mappen.",
        show_default=False,
    ),
]
SindsOption = Annotated[
    str | None,
    typer.Option(
        "--sinds",
        metavar="MOMENT",
        help="Vergelijk de stand van nu met die van eerder: vorige, concept, een fase of een dag.",
        autocompletion=complete(_MOMENTEN),
        show_default=False,
    ),
]
FormaatOption = Annotated[str, formaat_option("verschil")]


def verschil(wat: WatArgument = None, *, sinds: SindsOption = None, formaat: FormaatOption = "tekst") -> None:
    """Laat zien wat er in een onderzoek anders is: eerst de oordelen, dan de rest."""
    vergelijking = _compare(wat or [], sinds)
    emit(find_output("verschil", formaat).render(vergelijking, view()))
    if all(item.is_leeg for item in vergelijking.verschillen) and not wat and sinds is None:
        say("Verder terug kijken: toezicht verschil --sinds vorige")
    volledig = all(item.is_volledig for item in vergelijking.verschillen)
    raise typer.Exit(ExitCode.OK if volledig else ExitCode.FINDINGS)


def _compare(wat: list[str], sinds: str | None) -> "Vergelijking":
    from toezicht_cli.services.verschil import (
        compare_mappen,
        compare_reeks,
        compare_sinds,
        is_reeks,
        parse_reeks,
    )

    *paden, last = wat or [""]
    reeks = last if is_reeks(last) else None
    if reeks is None and last:
        paden.append(last)
    if sinds is not None:
        if reeks is not None or len(paden) > 1:
            raise ToezichtError("--sinds gaat over één onderzoek en niet over VAN..TOT", f"gebruik: {_USAGE}")
        return compare_sinds(_pad(paden), sinds, today())
    if reeks is None and len(paden) == 2:
        return compare_mappen(Path(paden[0]), Path(paden[1]), today())
    if len(paden) > 1:
        raise ToezichtError("dit zijn te veel namen", f"gebruik: {_USAGE}")
    return compare_reeks(_pad(paden), parse_reeks(reeks or "HEAD.."), today())


def _pad(paden: list[str]) -> Path:
    """Return the folder that was named, else where one stands.

    Raises:
        ToezichtError: it looks like a version and not like a folder.
    """
    if not paden:
        return HIER
    naam = paden[0]
    if "/" not in naam and not _exists(naam):
        raise ToezichtError(
            f"{quote(naam)} is geen map", f"bedoel je een versie uit git, schrijf dan {naam}.."
        )
    return Path(naam)


def _exists(naam: str) -> bool:
    try:
        return Path(naam).exists()
    except (OSError, ValueError):  # too long, or no name at all
        return False


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, verschil, panel, _EPILOG)
