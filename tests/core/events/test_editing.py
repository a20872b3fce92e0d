"""Events on the page: read from loose lines, and changed in place without touching the rest."""

from datetime import date, time

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link, encode_link, read_identity
from editor.core.checks.table import run_checks
from editor.core.events.editing import change_event, toggle_link
from editor.core.events.insertion import add_entries
from editor.core.events.lists import move_entries, remove_entries
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import calendar_hrefs, make_edit_context, parse_issue
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from helpers.corpus import CORPUS, DOCUMENTS, EDGES, ISSUES, SAMPLE, SEEDS, text_of


@pytest.fixture
def issue(shelf):
    return parse_issue(EDGES["events"].decode(), shelf.named("newsletter"))


@pytest.fixture
def sample(shelf):
    return parse_issue(text_of(SAMPLE), shelf.named("newsletter"))


def changed(issue, event, **new):
    values = replace(read_event_data(event, issue.text), **new)
    return apply(issue.text, change_event(make_edit_context(issue), event, values))


def line_with(text, words):
    return next(line for line in text.splitlines() if words in line)


LINES = {
    "Mittwoch, 04.02.2026, 10:00-11:30, online: **Titel**": ("Titel", "", True),
    "Mittwoch, 04.02.2026, 20:00-22:00, Haus, Weg 1, 10179 Berlin und auch online: **Titel**": (
        "Titel",
        "Haus, Weg 1, 10179 Berlin",
        True,
    ),
    "Mittwoch, 04.02.2026 19:00 - 21:00 Uhr: **Titel**": ("Titel", "", False),
    "Mittwoch, 04.02.2026, 20:00-21:30, online, **Titel**": ("Titel", "", True),
    "Mittwoch, 04.02.2026 an der TU Berlin: **Titel**": ("Titel", "an der TU Berlin", False),
    "Mittwoch, 04.02.2026, Zürich: Titel ohne Fett": ("Titel ohne Fett", "Zürich", False),
    "Mittwoch, 04.02.2026, Haus (Weg 1, 22303 Ort): [Titel](https://t.example)": (
        "Titel",
        "Haus (Weg 1, 22303 Ort)",
        False,
    ),
    "Mittwoch, 4. Februar 2026, 20 Uhr, [Titel](https://t.example): mehr": ("Titel", "", False),
    "Mittwoch, 04.02.2026, Code for Germany Summit": ("Code for Germany Summit", "", False),
}


@pytest.mark.parametrize("line", LINES)
def test_loose_lines_are_read(line):
    issue = parse_issue(f"## Termine\n * {line}\n   * https://u.example\n")
    values = read_event_data(issue.events[0], issue.text)
    assert (values.title, values.address, values.online) == LINES[line]
    assert values.when.start == date(2026, 2, 4)


def test_events_meetings_and_deadlines_are_told_apart(issue):
    assert [event.title for event in issue.events] == ["Treffen *eins*", "Barcamp"]
    assert [(event.title, event.rule.rrule) for event in issue.meetings] == [
        ("OK Lab Ulm", "FREQ=WEEKLY;BYDAY=WE"),
        ("Bonn", ""),
    ]
    assert [(event.title, event.when.start) for event in issue.deadlines] == [
        ("Preis", date(2026, 2, 11))
    ]


def test_a_change_touches_its_value_and_the_link(issue):
    after = changed(issue, issue.events[0], when=TimeSpan(date(2026, 2, 5), time(9)))
    assert line_with(after, "Treffen").startswith(
        "* Donnerstag, 05.02.2026, 09:00, online: **Treffen *eins*** <a title='Kalendereintrag"
    )
    assert len(set(after.splitlines()) ^ set(issue.text.splitlines())) == 2


def test_a_link_is_taken_away_and_given_back(sample):
    number, event = next(pair for pair in enumerate(sample.events) if pair[1].link)
    assert toggle_link(make_edit_context(sample), event, wanted=True) == []
    bare = apply(sample.text, toggle_link(make_edit_context(sample), event, wanted=False))
    without = parse_issue(bare, sample.profile)
    assert without.events[number].link is None
    assert bare.count("\n") == sample.text.count("\n")
    assert toggle_link(make_edit_context(without), without.events[number], wanted=False) == []
    edits = toggle_link(make_edit_context(without), without.events[number], wanted=True)
    again = parse_issue(apply(bare, edits), sample.profile)
    assert again.events[number].link
    said = [read_event_data(entry, sample.text) for entry in sample.entries]
    for other in (without, again):
        assert [read_event_data(entry, other.text) for entry in other.entries] == said


def test_a_line_without_a_date_gets_no_link(shelf):
    text = "## Veranstaltungen\n* **Irgendwann** im Haus\n"
    issue = parse_issue(text, shelf.named("newsletter"))
    for event in issue.events:
        assert toggle_link(make_edit_context(issue), event, wanted=True) == []


def test_details_change_line_by_line(issue):
    after = changed(
        issue, issue.events[0], url="https://neu.example", notes="eine Notiz\nund noch eine"
    )
    assert "  * https://neu.example\n  * eine Notiz\n  * und noch eine\n* Samstag" in after
    bare = changed(issue, issue.events[1], url="https://b.example")
    assert "  * https://b.example\n* etwas ganz anderes" in bare
    assert "https://t.example" not in changed(issue, issue.events[0], url="")


def test_a_value_the_line_has_no_place_for_rewrites_the_line():
    issue = parse_issue("## Termine\n* Montag, 02.02.2026, Treffen der Gruppe\n")
    after = changed(issue, issue.events[0], address="Haus, Weg 1, 04103 Leipzig")
    assert "* Montag, 02.02.2026, Haus, Weg 1, 04103 Leipzig: **Treffen der Gruppe** <a " in after


def test_a_title_that_would_not_read_back_is_refused(issue):
    for title in ("a ** b", "zwei\nZeilen", " vorn"):
        with pytest.raises(UserFacingError):
            changed(issue, issue.events[0], title=title)


def test_an_event_is_added_in_order_of_dates(issue):
    new = EventData(
        "Dazwischen", TimeSpan(date(2026, 2, 5), time(18)), "", True, "https://d.example", "Notiz"
    )
    after = apply(issue.text, add_entries(make_edit_context(issue), [new]))
    assert [event.title for event in parse_issue(after).events] == [
        "Treffen *eins*",
        "Dazwischen",
        "Barcamp",
    ]
    assert "  * https://d.example\n  * Notiz\n* Samstag" in after


@pytest.mark.parametrize(
    "text",
    ["", "Text", "---\ntitle: x\n---\n", "## Termine\n", "## Termine", "## Termine\nText davor\n"],
)
def test_the_first_event_finds_its_place(text):
    issue = parse_issue(text)
    new = EventData("Erster", TimeSpan(date(2026, 2, 5)), "", True)
    after = apply(text, add_entries(make_edit_context(issue), [new]))
    assert [event.title for event in parse_issue(after).events] == ["Erster"]


def test_events_are_removed_and_moved_whole(issue):
    first, second = issue.events
    assert "eins" not in apply(issue.text, remove_entries(make_edit_context(issue), first))
    moved = apply(issue.text, move_entries(make_edit_context(issue), [second], first))
    assert [event.title for event in parse_issue(moved).events] == ["Barcamp", "Treffen *eins*"]
    assert sorted(moved.splitlines()) == sorted(issue.text.splitlines())


def test_cr_lf_stays(shelf):
    issue = parse_issue(EDGES["CR LF"].decode(), shelf.named("newsletter"))
    new = EventData("Neu", TimeSpan(date(2026, 2, 5)), "", True, "https://n.example")
    after = apply(issue.text, add_entries(make_edit_context(issue, "\r\n"), [new]))
    assert "\n" not in after.replace("\r\n", "")


def test_new_links_pass_and_old_ones_stay(sample):
    event = sample.events[1]
    after = parse_issue(changed(sample, event, title="Umbenannt"), sample.profile)
    old, new = calendar_hrefs(sample), calendar_hrefs(after)
    assert [a == b for a, b in zip(old, new, strict=True)] == [True, False] + [True] * (
        len(old) - 2
    )
    entry = read_entries(decode_link(new[1]))[0]
    assert (entry.summary, entry.sequence) == ("Umbenannt", 1)
    assert entry.uid == read_identity(decode_link(old[1]))[0]


def test_the_sample_issue_is_without_fault(sample):
    assert run_checks(sample) == []
    assert len(sample.events) == 5
    assert len(sample.meetings) == 3
    assert len(sample.deadlines) == 2


@given(st.text(max_size=80))
def test_parse_is_total(text):
    for candidate in (
        text,
        f"## Termine\n* {text}\n",
        f"## Termine\n* Montag, 02.02.2026, {text}\n  * {text}\n",
    ):
        issue = parse_issue(candidate)
        for event in issue.entries:
            assert (
                change_event(make_edit_context(issue), event, read_event_data(event, candidate))
                == []
            )


def test_no_real_file_raises_and_dated_lines_are_found():
    counted = {"event": 0, "meeting": 0, "deadline": 0}
    without = 0
    for path in DOCUMENTS:
        issue = parse_issue(text_of(path))
        for entry in issue.entries:
            counted[entry.kind] += 1
            without += entry.kind == "event" and not entry.title
            bounds = [entry.span.start, entry.content.start, entry.content.end, entry.span.end]
            assert bounds == sorted(bounds)
    print(f"entries read: {counted}, events without a title of their own: {without}")
    assert counted["event"] > (450 if CORPUS else 100)
    assert without < counted["event"] / 100
    assert counted["meeting"] > (90 if CORPUS else 25)


@pytest.mark.slow
def test_real_events_change_in_place_and_nothing_else_does(shelf):
    newsletter = shelf.named("newsletter")
    done = refused = 0
    for path in [*ISSUES, *SEEDS]:
        issue = parse_issue(text_of(path), newsletter)
        context = make_edit_context(issue)
        for index, event in enumerate(issue.entries):
            old = read_event_data(event, issue.text)
            assert change_event(context, event, old) == []
            if event.kind != "event" or index % 3:
                continue
            for new in (
                replace(old, title="Neuer Titel"),
                replace(old, address="Haus, Weg 1, 04103 Leipzig", online=True),
                replace(old, url="https://n.example"),
            ):
                try:
                    after = apply(issue.text, change_event(context, event, new))
                except UserFacingError:
                    refused += 1
                    continue
                again = parse_issue(after, newsletter)
                assert read_event_data(again.entries[index], after) == new
                assert after[: event.span.start] == issue.text[: event.span.start]
                assert after.endswith(issue.text[event.span.end :])
                done += 1
    print(f"event changes: {done} done, {refused} refused")
    assert refused < done / 50


RICH = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
X-WR-CALNAME:Reihe
BEGIN:VEVENT
UID:1
DTSTAMP:20260209T070000Z
DTSTART:20260304T180000Z
SUMMARY:Treff
STATUS:TENTATIVE
CATEGORIES:Daten,Offen
X-EIGEN:ja
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:bald
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20260209T070000Z
DTSTART:20260311T180000Z
SUMMARY:Anderes
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"title": "Neu"}, "TENTATIVE"), ({"cancelled": True}, "CANCELLED")],
)
def test_what_a_line_cannot_say_stays_in_its_calendar(shelf, changes, status):
    data = encode_link(RICH.replace("\n", "\r\n").encode())
    text = (
        "---\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n## Termine\n"
        "* Mittwoch, 04.03.2026, 19:00, Haus, Weg 1, 04103 Leipzig: **Treff** "
        f'<a href="data:text/calendar;base64,{data}">📅</a>\n'
    )
    issue = parse_issue(text, shelf.named("newsletter"))
    (event,) = issue.events
    text = changed(issue, event, **changes)
    (event,) = parse_issue(text, issue.profile).events
    calendar = Calendar.from_ical(decode_link(event.href.of(text)))
    assert calendar["X-WR-CALNAME"] == "Reihe"
    first, second = calendar.walk("VEVENT")
    assert first["STATUS"] == status
    assert first["CATEGORIES"].to_ical() == b"Daten,Offen"
    assert first["X-EIGEN"] == "ja"
    assert [part["TRIGGER"].to_ical() for part in first.walk("VALARM")] == [b"-PT15M"]
    assert (second["UID"], second["SUMMARY"]) == ("2", "Anderes")
