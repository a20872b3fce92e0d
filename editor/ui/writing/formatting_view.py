"""The page on which blocks can be given another form, and inserted."""

from editor.app.document.session import Session
from editor.core.richtext import linking, moving, styling
from editor.core.richtext.blocks import LINE_BREAK, BlockKind
from editor.core.richtext.caret import cell_spans
from editor.core.richtext.inserting import insert_markdown
from editor.core.richtext.proof import Place, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.splitting import add_empty, split_block
from editor.core.richtext.table_edits import EMPTY_TABLE
from editor.ui.writing.marking_view import MarkingView
from editor.ui.writing.rich_document import WRITTEN_ON
from editor.ui.writing.table_tools import TableTools


class FormattingView(MarkingView):
    """Changes blocks: headings, lists, quotes, tables, what is inserted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tables = TableTools(self)

    def set_link(self, address: str) -> None:
        """Make the selected words a link.

        Args:
            address: Where it leads; "" takes the link away.
        """
        self._select_word()
        if address and not self.link_here() and not self.textCursor().hasSelection():
            self.insert_words(f"<{address}>" if ":" in address else address, self.tr("Link"))
            return
        self.act(lambda body, part: linking.set_link(body, part, address), self.tr("Link"))

    def set_heading(self, level: int) -> None:
        """Make the selected paragraphs headings; headings of that level become paragraphs.

        Args:
            level: 1 to 6; 0 for paragraphs.
        """
        self.act(lambda body, part: styling.set_heading(body, part, level), self.tr("Heading"))

    def toggle_list(self, *, is_numbered: bool) -> None:
        """Make the selected paragraphs items of a list, or items paragraphs.

        Args:
            is_numbered: Whether they get numbers.
        """
        self.act(
            lambda body, part: styling.toggle_list(body, part, is_numbered=is_numbered),
            self.tr("List"),
        )

    def toggle_quote(self) -> None:
        """Make the selected paragraphs a quote, or quoted ones paragraphs."""
        self.act(styling.toggle_quote, self.tr("Quote"))

    def move_blocks(self, *, up: bool) -> None:
        """Move the selected paragraphs or items past their neighbor.

        Args:
            up: Whether they go up.
        """
        self.act(lambda body, part: moving.move_blocks(body, part, up=up), self.tr("Move"))

    def indent_items(self, *, back: bool) -> None:
        """Put the selected items below the one before them, or out of it.

        Args:
            back: Whether they go out.
        """
        self.act(lambda body, part: styling.indent_items(body, part, back=back), self.tr("Indent"))

    def insert_words(self, markdown: str, label: str) -> bool:
        """Insert words with their marks in place of what is selected.

        Args:
            markdown: The Markdown of a paragraph.
            label: What the undo step is called.

        Returns:
            Whether they were inserted.
        """

        def insert() -> bool:
            if self.textCursor().hasSelection() and not self.delete_selected():
                return False
            return self.act(lambda body, part: insert_markdown(body, part.end, markdown), label)

        return self.in_one_step(insert)

    def insert_table(self) -> None:
        """Insert an empty table, with the caret in its first cell."""
        if self.insert_blocks(EMPTY_TABLE, self.tr("Table")):
            self.put_caret(Place(self.place.block, 0))

    def begin_below(self) -> bool:
        """Begin a paragraph below the block of the caret; False where none can begin."""
        index = self.place.block
        if not self.act(lambda body, _: add_empty(body, index, before=False), self.tr("Paragraph")):
            return False
        self.put_caret(Place(index + 1, 0))
        return True

    def is_at_end(self, place: Place) -> bool:
        """Tell whether a place is at the end of its block or cell.

        Args:
            place: A place.

        Returns:
            True also for an empty block, and at the end of a table's cell.
        """
        block = self.rich.blocks[place.block].block
        ends = (cell.end for row in cell_spans(block) for cell in row)
        return place.offset in ends

    def begin_paragraph(self) -> bool:
        """Begin a new paragraph or item at the caret; False where none can begin."""
        if self.textCursor().hasSelection() and not self.delete_selected():
            return False
        if self._ends_code():
            return True
        return self.act(lambda body, part: split_block(body, part.end), self.tr("New paragraph"))

    def _ends_code(self) -> bool:
        """Leave code from an empty line at its end, as a list is left from an empty item."""
        place = self.place
        block = self.rich.blocks[place.block].block
        is_last = place.offset == len(block.shown) and block.shown.endswith(LINE_BREAK)
        if block.kind is not BlockKind.CODE or not is_last:
            return False
        gap = Selected(Place(place.block, place.offset - 1), place)

        def leave() -> bool:
            label = self.tr("New paragraph")
            return self.act(lambda body, _: replace_words(body, gap, ""), label) and (
                self.begin_below()
            )

        return self.in_one_step(leave)

    def write_on(self) -> bool:
        """Go on behind the block of the caret: in the next paragraph, or in a new one."""
        following = self.place.block + 1
        is_last = following == len(self.rich.blocks)
        if is_last or self.rich.blocks[following].block.kind not in WRITTEN_ON:
            return self.begin_paragraph()
        self.put_caret(Place(following, 0))
        return True

    def insert_blocks(self, markdown: str, label: str = "") -> bool:
        """Insert blocks in place of what is selected, behind the paragraph of the caret.

        Args:
            markdown: Their Markdown.
            label: What the undo step is called.

        Returns:
            Whether they were inserted.
        """

        def insert() -> bool:
            if self.textCursor().hasSelection() and not self.delete_selected():
                return False
            place = self.selected.end
            block = self.rich.blocks[place.block].block
            is_whole = block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.EMPTY)
            if not is_whole and not self.is_at_end(place):
                self.begin_paragraph()
            place = Place(place.block, len(self.rich.blocks[place.block].block.shown))
            return self.act(
                lambda body, _: insert_markdown(body, place, markdown, as_block=True),
                label or self.tr("Insert"),
            )

        return self.in_one_step(insert)
