"""What stands where there is nothing yet: what is missing, and one button that begins it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.icon_label import IconLabel
from editor.ui.widgets.plain_text import PlainLabel


class EmptyState(QWidget):
    """An icon, a title, a sentence, the next step and another way."""

    wanted = Signal()
    other_wanted = Signal()

    def __init__(self, icon: str, title: str, about: str, button: str, other: str) -> None:
        """Make it.

        Args:
            icon: The icon above.
            title: What is missing.
            about: A sentence on how it comes.
            button: The next step.
            other: Another way.
        """
        super().__init__()
        sign = IconLabel(icon, size=3.5)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = PlainLabel(title, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        heading.setObjectName("sectionTitle")
        sentence = PlainLabel(about, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        sentence.setObjectName("quiet")
        self.button, self.other = text_button(button, "plus", "primary"), text_button(other)
        self.button.clicked.connect(lambda: self.wanted.emit())
        self.other.clicked.connect(lambda: self.other_wanted.emit())
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for label in (sign, heading, sentence):
            column.addWidget(label)
        for each in (self.button, self.other):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
