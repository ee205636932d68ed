"""Command ``toezicht bekijk``."""

import os
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, HuisstijlOption, OnderzoekArgument, SjabloonOption, say, today
from toezicht_cli.cli.dutch import add_command

_EPILOG = """
Voorbeelden:  toezicht bekijk  ·  toezicht bekijk voorbeelden/socra-2025 --sjabloon samenvatting

Dit maakt geen bestanden en verandert niets. Alleen deze computer kan meekijken. Stoppen doe je met Ctrl+C.

Uitkomst 0: gestopt met Ctrl+C. 2: verkeerd gebruik, of de poort is bezet.
"""
_LOWEST, _HIGHEST = 1024, 65535
_NUMBER = re.compile("[1-9][0-9]{3,4}")


def _check_poort(value: str | None) -> str | None:
    """Refuse what is no port that a program of a user may take."""
    if value is None or (_NUMBER.fullmatch(value) and _LOWEST <= int(value) <= _HIGHEST):
        return value
    raise typer.BadParameter(f"kies een getal van {_LOWEST} tot en met {_HIGHEST}")


PoortOption = Annotated[
    str | None,
    typer.Option(
        "--poort",
        metavar="GETAL",
        help="Poort op deze computer; anders een die vrij is.",
        callback=_check_poort,
        show_default=False,
    ),
]
GeenBrowserOption = Annotated[
    bool, typer.Option("--geen-browser", help="Toon alleen het adres; open geen browser.")
]


def bekijk(
    pad: OnderzoekArgument = HIER,
    *,
    poort: PoortOption = None,
    sjabloon: SjabloonOption = None,
    huisstijl: HuisstijlOption = None,
    geen_browser: GeenBrowserOption = False,
) -> None:
    """Bekijk het rapport terwijl je werkt: het ververst als je opslaat, met de meldingen ernaast."""
    from toezicht_cli.services.bekijk import make_opdracht, start_voorbeeld
    from toezicht_cli.services.rapport import Wensen

    try:
        opdracht = make_opdracht(pad, Path.cwd(), Wensen(("html",), sjabloon, huisstijl), today)
        with start_voorbeeld(opdracht, int(poort or 0)) as server:
            say(f"Bekijk het rapport op {server.address}\nstoppen met Ctrl+C")
            if not geen_browser and _has_browser():
                _open_browser(server.first_address)
            server.serve_forever()
    except KeyboardInterrupt:
        say("\ngestopt")


def _has_browser() -> bool:
    """Whether somebody sits at a terminal with a screen on which a browser can open."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        return False
    has_screen = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return has_screen or sys.platform in {"win32", "darwin"}


def _open_browser(address: str) -> None:
    """Open the browser in a thread: some wait until they are closed."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, bekijk, panel, _EPILOG)
