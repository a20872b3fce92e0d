"""What is seldom changed for a new issue, folded behind a link."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import form_layout, hint, label_for
from editor.ui.widgets.text_input import TextLine


class NewIssueOptions(QWidget):
    """The picture, what becomes of calendar links and headings, and the names of the files."""

    def __init__(self) -> None:
        super().__init__()
        self.more_button = text_button(self.tr("&More choices…"), kind="link")
        self.photo = TextLine()
        self.photo.setPlaceholderText(self.tr("can come later: the picture’s page or attribution"))
        self.renew = QCheckBox(self.tr("&Renew calendar links"))
        self.renew.setChecked(True)
        self.keep_headings = QCheckBox(self.tr("&Keep the headings of the text"))
        self._renewed = hint(
            self.tr("They say the new dates; calendars that have the entry update it.")
        )
        self.names = hint()
        self.names.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box = QWidget()
        self.form: QFormLayout = form_layout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.addRow(label_for(self.tr("P&icture:"), self.photo), self.photo)
        for widget in (self.renew, self._renewed, self.keep_headings, self.names):
            self.form.addRow("", widget)
        self._box.setLayout(self.form)
        self._box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._box)
        self.more_button.clicked.connect(self._unfold)

    def _unfold(self) -> None:
        self._box.show()
        self.more_button.hide()
        self.photo.setFocus()

    def offer(self, *, picture: bool, entries: bool, headings: bool) -> None:
        """Offer what there is to choose.

        Args:
            picture: Whether issues of this kind name a picture.
            entries: Whether entries may be taken over.
            headings: Whether headings may be.
        """
        self.form.setRowVisible(self.photo, picture)
        for widget in (self.renew, self._renewed):
            self.form.setRowVisible(widget, entries)
        self.form.setRowVisible(self.keep_headings, headings)
