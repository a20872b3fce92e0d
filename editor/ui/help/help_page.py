"""A text of the help on a page of its own: what is new, what the program is made of."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from editor.ui.help.help_text import HelpText
from editor.ui.help.manual import render_help
from editor.ui.widgets.room import fit_to_screen


class HelpPage(QDialog):
    """Shows a text and closes."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            title: Its title.
            text: Markdown.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = HelpText(title)
        self.text.setOpenExternalLinks(True)
        self.text.show_help(render_help(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        fit_to_screen(self, 700, 504)
