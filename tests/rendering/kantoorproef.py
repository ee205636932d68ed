"""What the tests of both office formats share: words of a tree, other documents, equal bytes in processes."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.rendering.proefboom import DOCUMENT
from toezicht_cli.rendering.boom import (
    Badge,
    Block,
    Code,
    CodeBlock,
    Document,
    Heading,
    Items,
    Paragraph,
    Text,
    Title,
    walk,
)

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import hashlib, importlib, os, sys
os.umask(int(sys.argv[2], 8))
from tests.rendering.proefboom import DOCUMENT, STIJL
write = importlib.import_module(f"toezicht_cli.rendering.writers.{sys.argv[1]}").write
other = DOCUMENT._replace(blocks=DOCUMENT.blocks[3:6])
made = [write(document, STIJL) for document in (DOCUMENT, other, DOCUMENT)]
print(" ".join(hashlib.sha256(data).hexdigest() for data in made))
"""


def words(text: str) -> tuple[Text]:
    return (Text(text),)


def alinea(text: str, anchor: str | None = None) -> Paragraph:
    return Paragraph(words(text), anchor)


def points(*texts: str, start: int | None = None) -> Items:
    return Items(tuple((alinea(text),) for text in texts), start)


def document_of(*blocks: Block, **fields: object) -> Document:
    """Return a definitive document without cover."""
    plain = DOCUMENT._replace(blocks=(Title(words("Titel")), *blocks), variant="definitief", opdruk=None)
    return plain._replace(**fields)  # type: ignore[arg-type] # a test names fields of Document


def chapter(text: str, anchor: str, level: int = 1) -> Heading:
    return Heading(level, words(text), anchor)


def texts_of(document: Document) -> Iterator[str]:
    """Yield every piece of text of a tree."""
    for node in walk(document):
        if isinstance(node, Text | Code):
            yield node.text
        elif isinstance(node, CodeBlock):
            yield from node.text.split("\n")
        elif isinstance(node, Badge):
            yield f"{node.symbol} {node.text}"


def hashes_of_processes(writer: str, folder: Path) -> set[str]:
    """Write three documents in each of two processes with everything different around them."""
    found = set()
    for number, (seed, zone, locale, umask) in enumerate(
        (("0", "UTC", "C.UTF-8", "077"), ("12345", "Asia/Tokyo", "C", "000"))
    ):
        place = folder / str(number)
        place.mkdir()
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
        }
        command = [sys.executable, "-c", _PROGRAM, writer, umask]
        run = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=True)
        found.add(run.stdout.strip())
    return found


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
