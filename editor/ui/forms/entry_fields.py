"""The fields of one entry. Every key press is an edit of the text, merged per field; half-typed values wait."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.core.base.edits import Edit, Span
from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic
from editor.core.events.calendar_link import read_link
from editor.core.events.editing import change_event
from editor.core.events.model import Event, EventData
from editor.core.events.reading import read_event_data
from editor.ui.forms.base import form_layout, hint, label_for, typed_text, with_forwarded_undo
from editor.ui.widgets.day_edit import DayEdit
from editor.ui.wording.calendar_text import describe_entry
from editor.ui.wording.translation import translated

_URL = re.compile(r"(?:https?|ftp)://[^\s<>]+")
_COMPLETE = re.compile(r"\d{1,2}[:.]\d\d|\d{4}")


class EntryPage(Protocol):
    """What the fields need of the page they are on."""

    session: Session

    @property
    def entry_shown(self) -> Event | None: ...

    def put(
        self, make: Callable[[], list[Edit]], label: str, merge: str = "", *, quiet: bool = False
    ) -> bool: ...

    def follow(self) -> None: ...

    def diagnostics_shown(self) -> Sequence[Diagnostic]: ...


class EntryFields(QWidget):
    """A form for an entry. Subclasses lay out their fields and say what these say (``changed``)."""

    def __init__(self, page: EntryPage, title: str) -> None:
        super().__init__()
        self.box = QGroupBox(title)
        self.owner = page
        self._burst: tuple[str, EventData] | None = None
        """The field being typed into, and the values before that."""
        self._failed = False
        self.title, self.url = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://")
        self.notes = QPlainTextEdit(tabChangesFocus=True)
        self.notes.setFixedHeight(self.notes.fontMetrics().lineSpacing() * 2 + 10)
        self.line, self.entry, self.trouble = hint(), hint(), hint()
        self.trouble.setObjectName("problem")
        self.trouble.setMinimumHeight(
            self.trouble.fontMetrics().lineSpacing()
        )  # kept free: nothing jumps when there is some
        for label in (self.line, self.entry):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumHeight(label.fontMetrics().lineSpacing() * 2)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form: QFormLayout = form_layout()
        self.box.setLayout(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    # --- building --------------------------------------------------------------------------------

    def add_ends(self) -> None:
        """The rows all kinds end with: what is wrong, the finished line, the calendar entry."""
        self.form.addRow("", self.trouble)
        self.form.addRow(self.tr("In the text:"), self.line)
        self.form.addRow(self.tr("Calendar entry:"), self.entry)

    def add_line(self, label: str, widget: QWidget) -> None:
        """A field with its label."""
        self.form.addRow(label_for(label, widget), with_forwarded_undo(widget))

    def watch(self, line: QLineEdit, field: str, name: str) -> None:
        """Every key press in a line writes a field."""
        line.textEdited.connect(lambda _: self.write(field, name))
        line.editingFinished.connect(self.leave)

    def watch_time(self, line: QLineEdit, name: str) -> None:
        """While a time is typed only a complete one counts; on leaving, "9" is 09:00."""
        line.setPlaceholderText(self.tr("HH:MM"))
        line.setFixedWidth(line.fontMetrics().horizontalAdvance("00:00") + 36)
        line.setAccessibleName(name)
        line.textEdited.connect(
            lambda text: (
                self.write("when", self.tr("time"))
                if not text or _COMPLETE.fullmatch(text.strip())
                else None
            )
        )
        line.editingFinished.connect(self._on_time_left)

    def _on_time_left(self) -> None:
        self.write("when", self.tr("time"))
        self.leave()

    def watch_url(self) -> None:
        self.url.textEdited.connect(lambda _: self.write("url", self.tr("link")))
        self.url.editingFinished.connect(self._on_url_left)

    def _on_url_left(self) -> None:
        if self.url.text().startswith("www."):
            self.url.setText("https://" + self.url.text())
            self.write("url", self.tr("link"))
        self.leave()

    def watch_notes(self) -> None:
        self.notes.textChanged.connect(lambda: self.write("notes", self.tr("notes")))

    # --- problems --------------------------------------------------------------------------------

    def spots(self, event: Event) -> list[tuple[Span | None, QWidget]]:
        """Which part of an entry's line is typed in which field. Subclasses add theirs."""
        return [
            (event.title_span, self.title),
            (event.line_url or (event.url.span if event.url else None), self.url),
        ]

    def by_code(self) -> dict[str, QWidget]:
        """The fields of checks that are about more than the words they show. Subclasses add theirs."""
        return {"link": self.title}

    def field_of(self, diagnostic: Diagnostic) -> QWidget | None:
        """The field a problem is mended in: by its check, or the narrowest that holds its words; None for none."""
        by_code = self.by_code()
        if widget := by_code.get(diagnostic.code) or by_code.get(diagnostic.code.partition("-")[0]):
            return widget
        event = self.owner.entry_shown
        spots = self.spots(event) if event else []
        fitting = [
            (span.end - span.start, widget)
            for span, widget in spots
            if span and span.start <= diagnostic.span.start < span.end
        ]
        if fitting:
            return min(fitting, key=lambda one: one[0])[1]
        return None

    def mark(self) -> None:
        """Checks have found something: say what, and frame the fields it is about."""
        diagnostics = [
            diagnostic
            for diagnostic in self.owner.diagnostics_shown()
            if diagnostic.severity != Severity.HINT
        ]
        if not self._failed:
            self._point_out(
                "\n".join("⚠ " + translated(diagnostic.message) for diagnostic in diagnostics)
            )
        event = self.owner.entry_shown
        placed = [
            (self.field_of(diagnostic), translated(diagnostic.message))
            for diagnostic in diagnostics
        ]
        for widget in {
            widget: None for _, widget in (self.spots(event) if event else [])
        } | dict.fromkeys(self.by_code().values()):
            mark_invalid(widget, "\n".join(message for field, message in placed if field is widget))

    # --- showing ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Another entry was chosen."""
        self._burst, self._failed = None, False
        self.load(tidy=True, other=True)

    def load(self, *, tidy: bool = False, other: bool = False) -> None:
        """Show the entry; ``tidy`` also where a field says the same in other words; ``other``: it is another one."""
        event = self.owner.entry_shown
        self.setEnabled(event is not None)
        values = read_event_data(event, self.owner.session.text) if event else EventData("", None)
        with QSignalBlocker(self.notes):
            for line, text in ((self.title, values.title), (self.url, values.url)):
                show_text_in(line, text, tidy=tidy)
            if tidy_text(typed_text(self.notes)) != values.notes:
                self.notes.setPlainText(values.notes)
        self.show_values(event, values, tidy=tidy, other=other)
        self.mark()
        for label, words in (
            (self.line, self._line_text(event)),
            (self.entry, self._entry_text(event)),
        ):
            label.setText(words)
            label.setToolTip(words)

    def show_values(
        self, event: Event | None, values: EventData, *, tidy: bool, other: bool
    ) -> None:
        """Show what the subclass has fields for."""
        raise NotImplementedError

    def _line_text(self, event: Event | None) -> str:
        if event is None:
            return ""
        text = self.owner.session.text
        line = event.content.of(text)
        if event.link:
            line = (
                text[event.content.start : event.link.start]
                + "📅"
                + text[event.link.end : event.content.end]
            )
        return f"{event.marker} {line}"

    def _entry_text(self, event: Event | None) -> str:
        if event is None:
            return ""
        entry = read_link(event.href.of(self.owner.session.text)) if event.href else None
        if entry is None:
            if not event.href:
                return self.no_entry()
            return "⚠ " + self.tr(
                "The calendar link cannot be read; the next change writes it anew."
            )
        return describe_entry(entry, self.owner.session.profile.timezone)

    def no_entry(self) -> str:
        return self.tr("None yet; it is written with the next change.")

    # --- editing ---------------------------------------------------------------------------------

    def changed(self, field: str, old: EventData) -> EventData | str:
        """The old values with one field as the form has it, or what is still missing for that."""
        if field == "title":
            title = self.title.text().strip()
            if title:
                return replace(old, title=title)
            return self.tr("An event needs a title.")
        if field == "url":
            url = self.url.text().strip()
            if not url or _URL.fullmatch(url):
                return replace(old, url=url)
            return self.tr("A link begins with https:// and holds no blanks.")
        return replace(old, notes=tidy_text(typed_text(self.notes)))

    def write(self, field: str, name: str, anchor: date | None = None) -> None:
        """Write what a field says, as far as that can be written: half-typed values wait, with a hint."""
        event = self.owner.entry_shown
        if event is None:
            return
        session = self.owner.session
        old = read_event_data(event, session.text)
        if self._burst is None or self._burst[0] != field:
            self._burst = (field, old)
        new = self.changed(field, old)
        if isinstance(new, str):
            self._point_out("⚠ " + new)
            self._failed = True
            return
        index = session.issue.entries.index(event)
        label = self.tr("{0}: change {1}").format(first_line(event.title), name)
        self._failed = not self.owner.put(
            lambda: change_event(session.context(), event, new, anchor),
            label,
            f"entry:{index}:{field}:{name}",
            quiet=True,
        )
        if self._failed:
            self._point_out(
                "⚠ " + self.tr("This cannot be written in the line; the text was not changed.")
            )
        else:
            self._burst = (
                field,
                new if field == "when" else self._burst[1],
            )  # a time is written whole: it is never half typed
            self.mark()

    def leave(self) -> None:
        """A field was left: short forms are completed; what could not be written goes back to what it was."""
        event, burst, failed = self.owner.entry_shown, self._burst, self._failed
        self._burst, self._failed = None, False
        session = self.owner.session
        if event and failed and burst:
            field, before = burst
            names = {"when": ("when",), "place": ("address", "online")}.get(field, (field,))
            now = read_event_data(event, session.text)
            back = replace(now, **{name: getattr(before, name) for name in names})
            self.owner.put(
                lambda: change_event(session.context(), event, back),
                self.tr("Back to what it was"),
                quiet=True,
            )
        session.pause()
        self.load(tidy=True)
        if failed and burst and burst[0] == "when":
            self._point_out(
                "⚠ " + self.tr("That was no time, so it was not taken. A time is written as 19:30.")
            )

    def _point_out(self, words: str) -> None:
        self.trouble.setText(words)


def show_text_in(line: QLineEdit, text: str, *, tidy: bool) -> None:
    """Put a text into a line, unless it says the same and somebody types there."""
    if (line.text() if tidy else line.text().strip()) != text:
        line.setText(text)
        if not line.hasFocus():
            line.setCursorPosition(0)


def tidy_text(notes: str) -> str:
    """Notes as lines: blanks around them and empty ones say nothing."""
    return "\n".join(line.strip(" \t") for line in notes.split("\n") if line.strip())


def make_row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, as wide as they need."""
    found = QHBoxLayout()
    found.setSpacing(10)
    for widget in widgets:
        found.addWidget(
            with_forwarded_undo(widget) if not isinstance(widget, QLabel | QPushButton) else widget
        )
    found.addStretch(1)
    return found


def to_date(widget: DayEdit) -> date:
    """The day of a field that always has one."""
    day = widget.date()
    if day.isValid():
        return date(day.year(), day.month(), day.day())
    return date.today()


def to_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def first_line(title: str, most: int = 40) -> str:
    if len(title) <= most:
        return title
    return title[: most - 1] + "…"


def mark_invalid(widget: QWidget, words: str) -> None:
    """Frame a field something is wrong with, and say what where it is pointed at; "" for nothing."""
    widget.setToolTip(words)
    if bool(widget.property("problem")) != bool(words):
        widget.setProperty("problem", bool(words))
        for one in (widget, *widget.findChildren(QComboBox)):
            one.style().polish(one)
