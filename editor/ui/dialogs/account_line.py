"""The account at a code host: who is signed in, with which rights, and the way in and out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.app.hosting.accounts import Accounts, SignIn
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.services.tokens import forget_token
from editor.ui.dialogs.sign_in_dialog import SignInDialog
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.plain_text import PlainLabel


class AccountLine(QWidget):
    """Shows the account at the host that it is told; asks nothing before the user signs in."""

    changed = Signal()
    """There is another account, or none any more."""

    def __init__(self, settings: Settings) -> None:
        """Show no host yet.

        Args:
            settings: Where the names of accounts are.
        """
        super().__init__()
        self._accounts = Accounts(settings)
        self._host = ""
        self.dialog: SignInDialog | None = None
        self._forgetting = BackgroundTask(self, "forget a token")
        self.who = PlainLabel(wordWrap=True)
        self.sign_in_button = text_button(self.tr("Sign &in…"))
        self.sign_out_button = text_button(self.tr("Sign &out"), kind="ghost")
        self.words = hint()
        self.words.hide()
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        row.addWidget(self.sign_in_button)
        row.addWidget(self.sign_out_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.words)
        self.sign_in_button.clicked.connect(self._sign_in)
        self.sign_out_button.clicked.connect(self._sign_out)

    @property
    def account(self) -> SignIn | None:
        """The account at the host; None where the user is not signed in."""
        return self._accounts.find(self._host) if self._host else None

    def show_host(self, host: str) -> None:
        """Show the account at a host.

        Args:
            host: Its name; "" for none.
        """
        self._host = host
        account = self.account
        if not host:
            self.who.setText(self.tr("The address of a repository is needed first."))
        elif account is None:
            self.who.setText(self.tr("You are not signed in to {0}.").format(host))
        else:
            text = self.tr("{0} at {1}").format(account.name, account.host)
            if account.rights:
                text += " · " + self.tr("rights: {0}").format(account.rights)
            self.who.setText(text)
        self.sign_in_button.setEnabled(bool(host))
        self.sign_out_button.setVisible(account is not None)
        self.changed.emit()

    def _sign_in(self) -> None:
        host = self._host
        dialog = self.dialog = SignInDialog(host, self)
        dialog.accepted.connect(lambda: self._on_signed_in(dialog, host))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_signed_in(self, dialog: SignInDialog, host: str) -> None:
        assert dialog.account
        self._accounts.keep(dialog.account)
        text = self.tr(
            "This computer has no keyring that could keep the token for {0}: you are signed in "
            "until the program ends."
        )
        self._say("" if dialog.is_kept else text.format(host))
        self.show_host(self._host)

    def _sign_out(self) -> None:
        account = self.account
        if account is None:
            return
        self._accounts.forget(account.host)
        self._forgetting.start(lambda _: forget_token(account.host))
        text = self.tr("The token is forgotten here. It can be revoked on the pages of {0}.")
        self._say(text.format(account.host))
        self.show_host(self._host)

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def close_down(self) -> None:
        """Wait for nothing."""
        self._forgetting.close()
