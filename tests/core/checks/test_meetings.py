"""Checks of regular meetings: what their words mean, and whether their calendar entries agree."""

import pytest

MEETING = "## Veranstaltungen\n* Gruppe\n  * Ulm: "


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("jeden zweiten Montag, 19:00, online", ["rule-doubt"]),
        ("jeden zweiten oder dritten Montag im Monat, online", ["rule-choice"]),
        ("jeden. Mittwoch, online", ["rule-typo"]),
        ("montags aller zwei Wochen, online", ["weeks-guessed"]),
        ("jeden ersten Montag im Monat, online", []),
    ],
)
def test_rules(codes_of, words, codes):
    assert codes_of(f"{MEETING}{words}\n") == codes


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["DTSTART:20260211T180000Z"], "series-once"),
        (["DTSTART:20250212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE"], "series-stale"),
        (["DTSTART:20260212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE"], "series-start"),
        (["DTSTART:20260212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=TH"], "rule-entry"),
    ],
)
def test_entries_of_a_series(codes_of, calendar_link, lines, code):
    line = "jeden Mittwoch, 19:00, online" + calendar_link("SUMMARY:Ulm", *lines)
    assert set(codes_of(f"{MEETING}{line}\n")) - {"link-standard"} == {code}
