"""The field for where a picture is from: pasted, or one click for an own one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import hint, with_forwarded_undo
from editor.ui.widgets.text_input import TextLine


class OriginField(QWidget):
    """A line, its small print below it, and a button while nothing is known."""

    own_chosen = Signal(str)
    """The picture is the user's own: the attribution for that."""

    def __init__(self, own_words: str) -> None:
        """Make the field.

        Args:
            own_words: The attribution of a picture of the user's own; "" where it wants none.
        """
        super().__init__()
        self.line, self.hint = TextLine(), hint()
        self.ask_for(is_new=True)
        self.own_button = text_button("", kind="link")
        self.offer_own(own_words)
        self.own_button.clicked.connect(self._on_own)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(with_forwarded_undo(self.line))
        column.addWidget(self.hint)
        column.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignLeft)

    def ask_for(self, *, is_new: bool) -> None:
        """Say in the empty line what it is for.

        Args:
            is_new: Whether nothing is known yet; else it is known, and can be changed.
        """
        words = self.tr("paste the picture’s page, or an attribution")
        if not is_new:
            words = self.tr("taken over below; paste another one to change it")
        self.line.setPlaceholderText(words)

    def offer_own(self, own_words: str) -> None:
        """Offer an attribution for a picture of the user's own.

        Args:
            own_words: As for the field.
        """
        self._own_words = own_words
        self.own_button.setText(self.tr("I took it myself: “{0}”").format(own_words))

    def _on_own(self) -> None:
        self.line.setFocus()  # the button goes, and would leave the focus to whatever is next
        self.own_chosen.emit(self._own_words)

    def say(self, words: str, *, is_known: bool) -> None:
        """Show small print.

        Args:
            words: What it says; "" for nothing.
            is_known: Whether somebody has said where the picture is from.
        """
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.own_button.setVisible(not is_known and bool(self._own_words))
