"""Lines and areas for text that keep every character, and let in no hidden line end.

Qt's own turn no-break spaces into plain ones when text is copied, and Shift+Enter, like text from
other programs, brings line ends of other kinds (U+2028, VT, FF, NEL), which no Markdown knows.
"""

import re

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from editor.app.document.utf16_positions import selected_text

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ANY_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def with_plain_line_ends(text: str) -> str:
    r"""Write every kind of line end as ``\n``.

    Args:
        text: Text that was typed or pasted.

    Returns:
        The text.
    """
    return _LINE_END.sub("\n", text)


def holds_files(data: QMimeData) -> bool:
    """Tell whether files of this machine are dragged: they are the window's, never words.

    Args:
        data: What is dragged or copied.

    Returns:
        True where one of its addresses is that of a file.
    """
    return any(url.isLocalFile() for url in data.urls())


class _OneLine(QValidator):
    """Turns line ends into blanks, however they come in."""

    def validate(self, text: str, position: int) -> object:
        if not _ANY_LINE_END.search(text):
            return QValidator.State.Acceptable, text, position
        before = _ANY_LINE_END.sub(" ", text[:position])
        return QValidator.State.Acceptable, _ANY_LINE_END.sub(" ", text), len(before)


def keep_to_one_line(line: QLineEdit) -> QLineEdit:
    """Let a line hold no line ends: what is pasted gets blanks for them.

    Args:
        line: A line.

    Returns:
        The same line.
    """
    line.setValidator(_OneLine(line))
    return line


class TextLine(QLineEdit):
    """A line for text; pasted line ends become blanks."""

    def __init__(self, text: str = "", parent: QObject | None = None, **options: object) -> None:
        """Make a line.

        Args:
            text: What it holds.
            parent: The widget it belongs to.
            options: Properties of QLineEdit.
        """
        super().__init__(text, parent, **options)  # type: ignore[call-overload]
        keep_to_one_line(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class TextArea(QPlainTextEdit):
    """An area for text of several lines."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return source.hasText() and not holds_files(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt's own would insert U+2028
            self.insertPlainText("\n")
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setText(self.chosen_text())
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        if source.hasText():
            self.insertPlainText(with_plain_line_ends(source.text()))
            self.ensureCursorVisible()

    def chosen_text(self) -> str:
        """Return the selected text, every character of it."""
        return selected_text(self.textCursor().selectedText())
