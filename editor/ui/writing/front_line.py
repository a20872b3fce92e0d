"""What stands above the text: its front matter in one line, and a way to begin before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.app.document.session import Session
from editor.core.issue.issue import issue_title
from editor.core.richtext.proof import Place
from editor.ui.wording.short_times import write_short_day
from editor.ui.writing.formatting_view import FormattingView
from editor.ui.writing.writing_view import WritingView

_HEIGHT = 34
_TOP = 10


class _ButtonAbove(QPushButton):
    """Lies above the first block, and scrolls with the text."""

    def __init__(self, page: WritingView) -> None:
        super().__init__(page.viewport())
        self.setObjectName("frontLine")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        page.verticalScrollBar().valueChanged.connect(lambda _: self.settle())
        page.state_changed.connect(self.settle)

    def settle(self) -> None:
        """Take the place that it has now."""
        raise NotImplementedError


class FrontLine(_ButtonAbove):
    """Title and date of the issue; leads to their form."""

    def __init__(self, page: WritingView, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self.setToolTip(self.tr("To the fields of the head"))
        page.rich.room_above = _HEIGHT + _TOP * 2
        page.resized.connect(self.show_issue)

    def show_issue(self) -> None:
        """Show title and date of the session's issue."""
        if not self._session.is_open:
            return
        issue = self._session.issue
        title = " ".join(issue_title(issue).split()) or self.tr("No title yet")
        day = write_short_day(issue.day) if issue.day else ""
        words = " · ".join(part for part in (title, day) if part)
        self.setAccessibleName(self.tr("Title and details: {0}").format(words))
        room = max(self._page.viewport().width() - 60, 80)
        elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&") + "  ›")
        self.settle()

    def settle(self) -> None:
        top = _TOP - self._page.verticalScrollBar().value()
        self.setGeometry(0, top, self._page.viewport().width(), _HEIGHT)


class BeginningButton(_ButtonAbove):
    """Begins a paragraph above a text that begins with a heading or a list, as new issues do."""

    def __init__(self, page: FormattingView) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("beginning")
        self.setText(self.tr("Write the beginning here…"))
        self.setToolTip(self.tr("Begin a paragraph at the top of the text"))
        page.rich.room_to_begin = _HEIGHT + _TOP * 2
        self.clicked.connect(self._begin)
        page.resized.connect(self.settle)

    def _begin(self) -> None:
        top = Place(0, 0)
        self._page.put_caret(top)
        if self._page.begin_paragraph():
            self._page.put_caret(top)
        self._page.setFocus()

    def settle(self) -> None:
        """Stand above the text, where that begins with no paragraph."""
        rich = self._page.rich
        self.setVisible(bool(rich.blocks) and not rich.has_beginning)
        top = _TOP * 2 + _HEIGHT - self._page.verticalScrollBar().value()
        self.setGeometry(0, top, self._page.viewport().width(), _HEIGHT)
