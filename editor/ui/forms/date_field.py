"""The field for a date of the front matter."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSignalBlocker, QTime
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTimeEdit, QVBoxLayout

from editor.core.calendar.date_fields import read_timestamp
from editor.core.calendar.date_formats import move_timestamp, write_timestamp
from editor.core.frontmatter.model import Node
from editor.core.profiles.profile import Field as FieldSettings
from editor.ui.forms.front_matter_field import Field, text_of
from editor.ui.widgets.day_edit import DayEdit, to_date, to_qdate
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.measure import pad_line
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus

_USUAL_TIME = QTime(8, 0)
_ISO_DAY_LENGTH = len("2026-01-01")
_OFFSET_LENGTH = len("+01:00")


class DateField(Field):
    """Day, time and the offset that holds there then, where the site names its time zone.

    A date without a time stays one; without a time zone the offset stays, too.
    """

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.day = DayEdit()
        self.time = QTimeEdit()
        pad_line(self.time)
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        ignore_wheel_without_focus(self.time)
        self.right, self.offset = PlainLabel(), hint()
        self.right.setObjectName("hint")
        self.offset.setProperty("problem", True)
        self.mend = QPushButton(self.tr("Correct"))
        self.mend.clicked.connect(self._write)
        self.time.setKeyboardTracking(False)
        for edit in (self.day, self.time):
            forward_undo(edit)
        self.day.dateChanged.connect(self._write)
        self.time.timeChanged.connect(self._write)
        self._lay_out()
        self.setFocusProxy(self.day)
        self._is_day_only = False
        self._written = ""

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        self.row.addLayout(lines)
        above, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.day, self.time, self.right):
            above.addWidget(widget)
        above.addStretch(1)
        below.addWidget(self.offset, 1)
        below.addWidget(self.mend)
        lines.addLayout(above)
        lines.addLayout(below)

    def load(self, node: Node | None) -> None:
        text = text_of(node)
        stamp = read_timestamp(text)
        self._written = text
        self._is_day_only = len(text.strip()) == _ISO_DAY_LENGTH if stamp else not self.zone
        self._show_stamp(stamp)
        self.time.setVisible(not self._is_day_only)
        given, right, problem = "", "", ""
        if stamp and stamp.tzinfo:
            given = stamp.isoformat()[-_OFFSET_LENGTH:]
        if not self.zone:
            right = given
        elif stamp and not self._is_day_only:
            timestamp = write_timestamp(stamp.date(), stamp.time(), self.zone)
            right = timestamp[-_OFFSET_LENGTH:]
        is_wrong = bool(given) and given != right
        if is_wrong:
            place = self.zone.rpartition("/")[2]
            problem = self.tr(
                "⚠ Summer and winter time are mixed up: {0} here, {2} in {1} on that day."
            )
            problem = problem.format(given, place, right)
        elif text and stamp is None:
            problem = self.tr("“{0}” is no date.").format(text)
        self.mend.setVisible(is_wrong)
        self.right.setText("" if is_wrong else right)
        self.offset.setText(problem)
        self.offset.setVisible(bool(problem))

    def _show_stamp(self, stamp: datetime | None) -> None:
        day, moment = QDate(), _USUAL_TIME
        if stamp:
            day, moment = to_qdate(stamp), QTime(stamp.hour, stamp.minute, stamp.second)
        with QSignalBlocker(self.day), QSignalBlocker(self.time):
            self.day.setDate(day)
            self.time.setTime(moment)

    def _write(self, *_: object) -> None:
        if not self.day.date().isValid():
            return
        self.edited.emit(self._write_stamp(to_date(self.day)))

    def _write_stamp(self, day: date) -> str:
        if self._is_day_only:
            return day.isoformat()
        shown = self.time.time()
        moment = time(shown.hour(), shown.minute(), shown.second())
        return move_timestamp(self._written, day, moment, self.zone)
