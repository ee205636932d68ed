"""Zetter: Typst, closed off; the one place where it is called.

Everything goes in as bytes and comes out as bytes. The root is an empty folder of our own, so no document
can read a file beside it; the package folders are empty, so nothing is fetched; only the fonts of the house
style and those inside Typst exist. Every warning is an error: an unknown font gives an empty page and no
more than a warning.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

import typst

from toezicht_cli.rendering.writers.base import WriterError

RESERVE_FONT = "DejaVu Sans Mono"
_MAIN = "main.typ"
_NO_FONT = re.compile(r"unknown font family: (?P<name>.+)")
_NO_SIGN = re.compile(
    r'the text `"(?P<text>.+)"` could not be|contains the codepoint `"(?P<sign>.+)"`', re.DOTALL
)
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
_TOO_DEEP = re.compile(r"maximum .*depth exceeded|recursion limit exceeded")


class Opdracht(NamedTuple):
    """What has to be set: the files by name, ``main.typ`` among them, and the fonts that exist."""

    files: Mapping[str, bytes]
    fonts: tuple[bytes, ...]
    standards: tuple[Literal["ua-1", "a-2a"], ...] = ()
    timestamp: int = 0
    ppi: int = 144


def typeset(opdracht: Opdracht, output: Literal["pdf", "png"]) -> bytes:
    """Return the document that ``main.typ`` describes.

    Raises:
        WriterError: Typst refused or warned; the text tells in Dutch why.
    """
    with TemporaryDirectory(prefix="toezicht-") as folder:
        base = Path(folder)
        try:
            made, warnings = _run(opdracht, output, base)
        except (typst.TypstError, ValueError, RuntimeError) as error:
            raise WriterError(_reason(str(error))) from None
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            # A panic of Rust is no Exception for Python; the document is not made either way.
            raise WriterError(
                "Typst liep vast op dit document: is het logo wel een gewone tekening?"
            ) from None
    if warnings:
        raise WriterError(_reason(warnings[0]))
    if not isinstance(made, bytes) or not made:
        raise WriterError(f"Typst gaf geen {output.upper()} terug")
    return made


def _run(opdracht: Opdracht, output: Literal["pdf", "png"], base: Path) -> tuple[object, list[str]]:
    fonts, root, packages = base / "lettertypen", base / "wortel", base / "pakketten"
    for folder in (root, packages, *(fonts / f"{number:03d}" for number in range(len(opdracht.fonts)))):
        folder.mkdir(parents=True)
    # A folder for each: the order of files in one folder is not the same on every machine.
    places = [fonts / f"{number:03d}" for number in range(len(opdracht.fonts))]
    for place, content in zip(places, opdracht.fonts, strict=True):
        (place / "letter.ttf").write_bytes(content)
    compiler = typst.Compiler(  # type: ignore[misc] # the types of typst leave out files by name
        dict(opdracht.files),
        root=root,
        font_paths=[str(place) for place in places],
        ignore_system_fonts=True,
        package_path=packages,
        package_cache_path=packages,
    )
    made, warnings = compiler.compile_with_warnings(
        format=output,
        ppi=opdracht.ppi,
        pdf_standards=list(opdracht.standards),
        timestamp=opdracht.timestamp,
    )
    return made, [warning.message for warning in warnings]


def _reason(message: str) -> str:
    if found := _NO_FONT.search(message):
        return f"het lettertype {found['name']!r} zit niet bij de lettertypen van de huisstijl"
    if found := _NO_SIGN.search(message):
        words = _ESCAPED.sub(lambda code: chr(int(code["code"], 16)), found["text"] or found["sign"])
        signs = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in words if not sign.isspace()}))
        return f"geen lettertype heeft het teken {signs}: gebruik een ander teken of een ander lettertype"
    if _TOO_DEEP.search(message):
        return "lijsten, kaders of citaten staan te diep in elkaar"
    return f"Typst kon het document niet zetten: {message}"
