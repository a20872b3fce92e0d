"""The small panel at a picture: what it shows, and its caption."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QPlainTextEdit, QPushButton, QTextEdit

from editor.core.richtext.pictures import find_picture, read_title, set_picture
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine
from editor.ui.writing.writing_pane import WritingPane


class PicturePanel(QFrame):
    """Two lines; Enter writes them, Escape leaves the picture as it is."""

    def __init__(self, pane: WritingPane) -> None:
        super().__init__(pane, Qt.WindowType.Popup)
        self._pane = pane
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._address = PlainLabel()
        self.alt, self.caption = TextLine(), TextLine()
        self.alt.setMinimumWidth(360)
        self.alt.setPlaceholderText(self.tr("what the picture shows, in a sentence"))
        self.button = QPushButton(self.tr("Write"))
        form = QFormLayout(self)
        form.addRow(self.tr("File:"), self._address)
        form.addRow(self.tr("Description (alt text):"), self.alt)
        form.addRow(self.tr("Caption:"), self.caption)
        form.addRow("", self.button)
        for line, name in (
            (self.alt, self.tr("Description (alt text)")),
            (self.caption, self.tr("Caption")),
        ):
            line.setAccessibleName(name)
            line.returnPressed.connect(self._write)
        self.button.clicked.connect(self._write)

    def open(self, view: QTextEdit | QPlainTextEdit) -> bool:
        """Show the panel, if the caret is at a picture.

        Args:
            view: The view that is visible, at whose caret it opens.

        Returns:
            Whether it is.
        """
        body, place = self._pane.body, self._pane.place
        picture = find_picture(body, place) if body else None
        if body is None or picture is None:
            return False
        self._address.setText(picture.run.address)
        alt = picture.run.shown.partition(" ")[2]
        self.alt.setText(alt)
        self.caption.setText(read_title(body, place, picture))
        self.adjustSize()
        below = view.cursorRect().bottomLeft()
        self.move(view.viewport().mapToGlobal(below))
        self.show()
        self.alt.setFocus()
        return True

    def _write(self) -> None:
        alt, caption = self.alt.text(), self.caption.text()
        self.close()
        self._pane.setFocus()
        self._pane.act(
            lambda body, part: set_picture(body, part.end, alt, caption),
            self.tr("Describe the picture"),
        )
