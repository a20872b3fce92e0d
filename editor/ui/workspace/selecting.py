"""What is found in a text is selected."""

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def select_next(area: QPlainTextEdit | QTextEdit, words: str, *, back: bool) -> bool:
    """Select the next occurrence of words; after the last comes the first.

    A match that grows while the words are typed stays where it is.

    Args:
        area: The text.
        words: What to find, in any case; "" for nothing.
        back: Whether to search towards the start.

    Returns:
        Whether the words were found; the selection stays where they were not.
    """
    cursor = area.textCursor()
    selected = cursor.selectedText().casefold()
    if selected and selected != words.casefold() and words.casefold().startswith(selected):
        cursor.setPosition(cursor.selectionStart())
        area.setTextCursor(cursor)
    if not words:
        return False
    flags, restart = QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start
    if back:
        flags, restart = QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End
    if area.find(words, flags):
        return True
    before = area.textCursor()
    area.moveCursor(restart)
    if area.find(words, flags):
        return True
    area.setTextCursor(before)
    return False
