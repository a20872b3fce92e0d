"""Meetings, deadlines, registration and cancelled events: every value changes in its place."""

from datetime import date, time

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link, make_uid
from editor.core.calendar.rrule import monthly
from editor.core.calendar.rule_writing import write_phrase
from editor.core.events.editing import change_event
from editor.core.events.insertion import add_entries
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.link_reading import read_link, read_uid
from editor.core.events.lists import (
    duplicate_entry,
    make_deadlines,
    move_entries,
    order_entries,
    remove_entries,
)
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

TEXT = """---
title: "Los – Out in the Open Januar 2026"
date: '2026-02-09T08:00:00+01:00'
---
## Fristen
* [Preis](https://preis.example), Einreichungen bis 31.03.2026
* Fonds, bis Sonntag, 12.04.2026, 23:59
* Tagung, [Beiträge bis 01.05.2026](https://tagung.example) (nur online)

## Veranstaltungen
* Mittwoch, 11.03.2026, 17:00-18:30, online: **Eins**
  * https://eins.example
  * Anmeldung bis 05.03.2026
* Donnerstag, 12.03.2026, 10:00, Haus, Weg 1, 04109 Leipzig: **Zwei**
  * https://zwei.example
* Regelmäßige OKLab-Treffen
  * Leipzig: jeden zweiten un vierten Mittwoch im Monat, 19:00-21:00, Haus, Weg 1, 04109 Leipzig
    * https://leipzig.example
  * Neuenburg: jeden zweiten Montag, 18:00, online
"""


@pytest.fixture
def issue(shelf):
    return parse_issue(TEXT, shelf.named("newsletter"))


def put(issue, event, anchor=None, **new):
    """The text after a change, which must read back as asked."""
    wanted = replace(read_event_data(event, issue.text), **new)
    after = apply(issue.text, change_event(make_edit_context(issue), event, wanted, anchor))
    entries = parse_issue(after, issue.profile).entries
    assert read_event_data(entries[issue.entries.index(event)], after) == wanted
    return after


def titles(entries):
    return [entry.title for entry in entries]


def diff(before, after):
    old, new = before.splitlines(), after.splitlines()
    return [line for line in new if line not in old], [line for line in old if line not in new]


def entry_of(text, words):
    line = next(line for line in text.splitlines() if words in line)
    return read_entries(decode_link(CALENDAR_ANCHOR.search(line)["href"]))[0]


def test_what_the_lines_say(issue):
    deadlines = [read_event_data(event, TEXT) for event in issue.deadlines]
    assert [(d.title, d.what, d.url) for d in deadlines] == [
        ("Preis", "Einreichungen", "https://preis.example"),
        ("Fonds", "", ""),
        ("Tagung", "Beiträge", "https://tagung.example"),
    ]
    assert deadlines[1].when == TimeSpan(date(2026, 4, 12), time(23, 59))
    first = read_event_data(issue.events[0], TEXT)
    assert (first.registration, first.notes) == (TimeSpan(date(2026, 3, 5)), "")


@pytest.mark.parametrize(
    ("index", "new", "line"),
    [
        (
            0,
            {"when": TimeSpan(date(2026, 4, 1), time(12))},
            "* [Preis](https://preis.example), Einreichungen bis 01.04.2026, 12:00",
        ),
        (
            0,
            {"what": "Bewerbungen"},
            "* [Preis](https://preis.example), Bewerbungen bis 31.03.2026",
        ),
        (0, {"what": ""}, "* [Preis](https://preis.example), bis 31.03.2026"),
        (1, {"when": TimeSpan(date(2026, 4, 13))}, "* Fonds, bis Montag, 13.04.2026"),
        (1, {"what": "Anträge"}, "* Fonds, Anträge bis Sonntag, 12.04.2026, 23:59"),
        (0, {"url": ""}, "* Preis, Einreichungen bis 31.03.2026"),
        (
            1,
            {"url": "https://f.example", "title": "F"},
            "* [F](https://f.example), bis Sonntag, 12.04.2026, 23:59",
        ),
        (
            2,
            {"title": "Tag", "url": "https://neu.example"},
            "* Tag, [Beiträge bis 01.05.2026](https://neu.example) (nur online)",
        ),
    ],
)
def test_deadlines_change_in_their_places(issue, index, new, line):
    assert diff(TEXT, put(issue, issue.deadlines[index], **new))[0] == [line]


def test_a_meeting_changes_in_its_places_and_gets_a_series(issue):
    leipzig = issue.meetings[0]
    after = put(
        issue, leipzig, rule="jeden dritten Montag im Monat", when=TimeSpan(date.min, time(18))
    )
    assert (
        "  * Leipzig: jeden dritten Montag im Monat, 18:00, Haus, Weg 1, 04109 Leipzig <a" in after
    )
    entry = entry_of(after, "Leipzig: jeden")
    assert (entry.rrule, entry.start.isoformat()) == (
        "FREQ=MONTHLY;BYDAY=3MO",
        "2026-02-16T18:00:00+01:00",
    )
    assert entry.uid == make_uid("codefor.de", "Leipzig", None)
    assert put(issue, leipzig, when=None).count("im Monat, Haus, Weg 1") == 1


def test_an_ambiguous_meeting_keeps_its_words_and_gets_no_entry_until_asked(issue):
    neuenburg = issue.meetings[1]
    after = put(issue, neuenburg, address="Haus, Weg 2, 79395 Neuenburg", online=False)
    assert diff(TEXT, after)[0] == [
        "  * Neuenburg: jeden zweiten Montag, 18:00, Haus, Weg 2, 79395 Neuenburg"
    ]
    after = put(issue, neuenburg, anchor=date(2026, 2, 16), rule="montags alle zwei Wochen")
    entry = entry_of(after, "Neuenburg")
    assert (entry.rrule, entry.start.date()) == (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        date(2026, 2, 16),
    )


def test_an_anchor_moves_the_weeks_of_a_series(issue):
    text = put(issue, issue.meetings[1], anchor=date(2026, 2, 16), rule="montags alle zwei Wochen")
    later = parse_issue(text, issue.profile)
    edits = change_event(
        make_edit_context(later),
        later.meetings[1],
        read_event_data(later.meetings[1], text),
        date(2026, 2, 23),
    )
    assert entry_of(apply(text, edits), "Neuenburg").start.date() == date(2026, 2, 9)


def test_cancelled_is_struck_and_said_in_the_entry_and_back(issue):
    after = put(issue, issue.events[1], cancelled=True)
    assert "* ~~Donnerstag, 12.03.2026, 10:00, Haus, Weg 1, 04109 Leipzig: **Zwei**~~ <a " in after
    assert entry_of(after, "**Zwei**").status == "CANCELLED"
    later = parse_issue(after, issue.profile)
    changed = put(later, later.events[1], title="Drei")
    assert "**Drei**~~ <a " in changed
    back = put(later, later.events[1], cancelled=False)
    assert "* Donnerstag, 12.03.2026, 10:00, Haus, Weg 1, 04109 Leipzig: **Zwei** <a " in back
    assert entry_of(back, "**Zwei**").status == ""


def test_a_struck_line_with_its_link_inside_is_read(issue):
    after = put(issue, issue.events[1], title="Zwei!")
    line = next(line for line in after.splitlines() if "Zwei!" in line)
    struck = parse_issue(after.replace(line, f"* ~~{line[2:]}~~"), issue.profile)
    values = read_event_data(struck.events[1], struck.text)
    assert (values.title, values.cancelled) == ("Zwei!", True)
    back = apply(
        struck.text,
        change_event(make_edit_context(struck), struck.events[1], replace(values, cancelled=False)),
    )
    assert "~~" not in back


def test_registration_is_added_changed_and_removed(issue):
    with_registration, without = issue.events
    changed = put(issue, with_registration, registration=TimeSpan(date(2026, 3, 6), time(12)))
    assert "  * Anmeldung bis 06.03.2026, 12:00\n" in changed
    removed = put(issue, with_registration, registration=None)
    assert "Anmeldung" not in removed
    added = put(issue, without, registration=TimeSpan(date(2026, 3, 10)))
    assert "  * https://zwei.example\n  * Anmeldung bis 10.03.2026\n" in added


def test_all_kinds_are_added_where_they_belong(issue):
    new = [
        EventData(
            "Vorher",
            TimeSpan(date(2026, 3, 12), time(9)),
            "",
            True,
            "https://a.example",
            "Mit Kaffee",
            registration=TimeSpan(date(2026, 3, 1)),
        ),
        EventData(
            "Frankfurt",
            TimeSpan(date.min, time(19)),
            "",
            True,
            rule="jeden Dienstag",
            kind=EntryKind.MEETING,
        ),
        EventData(
            "Stipendium",
            TimeSpan(date(2026, 4, 1)),
            url="https://s.example",
            kind=EntryKind.DEADLINE,
            what="Bewerbungen",
        ),
        EventData("Erst", TimeSpan(date(2026, 3, 1)), "", True),
    ]
    after = apply(TEXT, add_entries(make_edit_context(issue), new))
    added_to = parse_issue(after, issue.profile)
    assert titles(added_to.events) == ["Erst", "Eins", "Zwei", "Vorher"]
    assert titles(added_to.meetings) == ["Leipzig", "Neuenburg", "Frankfurt"]
    assert titles(added_to.deadlines) == ["Preis", "Stipendium", "Fonds", "Tagung"]
    assert "* [Stipendium](https://s.example), Bewerbungen bis 01.04.2026\n" in after
    assert entry_of(after, "Frankfurt").rrule == "FREQ=WEEKLY;BYDAY=TU"


def test_lists_that_are_not_there_are_added(shelf):
    empty = parse_issue("---\ntitle: x\n---\nText", shelf.named("newsletter"))
    new = [
        EventData("Preis", TimeSpan(date(2026, 4, 1)), kind=EntryKind.DEADLINE),
        EventData("Eins", TimeSpan(date(2026, 3, 1)), "", True),
        EventData("Zwei", TimeSpan(date(2026, 3, 2)), "", True),
        EventData("Ort", None, "", True, rule="jeden Dienstag", kind=EntryKind.MEETING),
    ]
    for added in (new[:1], new[:2], new[1:3], new[3:]):
        after = apply(empty.text, add_entries(make_edit_context(empty), added))
        assert len(parse_issue(after, empty.profile).entries) == len(added)
        assert after.startswith(empty.text)
    after = apply(empty.text, add_entries(make_edit_context(empty), new[3:]))
    assert (
        "## Veranstaltungen\n* Regelmäßige OKLab-Treffen\n  * Ort: jeden Dienstag, online" in after
    )


@pytest.mark.parametrize(
    ("data", "section"),
    [
        (
            EventData("Preis", TimeSpan(date(2026, 4, 1)), kind=EntryKind.DEADLINE),
            "## Fristen\n* Preis, bis 01.04.2026\n",
        ),
        (
            EventData("Eins", TimeSpan(date(2026, 3, 1)), "", True),
            "## Veranstaltungen\n* Sonntag, 01.03.2026, online: **Eins** <a",
        ),
        (
            EventData("Ort", None, "", True, rule="jeden Dienstag", kind=EntryKind.MEETING),
            "## Veranstaltungen\n* Regelmäßige OKLab-Treffen\n  * Ort: jeden Dienstag, online",
        ),
    ],
    ids=["deadline", "event", "meeting"],
)
@pytest.mark.parametrize("headings", ["FVZ", "VFZ", "ZFV"])
def test_a_first_entry_goes_into_the_section_of_its_kind(shelf, headings, data, section):
    """Whichever section comes first, and whatever other sections there are."""
    names = {"F": "## Fristen\n\n", "V": "## Veranstaltungen\n\n", "Z": "## Zuletzt\n\nText\n\n"}
    text = "".join(names[letter] for letter in headings)
    issue = parse_issue(text, shelf.named("newsletter"))
    after = apply(text, add_entries(make_edit_context(issue), [data]))
    assert section in after


@pytest.mark.parametrize(
    "data",
    [
        EventData("", TimeSpan(date(2026, 3, 1)), "", True),
        EventData("Eins", None, "", True),
        EventData("", None, "", True, rule="jeden Dienstag", kind=EntryKind.MEETING),
        EventData("", TimeSpan(date(2026, 4, 1)), kind=EntryKind.DEADLINE),
        EventData("Preis", None, kind=EntryKind.DEADLINE),
    ],
)
def test_an_entry_without_title_or_date_is_refused(issue, data):
    with pytest.raises(UserFacingError, match="needs a title and a date"):
        add_entries(make_edit_context(issue), [data])


def test_ordering_is_stable_and_leaves_the_rest_alone(shelf):
    text = (
        "## Termine\n"
        "* Montag, 09.03.2026, 10:00: **C**\n"
        "  * https://c.example\n"
        "* Sonntag, 08.03.2026, 10:00: **B2**\n"
        "* Regelmäßige Treffen\n"
        "  * Ort: jeden Montag\n"
        "* Sonntag, 08.03.2026: **B0**\n"
        "\n"
        "Ende\n"
    )
    issue = parse_issue(text, shelf.named("newsletter"))
    after = apply(text, order_entries(make_edit_context(issue)))
    assert after == (
        "## Termine\n"
        "* Sonntag, 08.03.2026: **B0**\n"
        "* Sonntag, 08.03.2026, 10:00: **B2**\n"
        "* Regelmäßige Treffen\n"
        "  * Ort: jeden Montag\n"
        "* Montag, 09.03.2026, 10:00: **C**\n"
        "  * https://c.example\n"
        "\n"
        "Ende\n"
    )
    assert order_entries(make_edit_context(parse_issue(after, issue.profile))) == []


def test_a_copy_has_an_identity_of_its_own(issue):
    text = put(issue, issue.events[0], title="Eins!")
    linked = parse_issue(text, issue.profile)
    after = apply(text, duplicate_entry(make_edit_context(linked), linked.events[0]))
    original, copy, _ = parse_issue(after, issue.profile).events
    assert copy.title == original.title
    assert read_uid(copy.href.of(after)) != read_uid(original.href.of(after))


def test_an_entry_at_the_end_of_a_file_without_a_line_end_is_duplicated(shelf):
    text = "## Termine\n* Montag, 09.03.2026, 10:00, online: **Eins**\n  * https://a.example"
    issue = parse_issue(text, shelf.named("newsletter"))
    after = apply(text, duplicate_entry(make_edit_context(issue), issue.events[0]))
    assert after.startswith(text + "\n* Montag, 09.03.2026, 10:00, online: **Eins** <a ")
    assert after.endswith("</a>\n  * https://a.example\n")
    assert titles(parse_issue(after, issue.profile).events) == ["Eins", "Eins"]


@pytest.mark.parametrize("behind", [False, True])
def test_an_entry_moved_to_where_it_stands_gives_no_edits(issue, behind):
    context = make_edit_context(issue)
    for entry in (*issue.deadlines, *issue.events, *issue.meetings):
        assert move_entries(context, [entry], entry, behind=behind) == []


def test_an_entry_moved_next_to_its_neighbor_gives_no_edits(issue):
    context = make_edit_context(issue)
    first, second = issue.events
    assert move_entries(context, [first], second) == []
    assert move_entries(context, [second], first, behind=True) == []


def test_the_only_entry_moved_to_where_it_stands_gives_no_edits(shelf):
    text = "## Termine\n* Montag, 09.03.2026, online: **Eins**"
    issue = parse_issue(text, shelf.named("newsletter"))
    (entry,) = issue.events
    assert move_entries(make_edit_context(issue), [entry], entry) == []
    assert move_entries(make_edit_context(issue), [entry], entry, behind=True) == []


@pytest.mark.parametrize(
    ("moved", "target", "behind", "order"),
    [
        (["Fonds", "Tagung"], "Preis", False, ["Fonds", "Tagung", "Preis"]),
        (["Preis", "Fonds"], "Tagung", True, ["Tagung", "Preis", "Fonds"]),
        (["Preis", "Tagung"], "Preis", False, ["Preis", "Tagung", "Fonds"]),
        (["Preis", "Tagung"], "Preis", True, ["Preis", "Tagung", "Fonds"]),
    ],
)
def test_entries_are_moved_together(issue, moved, target, behind, order):
    by_title = {deadline.title: deadline for deadline in issue.deadlines}
    moved_entries = [by_title[title] for title in moved]
    edits = move_entries(make_edit_context(issue), moved_entries, by_title[target], behind=behind)
    after = apply(TEXT, edits)
    assert titles(parse_issue(after, issue.profile).deadlines) == order
    assert sorted(after.splitlines()) == sorted(TEXT.splitlines())


def test_an_event_becomes_a_deadline(issue):
    after = apply(TEXT, make_deadlines(make_edit_context(issue), *issue.events))
    assert parse_issue(after, issue.profile).events == ()
    assert (
        "* [Eins](https://eins.example), bis 05.03.2026\n"
        "* [Zwei](https://zwei.example), bis 12.03.2026, 10:00\n"
        "* [Preis]"
    ) in after


def test_several_are_removed_at_once(issue):
    after = apply(TEXT, remove_entries(make_edit_context(issue), issue.events[1], issue.events[0]))
    assert "## Veranstaltungen\n* Regelmäßige OKLab-Treffen\n" in after


def test_an_old_end_stays_while_the_hour_does(issue):
    builder = make_edit_context(issue).link_builder
    data = EventData("Eins", TimeSpan(date(2026, 3, 11), time(17)))
    with_end = replace(data, when=TimeSpan(date(2026, 3, 11), time(17), None, time(18)))
    old = read_link(CALENDAR_ANCHOR.search(builder.build(with_end))["href"])

    same = builder.plan(data, old)
    next_day = builder.plan(replace(data, when=TimeSpan(date(2026, 3, 12), time(17))), old)
    other_hour = builder.plan(replace(data, when=TimeSpan(date(2026, 3, 11), time(16))), old)

    assert (same.end - same.start).total_seconds() == 3600
    assert next_day.end.day == 12
    assert (other_hour.end - other_hour.start).total_seconds() == 2 * 3600  # as events usually do


def test_a_series_begins_where_its_own_rule_does_whatever_it_was_before(shelf):
    """Somebody tries rules one after the other: each begins at its first day from publication."""
    text = "---\ndate: '2026-12-07T08:00:00+01:00'\n---\n" + LISTED
    issue = parse_issue(text, shelf.named("newsletter"))
    days = []
    for rule in ("jeden ersten Dienstag im Monat", "jeden zweiten Dienstag im Monat"):
        text = put(issue, issue.meetings[0], rule=rule)
        issue = parse_issue(text, issue.profile)
        days.append(entry_of(text, "Berlin: ").start.date())
    assert days == [date(2027, 1, 5), date(2026, 12, 8)]


# --- what a meeting is listed under ---------------------------------------------------------------

LISTED = """## Veranstaltungen
* Regelmäßige OKLab-Treffen
  * Berlin: jeden Montag, 19:00-22:00, Haus, Weg 1, 10179 Berlin: **Code for Berlin**
  * Flensburg, jeden Mittwoch, 18:00: **OKLab Flensburg**
  * jeden Dienstag, online: **Ohne Ort**
  * Leipzig: jeden Freitag, 19:00, online
"""


@pytest.fixture
def listed(shelf):
    return parse_issue(LISTED, shelf.named("newsletter"))


def test_a_meeting_is_listed_under_what_stands_before_its_rule(listed):
    said = [read_event_data(event, LISTED) for event in listed.meetings]
    assert [(data.label, data.title) for data in said] == [
        ("Berlin", "Code for Berlin"),
        ("Flensburg", "OKLab Flensburg"),
        ("", "Ohne Ort"),
        ("", "Leipzig"),
    ]


@pytest.mark.parametrize(
    ("index", "label", "line"),
    [
        (0, "Spree", "  * Spree: jeden Montag, 19:00-22:00, Haus, Weg 1, 10179 Berlin: **Code for"),
        (1, "Förde", "  * Förde, jeden Mittwoch, 18:00: **OKLab Flensburg** <a"),
        (1, "", "  * jeden Mittwoch, 18:00: **OKLab Flensburg** <a"),
        (2, "Ulm", "  * Ulm: jeden Dienstag, online: **Ohne Ort** <a"),
    ],
)
def test_it_is_changed_in_its_place(listed, index, label, line):
    new, _ = diff(LISTED, put(listed, listed.meetings[index], label=label))
    assert [each.startswith(line) for each in new] == [True]


def test_a_line_that_begins_with_its_title_is_listed_under_nothing_else(listed):
    with pytest.raises(UserFacingError):
        put(listed, listed.meetings[3], label="Sachsen")


@pytest.mark.parametrize(("label", "begin"), [("Ulm", "Ulm: "), ("", "")])
def test_a_new_meeting_has_the_form_of_its_neighbor(shelf, label, begin):
    text = LISTED.rpartition("  * Leipzig")[0]
    issue = parse_issue(text, shelf.named("newsletter"))
    new = EventData(
        "Neu",
        TimeSpan(date.min, time(19)),
        "",
        True,
        rule="jeden Montag",
        kind=EntryKind.MEETING,
        label=label,
    )
    after = apply(text, add_entries(make_edit_context(issue), [new]))
    assert f"\n  * {begin}jeden Montag, 19:00, online: **Neu** <a" in after
    assert read_event_data(parse_issue(after, issue.profile).meetings[-1], after) == new


words = st.text(st.sampled_from("abcäöß"), min_size=1, max_size=8)
hours = st.times().map(lambda t: t.replace(second=0, microsecond=0))


@given(st.data())
def test_putget_for_meetings_and_deadlines(shelf, data):
    issue = parse_issue(TEXT, shelf.named("newsletter"))
    event = data.draw(st.sampled_from(issue.meetings + issue.deadlines))
    old = read_event_data(event, TEXT)
    pattern = st.builds(monthly, st.sampled_from([[(0, 1)], [(6, -1)], [(2, 2), (2, 4)]]))
    if event.kind == "meeting":
        new = replace(
            old,
            rule=write_phrase(data.draw(pattern)),
            when=data.draw(st.none() | st.builds(lambda h: TimeSpan(date.min, h), hours)),
            title=data.draw(words),
            label=data.draw(st.just("") | words),
        )
    else:
        new = replace(
            old,
            what=data.draw(words),
            title=data.draw(words),
            when=TimeSpan(
                data.draw(st.dates(date(2026, 1, 1), date(2030, 1, 1))),
                data.draw(st.none() | hours),
            ),
        )
    try:
        edits = change_event(make_edit_context(issue), event, new)
    except UserFacingError:
        return
    after = apply(TEXT, edits)
    entries = parse_issue(after, issue.profile).entries
    assert read_event_data(entries[issue.entries.index(event)], after) == new
