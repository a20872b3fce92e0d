"""The page to write on. What is typed becomes edits of the text, proved before they are made."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from editor.app.document.session import Session
from editor.core.base.errors import EditRejected
from editor.core.richtext import linking, marking, moving, styling
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, Mark
from editor.core.richtext.body import RichBody
from editor.core.richtext.proof import Place, Proved, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.splitting import break_line, join_block, split_block
from editor.core.richtext.typography import typeset
from editor.ui.widgets.text_input import holds_files
from editor.ui.wording.translation import translated
from editor.ui.writing.keys import action_of
from editor.ui.writing.pasting import paste_html, paste_words
from editor.ui.writing.writing_view import WritingView

_Move = QTextCursor.MoveOperation


class WritingPane(WritingView):
    """Edits through the session alone, and never its own document."""

    refused = Signal(str)
    """Why something cannot be written."""
    _wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._break: Place | None = None
        """Where a line shall end, once there are words for the next."""
        self._signed: Place | None = None
        """Where a typographic sign has just been made: Backspace there takes that back."""
        self._wanted.connect(lambda act: act())

    # --- what the user does ----------------------------------------------------------------------

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
        selected, self._signed = self.selected, None
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

    def type_words(self, words: str) -> None:
        """Write words in place of what is selected.

        Args:
            words: Words of one line, or LINE_BREAK.
        """
        place = self.selected.start
        if words == LINE_BREAK and self.is_at_end(place):
            self._break = place  # a line end needs words behind it
            return
        if self._break == place:
            words = LINE_BREAK + words
        self._break = None
        if words == LINE_BREAK:
            self.act(break_line, self.tr("Line break"))
            return
        merge = "" if words.isspace() else "typing"
        self.write(words, self.tr("Typing"), merge)
        self._set_type(place, words)

    def write(self, words: str, label: str, merge: str = "") -> None:
        """Write words in place of what is selected, as they are.

        Args:
            words: Words of one line.
            label: What the undo step is called.
            merge: Steps with the same key become one; "" for a step of its own.
        """
        self.act(lambda body, part: replace_words(body, part, words), label, merge)

    def _set_type(self, place: Place, typed: str) -> None:
        """Turn what was typed into its typographic sign: a step of its own, which undo takes."""
        block = self.rich.blocks[place.block].block
        is_code = block.kind is not BlockKind.PARAGRAPH and block.kind is not BlockKind.HEADING
        if is_code or Mark.CODE in self.marks_here():
            return
        before = block.shown[: place.offset]
        sign = typeset(before, typed, self.session.profile.language)
        if sign is None or block.shown[place.offset : place.offset + 1] != typed:
            return
        start = Place(place.block, place.offset - sign.removed)
        part = Selected(start, Place(place.block, place.offset + 1))
        self.session.pause()
        self.act(lambda body, _: replace_words(body, part, sign.words), self.tr("Typographic sign"))
        self._signed = self.place

    def is_at_end(self, place: Place) -> bool:
        """Tell whether a place is at the end of its block.

        Args:
            place: A place.

        Returns:
            True also for an empty block.
        """
        return place.offset == len(self.rich.blocks[place.block].block.shown)

    def begin_paragraph(self) -> None:
        """Begin a new paragraph or item at the caret."""
        if self.textCursor().hasSelection() and not self.delete_selected():
            return
        self.act(lambda body, part: split_block(body, part.end), self.tr("New paragraph"))

    def delete(self, move: QTextCursor.MoveOperation) -> None:
        """Delete what is selected, else what a movement of the caret passes.

        Args:
            move: The movement.
        """
        if self.textCursor().hasSelection():
            self.delete_selected()
            return
        if self._signed == self.place and move == _Move.PreviousCharacter:
            self._signed = None
            self.session.stack.undo()
            return
        cursor = self.textCursor()
        before = cursor.position()
        cursor.movePosition(move)
        start, end = sorted((before, cursor.position()))
        selected = Selected(self.rich.to_place(start), self.rich.to_place(end))
        backwards = move in (_Move.PreviousCharacter, _Move.PreviousWord)
        place = self.rich.to_place(before)
        if backwards and place.offset == 0:
            self.act(lambda body, _: join_block(body, place.block), self.tr("Delete"))
        elif selected.start.block != selected.end.block and not backwards:
            self.act(lambda body, _: join_block(body, selected.end.block), self.tr("Delete"))
        elif selected.start != selected.end:
            self.act(
                lambda body, _: replace_words(body, selected, ""), self.tr("Delete"), "deleting"
            )

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
        self._select_word()
        self.act(lambda body, part: marking.toggle_mark(body, part, mark), self.tr("Format"))

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

    def _select_word(self) -> None:
        """Without a selection, a tool means the word at the caret."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)

    # --- events: an exception in an override would end the program, so slots do the work ----------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        action = action_of(self, event)
        if action is None:
            super().keyPressEvent(event)
            return
        event.accept()
        self._wanted.emit(action)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        words = event.commitString()
        if words:
            super().inputMethodEvent(QInputMethodEvent("", []))
            self._wanted.emit(lambda: self.type_words(words))
            return
        super().inputMethodEvent(event)

    # --- clipboard -------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().replace(LINE_BREAK, "\n"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return (source.hasText() or source.hasHtml()) and not holds_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        words, html = source.text(), source.html()
        if html:
            self._wanted.emit(lambda: paste_html(self, html, words))
        else:
            self._wanted.emit(lambda: paste_words(self, words))
