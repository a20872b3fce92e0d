"""Calendar entries of meetings: one for each series, from what the rule and the old entry say."""

from datetime import UTC, date, datetime

import pytest
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.core.base.edits import apply
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.entry import CalendarEntry, decode_link, encode_link
from editor.core.events.editing import change_event
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.link_refresh import find_refreshes, refresh_edits
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from msgspec.structs import replace

HEAD = "---\ntitle: x\ndate: '{0}T08:00:00+01:00'\n---\n## Veranstaltungen\n"
OLD = CalendarEntry(
    "Runde",
    datetime(2026, 2, 10, 18, tzinfo=UTC),
    datetime(2026, 2, 10, 20, tzinfo=UTC),
    "Haus, Weg 1, 04109 Leipzig",
    rrule="FREQ=WEEKLY;BYDAY=TU",
    uid="runde@x",
    stamp=datetime(2026, 1, 1, tzinfo=UTC),
)
PLACE = "19:00, Haus, Weg 1, 04109 Leipzig"


def page(words, old=None, published="2026-02-09"):
    """An issue with one meeting, and its calendar link if it has one."""
    link = ""
    if old:
        data = encode_link(write_entry(old, "Europe/Berlin"))
        link = f" <a download='event.ics' href=\"data:text/calendar;base64,{data}\">&#x1F4C5;</a>"
    regular = f"* Regelmäßige Treffen:\n  * Runde: {words}, {PLACE}{link}\n"
    return HEAD.format(published) + regular


@pytest.fixture(scope="module")
def renewed(shelf):
    """The text after all links are as the program would write them, by the lines."""

    def renew(text):
        issue = parse_issue(text, shelf.named("newsletter"))
        context = make_edit_context(issue, "", None, load_gazetteer()[0])
        found = find_refreshes(context, context.events)
        decided = [(refresh, refresh.proposed) for refresh in found]
        return apply(text, refresh_edits(context, decided))

    return renew


@pytest.fixture(scope="module")
def linked(shelf):
    """The text with a new link for its meeting."""

    def add(text):
        issue = parse_issue(text, shelf.named("newsletter"))
        context = make_edit_context(issue, "", None, load_gazetteer()[0])
        (meeting,) = issue.meetings
        data = read_event_data(meeting, text)
        return apply(text, change_event(context, meeting, data, issue.day))

    return add


def entry_of(text):
    return read_entries(decode_link(CALENDAR_ANCHOR.search(text)["href"]))[0]


def test_several_ordinals_are_an_entry_each_in_one_link(linked):
    entry = entry_of(linked(page("jeden zweiten und vierten Mittwoch im Monat")))
    assert [series.rrule for series in entry.series] == [
        "FREQ=MONTHLY;BYDAY=2WE",
        "FREQ=MONTHLY;BYDAY=4WE",
    ]
    assert [series.start.date() for series in entry.series] == [
        date(2026, 2, 11),
        date(2026, 2, 25),
    ]
    assert len({series.uid for series in entry.series}) == 2
    assert {series.summary for series in entry.series} == {"Runde"}


def test_each_series_keeps_its_uid_from_issue_to_issue(linked, renewed):
    words = "jeden zweiten und vierten Mittwoch im Monat"
    first = linked(page(words))
    second = renewed(first.replace("2026-02-09", "2026-03-09"))
    assert second != first
    assert [(old.uid, new.uid) for old, new in series_of_both(first, second)] == [
        (old.uid, old.uid) for old in entry_of(first).series
    ]
    assert [new.sequence for _, new in series_of_both(first, second)] == [1, 1]
    assert renewed(second) == second


def series_of_both(first, second):
    return zip(entry_of(first).series, entry_of(second).series, strict=True)


def test_an_old_entry_of_two_ordinals_becomes_two(renewed):
    old = replace(
        OLD, rrule="FREQ=MONTHLY;BYDAY=2TU,4TU", others="CATEGORIES:Treffen\r\n", location="Haus"
    )
    entry = entry_of(renewed(page("jeden zweiten und vierten Dienstag im Monat", old)))
    assert [series.rrule for series in entry.series] == [
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=4TU",
    ]
    assert entry.uid == "runde@x"
    assert all("CATEGORIES:Treffen" in series.others for series in entry.series)


def test_a_series_that_has_not_begun_stays_in_the_future(renewed):
    future = datetime(2026, 5, 5, 17, tzinfo=UTC)
    old = replace(OLD, start=future, end=future.replace(hour=19))
    after = renewed(page("jeden Dienstag", old))
    assert entry_of(after).start.date() == date(2026, 5, 5)


def test_days_that_are_struck_from_a_series_stay_so(renewed):
    old = replace(OLD, without=(date(2026, 4, 7),))
    assert entry_of(renewed(page("jeden Dienstag", old))).without == (date(2026, 4, 7),)


def test_an_end_that_the_line_does_not_say_stays(renewed):
    old = replace(OLD, rrule="FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU")
    after = entry_of(renewed(page("jeden Dienstag", old)))
    assert after.rrule == "FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU"


def test_months_that_an_old_entry_names_are_days_that_a_new_one_leaves_out(renewed):
    old = replace(OLD, rrule="FREQ=MONTHLY;BYDAY=-1TU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11")
    entry = entry_of(renewed(page("jeden letzten Dienstag im Monat, außer Dezember", old)))
    assert entry.rrule == "FREQ=MONTHLY;BYDAY=-1TU"
    assert entry.without == (date(2026, 12, 29), date(2027, 12, 28), date(2028, 12, 26))


def test_holidays_are_those_of_the_address(linked):
    entry = entry_of(linked(page("jeden Mittwoch außer an Feiertagen")))
    assert date(2026, 11, 18) in entry.without  # in Saxony alone
    berlin = page("jeden Mittwoch außer an Feiertagen").replace("04109 Leipzig", "10115 Berlin")
    assert date(2026, 11, 18) not in entry_of(linked(berlin)).without
