"""No text of a document is taken for HTML by what shows it."""

import pytest
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

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
