"""The fields of one entry: every key press is an edit of the text, merged per field.

Law: half-typed values wait. What cannot be written stays in its field, with the reason below it.
"""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.core.events.model import Event, EventData
from editor.core.events.reading import read_event_data
from editor.ui.forms.entry_band import EntryBand
from editor.ui.forms.entry_description import describe_calendar_entry, describe_line
from editor.ui.forms.entry_page import EntryPage
from editor.ui.forms.entry_typing import EntryTyping, strip_notes
from editor.ui.forms.field_spans import FieldSpan, find_field_at
from editor.ui.forms.refusals import Refusals
from editor.ui.forms.web_address import is_address
from editor.ui.widgets.form_parts import (
    form_layout,
    label_for,
    mark_invalid,
    show_text_in,
    typed_text,
    with_forwarded_undo,
)
from editor.ui.widgets.measure import fit_height
from editor.ui.widgets.text_input import TextArea, TextLine
from editor.ui.widgets.time_field import is_complete_time, read_times, set_time_width
from editor.ui.wording.translation import translated


class EntryFields(QWidget):
    """A form for an entry. Subclasses lay out their fields and read them in ``with_field``."""

    def __init__(self, page: EntryPage, title: str) -> None:
        super().__init__()
        self.box = QWidget()
        self.box.setAccessibleName(title)
        self.owner = page
        self._typing = EntryTyping(page, self.with_field)
        self._reason = ""
        """Why the field that is typed into cannot be written."""
        self.title, self.url = TextLine(), TextLine()
        self.url.setPlaceholderText("https://")
        self.notes = TextArea(tabChangesFocus=True)
        fit_height(self.notes, 2)
        self.band = EntryBand()
        self.form: QFormLayout = form_layout()
        self.box.setLayout(self.form)
        self.refusals = Refusals(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    # --- building --------------------------------------------------------------------------------

    def add_line(self, label: str, widget: QWidget) -> None:
        """Add a field with its label."""
        self.form.addRow(label_for(label, widget), with_forwarded_undo(widget))

    def watch(self, line: QLineEdit, field: str, name: str) -> None:
        """Write a field at every key press in its line."""
        line.textEdited.connect(lambda _: self.write(field, name))
        line.editingFinished.connect(self.leave)

    def watch_time(self, line: QLineEdit, name: str) -> None:
        """Write a time: while it is typed only a complete one, on leaving also "9" for 09:00."""
        line.setPlaceholderText(self.tr("HH:MM"))
        set_time_width(line)
        line.setAccessibleName(name)
        line.textEdited.connect(self._on_time_typed)
        line.editingFinished.connect(lambda: self.write_and_leave("when", self.tr("time")))

    def _on_time_typed(self, text: str) -> None:
        if is_complete_time(text):
            self.write("when", self.tr("time"))

    def watch_url(self) -> None:
        """Write the link at every key press."""
        self.url.textEdited.connect(lambda _: self.write("url", self.tr("link")))
        self.url.editingFinished.connect(self._on_url_left)

    def _on_url_left(self) -> None:
        if self.url.text().startswith("www."):
            self.url.setText("https://" + self.url.text())
            self.write("url", self.tr("link"))
        self.leave()

    def watch_notes(self) -> None:
        """Write the notes at every key press."""
        self.notes.textChanged.connect(lambda: self.write("notes", self.tr("notes")))

    # --- problems --------------------------------------------------------------------------------

    def field_spans(self, event: Event) -> list[FieldSpan]:
        """Say which part of an entry's line is typed in which field. Subclasses add theirs."""
        url = event.line_url
        if not url and event.url:
            url = event.url.span
        return [(event.title_span, self.title), (url, self.url)]

    def fields_by_code(self) -> dict[str, QWidget]:
        """Name the fields of checks that are about more than the words they show.

        Returns:
            Fields by the code of a check, or by its first word. Subclasses add theirs.
        """
        return {"link": self.title}

    def field_of(self, diagnostic: Diagnostic) -> QWidget | None:
        """Find the field a problem is corrected in.

        Args:
            diagnostic: A diagnostic of the entry in the form.

        Returns:
            The field of its check, else the narrowest one that holds its words; None for none.
        """
        by_code, code = self.fields_by_code(), diagnostic.code
        if field := by_code.get(code) or by_code.get(code.partition("-")[0]):
            return field
        return find_field_at(diagnostic.span.start, self._spans_shown())

    def _spans_shown(self) -> list[FieldSpan]:
        event = self.owner.entry_shown
        if event is None:
            return []
        return self.field_spans(event)

    def mark(self) -> None:
        """Say what checks have found, and frame the fields it is about."""
        problems: dict[QWidget | None, list[str]] = {field: [] for _, field in self._spans_shown()}
        problems |= {field: [] for field in self.fields_by_code().values()}
        severe: set[QWidget | None] = set()
        shown = [each for each in self.owner.diagnostics_shown() if each.severity != Severity.HINT]
        for diagnostic in shown:
            field = self.field_of(diagnostic)
            problems.setdefault(field, []).append(translated(diagnostic.message))
            if diagnostic.severity == Severity.ERROR:
                severe.add(field)
        if not self._typing.refused_field:
            lines = ["⚠ " + translated(diagnostic.message) for diagnostic in shown]
            self.band.point_out("\n".join(lines), is_mild=not severe)
        for field, messages in problems.items():
            if field is not None and field not in self.refusals.widgets:
                mark_invalid(field, "\n".join(messages), is_mild=field not in severe)

    # --- showing ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the entry that was just selected."""
        self._typing.forget()
        self.refusals.clear_all()
        self.band.begin()
        self.load(tidy=True, switched=True)

    def load(self, *, tidy: bool = False, switched: bool = False) -> None:
        """Show the entry as the text has it.

        Args:
            tidy: Whether to rewrite also what says the same in other words, such as "9" for 09:00.
            switched: Whether it is another entry than the one shown before.
        """
        event = self.owner.entry_shown
        self.setEnabled(event is not None)
        data = EventData("", None)
        if event:
            data = read_event_data(event, self.owner.session.text)
        with QSignalBlocker(self.notes):
            if "title" not in self.refusals:
                show_text_in(self.title, data.title, exactly=tidy)
            if "url" not in self.refusals:
                show_text_in(self.url, data.url, exactly=tidy)
            if "notes" not in self.refusals and strip_notes(typed_text(self.notes)) != data.notes:
                self.notes.setPlainText(data.notes)
        self.show_values(event, data, tidy=tidy, switched=switched)
        self.band.show_result(
            describe_line(event, self.owner.session.text), self._describe_calendar_entry(event)
        )
        self.mark()

    def show_values(
        self, event: Event | None, data: EventData, *, tidy: bool, switched: bool
    ) -> None:
        """Show what the subclass has fields for; the arguments are those of ``load``."""
        raise NotImplementedError

    def _describe_calendar_entry(self, event: Event | None) -> str:
        if event and not event.href:
            return self.missing_entry_text()
        return describe_calendar_entry(event, self.owner.session)

    def missing_entry_text(self) -> str:
        """Say that there is no calendar entry."""
        if not self.owner.session.profile.events.link:
            return self.tr("The lines of this newsletter have none; exported calendars do.")
        return self.tr("None yet; it is written with the next change.")

    # --- editing ---------------------------------------------------------------------------------

    def with_field(self, field: str, old: EventData) -> EventData | str:
        """Read one field of the form. Subclasses read theirs.

        Args:
            field: The field, such as "title" or "when".
            old: The values before.

        Returns:
            The values with that field as the form has it, or a sentence about what it still lacks.
        """
        if field == "title":
            title = self.title.text().strip()
            if title:
                return replace(old, title=title)
            return self.tr("An event needs a title.")
        if field == "url":
            url = self.url.text().strip()
            if not url or is_address(url):
                return replace(old, url=url)
            return self.malformed_address_text()
        return replace(old, notes=strip_notes(typed_text(self.notes)))

    def malformed_address_text(self) -> str:
        """Say how an address is written."""
        return self.tr("A link begins with https:// and holds no blanks.")

    def malformed_time_text(self, *lines: QLineEdit) -> str:
        """Say what is wrong with a time."""
        wrong = next((line.text().strip() for line in lines if not read_times(line)), "")
        return self.tr(
            "“{0}” is no time. Hours go from 0 to 23 and minutes from 0 to 59, as in 19:30."
        ).format(wrong)

    def write(self, field: str, name: str, anchor: date | None = None) -> None:
        """Write what a field says, or point out why that cannot be written (yet).

        Args:
            field: The field, as ``with_field`` knows it.
            name: Its name for the undo step.
            anchor: A day on which a series takes place, where the user has chosen one.
        """
        if self.owner.entry_shown is None:
            return
        refusal = self._typing.write(field, name, anchor)
        if refusal:
            self._reason = refusal
            self.band.point_out("⚠ " + refusal)
        elif self._reason:  # what checks find is marked when nobody types
            self._reason = ""
            self.refusals.clear(field)
            self.mark()

    def write_and_leave(self, field: str, name: str) -> None:
        """Write a field that is chosen, not typed: the undo step ends with it."""
        self.write(field, name)
        self.leave()

    def leave(self) -> None:
        """End the typing: short forms are completed.

        What could not be written stays in its field, and the text is as it was before.
        """
        field = self._typing.refused_field
        if field:
            self.refusals.add(field, self.widget_of(field), self._reason)
        self._typing.leave()
        self.owner.session.pause()
        self.owner.show_now()
        self.load(tidy=True)

    def widget_of(self, field: str) -> QWidget:
        """Name the widget that a field is typed into. Subclasses add theirs.

        Args:
            field: The field, as ``with_field`` knows it.

        Returns:
            The widget.
        """
        return {"title": self.title, "url": self.url}.get(field, self.notes)
