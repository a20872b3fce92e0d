"""What a code host needs: the repository, an account, a branch, words for reviewers."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.app.hosting.accounts import SignIn
from editor.app.hosting.site_repository import (
    SiteRepository,
    find_site_repository,
    find_template,
)
from editor.app.services.settings import Settings
from editor.core.base.errors import InputRejected
from editor.core.hosting.repository import read_repository
from editor.ui.dialogs.account_line import AccountLine
from editor.ui.widgets.form_parts import form_layout, label_for, typed_text
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
        self._settings = settings
        self._root: Path | None = None
        self._folder, self._is_filled, self._template = "", False, ""
        self.title = title
        self.repository, self.branch = TextLine(), TextLine(branch)
        self.repository.setPlaceholderText("https://github.com/…/…")
        self.who = AccountLine(settings)
        self.description = TextArea()
        self.description.setTabChangesFocus(True)
        self.description.setMaximumHeight(4 * self.fontMetrics().lineSpacing())
        self._lay_out()
        self.repository.textChanged.connect(lambda _: self._show_account())
        self.branch.textChanged.connect(lambda _: self.changed.emit())
        self.who.changed.connect(self.changed)

    def _lay_out(self) -> None:
        fields = form_layout()
        fields.setContentsMargins(0, 0, 0, 0)
        self.setLayout(fields)
        repository = label_for(self.tr("&Repository:"), self.repository)
        fields.addRow(repository, self.repository)
        fields.addRow(PlainLabel(self.tr("Account:")), self.who)
        fields.addRow(label_for(self.tr("&Branch:"), self.branch), self.branch)
        words = label_for(self.tr("&Words for reviewers:"), self.description)
        fields.addRow(words, self.description)

    def show_root(self, root: Path | None) -> None:
        """Propose the repository of a site, and the text its pull requests begin with."""
        if root == self._root and self._is_filled:
            return  # what was typed stays
        self._root, self._is_filled = root, True
        found = find_site_repository(root, self._typed(root)) if root else None
        self._folder = found.folder if found else ""
        self.repository.setText(f"https://{found.repository}" if found else "")
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
        return self.who.account

    @property
    def branch_name(self) -> str:
        """The name of the branch, without blanks around it."""
        return self.branch.text().strip()

    @property
    def text(self) -> str:
        """The words for reviewers."""
        return typed_text(self.description)

    @property
    def comment(self) -> str:
        """The same where they were typed; "" for a template."""
        return "" if self.text == self._template else self.text

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

    def _show_account(self) -> None:
        place = self.place
        self.who.show_host(place.repository.host if place else "")

    def close_down(self) -> None:
        """Wait for nothing."""
        self.who.close_down()
