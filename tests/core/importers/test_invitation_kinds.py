"""What a date in an invitation is: a day of an event, a deadline, a day that has been moved."""

from datetime import date, time

import pytest
from editor.core.base.errors import InputRejected
from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import EntryKind
from editor.core.importers.candidate import ImportContext
from editor.core.importers.importing import import_events


@pytest.fixture(scope="module")
def context(shelf):
    return ImportContext(shelf.named("newsletter"), date(2026, 2, 9))


def read(context, text):
    return [
        (candidate.data.title, candidate.data.when)
        for candidate in import_events(text.encode(), "text", context).candidates
        if candidate.is_read
    ]


def at(day, hour=None, minute=0):
    return TimeSpan(date(2026, 3, day), None if hour is None else time(hour, minute))


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        (
            "das Labortreffen am Dienstag, 3. März, fällt aus. Neuer Termin ist der 10. März um "
            "19 Uhr im Haus, Weg 4, 10405 Berlin.",
            "Labortreffen",
            at(10, 19),
        ),
        (
            "Das Reparaturcafé findet nun am 14. März um 14 Uhr statt (statt am 7. März).",
            "Reparaturcafé",
            at(14, 14),
        ),
        ("Der Salon wird vom 3. März auf den 17. März 2026 verschoben.", "Salon", at(17)),
        ("The meetup on March 3 is cancelled. New date: March 17, 6pm.", "meetup", at(17, 18)),
        ("Save the Date: Datentag am 7. März 2026 in Münster", "Datentag", at(7)),
        ("Der nächste Stammtisch ist am 5. März um 19 Uhr. Ort: Café, Markt 5, 04109 Leipzig.",
         "Stammtisch", at(5, 19)),
        ("Hackathon, Freitag, 6. März 18 Uhr, Uni, Weg 2, 72076 Tübingen", "Hackathon", at(6, 18)),
        ("Join us for the Wikidata Workshop on 14 March 2026, 10 am, at the City Library.",
         "Wikidata Workshop", at(14, 10)),
        ("Kartentag\nSamstag, 7. März 2026, 20 Uhr (Einlass 19 Uhr)\nHaus, Weg 1, 04109 Leipzig",
         "Kartentag", at(7, 20)),
        ("Civic Tech Call\nThursday, March 5, 2026\n10:00 AM PT / 7:00 PM CET",
         "Civic Tech Call", at(5, 19)),
        ("Our next community call is on March 5, 2026, 3pm UTC: „Karten“.", "Karten", at(5, 16)),
        ("Am 5. März, um halb acht, ist unser Kartenabend.", "Kartenabend", at(5, 19, 30)),
        ("Am 5. März um Viertel nach sieben ist unser Kartenabend.", "Kartenabend", at(5, 19, 15)),
    ],
)  # fmt: skip
def test_the_day_of_an_event_is_told_from_others(context, text, title, when):
    assert read(context, text) == [(title, when)]


@pytest.mark.parametrize(
    "words",
    [
        "Anmeldeschluss: 6.3.2026",
        "Anmeldefrist: 06.03.2026 per Mail.",
        "Bitte meldet euch spätestens am 6. März an.",
        "Anmeldung bis zum 6. März unter https://a.example",
        "Please register by March 6.",
        "Um Anmeldung wird bis 6.3. gebeten.",
    ],
)
def test_until_when_one_can_register_is_no_event(context, words):
    text = f"Datenlabor am 20. März 2026, 18 Uhr, Rathaus, Markt 1, 99423 Weimar. {words}\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.title == "Datenlabor"
    assert candidate.data.when == at(20, 18)
    assert candidate.data.registration == at(6)


def test_what_is_cancelled_in_a_sentence_is_a_cancelled_event(context):
    text = "Der Vortrag „Offene Daten“ am 5. März 2026 muss leider entfallen.\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.cancelled) == ("Offene Daten", True)


def test_other_clocks_are_converted_and_said(context):
    text = "Kartenrunde\nThursday, March 5, 2026, 3pm EST\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) == ("Kartenrunde", at(5, 21))
    assert any("EST" in str(doubt) for doubt in candidate.doubts)


def test_a_list_of_days_shares_what_stands_below_it(context):
    text = (
        "Offene Werkstatt:\n- 4. März\n- 11. März\n- 18. März\n"
        "jeweils 18 Uhr, Macherei, Weg 1, 18055 Rostock\n"
    )
    found = import_events(text.encode(), "text", context).candidates
    assert [candidate.data.when for candidate in found] == [at(4, 18), at(11, 18), at(18, 18)]
    assert {candidate.data.title for candidate in found} == {"Offene Werkstatt"}
    assert {candidate.data.address for candidate in found} == {"Macherei, Weg 1, 18055 Rostock"}


def test_labels_that_stand_alone_name_the_lines_below_them(context):
    text = "Was:\nStammtisch\nWann:\n5. März 2026, 19 Uhr\nWo:\nHaus, Weg 1\n04109 Leipzig\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) == ("Stammtisch", at(5, 19))
    assert candidate.data.address == "Haus, Weg 1, 04109 Leipzig"


def test_lines_that_a_mail_program_has_broken_are_whole(context):
    text = (
        "wir laden euch herzlich zu unserem nächsten Kartenstammtisch am\n"
        "Donnerstag, den 5. März 2026, um 19:30 Uhr in die Gaststätte Löwen,\n"
        "Hauptstraße 12, 69117 Heidelberg, ein.\n"
    )
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) == ("Kartenstammtisch", at(5, 19, 30))
    assert candidate.data.address.endswith("Hauptstraße 12, 69117 Heidelberg")


def test_a_rule_wins_over_its_next_day(context):
    text = (
        "OK Lab Köln: jeden zweiten Dienstag im Monat, 19 Uhr, Haus, Weg 6, 50825 Köln\n"
        "Nächstes Treffen: 10. März\n"
    )
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.kind is EntryKind.MEETING
    assert candidate.data.rule == "jeden zweiten Dienstag im Monat"


def test_limits_at_the_end_of_a_sentence_belong_to_its_rule(context):
    text = "Jeden Mittwoch ab 18 Uhr Sprechstunde im Haus, Weg 1, 89073 Ulm (nicht im August).\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.title == "Sprechstunde"
    assert candidate.data.rule == "Jeden Mittwoch (nicht im August)"
    assert candidate.data.address == "Haus, Weg 1, 89073 Ulm"
    assert candidate.doubts == ()


def test_an_event_that_repeats_by_its_text_is_a_doubt(context):
    text = "Thursday, March 12, 2026\n7:00 PM to 9:00 PM\nLabortreffen\nEvery week on Thursday\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.title == "Labortreffen"
    assert any("Every week on Thursday" in str(doubt) for doubt in candidate.doubts)


@pytest.mark.parametrize(
    "line",
    [
        "Call for Papers: Einreichungen bis 1. März 2026",
        "Ende März gibt es noch einen Ausflug.",
        "Der Schalttag, 29.02.2026, wird gefeiert.",
    ],
)
def test_a_date_that_gave_no_event_is_listed_with_its_words(context, line):
    text = f"Konferenz „Freie Karten“, 5.–7. Juni 2026, Uni Bonn\n\n{line}\n"
    event, unread = import_events(text.encode(), "text", context).candidates
    assert event.is_read
    assert not unread.is_read
    assert unread.data.title == line
    assert unread.doubts


def test_a_text_of_nothing_but_days_off_is_refused(context):
    with pytest.raises(InputRejected):
        import_events("Nicht am 4. März 2026, sondern später.".encode(), "text", context)


def test_what_a_mail_program_writes_before_a_quotation_is_no_event(context):
    text = (
        "> Am 10.02.2026 um 14:33 schrieb Kim:\n> Hallo,\n"
        "> unser nächstes Treffen ist am 17.03.2026 um 18:30 Uhr im Rathaus, Markt 1, 07743 Jena.\n"
    )
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) == ("Treffen", at(17, 18, 30))


def test_questions_are_labels(context):
    text = "Kartenseminar\nWann? 18. März 2026, 11 Uhr\nWo? Online (BigBlueButton)\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) == ("Kartenseminar", at(18, 11))
    assert candidate.data.online


def test_a_name_in_quotation_marks_is_a_title_before_words_that_invite(context):
    text = "Wir bieten zwei Termine an: 9. März, 17 Uhr, und 12. März, 18 Uhr. Thema: „Karten“.\n"
    assert read(context, text) == [("Karten", at(9, 17)), ("Karten", at(12, 18))]


def test_hours_in_parentheses_belong_to_the_day_before_them(context):
    text = "Das Treffen wird vom 3.3. auf den 10.3. verschoben. Alles bleibt (18 Uhr, Café Data).\n"
    assert [when for _, when in read(context, text)] == [at(10, 18)]


def test_an_address_of_three_lines_is_whole(context):
    text = (
        "Plenum\nDonnerstag, 12. März 2026, 19 Uhr\nGasthof Adler\nMarktstr. 4\n88212 Ravensburg\n"
    )
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.address == "Gasthof Adler, Marktstr. 4, 88212 Ravensburg"


def test_another_weekday_beside_a_date_is_a_doubt(context):
    text = "Das Treffen am Montag, 17. März, um 19 Uhr ist im Haus.\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert any("weekday" in str(doubt) for doubt in candidate.doubts)


def test_hours_in_words_of_range_are_whole(context):
    text = "Der Workshop am 28. März (10 bis 16 Uhr, Haus) ist offen.\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.when == TimeSpan(date(2026, 3, 28), time(10), None, time(16))


def test_the_title_of_a_rule_in_a_sentence_is_a_guess(context):
    text = "Wir treffen uns jeden ersten Montag im Monat um 19 Uhr im Haus, Weg 1, 04109 Leipzig.\n"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert any("guess" in str(doubt) for doubt in candidate.doubts)


SHARED = "Jeweils um 18 Uhr im Haus, Weg 1, 10115 Berlin"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHARED}:\n18.03.: Runde\n25.03.: Abend",
        f"Termine im März:\n18.03.: Runde\n25.03.: Abend\n{SHARED}",
    ],
)
def test_a_line_says_what_dates_have_in_common(context, text):
    assert read(context, text) == [("Runde", at(18, 18)), ("Abend", at(25, 18))]
    addresses = [c.data.address for c in import_events(text.encode(), "text", context).candidates]
    assert addresses == ["Haus, Weg 1, 10115 Berlin"] * 2


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Fest\n6. März 2026, 19 Uhr\nDauer: 3 Stunden\nHaus, Weg 1", "Dauer: 3 Stunden"),
        ("Fest\n6. März 2026, 19 Uhr\nStatus: abgesagt\nHaus, Weg 1", "abgesagt"),
        ("Fest\n6. März 2026, 19 Uhr\nUpdate: Es muss leider entfallen.", "muss leider entfallen"),
        ("Fest\n6. März 2026, 19 Uhr\nHaus, Weg 1\nFilm ab 21 Uhr", "21 Uhr"),
        ("Was: Fest\nWann: 6. März 2026, 19 Uhr\nFilm: 21:30 Uhr", "21:30"),
        (
            "Wir treffen uns jeden Dienstag um 19 Uhr im Haus, Weg 1, 10115 Berlin, aber nicht am "
            "17. März.",
            "am 17. März",
        ),
        (
            "Die Ausstellung ist noch bis 29. März im Museum, Weg 1, 10115 Berlin, täglich von 10 "
            "bis 17 Uhr zu sehen.",
            "29. März",
        ),
        (
            "Jeden Dienstag ab 3. März um 19 Uhr (4 Termine) gibt es einen Kurs im Haus, Weg 1, "
            "10115 Berlin.",
            "4 Termine",
        ),
    ],
)
def test_what_a_text_says_besides_is_shown(context, text, doubt):
    (candidate,) = import_events(text.encode(), "text", context).candidates
    said = [str(message) for message in candidate.doubts]
    assert f"The text also says “{doubt}”." in said


@pytest.mark.parametrize(
    "text",
    [
        "Fest\n6. März 2026\nEinlass 19:00 / Beginn 19:30\nHaus, Weg 1, 10115 Berlin",
        "Fest\n6. März 2026, 19:30 Uhr\nAnmeldung bis 3. März, 12 Uhr\nHaus, Weg 1, 10115 Berlin",
        "Fest | 6. März 2026 | 19:30 Uhr | Haus, Weg 1, 10115 Berlin",
        "Fest\n6. März 2026, 19:30 Uhr\nOrt: Haus, Weg 1, 10115 Berlin",
    ],
)
def test_what_a_text_says_of_doors_and_registration_is_no_doubt(context, text):
    (candidate,) = import_events(text.encode(), "text", context).candidates
    data = candidate.data
    assert (data.title, data.when, data.address) == (
        "Fest", at(6, 19, 30), "Haus, Weg 1, 10115 Berlin",
    )  # fmt: skip
    assert candidate.doubts == ()


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        (
            "CANCELLED: Meetup on 5 March 2026, 7 pm at the House.\nNew date: 19 March, 7 pm.",
            "House",
            at(19, 19),
        ),
        ("Am 6. März um 19 Uhr findet der Hackabend in Berlin statt.", "Hackabend", at(6, 19)),
        ("Join us for the Open Data Day on 7 March at 10 am at the House.", "Open Data Day",
         at(7, 10)),
    ],
)  # fmt: skip
def test_sentences_are_read_for_their_event(context, text, title, when):
    assert read(context, text) == [(title, when)]


def test_a_room_is_part_of_the_place(context):
    text = "Fest\nWhen: 6 March 2026, 7 pm\nWhere: House\nRoom: 2nd floor"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert candidate.data.address == "House, 2nd floor"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fest\n5. März · 17:00 bis 18:00\nZeitzone: Europe/Berlin", ("", False)),
        (
            "Fest\n5. bis 6. März\nim Haus, Weg 1, 10115 Berlin",
            ("Haus, Weg 1, 10115 Berlin", False),
        ),
        ("Fest\n5. März, 10:00–11:30 Uhr (online via BigBlueButton)", ("", True)),
    ],
)
def test_the_lines_of_a_card_are_told_apart(context, text, place):
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.doubts) == ("Fest", ())
    assert (candidate.data.address, candidate.data.online) == place


def test_a_new_day_is_no_end(context):
    text = "The workshop has been rescheduled from 3 March to 10 March, 7 pm."
    assert read(context, text) == [("workshop", at(10, 19))]


def test_hours_of_twelve_and_rooms_are_no_other_hours(context):
    text = (
        "Our meetup is on March 5th, from 6:30 pm to 9 pm at Campus, Weg 1, 44801 Bochum, Raum 1.03"
    )
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert [str(doubt) for doubt in candidate.doubts] == ["The title is a guess from the text."]


def test_the_old_day_beside_a_new_one_is_doubted(context):
    text = (
        "Für Donnerstag, 5. März, 19.30 Uhr, hat die Volkshochschule ins Café eingeladen. Leider "
        "fällt das dem Streik zum Opfer. Es gibt einen Nachholtermin am 31. März, 19.30 Uhr."
    )
    old, new = import_events(text.encode(), "text", context).candidates
    assert "The text names a new day: 31.03.2026." in [str(doubt) for doubt in old.doubts]
    assert [str(doubt) for doubt in new.doubts] == ["The title is a guess from the text."]


def test_months_beside_a_rule_are_shown(context):
    text = "Im Oktober treffen wir uns jeden Dienstag um 19 Uhr im Haus, Weg 1, 10115 Ulm."
    (candidate,) = import_events(text.encode(), "text", context).candidates
    said = [str(doubt) for doubt in candidate.doubts]
    assert "The text also says “Oktober”." in said


@pytest.mark.parametrize(
    ("text", "off", "on"),
    [
        ("heute fällt der Café-Termin am 3. März aus. Der nächste Termin ist am 10. März.",
         3, 10),
        ("unser Treffen am 3. März kann leider nicht stattfinden. Das nächste Treffen ist am 10.3.",
         3, 10),
        ("we have to cancel the meeting on March 3. The next meeting is on March 10.", 3, 10),
        ("there will be no meeting on March 3. The next meeting is on March 10.", 3, 10),
        ("am 3. März ist kein Treffen. Das nächste Treffen ist am 10. März.", 3, 10),
    ],
)  # fmt: skip
def test_a_day_that_is_called_off_is_cancelled(context, text, off, on):
    first, second = import_events(text.encode(), "text", context).candidates
    assert (first.data.when.start.day, first.data.cancelled) == (off, True)
    assert (second.data.when.start.day, second.data.cancelled) == (on, False)


@pytest.mark.parametrize(
    ("title", "line", "place"),
    [
        ("Konzert: Die Band", "Fr 13.03.2026, 20 Uhr, Kulturhaus", "Kulturhaus"),
        ("Vortrag: KI", "13. März 2026, 20 Uhr in der Stadtbibliothek", "Stadtbibliothek"),
        ("Sommerfest", "am 13. März 2026 ab 20 Uhr im Kulturgarten, Weg 9", "Kulturgarten, Weg 9"),
        ("Lesung mit Anna", "13. März 2026, 20 Uhr, Haus, Hauptstr. 5", "Haus, Hauptstr. 5"),
        ("Filmabend: Metropolis", "Do 13.03., Einlass 19:30, Film 20:00\nKino", "Kino"),
        ("Plenum", "13. März · 20:00\nZeitzone: Europe/Berlin\nLink zum Videoanruf:", ""),
    ],
)
def test_a_title_stands_above_its_date_and_place(context, title, line, place):
    (candidate,) = import_events(f"{title}\n{line}".encode(), "text", context).candidates
    data = candidate.data
    assert (data.title, data.when, data.address) == (title, at(13, 20), place)


@pytest.mark.parametrize("above", ["Liebe alle,", "Termine", "Unsere nächsten Termine:"])
def test_greetings_and_headings_are_no_titles(context, above):
    assert read(context, f"{above}\n18.03. Stammtisch") == [("Stammtisch", at(18))]


def test_hours_behind_a_title_are_hours(context):
    text = "- 11.03. Plenum, 19 Uhr\n- 18.03. Stammtisch, um 20 Uhr"
    assert read(context, text) == [("Plenum", at(11, 19)), ("Stammtisch", at(18, 20))]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Call\nWednesday, March 4 · 6:00 – 7:00pm\nTime zone: America/New_York",
         TimeSpan(date(2026, 3, 5), time(0), None, time(1))),
        ("Call\nWednesday Mar 4, 2026, 1pm – 3pm (Eastern Time - New York)",
         TimeSpan(date(2026, 3, 4), time(19), None, time(21))),
        ("Call\nMarch 4, 2026, 10:00 AM Pacific Time", TimeSpan(date(2026, 3, 4), time(19))),
        ("What: Call\nWhen: March 4, 2026 at 10:00 AM Eastern Time (US and Canada)",
         TimeSpan(date(2026, 3, 4), time(16))),
        ("Runde\n4. März 2026, 18 Uhr\nZeitzone: Europe/London",
         TimeSpan(date(2026, 3, 4), time(19))),
    ],
)  # fmt: skip
def test_spelled_clocks_are_converted_and_said(context, text, when):
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.when) in [("Call", when), ("Runde", when)]
    assert any("they were converted" in str(doubt) for doubt in candidate.doubts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("!!! FÄLLT AUS !!!\nPlenum\n4. März 2026, 19 Uhr\nHackspace, Weg 3", "FÄLLT AUS"),
        ("Am 14./15. März findet jeweils von 10 bis 18 Uhr unser Hackathon statt.", "jeweils"),
        ("Plenum\n4. März 2026, 19 Uhr – neuer Ort: Haus, Weg 2", "neuer Ort"),
    ],
)
def test_what_changes_an_event_is_said(context, text, said):
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert f"The text also says “{said}”." in [str(doubt) for doubt in candidate.doubts]
    assert candidate.data.title in ("Plenum", "Hackathon")


def test_the_next_days_of_a_series_are_no_place(context):
    text = "Critical Mass\nJeden letzten Freitag im Monat, 18 Uhr, Platz\nNächste Termine: 27.02."
    (candidate,) = import_events(text.encode(), "text", context).candidates
    assert (candidate.data.title, candidate.data.address) == ("Critical Mass", "Platz")


def test_hours_in_parentheses_behind_a_title_go_whole(context):
    text = "03.03.2026 - Datenschutz (online, 18-20 Uhr)\n17.03.2026 - Vereine (online, 18-20 Uhr)"
    first, second = import_events(text.encode(), "text", context).candidates
    assert [first.data.title, second.data.title] == ["Datenschutz", "Vereine"]
    assert first.data.when == TimeSpan(date(2026, 3, 3), time(18), None, time(20))
    assert first.data.online


def test_lines_around_a_rule_are_parts_of_their_own(context):
    text = "Sprechstunde\njeden Dienstag, 10-11 Uhr\nHackspace e.V.\nWeg 3, 50667 Köln\nhttps://a.example"
    (candidate,) = import_events(text.encode(), "text", context).candidates
    data = candidate.data
    assert (data.title, data.rule, data.url) == (
        "Sprechstunde",
        "jeden Dienstag",
        "https://a.example",
    )
    assert data.address == "Hackspace e.V., Weg 3, 50667 Köln"


def test_meetings_below_one_another_say_nothing_of_each_other(context):
    text = "Treff: jeden Montag, 19 Uhr, Haus\n\nRunde: jeden Dienstag, 20 Uhr, Hof\n\nAb März."
    first, second = import_events(text.encode(), "text", context).candidates
    assert first.doubts == ()
    assert [str(doubt) for doubt in second.doubts] == ["The text also says “März”."]
