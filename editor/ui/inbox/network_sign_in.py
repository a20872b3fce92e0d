"""Signing in to a social network: in the browser with Mastodon, by an app password with Bluesky."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from editor.app.networks import bluesky, mastodon
from editor.app.networks.accounts import revoke
from editor.app.networks.signed_in import SignedIn
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.services.tokens import keep_token
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message
from editor.core.inbox.networks import NetworkAccount, read_server
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import form_layout, hint, label_for
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.translation import translated

_APP_PASSWORDS = "https://bsky.app/settings/app-passwords"


class NetworkSignIn(QDialog):
    """What both have in common: the server is asked before the dialog closes."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        """Make the dialog without its fields.

        Args:
            title: Its title.
            about: What the user has to do.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self.account: NetworkAccount | None = None
        """The account, when the dialog is accepted."""
        self.is_kept = False
        """Whether what proves it is in the keyring."""
        self._task = BackgroundTask(self, "sign in")
        self.setWindowTitle(title)
        fit_to_screen(self, 560, 320)
        self.words = hint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.sign_in_button = self.buttons.addButton(
            self.tr("Sign in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        column = scrolling_column(self, self.buttons)
        column.addWidget(PlainLabel(about, wordWrap=True))
        self.fields: QFormLayout = form_layout()
        column.addLayout(self.fields)
        column.addWidget(self.words)
        column.addStretch(1)
        self.buttons.accepted.connect(self.sign_in)
        self.buttons.rejected.connect(self.reject)
        self._task.done.connect(self._on_signed_in)
        self._task.failed.connect(self._on_failed)
        self.finished.connect(self._task.close)

    def sign_in(self) -> None:
        """Ask the server."""
        raise NotImplementedError

    def _start(self, ask: Callable[[threading.Event], SignedIn]) -> None:
        def work(stop: threading.Event) -> tuple[NetworkAccount, bool]:
            signed_in = ask(stop)
            if stop.is_set():  # too late to be kept: nobody would know of it
                revoke(signed_in, threading.Event())
                raise TaskStopped
            return signed_in.account, keep_token(str(signed_in.account), signed_in.secret)

        self._task.start(work)
        self.sign_in_button.setEnabled(False)

    def _read_server(self, field: QLineEdit) -> str:
        """The server that was typed; "" where it is none, which the dialog says."""
        try:
            return read_server(field.text())
        except InputRejected as rejected:
            self._on_failed(rejected.message)
            field.setFocus()
            return ""

    def _on_signed_in(self, found: tuple[NetworkAccount, bool]) -> None:
        self.account, self.is_kept = found
        self.accept()

    def _on_failed(self, message: Message) -> None:
        self._warn(translated(message))

    def _warn(self, text: str) -> None:
        self.words.setText("⚠ " + text)
        self.sign_in_button.setEnabled(True)


class MastodonSignIn(NetworkSignIn):
    """The user agrees on the pages of the server."""

    _page_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            parent: The widget that the dialog belongs to.
        """
        super().__init__(
            self.tr("Sign in to Mastodon"),
            self.tr(
                "Your browser opens a page of your server, where you agree that Rundbrief reads "
                "your bookmarks and favorites; it may do nothing else. You can take that back "
                "there at any time."
            ),
            parent,
        )
        self.server = TextLine()
        self.server.setPlaceholderText("chaos.social")
        self.copy_button = text_button(self.tr("&Copy the address"))
        self.copy_button.hide()
        self.fields.addRow(label_for(self.tr("&Server:"), self.server), self.server)
        self.fields.addRow("", self.copy_button)
        self.page = ""
        """The address that the browser has opened."""
        self._page_opened.connect(self.show_page)
        self._page_opened.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.page))

    def sign_in(self) -> None:
        """Let the user agree in the browser."""
        server = self._read_server(self.server)
        if not server:
            return
        thanks = self.tr("You are signed in. You can close this page, and go back to Rundbrief.")
        self.words.setText(self.tr("Asking {0}…").format(server))
        self.copy_button.hide()
        self._start(lambda stop: mastodon.sign_in(server, self._page_opened.emit, thanks, stop))

    def _warn(self, text: str) -> None:
        super()._warn(text)
        self.copy_button.hide()  # nobody waits for its answer any more

    def show_page(self, address: str) -> None:
        """Say that the user is waited for.

        Args:
            address: The page that the browser has opened.
        """
        self.page = address
        self.copy_button.show()
        self.sign_in_button.setEnabled(True)  # to try again
        self.words.setText(
            self.tr(
                "Agree in your browser, and this window goes on by itself. If no page has "
                "opened, copy its address."
            )
        )


class BlueskySignIn(NetworkSignIn):
    """The user makes an app password on the pages of Bluesky."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            parent: The widget that the dialog belongs to.
        """
        super().__init__(
            self.tr("Sign in to Bluesky"),
            self.tr(
                "An app password lets Rundbrief read your bookmarks and likes. Make one, copy it, "
                "and paste it here: it is kept in the keyring of your computer, if there is one. "
                "On the same page you can take it back at any time. Your own password is not asked "
                "for."
            ),
            parent,
        )
        self.name, self.password = TextLine(), TextLine()
        self.name.setPlaceholderText("ada.bsky.social")
        self.password.setPlaceholderText("xxxx-xxxx-xxxx-xxxx")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.server = TextLine(bluesky.SERVER)
        self.page_button = text_button(self.tr("&Make an app password in the browser"))
        self.fields.addRow(label_for(self.tr("&Name:"), self.name), self.name)
        self.fields.addRow("", self.page_button)
        self.fields.addRow(label_for(self.tr("App &password:"), self.password), self.password)
        self.fields.addRow(label_for(self.tr("&Server:"), self.server), self.server)
        self.page_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(_APP_PASSWORDS)))

    def sign_in(self) -> None:
        """Ask the server about the app password."""
        server, name = self._read_server(self.server), self.name.text().strip().lstrip("@")
        password = self.password.text().strip()
        if not server:
            return
        if not name:
            self._warn(self.tr("Your name at Bluesky is missing, such as ada.bsky.social."))
            self.name.setFocus()
        elif not bluesky.is_app_password(password):
            self._warn(
                self.tr(
                    "This is no app password; those look like xxxx-xxxx-xxxx-xxxx. Nothing was "
                    "sent."
                )
            )
            self.password.setFocus()
        else:
            self.words.setText(self.tr("Asking {0}…").format(server))
            self._start(lambda stop: bluesky.sign_in(server, name, password, stop))
