"""Signing in to a code host, with a token that is made on its pages."""

import threading

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from editor.app.hosting.accounts import (
    RIGHTS,
    SignIn,
    check_token,
    find_kind,
    token_page,
)
from editor.app.services.background import BackgroundTask
from editor.core.base.messages import Message
from editor.core.hosting.repository import HostKind, guess_kind
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import form_layout, hint, label_for
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.translation import translated


class SignInDialog(QDialog):
    """Asks the host who the token stands for before it is kept."""

    def __init__(self, host: str, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            host: The name of the host.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self.host = host
        self.account: SignIn | None = None
        """The account, when the dialog is accepted."""
        self.is_kept = False
        """Whether its token is in the keyring."""
        self._task = BackgroundTask(self, "sign in")
        self.setWindowTitle(self.tr("Sign in to {0}").format(host))
        fit_to_screen(self, 560, 320)
        self.page_button = text_button(self.tr("&Make a token in the browser"))
        self.token = TextLine()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.words = hint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.sign_in_button = self.buttons.addButton(
            self.tr("Sign in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out()
        self.page_button.clicked.connect(self._open_page)
        self.token.textChanged.connect(lambda _: self._update())
        self.buttons.accepted.connect(self.sign_in)
        self.buttons.rejected.connect(self.reject)
        self._task.done.connect(self._on_signed_in)
        self._task.failed.connect(self._on_failed)
        self.finished.connect(self._task.close)
        self._update()

    def _lay_out(self) -> None:
        column = scrolling_column(self, self.buttons)
        about = self.tr(
            "A token stands for you at {0}, and may do no more than you allow it there. Make one, "
            "copy it, and paste it here. It is kept in the keyring of your computer, and nowhere "
            "else; on the same page you can take it back at any time."
        )
        column.addWidget(PlainLabel(about.format(self.host), wordWrap=True))
        column.addWidget(PlainLabel(self._name_rights(), wordWrap=True))
        fields = form_layout()
        fields.addRow("", self.page_button)
        fields.addRow(label_for(self.tr("&Token:"), self.token), self.token)
        fields.addRow("", self.words)
        column.addLayout(fields)
        column.addStretch(1)

    def _name_rights(self) -> str:
        """The rights that the token needs, in the host's own words."""
        kind = guess_kind(self.host)
        if kind is None:
            return self.tr("It must be allowed to write to repositories.")
        text = self.tr("It must be allowed: {0}.").format(RIGHTS[kind])
        if kind is HostKind.GITHUB:
            text += " " + self.tr("For a private repository: repo.")
        return text

    def _open_page(self) -> None:
        kind = guess_kind(self.host)
        address = token_page(kind, self.host) if kind else f"https://{self.host}/"
        QDesktopServices.openUrl(QUrl(address))

    def _update(self) -> None:
        busy = self._task.busy
        self.sign_in_button.setEnabled(bool(self.token.text().strip()) and not busy)
        self.token.setEnabled(not busy)

    def sign_in(self) -> None:
        """Ask the host about the token."""
        host, token = self.host, self.token.text().strip()
        self.words.setText(self.tr("Asking {0}…").format(host))

        def work(stop: threading.Event) -> tuple[SignIn, bool]:
            kind = find_kind(host, stop)
            account, is_kept = check_token(kind, host, token, stop)
            return SignIn(host, kind, account.name, account.rights), is_kept

        self._task.start(work)
        self._update()

    def _on_signed_in(self, found: tuple[SignIn, bool]) -> None:
        self.account, self.is_kept = found
        self.accept()

    def _on_failed(self, message: Message) -> None:
        self.words.setText("⚠ " + translated(message))
        self._update()
        self.token.setFocus()
        self.token.selectAll()
