"""Words of a meeting that are left over mean: no rule is certain, no hour becomes a place."""

import pytest
from editor.core.calendar.recurrence import Certainty, read_phrase
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import parse_issue

HEAD = "---\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n## Veranstaltungen\n* Regelmäßige Treffen\n"


def read(shelf, line):
    issue = parse_issue(f"{HEAD}  * {line}\n", shelf.named("newsletter"))
    (meeting,) = issue.meetings
    return issue, meeting


@pytest.mark.parametrize(
    "line",
    [
        "Ulm: jeden Dienstag und Donnerstag, 19:00-22:00, Haus, Weg 1, 04103 Leipzig",
        "Ulm: jeden Dienstag, Donnerstag, 19:00-22:00, Haus",
        "Ulm: jeden ersten Montag im Quartal, 19:00, Haus",
        "Ulm: jeden Montag in ungeraden Monaten, 19:00, Haus",
        "Ulm: jeden Montag in geraden Wochen, 19:00, Haus",
        "Ulm: jeden Dienstag bis Ende Juni, 19:00, Haus",
        "Ulm: jeden Dienstag, ab 01.10.2026, 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00, ab 01.10.2026, Haus",
        "Ulm: jeden Dienstag, 19:00, bis Ende Juni, Haus",
        "Ulm: jeden Dienstag, 19:00, außer in den Ferien, Haus",
        "Ulm: jeden Dienstag, 19:00, nicht an Feiertagen, Haus",
        "Ulm: jeden Dienstag abends, 19:00, Haus",
        "Ulm: jeden Dienstag, abends, 19:00, Haus",
        "Ulm: jeden Dienstag (online), 19:00, Haus",
        "Ulm: jeden Dienstag, (online), 19:00, Haus",
        "Ulm: every Tuesday and Thursday, 19:00, house",
        "Ulm: every Tuesday from October, 19:00, house",
        "Ulm: jeden Dienstag und Freitag, 19:00, Haus: **Treff**",
    ],
)
def test_what_is_read_by_half_is_no_rule(shelf, line):
    issue, meeting = read(shelf, line)
    assert meeting.rule.certainty is Certainty.UNREAD
    assert meeting.rule.rrule == ""
    data = read_event_data(meeting, issue.text)
    assert "19:00" not in data.address
    assert "Donnerstag" not in data.address
    assert not CalendarLinkBuilder(issue.profile, issue.stamp).is_possible(data, None)


@pytest.mark.parametrize(
    ("line", "rrule", "address"),
    [
        ("Ulm: jeden Dienstag, 19:00-22:00, Haus, Weg 1", "FREQ=WEEKLY;BYDAY=TU", "Haus, Weg 1"),
        ("Ulm: jeden Dienstag 19:00, Haus", "FREQ=WEEKLY;BYDAY=TU", "Haus"),
        ("Ulm: jeden Dienstag, Haus", "FREQ=WEEKLY;BYDAY=TU", "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Café Sonntag, Weg 1", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Haus bis auf Weiteres", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Nur Mut e. V., Weg 1", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag bis 30.06.2026, 19:00, Haus", None, "Haus"),
        (
            "Ulm: jeden Dienstag, 19:00, Haus: **Reihe bis Ende Juni**",
            "FREQ=WEEKLY;BYDAY=TU",
            "Haus",
        ),
    ],
)
def test_what_is_read_whole_stays_a_rule(shelf, line, rrule, address):
    issue, meeting = read(shelf, line)
    assert meeting.rule.certainty is Certainty.CERTAIN
    assert rrule is None or meeting.rule.rrule == rrule
    assert address is None or read_event_data(meeting, issue.text).address == address


def test_a_phrase_is_read_to_its_end():
    assert read_phrase("jeden Dienstag").pattern
    assert read_phrase("jeden Dienstag und Donnerstag").certainty is Certainty.UNREAD
    assert read_phrase("irgendwann") is None
