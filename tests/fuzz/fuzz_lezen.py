"""Read damaged and hostile documents by the thousand: only our own errors, quickly, with places that exist.

A long run: ``python tests/fuzz/fuzz_lezen.py --aantal 1000000``. What it finds it prints with the number
of the document, and ``--vanaf`` starts there again. pytest does a short run: ``test_fuzz_lezen.py``.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toezicht_cli.diagnostics import Location
from toezicht_cli.loading.bestand import BestandError, decode
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.tekens import split_lines
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import YamlTextError, parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel

ZAAD = 20_260_615
BSN = b"123456782"
_BASE = Path(__file__).parents[1] / "rules/_basis"
_TOKENS = (
    *(b"[", b"]", b"{", b"}", b": ", b"- ", b"? ", b", ", b"#", b"|\n", b">-\n", b"\n", b"\r", b"\t", b"  "),
    *(b"&a ", b"*a", b"<<: ", b"!x ", b"!!map ", b"%YAML 1.1\n", b"---\n", b"...\n", b"'", b'"', b"\\"),
    *(b"~", b"null", b'""', b"1.10", b"2025-02-30", b"no", b"=", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf"),
    *("\u200b".encode(), "\u202e".encode(), "\u2028".encode(), b"\xc2\x85", b'"\\u202e"', b'"\\0"'),
    *("é😀".encode(), BSN, b"<b>" + BSN + b"</b>", b"[" * 40, b"{a: " * 40, b"x" * 2_000),
)


def read_seeds() -> list[tuple[bytes, type[Element]]]:
    """Return the sound documents that are damaged, each with its model."""
    paths = sorted((_BASE / "onderzoeken/basis").rglob("*.yaml"))
    kader = _BASE / "kaders/toetsing/proef/1.yaml"
    return [
        *((path.read_bytes(), BESTANDEN.get(path.name, Normoordeel)) for path in paths),
        (kader.read_bytes(), Toetsingskader),
    ]


def insert_token(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(_TOKENS) + content[place:]


def replace_byte(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def delete_part(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + content[place + chance.randrange(1, 40) :]


def double_part(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    part = content[place : place + chance.randrange(1, 200)]
    return content[:place] + part * chance.randrange(2, 5) + content[place:]


def swap_lines(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def cut_off(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def replace_value(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    number = chance.randrange(len(lines))
    name, colon, _ = lines[number].partition(b": ")
    lines[number] = name + colon + chance.choice(_TOKENS)
    return b"\n".join(lines)


_DAMAGE: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    insert_token,
    replace_byte,
    delete_part,
    double_part,
    swap_lines,
    cut_off,
    replace_value,
)


def make_document(number: int, seeds: Sequence[tuple[bytes, type[Element]]]) -> tuple[bytes, type[Element]]:
    """Return damaged document ``number``: always the same one."""
    chance = random.Random(ZAAD + number)  # noqa: S311 - repeatable on purpose
    content, model = chance.choice(seeds)
    for _ in range(chance.randrange(1, 6)):
        content = chance.choice(_DAMAGE)(chance, content)
    return content, model


def read_document(content: bytes, model: type[Element]) -> tuple[Fault, ...]:
    """Read one document as a case is read; anything but our own errors comes out as it is."""
    try:
        text = parse(decode(content), "bestand.yaml")
    except BestandError as error:
        location = Location("bestand.yaml", error.line, error.column)
        return (Fault(error.code, location, str(error)),)
    except YamlTextError as error:
        return tuple(error.faults)
    return validate(text, model)[1]


def find_problem(content: bytes, faults: Sequence[Fault]) -> str | None:
    """Return what is wrong with how a document was read, or None."""
    lines = split_lines(content.decode("utf-8-sig", errors="replace"))
    for fault in faults:
        if BSN.decode() in f"{fault.message} {fault.help}":
            return f"{fault.rule_id} repeats a value"
        line, column = fault.location.line, fault.location.column
        if not 1 <= line <= len(lines) or not 1 <= column <= len(lines[line - 1]) + 1:
            return f"{fault.rule_id} points at {line}:{column}, which is not there"
    return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run went: documents by the code of their first fault, and what was wrong with the reading."""

    counts: Counter[str]
    problems: list[str]


def run(aantal: int, vanaf: int = 0) -> Outcome:
    """Read ``aantal`` damaged documents."""
    seeds = read_seeds()
    outcome = Outcome(Counter(), [])
    for number in range(vanaf, vanaf + aantal):
        content, model = make_document(number, seeds)
        try:
            faults = read_document(content, model)
        except Exception as error:  # noqa: BLE001 - whatever it is, this is what we look for
            outcome.problems.append(f"document {number}: {type(error).__name__}: {error}")
            continue
        outcome.counts[faults[0].rule_id if faults else "gelezen"] += 1
        if problem := find_problem(content, faults):
            outcome.problems.append(f"document {number}: {problem}")
    return outcome


def main() -> int:
    """Run from the command line; exit code 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantal", type=int, default=100_000)
    parser.add_argument("--vanaf", type=int, default=0)
    options = parser.parse_args()
    outcome = run(options.aantal, options.vanaf)
    for code, count in sorted(outcome.counts.items()):
        sys.stdout.write(f"{code:8} {count}\n")
    for problem in outcome.problems:
        sys.stdout.write(f"{problem}\n")
    return 1 if outcome.problems or not outcome.counts else 0


if __name__ == "__main__":
    sys.exit(main())
