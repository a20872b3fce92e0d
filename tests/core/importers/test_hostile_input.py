"""What was made to hurt is read or refused, soon, whatever reader it meets."""

import base64
from time import process_time

import pytest
from editor.core.base.errors import UserFacingError
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.checks.table import run_checks
from editor.core.events.link_reading import read_link
from editor.core.importers.candidate import ImportContext
from editor.core.importers.importing import import_events
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import GENERIC

SECONDS = 4.0


def calendar(*lines, zone=(), event=()):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *zone, "BEGIN:VEVENT", *lines, *event]
    start = "DTSTART;TZID=Europe/Berlin:20260311T180000"
    return "\r\n".join([*lines, start, "SUMMARY:x", "END:VEVENT", "END:VCALENDAR", ""]).encode()


def zone(name, *observances):
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *observances, "END:VTIMEZONE"]


def observance(rule="", start="19700101T000000"):
    rules = [f"RRULE:{rule}"] if rule else []
    offsets = ["TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"]
    return ["BEGIN:STANDARD", f"DTSTART:{start}", *offsets, *rules, "END:STANDARD"]


EVERY_SECOND = zone("Europe/Berlin", *observance("FREQ=SECONDLY"))
EVENT_PAGE = '<div itemscope itemtype="https://schema.org/Event">'
CALENDARS = {
    "zone of seconds": calendar(zone=EVERY_SECOND),
    "unknown zone of seconds": calendar(zone=zone("Nirgends", *observance("FREQ=SECONDLY"))),
    "many observances": calendar(
        zone=zone("Nirgends", *(line for i in range(30_000) for line in observance()))
    ),
    "rule without days": calendar("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "rule of seconds": calendar("RRULE:FREQ=SECONDLY"),
    "commas": calendar("CATEGORIES:" + "," * 1_500_000),
    "nested": b"BEGIN:VCALENDAR\r\n" * 100_000 + b"END:VCALENDAR\r\n" * 100_000,
    "lines": calendar(*(f"X-A{i}:b" for i in range(150_000))),
    "small letters": b"".join(
        [b"begin:vcalendar\r\n", b"begin:vevent\r\nend:vevent\r\n" * 20_000, b"end:vcalendar\r\n"]
    ),
}
MAILS = {
    "nested parts": "".join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(2000)
    ),
    "long subject": "Subject: " + "wort " * 250_000 + "\n\nText",
    "folded subject": "Subject: " + "wort\n " * 250_000 + "\n\nText",
    "mails in mails": "Content-Type: message/rfc822\n\n" * 3000,
    "parentheses": "Content-Type: " + "(" * 20_000 + "\n\nText",
}
PAGES = {
    "nested items": EVENT_PAGE * 100_000,
    "linked data": '<script type="application/ld+json">['
    + ",".join('{"@type":"Event","startDate":"2026-03-01","name":"x"}' for _ in range(80_000))
    + "]</script>",
    "deep linked data": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
}


def read(data, name):
    begun = process_time()
    try:
        import_events(data, name, ImportContext(GENERIC))
    except UserFacingError:
        pass
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize("name", CALENDARS)
def test_calendars(name):
    read(CALENDARS[name], "a.ics")


@pytest.mark.parametrize("name", MAILS)
def test_mails(name):
    read(("MIME-Version: 1.0\n" + MAILS[name]).encode(), "a.eml")


@pytest.mark.parametrize("name", PAGES)
def test_pages(name):
    read(f"<html><body>{PAGES[name]}".encode()[: 5 * 2**20], "a.html")


@pytest.mark.parametrize("name", CALENDARS)
def test_links(name):
    """A link is read in the window's own thread, for every entry of the page."""
    data = CALENDARS[name]
    href = "data:text/calendar;base64," + base64.b64encode(data).decode()
    begun = process_time()
    read_link(href)
    find_breaches(data)
    assert process_time() - begun < 1.0


def test_a_page_of_meetings_that_never_take_place(shelf):
    link = base64.b64encode(CALENDARS["rule without days"]).decode()
    lines = [
        f"  * Ort {number}: jeden Dienstag, 19:00, Haus "
        f'<a href="data:text/calendar;base64,{link}">x</a>'
        for number in range(20)
    ]
    text = "---\ntitle: x\n---\n## Veranstaltungen\n* Treffen\n" + "\n".join(lines) + "\n"
    begun = process_time()
    run_checks(parse_issue(text, shelf.named("newsletter")))
    assert process_time() - begun < SECONDS
