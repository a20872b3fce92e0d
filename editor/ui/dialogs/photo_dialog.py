"""The photo dialog: the frame, the picture it gives, its alt text, and who took it."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.background import BackgroundTask
from editor.core.attribution.line import Attribution
from editor.core.attribution.parsing import complete_line
from editor.core.attribution.photo_metadata import PhotoMetadata
from editor.core.base.messages import Message
from editor.core.profiles.profile import ImageSettings
from editor.ui.dialogs.photo_file import format_weight, load_photo
from editor.ui.dialogs.photo_origin import describe_attribution, find_attribution, write_plain_line
from editor.ui.widgets.crop_frame import CropFrame
from editor.ui.widgets.form_parts import form_layout, hint, label_for, with_hint
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.origin_field import OriginField
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.alt_text import describe_alt
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.services.photos import FinishedPhoto, Photo

_PAUSE = 150
"""Milliseconds after the last move of the frame before the result is made anew."""


class TakenPhoto(Struct, frozen=True):
    """What the dialog gives: the picture's bytes, alt text, and attribution line ("" for none)."""

    data: bytes
    alt: str
    line: str


class PhotoDialog(QDialog):
    """Asks for the frame, the alt text and the origin of a photo.

    Reading and scaling happen in threads; the dialog can be closed at any moment. Once it is
    accepted, ``taken`` has the result.
    """

    def __init__(
        self,
        path: Path,
        spec: ImageSettings,
        alt: str,
        before: Attribution | None,
        parent: QWidget | None = None,
        *,
        keeps_shape: bool = False,
        own_words: str = "",
    ) -> None:
        """Show the dialog's fields and begin to read the photo.

        Args:
            path: The photo's file.
            spec: The size and weight the page wants.
            alt: The alt text to start from.
            before: The attribution of the photo before, whose markup stays; None for none.
            parent: The widget the dialog belongs to.
            keeps_shape: Whether it stays as high as it is for its width, whatever the page wants.
            own_words: The attribution of a picture of the user's own; "" where it wants none.
        """
        super().__init__(parent)
        self.spec, self.before, self._keeps_shape = spec, before, keeps_shape
        self.photo: Photo | None = None
        self.ready: FinishedPhoto | None = None
        self.taken: TakenPhoto | None = None
        self._opener = BackgroundTask(self, "open photo")
        self._maker = BackgroundTask(self, "make photo")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setWindowTitle(self.tr("Picture: {0}").format(path.name))
        fit_to_screen(self, 940, 640)
        self._make_widgets(alt, own_words)
        self._lay_out()
        self._connect()
        self._opener.start(lambda _: load_photo(path))
        self._settle()

    # --- building --------------------------------------------------------------------------------

    def _make_widgets(self, alt: str, own_words: str) -> None:
        self.bar = MessageBar()
        self.frame_ = CropFrame()
        self.frame_.setAccessibleName(
            self.tr("Frame on the picture: arrow keys move it, + and − resize it")
        )
        self.progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.shown = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, objectName="thumbnail")
        self.shown.setFixedSize(300, 212)
        self.before_text, self.after_text = hint(), hint()
        self.alt, self.alt_hint = TextLine(alt), hint()
        self.alt.setPlaceholderText(self.tr("what the picture shows, in a sentence"))
        self.origin_field = OriginField(own_words)
        self.origin = self.origin_field.line
        self.from_file = QCheckBox()
        self.from_file.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            self.tr("Use the picture"), QDialogButtonBox.ButtonRole.AcceptRole
        )

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for widget in (
            PlainLabel(self.tr("On the page:")),
            self.shown,
            self.after_text,
            self.before_text,
        ):
            side.addWidget(widget)
        side.addStretch(1)
        above = QHBoxLayout()
        above.addWidget(self.frame_, 1)
        above.addLayout(side)
        fields = form_layout()
        fields.addRow(
            label_for(self.tr("Description (&alt text):"), self.alt),
            with_hint(self.alt, self.alt_hint),
        )
        fields.addRow(label_for(self.tr("&Origin:"), self.origin), self.origin_field)
        fields.addRow("", self.from_file)
        column = scrolling_column(self, self.buttons)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addLayout(above, 1)
        column.addWidget(
            hint(
                self.tr(
                    "Drag the frame or its corners. Arrow keys move it, + and − resize it, "
                    "with Shift in larger steps."
                )
            )
        )
        column.addLayout(fields)

    def _connect(self) -> None:
        self.frame_.changed.connect(self._on_moved)
        self._pause.timeout.connect(self._make)
        self._opener.done.connect(self._on_opened)
        self._opener.failed.connect(self._on_failed)
        self._maker.done.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self.origin_field.own_chosen.connect(self.origin.setText)
        for field in (self.alt, self.origin):
            field.textChanged.connect(lambda _: self._settle())
        self.from_file.toggled.connect(lambda _: self._settle())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._pause.stop()
        self._opener.close()
        self._maker.close()

    # --- the photo -------------------------------------------------------------------------------

    def _on_opened(self, opened: object) -> None:
        from editor.app.services.photos import Photo, keep_shape, largest_box

        assert isinstance(opened, tuple)
        self.photo, small = opened
        assert isinstance(self.photo, Photo)
        if self._keeps_shape:
            self.spec = keep_shape(self.photo.size, self.spec)
        self.frame_.show_photo(small, largest_box(self.photo.size, self.spec))
        self.frame_.setFocus()
        width, height = self.photo.size
        self.before_text.setText(
            self.tr("Before: {0} × {1} pixels, {2}").format(
                width, height, format_weight(self.photo.weight)
            )
        )
        attribution = find_attribution(self.photo.metadata, "", self.before)
        if attribution:
            self.from_file.setText(
                self.tr("as the file says: {0}").format(write_plain_line(attribution))
            )
            self.from_file.setChecked(True)
            self.from_file.show()
        self._make()

    def _on_moved(self) -> None:
        self.ready = None
        self._pause.start()
        self._settle()

    def _make(self) -> None:
        from editor.app.services.photos import make_photo

        if self.photo:
            photo, box, spec = self.photo, self.frame_.box, self.spec
            self._maker.start(lambda stop: make_photo(photo, box, spec, stop))
            self._settle()

    def _on_made(self, ready: object) -> None:
        from editor.app.services.photos import FinishedPhoto

        assert isinstance(ready, FinishedPhoto)
        self.ready = ready
        self._show_picture(ready.data)
        self.after_text.setText(self._describe_result(ready))
        self._settle()

    def _show_picture(self, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        ratio = self.devicePixelRatioF()
        size = self.shown.size() * ratio
        picture = picture.scaled(
            size.width() - 16,
            size.height() - 16,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(ratio)
        self.shown.setPixmap(picture)

    def _describe_result(self, ready: "FinishedPhoto") -> str:
        """Describe what the page gets, and where it is not as the page wants it."""
        text = self.tr("After: {0} × {1} pixels, {2}, quality {3}").format(
            ready.width, ready.height, format_weight(len(ready.data)), ready.quality
        )
        if ready.width < self.spec.width:
            text += "\n⚠ " + self.tr(
                "The page wants {0} pixels in width; a larger frame or picture would be sharper."
            ).format(self.spec.width)
        if len(ready.data) > self.spec.weight * 1024:
            text += "\n⚠ " + self.tr("Heavier than the {0} kB the page allows.").format(
                self.spec.weight
            )
        return text

    def _on_failed(self, message: Message) -> None:
        self.bar.say(translated(message), warning=True)
        self._settle()

    # --- words -----------------------------------------------------------------------------------

    @property
    def attribution(self) -> Attribution | None:
        """Who took the photo, as far as the user or the file has said."""
        metadata: PhotoMetadata | None = None
        if self.photo and self.from_file.isChecked():
            metadata = self.photo.metadata
        return find_attribution(metadata, self.origin.text().strip(), self.before)

    def _settle(self) -> None:
        """Bring the hints and the button in line with what is there."""
        self.progress.setVisible(self._opener.busy or self._maker.busy)
        self.alt_hint.setText(describe_alt(self.alt.text()))
        self.origin_field.say(self._describe_origin(), is_known=self.attribution is not None)
        self.use_button.setEnabled(self.ready is not None)

    def _describe_origin(self) -> str:
        attribution = self.attribution
        if attribution:
            return describe_attribution(attribution)
        if self.origin.text().strip():
            return "⚠ " + self.tr(
                "Written as it stands: it names no known platform. "
                "Does it say who made the picture?"
            )
        return "⚠ " + self.tr("Missing: where the picture is from. It can be added later.")

    def accept(self) -> None:
        """Take the picture as it is shown."""
        if self.ready is None:
            return
        # what nobody understands is taken as it stands: it is the user's
        line, attribution = " ".join(self.origin.text().split()), self.attribution
        if attribution:
            line = complete_line(attribution)
        self.taken = TakenPhoto(self.ready.data, " ".join(self.alt.text().split()), line)
        super().accept()
