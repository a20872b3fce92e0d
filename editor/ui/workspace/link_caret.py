"""The caret and calendar links: a link is one thing for it, though it has many characters."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from editor.app.document.utf16_positions import utf16_length
from editor.core.events.item_reading import CALENDAR_ANCHOR


class LinkCaret(QObject):
    """Keeps the caret of a text area out of calendar links, whose characters are hidden."""

    def __init__(self, area: QPlainTextEdit, is_active: Callable[[], bool]) -> None:
        """Follow the caret of a text area.

        Args:
            area: The text area.
            is_active: Whether the user moves the caret now, and links are collapsed.
        """
        super().__init__(area)
        self._area, self._is_active = area, is_active
        self._last_position = 0
        """The caret before its last move, as a document position."""
        area.cursorPositionChanged.connect(self._step_over_link)

    def _step_over_link(self) -> None:
        """Move the caret on to the other end of a link; a selection may hold a part of one."""
        cursor = self._area.textCursor()
        position, before = cursor.position(), self._last_position
        self._last_position = position
        if cursor.hasSelection() or not self._is_active():
            return
        link = self._link_around(position)
        if link is None:
            return
        start, end = link
        if start < position < end:
            if before <= start:
                cursor.setPosition(end)
            else:
                cursor.setPosition(start)
            self._area.setTextCursor(cursor)

    def select_link(self, key: int) -> bool:
        """Select a link that Backspace behind it or Delete before it would cut into.

        Args:
            key: The key that was pressed.

        Returns:
            Whether a link was selected: the key is used up then, and the next one deletes it whole.
        """
        cursor = self._area.textCursor()
        deletes = key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if not deletes or cursor.hasSelection():
            return False
        link = self._link_around(cursor.position())
        if link is None:
            return False
        start, end = link
        edge = end if key == Qt.Key.Key_Backspace else start
        if cursor.position() != edge:
            return False
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._area.setTextCursor(cursor)
        return True

    def _link_around(self, position: int) -> tuple[int, int] | None:
        """Find the calendar link that a document position is in or at the edge of."""
        block = self._area.document().findBlock(position)
        text = block.text()
        if "text/calendar" not in text:
            return None
        for anchor in CALENDAR_ANCHOR.finditer(text):
            start = block.position() + utf16_length(text[: anchor.start()])
            end = block.position() + utf16_length(text[: anchor.end()])
            if start <= position <= end:
                return start, end
        return None
