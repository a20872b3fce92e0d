"""A photo on its way to the page: the frame, what comes out of it, its alt text, and who took it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.background import BackgroundTask
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import Attribution, change_attribution
from editor.core.attribution.parsing import complete_line, credit_from_metadata, recognize_credit
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.profiles.profile import ImageSettings as Spec
from editor.ui.forms.base import form_layout, hint, label_for, with_hint
from editor.ui.widgets.crop_frame import CropFrame
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.services.photos import FinishedPhoto, Photo

_PREVIEW = 1400
_PAUSE = 150
"""Milliseconds of quiet in moving the frame before the result is made anew."""
ALT_GOOD = 125
"""Characters of an alt text that screen readers say in one go."""


@dataclass(frozen=True, slots=True)
class TakenPhoto:
    """What the dialog gives: the picture's bytes, its alt text, and the attribution line ("" for as it was)."""

    data: bytes
    alt: str
    line: str


class PhotoDialog(QDialog):
    """Reading and scaling happen aside; the dialog can be closed at any moment."""

    def __init__(
        self,
        path: Path,
        spec: Spec,
        alt: str,
        before: Attribution | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec, self.before, self._path = spec, before, path
        self.photo: Photo | None = None
        self.ready: FinishedPhoto | None = None
        self.taken: TakenPhoto | None = None
        self._opener, self._maker = (
            BackgroundTask(self, "open photo"),
            BackgroundTask(self, "make photo"),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setWindowTitle(self.tr("Photo: {0}").format(path.name))
        self.resize(940, 640)
        self._make_widgets(alt)
        self._lay_out()
        self._connect()
        self._opener.start(lambda _: _opened(path))
        self._settle()

    # --- building --------------------------------------------------------------------------------

    def _make_widgets(self, alt: str) -> None:
        self.bar = MessageBar()
        self.frame_ = CropFrame()
        self.frame_.setAccessibleName(
            self.tr("Frame on the photo: arrow keys move it, + and − resize it")
        )
        self.progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.shown = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.shown.setObjectName("thumbnail")
        self.shown.setFixedSize(300, 212)
        self.before_text, self.after_text = hint(), hint()
        self.alt, self.alt_hint = QLineEdit(alt), hint()
        self.alt.setPlaceholderText(self.tr("what the picture shows, in a sentence"))
        self.origin, self.origin_hint = QLineEdit(), hint()
        self.origin.setPlaceholderText(self.tr("paste the page of the photo, or an attribution"))
        self.from_file = QCheckBox()
        self.from_file.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            self.tr("Use the photo"), QDialogButtonBox.ButtonRole.AcceptRole
        )

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for widget in (
            QLabel(self.tr("On the page:")),
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
            label_for(self.tr("&Alt text:"), self.alt), with_hint(self.alt, self.alt_hint)
        )
        fields.addRow(
            label_for(self.tr("&Origin:"), self.origin), with_hint(self.origin, self.origin_hint)
        )
        fields.addRow("", self.from_file)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addLayout(above, 1)
        column.addWidget(
            hint(
                self.tr(
                    "Drag the frame or its corners. Arrow keys move it, + and − resize it, with Shift in larger steps."
                )
            )
        )
        column.addLayout(fields)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.frame_.changed.connect(self._on_moved)
        self._pause.timeout.connect(self._make)
        self._opener.done.connect(self._on_opened)
        self._opener.failed.connect(self._on_failed)
        self._maker.done.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self.alt.textChanged.connect(lambda _: self._settle())
        self.origin.textChanged.connect(lambda _: self._settle())
        self.from_file.toggled.connect(lambda _: self._settle())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._pause.stop()
        self._opener.close()
        self._maker.close()

    # --- the photo -------------------------------------------------------------------------------

    def _on_opened(self, found: object) -> None:
        from editor.app.services.photos import Photo, largest_box

        assert isinstance(found, tuple)
        self.photo, small = found
        assert isinstance(self.photo, Photo)
        self.frame_.show_photo(small, largest_box(self.photo.size, self.spec))
        self.frame_.setFocus()
        width, height = self.photo.size
        self.before_text.setText(
            self.tr("Before: {0} × {1} pixels, {2}").format(
                width, height, _weight(self.photo.weight)
            )
        )
        if found_in := credit_from_metadata(self.photo.said, load_sources(), self.before):
            self.from_file.setText(self.tr("as the file says: {0}").format(_plain(found_in)))
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
            taken, box, spec = self.photo, self.frame_.box, self.spec
            self._maker.start(lambda stop: make_photo(taken, box, spec, stop))
            self._settle()

    def _on_made(self, ready: object) -> None:
        from editor.app.services.photos import FinishedPhoto

        assert isinstance(ready, FinishedPhoto)
        self.ready = ready
        picture = QPixmap()
        picture.loadFromData(ready.data)
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
        text = self.tr("After: {0} × {1} pixels, {2}, quality {3}").format(
            ready.width, ready.height, _weight(len(ready.data)), ready.quality
        )
        if ready.width < self.spec.width:
            text += "\n⚠ " + self.tr(
                "The page wants {0} pixels in width; a larger frame or photo would be sharper."
            ).format(self.spec.width)
        if len(ready.data) > self.spec.weight * 1024:
            text += "\n⚠ " + self.tr("Heavier than the {0} kB the page allows.").format(
                self.spec.weight
            )
        self.after_text.setText(text)
        self._settle()

    def _on_failed(self, sentence: Message) -> None:
        self.bar.say(translated(sentence), warning=True)
        self._settle()

    # --- words -----------------------------------------------------------------------------------

    @property
    def attribution(self) -> Attribution | None:
        """Who took it, as far as people or the file have said."""
        sources = load_sources()
        if self.photo and self.from_file.isChecked():
            in_file = credit_from_metadata(self.photo.said, sources, self.before)
        else:
            in_file = None
        if pasted := self.origin.text().strip():
            found = recognize_credit(pasted, sources, self.before)
            if found and in_file and not found.author and not found.own:
                return change_attribution(found, author=in_file.author)
            return found
        return in_file

    def _settle(self) -> None:
        self.progress.setVisible(self._opener.busy or self._maker.busy)
        length = len(self.alt.text())
        missing = "⚠ " + self.tr("Missing: say in a sentence what the picture shows.")
        self.alt_hint.setText(
            self.tr("{0} characters; up to {1} are read well.").format(length, ALT_GOOD)
            if length
            else missing
        )
        found = self.attribution
        if self.origin.text().strip() and found is None:
            self.origin_hint.setText(
                "⚠ "
                + self.tr("Neither an attribution nor the page of a photo on a known platform.")
            )
        else:
            self.origin_hint.setText(
                self._lacking(found)
                if found
                else "⚠ "
                + self.tr("Missing: where the photo is from. It can follow on the page “Image”.")
            )
        self.origin_hint.setVisible(bool(self.origin_hint.text()))
        self.use_button.setEnabled(self.ready is not None)

    def _lacking(self, found: Attribution) -> str:
        """The finished line, and what it still needs."""
        platform = load_sources().platform(found)
        notes = [_plain(found)]
        if not found.author and not found.own:
            notes.append(
                "⚠ "
                + self.tr(
                    "The address does not say who took it: write the name on the page “Image”."
                )
            )
        if platform and platform.named and not found.licence:
            notes.append(
                "⚠ "
                + self.tr(
                    "Photos of {0} have licences of their own: choose this one’s on the page “Image”."
                ).format(platform.name)
            )
        return "\n".join(notes)

    def accept(self) -> None:
        """Take what is to be seen."""
        if self.ready is None:
            return
        found = self.attribution
        self.taken = TakenPhoto(
            self.ready.data,
            " ".join(self.alt.text().split()),
            complete_line(found) if found else "",
        )
        super().accept()


def _opened(path: Path) -> "tuple[Photo, QImage]":
    """In the worker's thread: the photo, and a small picture of it for the screen."""
    from editor.app.services.photos import LARGEST_FILE, open_photo

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputRejected(
                translate(
                    "core", "“{name}” is larger than {limit} MB; save it smaller first."
                ).fill(name=path.name, limit=LARGEST_FILE >> 20)
            )
        data = path.read_bytes()
    except OSError as error:
        from editor.app.services.files import describe_failure

        raise InputRejected(describe_failure(error, path)) from None
    found = open_photo(data, path.name)
    small = found.preview(_PREVIEW)
    image = QImage(
        small.tobytes(), small.width, small.height, small.width * 3, QImage.Format.Format_RGB888
    ).copy()
    return found, image


def _weight(count: int) -> str:
    return QLocale().formattedDataSize(
        max(count, 1024),
        1 if count >= 2**20 else 0,
        QLocale.DataSizeFormat.DataSizeTraditionalFormat,
    )


def _plain(found: Attribution) -> str:
    """An attribution in words, without its addresses."""
    bare = dict.fromkeys(("author_url", "platform_url", "photo_url", "licence_url"), "")
    return complete_line(change_attribution(found, **bare))
