"""One undo for everything: edit widgets hand Ctrl+Z on to the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class UndoForwarder(QObject):
    """A filter that lets Ctrl+Z pass to the window.

    Every edit widget claims that key for itself, even with its own undo switched off.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            ):
                event.ignore()
                return True
        return False


def forward_undo(widget: QWidget) -> None:
    """Let undo pass through a widget and the edit fields in it.

    Args:
        widget: A field, or a widget that holds some; text areas lose their own undo.
    """
    targets = [widget, *widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    for target in targets:
        if isinstance(target, QPlainTextEdit):
            target.setUndoRedoEnabled(False)
        target.installEventFilter(UndoForwarder(target))
