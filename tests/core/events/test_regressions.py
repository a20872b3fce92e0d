"""What was wrong once: each was found by trying to break the program."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, decode_link, read_identity
from editor.core.calendar.moments import entry_moments
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.editing import change_event
from editor.core.events.insertion import add_writable_entries
from editor.core.events.lists import remove_entries
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.issue import naming
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.markdown import outline
from editor.core.profiles.profile import Profile
from editor.core.publishing.calendar_files import make_calendar_files
from msgspec.structs import replace

HEAD = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n## Veranstaltungen\n"


def change(line, **new):
    text = HEAD + line
    issue = parse_issue(text)
    event = issue.entries[0]
    return apply(
        text,
        change_event(make_edit_context(issue), event, replace(read_event_data(event, text), **new)),
    )


@pytest.mark.parametrize(
    ("line", "new", "kept"),
    [
        (
            "* Montag, 02.03.2026: **T** (ausgebucht!)\n",
            {"address": "Haus, Weg 1, 04103 Leipzig"},
            "(ausgebucht!)",
        ),
        (
            "* Montag, 02.03.2026: **T**, kostenlos, [Anmeldung](https://x.y)\n",
            {"online": True},
            "[Anmeldung](https://x.y)",
        ),
        (
            "* Montag, 02.03.2026, 13:00 bis 15:00 Uhr, Haus: **T** (ausgebucht)\n",
            {"address": ""},
            "13:00 bis 15:00 Uhr: **T** (ausgebucht)",
        ),
    ],
)
def test_words_nobody_understood_are_not_lost(line, new, kept):
    assert kept in change(line, **new)


@pytest.mark.parametrize(
    ("line", "new"),
    [
        (
            "* Montag, 02.03.2026, online (Anmeldung bis 12.02. möglich): **T**\n",
            {"address": "Haus"},
        ),
        (
            "* Montag, 02.03.2026, online: **T**\n  * https://a.example\n    * wichtig\n",
            {"url": ""},
        ),
        (
            "* Montag, 02.03.2026, online: **T**\n  * Notiz\n    * wichtig\n    weiter\n",
            {"notes": ""},
        ),
        ("* Montag, 02.03.2026, online: **T**\n", {"title": "a\0b"}),
        ("* Montag, 02.03.2026, online: **T**\n", {"title": "a\rb"}),
        ("* Montag, 02.03.2026, online: **T**\n", {"title": "\ud800x"}),
        ("* Montag, 02.03.2026, online: **T**\n", {"when": TimeSpan(date(9999, 12, 31))}),
    ],
)
def test_what_would_lose_words_or_cannot_be_written_is_refused(line, new):
    with pytest.raises(UserFacingError):
        change(line, **new)


@pytest.mark.parametrize("behind", ["---\nText\n", "</div>\n", "> Zitat\n", "```\ncode\n```\n"])
def test_what_follows_a_list_is_not_part_of_it(behind):
    text = HEAD + "* Montag, 02.03.2026: **T**\n" + behind
    issue = parse_issue(text)
    assert apply(text, remove_entries(make_edit_context(issue), issue.events[0])) == HEAD + behind


def test_the_day_of_publication_is_the_one_written(shelf):
    for stamp in ("2026-03-01", "'2026-03-01T00:00:00+01:00'"):
        issue = parse_issue(f"---\ntitle: x\ndate: {stamp}\n---\n", shelf.named("newsletter"))
        assert naming.file_name(issue) == "2026-03-01-out-in-the-open-february-2026.md"


@pytest.mark.parametrize(
    "line",
    [
        "* Freitag, 31.12.9999, 19:00-24:00: **T**\n",
        f"* X: montags aller {'9' * 5000} Wochen\n",
        "* Montag, 01.01.0001, 00:00: **T**\n",
    ],
)
def test_the_ends_of_the_calendar_raise_nothing_but_refused(line):
    issue = parse_issue(HEAD + line)
    list(make_calendar_files(issue))
    for event in issue.events:
        try:
            change(line, title="Neu")
        except UserFacingError:
            assert event.when


def test_calendar_files_do_not_overwrite_each_other():
    lines = "".join(
        f"* Montag, 02.03.2026, {hour}:00: **{title}**\n"
        for hour, title in ((10, "X"), (11, "X"), (12, "X 2"))
    )
    files = list(make_calendar_files(parse_issue(HEAD + lines)))
    assert len({file.name for file in files}) == 3
    assert len({read_identity(file.data)[0] for file in files}) == 3


def test_a_copied_line_gets_an_identity_of_its_own():
    text = change("* Montag, 02.03.2026: **T**\n", title="Titel")
    line = text[len(HEAD) :]
    issue = parse_issue(text + line.replace("02.03.2026", "03.03.2026"))
    copy = issue.events[1]
    after = apply(
        issue.text,
        change_event(
            make_edit_context(issue),
            copy,
            replace(read_event_data(copy, issue.text), title="Kopie"),
        ),
    )
    uids = [read_identity(decode_link(href))[0] for href in re.findall(r'href="([^"]+)"', after)]
    original, _ = read_identity(decode_link(issue.events[0].href.of(issue.text)))
    assert uids[0] == original
    assert uids[1] != original


def test_ends_are_compared_as_moments():
    assert entry_moments(TimeSpan(date(2025, 5, 5), None, date(2025, 5, 3)), "Europe/Berlin") == (
        date(2025, 5, 5),
        date(2025, 5, 6),
    )
    on_night_of_change = TimeSpan(date(2026, 3, 29), time(2, 45), None, time(3, 15))
    _, end = entry_moments(on_night_of_change, "Europe/Berlin")
    assert end is None


def test_a_meeting_until_midnight_has_an_end():
    file = next(
        make_calendar_files(
            parse_issue(HEAD + "* Treffen\n  * Ulm: jeden Mittwoch, 19:00-24:00, Haus: **U**\n")
        )
    )
    entry = read_entries(file.data)[0]
    assert entry.start.hour == 19
    assert entry.end == entry.start + timedelta(hours=5)


@pytest.mark.parametrize(
    ("zone", "parts"),
    [
        (
            "Europe/Dublin",
            [b"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000", b"TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100"],
        ),
        (
            "America/St_Johns",
            [b"TZOFFSETFROM:-0330\r\nTZOFFSETTO:-0230", b"TZOFFSETFROM:-0230\r\nTZOFFSETTO:-0330"],
        ),
    ],
)
def test_odd_time_zones_are_right(zone, parts):
    entry = CalendarEntry(
        "x",
        datetime(2026, 1, 5, 19),
        rrule="FREQ=MONTHLY;BYDAY=1MO",
        uid="u",
        stamp=datetime(2026, 1, 1, tzinfo=UTC),
    )
    data = write_entry(entry, zone)
    for part in parts:
        assert part in data


def test_underlined_headings_follow_each_other():
    assert [heading.title for heading in outline.read_headings("Intro\n===\nZwei\n===\n")] == [
        "Intro",
        "Zwei",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a\n" + "=\n" * 4000,
        "a\n" * 1000 + "b\n-\n" * 1000,
        "=x\n===\n" * 4000,
        "* a\n" + "\n   # x\n" * 4000,
        "# a" + " " * 16000 + "b",
    ],
    ids=range(5),
)
def test_hostile_shapes_end(text):
    assert len(parse_issue(text).text) == len(text)


def test_a_list_with_wide_markers_takes_details():
    for marker in ("*   ", "1. ", "-  "):
        after = change(f"{marker}Montag, 02.03.2026, online: **T**\n", url="https://neu.example")
        assert parse_issue(after).events[0].url.url == "https://neu.example"


def test_an_event_that_is_both_has_a_plain_location():
    entry = CalendarLinkBuilder(Profile("p"), datetime(2026, 1, 1, tzinfo=UTC)).plan(
        EventData("T", TimeSpan(date(2026, 2, 2)), "[Haus](https://h.example)", True)
    )
    assert entry.location == "Haus / online"


def test_an_entry_that_cannot_be_written_does_not_stop_the_others(shelf):
    issue = parse_issue("## Veranstaltungen\n", shelf.named("newsletter"))
    context = make_edit_context(issue)
    day = date(2026, 3, 4)
    entries = [
        EventData("Eins", TimeSpan(day, time(10)), "Haus"),
        EventData("", TimeSpan(day, time(11)), "Haus"),
        EventData("Drei", TimeSpan(day, time(12)), "Haus"),
    ]
    edits, refused = add_writable_entries(context, entries)
    assert list(refused) == [1]
    after = parse_issue(apply(issue.text, edits), issue.profile)
    assert [event.title for event in after.events] == ["Eins", "Drei"]
    assert add_writable_entries(context, entries[::2])[1] == {}
