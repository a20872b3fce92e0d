"""Where the words of a search stand in a text."""

import pytest
from editor.app.library.word_places import find_words
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Europa ![x](data:image/png;base64,tagTAGop) Opern im Café, Datenstammtisch über Straßen"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("op", "Opern"),
        ("cafe", "Café"),
        ("ÜBER", "über"),
        ("stammtisch", "stammtisch"),
        ("„im Café“", "im Café"),
        ("Opern Straßen", "Straßen"),
        ("tag", None),
        ("", None),
        ("gibt es nicht", None),
    ],
)
def test_words_are_found_as_the_index_finds_them(words, found):
    place = find_words(TEXT, words)
    assert place == (TEXT.index(found) if found else None)


@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_a_place_is_one_of_the_text(text, words):
    place = find_words(text, words)
    assert place is None or 0 <= place < len(text)


def test_of_several_places_the_one_that_was_shown_is_found():
    text = "Ein Amt. " * 60 + "Das Amt klagt gegen die Stadt. " + "Ein Amt. " * 60
    assert find_words(text, "Amt") == 4
    assert find_words(text, "Amt", "… Das Amt klagt gegen die …") == text.index("Amt klagt")
    assert find_words(text, "amt", "nichts davon") == 4
