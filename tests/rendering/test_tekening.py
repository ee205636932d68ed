import re
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from tests.rendering.proefboom import CHART, HOSTILE, STIJL
from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.rendering.boom import Chart, ChartBar, ChartCategory
from toezicht_cli.rendering.raster import png_of
from toezicht_cli.rendering.tekening import WIDTH, draw_chart, ink_on
from toezicht_cli.rendering.writers.base import WriterError

SVG = "{http://www.w3.org/2000/svg}"
COLORS = st.from_regex(r"\A#[0-9a-f]{6}\Z")
LETTERS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=90
)
CHARTS = st.builds(
    lambda categories, rows: Chart(
        "titel",
        "omschrijving",
        tuple(categories),
        tuple(ChartBar(label, tuple(values[: len(categories)])) for label, values in rows),
    ),
    st.lists(st.builds(ChartCategory, st.sampled_from("✓✗≈–"), LETTERS, COLORS), min_size=1, max_size=6),
    st.lists(
        st.tuples(LETTERS, st.lists(st.integers(0, 9999) | st.just(0), min_size=6, max_size=6)), max_size=8
    ),
)


def drawn(chart: Chart, ink: str = "#000000") -> _Element:
    return etree.fromstring(draw_chart(chart, ink=ink, font="Atkinson Hyperlegible Next"))


def words(root: _Element) -> list[str]:
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def parts(root: _Element) -> list[tuple[float, float, float]]:
    """Return left, right and top of every rectangle of a bar; those of the legend are square."""
    found = [
        {name: float(value) for name, value in box.items() if name != "fill"}
        for box in root.iter(f"{SVG}rect")
    ]
    return [(box["x"], box["x"] + box["width"], box["y"]) for box in found if box["height"] > 20]


def test_every_part_has_its_symbol_and_number_and_the_legend_its_word() -> None:
    assert words(drawn(CHART)) == [
        *("1 Cliëntgerichtheid", "✓", "4", "✗", "1"),
        *("2 Veiligheid van de cliënt", "✗", "1"),
        *("✓", "Voldoet", "✗", "Voldoet niet"),
    ]


def test_parts_are_kept_apart_and_zero_draws_nothing() -> None:
    first, second, third = parts(drawn(CHART))
    assert second[0] - first[1] == pytest.approx(2, abs=0.11)
    assert third[2] > first[2] == second[2]


def test_a_bar_of_only_zeros_says_so() -> None:
    none = CHART._replace(bars=(ChartBar("Niets", (0, 0)),))
    assert parts(drawn(none)) == []
    assert words(drawn(none))[:2] == ["Niets", "0"]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_markup(text: str) -> None:
    category = CHART.categories[0]._replace(label=text, symbol=text)
    chart = Chart(text, text, (category,), (ChartBar(text, (3,)),))
    root = drawn(chart, ink=text.replace("\\", ""))
    assert root.get("aria-label") == text
    assert "".join(words(root)).replace(" ", "").count(text.replace(" ", "")) == 4
    assert {found.tag for found in root.iter()} == {f"{SVG}svg", f"{SVG}rect", f"{SVG}text"}


def test_the_ink_may_be_that_of_the_page() -> None:
    assert drawn(CHART, ink="currentColor").get("fill") == "currentColor"


@given(COLORS)
def test_ink_can_be_read_on_every_colour(color: str) -> None:
    on_white = contrast_on_white(color)
    contrast = {"#ffffff": on_white, "#000000": contrast_on_white("#000000") / on_white}
    assert contrast[ink_on(color)] >= AA_TEKST


@given(CHARTS)
def test_any_chart_stays_within_its_edges(chart: Chart) -> None:
    root = drawn(chart)
    height = float(root.get("height", "0"))
    found = parts(root)
    assert len(found) == sum(bool(value) for bar in chart.bars for value in bar.values)
    assert all(216 <= left < right <= WIDTH for left, right, _ in found)
    assert all(top + 30 <= height for _, _, top in found)
    assert all(after[0] > before[1] for before, after in pairwise(found) if before[2] == after[2])
    assert all(0 < float(text.get("y", "0")) < height for text in root.iter(f"{SVG}text"))


@given(CHARTS)
def test_a_larger_number_is_never_drawn_narrower(chart: Chart) -> None:
    values = [value for bar in chart.bars for value in bar.values if value]
    widths = [round(right - left, 1) for left, right, _ in parts(drawn(chart))]
    ordered = [width for _, width in sorted(zip(values, widths, strict=True))]
    assert all(before <= after + 0.2 for before, after in pairwise(ordered))


def test_lengths_follow_the_numbers_where_there_is_room() -> None:
    chart = CHART._replace(bars=(ChartBar("a", (10, 5)), ChartBar("b", (3, 0))))
    ten, five, three = (right - left + 2 for left, right, _ in parts(drawn(chart)))
    assert [ten / five, ten / three] == pytest.approx([2, 10 / 3], abs=0.01)


def test_a_long_label_takes_more_lines_and_loses_no_word() -> None:
    label = "Een thema met een heel lange naam die nooit op een regel past, ook niet op twee"
    found = words(drawn(CHART._replace(bars=(ChartBar(label, (1, 1)),))))
    lines = found[: found.index("✓")]
    assert len(lines) == 3
    assert " ".join(lines) == label


def test_a_chart_without_bars_is_its_legend() -> None:
    assert words(drawn(CHART._replace(bars=()))) == ["✓", "Voldoet", "✗", "Voldoet niet"]


def test_a_picture_has_the_size_of_the_drawing() -> None:
    svg = draw_chart(CHART, ink="#000000", font=STIJL.font_text)
    found = re.search(r'height="(\d+)"', svg)
    assert found is not None
    for ppi in (72, 288):
        png = png_of(svg, STIJL.fonts, ppi)
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        # CSS has 96 dots in an inch.
        size = [int.from_bytes(png[at : at + 4]) for at in (16, 20)]
        assert size == pytest.approx([WIDTH * ppi / 96, int(found[1]) * ppi / 96], abs=1)


def test_the_same_drawing_gives_the_same_picture() -> None:
    svg = draw_chart(CHART, ink="#000000", font=STIJL.font_text)
    once, twice = (sha256(png_of(svg, STIJL.fonts, 144)).hexdigest() for _ in range(2))
    assert once == twice
    assert png_of(svg.replace("Voldoet", "Anders"), STIJL.fonts, 144) != png_of(svg, STIJL.fonts, 144)


@pytest.mark.parametrize("svg", ["", "<svg", "geen tekening"])
def test_what_is_no_drawing_is_refused(svg: str) -> None:
    with pytest.raises(WriterError):
        png_of(svg, STIJL.fonts, 144)
