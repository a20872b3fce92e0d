"""The front matter above the text, folded to one line that leads to its form."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QPushButton

from editor.app.document.session import Session
from editor.core.issue.issue import issue_title
from editor.ui.writing.writing_view import WritingView

_HEIGHT = 34
_TOP = 10


class FrontLine(QPushButton):
    """Lies above the first block, and scrolls with the text."""

    def __init__(self, page: WritingView, session: Session) -> None:
        super().__init__(page.viewport())
        self._page, self._session = page, session
        self.setObjectName("frontLine")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("To the fields of the head"))
        page.rich.room_above = _HEIGHT + _TOP
        page.verticalScrollBar().valueChanged.connect(lambda _: self._settle())
        page.state_changed.connect(self._settle)
        page.resized.connect(self.show_issue)

    def show_issue(self) -> None:
        """Show title and date of the session's issue."""
        if not self._session.is_open:
            return
        issue = self._session.issue
        title = " ".join(issue_title(issue).split()) or self.tr("No title yet")
        day = ""
        if issue.day:
            date = QDate(issue.day.year, issue.day.month, issue.day.day)
            day = self.locale().toString(date, QLocale.FormatType.ShortFormat)
        words = " · ".join(part for part in (title, day) if part)
        self.setAccessibleName(self.tr("Title and details: {0}").format(words))
        room = max(self._page.viewport().width() - 60, 80)
        elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&") + "  ›")
        self._settle()

    def _settle(self) -> None:
        top = _TOP - self._page.verticalScrollBar().value()
        self.setGeometry(0, top, self._page.viewport().width(), _HEIGHT)
