"""The sources of the inbox: addresses of feeds, one in a line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from editor.core.base.urls import complete_address, has_host
from editor.ui.widgets.form_parts import hint, typed_text
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextArea


class SourcesDialog(QDialog):
    """Takes what is an address; a line that is none keeps the dialog open."""

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the sources.

        Args:
            addresses: Those that there are.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sources of the inbox"))
        fit_to_screen(self, 620, 420)
        self.lines = TextArea()
        self.lines.setPlainText("\n".join(addresses))
        self.lines.setAccessibleName(self.tr("Addresses"))
        self.lines.setTabChangesFocus(True)
        self.problem = hint()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        column = scrolling_column(self, self.buttons)
        about = self.tr(
            "Blogs, news, a hashtag or an account of Mastodon: one address in a line. Their feeds "
            "(RSS, Atom) are found by themselves, and asked when you click “Ask the sources”."
        )
        column.addWidget(PlainLabel(about, wordWrap=True))
        column.addWidget(self.lines, 1)
        column.addWidget(self.problem)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)

    @property
    def addresses(self) -> list[str]:
        """The addresses, each once."""
        lines = [line.strip() for line in typed_text(self.lines).splitlines()]
        return list(dict.fromkeys(complete_address(line) for line in lines if line))

    def _on_ok(self) -> None:
        for address in self.addresses:
            if not address.startswith(("http://", "https://")) or not has_host(address):
                self.problem.setText(self.tr("“{0}” is no address of the web.").format(address))
                return
        self.accept()
