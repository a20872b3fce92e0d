"""The words of dates, hours and rules: one ``Vocabulary`` per language.

These are the words that are read; what is written is in the phrasebook. Names of days and months
are CLDR's, with the short forms people use. Another language is another ``Vocabulary``.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from editor.core.base.phrasebook import ENGLISH, GERMAN, Phrasebook
from editor.core.calendar.words import Word


class Vocabulary(Struct, frozen=True):
    """The words of a language, in lower case, without a final full stop."""

    weekdays: Mapping[str, int]
    """From 0, Monday."""
    habits: Mapping[str, int]
    """Weekdays on which something repeats: "montags", "Mondays"."""
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    """-1 is the last, -2 the last but one."""
    counts: Mapping[str, int]
    words: Mapping[Word, frozenset[str]]


def _name(names: Iterable[str], first: int, *lengths: int) -> dict[str, int]:
    """Names and their short forms, with numbers that begin at ``first``."""
    return {
        short.lower(): number
        for number, name in enumerate(names, first)
        for short in (name, *(name[:length] for length in lengths))
    }


def _weekdays_of(book: Phrasebook) -> dict[str, int]:
    return _name(book.weekdays, 0, book.weekday_length)


def _split(**words: str) -> dict[Word, frozenset[str]]:
    return {Word[name]: frozenset(listed.split()) for name, listed in words.items()}


_GERMAN_ORDINALS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "letzt": -1, "vorletzt": -2,
}  # fmt: skip
_GERMAN = Vocabulary(
    weekdays=_weekdays_of(GERMAN)
    | {"sonnabend": 5}
    | {
        f"{name.lower()}{part}": number
        for number, name in enumerate(GERMAN.weekdays)
        for part in ("abend", "nachmittag", "vormittag", "morgen")
    },
    habits={
        f"{name.lower()}{part}": number
        for number, name in enumerate(GERMAN.weekdays)
        for part in ("s", "en", "abends", "nachmittags", "vormittags")
    }
    | {"sonnabends": 5},
    months=_name(GERMAN.months, 1, 3) | {"jänner": 1, "mrz": 3, "maerz": 3, "sept": 9},
    ordinals={
        stem + ending: number
        for stem, number in _GERMAN_ORDINALS.items()
        for ending in ("e", "en", "er", "es", "em")
    },
    counts={word: number for number, word in GERMAN.counts.items()}
    | {"zweier": 2, "sieben": 7, "zehn": 10, "zwölf": 12, "vierzehn": 14},
    words=_split(
        EACH="jede jeden jeder jedem jedes jd",
        USUALLY="immer stets jeweils regelmäßig regulär üblicherweise gewöhnlich ganzjährig",
        MOSTLY="meist meistens oft häufig manchmal gelegentlich unregelmäßig einmal zweimal "
        "dreimal",
        EVERY="alle aller",
        AND="und un sowie u",
        OR="oder bzw beziehungsweise",
        TO="bis",
        AT="um ab von vom gegen",
        BETWEEN="zwischen",
        FROM="ab von vom seit beginnend",
        UNTIL="bis",
        EXCEPT="außer ausser nicht ohne ausgenommen",
        ONLY="nur",
        ALSO="auch zusätzlich außerdem",
        EVEN="gerade geraden gerader gerades",
        ODD="ungerade ungeraden ungerader ungerades",
        DAY="tag tage tagen tages",
        WORKDAY="arbeitstag arbeitstage arbeitstagen arbeitstags",
        BUSINESS_DAY="werktag werktage werktagen werktags wochentags",
        WEEKEND="wochenende wochenenden",
        WEEK="woche wochen kw kalenderwoche kalenderwochen",
        MONTH="monat monats monate monaten monates",
        QUARTER="quartal quartals quartale quartalen vierteljahr",
        YEAR="jahr jahres jahre",
        DAILY="täglich",
        WEEKLY="wöchentlich",
        FORTNIGHTLY="zweiwöchentlich zweiwöchig vierzehntägig vierzehntäglich",
        MONTHLY="monatlich allmonatlich",
        QUARTERLY="vierteljährlich quartalsweise",
        HOLIDAY="feiertag feiertage feiertagen feiertags",
        BREAK="sommerpause winterpause pause weihnachtspause",
        ON="noch am an im in des der dem den die das eines einem jeweiligen",
        BEGINNING="anfang beginn",
        MIDDLE="mitte",
        END="ende",
        SEASON="sommer winter frühling frühjahr herbst semester wintersemester sommersemester "
        "ferien schulferien sommerferien semesterferien vorlesungszeit schuljahr advent",
        FURTHER_NOTICE="weiteres",
        CLOCK="uhr h",
        START="beginn start anfang los",
        DOORS="einlass einlaß türen türöffnung",
        ALL_DAY="ganztägig ganztags",
        WHOLE="ganzen",
        SIGN_UP="anmeldung anmelden anmeldeschluss anmeldefrist",
        ABOUT="ca circa etwa gegen",
        LATEST="spätestens längstens maximal max",
        EACH_TIME="jeweils je",
        NOON="mittags",
        MIDNIGHT="mitternacht",
        HERE="mez mesz ortszeit",
        LATE="abends nachmittags",
        EARLY="morgens vormittags früh",
        PART="abend nachmittag vormittag morgen mittag nacht nachts frühmorgens",
        HALF="halb viertel dreiviertel",
        TENTATIVE="evtl eventuell vorbehalt unbestätigt voraussichtlich vsl vorläufig geplant "
        "vermutlich",
        MOVED="verschoben verlegt vorverlegt nachgeholt ersatztermin nachholtermin",
        NEW_DATE="auf neuer neues termin jetzt nun",
        INSTEAD="statt anstatt",
        CANCELLED="geschlossen abgesagt absage entfällt entfallen ausfällt ausfallen ausgefallen "
        "gecancelt storniert",
        AUXILIARY="unter werden wird wurde ist leider muss fällt findet",
        OPEN="tba tbd offen folgt datum",
        FEAST="silvester neujahr heiligabend nikolaus ostern ostermontag pfingsten pfingstmontag "
        "himmelfahrt rosenmontag reformationstag",
    ),
)
_ENGLISH = Vocabulary(
    weekdays=_weekdays_of(ENGLISH) | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    habits={f"{name.lower()}s": number for number, name in enumerate(ENGLISH.weekdays)},
    months=_name(ENGLISH.months, 1, 3) | {"sept": 9},
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "penultimate": -2,
    },
    counts={word: number for number, word in ENGLISH.counts.items()}
    | {"seven": 7, "ten": 10, "twelve": 12},
    words=_split(
        EACH="every each",
        USUALLY="always regularly usually",
        MOSTLY="mostly often sometimes occasionally irregularly once twice",
        OTHER="other alternate alternating",
        EVERY="every",
        AND="and",
        OR="or",
        TO="to till until through",
        AT="at from",
        BETWEEN="between",
        FROM="from since starting beginning",
        UNTIL="until till through",
        EXCEPT="except not excluding excl without",
        ONLY="only",
        ALSO="also additionally plus",
        EVEN="even even-numbered",
        ODD="odd odd-numbered",
        DAY="day days",
        WORKDAY="weekday weekdays",
        WEEKEND="weekend weekends",
        WEEK="week weeks",
        MONTH="month months",
        QUARTER="quarter quarters",
        YEAR="year",
        DAILY="daily",
        WEEKLY="weekly",
        FORTNIGHTLY="biweekly bi-weekly fortnightly",
        MONTHLY="monthly",
        QUARTERLY="quarterly",
        HOLIDAY="holiday holidays",
        BREAK="break",
        ON="on the in of a during",
        BEGINNING="beginning",
        MIDDLE="mid",
        END="end",
        SEASON="summer winter spring autumn fall semester term vacation vacations",
        FURTHER_NOTICE="notice",
        MORNING="am a.m",
        EVENING="pm p.m",
        START="start starts begin begins",
        DOORS="doors",
        ALL_DAY="all-day",
        WHOLE="all whole",
        SIGN_UP="registration register rsvp",
        ABOUT="around about approx",
        LATEST="latest",
        EACH_TIME="each",
        NOON="noon",
        MIDNIGHT="midnight",
        HERE="cet cest",
        PART="tonight evening afternoon morning night o'clock o’clock",
        ZONE="utc gmt wez est edt et pst pdt pt bst ist cst cdt mst",
        HALF="half quarter",
        TENTATIVE="tbc tentatively tentative planned probably",
        MOVED="moved postponed rescheduled",
        NEW_DATE="new date now",
        INSTEAD="instead",
        CANCELLED="closed cancelled canceled cancellation",
        AUXILIARY="is was has been will be unfortunately",
        OPEN="tba tbd tbc",
        FEAST="easter christmas halloween pentecost",
    ),
)  # fmt: skip
VOCABULARIES = (_GERMAN, _ENGLISH)


def _join_words() -> Mapping[Word, frozenset[str]]:
    return {
        word: frozenset().union(*(book.words.get(word, ()) for book in VOCABULARIES))
        for word in Word
    }


def _join_names(name: str) -> Mapping[str, int]:
    return {key: value for book in VOCABULARIES for key, value in getattr(book, name).items()}


WEEKDAYS, HABITS = _join_names("weekdays"), _join_names("habits")
MONTHS, ORDINALS = _join_names("months"), _join_names("ordinals")
COUNTS = _join_names("counts")
WORDS = _join_words()
ROLES = {
    text: frozenset(word for word in Word if text in WORDS[word])
    for text in frozenset().union(*WORDS.values())
}
"""What each word does."""
KNOWN = frozenset((*ROLES, *WEEKDAYS, *HABITS, *MONTHS, *ORDINALS, *COUNTS))
"""All words that dates, hours and rules have."""
