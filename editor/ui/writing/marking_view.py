"""The page that makes edits, each proved first, and marks words, selected or still to come."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.core.base.errors import EditRejected
from editor.core.richtext import marking
from editor.core.richtext.blocks import Mark
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import marks_of
from editor.core.richtext.proof import Place, Proved, Selected
from editor.core.richtext.replacing import replace_words
from editor.ui.wording.translation import translated
from editor.ui.writing.caret_view import CaretView


class MarkingView(CaretView):
    """Edits through the session alone, and never its own document."""

    refused = Signal(str)
    """Why something cannot be written."""
    acted = Signal()
    """An edit was made here."""
    link_wanted = Signal()
    picture_wanted = Signal()
    event_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.signed: Place | None = None
        """Where a typographic sign has just been made: Backspace there takes that back."""
        self._step = ""
        """The key under which several edits become one step."""
        self._pending: tuple[Place, dict[Mark, bool]] | None = None
        session.changed.connect(self._on_changed)

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
        merge = merge or self._step
        try:
            proved = make(self.body, selected)
        except EditRejected as error:
            self.refused.emit(translated(error.message))
            return False
        self.is_acting = True
        try:
            self._make(proved, selected, label, merge)
        finally:
            self.is_acting = False
        self.ensureCursorVisible()
        self.tell_state()
        return True

    def _make(self, proved: Proved, selected: Selected, label: str, merge: str) -> None:
        if proved.edits:
            self.session.apply(proved.edits, label, merge=merge, origin=self)
            if not merge:
                self.session.pause()
            self.acted.emit()
            self.show_body(proved.body)
        anchor = None
        if selected.start != selected.end and proved.caret == selected.end:
            anchor = selected.start  # a mark was set: what was selected stays so
        self.put_caret(proved.caret, anchor)

    def _on_changed(self, change: Change) -> None:
        """What waits for the next key is void once somebody else has changed the text."""
        if change.origin is not self:
            self._forget_waiting()

    def _forget_waiting(self) -> None:
        self.signed = self._pending = None

    def in_one_step(self, act: Callable[[], bool]) -> bool:
        """Do something that takes several edits: one undo takes all back, and so does a refusal.

        Args:
            act: Makes the edits; it tells whether all of them were made.

        Returns:
            What it tells.
        """
        if self._step:
            return act()  # it is part of a step already
        count, caret = self.session.stack.index(), self.place
        self.session.pause()
        self._step = "step"
        try:
            is_done = act()
        finally:
            self._step = ""
            self.session.pause()
        if not is_done and self.session.stack.index() > count:
            self.session.stack.undo()
            self.put_caret(caret)
        return is_done

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

    def _select_word(self) -> None:
        """Without a selection, a tool means the word at the caret."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)
