"""What the keys do on the page to write on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor

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


_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_VERTICAL = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_QTS_DELETIONS = (Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_U)
"""With Ctrl, Qt would delete to the end of the line, and more, without asking the page."""

Action = Callable[[], object] | None


class _Pressed:
    """A key with its modifiers."""

    def __init__(self, event: QKeyEvent) -> None:
        self.key, self.words = Qt.Key(event.key()), event.text()
        modifiers = event.modifiers()
        self.has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self.has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self.is_bare = modifiers == Qt.KeyboardModifier.NoModifier
        self.is_cut = event.matches(QKeySequence.StandardKey.Cut)


def action_of(pane: "WritingPane", event: QKeyEvent) -> Action:
    """Find what a key does on the page.

    Args:
        pane: The page.
        event: The key.

    Returns:
        The action; None where Qt's own is right, such as for the keys that move the caret.
    """
    pressed = _Pressed(event)
    finders = [_table_action] if pane.table_here() else []
    finders += [_edit_action, _words_action]
    return next(filter(None, (find(pane, pressed) for find in finders)), None)


def _table_action(pane: "WritingPane", pressed: _Pressed) -> Action:
    if pressed.key in _TABS and not pressed.has_control:
        return lambda: pane.tables.go_on(back=pressed.key == Qt.Key.Key_Backtab)
    if pressed.key in _RETURNS and not pressed.has_control and not pressed.has_shift:
        return pane.tables.go_down
    if pressed.has_alt and pressed.key in _VERTICAL:
        return lambda: pane.tables.move_row(up=pressed.key == Qt.Key.Key_Up)
    return None


def _edit_action(pane: "WritingPane", pressed: _Pressed) -> Action:
    if pressed.key in _RETURNS and not pressed.has_control:
        if pressed.has_shift:
            return lambda: pane.type_words(LINE_BREAK)
        return pane.begin_paragraph
    move = _DELETIONS.get((pressed.key, pressed.has_control))
    if move is not None and not pressed.has_alt:
        return lambda: pane.delete(move)
    if pressed.key in _TABS and pane.block_here()[2]:
        return lambda: pane.indent_items(back=pressed.key == Qt.Key.Key_Backtab)
    if pressed.has_alt and pressed.key in _VERTICAL:
        return lambda: pane.move_blocks(up=pressed.key == Qt.Key.Key_Up)
    if pressed.key == Qt.Key.Key_Right and pressed.is_bare and pane.marks_ending_here():
        return pane.leave_marks
    return pane.cut_selected if pressed.is_cut else None


def _words_action(pane: "WritingPane", pressed: _Pressed) -> Action:
    if pressed.has_control and pressed.has_shift and pressed.key == Qt.Key.Key_V:
        return lambda: paste_words(pane, QGuiApplication.clipboard().text())
    if pressed.has_control and pressed.has_shift and pressed.key == Qt.Key.Key_Space:
        return lambda: pane.type_words("\u00a0")
    is_typed = pressed.has_control == pressed.has_alt  # AltGr is both
    if is_typed and pressed.words and pressed.words.isprintable():
        return lambda: pane.type_words(pressed.words)
    if pressed.has_control and pressed.key in _QTS_DELETIONS:
        return lambda: None
    return None
