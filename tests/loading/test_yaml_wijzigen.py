"""A change of one value leaves every other byte as it was, or is refused."""

import difflib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.diagnostics import Route
from toezicht_cli.loading.bewerken import find_comments
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import WijzigError, append_item, set_value

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
        (("leeg_groepje", "a"), "b", ["-leeg_groepje: {}", "+leeg_groepje: {a: b}"]),
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
        (TEXT, ("momenten",), None),  # its comments would go
        (TEXT, ("fase", "x"), "y"),  # a text is no group
        (TEXT, ("lijst", "x"), "y"),
        ("a: [1,  # een\n  2]\n", ("a",), "x"),
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
    assert find_comments(parsed) == find_comments(old)
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
