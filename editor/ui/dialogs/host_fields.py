"""What a code host needs: the repository, an account, a branch, words for reviewers."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.app.hosting.accounts import Accounts, SignIn
from editor.app.hosting.site_repository import (
    SiteRepository,
    find_site_repository,
    find_template,
)
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.services.tokens import forget_token
from editor.core.base.errors import InputRejected
from editor.core.hosting.repository import Repository, read_repository
from editor.ui.dialogs.sign_in_dialog import SignInDialog
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import form_layout, hint, label_for, typed_text
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextArea, TextLine

_MOST_SITES = 50


class HostFields(QWidget):
    """Fields; nothing is asked over the network before the user signs in or submits."""

    changed = Signal()
    """Something is known or typed that was not before."""

    def __init__(self, settings: Settings, branch: str, title: str) -> None:
        """Make the fields.

        Args:
            settings: Where the names of accounts and repositories are.
            branch: The name of the branch that is proposed.
            title: What the pull request is called.
        """
        super().__init__()
        self._settings, self._accounts = settings, Accounts(settings)
        self._root: Path | None = None
        self._folder, self._is_filled, self._template = "", False, ""
        self.title = title
        self.dialog: SignInDialog | None = None
        self._forgetting = BackgroundTask(self, "forget a token")
        self.repository, self.branch = TextLine(), TextLine(branch)
        self.repository.setPlaceholderText("https://github.com/…/…")
        self.who = PlainLabel(wordWrap=True)
        self.sign_in_button = text_button(self.tr("Sign &in…"))
        self.sign_out_button = text_button(self.tr("Sign &out"), kind="ghost")
        self.description = TextArea()
        self.description.setTabChangesFocus(True)
        self.description.setMaximumHeight(4 * self.fontMetrics().lineSpacing())
        self.words = hint()
        self._lay_out()
        self.repository.textChanged.connect(lambda _: self._show_account())
        self.branch.textChanged.connect(lambda _: self.changed.emit())
        self.sign_in_button.clicked.connect(self._sign_in)
        self.sign_out_button.clicked.connect(self._sign_out)

    def _lay_out(self) -> None:
        fields = form_layout()
        fields.setContentsMargins(0, 0, 0, 0)
        self.setLayout(fields)
        who = QHBoxLayout()
        who.addWidget(self.who, 1)
        who.addWidget(self.sign_in_button)
        who.addWidget(self.sign_out_button)
        repository = label_for(self.tr("&Repository:"), self.repository)
        fields.addRow(repository, self.repository)
        fields.addRow(PlainLabel(self.tr("Account:")), who)
        fields.addRow(label_for(self.tr("&Branch:"), self.branch), self.branch)
        words = label_for(self.tr("&Words for reviewers:"), self.description)
        fields.addRow(words, self.description)
        fields.addRow("", self.words)

    def show_root(self, root: Path | None) -> None:
        """Propose the repository of a site, and the text its pull requests begin with."""
        if root == self._root and self._is_filled:
            return  # what was typed stays
        self._root, self._is_filled = root, True
        found = find_site_repository(root, self._typed(root)) if root else None
        self._folder = found.folder if found else ""
        if found:
            self.repository.setText(f"https://{found.repository}")
        if self.text == self._template:
            self._template = find_template(root)
            self.description.setPlainText(self._template)
        self._show_account()

    def _typed(self, root: Path) -> str:
        entries = (entry.partition("\t") for entry in self._settings.now.repositories)
        return next((typed for folder, _, typed in entries if folder == str(root)), "")

    def keep(self) -> None:
        """Remember the repository for this site."""
        place = self.place
        if self._root is None or place is None:
            return
        own = f"{self._root}\t"
        others = [each for each in self._settings.now.repositories if not each.startswith(own)]
        entries = (f"{own}https://{place.repository}", *others)[:_MOST_SITES]
        self._settings.keep(repositories=entries)

    # --- what is known ----------------------------------------------------------------------------

    @property
    def place(self) -> SiteRepository | None:
        """The repository, and the folder of the site in it; None where none is named."""
        try:
            return SiteRepository(read_repository(self.repository.text()), self._folder)
        except InputRejected:
            return None

    @property
    def account(self) -> SignIn | None:
        """The account at its host; None where the user is not signed in."""
        place = self.place
        return self._accounts.find(place.repository.host) if place else None

    @property
    def branch_name(self) -> str:
        """The name of the branch, without blanks around it."""
        return self.branch.text().strip()

    @property
    def text(self) -> str:
        """The words for reviewers."""
        return typed_text(self.description)

    @property
    def what_is_missing(self) -> str:
        """What is to be typed or done before; "" where all is known."""
        if self.place is None:
            return self.tr("Say where the repository of the site is.")
        if self.account is None:
            return self.tr("Sign in first.")
        if not self.branch_name or " " in self.branch_name:
            return self.tr("The branch needs a name without blanks.")
        return ""

    # --- the account ------------------------------------------------------------------------------

    def _show_account(self) -> None:
        place, account = self.place, self.account
        if place is None:
            self.who.setText(self.tr("The address of a repository is needed first."))
        elif account is None:
            text = self.tr("You are not signed in to {0}.")
            self.who.setText(text.format(place.repository.host))
        else:
            text = self.tr("{0} at {1}").format(account.name, account.host)
            if account.rights:
                text += " · " + self.tr("rights: {0}").format(account.rights)
            self.who.setText(text)
        self.sign_in_button.setEnabled(place is not None)
        self.sign_out_button.setVisible(account is not None)
        self.changed.emit()

    def _sign_in(self) -> None:
        place = self.place
        if place is None:
            return
        dialog = self.dialog = SignInDialog(place.repository.host, self)
        dialog.accepted.connect(lambda: self._on_signed_in(dialog, place.repository))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_signed_in(self, dialog: SignInDialog, repository: Repository) -> None:
        assert dialog.account
        self._accounts.keep(dialog.account)
        if dialog.is_kept:
            self.words.setText("")
        else:
            text = self.tr(
                "This computer has no keyring that could keep the token for {0}: you are signed in "
                "until the program ends."
            )
            self.words.setText(text.format(repository.host))
        self._show_account()

    def _sign_out(self) -> None:
        account = self.account
        if account is None:
            return
        self._accounts.forget(account.host)
        self._forgetting.start(lambda _: forget_token(account.host))
        text = self.tr("The token is forgotten here. It can be revoked on the pages of {0}.")
        self.words.setText(text.format(account.host))
        self._show_account()

    def close_down(self) -> None:
        """Wait for nothing."""
        self._forgetting.close()
