"""The nodes of a YAML text, and which characters and lines belong to each of them.

The reader (``yaml_text``) keeps where a value begins; an edit must know too where it ends. A group in
block style ends where its last value does: the comments below it belong to nobody in particular.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")
_END_OF_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r")

Knoop = yaml.Node


class Boom(NamedTuple):
    """A text that our reader accepts, with its nodes; ``root`` is None when nothing stands in it."""

    text: str
    root: Knoop | None

    @property
    def newline(self) -> str:
        """Return how the lines of this text end."""
        found = _LINE_END.search(self.text)
        return found.group() if found else "\n"

    def line_start(self, offset: int) -> int:
        """Return where the line with ``offset`` begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_stop(self, offset: int) -> int:
        """Return where the line with ``offset`` ends, before its line end."""
        found = _END_OF_LINE.match(self.text, offset)
        return found.end() if found else offset

    def next_line(self, offset: int) -> int:
        """Return where the line after that with ``offset`` begins; the end of the text after the last."""
        stop = self.line_stop(offset)
        found = _LINE_END.match(self.text, stop)
        return found.end() if found else stop

    def line_below(self, node: Knoop) -> int:
        """Return where the line below ``node`` begins; a text that keeps line ends has it at its end."""
        stop = self.value_stop(node)
        return stop if self.text[stop - 1 : stop] in ("\r", "\n") else self.next_line(stop)

    def value_stop(self, node: Knoop) -> int:
        """Return where what ``node`` says ends: no blank lines, no comments behind it."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar_stop(node)
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.value_stop(last[1] if isinstance(node, yaml.MappingNode) else last)

    def list_comments(self) -> list[tuple[int, int]]:
        """Return where every comment begins and ends, in order."""
        found = []
        done = 0
        spans = [] if self.root is None else sorted(self._scalar_spans(self.root))
        for start, stop in [*spans, (len(self.text), 0)]:
            found += [match.span() for match in _COMMENT.finditer(self.text, done, max(start, done))]
            done = max(stop, done)
        return found

    def _scalar_stop(self, node: yaml.ScalarNode) -> int:
        start, stop = node.start_mark.index, node.end_mark.index
        source = self.text[start:stop]
        keeps = node.style in ("|", ">") and "+" in _END_OF_LINE.match(source).group().split("#")[0]  # type: ignore[union-attr]  # it matches the empty text too
        return int(stop if keeps else start + len(source.rstrip()))

    def _scalar_spans(self, node: Knoop) -> Iterator[tuple[int, int]]:
        """Yield where the characters of every key and value stand, the head of a block (``|``) not."""
        if isinstance(node, yaml.MappingNode):
            for key, child in node.value:
                yield from self._scalar_spans(key)
                yield from self._scalar_spans(child)
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                yield from self._scalar_spans(child)
        elif isinstance(node, yaml.ScalarNode):
            start = int(node.start_mark.index)
            if node.style in ("|", ">"):
                start = self.line_stop(start)
            yield start, max(self._scalar_stop(node), start)


def read_boom(text: str) -> Boom:
    """Return the nodes of ``text``, which our reader must have accepted: its depth is limited."""
    return Boom(text, yaml.compose(text, Loader=_Loader))


def find_child(node: Knoop, step: str | int) -> Knoop | None:
    """Return the value at ``step``, a key or an index; None when there is none."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next((child for key, child in node.value if _name(key) == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        found: Knoop = node.value[step]
        return found
    return None


def find_index(node: yaml.MappingNode, key: str) -> int:
    """Return at which place, from 0, ``key`` stands in the group; it must be there."""
    return [_name(name) for name, _ in node.value].index(key)


def _name(key: Knoop) -> str:
    return str(key.value)
