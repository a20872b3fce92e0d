"""Recurring meetings and deadlines: a list, and the text of the entry that is selected."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QPushButton

from editor.app.session import Session
from editor.core import events
from editor.core.callink import plain_text
from editor.core.events import Event
from editor.ui.forms.base import Form, finished, hint
from editor.ui.forms.event_table import day, hours

_SIGN = "📅"


class EntriesForm(Form):
    """The entries of one kind, "meeting" or "deadline"."""

    looked_at = Signal(int)

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, "")
        self.kind = kind
        self.heading.setText(self.tr("Recurring meetings") if kind == "meeting" else self.tr("Deadlines"))
        self.list = QListWidget()
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(self.heading.text())
        self.list.setMinimumHeight(150)
        self.area = QPlainTextEdit(tabChangesFocus=True)
        self.area.setObjectName("mono")
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * 6 + 16)
        label = QLabel(self.tr("&Text of the entry:"))
        label.setBuddy(self.area)
        self.remove_button = QPushButton(self.tr("&Remove"))
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(label)
        self.column.addWidget(finished(self.area))
        self.column.addWidget(hint(self.tr("The sign 📅 stands for the calendar link, which stays as it is.")))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.area.textChanged.connect(self._write)
        self.remove_button.clicked.connect(self._remove)

    @property
    def entries(self) -> tuple[Event, ...]:
        return self.session.issue.meetings if self.kind == "meeting" else self.session.issue.deadlines

    @property
    def entry_shown(self) -> Event | None:
        row = self.list.currentRow()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def refresh(self) -> None:
        row = max(self.list.currentRow(), 0)
        with QSignalBlocker(self.list):
            names = [self._name(entry) for entry in self.entries]
            if names != [self.list.item(i).text() for i in range(self.list.count())]:
                self.list.clear()
                self.list.addItems(names)
            self.list.setCurrentRow(min(row, len(names) - 1))
        self._load()

    def select(self, row: int) -> None:
        self.list.setCurrentRow(row)

    def _name(self, entry: Event) -> str:
        title = plain_text(entry.title) or "?"
        if entry.kind == "meeting":
            return " · ".join(part for part in (title, entry.rule_text, hours(entry.when) if entry.when else "", entry.place) if part)
        return f"{day(entry.when)} · {title}" if entry.when else title

    def _on_row_changed(self) -> None:
        self.session.pause()
        self._load()
        if self.entry_shown and self.isVisible():
            self.looked_at.emit(self.entry_shown.span.start)

    def _load(self) -> None:
        entry = self.entry_shown
        self.area.setEnabled(entry is not None)
        self.remove_button.setEnabled(entry is not None)
        shown = self._shown(entry) if entry else ""
        if self._typed() != shown:
            with QSignalBlocker(self.area):
                self.area.setPlainText(shown)

    def _shown(self, entry: Event) -> str:
        text = self.session.text
        whole = entry.span.of(text).rstrip("\r\n").replace("\r\n", "\n")
        return whole.replace(entry.link.of(text), _SIGN, 1) if entry.link else whole

    def _typed(self) -> str:
        return self.area.document().toRawText().replace("\u2029", "\n")

    def _write(self) -> None:
        entry = self.entry_shown
        if entry is None:
            return
        new = self._typed()
        if entry.link:
            new = new.replace(_SIGN, entry.link.of(self.session.text), 1)
        row = self.list.currentRow()
        label = self.tr("Change {0}").format(plain_text(entry.title)[:40])
        self.put(lambda: events.put_text(self.session.scene(), entry, new), label, merge=f"{self.kind}:{row}")

    def _remove(self) -> None:
        entry = self.entry_shown
        if entry:
            label = self.tr("Remove {0}").format(plain_text(entry.title)[:40])
            self.put(lambda: events.remove(self.session.scene(), entry), label)
