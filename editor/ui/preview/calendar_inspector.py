"""The calendar inspector: what a calendar link says, in words, beside what the line says."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.files import write_file
from editor.core.base.errors import UserFacingError
from editor.core.base.slugs import make_slug
from editor.core.events.consistency import ComparedField, Comparison
from editor.core.events.location import location_text
from editor.core.markdown.inline import plain_text
from editor.core.profiles.profile import Profile
from editor.ui.widgets.buttons import icon_button
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.wording.calendar_text import describe_line_time, describe_repetition, describe_time
from editor.ui.wording.translation import translated

_HIDE_DELAY = 450
"""Milliseconds until it hides once the pointer has left the link: long enough to reach it."""
_MAX_WIDTH, _DISTANCE = 640, 12
"""Its width at most, and its distance from the edges of the preview, in pixels."""


class _ComparisonRow(NamedTuple):
    """A field: its name, what the line says, what the entry says, whether they differ."""

    name: str
    in_line: str
    in_entry: str
    differs: bool


class CalendarInspector(QFrame):
    """Floats over the foot of the preview.

    After a click on the link it stays until it is closed; else it goes with the pointer.
    """

    event_wanted = Signal()
    """"To the event" was chosen."""
    saved = Signal(Path)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAutoFillBackground(True)
        self._stays = False
        self._comparison: Comparison | None = None
        self._hide_timer = QTimer(self, singleShot=True, interval=_HIDE_DELAY)
        self._hide_timer.timeout.connect(self.hide)
        self.title = PlainLabel()
        self.title.setObjectName("inspectorTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict = PlainLabel(wordWrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(14)
        self.save_button = QPushButton(self.tr("&Save to calendar…"))
        self.event_button = QPushButton(self.tr("&To the event"))
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.event_button.clicked.connect(self.event_wanted)
        self.hide()

    def _lay_out(self) -> None:
        close = icon_button("x", self.tr("Close"))
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
        column.addLayout(self._grid)
        column.addLayout(foot)

    # --- showing ---------------------------------------------------------------------------------

    def show_comparison(self, comparison: Comparison, profile: Profile, *, stays: bool) -> None:
        """Show an entry beside its line.

        Args:
            comparison: The entry of a calendar link, with the values of its line.
            profile: The issue's profile, for language and time zone.
            stays: Whether it is shown until it is closed; what only goes with the pointer does
                not take the place of what stays.
        """
        if self._stays and self.isVisible() and not stays:
            return
        self._hide_timer.stop()
        self._stays, self._comparison = stays, comparison
        self.title.setText("📅 " + _title_of(comparison))
        self._fill(self._list_rows(comparison, profile))
        self.verdict.setText(self._verdict(comparison))
        is_problem = comparison.differs or comparison.entry is None
        self.verdict.setObjectName("problem" if is_problem else "hint")
        self.verdict.style().polish(self.verdict)
        self.show()
        self.raise_()

    def _verdict(self, comparison: Comparison) -> str:
        if comparison.entry is None:
            return "⚠ " + self.tr("This entry cannot be read.")
        count = len(comparison.differs)
        if count:
            return "⚠ " + self.tr("Line and entry differ in %n place(s).", "", count)
        if not comparison.kind:
            return self.tr("No line of the lists belongs to this link.")
        return "✓ " + self.tr("Line and entry agree.")

    def _list_rows(self, comparison: Comparison, profile: Profile) -> list[_ComparisonRow]:
        """List the fields that line or entry have."""
        entry, data, differs = comparison.entry, comparison.data, set(comparison.differs)
        if entry is None:
            return []
        title, place = plain_text(data.title), location_text(data)
        line_time = describe_line_time(data, profile.language)
        entry_time = describe_time(entry, profile.timezone)
        time_differs = bool({ComparedField.START, ComparedField.END} & differs)
        rows = (
            _ComparisonRow(self.tr("Title"), title, entry.summary, ComparedField.TITLE in differs),
            _ComparisonRow(self.tr("When"), line_time, entry_time, time_differs),
            _ComparisonRow(
                self.tr("Repeats"),
                data.rule,
                describe_repetition(entry),
                ComparedField.RULE in differs,
            ),
            _ComparisonRow(self.tr("Where"), place, entry.location, ComparedField.PLACE in differs),
            _ComparisonRow(self.tr("Link"), data.url, entry.url, ComparedField.URL in differs),
        )
        return [row for row in rows if row.in_line or row.in_entry]

    def _fill(self, rows: list[_ComparisonRow]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        if rows:
            self._add_row(0, "", self.tr("In the line"), self.tr("In the calendar entry"))
        for number, row in enumerate(rows, 1):
            in_line, in_entry = row.in_line or "—", row.in_entry or "—"
            self._add_row(number, row.name, in_line, in_entry, differs=row.differs)

    def _add_row(self, number: int, *texts: str, differs: bool = False) -> None:
        """Add a row of the grid; row and column 0 are headings."""
        for column, text in enumerate(texts):
            label = PlainLabel(text, wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumWidth(10)
            if number == 0 or column == 0:
                label.setObjectName("hint")
            self._add_label(label, number, column)
        sign = PlainLabel()
        sign.setObjectName("problem")
        if differs:
            sign.setText("⚠")
            sign.setAccessibleName(self.tr("differs"))
        self._add_label(sign, number, len(texts))

    def _add_label(self, label: QLabel, number: int, column: int) -> None:
        self._grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        label.show()  # else it has no height until the next round of events

    def rows(self) -> list[tuple[str, ...]]:
        """Return the texts of the grid, row by row."""
        rows = []
        for number in range(self._grid.rowCount()):
            cells = [self._grid.itemAtPosition(number, column) for column in range(4)]
            labels = [cell.widget() for cell in cells if cell]
            if labels:
                rows.append(tuple(label.text() for label in labels if isinstance(label, QLabel)))
        return rows

    def move_to_foot(self, area: QRect) -> None:
        """Take the place at the foot of an area, as high as all its texts need.

        Args:
            area: The area of the parent that it may cover.
        """
        width = min(area.width() - 2 * _DISTANCE, _MAX_WIDTH)
        height = min(self._height_for(width), area.height() - 2 * _DISTANCE)
        left = area.left() + (area.width() - width) // 2
        top = area.top() + area.height() - height - _DISTANCE
        self.setGeometry(left, top, width, height)

    def _height_for(self, width: int) -> int:
        layout = self.layout()
        assert layout
        layout.activate()
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    # --- hiding ----------------------------------------------------------------------------------

    def hide_soon(self) -> None:
        """Hide in a moment, if it does not stay and the pointer does not reach it."""
        if not self._stays and not self.underMouse():
            self._hide_timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._hide_timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.hide_soon()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask where to, and save the bytes of the entry as they are in the link."""
        if self._comparison is None:
            return
        entry = self._comparison.entry
        name = make_slug(entry.summary if entry else self._comparison.data.title) + ".ics"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        target, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save to calendar"),
            str(Path(folder) / name),
            self.tr("Calendar files (*.ics)"),
        )
        if target:
            self._write(Path(target), self._comparison.content)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_file(path, data)
        except UserFacingError as refusal:
            self.refused.emit(translated(refusal))
        else:
            self.saved.emit(path)


def _title_of(comparison: Comparison) -> str:
    if comparison.entry:
        return comparison.entry.summary
    return plain_text(comparison.data.title)
