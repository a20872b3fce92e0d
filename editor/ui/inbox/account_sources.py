"""Accounts at social networks, and which of their lists are sources of the inbox."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from editor.app.networks.accounts import NetworkAccounts
from editor.app.services.settings import Settings
from editor.core.inbox.networks import (
    Network,
    NetworkAccount,
    PostList,
    PostSource,
    read_post_source,
)
from editor.ui.inbox.network_sign_in import BlueskySignIn, MastodonSignIn, NetworkSignIn
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.plain_text import PlainLabel


class AccountSources(QWidget):
    """A row for each account: its lists can be ticked, and it can be signed out."""

    signed_out = Signal(object)
    """The NetworkAccount that is to be forgotten."""

    def __init__(self, settings: Settings, sources: Iterable[str]) -> None:
        """Show the accounts.

        Args:
            settings: Where their names are.
            sources: The addresses of sources; those of feeds are passed over.
        """
        super().__init__()
        self._accounts = NetworkAccounts(settings)
        self._wanted = {source for each in sources if (source := read_post_source(each))}
        self.boxes: dict[PostSource, QCheckBox] = {}
        self.sign_out_buttons: dict[NetworkAccount, QPushButton] = {}
        self.dialog: NetworkSignIn | None = None
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self.mastodon_button = text_button(self.tr("Sign in to &Mastodon…"))
        self.bluesky_button = text_button(self.tr("Sign in to &Bluesky…"))
        self.words = hint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(flow_row(self.mastodon_button, self.bluesky_button))
        column.addWidget(self.words)
        self.mastodon_button.clicked.connect(lambda: self._sign_in(MastodonSignIn(self)))
        self.bluesky_button.clicked.connect(lambda: self._sign_in(BlueskySignIn(self)))
        self._show_accounts()

    @property
    def addresses(self) -> list[str]:
        """The addresses of the lists that are ticked."""
        return [str(source) for source, box in self.boxes.items() if box.isChecked()]

    def _show_accounts(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.boxes.clear()
        self.sign_out_buttons.clear()
        known = self._accounts.all()
        strangers = {source.account for source in self._wanted} - set(known)
        for row, account in enumerate((*known, *sorted(strangers, key=str))):
            for column, widget in enumerate(self._make_row(account)):
                self._rows.addWidget(widget, row, column)

    def _make_row(self, account: NetworkAccount) -> Iterator[QWidget]:
        is_known = account in self._accounts.all()
        text = account.handle if is_known else self.tr("{0} (not signed in)").format(account.handle)
        yield PlainLabel(text)
        likes = self.tr("Favorites") if account.network is Network.MASTODON else self.tr("Likes")
        for kept, text in ((PostList.BOOKMARKS, self.tr("Bookmarks")), (PostList.LIKES, likes)):
            source = PostSource(account, kept)
            box = self.boxes[source] = QCheckBox(text)
            box.setAccessibleName(f"{account.handle}: {text}")
            box.setChecked(source in self._wanted)
            yield box
        if not is_known:
            return
        button = self.sign_out_buttons[account] = text_button(self.tr("Sign out"), kind="ghost")
        button.setAccessibleName(self.tr("Sign out {0}").format(account.handle))
        button.clicked.connect(lambda: self._sign_out(account))
        yield button

    def _sign_in(self, dialog: NetworkSignIn) -> None:
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._on_signed_in(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_signed_in(self, dialog: NetworkSignIn) -> None:
        account = dialog.account
        assert account
        self._accounts.keep(account)
        self._note_ticks()
        self._wanted.add(PostSource(account, PostList.BOOKMARKS))
        self._show_accounts()
        text = self.tr(
            "This computer has no keyring: you are signed in as {0} until the program ends."
        )
        self.words.setText("" if dialog.is_kept else text.format(account.handle))

    def _sign_out(self, account: NetworkAccount) -> None:
        self._accounts.forget(account)
        self._note_ticks()
        self._wanted = {source for source in self._wanted if source.account != account}
        self._show_accounts()
        text = self.tr("You are signed out of {0}.")
        if account.network is Network.BLUESKY:
            text += " " + self.tr("The app password can be deleted on the pages of Bluesky.")
        self.words.setText(text.format(account.server))
        self.signed_out.emit(account)

    def _note_ticks(self) -> None:
        for source, box in self.boxes.items():
            (self._wanted.add if box.isChecked() else self._wanted.discard)(source)
