"""Positions of the text and of a QTextDocument, which swallows CR and counts UTF-16."""

import pytest
from editor.app.document.utf16_positions import (
    Fold,
    Utf16Positions,
    keep_folds,
    shown_text,
    utf16_length,
)
from editor.core.base.edits import Edit, Span, apply, check_edits
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


@given(TEXTS, TEXTS, st.data())
def test_another_text_is_counted_from_where_it_differs(before, new, data):
    start = data.draw(st.integers(0, len(before)))
    text = apply(before, [Edit(start, data.draw(st.integers(start, len(before))), new)])
    counted, positions = Utf16Positions(text), Utf16Positions(before).after(text)
    for at in range(len(text) + 1):
        assert positions.to_document(at) == counted.to_document(at)
    for at in range(counted.to_document(len(text)) + 1):
        assert positions.to_text(at) == counted.to_text(at)


@given(TEXTS, st.data())
def test_known_edits_are_counted_as_found_ones_are(before, data):
    edits, end = [], 0
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(end, len(before)))
        end = data.draw(st.integers(start, len(before)))
        edits.append(Edit(start, end, data.draw(TEXTS)))
    text = apply(before, edits)
    counted, positions = Utf16Positions(text), Utf16Positions(before).after(text, (), edits)
    assert all(positions.to_document(at) == counted.to_document(at) for at in range(len(text) + 1))
    assert positions.text == text


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


@st.composite
def folded_texts(draw):
    """A text, and folds in the middle of some of its lines."""
    text, folds = "", []
    for line in draw(st.lists(st.text("aä🌱", max_size=8), max_size=5)):
        if len(line) > 2 and draw(st.booleans()):
            span = Span(len(text) + 1, len(text) + len(line) - 1)
            folds.append(Fold(span, draw(st.sampled_from(["…", "[12 🌱]"]))))
        text += line + draw(st.sampled_from(["\n", "\r\n"]))
    return text, folds


@given(folded_texts())
def test_positions_around_folds_lead_there_and_back(case):
    text, folds = case
    positions = Utf16Positions(text, folds)
    shown = positions.fold_text(text, 0, len(text))
    assert positions.to_document(len(text)) == utf16_length(shown)
    for at in range(len(text) + 1):
        inside = [fold for fold in folds if fold.span.start < at < fold.span.end]
        if inside:
            assert positions.to_document(at) == positions.to_document(inside[0].span.start)
        elif text[at - 1 : at + 1] != "\r\n":
            assert positions.to_text(positions.to_document(at)) == at
            assert positions.to_document(at) == utf16_length(positions.fold_text(text, 0, at))
    for fold in folds:
        start, end = map(positions.to_document, (fold.span.start, fold.span.end))
        assert end - start == utf16_length(fold.words)
        assert [positions.is_in_fold(at) for at in range(start, end + 1)] == [
            start < at < end for at in range(start, end + 1)
        ]


@given(folded_texts(), st.data())
def test_folds_hide_the_same_after_edits(case, data):
    text, folds = case
    places = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted)
    start, end = data.draw(places)
    edits = check_edits(text, [Edit(start, end, data.draw(st.text("xyz", max_size=3)))])
    after = apply(text, edits)
    untouched = [f for f in folds if not (start < f.span.end and end > f.span.start)]
    kept = keep_folds(folds, edits)
    assert [fold.span.of(after) for fold in kept] == [fold.span.of(text) for fold in untouched]
