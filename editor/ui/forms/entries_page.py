"""The pages of events, meetings and deadlines: a table, below it the form of the selected entry."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal

from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.checks.diagnostic import Diagnostic
from editor.core.events.edit_context import EditContext
from editor.core.events.insertion import add_entries
from editor.core.events.lists import (
    duplicate_entry,
    make_deadlines,
    move_entries,
    order_entries,
    remove_entries,
)
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.ui.forms.base import Form
from editor.ui.forms.deadline_fields import DeadlineFields
from editor.ui.forms.entry_diagnostics import EntryDiagnostics
from editor.ui.forms.entry_fields import EntryFields
from editor.ui.forms.entry_list import EntryList
from editor.ui.forms.entry_rows import follow_entry
from editor.ui.forms.entry_split import EntrySplit
from editor.ui.forms.entry_table import entries_of
from editor.ui.forms.entry_words import make_empty_state, name_adding, name_entries
from editor.ui.forms.event_fields import EventFields
from editor.ui.forms.gathering_fields import GatheringFields
from editor.ui.forms.meeting_fields import MeetingFields
from editor.ui.forms.new_entry import find_new_day, make_entry, name_entry
from editor.ui.forms.raw_text import RawText
from editor.ui.wording.shortening import shorten_words
from editor.ui.wording.translation import translated

_MARK_DELAY = 200
"""Milliseconds without a change before the rows are marked again."""
_FIELDS: dict[str, Callable[["EntriesPage"], EntryFields]] = {
    EntryKind.EVENT: EventFields,
    EntryKind.MEETING: MeetingFields,
    EntryKind.DEADLINE: DeadlineFields,
}


class EntriesPage(Form):
    """The entries of one kind."""

    looked_at = Signal(int)
    """The position in the text of the entry that was selected."""
    import_wanted = Signal()
    text_dropped = Signal(str)
    """Entries of another window were dropped, as Markdown."""

    def __init__(self, session: Session, kind: EntryKind) -> None:
        super().__init__(session, name_entries(kind))
        self.kind = kind
        self.listing = EntryList(kind, name_entries(kind))
        self.fields = _FIELDS[kind](self)
        self.fields.refusals.changed.connect(self.unwritten_changed)
        self.raw = RawText(self) if kind != EntryKind.EVENT else None
        self._lines: list[str] = []  # of the entries, when they were shown last
        self._listed: tuple[Issue | None, tuple[Event, ...]] = (None, ())
        self._row_in_fields = -1
        self._is_refreshing = False
        self._diagnostics = EntryDiagnostics(session)
        self._mark_timer = QTimer(self, singleShot=True, interval=_MARK_DELAY)
        self._mark_timer.timeout.connect(self._mark_rows)
        self._lay_out()
        self.listing.current_changed.connect(self._on_row_changed)
        self.listing.acted.connect(self._on_act)
        self.listing.dropped.connect(self._on_dropped)
        self.listing.text_dropped.connect(self.text_dropped)

    def _lay_out(self) -> None:
        self.split = EntrySplit(
            self.listing, self.listing.acts_row, self.fields.band, self.fields, self.raw
        )
        self.empty = make_empty_state(self.kind)
        self.empty.wanted.connect(self.add_entry)
        self.empty.other_wanted.connect(self.import_wanted)
        for part in (self.split, self.empty):
            self.column.addWidget(part, 1)
        self.empty.hide()
        margin = self.column.contentsMargins().bottom()
        self.room_changed.connect(lambda height: self.split.fit(height - self.split.y() - margin))

    @property
    def entries(self) -> tuple[Event, ...]:
        """The entries of this page's kind, in the order of the text."""
        issue = self.session.issue
        if self._listed[0] is not issue:
            self._listed = (issue, entries_of(issue, self.kind))
        return self._listed[1]

    @property
    def entry_shown(self) -> Event | None:
        """The entry in the form; None for none."""
        if self.raw and self.raw.unread:
            return None  # the text area holds what is not an entry, and the form shows no other
        row, entries = self.listing.row, self.entries
        return entries[row] if 0 <= row < len(entries) else None

    @property
    def chosen(self) -> list[Event]:
        """The selected entries, in the order of the text."""
        self.show_now()
        return self.listing.chosen

    @property
    def has_unwritten(self) -> bool:
        return bool(self.fields.refusals.widgets)

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        row, before, self._is_refreshing = self.listing.row, self._lines, True
        self.listing.show_issue(self.session.issue)
        self._lines = [event.span.of(self.session.text) for event in self.entries]
        is_empty = not self.entries and not (self.raw and self.raw.unread)
        self.split.setHidden(is_empty)
        self.empty.setVisible(is_empty)
        self._keep_selection(row, before)
        self._is_refreshing = False
        if self.raw:
            self.raw.load()
        self.fields.load(switched=self._row_in_fields != self.listing.row)
        self._row_in_fields = self.listing.row
        self._mark_timer.start()

    def _keep_selection(self, row: int, before: list[str]) -> None:
        """Leave the selection with its entry, not with its row."""
        new_row = follow_entry(row, before, self._lines)
        if new_row >= 0:
            self.listing.select(new_row)
        if self.raw and (typed_row := self.raw.typed_row) >= 0:
            self.listing.select(typed_row)

    def set_gazetteer(self) -> None:
        if isinstance(self.fields, GatheringFields):
            self.fields.set_gazetteer(self.session.gazetteer)
        self._mark_timer.start()

    def select(self, *rows: int) -> None:
        """Select entries.

        Args:
            *rows: Their indices in ``entries``; the first one is shown in the form.
        """
        if rows and rows[0] < len(self.entries):
            self.listing.select(*rows)

    def _on_row_changed(self) -> None:
        self.session.pause()
        if self.raw and not self._is_refreshing:  # or what is half typed would be gone
            self.raw.begin()
        self.fields.begin()
        self.split.show_top()
        self._row_in_fields = self.listing.row
        if self.entry_shown and self.isVisible():
            self.looked_at.emit(self.entry_shown.span.start)

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        self._diagnostics.hand_in(diagnostics)
        self._mark_rows()
        if self.isVisible():
            self.fields.mark()

    def diagnostics_shown(self) -> list[Diagnostic]:
        """Collect what is wrong with the entry in the form."""
        event = self.entry_shown
        if event is None:
            return []
        return self._diagnostics.of_entry(event)

    def _mark_rows(self) -> None:
        """Put a sign and a tooltip at every row with a problem."""
        if not self.isVisible():
            return
        by_row = self._diagnostics.by_row(self.entries)
        self.listing.model.mark(
            {
                row: [translated(diagnostic.message) for diagnostic in diagnostics]
                for row, diagnostics in by_row.items()
            }
        )

    # --- whole entries ---------------------------------------------------------------------------

    def _on_act(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "add": self.add_entry,
            "import": self.import_wanted.emit,
            "remove": self.remove_entries,
            "duplicate": self.duplicate_entry,
            "up": lambda: self.move_entries(-1),
            "down": lambda: self.move_entries(1),
            "order": self.order_entries,
            "deadline": self.make_deadlines,
            "edit": self.fields.title.setFocus,
        }
        acts[act]()

    def add_entry(self) -> None:
        """Add an entry, ready to be filled in."""
        profile = self.session.profile
        title = name_entry(self.kind, profile.language, {event.title for event in self.entries})
        shown = self.entry_shown
        near = shown.when.start if shown and shown.when and self.kind != EntryKind.MEETING else None
        day = find_new_day(near, self.session.issue.day)
        data = make_entry(self.kind, title, day, profile)
        label = name_adding(self.kind)
        if self.put_entries(lambda context: add_entries(context, [data], beside=shown), label):
            self.follow()
            self.select([event.title for event in self.entries].index(title))
            self.fields.title.setFocus()
            self.fields.title.selectAll()

    def remove_entries(self) -> None:
        """Remove the selected entries, or what is half typed as text."""
        if self.raw and self.raw.remove_unread():
            return
        selected = self.chosen
        if not selected:
            return
        row = self.entries.index(selected[0])
        done = self._put_all(
            lambda context: remove_entries(context, *selected), self.tr("remove"), selected
        )
        if done and self.entries:
            self.select(min(row, len(self.entries) - 1))

    def duplicate_entry(self) -> None:
        """Put a copy behind the entry in the form, and select it."""
        shown, row = self.entry_shown, self.listing.row
        if shown and self._put_all(
            lambda context: duplicate_entry(context, shown), self.tr("double"), [shown]
        ):
            self.select(row + 1)

    def make_deadlines(self) -> None:
        """Turn the selected events into deadlines."""
        selected = self.chosen
        if selected:
            self._put_all(
                lambda context: make_deadlines(context, *selected),
                self.tr("make a deadline"),
                selected,
            )

    def order_entries(self) -> None:
        """Put all entries in the order of their days; the selection stays with its entry."""
        if self.put_entries(
            lambda context: order_entries(context, self.kind), self.tr("Order by date")
        ):
            self.follow()

    def move_entries(self, by: int) -> None:
        """Move the selected entries.

        Args:
            by: -1 for one place up, 1 for one place down.
        """
        rows = [self.entries.index(event) for event in self.chosen]
        if rows and rows[0] + by >= 0 and rows[-1] + by < len(self.entries):
            target = rows[0] - 1 if by < 0 else rows[-1] + 2
            self._move(rows, target)

    def _on_dropped(self, rows: list[int], target: int) -> None:
        # not while the view is still dragging
        QTimer.singleShot(0, lambda: self._move(rows, target))

    def _move(self, rows: list[int], target: int) -> None:
        """Move rows to before another row, or behind the last one."""
        self.show_now()
        moved = [self.entries[row] for row in rows]
        rest = [event for event in self.entries if event not in moved]
        if not rest:
            return
        new_row = sum(row < target and row not in rows for row in range(len(self.entries)))
        is_last = new_row >= len(rest)
        neighbor = rest[-1] if is_last else rest[new_row]
        if self._put_all(
            lambda context: move_entries(context, moved, neighbor, behind=is_last),
            self.tr("move"),
            moved,
        ):
            self.select(*range(new_row, new_row + len(rows)))

    def _put_all(
        self, make: Callable[[EditContext], list[Edit]], act: str, entries: list[Event]
    ) -> bool:
        name = self.tr("%n entries", "", len(entries))
        if len(entries) == 1:
            name = shorten_words(entries[0].title)
        done = self.put_entries(make, f"{name}: {act}")
        if done:
            self.follow()
        return done
