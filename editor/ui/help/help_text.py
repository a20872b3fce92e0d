"""A text of the help, to read and to walk through with a caret."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from editor.ui.look import appearance
from editor.ui.widgets.measure import em_of


class HelpText(QTextBrowser):
    """Rendered help; screen readers read it line by line, for it has a caret."""

    def __init__(self, name: str) -> None:
        """Make an empty text.

        Args:
            name: What screen readers call it.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_help(self, html: str) -> None:
        """Show a text from its beginning.

        Args:
            html: The text, as `render_help` returns it.
        """
        colors = appearance.colors()
        sheet = (
            f"h2 {{ font-size: 150%; }} code {{ background: {colors.sunken}; }}"
            f"a {{ color: {colors.link}; }}"
        )
        self.document().setDefaultStyleSheet(sheet)
        self.document().setDocumentMargin(em_of(self) * 1.2)
        self.setHtml(html)
