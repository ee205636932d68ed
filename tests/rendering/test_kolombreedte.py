"""Columns of Word and OpenDocument: the shares of the tree, unless a word would not fit."""

from hypothesis import given
from hypothesis import strategies as st

from tests.rendering.proefboom import cell
from toezicht_cli.rendering.boom import Align, Badge, Cell, Paragraph, Table
from toezicht_cli.rendering.kantoor.kolombreedte import column_widths

ROOM = 9184


def _table(head: tuple[str, ...], widths: tuple[int, ...], *rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(cell(word) for word in row) for row in rows)
    left: Align = "left"
    return Table((), tuple(cell(word) for word in head), cells, (left,) * len(head), widths)


def test_columns_have_the_shares_of_the_tree_when_all_words_fit() -> None:
    assert column_widths(_table(("a", "b"), (25, 75), ("x", "y")), 8000) == (2000, 6000)


def test_a_column_too_narrow_for_its_longest_word_gets_what_it_needs() -> None:
    narrow, wide = column_widths(_table(("Kwaliteit", "b"), (2, 98), ("x", "een lange zin")), ROOM)
    assert narrow == len("Kwaliteit") * 126 + 220
    assert narrow + wide == ROOM


def test_the_longest_words_of_the_head_are_broken_first() -> None:
    heads = ("Norm", *(["Personeelsdossiers"] * 9))
    widths = column_widths(_table(heads, (10,) * 10, ("1.1", *("0" * 9))), ROOM)
    assert widths[0] >= len("Norm") * 126 + 220
    assert sum(widths) == ROOM


def test_the_room_behind_an_oordeel_counts() -> None:
    badge = Cell((Paragraph((Badge("✓", "grotendeels", "#1a6b3c"),)),))
    plain = _table(("a", "b"), (1, 99), ("grotendeels", "x"))
    with_badge = plain._replace(rows=((badge, cell("x")),))
    assert column_widths(with_badge, ROOM)[0] == column_widths(plain, ROOM)[0] + 126


@given(
    st.lists(
        st.tuples(st.text(max_size=40), st.integers(0, 60), st.text(max_size=90)), min_size=1, max_size=14
    ),
    st.integers(2000, 20000),
)
def test_columns_fill_the_room_exactly(columns: list[tuple[str, int, str]], room: int) -> None:
    heads, widths, words = zip(*columns, strict=True)
    found = column_widths(_table(heads, widths, words), room)
    assert sum(found) == room
    assert all(width > 0 for width in found)


def test_a_table_without_any_room_still_has_columns() -> None:
    assert column_widths(_table(("a", "b"), (50, 50)), -300) == (100, 100)
