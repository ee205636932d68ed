"""Opmaak: Markdown to nodes, with a parser that knows no HTML and lets only safe addresses through.

Two dialects. A text of a case: CommonMark, tables, footnotes and citations ``[@D01, p. 2]``. A template:
that, and blocks between ``::: name`` and ``:::``, and markers for values.

markdown-it stops reading at its own limit of nesting and drops what is deeper without a word, so we
give it more room than we accept and refuse the rest ourselves.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from toezicht_cli.models.normoordeel import CITATIE
from toezicht_cli.rendering.boom import BOX_KINDS
from toezicht_cli.rendering.inzet import Insert

MAX_DEPTH = 12
_ROOM = 100
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]{1,2000}", re.IGNORECASE)
_LOCAL = re.compile(r"#[A-Za-z0-9._-]{1,80}")
DIRECTIVES = (*BOX_KINDS, "voorblad", "tabel", "inhoud", "nieuwe-pagina")


class OpmaakError(ValueError):
    """A Markdown text cannot become part of a document; the message is Dutch."""


class Source(NamedTuple):
    """A parsed text: its syntax tree, the footnotes by number, and what its markers stand for."""

    root: SyntaxTreeNode
    notes: dict[int, SyntaxTreeNode]
    inserts: Sequence[Insert]
    where: str
    is_template: bool


def parse_markdown(
    text: str, inserts: Sequence[Insert] = (), *, where: str = "", is_template: bool = False
) -> Source:
    """Return the syntax of ``text``.

    Args:
        text: the Markdown.
        inserts: what the markers in a template stand for.
        where: how the bronnenlijst calls the place of this text.
        is_template: whether blocks and markers mean something.

    Raises:
        OpmaakError: it is nested too deep, or a footnote would not appear.
    """
    env: dict[str, Any] = {}
    tokens = _parser(is_template=is_template).parse(text, env)
    if max(_depths(tokens), default=0) > MAX_DEPTH:
        message = "lijsten, citaten of nadruk staan te diep in elkaar: maak er een gewone lijst van"
        raise OpmaakError(message)
    unused = [label for label, number in env.get("footnotes", {}).get("refs", {}).items() if number < 0]
    if unused:
        raise OpmaakError(
            f"voetnoot {unused[0].removeprefix(':')} heeft geen plaats in de tekst: zet die erbij"
        )
    root = SyntaxTreeNode(tokens)
    notes = {
        cast("int", node.meta["id"]): node
        for block in root.children
        if block.type == "footnote_block"
        for node in block.children
    }
    return Source(root, notes, inserts, where, is_template)


@cache
def _parser(*, is_template: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _ROOM}).enable("table")
    parser.disable("reference")  # "[noot]: tekst" would vanish; now it stands as it was written
    parser.use(footnote_plugin)
    parser.inline.ruler.before("link", "citatie", _read_citatie)
    local = _LOCAL.fullmatch if is_template else re.compile(r"(?!)").fullmatch
    parser.validateLink = lambda url: bool(ADDRESS.fullmatch(url) or local(url))  # type: ignore[method-assign]  # how markdown-it is told which addresses are safe
    if is_template:
        for name in DIRECTIVES:
            parser.use(container_plugin, name, validate=_is_directive(name))
    return parser


def _is_directive(name: str) -> Any:  # noqa: ANN401 - the plugin types its callback so
    return lambda params, _markup: params.split()[:1] == [name]


def _read_citatie(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
    """Read ``[@D01; @I05, p. 2]`` as one token."""
    match = CITATIE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citatie", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _depths(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield how deep lists, quotes and emphasis stand in one another, an item and its list counted as one."""
    depth = 0
    for token in tokens:
        if token.type.endswith(_DEEPER):
            depth += token.nesting
            yield depth
        if token.children:
            for inner in _depths(token.children):
                yield depth + inner


_DEEPER = tuple(
    f"{name}_{side}"
    for name in ("list_item", "blockquote", "em", "strong", "link")
    for side in ("open", "close")
)
