"""Words that speak of a time without being understood."""

from datetime import date

import pytest
from editor.core.calendar.date_words import find_date_words, guess_time_spans, leaves_time
from editor.core.calendar.dates import read_time_span
from hypothesis import given
from hypothesis import strategies as st

NEAR = date(2026, 2, 9)


@pytest.mark.parametrize(
    "words",
    [
        "voraussichtlich 4. März 2026",
        "Ende März, 19 Uhr",
        "KW 12",
        "04/03/2026, 19:00",
        "11,02.2026",
        "Mi 4.3. + Mi 11.3.2026, 19 Uhr",
        "verschoben auf den 5. März 2026",
        "Silvester, 22 Uhr",
        "4. oder 5. März 2026, 19 Uhr",
        "29.02.2026, 19:00",
        "Mittwoch, 32.02.2026",
        "Wochenende 18. bis 19. März",
    ],
)
def test_words_of_time_end_where_others_begin(words):
    assert find_date_words(f"{words}, Weg 1, 10115 Berlin: **Treffen**") == len(words)
    assert find_date_words(f"{words}: **Treffen**") == len(words)


@pytest.mark.parametrize(
    "line",
    ["", "**Treffen**", "Diverse Termine im Juli: **Haus**", "Haus, 4.3.2026", "10 Jahre OKF"],
)
def test_a_line_that_begins_otherwise_has_none(line):
    assert find_date_words(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "15.09.202, Weg 1",
        "4. März 2026 bis auf Weiteres, Weg 1",
        "04.03.2026, 19:00 und 21:00, Weg 1",
        "4. März 2026, halb acht, Weg 1",
        "4. März 2026, 19:00-, Weg 1",
        "11.02.2026-: **Titel**",
        "04.03.2026. 19:00, Weg 1",
        "04.03.2026, bis Ende März, Weg 1",
    ],
)
def test_a_date_that_says_more_leaves_a_time(line):
    match = read_time_span(line, 0, NEAR)
    assert match and leaves_time(line, match.end)


@pytest.mark.parametrize(
    "line",
    [
        "04.03.2026, 19:00, Weg 1: **Titel**",
        "04.03.2026, 19:00-21:00 (Einlass 18 Uhr), Weg 1",
        "04.03.2026: **Titel**",
        "04.03.2026 **Titel**",
        "04.03.2026 – Leipzig: **Titel**",
        "04.03.2026, 2. Stock, Weg 1",
        "04.03.2026 und online: **Titel**",
    ],
)
def test_what_follows_on_a_date_may_be_no_time(line):
    match = read_time_span(line, 0, NEAR)
    assert match and not leaves_time(line, match.end)


def test_guesses_are_the_days_that_stand_there():
    assert [when.start for when in guess_time_spans("4. oder 5. März, 19 Uhr", NEAR)] == [
        date(2026, 3, 4),
        date(2026, 3, 5),
    ]
    assert [when.start for when in guess_time_spans("voraussichtlich am 4. März", NEAR)] == [
        date(2026, 3, 4)
    ]
    assert guess_time_spans("Ende März", NEAR) == []


@given(st.text(max_size=60))
def test_every_text_has_an_answer(text):
    assert 0 <= find_date_words(text) <= len(text)
    leaves_time(text, 0)
    assert len(guess_time_spans(text, NEAR)) <= 3
