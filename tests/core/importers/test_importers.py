"""Events from elsewhere, in the forms people have them, and in those that were made to hurt."""

import json
import time
from datetime import date

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.calendar.dates import TimeSpan
from editor.core.events.lists import add_entries
from editor.core.events.reading import read_event_data
from editor.core.importers import duplicates, importing
from editor.core.importers.candidate import ImportContext
from editor.core.importers.pages import read_page
from editor.core.issue.issue import make_edit_context, parse_issue
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import ISSUES, needs_corpus, text_of

t = __import__("datetime").time


@pytest.fixture(scope="session")
def context(shelf):
    return ImportContext(shelf.named("newsletter"), date(2026, 2, 9))


def texts(context, text):
    return [one.data for one in importing.import_events(text.encode(), "text", context).candidates]


def said(values):
    return values.title, values.when, values.address, values.online, values.url


# --- text -----------------------------------------------------------------------------------------

TEXTS = {
    "a line of an issue": (
        "* Mittwoch, 04.03.2026, 10:00-11:30, online: **Treff**\n  * https://t.example\n",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), t(10), None, t(11, 30)),
                "",
                True,
                "https://t.example",
            )
        ],
    ),
    "lines without bullets": (
        "4. März 2026, 19 Uhr, c-base, Rungestraße 20, 10179 Berlin: Treff\nhttps://t.example\n\n5.3.2026: Noch einer",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), t(19)),
                "c-base, Rungestraße 20, 10179 Berlin",
                False,
                "https://t.example",
            ),
            ("Noch einer", TimeSpan(date(2026, 3, 5)), "", False, ""),
        ],
    ),
    "a forwarded mail": (
        "> Von: a@b.example\n> Betreff: WG: Einladung zum Datentag\n>\n> Wann: Mittwoch, 4. März 2026, um 19 Uhr\n> Wo: Haus, Weg 1, 04109 Leipzig\n> Infos: https://t.example/x.\n",
        [
            (
                "Einladung zum Datentag",
                TimeSpan(date(2026, 3, 4), t(19)),
                "Haus, Weg 1, 04109 Leipzig",
                False,
                "https://t.example/x",
            )
        ],
    ),
    "a mail with a sentence": (
        "Betreff: Stammtisch\n\nHallo,\nwir treffen uns am Mittwoch, 4. März 2026 um 19:30 Uhr wieder.\nhttps://t.example\n",
        [("Stammtisch", TimeSpan(date(2026, 3, 4), t(19, 30)), "", False, "https://t.example")],
    ),
    "a table with names": (
        "Datum\tUhrzeit\tTitel\tOrt\tLink\n04.03.2026\t19:00-21:00\tTreff\tonline\thttps://t.example\n2026-03-05\t\tNoch *einer*\tHaus, Weg 1, 04109 Leipzig\t\n",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), t(19), None, t(21)),
                "",
                True,
                "https://t.example",
            ),
            (
                r"Noch \*einer\*",
                TimeSpan(date(2026, 3, 5)),
                "Haus, Weg 1, 04109 Leipzig",
                False,
                "",
            ),
        ],
    ),
    "a table without names": (
        "04.03.2026\t19:00\tTreff\tHaus, Weg 1, 04109 Leipzig\n05.03.2026\t20:00\tZwei\tonline\n",
        [
            ("Treff", TimeSpan(date(2026, 3, 4), t(19)), "Haus, Weg 1, 04109 Leipzig", False, ""),
            ("Zwei", TimeSpan(date(2026, 3, 5), t(20)), "", True, ""),
        ],
    ),
    "a CSV file": (
        "title;date;end;place\nBarcamp;2026-03-07;2026-03-08;Halle\n",
        [("Barcamp", TimeSpan(date(2026, 3, 7), None, date(2026, 3, 8)), "Halle", False, "")],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_read(context, name):
    text, expected = TEXTS[name]
    assert [said(values) for values in texts(context, text)] == expected


def test_meetings_and_deadlines_are_told_apart(context):
    found = texts(
        context,
        "* Leipzig: jeden dritten Montag im Monat, 19:00, online\n* [Preis](https://p.example), Einreichungen bis 31.03.2026\n",
    )
    assert sorted((one.kind, one.title, one.rule, one.what) for one in found) == [
        ("deadline", "Preis", "", "Einreichungen"),
        ("meeting", "Leipzig", "jeden dritten Montag im Monat", ""),
    ]


@needs_corpus
def test_the_events_of_an_earlier_issue_come_over_whole(shelf, context):
    path = ISSUES[-1]
    issue = shelf.parse(text_of(path), path)
    first = min(event.when.start for event in issue.events)
    found = texts(
        ImportContext(issue.profile, first),
        "\n".join(e.span.of(issue.text) for e in issue.events if not e.group),
    )
    wanted = [read_event_data(event, issue.text) for event in issue.events if not event.group]
    assert len(wanted) > 10 and [(v.title, v.when, v.address, v.url) for v in found] == [
        (v.title, v.when, v.address, v.url) for v in wanted
    ]


@needs_corpus
def test_an_earlier_issue_is_read_as_a_file(shelf):
    later = ImportContext(shelf.named("newsletter"), date(2025, 11, 20))
    path = next(path for path in ISSUES if path.name.startswith("2025-11-10"))
    found = importing.import_events(path.read_bytes(), path.name, later)
    kinds = {one.data.kind for one in found.candidates}
    assert (
        len(found.candidates) > 5
        and {"event", "meeting"} <= kinds
        and "over at publication" in found.problems[0]
    )
    assert all(
        one.data.when.last >= later.day for one in found.candidates if one.data.kind == "event"
    )


GERMAN = {
    "Do, 12.02. 19 Uhr, online: X": TimeSpan(date(2026, 2, 12), t(19)),
    "12.02. 18-20 Uhr: X": TimeSpan(date(2026, 2, 12), t(18), None, t(20)),
    "12.02. 19.30 Uhr: X": TimeSpan(date(2026, 2, 12), t(19, 30)),
    "13.-15.02.2026: X": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "13.02.-15.02.2026, Köln: X": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "vom 13. bis 15. Februar 2026 in Köln": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "Wir treffen uns am Donnerstag, den 12. Februar 2026, um 19:00 Uhr": TimeSpan(
        date(2026, 2, 12), t(19)
    ),
    "12. Februar 2026 um 19:00 Uhr: X": TimeSpan(date(2026, 2, 12), t(19)),
    "04.02.26 - 05.02.26: X": TimeSpan(date(2026, 2, 4), None, date(2026, 2, 5)),
}


@pytest.mark.parametrize("text", GERMAN)
def test_dates_as_people_write_them(shelf, text):
    (found,) = texts(ImportContext(shelf.named("newsletter"), date(2026, 2, 1)), text)
    assert found.when == GERMAN[text]


def test_mails_with_headers_blocks_and_rules(context):
    mail = "Von: a@b.example\nGesendet: Montag, 16. Februar 2026 10:12\nAn: c\nBetreff: Zwei Abende\n\nTitel: Eins\nOrt: Haus, Weg 1, 04109 Leipzig\nDatum: 5.3.2026\nBeginn: 19:00\n\nTitel: Zwei\nOrt: online\nDatum: 6.3.2026\n"
    assert [said(v)[:4] for v in texts(context, mail)] == [
        ("Eins", TimeSpan(date(2026, 3, 5), t(19)), "Haus, Weg 1, 04109 Leipzig", False),
        ("Zwei", TimeSpan(date(2026, 3, 6)), "", True),
    ]
    (found,) = texts(
        context,
        "Was: Hacknight\nWann: jeden dritten Dienstag im Monat, 19 Uhr\nWo: Haus, Weg 1, 04109 Leipzig\n",
    )
    assert (found.kind, found.title, found.rule, found.when.start_time, found.address) == (
        "meeting",
        "Hacknight",
        "jeden dritten Dienstag im Monat",
        t(19),
        "Haus, Weg 1, 04109 Leipzig",
    )
    (found,) = texts(
        context,
        "Datenabend\nWir laden ein am 12. März 2026 um 19 Uhr.\nAnmeldung bis zum 5.3. unter https://a.example/x.\n",
    )
    assert (found.registration, found.url) == (TimeSpan(date(2026, 3, 5)), "https://a.example/x")


def test_tables_with_moments_and_broken_lines(context):
    (found,) = texts(context, "Von;Bis;Titel\n12.03.2026 19:00;12.03.2026 21:00;X\n")
    assert found.when == TimeSpan(date(2026, 3, 12), t(19), None, t(21))
    (found,) = texts(context, "date;title\n2026-03-13T18:00;X\n")
    assert found.when == TimeSpan(date(2026, 3, 13), t(18))
    (found,) = texts(context, 'name;datum;bemerkung\nX;13.03.2026;"zwei\nZeilen"\n')
    assert (found.title, found.notes) == ("X", "zwei Zeilen")
    read = importing.import_events(b"datum;titel\n31.11.2026;Nie\n12.03.2026;X\n", "x", context)
    assert len(read.candidates) == 1 and read.problems == ("1 rows have no date that can be read.",)


def test_a_wrong_weekday_is_said(context):
    (found,) = importing.import_events(
        b"* Dienstag, 12.03.2026, online: **X**", "x", context
    ).candidates
    assert "Donnerstag" in found.doubts[0]


# --- calendars ------------------------------------------------------------------------------------


def calendar(*events, head=()):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def one(context, *lines, head=()):
    return importing.import_events(calendar(lines, head=head), "a.ics", context)


ICS = {
    "UTC": (["UID:1", "SUMMARY:Treff\\, groß", "DTSTART:20260304T180000Z", "DTEND:20260304T200000Z", "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig", "URL:https://t.example"], ("Treff, groß", TimeSpan(date(2026, 3, 4), t(19), None, t(21)), "Haus, Weg 1, 04109 Leipzig", False, "https://t.example")),
    "floating": (["UID:1", "SUMMARY:Treff", "DTSTART:20260304T190000"], ("Treff", TimeSpan(date(2026, 3, 4), t(19)), "", False, "")),
    "a zone of Windows": (["UID:1", "SUMMARY:Treff", "DTSTART;TZID=Eastern Standard Time:20260304T190000"], ("Treff", TimeSpan(date(2026, 3, 5), t(1)), "", False, "")),
    "a zone of Outlook": (["UID:1", "SUMMARY:Treff", "DTSTART;TZID=W. Europe Standard Time:20260304T190000"], ("Treff", TimeSpan(date(2026, 3, 4), t(19)), "", False, "")),
    "all day": (["UID:1", "SUMMARY:Treff", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260305"], ("Treff", TimeSpan(date(2026, 3, 4)), "", False, "")),
    "days": (["UID:1", "SUMMARY:Treff", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260307"], ("Treff", TimeSpan(date(2026, 3, 4), None, date(2026, 3, 6)), "", False, "")),
    "over midnight": (["UID:1", "SUMMARY:Treff", "DTSTART:20260304T220000Z", "DTEND:20260305T010000Z"], ("Treff", TimeSpan(date(2026, 3, 4), t(23), date(2026, 3, 5), t(2)), "", False, "")),
    "duration": (["UID:1", "SUMMARY:Treff", "DTSTART:20260304T180000Z", "DURATION:PT90M"], ("Treff", TimeSpan(date(2026, 3, 4), t(19), None, t(20, 30)), "", False, "")),
    "online": (["UID:1", "SUMMARY:*Treff*", "DTSTART:20260304T180000Z", "LOCATION:https://zoom.example/j/1"], (r"\*Treff\*", TimeSpan(date(2026, 3, 4), t(19)), "", True, "https://zoom.example/j/1")),
    "described": (["UID:1", "SUMMARY:Treff", "DTSTART:20260304T180000Z", "DESCRIPTION:Mehr: https://t.example."], ("Treff", TimeSpan(date(2026, 3, 4), t(19)), "", False, "https://t.example")),
}  # fmt: skip


@pytest.mark.parametrize("name", ICS)
def test_calendars_are_read(context, name):
    lines, expected = ICS[name]
    (found,) = one(context, *lines).candidates
    assert said(found.data) == expected and found.uid == "1"


def test_series_become_meetings_or_single_dates(context):
    base = [
        "UID:1",
        "SUMMARY:Treff",
        "DTSTART;TZID=Europe/Berlin:20260105T190000",
        "DTEND;TZID=Europe/Berlin:20260105T210000",
    ]
    (found,) = one(context, *base, "RRULE:FREQ=MONTHLY;BYDAY=1MO").candidates
    assert (found.data.kind, found.data.rule, found.data.when) == (
        "meeting",
        "jeden ersten Montag im Monat",
        TimeSpan(date.min, t(19), None, t(21)),
    )
    found = one(context, *base, "RRULE:FREQ=MONTHLY;BYMONTHDAY=5").candidates
    assert (
        [c.data.when.start for c in found][:2] == [date(2026, 3, 5), date(2026, 4, 5)]
        and len(found) == 6
        and found[0].doubts
    )
    assert (
        one(
            context,
            *base,
            "RRULE:FREQ=WEEKLY;BYDAY=MO",
            "EXDATE;TZID=Europe/Berlin:20260302T190000",
        )
        .candidates[0]
        .doubts
    )


def test_rules_as_exchange_and_others_write_them(context):
    base = ["UID:1", "SUMMARY:Treff", "DTSTART;TZID=Europe/Berlin:20260105T190000"]
    (found,) = one(context, *base, "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1").candidates
    assert found.data.rule == "jeden ersten Montag im Monat"
    (found,) = one(context, *base, "RRULE:FREQ=WEEKLY").candidates
    assert found.data.rule == "jeden Montag"
    found = one(
        context,
        "UID:1",
        "SUMMARY:X",
        "DTSTART;TZID=America/New_York:20260106T190000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "EXDATE;TZID=America/New_York:20260217T190000",
    ).candidates
    assert [c.data.when for c in found][:2] == [
        TimeSpan(date(2026, 2, 11), t(1)),
        TimeSpan(date(2026, 2, 25), t(1)),
    ]
    over = one(context, *base, "RRULE:FREQ=DAILY;COUNT=3")
    assert over.candidates == () and "over at publication" in over.problems[0]


def test_places_that_are_also_online_keep_their_address(context):
    def place(text):
        (found,) = one(
            context, "UID:1", "SUMMARY:X", "DTSTART:20260304T180000Z", f"LOCATION:{text}"
        ).candidates
        return found.data.address, found.data.online

    assert place("Rathaus Potsdam und online") == ("Rathaus Potsdam", True)
    assert place("Verschwörhaus\\, Weinhof 7\\, 89073 Ulm / Zoom") == (
        "Verschwörhaus, Weinhof 7, 89073 Ulm",
        True,
    )
    assert place("Kino Zoom\\, Uhlgasse 3\\, 50321 Brühl") == (
        "Kino Zoom, Uhlgasse 3, 50321 Brühl",
        False,
    )
    assert place("Zoom") == ("", True) and place("Online-Veranstaltung") == ("", True)


def test_special_characters_stay_what_they_are(shelf, context):
    from editor.core.markdown.inline import plain_text

    title = "5 > 3 & __init__ ~~x~~ snake_case <b> *s* \\ &amp; `c`"
    (found,) = one(
        context, "UID:1", "SUMMARY:" + title.replace("\\", "\\\\"), "DTSTART:20260304T180000Z"
    ).candidates
    assert plain_text(found.data.title) == title and "snake_case" in found.data.title


def test_a_sequence_goes_on_and_twins_get_two_identities(shelf, context):
    issue = parse_issue(
        "## Termine\n* Mittwoch, 04.03.2026, online: **Treff**\n", shelf.named("newsletter")
    )
    found = one(
        context, "UID:fremd@x", "SEQUENCE:4", "SUMMARY:Tee", "DTSTART:20260310T180000Z"
    ).candidates
    after = apply(
        issue.text,
        add_entries(make_edit_context(issue), [c.data for c in found], [c.href for c in found]),
    )
    from editor.core.calendar.entry import decode_link, read_identity
    from editor.core.events import calendar_link

    link = parse_issue(after, issue.profile).events[1].href.of(after)
    assert read_identity(decode_link(link)) == ("fremd@x", 5)
    twins = [read_event_data(issue.events[0], issue.text)] * 2
    after = apply(issue.text, add_entries(make_edit_context(issue), twins))
    uids = [
        calendar_link.read_uid(e.href.of(after))
        for e in parse_issue(after, issue.profile).events
        if e.href
    ]
    assert len(set(uids)) == 2


def test_what_is_over_is_left_out_and_counted(context):
    found = importing.import_events(
        calendar(
            ["UID:1", "SUMMARY:Alt", "DTSTART:20250304T180000Z"],
            ["UID:2", "SUMMARY:Neu", "DTSTART:20260304T180000Z"],
        ),
        "a.ics",
        context,
    )
    assert [c.data.title for c in found.candidates] == ["Neu"]
    assert found.problems == ("1 events are over at publication and were left out.",)


def test_cancelled_stays_cancelled(context):
    assert (
        one(context, "UID:1", "SUMMARY:X", "DTSTART:20260304T180000Z", "STATUS:CANCELLED")
        .candidates[0]
        .data.cancelled
    )


# --- pages ----------------------------------------------------------------------------------------

EVENT = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Daten &amp; Tee".replace("&amp;", "&"),
    "startDate": "2026-03-04T19:00:00+0100",
    "endDate": "2026-03-04T21:00:00+01:00",
    "url": "/tee",
    "location": {
        "@type": "Place",
        "name": "Haus",
        "address": {
            "streetAddress": "Weg 1",
            "postalCode": "04109",
            "addressLocality": "Leipzig",
            "addressCountry": "DE",
        },
    },
}
WANTED = (
    "Daten & Tee",
    TimeSpan(date(2026, 3, 4), t(19), None, t(21)),
    "Haus, Weg 1, 04109 Leipzig",
    False,
)


def linked_data(data):
    return f"<!doctype html><html><head><script type='application/ld+json'>{json.dumps(data)}</script></head></html>"


@pytest.mark.parametrize(
    "shape",
    [
        EVENT,
        [EVENT],
        {"@graph": [{"@type": "WebPage"}, EVENT]},
        {"@type": "ItemList", "itemListElement": [{"item": EVENT}]},
    ],
)
def test_linked_data_is_read(context, shape):
    (found,) = importing.import_events(linked_data(shape).encode(), "a.html", context).candidates
    assert said(found.data)[:4] == WANTED


def test_online_events_of_pages_are_online(context):
    place = {"@type": "VirtualLocation", "url": "https://zoom.example"}
    (found,) = importing.import_events(
        linked_data({**EVENT, "location": [EVENT["location"], place]}).encode(), "a", context
    ).candidates
    assert (found.data.address, found.data.online) == ("Haus, Weg 1, 04109 Leipzig", True)
    (found,) = importing.import_events(
        linked_data({**EVENT, "location": place, "url": ""}).encode(), "a", context
    ).candidates
    assert (found.data.address, found.data.online, found.data.url) == (
        "",
        True,
        "https://zoom.example",
    )


MICRODATA = """<html><body><div itemscope itemtype="https://schema.org/Event"><h2 itemprop="name">Daten &amp; Tee</h2>
<time itemprop="startDate" datetime="2026-03-04T19:00+01:00">4.</time><meta itemprop="endDate" content="2026-03-04T21:00+01:00">
<a itemprop="url" href="https://t.example/">x</a><div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Haus</b>
<p itemprop="address" itemscope><i itemprop="streetAddress">Weg 1</i> <i itemprop="postalCode">04109</i> <i itemprop="addressLocality">Leipzig</i></p></div></div></body></html>"""
MICROFORMAT = """<html><article class="h-event"><h1 class="p-name">Daten &amp; Tee</h1><time class="dt-start" datetime="2026-03-04 19:00+01:00">x</time>
<time class="dt-end" datetime="2026-03-04T21:00:00+01:00">x</time><span class="p-location">Haus, Weg 1, 04109 Leipzig</span><a class="u-url" href="https://t.example/">x</a></article></html>"""


@pytest.mark.parametrize("page", [MICRODATA, MICROFORMAT])
def test_marked_up_pages_are_read(context, page):
    (found,) = importing.import_events(page.encode(), "a.html", context).candidates
    assert said(found.data) == (*WANTED, "https://t.example/")


def test_a_page_leads_to_its_calendar(context):
    page = "<html><a href='/x.ics'>x</a><a href='webcal://c.example/y.ics'>y</a><a href='javascript:.ics'>z</a></html>"
    assert read_page(page, context, "https://h.example/a").linked == (
        "https://h.example/x.ics",
        "https://c.example/y.ics",
    )


def test_a_mail_file_is_read(context):
    mail = (
        b"Subject: Treff\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nhallo\r\n--x\r\nContent-Type: text/calendar\r\n\r\n"
        + calendar(["UID:1", "SUMMARY:Treff", "DTSTART:20260304T180000Z"])
        + b"\r\n--x--\r\n"
    )
    assert [c.data.title for c in importing.import_events(mail, "a.eml", context).candidates] == [
        "Treff"
    ]
    plain = b"Subject: Treff\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWann: 4.3.2026, 19 Uhr\r\n"
    assert [c.data.title for c in importing.import_events(plain, "a.eml", context).candidates] == [
        "Treff"
    ]


# --- what is there already -----------------------------------------------------------------------


def test_doubles_are_recognised(shelf, context):
    issue = parse_issue(
        "## Termine\n* Mittwoch, 04.03.2026, online: **Treff**\n", shelf.named("newsletter")
    )
    found = importing.import_events(
        b"4.3.2026: treff\n5.3.2026: Treff\n5.3.2026: Treff\n", "x", context
    ).candidates
    assert [
        one.is_duplicate
        for one in duplicates.mark_duplicates(found, duplicates.collect_present_entries(issue))
    ] == [
        True,
        False,
        True,
    ]


def test_candidates_are_added_with_the_identity_they_came_with(shelf, context):
    issue = parse_issue(
        "## Termine\n* Mittwoch, 04.03.2026, online: **Treff**\n", shelf.named("newsletter")
    )
    found = one(
        context,
        "UID:fremd@x",
        "SUMMARY:Tee",
        "DTSTART:20260310T180000Z",
        "GEO:51.34;12.37",
        "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig",
    ).candidates
    after = apply(
        issue.text,
        add_entries(make_edit_context(issue), [c.data for c in found], [c.href for c in found]),
    )
    later = parse_issue(after, issue.profile)
    assert "fremd@x" in duplicates.collect_present_entries(later).uids
    assert duplicates.mark_duplicates(found, duplicates.collect_present_entries(later))[
        0
    ].is_duplicate


# --- what was made to hurt ------------------------------------------------------------------------

BOMBS = {
    "broken.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:gestern\r\nEND:VEVENT",
    "empty.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "no.ics": b"Das ist kein Kalender",
    "big.ics": calendar(*[["UID:1", "SUMMARY:" + "x" * 100, "DTSTART:20260304T180000Z"]] * 60_000),
    "many.ics": calendar(*[["UID:1", "DTSTART:20260304T180000Z"]] * 6_000),
    "seconds.ics": calendar(
        ["UID:1", "SUMMARY:x", "DTSTART:20260304T180000Z", "RRULE:FREQ=SECONDLY"]
    ),
    "latin.ics": calendar(["UID:1", "SUMMARY:Größe", "DTSTART:20260304T180000Z"])
    .decode()
    .encode("latin-1"),
    "nested.html": b"<html>" + b"<div>" * 300_000,
    "deep.html": linked_data(1).replace("1<", "[" * 50_000 + "]" * 50_000 + "<").encode(),
    "none.html": b"<html><p>nichts</p></html>",
    "latin.html": "<html><meta charset=utf-8>Größe</html>".encode("latin-1"),
    "unknown.html": b"<html><meta charset=x-nonsense></html>",
    "latin.txt": "4.3.2026: Größe".encode("latin-1"),
    "words.txt": b"kein Datum weit und breit",
    "long.txt": b"4.3.2026: x\n" * 60_000,
    "binary": bytes(range(256)) * 100,
    "empty": b"",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bad_input_gets_a_sentence_and_nothing_is_added(context, name):
    started = time.process_time()
    try:
        found = importing.import_events(BOMBS[name], name, context)
    except UserFacingError as refused:
        assert str(refused)
    else:
        assert found.candidates == () and found.problems
    assert time.process_time() - started < 5


@settings(max_examples=300)
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    st.sampled_from(["a.ics", "a.html", "a.eml", "a"]),
)
def test_no_bytes_break_the_readers(context, data, name):
    for prefix in (
        b"",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"<html><div itemscope itemtype='schema.org/Event'><i itemprop=name>x</i><i itemprop=startDate>",
    ):
        try:
            importing.import_events(prefix + data, name, context)
        except UserFacingError as refused:
            assert str(refused)
