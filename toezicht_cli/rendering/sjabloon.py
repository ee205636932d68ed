"""Sjabloon: run a Jinja template over plain data, with a marker for every value that it prints.

The template sees dictionaries, lists, texts, numbers and handles; no object of ours and no function. It
may branch, loop, and print; it cannot calculate, so it cannot fill the memory with one expression. What
the template itself says is Markdown; what it prints is words, or the nodes behind a handle.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, NamedTuple

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from toezicht_cli.analysis.woorden import join_words, number_word
from toezicht_cli.diagnostics import nearest
from toezicht_cli.rendering.inzet import has_marker_characters, make_marker

HOOFDBESTAND = "rapport.md.j2"
_KEPT_FILTERS = (
    "length",
    "count",
    "first",
    "last",
    "list",
    "selectattr",
    "rejectattr",
    "map",
    "reverse",
    "batch",
)
_KEPT_TESTS = (
    "defined",
    "none",
    "equalto",
    "==",
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "in",
    "string",
    "number",
)
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Concat: "~",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Slice: "[…:…]",
}


class SjabloonError(Exception):
    """A template cannot be filled: ``file`` and ``line`` say where, the text says why, in Dutch."""

    def __init__(self, message: str, file: str = HOOFDBESTAND, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line


class Handle(NamedTuple):
    """A value that is more than words: the number of an insert that waits outside the template."""

    number: int


class Filled(NamedTuple):
    """A filled template: Markdown with markers; marker n is ``values[n]``: words, or a handle."""

    markdown: str
    values: tuple[str | Handle, ...]


def fill(files: Mapping[str, str], context: Mapping[str, Any]) -> Filled:
    """Return the template ``rapport.md.j2`` of ``files`` filled with ``context``.

    Args:
        files: the texts of the template by name; it can include these and nothing else.
        context: dictionaries, lists, texts, whole numbers, booleans, None and handles.

    Raises:
        SjabloonError: a template is wrong, or names what there is not.
    """
    for name, text in files.items():
        _refuse_unfit(name, text)
    values: list[str | Handle] = []
    environment = _make_environment(files, values)
    try:
        for name in files:
            _refuse_operators(environment, name, files[name])
        markdown = environment.get_template(HOOFDBESTAND).render(context)
    except TemplateSyntaxError as error:
        message = f"het sjabloon is niet te lezen: {_translate(error.message or '')}"
        raise SjabloonError(message, error.name or HOOFDBESTAND, error.lineno) from error
    except (TemplateError, ValueWithoutWordsError, TypeError, ValueError, RecursionError) as error:
        file, line = _find_line(error.__traceback__, files)
        raise SjabloonError(_explain(error), file, line) from error
    return Filled(markdown, tuple(values))


class ValueWithoutWordsError(Exception):
    """A template prints a value that has no words: nothing, a list, a group."""


def _refuse_unfit(name: str, text: str) -> None:
    if has_marker_characters(text):
        raise SjabloonError("het sjabloon heeft een teken dat voor toezicht zelf is (U+E000 of U+E001)", name)


def _make_environment(files: Mapping[str, str], values: list[str | Handle]) -> ImmutableSandboxedEnvironment:
    """Return an environment that writes a marker for every value and keeps the value in ``values``."""

    def finalize(value: object) -> Markup:
        if isinstance(value, Markup):  # what a macro or a {% set %} block of the template itself wrote
            return value
        values.append(_words_of(value))
        return Markup(make_marker(len(values) - 1))  # noqa: S704 - a marker of ours, no text of anybody

    environment = ImmutableSandboxedEnvironment(
        # the name as file name: then a traceback says in which file of the template it went wrong
        loader=FunctionLoader(lambda name: (files[name], name, None) if name in files else None),
        undefined=_Missing,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _KEPT_FILTERS} | _FILTERS
    environment.tests = {name: environment.tests[name] for name in _KEPT_TESTS}
    return environment


def _words_of(value: object) -> str | Handle:
    if isinstance(value, Handle):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str | int):
        return str(value)
    if value is None:
        raise ValueWithoutWordsError("deze waarde is leeg: zet er {% if … %} omheen")
    if isinstance(value, _Missing):
        raise value.as_error()
    raise ValueWithoutWordsError(
        "dit is een lijst of groep en geen tekst: gebruik {% for … %} of noem een onderdeel"
    )


class _Missing(StrictUndefined):
    """A name that does not exist; its message is Dutch."""

    def as_error(self) -> Exception:
        """Return what Jinja raises for a name that does not exist."""
        return self._undefined_exception(self._undefined_message)

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        known = self._undefined_obj if isinstance(self._undefined_obj, Mapping) else {}
        close = nearest(name, [str(key) for key in known])
        return f"{name!r} bestaat hier niet" + (f"; bedoelde je {close}?" if close else "")


def _in_woorden(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueWithoutWordsError("in_woorden hoort bij een geheel getal")
    return number_word(value) if value != 1 else "één"


def _hoofdletter(value: object) -> str:
    text = _plain(value, "hoofdletter")
    return f"{'E' if text.startswith('é') else text[:1].upper()}{text[1:]}"


def _opsomming(value: object) -> str:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueWithoutWordsError("opsomming hoort bij een lijst")
    return join_words([_plain(item, "opsomming") for item in value])


def _plain(value: object, name: str) -> str:
    if not isinstance(value, str) or isinstance(value, Markup):
        raise ValueWithoutWordsError(f"{name} hoort bij gewone tekst")
    return value


_FILTERS: dict[str, Callable[..., Any]] = {
    "in_woorden": _in_woorden,
    "hoofdletter": _hoofdletter,
    "opsomming": _opsomming,
}


def _refuse_operators(environment: ImmutableSandboxedEnvironment, name: str, text: str) -> None:
    """Refuse arithmetic and joining: a value glued to text of the template would be read as Markdown."""
    tree = environment.parse(text, name)
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name):  # a method; a macro has a name of its own
            raise SjabloonError("een sjabloon kan niets aanroepen dan zijn eigen macro's", name, call.lineno)
    for node in tree.find_all(tuple(_REFUSED)):
        message = f"rekenen en plakken kan niet in een sjabloon ({_REFUSED[type(node)]})"
        raise SjabloonError(message, name, node.lineno)


def _find_line(traceback: TracebackType | None, files: Mapping[str, str]) -> tuple[str, int]:
    """Return the file and line of the template where it went wrong; Jinja writes them in the traceback."""
    found = (HOOFDBESTAND, 1)
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name in files:
            found = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


_END = re.compile(r"Unexpected end of template.*innermost block that needs to be closed is '(\w{1,20})'")
_UNKNOWN = re.compile(r"No (filter|test) named '(.{1,60})'")
_TAG = re.compile(r"Encountered unknown tag '(.{1,60}?)'")


def _translate(message: str) -> str:
    """Return what Jinja says of a template that it cannot read, in Dutch."""
    if found := _END.search(message):
        return f"er ontbreekt een end{found[1]} bij een {found[1]}"
    if found := _UNKNOWN.search(message):
        return f"{'filter' if found[1] == 'filter' else 'toets'} {found[2]!r} bestaat niet"
    if found := _TAG.search(message):
        return f"opdracht {found[1]!r} bestaat niet, of staat hier verkeerd"
    return "kijk in deze regel naar de haakjes, de aanhalingstekens en de namen"


def _explain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "het sjabloon roept zichzelf steeds opnieuw aan"
    if isinstance(error, TemplateNotFound):
        return f"in de map van dit sjabloon staat geen {str(error)!r}"
    if isinstance(error, TypeError | ValueError):
        return "hier wordt iets gedaan dat met deze waarde niet kan"
    return str(error)
