"""What is typed into a text that is not shown yet, kept until it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_EDITING_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
)


class EarlyInput:
    """Keys, and the words of input methods, in the order in which they came."""

    def __init__(self) -> None:
        self._kept: list[QKeyEvent | QInputMethodEvent] = []

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Keep a copy of an event that would change the text.

        Args:
            event: What the view has got.

        Returns:
            False for what would not, such as an arrow: it was not kept.
        """
        if isinstance(event, QKeyEvent):
            text = event.text()
            is_writing = bool(text and text.isprintable()) or event.key() in _EDITING_KEYS
        else:
            is_writing = bool(event.commitString())
        if is_writing:
            self._kept.append(event.clone())
        return is_writing

    def take(self) -> list[QKeyEvent | QInputMethodEvent]:
        """Hand out what was kept, and keep it no longer."""
        kept, self._kept = self._kept, []
        return kept
