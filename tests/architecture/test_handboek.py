"""The handbook and the README say what is so: sessions, fields, commands and links.

``TOEZICHT_SNAPSHOTS=bijwerken`` writes the output of today into the sessions; then read the diff.
"""

import importlib
import io
import os
import re
import shlex
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
import typer

from tests.architecture.generate import ROOT
from tests.architecture.handboek import (
    DOCUMENTS,
    HANDBOEK,
    MEER,
    Block,
    Opdracht,
    Row,
    find_spoken_commands,
    read_blocks,
    read_rows,
    split_session,
)
from tests.repositories import ENVIRONMENT
from toezicht_cli import models
from toezicht_cli.cli.app import COMMANDS, build_app
from toezicht_cli.cli.entry import run
from toezicht_cli.discovery import walk_modules
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.rules import load_rules

README = ROOT / "README.md"
# Who commits in a session, and when: then the ids that it shows are always the same.
GIT = {
    **ENVIRONMENT,
    "GIT_AUTHOR_DATE": "2026-05-11T12:00:00+0200",
    "GIT_COMMITTER_DATE": "2026-05-11T12:00:00+0200",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "init.defaultBranch",
    "GIT_CONFIG_VALUE_0": "main",
}
WIDEST = 90
ROWS = list(read_rows())
ELEMENTS = {
    kind.__name__: kind
    for name in walk_modules(models)
    for kind in vars(importlib.import_module(name)).values()
    if isinstance(kind, type) and issubclass(kind, Element) and kind is not Element
}


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def _sessions(path: Path) -> list[Block]:
    blocks = list(read_blocks(path.read_text(encoding="utf-8")))
    if path != README:
        return [block for block in blocks if block.mark]
    # The README shows the table and leaves out the sentence under it.
    return [
        block._replace(mark="sessie", lines=(*block.lines, MEER))
        for block in blocks
        if block.lines[0] == "$ toezicht oordeel voorbeelden/socra-2025"
    ]


SESSIONS = [path for path in [README, *HANDBOEK] if _sessions(path)]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of the examples, to stand in, with a known screen."""
    shutil.copytree(ROOT / "voorbeelden", tmp_path / "voorbeelden")
    shutil.copytree(ROOT / "docs" / "handboek" / "lindeland", tmp_path / "lindeland")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def _give(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    if words[0] == "cd":
        os.chdir(words[1])
        return ""
    if words[0] == "git":
        done = subprocess.run(words, env={**os.environ, **GIT}, capture_output=True, text=True, check=True)
        output = done.stdout + done.stderr
    else:
        assert words[0] == "toezicht", f"a session has only toezicht, git and cd: {command}"
        run(words[1:])
        captured = capsys.readouterr()
        output = captured.out + captured.err
    lines = output.strip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip()


def _write(block: Block, root: Path) -> None:
    target = root / block.argument
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_text(encoding="utf-8") if block.mark == "onderaan" else ""
    target.write_text(before + "\n".join(block.lines) + "\n", encoding="utf-8")


def _accept(path: Path, wrong: list[tuple[Opdracht, str]]) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for opdracht, output in reversed(wrong):
        new = output.split("\n")
        if opdracht.shown[-1] == MEER:
            new = [*new[: len(opdracht.shown) - 1], MEER]
        lines[opdracht.start : opdracht.start + len(opdracht.shown)] = new
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("path", SESSIONS, ids=_names(SESSIONS))
def test_a_session_gives_the_output_that_is_shown(
    path: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong: list[tuple[Opdracht, str]] = []
    for block in _sessions(path):
        if block.mark == "vooraf":
            _give(block.argument, capsys)
        elif block.mark == "sessie":
            given = [(opdracht, _give(opdracht.command, capsys)) for opdracht in split_session(block)]
            wrong += [(opdracht, output) for opdracht, output in given if not opdracht.fits(output)]
        else:
            _write(block, place)
    if wrong and os.environ.get("TOEZICHT_SNAPSHOTS") == "bijwerken":
        _accept(path, wrong)
        return
    for opdracht, output in wrong:
        pytest.fail(f"{path.name}:{opdracht.start}: {opdracht.command} now gives\n{output}", pytrace=False)


def test_there_are_sessions_in_every_chapter_that_shows_commands() -> None:
    assert len(SESSIONS) >= 7


def _is_wrapper(kind: type[Element]) -> bool:
    """Whether a file holds nothing but one list of elements: the handbook needs no table for that."""
    kinds = [info.annotation for info in kind.model_fields.values()]
    return len(kinds) == 1 and get_origin(kinds[0]) is tuple


def test_every_field_of_every_model_stands_in_a_table_once_and_in_order() -> None:
    handbook = "".join(path.read_text(encoding="utf-8") for path in HANDBOEK)
    shown: dict[str, list[str]] = {}
    for row in ROWS:
        shown.setdefault(row.model, []).append(row.field)
    for name, kind in ELEMENTS.items():
        if _is_wrapper(kind):
            assert all(f"`{field}:`" in handbook for field in kind.model_fields), name
        else:
            assert shown.pop(name, None) == list(kind.model_fields), name
    assert not shown


def _words(annotation: object) -> Iterator[str]:
    """Yield the words that a field may hold, where those are fixed."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _words(part)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.model}.{row.field}" for row in ROWS])
def test_a_row_is_true(row: Row) -> None:
    kind = ELEMENTS[row.model]
    info = kind.model_fields[row.field]
    assert row.required == ("ja" if info.is_required() else "nee")
    assert [word for word in _words(info.annotation) if word not in f"{row.meaning} {row.example}"] == []
    if not row.example.startswith("`"):
        assert row.example == "zie hieronder" or row.example.startswith("— ")
        return
    assert _find_faults(f"{row.field}: {row.example.strip('`')}\n", kind) == []


def _find_faults(text: str, kind: type[Element]) -> list[str]:
    """Return what is wrong with a piece of a file, but for the fields that it leaves out."""
    _, faults = validate(parse(text, "handboek.yaml"), kind)
    return [fault.message for fault in faults if fault.rule_id != "STR010"]


def _model_of(name: str) -> type[Element] | None:
    if name.startswith("bevindingen/"):
        return Normoordeel
    if name.startswith("kaders/toetsing/"):
        return Toetsingskader
    return Werkmap if name == "toezicht.yaml" else BESTANDEN.get(name)


YAML = [
    (path, block)
    for path in HANDBOEK
    for block in read_blocks(path.read_text(encoding="utf-8"))
    if block.language == "yaml"
]


@pytest.mark.parametrize(("path", "block"), YAML, ids=[f"{path.name}:{block.start}" for path, block in YAML])
def test_a_piece_of_yaml_can_be_read(path: Path, block: Block) -> None:
    text = "\n".join(block.lines) + "\n"
    assert parse(text, path.name).value is not None
    kind = _model_of(block.lines[0].removeprefix("# "))
    if kind is not None:
        assert _find_faults(text, kind) == []


@pytest.mark.parametrize("path", HANDBOEK, ids=_names(HANDBOEK))
def test_a_block_fits_on_the_page(path: Path) -> None:
    blocks = read_blocks(path.read_text(encoding="utf-8"))
    assert [line for block in blocks for line in block.lines if len(line) > WIDEST] == []


def _options() -> dict[str, set[str]]:
    """Return the options of every command, with those of ``kader`` under ``kader toon`` and so on."""
    root = typer.main.get_command(build_app())
    found = {"": {option for param in root.params for option in param.opts}}
    for entry in COMMANDS:
        command = root.commands[entry.name]  # type: ignore[attr-defined]  # the root is a group
        for name, deeper in getattr(command, "commands", {}).items():
            found[f"{entry.name} {name}"] = {option for param in deeper.params for option in param.opts}
        found[entry.name] = {option for param in command.params for option in param.opts}
        found[entry.name] |= found.get(f"{entry.name} {getattr(command, 'default', '')}", set())
    return found


def _problem(command: str, options: dict[str, set[str]]) -> str | None:
    words = [word for word in command.split()[1:] if not word.startswith("#")]
    name = next((word for word in (" ".join(words[:2]), words[0]) if word in options), None)
    if name is None and not words[0].startswith("-"):
        return f"there is no {command}"
    used = {word.partition("=")[0] for word in words if word.startswith("-")}
    unknown = used - options[name or ""] - {"--help", "-h"}
    return f"{command}: {sorted(unknown)}" if unknown else None


@pytest.mark.parametrize("path", DOCUMENTS, ids=_names(DOCUMENTS))
def test_a_command_and_its_options_exist(path: Path) -> None:
    options = _options()
    # The handbook shows two mistakes on purpose, and how Tab completes a command.
    wrong = {"toezicht controler", "toezicht oordeel --format json", "toezicht onder"}
    spoken = (command.strip() for command in find_spoken_commands(path.read_text(encoding="utf-8")))
    assert [
        problem for command in spoken if command not in wrong and (problem := _problem(command, options))
    ] == []


def test_a_code_in_the_handbook_is_a_controle() -> None:
    codes = {rule.id for rule in load_rules()}
    named = {
        code for path in HANDBOEK for code in re.findall(r"\b[A-Z]{3}[0-9]{3}\b", path.read_text("utf-8"))
    }
    assert named
    assert named <= codes


def _anchors(path: Path) -> Counter[str]:
    """Return the anchors that the headings of a Markdown file get."""
    headings = re.findall(r"^#{1,6} (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return Counter(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)


@pytest.mark.parametrize("path", DOCUMENTS, ids=_names(DOCUMENTS))
def test_a_relative_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link
