"""Words and patterns are found, and what is broken or slow gets a sentence."""

import pytest
from editor.core.base.errors import InputRejected
from editor.core.base.searching import MOST_FOUND, Query, find_all
from hypothesis import given
from hypothesis import strategies as st


def places(texts, query, new=None):
    return [
        texts[found.text_number][found.start : found.end] for found in find_all(texts, query, new)
    ]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query("stadt"), ["Stadt", "stadt", "Stadt"]),
        (Query("stadt", with_case=True), ["stadt"]),
        (Query("Stadt", whole_words=True), ["Stadt"]),
        (Query("st.dt", is_pattern=True, with_case=True), ["stadt"]),
        (Query("St.dt"), []),
        (Query(""), []),
        (Query("x*", is_pattern=True), []),
    ],
)
def test_what_is_found(query, wanted):
    assert places(["Die Stadt. Hauptstadt", "Stadtrat"], query) == wanted


def test_groups_stand_in_the_replacement():
    found = find_all(["3.4. und 5.6."], Query(r"(\d)\.(?<m>\d)\.", is_pattern=True), r"\g<m>/\1")
    assert [place.new for place in found] == ["4/3", "6/5"]
    assert find_all(["a"], Query("a"), r"\1")[0].new == r"\1"


@pytest.mark.parametrize(
    ("query", "new", "sentence"),
    [
        (Query("(", is_pattern=True), None, "pattern is broken"),
        (Query("a", is_pattern=True), r"\7", "replacement is broken"),
        (Query("(a|aa)+$", is_pattern=True), None, "too long"),
    ],
)
def test_what_cannot_be_searched_gets_a_sentence(query, new, sentence):
    with pytest.raises(InputRejected, match=sentence):
        find_all(["a" * 60 + "!" for _ in range(50)], query, new)


def test_no_more_are_listed_than_can_be_used():
    assert len(find_all(["a" * 9000], Query("a"))) == MOST_FOUND


@given(st.text(), st.text(min_size=1))
def test_words_are_found_as_they_are(before, words):
    found = find_all([before + words], Query(words, with_case=True))
    assert found
    assert all((before + words)[place.start : place.end] == words for place in found)
