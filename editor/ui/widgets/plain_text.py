"""Text that is never taken for HTML: labels and tooltips guess, and a heading may hold an <img>.

Qt reads a tooltip as rich text as soon as it looks like that, and loads what it names: a file, a
device, a share of another computer.
"""

import html

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


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
