"""What the keys do on the page to write on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor

from editor.core.richtext.blocks import LINE_BREAK
from editor.ui.writing.pasting import paste_words

if TYPE_CHECKING:
    from editor.ui.writing.writing_pane import WritingPane

_Move = QTextCursor.MoveOperation
_DELETIONS = {
    (Qt.Key.Key_Backspace, False): _Move.PreviousCharacter,
    (Qt.Key.Key_Backspace, True): _Move.PreviousWord,
    (Qt.Key.Key_Delete, False): _Move.NextCharacter,
    (Qt.Key.Key_Delete, True): _Move.NextWord,
}


def action_of(pane: "WritingPane", event: QKeyEvent) -> Callable[[], object] | None:
    """Find what a key does on the page.

    Args:
        pane: The page.
        event: The key.

    Returns:
        The action; None where Qt's own is right, such as for the keys that move the caret.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not has_control:
        if has_shift:
            return lambda: pane.type_words(LINE_BREAK)
        return pane.begin_paragraph
    if (key, has_control) in _DELETIONS and not has_alt:
        move = _DELETIONS[key, has_control]
        return lambda: pane.delete(move)
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and pane.block_here()[2]:
        return lambda: pane.indent_items(back=key == Qt.Key.Key_Backtab)
    if has_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return lambda: pane.move_blocks(up=key == Qt.Key.Key_Up)
    if key == Qt.Key.Key_V and has_control and has_shift:
        return lambda: paste_words(pane, QGuiApplication.clipboard().text())
    words = event.text()
    if words and words.isprintable() and has_control == has_alt:  # AltGr is both
        return lambda: pane.type_words(words)
    if has_control and key in (Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_U):
        return lambda: None  # Qt would delete to the end of the line
    return None
