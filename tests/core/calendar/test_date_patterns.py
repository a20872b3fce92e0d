"""Days by CLDR patterns: what is written is read, in many languages and in people's forms."""

from datetime import date, time

import pytest
from editor.core.calendar.date_patterns import compile_pattern, read_any
from editor.core.calendar.dates import TimeSpan
from hypothesis import given
from hypothesis import strategies as st

NEAR = date(2026, 5, 20)
PATTERNS = (
    "yyyy-MM-dd",
    "d.M.yyyy",
    "dd/MM/yyyy",
    "d. MMMM y",
    "EEEE, d MMMM yyyy",
    "EEE d MMM yyyy",
    "MMMM d'th', yyyy",
)
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ru", "cs", "sv", "tr")


@given(
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.sampled_from(PATTERNS),
    st.sampled_from(LANGUAGES),
)
def test_what_is_written_is_read_strictly(day, source, language):
    pattern = compile_pattern(source, language)
    written = pattern.write_day(day)
    match = pattern.read(written, 0, None, strict=True)
    assert match, written
    assert (match.when.start, match.end) == (day, len(written))
    assert match.weekdays[0] in (None, day.weekday())


@given(
    st.dates(date(2025, 12, 1), date(2026, 10, 31)),
    st.integers(1, 20),
    st.sampled_from(["yyyy-MM-dd", "MMM d", "EEEE, MMMM d", "M/d", "d MMMM"]),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_ranges_with_hours_are_read_back(day, length, source, hour):
    last = date.fromordinal(day.toordinal() + length)
    when = TimeSpan(day, hour, last, hour)
    pattern = compile_pattern(source, "en")
    match = pattern.read(pattern.write(when), 0, day)
    assert match
    assert match.when == when


@pytest.mark.parametrize(
    ("source", "language", "text", "first", "last"),
    [
        ("MMM d", "en", "Jun 11-15. Talks", "2026-06-11", "2026-06-15"),
        ("MMM d", "en", "Jun 30 – Jul 2: Camp", "2026-06-30", "2026-07-02"),
        ("MMM d", "en", "Oct 19 & 20. Ann Arbor", "2026-10-19", "2026-10-20"),
        ("MMM d", "en", "Dec 30 - Jan 2", "2026-12-30", "2027-01-02"),
        ("MMMM d, y", "en", "June 30 - July 2, 2026 | x", "2026-06-30", "2026-07-02"),
        ("d MMMM y", "fr", "3 - 5 août 2026", "2026-08-03", "2026-08-05"),
        ("d. MMMM", "de", "4.-5. Juli", "2026-07-04", "2026-07-05"),
        ("yyyy-MM-dd", "en", "2026-06-12 to 2026-06-14", "2026-06-12", "2026-06-14"),
    ],
)
def test_days_of_ranges_say_only_what_differs(source, language, text, first, last):
    match = compile_pattern(source, language).read(text, 0, NEAR)
    assert match
    assert (str(match.when.start), str(match.when.end)) == (first, last)


@pytest.mark.parametrize(
    ("source", "text", "day"),
    [
        ("MMM d", "June 11. X", "2026-06-11"),
        ("MMM d", "Sept 5. X", "2026-09-05"),
        ("EEEE, MMMM d'th'", "Thu, July 2nd: x", "2026-07-02"),
        ("yyyy-MM-dd", "2026-6-1 x", "2026-06-01"),
        ("M/d", "9/15. San Diego", "2026-09-15"),
        ("MMM d", "Jun 11 - 3 Rust talks", "2026-06-11"),
    ],
)
def test_relatives_of_a_form_are_read(source, text, day):
    match = compile_pattern(source, "en").read(text, 0, NEAR)
    assert match
    assert (str(match.when.start), match.when.end) == (day, None)


@pytest.mark.parametrize("text", ["Feb 31: x", "Mayor 5", "June", "Jun 111"])
def test_no_days_are_left_alone(text):
    assert compile_pattern("MMM d", "en").read(text, 0, NEAR) is None


def test_the_pattern_that_reads_the_most_is_chosen():
    patterns = [compile_pattern(source, "en") for source in ("MMMM d", "MMM d", "MMMM d, yyyy")]
    for text, source in (
        ("December 3, 2021 | x", "MMMM d, yyyy"),
        ("Dec 3. x", "MMM d"),
        ("June 3. x", "MMMM d"),
    ):
        found = read_any(patterns, text, 0, NEAR)
        assert found
        assert found[1].source == source


@pytest.mark.parametrize(
    ("source", "part"), [("yyyy", "yyyy"), ("d MMM HH:mm", "HH"), ("QQQ d M", "QQQ")]
)
def test_what_is_no_day_is_refused_by_its_part(source, part):
    with pytest.raises(ValueError, match=part) as caught:
        compile_pattern(source, "en")
    assert caught.value.args == (part,)


def test_hours_stand_behind_the_day():
    pattern = compile_pattern("yyyy-MM-dd", "en")
    when = TimeSpan(date(2026, 6, 10), time(19), None, time(21))
    assert pattern.write(when) == "2026-06-10, 19:00-21:00"
