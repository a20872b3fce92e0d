"""Dialogs that are never larger than the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

_EDGE = 24
"""Pixels of the screen that stay free around a dialog."""
_TITLE = 40
"""Pixels of its title bar."""


def fit_to_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog the size it would like, or what the screen has.

    Args:
        dialog: The dialog; what does not fit must scroll in it.
        width: Pixels it would like to be wide.
        height: Pixels it would like to be high.
    """
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - _EDGE), min(height, room.height() - _EDGE - _TITLE))


def scrolling_column(dialog: QWidget, buttons: QDialogButtonBox) -> QVBoxLayout:
    """Lay out a dialog: its content scrolls where there is no room, its buttons stay.

    Args:
        dialog: The dialog, without a layout yet.
        buttons: Its buttons.

    Returns:
        The layout for the content.
    """
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(14, 12, 14, 4)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scroll, 1)
    buttons.setContentsMargins(14, 4, 14, 12)
    outer.addWidget(buttons)
    return column
