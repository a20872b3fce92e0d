"""Marks over a text that do not change it: of checks, of searches, of spelling."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor.core.base.edits import Span


class TextMarks:
    """Layers of marks by name; one is replaced without touching the others."""

    def __init__(self, area: QPlainTextEdit | QTextEdit) -> None:
        """Mark nothing yet.

        Args:
            area: The text.
        """
        self._area = area
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def show(self, layer: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show the marks of a layer in place of those before.

        Args:
            layer: Its name.
            marks: The marks; [] for none.
        """
        if not marks and not self._layers.get(layer):
            return
        self._layers[layer] = list(marks)
        self._area.setExtraSelections([mark for marks in self._layers.values() for mark in marks])


def make_mark(
    document: QTextDocument, span: Span, look: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    """Make a mark.

    Args:
        document: The document.
        span: Where, in positions of the document.
        look: How.

    Returns:
        The mark.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, look
    return mark


def found_look(*, is_dark: bool) -> QTextCharFormat:
    """Return how found words look.

    Args:
        is_dark: Whether the page is dark.

    Returns:
        A format with a background that text is read on.
    """
    look = QTextCharFormat()
    look.setBackground(QColor("#6b5a12" if is_dark else "#ffe58a"))
    return look
