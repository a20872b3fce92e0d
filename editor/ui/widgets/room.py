"""Dialogs that are never larger than the screen."""

from PySide6.QtWidgets import QWidget

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
