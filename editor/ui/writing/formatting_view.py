"""The page on which blocks and words can be given another form. Each edit is proved first."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from editor.app.document.session import Session
from editor.core.base.errors import EditRejected
from editor.core.richtext import linking, marking, moving, styling
from editor.core.richtext.blocks import Mark
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import cell_spans, marks_of
from editor.core.richtext.inserting import insert_markdown
from editor.core.richtext.proof import Place, Proved, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.splitting import add_empty, split_block
from editor.core.richtext.table_edits import EMPTY_TABLE
from editor.ui.wording.translation import translated
from editor.ui.writing.caret_view import CaretView
from editor.ui.writing.table_tools import TableTools


class FormattingView(CaretView):
    """Edits through the session alone, and never its own document."""

    refused = Signal(str)
    """Why something cannot be written."""
    link_wanted = Signal()
    picture_wanted = Signal()
    event_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.signed: Place | None = None
        """Where a typographic sign has just been made: Backspace there takes that back."""
        self._pending: tuple[Place, dict[Mark, bool]] | None = None
        self.tables = TableTools(self)

    def act(
        self, make: Callable[[RichBody, Selected], Proved], label: str, merge: str = ""
    ) -> bool:
        """Make an edit of what is selected.

        Args:
            make: Finds and proves the edits; it may refuse.
            label: What the undo step is called.
            merge: Steps with the same key become one; "" for a step of its own.

        Returns:
            Whether it was made.
        """
        self.show_now()
        if self.body is None or self.isReadOnly():
            return False
        selected, self.signed = self.selected, None
        try:
            proved = make(self.body, selected)
        except EditRejected as error:
            self.refused.emit(translated(error.message))
            return False
        if proved.edits:
            self.session.apply(proved.edits, label, merge=merge, origin=self)
            if not merge:
                self.session.pause()
            self.show_body(proved.body)
        anchor = None
        if selected.start != selected.end and proved.caret == selected.end:
            anchor = selected.start  # a mark was set: what was selected stays so
        self.put_caret(proved.caret, anchor)
        self.ensureCursorVisible()
        return True

    def delete_selected(self) -> bool:
        """Delete what is selected; False where it stays, or nothing is."""
        if not self.textCursor().hasSelection():
            return False
        return self.act(lambda body, part: replace_words(body, part, ""), self.tr("Delete"))

    def toggle_mark(self, mark: Mark) -> None:
        """Give the selected words a mark, or take it.

        Args:
            mark: Any but a link.
        """
        place = self.place
        if self.textCursor().hasSelection():
            self.act(lambda body, part: marking.toggle_mark(body, part, mark), self.tr("Format"))
        elif self._is_in_word(place):
            self._select_word()
            self.act(lambda body, part: marking.toggle_mark(body, part, mark), self.tr("Format"))
            self.put_caret(place)  # a selection that nobody made would be typed over
        else:
            is_on = mark not in self.marks_here()
            self.wait_for_words({**self.pending_marks, mark: is_on})

    @property
    def pending_marks(self) -> dict[Mark, bool]:
        """Which marks the next words typed at the caret shall have, and which not."""
        if self._pending and self._pending[0] == self.place:
            return self._pending[1]
        return {}

    def wait_for_words(self, marks: dict[Mark, bool]) -> None:
        """Let the next words typed at the caret have other marks than those around them.

        Args:
            marks: Which marks they shall have, and which not.
        """
        self._pending = (self.place, marks)
        self.state_changed.emit()

    def marks_here(self) -> frozenset[Mark]:
        marks, pending = super().marks_here(), self.pending_marks
        return frozenset(mark for mark in Mark if pending.get(mark, mark in marks))

    def marks_ending_here(self) -> frozenset[Mark]:
        """Return the marks that end at the caret, if what is typed there would get them."""
        if not self.rich.blocks or self.textCursor().hasSelection() or self.pending_marks:
            return frozenset()
        place = self.place
        marks = marks_of(self.rich.blocks[place.block].block)
        if not place.offset:
            return frozenset()
        behind = marks[place.offset] if place.offset < len(marks) else frozenset()
        return marks[place.offset - 1] - behind - {Mark.LINK}

    def leave_marks(self) -> None:
        """Step out of the marks that end at the caret: the next words are without them."""
        self.wait_for_words(dict.fromkeys(self.marks_ending_here(), False))

    def _is_in_word(self, place: Place) -> bool:
        """Whether there are letters on both sides of a place."""
        if not self.rich.blocks:
            return False
        around = self.rich.blocks[place.block].block.shown[place.offset - 1 : place.offset + 1]
        return place.offset > 0 and len(around) == 2 and around.isalnum()

    def set_link(self, address: str) -> None:
        """Make the selected words a link.

        Args:
            address: Where it leads; "" takes the link away.
        """
        self._select_word()
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
        self.delete_selected()
        return self.act(lambda body, part: insert_markdown(body, part.end, markdown), label)

    def insert_table(self) -> None:
        """Insert an empty table, with the caret in its first cell."""
        if self.insert_blocks(EMPTY_TABLE, self.tr("Table")):
            self.put_caret(Place(self.place.block, 0))

    def begin_below(self) -> None:
        """Begin a paragraph below the block of the caret."""
        index = self.place.block
        if not self.act(lambda body, _: add_empty(body, index, before=False), self.tr("Paragraph")):
            return
        self.put_caret(Place(index + 1, 0))

    def _select_word(self) -> None:
        """Without a selection, a tool means the word at the caret."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)

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

    def begin_paragraph(self) -> None:
        """Begin a new paragraph or item at the caret."""
        if self.textCursor().hasSelection() and not self.delete_selected():
            return
        self.act(lambda body, part: split_block(body, part.end), self.tr("New paragraph"))

    def insert_blocks(self, markdown: str, label: str = "") -> bool:
        """Insert blocks in place of what is selected, behind the paragraph of the caret.

        Args:
            markdown: Their Markdown.
            label: What the undo step is called.

        Returns:
            Whether they were inserted.
        """
        self.delete_selected()
        place = self.selected.end
        if not self.is_at_end(place):
            self.begin_paragraph()
            place = Place(place.block, len(self.rich.blocks[place.block].block.shown))
        label = label or self.tr("Insert")
        return self.act(
            lambda body, _: insert_markdown(body, place, markdown, as_block=True), label
        )
