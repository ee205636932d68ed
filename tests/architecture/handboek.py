"""Read the handbook: its fenced blocks, what is asked of them, and its tables of fields.

A comment above a block says what it is: ``<!-- sessie -->`` holds commands with their output,
``<!-- bestand: PAD -->`` is written to PAD and ``<!-- onderaan: PAD -->`` added to it before the next
session. ``<!-- vooraf: OPDRACHT -->`` stands alone and is run in silence.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.architecture.generate import ROOT

HANDBOEK = sorted((ROOT / "docs" / "handboek").rglob("*.md"))
DOCUMENTS = sorted(
    [
        *HANDBOEK,
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs" / "besluiten").glob("*.md"),
        *ROOT.glob("*.md"),
    ]
)
MEER = "…"

_MARK = re.compile(r"<!-- (sessie|bestand|onderaan|vooraf)(?:: (.+))? -->")
_TABLE = re.compile(r"<!-- velden: (\w+) -->\n\n\| veld \|.*\n\|[-|]+\|\n((?:\|.*\n)+)")


class Block(NamedTuple):
    """A fenced block: its mark with the argument of that, its language, and where its lines stand."""

    mark: str
    argument: str
    language: str
    start: int
    lines: tuple[str, ...]


class Opdracht(NamedTuple):
    """One command of a session with the output that the document shows, and where that begins."""

    command: str
    start: int
    shown: tuple[str, ...]

    def fits(self, output: str) -> bool:
        """Whether the output is what is shown, or begins with it where that ends in ``…``."""
        shown = "\n".join(self.shown).rstrip()
        if shown.endswith(MEER):
            return output.startswith(shown.removesuffix(MEER).rstrip())
        return output == shown


class Row(NamedTuple):
    """One field in a table of the handbook."""

    model: str
    field: str
    meaning: str
    example: str
    required: str


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a document and its commands to run beforehand, in order."""
    mark, argument, opened = "", "", None
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if opened is not None:
            if line.startswith("```"):
                yield Block(mark, argument, lines[opened][3:], opened + 1, tuple(lines[opened + 1 : index]))
                mark, argument, opened = "", "", None
        elif line.startswith("```"):
            opened = index
        elif found := _MARK.fullmatch(line):
            mark, argument = found[1], found[2] or ""
            if mark == "vooraf":
                yield Block(mark, argument, "", index, ())
                mark = ""


def split_session(block: Block) -> Iterator[Opdracht]:
    """Yield the commands of a session with what is shown under each."""
    starts = [index for index, line in enumerate(block.lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        yield Opdracht(block.lines[start][2:], block.start + start + 1, block.lines[start + 1 : end])


def read_rows() -> Iterator[Row]:
    """Yield every row of every table of fields in the handbook."""
    for path in HANDBOEK:
        for model, rows in _TABLE.findall(path.read_text(encoding="utf-8")):
            for row in rows.splitlines():
                field, meaning, example, required = row.removeprefix("| ").removesuffix(" |").split(" | ")
                yield Row(model, field.strip("`"), meaning, example, required)


def find_spoken_commands(text: str) -> Iterator[str]:
    """Yield every ``toezicht …`` in a code span or at the begin of a line of a fenced block."""
    yield from re.findall(r"`(toezicht [^`\n]+)`", text)
    for block in read_blocks(text):
        yield from (
            line.removeprefix("$ ") for line in block.lines if re.match(r"(\$ )?toezicht [a-z-]", line)
        )
