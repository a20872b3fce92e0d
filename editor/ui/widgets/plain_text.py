"""Text that is never taken for HTML: labels and tooltips guess, and a heading may hold an <img>.

Nor does it hold a window wider than its screen, where it may be of any length.

Qt reads a tooltip as rich text as soon as it looks like that, and loads what it names: a file, a
device, a share of another computer.
"""

import html

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLabel

_LEAST = 4
"""Letters, with dots, that a label which is cut short still shows."""


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", **options: object) -> None:
        """Make a label.

        Args:
            text: What it says.
            options: Properties of QLabel.
        """
        super().__init__(text, **options)  # type: ignore[call-overload]
        self.setTextFormat(Qt.TextFormat.PlainText)


def quiet_label(text: str) -> PlainLabel:
    """Make a label for what is said beside the matter.

    Args:
        text: What it says.

    Returns:
        The label; it wraps its words.
    """
    label = PlainLabel(text, wordWrap=True)
    label.setObjectName("quiet")
    return label


class ElidedLabel(PlainLabel):
    """A label in one line that is cut short where there is no room; ``text()`` stays whole."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST
        return QSize(min(hint.width(), least), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        room, metrics = self.contentsRect(), self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(
            QPainter(self),
            room,
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def plain_tip(text: str) -> str:
    """Write a tooltip that shows a text as it is.

    Args:
        text: Any text.

    Returns:
        The text; escaped where Qt would take it for HTML.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f"<p>{html.escape(text)}</p>".replace("\n", "<br>")
