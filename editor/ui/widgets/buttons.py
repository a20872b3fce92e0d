"""Buttons of the few kinds there are."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QToolButton

from editor.ui.look.icons import icon
from editor.ui.widgets.plain_text import plain_tip


def icon_size(metrics: QFontMetrics, *, beside_words: bool = False) -> QSize:
    """Return the size of icons that go with a font.

    Args:
        metrics: Those of the font.
        beside_words: Whether words stand beside it, at a little distance.

    Returns:
        A square, a little higher than the letters; with words, wider by the distance.
    """
    side = round(metrics.height() * 1.1)
    return QSize(side + round(metrics.height() * 0.25) * beside_words, side)


class _IconButton(QPushButton):
    """A button whose icon grows with its words."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size(self.fontMetrics(), beside_words=True))


class _IconTool(QToolButton):
    """A button whose icon grows with the text of the window."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size(self.fontMetrics()))


def text_button(text: str, icon_name: str = "", kind: str = "") -> QPushButton:
    """Make a button with words.

    Args:
        text: The words, with ``&`` before the letter of its Alt key.
        icon_name: An icon beside them; "" for none.
        kind: "primary" for the one next step, "ghost" for one without an edge, "link", or "".

    Returns:
        The button.
    """
    button = _IconButton(text)
    button.setObjectName(kind)
    if icon_name:
        button.setIcon(icon(icon_name, "accent_text" if kind == "primary" else ""))
        button.setIconSize(icon_size(button.fontMetrics(), beside_words=True))
    return button


def icon_button(icon_name: str, name: str) -> QToolButton:
    """Make a button that shows an icon only.

    Args:
        icon_name: The icon.
        name: What it does: its tooltip, and its name for screen readers.

    Returns:
        The button; Tab reaches it.
    """
    button = _IconTool()
    button.setIcon(icon(icon_name))
    button.setIconSize(icon_size(button.fontMetrics()))
    button.setToolTip(plain_tip(name))
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
