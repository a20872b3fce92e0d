"""A user's hands: keys are sent as events with their text.

QTest.keyClicks aborts the program on umlauts and line ends.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def press_key(widget, key, text=""):
    """Press a key and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def type_text(widget, text):
    """Press a key for every character, without taking the focus."""
    for char in text:
        if char == "\n":
            press_key(widget, Qt.Key.Key_Return, "\r")
        else:
            press_key(widget, Qt.Key.Key_A, char)


def type_into(widget, text, *, replace=True):
    """Type as a person does: one key after the other, in place of what the field holds."""
    widget.setFocus()
    if replace:
        widget.selectAll()
    type_text(widget, text)
    if not text and replace:
        press_key(widget, Qt.Key.Key_Delete)


def leave(widget):
    """Take the focus away, as Tab does."""
    if not isinstance(widget, QPlainTextEdit):
        widget.editingFinished.emit()
