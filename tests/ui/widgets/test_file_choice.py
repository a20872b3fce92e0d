"""Dialogs for files begin where the user keeps them."""

from editor.ui.widgets import file_choice
from editor.ui.widgets.file_choice import PICTURES, choose_file, choose_files
from PySide6.QtWidgets import QFileDialog, QWidget


def test_the_next_file_is_looked_for_where_the_last_one_was(qtbot, monkeypatch, tmp_path):
    asked = []

    def ask(_parent, _title, folder, _filters):
        asked.append(folder)
        return answer, ""

    monkeypatch.setattr(file_choice, "_chosen_in", {})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    monkeypatch.setattr(
        file_choice.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "gone")
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    answer = ""
    assert choose_file(parent, "a", "*", PICTURES) == ""
    answer = str(tmp_path / "a.jpg")
    choose_file(parent, "a", "*", PICTURES)
    answer = []
    choose_files(parent, "a", "*", PICTURES)
    assert asked == [str(file_choice.Path.home())] * 2 + [str(tmp_path)]
