"""Events from elsewhere, in the forms people have them, and in those that were made to hurt."""

import json
from datetime import date, datetime, time
from time import process_time

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link, read_identity
from editor.core.events.insertion import add_entries
from editor.core.events.link_reading import read_uid
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.core.importers import duplicates, importing
from editor.core.importers.candidate import ImportContext, make_time_span
from editor.core.importers.pages import read_page
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.markdown.inline import plain_text
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import OWN_ISSUES, REAL_ISSUES, needs_corpus, text_of


@pytest.fixture(scope="session")
def context(shelf):
    return ImportContext(shelf.named("newsletter"), date(2026, 2, 9))


def read_text(context, text):
    """What is read from a text that was pasted."""
    result = importing.import_events(text.encode(), "text", context)
    return [candidate.data for candidate in result.candidates]


def read_one(context, data, name="a"):
    """The only candidate of a file."""
    (candidate,) = importing.import_events(data, name, context).candidates
    return candidate


def fields(data):
    return data.title, data.when, data.address, data.online, data.url


def titles(result):
    return [candidate.data.title for candidate in result.candidates]


# --- text -----------------------------------------------------------------------------------------

TEXTS = {
    "a line of an issue": (
        "* Mittwoch, 04.03.2026, 10:00-11:30, online: **Treff**\n  * https://t.example\n",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), time(10), None, time(11, 30)),
                "",
                True,
                "https://t.example",
            )
        ],
    ),
    "lines without bullets": (
        "4. März 2026, 19 Uhr, c-base, Rungestraße 20, 10179 Berlin: Treff\nhttps://t.example\n"
        "\n"
        "5.3.2026: Noch einer",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), time(19)),
                "c-base, Rungestraße 20, 10179 Berlin",
                False,
                "https://t.example",
            ),
            ("Noch einer", TimeSpan(date(2026, 3, 5)), "", False, ""),
        ],
    ),
    "a forwarded mail": (
        "> Von: a@b.example\n"
        "> Betreff: WG: Einladung zum Datentag\n"
        ">\n"
        "> Wann: Mittwoch, 4. März 2026, um 19 Uhr\n"
        "> Wo: Haus, Weg 1, 04109 Leipzig\n"
        "> Infos: https://t.example/x.\n",
        [
            (
                "Einladung zum Datentag",
                TimeSpan(date(2026, 3, 4), time(19)),
                "Haus, Weg 1, 04109 Leipzig",
                False,
                "https://t.example/x",
            )
        ],
    ),
    "a mail with a sentence": (
        "Betreff: Stammtisch\n"
        "\n"
        "Hallo,\n"
        "wir treffen uns am Mittwoch, 4. März 2026 um 19:30 Uhr wieder.\n"
        "https://t.example\n",
        [("Stammtisch", TimeSpan(date(2026, 3, 4), time(19, 30)), "", False, "https://t.example")],
    ),
    "a table with names": (
        "Datum\tUhrzeit\tTitel\tOrt\tLink\n"
        "04.03.2026\t19:00-21:00\tTreff\tonline\thttps://t.example\n"
        "2026-03-05\t\tNoch *einer*\tHaus, Weg 1, 04109 Leipzig\t\n",
        [
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), time(19), None, time(21)),
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
            (
                "Treff",
                TimeSpan(date(2026, 3, 4), time(19)),
                "Haus, Weg 1, 04109 Leipzig",
                False,
                "",
            ),
            ("Zwei", TimeSpan(date(2026, 3, 5), time(20)), "", True, ""),
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
    assert [fields(data) for data in read_text(context, text)] == expected


def test_meetings_and_deadlines_are_told_apart(context):
    entries = read_text(
        context,
        "* Leipzig: jeden dritten Montag im Monat, 19:00, online\n"
        "* [Preis](https://p.example), Einreichungen bis 31.03.2026\n",
    )
    assert sorted((data.kind, data.title, data.rule, data.what) for data in entries) == [
        ("deadline", "Preis", "", "Einreichungen"),
        ("meeting", "Leipzig", "jeden dritten Montag im Monat", ""),
    ]


@pytest.mark.parametrize("path", [*OWN_ISSUES, *REAL_ISSUES[-1:]], ids=lambda path: path.stem)
def test_the_events_of_an_earlier_issue_come_over_whole(shelf, context, path):
    issue = shelf.parse(text_of(path), path)
    events = [
        event
        for event in issue.events
        if not (event.listed_under or event.strike or event.registration) and event.title
    ]
    assert events
    first_day = min(event.when.start for event in events)
    lines = "\n".join(event.span.of(issue.text) for event in events)
    imported = read_text(ImportContext(issue.profile, first_day), lines)
    original = [read_event_data(event, issue.text) for event in events]
    assert [fields(data) for data in imported] == [fields(data) for data in original]


@needs_corpus
def test_an_earlier_issue_is_read_as_a_file(shelf):
    later = ImportContext(shelf.named("newsletter"), date(2025, 11, 20))
    path = next(path for path in REAL_ISSUES if path.name.startswith("2025-11-10"))
    result = importing.import_events(path.read_bytes(), path.name, later)
    assert "over at publication" in result.problems[0]
    entries = [candidate.data for candidate in result.candidates]
    assert len(entries) > 5
    assert {"event", "meeting"} <= {data.kind for data in entries}
    for data in entries:
        if data.kind == "event":
            assert data.when.last >= later.day


GERMAN = {
    "Do, 12.02. 19 Uhr, online: X": TimeSpan(date(2026, 2, 12), time(19)),
    "12.02. 18-20 Uhr: X": TimeSpan(date(2026, 2, 12), time(18), None, time(20)),
    "12.02. 19.30 Uhr: X": TimeSpan(date(2026, 2, 12), time(19, 30)),
    "13.-15.02.2026: X": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "13.02.-15.02.2026, Köln: X": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "vom 13. bis 15. Februar 2026 in Köln": TimeSpan(date(2026, 2, 13), None, date(2026, 2, 15)),
    "Wir treffen uns am Donnerstag, den 12. Februar 2026, um 19:00 Uhr": TimeSpan(
        date(2026, 2, 12), time(19)
    ),
    "12. Februar 2026 um 19:00 Uhr: X": TimeSpan(date(2026, 2, 12), time(19)),
    "04.02.26 - 05.02.26: X": TimeSpan(date(2026, 2, 4), None, date(2026, 2, 5)),
}


@pytest.mark.parametrize("text", GERMAN)
def test_dates_as_people_write_them(shelf, text):
    (data,) = read_text(ImportContext(shelf.named("newsletter"), date(2026, 2, 1)), text)
    assert data.when == GERMAN[text]


def test_a_mail_with_blocks_has_an_event_in_each(context):
    mail = (
        "Von: a@b.example\n"
        "Gesendet: Montag, 16. Februar 2026 10:12\n"
        "An: c\n"
        "Betreff: Zwei Abende\n"
        "\n"
        "Titel: Eins\n"
        "Ort: Haus, Weg 1, 04109 Leipzig\n"
        "Datum: 5.3.2026\n"
        "Beginn: 19:00\n"
        "\n"
        "Titel: Zwei\n"
        "Ort: online\n"
        "Datum: 6.3.2026\n"
    )
    assert [fields(data) for data in read_text(context, mail)] == [
        ("Eins", TimeSpan(date(2026, 3, 5), time(19)), "Haus, Weg 1, 04109 Leipzig", False, ""),
        ("Zwei", TimeSpan(date(2026, 3, 6)), "", True, ""),
    ]


def test_a_mail_with_a_rule_is_a_meeting(context):
    (data,) = read_text(
        context,
        "Was: Hacknight\n"
        "Wann: jeden dritten Dienstag im Monat, 19 Uhr\n"
        "Wo: Haus, Weg 1, 04109 Leipzig\n",
    )
    assert (data.kind, data.title, data.rule, data.when.start_time, data.address) == (
        "meeting",
        "Hacknight",
        "jeden dritten Dienstag im Monat",
        time(19),
        "Haus, Weg 1, 04109 Leipzig",
    )


@pytest.mark.parametrize(
    ("when", "rule", "hour"),
    [
        ("jeden Dienstag in den Ferien, 19:00", "jeden Dienstag in den Ferien", time(19)),
        ("jeden Montag, 19:00, in den Ferien", "jeden Montag, in den Ferien", time(19)),
    ],
)
def test_a_rule_that_is_read_by_half_comes_whole_and_in_doubt(context, issue, when, rule, hour):
    text = f"Was: Treff\nWann: {when}\nWo: Haus, Weg 1, 04109 Leipzig\n"
    (candidate,) = importing.import_events(text.encode(), "text", context).candidates
    assert candidate.data.rule == rule
    assert (candidate.data.when and candidate.data.when.start_time) == hour
    (doubt,) = candidate.doubts
    assert "“in den Ferien” in" in str(doubt) and "is not understood" in str(doubt)
    added = apply(issue.text, add_entries(make_edit_context(issue), [candidate.data]))
    assert f"{rule}" in added
    assert added.count("data:text/calendar") == issue.text.count("data:text/calendar")


@pytest.mark.parametrize(
    "line",
    [
        "Wir machen Pause bis 4. März 2026.",
        "Verschoben: statt am 4. März 2026 kommt ein neuer Termin.",
    ],
)
def test_a_day_on_which_nothing_takes_place_is_no_event(context, line):
    with pytest.raises(UserFacingError):
        read_text(context, f"{line}\n")


def test_a_day_of_registration_is_no_day_of_the_event(context):
    (data,) = read_text(
        context,
        "Datenabend\n"
        "Wir laden ein am 12. März 2026 um 19 Uhr.\n"
        "Anmeldung bis zum 5.3. unter https://a.example/x.\n",
    )
    assert data.when == TimeSpan(date(2026, 3, 12), time(19))
    assert data.registration == TimeSpan(date(2026, 3, 5))
    assert data.url == "https://a.example/x"


def test_tables_have_moments(context):
    (data,) = read_text(context, "Von;Bis;Titel\n12.03.2026 19:00;12.03.2026 21:00;X\n")
    assert data.when == TimeSpan(date(2026, 3, 12), time(19), None, time(21))
    (data,) = read_text(context, "date;title\n2026-03-13T18:00;X\n")
    assert data.when == TimeSpan(date(2026, 3, 13), time(18))


def test_a_cell_with_two_lines_is_one_note(context):
    (data,) = read_text(context, 'name;datum;bemerkung\nX;13.03.2026;"zwei\nZeilen"\n')
    assert (data.title, data.notes) == ("X", "zwei Zeilen")


def test_rows_without_a_date_are_counted(context):
    table = b"datum;titel\n31.11.2026;Nie\n12.03.2026;X\n"
    result = importing.import_events(table, "x", context)
    assert titles(result) == ["X"]
    assert result.problems == ("1 rows have no date that can be read.",)


def test_a_wrong_weekday_is_said(context):
    candidate = read_one(context, b"* Dienstag, 12.03.2026, online: **X**")
    assert "Donnerstag" in candidate.doubts[0]


# --- calendars ------------------------------------------------------------------------------------


def calendar(*events, head=()):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def import_event(context, *lines, head=()):
    """Import a calendar with one VEVENT of these lines."""
    return importing.import_events(calendar(lines, head=head), "a.ics", context)


ICS = {
    "UTC": (
        [
            "SUMMARY:Treff\\, groß",
            "DTSTART:20260304T180000Z",
            "DTEND:20260304T200000Z",
            "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig",
            "URL:https://t.example",
        ],
        EventData(
            "Treff, groß",
            TimeSpan(date(2026, 3, 4), time(19), None, time(21)),
            "Haus, Weg 1, 04109 Leipzig",
            url="https://t.example",
        ),
    ),
    "floating": (
        ["SUMMARY:Treff", "DTSTART:20260304T190000"],
        EventData("Treff", TimeSpan(date(2026, 3, 4), time(19))),
    ),
    "a zone of Windows": (
        ["SUMMARY:Treff", "DTSTART;TZID=Eastern Standard Time:20260304T190000"],
        EventData("Treff", TimeSpan(date(2026, 3, 5), time(1))),
    ),
    "a zone of Outlook": (
        ["SUMMARY:Treff", "DTSTART;TZID=W. Europe Standard Time:20260304T190000"],
        EventData("Treff", TimeSpan(date(2026, 3, 4), time(19))),
    ),
    "all day": (
        ["SUMMARY:Treff", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260305"],
        EventData("Treff", TimeSpan(date(2026, 3, 4))),
    ),
    "days": (
        ["SUMMARY:Treff", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260307"],
        EventData("Treff", TimeSpan(date(2026, 3, 4), None, date(2026, 3, 6))),
    ),
    "over midnight": (
        ["SUMMARY:Treff", "DTSTART:20260304T220000Z", "DTEND:20260305T010000Z"],
        EventData("Treff", TimeSpan(date(2026, 3, 4), time(23), date(2026, 3, 5), time(2))),
    ),
    "duration": (
        ["SUMMARY:Treff", "DTSTART:20260304T180000Z", "DURATION:PT90M"],
        EventData("Treff", TimeSpan(date(2026, 3, 4), time(19), None, time(20, 30))),
    ),
    "online": (
        ["SUMMARY:*Treff*", "DTSTART:20260304T180000Z", "LOCATION:https://zoom.example/j/1"],
        EventData(
            r"\*Treff\*",
            TimeSpan(date(2026, 3, 4), time(19)),
            online=True,
            url="https://zoom.example/j/1",
        ),
    ),
    "described": (
        ["SUMMARY:Treff", "DTSTART:20260304T180000Z", "DESCRIPTION:Mehr: https://t.example."],
        EventData("Treff", TimeSpan(date(2026, 3, 4), time(19)), url="https://t.example"),
    ),
}


@pytest.mark.parametrize("name", ICS)
def test_calendars_are_read(context, name):
    lines, expected = ICS[name]
    candidate = read_one(context, calendar(["UID:1", *lines]), "a.ics")
    assert fields(candidate.data) == fields(expected)
    assert candidate.uid == "1"


BERLIN_SERIES = (
    "UID:1",
    "SUMMARY:Treff",
    "DTSTART;TZID=Europe/Berlin:20260105T190000",
    "DTEND;TZID=Europe/Berlin:20260105T210000",
)


def test_a_series_that_a_phrase_can_say_is_a_meeting(context):
    rule = "RRULE:FREQ=MONTHLY;BYDAY=1MO"
    candidate = read_one(context, calendar([*BERLIN_SERIES, rule]), "a.ics")
    assert (candidate.data.kind, candidate.data.rule, candidate.data.when) == (
        "meeting",
        "jeden ersten Montag im Monat",
        TimeSpan(date.min, time(19), None, time(21)),
    )


def test_another_series_is_single_dates_in_doubt(context):
    result = import_event(context, *BERLIN_SERIES, "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;COUNT=40")
    starts = [candidate.data.when.start for candidate in result.candidates]
    assert starts == [date(2026, month, 5) for month in range(3, 9)]
    assert result.candidates[0].doubts


def test_a_day_left_out_of_a_meeting_stands_in_its_rule(context):
    result = import_event(
        context,
        *BERLIN_SERIES,
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "EXDATE;TZID=Europe/Berlin:20260302T190000",
    )
    assert result.candidates[0].data.rule == "jeden Montag (nicht am 02.03.2026)"


@pytest.mark.parametrize(
    ("rrule", "rule"),
    [
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "jeden ersten Montag im Monat"),
        ("FREQ=WEEKLY", "jeden Montag"),
    ],
)
def test_rules_as_exchange_and_others_write_them(context, rrule, rule):
    candidate = read_one(context, calendar([*BERLIN_SERIES, f"RRULE:{rrule}"]), "a.ics")
    assert candidate.data.rule == rule


def test_a_series_of_another_zone_is_single_dates_without_the_days_left_out(context):
    """Seven in the evening in New York is one o'clock on the next day."""
    result = import_event(
        context,
        "UID:1",
        "SUMMARY:X",
        "DTSTART;TZID=America/New_York:20260106T190000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "EXDATE;TZID=America/New_York:20260217T190000",
    )
    first, second, *_ = (candidate.data.when for candidate in result.candidates)
    assert first == TimeSpan(date(2026, 2, 11), time(1))
    assert second == TimeSpan(date(2026, 2, 25), time(1))


def test_a_series_that_is_over_is_left_out(context):
    result = import_event(context, *BERLIN_SERIES, "RRULE:FREQ=DAILY;COUNT=3")
    assert result.candidates == ()
    assert "over at publication" in result.problems[0]


@pytest.mark.parametrize(
    ("location", "address", "online"),
    [
        ("Rathaus Potsdam und online", "Rathaus Potsdam", True),
        (
            "Verschwörhaus\\, Weinhof 7\\, 89073 Ulm / Zoom",
            "Verschwörhaus, Weinhof 7, 89073 Ulm",
            True,
        ),
        (
            "Kino Zoom\\, Uhlgasse 3\\, 50321 Brühl",
            "Kino Zoom, Uhlgasse 3, 50321 Brühl",
            False,
        ),
        ("Zoom", "", True),
        ("Online-Veranstaltung", "", True),
    ],
)
def test_places_that_are_also_online_keep_their_address(context, location, address, online):
    lines = ["UID:1", "SUMMARY:X", "DTSTART:20260304T180000Z", f"LOCATION:{location}"]
    data = read_one(context, calendar(lines), "a.ics").data
    assert (data.address, data.online) == (address, online)


def test_special_characters_stay_what_they_are(context):
    title = "5 > 3 & __init__ ~~x~~ snake_case <b> *s* \\ &amp; `c`"
    summary = title.replace("\\", "\\\\")
    lines = ["UID:1", f"SUMMARY:{summary}", "DTSTART:20260304T180000Z"]
    data = read_one(context, calendar(lines), "a.ics").data
    assert plain_text(data.title) == title.replace("&amp;", "&")
    assert "snake_case" in data.title


def test_what_is_over_is_left_out_and_counted(context):
    two_years = calendar(
        ["UID:1", "SUMMARY:Alt", "DTSTART:20250304T180000Z"],
        ["UID:2", "SUMMARY:Neu", "DTSTART:20260304T180000Z"],
    )
    result = importing.import_events(two_years, "a.ics", context)
    assert titles(result) == ["Neu"]
    assert result.problems == ("1 events are over at publication and were left out.",)


def test_cancelled_stays_cancelled(context):
    lines = ["UID:1", "SUMMARY:X", "DTSTART:20260304T180000Z", "STATUS:CANCELLED"]
    assert read_one(context, calendar(lines), "a.ics").data.cancelled


# --- pages ----------------------------------------------------------------------------------------

EVENT = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Daten & Tee",
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
    TimeSpan(date(2026, 3, 4), time(19), None, time(21)),
    "Haus, Weg 1, 04109 Leipzig",
    False,
)


def linked_data(data):
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    return f"<!doctype html><html><head>{script}</head></html>"


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
    candidate = read_one(context, linked_data(shape).encode(), "a.html")
    assert fields(candidate.data)[:4] == WANTED


def test_an_event_of_a_page_in_two_places_is_also_online(context):
    place = {"@type": "VirtualLocation", "url": "https://zoom.example"}
    page = linked_data({**EVENT, "location": [EVENT["location"], place]})
    data = read_one(context, page.encode()).data
    assert (data.address, data.online) == ("Haus, Weg 1, 04109 Leipzig", True)


def test_an_online_event_of_a_page_has_the_address_of_its_room(context):
    place = {"@type": "VirtualLocation", "url": "https://zoom.example"}
    page = linked_data({**EVENT, "location": place, "url": ""})
    data = read_one(context, page.encode()).data
    assert (data.address, data.online, data.url) == ("", True, "https://zoom.example")


MICRODATA = """<html><body><div itemscope itemtype="https://schema.org/Event">
<h2 itemprop="name">Daten &amp; Tee</h2>
<time itemprop="startDate" datetime="2026-03-04T19:00+01:00">4.</time>
<meta itemprop="endDate" content="2026-03-04T21:00+01:00">
<a itemprop="url" href="https://t.example/">x</a>
<div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Haus</b>
<p itemprop="address" itemscope><i itemprop="streetAddress">Weg 1</i>
<i itemprop="postalCode">04109</i> <i itemprop="addressLocality">Leipzig</i></p></div>
</div></body></html>"""
MICROFORMAT = """<html><article class="h-event"><h1 class="p-name">Daten &amp; Tee</h1>
<time class="dt-start" datetime="2026-03-04 19:00+01:00">x</time>
<time class="dt-end" datetime="2026-03-04T21:00:00+01:00">x</time>
<span class="p-location">Haus, Weg 1, 04109 Leipzig</span>
<a class="u-url" href="https://t.example/">x</a></article></html>"""


@pytest.mark.parametrize("page", [MICRODATA, MICROFORMAT], ids=["microdata", "microformat"])
def test_marked_up_pages_are_read(context, page):
    candidate = read_one(context, page.encode(), "a.html")
    assert fields(candidate.data) == (*WANTED, "https://t.example/")


def test_a_page_leads_to_its_calendar(context):
    page = (
        "<html><a href='/x.ics'>x</a><a href='webcal://c.example/y.ics'>y</a>"
        "<a href='javascript:.ics'>z</a></html>"
    )
    assert read_page(page, context, "https://h.example/a").linked == (
        "https://h.example/x.ics",
        "https://c.example/y.ics",
    )


def test_an_issue_of_this_site_is_read_as_a_file(context):
    issue = (
        "---\ntitle: a\n---\n## Veranstaltungen\n"
        "* Mittwoch, 04.02.2026, 10:00, online: **Vorbei**\n"
        "* Mittwoch, 04.03.2026, 10:00, online: **Kommt**\n"
    )
    result = importing.import_events(issue.encode(), "a.md", context)
    assert titles(result) == ["Kommt"]
    assert "over at publication" in str(result.problems[0])
    with pytest.raises(UserFacingError, match="No event was found in “b.md”"):
        importing.import_events(b"# Nichts\n", "b.md", context)


def test_more_than_can_be_looked_at_is_said(context):
    events = [[f"UID:{n}", f"SUMMARY:{n}", "DTSTART:20260304T180000Z"] for n in range(502)]
    result = importing.import_events(calendar(*events), "a.ics", context)
    assert len(result.candidates) == importing.MAX_CANDIDATES
    assert "holds 2 events more" in str(result.problems[-1])


def test_events_that_cannot_be_read_are_counted(context):
    data = calendar(
        ["UID:1", "SUMMARY:Treff", "DTSTART:20260304T180000Z"], ["UID:2", "SUMMARY:Ohne Tag"]
    )
    result = importing.import_events(data, "a.ics", context)
    assert titles(result) == ["Treff"]
    assert "1 events of the calendar cannot be read" in str(result.problems[-1])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_text_with_a_byte_order_mark_is_read(context, encoding):
    data = "Betreff: Größe\nWann: 4.3.2026, 19 Uhr\n".encode(encoding)
    assert titles(importing.import_events(data, "a.txt", context)) == ["Größe"]


@pytest.mark.parametrize(
    "page",
    [
        b"<p>Wann: 4.3.2026, 19 Uhr</p>",
        b'<script type="application/ld+json">{"@type": "Event", "name": "Treff",'
        b' "startDate": "2026-03-04T19:00"}</script>',
    ],
)
def test_a_mail_of_a_page_alone_is_read(context, page):
    mail = (
        b"Subject: Treff\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
        b"<html><body>" + page + b"</body></html>\r\n"
    )
    assert titles(importing.import_events(mail, "a.eml", context)) == ["Treff"]


def test_a_mail_file_is_read_with_its_calendar(context):
    mail = (
        b"Subject: Treff\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain\r\n\r\nhallo\r\n"
        b"--x\r\nContent-Type: text/calendar\r\n\r\n"
        + calendar(["UID:1", "SUMMARY:Treff", "DTSTART:20260304T180000Z"])
        + b"\r\n--x--\r\n"
    )
    assert titles(importing.import_events(mail, "a.eml", context)) == ["Treff"]


def test_a_mail_file_without_a_calendar_is_read_as_text(context):
    mail = (
        b"Subject: Treff\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"Wann: 4.3.2026, 19 Uhr\r\n"
    )
    assert titles(importing.import_events(mail, "a.eml", context)) == ["Treff"]


# --- what the issue has already -------------------------------------------------------------------


@pytest.fixture
def issue(shelf):
    return parse_issue(
        "## Termine\n* Mittwoch, 04.03.2026, online: **Treff**\n", shelf.named("newsletter")
    )


def add_candidates(issue, candidates):
    """The issue with the candidates of an import."""
    data = [candidate.data for candidate in candidates]
    hrefs = [candidate.href for candidate in candidates]
    edits = add_entries(make_edit_context(issue), data, hrefs)
    return parse_issue(apply(issue.text, edits), issue.profile)


def test_doubles_are_recognized(issue, context):
    """Those of the issue, and those among themselves."""
    text = b"4.3.2026: treff\n5.3.2026: Treff\n5.3.2026: Treff\n"
    candidates = importing.import_events(text, "x", context).candidates
    present = duplicates.collect_present_entries(issue)
    marked = duplicates.mark_duplicates(candidates, present)
    assert [candidate.is_duplicate for candidate in marked] == [True, False, True]


def test_candidates_are_added_with_the_identity_they_came_with(issue, context):
    result = import_event(
        context,
        "UID:fremd@x",
        "SUMMARY:Tee",
        "DTSTART:20260310T180000Z",
        "GEO:51.34;12.37",
        "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig",
    )
    later = add_candidates(issue, result.candidates)
    present = duplicates.collect_present_entries(later)
    assert "fremd@x" in present.uids
    (again,) = duplicates.mark_duplicates(result.candidates, present)
    assert again.is_duplicate


def test_the_sequence_of_an_entry_goes_on(issue, context):
    result = import_event(
        context, "UID:fremd@x", "SEQUENCE:4", "SUMMARY:Tee", "DTSTART:20260310T180000Z"
    )
    later = add_candidates(issue, result.candidates)
    href = later.events[1].href.of(later.text)
    assert read_identity(decode_link(href)) == ("fremd@x", 5)


def test_twins_get_two_identities(issue):
    twins = [read_event_data(issue.events[0], issue.text)] * 2
    after = apply(issue.text, add_entries(make_edit_context(issue), twins))
    events = parse_issue(after, issue.profile).events
    assert [event.title for event in events] == ["Treff"] * 3
    first, second = (read_uid(event.href.of(after)) for event in events if event.href)
    assert first != second


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


SECONDS = 60
"""They take less than a second; without limits of size, depth and number they take minutes."""


@pytest.mark.parametrize("name", BOMBS)
def test_bad_input_gets_a_sentence_and_nothing_is_added(context, name):
    started = process_time()
    try:
        result = importing.import_events(BOMBS[name], name, context)
    except UserFacingError as refused:
        assert str(refused)
    else:
        assert result.candidates == ()
        assert result.problems
    assert process_time() - started < SECONDS


@settings(max_examples=300)
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    st.sampled_from(["a.ics", "a.html", "a.eml", "a"]),
)
def test_no_bytes_break_the_readers(context, data, name):
    for prefix in (
        b"",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"<html><div itemscope itemtype='schema.org/Event'><i itemprop=name>x</i>"
        b"<i itemprop=startDate>",
    ):
        try:
            importing.import_events(prefix + data, name, context)
        except UserFacingError as refused:
            assert str(refused)


@pytest.mark.parametrize(
    ("end", "last"), [("20260305T000000", None), ("20260306T000000", date(2026, 3, 5))]
)
def test_from_midnight_to_midnight_is_a_day(end, last):
    when = make_time_span(
        datetime(2026, 3, 4), datetime.strptime(end, "%Y%m%dT%H%M%S"), "Europe/Berlin"
    )
    assert when == TimeSpan(date(2026, 3, 4), end=last)
