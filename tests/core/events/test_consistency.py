"""A line and its calendar entry: they agree where they say the same in other forms."""

import pytest
from editor.core.calendar.entry import encode_link
from editor.core.events.consistency import compare_event
from editor.core.issue.issue import parse_issue


@pytest.fixture(scope="module")
def differences(shelf):
    """Compares the line of an event with an entry that has these lines of its own."""

    def differences(line, *entry):
        calendar = (
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            "UID:u",
            "SUMMARY:Eins",
            *entry,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        )
        data = "\r\n".join(calendar).encode()
        href = f"data:text/calendar;base64,{encode_link(data)}"
        text = f'## Termine\n* {line}: **Eins** <a href="{href}">x</a>\n'
        issue = parse_issue(text, shelf.named("newsletter"))
        return compare_event(issue.events[0], issue.text, issue.profile).differs

    return differences


def test_an_end_may_be_a_duration(differences):
    line = "Mittwoch, 04.03.2026, 19:00-21:00"
    assert differences(line, "DTSTART:20260304T180000Z", "DURATION:PT2H") == ()


def test_a_whole_day_may_be_written_from_midnight_to_midnight(differences):
    line = "Mittwoch, 04.03.2026"
    assert differences(line, "DTSTART:20260304T000000", "DTEND:20260305T000000") == ()


def test_the_last_moment_of_the_calendar_is_another_start(differences):
    line = "Mittwoch, 04.03.2026, 19:00"
    assert "start" in differences(line, "DTSTART:99991231T235959Z")
