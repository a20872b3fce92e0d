"""The calendar inspector: what a calendar link says, in words, beside what the line says."""

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.files import write_file
from editor.core.base.errors import UserFacingError
from editor.core.base.slugs import make_slug
from editor.core.events import calendar_link
from editor.core.events.consistency import END, PLACE, RULE, START, TITLE, URL, Comparison
from editor.core.markdown.inline import plain_text
from editor.core.profiles.profile import Profile
from editor.ui.wording.calendar_text import describe_line_time, describe_repetition, describe_time
from editor.ui.wording.translation import translated

_LINGER = 450
"""Milliseconds the inspector stays when the pointer has left the link: long enough to reach its buttons."""


class CalendarInspector(QFrame):
    """Floats over the foot of the preview; a click on the link keeps it, the pointer leaving takes it away."""

    event_wanted = Signal()
    """"To the event" was chosen."""
    saved = Signal(Path)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAutoFillBackground(True)
        self._stays = False
        self._agreement: Comparison | None = None
        self._leave = QTimer(self, singleShot=True, interval=_LINGER)
        self._leave.timeout.connect(self.hide)
        self.title = QLabel()
        self.title.setObjectName("inspectorTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict = QLabel(wordWrap=True)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setColumnStretch(2, 1)
        self._rows.setHorizontalSpacing(14)
        self.save_button = QPushButton(self.tr("&Save to calendar…"))
        self.event_button = QPushButton(self.tr("&To the event"))
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.event_button.clicked.connect(self.event_wanted)
        self.hide()

    def _lay_out(self) -> None:
        close = QToolButton(autoRaise=True)
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.hide)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        foot.addWidget(self.verdict, 1)
        foot.addWidget(self.event_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 10)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addLayout(foot)

    # --- showing ---------------------------------------------------------------------------------

    def show_agreement(self, found: Comparison, profile: Profile, *, stays: bool) -> None:
        """Show an entry beside its line; ``stays`` until it is closed."""
        if self._stays and self.isVisible() and not stays:
            return
        self._leave.stop()
        self._stays, self._agreement = stays, found
        entry, values = found.entry, found.values
        self.title.setText("📅 " + (entry.summary if entry else plain_text(values.title)))
        self._fill(self._contents(found, profile))
        self.verdict.setText(self._verdict(found))
        self.verdict.setObjectName("problem" if found.differs or entry is None else "hint")
        self.verdict.style().polish(self.verdict)
        self.show()
        self.raise_()

    def _verdict(self, found: Comparison) -> str:
        if found.entry is None:
            return "⚠ " + self.tr("This entry cannot be read.")
        if found.differs:
            return "⚠ " + self.tr("Line and entry differ in %n place(s).", "", len(found.differs))
        if not found.kind:
            return self.tr("No line of the lists belongs to this link.")
        return "✓ " + self.tr("Line and entry agree.")

    def _contents(self, found: Comparison, profile: Profile) -> list[tuple[str, str, str, bool]]:
        """Rows: name, what the line says, what the entry says, whether they differ."""
        entry, values, differs = found.entry, found.values, set(found.differs)
        if entry is None:
            return []
        rows = [
            (
                self.tr("Title"),
                plain_text(values.title),
                entry.summary,
                TITLE in differs,
            ),
            (
                self.tr("When"),
                describe_line_time(values, profile.language),
                describe_time(entry, profile.timezone),
                bool({START, END} & differs),
            ),
            (self.tr("Repeats"), values.rule, describe_repetition(entry), RULE in differs),
            (
                self.tr("Where"),
                calendar_link.location_text(values),
                entry.location,
                PLACE in differs,
            ),
            (self.tr("Link"), values.url, entry.url, URL in differs),
        ]
        return [row for row in rows if row[1] or row[2]]

    def _fill(self, rows: list[tuple[str, str, str, bool]]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        heads = ("", self.tr("In the line"), self.tr("In the calendar entry"))
        for number, (name, line, entry, wrong) in enumerate(
            [(*heads, False), *rows] if rows else []
        ):
            for column, text in enumerate((name, line, entry)):
                label = QLabel(text or ("—" if number and column else ""), wordWrap=True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setMinimumWidth(10)
                if not number or not column:
                    label.setObjectName("hint")
                self._rows.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
                label.show()  # else it has no height until the next round of events
            sign = QLabel("⚠" if wrong else "")
            sign.setObjectName("problem")
            sign.setAccessibleName(self.tr("differs") if wrong else "")
            self._rows.addWidget(sign, number, 3, Qt.AlignmentFlag.AlignTop)
            sign.show()

    def height_for(self, width: int) -> int:
        """How high it must be to show all in a width."""
        layout = self.layout()
        assert layout
        layout.activate()
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    def rows(self) -> list[tuple[str, ...]]:
        """What stands there, row by row."""
        found = []
        for number in range(self._rows.rowCount()):
            cells = [self._rows.itemAtPosition(number, column) for column in range(4)]
            labels = [cell.widget() for cell in cells if cell]
            if labels:
                found.append(tuple(label.text() for label in labels if isinstance(label, QLabel)))
        return found

    # --- going -----------------------------------------------------------------------------------

    def linger(self) -> None:
        """The pointer has left the link."""
        if not self._stays and not self.underMouse():
            self._leave.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._leave.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.linger()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask where, and save the entry's bytes as they stand."""
        if self._agreement is None:
            return
        entry = self._agreement.entry
        name = make_slug(entry.summary if entry else self._agreement.values.title) + ".ics"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save to calendar"),
            str(Path(folder) / name),
            self.tr("Calendar files (*.ics)"),
        )
        if chosen:
            self._save_to(Path(chosen))

    def _save_to(self, path: Path) -> None:
        assert self._agreement
        try:
            write_file(path, self._agreement.data)
        except UserFacingError as refusal:
            self.refused.emit(translated(refusal))
        else:
            self.saved.emit(path)
