"""Columns of words: nothing is lost, and nothing is wider than its column."""

import re

from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.kolommen import Kolom, render_kolommen
from toezicht_cli.outputs.terminal import one_line

_WORDS = st.lists(st.text("ab1-", min_size=1, max_size=14), min_size=1, max_size=5).map(" ".join)


def column(cell: str, width: int) -> list[str]:
    """Return the lines of one cell in one column, without the head."""
    return list(render_kolommen([Kolom("k", 1)], [[cell]], View(width)))[2:]


@given(_WORDS, st.integers(3, 20))
def test_a_cell_in_lines_is_the_same_cell(cell: str, width: int) -> None:
    lines = column(cell, width)
    assert all(len(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == one_line(cell).replace(" ", "")
    assert "" not in lines


def test_a_word_is_broken_at_a_hyphen_before_anywhere_else() -> None:
    assert column("het-baken-calamiteit-2026", 12) == ["het-baken-", "calamiteit-", "2026"]
    assert column("sinds 2026-05-12", 12) == ["sinds", "2026-05-12"]
    assert column("jeugdzorgaanbieders", 8) == ["jeugdzor", "gaanbied", "ers"]
