"""The sources of the inbox: accounts at social networks, and feeds, one address in a line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from editor.app.services.settings import Settings
from editor.core.base.urls import complete_address, has_host
from editor.core.inbox.networks import read_post_source
from editor.ui.inbox.account_sources import AccountSources
from editor.ui.widgets.form_parts import hint, typed_text
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextArea


class SourcesDialog(QDialog):
    """Takes what is an address; a line that is none keeps the dialog open."""

    def __init__(
        self, addresses: Sequence[str], settings: Settings, parent: QWidget | None = None
    ) -> None:
        """Show the sources.

        Args:
            addresses: Those that there are.
            settings: Where the names of accounts are.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sources of the inbox"))
        fit_to_screen(self, 640, 520)
        self.lines = TextArea()
        feeds = [address for address in addresses if not read_post_source(address)]
        self.lines.setPlainText("\n".join(feeds))
        self.lines.setAccessibleName(self.tr("Addresses"))
        self.accounts = AccountSources(settings, addresses)
        self.lines.setTabChangesFocus(True)
        self.problem = hint()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        column = scrolling_column(self, self.buttons)
        accounts = self.tr(
            "What you keep at Mastodon or Bluesky comes with the pages that it links to, and with "
            "its words."
        )
        column.addWidget(PlainLabel(accounts, wordWrap=True))
        column.addWidget(self.accounts)
        about = self.tr(
            "Blogs, news, a hashtag or somebody at Mastodon: one address in a line. Their feeds "
            "(RSS, Atom) are found by themselves. All are asked when you click “Ask the sources”."
        )
        column.addWidget(PlainLabel(about, wordWrap=True))
        column.addWidget(self.lines, 1)
        column.addWidget(self.problem)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)

    @property
    def addresses(self) -> list[str]:
        """The addresses, each once."""
        return [*self.accounts.addresses, *self._feeds]

    @property
    def _feeds(self) -> list[str]:
        lines = [line.strip() for line in typed_text(self.lines).splitlines()]
        return list(dict.fromkeys(complete_address(line) for line in lines if line))

    def _on_ok(self) -> None:
        for address in self._feeds:
            if not address.startswith(("http://", "https://")) or not has_host(address):
                self.problem.setText(self.tr("“{0}” is no address of the web.").format(address))
                return
        self.accept()
