"""The pages of events, meetings and deadlines: a table, and below it the form of the entry that is selected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.core.base.edits import Edit, Span
from editor.core.base.severity import Severity
from editor.core.calendar.dates import TimeSpan
from editor.core.checks import table
from editor.core.checks.table import CheckContext, Diagnostic
from editor.core.events.lists import (
    add_entries,
    duplicate_entry,
    make_deadlines,
    move_entries,
    order_entries,
    remove_entries,
)
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import read_event_data
from editor.ui.forms.base import Form, hint, set_monospaced, typed_text, with_forwarded_undo
from editor.ui.forms.deadline_fields import DeadlineFields
from editor.ui.forms.entry_fields import EntryFields, first_line
from editor.ui.forms.entry_list import EntryList
from editor.ui.forms.event_fields import EventFields
from editor.ui.forms.meeting_fields import MeetingFields
from editor.ui.wording.translation import translated

_SIGN = "📅"
_SETTLE = 200
"""Milliseconds of quiet before the marks of the table are looked through again."""
_FIELDS: dict[str, Callable[["EntriesPage"], EntryFields]] = {
    EntryKind.EVENT: EventFields,
    EntryKind.MEETING: MeetingFields,
    EntryKind.DEADLINE: DeadlineFields,
}


class EntriesPage(Form):
    """The entries of one kind, "event", "meeting" or "deadline"."""

    looked_at = Signal(int)
    """The position in the text of the entry that was selected."""
    import_wanted = Signal()

    def __init__(self, session: Session, kind: EntryKind) -> None:
        super().__init__(session, "")
        self.kind = kind
        names = {
            EntryKind.EVENT: self.tr("Events"),
            EntryKind.MEETING: self.tr("Recurring meetings"),
            EntryKind.DEADLINE: self.tr("Deadlines"),
        }
        self.heading.setText(names[kind])
        self.listing = EntryList(kind, names[kind])
        self.fields = _FIELDS[kind](self)
        self.raw = RawText(self) if kind != EntryKind.EVENT else None
        self.column.removeWidget(self.heading)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addLayout(self.listing.find_row, 1)
        self.column.addLayout(top)
        self.column.addWidget(self.listing, 1)
        self.column.addWidget(self.fields)
        if self.raw:
            self.column.addWidget(self.raw)
        self._values: list[EventData] = []
        self._shown_row = -1
        self._found: tuple[str, list[Diagnostic]] = ("", [])
        """The text that was checked, and what was found in it."""
        self._line_found: tuple[str, Event | None, list[Diagnostic]] = ("", None, [])
        self._marks = QTimer(self, singleShot=True, interval=_SETTLE)
        self._marks.timeout.connect(self._mark)
        self.listing.current_changed.connect(self._on_row_changed)
        self.listing.acted.connect(self._on_act)
        self.listing.dropped.connect(self._on_dropped)

    @property
    def entries(self) -> tuple[Event, ...]:
        issue = self.session.issue
        return {
            EntryKind.EVENT: issue.events,
            EntryKind.MEETING: issue.meetings,
            EntryKind.DEADLINE: issue.deadlines,
        }[self.kind]

    @property
    def entry_shown(self) -> Event | None:
        """The entry in the form."""
        row, found = self.listing.row, self.entries
        if self.raw and self.raw.unread:
            return (
                None  # what stands in the text area below is none, and the form must show no other
            )
        if 0 <= row < len(found):
            return found[row]
        return None

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        row, text = self.listing.row, self.session.text
        self.listing.show_issue(self.session.issue)
        before, self._values = (
            self._values,
            [read_event_data(event, text) for event in self.entries],
        )
        shown = before[row] if 0 <= row < len(before) else None
        if shown in self._values and not _only_at(row, before, self._values):
            self.listing.select(
                self._values.index(shown)
            )  # the selection stays with its entry, not with its row
        if self.raw and (typed_at := self.raw.read_again) >= 0:
            self.listing.select(typed_at)
        if self.raw:
            self.raw.load()
        self.fields.load(other=self._shown_row != self.listing.row)
        self._shown_row = self.listing.row
        self._marks.start()

    def set_gazetteer(self) -> None:
        """The session knows more."""
        if isinstance(self.fields, EventFields | MeetingFields):
            self.fields.set_gazetteer(self.session.gazetteer)
        self._marks.start()

    def select(self, *rows: int) -> None:
        """Show the entry of a row in the form; further rows are chosen with it."""
        if rows and rows[0] < len(self.entries):
            self.listing.select(*rows)

    def _on_row_changed(self) -> None:
        self.session.pause()
        if self.raw:
            self.raw.begin()
        self.fields.begin()
        self._shown_row = self.listing.row
        if self.entry_shown and self.isVisible():
            self.looked_at.emit(self.entry_shown.span.start)

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """What checks have found that take longer than those of a line."""
        at_once = {row.code for row in table.EVENT_CHECKS}
        self._found = (
            self.session.text,
            [diagnostic for diagnostic in diagnostics if diagnostic.code not in at_once],
        )
        self._mark()
        if self.isVisible():
            self.fields.mark()

    def diagnostics_shown(self) -> list[Diagnostic]:
        """What is wrong with the entry in the form: of its line at once, the rest as checks find it."""
        event, session = self.entry_shown, self.session
        if event is None:
            return []
        if self._line_found[:2] != (session.text, event):
            found = table.run_checks(
                replace(session.issue, entries=(event,)),
                CheckContext(session.gazetteer),
                table.EVENT_CHECKS,
            )
            self._line_found = (session.text, event, found)
        found = list(self._line_found[2])
        if self._found[0] == session.text:
            found += [
                diagnostic
                for diagnostic in self._found[1]
                if event.span.start <= diagnostic.span.start < event.span.end
            ]
        return found

    def _mark(self) -> None:
        """A sign and a tooltip at every row with a problem."""
        if not self.isVisible():
            return
        found = table.run_checks(
            self.session.issue, CheckContext(self.session.gazetteer), table.EVENT_CHECKS
        )
        if self._found[0] == self.session.text:
            found = sorted(
                [*found, *(one for one in self._found[1] if one.severity != Severity.HINT)],
                key=lambda diagnostic: diagnostic.span,
            )
        marks: dict[int, list[str]] = {}
        row, entries = 0, self.entries
        for diagnostic in found:  # both in the order of the text
            while row < len(entries) and entries[row].span.end <= diagnostic.span.start:
                row += 1
            if row < len(entries) and entries[row].span.start <= diagnostic.span.start:
                marks.setdefault(row, []).append(translated(diagnostic.message))
        self.listing.model.mark(marks)

    # --- whole entries ---------------------------------------------------------------------------

    def _on_act(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "add": self.add_entry,
            "import": self.import_wanted.emit,
            "remove": self.remove_entries,
            "double": self.double_entry,
            "up": lambda: self.move_entries(-1),
            "down": lambda: self.move_entries(1),
            "order": self.order,
            "deadline": self.as_deadline,
            "edit": self.fields.title.setFocus,
        }
        acts[act]()

    def add_entry(self) -> None:
        """A new entry, ready to be filled in."""
        shown = self.entry_shown
        published = self.session.issue.day
        if shown and shown.when and self.kind != EntryKind.MEETING:
            day = shown.when.start
        else:
            day = published or date.today()
        day = max(day, published) if published else day
        title = self._free_title()
        new = {
            EntryKind.EVENT: EventData(title, TimeSpan(day), "", True),
            EntryKind.MEETING: EventData(
                title,
                TimeSpan(date.min, time(19)),
                "",
                True,
                rule=self._first_rule(),
                kind=EntryKind.MEETING,
            ),
            EntryKind.DEADLINE: EventData(title, TimeSpan(day), kind=EntryKind.DEADLINE),
        }[self.kind]
        name = {
            EntryKind.EVENT: self.tr("Add event"),
            EntryKind.MEETING: self.tr("Add meeting"),
            EntryKind.DEADLINE: self.tr("Add deadline"),
        }[self.kind]
        if self.put(lambda: add_entries(self.session.context(), [new]), name):
            self.follow()
            self.select(next(i for i, event in enumerate(self.entries) if event.title == title))
            self.fields.title.setFocus()
            self.fields.title.selectAll()

    def _first_rule(self) -> str:
        if self.session.profile.language == "de":
            return "jeden Dienstag"
        return "every Tuesday"

    def _free_title(self) -> str:
        taken = {event.title for event in self.entries}
        name = {
            EntryKind.EVENT: self.tr("New event"),
            EntryKind.MEETING: self.tr("New meeting"),
            EntryKind.DEADLINE: self.tr("New deadline"),
        }[self.kind]
        return next(
            title
            for title in (name, *(f"{name} {i}" for i in range(2, len(taken) + 3)))
            if title not in taken
        )

    def remove_entries(self) -> None:
        """The chosen entries; one that is half typed as text, too."""
        if self.raw and self.raw.remove_unread():
            return
        chosen = self.listing.chosen
        if chosen:
            row = self.entries.index(chosen[0])
            if (
                self._put_all(
                    lambda: remove_entries(self.session.context(), *chosen),
                    self.tr("remove"),
                    chosen,
                )
                and self.entries
            ):
                self.select(min(row, len(self.entries) - 1))

    def double_entry(self) -> None:
        shown = self.entry_shown
        if shown:
            row = self.listing.row
            if self._put_all(
                lambda: duplicate_entry(self.session.context(), shown), self.tr("double"), [shown]
            ):
                self.select(row + 1)

    def as_deadline(self) -> None:
        chosen = self.listing.chosen
        if chosen:
            self._put_all(
                lambda: make_deadlines(self.session.context(), *chosen),
                self.tr("make a deadline"),
                chosen,
            )

    def order(self) -> None:
        """All in the order of their days; the selection stays with its entry."""
        shown = read_event_data(self.entry_shown, self.session.text) if self.entry_shown else None
        if self.put(
            lambda: order_entries(self.session.context(), self.kind), self.tr("Order by date")
        ):
            self.follow()
            row = next(
                (
                    i
                    for i, event in enumerate(self.entries)
                    if read_event_data(event, self.session.text) == shown
                ),
                -1,
            )
            if row >= 0:
                self.select(row)

    def move_entries(self, by: int) -> None:
        """The chosen entries one place up (-1) or down (1)."""
        rows = [self.entries.index(event) for event in self.listing.chosen]
        if rows and rows[0] + by >= 0 and rows[-1] + by < len(self.entries):
            target = rows[0] - 1 if by < 0 else rows[-1] + 2
            self._move(rows, target)

    def _on_dropped(self, rows: list[int], target: int) -> None:
        QTimer.singleShot(
            0, lambda: self._move(rows, target)
        )  # not while the view is still dragging

    def _move(self, rows: list[int], target: int) -> None:
        """Rows to before another row (or behind the last)."""
        moved = [self.entries[row] for row in rows]
        others = [event for event in self.entries if event not in moved]
        at = sum(row < target and row not in rows for row in range(len(self.entries)))
        if not others:
            return
        neighbour, behind = (others[at], False) if at < len(others) else (others[-1], True)
        if self._put_all(
            lambda: move_entries(self.session.context(), moved, neighbour, behind=behind),
            self.tr("move"),
            moved,
        ):
            self.select(*range(at, at + len(rows)))

    def _put_all(self, make: Callable[[], list[Edit]], act: str, entries: list[Event]) -> bool:
        if len(entries) == 1:
            name = first_line(entries[0].title)
        else:
            name = self.tr("%n entries", "", len(entries))
        done = self.put(make, f"{name}: {act}")
        if done:
            self.follow()
        return done


class RawText(QWidget):
    """The text of an entry, for what the fields do not show: a plain area below them."""

    def __init__(self, page: EntriesPage) -> None:
        super().__init__()
        self.owner = page
        self._span, self._link, self._writing, self._typed = Span(0, 0), "", False, False
        self.area = QPlainTextEdit(tabChangesFocus=True)
        set_monospaced(self.area)
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * 4 + 16)
        self.area.textChanged.connect(self._write)
        label = QLabel(self.tr("&Text of the entry:"))
        label.setBuddy(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (
            label,
            with_forwarded_undo(self.area),
            hint(self.tr("The sign 📅 stands for the calendar link, which stays as it is.")),
        ):
            column.addWidget(widget)

    @property
    def unread(self) -> bool:
        """Whether somebody has typed what reads as no entry (yet)."""
        return self._typed and not any(
            entry.span.start == self._span.start for entry in self.owner.entries
        )

    @property
    def read_again(self) -> int:
        """The row of what somebody is typing, now that it reads as an entry; -1 for none."""
        found = [
            row
            for row, entry in enumerate(self.owner.entries)
            if entry.span.start == self._span.start
        ]
        if self._typed and found:
            return found[0]
        return -1

    def begin(self) -> None:
        """Another entry was chosen."""
        self._typed = False
        self.load()

    def load(self) -> None:
        """Show the entry's text; while somebody types here, nothing moves."""
        if self._writing:
            return
        self._typed = False
        entry, text = self.owner.entry_shown, self.owner.session.text
        self.area.setEnabled(entry is not None)
        if entry:
            self._span, self._link = (
                _trimmed(entry.span, text),
                entry.link.of(text) if entry.link else "",
            )
        else:
            self._span, self._link = (Span(0, 0), "")
        shown = self._span.of(text).replace("\r\n", "\n")
        shown = shown.replace(self._link, _SIGN, 1) if self._link else shown
        if typed_text(self.area) != shown:
            self.area.blockSignals(True)
            self.area.setPlainText(shown)
            self.area.blockSignals(False)

    def _write(self) -> None:
        """Half typed, an entry may read as none: so its place in the text is kept here until another is chosen."""
        if self._link:
            new = typed_text(self.area).replace(_SIGN, self._link, 1)
        else:
            new = typed_text(self.area)
        new = new.replace("\n", self.owner.session.form.newline)
        edit = Edit(self._span.start, self._span.end, new)
        shown = self.owner.entry_shown
        label = self.tr("Change {0}").format(first_line(shown.title) if shown else "…")
        self._span = Span(edit.start, edit.start + len(new))
        self._writing = self._typed = True
        try:
            self.owner.put(lambda: [edit], label, merge=f"{self.owner.kind}:{edit.start}")
        finally:
            self._writing = False

    def remove_unread(self) -> bool:
        """Take out what stands in the area, where it reads as no entry; False where it does."""
        if not self.unread:
            return False
        self._typed = False
        text = self.owner.session.text
        end = text.find("\n", self._span.end) + 1 or len(text)
        return self.owner.put(
            lambda: [Edit(self._span.start, end, "")], self.tr("Remove {0}").format("…")
        )


def _only_at(row: int, before: list[EventData], after: list[EventData]) -> bool:
    """Whether nothing else differs: somebody types in that row's form."""
    return (
        len(before) == len(after)
        and before[:row] == after[:row]
        and before[row + 1 :] == after[row + 1 :]
    )


def _trimmed(span: Span, text: str) -> Span:
    """A span without the line ends behind its last line."""
    return replace(span, end=span.start + len(span.of(text).rstrip("\r\n")))
