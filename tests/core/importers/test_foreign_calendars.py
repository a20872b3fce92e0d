"""Calendars and pages as other programs write them: right, or a sentence."""

from datetime import date, datetime, time, timedelta

import pytest
from editor.core.calendar.dates import TimeSpan
from editor.core.importers.calendars import read_calendar
from editor.core.importers.candidate import ImportContext
from editor.core.importers.importing import import_events
from msgspec.structs import replace

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//DE\r\n"


@pytest.fixture(scope="module")
def context(shelf):
    return ImportContext(shelf.named("newsletter"), date(2026, 2, 9))


def event(*lines):
    usual = ["UID:1", "SUMMARY:Runde", *lines]
    return "\r\n".join(["BEGIN:VEVENT", *usual, "END:VEVENT"]) + "\r\n"


def calendar(*events, head=""):
    return (HEAD + head + "".join(events) + "END:VCALENDAR\r\n").encode()


def read(context, *lines, head=""):
    return read_calendar(calendar(event(*lines), head=head), context)


def when_of(context, *lines, head=""):
    (candidate,) = read(context, *lines, head=head).candidates
    return candidate.data.when


DAYS = TimeSpan(date(2026, 4, 1), end=date(2026, 4, 2))


def test_days_with_a_zone_are_days(context):
    assert when_of(
        context,
        "DTSTART;TZID=Europe/Berlin;VALUE=DATE:20260401",
        "DTEND;TZID=Europe/Berlin;VALUE=DATE:20260403",
    ) == DAYS  # fmt: skip


def test_midnights_that_outlook_calls_days_are_days(context):
    assert when_of(
        context,
        "DTSTART;TZID=Europe/Berlin:20260401T000000",
        "DTEND;TZID=Europe/Berlin:20260403T000000",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ) == DAYS  # fmt: skip


def test_a_series_that_has_not_begun_says_so(context):
    (candidate,) = read(
        context, "DTSTART;TZID=Europe/Berlin:20260504T190000", "RRULE:FREQ=WEEKLY"
    ).candidates
    assert candidate.data.rule == "jeden Montag ab 04.05.2026"


def test_days_are_left_out_on_the_clocks_of_the_series(context):
    (candidate,) = read(
        context,
        "DTSTART;TZID=Europe/Berlin:20260202T003000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE:20260215T233000Z",
    ).candidates
    assert candidate.data.rule == "jeden Montag (nicht am 16.02.2026)"


@pytest.mark.parametrize(
    "line", ["EXDATE:", "EXDATE;VALUE=DATE:", "RDATE:", "RRULE:FREQ=", "GEO:x"]
)
def test_a_broken_property_costs_no_other_event(context, line):
    other = event("DTSTART:20260305T180000Z").replace("UID:1", "UID:2")
    data = calendar(event("DTSTART:20260304T180000Z", line), other)
    days = {candidate.data.when.start for candidate in read_calendar(data, context).candidates}
    assert date(2026, 3, 5) in days


def test_a_broken_event_costs_no_other(context):
    broken = "BEGIN:VEVENT\r\nUID:3\r\nDTSTART:20260304T180000Z\r\nBEGIN:X\r\nEND:VEVENT\r\n"
    other = event("DTSTART:20260305T180000Z")
    result = read_calendar(calendar(broken, other), context)
    assert [candidate.data.when.start for candidate in result.candidates] == [date(2026, 3, 5)]
    assert result.problems


def test_a_calendar_that_cancels_says_that_its_events_are_off(context):
    (candidate,) = read(context, "DTSTART:20260304T180000Z", head="METHOD:CANCEL\r\n").candidates
    assert candidate.data.cancelled


def test_the_word_that_cancels_is_no_part_of_the_title(context):
    data = calendar(event("DTSTART:20260304T180000Z").replace("Runde", "Abgesagt: Runde"))
    (candidate,) = import_events(data, "x.ics", context).candidates
    assert (candidate.data.title, candidate.data.cancelled) == ("Runde", True)


def test_a_list_of_days_is_all_of_them(context):
    result = read(
        context,
        "DTSTART;TZID=Europe/Berlin:20260105T190000",
        "RDATE;TZID=Europe/Berlin:20260302T190000,20260401T190000",
    )
    assert [candidate.data.when.start for candidate in result.candidates] == [
        date(2026, 3, 2),
        date(2026, 4, 1),
    ]
    assert result.problems == ()


def test_a_series_ends_before_an_until_that_is_before_its_hour(context):
    (candidate,) = read(
        context,
        "DTSTART;TZID=Europe/Berlin:20260202T190000",
        "RRULE:FREQ=WEEKLY;UNTIL=20260316T170000Z",
    ).candidates
    assert candidate.data.rule == "jeden Montag bis 15.03.2026"


def test_a_series_on_other_clocks_is_a_doubt(context):
    (candidate,) = read(
        context, "DTSTART:20260202T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO"
    ).candidates
    assert candidate.data.when.start_time == time(19)
    assert "at 20:00 here" in str(candidate.doubts[0])


def test_the_newest_version_of_an_event_counts(context):
    old = event("DTSTART:20260304T180000Z", "SEQUENCE:0")
    new = event("DTSTART:20260311T180000Z", "SEQUENCE:2")
    (candidate,) = read_calendar(calendar(new, old), context).candidates
    assert candidate.data.when.start == date(2026, 3, 11)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_another_encoding_is_read_and_said(context, encoding):
    data = calendar(event("DTSTART:20260304T180000Z")).replace(b"Runde", "Größe".encode(encoding))
    result = read_calendar(data, context)
    assert result.candidates[0].data.title == "Größe"
    assert "Windows-1252" in str(result.problems[0])


def test_a_line_folded_inside_a_character_is_read(context):
    data = calendar(event("DTSTART:20260304T180000Z"))
    data = data.replace(b"Runde", "Grö".encode()[:-1] + b"\r\n " + "ö".encode()[1:] + b"se")
    assert read_calendar(data, context).candidates[0].data.title == "Gröse"


def test_several_calendars_are_one_file(context):
    first = calendar(event("DTSTART:20260304T180000Z"))
    second = calendar(event("DTSTART:20260305T180000Z").replace("UID:1", "UID:2"))
    assert len(read_calendar(first + second, context).candidates) == 2


def test_times_without_a_zone_are_on_the_calendars_clocks(context):
    head = "X-WR-TIMEZONE:Europe/London\r\n"
    assert when_of(context, "DTSTART:20260304T180000", head=head).start_time == time(19)


def test_entities_are_characters(context):
    data = calendar(
        event(
            "DTSTART:20260304T180000Z",
            "LOCATION:Haus &amp\\; Hof\\, Weg 1\\, 04109 Leipzig",
            "URL:https://x.example/?a=1&amp;b=2",
        ).replace("Runde", "Daten &amp\\; Demokratie &#8211\\; live")
    )
    (candidate,) = read_calendar(data, context).candidates
    assert candidate.data.title == "Daten & Demokratie – live"
    assert candidate.data.address == "Haus & Hof, Weg 1, 04109 Leipzig"
    assert candidate.data.url == "https://x.example/?a=1&b=2"


def test_a_private_event_is_pointed_out(context):
    (candidate,) = read(context, "DTSTART:20260304T180000Z", "CLASS:PRIVATE").candidates
    assert "private" in str(candidate.doubts[0])


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2,4", "jeden zweiten und vierten Montag im Monat"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "am letzten Arbeitstag im Monat"),
        ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=19;BYMINUTE=0", "jeden Montag"),
        ("RSCALE=GREGORIAN;FREQ=WEEKLY;BYDAY=MO", "jeden Montag"),
        ("FREQ=WEEKLY; BYDAY=MO", "jeden Montag"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
            "montags und mittwochs alle zwei Wochen ab 16.02.2026",
        ),
        ("FREQ=MONTHLY", "am 5. jeden Monats"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "am 15. jeden Monats"),
    ],
)
def test_rules_of_producers_are_phrases(context, rule, said):
    (candidate,) = read(
        context, "DTSTART;TZID=Europe/Berlin:20260105T190000", f"RRULE:{rule}"
    ).candidates
    assert candidate.data.rule == said


def test_two_rules_of_one_event_are_one_phrase(context):
    (candidate,) = read(
        context,
        "DTSTART;TZID=Europe/Berlin:20260105T190000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "RRULE:FREQ=MONTHLY;BYDAY=1WE",
    ).candidates
    assert candidate.data.rule == "jeden Montag und jeden ersten Mittwoch im Monat"


def test_only_what_is_over_is_said_to_be(context):
    result = read(context, "DTSTART:20260105T190000Z", "RRULE:FREQ=YEARLY;BYWEEKNO=20")
    assert result.candidates == ()
    assert "cannot be followed" in str(result.problems[0])


@pytest.mark.parametrize(
    ("place", "tidy"),
    [
        (", Berlin, Berlin, Deutschland", "Berlin"),
        ("Haus, Weg 1, 10115 Berlin, Berlin, Germany", "Haus, Weg 1, 10115 Berlin"),
        ("Haus, Haus, Weg 1", "Haus, Weg 1"),
    ],
)
def test_places_lose_their_country_and_doubles(context, place, tidy):
    escaped = place.replace(",", "\\,")
    (candidate,) = read(context, "DTSTART:20260304T180000Z", f"LOCATION:{escaped}").candidates
    assert candidate.data.address == tidy


# --- pages ----------------------------------------------------------------------------------------


def page(context, **properties):
    import json

    usual = {"@type": "Event", "name": "Fest", "startDate": "2026-04-01T10:00:00+02:00"}
    script = json.dumps({**usual, **properties})
    html = f'<html><script type="application/ld+json">{script}</script></html>'
    (candidate,) = import_events(html.encode(), "a.html", context).candidates
    return candidate


def test_entities_of_a_page_are_characters(context):
    candidate = page(context, name="Fest &amp; Feier &#8211; Gr&uuml;&szlig;e")
    assert candidate.data.title == "Fest & Feier – Grüße"


def test_from_midnight_to_the_last_second_is_all_day(context):
    candidate = page(
        context, startDate="2026-04-01T00:00:00+02:00", endDate="2026-04-02T23:59:59+02:00"
    )
    assert candidate.data.when == DAYS


def test_an_end_that_is_a_day_is_the_last_day(context):
    candidate = page(context, endDate="2026-04-03")
    assert candidate.data.when == TimeSpan(date(2026, 4, 1), time(10), date(2026, 4, 3))


def test_a_duration_makes_an_end(context):
    assert page(context, duration="PT1H30M").data.when.end_time == time(11, 30)


@pytest.mark.parametrize("status", ["EventPostponed", "https://schema.org/EventRescheduled"])
def test_what_is_moved_is_a_doubt(context, status):
    assert page(context, eventStatus=status).doubts


def test_what_is_moved_online_is_online(context):
    assert page(context, eventStatus="https://schema.org/EventMovedOnline").data.online


def test_a_schedule_is_a_doubt(context):
    candidate = page(context, eventSchedule={"@type": "Schedule", "repeatFrequency": "P1W"})
    assert "repeats" in str(candidate.doubts[0])


def test_linked_data_in_cdata_is_read(context):
    script = '//<![CDATA[\n{"@type":"Event","name":"Fest","startDate":"2026-04-01"}\n//]]>'
    html = f'<html><script type="application/ld+json">{script}</script></html>'
    assert import_events(html.encode(), "a.html", context).candidates


def test_a_microformat_has_a_duration(context):
    html = (
        '<div class="h-event"><span class="p-name">Fest</span>'
        '<time class="dt-start" datetime="2026-04-01T10:00">x</time>'
        '<time class="dt-duration" datetime="PT2H">zwei Stunden</time></div>'
    )
    (candidate,) = import_events(f"<html>{html}</html>".encode(), "a.html", context).candidates
    assert candidate.data.when.end_time == time(12)


@pytest.mark.slow
def test_five_thousand_events_are_read(context):
    start = datetime(2026, 3, 1, 18)
    events = [
        event(f"DTSTART:{start + timedelta(hours=number):%Y%m%dT%H%M%SZ}").replace(
            "UID:1", f"UID:{number}"
        )
        for number in range(5000)
    ]
    assert len(read_calendar(calendar(*events), context).candidates) == 5000


# --- changes of a series --------------------------------------------------------------------------

SERIES = ("DTSTART;TZID=Europe/Berlin:20260302T190000", "DTEND;TZID=Europe/Berlin:20260302T210000")


def test_an_added_day_at_another_hour_is_an_event_of_its_own(context):
    added, series = read(
        context,
        *SERIES,
        "RRULE:FREQ=WEEKLY",
        "RDATE;TZID=Europe/Berlin:20260305T150000,20260306T190000",
    ).candidates
    assert added.data.when == TimeSpan(date(2026, 3, 5), time(15), None, time(17))
    assert series.data.rule == "jeden Montag ab 02.03.2026 (auch am 06.03.2026)"


def test_a_change_of_all_later_days_is_a_series_of_its_own(context):
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260406T190000",
        "DTSTART;TZID=Europe/Berlin:20260406T200000",
    )
    data = calendar(event(*SERIES, "RRULE:FREQ=WEEKLY"), later)
    first, second = read_calendar(data, context).candidates
    assert first.data.rule == "jeden Montag ab 02.03.2026 bis 05.04.2026"
    assert second.data.rule == "jeden Montag ab 06.04.2026"
    assert second.data.when.start_time == time(20)
    assert first.uid != second.uid


def test_later_days_that_move_to_another_weekday_are_a_doubt(context):
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260406T190000",
        "DTSTART;TZID=Europe/Berlin:20260407T200000",
    )
    data = calendar(event(*SERIES, "RRULE:FREQ=WEEKLY"), later)
    _, second = read_calendar(data, context).candidates
    assert second.data.when.start == date(2026, 4, 7)
    assert [str(doubt) for doubt in second.doubts] == [
        "All later days of its series are changed, too."
    ]


def test_weeks_that_begin_on_sunday_are_no_phrase(context):
    found = read(
        context,
        "DTSTART;TZID=Europe/Berlin:20260301T190000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
    ).candidates
    assert [candidate.data.when.start.day for candidate in found] == [1, 2, 15, 16, 29, 30]


def test_a_series_of_weekends_keeps_their_last_day(context):
    found = read(
        context,
        "DTSTART;VALUE=DATE:20260307",
        "DTEND;VALUE=DATE:20260309",
        "RRULE:FREQ=MONTHLY;BYDAY=1SA",
    ).candidates
    assert found[1].data.when == TimeSpan(date(2026, 4, 4), end=date(2026, 4, 5))


def test_clocks_that_nobody_knows_are_a_doubt(context):
    (candidate,) = read(context, "DTSTART;TZID=Nowhere/Land:20260307T220000").candidates
    assert "Nowhere/Land" in str(candidate.doubts[0])


# --- places, calls and registration ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "address", "online"),
    [
        ("online (Zoom)", "", True),
        ("Online via Zoom", "", True),
        ("per Zoom", "", True),
        ("Zoom (Link folgt)", "", True),
        ("Microsoft Teams-Besprechung", "", True),
        ("Haus\\, Weg 1 (auch online)", "Haus, Weg 1", True),
        ("Haus\\, Weg 1 (hybrid)", "Haus, Weg 1", True),
        ("Hybrid: Haus\\, Weg 1", "Haus, Weg 1", True),
        ("Haus\\, Weg 1 und online über BigBlueButton", "Haus, Weg 1", True),
        ("Haus (Hinterhof)\\, Weg 1", "Haus (Hinterhof), Weg 1", False),
        ("Onlinehaus\\, Weg 1", "Onlinehaus, Weg 1", False),
    ],
)
def test_a_place_may_be_online_too(context, written, address, online):
    (candidate,) = read(context, *SERIES, f"LOCATION:{written}").candidates
    assert (candidate.data.address, candidate.data.online) == (address, online)


@pytest.mark.parametrize(
    "line",
    ["CONFERENCE;VALUE=URI:https://call.example/a", "X-GOOGLE-CONFERENCE:https://call.example/a"],
)
def test_a_call_is_online(context, line):
    (candidate,) = read(context, *SERIES, "LOCATION:Haus", line).candidates
    assert (candidate.data.address, candidate.data.online) == ("Haus", True)
    assert candidate.data.url == "https://call.example/a"


def test_registration_is_read_from_the_description(context):
    line = "DESCRIPTION:Anmeldung bis 20.02.2026 unter https://a.example"
    (candidate,) = read(context, *SERIES, line).candidates
    assert candidate.data.registration == TimeSpan(date(2026, 2, 20))


@pytest.mark.parametrize(
    ("title", "is_cancelled", "doubts"),
    [
        ("Treff (fällt aus)", True, 0),
        ("Treff – fällt leider aus", True, 0),
        ("[Abgesagt] Treff", True, 0),
        ("Treff (verschoben auf 11. März)", False, 1),
        ("Voraussichtlich: Treff", False, 1),
    ],
)
def test_what_a_title_says_of_its_date_is_no_part_of_it(context, title, is_cancelled, doubts):
    data = calendar(event(*SERIES)).replace(b"SUMMARY:Runde", f"SUMMARY:{title}".encode())
    (candidate,) = import_events(data, "x.ics", context).candidates
    assert (candidate.data.title, candidate.data.cancelled) == ("Treff", is_cancelled)
    assert len(candidate.doubts) == doubts


def test_later_days_end_where_they_are_changed_again(context):
    changes = [
        event(
            f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:{day}T190000",
            f"DTSTART;TZID=Europe/Berlin:{day}T{hour}0000",
        )
        for day, hour in (("20260406", 20), ("20260504", 21))
    ]
    single = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20260413T190000",
        "DTSTART;TZID=Europe/Berlin:20260414T190000",
    )
    data = calendar(event(*SERIES, "RRULE:FREQ=WEEKLY"), *changes, single)
    found = read_calendar(data, context).candidates
    assert [candidate.data.rule for candidate in found] == [
        "jeden Montag ab 02.03.2026 bis 05.04.2026",
        "jeden Montag ab 06.04.2026 bis 03.05.2026 (nicht am 13.04.2026)",
        "jeden Montag ab 04.05.2026",
        "",
    ]


@pytest.mark.parametrize(
    "newer",
    [
        "EXDATE;TZID=Europe/Berlin:20260406T190000\r\nRRULE:FREQ=WEEKLY",
        "RRULE:FREQ=WEEKLY;UNTIL=20260330",
    ],
)
def test_a_change_of_a_day_that_is_left_out_since_is_gone(context, newer):
    change = event(
        "SEQUENCE:1",
        "RECURRENCE-ID;TZID=Europe/Berlin:20260406T190000",
        "DTSTART;TZID=Europe/Berlin:20260407T190000",
    )
    data = calendar(change, event("SEQUENCE:2", *SERIES, newer))
    (series,) = read_calendar(data, context).candidates
    assert series.data.rule.startswith("jeden Montag ab 02.03.2026")


@pytest.mark.parametrize(
    ("zone", "address"),
    [
        ("Europe/Berlin", "Haus, Weg 1, 04109 Leipzig"),
        ("Europe/Vienna", "Haus, Weg 1, 04109 Leipzig, Deutschland"),
    ],
)
def test_the_own_country_goes_without_saying(shelf, zone, address):
    profile = replace(shelf.named("newsletter"), timezone=zone)
    line = "LOCATION:Haus\\, Weg 1\\, 04109 Leipzig\\, Deutschland"
    (candidate,) = read(ImportContext(profile, date(2026, 2, 9)), *SERIES, line).candidates
    assert candidate.data.address == address


@pytest.mark.parametrize(
    ("rule", "phrase"),
    [
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "montags bis freitags"),
        ("FREQ=DAILY;INTERVAL=7", "jeden Montag"),
        ("FREQ=DAILY;INTERVAL=14", "montags alle zwei Wochen"),
    ],
)
def test_days_that_weeks_can_say_are_a_phrase(context, rule, phrase):
    (candidate,) = read(context, *SERIES, f"RRULE:{rule}").candidates
    assert candidate.data.rule == f"{phrase} ab 02.03.2026"


def test_an_event_without_a_title_says_so(context):
    data = calendar(event(*SERIES)).replace(b"SUMMARY:Runde", b"SUMMARY:")
    (candidate,) = read_calendar(data, context).candidates
    assert [str(doubt) for doubt in candidate.doubts] == ["The text names no title."]


@pytest.mark.parametrize(
    "written", ["TBA", "n.n.", "siehe Beschreibung", "-", "wird noch bekanntgegeben"]
)
def test_a_place_that_nobody_knows_yet_is_none(context, written):
    (candidate,) = read(context, *SERIES, f"LOCATION:{written}").candidates
    assert (candidate.data.address, candidate.data.online) == ("", False)


@pytest.mark.parametrize("line", ["DESCRIPTION:Fällt leider aus!", "EXRULE:FREQ=MONTHLY;BYDAY=1TU"])
def test_what_only_the_calendar_says_of_its_days_is_a_doubt(context, line):
    (candidate,) = read(context, *SERIES, line).candidates
    assert candidate.doubts


def test_one_day_of_a_series_that_is_cancelled_in_its_title_is(context):
    change = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20260309T190000",
        "DTSTART;TZID=Europe/Berlin:20260309T190000",
    ).replace("Runde", "Runde FÄLLT AUS")
    data = calendar(event(*SERIES, "RRULE:FREQ=WEEKLY"), change)
    _, day = import_events(data, "x.ics", context).candidates
    assert (day.data.title, day.data.cancelled) == ("Runde", True)


@pytest.mark.parametrize(
    ("start", "rule", "said"),
    [
        ("20260203", "WEEKLY;INTERVAL=2;BYDAY=TU", "dienstags alle zwei Wochen ab 17.02.2026"),
        ("20260127", "WEEKLY;INTERVAL=2;BYDAY=TU", "dienstags alle zwei Wochen ab 10.02.2026"),
        ("20260113", "WEEKLY;INTERVAL=3;BYDAY=TU", "dienstags alle drei Wochen ab 24.02.2026"),
        (
            "20260203",
            "WEEKLY;INTERVAL=2;BYDAY=TU,TH",
            "dienstags und donnerstags alle zwei Wochen ab 17.02.2026",
        ),
        (
            "20260106",
            "MONTHLY;INTERVAL=2;BYDAY=1TU",
            "alle zwei Monate am ersten Dienstag ab 03.03.2026",
        ),
    ],
)
def test_a_series_of_every_other_week_keeps_its_weeks(context, start, rule, said):
    (candidate,) = read(
        context, f"DTSTART;TZID=Europe/Berlin:{start}T190000", f"RRULE:FREQ={rule}"
    ).candidates
    assert candidate.data.rule == said


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (
            ("DTSTART;TZID=Europe/Berlin:20260306T190000", "LOCATION:Haus\\, ab 20 Uhr"),
            "“20 Uhr” stands in the title or the place.",
        ),
        (
            ("DTSTART;TZID=Europe/Berlin:20260306T190000",
             "DTEND;TZID=Europe/Berlin:20260306T180000"),
            "In its calendar it ends before it begins.",
        ),
        (
            ("DTSTART;TZID=Europe/Berlin:20260216T190000", "RRULE:FREQ=WEEKLY;BYDAY=TU"),
            "Its first day, 16.02.2026, is none that its rule names.",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_doubted(context, lines, doubt):
    (candidate,) = import_events(calendar(event(*lines)), "a.ics", context).candidates
    assert [str(said) for said in candidate.doubts] == [doubt]


def test_an_end_on_the_day_it_begins_is_no_doubt(context):
    lines = ("DTSTART;VALUE=DATE:20260316", "DTEND;VALUE=DATE:20260316")
    (candidate,) = read(context, *lines).candidates
    assert candidate.doubts == ()
