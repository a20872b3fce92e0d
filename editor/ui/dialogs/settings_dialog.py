"""All settings on one page; each works at once."""

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.settings import Settings
from editor.ui.dialogs.settings_table import SETTINGS, SettingRow
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.form_parts import hint, label_for, mark_invalid
from editor.ui.widgets.measure import em_of, pad_line
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.wheel import ignore_wheel_without_focus


class SettingsDialog(QDialog):
    """Made from the table; what is changed is kept at once, and the settings tell everybody."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._abouts: dict[str, QLabel] = {}
        self.fields: dict[str, QWidget] = {}
        """What each setting is changed with, by its name."""
        self.setWindowTitle(self.tr("Settings"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = scrolling_column(self, buttons)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(14)
        content = column.parentWidget()
        assert content
        content.setBackgroundRole(QPalette.ColorRole.Base)
        for section, rows in groupby(SETTINGS, key=lambda row: row.section):
            heading = PlainLabel(_translate(section))
            heading.setObjectName("sectionTitle")
            column.addWidget(heading)
            for row in rows:
                column.addWidget(self._make_row(row))
        column.addStretch(1)
        fit_to_screen(self, 784, 728)

    def _make_row(self, row: SettingRow) -> QWidget:
        """A setting with its name and its explanation."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        field = self._make_field(row)
        self.fields[row.name] = field
        about = _translate(row.about)
        field.setAccessibleDescription(about)
        if isinstance(field, QCheckBox):
            column.addWidget(field)
        else:
            column.addWidget(label_for(_translate(row.title), field))
            if row.is_folder:
                button = text_button(self.tr("Choose…"))
                button.setAutoDefault(False)  # Enter in a field is not meant for it
                button.setAccessibleName(f"{button.text()} {field.accessibleName()}")
                button.clicked.connect(lambda: self._choose_folder(row, field))
                column.addWidget(flow_row(field, button))
            else:
                column.addWidget(flow_row(field))
        self._abouts[row.name] = hint(about)
        column.addWidget(self._abouts[row.name])
        return holder

    def _make_field(self, row: SettingRow) -> QWidget:
        value = getattr(self._settings.now, row.name)
        if row.choices:
            return self._make_choice(row, value)
        if isinstance(value, bool):
            box = QCheckBox(_translate(row.title))
            box.setChecked(value)
            box.toggled.connect(lambda is_on: self._keep(row, is_on))
            return box
        if isinstance(value, int):
            number = QSpinBox(minimum=row.least, maximum=row.most)
            pad_line(number)
            number.setValue(value)
            number.valueChanged.connect(lambda new: self._keep(row, new))
            ignore_wheel_without_focus(number)
            return number
        line = TextLine(str(value))
        line.setMinimumWidth(round(em_of(self) * 24))
        line.editingFinished.connect(lambda: self._take_line(row, line))
        return line

    def _take_line(self, row: SettingRow, line: TextLine) -> None:
        """Keep what was typed; what is no address stays in its line, with a sentence below."""
        text = line.text().strip()
        refusal = ""
        if row.is_address and text and not text.startswith(("http://", "https://")):
            refusal = self.tr("The address begins with http:// or https://.")
        mark_invalid(line, refusal)
        about = self._abouts[row.name]
        about.setText(refusal or _translate(row.about))
        about.setObjectName("problem" if refusal else "hint")
        about.style().polish(about)
        line.setAccessibleDescription(about.text())
        announce(line, refusal)
        if not refusal:
            self._keep(row, text)

    def _make_choice(self, row: SettingRow, value: object) -> QComboBox:
        box = QComboBox()
        for choice in row.choices:
            box.addItem(_translate(choice.text), choice.value)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.activated.connect(lambda _: self._keep(row, box.currentData()))
        ignore_wheel_without_focus(box)
        return box

    def _keep(self, row: SettingRow, value: object) -> None:
        if getattr(self._settings.now, row.name) != value:
            self._settings.keep(**{row.name: value})

    def _choose_folder(self, row: SettingRow, field: QWidget) -> None:
        assert isinstance(field, TextLine)
        start = field.text() or str(Path.home())
        name = QFileDialog.getExistingDirectory(self, _translate(row.title), start)
        if name:
            field.setText(name)
            self._keep(row, name)


def _translate(text: str) -> str:
    return QCoreApplication.translate("settings", text)
