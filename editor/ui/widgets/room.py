"""Room on small screens: dialogs that are never larger, and a focus that is never out of sight."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.style_sheet import text_scale

_EDGE = 24
"""Pixels of the screen that stay free around a dialog."""
_TITLE = 40
"""Pixels of its title bar."""


def fit_to_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog the size it would like, or what the screen has.

    Args:
        dialog: The dialog; what does not fit must scroll in it.
        width: Pixels it would like to be wide with text of 14 pixels; more where text is larger.
        height: Pixels it would like to be high, likewise.
    """
    room, scale = dialog.screen().availableSize(), max(text_scale(dialog.font()), 1.0)
    dialog.resize(
        min(round(width * scale), room.width() - _EDGE),
        min(round(height * scale), room.height() - _EDGE - _TITLE),
    )


def scrolling_column(dialog: QWidget, buttons: QDialogButtonBox) -> QVBoxLayout:
    """Lay out a dialog: its content scrolls where there is no room, its buttons stay.

    Args:
        dialog: The dialog, without a layout yet.
        buttons: Its buttons.

    Returns:
        The layout for the content.
    """
    for button in buttons.buttons():
        button.setIcon(QIcon())  # the style's own, which no desktop of today has there
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(14, 12, 14, 4)
    scroll = QScrollArea()
    make_plain(scroll)
    scroll.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scroll, 1)
    buttons.setContentsMargins(14, 4, 14, 12)
    outer.addWidget(buttons)
    return column


def fill_centered(scroll: QScrollArea, inner: QWidget) -> None:
    """Make a page of the window that scrolls, with its content in the middle.

    Args:
        scroll: The page.
        inner: Its content; it has a greatest width.
    """
    page = QWidget()
    page.setBackgroundRole(QPalette.ColorRole.Window)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    make_plain(scroll)
    scroll.setWidget(page)


def make_plain(scroll: QScrollArea) -> None:
    """Let a page scroll without a frame, and be no stop of the Tab key.

    Args:
        scroll: The page, as wide as it is.
    """
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def keep_focus_in_sight(app: QApplication) -> None:
    """Scroll to what has the focus (WCAG 2.2, 2.4.11).

    Qt does so for Tab within one scroll area only: not for what comes from outside of it, nor for
    what the program gives the focus to.

    Args:
        app: The application.
    """
    app.focusChanged.connect(
        # once the page that it stands on is laid out
        lambda _, widget: widget and QTimer.singleShot(0, widget, lambda: _scroll_to(widget))
    )


def show_at_top(widget: QWidget) -> None:
    """Scroll so that a widget, and what stands below it, can be seen.

    Args:
        widget: A part of a page that scrolls.
    """

    def scroll() -> None:
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and (page := area.widget()):
            top = widget.mapTo(page, widget.rect().topLeft()).y()
            area.verticalScrollBar().setValue(top - widget.fontMetrics().height())

    QTimer.singleShot(0, widget, scroll)  # once the page is laid out


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while widget.hasFocus() and parent is not None:
        if isinstance(parent, QScrollArea) and not _is_seen(widget):
            parent.ensureWidgetVisible(widget, 0, widget.fontMetrics().height())
        parent = parent.parentWidget()


def _is_seen(widget: QWidget) -> bool:
    seen = widget.visibleRegion().boundingRect().height()
    return seen >= min(widget.height(), 2 * widget.fontMetrics().height())
