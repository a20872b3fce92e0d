"""The text of an entry as it stands, for what the fields do not show."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.core.base.edits import Edit, Span, apply
from editor.core.events.model import Event
from editor.ui.forms.entry_page import EntryPage
from editor.ui.widgets.form_parts import hint, set_monospaced, typed_text, with_forwarded_undo
from editor.ui.widgets.measure import fit_height
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextArea
from editor.ui.wording.shortening import shorten_words

_SIGN = "📅"
"""Stands for the calendar link of the entry."""
_NO_SPAN = Span(0, 0)


class RawText(QWidget):
    """A plain text area below the fields.

    Half typed, a text may not read as an entry: so its place in the text is kept here until another
    entry is selected.
    """

    def __init__(self, page: EntryPage) -> None:
        super().__init__()
        self.owner = page
        self._span = _NO_SPAN
        """Where the text in the area stands in the text of the issue."""
        self._link = ""
        """The calendar link that the sign stands for; "" for none."""
        self._is_typed = False
        """Whether the user has typed here since the entry was shown."""
        self._text_typed = ""
        """The document as the last key here made it: while it is that, the area is left alone."""
        self.area = TextArea(tabChangesFocus=True)
        set_monospaced(self.area)
        fit_height(self.area, 4)
        self.area.textChanged.connect(self._write)
        label = PlainLabel(self.tr("&Text of the entry:"))
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
        """Whether the user has typed something that does not read as an entry (yet)."""
        return self._is_typed and self._find_row() < 0

    @property
    def typed_row(self) -> int:
        """The row of the entry that the user types here; -1 for none."""
        if self._is_typed:
            return self._find_row()
        return -1

    def _find_row(self) -> int:
        for row, entry in enumerate(self.owner.entries):
            if entry.span.start == self._span.start:
                return row
        return -1

    def begin(self) -> None:
        """Show the entry that was just selected."""
        self._is_typed = False
        self.load()

    def load(self) -> None:
        """Show the entry's text; while the user types here, nothing moves."""
        if self._is_typed and self._text_typed == self.owner.session.text:
            return
        self._is_typed = False
        entry = self.owner.entry_shown
        self.area.setEnabled(entry is not None)
        self._span, self._link, shown = _NO_SPAN, "", ""
        if entry:
            shown = self._take_entry(entry, self.owner.session.text)
        if typed_text(self.area) != shown:
            with QSignalBlocker(self.area):
                self.area.setPlainText(shown)

    def _take_entry(self, entry: Event, text: str) -> str:
        """Remember the place and the link of an entry, and return its text with the sign."""
        self._span = _without_line_ends(entry.span, text)
        shown = self._span.of(text).replace("\r\n", "\n")
        if entry.link:
            self._link = entry.link.of(text)
        if self._link:
            shown = shown.replace(self._link, _SIGN, 1)
        return shown

    def _write(self) -> None:
        new = typed_text(self.area)
        if self._link:
            new = new.replace(_SIGN, self._link, 1)
        new = new.replace("\n", self.owner.session.form.newline)
        edit = Edit(self._span.start, self._span.end, new)
        event = self.owner.entry_shown
        title = shorten_words(event.title) if event else "…"
        self._span = Span(edit.start, edit.start + len(new))
        self._is_typed = True
        self._text_typed = apply(self.owner.session.text, [edit])
        self.owner.put(
            lambda: [edit],
            self.tr("Change {0}").format(title),
            merge=f"{self.owner.kind}:{edit.start}",
        )

    def remove_unread(self) -> bool:
        """Take out what stands in the area, if it does not read as an entry.

        Returns:
            Whether it was taken out; False where it reads as an entry.
        """
        if not self.unread:
            return False
        self._is_typed = False
        text = self.owner.session.text
        end = text.find("\n", self._span.end) + 1 or len(text)
        return self.owner.put(
            lambda: [Edit(self._span.start, end, "")], self.tr("Remove {0}").format("…")
        )


def _without_line_ends(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip("\r\n")))
