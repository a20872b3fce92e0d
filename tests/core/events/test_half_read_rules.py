"""Words of a meeting that are left over mean: no rule is certain, no hour becomes a place."""

from datetime import date, time

import pytest
from editor.core.base.edits import apply
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.recurrence import Certainty, read_phrase
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.editing import change_event
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from msgspec.structs import replace

TUESDAYS, FORTNIGHTLY = "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
HEAD = "---\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n## Veranstaltungen\n* Regelmäßige Treffen\n"


def read(shelf, line):
    issue = parse_issue(f"{HEAD}  * {line}\n", shelf.named("newsletter"))
    (meeting,) = issue.meetings
    return issue, meeting


@pytest.mark.parametrize(
    "line",
    [
        "Ulm: jeden Dienstag, 19:00, außer in den Ferien, Haus",
        "Ulm: jeden Dienstag abends, 19:00, Haus",
        "Ulm: jeden Dienstag, abends, 19:00, Haus",
        "Ulm: jeden Dienstag (online), 19:00, Haus",
        "Ulm: jeden Dienstag, (online), 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00, monatlich, Haus",
        "Ulm: jeden Dienstag, 19:00, im Semester, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus (Sommerpause im August)",
        "Ulm: jeden Dienstag, 19:00, Haus, entfällt im Mai",
        "Ulm: jeden Dienstag, 19:00, erstmals am 3. März, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus, letzter Termin am 30. Juni",
        "Ulm: jeden Dienstag, 19:00, Haus, nach Absprache",
        "Ulm: jeden Dienstag, halb acht, Haus",
        "Ulm: jeden Dienstag, 19:00/20:00, Haus",
        "Ulm: jeden Dienstag, 19:00 und 21:00, Haus",
        "Ulm: jeden Dienstag, 19:00, Donnerstag, 20:00, Haus",
        "Ulm: jeden Dienstag, 19:00, im Winter 18:00, Haus",
        "Ulm: jeden Dienstag /19:00, Haus",
        "Ulm: einmal im Monat, dienstags, 19:00, Haus",
        "Ulm: im Sommer, dienstags, 19:00, Haus",
        "Ulm: monatlich, dienstags, 19:00, Haus",
        "Ulm, im Semester: dienstags, 19:00, Haus",
        "Ulm (nur im Sommer): jeden Dienstag, 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus (abgesagt)",
        "Ulm: jeden Dienstag, 19:00, Haus, fällt leider aus",
        "Ulm: jeden Dienstag, 19:00, jeden ersten Dienstag Vortrag, Haus",
        "Ulm: jeden Dienstag seit den Ferien, 19:00, Haus",
        "Ulm: jeden Dienstag, 19:00 (Juli und August Pause), Haus",
        "Ulm: jeden Dienstag, 19:00 (kein Treffen am 16.2.), Haus",
        "Ulm: jeden Dienstag, 19:00, Januar und August ausgenommen, Haus",
        "Ulm: jeden Dienstag, 19:00 (zurzeit ausgesetzt), Haus",
        "Ulm: jeden Dienstag, 19:00, letztmalig am 30. März, Haus",
        "Ulm: jeden Dienstag, 19:00 (Start: 2. März), Haus",
        "Ulm: every Tuesday, 19:00 UTC, Haus",
        "Ulm: jeden Dienstag, 19:00, derzeit nur online",
        "Ulm: jeden Dienstag, 19:00, Dauer 3 Stunden, Haus",
        "Ulm: jeden Dienstag, 19:00?, Haus",
        "Ulm: jeden Dienstag, Einlass: 19:00, Haus",
        "Ulm: every Tuesday at 7 PM ET, online",
        "Ulm: jeden Dienstag um 19:00 Uhr Ostküsten-Standardzeit, online",
        "Ulm: jeden Dienstag, abends um neunzehn Uhr, Haus",
        "Ulm: jeden Dienstag, 19:00, Haus (im August geschlossen)",
        "Ulm: jeden Dienstag, 19:00, Haus, im August nicht",
        "Ulm: jeden Dienstag, 19:00, Haus, an Feiertagen geschlossen",
        "Ulm: jeden Dienstag, 19:00 (feiertags geschlossen), Haus",
        "Ulm: jeden Dienstag, 19:00, Haus, Ausnahme: Feiertage",
        "Ulm: every Tuesday, 19:00, house, closed on public holidays",
        "Ulm: every Tuesday, 19:00, house (not on Feb 24)",
        "jeden Dienstag, 19:00, Haus: **Eins** – nicht am 24.02.",
        "jeden Dienstag, 19:00, Haus: **Eins** (am 24.02. geschlossen)",
        "jeden Dienstag, 19:00, Haus: ~~**Eins**~~",
        "Ulm: jeden Dienstag, 19:00, Haus, im März nur online",
        "Ulm: jeden Dienstag, 19:00, abwechselnd online und im Haus",
        "Ulm: jeden Dienstag, 19:00 (2 Stunden), Haus",
        "Ulm: jeden Dienstag, 19:00, Haus: **Kein Treffen**",
        "Ulm: jeden Dienstag, 19:00, Haus (bis 21:00)",
        "Ulm: jeden Dienstag, 19:00, online und jeden letzten Dienstag im Haus",
    ],
)
def test_what_is_read_by_half_is_no_rule(shelf, line):
    issue, meeting = read(shelf, line)
    assert meeting.rule.certainty is Certainty.UNREAD
    assert meeting.rule.rrule == ""
    data = read_event_data(meeting, issue.text)
    assert "19:00" not in data.address
    assert "Donnerstag" not in data.address
    assert not CalendarLinkBuilder(issue.profile, issue.stamp).is_possible(data, None)


@pytest.mark.parametrize(
    ("line", "rrule", "address"),
    [
        ("Ulm: jeden Dienstag, 19:00-22:00, Haus, Weg 1", TUESDAYS, "Haus, Weg 1"),
        ("Ulm: every Tuesday, 7pm, house", TUESDAYS, "house"),
        ("Ulm: jeden Dienstag, 19:00, ab 01.10.2026, Haus", TUESDAYS, "Haus"),
        (
            "Ulm: jeden Dienstag, 19:00, bis Ende Juni, Haus",
            "FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU",
            "Haus",
        ),
        ("Ulm: jeden Dienstag, 19:00, nicht an Feiertagen, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag, 19:00 (14-tägig), Haus", FORTNIGHTLY, "Haus"),
        (
            "Ulm: jeden Dienstag, 19:00, alle zwei Wochen, Haus",
            FORTNIGHTLY,
            "Haus",
        ),
        (
            "Ulm: jeden Dienstag, 19:00, jede zweite Woche, Haus",
            FORTNIGHTLY,
            "Haus",
        ),
        (
            "Ulm: jeden Dienstag, 19:00, ungerade KW, Haus",
            FORTNIGHTLY,
            "Haus",
        ),
        ("Ulm: every Tuesday, 19:00, biweekly, Haus", FORTNIGHTLY, "Haus"),
        ("Ulm: jeden Dienstag 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm: ab 3. März, dienstags, 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm: nicht im August, dienstags, 19:00, Haus", None, "Haus"),
        ("Ulm: gerade Wochen, dienstags, 19:00, Haus", FORTNIGHTLY, "Haus"),
        ("Ulm (ab 3. März): jeden Dienstag, 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm (seit 2014): jeden Dienstag, 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm: für alle ab 18 Jahren, jeden Dienstag, 19:00, Haus", TUESDAYS, "Haus"),
        ("[Ulm](https://a.example/(im_Winter)): jeden Dienstag, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Einlass 18:30, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Eintritt frei, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag: 19 Uhr, Haus", TUESDAYS, "Haus"),
        ("Ulm: Dienstag alle 2 Wochen, 19:00, Haus", FORTNIGHTLY, "Haus"),
        ("Ulm: jeden zweiten Dienstag (gerade Wochen), 19:00, Haus", FORTNIGHTLY, "Haus"),
        ("Ulm: jd. Di., 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm: jeden Dienstag (bis auf August), 19:00, Haus", None, "Haus"),
        ("Ulm: jeden Dienstag, bis auf den 3. März, 19:00, Haus", TUESDAYS, "Haus"),
        ("Ulm: Dienstag in ungeraden KW, 19:00, Haus", FORTNIGHTLY, "Haus"),
        ("Ulm: 1st and 3rd Tuesday, 19:00, house", "FREQ=MONTHLY;BYDAY=1TU,3TU", "house"),
        ("Ulm: Tuesdays @ 19:00, Haus", TUESDAYS, "Haus"),
        (
            "noch bis Ende Juni, dienstags, 19:00, Haus: **Schau**",
            "FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU",
            "Haus",
        ),
        ("Ulm: jeden Dienstag, 19:00, Café Sonntag, Weg 1", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Haus bis auf Weiteres", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Nur Mut e. V., Weg 1", TUESDAYS, None),
        ("Ulm: jeden Dienstag bis 30.06.2026, 19:00, Haus", None, "Haus"),
        ("Ulm: jeden Dienstag, 19:00, Haus (ab 16 Jahren)", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Gerade Straße 3", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Haus (Einlass 18:30)", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Weg 1, ab Maitor links", TUESDAYS, None),
        ("Ulm: jeden Dienstag, 19:00, Straße des 17. Juni 1", TUESDAYS, None),
        (
            "Ulm: jeden Dienstag, 19:00, Haus: **Reihe bis Ende Juni**",
            TUESDAYS,
            "Haus",
        ),
    ],
)
def test_what_is_read_whole_stays_a_rule(shelf, line, rrule, address):
    issue, meeting = read(shelf, line)
    assert meeting.rule.certainty is Certainty.CERTAIN
    assert rrule is None or meeting.rule.rrule == rrule
    assert address is None or read_event_data(meeting, issue.text).address == address


def test_a_phrase_is_read_to_its_end():
    assert read_phrase("jeden Dienstag").pattern
    assert read_phrase("jeden Dienstag und Donnerstag").pattern
    assert read_phrase("jeden Dienstag in den Ferien").certainty is Certainty.UNREAD
    assert read_phrase("jeden Dienstag in den Ferien").unread == "in den Ferien"
    assert read_phrase("irgendwann") is None


def test_limits_behind_the_hours_are_changed_with_the_rule(shelf):
    line = "Ulm: jeden Dienstag, 19:00 (außer im August), Haus"
    issue, meeting = read(shelf, line)
    data = read_event_data(meeting, issue.text)
    assert data.rule == "jeden Dienstag (außer im August)"
    later = replace(data, when=TimeSpan(date.min, time(20)))
    other = replace(data, rule="jeden Montag")
    for new, written in (
        (later, "Ulm: jeden Dienstag, 20:00 (außer im August), Haus"),
        (other, "Ulm: jeden Montag, 19:00, Haus"),
    ):
        text = apply(issue.text, change_event(make_edit_context(issue), meeting, new))
        assert f"  * {written}" in text
