"""No text of a document is taken for HTML by what shows it."""

import pytest
from editor.ui.widgets.plain_text import ElidedLabel, PlainLabel, plain_tip
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

HOSTILE = [
    'News <img src="/dev/zero">',
    "<b>fett</b>",
    '<img src="file:////host/share/a.png">\nzweite Zeile',
    "&lt;b&gt; <i>x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_shows_a_text_as_it_is(qapp, text):
    document = QTextDocument()
    document.setHtml(plain_tip(text))
    assert document.toPlainText() == text
    assert "<img" not in plain_tip(text)


@pytest.mark.parametrize("text", ["", "Ein Titel", "a & b", "Zeile\nZeile"])
def test_harmless_texts_stay(qapp, text):
    assert plain_tip(text) == text


def test_a_label_shows_a_text_as_it_is(qtbot):
    label = PlainLabel(HOSTILE[0])
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_text_does_not_hold_a_window_wide(qtbot):
    box = QWidget()
    column = QVBoxLayout(box)
    label = ElidedLabel("https://example.org/" + "a" * 400)
    column.addWidget(label)
    qtbot.addWidget(box)
    box.resize(200, 60)
    box.show()
    assert box.width() == 200
    assert len(label.text()) == 420
    assert label.grab().toImage() != ElidedLabel("").grab().toImage()
