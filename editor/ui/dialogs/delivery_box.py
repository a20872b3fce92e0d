"""How an issue is handed over: files, a commit of git or at a code host, or a ZIP."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QRadioButton, QVBoxLayout, QWidget

from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.site.git import Checkout, inspect_checkout, is_checkout
from editor.app.site.publish_plan import Delivery
from editor.core.base.messages import Message
from editor.ui.dialogs.host_fields import HostFields
from editor.ui.widgets.form_parts import form_layout, hint, label_for
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.translation import translated

_OTHERS_SHOWN = 3
"""How many files with other changes are named."""


class DeliveryBox(QGroupBox):
    """Radio buttons for the deliveries, and what git needs to know."""

    delivery_changed = Signal()
    """Another delivery is chosen."""
    changed = Signal()
    """Something about the delivery is known or typed that was not before."""

    def __init__(self, branch: str, message: str, settings: Settings | None = None) -> None:
        """Make the box.

        Args:
            branch: The git branch that is proposed.
            message: The message of the commit that is proposed.
            settings: Where accounts at code hosts are known; None offers no hosts.
        """
        super().__init__()
        self.setTitle(self.tr("How it gets there"))
        self.root: Path | None = None
        """The site's folder."""
        self.checkout: Checkout | None = None
        """The state of its git checkout, once it is known."""
        self._make_ways(branch, message, settings)
        self._buttons = {
            Delivery.FILES: self.files_button,
            Delivery.GIT: self.git_button,
            Delivery.HOST: self.host_button,
            Delivery.ZIP: self.zip_button,
        }
        self.branch, self.message = TextLine(branch), TextLine(message)
        self.git_hint = hint()
        self._git = BackgroundTask(self, "git")
        self._lay_out()
        self._connect()

    def _make_ways(self, branch: str, message: str, settings: Settings | None) -> None:
        self.files_button = QRadioButton(self.tr("Write the &files into the folder of the site"))
        self.files_button.setChecked(True)
        self.files_words = hint(
            self.tr("They are online once somebody builds and uploads the site.")
        )
        self.git_button = QRadioButton(
            self.tr("Submit as a proposal, with &git (a branch for a pull request)")
        )
        self.git_words = hint(
            self.tr("Exactly these files, on a branch of their own, to be read and accepted there.")
        )
        self.host_button = QRadioButton(
            self.tr("Submit as a proposal to a code &host, without git")
        )
        self.host_words = hint(
            self.tr("To GitHub, GitLab, Codeberg or another Forgejo, as a pull request.")
        )
        self.host = HostFields(settings, branch, message) if settings else None
        self.zip_button = QRadioButton(self.tr("Pack a &ZIP to upload in the browser"))
        self.zip_words = hint(
            self.tr("One file with all of them, and a page that says how to upload them.")
        )

    def _lay_out(self) -> None:
        self.git_fields = QWidget()
        fields = form_layout()
        fields.setContentsMargins(0, 0, 0, 0)
        self.git_fields.setLayout(fields)
        fields.addRow(label_for(self.tr("&Branch:"), self.branch), self.branch)
        fields.addRow(label_for(self.tr("&Message:"), self.message), self.message)
        fields.addRow("", self.git_hint)
        lines = QVBoxLayout(self)
        for button, *below in (
            (self.files_button, self.files_words),
            (self.git_button, self.git_words, self.git_fields),
            (self.host_button, self.host_words, self.host),
            (self.zip_button, self.zip_words),
        ):
            lines.addWidget(button)
            indented = QVBoxLayout()
            indented.setContentsMargins(24, 0, 0, 0)
            for widget in filter(None, below):
                indented.addWidget(widget)
            lines.addLayout(indented)
        self.files_button.setAccessibleDescription(self.files_words.text())
        self.git_button.setAccessibleDescription(self.git_words.text())
        self.host_button.setAccessibleDescription(self.host_words.text())
        self.zip_button.setAccessibleDescription(self.zip_words.text())

    def _connect(self) -> None:
        for button in self._buttons.values():
            button.toggled.connect(lambda _: self.delivery_changed.emit())
        self.branch.textChanged.connect(lambda _: self._show_checkout())
        self.message.textChanged.connect(lambda _: self.changed.emit())
        if self.host:
            self.host.changed.connect(self.changed)
        self._git.done.connect(self._on_checkout)
        self._git.failed.connect(self._on_no_checkout)

    # --- what is chosen ---------------------------------------------------------------------------

    @property
    def delivery(self) -> Delivery:
        """How the issue is handed over."""
        return next(delivery for delivery, button in self._buttons.items() if button.isChecked())

    def choose(self, delivery: Delivery) -> None:
        """Choose a delivery, if it is possible."""
        button = self._buttons[delivery]
        button.setChecked(button.isEnabled())

    @property
    def verb(self) -> str:
        """What the button says that hands the issue over."""
        return {
            Delivery.FILES: self.tr("Write the files"),
            Delivery.GIT: self.tr("Submit"),
            Delivery.HOST: self.tr("Submit"),
            Delivery.ZIP: self.tr("Save the ZIP…"),
        }[self.delivery]

    @property
    def branch_name(self) -> str:
        """The branch the commit goes on; "" without git."""
        return self.branch.text().strip() if self.delivery is Delivery.GIT else ""

    @property
    def commit_message(self) -> str:
        """The message of the commit."""
        return self.message.text().strip()

    @property
    def remote(self) -> str:
        """The remote the branch can be pushed to; "" for none."""
        return self.checkout.remote if self.checkout and self.branch_name else ""

    @property
    def what_is_missing(self) -> str:
        """What is to be chosen or typed before the delivery; "" where all is known."""
        if self.delivery is Delivery.ZIP:
            return ""
        if self.delivery is Delivery.HOST:
            return self.host.what_is_missing if self.host else ""
        if self.root is None:
            return self.tr("Choose the folder of the site first, at the top.")
        if self.delivery is Delivery.GIT and not (self.branch_name and self.commit_message):
            return self.tr("The branch needs a name, and the commit a message.")
        if self.delivery is Delivery.GIT and not self.checkout:
            return self.git_hint.text()
        return ""

    # --- git --------------------------------------------------------------------------------------

    def show_root(self, root: Path | None) -> None:
        """Offer git only in a folder that is a checkout."""
        self.root = root
        is_possible = bool(root and is_checkout(root))
        self.git_button.setVisible(is_possible)
        self.git_words.setVisible(is_possible)
        for widget in (self.host_button, self.host_words):
            widget.setVisible(self.host is not None)
        if self.host:
            self.host.show_root(root)

    def inspect(self, paths: Sequence[str]) -> None:
        """Ask git about the folder, if git is chosen.

        Args:
            paths: The files that will be committed.
        """
        is_git = self.delivery is Delivery.GIT
        self.git_fields.setVisible(is_git)
        if self.host:
            self.host.setVisible(self.delivery is Delivery.HOST)
        if is_git and self.root:
            root = self.root
            self.checkout = None
            self.git_hint.setText(self.tr("Asking git…"))
            self._git.start(lambda _: inspect_checkout(root, paths))

    def _on_checkout(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self._show_checkout()

    def _on_no_checkout(self, message: Message) -> None:
        self.git_hint.setText("⚠ " + translated(message))
        self.changed.emit()

    def _show_checkout(self) -> None:
        if self.checkout:
            self.git_hint.setText(self._describe(self.checkout))
        self.changed.emit()

    def _describe(self, checkout: Checkout) -> str:
        if checkout.branch == self.branch.text():
            text = self.tr("The folder stands on this branch already: the commit goes on top.")
        else:
            text = self.tr("The new branch starts from “{0}”, where the folder stands.")
            text = text.format(checkout.branch)
        if not checkout.others:
            return text
        more = self.tr(
            "%n other file(s) have changes; they stay as they are and out of this commit:",
            "",
            len(checkout.others),
        )
        names = ", ".join(checkout.others[:_OTHERS_SHOWN])
        if len(checkout.others) > _OTHERS_SHOWN:
            names += "…"
        return f"{text}\n⚠ {more} {names}"

    # --- while files are written ------------------------------------------------------------------

    def set_busy(self, busy: bool) -> None:
        """Let nothing be changed while files are written."""
        for widget in (self.files_button, self.zip_button, self.git_fields, self.host_button):
            widget.setEnabled(not busy)
        if self.host:
            self.host.setEnabled(not busy)
        self.git_button.setEnabled(not busy and bool(self.root and is_checkout(self.root)))

    def close_down(self) -> None:
        """Ask git nothing more."""
        self._git.close()
        if self.host:
            self.host.close_down()
