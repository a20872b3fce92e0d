"""The image form: photo, file name, alt text, and the attribution."""

from collections.abc import Sequence
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.app.services.pending_photos import PHOTO_SUFFIXES
from editor.core.attribution.line import read_attribution, write_own_photo
from editor.core.base.errors import UserFacingError
from editor.core.checks.diagnostic import Diagnostic
from editor.core.frontmatter.model import Path
from editor.core.issue import naming
from editor.ui.dialogs.incoming_photo import accept_pasted_photos, find_dropped_photo
from editor.ui.forms.attribution_fields import AttributionFields
from editor.ui.forms.base import Form
from editor.ui.forms.image_edits import put_image_value
from editor.ui.forms.thumbnail import Thumbnail
from editor.ui.widgets.completion import set_completions
from editor.ui.widgets.file_choice import PICTURES, choose_file
from editor.ui.widgets.form_parts import (
    form_layout,
    hint,
    label_for,
    show_text_in,
    with_forwarded_undo,
    with_hint,
)
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.alt_text import describe_alt
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.dialogs.photo_dialog import PhotoDialog, TakenPhoto

_CODES_SHOWN_ELSEWHERE = ("image-alt", "image-name")
_CODES_OF_ATTRIBUTION = ("image-attribution", "image-licence")


class ImageForm(Form):
    """The header image of the profile's front matter."""

    source_wanted = Signal(int)
    picture_changed = Signal()
    """The picture is another one, whatever its name."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Header picture"))
        self.setAcceptDrops(True)
        accept_pasted_photos(self, self.take_photo)
        self.dialog: PhotoDialog | None = None
        self._replaces_photo = False
        """Whether the photo in the dialog replaces another one, whose words do not fit it."""
        self._pending_name = ""
        """The name under which the photo that is shown waits for its export; "" for none."""
        self.thumbnail = Thumbnail()
        self.photo_button = QPushButton(self.tr("&Choose a picture…"))
        self.photo_hint, self.name_hint, self._alt_hint = hint(), hint(), hint()
        self.name_hint.setProperty("problem", True)
        self.name, self.alt = TextLine(), TextLine()
        self.attribution = AttributionFields(self._attribution_line)
        self.column.addWidget(self.thumbnail)
        self.column.addLayout(self._photo_row())
        self.column.addWidget(self._file_group())
        self.column.addWidget(self.attribution, 1, Qt.AlignmentFlag.AlignTop)
        self._connect()

    def _photo_row(self) -> QHBoxLayout:
        row, beside = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self.photo_button, 0, Qt.AlignmentFlag.AlignTop)
        explanation = self.tr(
            "or drop one here: it is cut and made smaller; "
            "the place and the data of the camera are removed."
        )
        beside.addWidget(hint(explanation))
        beside.addWidget(self.photo_hint)
        row.addLayout(beside, 1)
        return row

    def _file_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Picture"))
        layout = form_layout()
        group.setLayout(layout)
        layout.addRow(
            label_for(self.tr("&File name:"), self.name),
            with_hint(with_forwarded_undo(self.name), self.name_hint),
        )
        layout.addRow(
            label_for(self.tr("Description (&alt text):"), self.alt),
            with_hint(with_forwarded_undo(self.alt), self._alt_hint),
        )
        return group

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._on_changed)
        self.photo_button.clicked.connect(self.choose_photo)
        self.name.editingFinished.connect(self._on_renamed)
        self.name.textEdited.connect(self._on_name_edited)
        self.alt.textEdited.connect(self._on_alt_edited)
        self.attribution.edited.connect(self._on_attribution_edited)
        for left in (self.attribution.left, self.name.editingFinished, self.alt.editingFinished):
            left.connect(session.pause)

    def set_gazetteer(self) -> None:
        """Offer the names of the site's pictures."""
        set_completions(self.name, self.session.site.images())

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show what is wrong with the picture below its name, or with its attribution there."""
        lines: dict[bool, dict[str, None]] = {True: {}, False: {}}
        if not self.session.issue.front.obstacle:
            for diagnostic in diagnostics:
                code = diagnostic.code
                if code.startswith("image-") and code not in _CODES_SHOWN_ELSEWHERE:
                    words = f"⚠ {translated(diagnostic.message)}"
                    lines[code in _CODES_OF_ATTRIBUTION][words] = None
        self.attribution.show_problems("\n".join(lines[True]))
        self.name_hint.setText("\n".join(lines[False]))
        self.name_hint.setVisible(bool(lines[False]))

    def go_to(self, code: str) -> None:
        """Put the caret into the field a check is about.

        Args:
            code: The code of the check.
        """
        fields: dict[str, QWidget] = dict.fromkeys(_CODES_OF_ATTRIBUTION, self.attribution.paste)
        fields["image-alt"] = self.alt
        fields.get(code, self.name).setFocus()

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        front, places = self.session.issue.front, self.session.issue.profile.image
        self.page.setEnabled(bool(places.name) and front.obstacle is None)
        for widget, path in ((self.name, places.name), (self.alt, places.alt)):
            show_text_in(widget, self._read_value(path))
            widget.setEnabled(bool(path))
        self.attribution.line.setEnabled(bool(places.attribution))
        self._alt_hint.setText(describe_alt(self.alt.text()))
        line = self._read_value(places.attribution)
        self.attribution.show_line(line, self._own_words)
        self._show_thumbnail()

    def _read_value(self, path: Path) -> str:
        """The text of a value; "" where it is missing, or the profile has no place for it."""
        if path:
            return self.session.issue.front.text(*path)
        return ""

    def _attribution_line(self) -> str:
        return self._read_value(self.session.profile.image.attribution)

    @property
    def _own_words(self) -> str:
        """The attribution of a picture that the author took."""
        session = self.session
        return write_own_photo(session.profile.language, session.issue.front.text("author"))

    def _show_thumbnail(self) -> None:
        name, site = self.name.text(), self.session.site
        path, pending_text = None, ""
        missing = self.tr("No picture is named.")
        if name:
            path = site.image(name)
            missing = self.tr("“{0}” is not there yet.").format(name)
            if site.pending_photos.path(name):
                self._pending_name = name
                pending_text = self.tr(
                    "This picture waits here; it gets onto the site when you publish."
                )
        self.photo_hint.setText(pending_text)
        self.photo_hint.setVisible(bool(pending_text))
        self.thumbnail.show_picture(path, missing)

    # --- a new photo -----------------------------------------------------------------------------

    def choose_photo(self) -> None:
        """Let the user choose the file of a photo, and take it."""
        kinds = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        filters = self.tr("Pictures ({0});;All files (*)").format(kinds)
        name = choose_file(self, self.tr("Choose a picture"), filters, PICTURES)
        if name:
            self.take_photo(File(name))

    def take_photo(self, path: File) -> None:
        """Open the dialog that cuts and scales a photo; then it becomes the page's.

        Args:
            path: The file of the photo.
        """
        from editor.ui.dialogs.photo_dialog import PhotoDialog  # loads Pillow

        places = self.session.profile.image
        if not places.name or self.session.issue.front.obstacle:
            self.refused.emit(self.tr("This kind of page has no header picture."))
            return
        before = read_attribution(self._attribution_line()) if places.attribution else None
        name = self.name.text()
        self._replaces_photo = bool(name and self.session.site.image(name))
        alt = "" if self._replaces_photo else self._read_value(places.alt)
        dialog = self.dialog = PhotoDialog(
            path, places, alt, before, self, own_words=self._own_words
        )
        dialog.accepted.connect(lambda: self._use_photo(dialog.taken))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_photo(self, photo: "TakenPhoto | None") -> None:
        """Let the picture wait for its export, and name it in the page: one step for undo."""
        if photo is None:
            return
        places, front = self.session.profile.image, self.session.issue.front
        name = front.text(*places.name)
        if not name.lower().endswith((".jpg", ".jpeg")):
            name = naming.issue_names(self.session.issue).image
        try:
            self.session.site.pending_photos.put(name, photo.data)
        except UserFacingError as refusal:
            self.refused.emit(translated(refusal))
            return
        line = photo.line
        if not line and not self._replaces_photo:
            line = front.text(*places.attribution)
        other_names = [path for path in places.also if front.node(*path) is not None]
        values = [(path, name) for path in (places.name, *other_names)]
        for path, value in (*values, (places.alt, photo.alt), (places.attribution, line)):
            if path:
                self._put_value(path, value, self.tr("Header picture: another one"), "image:photo")
        self.session.pause()
        self.refresh()
        self.picture_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if find_dropped_photo(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if path := find_dropped_photo(event):
            event.acceptProposedAction()
            self.take_photo(path)

    # --- editing ---------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:  # another document: no photo of it waits yet
            self._pending_name = ""

    def _on_renamed(self) -> None:
        """Let a photo that waits have the new name of its picture too."""
        name = self.name.text()
        if self._pending_name and name and name != self._pending_name:
            try:
                self.session.site.pending_photos.add_name(self._pending_name, name)
            except UserFacingError as refusal:
                self.refused.emit(translated(refusal))
            self._show_thumbnail()
            self.picture_changed.emit()

    def _on_name_edited(self, name: str) -> None:
        path = self.session.profile.image.name
        self._put_value(path, name, self.tr("Header picture: change the file name"))

    def _on_alt_edited(self, alt: str) -> None:
        path = self.session.profile.image.alt
        self._put_value(path, alt, self.tr("Header picture: change the alt text"))

    def _on_attribution_edited(self, line: str) -> None:
        path = self.session.profile.image.attribution
        self._put_value(path, line, self.tr("Header picture: change the attribution"))

    def _put_value(self, path: Path, value: str, label: str, merge: str = "") -> None:
        """Write a value; typing into the same one again belongs to the same undo step."""
        session = self.session
        name_path = session.profile.image.name
        self.put(
            lambda: put_image_value(
                session.text, session.issue.front, path, value, name_path=name_path
            ),
            label,
            merge=merge or f"image:{path}",
        )
