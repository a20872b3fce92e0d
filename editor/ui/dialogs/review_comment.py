"""A comment of a reviewer, with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from editor.app.hosting.reviewing import PageComment
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.plain_text import PlainLabel, quiet_label
from editor.ui.widgets.text_input import TextLine


class CommentCard(QFrame):
    """A comment: who, what, where; with what can be done about it."""

    place_wanted = Signal()
    answer_given = Signal(str, bool)
    """The words of the answer, and whether the comment is done."""

    def __init__(self, said: PageComment) -> None:
        """Show a comment.

        Args:
            said: The comment.
        """
        super().__init__()
        self.setObjectName("card")
        self.said = said
        comment = said.comment
        where = comment.path.rpartition("/")[2]
        if comment.line:
            where = self.tr("{0}, line {1}").format(where, comment.line)
        who = PlainLabel(comment.author)
        who.setObjectName("sectionTitle")
        self.words = PlainLabel(comment.text, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(f"{comment.author}: {comment.text[:80]}")
        self.state = quiet_label(self.tr("Done") if said.is_done else where)
        self.go_button = text_button(self.tr("Go there"))
        self.go_button.setVisible(bool(said.text))
        self.go_button.clicked.connect(lambda: self.place_wanted.emit())
        self.done_button = text_button(self.tr("Done"))
        self.done_button.setVisible(not said.is_done)
        self.done_button.clicked.connect(lambda: self._answer(done=True))
        self.answer = TextLine()
        self.answer.setPlaceholderText(self.tr("Answer"))
        self.answer.setAccessibleName(self.tr("Answer to {0}").format(comment.author))
        self.send_button = text_button(self.tr("Send"))
        self.send_button.setEnabled(False)
        self.send_button.clicked.connect(lambda: self._answer(done=False))
        self.answer.textChanged.connect(
            lambda text: self.send_button.setEnabled(bool(text.strip()))
        )
        self._lay_out(who)

    def _lay_out(self, who: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(who)
        head.addWidget(self.state, 1)
        reply = QHBoxLayout()
        reply.addWidget(self.answer, 1)
        reply.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(reply)
        column.addWidget(flow_row(self.go_button, self.done_button))

    def _answer(self, *, done: bool) -> None:
        self.answer_given.emit(self.answer.text().strip(), done)
