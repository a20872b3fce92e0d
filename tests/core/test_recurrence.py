from datetime import date

import pytest
from editor.core.recurrence import first_on, read_rule


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [
        ("jeden Mittwoch", "FREQ=WEEKLY;BYDAY=WE"),
        ("jeden. Mittwoch", "FREQ=WEEKLY;BYDAY=WE"),
        ("jeden ersten Montag im Monat", "FREQ=MONTHLY;BYDAY=1MO"),
        ("jeden letzten Freitag im Monat", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("jeden zweiten un vierten Mittwoch im Monat", "FREQ=MONTHLY;BYDAY=2WE,4WE"),
        ("jeden dritten Montag", "FREQ=MONTHLY;BYDAY=3MO"),
        ("montags aller zwei Wochen", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
    ],
)
def test_phrases_are_rules(phrase, rule):
    found = read_rule(phrase)
    assert (found.rrule, found.end, found.doubt) == (rule, len(phrase), "")


@pytest.mark.parametrize(("phrase", "doubt"), [("jeden zweiten Montag", "weeks"), ("jeden zweiten oder dritten Montag im Monat", "choice")])
def test_what_is_no_single_rule_says_so(phrase, doubt):
    assert (read_rule(phrase).rrule, read_rule(phrase).doubt) == ("", doubt)


def test_other_words_are_none():
    assert read_rule("jedenfalls Montag") is None
    assert read_rule("Berlin") is None


def test_a_series_begins_on_a_real_day():
    assert first_on("FREQ=MONTHLY;BYDAY=3MO", date(2026, 2, 9)) == date(2026, 2, 16)
    assert first_on("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 2, 10), date(2026, 1, 5)) == date(2026, 2, 16)
    assert first_on("NONSENSE", date(2026, 2, 9)) is None
