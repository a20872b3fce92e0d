"""Opening a site from its code host: its files come into a folder of the program, without git."""

import threading

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QWidget

from editor.app.hosting.fetched_sites import FetchedSite
from editor.app.hosting.getting import get_site
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message
from editor.core.hosting.repository import Repository, read_repository
from editor.ui.dialogs.account_line import AccountLine
from editor.ui.widgets.form_parts import form_layout, hint, label_for
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.translation import translated

_MEGABYTE = 2**20


class GetSiteDialog(QDialog):
    """Asks for the repository and the account, and gets the files; it can be stopped."""

    _came = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            settings: Where the names of accounts are.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self.site: FetchedSite | None = None
        """The site, when the dialog is accepted."""
        self._task = BackgroundTask(self, "get a site")
        self.setWindowTitle(self.tr("Open from a code host"))
        fit_to_screen(self, 600, 320)
        self.repository = TextLine()
        self.repository.setPlaceholderText("https://github.com/…/…")
        self.who = AccountLine(settings)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Getting the files"))
        self.progress.hide()
        self.words = hint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.get_button = self.buttons.addButton(
            self.tr("Get the files"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out()
        self._connect()
        self._update()

    def _lay_out(self) -> None:
        column = scrolling_column(self, self.buttons)
        about = self.tr(
            "The files of the site come into a folder of this program. What you write there goes "
            "back as a proposal, by “Publish on the website”; what others change comes when you "
            "open the site again. Nothing else has to be installed."
        )
        column.addWidget(PlainLabel(about, wordWrap=True))
        fields = form_layout()
        fields.addRow(label_for(self.tr("&Repository:"), self.repository), self.repository)
        fields.addRow(PlainLabel(self.tr("Account:")), self.who)
        column.addLayout(fields)
        column.addWidget(self.progress)
        column.addWidget(self.words)
        column.addStretch(1)

    def _connect(self) -> None:
        self.repository.textChanged.connect(lambda _: self._update())
        self.who.changed.connect(self._show_button)
        self.buttons.accepted.connect(self.get)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._close_down)
        self._came.connect(self._on_came)
        self._task.done.connect(self._on_got)
        self._task.failed.connect(self._on_failed)

    @property
    def _named(self) -> Repository | None:
        try:
            return read_repository(self.repository.text())
        except InputRejected:
            return None

    def _update(self) -> None:
        repository = self._named
        self.words.setText("")
        self.who.show_host(repository.host if repository else "")

    def _show_button(self) -> None:
        self.get_button.setEnabled(self.who.account is not None and not self._task.busy)
        self.repository.setEnabled(not self._task.busy)
        self.who.setEnabled(not self._task.busy)
        self.progress.setVisible(self._task.busy)

    def get(self) -> None:
        """Get the files."""
        repository, account = self._named, self.who.account
        if repository is None or account is None:
            return

        def work(stop: threading.Event) -> FetchedSite:
            return get_site(account, repository, stop, self._came.emit)

        self.words.setText(self.tr("Asking {0}…").format(repository.host))
        self._task.start(work)
        self._show_button()

    def _on_came(self, size: int) -> None:
        if self._task.busy:
            megabytes = self.locale().toString(size / _MEGABYTE, "f", 1)
            self.words.setText(self.tr("{0} MB have come…").format(megabytes))

    def _on_got(self, site: FetchedSite) -> None:
        self.site = site
        self.accept()

    def _on_failed(self, message: Message) -> None:
        self.words.setText("⚠ " + translated(message))
        self._show_button()

    def _close_down(self) -> None:
        self._task.close()
        self.who.close_down()
