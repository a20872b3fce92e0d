"""What becomes of an entry, in sight while it is typed: its line, its calendar entry."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from editor.ui.widgets.announcing import announce
from editor.ui.widgets.day_edit import DayEdit
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.plain_text import PlainLabel, plain_tip


class EntryBand(QFrame):
    """Stands above the fields and does not scroll with them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("band")
        self.line, self.entry, self.trouble = hint(), hint(), hint()
        self.trouble.setObjectName("problem")
        self.trouble.hide()
        kept = self.trouble.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # no field moves when something is wrong
        self.trouble.setSizePolicy(kept)
        for label in (self.line, self.entry):
            label.setMinimumHeight(label.fontMetrics().lineSpacing() * 2)
        rows = QGridLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.setHorizontalSpacing(10)
        rows.setVerticalSpacing(4)
        for row, (name, label) in enumerate(
            ((self.tr("In the text"), self.line), (self.tr("Calendar"), self.entry))
        ):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            caption = PlainLabel(name)
            caption.setObjectName("caption")
            caption.setBuddy(label)
            rows.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(label, row, 1)
        rows.addWidget(self.trouble, 2, 0, 1, 2)
        rows.setColumnStretch(1, 1)

    def begin(self) -> None:
        """Another entry is shown: the band may be lower again."""
        for label in (self.line, self.entry, self.trouble):
            label.clear()
        self.setMinimumHeight(0)

    def _stay_high(self) -> None:
        """While one writes, the fields below move down at most, and never up again."""
        self.setMinimumHeight(max(self.minimumHeight(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(0)
            self._stay_high()

    def show_result(self, line: str, entry: str) -> None:
        """Show what the entry is by now.

        Args:
            line: Its line as it is read in the text.
            entry: Its calendar entry in words.
        """
        for label, words in ((self.line, line), (self.entry, entry)):
            label.setText(words)
            label.setToolTip(plain_tip(words))
        self._stay_high()

    def point_out(self, words: str, *, is_mild: bool = False) -> None:
        """Say what is wrong.

        Args:
            words: Sentences; "" for nothing.
            is_mild: Whether these are warnings, and no errors.
        """
        look = "warning" if is_mild else "problem"
        if self.trouble.objectName() != look:
            self.trouble.setObjectName(look)
            self.trouble.style().polish(self.trouble)
        if words != self.trouble.text():
            announce(self, words)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self._stay_high()

    def watch_days(self, *days: DayEdit) -> None:
        """Say what was typed as a day and is none.

        Args:
            *days: The fields.
        """
        for day in days:
            # said last: the entry is marked anew when the field is left
            day.refused.connect(
                lambda words: QTimer.singleShot(0, self, lambda: self.point_out("⚠ " + words))
            )
