"""Checks of calendar links: against their lines, against RFC 5545, and as HTML on the page."""

import pytest
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.reading import read_event_data

EVENTS = "## Veranstaltungen\n"
LINE = "* Mittwoch, 11.02.2026, 10:00, online: **Eins**"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["SUMMARY:Eins", "DTSTART:20260211T090000Z"], set()),
        (["SUMMARY:Eins", "DTSTART:20260211T100000Z"], {"link-differs"}),
        (["SUMMARY:Ganz anders", "DTSTART:20260211T090000Z"], {"link-title"}),
    ],
)
def test_an_entry_says_what_its_line_says(codes_of, calendar_link, lines, codes):
    body = EVENTS + LINE + calendar_link(*lines) + "\n"
    assert set(codes_of(body)) - {"link-standard"} == codes


def test_an_entry_against_the_standard_is_found(codes_of, calendar_link):
    link = calendar_link(
        "SUMMARY:Eins", "LOCATION:online", "LOCATION:online", "DTSTART:20260211T090000Z"
    )
    assert codes_of(EVENTS + LINE + link + "\n") == ["link-standard"]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        (
            "<a title='a'b' href=\"data:text/calendar;base64,eA==\">x</a>",
            ["link-breaks-page", "link-damaged"],
        ),
        ("[📅](data:text/calendar;base64,eA==)", ["link-markdown"]),
    ],
)
def test_a_link_that_the_page_or_the_calendar_cannot_use(codes_of, link, codes):
    assert codes_of(f"{EVENTS}* Mittwoch, 11.02.2026, online: **Eins** {link}\n") == codes


@pytest.mark.parametrize(
    "line",
    [
        "DURATION:x",
        "DTEND:20260211T100000X",
        "RRULE:FREQ=FOO",
        "RRULE:FREQ=DAILY;UNTIL=x",
        "GEO:x",
        "DTSTAMP:x",
    ],
)
def test_an_odd_calendar_entry_ends_no_check(diagnose, calendar_link, line):
    link = calendar_link("SUMMARY:Eins", "DTSTART:20260211T090000Z", line)
    _, diagnostics = diagnose(EVENTS + LINE + link + "\n")
    assert {diagnostic.code for diagnostic in diagnostics} <= {"link-standard", "link-damaged"}
    for diagnostic in diagnostics:
        assert "could not be checked" not in diagnostic.message


def test_attributes_may_be_written_in_any_way(codes_of):
    body = (
        '<a download href="data:text/calendar,x">x</a> '
        '<a download = "x" href="data:text/calendar,x" title="A > B">x</a>\n'
    )
    assert codes_of(body) == []


def test_the_link_the_program_writes_for_a_deadline_is_right(codes_of, diagnose, shelf):
    """The link and its entry begin with the word for a deadline; the line does not."""
    line = "* Netzwerk Uferwege, Anmeldung von Ständen bis 15.12.2026"
    issue, _ = diagnose(f"## Fristen\n{line}\n")
    (event,) = issue.entries
    link = CalendarLinkBuilder(shelf.named("newsletter")).build(read_event_data(event, issue.text))
    assert "Frist: Netzwerk" in link
    assert codes_of(f"## Fristen\n{line} {link}\n") == []
