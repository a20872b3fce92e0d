"""What is known of a bookmark: its title, the user's note and tags, the words of its post."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from editor.core.inbox.bookmark import Bookmark
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.form_parts import field_label, form_layout, hint, label_for, show_text_in
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.wording.shortening import shorten_words

_LONGEST_SHOWN = 600
"""Letters of a post that are shown."""


class BookmarkFields(QWidget):
    """Shows one bookmark and says what the user has written."""

    changed = Signal(object)
    """The Bookmark with other words."""
    title_wanted = Signal(object)
    """The Bookmark whose page is to be asked for its title."""
    events_wanted = Signal(str)
    """The address of a page with events."""

    def __init__(self) -> None:
        super().__init__()
        self._bookmark: Bookmark | None = None
        self.title, self.note, self.tags = TextLine(), TextLine(), TextLine()
        self.tags.setPlaceholderText(self.tr("open data, energy"))
        self.address, self.text = hint(), hint()
        for line in (self.title, self.note, self.tags):
            forward_undo(line)
            line.editingFinished.connect(self._on_edited)
        self.open_button = text_button(self.tr("&Open the page"), "external-link", "ghost")
        self.title_button = text_button(self.tr("Take its &title"), "type", "ghost")
        self.events_button = text_button(self.tr("Its &events…"), "calendar-plus", "ghost")
        self.open_button.clicked.connect(self._open)
        self.title_button.clicked.connect(lambda: self.title_wanted.emit(self._bookmark))
        self.events_button.clicked.connect(self._ask_events)
        self.pictures_box = QCheckBox(self.tr("Show p&ictures"))
        self.pictures_box.setToolTip(
            self.tr("The page of the row that you choose is then asked for its picture")
        )
        self.picture = PlainLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(field_label(self.tr("Address:")), self.address)
        for label, field in (
            (self.tr("Tit&le:"), self.title),
            (self.tr("&Note:"), self.note),
            (self.tr("Ta&gs:"), self.tags),
        ):
            form.addRow(label_for(label, field), field)
        self._text_label = field_label(self.tr("Post:"))
        form.addRow(self._text_label, self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            flow_row(self.open_button, self.title_button, self.events_button, self.pictures_box)
        )
        row = QHBoxLayout()
        row.addLayout(form, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.show_picture(None)

    def show_bookmark(self, bookmark: Bookmark | None) -> None:
        """Show a bookmark.

        Args:
            bookmark: The bookmark; None for none.
        """
        shown = bookmark or Bookmark("")
        is_same = self._bookmark is not None and shown.key == self._bookmark.key
        self._bookmark = bookmark
        self.setEnabled(bookmark is not None)
        self.address.setText(shorten_words(shown.address, _LONGEST_SHOWN))
        self.text.setText(shorten_words(shown.text, _LONGEST_SHOWN))
        for widget in (self._text_label, self.text):
            widget.setVisible(bool(shown.text))
        for line, text in (
            (self.title, shown.title),
            (self.note, shown.note),
            (self.tags, ", ".join(shown.tags)),
        ):
            if not (is_same and line.isModified()):  # what is being typed stays
                show_text_in(line, text)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the picture of the page beside what is known of it.

        Args:
            picture: The picture; None for none.
        """
        self.picture.setPixmap(picture or QPixmap())
        self.picture.setVisible(picture is not None)
        name = self._bookmark.title if self._bookmark else ""
        self.picture.setAccessibleName(self.tr("Picture of “{0}”").format(name))

    def _on_edited(self) -> None:
        if self._bookmark is None:
            return
        tags = tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip())
        edited = replace(self._bookmark, title=self.title.text(), note=self.note.text(), tags=tags)
        for line in (self.title, self.note, self.tags):
            line.setModified(False)
        if edited != self._bookmark:
            self._bookmark = edited
            self.changed.emit(edited)

    def _open(self) -> None:
        if self._bookmark:
            QDesktopServices.openUrl(QUrl(self._bookmark.address))

    def _ask_events(self) -> None:
        if self._bookmark:
            self.events_wanted.emit(self._bookmark.address)
