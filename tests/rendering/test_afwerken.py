"""Finishing: links lead somewhere, back and forth; levels and widths are as writers need them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.rendering.afwerken import finish
from toezicht_cli.rendering.boom import (
    Align,
    Cell,
    Heading,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    Title,
    walk,
)
from toezicht_cli.rendering.inzet import Backlinks, Citation, DraftBlock, Subheading
from toezicht_cli.rendering.kolommen import with_widths
from toezicht_cli.rendering.opmaak import OpmaakError

LEFT: Align = "left"
TITLE = Title((Text("Rapport"),))


def paragraph(*children: object, anchor: str | None = None) -> Paragraph:
    return Paragraph(children, anchor)  # type: ignore[arg-type]  # drafts, as a template gives them


def test_a_citation_and_the_list_of_bronnen_link_to_each_other() -> None:
    blocks = finish(
        (
            TITLE,
            paragraph(Citation("D01", "1.1 a"), Citation("D01", "1.1 a"), Citation("D01", "2.1 b")),
            paragraph(Backlinks("D01"), anchor="bron-D01"),
        )
    )
    links = [node for node in walk(blocks) if isinstance(node, Reference)]
    assert [(link.target, link.anchor) for link in links] == [
        ("bron-D01", "noemt-D01-1"),
        ("bron-D01", "noemt-D01-2"),
        ("bron-D01", "noemt-D01-3"),
        ("noemt-D01-1", None),
        ("noemt-D01-3", None),
    ]
    assert [link.label for link in links[-2:]] == ["terug naar 1.1 a", "terug naar 2.1 b"]


def test_a_citation_without_a_list_of_bronnen_is_words() -> None:
    _, found = finish((TITLE, paragraph(Citation("D01", "1.1 a"))))
    assert found == Paragraph((Text("D01"),))


def test_a_heading_of_a_text_leaves_the_anchors_of_the_template_alone() -> None:
    blocks = finish(
        (
            TITLE,
            Heading(1, (Text("Een"),), ""),
            Subheading(1, (Text("Norm 1.2"),)),
            Heading(1, (Text("Twee"),), "norm-1.2"),
        )
    )
    assert [node.anchor for node in blocks if isinstance(node, Heading)] == ["een", "norm-1.2-2", "norm-1.2"]


def test_footnotes_are_numbered_through_the_document() -> None:
    blocks = finish((TITLE, paragraph(Note(0, ())), paragraph(Note(0, ()))))
    assert [node.number for node in walk(blocks) if isinstance(node, Note)] == [1, 2]


def test_headings_of_a_text_stand_below_the_heading_of_the_template() -> None:
    blocks = finish(
        (
            TITLE,
            Heading(1, (Text("Een"),), ""),
            Heading(2, (Text("Twee"),), ""),
            Subheading(1, (Text("Drie"),)),
            Subheading(3, (Text("Vier"),)),
            Heading(1, (Text("Een"),), ""),
            Subheading(2, (Text("Twee"),)),
        )
    )
    found = [(node.level, node.anchor) for node in blocks if isinstance(node, Heading)]
    assert found == [(1, "een"), (2, "twee"), (3, "drie"), (4, "vier"), (1, "een-2"), (2, "twee-2")]


@given(st.lists(st.integers(1, 6), max_size=12))
def test_no_level_is_ever_skipped(ranks: list[int]) -> None:
    drafts: tuple[DraftBlock, ...] = (
        TITLE,
        Heading(1, (Text("Een"),), ""),
        *(Subheading(rank, (Text("x"),)) for rank in ranks),
    )
    levels = [node.level for node in finish(drafts) if isinstance(node, Heading)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) <= 5


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ((Heading(1, (Text("x"),), ""),), "één titel"),
        ((TITLE, TITLE), "heeft er 2"),
        ((TITLE, Heading(2, (Text("diep"),), "")), "ontbreekt een kop"),
        ((TITLE, paragraph(Text("a"), anchor="x"), paragraph(Text("b"), anchor="x")), "twee plaatsen"),
    ],
)
def test_a_template_that_cannot_be_read_well_is_refused(blocks: tuple[object, ...], words: str) -> None:
    with pytest.raises(OpmaakError, match=words):
        finish(blocks)  # type: ignore[arg-type]  # a tuple of blocks


def cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


@given(st.integers(1, 12), st.data())
def test_the_widths_of_any_table_add_up_to_a_hundred(columns: int, data: st.DataObject) -> None:
    rows = data.draw(
        st.lists(st.lists(st.text(max_size=60), min_size=columns, max_size=columns), min_size=1, max_size=4)
    )
    cells = [tuple(cell(text) for text in row) for row in rows]
    table = with_widths(Table((), cells[0], tuple(cells[1:]), (LEFT,) * columns, ()))
    assert sum(table.widths) == 100
    assert all(width >= 1 for width in table.widths)


def test_a_column_of_ids_is_narrow_beside_a_column_of_sentences() -> None:
    long = "Een zin die veel langer is dan een nummer en dus de ruimte krijgt die over is."
    table = Table((), (cell("Bron"), cell("Wat")), ((cell("B01"), cell(long)),), ("left", "left"), ())
    assert with_widths(table).widths[0] < 15
