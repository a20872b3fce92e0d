"""What is typed into a text that is not shown yet, kept until it is."""

from unicodedata import category

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

_INPUT = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
_EDITING_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
)
_MOVING_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Keys that are kept behind others, since they move the caret from where those have left it."""


class EarlyInput(QObject):
    """Keys, and the words of input methods, that come while a text area is read-only."""

    def __init__(self, area: QPlainTextEdit) -> None:
        """Watch a text area.

        Args:
            area: Where it is typed.
        """
        super().__init__(area)
        self._area = area
        self._kept: list[QKeyEvent | QInputMethodEvent] = []
        """In the order in which they came."""
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in _INPUT or not self._area.isReadOnly():
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent | QInputMethodEvent)
        return self._keep(event)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def _keep(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Keep a copy of an event that would change the text, or moves the caret behind such."""
        if isinstance(event, QKeyEvent):
            text = event.text()
            is_wanted = bool(text and category(text[0]) != "Cc") or event.key() in _EDITING_KEYS
            is_wanted = is_wanted or bool(self._kept) and event.key() in _MOVING_KEYS
        else:
            is_wanted = bool(event.commitString())
        if is_wanted:
            self._kept.append(event.clone())
        return is_wanted

    def write(self) -> None:
        """Hand the text area what was kept, at its caret."""
        events = self.take()
        if events:  # never over a selection that was made while only a part was there
            cursor = self._area.textCursor()
            cursor.clearSelection()
            self._area.setTextCursor(cursor)
        for event in events:
            self._area.event(event)

    def take(self) -> list[QKeyEvent | QInputMethodEvent]:
        """Hand out what was kept, and keep it no longer."""
        kept, self._kept = self._kept, []
        return kept
