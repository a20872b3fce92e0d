"""Positions of the text and of a QTextDocument, which swallows CR and counts UTF-16."""

import pytest
from editor.app.document.utf16_positions import Utf16Positions, shown_text, utf16_length
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from helpers.corpus import EDGES

TEXTS = st.text(st.sampled_from("a\r\n\u2028\u2029\u00a0ä😀🌱\ufdd0"), max_size=30)


@given(TEXTS)
def test_positions_lead_there_and_back(text):
    positions = Utf16Positions(text)
    for at in range(len(text) + 1):
        if text[at - 1 : at + 1] != "\r\n":
            assert positions.to_text(positions.to_document(at)) == at
            assert positions.to_document(at) == utf16_length(shown_text(text[:at]))


@given(TEXTS)
def test_the_document_counts_as_the_positions_do(text):
    document = QTextDocument()
    document.setPlainText(shown_text(text))
    assert document.characterCount() - 1 == utf16_length(shown_text(text))
    assert Utf16Positions(text).to_document(len(text)) == document.characterCount() - 1


@pytest.mark.parametrize("name", EDGES)
def test_every_character_stands_where_the_positions_say(name):
    text = EDGES[name].decode("utf-8-sig")
    document = QTextDocument()
    document.setPlainText(shown_text(text))
    positions, cursor = Utf16Positions(text), QTextCursor(document)
    for at, char in enumerate(text):
        if char.isalnum():
            cursor.setPosition(positions.to_document(at))
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
            )
            assert cursor.selectedText() == char
