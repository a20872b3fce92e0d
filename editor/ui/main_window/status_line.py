"""The status line: how long the text is, whether it is saved, and which engine drew the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QStatusBar

from editor.app.document.session import Session
from editor.core.events.reading import CALENDAR_ANCHOR
from editor.core.profiles.profile import ENGINES

if TYPE_CHECKING:
    from editor.ui.preview.pane import PreviewPane


class StatusLine(QStatusBar):
    """Three words about the document."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.words, self.state, self.engine = QLabel(), QLabel(), QLabel()
        for label in (self.words, self.state):
            self.addWidget(label)
        self.addPermanentWidget(self.engine)

    def show_state(self) -> None:
        self.state.setText(self.tr("saved") if self.session.saved else self.tr("● not saved"))

    def show_words(self) -> None:
        """How many words the body has, without calendar links."""
        issue = self.session.issue
        prose = issue.body.of(issue.text)
        prose = CALENDAR_ANCHOR.sub("", prose) if "data:text/calendar" in prose else prose
        size = self.locale().formattedDataSize(
            len(issue.text.encode()), 0, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        self.words.setText(self.tr("%n word(s)", "", len(prose.split())) + f" · {size}")

    def show_engine(self, pane: "PreviewPane") -> None:
        """The badge: who drew the page, and what of it is not shown."""
        if pane.view is None or not self.session.is_open:
            return
        engine = "Hugo" if pane.is_real else ENGINES[self.session.profile.renderer]
        if pane.view.complete:
            words = self.tr("Preview: {0}")
        else:
            words = self.tr("Preview: {0}, simplified (no WebEngine)")
        missing = pane.missing()
        self.engine.setText(
            words.format(engine)
            + (" · " + self.tr("not shown: {0}").format(missing) if missing else "")
        )
        self.engine.setToolTip(self._about(pane.is_real))

    def _about(self, real: bool) -> str:
        if real:
            return self.tr(
                "The page as Hugo builds it. Places of the text and calendar entries are only to be found in the other view."
            )
        return self.tr(
            "Drawn by Rundbrief, which writes Markdown as the site does. “Real site” in the menu View shows Hugo's own page."
        )
