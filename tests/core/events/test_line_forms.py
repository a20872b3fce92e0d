"""Events in other forms than the usual ones: read by the profile's templates, and written back."""

import itertools
import random
from datetime import date, time, timedelta

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.calendar.dates import TimeSpan
from editor.core.events.editing import change_event, toggle_link
from editor.core.events.insertion import add_entries
from editor.core.events.lists import duplicate_entry, move_entries, order_entries, remove_entries
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.profiles.event_settings import EventOrder, EventSettings, Unit
from editor.core.profiles.profile import Profile
from msgspec.structs import replace

WEEKLY = """\
Title: The Ferris Week 12
Date: 2026-06-10

Hello.

## Upcoming Events

Between 2026-06-10 and 2026-07-08.

### Virtual
* 2026-06-10 | Virtual (Girona, ES) | [Crab Girona](https://x.org/girona)
    * [**Weekly coding**](https://x.org/girona/1)
* 2026-06-16 | Virtual | [Crab DC](https://x.org/dc)
    * [**Mid-month talk**](https://x.org/dc/2)
    * Bring a laptop

### Europe
* 2026-06-12 - 2026-06-14 | Kraków, PL | [Crabmeet](https://x.org/krk)
    * [**Crabmeet 2026**](https://x.org/krk/3)
* 2026-06-18 | Berlin, DE | [Crab Berlin](https://x.org/ber) | [Guests](https://x.org/guests)
    * [**Hack and Learn**](https://x.org/ber/4)

### CFPs
* [**CrabConf**](https://x.org/cfp) | 2026-06-20 | Oslo, NO
* [A project](https://x.org/project)

## Jobs
* 2026-01-01 | no event | [x](https://x.org)
"""
PROFILE = Profile(
    "weekly",
    language="en",
    events=EventSettings(
        events=("Upcoming Events",),
        deadlines=("CFPs",),
        lines=(
            "{date} | {place} | [{group}]({url})\n[**{title}**]({url})",
            "[{date}. {title}]({url})",
            "{date}. {title}",
        ),
        deadline_lines=("[**{title}**]({url}) | {date} | {place}",),
        dates=("yyyy-MM-dd", "MMM d", "M/d"),
        link="",
    ),
)
OLD = """\
Title: The Ferris Week 1
Date: 2019-06-10

# Upcoming Events

* [Jun 12. Crab Girona](https://x.org/girona).
* Jun 13. A talk
* **[Jun 20 - 22. CrabConf](https://x.org/conf)**
"""


def data_of(text, profile=PROFILE):
    return [read_event_data(event, text) for event in parse_issue(text, profile).entries]


def test_lines_are_read_with_all_they_say():
    issue = parse_issue(WEEKLY, PROFILE)
    assert [event.subheading for event in issue.events] == ["Virtual"] * 2 + ["Europe"] * 2
    first, second, third, fourth = data_of(WEEKLY)[:4]
    assert first == EventData(
        "Weekly coding",
        TimeSpan(date(2026, 6, 10)),
        "Virtual (Girona, ES)",
        url="https://x.org/girona/1",
        group="Crab Girona",
        group_url="https://x.org/girona",
    )
    assert second.notes == "Bring a laptop"
    assert third.when == TimeSpan(date(2026, 6, 12), end=date(2026, 6, 14))
    assert (fourth.title, fourth.group, fourth.address) == (
        "Hack and Learn",
        "Crab Berlin",
        "Berlin, DE",
    )


def test_deadlines_of_a_form_are_no_other_lines():
    (deadline,) = parse_issue(WEEKLY.replace("### CFPs", "## CFPs"), PROFILE).deadlines
    assert (deadline.title, deadline.place) == ("CrabConf", "Oslo, NO")
    assert deadline.when == TimeSpan(date(2026, 6, 20))


def test_old_forms_are_read_beside_new_ones():
    lines = ("**[{date}. {title}]({url})", *PROFILE.events.lines)
    profile = Profile(
        "old",
        language="en",
        events=EventSettings(events=("Upcoming",), lines=lines, dates=("MMM d",)),
    )
    titles = [(data.title, data.url, data.when.last) for data in data_of(OLD, profile) if data.when]
    assert titles == [
        ("Crab Girona", "https://x.org/girona", date(2019, 6, 12)),
        ("A talk", "", date(2019, 6, 13)),
        ("CrabConf", "https://x.org/conf", date(2019, 6, 22)),
    ]


CHANGES = {
    "title": {"title": "Other title"},
    "day": {"when": TimeSpan(date(2026, 6, 11))},
    "days": {"when": TimeSpan(date(2026, 6, 11), end=date(2026, 6, 13))},
    "hours": {"when": TimeSpan(date(2026, 6, 11), time(19), None, time(21))},
    "place": {"address": "Lübeck, DE"},
    "no place": {"address": ""},
    "url": {"url": "https://x.org/new_(1)"},
    "group": {"group": "Other group"},
    "group url": {"group_url": "https://x.org/other"},
    "notes": {"notes": "One note\nAnother"},
    "cancelled": {"cancelled": True},
}


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_touches_its_own_span(change, number):
    issue = parse_issue(WEEKLY, PROFILE)
    event = issue.events[number]
    new = replace(read_event_data(event, WEEKLY), **CHANGES[change])
    try:
        edits = change_event(make_edit_context(issue), event, new)
    except EditRejected:
        # a second group would have gone with the line; two lines are not struck through as one
        assert (change, number) == ("no place", 3) or change == "cancelled"
        return
    after = apply(WEEKLY, edits)
    wanted = data_of(WEEKLY)
    wanted[number] = new
    assert data_of(after) == wanted
    assert all(event.span.start <= edit.start <= edit.end <= event.span.end for edit in edits)
    changed = sum(
        before != behind
        for before, behind in itertools.zip_longest(WEEKLY.splitlines(), after.splitlines())
        if "coding" not in str(before)
    )
    if change not in ("notes",):
        assert changed <= 1


def test_no_link_is_written_where_the_newsletter_has_none():
    issue = parse_issue(WEEKLY, PROFILE)
    assert toggle_link(make_edit_context(issue), issue.events[0], wanted=True) == []


def test_a_new_event_is_written_as_its_neighbors_are():
    issue = parse_issue(WEEKLY, PROFILE)
    new = EventData(
        "Crab night",
        TimeSpan(date(2026, 6, 13)),
        "Köln, DE",
        url="https://x.org/k/9",
        group="Crab Köln",
        group_url="https://x.org/k",
    )
    edits = add_entries(make_edit_context(issue), [new], beside=issue.events[3])
    after = apply(WEEKLY, edits)
    assert (
        "3)\n* 2026-06-13 | Köln, DE | [Crab Köln](https://x.org/k)\n"
        "    * [**Crab night**](https://x.org/k/9)\n* 2026-06-18" in after
    )


def test_a_new_event_goes_to_the_list_of_its_country():
    issue = parse_issue(WEEKLY, PROFILE)
    new = EventData("Tee", TimeSpan(date(2026, 6, 10)), "Kiel, DE", url="https://x.org/tee")
    after = parse_issue(apply(WEEKLY, add_entries(make_edit_context(issue), [new])), PROFILE)
    assert next(event.subheading for event in after.events if event.title == "Tee") == "Europe"


def test_a_new_event_may_have_gaps_to_fill():
    issue = parse_issue(WEEKLY, PROFILE)
    new = EventData("New event", TimeSpan(date(2026, 6, 17)))
    after = apply(WEEKLY, add_entries(make_edit_context(issue), [new], beside=issue.events[0]))
    assert "* 2026-06-17 |  | []()\n    * [**New event**]()\n" in after
    filled = parse_issue(after, PROFILE)
    event = next(event for event in filled.events if event.title == "New event")
    context = make_edit_context(filled)
    full = replace(
        new, address="Kiel, DE", group="G", group_url="https://g.org", url="https://x.org"
    )
    line = apply(after, change_event(context, event, full))
    assert (
        "* 2026-06-17 | Kiel, DE | [G](https://g.org)\n    * [**New event**](https://x.org)" in line
    )


def test_entries_move_between_subheadings_with_all_their_lines():
    issue = parse_issue(WEEKLY, PROFILE)
    edits = move_entries(make_edit_context(issue), [issue.events[0]], issue.events[3])
    after = parse_issue(apply(WEEKLY, edits), PROFILE)
    assert [event.subheading for event in after.events] == ["Virtual"] + ["Europe"] * 3
    assert after.events[2].title == "Weekly coding"


def test_lists_are_ordered_as_the_newsletter_has_them():
    moved = WEEKLY.replace("2026-06-10 |", "2026-06-17 |", 1)
    issue = parse_issue(moved, PROFILE)
    ordered = apply(moved, order_entries(make_edit_context(issue)))
    assert [event.title for event in parse_issue(ordered, PROFILE).events][:2] == [
        "Mid-month talk",
        "Weekly coding",
    ]
    newest = replace_events(order=EventOrder.NEWEST)
    issue = parse_issue(WEEKLY, newest)
    ordered = parse_issue(apply(WEEKLY, order_entries(make_edit_context(issue))), newest)
    days = [event.when.start.day for event in ordered.events if event.when]
    assert days == [16, 10, 18, 12]
    new = EventData("Tee", TimeSpan(date(2026, 6, 14)), "Kiel, DE", url="https://x.org/tee")
    added = parse_issue(apply(ordered.text, add_entries(make_edit_context(ordered), [new])), newest)
    assert [event.title for event in added.events][-2:] == ["Tee", "Crabmeet 2026"]


def replace_events(**changes):
    settings = {name: getattr(PROFILE.events, name) for name in EventSettings.__struct_fields__}
    return Profile("weekly", language="en", events=EventSettings(**{**settings, **changes}))


def test_copies_and_removals_keep_all_other_bytes():
    issue = parse_issue(WEEKLY, PROFILE)
    context = make_edit_context(issue)
    without = apply(WEEKLY, remove_entries(context, issue.events[1]))
    assert without == WEEKLY.replace(issue.events[1].span.of(WEEKLY), "")
    doubled = apply(WEEKLY, duplicate_entry(context, issue.events[1]))
    assert data_of(doubled)[1] == data_of(doubled)[2]
    assert doubled.replace(issue.events[1].span.of(WEEKLY), "", 1) == WEEKLY


# --- tables, lines, definitions -------------------------------------------------------------------

TABLE = """\
## Termine

| Datum      | Zeit        | Was                          | Ort     |
|------------|-------------|------------------------------|---------|
| 01.06.2026 | 19:00-21:00 | [Treffen](https://x.org/1)   | Jena    |
| 08.06.2026 | 18:00       | [Werkstatt](https://x.org/2) | Gera, X |
"""
DEFINITIONS = """\
## Termine

Montag, 1. Juni 2026
: [Treffen](https://x.org/1), Jena

Montag, 8. Juni 2026
: [Werkstatt](https://x.org/2), Gera
"""
PLAIN = """\
## Termine

**01.06.2026, 19:00 Uhr** Treffen

**08.06.2026** Werkstatt
"""
FORMS = {
    TABLE: ("| {date} | {time} | [{title}]({url}) | {place} |", Unit.ROW, "dd.MM.yyyy"),
    DEFINITIONS: ("{date}\n[{title}]({url}), {place}", Unit.DEFINITION, "EEEE, d. MMMM y"),
    PLAIN: ("**{date}** {title}", Unit.LINE, "dd.MM.yyyy"),
}


@pytest.mark.parametrize("text", FORMS)
def test_events_are_rows_definitions_and_lines(text):
    template, unit, day = FORMS[text]
    events = EventSettings(
        events=("Termine",), lines=(template,), dates=(day,), units=(unit,), link=""
    )
    profile = Profile("own", language="de", events=events)
    issue = parse_issue(text, profile)
    assert [event.title for event in issue.events] == ["Treffen", "Werkstatt"]
    assert [event.when.start.day for event in issue.events if event.when] == [1, 8]
    first = read_event_data(issue.events[0], text)
    context = make_edit_context(issue)
    moved = replace(first, title="Fest", when=replace(first.when, start=date(2026, 6, 2)))
    after = apply(text, change_event(context, issue.events[0], moved))
    assert data_of(after, profile)[0] == moved
    assert after.count("\n") == text.count("\n")
    assert "Werkstatt" in after
    copy = replace(first, title="Neu", when=replace(first.when, start=date(2026, 6, 3)))
    added = apply(text, add_entries(context, [copy], beside=issue.events[0]))
    assert [data.title for data in data_of(added, profile)] == ["Treffen", "Neu", "Werkstatt"]


@pytest.mark.slow
def test_random_edits_keep_the_laws():
    """Whatever is changed, it is read back, nothing else moves, or it is refused."""
    random_numbers = random.Random(7)
    text, done = WEEKLY, 0
    for _ in range(300):
        issue = parse_issue(text, PROFILE)
        context = make_edit_context(issue)
        event = random_numbers.choice(issue.events)
        data = read_event_data(event, text)
        day = date(2026, 6, 10) + timedelta(days=random_numbers.randrange(30))
        new = replace(
            data,
            **random_numbers.choice(
                [
                    {"title": f"T{random_numbers.randrange(99)} & ä"},
                    {"when": TimeSpan(day)},
                    {"when": TimeSpan(day, end=day + timedelta(days=2))},
                    {"address": random_numbers.choice(["", "Kiel, DE", "a | b", "x]y"])},
                    {"url": random_numbers.choice(["", "https://x.org/1", "nichts"])},
                    {"group": random_numbers.choice(["", "G", "[x"])},
                    {"cancelled": not data.cancelled},
                ]
            ),
        )
        try:
            after = apply(text, change_event(context, event, new))
        except EditRejected:
            continue
        wanted = data_of(text)
        wanted[issue.entries.index(event)] = new
        assert data_of(after) == wanted
        text, done = after, done + 1
    assert done > 150
    assert EntryKind.EVENT in {event.kind for event in parse_issue(text, PROFILE).events}


# --- what a reviewer broke ------------------------------------------------------------------------


def simple(*lines, language="en", dates=("yyyy-MM-dd",), units=(Unit.ITEM,), link=""):
    events = EventSettings(events=("Events",), lines=lines, dates=dates, units=units, link=link)
    return Profile("simple", language=language, events=events)


def titles(profile, *lines):
    text = "---\ndate: 2026-05-20\n---\n## Events\n\n" + "".join(f"{line}\n" for line in lines)
    return [
        (event.title, event.when.start.isoformat()) for event in parse_issue(text, profile).events
    ]


@pytest.mark.parametrize(
    ("profile", "line", "change"),
    [
        (Profile("de"), "* 10.06.2026: [T](https://x.org)", {"url": "https://x.org/a b"}),
        (simple("{date}: {title}, {place}", "{date}: {title}"), "* 2026-06-10: A, B",
         {"address": "", "title": "N"}),
        (simple("{date}: {title} @ {place}"), "* 2026-06-10: A @ B", {"address": "", "title": "N"}),
        (simple("{date}: {title}"), "* 2026-06-10: A", {"title": ""}),
        (simple("{date}: {title}"), "* 2026-06-10: A", {"group": "a\x00b"}),
        (simple("| {date} | {title} |", units=(Unit.ROW,)), "| 2026-06-10 | A |",
         {"cancelled": True}),
        (simple("| {date} | {title} | {place} |", "| {date} | {title} |", units=(Unit.ROW,)),
         "| 2026-06-10 | A | B |", {"title": "a | b"}),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(profile, line, change):
    text = f"## Events\n\n{line}\n".replace("Events", profile.events.events[0])
    issue = parse_issue(text, profile)
    event = issue.events[0]
    try:
        after = apply(
            text,
            change_event(
                make_edit_context(issue), event, replace(read_event_data(event, text), **change)
            ),
        )
    except EditRejected:
        return
    assert data_of(after, profile) == [replace(read_event_data(event, text), **change)]


def test_lines_that_go_take_their_line_ends_along():
    lines = ("{date} | {place} | [{group}]({url})\n[**{title}**]({url})", "{date}: {title}")
    profile = simple(*lines)
    text = (
        "## Events\r\n\r\n* 2026-06-10 | K | [G](https://g.org)\r\n  * [**T**](https://x.org)\r\n"
    )
    issue = parse_issue(text, profile)
    new = EventData("T", TimeSpan(date(2026, 6, 10)))
    after = apply(text, change_event(make_edit_context(issue), issue.events[0], new))
    assert after == "## Events\r\n\r\n* 2026-06-10: T\r\n"


def test_bars_in_cells_and_code_and_comments_are_no_rows():
    profile = simple("| {date} | {title} | {place} |", units=(Unit.ROW,))
    assert titles(profile, "| 2026-06-10 | C\\|C++ | Kiel |") == [("C\\|C++", "2026-06-10")]
    assert titles(profile, "```", "| 2026-06-10 | A | B |", "```") == []
    assert titles(profile, "<!--", "| 2026-06-10 | A | B |", "-->") == []


def test_links_of_rows_stand_in_their_last_cell():
    usual = EventSettings()
    profile = simple("| {date} | {title} |", units=(Unit.ROW,), link=usual.link)
    text = "## Events\n\n| 2026-06-10 | Talk |\n"
    issue = parse_issue(text, profile)
    after = apply(text, toggle_link(make_edit_context(issue), issue.events[0], wanted=True))
    assert after.endswith("</a> |\n")
    (event,) = parse_issue(after, profile).events
    assert (event.title, event.href is not None) == ("Talk", True)


@pytest.mark.parametrize(
    ("lines", "dates", "line", "expected"),
    [
        (("{date} | {title}",), ("yyyy-MM-dd",), "2026-06-10 - 19:30 | T", ("T", "2026-06-10")),
        (("{date} | {title}",), ("MMM d",), "Jun 11 – 18:30-20:00 | T", ("T", "2026-06-11")),
        (("{date}: {title}",), ("MMMM d, y",), "December 30 - January 2, 2027: T",
         ("T", "2026-12-30")),
        (("{date} – {end} | {title}",), ("d MMMM",), "3 June – 5 June | T", ("T", "2026-06-03")),
        (("{date}: {title}",), ("M/d/yyyy", "M/d"), "6/10/2026: T", ("T", "2026-06-10")),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(lines, dates, line, expected):
    assert titles(simple(*lines, dates=dates), f"* {line}") == [expected]


def test_what_is_no_day_of_the_pattern_is_left_alone():
    assert titles(simple("{date}: {title}", dates=("M/d",)), "* 6/10/26: T") == []
    profile = simple("{title}, {date}", language="de", dates=("d. MMMM",))
    assert titles(profile, "* Treffen, 2. Augsburger Abend, 4. Juli") == [
        ("Treffen, 2. Augsburger Abend", "2026-07-04")
    ]


def test_cells_may_have_no_hours():
    profile = simple("| {date} | {time} | {title} |", units=(Unit.ROW,))
    assert titles(profile, "| 2026-06-10 |  | Talk |") == [("Talk", "2026-06-10")]


def test_names_of_any_case_are_read():
    profile = simple("{date} | {title}", language="tr", dates=("d MMMM y",))
    assert titles(profile, "* 5 KASIM 2026 | A", "* 5 Kasim 2026 | B") == [
        ("A", "2026-11-05"),
        ("B", "2026-11-05"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["* 2026-06-10 | x" + " " * 2900 + "y", "* 2026-06-10 | " + "| x" * 900]
)
def test_long_lines_are_read_at_once(line):
    profile = simple(
        "{date} | {place} | [{group}]({url})\n[**{title}**]({url})", "{date} | {title}"
    )
    assert len(titles(profile, *([line] * 60))) == 60


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("* Samstag, 4. Juli 2026\n    * [München](https://m.org) ab 9 Uhr", "", ""),
        ("* Montag, 6. Juli 2026, 18 Uhr [Berlin](https://b.org)", "Berlin", ""),
        ("* Montag 06.07.2026Summit", "Summit", ""),
        ("* 06.07.2026, online: **Talk **", "**Talk **", "online"),
        ("* 06.07.2026, 23:59, : **Tag**", "Tag", ""),
        ("* 06.07.2026: Tim et al: Netze", "Tim et al: Netze", ""),
    ],
)
def test_the_usual_forms_are_read_as_ever(line, title, place):
    (event,) = parse_issue(f"## Termine\n\n{line}\n", Profile("de")).events
    assert (event.title, event.place) == (title, place)


def test_the_first_event_of_empty_lists_has_the_first_form_below_the_first_heading():
    text = "Date: 2026-06-10\n\n## Upcoming Events\n\n### Virtual\n\n### Europe\n\n## Jobs\n"
    issue = parse_issue(text, PROFILE)
    new = EventData("New event", TimeSpan(date(2026, 6, 17)))
    after = apply(text, add_entries(make_edit_context(issue), [new]))
    assert "### Virtual\n* 2026-06-17 |  | []()\n    * [**New event**]()\n" in after.replace(
        "\n  * [**", "\n    * [**"
    )
    assert [event.subheading for event in parse_issue(after, PROFILE).events] == ["Virtual"]
