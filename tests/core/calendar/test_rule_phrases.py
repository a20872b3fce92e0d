"""Rules as people write them: each is read to its end, or a doubt."""

from datetime import date

import pytest
from editor.core.calendar.clock import read_hours
from editor.core.calendar.recurrence import read_phrase, read_rule
from editor.core.calendar.rrule import Parity, write_rrule

PUBLISHED = date(2026, 2, 9)
ALL_BUT_DECEMBER = ",".join(map(str, range(1, 12)))


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        # one weekday
        ("jeden Mi, 19:00", ["FREQ=WEEKLY;BYDAY=WE"]),
        ("jeden Mi. 19:00 Uhr", ["FREQ=WEEKLY;BYDAY=WE"]),
        ("immer freitags ab 19 Uhr", ["FREQ=WEEKLY;BYDAY=FR"]),
        ("donnerstags ab 19:30 Uhr", ["FREQ=WEEKLY;BYDAY=TH"]),
        ("wöchentlich montags, 19:00", ["FREQ=WEEKLY;BYDAY=MO"]),
        ("an Samstagen, 10 Uhr", ["FREQ=WEEKLY;BYDAY=SA"]),
        ("ab sofort dienstags, 19 Uhr", ["FREQ=WEEKLY;BYDAY=TU"]),
        ("ganzjährig dienstags, 19 Uhr", ["FREQ=WEEKLY;BYDAY=TU"]),
        ("jeden Dienstag, auch in den Ferien, 19 Uhr", ["FREQ=WEEKLY;BYDAY=TU"]),
        ("täglich außer montags, 10 Uhr", ["FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"]),
        ("daily except Sundays and Mondays, 7pm", ["FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA"]),
        ("jeden 2ten Dienstag im Monat, 19:00", ["FREQ=MONTHLY;BYDAY=2TU"]),
        ("wöchentlich am Dienstag, 19:00", ["FREQ=WEEKLY;BYDAY=TU"]),
        ("jede Woche Mittwoch, 19:00", ["FREQ=WEEKLY;BYDAY=WE"]),
        ("Fridays, 19:00", ["FREQ=WEEKLY;BYDAY=FR"]),
        # several
        ("dienstags und donnerstags, 19:00", ["FREQ=WEEKLY;BYDAY=TU,TH"]),
        ("jeden Montag, Mittwoch und Freitag, 8 Uhr", ["FREQ=WEEKLY;BYDAY=MO,WE,FR"]),
        ("Di + Do 19:00", ["FREQ=WEEKLY;BYDAY=TU,TH"]),
        ("Mo–Fr, 10:00-18:00", ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
        ("montags bis freitags, 10:00-18:00", ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
        ("jeden Montag und Mittwoch im Monat, 18:00", ["FREQ=WEEKLY;BYDAY=MO,WE"]),
        ("jedes Wochenende, 14 Uhr", ["FREQ=WEEKLY;BYDAY=SA,SU"]),
        ("every weekday, 09:00", ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
        ("täglich, 9:00", ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
        # of the month
        ("jeden ersten Montag eines Monats, 19:00", ["FREQ=MONTHLY;BYDAY=1MO"]),
        ("immer am ersten Freitag im Monat ab 19 Uhr", ["FREQ=MONTHLY;BYDAY=1FR"]),
        ("jeder erste Samstag im Monat, 10:00", ["FREQ=MONTHLY;BYDAY=1SA"]),
        ("1. Dienstag im Monat, 18:30", ["FREQ=MONTHLY;BYDAY=1TU"]),
        ("monatlich am ersten Dienstag, 18:30", ["FREQ=MONTHLY;BYDAY=1TU"]),
        ("jeden Monat am ersten Montag, 19:00", ["FREQ=MONTHLY;BYDAY=1MO"]),
        ("1. und 3. Do im Monat, 19:00", ["FREQ=MONTHLY;BYDAY=1TH,3TH"]),
        ("jeden 1./3. Donnerstag im Monat, 19:00", ["FREQ=MONTHLY;BYDAY=1TH,3TH"]),
        ("jeden fünften Samstag im Monat, 14 Uhr", ["FREQ=MONTHLY;BYDAY=5SA"]),
        ("jeden vorletzten Dienstag im Monat, 19:00", ["FREQ=MONTHLY;BYDAY=-2TU"]),
        ("in der Regel am 2. Dienstag im Monat, 19:30", ["FREQ=MONTHLY;BYDAY=2TU"]),
        (
            "jeden ersten Montag (online) und dritten Mittwoch im Monat, 19:00",
            ["FREQ=MONTHLY;BYDAY=1MO,3WE"],
        ),
        ("first Thursday of each month at 6:30pm", ["FREQ=MONTHLY;BYDAY=1TH"]),
        ("am 15. jeden Monats, 19:00", ["FREQ=MONTHLY;BYMONTHDAY=15"]),
        ("am letzten Tag des Monats, 20:00", ["FREQ=MONTHLY;BYMONTHDAY=-1"]),
        (
            "am letzten Arbeitstag im Monat, 17:00",
            ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
        ),
        # every few weeks and months
        ("alle 14 Tage dienstags, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
        ("dienstags alle 14 Tage, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
        ("14-tägig am Montag, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"]),
        ("mittwochs (14-tägig), 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"]),
        ("jede zweite Woche am Dienstag, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
        ("every other Tuesday, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]),
        ("biweekly on Mondays, 19:00", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"]),
        ("jeden 2. Monat am 3. Samstag, 14:00", ["FREQ=MONTHLY;INTERVAL=2;BYDAY=3SA"]),
        ("alle zwei Monate am ersten Freitag, 19:00", ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR"]),
        # in some months
        (
            "am zweiten Dienstag ungerader Monate, 19:00",
            ["FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,3,5,7,9,11"],
        ),
        (
            "jeden ersten Dienstag in geraden Monaten, 19:00",
            ["FREQ=MONTHLY;BYDAY=1TU;BYMONTH=2,4,6,8,10,12"],
        ),
        ("erster Samstag im Quartal, 14:00", ["FREQ=MONTHLY;BYDAY=1SA;BYMONTH=1,4,7,10"]),
        ("jeden letzten Freitag im Quartal, 14:00", ["FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=3,6,9,12"]),
        (
            "jeden letzten Freitag außer im Dezember, 19:00",
            [f"FREQ=MONTHLY;BYDAY=-1FR;BYMONTH={ALL_BUT_DECEMBER}"],
        ),
        (
            "jeden letzten Freitag im Monat, außer Juli und August, 19:00",
            ["FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,2,3,4,5,6,9,10,11,12"],
        ),
        (
            "jeden Mittwoch (Sommerpause im Dezember), 19:00",
            [f"FREQ=WEEKLY;BYDAY=WE;BYMONTH={ALL_BUT_DECEMBER}"],
        ),
        (
            "jeden Montag von April bis September, 19:00",
            ["FREQ=WEEKLY;BYDAY=MO;BYMONTH=4,5,6,7,8,9"],
        ),
        (
            "jeden ersten Dienstag im Mai, August und November, 19:00",
            ["FREQ=MONTHLY;BYDAY=1TU;BYMONTH=5,8,11"],
        ),
        # until a day
        ("jeden Montag bis zum 30.3., 19:00", ["FREQ=WEEKLY;UNTIL=20260330;BYDAY=MO"]),
        ("jeden Montag bis Ende Juni, 19:00", ["FREQ=WEEKLY;UNTIL=20260630;BYDAY=MO"]),
        ("jeden Montag bis auf Weiteres, 19:00", ["FREQ=WEEKLY;BYDAY=MO"]),
        # two rules
        (
            "jeden Montag und jeden ersten Samstag im Monat, 19:00",
            ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1SA"],
        ),
    ],
)
def test_phrases_are_rules(words, rules):
    text = f"{words}, Haus, Weg 1"
    rule = read_rule(text, 0, PUBLISHED)
    assert rule, words
    assert rule.certainty == "certain"
    assert [write_rrule(pattern) for pattern in rule.patterns] == rules
    hours, end = read_hours(text, rule.end)
    assert hours
    assert text[end:] == ", Haus, Weg 1"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("jeden Dienstag in ungeraden Kalenderwochen", {"parity": Parity.ODD}),
        ("mittwochs (gerade KW)", {"parity": Parity.EVEN}),
        ("jede gerade Woche am Mittwoch", {"parity": Parity.EVEN}),
        ("jeden Montag ab 2. März", {"since": date(2026, 3, 2)}),
        ("ab 2. März, jeden Montag", {"since": date(2026, 3, 2)}),
        ("ab März immer montags", {"since": date(2026, 3, 1)}),
        ("in geraden Wochen, mittwochs", {"parity": Parity.EVEN}),
        ("jeden Montag seit 2014", {"since": date(2014, 1, 1)}),
        ("jeden Montag ab März", {"since": date(2026, 3, 1)}),
        (
            "jeden Montag vom 2.3. bis 30.3.",
            {"since": date(2026, 3, 2), "until": date(2026, 3, 30)},
        ),
        ("jeden Montag (nicht am 06.04.)", {"without": (date(2026, 4, 6),)}),
        (
            "jeden Montag, nicht am 6.4. und 25.5.2026",
            {"without": (date(2026, 4, 6), date(2026, 5, 25))},
        ),
        ("jeden Montag außer an Feiertagen", {"is_off_on_holidays": True}),
        ("every Monday except on public holidays", {"is_off_on_holidays": True}),
    ],
)
def test_limits_that_rules_cannot_say_are_read(words, said):
    rule = read_phrase(words, PUBLISHED)
    assert rule.pattern, rule
    assert {name: getattr(rule.pattern, name) for name in said} == said


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("jeden Montag außerhalb der Ferien", "außerhalb der Ferien"),
        ("jeden Montag, außer am ersten", ", außer am ersten"),
        ("jeden Dienstag nach dem ersten Montag im Monat", "nach dem ersten Montag im Monat"),
        ("jeden Freitag der ersten Woche im Monat", "der ersten Woche im Monat"),
        ("mittwochs in KW 2, 4 und 6", "in KW 2, 4 und 6"),
        ("every Tuesday in term time", "in term time"),
        ("jeden Montag und Gründonnerstag", "und Gründonnerstag"),
    ],
)
def test_words_left_over_are_a_doubt(words, unread):
    rule = read_phrase(words, PUBLISHED)
    assert (rule.certainty, rule.patterns, rule.unread) == ("unread", (), unread)


@pytest.mark.parametrize(
    "words",
    [
        "einmal im Monat",
        "am ersten Freitag",
        "erster Freitag",
        "Mo, 19:00",
        "Sa und So im Park",
        "am Wochenende vom 18. bis 19.03.2023",
        "alle Menschen",
        "Immer wieder",
        "im Monat",
        "am 15. März",
        "2. Stock",
    ],
)
def test_other_words_are_no_rules(words):
    assert read_rule(words, 0, PUBLISHED) is None
