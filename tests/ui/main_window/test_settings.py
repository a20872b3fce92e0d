"""The settings: each has a field and a line that explains it, and works at once."""

import pytest
from editor.app.services.settings import Settings, SettingsData
from editor.ui.dialogs.settings_dialog import SettingsDialog
from editor.ui.dialogs.settings_table import SETTINGS
from editor.ui.look.appearance import appearance
from editor.ui.widgets.icon_label import IconLabel
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox

from helpers.qt_input import type_into


@pytest.fixture
def dialog(window):
    """The dialog of a window."""
    window.actions_by_name["settings"].trigger()
    return window.findChild(SettingsDialog)


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_setting_is_one_of_the_schema_and_explained(row):
    assert row.name in SettingsData._fields
    assert row.about.endswith(".")


def test_every_field_is_named_and_described(dialog):
    for name, field in dialog.fields.items():
        named = field.text() if isinstance(field, QCheckBox) else field.accessibleName()
        assert named, name
        assert field.accessibleDescription(), name


def test_colors_and_size_change_at_once(dialog, window):
    try:
        choose(dialog.fields["scheme"], "contrast")
        assert appearance().colors.window == "#000000"
        before = QApplication.font().pointSizeF()
        choose(dialog.fields["text_percent"], 200)
        assert QApplication.font().pointSizeF() == pytest.approx(2 * before)
        assert window.menuBar().font().pointSizeF() == pytest.approx(2 * before)
    finally:
        appearance().show("", 100)


def test_the_text_follows_colors_and_size_while_home_is_shown(dialog, window):
    window.open_sample()
    window.workspace.zoom(0)
    views = (window.workspace.source, window.workspace.text.writing)
    sizes = [view.font().pointSizeF() for view in views]
    try:
        choose(dialog.fields["scheme"], "dark")
        choose(dialog.fields["text_percent"], 150)
        assert [view.font().pointSizeF() for view in views] == pytest.approx(
            [size * 1.5 for size in sizes]
        )
        window.front.show_home()
        choose(dialog.fields["text_percent"], 100)
        choose(dialog.fields["scheme"], "light")
        window.front.show_document()
        assert [view.font().pointSizeF() for view in views] == pytest.approx(sizes)
        for view in views:
            assert view.palette().base().color().name() == appearance().colors.surface
    finally:
        appearance().show("", 100)


def test_an_icon_beside_words_follows_the_colors(window):
    sign = window.bar.findChild(IconLabel)
    window.bar.say("Etwas", warning=True)
    try:
        appearance().show("light", 100)
        light = sign.pixmap().toImage()
        appearance().show("contrast", 100)
        assert sign.pixmap().toImage() != light
    finally:
        appearance().show("", 100)


def choose(box, value):
    """Choose a value as a user does."""
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_ticks_numbers_and_lines_are_kept(dialog, window, tmp_path):
    dialog.fields["spelling"].click()
    number = dialog.fields["versions"]
    assert isinstance(number, QSpinBox)
    number.setValue(7)
    now = window.settings.now
    assert (now.spelling, now.versions) == (False, 7)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert Settings(store).now.versions == 7


def test_an_address_that_is_none_stays_with_the_reason(dialog, window):
    line = dialog.fields["language_tool"]
    type_into(line, "nirgends")
    line.editingFinished.emit()
    assert window.settings.now.language_tool == ""
    assert line.text() == "nirgends"
    assert "begins with http" in line.accessibleDescription()
    type_into(line, "http://localhost:8081")
    line.editingFinished.emit()
    assert window.settings.now.language_tool == "http://localhost:8081"
    assert "begins with" not in line.accessibleDescription()


def test_it_fits_a_small_screen(dialog):
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_twice_the_text_fits_a_small_screen_whatever_is_asked(window, qtbot):
    window.open_sample()
    answers = (
        "Zusammenführen …", "Unterschied zeigen", "Von der Platte übernehmen", "Überschreiben",
    )  # fmt: skip
    try:
        appearance().show("", 200)
        window.bar.say("Ein Satz, der länger ist. " * 6, [(words, print) for words in answers])
        for is_open in (False, True):
            window.workspace.diagnostics.show_open(is_open)
            window.resize(1024, 600)
            QApplication.processEvents()
            assert (window.width(), window.height()) == (1024, 600)
            for button in window.bar.buttons:
                assert window.bar.rect().contains(button.geometry())
    finally:
        appearance().show("", 100)
