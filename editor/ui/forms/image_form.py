"""The image form: photo, alt text, and the attribution in parts beside the finished line."""

from collections.abc import Sequence
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Change, Session
from editor.app.services.gazetteer_loading import load_sources
from editor.app.services.pending_photos import PHOTO_SUFFIXES
from editor.core.attribution.line import (
    Attribution,
    change_attribution,
    read_attribution,
    write_attribution,
)
from editor.core.attribution.parsing import complete_line, recognize_credit
from editor.core.base.edits import Edit
from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.checks.table import Diagnostic
from editor.core.frontmatter.editing import add_key, insert_item, put_value
from editor.core.frontmatter.reading import Path
from editor.core.issue import naming
from editor.ui.forms.base import Form, form_layout, hint, label_for, with_forwarded_undo, with_hint
from editor.ui.forms.fields import set_completions
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.dialogs.photo_dialog import PhotoDialog, TakenPhoto

_THUMBNAIL = QSize(360, 240)


class ImageForm(Form):
    """The header image of the profile's front matter."""

    source_wanted = Signal(int)
    picture_changed = Signal()
    """The picture is another one, whatever its name."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Image"))
        self.setAcceptDrops(True)
        self.dialog: PhotoDialog | None = None
        self._thumbnail = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._thumbnail.setObjectName("thumbnail")
        self._thumbnail.setFixedSize(_THUMBNAIL)
        self.column.addWidget(self._thumbnail)
        self.photo_button = QPushButton(self.tr("&Choose a photo…"))
        self.photo_hint = hint()
        self.column.addLayout(self._photo_row())
        self.name, self.alt, self.line, self.paste = (
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
        )
        self.paste.setPlaceholderText(self.tr("paste the page of the photo, or an attribution"))
        self.licence = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.licence.addItems(["", *load_sources().licences])
        self.licence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.licence.setMinimumContentsLength(8)
        ignore_wheel_without_focus(self.licence)
        licence = self.licence.lineEdit()
        assert licence is not None
        self.parts = {
            "author": QLineEdit(),
            "author_url": QLineEdit(),
            "platform": QLineEdit(),
            "platform_url": QLineEdit(),
            "photo_url": QLineEdit(),
            "licence": licence,
            "licence_url": QLineEdit(),
            "note": QLineEdit(),
            "own": QLineEdit(),
        }
        self._labels: dict[str, QLabel] = {}
        self._origin_length = 0
        self._replaced = False
        """Whether the photo in the dialog takes the place of another one, whose words are not its."""
        self._waits_as = ""
        """The name under which the photo that is shown waits for its export."""
        self._alt_hint = hint()
        file_group = QGroupBox(self.tr("Picture"))
        layout = form_layout()
        file_group.setLayout(layout)
        self._name_hint = hint()
        self._name_hint.setProperty("problem", True)
        layout.addRow(
            label_for(self.tr("&File name:"), self.name),
            with_hint(with_forwarded_undo(self.name), self._name_hint),
        )
        layout.addRow(
            label_for(self.tr("&Alt text:"), self.alt),
            with_hint(with_forwarded_undo(self.alt), self._alt_hint),
        )
        self.column.addWidget(file_group)
        self.column.addWidget(self._attribution_group())
        self.column.addStretch(1)
        self._connect()

    def _photo_row(self) -> QHBoxLayout:
        row, beside = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self.photo_button, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(
            hint(
                self.tr(
                    "or drop one here: it is cut, scaled and made light, and what it tells about people is taken out."
                )
            )
        )
        beside.addWidget(self.photo_hint)
        row.addLayout(beside, 1)
        return row

    def _attribution_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Attribution"))
        layout = form_layout()
        group.setLayout(layout)
        self._paste_hint = hint()
        layout.addRow(
            label_for(self.tr("&Origin:"), self.paste),
            with_hint(with_forwarded_undo(self.paste), self._paste_hint),
        )
        names = {
            "author": self.tr("Photo by:"),
            "author_url": self.tr("… their page:"),
            "platform": self.tr("Platform:"),
            "platform_url": self.tr("… its address:"),
            "photo_url": self.tr("Page of the photo:"),
            "licence": self.tr("Licence:"),
            "licence_url": self.tr("… its address:"),
            "note": self.tr("Note (such as “edited”):"),
            "own": self.tr("Own photo of:"),
        }
        for key, widget in self.parts.items():
            row = self._row(key)
            self._labels[key] = label_for(names[key], row)
            with_forwarded_undo(widget)
            layout.addRow(self._labels[key], row)
        self._line_hint = hint()
        layout.addRow(
            label_for(self.tr("Finished &line:"), self.line),
            with_hint(with_forwarded_undo(self.line), self._line_hint),
        )
        return group

    def _row(self, key: str) -> QWidget:
        """The widget of a part: the licence is chosen from a list, or typed."""
        if key == "licence":
            return self.licence
        return self.parts[key]

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._on_changed)
        self.photo_button.clicked.connect(self.choose_photo)
        self.paste.textEdited.connect(self._on_origin)
        self.paste.editingFinished.connect(lambda: self._on_pasted(self.paste.text()))
        self.licence.activated.connect(lambda _: self._set_licence(self.licence.currentText()))
        self.name.editingFinished.connect(self._on_renamed)
        self.name.textEdited.connect(
            lambda text: self._set(
                session.profile.image.name, text, self.tr("Image: change the file name")
            )
        )
        self.alt.textEdited.connect(
            lambda text: self._set(
                session.profile.image.alt, text, self.tr("Image: change the alt text")
            )
        )
        self.line.textEdited.connect(
            lambda text: self._set(
                session.profile.image.attribution, text, self.tr("Image: change the attribution")
            )
        )
        for key, widget in self.parts.items():
            widget.textEdited.connect(lambda text, key=key: self._set_part(key, text))
        for widget in (self.name, self.alt, self.line, *self.parts.values()):
            widget.editingFinished.connect(self.session.pause)

    def set_gazetteer(self) -> None:
        """The session knows more: the site's pictures are offered by name."""
        set_completions(self.name, self.session.site.images())

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """What is wrong with the picture, below its name."""
        found = [
            translated(diagnostic.message)
            for diagnostic in diagnostics
            if diagnostic.code.startswith("image-")
            and diagnostic.code not in ("image-alt", "image-name")
        ]
        found = found if not self.session.issue.front.problem else []
        self._name_hint.setText("\n".join(f"⚠ {text}" for text in dict.fromkeys(found)))
        self._name_hint.setVisible(bool(found))

    def go_to(self, code: str) -> None:
        """To the field a check is about."""
        (
            self.alt
            if code == "image-alt"
            else self.paste
            if code in ("image-attribution", "image-licence")
            else self.name
        ).setFocus()

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        issue = self.session.issue
        places = issue.profile.image
        usable = bool(places.name) and issue.front.problem is None
        self.page.setEnabled(usable)
        for widget, path in (
            (self.name, places.name),
            (self.alt, places.alt),
            (self.line, places.attribution),
        ):
            _show(widget, issue.front.text(*path) if path else "")
            widget.setEnabled(bool(path))
        self._alt_hint.setText(
            self.tr(
                "Describes the picture for people who do not see it. {0} characters; up to 125 are read well."
            ).format(len(self.alt.text()))
            if self.alt.text()
            else "⚠ " + self.tr("Missing: say in a sentence what the picture shows.")
        )
        line = issue.front.text(*places.attribution) if places.attribution else ""
        parts = read_attribution(line) if line else Attribution()
        own = bool(parts and (parts.own or parts.noun == "Eigene Aufnahme"))
        for key, widget in self.parts.items():
            _show(widget, getattr(parts, key) if parts else "")
            row = self._row(key)
            visible = (
                parts is not None
                and (own == (key == "own") or not line)
                and (key != "platform_url" or (parts and parts.photo_on == "noun"))
            )
            row.setVisible(bool(visible))
            self._labels[key].setVisible(bool(visible))
        if parts is None:
            known = self.tr("This line is none of the known forms, so it is edited as it is.")
        else:
            known = ""
        self._line_hint.setText(known)
        self._line_hint.setVisible(bool(known))
        self._show_licence(parts)
        self._show_thumbnail()

    def _show_licence(self, parts: Attribution | None) -> None:
        """What the platform says about licences, where the line names none."""
        if parts and not parts.licence and not parts.own:
            platform = load_sources().platform(parts)
        else:
            platform = None
        line = self.licence.lineEdit()
        assert line is not None
        line.setPlaceholderText(platform.licence if platform else "")
        text = ""
        if platform and platform.named:
            text = "⚠ " + self.tr(
                "Photos of {0} have licences of their own: choose this one’s."
            ).format(platform.name)
        elif platform:
            text = self.tr("Photos of {0} come under the “{1}”, which need not be named.").format(
                platform.name, platform.licence
            )
        self._paste_hint.setText(text)
        self._paste_hint.setVisible(bool(text))

    def _show_thumbnail(self) -> None:
        name = self.name.text()
        found = self.session.site
        path = found.image(name) if name else None
        waiting = bool(name and found.pending_photos.path(name))
        self._waits_as = name if waiting else self._waits_as
        self.photo_hint.setText(
            self.tr("This photo waits here; it gets onto the site with “For the site…”.")
            if waiting
            else ""
        )
        self.photo_hint.setVisible(waiting)
        picture = QPixmap()
        if path:
            reader = QImageReader(str(path))
            reader.setAutoTransform(True)
            ratio = self.devicePixelRatioF()
            size = reader.size()
            if size.isValid():
                reader.setScaledSize(
                    size.scaled(_THUMBNAIL * ratio, Qt.AspectRatioMode.KeepAspectRatio)
                )
            picture = QPixmap.fromImage(reader.read())
            picture.setDevicePixelRatio(ratio)
        if picture.isNull():
            missing = self.tr("The picture “{0}” was not found near this file.").format(name)
            self._thumbnail.setText(missing if name else self.tr("No picture is named."))
        else:
            self._thumbnail.setPixmap(picture)

    # --- a new photo -----------------------------------------------------------------------------

    def choose_photo(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a photo"),
            "",
            self.tr("Pictures ({0});;All files (*)").format(kinds),
        )
        if name:
            self.take_photo(File(name))

    def take_photo(self, path: File) -> None:
        """Cut and scale a photo, then make it this page's."""
        from editor.ui.dialogs.photo_dialog import PhotoDialog  # with Pillow

        front, places = self.session.issue.front, self.session.profile.image
        if not places.name or front.problem:
            self.refused.emit(self.tr("This kind of page has no header image."))
            return
        before = read_attribution(front.text(*places.attribution)) if places.attribution else None
        alt = front.text(*places.alt) if places.alt else ""
        self._replaced = self._is_new()
        dialog = self.dialog = PhotoDialog(
            path, places, "" if self._replaced else alt, before, self
        )
        dialog.accepted.connect(lambda: self._use(dialog.taken))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _is_new(self) -> bool:
        """Whether the photo takes the place of another one, whose alt text would not fit."""
        name = self.name.text()
        return bool(name and self.session.site.image(name))

    def _use(self, taken: "TakenPhoto | None") -> None:
        """The picture waits in the album; the page names it. One step for undo."""
        if taken is None:
            return
        places, front = self.session.profile.image, self.session.issue.front
        named = front.text(*places.name)
        if named.lower().endswith((".jpg", ".jpeg")):
            name = named
        else:
            name = naming.issue_names(self.session.issue).image
        try:
            self.session.site.pending_photos.put(name, taken.data)
        except UserFacingError as refusal:
            self.refused.emit(translated(refusal))
            return
        wanted = [
            (places.name, name),
            *((path, name) for path in places.also if front.node(*path) is not None),
        ]
        line = taken.line if taken.line or self._replaced else front.text(*places.attribution)
        wanted += [(places.alt, taken.alt), (places.attribution, line)]
        for path, value in wanted:
            if path:
                self.put(
                    lambda path=path, value=value: self._edits(path, value),  # type: ignore[misc]
                    self.tr("Image: another photo"),
                    merge="image:photo",
                )
        self.session.pause()
        self.refresh()
        self.picture_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _picture(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if path := _picture(event):
            event.acceptProposedAction()
            self.take_photo(path)

    # --- editing ---------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        """Another document: no photo of its waits yet."""
        if change.edits is None:
            self._waits_as = ""

    def _on_renamed(self) -> None:
        """A photo that waits goes with the name of its picture."""
        name = self.name.text()
        if self._waits_as and name and name != self._waits_as:
            try:
                self.session.site.pending_photos.call(self._waits_as, name)
            except UserFacingError as refusal:
                self.refused.emit(translated(refusal))
            self._show_thumbnail()
            self.picture_changed.emit()

    def _on_origin(self, text: str) -> None:
        """What is pasted counts at once, what is typed when the field is left: half an attribution is another one."""
        if abs(len(text) - self._origin_length) > 1:
            self._on_pasted(text)
        self._origin_length = len(text)

    def _on_pasted(self, text: str) -> None:
        """A known form fills all parts; anything else is told, and left."""
        places = self.session.profile.image
        line = self.session.issue.front.text(*places.attribution)
        found = recognize_credit(text, load_sources(), read_attribution(line) if line else None)
        if found is None:
            self._paste_hint.setText(
                "⚠ "
                + self.tr("Neither an attribution nor the page of a photo on a known platform.")
                if text.strip()
                else ""
            )
            self._paste_hint.setVisible(bool(text.strip()))
            return
        self._set(
            places.attribution, complete_line(found), self.tr("Image: change the attribution")
        )
        self.session.pause()

    def _set_licence(self, name: str) -> None:
        """A licence of the list, with its address."""
        self._set_part("licence", name, licence_url=load_sources().licences.get(name, ""))

    def _set(self, path: Path, value: str, label: str) -> None:
        self.put(lambda: self._edits(path, value), label, merge=f"image:{path}")

    def _set_part(self, key: str, text: str, **more: str) -> None:
        image = self.session.profile.image
        line = self.session.issue.front.text(*image.attribution)
        parts = read_attribution(line) if line else Attribution()
        if parts is None:
            return
        new = change_attribution(parts, **{key: text}, **more)
        self._set(
            image.attribution, write_attribution(new), self.tr("Image: change the attribution")
        )

    def _edits(self, path: Path, value: str) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        if front.node(*path) is not None:
            return put_value(text, front, path, value)
        if not value:
            return []
        parent = front.node(*path[:-1])
        if parent is not None and parent.kind == "map":
            name = self.session.profile.image.name
            return add_key(
                text, front, path, value, after=str(name[-1]) if name[:-1] == path[:-1] else None
            )
        if len(path) == 3 and path[1] == 0:
            entry = {str(path[2]): value}
            if front.node(str(path[0])) is None:
                return add_key(text, front, path[:1], [entry])
            return insert_item(text, front, path[:1], 0, entry)
        raise InputRejected(
            translate("core", "The front matter has no “{key}”.").fill(
                key=".".join(map(str, path[:-1]))
            )
        )


def _picture(event: QDropEvent) -> File | None:
    """The photo that is being dropped, if it is one."""
    paths = [File(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in PHOTO_SUFFIXES), None)


def _show(widget: QLineEdit, text: str) -> None:
    if widget.text() != text:
        widget.setText(text)
        if not widget.hasFocus():
            widget.setCursorPosition(0)
