"""Lines of ours go into a file of somebody else and out of it again, and leave every byte as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toezicht_cli.loading.git.blok import BEGIN, EINDE, BlokError, has_blok, with_blok, without_blok

OTHERS = st.lists(
    st.sampled_from([b"a\n", b"b\r\n", b"\n", b"c", b"\xff\n", b"# toezicht\n", b" # toezicht: begin\n"]),
    max_size=5,
).map(b"".join)
REGELS = st.lists(st.sampled_from(["x", "y z", ""]), max_size=3)


@given(OTHERS, REGELS)
@example(b"", [])
@example(b"c", ["x"])
def test_what_goes_in_comes_out(others: bytes, regels: list[str]) -> None:
    inside = with_blok(others, regels)
    assert inside.startswith(others)
    assert has_blok(inside)
    assert not has_blok(others)
    assert without_blok(inside) == others
    assert without_blok(others) == others


@given(OTHERS, REGELS, REGELS, OTHERS)
def test_other_lines_take_the_place_of_the_old_ones(
    others: bytes, old: list[str], new: list[str], later: bytes
) -> None:
    first = with_blok(others, old)
    again = with_blok(first + later, new)
    assert again == with_blok(others, new) + later
    assert with_blok(again, new) == again
    joined = b"" if not others or others.endswith(b"\n") or not later else b"\n"
    assert without_blok(again) == others + joined + later


@pytest.mark.parametrize(
    "content",
    [
        f"{BEGIN}\nx\n",
        f"{EINDE}\n",
        f"{BEGIN}\n{BEGIN}\n{EINDE}\n",
        f"{EINDE}\n{BEGIN}\n",
        f"{BEGIN}x\n{EINDE}\n",
    ],
)
def test_a_damaged_mark_is_an_error(content: str) -> None:
    for function in (without_blok, lambda text: with_blok(text, ["y"])):
        with pytest.raises(BlokError) as caught:
            function(content.encode())
        assert caught.value.help


def test_line_ends_of_windows_are_known() -> None:
    content = f"a\r\n{BEGIN}\r\nx\r\n{EINDE}\r\nb\r\n".encode()
    assert without_blok(content) == b"a\r\nb\r\n"
