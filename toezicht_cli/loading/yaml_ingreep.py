"""Ingreep: one change in a YAML text as a change of its characters; the caller checks what came of it."""

from typing import NamedTuple

import yaml

from toezicht_cli.loading.bewerken import Bewerking, bewerk
from toezicht_cli.loading.yaml_boom import Boom, Knoop, find_index
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_vorm import write_block, write_field, write_flow, write_item, write_key

_MAX_FLOW = 110


class Kop(NamedTuple):
    """What stands before a value in block style: where ``key:`` or ``-`` ends, and at which column it is."""

    stop: int
    column: int


def replace_child(boom: Boom, parent: Knoop, index: int, value: YamlValue) -> str:
    """Return the text with another value in the ``index``-th place of ``parent``."""
    node = _child(parent, index)
    if _is_flow(parent):
        return _replace_in_flow(boom, parent, index, write_flow(value))
    kop = _find_kop(boom, parent, index)
    stop = boom.value_stop(node)
    inline, body = write_block(value, kop.column)
    old = boom.text[kop.stop : node.start_mark.index]
    if inline and old.isspace() and not _has_break(old):
        inline = old + inline[1:]
    behind, below = _keep_comments(boom, kop.stop, stop, alone=not inline)
    lines = [*body, *(f"{' ' * kop.column}{comment}" for comment in below)]
    if boom.text[stop - 1 : stop] in ("\r", "\n") and stop > kop.stop:
        end, mend = stop, boom.newline
    else:
        end = boom.line_stop(stop)
        mend = boom.newline if lines and end == len(boom.text) else ""
    if not behind and not mend and not lines:
        behind = boom.text[stop:end]
    new = boom.newline.join([inline + behind, *lines]) + mend
    return bewerk(boom.text, [Bewerking(kop.stop, end, new)])


def add_field(boom: Boom, node: yaml.MappingNode, key: str, value: YamlValue) -> str:
    """Return the text with another field at the end of a group that holds at least one."""
    if node.flow_style:
        return _add_in_flow(boom, node.value[-1][1], f"{write_key(key)}: {write_flow(value)}")
    column = int(node.value[0][0].start_mark.column)
    whole = node is boom.root
    return _insert_lines(
        boom, _end_of_group(boom, node, column, whole=whole), write_field(key, value, column)
    )


def add_item(boom: Boom, node: yaml.SequenceNode, item: YamlValue) -> str:
    """Return the text with another item at the end of a list that holds at least one."""
    if node.flow_style:
        return _add_in_flow(boom, node.value[-1], write_flow(item))
    column = int(node.start_mark.column)
    lines = write_item(item, column)
    if _is_flow_group(node.value[-1]) and isinstance(item, dict) and item:
        short = f"{' ' * column}- {write_flow(item)}"
        lines = [short] if len(short) <= _MAX_FLOW else lines
    return _insert_lines(boom, _end_of_group(boom, node, column, whole=False), lines)


def add_to_nothing(boom: Boom, lines: list[str]) -> str:
    """Return the text, in which at most comments stand, with ``lines`` below it."""
    return _insert_lines(boom, len(boom.text), lines)


def remove_field(boom: Boom, node: yaml.MappingNode, key: str) -> str:
    """Return the text without a field of a group that holds at least one more; its comments stay."""
    index = find_index(node, key)
    start = int(node.value[index][0].start_mark.index)
    following = int(node.value[index + 1][0].start_mark.index) if index + 1 < len(node.value) else None
    stop = boom.value_stop(node.value[index][1])
    if node.flow_style:
        if following is None:
            start, stop = boom.value_stop(node.value[index - 1][1]), max(stop, start)
        return bewerk(boom.text, [Bewerking(start, following or stop, "")])
    if boom.text[boom.line_start(start) : start].strip() and following is not None:
        return _remove_first(boom, start, following)
    comments = _comments_between(boom, start, boom.line_stop(stop))
    column = " " * int(node.value[index][0].start_mark.column)
    kept = "".join(f"{column}{comment}{boom.newline}" for comment in comments)
    return bewerk(boom.text, [Bewerking(boom.line_start(start), boom.line_below(node.value[index][1]), kept)])


def _remove_first(boom: Boom, start: int, following: int) -> str:
    """Take away the first field of an item, which stands behind its dash; the next comes in its place."""
    comments = _comments_between(boom, start, following)
    column = boom.newline + " " * (start - boom.line_start(start))
    kept = "".join(f"{comment}{column}" for comment in comments)
    return bewerk(boom.text, [Bewerking(start, following, kept)])


def _is_flow(node: Knoop) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_flow_group(node: Knoop) -> bool:
    return isinstance(node, yaml.MappingNode) and _is_flow(node)


def _child(parent: Knoop, index: int) -> Knoop:
    found: Knoop = parent.value[index][1] if isinstance(parent, yaml.MappingNode) else parent.value[index]
    return found


def _find_kop(boom: Boom, parent: Knoop, index: int) -> Kop:
    if isinstance(parent, yaml.MappingNode):
        key = parent.value[index][0]
        return Kop(boom.text.index(":", key.end_mark.index) + 1, int(key.start_mark.column))
    column = int(parent.start_mark.column)
    if not index:
        return Kop(int(parent.start_mark.index) + 1, column)
    offset = boom.line_below(parent.value[index - 1])
    while boom.text[offset : boom.line_stop(offset)].strip()[:1] in ("", "#"):
        if offset >= len(boom.text):
            raise LookupError(index)
        offset = boom.next_line(offset)
    return Kop(boom.text.index("-", offset) + 1, column)


def _keep_comments(boom: Boom, start: int, stop: int, *, alone: bool) -> tuple[str, list[str]]:
    """Return the comment to keep behind a new value, with its spaces, and those that go below it."""
    spans = [span for span in boom.list_comments() if start <= span[0] < boom.line_stop(stop)]
    if not spans:
        return "", []
    first, *rest = spans
    before = boom.text[: first[0]]
    spaces = before[len(before.rstrip(" \t")) :]
    # One space before a # is how a sentence goes on: our reader takes it for a sentence cut off.
    fits = first[0] <= boom.line_stop(start) and (alone or len(spaces) > 1)
    behind = (spaces if fits else "  ") + boom.text[slice(*first)]
    return behind, [boom.text[slice(*span)] for span in rest]


def _comments_between(boom: Boom, start: int, stop: int) -> list[str]:
    return [boom.text[slice(*span)] for span in boom.list_comments() if start <= span[0] < stop]


def _end_of_group(boom: Boom, node: Knoop, column: int, *, whole: bool) -> int:
    """Return where a line can be added to a group: below the comments set in deeper than ``column``.

    With ``whole`` also below all comments that end the text.
    """
    offset = boom.line_below(node)
    rest = boom.text[offset:].splitlines()
    if whole and all(line.strip()[:1] in ("", "#") for line in rest):
        return offset + len(boom.text[offset:].rstrip()) if rest else offset
    while offset < len(boom.text):
        line = boom.text[offset : boom.line_stop(offset)]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        offset = boom.next_line(offset)
    return offset


def _insert_lines(boom: Boom, offset: int, lines: list[str]) -> str:
    """Return the text with whole ``lines`` at ``offset``: the begin of a line, or the end of one."""
    new = boom.newline.join(lines)
    if offset == boom.line_start(offset) and (not offset or boom.text[offset - 1] in "\r\n"):
        return bewerk(boom.text, [Bewerking(offset, offset, new + boom.newline)])
    edits = [Bewerking(offset, offset, boom.newline + new)]
    last = _last_scalar(boom.root)
    if last is not None and last.style in ("|", ">") and not last.value.endswith("\n"):
        # Without a line end in the file this text had none; now that one follows, it must say so.
        head = boom.text[last.start_mark.index : boom.line_stop(last.start_mark.index)]
        if "-" not in head and "+" not in head:
            after = last.start_mark.index + 1
            edits.append(Bewerking(after, after, "-"))
    return bewerk(boom.text, edits)


def _last_scalar(node: Knoop | None) -> yaml.ScalarNode | None:
    while isinstance(node, yaml.CollectionNode) and node.value:
        node = _child(node, -1)
    return node if isinstance(node, yaml.ScalarNode) else None


def _replace_in_flow(boom: Boom, parent: Knoop, index: int, new: str) -> str:
    node = _child(parent, index)
    start, stop = int(node.start_mark.index), boom.value_stop(node)
    if start == stop and isinstance(parent, yaml.MappingNode):
        key_stop = int(parent.value[index][0].end_mark.index)
        colon = boom.text.find(":", key_stop, start)
        start = key_stop if colon < 0 else colon + 1
        stop = max(stop, start)
        new = f": {new}" if colon < 0 else f" {new}"
    return bewerk(boom.text, [Bewerking(start, stop, new)])


def _add_in_flow(boom: Boom, last: Knoop, new: str) -> str:
    stop = boom.value_stop(last)
    comma = " , " if boom.text[stop - 1] == ":" else ", "
    return bewerk(boom.text, [Bewerking(stop, stop, comma + new)])


def _has_break(text: str) -> bool:
    return "\n" in text or "\r" in text
