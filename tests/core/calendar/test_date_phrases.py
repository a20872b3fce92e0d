"""Dates and hours as people write them: each is read to its end, or not at all."""

from datetime import date

import pytest
from editor.core.calendar.date_formats import write_time_span
from editor.core.calendar.dates import read_time_span, read_time_spans
from hypothesis import given
from hypothesis import strategies as st

PUBLISHED = date(2026, 2, 9)


def read_all(words):
    """The time spans of a text that begins with them, and what stands behind."""
    text = f"{words}, Haus, Weg 1"
    match = read_time_spans(text, 0, PUBLISHED)
    if match is None:
        return [], text
    spans = [write_time_span(when, weekday=False) for when in (match.when, *match.others)]
    return spans, text[match.end :]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        # numbers
        ("Do. 5.3.26, 10 Uhr", "05.03.2026, 10:00"),
        ("Do., 5.3., 10 Uhr", "05.03.2026, 10:00"),
        ("05. 03. 2026, 19:00", "05.03.2026, 19:00"),
        ("5.März 2026, 19:00", "05.03.2026, 19:00"),
        ("Donnerstag 5 März", "05.03.2026"),
        ("24-03-2026, 19:00", "24.03.2026, 19:00"),
        ("24/03/2026, 19:00", "24.03.2026, 19:00"),
        ("2026-03-05, 19:00", "05.03.2026, 19:00"),
        ("2026-03-05 19:00-21:00", "05.03.2026, 19:00-21:00"),
        # English
        ("Thursday, March 5, 2026, 7 pm", "05.03.2026, 19:00"),
        ("Thu, March 5th, 7pm", "05.03.2026, 19:00"),
        ("5th of March 2026, 19:00", "05.03.2026, 19:00"),
        ("5 Mar 2026, 7:30pm-9pm", "05.03.2026, 19:30-21:00"),
        ("5 March, 9am-1pm", "05.03.2026, 09:00-13:00"),
        ("5 March, noon", "05.03.2026, 12:00"),
        # hours
        ("5.3.2026, ab 18h", "05.03.2026, 18:00"),
        ("5.3.2026 18:00h", "05.03.2026, 18:00"),
        ("5.3.2026, 18h30", "05.03.2026, 18:30"),
        ("5.3.2026, 19 Uhr 30", "05.03.2026, 19:30"),
        ("5. März 2026, 19 c.t.", "05.03.2026, 19:00"),
        ("5. März 2026, 18.30–21 Uhr", "05.03.2026, 18:30-21:00"),
        ("5. März 2026, von 18 bis 21 Uhr", "05.03.2026, 18:00-21:00"),
        ("5. März 2026, 18-21h", "05.03.2026, 18:00-21:00"),
        ("5. März 2026, 9-12", "05.03.2026, 09:00-12:00"),
        ("5. März 2026, zwischen 14 und 17 Uhr", "05.03.2026, 14:00-17:00"),
        ("5. März 2026, Einlass 18 Uhr, Beginn 19 Uhr", "05.03.2026, 19:00"),
        ("5. März 2026, ab ca. 19 Uhr", "05.03.2026, 19:00"),
        ("5. März 2026 19:00 MEZ", "05.03.2026, 19:00"),
        ("5. März 2026, 19:00 Uhr bis open end", "05.03.2026, 19:00"),
        ("5. März 2026, 19 Uhr (Ende offen)", "05.03.2026, 19:00"),
        ("5. März 2026, 1900", "05.03.2026, 19:00"),
        ("5. März 2026, 12 Uhr mittags", "05.03.2026, 12:00"),
        ("5. März 2026, 1 Uhr mittags", "05.03.2026, 13:00"),
        ("5. März 2026, mittags", "05.03.2026, 12:00"),
        ("5. März 2026, 7 bis 9 Uhr abends", "05.03.2026, 19:00-21:00"),
        ("5. März 2026 (19 Uhr)", "05.03.2026, 19:00"),
        ("5. März 2026, 18:00 bis spätestens 21:00 Uhr", "05.03.2026, 18:00-21:00"),
        ("5. März 2026, 18:00 – max. 21:00 Uhr", "05.03.2026, 18:00-21:00"),
        ("5. März 2026, 19⁰⁰ Uhr", "05.03.2026, 19:00"),
        ("5. März 2026, 19:00 Uhr (MEZ)", "05.03.2026, 19:00"),
        ("5. März 2026, ganztägig", "05.03.2026"),
        ("5. März 2026, den ganzen Tag", "05.03.2026"),
        ("5 March 2026 (all day)", "05.03.2026"),
        # the weekday behind the day
        ("5. März 2026 (Do), 19 Uhr", "05.03.2026, 19:00"),
        ("5.3.2026, Donnerstag, 19 Uhr", "05.03.2026, 19:00"),
        ("5.3. (Do) – 7.3.2026 (Sa)", "05.03.2026, bis 07.03.2026"),
        ("Do, 5.3.2026 / 19:00 Uhr", "05.03.2026, 19:00"),
        ("Do, 5.3.2026 – 19 Uhr", "05.03.2026, 19:00"),
        # past midnight
        ("5. März 2026, 22:00-02:00", "05.03.2026, 22:00, bis 06.03.2026, 02:00"),
        ("5. März 2026, 20 Uhr bis 1 Uhr", "05.03.2026, 20:00, bis 06.03.2026, 01:00"),
        ("5. März 2026, 24:00", "06.03.2026, 00:00"),
        ("5. März 2026, 0-24 Uhr", "05.03.2026, 00:00-24:00"),
        ("5. März 2026, 19:00-18:00", "05.03.2026, 19:00-18:00"),
        # ranges
        ("24.–26.4.", "24.04.2026, bis 26.04.2026"),
        ("24.04.-26.04.26", "24.04.2026, bis 26.04.2026"),
        ("Fr-So, 24.-26.4.2026", "24.04.2026, bis 26.04.2026"),
        ("Sa/So, 4./5. Juli 2026", "04.07.2026, bis 05.07.2026"),
        ("4. + 5. Juli", "04.07.2026, bis 05.07.2026"),
        ("24.-26. April, ab 18 Uhr", "24.04.2026, 18:00, bis 26.04.2026"),
        ("01.03.2026, bis 07.03.2026, 23:59", "01.03.2026, bis 07.03.2026, 23:59"),
        ("24.4., 25.4. und 26.4.2026", "24.04.2026, bis 26.04.2026"),
        ("March 4-6, 2026", "04.03.2026, bis 06.03.2026"),
        ("4-6 March", "04.03.2026, bis 06.03.2026"),
        ("30. Dezember bis 2. Januar", "30.12.2025, bis 02.01.2026"),
        ("24.4.2026, 18:00 - 26.4.2026, 14:00", "24.04.2026, 18:00, bis 26.04.2026, 14:00"),
        # the year follows publication
        ("20. August, 19 Uhr", "20.08.2026, 19:00"),
        ("15. Dezember", "15.12.2026"),
        ("2. Februar", "02.02.2026"),
    ],
)
def test_phrases_are_read_to_their_end(words, written):
    assert read_all(words) == ([written], ", Haus, Weg 1")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("4., 11. und 18. März, 19 Uhr", ["04.03.2026, 19:00", "11.03.2026, 19:00", "18.03.2026"]),
        ("4.3. und 18.3.2026, 19 Uhr", ["04.03.2026, 19:00", "18.03.2026, 19:00"]),
        ("Mi 4.3. + Mi 11.3.2026, 19 Uhr", ["04.03.2026, 19:00", "11.03.2026, 19:00"]),
        (
            "4. bis 6. März, jeweils 10-16 Uhr",
            ["04.03.2026, 10:00-16:00", "05.03.2026, 10:00-16:00", "06.03.2026, 10:00-16:00"],
        ),
        ("4./5. März, täglich 19 Uhr", ["04.03.2026, 19:00", "05.03.2026, 19:00"]),
        ("4. bis 6. März, 10 Uhr", ["04.03.2026, bis 06.03.2026"]),
        ("4./5. März, 10 Uhr", ["04.03.2026, bis 05.03.2026"]),
        ("4. März, täglich 10 Uhr", ["04.03.2026, 10:00"]),
        ("4. oder 5. März, 19 Uhr", ["04.03.2026, 19:00", "05.03.2026, 19:00"]),
        (
            "4. März 2026, 9:00 - 16:30 und 5. März 2026, 9:00 - 12:00",
            ["04.03.2026, 09:00-16:30", "05.03.2026, 09:00-12:00"],
        ),
    ],
)
def test_several_days_are_no_single_event(words, written):
    spans, behind = read_all(words)
    assert all(span.startswith(day) for span, day in zip(spans, written, strict=True))
    assert behind == ", Haus, Weg 1"
    assert read_time_span(words, 0, PUBLISHED) is None


@pytest.mark.parametrize(
    "words",
    [
        "04/03/2026, 19:00",  # the third of April to some
        "29.02.2026, 19:00",
        "Ende März 2026",
        "KW 12",
        "Silvester, 22 Uhr",
        "voraussichtlich 4. März 2026",
        "bis 4. März 2026",
        "seit 4. März 2026",
        "Mai 19:30",
        "Montag, 13.",
    ],
)
def test_what_is_no_day_is_left_alone(words):
    assert read_all(words)[0] == []


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Freitag, 13.02.2026, 1. Mai-Platz 3", ", 1. Mai-Platz 3"),
        ("Freitag, 13.02.2026, 2. Stock", ", 2. Stock"),
        ("Freitag, 13.02.2026, 12 Personen", ", 12 Personen"),
        ("Freitag, 13.02.2026, 9-12 Jahre", ", 9-12 Jahre"),
        ("Freitag, 13.02.2026, ab 16 Jahren", ", ab 16 Jahren"),
        ("Freitag, 13.02.2026, 9 am Bahnhof", ", 9 am Bahnhof"),
        ("Freitag, 13.02.2026, 19:00, Straße des 17. Juni 1", ", Straße des 17. Juni 1"),
    ],
)
def test_numbers_of_something_else_are_no_hours(text, behind):
    assert text[read_time_span(text, 0, PUBLISHED).end :] == behind


_PIECES = st.sampled_from(
    "Mo Di, Sa/So 4. 5 11. März 3. 2026 26 und oder bis - – / , + 19 :30 Uhr h pm am 24:00 th the "
    "March 6-8 2026-03-04 ab zwischen (Einlass ) open end c.t. 1900".split()
)


@given(st.lists(_PIECES, max_size=10), st.sampled_from(["", " "]))
def test_reading_is_total(pieces, joint):
    text = joint.join(pieces)
    match = read_time_spans(text, 0, PUBLISHED)
    if match:
        assert 0 < match.end <= len(text)
        assert match.when.last >= match.when.start or match.others or "2026" in text
