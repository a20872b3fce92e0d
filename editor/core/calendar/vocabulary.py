"""The words of dates, hours and rules: one ``Vocabulary`` per language.

These are the words that are read; what is written is in the phrasebook. Names of days and months
are CLDR's, with the short forms people use. Another language is another ``Vocabulary``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from editor.core.base.phrasebook import ENGLISH, GERMAN, Phrasebook


class Word(StrEnum):
    """What a word does in a phrase. Some do several things: "bis" is TO and UNTIL."""

    EACH = "each"
    USUALLY = "usually"
    """It says that something repeats: "immer", "regelmäßig"."""
    OTHER = "other"
    """Every second one: "every other week"."""
    EVERY = "every"
    """Before a number of weeks: "alle zwei Wochen"."""
    AND = "and"
    OR = "or"
    TO = "to"
    AT = "at"
    BETWEEN = "between"
    FROM = "from"
    UNTIL = "until"
    EXCEPT = "except"
    ONLY = "only"
    ALSO = "also"
    """Before days on which a series takes place besides: "zusätzlich am 5.3."."""
    EVEN = "even"
    ODD = "odd"
    DAY = "day"
    WORKDAY = "workday"
    """Monday to Friday."""
    BUSINESS_DAY = "business day"
    """Monday to Friday, to some also Saturday: "Werktag"."""
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HOLIDAY = "holiday"
    BREAK = "break"
    """A time in which nothing takes place: "Sommerpause"."""
    ON = "on"
    """Words between others that add nothing: "am", "im", "des"."""
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"
    FURTHER_NOTICE = "further notice"
    CLOCK = "clock"
    """It follows an hour: "Uhr"."""
    MORNING = "morning"
    """Hours before noon: "am"."""
    EVENING = "evening"
    """Hours after noon: "pm"."""
    START = "start"
    """What begins at an hour, before it: "Beginn"."""
    DOORS = "doors"
    """When one may come in: "Einlass"."""
    ABOUT = "about"
    NOON = "noon"
    MIDNIGHT = "midnight"
    HERE = "here"
    """The time that clocks show there anyway: "MEZ"."""
    LATE = "late"
    """Hours after noon, before or behind "Uhr": "abends"."""
    EARLY = "early"
    PART = "part"
    """A part of the day that is no hour: "Abend", "nachts"."""
    ZONE = "zone"
    """Clocks elsewhere: "UTC"."""
    HALF = "half"
    """It divides an hour, of which nobody knows the half of the day: "halb acht"."""
    TENTATIVE = "tentative"
    MOVED = "moved"
    INSTEAD = "instead"
    CANCELLED = "cancelled"
    OPEN = "open"
    """The date is not known yet: "folgt"."""
    FEAST = "feast"
    """A day by its name: "Silvester"."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
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
        for part in ("s", "abends", "nachmittags", "vormittags")
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
        EACH="jede jeden jeder jedem jedes",
        USUALLY="immer stets jeweils regelmäßig regulär üblicherweise gewöhnlich meist meistens",
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
        ON="am an im in des der dem den die das eines einem jeweiligen",
        BEGINNING="anfang beginn",
        MIDDLE="mitte",
        END="ende",
        FURTHER_NOTICE="weiteres",
        CLOCK="uhr h",
        START="beginn start anfang los",
        DOORS="einlass einlaß türen",
        ABOUT="ca circa etwa gegen",
        NOON="mittags",
        MIDNIGHT="mitternacht",
        HERE="mez mesz ortszeit",
        LATE="abends nachmittags",
        EARLY="morgens vormittags früh",
        PART="abend nachmittag vormittag morgen mittag nacht nachts frühmorgens",
        HALF="halb viertel dreiviertel",
        TENTATIVE="voraussichtlich vsl vorläufig geplant vermutlich",
        MOVED="verschoben verlegt vorverlegt auf neuer termin",
        INSTEAD="statt anstatt",
        CANCELLED="abgesagt entfällt",
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
        FURTHER_NOTICE="notice",
        MORNING="am a.m",
        EVENING="pm p.m",
        START="start starts begin begins",
        DOORS="doors",
        ABOUT="around about approx",
        NOON="noon",
        MIDNIGHT="midnight",
        HERE="cet cest",
        PART="evening afternoon morning night o clock",
        ZONE="utc gmt wez est edt et pst pdt pt bst ist cst cdt mst",
        HALF="half quarter",
        TENTATIVE="tentatively tentative planned probably",
        MOVED="moved postponed rescheduled new date",
        INSTEAD="instead",
        CANCELLED="cancelled canceled",
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
