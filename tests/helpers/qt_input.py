"""Hands for the tests: keys are sent as events with text, since keyClicks aborts on umlauts and line ends."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def type_into(widget, text, *, replace=True):
    """Type as a person does: one key event per character."""
    widget.setFocus()
    if replace:
        widget.selectAll()
    for char in text:
        key = Qt.Key.Key_Return if char == "\n" else Qt.Key.Key_A
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget,
                QKeyEvent(
                    kind, key, Qt.KeyboardModifier.NoModifier, "\r" if char == "\n" else char
                ),
            )
    if not text and replace:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
            )


def leave(widget):
    """Take the focus away, as Tab does."""
    if not isinstance(widget, QPlainTextEdit):
        widget.editingFinished.emit()
