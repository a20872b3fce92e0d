"""The status line: how long the text is, whether it is saved, and which engine drew the page."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStatusBar

from editor.app.document.session import Session
from editor.core.profiles.profile import Engine
from editor.ui.widgets.plain_text import ElidedLabel, PlainLabel, plain_tip
from editor.ui.wording.short_times import write_short_day

if TYPE_CHECKING:
    from editor.core.issue.issue import Issue
    from editor.ui.preview.pane import PreviewPane

_ENGINE_NAMES = {
    Engine.GOLDMARK: "Hugo",
    Engine.MARKDOWN_IT: "Eleventy",
    Engine.PYTHON_MARKDOWN: "Python-Markdown",
    Engine.KRAMDOWN: "Jekyll",
    Engine.COMMONMARK: "CommonMark",
}


class StatusLine(QStatusBar):
    """Shows the length of the document, whether it is saved, and what drew the preview."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.words, self.state = PlainLabel(), PlainLabel()
        self.day, self.place, self.engine = ElidedLabel(), ElidedLabel(), ElidedLabel()
        for label in (self.words, self.state, self.day, self.place):
            self.addWidget(label)
        self.addPermanentWidget(self.engine)

    def show_state(self) -> None:
        """Show whether the document is saved."""
        if self.session.saved:
            self.state.setText(self.tr("saved"))
        else:
            self.state.setText(self.tr("● not saved"))

    def show_place(self, name: str) -> None:
        """Show what the caret is in.

        Args:
            name: Such as "Heading 2 · Link: https://…"; "" for nothing to say.
        """
        self.place.setText(name)
        self.place.setToolTip(plain_tip(name))

    def show_words(self) -> None:
        """Show how many words the body has, as the start page does, and the size of the file."""
        from editor.core.issue.sections import count_words

        issue = self.session.issue
        size = self.locale().formattedDataSize(
            len(issue.text.encode()), 0, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        words = self.tr("%n word(s)", "", count_words(issue, issue.body))
        self.words.setText(f"{words} · {size}")
        self.day.setText(self._describe_day(issue))

    def _describe_day(self, issue: "Issue") -> str:
        """When the page is or was published; "" where it does not say."""
        from editor.core.issue.issue import is_draft

        if is_draft(issue):
            return self.tr("draft")
        if issue.day is None:
            return ""
        day = write_short_day(issue.day)
        if issue.day > date.today():
            return self.tr("comes out on {0}").format(day)
        return self.tr("published on {0}").format(day)

    def show_engine(self, pane: "PreviewPane") -> None:
        """Show what drew the page, and what of it is not shown.

        Args:
            pane: The preview; without a view nothing changes.
        """
        if pane.view is None or not self.session.is_open:
            return
        engine = _ENGINE_NAMES[self.session.profile.renderer]
        if pane.is_real:
            text = self.tr("The page as it is built")
        elif pane.view.complete:
            text = self.tr("Preview as on the site ({0})").format(engine)
        else:
            text = self.tr("Preview as on the site ({0}), simplified (no WebEngine)").format(engine)
        if missing := pane.missing():
            text += " · " + self.tr("not shown: {0}").format(missing)
        self.engine.setText(text)
        self.engine.setToolTip(plain_tip(self._describe_view(is_real=pane.is_real)))

    def _describe_view(self, *, is_real: bool) -> str:
        if is_real:
            return self.tr(
                "The page as Hugo builds it. "
                "Places of the text and calendar entries are only to be found in the other view."
            )
        return self.tr(
            "Drawn by Rundbrief, which writes Markdown as the site does. "
            "“Real page” in the menu View shows the one that the site builds."
        )
