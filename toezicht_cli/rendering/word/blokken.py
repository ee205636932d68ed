"""Blokken: paragraphs, lists, boxes, figures: the blocks of a document one below the other."""

from collections.abc import Iterator

from toezicht_cli.rendering.boom import (
    Block,
    Box,
    Chart,
    CodeBlock,
    Contents,
    Cover,
    Divider,
    Heading,
    Inline,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Title,
)
from toezicht_cli.rendering.kantoor.beelden import chart_picture
from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.inhoudsopgave import contents_field
from toezicht_cli.rendering.word.knopen import Knoop, knoop, paragraph, qualified, set_property, words
from toezicht_cli.rendering.word.plaats import Place
from toezicht_cli.rendering.word.tabel import table_frame
from toezicht_cli.rendering.word.tekening import picture_run
from toezicht_cli.rendering.word.zinnen import Zinnen

_TWENTIETHS_IN_MM = 1440 / 25.4
_ROOM_IN_LIST = 397
_CELL_PADDING = 200
_AFTER_LIST = 160
_FIRST_NOTE_ID = 1


class Blokken:
    """Makes the blocks of a document, in reading order."""

    def __init__(self, bouw: Bouw) -> None:
        self._bouw = bouw
        self._zinnen = Zinnen(bouw, self._note)
        self._break = False

    def write(self, blocks: tuple[Block, ...], place: Place) -> list[Knoop]:
        """Return the paragraphs and tables of ``blocks``."""
        return [node for block in blocks for node in self._write(block, place)]

    def break_page(self) -> None:
        """Let what follows begin on a new page."""
        self._break = True

    def paragraph(self, style: str, children: tuple[Inline, ...], anchor: str | None = None) -> Knoop:
        """Return a paragraph in a style of ours."""
        runs = self._bouw.marked(anchor, self._zinnen.runs(children))
        found = paragraph(self._bouw.styles[style], *runs)
        if self._break:
            set_property(found, knoop("pageBreakBefore"))
            self._break = False
        return found

    def _write(self, block: Block, place: Place) -> list[Knoop]:
        if isinstance(block, Paragraph):
            return [self.paragraph(place.style_of_paragraph(), block.children, block.anchor)]
        if isinstance(block, Items):
            return self._list(block, place)
        if isinstance(block, Box):
            return self.write(block.blocks, place.in_box(block.kind))
        if isinstance(block, Quote):
            return self.write(block.blocks, place.in_quote())
        if isinstance(block, Cover):
            return self.write(block.blocks, place._replace(style="Omslagtekst"))
        return self._write_alone(block, place)

    def _write_alone(self, block: Block, place: Place) -> list[Knoop]:
        """Return a block whose style does not depend on where it stands."""
        found: list[Knoop] = []
        if isinstance(block, Heading):
            found.append(self.paragraph(f"Heading{min(block.level, 5)}", block.children, block.anchor))
        elif isinstance(block, Title):
            found.append(self.paragraph("Title", block.children))
        elif isinstance(block, Table):
            found += self._table(block, place)
        elif isinstance(block, Chart):
            found += self._chart(block, place)
        elif isinstance(block, CodeBlock):
            found.append(self._code(block))
        else:
            found += self._write_mark(block)
        return found

    def _write_mark(self, block: Block) -> list[Knoop]:
        """Return a block that has no words of its own."""
        if isinstance(block, Divider):
            return [self.paragraph("Scheidingslijn", ())]
        if isinstance(block, Contents):
            return [contents_field(self._bouw, block.depth, self.paragraph("TOCHeading", ()))]
        if isinstance(block, PageBreak):
            self.break_page()
        return []

    def _list(self, items: Items, place: Place) -> list[Knoop]:
        """Return a list; behind the outermost one is as much space as behind a paragraph."""
        found = list(self._items(items, place.in_list()))
        if found and place.depth == 0 and not place.boxed and found[-1].tag == qualified("p"):
            set_property(found[-1], knoop("spacing", after=_AFTER_LIST))
        return found

    def _items(self, items: Items, place: Place) -> Iterator[Knoop]:
        style = place.style_of_point(ordered=items.start is not None)
        number = self._bouw.lists.of_list(place.depth - 1, items.start, boxed=place.boxed)
        for item in items.items:
            # A point that does not begin with words still is a point: it gets an empty first line.
            first, rest = (
                (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
            )
            point = self.paragraph(style, first.children, first.anchor)
            if number is not None:
                level = knoop("ilvl", val=number[1])
                set_property(point, knoop("numPr", level, knoop("numId", val=number[0])))
            yield point
            for node in self.write(rest, place):
                yield self._continued(node, place)

    def _continued(self, node: Knoop, place: Place) -> Knoop:
        """Return what follows in a point of a list; in a box only the numbering can move it in."""
        if place.boxed and node.find(f"{qualified('pPr')}/{qualified('pStyle')}") is not None:
            style = node[0][0].get(qualified("val"))
            if style == self._bouw.styles[place.style] and node[0].find(qualified("numPr")) is None:
                ident, level = self._bouw.lists.continued(place.depth - 1)
                set_property(node, knoop("numPr", knoop("ilvl", val=level), knoop("numId", val=ident)))
        return node

    def _code(self, block: CodeBlock) -> Knoop:
        found = self.paragraph("Codeblok", ())
        for index, line in enumerate(block.text.removesuffix("\n").split("\n")):
            run = knoop("r", *([knoop("br")] if index else []))
            for place, part in enumerate(line.split("\t")):
                run.extend([*([knoop("tab")] if place else []), words(part)])
            found.append(run)
        return found

    def _chart(self, chart: Chart, place: Place) -> Iterator[Knoop]:
        width = place.width / _TWENTIETHS_IN_MM
        run = picture_run(self._bouw, chart_picture(chart, self._bouw.stijl, width))
        caption = paragraph(self._bouw.styles["Caption"], knoop("r", words(chart.title)))
        if self._break:
            set_property(caption, knoop("pageBreakBefore"))
            self._break = False
        yield caption
        yield paragraph(self._bouw.styles["Figuur"], run)

    def _table(self, table: Table, place: Place) -> Iterator[Knoop]:
        indent = _ROOM_IN_LIST * place.depth
        if table.caption:
            caption = self.paragraph("Caption", table.caption)
            if indent:
                set_property(caption, knoop("ind", left=indent))
            yield caption
        frame = table_frame(table, self._bouw.styles["Tabeltoezicht"], place.width - indent, indent)
        for number, row in enumerate((table.head, *table.rows)):
            line = frame.row(head=number == 0)
            for column, cell in enumerate(row):
                inside = place.in_cell(
                    frame.widths[column] - _CELL_PADDING, table.align[column], head=number == 0
                )
                line.append(frame.cell(column, self._cell(cell.blocks, cell.anchor, inside)))
            frame.table.append(line)
        yield frame.table
        # Without something between them Word makes one table of two.
        yield paragraph(self._bouw.styles["Natabel"])

    def _cell(self, blocks: tuple[Block, ...], anchor: str | None, place: Place) -> list[Knoop]:
        found = self.write(blocks, place)
        if not found or found[-1].tag != qualified("p"):
            found.append(paragraph(self._bouw.styles[place.style]))
        if anchor is not None:
            first = next(node for node in found if node.tag == qualified("p"))
            start, end = self._bouw.marked(anchor, [])
            properties = first.find(qualified("pPr"))
            first.insert(0 if properties is None else 1, start)
            first.append(end)
        return found

    def _note(self, note: Note) -> Knoop:
        """Write a footnote and return the run that calls it."""
        bouw, styles = self._bouw, self._bouw.styles
        outer, bouw.part = bouw.part, bouw.notes
        pending, self._break = self._break, False
        found = self.write(note.blocks, Place(bouw.page.width, "FootnoteText"))
        bouw.part, self._break = outer, pending
        mark = knoop("rPr", knoop("rStyle", val=styles["FootnoteReference"]))
        called = knoop("r", mark, knoop("footnoteRef"))
        if not found or found[0].tag != qualified("p"):
            found.insert(0, paragraph(styles["FootnoteText"]))
        found[0].insert(1, called)
        found[0].insert(2, knoop("r", words(" ")))
        ident = len(bouw.footnotes) + _FIRST_NOTE_ID
        bouw.footnotes.append(knoop("footnote", *found, id=ident))
        mark = knoop("rPr", knoop("rStyle", val=styles["FootnoteReference"]))
        return knoop("r", mark, knoop("footnoteReference", id=ident))
