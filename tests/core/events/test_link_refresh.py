"""Renewed calendar links: right, stable, and asked about where line and entry contradict."""

import re
import subprocess
from datetime import UTC, date, datetime, time
from urllib.parse import unquote_to_bytes

import icalendar
import pytest
import recurring_ical_events
import vobject
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.core.base.edits import apply
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link, encode_link, read_identity
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.link_reading import read_link
from editor.core.events.link_refresh import Trust, find_refreshes, refresh_edits
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.rendering.page import render_body_html
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from helpers import hugo
from helpers.corpus import CORPUS, ISSUES, SEEDS, needs_corpus, text_of

HEAD = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Termine\n"
OLD = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "SUMMARY:Eins",
        "DTSTART:20260304T190000",
        "DTEND:20260304T210000",
        "LOCATION:online",
        "LINK;VALUE=UID:https://a.example",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)


def link(data):
    """A calendar link as the old tool wrote it, the title's quotation mark unescaped."""
    href = f"data:text/calendar;base64,{encode_link(data.encode())}"
    return (
        f"<a title='Kalendereintrag Girls'Day' download='event.ics' href=\"{href}\">&#x1F4C5;</a>"
    )


def old_link():
    return link(OLD)


def context(shelf, text):
    issue = parse_issue(text, shelf.named("newsletter"))
    return make_edit_context(issue, "", None, load_gazetteer()[0])


def refresh(shelf, text, trust=None):
    """The text after all refreshes, as proposed or trusting one side; and the refreshes."""
    editing = context(shelf, text)
    refreshes = find_refreshes(editing, editing.events)
    decided = [(refresh, trust or refresh.proposed) for refresh in refreshes]
    return apply(text, refresh_edits(editing, decided)), refreshes


def first_data(text):
    return decode_link(CALENDAR_ANCHOR.search(text)["href"])


def first_entry(text):
    return read_entries(first_data(text))[0]


def test_an_old_link_becomes_a_right_one_and_stays(shelf):
    line = f"* Mittwoch, 04.03.2026, 19:00, online: **Eins** {old_link()}\n"
    after, (old,) = refresh(shelf, HEAD + line + "  * https://a.example\n")
    entry = first_entry(after)
    assert entry.start == datetime(2026, 3, 4, 18, tzinfo=UTC)
    assert entry.end == datetime(2026, 3, 4, 20, tzinfo=UTC)
    assert entry.uid
    assert entry.url == "https://a.example"
    assert entry.sequence == 0
    assert "UID is missing (RFC 5545 §3.6.1)." in old.breaches
    assert "The times have no time zone." in old.reasons
    assert refresh(shelf, after) == (after, [])


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
    text = HEAD + f"* {line} {old_link()}\n"
    after, (contradiction,) = refresh(shelf, text)
    assert after == text
    assert contradiction.contradicts == fields
    assert contradiction.proposed == Trust.LEAVE
    by_line, _ = refresh(shelf, text, Trust.LINE)
    by_entry, _ = refresh(shelf, text, Trust.ENTRY)
    assert first_entry(by_line) != first_entry(by_entry)
    assert find_breaches(first_data(by_line)) == ()
    assert find_breaches(first_data(by_entry)) == ()
    assert first_entry(by_entry).summary == "Eins"
    assert first_entry(by_entry).start == datetime(2026, 3, 4, 18, tzinfo=UTC)


def test_a_published_entry_that_changes_counts_on(shelf):
    text = HEAD + "* Mittwoch, 04.03.2026, 19:00, online: **Eins**\n"
    editing = context(shelf, text)
    link = editing.link_builder.build(read_event_data(editing.events[0], text))
    first = text.replace("**Eins**", f"**Eins** {link}")
    after, _ = refresh(shelf, first.replace("19:00", "20:00"), Trust.LINE)
    assert first_entry(after).uid == first_entry(first).uid
    assert first_entry(after).sequence == 1


def test_two_of_one_name_and_day_get_two_identities(shelf):
    line = f"* Mittwoch, 04.03.2026, 19:00, online: **Eins** {old_link()}\n"
    after, _ = refresh(shelf, HEAD + line + line)
    links = [decode_link(match["href"]) for match in CALENDAR_ANCHOR.finditer(after)]
    uids = [read_identity(data)[0] for data in links]
    assert len(set(uids)) == 2
    assert refresh(shelf, after) == (after, [])


def test_coordinates_of_another_town_are_dropped(shelf):
    place = "Haus, Weg 1, 89231 Neu-Ulm"
    location = "LOCATION:" + place.replace(",", "\\,")
    data = OLD.replace("LOCATION:online", f"{location}\r\nGEO:52.52;13.41")
    line = f"* Mittwoch, 04.03.2026, 19:00-21:00, {place}: **Eins** {link(data)}\n"
    after, (old,) = refresh(shelf, HEAD + line)
    assert first_entry(after).geo is None
    assert any("km away from 89231" in reason for reason in old.reasons)


def test_a_damaged_link_is_written_anew(shelf):
    damaged = "<a href='data:text/calendar;base64,QUJD!'>x</a>"
    line = f"* Mittwoch, 04.03.2026, 19:00, online: **Eins** {damaged}\n"
    after, _ = refresh(shelf, HEAD + line)
    assert first_entry(after).summary == "Eins"


# --- whole issues ---------------------------------------------------------------------------------

LINKED = [path for path in (*ISSUES, *SEEDS) if "data:text/calendar" in text_of(path)]


def visible(text):
    return CALENDAR_ANCHOR.sub("📅", text)


def trusting(refreshes, *sides):
    """Each refresh with the first of these sides that it can be written from."""
    return [
        (refresh, next(side for side in sides if side in refresh.links)) for refresh in refreshes
    ]


@pytest.fixture(scope="module")
def editing_contexts(shelf):
    gazetteer = load_gazetteer()[0]

    def editing_context(text, path):
        return make_edit_context(shelf.parse(text, path), "", None, gazetteer)

    return editing_context


@pytest.mark.slow
@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.name[:10])
def test_every_link_of_an_issue_becomes_right_and_the_page_stays(editing_contexts, path):
    text = text_of(path)
    editing = editing_contexts(text, path)
    refreshes = find_refreshes(editing, editing.events)

    by_line = apply(text, refresh_edits(editing, trusting(refreshes, Trust.LINE, Trust.ENTRY)))
    assert visible(by_line) == visible(text)
    for match in CALENDAR_ANCHOR.finditer(by_line):
        assert find_breaches(decode_link(match["href"])) == ()
    again = editing_contexts(by_line, path)
    assert find_refreshes(again, again.events) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.name[:10])
def test_an_entry_trusted_once_changes_nothing_more(editing_contexts, path):
    text = text_of(path)
    editing = editing_contexts(text, path)
    refreshes = find_refreshes(editing, editing.events)
    by_entry = apply(text, refresh_edits(editing, trusting(refreshes, Trust.ENTRY, Trust.LINE)))
    again = editing_contexts(by_entry, path)
    remaining = find_refreshes(again, again.events)
    assert refresh_edits(again, trusting(remaining, Trust.ENTRY, Trust.LINE)) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.name[:10])
def test_unasked_only_links_without_contradiction_are_renewed(editing_contexts, path):
    text = text_of(path)
    editing = editing_contexts(text, path)
    refreshes = find_refreshes(editing, editing.events)
    proposed = [(refresh, refresh.proposed) for refresh in refreshes]
    unasked = apply(text, refresh_edits(editing, proposed))
    assert visible(unasked) == visible(text)
    for refresh in refreshes:
        is_kept = refresh.event.link.of(text) in unasked
        assert is_kept == bool(refresh.contradicts), refresh.event.title


@pytest.mark.slow
@needs_corpus
def test_no_link_of_the_real_issues_is_right(editing_contexts):
    """They come from an older tool, which wrote no UID."""
    for path in LINKED:
        if path in CORPUS:
            text = text_of(path)
            editing = editing_contexts(text, path)
            links = CALENDAR_ANCHOR.findall(text)
            assert len(links) == text.count("data:text/calendar")
            assert len(find_refreshes(editing, editing.events)) == len(links)


@hugo.needs_hugo
def test_links_survive_hugos_minifier_and_show_no_data(shelf, editing_contexts, tmp_path):
    """Hugo percent-encodes the data; the bytes a calendar gets stay. The preview shows one link."""
    link_builder = CalendarLinkBuilder(
        shelf.named("newsletter"), datetime(2026, 2, 9, 7, tzinfo=UTC)
    )
    titles = [
        "Girls'Day",
        'Ein "Wort"',
        "A & B < C > D",
        "x" * 300,
        "Größe 🎈, Maß; \\ Ende",
        "{{< kein shortcode",
        "*Stern* _und_ `Code`",
        "1 + 1 = 2 %20 #a",
    ]
    links = [
        link_builder.build(
            EventData(
                title,
                TimeSpan(date(2026, 3, 4), start),
                title,
                False,
                "https://a.example/?a=1&b=%20",
            )
        )
        for title in titles
        for start in (None, time(19))
    ]
    for path in ISSUES[-3:]:
        editing = editing_contexts(text_of(path), path)
        refreshes = find_refreshes(editing, editing.events)
        links += [refresh.links[Trust.LINE] for refresh in refreshes if Trust.LINE in refresh.links]
    data = [first_data(link) for link in links]
    body = "## Termine\n" + "".join(f"* Eintrag {link}\n" for link in links)

    hugo.site(tmp_path, {"a": body})
    subprocess.run(
        [str(hugo.HUGO), "--quiet", "--minify"], cwd=tmp_path, check=True, capture_output=True
    )
    page = LexborHTMLParser((tmp_path / "public" / "p0" / "index.html").read_text(encoding="utf-8"))
    hrefs = [node.attributes["href"] for node in page.css("a")]
    on_site = [
        decode_link(href) if ";base64" in href else unquote_to_bytes(href.partition(",")[2])
        for href in hrefs
    ]
    assert on_site == data

    preview = LexborHTMLParser(render_body_html(parse_issue(body, shelf.named("newsletter"))))
    assert [decode_link(node.attributes["href"]) for node in preview.css("a")] == data
    assert {item.text().strip() for item in preview.css("li")} == {"Eintrag 📅"}


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
    assert match[0] == element
    assert re.fullmatch(r"<a (?:[a-z-]+=(?:'[^'<>\n]*'|\"[^\"<>\n]*\") ?)+>&#x1F4C5;</a>", element)
    data = decode_link(match["href"])
    assert find_breaches(data) == ()
    event = next(iter(icalendar.Calendar.from_ical(data).walk("VEVENT")))
    assert not event.errors
    assert next(vobject.readComponents(data.decode())).vevent.uid.value == str(event["UID"])
    first = event["DTSTART"].dt
    if not cancelled:
        calendar = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
        assert calendar.at((first.year, first.month))
    assert element == link_builder.build(values)
    assert read_link(match["href"]).summary.split() == str(event["SUMMARY"]).split()
