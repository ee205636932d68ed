"""Jaardocument: make the jaarverslag in the formats of a report and lay it down."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.jaarverslag import Jaarverslag
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.schrijven import check_target, write_bytes_atomically
from toezicht_cli.loading.sjablonen import Sjabloonbestanden, read_sjabloon
from toezicht_cli.outputs import find_output
from toezicht_cli.outputs.base import View
from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.jaardocument import Jaaropdracht, make_jaardocument
from toezicht_cli.rendering.sjabloon import SjabloonError, fill
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers import find_writer
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.resources import data_folder
from toezicht_cli.services.huisstijl import find_stijl
from toezicht_cli.services.plek import Paden
from toezicht_cli.services.rapport import sjabloonfolders
from toezicht_cli.services.sjabloonproces import fill_apart

SJABLOON = "jaarverslag"


class Documentwens(NamedTuple):
    """What is asked for: formats of a report, the folder for the files, and the house style."""

    formaten: tuple[str, ...]
    uit: Path
    huisstijl: Path | None = None


def write_jaarverslag(
    werkmap: Path, verslag: Jaarverslag, wens: Documentwens, here: Path, tell: Callable[[str], None]
) -> tuple[str, ...]:
    """Make the documents, all of them before the first is written; return their paths as people see them.

    Args:
        werkmap: the folder with ``toezicht.yaml``, for its template and house style.
        verslag: the figures.
        wens: what is asked for.
        here: the working directory.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: template or style is wrong, or a file could not be made.
    """
    sjabloon = read_sjabloon(SJABLOON, sjabloonfolders(werkmap), own=data_folder("templates"))
    if not sjabloon.is_jaarverslag:
        message = f"sjabloon {SJABLOON} is voor een onderzoek, niet voor de cijfers van een jaar"
        raise ToezichtError(message, f"zet in templates/{SJABLOON}/sjabloon.yaml: soort: jaarverslag")
    stijl = find_stijl(werkmap, here / wens.huisstijl if wens.huisstijl else None)
    document = _build(verslag, sjabloon, stijl)
    try:
        wens.uit.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ToezichtError(
            f"de map {wens.uit} kon niet gemaakt worden", "kies een andere met --uit"
        ) from error
    contents = []
    for formaat in wens.formaten:
        tell(f"{formaat} maken …")
        contents.append((wens.uit / _file_name(verslag, formaat), _write(document, stijl, formaat)))
    for path, _ in contents:
        check_target(path)
    for path, content in contents:
        write_bytes_atomically(path, content)
    paden = Paden.around(werkmap, here)
    return tuple(paden.shown(path.resolve()) for path, _ in contents)


def _build(verslag: Jaarverslag, sjabloon: Sjabloonbestanden, stijl: Stijl) -> Document:
    text = find_output("jaarverslag", "json").render(verslag, View())
    opdracht = Jaaropdracht(sjabloon.teksten, hashlib.sha256(text.encode()).hexdigest())
    fill_template = fill_apart if sjabloon.is_eigen else fill
    try:
        return make_jaardocument(verslag, opdracht, stijl, fill_template)
    except SjabloonError as error:
        where = f"sjabloon {sjabloon.naam}, {error.file}:{error.line}"
        raise ToezichtError(f"{where}: {error.message}") from error


def _write(document: Document, stijl: Stijl, formaat: str) -> bytes:
    try:
        return find_writer(formaat).write(document, stijl)
    except WriterError as error:
        raise ToezichtError(f"{formaat}: {error}") from error


def _file_name(verslag: Jaarverslag, formaat: str) -> str:
    naam = "-".join(re.findall(r"\w+", verslag.gemeente.lower())) if verslag.gemeente else ""
    voor = f"-{naam}" if naam else ""
    return f"jaarverslag-{verslag.jaar}{voor}.{find_writer(formaat).extension}"
