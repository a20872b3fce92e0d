"""Renewed calendar links: right by the standard, the same words, stable, and asking where line and entry contradict."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
import recurring_ical_events
import vobject
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.core.base.edits import apply
from editor.core.calendar.codec import read_entries
from editor.core.calendar.entry import decode_link, encode_link, read_identity
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events import calendar_link
from editor.core.events.link_refresh import ENTRY, LEAVE, LINE, find_refreshes, refresh_edits
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import CALENDAR_ANCHOR, read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from hypothesis import given
from hypothesis import strategies as st

from helpers import hugo
from helpers.corpus import ISSUES, SEEDS, needs_corpus, text_of

HEAD = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Termine\n"
OLD = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{title}\r\nDTSTART:{start}\r\nDTEND:{end}\r\nLOCATION:online\r\nLINK;VALUE=UID:https://a.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def link(data):
    return f"<a title='Kalendereintrag Girls'Day' download='event.ics' href=\"data:text/calendar;base64,{encode_link(data.encode())}\">&#x1F4C5;</a>"


def old(title="Eins", start="20260304T190000", end="20260304T210000"):
    return link(OLD.format(title=title, start=start, end=end))


def context(shelf, text, published=None):
    return make_edit_context(
        parse_issue(text, shelf.named("newsletter")), "", published, load_gazetteer()[0]
    )


def renewed(shelf, text, whom=None):
    here = context(shelf, text)
    found = find_refreshes(here, here.events)
    return apply(text, refresh_edits(here, [(one, whom or one.proposed) for one in found])), found


def only(text):
    return read_entries(decode_link(CALENDAR_ANCHOR.search(text)["href"]))[0]


def test_an_old_link_becomes_a_right_one_and_stays(shelf):
    text = (
        HEAD + f"* Mittwoch, 04.03.2026, 19:00, online: **Eins** {old()}\n  * https://a.example\n"
    )
    after, found = renewed(shelf, text)
    entry = only(after)
    assert entry.start == datetime(2026, 3, 4, 18, tzinfo=UTC) and entry.end == datetime(
        2026, 3, 4, 20, tzinfo=UTC
    )
    assert entry.uid and entry.url == "https://a.example" and entry.sequence == 0
    assert (
        "UID is missing (RFC 5545 §3.6.1)." in found[0].breaches
        and "The times have no time zone." in found[0].reasons
    )
    assert renewed(shelf, after) == (after, [])


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Mittwoch, 04.03.2026, 18:00-21:00, online: **Eins**", ("start",)),
        ("Mittwoch, 04.03.2026, 19:00-22:00, online: **Eins**", ("end",)),
        ("Mittwoch, 04.03.2026, 19:00-21:00, Haus, Weg 1, 04109 Leipzig: **Eins**", ("place",)),
        ("Mittwoch, 04.03.2026, 19:00-21:00, online: **Ganz anders**", ("title",)),
    ],
)
def test_contradictions_ask_and_change_nothing_by_themselves(shelf, line, fields):
    text = HEAD + f"* {line} {old()}\n"
    after, found = renewed(shelf, text)
    assert after == text and found[0].contradicts == fields and found[0].proposed == LEAVE
    by_line, _ = renewed(shelf, text, LINE)
    by_entry, _ = renewed(shelf, text, ENTRY)
    assert only(by_line) != only(by_entry)
    for one in (by_line, by_entry):
        assert find_breaches(decode_link(CALENDAR_ANCHOR.search(one)["href"])) == ()
    assert only(by_entry).summary == "Eins" and only(by_entry).start == datetime(
        2026, 3, 4, 18, tzinfo=UTC
    )


def test_a_published_entry_that_changes_counts_on(shelf):
    text = HEAD + "* Mittwoch, 04.03.2026, 19:00, online: **Eins**\n"
    here = context(shelf, text)
    first = text.replace(
        "**Eins**", "**Eins** " + here.link_builder.build(read_event_data(here.events[0], text))
    )
    later = first.replace("19:00", "20:00")
    after, _ = renewed(shelf, later, LINE)
    assert (only(after).uid, only(after).sequence) == (only(first).uid, 1)


def test_two_of_one_name_and_day_get_two_identities(shelf):
    line = f"* Mittwoch, 04.03.2026, 19:00, online: **Eins** {old()}\n"
    after, _ = renewed(shelf, HEAD + line + line)
    uids = [
        read_identity(decode_link(match["href"]))[0] for match in CALENDAR_ANCHOR.finditer(after)
    ]
    assert len(set(uids)) == 2 and renewed(shelf, after)[0] == after


def test_coordinates_of_another_town_are_dropped(shelf):
    data = OLD.replace(
        "LOCATION:online", "LOCATION:Haus\\, Weg 1\\, 89231 Neu-Ulm\r\nGEO:52.52;13.41"
    ).format(title="Eins", start="20260304T190000", end="20260304T210000")
    text = (
        HEAD
        + f"* Mittwoch, 04.03.2026, 19:00-21:00, Haus, Weg 1, 89231 Neu-Ulm: **Eins** {link(data)}\n"
    )
    after, found = renewed(shelf, text)
    assert only(after).geo is None and any(
        "km away from 89231" in reason for reason in found[0].reasons
    )


def test_a_damaged_link_is_written_anew(shelf):
    text = (
        HEAD
        + "* Mittwoch, 04.03.2026, 19:00, online: **Eins** <a href='data:text/calendar;base64,QUJD!'>x</a>\n"
    )
    assert only(renewed(shelf, text)[0]).summary == "Eins"


# --- the real ones --------------------------------------------------------------------------------


def linked():
    return [path for path in (*ISSUES, *SEEDS) if "data:text/calendar" in text_of(path)]


def visible(text):
    return CALENDAR_ANCHOR.sub("📅", text)


@needs_corpus
def test_every_real_link_becomes_right_and_the_page_stays(shelf):
    count = asked = 0
    for path in linked():
        text = text_of(path)
        here = make_edit_context(shelf.parse(text, path), "", None, load_gazetteer()[0])
        found = find_refreshes(here, here.events)
        assert len(found) == len(CALENDAR_ANCHOR.findall(text)) == text.count("data:text/calendar")
        unasked = apply(text, refresh_edits(here, [(one, one.proposed) for one in found]))
        decided = [(one, LINE if LINE in one.links else ENTRY) for one in found]
        after = apply(text, refresh_edits(here, decided))
        assert visible(after) == visible(text) == visible(unasked)
        for match in CALENDAR_ANCHOR.finditer(after):
            assert find_breaches(decode_link(match["href"])) == ()
        again = make_edit_context(shelf.parse(after, path), "", None, load_gazetteer()[0])
        assert find_refreshes(again, again.events) == []
        trusted = apply(
            text,
            refresh_edits(
                here,
                [(one, ENTRY if ENTRY in one.links else LINE) for one in found],
            ),
        )
        once_more = make_edit_context(shelf.parse(trusted, path), "", None, load_gazetteer()[0])
        left = find_refreshes(once_more, once_more.events)
        again = refresh_edits(
            once_more,
            [(one, ENTRY if ENTRY in one.links else LINE) for one in left],
        )
        assert again == [], path.name
        for one in found:
            kept = one.event.link.of(text) in unasked
            assert kept == bool(one.contradicts)
        count, asked = count + len(found), asked + sum(bool(one.contradicts) for one in found)
    print(
        f"\n{count} real calendar links renewed, {asked} of them after asking: 0 break RFC 5545, a second renewal changes nothing"
    )
    assert count >= 400


@hugo.needs_hugo
def test_links_survive_hugos_minifier_and_show_no_data(shelf, tmp_path):
    """Hugo percent-encodes the data; the bytes a calendar gets are the same. In the preview each is one link."""
    import subprocess
    from urllib.parse import unquote_to_bytes

    from editor.core.calendar.dates import TimeSpan
    from editor.core.events.calendar_link import CalendarLinkBuilder
    from editor.core.rendering.page import render_body_html
    from selectolax.lexbor import LexborHTMLParser

    link_builder = CalendarLinkBuilder(
        shelf.named("newsletter"), datetime(2026, 2, 9, 7, tzinfo=UTC)
    )
    nasty = [
        "Girls'Day",
        'Ein "Wort"',
        "A & B < C > D",
        "x" * 300,
        "Größe 🎈, Maß; \\ Ende",
        "{{< kein shortcode",
        "*Stern* _und_ `Code`",
        "1 + 1 = 2 %20 #a",
    ]
    entries = [
        EventData(
            title,
            TimeSpan(date(2026, 3, 4), None if i % 2 else datetime(2026, 3, 4, 19).time()),
            title,
            False,
            "https://a.example/?a=1&b=%20",
        )
        for i, title in enumerate(nasty)
    ]
    links = [link_builder.build(one) for one in entries]
    for path in ISSUES[-3:]:
        here = make_edit_context(shelf.parse(text_of(path), path), "", None, load_gazetteer()[0])
        links += [one.links[LINE] for one in find_refreshes(here, here.events) if LINE in one.links]
    data = [decode_link(CALENDAR_ANCHOR.search(link)["href"]) for link in links]
    body = "## Termine\n" + "".join(f"* Eintrag {link}\n" for link in links)
    hugo.site(tmp_path, {"a": body})
    subprocess.run(
        [str(hugo.HUGO), "--quiet", "--minify"], cwd=tmp_path, check=True, capture_output=True
    )
    page = LexborHTMLParser((tmp_path / "public" / "p0" / "index.html").read_text(encoding="utf-8"))
    found = [node.attributes["href"] for node in page.css("a")]
    assert [
        decode_link(href) if ";base64" in href else unquote_to_bytes(href.partition(",")[2])
        for href in found
    ] == data
    shown = LexborHTMLParser(render_body_html(parse_issue(body, shelf.named("newsletter"))))
    assert [decode_link(node.attributes["href"]) for node in shown.css("a")] == data
    assert {item.text().strip() for item in shown.css("li")} == {"Eintrag 📅"}


# --- any values -----------------------------------------------------------------------------------

titles = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
    | st.sampled_from("'\"&<>\n \\,;:"),
    min_size=1,
    max_size=300,
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2031, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(
    titles,
    moments,
    st.sampled_from(list(EntryKind)),
    titles,
    st.booleans(),
    st.booleans(),
)
def test_any_entry_is_valid_for_three_readers_and_stays_one_link(
    shelf, title, moment, kind, place, all_day, cancelled
):
    from editor.core.calendar.dates import TimeSpan
    from editor.core.events.calendar_link import CalendarLinkBuilder

    when = TimeSpan(moment.date(), None if all_day else moment.time())
    if kind is EntryKind.MEETING:
        when = TimeSpan(date.min, when.start_time) if when.start_time else None
    rule = "jeden dritten Montag im Monat (außer August)" if kind is EntryKind.MEETING else ""
    link_builder = CalendarLinkBuilder(
        shelf.named("newsletter"), datetime(2026, 2, 9, 7, tzinfo=UTC)
    )
    values = EventData(
        title,
        when,
        place,
        False,
        "https://a.example/?a=1&b='",
        title,
        rule,
        kind,
        cancelled=cancelled,
    )
    element = link_builder.build(values)
    (match,) = CALENDAR_ANCHOR.finditer(element)
    assert (
        match[0] == element
        and element.count("<a ") == 1
        and re.fullmatch(r"<a (?:[a-z-]+=(?:'[^'<>\n]*'|\"[^\"<>\n]*\") ?)+>&#x1F4C5;</a>", element)
    )
    data = decode_link(match["href"])
    assert find_breaches(data) == ()
    event = next(iter(icalendar.Calendar.from_ical(data).walk("VEVENT")))
    assert not event.errors
    assert next(vobject.readComponents(data.decode())).vevent.uid.value == str(event["UID"])
    first = event["DTSTART"].dt
    shown = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).at(
        (first.year, first.month)
    )
    assert shown or cancelled
    assert element == link_builder.build(values)
    assert calendar_link.read_link(match["href"]).summary.split() == str(event["SUMMARY"]).split()
