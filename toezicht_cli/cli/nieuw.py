"""Command ``toezicht nieuw``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import emit, view
from toezicht_cli.cli.dutch import add_command

_EPILOG = """
Voorbeeld:  toezicht nieuw zorg-voorbeeld-2026

In een script:  toezicht nieuw zorg-voorbeeld-2026 --kader ggd-gelderland-zuid@2019-07
--aanbieder "Zorg Voorbeeld" --soort-toezicht proactief

Na een signaal:  toezicht nieuw zorg-voorbeeld-2026 --soort-toezicht signaalgestuurd
--naar-aanleiding-van S-2026-001

Op een terminal vraagt toezicht wat je niet opgaf. In een werkmap komt het onderzoek in onderzoeken/.
"""


def _complete_kader(incomplete: str) -> list[str]:
    from toezicht_cli.services.nieuw import list_kaders

    return [keuze.verwijzing for keuze in list_kaders(Path.cwd()) if keuze.verwijzing.startswith(incomplete)]


def _complete_soort(incomplete: str) -> list[str]:
    from toezicht_cli.services.soorten import list_soorten

    return [soort.id for soort in list_soorten(Path.cwd()) if soort.id.startswith(incomplete)]


IdArgument = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="Naam van het onderzoek en van de map.", show_default=False),
]
KaderOption = Annotated[
    str | None,
    typer.Option(
        "--kader",
        metavar="NAAM@VERSIE",
        help="Het toetsingskader; anders dat van de soort toezicht, als de werkmap er een noemt.",
        autocompletion=_complete_kader,
    ),
]
AanbiederOption = Annotated[str | None, typer.Option("--aanbieder", metavar="NAAM", help="De aanbieder.")]
SoortOption = Annotated[
    str | None,
    typer.Option(
        "--soort-toezicht",
        metavar="SOORT",
        help="Een soort van de werkmap, zoals signaalgestuurd of calamiteitentoezicht.",
        autocompletion=_complete_soort,
    ),
]
TitelOption = Annotated[
    str | None,
    typer.Option("--titel", metavar="TITEL", help="Titel van het rapport; anders de naam van de aanbieder."),
]
GemeenteOption = Annotated[
    list[str] | None,
    typer.Option("--gemeente", metavar="NAAM", help="Gemeente van het onderzoek; mag vaker."),
]
VestigingOption = Annotated[
    list[str] | None,
    typer.Option("--vestiging", metavar="NAAM", help="Vestiging van de aanbieder; mag vaker."),
]
AanleidingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--naar-aanleiding-van",
        metavar="NUMMER",
        help="Signaal, melding of gesprek waar het uit volgt, zoals S-2026-001; mag vaker.",
    ),
]
InOption = Annotated[Path | None, typer.Option("--in", metavar="MAP", help="Map waarin het onderzoek komt.")]


def nieuw(  # noqa: PLR0913 - one parameter per option
    onderzoek_id: IdArgument = None,
    *,
    kader: KaderOption = None,
    aanbieder: AanbiederOption = None,
    soort_toezicht: SoortOption = None,
    titel: TitelOption = None,
    gemeente: GemeenteOption = None,
    vestiging: VestigingOption = None,
    naar_aanleiding_van: AanleidingOption = None,
    in_map: InOption = None,
) -> None:
    """Maak een nieuw onderzoek: een map met alle bestanden, klaar om in te vullen."""
    from toezicht_cli.cli.vragen import can_ask, complete_aanvraag, refuse_missing
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.geraamte import Aanvraag
    from toezicht_cli.services.nieuw import create_onderzoek, find_home

    here = Path.cwd()
    home = find_home(here, in_map)
    names = (onderzoek_id or "", kader or "", aanbieder or "", soort_toezicht or "")
    aanvraag = Aanvraag(*names, titel, tuple(gemeente or ()), tuple(vestiging or ()))
    aanvraag = aanvraag._replace(naar_aanleiding_van=tuple(dict.fromkeys(naar_aanleiding_van or ())))
    aanvraag = complete_aanvraag(aanvraag, home) if can_ask() else refuse_missing(aanvraag, home)
    emit(render(create_onderzoek(aanvraag, home, here), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, nieuw, panel, _EPILOG)
