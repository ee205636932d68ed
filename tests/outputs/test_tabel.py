"""The plain table of the tally, and the words around it."""

from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.tabel import Telkolom, render_table
from toezicht_cli.outputs.terminal import paint, wrap

names = st.text(alphabet=st.characters(exclude_categories=["C", "Z", "M"]), min_size=1, max_size=30)


@given(st.lists(names, min_size=1, max_size=5), st.integers(40, 120), st.integers(0, 99_999))
def test_every_row_is_there_and_numbers_end_below_their_heading(
    rows: list[str], width: int, count: int
) -> None:
    columns = [Telkolom("✓ voldoet"), Telkolom("✗ niet")]
    lines = render_table("Thema", columns, [(name, (count, 1)) for name in rows], None, View(width))
    assert all(
        len(line) <= max(width, 10 + sum(len(column.heading) + 3 for column in columns)) for line in lines
    )
    counted = [line for line in lines[2:] if line.endswith("  1")]
    assert len(counted) == len(rows)
    assert all(line.split()[-2] == str(count) for line in counted)
    assert {len(line) for line in counted} == {len(lines[0])}


def test_colour_is_the_nearest_of_the_cube_and_only_when_wanted() -> None:
    assert paint("6", "#ff0000", View(color=True)) == "\x1b[1;38;5;196m6\x1b[0m"
    assert paint("6", "#ffffff", View(color=True)) == "\x1b[1;38;5;231m6\x1b[0m"
    assert paint("6", "#ff0000", View(color=False)) == "6"


def test_hostile_words_are_one_harmless_line() -> None:
    assert wrap("a\x1b[31m\nb\u202ec", View(80)) == ["a�[31m b�c"]
