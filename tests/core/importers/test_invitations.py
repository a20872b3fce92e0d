"""Invitations as people send them: each part in its column, and nothing silently missing."""

from datetime import date, time

import pytest
from editor.core.calendar.dates import TimeSpan
from editor.core.importers.candidate import ImportContext
from editor.core.importers.importing import import_events

HOUSE = "Stadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, 04107 Leipzig"
EVENING = TimeSpan(date(2026, 2, 12), time(18), None, time(20, 30))

INVITATIONS = {
    "prose": (
        "Hallo zusammen,\n\n"
        "am Donnerstag, den 12. Februar 2026 findet von 18:00 bis 20:30 Uhr unser Datencafé "
        "„Karten selbst gemacht“ in der Stadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, "
        "04107 Leipzig statt. Anmeldung bis 9.2. unter https://datencafe.example/anmelden.\n\n"
        "Viele Grüße\nKim\n",
        [("Karten selbst gemacht", EVENING, HOUSE, False, "https://datencafe.example/anmelden",
          TimeSpan(date(2026, 2, 9)))],
    ),
    "bulleted lines": (
        "Unsere Termine:\n"
        "* 18.02.2026, 19 Uhr: Stammtisch Freie Software, Moritzbastei, Kurt-Masur-Platz 1, "
        "04109 Leipzig, https://stammtisch.example\n"
        "* 25.02.2026, 20 Uhr: Mapping-Abend (online), https://karte.example\n",
        [
            ("Stammtisch Freie Software", TimeSpan(date(2026, 2, 18), time(19)),
             "Moritzbastei, Kurt-Masur-Platz 1, 04109 Leipzig", False,
             "https://stammtisch.example", None),
            ("Mapping-Abend", TimeSpan(date(2026, 2, 25), time(20)), "", True,
             "https://karte.example", None),
        ],
    ),
    "a range without a comma": (
        "24.–26.02.2026 Konferenz „Daten für alle“ in Berlin, bUm, Paul-Lincke-Ufer 21, "
        "10999 Berlin, https://konferenz.example\n",
        [("Konferenz „Daten für alle“", TimeSpan(date(2026, 2, 24), end=date(2026, 2, 26)),
          "bUm, Paul-Lincke-Ufer 21, 10999 Berlin", False, "https://konferenz.example", None)],
    ),
    "a heading with the date below": (
        "Datencafé Leipzig\n"
        "Donnerstag, 12. Februar 2026, 18:00 bis 20:30 Uhr\n"
        "Stadtbibliothek Leipzig\n"
        "Wilhelm-Leuschner-Platz 10-11, 04107 Leipzig\n"
        "https://datencafe.example\n\n"
        "Offene Werkstatt\n"
        "14.02.2026, 10–16 Uhr\n"
        "Dezentrale, Dreilindenstraße 19, 04177 Leipzig\n",
        [
            ("Datencafé Leipzig", EVENING, HOUSE, False, "https://datencafe.example", None),
            ("Offene Werkstatt", TimeSpan(date(2026, 2, 14), time(10), None, time(16)),
             "Dezentrale, Dreilindenstraße 19, 04177 Leipzig", False, "", None),
        ],
    ),
    "cards of a page": (
        "Workshop\nKarten selbst gemacht\n12.02.2026\n18:00 – 20:30 Uhr\nLeipzig\nMehr erfahren\n"
        "\n"
        "Vortrag\nWas darf KI?\n19.02.2026\n19:00 Uhr\nonline\nMehr erfahren\n",
        [
            ("Karten selbst gemacht", EVENING, "Leipzig", False, "", None),
            ("Was darf KI?", TimeSpan(date(2026, 2, 19), time(19)), "", True, "", None),
        ],
    ),
    "key and value": (
        "Veranstaltung: Datencafé\nDatum: 12. Februar 2026\nUhrzeit: 18:00-20:30\n"
        f"Ort: {HOUSE}\nInfos: https://datencafe.example\nAnmeldung bis 9.2.2026\n",
        [("Datencafé", EVENING, HOUSE, False, "https://datencafe.example",
          TimeSpan(date(2026, 2, 9)))],
    ),
    "a copy from Outlook": (
        "Betreff:\tDatencafé\n"
        "Ort:\tStadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, 04107 Leipzig\n\n"
        "Beginn:\tDo 12.02.2026 18:00\n"
        "Ende:\tDo 12.02.2026 20:30\n\n"
        "Serientyp:\t(Keine Angabe)\n\n"
        "Besprechungsstatus:\tNoch nicht geantwortet\n\n"
        "Organisator:\tKim\n",
        [("Datencafé", EVENING, HOUSE, False, "", None)],
    ),
    "a copy from Meetup": (
        "Open Data Meetup\nHosted by\nOK Lab Leipzig\n\n"
        "Thursday, February 12, 2026\n6:00 PM to 8:30 PM CET\n\n"
        "Stadtbibliothek Leipzig\nWilhelm-Leuschner-Platz 10-11 · Leipzig\n\n"
        "https://www.meetup.example/events/1\n",
        [("Open Data Meetup", EVENING,
          "Stadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, Leipzig", False,
          "https://www.meetup.example/events/1", None)],
    ),
    "a post": (
        "Nächsten Donnerstag (12.2., 18 Uhr) ist wieder #OpenData-Stammtisch in der Moritzbastei, "
        "Kurt-Masur-Platz 1, 04109 Leipzig! Kommt vorbei: https://stammtisch.example\n",
        [("#OpenData-Stammtisch", TimeSpan(date(2026, 2, 12), time(18)),
          "Moritzbastei, Kurt-Masur-Platz 1, 04109 Leipzig", False, "https://stammtisch.example",
          None)],
    ),
    "a copy from Facebook": (
        "DONNERSTAG, 12. FEBRUAR 2026 UM 18:00–20:30\n"
        "Datencafé Leipzig\n"
        "Stadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, 04107 Leipzig\n"
        "Interessiert\nZusagen\n",
        [("Datencafé Leipzig", EVENING, HOUSE, False, "", None)],
    ),
    "a mail with quoting and a signature": (
        "Von: Kim <kim@lab.example>\nGesendet: Montag, 9. Februar 2026 10:12\nAn: Liste\n"
        "Betreff: AW: Einladung: Datencafé im Februar\n\n"
        "> Liebe alle,\n>\n"
        "> wir treffen uns am 12.2.2026 von 18 bis 20:30 Uhr online: https://call.example/cafe\n"
        ">\n> Anmeldung nicht nötig.\n\n"
        "-- \nKim Beispiel\nOK Lab, Weg 1, 04109 Leipzig\nhttps://lab.example\n"
        "Sprechstunde: 24.12.2026\n",
        [("Einladung: Datencafé im Februar", EVENING, "", True, "https://call.example/cafe",
          None)],
    ),
    "a table": (
        "Termin | Was | Wo\n--- | --- | ---\n"
        f"12.02.2026, 18:00-20:30 | Datencafé | {HOUSE}\n"
        "19.02.2026, 19:00 | Was darf KI? | online\n",
        [
            ("Datencafé", EVENING, HOUSE, False, "", None),
            ("Was darf KI?", TimeSpan(date(2026, 2, 19), time(19)), "", True, "", None),
        ],
    ),
    "an English mail": (
        "Dear all,\n\nplease join us for our workshop \"Maps for everybody\" on Thursday, "
        "12 February 2026, 6pm–8:30pm at Stadtbibliothek Leipzig, Wilhelm-Leuschner-Platz 10-11, "
        "04107 Leipzig. Register by 9 February at https://maps.example/register.\n\nBest,\nKim\n",
        [("Maps for everybody", EVENING, HOUSE, False, "https://maps.example/register",
          TimeSpan(date(2026, 2, 9)))],
    ),
    "two dates of one series": (
        "Am 4.3. und 18.3.2026, jeweils 19 Uhr, treffen wir uns zum Löten im Makerspace, Weg 1, "
        "04109 Leipzig.\n",
        [
            ("Löten", TimeSpan(date(2026, 3, 4), time(19)), "Makerspace, Weg 1, 04109 Leipzig",
             False, "", None),
            ("Löten", TimeSpan(date(2026, 3, 18), time(19)), "Makerspace, Weg 1, 04109 Leipzig",
             False, "", None),
        ],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def context(shelf):
    return ImportContext(shelf.named("newsletter"), date(2026, 2, 1))


@pytest.mark.parametrize("name", INVITATIONS)
def test_every_part_is_in_its_column(context, name):
    text, expected = INVITATIONS[name]
    read = [
        (d.title, d.when, d.address, d.online, d.url, d.registration)
        for d in (candidate.data for candidate in import_events(
            text.encode(), "text", context).candidates)
    ]  # fmt: skip
    assert read == expected


def test_guesses_are_marked(context):
    text = INVITATIONS["prose"][0]
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.doubts


def test_a_date_that_gives_no_event_is_listed(context):
    text = "Am 4. März oder 5. März 2026 ist etwas geplant.\n\n" + INVITATIONS["bulleted lines"][0]
    result = import_events(text.encode(), "text", context)
    assert any("4. März oder 5. März" in str(problem) for problem in result.problems) or any(
        candidate.doubts for candidate in result.candidates
    )


@pytest.mark.parametrize(
    ("line", "title", "rule", "address"),
    [
        ("jeden Montag, 19:00, Weg 1: Treffen", "Treffen", "jeden Montag", "Weg 1"),
        ("Jeden Montag ab 2. März, 19 Uhr: Treffen, Haus, Weg 1, 04109 Leipzig", "Treffen",
         "Jeden Montag ab 2. März", "Haus, Weg 1, 04109 Leipzig"),
        ("Das OK Lab Leipzig trifft sich jeden ersten und dritten Dienstag im Monat um 19 Uhr im "
         "Haus, Weg 1, 04109 Leipzig.", "OK Lab Leipzig",
         "jeden ersten und dritten Dienstag im Monat", "Haus, Weg 1, 04109 Leipzig"),
        ("Every other Tuesday, 7pm: Meetup, online", "Meetup", "Every other Tuesday", ""),
    ],
)  # fmt: skip
def test_a_line_with_a_rule_is_a_meeting(context, line, title, rule, address):
    (candidate,) = import_events(line.encode(), "text", context).candidates
    data = candidate.data
    assert (data.title, data.rule, data.address) == (title, rule, address)
    assert data.when.start_time == time(19)


def test_every_date_of_a_text_is_a_candidate(context):
    text = "Wir sehen uns am 4.3. um 19 Uhr im Haus, und am 11.3. um 20 Uhr noch einmal online.\n"
    result = import_events(text.encode(), "text", context)
    assert [candidate.data.when for candidate in result.candidates] == [
        TimeSpan(date(2026, 3, 4), time(19)),
        TimeSpan(date(2026, 3, 11), time(20)),
    ]
