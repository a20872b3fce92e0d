"""Recurring meetings and deadlines: a list, and the text of the entry that is selected."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QPushButton

from editor.app.session import Session
from editor.core import eventlists
from editor.core.callink import plain_text
from editor.core.events import Event
from editor.core.text import Edit, Span
from editor.ui.forms.base import Form, finished, hint, monospaced, typed
from editor.ui.forms.event_table import day, hours

_SIGN = "📅"


class EntriesForm(Form):
    """The entries of one kind, "meeting" or "deadline"."""

    looked_at = Signal(int)

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, "")
        self.kind = kind
        self.heading.setText(self.tr("Recurring meetings") if kind == "meeting" else self.tr("Deadlines"))
        self._span, self._link, self._writing = Span(0, 0), "", False
        self.list = QListWidget()
        self.list.setAlternatingRowColors(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.heading.text())
        self.list.setMinimumHeight(150)
        self.area = QPlainTextEdit(tabChangesFocus=True)
        monospaced(self.area)
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
        if not self._writing:
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
        self._span, self._link = (_trimmed(entry.span, self.session.text), _link(entry, self.session.text)) if entry else (Span(0, 0), "")
        shown = self._span.of(self.session.text).replace("\r\n", "\n")
        shown = shown.replace(self._link, _SIGN, 1) if self._link else shown
        if typed(self.area) != shown:
            with QSignalBlocker(self.area):
                self.area.setPlainText(shown)

    def _write(self) -> None:
        """Half typed, an entry may read as none: so its place in the text is kept here until another is chosen."""
        new = typed(self.area).replace(_SIGN, self._link, 1) if self._link else typed(self.area)
        new = new.replace("\n", self.session.form.newline)
        edit = Edit(self._span.start, self._span.end, new)
        label = self.tr("Change {0}").format(self.list.currentItem().text()[:40] if self.list.currentItem() else "…")
        self._span = Span(edit.start, edit.start + len(new))
        self._writing = True
        try:
            self.put(lambda: [edit], label, merge=f"{self.kind}:{edit.start}")
        finally:
            self._writing = False

    def _remove(self) -> None:
        """The entry in the field below, also when it is half typed or empty and the list shows others."""
        entry = next((entry for entry in self.entries if entry.span.start == self._span.start), None)
        if entry:
            label = self.tr("Remove {0}").format(plain_text(entry.title)[:40])
            self.put(lambda: eventlists.remove(self.session.scene(), entry), label)
            return
        end = self.session.text.find("\n", self._span.end) + 1 or len(self.session.text)
        self.put(lambda: [Edit(self._span.start, end, "")], self.tr("Remove {0}").format("…"))


def _trimmed(span: Span, text: str) -> Span:
    """A span without the line ends behind its last line."""
    return Span(span.start, span.start + len(span.of(text).rstrip("\r\n")))


def _link(entry: Event, text: str) -> str:
    return entry.link.of(text) if entry.link else ""
