"""Demo: lay down a copy of the worked example, check it, tally it and make its report."""

import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.rapportresultaat import Rapportresultaat
from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, make_uitkomst
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.diagnostics import CheckResult, Severity, ToezichtError
from toezicht_cli.loading.aanmaken import create_folder
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.resources import data_folder
from toezicht_cli.services.check import check_onderzoek
from toezicht_cli.services.plek import Paden
from toezicht_cli.services.rapport import Wensen, make_rapport

VOORBEELD = "socra-2025"
_NORM = "2.1"


class Demo(NamedTuple):
    """What was laid down, and the outcome of the check and of the tally."""

    mededeling: Mededeling
    resultaat: Oordeelsresultaat


def lay_demo(folder: Path | None, here: Path, today: date, tell: Callable[[str], None]) -> Demo:
    """Copy the example, make its report and return what it gives.

    Args:
        folder: where it goes. An onderzoek is called as its folder, so under any other name than the
            one of the example it becomes a folder inside ``folder``. Without it: in ``here``.
        here: the working directory.
        today: the day of the check.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: something stands there already, or it could not be written.
    """
    target = _find_target(folder, here)
    create_folder(target, _read_example())
    dossier, check = check_onderzoek(target.resolve(), here, today)
    pad = Paden.around(here, here).shown(target.resolve())
    resultaat = Oordeelsresultaat(VOORBEELD, None if check.has_errors else make_uitkomst(dossier), check)
    rapport = make_rapport(target.resolve(), here, today, Wensen(("pdf",)), tell)
    return Demo(_tell(pad, check, rapport), resultaat)


def _find_target(folder: Path | None, here: Path) -> Path:
    target = here / (folder or VOORBEELD)
    if target.name != VOORBEELD:
        target /= VOORBEELD
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"de map {target.parent} kon niet gemaakt worden"
        raise ToezichtError(
            message, "kijk of er al een bestand met die naam is, en of je daar mag schrijven"
        ) from error
    return target


def _read_example() -> dict[str, str]:
    """Return the texts of the example by name; onderzoek.yaml, which makes it a case, comes last."""
    source = data_folder("voorbeelden") / VOORBEELD
    files = {
        path.relative_to(source).as_posix(): path.read_bytes().decode()
        for path in sorted(source.rglob("*"))
        if path.is_file() and path.suffix in {".yaml", ".md"}
    }
    return dict(sorted(files.items(), key=lambda item: item[0] == "onderzoek.yaml"))


def _tell(pad: str, check: CheckResult, rapport: Rapportresultaat) -> Mededeling:
    quoted = shlex.quote(pad)
    counts = (
        plural(check.count(Severity.ERROR), "fout", "fouten"),
        f"{check.count(Severity.WARNING)} let-op",
        plural(check.count(Severity.INFO), "tip", "tips"),
    )
    return Mededeling(
        f"Het voorbeeld staat in {pad}",
        (
            "Het is een bewerking van een echt rapport, om mee te oefenen. Wat je verandert, blijft hier.",
            f"De controle vindt {', '.join(counts)} in {check.files} bestanden: punten om na te gaan.",
            *(f"Het rapport: {bestand.pad}" for bestand in rapport.bestanden),
        ),
        (
            (f"toezicht status {quoted}", "hoe ver het onderzoek is en wat er mist"),
            (f"toezicht controleer {quoted}", "de punten, met de regel waar ze staan"),
            (f"toezicht onderbouwing {_NORM} {quoted}", "waar één oordeel op rust"),
        ),
    )
