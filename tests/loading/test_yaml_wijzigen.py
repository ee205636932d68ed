"""A change of one value leaves every other byte as it was, or is refused."""

import difflib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.diagnostics import Route
from toezicht_cli.loading.bewerken import find_comments
from toezicht_cli.loading.yaml_boom import read_boom
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import WijzigError, append_item, remove_key, set_value

TEXT = """\
# kop
fase: voorbereiding
momenten:
  aangekondigd_op:  # dag
  gestart_op: 2026-01-02
  # nog iets

lijst: [a, b]
leeg_groepje: {}
verbeterpunten:
#  - id: V01
punten:
  - id: V01
    tekst: |
      Eén.

      Twee.
    opvolging:
      - {datum: 2026-01-01, status: open}  # eerste
  - {id: V02, tekst: Nee}
dicht:
- x
- y  # laatste
leeg: # een
laatste: x"""


def _changes(new: str) -> list[str]:
    diff = difflib.unified_diff(TEXT.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("route", "value", "changes"),
    [
        (("fase",), "definitief", ["-fase: voorbereiding", "+fase: definitief"]),
        (
            ("momenten", "aangekondigd_op"),
            "2026-02-03",
            ["-  aangekondigd_op:  # dag", "+  aangekondigd_op: 2026-02-03  # dag"],
        ),
        (("momenten", "vastgesteld_op"), "2026-05-01", ["+  vastgesteld_op: 2026-05-01"]),
        (("nieuw", "a"), {"b": "1.10", "c": ["x"]}, ["+nieuw:", "+  a:", '+    b: "1.10"', "+    c: [x]"]),
        (("leeg",), "ja: dat #1", ["-leeg: # een", '+leeg: "ja: dat #1"  # een']),
        (("leeg",), {"a": "b"}, ["+  a: b"]),
        (("leeg_groepje", "a"), "b", ["-leeg_groepje: {}", "+leeg_groepje:", "+  a: b"]),
        (("laatste",), "een\ntwee\n", ["-laatste: x", "+laatste: |", "+  een", "+  twee"]),
        (
            ("punten", 0, "tekst"),
            "Kort.",
            ["-    tekst: |", "-      Eén.", "-", "-      Twee.", "+    tekst: Kort."],
        ),
        (
            ("punten", 1, "tekst"),
            "Nee, maar [dit]",
            ["-  - {id: V02, tekst: Nee}", '+  - {id: V02, tekst: "Nee, maar [dit]"}'],
        ),
        (("lijst", 0), "c", ["-lijst: [a, b]", "+lijst: [c, b]"]),
        (("dicht", 1), "z", ["-- y  # laatste", "+- z  # laatste"]),
    ],
)
def test_a_value_is_set_and_nothing_else(route: Route, value: YamlValue, changes: list[str]) -> None:
    assert _changes(set_value(TEXT, route, value, "f.yaml")) == changes


@pytest.mark.parametrize(
    ("route", "item", "changes"),
    [
        (("lijst",), "c", ["-lijst: [a, b]", "+lijst: [a, b, c]"]),
        (("dicht",), "z", ["+- z"]),
        (("verbeterpunten",), {"id": "V01"}, ["+  - id: V01"]),
        (("punten",), {"id": "V03", "l": ["1"]}, ['+  - {id: V03, l: ["1"]}']),
        (("punten", 0, "opvolging"), {"status": "deels"}, ["+      - {status: deels}"]),
        (
            ("punten", 1, "opvolging"),
            {"status": "deels"},
            ["-  - {id: V02, tekst: Nee}", "+  - {id: V02, tekst: Nee, opvolging: [{status: deels}]}"],
        ),
        (("nieuwe",), {"a": "b"}, ["+nieuwe:", "+  - a: b"]),
    ],
)
def test_an_item_is_added_and_nothing_else(route: Route, item: YamlValue, changes: list[str]) -> None:
    assert _changes(append_item(TEXT, route, item, "f.yaml")) == changes


@pytest.mark.parametrize(
    ("text", "route", "value"),
    [
        (TEXT, ("fase", "x"), "y"),  # a text is no group
        (TEXT, ("lijst", "x"), "y"),
        ("a: {b: [1,  # een\n  2]}\n", ("a", "b"), "x"),  # between braces a comment has no other place
        ("a: [\n", ("a",), "x"),  # no YAML
        ("a: *x\n", ("a",), "x"),
        ("a: 1\na: 2\n", ("a",), "x"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(text: str, route: Route, value: YamlValue) -> None:
    with pytest.raises(WijzigError, match=r"f\.yaml"):
        set_value(text, route, value, "f.yaml")


def test_adding_to_what_is_no_list_is_refused() -> None:
    with pytest.raises(WijzigError):
        append_item(TEXT, ("fase",), "x", "f.yaml")


def test_windows_line_ends_and_an_empty_file() -> None:
    assert set_value("a: 1\r\n", ("b", "c"), "x", "f") == "a: 1\r\nb:\r\n  c: x\r\n"
    assert set_value("# kop\r\na: |\r\n  x\r\n", ("b",), "y\nz\n", "f") == (
        "# kop\r\na: |\r\n  x\r\nb: |\r\n  y\r\n  z\r\n"
    )
    assert set_value("", ("a",), "x", "f") == "a: x\n"
    assert set_value("# alleen uitleg\n", ("a",), "x", "f") == "# alleen uitleg\na: x\n"


WOORDEN = st.text(
    st.sampled_from("abcxyz éë0123456789:#-'\"\\[]{},&*!|>%@`?.\n"), min_size=1, max_size=30
).map(lambda text: text.strip() or "x")
SLEUTELS = st.text(st.sampled_from("abcdefgh_1."), min_size=1, max_size=6).map(lambda key: f"k{key}")
WAARDEN: st.SearchStrategy[Any] = st.recursive(
    WOORDEN,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(SLEUTELS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
GROEPEN = st.dictionaries(SLEUTELS, WAARDEN, min_size=1, max_size=4)


def _routes(value: object, route: Route = ()) -> list[Route]:
    found = [route] if route else []
    if isinstance(value, dict):
        found += [path for key, item in value.items() for path in _routes(item, (*route, key))]
    if isinstance(value, list):
        found += [path for index, item in enumerate(value) for path in _routes(item, (*route, index))]
    return found


@given(st.data(), GROEPEN, WAARDEN, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_any_change_says_what_was_asked_or_is_refused(
    data: st.DataObject, group: dict[str, Any], new: YamlValue, flow: bool, newline: str
) -> None:
    dumped = yaml.safe_dump(group, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10_000)
    lines = dumped.splitlines()
    text = newline.join(["# kop", *lines, "# slot", ""])
    assert parse(text, "f").value == group
    route = data.draw(st.sampled_from(_routes(group)))
    try:
        changed = set_value(text, route, new, "f")
    except WijzigError:
        return
    old, parsed = parse(text, "f"), parse(changed, "f")
    expected: Any = parse(text, "f").value
    holder = expected
    for step in route[:-1]:
        holder = holder[step]
    holder[route[-1]] = new
    assert parsed.value == expected
    assert sorted(find_comments(parsed)) == sorted(find_comments(old))
    assert changed.startswith("# kop")
    assert changed.rstrip().endswith("# slot")


@given(GROEPEN, SLEUTELS, WAARDEN, st.booleans())
def test_a_new_key_can_always_be_added(group: dict[str, Any], key: str, new: YamlValue, flow: bool) -> None:
    text = yaml.safe_dump(group, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10_000)
    if key in group or flow:
        return
    changed = set_value(text, (key,), new, "f")
    assert parse(changed, "f").value == {**group, key: new}
    assert changed.startswith(text.rstrip("\n"))


@given(st.lists(WAARDEN, max_size=4), WAARDEN)
def test_an_item_can_always_be_added_to_a_list_in_block_style(items: list[Any], new: YamlValue) -> None:
    text = yaml.safe_dump({"lijst": items}, default_flow_style=False, allow_unicode=True, width=10_000)
    changed = append_item(text, ("lijst",), new, "f")
    assert parse(changed, "f").value == {"lijst": [*items, new]}


@pytest.mark.parametrize(
    ("old", "route", "value", "new"),
    [
        ("a: [1,  # een\n  2]\nb: 3\n", ("a",), "x", "a: x  # een\nb: 3\n"),
        ("a:  # h\n  # een\n  b: 1  # twee\nc: 3\n", ("a",), None, "a:  # h\n# een\n# twee\nc: 3\n"),
        (
            "a:  # h\n  b: 1  # een\n  c: 2\n",
            ("a",),
            {"b": "3", "d": "x"},
            'a:  # h\n  b: "3"  # een\n  d: x\n',
        ),
        ("a:\n  - x  # een\n  - y\n", ("a",), ["x", "z", "w"], "a:\n  - x  # een\n  - z\n  - w\n"),
        ("a: |  # kop\n  x\n  y\nb: 1\n", ("a",), "z", "a: z  # kop\nb: 1\n"),
        ("a: oud # c\n", ("a",), "een\ntwee\n", "a: |  # c\n  een\n  twee\n"),
        ("a: oud # c\n", ("a",), "twee woorden", "a: twee woorden  # c\n"),
        ("a: |+\n  x\n\nb: 1\n", ("a",), "z", "a: z\nb: 1\n"),
        ("a: |\n  x", ("b",), "z", "a: |-\n  x\nb: z"),
        ("- a: 1\n  # bij de eerste\n- b\n", (0, "c"), "x", "- a: 1\n  c: x\n  # bij de eerste\n- b\n"),
        ("a: {b: , c}\n", ("a", "b"), "x", "a: {b: x, c}\n"),
        ("a: {b: , c}\n", ("a", "c"), "x", "a: {b: , c: x}\n"),
        ("a: {b: }\n", ("a", "c"), "x\ny", 'a: {b: , c: "x\\ny"}\n'),
        ("a:\n-\n- y\n", ("a", 0), {"b": ["x" * 90]}, f"a:\n-\n  b:\n    - {'x' * 90}\n- y\n"),
        ('"a b": 1\n', ("1.10",), "nee", '"a b": 1\n"1.10": nee\n'),
    ],
)
def test_comments_find_a_place_with_the_new_value(old: str, route: Route, value: YamlValue, new: str) -> None:
    assert set_value(old, route, value, "f") == new


@pytest.mark.parametrize(
    ("old", "route", "new"),
    [
        ("a: 1  # een\nb: 2\n", ("a",), "# een\nb: 2\n"),
        (
            "g:\n  a: 1\n  b:\n    # in b\n    - x  # bij x\n# los\nc: 1\n",
            ("g", "b"),
            "g:\n  a: 1\n  # in b\n  # bij x\n# los\nc: 1\n",
        ),
        ("- a: 1\n  b: 2\n", (0, "a"), "- b: 2\n"),
        ("- a: 1  # een\n  b: 2\n", (0, "a"), "- # een\n  b: 2\n"),
        ("- {a: 1, b: 2, c: 3}\n", (0, "a"), "- {b: 2, c: 3}\n"),
        ("- {a: 1, b: 2, c: 3}\n", (0, "c"), "- {a: 1, b: 2}\n"),
        ("g:\n  a: 1  # een\nb: 2\n", ("g", "a"), "g:  # een\nb: 2\n"),
        ("a: 1\r\nb: |\r\n  x\r\nc: 2", ("b",), "a: 1\r\nc: 2"),
        ("a: 1\n", ("b",), "a: 1\n"),
        ("a: 1\n", ("a", "b"), "a: 1\n"),
    ],
)
def test_a_field_goes_and_its_comments_stay(old: str, route: Route, new: str) -> None:
    assert remove_key(old, route, "f") == new


_SCALARS = ["x", '"1.10"', "'een: # twee'", "twee woorden", "", "[a, 'b, c']", "{k: v, l: [1]}", "[]"]
_BLOCK_TEXTS = [
    "|\n{0}een\n\n{0}# geen uitleg",
    "|-\n{0}een: x\n{0}  in",
    ">\n{0}een\n{0}twee",
    "twee\n{0}regels",
]


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """A text as people write one: comments anywhere, lists set in or not, values in every style."""
    lines: list[str] = ["# kop"] if draw(st.booleans()) else []
    _write_group(draw, lines, 0, "", 3)
    if draw(st.booleans()):
        lines += ["# slot"]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return newline.join(line for part in lines for line in part.split("\n")) + newline


def _write_group(draw: st.DrawFn, lines: list[str], column: int, first: str, depth: int) -> None:
    for number in range(draw(st.integers(1, 3))):
        if number or not first:
            _maybe_comment(draw, lines, column)
        start = first if not number and first else " " * column
        _write_value(draw, lines, column, f"{start}k{number}:", depth)


def _write_value(draw: st.DrawFn, lines: list[str], column: int, start: str, depth: int) -> None:
    comment = draw(st.sampled_from(["", "", "  # c", "   # {c: [}"]))
    kind = draw(st.sampled_from(["scalar", "block", "group", "list"] if depth else ["scalar", "block"]))
    if kind == "scalar":
        lines.append(f"{start} {draw(st.sampled_from(_SCALARS))}".rstrip() + comment)
    elif kind == "block":
        text = draw(st.sampled_from(_BLOCK_TEXTS)).format(" " * (column + 2))
        head, _, rest = text.partition("\n")
        lines.append(f"{start} {head}{comment if head[0] in '|>' else ''}\n{rest}")
    elif kind == "group":
        lines.append(f"{start}{comment}")
        _write_group(draw, lines, column + draw(st.sampled_from([2, 4])), "", depth - 1)
    else:
        lines.append(f"{start}{comment}")
        _write_items(draw, lines, column + draw(st.sampled_from([0, 2])), depth - 1)


def _write_items(draw: st.DrawFn, lines: list[str], column: int, depth: int) -> None:
    for _ in range(draw(st.integers(1, 3))):
        _maybe_comment(draw, lines, column)
        dash = f"{' ' * column}-"
        if draw(st.booleans()):
            _write_group(draw, lines, column + 2, f"{dash} ", depth)
        else:
            lines.append(f"{dash} {draw(st.sampled_from(_SCALARS))}".rstrip())


def _maybe_comment(draw: st.DrawFn, lines: list[str], column: int) -> None:
    lines += draw(st.sampled_from([[], [], [""], [f"{' ' * column}# bij {len(lines)}"], ["# los", ""]]))


def _at(value: Any, route: Route) -> Any:  # noqa: ANN401 - plain values of any shape
    for step in route:
        value = value[step]
    return value


def _lines_around(text: str, route: Route) -> tuple[list[str], list[str]]:
    """Return the lines above the one where a value starts, and those below the group it is in."""
    parsed = parse(text, "f")
    start = (parsed.key_positions.get(route) or parsed.positions[route]).line - 1
    lines = text.splitlines(keepends=True)
    return lines[:start], [line for line in lines if "# slot" in line]


def _comments(text: str) -> list[str]:
    """Return every comment, also the one behind the ``|`` of a block, which is no value either."""
    boom = read_boom(text)
    return sorted(text[slice(*span)].strip() for span in boom.list_comments())


@given(st.data(), _documents(), st.none() | WAARDEN)
def test_any_value_can_be_set_in_what_people_write(data: st.DataObject, text: str, new: YamlValue) -> None:
    value = parse(text, "f").value
    route = data.draw(st.sampled_from([route for route in _routes(value) if _is_sound(text, route)]))
    changed = set_value(text, route, new, "f")
    assert _at(parse(changed, "f").value, route) == new
    assert set_value(changed, route, _at(value, route), "f") is not None
    assert parse(set_value(changed, route, _at(value, route), "f"), "f").value == value
    above, below = _lines_around(text, route)
    assert changed.splitlines(keepends=True)[: len(above)] == above
    assert changed.splitlines(keepends=True)[len(changed.splitlines()) - len(below) :] == below


def _is_sound(text: str, route: Route) -> bool:
    return route in parse(text, "f").positions


@given(st.data(), _documents(), WAARDEN)
def test_a_new_field_and_a_new_item_only_add_characters(
    data: st.DataObject, text: str, new: YamlValue
) -> None:
    value = parse(text, "f").value
    routes = [(), *(route for route in _routes(value) if isinstance(_at(value, route), dict | list))]
    route = data.draw(st.sampled_from(routes))
    there = _at(value, route)
    if isinstance(there, dict):
        changed = set_value(text, (*route, "nieuw"), new, "f")
        assert _at(parse(changed, "f").value, route) == {**there, "nieuw": new}
    else:
        changed = append_item(text, route, new, "f")
        assert _at(parse(changed, "f").value, route) == [*there, new]
    if there:
        _assert_only_added(text, changed)


def _assert_only_added(old: str, new: str) -> None:
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    assert old[same:] == new[len(new) - (len(old) - same) :]


@given(st.data(), _documents())
def test_any_field_can_be_removed_from_what_people_write(data: st.DataObject, text: str) -> None:
    value = parse(text, "f").value
    groups = [(), *(route for route in _routes(value) if isinstance(_at(value, route), dict))]
    route = data.draw(st.sampled_from([route for route in groups if _at(value, route)]))
    key = data.draw(st.sampled_from(sorted(_at(value, route))))
    changed = remove_key(text, (*route, key), "f")
    rest = {name: child for name, child in _at(value, route).items() if name != key}
    left = parse(changed, "f").value
    assert (_at(left, route) if left is not None else None) == (rest or None)
    assert _comments(changed) == _comments(text)
