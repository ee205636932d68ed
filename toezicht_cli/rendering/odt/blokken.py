"""Blokken: paragraphs, lists, boxes, figures: the blocks of a document one below the other."""

from toezicht_cli.rendering.boom import (
    Block,
    Box,
    Cell,
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
    Text,
    Title,
)
from toezicht_cli.rendering.kantoor.beelden import chart_picture
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.inhoudsopgave import list_of_contents
from toezicht_cli.rendering.odt.knopen import Knoop, add, knoop, name_of
from toezicht_cli.rendering.odt.lijst import Lijst
from toezicht_cli.rendering.odt.plaats import Place
from toezicht_cli.rendering.odt.recept import INDENT
from toezicht_cli.rendering.odt.tabel import Frame, make_frame
from toezicht_cli.rendering.odt.zinnen import Zinnen

_CELL_PADDING = 0.36


class Blokken:
    """Makes the blocks of a document, in reading order."""

    def __init__(self, bouw: Bouw) -> None:
        self._bouw = bouw
        self._zinnen = Zinnen(bouw, self._note)

    def write(self, blocks: tuple[Block, ...], place: Place) -> list[Knoop]:
        """Return the paragraphs, lists and tables of ``blocks``."""
        return [node for block in blocks for node in self._write(block, place)]

    def paragraph(self, style: str, children: tuple[Inline, ...], anchor: str | None = None) -> Knoop:
        """Return a paragraph in a named style."""
        found = knoop("text:p", text__style_name=self._bouw.style_here(style))
        return self._filled(found, children, anchor)

    def _filled(self, found: Knoop, children: tuple[Inline, ...], anchor: str | None) -> Knoop:
        start, end = (None, None) if anchor is None else self._bouw.marks(anchor)
        if start is not None:
            found.addElement(start)
        self._zinnen.fill(found, children)
        if end is not None:
            found.addElement(end)
        return found

    def _write(self, block: Block, place: Place) -> list[Knoop]:
        if isinstance(block, Paragraph):
            return [self.paragraph(place.style, block.children, block.anchor)]
        if isinstance(block, Items):
            return self._list(block, place)
        if isinstance(block, Box):
            return self.write(block.blocks, place.in_box(block.kind))
        if isinstance(block, Quote):
            return self.write(block.blocks, place.in_quote())
        if isinstance(block, Cover):
            return self.write(block.blocks, place._replace(style="Omslag tekst"))
        return self._write_alone(block, place)

    def _write_alone(self, block: Block, place: Place) -> list[Knoop]:
        """Return a block whose style does not depend on where it stands."""
        found: list[Knoop] = []
        if isinstance(block, Heading):
            found.append(self._heading(block))
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
            return [self.paragraph("Horizontal Line", ())]
        if isinstance(block, Contents):
            return [list_of_contents(self._bouw, block.depth)]
        if isinstance(block, PageBreak):
            self._bouw.break_page()
        return []

    def _heading(self, heading: Heading) -> Knoop:
        level = min(heading.level, 5)
        style = self._bouw.style_here(f"Heading {level}")
        found = knoop("text:h", text__style_name=style, text__outline_level=level)
        return self._filled(found, heading.children, heading.anchor)

    def _list(self, items: Items, place: Place) -> list[Knoop]:
        """Return a list; behind the outermost one is as much space as behind a paragraph."""
        found = self._items(items, place.in_list())
        if place.depth == 0 and not place.boxed:
            self._bouw.space_behind(found)
        return found

    def _items(self, items: Items, place: Place) -> list[Knoop]:
        lijst = Lijst(items.start, boxed=place.boxed)
        style = place.style_of_point(ordered=items.start is not None)
        for item in items.items:
            # A point that does not begin with words still is a point: it gets an empty first line.
            first, rest = (
                (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
            )
            lijst.begin_point()
            for node in (self.paragraph(style, first.children, first.anchor), *self.write(rest, place)):
                lijst.add(node)
        return lijst.nodes

    def _code(self, block: CodeBlock) -> Knoop:
        found = self.paragraph("Preformatted Text", ())
        for index, line in enumerate(block.text.removesuffix("\n").split("\n")):
            if index:
                add(found, knoop("text:line-break"))
            for place, part in enumerate(line.split("\t")):
                add(found, *([knoop("text:tab")] if place else []))
                spaces = len(part) - len(part.lstrip(" "))
                add(found, *([knoop("text:s", text__c=spaces)] if spaces else []))
                self._zinnen.fill(found, (Text(part[spaces:]),))
        return found

    def _chart(self, chart: Chart, place: Place) -> list[Knoop]:
        picture = chart_picture(chart, self._bouw.stijl, place.width * 10)
        caption = self.paragraph("Caption", (Text(chart.title),))
        figure = self.paragraph("Figuur", ())
        figure.addElement(self._bouw.frame(picture))
        return [caption, figure]

    def _table(self, table: Table, place: Place) -> list[Knoop]:
        found = [self.paragraph("Caption", table.caption)] if table.caption else []
        frame = make_frame(self._bouw, table, place.width, INDENT * place.depth)
        frame.add_head(
            [
                self._cell(frame, table, column, cell, "Table Heading")
                for column, cell in enumerate(table.head)
            ]
        )
        for row in table.rows:
            kinds = [
                "Tabel rijkop" if table.row_heads and not column else "Table Contents"
                for column in range(len(row))
            ]
            frame.add_row(
                [self._cell(frame, table, column, cell, kinds[column]) for column, cell in enumerate(row)]
            )
        return [*found, frame.table, self.paragraph("Na tabel", ())]

    def _cell(self, frame: Frame, table: Table, column: int, cell: Cell, kind: str) -> Knoop:
        place = Place(0).in_cell(frame.widths[column] - _CELL_PADDING, kind, table.align[column])
        content = self.write(cell.blocks, place) or [self.paragraph(place.style, ())]
        if cell.anchor is not None:
            first = next((node for node in content if name_of(node) in {"p", "h"}), None)
            if first is None:
                first = self.paragraph(place.style, ())
                content.insert(0, first)
            start, end = self._bouw.marks(cell.anchor)
            first.insertBefore(start, first.firstChild)
            first.addElement(end)
        return frame.cell(content, head=kind == "Table Heading")

    def _note(self, note: Note) -> Knoop:
        content = self.write(note.blocks, Place(15.0, "Footnote")) or [self.paragraph("Footnote", ())]
        found = knoop("text:note", text__id=f"ftn{note.number}", text__note_class="footnote")
        add(found, knoop("text:note-citation", str(note.number)), knoop("text:note-body", *content))
        return found
