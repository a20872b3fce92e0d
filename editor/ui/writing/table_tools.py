"""What can be done with the table at the caret, by keys and by the menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from editor.core.richtext import table_edits
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import cell_spans
from editor.core.richtext.proof import Place, Proved, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.table_runs import Alignment
from editor.core.richtext.tables import cell_at

if TYPE_CHECKING:
    from editor.ui.writing.formatting_view import FormattingView

_Edit = Callable[[RichBody, Place], Proved]


class TableTools(QObject):
    """Moves the caret from cell to cell, and changes rows and columns."""

    def __init__(self, page: "FormattingView") -> None:
        super().__init__(page)
        self._page = page

    def _act(self, make: _Edit, label: str) -> None:
        self._page.act(lambda body, part: make(body, part.end), label)

    # --- the caret -------------------------------------------------------------------------------

    def go_on(self, *, back: bool) -> None:
        """Select the next cell; behind the last one a row is added.

        Args:
            back: Whether to select the cell before instead.
        """
        place = self._page.place
        block = self._page.rich.blocks[place.block].block
        spans = [span for row in cell_spans(block) for span in row]
        here = next(at for at, span in enumerate(spans) if place.offset <= span.end)
        there = here - 1 if back else here + 1
        if there == len(spans):
            self._act(table_edits.add_row, self.tr("Add a row"))
            self._go_to_cell(cell_at(block, place.offset).row + 1, 0)
        elif there >= 0:
            span = spans[there]
            start = Place(place.block, span.start)
            self._page.put_caret(Place(place.block, span.end), start)

    def go_down(self) -> None:
        """Go to the cell below; a last row that is empty ends the table, else one is added."""
        place = self._page.place
        block = self._page.rich.blocks[place.block].block
        cell = cell_at(block, place.offset)
        rows = cell_spans(block)
        if cell.row + 1 < len(rows):
            self._go_to_cell(cell.row + 1, cell.column)
        elif cell.row and not any(span.of(block.shown) for span in rows[-1]):
            self._act(table_edits.remove_row, self.tr("End the table"))
            self._page.begin_below()
        else:
            self._act(table_edits.add_row, self.tr("Add a row"))

    def _go_to_cell(self, row: int, column: int) -> None:
        place = self._page.place
        block = self._page.rich.blocks[place.block].block
        rows = cell_spans(block)
        if row < len(rows):
            cells = rows[row]
            self._page.put_caret(Place(place.block, cells[min(column, len(cells) - 1)].end))

    def fill(self, words: str) -> bool:
        """Fill cells from the one of the caret on, with rows of cells as spreadsheets copy them.

        Args:
            words: Lines of cells with tabs between; rows that are missing are added, columns not.

        Returns:
            Whether all of it was written.
        """
        place = self._page.place
        first = cell_at(self._page.rich.blocks[place.block].block, place.offset)

        def fill_all() -> bool:
            for down, line in enumerate(words.splitlines()):
                for right, cell in enumerate(line.split("\t")):
                    if not self._fill_cell(first.row + down, first.column + right, cell.strip()):
                        return False
            return True

        return self._page.in_one_step(fill_all)

    def _fill_cell(self, row: int, column: int, words: str) -> bool:
        block = self._page.place.block
        rows = cell_spans(self._page.rich.blocks[block].block)
        if row == len(rows):
            end = Place(block, rows[-1][-1].end)
            label = self.tr("Add a row")
            if not self._page.act(lambda body, _: table_edits.add_row(body, end), label):
                return False
            rows = cell_spans(self._page.rich.blocks[block].block)
        if column >= len(rows[row]):
            return True  # there is no such column
        span = rows[row][column]
        part = Selected(Place(block, span.start), Place(block, span.end))
        label = self.tr("Fill the cells")
        return self._page.act(lambda body, _: replace_words(body, part, words), label)

    # --- rows and columns ------------------------------------------------------------------------

    def move_row(self, *, up: bool) -> None:
        """Move the row of the caret.

        Args:
            up: Whether it goes up.
        """
        self._act(
            lambda body, place: table_edits.move_row(body, place, up=up), self.tr("Move the row")
        )

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be done with the table at the caret.

        Args:
            menu: The menu.
        """
        rows: tuple[tuple[str, _Edit], ...] = (
            (self.tr("Row &below"), table_edits.add_row),
            (self.tr("Row &above"), lambda b, p: table_edits.add_row(b, p, above=True)),
            (self.tr("Move row &up"), lambda b, p: table_edits.move_row(b, p, up=True)),
            (self.tr("Move row &down"), lambda b, p: table_edits.move_row(b, p, up=False)),
            (self.tr("&Remove row"), table_edits.remove_row),
        )
        columns: tuple[tuple[str, _Edit], ...] = (
            (self.tr("Column to the ri&ght"), table_edits.add_column),
            (self.tr("Column to the &left"), lambda b, p: table_edits.add_column(b, p, left=True)),
            (self.tr("Move column r&ight"), lambda b, p: table_edits.move_column(b, p, left=False)),
            (self.tr("Move column l&eft"), lambda b, p: table_edits.move_column(b, p, left=True)),
            (self.tr("Remove &column"), table_edits.remove_column),
        )
        for group in (rows, columns):
            for text, make in group:
                self._add(menu, text, make)
            menu.addSeparator()
        self._add_alignments(menu)

    def _add(self, menu: QMenu, text: str, make: _Edit) -> None:
        action = menu.addAction(text)
        label = action.iconText()
        action.triggered.connect(lambda _=False, make=make: self._act(make, label))

    def _add_alignments(self, menu: QMenu) -> None:
        body = self._page.body
        current = table_edits.alignment_of(body, self._page.place) if body else Alignment.NONE
        for text, alignment in (
            (self.tr("As the site aligns it"), Alignment.NONE),
            (self.tr("Aligned left"), Alignment.LEFT),
            (self.tr("Centered"), Alignment.CENTER),
            (self.tr("Aligned right"), Alignment.RIGHT),
        ):
            self._add(
                menu,
                text,
                lambda body, place, alignment=alignment: table_edits.align_column(  # type: ignore[misc]
                    body, place, alignment
                ),
            )
            action = menu.actions()[-1]
            action.setCheckable(True)
            action.setChecked(alignment is current)
