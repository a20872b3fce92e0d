"""What is said of the issue at its code host: checks, a built preview, comments of reviewers.

The dialog stands beside the window, which goes on working. Text of a host is shown as plain text.
"""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.app.hosting.accounts import SignIn
from editor.app.hosting.memory import HostMemory, KnownPullRequest
from editor.app.hosting.reviewing import (
    PageComment,
    PageReview,
    answer_comment,
    read_page_review,
)
from editor.app.services.background import BackgroundTask
from editor.core.base.messages import Message
from editor.core.hosting.pull_request import CheckState, PullState
from editor.ui.dialogs.review_comment import CommentCard
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.icon_label import IconLabel
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.plain_text import PlainLabel, quiet_label
from editor.ui.widgets.room import fit_to_screen
from editor.ui.wording.translation import translated

_CHECK_ICONS = {
    CheckState.PASSED: ("circle-check", "success"),
    CheckState.RUNNING: ("clock", "hint"),
    CheckState.FAILED: ("triangle-alert", "warning"),
}


class ReviewDialog(QDialog):
    """Asks the host when it is opened, and on a click."""

    def __init__(
        self,
        account: SignIn,
        known: KnownPullRequest,
        page: Path,
        go_to: Callable[[str, int], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            account: The account at the host.
            known: The pull request.
            page: The page's file.
            go_to: Shows a line of an earlier text in the text as it is now.
            parent: The window.
        """
        super().__init__(parent)
        self._account, self._known, self._page, self._go_to = account, known, page, go_to
        self.review: PageReview | None = None
        self.cards: list[CommentCard] = []
        self._answered: set[str] = set()
        self._reading, self._answering = (
            BackgroundTask(self, "review"),
            BackgroundTask(self, "answer"),
        )
        self.setWindowTitle(self.tr("Reviews of {0}").format(page.name))
        fit_to_screen(self, 620, 640)
        self.bar = MessageBar()
        self.state = PlainLabel(wordWrap=True)
        self.state.setObjectName("sectionTitle")
        self.page_button = text_button(self.tr("Open the pull request"))
        self.preview_button = text_button(self.tr("Open its preview"))
        self.ask_button = text_button(self.tr("Ask again"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self.ask()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.addWidget(self.state)
        inside.addWidget(flow_row(self.page_button, self.preview_button, self.ask_button))
        inside.addLayout(self._column)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.page_button.clicked.connect(lambda: self._open("page"))
        self.preview_button.clicked.connect(lambda: self._open("preview"))
        self.ask_button.clicked.connect(lambda: self.ask())
        self.buttons.rejected.connect(self.reject)
        self._reading.done.connect(self.show_review)
        self._answering.done.connect(lambda _: self.ask())
        for task in (self._reading, self._answering):
            task.failed.connect(self._on_failed)
            self.finished.connect(task.close)

    def ask(self) -> None:
        """Ask the host what is said."""
        account, known, page = self._account, self._known, self._page
        self.state.setText(self.tr("Asking {0}…").format(account.host))
        self.page_button.setVisible(self.review is not None)
        self.preview_button.hide()
        self._reading.start(lambda stop: read_page_review(account, known, page, stop))

    def _on_failed(self, message: Message) -> None:
        self.state.setText(self._describe())
        self._answered.clear()
        for card in self.cards:
            card.setEnabled(True)
        self.bar.say(translated(message), warning=True)

    def _describe(self) -> str:
        if self.review is None:
            return ""
        request = self.review.review.request
        states = {
            PullState.OPEN: self.tr("#{0} waits to be accepted."),
            PullState.MERGED: self.tr("#{0} is accepted."),
            PullState.CLOSED: self.tr("#{0} is closed; it was not accepted."),
        }
        text = states[request.state].format(request.number)
        if request.conflicts:
            text += " " + self.tr("It conflicts with what is on the site by now.")
        return text

    def show_review(self, review: PageReview) -> None:
        """Show what is said.

        Args:
            review: The pull request with its comments.
        """
        self.review = review
        self.state.setText(self._describe())
        self.page_button.show()
        self.preview_button.setVisible(bool(review.review.preview))
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for check in review.review.checks:
            self._column.addWidget(self._make_check(check.name, check.state))
        typed = {card.said.name: card.answer.text() for card in self.cards}
        self.cards = [self._make_card(said) for said in review.comments]
        for card in self.cards:
            if card.said.name not in self._answered:
                card.answer.setText(typed.get(card.said.name, ""))
        self._answered.clear()
        for card in self.cards:
            self._column.addWidget(card)
        if not self.cards:
            self._column.addWidget(quiet_label(self.tr("Nobody has said anything yet.")))

    def _make_check(self, name: str, state: CheckState) -> QWidget:
        words = {
            CheckState.PASSED: self.tr("passed"),
            CheckState.RUNNING: self.tr("running"),
            CheckState.FAILED: self.tr("failed"),
        }
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(IconLabel(*_CHECK_ICONS[state], 1.0))
        line.addWidget(PlainLabel(f"{name}: {words[state]}"), 1)
        return row

    def _make_card(self, said: PageComment) -> CommentCard:
        card = CommentCard(said)
        card.place_wanted.connect(lambda: self._go_to(said.text, said.comment.line))
        card.answer_given.connect(partial(self._answer, said))
        return card

    def _answer(self, said: PageComment, text: str, done: bool) -> None:
        account, known, page = self._account, self._known, self._page

        def work(stop: threading.Event) -> None:
            answer_comment(account, known, said.comment, text, stop, done=done)
            if done:
                HostMemory().keep_done(page, [said.name])

        self._answered.add(said.name)
        for card in self.cards:  # a second click would answer twice
            card.setEnabled(False)
        self._answering.start(work)

    def _open(self, what: str) -> None:
        if self.review is None:
            return
        review = self.review.review
        address = review.preview if what == "preview" else review.request.address
        if address.startswith("https://"):
            QDesktopServices.openUrl(QUrl(address))
