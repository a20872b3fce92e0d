"""Lines in lists of events that nobody understands: seen, said, and completed."""

from datetime import date, time

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.calendar.dates import TimeSpan
from editor.core.checks.table import run_checks
from editor.core.events.editing import change_event
from editor.core.events.lists import remove_entries
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.publishing.calendar_files import make_calendar_files
from msgspec.structs import replace

HEAD = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
OTHER = "* Donnerstag, 05.03.2026, 19:00, online: **Anders**\n  * https://b.example\n"
WHEN = TimeSpan(date(2026, 3, 4), time(19))


@pytest.fixture
def parse(shelf):
    return lambda lines: parse_issue(HEAD + lines, shelf.named("newsletter"))


@pytest.mark.parametrize(
    ("line", "words", "title", "place"),
    [
        ("04/03/2026, 19:00, Haus, Weg 1: **Eins**", "04/03/2026, 19:00", "Eins", "Haus, Weg 1"),
        ("voraussichtlich 4. März 2026, online: **Eins**", "voraussichtlich 4. März 2026", "Eins",
         "online"),
        ("4.3. und 18.3.2026, 19 Uhr, Haus: **Eins**", "4.3. und 18.3.2026, 19 Uhr", "Eins",
         "Haus"),
        ("15.09.202, Haus: **Eins**", "15.09.202", "Eins", "Haus"),
        ("Ende März: [Eins](https://a.example)", "Ende März", "Eins", ""),
        ("**Eins**", "", "Eins", ""),
        ("[Eins](https://a.example)", "", "Eins", ""),
        ("5.3. (abgesagt), Haus: **Eins**", "5.3. (abgesagt)", "Eins", "Haus"),
        ("5.3. (statt 10.3.), Haus: **Eins**", "5.3. (statt 10.3.)", "Eins", "Haus"),
        ("5.3., 19 Uhr, Haus: **Eins** (fällt aus)", "5.3., 19 Uhr", "Eins", "Haus"),
        ("5.3., Haus: **Eins** – findet leider nicht statt", "5.3.", "Eins", "Haus"),
        ("Am Wochenende findet **Eins** statt", "", "Am Wochenende findet **Eins** statt", ""),
    ],
)  # fmt: skip
def test_a_line_is_seen_and_completed(parse, line, words, title, place):
    issue = parse(f"* {line}\n  * https://a.example\n{OTHER}")
    (event,) = issue.unread
    assert [entry.title for entry in issue.entries] == ["Anders"]
    assert (event.when_span.of(issue.text) if event.when_span else "") == words
    assert (event.title, event.place) == (title, place)

    data = read_event_data(event, issue.text)
    after = apply(
        issue.text, change_event(make_edit_context(issue), event, replace(data, when=WHEN))
    )
    completed = parse_issue(after, issue.profile)
    assert completed.unread == ()
    entry, other = completed.events
    assert read_event_data(entry, after) == replace(data, when=WHEN, title=title.replace("**", ""))
    assert "data:text/calendar" in after.splitlines()[5]
    assert other.title == "Anders"


@pytest.mark.parametrize(
    "line",
    [
        "5.3.2026, 19 Uhr, Haus: **Abgesagt: Eins**",
        "5.3.2026, 19 Uhr, Haus (verschoben): **Eins**",
        "5.3.2026, 19 Uhr (neuer Termin 11.3.), Haus: **Eins**",
        "5.3.2026 (voraussichtlich), Haus: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Eins**, new date: 11 March",
        "5.3.2026, Haus (18 Uhr): **Eins**",
        "5.3.2026, 5:30pm for 6pm, Haus: **Eins**",
        "5.3.2026, 12 Uhr nachts, Haus: **Eins**",
        "5.3.2026, 19 Uhr (ab 18 Uhr offen), Haus: **Eins**",
        "5.3.2026, 18:30 Einlass, 19:00 Beginn, Haus: **Eins**",
        "5.3.2026, 18:00 (UTC), Haus: **Eins**",
        "5.3.2026, täglich 10-16 Uhr, Haus: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Eins** muss leider ausfallen",
        "5.3.2026, 19 Uhr, Haus: **Eins verschoben!**",
        "5.3.2026, 19 Uhr, Haus: **Eins** (unter Vorbehalt)",
        "5.3.2026, Haus: **Eins** um 19 Uhr",
        "5.3.2026, 19 Uhr, Haus: **Eins** (bis 21 Uhr)",
        "5.3.2026, Haus: **Eins (19-21 Uhr)**",
        "5.3.2026, 7 Uhr am Abend, Haus: **Eins**",
        "15.–13. März 2026, Haus: **Eins**",
        "5.3.2026, 19 Uhr – ausgebucht, Haus: **Eins**",
        "vom 3.3. bis 5.3.2026, 10 Uhr, Haus: **Eins**",
        "3.3., 4.3. und 5.3.2026, 10 Uhr, Haus: **Eins**",
        "3. bis 5. März 2026, jeweils 10–16 Uhr, Haus: **Eins**",
        "5.3.2026, 19 Uhr?, Haus: **Eins**",
        "5.3.2026, 18-?, Haus: **Eins**",
        "5.3.2026, 19:00Z, Haus: **Eins**",
        "5.3.2026, Einlass: 19 Uhr, Haus: **Eins**",
        "5.3.2026, Haus: **Eins** (Einlass 19 Uhr)",
        "5.3.2026, 19 Uhr, Dauer 3 Stunden, Haus: **Eins**",
        "5.3.2026, 19 Uhr, ca. 2 Stunden, Haus: **Eins**",
        "5.3.2026, 18 Uhr, Haus (bis 21 Uhr): **Eins**",
        "5.3.2026, 16-18 Uhr (Kinder), 18-20 Uhr (Große), Haus: **Eins**",
        "5.3.2026, 15 Uhr Werkstatt, 20 Uhr Fest, Haus: **Eins**",
        "5.3.2026, 18 Uhr, Haus (auch am 19.2.): **Eins**",
        "5.3.2026, 18 Uhr, Haus und am 6. März: **Eins**",
        "5.3.2026, 18 Uhr, Treffpunkt 17:45 am Bahnhof: **Eins**",
        "5.3.2026, 18 Uhr, derzeit nur online: **Eins**",
        "5.3.2026, 18 Uhr, Haus: **ABGESAGT Eins**",
        "5.3.2026, 18 Uhr, Haus: **Kein Stammtisch**",
        "5.3.2026, 18 Uhr, Haus: **No meetup**",
        "5.3.2026, 18 Uhr, Haus: **Eins** called off",
        "5.3.2026, 14 Uhr ET, online: **Eins**",
        "5.3.2026, 14 Uhr Ostküsten-Standardzeit, online: **Eins**",
        "5.3.2026, 2 PM Eastern, online: **Eins**",
        "5.3.2026, um neunzehn Uhr, Haus: **Eins**",
        "5.3.2026, Uhrzeit folgt, Haus: **Eins**",
        "5.3.2026, 19 Uhr, Haus: ~~**Eins**~~",
        "5.3.2026, 19 Uhr, ~~Haus~~ Park: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Eins** – geschlossen",
        "5.3.2026, 19 Uhr, Haus: Vortrag **Eins**",
        "5.3.2026, 18 Uhr (Ortszeit New York), online: **Eins**",
        "5.3.2026, 6pm London time, online: **Eins**",
        "5.3.2026, 19 Uhr (90 Minuten), Haus: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Eins** (2 Stunden)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (nur online!)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (neuer Ort: Park)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (auch am 11.03.)",
        "5.3.2026, 19 Uhr, Haus: **Eins** und am 11.03. noch einmal",
        "5.3.2026, 19 Uhr, Haus: **Eins** (jeden 1. Donnerstag)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (danach wöchentlich)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (4 Abende, 40 €)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (erster von drei Abenden)",
        "5.3.2026, nach Sonnenuntergang, Haus: **Eins**",
        "5.3.2026, 18 Uhr, Haus: **Eins**, Folgetermin am 22.3.",
        "5.3.2026, 18 Uhr, Haus: **Eins** (weitere Termine: 22.3., 29.3.)",
        "5.3.2026, 18 Uhr, Haus: **Eins** won't take place",
    ],
)
def test_words_that_change_a_date_make_it_a_doubt(parse, line):
    issue = parse(
        f"* {line}\
"
    )
    assert issue.entries == ()
    assert [event.is_read for event in issue.unread] == [False]


@pytest.mark.parametrize(
    "line",
    [
        "5.3.2026, 19 Uhr (Einlass 18 Uhr), Haus: **Eins**",
        "5.3.2026, online (Anmeldung bis 12.02. möglich): **Eins**",
        "5.3.2026, 19 Uhr, Haus (auf Englisch): **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Was ist geplant?**",
        "5.3.2026, 19 Uhr, Haus: **Daten statt Meinungen**",
        "5.3.2026, 19 Uhr: [Eins](https://a.example/abgesagt)",
        "~~5.3.2026, 19 Uhr, Haus: **Eins** (abgesagt)~~",
        "5.3.2026, 19 Uhr, Straße des 17. Juni 135, 10623 Berlin: **Eins**",
        "5.3.2026, 19 Uhr, Raum 2.14, Weg 12h, Haus 5 am Markt: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Keine Angst vor KI**",
        "5.3.2026, 19 Uhr, Haus: **No Code**",
        "5.3.2026, 19 Uhr, Haus: **Absage an den Hass**",
        "5.3.2026, 19 Uhr, Haus: **Eins** will take place",
        "5.3.2026Eins: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Eins**: Daten für alle",
        "5.3.2026, 19 Uhr, Haus, Raum: 2.14, Weg 1: **Eins**",
        "5.3.2026, 19 Uhr, Haus, 5 Minuten vom Bahnhof: **Eins**",
        "5.3.2026, 19 Uhr, Haus: **Closed Source**",
        "5.3.2026, 19 Uhr, Haus: **Eins** (nicht barrierefrei)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (Anmeldung bis 1.3.)",
        "5.3.2026, 19 Uhr, Haus: **Eins** (kostenlos)",
    ],
)
def test_words_that_speak_of_something_else_are_no_doubt(parse, line):
    issue = parse(
        f"* {line}\
"
    )
    assert issue.unread == ()
    assert [event.when.start for event in issue.events] == [date(2026, 3, 5)]


def test_title_and_place_change_while_the_date_is_open(parse):
    issue = parse("* Ende März, Haus: **Eins**\n" + OTHER)
    (event,) = issue.unread
    data = replace(read_event_data(event, issue.text), title="Zwei", address="Weg 2")
    after = apply(issue.text, change_event(make_edit_context(issue), event, data))
    assert "* Ende März, Weg 2: **Zwei**\n" in after
    assert OTHER in after


def test_a_date_is_never_taken_out(parse):
    issue = parse(OTHER)
    data = replace(read_event_data(issue.events[0], issue.text), when=None)
    with pytest.raises(EditRejected):
        change_event(make_edit_context(issue), issue.events[0], data)


def test_a_line_is_removed_and_no_other_changes(parse):
    issue = parse("* Ende März, Haus: **Eins**\n" + OTHER)
    edits = remove_entries(make_edit_context(issue), *issue.unread)
    assert apply(issue.text, edits) == HEAD + OTHER


def test_headings_of_groups_and_their_details_are_no_lines(parse):
    issue = parse("* Regelmäßige Treffen:\n  * Ulm: jeden Dienstag, 19:00, Haus\n" + OTHER)
    assert issue.unread == ()


def test_what_is_not_understood_is_said(parse):
    issue = parse("* 11,02.2026, Haus: **Eins**\n* **Zwei**\n" + OTHER)
    said = {d.code: str(d.message) for d in run_checks(issue) if d.span.start < len(HEAD) + 50}
    assert said["date-broken"] == "“11,02.2026” is no date that is understood."
    assert said["line-unread"] == "“Zwei” stands among events, but names no date."
    problems = [file for file in make_calendar_files(issue) if file.problem]
    assert [(file.line, file.data) for file in problems] == [(6, b"")]


def test_hours_behind_the_place_are_hours(parse):
    line = "* Donnerstag, 26.02.2026, CityLAB, Platz 4, 12101 Berlin, ab 18 Uhr: **Maptime**\n"
    issue = parse(line)
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.when, data.address) == (
        TimeSpan(date(2026, 2, 26), time(18)),
        "CityLAB, Platz 4, 12101 Berlin",
    )
    later = replace(data, when=replace(data.when, start_time=time(19, 30)))
    after = apply(issue.text, change_event(make_edit_context(issue), event, later))
    assert "12101 Berlin, 19:30: **Maptime**" in after


def test_hours_that_are_not_understood_are_said(parse):
    issue = parse("* Donnerstag, 26.02.2026, Haus (ab 18 Uhr) am Markt 18.30 Uhr: **Maptime**\n")
    assert "date-broken" in [diagnostic.code for diagnostic in run_checks(issue)]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("3. März 2026, 7 Uhr abends", TimeSpan(date(2026, 3, 3), time(19))),
        ("3. März 2026, abends um 19 Uhr", TimeSpan(date(2026, 3, 3), time(19))),
        ("3. März 2026, vormittags ab 9 Uhr", TimeSpan(date(2026, 3, 3), time(9))),
        ("3. März 2026, 18 Uhr bis ca. 20 Uhr", TimeSpan(date(2026, 3, 3), time(18), None,
         time(20))),
        ("3. März 2026, 19:00 – open end", TimeSpan(date(2026, 3, 3), time(19))),
        ("28. Februar bis einschließlich 2. März", TimeSpan(date(2026, 2, 28), None,
         date(2026, 3, 2))),
        ("3. → 5. März 2026", TimeSpan(date(2026, 3, 3), None, date(2026, 3, 5))),
        ("30th June → 3rd July 2026", TimeSpan(date(2026, 6, 30), None, date(2026, 7, 3))),
        ("6 June 2026, 12:00 noon – 1:30 PM", TimeSpan(date(2026, 6, 6), time(12), None,
         time(13, 30))),
        ("Wochenende 18. bis 19. April", TimeSpan(date(2026, 4, 18), None, date(2026, 4, 19))),
        ("3. März 2026, 18:00 UTC", None),
        ("3. März 2026, 14 oder 18 Uhr", None),
        ("3. März 2026, 10-12, 14-16 Uhr", None),
        ("3. März 2026, am Abend", None),
        ("1.–31. März 2026, Di–So 10–18 Uhr", None),
    ],
)  # fmt: skip
def test_hours_are_read_whole_or_not_at_all(parse, words, when):
    issue = parse(f"* {words}, Haus, Weg 1, 04109 Leipzig: **Eins**\n")
    (event,) = (*issue.entries, *issue.unread)
    assert (event.when, event.place) == (when, "Haus, Weg 1, 04109 Leipzig")


@pytest.mark.parametrize("remark", ["(Einlass 18 Uhr)", "(ausgebucht)", "(auf Englisch)"])
def test_a_remark_behind_a_time_belongs_to_no_place_and_stays(parse, remark):
    issue = parse(f"* 05.03.2026, 19:00 {remark}, Haus, Weg 1: **Eins**\n")
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.address, data.when) == ("Haus, Weg 1", TimeSpan(date(2026, 3, 5), time(19)))
    later = replace(data, when=TimeSpan(date(2026, 3, 6), time(20)), address="Saal")
    after = apply(issue.text, change_event(make_edit_context(issue), event, later))
    assert f"06.03.2026, 20:00 {remark}, Saal: **Eins**" in after


def test_an_end_that_is_left_open_is_none(parse):
    for words in ("bis spät", "bis ?", "– offen", "till late", "bis open end"):
        (event,) = parse(f"* 05.03.2026, 19 Uhr {words}, Haus: **Eins**\n").events
        assert (event.when, event.place) == (TimeSpan(date(2026, 3, 5), time(19)), "Haus")


@pytest.mark.parametrize("sign", [" –", " |", " ·", " /", ";"])
def test_a_sign_between_time_and_place_is_no_part_of_the_place(parse, sign):
    (event,) = parse(f"* 05.03.2026, 19 Uhr{sign} Haus, Weg 1: **Eins**\n").events
    assert (event.when, event.place) == (TimeSpan(date(2026, 3, 5), time(19)), "Haus, Weg 1")


@pytest.mark.parametrize(
    ("words", "hours", "place"),
    [
        ("19 Uhr, Einlass 18:30, Haus", (time(19), None), "Haus"),
        ("19 Uhr, Türöffnung: 18 Uhr, Eintritt frei, Haus", (time(19), None), "Haus"),
        ("19 Uhr (Einlass 18 Uhr), kostenlos, Haus", (time(19), None), "Haus"),
        ("18 Uhr, Ende: 21 Uhr, Haus", (time(18), time(21)), "Haus"),
        ("18 Uhr, Ende gegen 21 Uhr, Haus", (time(18), time(21)), "Haus"),
        ("19 Uhr, Ort: Haus, Weg 1", (time(19), None), "Haus, Weg 1"),
        ("19 Uhr, bitte vorher anmelden, Haus", (time(19), None), "Haus"),
        ("19 Uhr, Anmeldung erforderlich, Haus", (time(19), None), "Haus"),
        ("19 Uhr - Haus", (time(19), None), "Haus"),
        ("19 Uhr pünktlich, Haus", (time(19), None), "Haus"),
        ("19:00-21:00 | Haus |", (time(19), time(21)), "Haus"),
    ],
)
def test_what_stands_beside_the_hours_is_no_place(parse, words, hours, place):
    issue = parse(f"* 5.3.2026, {words}: **Eins**\n")
    (event,) = issue.events
    assert ((event.when.start_time, event.when.end_time), event.place) == (hours, place)
    data = replace(read_event_data(event, issue.text), address="Weg 2", when=WHEN)
    after = apply(issue.text, change_event(make_edit_context(issue), event, data))
    (changed,) = parse_issue(after, issue.profile).events
    assert read_event_data(changed, after) == data
    for remark in ("Einlass", "Türöffnung", "kostenlos", "Eintritt frei"):
        assert (remark in after) == (remark in words)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Haus (auch online)", ("Haus", True)),
        ("Haus, hybrid", ("Haus", True)),
        ("Haus (hybrid)", ("Haus", True)),
        ("Haus und online", ("Haus", True)),
        ("nur online", ("", True)),
        ("hybrid", ("", True)),
        ("online über Zoom", ("", True)),
        ("Zoom", ("Zoom", True)),
        ("Haus / online", ("Haus", True)),
        ("hybrid (Haus, Weg 1 / Zoom)", ("Haus, Weg 1", True)),
        ("hybrid, Haus, Weg 1", ("Haus, Weg 1", True)),
        ("online oder Haus, Weg 1", ("Haus, Weg 1", True)),
        ("via Jitsi", ("", True)),
        ("per Videokonferenz", ("", True)),
        ("Haus, Weg 1 (online möglich)", ("Haus, Weg 1", True)),
        ("Haus, Weg 1 + Livestream", ("Haus, Weg 1", True)),
        ("Digitalcafé, Weg 1", ("Digitalcafé, Weg 1", False)),
        ("Online-Café, Weg 1", ("Online-Café, Weg 1", False)),
    ],
)
def test_places_say_whether_one_can_join_from_elsewhere(parse, written, place):
    issue = parse(f"* 5.3.2026, 19 Uhr, {written}: **Eins**\n")
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.address, data.online) == place


@pytest.mark.parametrize("address", ["Zoom", "Haus (hybrid)", "nur online"])
def test_a_place_that_says_it_is_online_is_taken_so(parse, address):
    issue = parse("* 5.3.2026, 19 Uhr, Haus: **Eins**\n")
    (event,) = issue.events
    data = replace(read_event_data(event, issue.text), address=address)
    after = apply(issue.text, change_event(make_edit_context(issue), event, data))
    assert read_event_data(parse_issue(after, issue.profile).events[0], after).online


@pytest.mark.parametrize(
    "words",
    [
        "**Eins**, Haus, Weg 1, 10115 Berlin",
        "[Eins](https://c.example), Haus, Weg 1, 10115 Berlin",
        "Eins, Haus, Weg 1, 10115 Berlin",
        "**Eins** – Haus, Weg 1, 10115 Berlin",
        "**Eins** @ Haus, Weg 1, 10115 Berlin",
        "**Eins** (Haus, Weg 1, 10115 Berlin)",
    ],
)
def test_an_address_may_stand_behind_the_title(parse, words):
    issue = parse(f"* 5.3.2026, 19 Uhr: {words}\n")
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.title, data.address) == ("Eins", "Haus, Weg 1, 10115 Berlin")
    for address in ("Hof, Weg 2, 10115 Berlin", ""):
        new = replace(data, address=address)
        after = apply(issue.text, change_event(make_edit_context(issue), event, new))
        (changed,) = parse_issue(after, issue.profile).events
        assert read_event_data(changed, after) == new
        assert address or after.split("<a")[0].rstrip().endswith(("Eins**", "Eins", "example)"))


@pytest.mark.parametrize(
    "words", ["**Eins** (online)", "**Eins** – online", "**Eins**, online über Zoom"]
)
def test_online_may_stand_behind_the_title(parse, words):
    issue = parse(f"* 5.3.2026, 19 Uhr: {words}\n")
    data = read_event_data(issue.events[0], issue.text)
    assert (data.title, data.address, data.online) == ("Eins", "", True)


@pytest.mark.parametrize("behind", ["(Anmeldung nötig)", ", mit Anmeldung", ", 3 Tage"])
def test_other_words_behind_a_title_are_no_address(parse, behind):
    (event,) = parse(f"* 5.3.2026, 19 Uhr: **Eins**{behind}\n").events
    assert event.place == ""


def test_the_kind_of_an_event_is_no_place(parse):
    issue = parse("* 5.3.2026, 19:00 Vortrag: Was ist OParl?\n")
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.title, data.address) == ("Vortrag: Was ist OParl?", "")
    new = replace(data, title="Vortrag: OParl", address="Weg 2")
    after = apply(issue.text, change_event(make_edit_context(issue), event, new))
    (changed,) = parse_issue(after, issue.profile).events
    assert read_event_data(changed, after) == new


@pytest.mark.parametrize("place", ["Haus", ""])
def test_a_bold_link_is_a_title(parse, place):
    before = f"5.3.2026, 19 Uhr, {place}" if place else "5.3.2026, 19 Uhr"
    issue = parse(f"* {before}: [**Eins**](https://c.example)\n")
    (event,) = issue.events
    data = read_event_data(event, issue.text)
    assert (data.title, data.address, data.url) == ("Eins", place, "https://c.example")
    new = replace(data, title="Zwei", address="Hof")
    after = apply(issue.text, change_event(make_edit_context(issue), event, new))
    assert "Hof: [**Zwei**](https://c.example)" in after


@pytest.mark.parametrize("title", ["Neuer Termin", "Neues Treffen", "Neue Frist", "New event"])
def test_a_title_may_be_called_as_the_program_calls_new_entries(parse, title):
    issue = parse(f"* Montag, 30.03.2026, online: **{title}**\n")
    assert [event.title for event in issue.events] == [title]
    assert issue.unread == ()


@pytest.mark.parametrize(
    "line",
    [
        "5.3.2026 (neuer Termin), Haus: **Eins**",
        "5.3.2026, Haus: **Eins** ([neuer Termin](https://c.example) 12.3.)",
        "5.3.2026, Haus: **Eins** – neuer Termin 12.3.",
        "5.3.2026, Haus: **Eins (neuer Termin)**",
    ],
)
def test_a_new_date_beside_a_title_stays_a_doubt(parse, line):
    assert len(parse(f"* {line}\n").unread) == 1
