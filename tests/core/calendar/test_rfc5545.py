"""Breaches of the standard: each MUST that calendar data does not keep is named once."""

import pytest
from editor.core.calendar.rfc5545 import find_breaches

GOOD = ("UID:1@a.example", "DTSTAMP:20260209T070000Z", "DTSTART:20260304T180000Z")
HEAD = ("VERSION:2.0", "PRODID:-//a//b//EN")


def breaches(*lines, head=HEAD, newline="\r\n"):
    """What is wrong with a calendar of one event."""
    all_lines = ("BEGIN:VCALENDAR", *head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")
    data = (newline.join(all_lines) + newline).encode()
    return [str(message) for message in find_breaches(data)]


def test_a_calendar_that_keeps_the_rules_has_no_breach():
    rule = "RRULE:FREQ=DAILY;UNTIL=20260401T000000Z"
    assert breaches(*GOOD, "DTEND:20260304T200000Z", rule) == []


@pytest.mark.parametrize(
    ("lines", "breach"),
    [
        (GOOD[1:], "UID is missing"),
        (GOOD[::2], "DTSTAMP is missing"),
        (GOOD[:2], "DTSTART is missing"),
        ((*GOOD, "UID:2"), "UID stands twice"),
        ((*GOOD, "SUMMARY:a", "SUMMARY:b"), "SUMMARY stands twice"),
        ((GOOD[0], "DTSTAMP:20260209T070000", GOOD[2]), "DTSTAMP is not in UTC"),
        ((*GOOD, "DTEND:20260304T200000Z", "DURATION:PT2H"), "DTEND and DURATION stand together"),
        ((*GOOD, "DTEND;VALUE=DATE:20260305"), "DTSTART and DTEND are of different kinds"),
        ((*GOOD, "DTEND:20260304T200000"), "DTSTART and DTEND are of different kinds"),
        ((*GOOD, "DTEND:20260304T180000Z"), "DTEND is not after DTSTART"),
        ((*GOOD, "RRULE:FREQ=DAILY;UNTIL=20260401"), "UNTIL is not of the kind DTSTART is"),
        ((*GOOD, "DTEND;TZID=Mars/Olympus:20260305T200000"), "DTEND names the time zone"),
        ((*GOOD, "LINK:https://a.example"), "LINK lacks VALUE or LINKREL"),
        ((*GOOD, "LINK;VALUE=UID;LINKREL=SOURCE:https://a.example"), "LINK calls an address a UID"),
        ((*GOOD, "SUMMARY:" + "x" * 80), "A line is longer than 75 octets: 88"),
    ],
)
def test_a_breach_in_an_event_is_named(lines, breach):
    assert any(message.startswith(breach) for message in breaches(*lines))


@pytest.mark.parametrize("line", HEAD)
def test_a_breach_in_a_calendar_is_named(line):
    name = line.partition(":")[0]
    head = [other for other in HEAD if other != line]
    assert breaches(*GOOD, head=head) == [f"{name} is missing or stands twice (RFC 5545 §3.6)."]


def test_bare_line_feeds_are_named():
    assert breaches(*GOOD, newline="\n") == ["Lines do not all end in CR LF (RFC 5545 §3.1)."]


@pytest.mark.parametrize("data", [b"hallo\r\n", b"", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"])
def test_what_is_no_calendar_is_said(data):
    assert any("no calendar that can be read" in str(message) for message in find_breaches(data))
