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
        "Ulm: jeden Dienstag, 14-tägig, 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00 (14-tägig), Haus",
        "Ulm: jeden Dienstag, 19:00, alle zwei Wochen, Haus",
        "Ulm: jeden Dienstag, 19:00, jede zweite Woche, Haus",
        "Ulm: jeden Dienstag, 19:00, monatlich, Haus",
        "Ulm: jeden Dienstag, 19:00, ungerade KW, Haus",
        "Ulm: jeden Dienstag, 19:00, im Semester, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus (Sommerpause im August)",
        "Ulm: jeden Dienstag, 19:00, Haus, entfällt im Mai",
        "Ulm: jeden Dienstag, beginnend am 3. März, 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00, erstmals am 3. März, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus, letzter Termin am 30. Juni",
        "Ulm: jeden Dienstag, 19:00, Haus, nach Absprache",
        "Ulm: jeden Dienstag, halb acht, Haus",
        "Ulm: jeden Dienstag, 19:00/20:00, Haus",
        "Ulm: jeden Dienstag, 19:00 und 21:00, Haus",
        "Ulm: jeden Dienstag, 19:00, Donnerstag, 20:00, Haus",
        "Ulm: jeden Dienstag, 19:00, im Winter 18:00, Haus",
        "Ulm: jeden Dienstag /19:00, Haus",
        "Ulm: every Tuesday, 19:00, every other week, house",
        "Ulm: every Tuesday, 19:00, biweekly, house",
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
        ("Ulm: every Tuesday, 7pm, house", "FREQ=WEEKLY;BYDAY=TU", "house"),
        ("Ulm: jeden Dienstag 19:00, Haus", "FREQ=WEEKLY;BYDAY=TU", "Haus"),
        ("Ulm: jeden Dienstag, Haus", "FREQ=WEEKLY;BYDAY=TU", "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Café Sonntag, Weg 1", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Haus bis auf Weiteres", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Nur Mut e. V., Weg 1", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag bis 30.06.2026, 19:00, Haus", None, "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Haus (ab 16 Jahren)", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Gerade Straße 3", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Haus (Einlass 18:30)", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Weg 1, ab Maitor links", "FREQ=WEEKLY;BYDAY=TU", None),
        ("Ulm: jeden Dienstag, 19:00, Straße des 17. Juni 1", "FREQ=WEEKLY;BYDAY=TU", None),
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
