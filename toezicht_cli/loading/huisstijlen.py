"""Read a huisstijl with its logo and fonts, and refuse one that cannot be read."""

from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import Place, ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.lettertype import LettertypeError, check_lettertype
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.loading.svg import SvgError, check_svg
from toezicht_cli.models.huisstijl import Huisstijl


class HuisstijlError(ToezichtError):
    """A huisstijl cannot be used; the text names file and line, in Dutch."""


class Stijlbestanden(NamedTuple):
    """A huisstijl and the content of the files that it names."""

    huisstijl: Huisstijl
    logo: bytes | None
    fonts: tuple[bytes, ...]
    document: Document[Huisstijl]


def read_huisstijl(root: Path, name: str, *, own: bool = False) -> Stijlbestanden:
    """Return the huisstijl in the file ``name`` below ``root``; logo and fonts are looked up beside it.

    Args:
        root: a folder.
        name: the file, with ``/``; it may not lead out of the folder.
        own: whether it travels with the tool (see ``read_bytes``).

    Raises:
        HuisstijlError: a file is missing or wrong.
    """
    document = read_document(root, name, Huisstijl, own=own)
    if document.model is None or document.faults:
        fault = document.faults[0]
        where = f"{name}:{fault.location.line}:{fault.location.column}"
        raise HuisstijlError(f"{where}: {fault.message}", fault.help)
    huisstijl = document.model
    logo = _read_logo(root, _home(name), document) if huisstijl.logo else None
    fonts = _read_fonts(root, _home(name), document, own=own)
    return Stijlbestanden(huisstijl, logo, fonts, document)


def refuse(
    document: Document[Huisstijl], route: tuple[str | int, ...], message: str, hulp: str
) -> HuisstijlError:
    """Return an error about the part ``route`` of a huisstijl, with file, line and column."""
    line = column = 1
    if document.text:
        location = document.text.locate(Place(document.file, route))
        line, column = location.line, location.column
    return HuisstijlError(f"{document.file}:{line}:{column}: {message}", hulp)


def _home(name: str) -> str:
    """Return the folder of a file with a slash behind it, empty for one without a folder."""
    return name[: name.rfind("/") + 1]


def _read_logo(root: Path, home: str, document: Document[Huisstijl]) -> bytes:
    huisstijl = document.model
    assert huisstijl is not None  # noqa: S101 - the caller looked
    assert huisstijl.logo is not None  # noqa: S101 - the caller looked
    if not huisstijl.logo_tekst:
        message = "bij een logo hoort logo_tekst"
        raise refuse(document, ("logo",), message, "schrijf wat het logo laat zien, voor wie het niet ziet")
    try:
        content = read_bytes(root, home + huisstijl.logo)
        check_svg(content)
    except (BestandError, SvgError) as error:
        raise refuse(document, ("logo",), str(error), "een logo is een svg van hooguit 1 MB") from error
    return content


def _read_fonts(root: Path, home: str, document: Document[Huisstijl], *, own: bool) -> tuple[bytes, ...]:
    lettertypen = document.model.lettertypen if document.model else None
    found = []
    for index, name in enumerate(lettertypen.bestanden if lettertypen else ()):
        route = ("lettertypen", "bestanden", index)
        try:
            content = read_bytes(root, home + name, own=own)
        except BestandError as error:
            raise refuse(document, route, str(error), "zet het lettertype naast de huisstijl") from error
        try:
            check_lettertype(content)
        except LettertypeError as error:
            raise refuse(document, route, str(error), "gebruik een heel .ttf- of .otf-bestand") from error
        found.append(content)
    return tuple(found)
