"""Volgorde: put the fields of a group in the order of its model, each with its comments.

Whole lines move, nothing in a line changes (but for the dash of a list, which stays in front). With a
field go the comment at its end and the comment lines directly above it; blank lines stay where they
are. A group is left alone wherever it is not certain what belongs to what: between braces, an unknown
field, a comment on its own, a comment above the first field (it may be about the whole group).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from toezicht_cli.diagnostics import Route
from toezicht_cli.loading.bewerken import Regelsoort, classify_lines, find_comments, split_with_ends
from toezicht_cli.loading.velden import Veld, field_order
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, parse

_FIRST_PREFIX = re.compile(r" *(?:- +)*")
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_MODELINE = re.compile(r"#\s*yaml-language-server:")


class Verplaatsing(NamedTuple):
    """Fields of one group that got another order; ``line`` (1-based) is that of the first of them."""

    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]


class _UnclearError(Exception):
    """It is not certain which lines belong to which field."""


class _Lines(NamedTuple):
    text: list[str]
    kinds: list[Regelsoort]

    def indent(self, index: int) -> int:
        """Return the number of spaces before the line."""
        return len(self.text[index]) - len(self.text[index].lstrip(" "))

    def is_comment(self, index: int) -> bool:
        """Whether the whole line is a comment."""
        return self.kinds[index] is Regelsoort.COMMENT


class _Plan(NamedTuple):
    """How one group changes: the lines of each field, as half-open ranges in the old order."""

    route: Route
    names: tuple[str, ...]
    wanted: tuple[str, ...]
    key_lines: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    prefix: str


def orden(text: YamlText, velden: Sequence[Veld]) -> tuple[str, tuple[Verplaatsing, ...]]:
    """Return ``text`` with its fields in order, and what moved.

    When the new text would say anything else than the old one, or lack a comment, nothing moves.

    Args:
        text: the file as it was parsed.
        velden: what stands in it, with the types.
    """
    source = split_with_ends(text.text)
    lines = _Lines(source, classify_lines(text, source))
    plans = [plan for veld in velden if (plan := _plan(text, lines, veld)) is not None]
    if not plans:
        return text.text, ()
    moved = list(source)
    for plan in sorted(plans, key=lambda plan: len(plan.route), reverse=True):
        _move(moved, plan)
    _mend_last_line(moved)
    new = "".join(moved)
    if not _says_the_same(text, new):
        return text.text, ()
    return new, tuple(sorted(_describe(plan) for plan in plans))


def _plan(text: YamlText, lines: _Lines, veld: Veld) -> _Plan | None:
    order = field_order(veld.type)
    names = tuple(veld.value) if isinstance(veld.value, dict) else ()
    if not order or not set(names) <= set(order):
        return None
    wanted = tuple(sorted(names, key=order.index))
    if names == wanted or text.text[text.positions[veld.route].start] == "{":
        return None
    keys = [text.key_positions[(*veld.route, name)] for name in names]
    key_lines = tuple(key.line - 1 for key in keys)
    prefix = lines.text[key_lines[0]][: keys[0].column - 1]
    plain = all(not lines.text[line][: keys[0].column - 1].strip() for line in key_lines[1:])
    if not plain or not _FIRST_PREFIX.fullmatch(prefix) or len({key.column for key in keys}) > 1:
        return None
    try:
        ranges = _find_ranges(lines, key_lines, len(prefix))
        _check_ends(lines, key_lines, ranges, prefix, (names[0] != wanted[0], names[-1] != wanted[-1]))
        new_first = names.index(wanted[0])
        if "-" in prefix and ranges[new_first][0] != key_lines[new_first]:
            return None
    except _UnclearError:
        return None
    return _Plan(veld.route, names, wanted, key_lines, ranges, prefix)


def _find_ranges(lines: _Lines, key_lines: Sequence[int], column: int) -> tuple[tuple[int, int], ...]:
    """Return the lines of each field, its comments included."""
    starts = [key_lines[0]]
    ends = []
    for before, line in pairwise(key_lines):
        start = line
        while start - 1 > before and lines.is_comment(start - 1) and lines.indent(start - 1) == column:
            start -= 1
        ends.append(_end_of_field(lines, before, start, column))
        if any(lines.is_comment(between) for between in range(ends[-1], start)):
            raise _UnclearError
        starts.append(start)
    ends.append(_end_of_field(lines, key_lines[-1], _end_of_group(lines, key_lines[-1], column), column))
    return tuple(zip(starts, ends, strict=True))


def _end_of_field(lines: _Lines, key_line: int, limit: int, column: int) -> int:
    """Return the line after the last one of a field: of its value, or a comment that is set in deeper."""
    end = limit
    while end - 1 > key_line and (
        lines.kinds[end - 1] is Regelsoort.BLANK
        or (lines.is_comment(end - 1) and lines.indent(end - 1) <= column)
    ):
        end -= 1
    return end


def _end_of_group(lines: _Lines, last_key: int, column: int) -> int:
    """Return the line after the last one that can belong to a group at ``column``."""
    for index in range(last_key + 1, len(lines.text)):
        if lines.kinds[index] is not Regelsoort.CONTENT:
            continue
        if _DOCUMENT_MARK.match(lines.text[index]) or lines.indent(index) < column:
            return index
    return len(lines.text)


def _check_ends(
    lines: _Lines,
    key_lines: Sequence[int],
    ranges: Sequence[tuple[int, int]],
    prefix: str,
    moves: tuple[bool, bool],
) -> None:
    """Refuse a comment right above the first field, or right below the last, when that one moves."""
    first_moves, last_moves = moves
    above, below = key_lines[0] - 1, ranges[-1][1]
    if first_moves and "-" not in prefix:
        while above >= 0 and lines.is_comment(above):
            if not _MODELINE.match(lines.text[above]):
                raise _UnclearError
            above -= 1
    if (
        last_moves
        and below < len(lines.text)
        and lines.is_comment(below)
        and lines.indent(below) == len(prefix)
    ):
        raise _UnclearError


def _move(lines: list[str], plan: _Plan) -> None:
    """Put the fields of ``plan`` in their new order, within the lines that the group has."""
    segments = {name: lines[start:end] for name, (start, end) in zip(plan.names, plan.ranges, strict=True)}
    old_first, new_first = plan.names[0], plan.wanted[0]
    if old_first != new_first:
        column = len(plan.prefix)
        offset = plan.key_lines[plan.names.index(new_first)] - plan.ranges[plan.names.index(new_first)][0]
        segments[old_first][0] = " " * column + segments[old_first][0][column:]
        segments[new_first][offset] = plan.prefix + segments[new_first][offset][column:]
    moved: list[str] = []
    for index, name in enumerate(plan.wanted):
        moved += segments[name]
        if index + 1 < len(plan.ranges):
            moved += lines[plan.ranges[index][1] : plan.ranges[index + 1][0]]
    lines[plan.ranges[0][0] : plan.ranges[-1][1]] = moved


def _mend_last_line(lines: list[str]) -> None:
    """Give the line end that the last line lacked to the line that came to stand in its place."""
    for index, line in enumerate(lines[:-1]):
        if line == line.rstrip("\r\n"):
            bare = lines[-1].rstrip("\r\n")
            lines[index] += lines[-1][len(bare) :]
            lines[-1] = bare
            return


def _says_the_same(old: YamlText, new: str) -> bool:
    try:
        parsed = parse(new, old.file)
    except YamlTextError:
        return False
    return parsed.value == old.value and sorted(find_comments(parsed)) == sorted(find_comments(old))


def _describe(plan: _Plan) -> Verplaatsing:
    """Return the names between the first and the last that changed place."""
    changed = [
        index for index, pair in enumerate(zip(plan.names, plan.wanted, strict=True)) if len(set(pair)) > 1
    ]
    part = slice(changed[0], changed[-1] + 1)
    return Verplaatsing(plan.key_lines[changed[0]] + 1, plan.names[part], plan.wanted[part])
