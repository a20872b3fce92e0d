"""The page to write on. What is typed becomes edits of the text, proved before they are made."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from editor.app.document.session import Session
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, Mark
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import marks_of
from editor.core.richtext.marking import has_mark, toggle_mark
from editor.core.richtext.proof import Place, Proved, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.splitting import break_line, join_block, remove_block, split_block
from editor.core.richtext.typography import typeset
from editor.ui.widgets.text_input import holds_files
from editor.ui.writing.context_menu import ContextMenu
from editor.ui.writing.copying import OWN_FORMAT, copy_selected, move_selected
from editor.ui.writing.formatting_view import FormattingView
from editor.ui.writing.keys import action_of
from editor.ui.writing.pasting import paste_html, paste_markdown, paste_words
from editor.ui.writing.text_pictures import TextPictures

_Move = QTextCursor.MoveOperation
_NEW_PARAGRAPH = "\n\n"
_KEPT = frozenset({Mark.STRONG, Mark.EMPHASIS, Mark.STRIKE})
"""What goes on behind a blank, as in other word processors."""


class WritingPane(FormattingView):
    """Edits through the session alone, and never its own document."""

    address_pasted = Signal(str)
    """An address that was pasted alone, and is a link by itself now."""
    menu_opened = Signal(QMenu, int)
    """The menu at the caret, and the position of the text that it is about."""
    _wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._held: tuple[Place, str] | None = None
        """A line end, a blank or a paragraph of a quote that waits for words: none ends a block."""
        self.pictures = TextPictures(session, self)
        self.pictures.refused.connect(self.refused)
        self._wanted.connect(lambda act: act())

    def _forget_waiting(self) -> None:
        super()._forget_waiting()
        self._held = None

    # --- what the user does ----------------------------------------------------------------------

    def type_words(self, words: str) -> None:
        """Write words in place of what is selected.

        Args:
            words: Words of one line, or LINE_BREAK.
        """
        place = self.selected.start
        is_held = words == LINE_BREAK or (words == " " and self.table_here())
        if is_held and self.is_at_end(place):
            self._held = (place, words)
            return
        held, self._held = self._held, None
        if held == (place, _NEW_PARAGRAPH):
            self._type_paragraph(place, words)
            return
        if held and held[0] == place:
            words = held[1] + words
        if words == LINE_BREAK:
            self.act(break_line, self.tr("Line break"))
            return
        pending = self.pending_marks
        kept = dict.fromkeys(self.marks_here() & _KEPT, True)
        self.write(words, self.tr("Typing"), "typing")
        if words.isspace():
            self.session.pause()  # a word and the blank behind it are one step
        if words.isspace() and kept | pending:
            self.wait_for_words(kept | pending)  # marks begin and end with words
        elif pending:
            self._mark_typed(Selected(place, self.place), pending)
        self._set_type(place, words)

    def _type_paragraph(self, place: Place, words: str) -> None:
        """Begin a paragraph of a quote with its first words: an empty one cannot be said."""

        def type_below() -> bool:
            below = Place(place.block + 1, len(words))
            if not self.write(words, self.tr("Typing")):
                return False
            if not self.act(lambda body, _: split_block(body, place), self.tr("New paragraph")):
                return False
            self.put_caret(below)
            return True

        self.in_one_step(type_below)

    def begin_paragraph(self) -> bool:
        place = self.place
        is_held = self._held == (place, _NEW_PARAGRAPH)
        if self.is_quoted() and self.is_at_end(place) and not is_held and not self.block_here()[2]:
            self._held = (place, _NEW_PARAGRAPH)
            return True
        self._held = None
        return super().begin_paragraph()

    def _mark_typed(self, part: Selected, marks: dict[Mark, bool]) -> None:
        def toggle(whole: Selected, mark: Mark) -> Callable[[RichBody, Selected], Proved]:
            return lambda body, _: toggle_mark(body, whole, mark)

        for mark, is_wanted in marks.items():
            if self.body and has_mark(self.body, part, mark) != is_wanted:
                whole = self._reach_back(part, mark) if is_wanted else part
                self.act(toggle(whole, mark), self.tr("Typing"), "typing")

    def _reach_back(self, part: Selected, mark: Mark) -> Selected:
        """A part with the words of that mark before it, from which only blanks part it."""
        block = self.rich.blocks[part.start.block].block
        marks, start = marks_of(block), len(block.shown[: part.start.offset].rstrip())
        if not start or mark not in marks[start - 1]:
            return part
        while start and mark in marks[start - 1]:
            start -= 1
        return Selected(Place(part.start.block, start), part.end)

    def write(self, words: str, label: str, merge: str = "") -> bool:
        """Write words in place of what is selected, as they are.

        Args:
            words: Words, with LINE_BREAK for line ends.
            label: What the undo step is called.
            merge: Steps with the same key become one; "" for a step of its own.

        Returns:
            Whether they were written.
        """
        return self.act(lambda body, part: replace_words(body, part, words), label, merge)

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
        self.signed = self.place

    def delete(self, move: QTextCursor.MoveOperation) -> None:
        """Delete what is selected, else what a movement of the caret passes.

        Args:
            move: The movement.
        """
        if self.textCursor().hasSelection():
            self.delete_selected()
            return
        if self.signed == self.place and move == _Move.PreviousCharacter:
            self.signed = None
            self.session.stack.undo()
            return
        cursor = self.textCursor()
        before = cursor.position()
        cursor.movePosition(move)
        start, end = sorted((before, cursor.position()))
        selected = self.rich.widen(Selected(self.rich.to_place(start), self.rich.to_place(end)))
        backwards = move in (_Move.PreviousCharacter, _Move.PreviousWord)
        place = self.rich.to_place(before)
        if backwards and place.offset == 0:
            self._join(place.block)
        elif selected.start.block != selected.end.block and not backwards:
            self._join(selected.end.block)
        elif selected.start != selected.end:
            self.act(
                lambda body, _: replace_words(body, selected, ""), self.tr("Delete"), "deleting"
            )

    def _join(self, index: int) -> None:
        """Take away what stands before a block: a line, HTML, or what parts it from words."""
        before = self.rich.blocks[index - 1].block if index else None
        if before and before.kind in (BlockKind.RULE, BlockKind.HTML):
            self.act(lambda body, _: remove_block(body, index - 1), self.tr("Delete"))
        elif before and before.kind in (BlockKind.TABLE, BlockKind.CODE):
            self.put_caret(Place(index - 1, len(before.shown)))  # its end is more than its words
        else:
            self.act(lambda body, _: join_block(body, index), self.tr("Delete"))

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        position, where = event.pos(), event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            clicked, chosen = self.cursorForPosition(position), self.textCursor()
            if not chosen.selectionStart() <= clicked.position() < chosen.selectionEnd():
                self.setTextCursor(clicked)  # what is meant is what was clicked
        self._wanted.emit(lambda: self._open_menu(where))

    def _open_menu(self, where: QPoint) -> None:
        menu = ContextMenu(self)
        self.menu_opened.emit(menu, self.caret)
        menu.popup(where)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Words dragged within the page are moved by the page: Qt would change its document."""
        if event.source() not in (self, self.viewport()):
            super().dropEvent(event)
            return
        target = self.rich.to_place(self.cursorForPosition(event.position().toPoint()).position())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        QTimer.singleShot(0, self, lambda: move_selected(self, target))

    # --- clipboard -------------------------------------------------------------------------------

    def cut_selected(self) -> None:
        """Copy what is selected, and delete it where that can be done."""
        if self.textCursor().hasSelection():
            self.copy()
            self.delete_selected()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return copy_selected(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        has_words = source.hasText() or source.hasHtml() or source.hasImage()
        return has_words and not holds_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        words, html = source.text(), source.html()
        if source.hasFormat(OWN_FORMAT):
            markdown = bytes(source.data(OWN_FORMAT).data()).decode("utf-8", "replace")
            self._wanted.emit(lambda: paste_markdown(self, markdown, words))
            return
        if source.hasImage() and not words.strip():
            image = QImage(source.imageData())
            self._wanted.emit(lambda: self.pictures.take_image(image))
            return
        if html:
            self._wanted.emit(lambda: paste_html(self, html, words))
        else:
            self._wanted.emit(lambda: paste_words(self, words))
