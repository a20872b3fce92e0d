"""The image form: file, alt text, and the attribution in parts beside the finished line."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QGroupBox, QLabel, QLineEdit

from editor.app.session import Session
from editor.core import frontedits, images
from editor.core.frontmatter import Path
from editor.core.images import Attribution
from editor.core.text import Edit, Refused, translate
from editor.ui.forms.base import Form, finished, form_layout, hint, label_for, with_hint

_THUMBNAIL = QSize(360, 240)


class ImageForm(Form):
    """The header image of the profile's front matter."""

    source_wanted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Image"))
        self._thumbnail = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._thumbnail.setObjectName("thumbnail")
        self._thumbnail.setFixedSize(_THUMBNAIL)
        self.column.addWidget(self._thumbnail)
        self.name, self.alt, self.line = QLineEdit(), QLineEdit(), QLineEdit()
        self.parts = {
            "author": QLineEdit(),
            "author_url": QLineEdit(),
            "platform": QLineEdit(),
            "platform_url": QLineEdit(),
            "photo_url": QLineEdit(),
            "licence": QLineEdit(),
            "licence_url": QLineEdit(),
            "note": QLineEdit(),
            "own": QLineEdit(),
        }
        self._labels: dict[str, QLabel] = {}
        self._alt_hint = hint()
        file_group = QGroupBox(self.tr("Picture"))
        layout = form_layout()
        file_group.setLayout(layout)
        layout.addRow(label_for(self.tr("&File name:"), self.name), finished(self.name))
        layout.addRow(label_for(self.tr("&Alt text:"), self.alt), with_hint(finished(self.alt), self._alt_hint))
        self.column.addWidget(file_group)
        self.column.addWidget(self._attribution_group())
        self.column.addStretch(1)
        self._connect()

    def _attribution_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Attribution"))
        layout = form_layout()
        group.setLayout(layout)
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
            self._labels[key] = label_for(names[key], widget)
            layout.addRow(self._labels[key], finished(widget))
        self._line_hint = hint()
        layout.addRow(label_for(self.tr("Finished &line:"), self.line), with_hint(finished(self.line), self._line_hint))
        return group

    def _connect(self) -> None:
        session = self.session
        self.name.textEdited.connect(lambda text: self._set(session.profile.image.name, text, self.tr("Image: change the file name")))
        self.alt.textEdited.connect(lambda text: self._set(session.profile.image.alt, text, self.tr("Image: change the alt text")))
        self.line.textEdited.connect(lambda text: self._set(session.profile.image.attribution, text, self.tr("Image: change the attribution")))
        for key, widget in self.parts.items():
            widget.textEdited.connect(lambda text, key=key: self._set_part(key, text))
        for widget in (self.name, self.alt, self.line, *self.parts.values()):
            widget.editingFinished.connect(self.session.pause)

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        issue = self.session.issue
        places = issue.profile.image
        usable = bool(places.name) and issue.front.problem is None
        self.page.setEnabled(usable)
        for widget, path in ((self.name, places.name), (self.alt, places.alt), (self.line, places.attribution)):
            _show(widget, issue.front.text(*path) if path else "")
            widget.setEnabled(bool(path))
        self._alt_hint.setText(
            self.tr("Describes the picture for people who do not see it. {0} characters; up to 125 are read well.").format(len(self.alt.text()))
            if self.alt.text()
            else "⚠ " + self.tr("Missing: say in a sentence what the picture shows.")
        )
        line = issue.front.text(*places.attribution) if places.attribution else ""
        parts = images.read(line) if line else Attribution()
        own = bool(parts and (parts.own or parts.noun == "Eigene Aufnahme"))
        for key, widget in self.parts.items():
            _show(widget, getattr(parts, key) if parts else "")
            visible = parts is not None and (own == (key == "own") or not line) and (key != "platform_url" or (parts and parts.photo_on == "noun"))
            widget.setVisible(bool(visible))
            self._labels[key].setVisible(bool(visible))
        known = self.tr("This line is none of the known forms, so it is edited as it is.") if parts is None else ""
        self._line_hint.setText(known)
        self._line_hint.setVisible(bool(known))
        self._show_thumbnail()

    def _show_thumbnail(self) -> None:
        name = self.name.text()
        path = self.session.site.image(name) if name else None
        picture = QPixmap()
        if path:
            reader = QImageReader(str(path))
            reader.setAutoTransform(True)
            ratio = self.devicePixelRatioF()
            size = reader.size()
            if size.isValid():
                reader.setScaledSize(size.scaled(_THUMBNAIL * ratio, Qt.AspectRatioMode.KeepAspectRatio))
            picture = QPixmap.fromImage(reader.read())
            picture.setDevicePixelRatio(ratio)
        if picture.isNull():
            missing = self.tr("The picture “{0}” was not found near this file.").format(name)
            self._thumbnail.setText(missing if name else self.tr("No picture is named."))
        else:
            self._thumbnail.setPixmap(picture)

    # --- editing ---------------------------------------------------------------------------------

    def _set(self, path: Path, value: str, label: str) -> None:
        self.put(lambda: self._edits(path, value), label, merge=f"image:{path}")

    def _set_part(self, key: str, text: str) -> None:
        image = self.session.profile.image
        line = self.session.issue.front.text(*image.attribution)
        parts = images.read(line) if line else Attribution()
        if parts is None:
            return
        new = images.changed(parts, **{key: text})
        self._set(image.attribution, images.write(new), self.tr("Image: change the attribution"))

    def _edits(self, path: Path, value: str) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        if front.node(*path) is not None:
            return frontedits.put(text, front, path, value)
        if not value:
            return []
        parent = front.node(*path[:-1])
        if parent is not None and parent.kind == "map":
            name = self.session.profile.image.name
            return frontedits.add(text, front, path, value, after=str(name[-1]) if name[:-1] == path[:-1] else None)
        if len(path) == 3 and path[1] == 0:
            entry = {str(path[2]): value}
            if front.node(str(path[0])) is None:
                return frontedits.add(text, front, path[:1], [entry])
            return frontedits.insert(text, front, path[:1], 0, entry)
        raise Refused(translate("core", "The front matter has no “{key}”.").fill(key=".".join(map(str, path[:-1]))))


def _show(widget: QLineEdit, text: str) -> None:
    if widget.text() != text:
        widget.setText(text)
        if not widget.hasFocus():
            widget.setCursorPosition(0)
