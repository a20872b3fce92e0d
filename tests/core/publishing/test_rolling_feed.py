"""The calendar to subscribe to goes on from issue to issue: a month played by its subscribers."""

from datetime import date, timedelta

import pytest
import recurring_ical_events
from editor.core.base.edits import apply
from editor.core.calendar.calendar_reading import read_feed
from editor.core.events.editing import change_event, toggle_link
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.publishing.next_issue import NextIssue, make_next_issue
from editor.core.publishing.rolling_feed import write_issue_feed
from icalendar import Calendar
from msgspec.structs import replace

from helpers.calendar_validator import find_faults

DECEMBER = """---
title: "Los – Out in the Open Dezember 2025"
date: '2026-01-12T08:00:00+01:00'
---
## Veranstaltungen
* Donnerstag, 22.01.2026, 19:00, online: **Vorbei**
  * https://vorbei.example
* Mittwoch, 18.02.2026, 19:00, online: **Geändert**
  * https://geaendert.example
* Donnerstag, 19.02.2026, 19:00, online: **Gestrichen**
  * https://abgesagt.example
* Freitag, 20.02.2026, 19:00, online: **Wandert**
  * https://verschoben.example
* Samstag, 21.02.2026, 19:00, online: **Bleibt**
  * https://bleibt.example
* Regelmäßige Treffen:
  * Leipzig: jeden zweiten und vierten Mittwoch im Monat, 19:00, online
  * Köln: jeden Dienstag, 19:00, online
"""


def changed(issue, title, **new):
    context = make_edit_context(issue)
    event = next(entry for entry in issue.entries if entry.title == title)
    data = read_event_data(event, issue.text)
    text = apply(issue.text, change_event(context, event, replace(data, **new)))
    return parse_issue(text, issue.profile)


@pytest.fixture(scope="module")
def months(shelf):
    """The feeds of two issues, the second made from the first."""
    december = parse_issue(DECEMBER, shelf.named("newsletter"))
    for title in [entry.title for entry in december.entries]:
        event = next(entry for entry in december.entries if entry.title == title)
        edits = toggle_link(make_edit_context(december), event, wanted=True)
        december = parse_issue(apply(december.text, edits), december.profile)
    first = write_issue_feed(december)

    text = make_next_issue(
        december, NextIssue(2026, 1, date(2026, 2, 9), "Los", "Foto: eigenes Foto")
    )
    january = parse_issue(text, december.profile)
    january = changed(january, "Geändert", address="Haus, Weg 1, 04109 Leipzig", online=False)
    january = changed(january, "Gestrichen", cancelled=True)
    event = next(entry for entry in january.events if entry.title == "Wandert")
    moved = read_event_data(event, january.text).when
    january = changed(
        january, "Wandert", when=replace(moved, start=moved.start + timedelta(days=7))
    )
    lines = [line for line in january.text.splitlines(keepends=True) if "Köln" not in line]
    january = parse_issue("".join(lines), january.profile)
    return first, write_issue_feed(january, first), january


def events_of(feed):
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(feed).walk("VEVENT")}


def test_each_event_is_there_once_and_right(months):
    first, second, _ = months
    titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(second).walk("VEVENT")]
    assert sorted(titles) == sorted(
        ["Vorbei", "Geändert", "Gestrichen", "Wandert", "Bleibt", "Leipzig", "Leipzig", "Köln"]
    )
    before, after = events_of(first), events_of(second)
    assert after["Geändert"]["LOCATION"] == "Haus, Weg 1, 04109 Leipzig"
    assert after["Gestrichen"]["STATUS"] == "CANCELLED"
    assert after["Wandert"]["DTSTART"].dt.date() == date(2026, 2, 27)
    for title in ("Geändert", "Gestrichen", "Wandert"):
        assert after[title]["UID"] == before[title]["UID"]
        assert int(after[title]["SEQUENCE"]) > int(before[title].get("SEQUENCE", 0))
    assert after["Bleibt"].get("SEQUENCE") == before["Bleibt"].get("SEQUENCE")
    assert find_faults(second) == []


def test_a_meeting_that_is_not_listed_any_more_ends(months):
    _, second, _ = months
    calendar = Calendar.from_ical(second)
    coming = recurring_ical_events.of(calendar).between(date(2026, 2, 9), date(2026, 4, 1))
    assert "Köln" not in {str(event["SUMMARY"]) for event in coming}
    gone = recurring_ical_events.of(calendar).between(date(2026, 1, 12), date(2026, 2, 9))
    assert "Köln" in {str(event["SUMMARY"]) for event in gone}


def test_the_feed_of_the_same_issue_stays_as_it_is(months):
    _, second, january = months
    assert write_issue_feed(january, second) == second


def test_what_is_long_over_goes(months):
    _, second, january = months
    text = january.text.replace("2026-02-09T08", "2026-06-08T08")
    later = parse_issue(text, january.profile)
    kept = {entry.summary for entry in read_feed(write_issue_feed(later, second))}
    assert "Vorbei" not in kept and "Köln" not in kept


def test_an_event_that_is_typed_anew_on_another_day_takes_the_place_of_the_old(shelf, months):
    first, _, _ = months
    text = DECEMBER.replace("2026-01-12T08", "2026-02-09T08").replace(
        "Freitag, 20.02.2026", "Freitag, 27.02.2026"
    )
    typed = parse_issue(text, shelf.named("newsletter"))
    feed = read_feed(write_issue_feed(typed, first))
    days = [entry.start.date() for entry in feed if entry.summary == "Wandert"]
    assert days == [date(2026, 2, 27)]


def test_a_feed_that_is_none_is_begun_anew(months):
    _, _, january = months
    assert write_issue_feed(january, b"kaputt") == write_issue_feed(january)
