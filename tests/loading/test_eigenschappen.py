"""Properties of reading: any text and any bytes give a value or our own error; nothing is changed."""

from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toezicht_cli.loading.bestand import BestandError, decode
from toezicht_cli.loading.tekens import find_hidden, split_lines
from toezicht_cli.loading.yaml_text import Position, YamlText, YamlTextError, YamlValue, parse

_FAST = settings(max_examples=2_000, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])
_FEWER = settings(max_examples=200, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])
_YAMLISH = st.text(alphabet="ab:-? \n\t[]{},#&*!|>'\"%@`~<=.0é\\\r\u200b", max_size=60)
_TEXT = st.text(
    st.characters(codec="utf-8").filter(lambda character: find_hidden(character) is None), max_size=30
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | _TEXT,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(_TEXT, children, max_size=4),
    max_leaves=25,
)
_ROOTS = st.dictionaries(_TEXT, _VALUES, max_size=5) | st.lists(_VALUES, max_size=5)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        return True


def dump(value: object, *, flow: bool) -> str:
    return yaml.dump(
        value, Dumper=_Dumper, default_flow_style=flow, allow_unicode=True, width=10**6, sort_keys=False
    )


def read(text: str) -> YamlText | None:
    """Return the text as read, None when it is refused; anything else is a failure of the test."""
    try:
        return parse(text, "f.yaml")
    except YamlTextError as error:
        faults = error.faults
    lines = split_lines(text)
    assert faults
    for fault in faults:
        assert 1 <= fault.location.line <= len(lines)
        assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1
    return None


def as_base(value: object) -> object:
    """Return a value as PyYAML's BaseLoader has it: it knows no absence."""
    if isinstance(value, list):
        return [as_base(item) for item in value]
    if isinstance(value, dict):
        return {key: as_base(item) for key, item in value.items()}
    return "null" if value is None else value


@_FAST
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read(text)


@_FAST
@given(_YAMLISH)
def test_any_text_that_looks_like_yaml_is_read_or_refused(text: str) -> None:
    read(text)


@_FAST
@given(
    st.binary()
    | st.tuples(st.sampled_from([b"\xff\xfe", b"\xef\xbb\xbf", b"a: "]), st.binary()).map(b"".join)
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        text = decode(content)
    except BestandError as error:
        refusal = (error.code, error.line >= 1, error.column >= 1)
    else:
        read(text)
        return
    assert refusal == ("STR002", True, True)


@_FEWER
@given(_ROOTS, st.booleans())
def test_plain_yaml_gives_the_value_that_was_written(value: YamlValue, flow: bool) -> None:
    text = dump(value, flow=flow)
    found = read(text)
    assert found is not None
    assert found.value == value
    assert yaml.load(text, Loader=yaml.BaseLoader) == as_base(value)  # noqa: S506 - the loader of plain text


@_FEWER
@given(_ROOTS, st.booleans())
def test_a_position_is_where_its_text_stands(value: YamlValue, flow: bool) -> None:
    found = read(dump(value, flow=flow))
    assert found is not None
    written: list[tuple[object, Position]] = []
    written += [(route[-1], position) for route, position in found.key_positions.items()]
    written += [(item, found.positions[route]) for route, item in _walk(found.value)]
    for expected, position in written:
        shown = found.text[position.start : position.end]
        if shown[:1] in {"'", '"'}:
            assert yaml.load(shown, Loader=yaml.BaseLoader) == expected  # noqa: S506 - as above
        elif expected is None:
            assert shown in {"null", ""}
        else:
            assert shown == expected
        line = split_lines(found.text)[position.line - 1]
        assert line[position.column - 1 :].startswith(split_lines(shown)[0])


def _walk(
    value: YamlValue, route: tuple[str | int, ...] = ()
) -> list[tuple[tuple[str | int, ...], str | None]]:
    if isinstance(value, list):
        return [found for index, item in enumerate(value) for found in _walk(item, (*route, index))]
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in _walk(item, (*route, key))]
    return [(route, value)]
