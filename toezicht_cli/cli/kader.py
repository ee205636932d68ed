"""Commands ``toezicht kader lijst|toon|controleer|vergelijk|overgang|migreer``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    emit,
    formaat_option,
    today,
    view,
)
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.outputs import find_output

_EPILOG_MIGREER = """
Voorbeelden:  toezicht kader migreer --naar eigen@2027 --proef  ·  toezicht kader migreer --naar eigen@2027

Wat er van elke norm werd, staat in kaders/overgang/. Een vervallen norm wordt bewaard, nooit weggegooid.
"""


def _complete_kader(incomplete: str) -> list[str]:
    """Return the kaders whose name begins with ``incomplete``."""
    from toezicht_cli.services.plek import kadermap_for

    return [name for name in kadermap_for(Path.cwd()).names() if name.startswith(incomplete)]


def _kader_argument(metavar: str, text: str) -> typer.models.ArgumentInfo:
    info: typer.models.ArgumentInfo = typer.Argument(
        metavar=metavar, help=text, autocompletion=_complete_kader, show_default=False
    )
    return info


KaderArgument = Annotated[str, _kader_argument("KADER", "Het kader als naam@versie.")]
NieuwArgument = Annotated[str, _kader_argument("KADER", "Het kader om mee te vergelijken.")]
NaarOption = Annotated[
    str,
    typer.Option(
        "--naar",
        metavar="NAAM@VERSIE",
        help="De nieuwe versie van het kader.",
        autocompletion=_complete_kader,
    ),
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Toon wat er verandert, en schrijf niets.")]
KadersArgument = Annotated[
    list[str] | None, _kader_argument("[KADER]...", "Kaders als naam@versie; zonder naam: allemaal.")
]


def lijst(*, formaat: Annotated[str, formaat_option("kaders")] = "tekst") -> None:
    """Toon welke kaders je kunt gebruiken: die van de werkmap en de meegeleverde."""
    from toezicht_cli.services.kader import list_afwegingen, list_kaders

    here = Path.cwd()
    emit(find_output("kaders", formaat).render((list_kaders(here), list_afwegingen(here)), view()))


def toon(kader: KaderArgument) -> None:
    """Toon een kader: de schaal, de thema's en de normen. Van een afwegingskader: de woorden en de tabel."""
    from toezicht_cli.services.kader import get_afwegingskader, get_kader, has_toetsingskader

    here = Path.cwd()
    afweging = get_afwegingskader(kader, here)
    if afweging is None or has_toetsingskader(kader, here):
        emit(find_output("kader", "tekst").render(get_kader(kader, here), view()))
    if afweging is not None:
        emit(find_output("afwegingskader", "tekst").render(afweging, view()))


def controleer(
    kaders: KadersArgument = None, *, formaat: Annotated[str, formaat_option("controle")] = "tekst"
) -> None:
    """Controleer kaders even streng als een onderzoek."""
    from toezicht_cli.services.kader import check_kaders

    result = check_kaders(kaders or (), Path.cwd(), today())
    emit(find_output("controle", formaat).render(result, view()))
    raise typer.Exit(ExitCode.FINDINGS if result.has_errors else ExitCode.OK)


def vergelijk(
    oud: KaderArgument,
    nieuw: NieuwArgument,
    *,
    formaat: Annotated[str, formaat_option("kadervergelijking")] = "tekst",
) -> None:
    """Vergelijk twee kaders norm voor norm."""
    from toezicht_cli.services.kader import compare

    emit(find_output("kadervergelijking", formaat).render(compare(oud, nieuw, Path.cwd()), view()))


def overgang(oud: KaderArgument, nieuw: NieuwArgument) -> None:
    """Begin een bestand waarin staat wat er van elke norm werd; verbeter het daarna zelf."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.kaderovergang import begin_overgang

    emit(render(begin_overgang(oud, nieuw, Path.cwd()), view()))


def migreer(pad: OnderzoekArgument = HIER, *, naar: NaarOption, proef: ProefOption = False) -> None:
    """Laat een onderzoek overgaan naar een nieuwe versie van zijn kader."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.kadermigratie import migrate

    emit(render(migrate(pad, naar, today(), proef=proef), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the group of commands to ``app``."""
    group = make_group("Bekijk, controleer en vergelijk toetsingskaders, en ga over naar een nieuwe versie.")
    name = "ggd-gelderland-zuid@2019-07"
    add_command(group, lijst, None, "Voorbeeld:  toezicht kader lijst")
    add_command(group, toon, None, f"Voorbeeld:  toezicht kader toon {name}")
    add_command(group, controleer, None, f"Voorbeeld:  toezicht kader controleer {name}")
    add_command(group, vergelijk, None, f"Voorbeeld:  toezicht kader vergelijk {name} eigen@2026")
    add_command(group, overgang, None, "Voorbeeld:  toezicht kader overgang eigen@2026 eigen@2027")
    add_command(group, migreer, None, _EPILOG_MIGREER)
    app.add_typer(group, name="kader", rich_help_panel=panel)
