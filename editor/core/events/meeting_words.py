"""What stands behind a rule: its hours, and words that limit it, with which it is no rule.

Law: a rule that is read by half is none. A word too many here costs a calendar link that its writer
is told of; a word too few gives readers wrong days.
"""

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.phrasebook import MONTH_NAMES, PHRASEBOOKS
from editor.core.calendar.clock import Hours, read_hours
from editor.core.calendar.phrase import Phrase
from editor.core.calendar.recurrence import Certainty, Rule, read_phrase, read_rule
from editor.core.calendar.remarks import CLOCK, DOORS
from editor.core.calendar.rule_limits import take_limits

_LEFT_OVER = re.compile(r"(?:(?!,|:(?!\d)|\s+\*\*|\s+\[).)+")
"""What follows a rule up to a comma, a colon or a title."""
_WEEKDAY = "|".join(name for book in PHRASEBOOKS for name in book.weekdays)
_LIMIT = re.compile(
    rf"""
    (?: ^ | [,(/+&] ) \s* [(]?
    (?:
        (?: ab | bis | seit | von | vom | zwischen | außer | außerhalb | ausser | ohne | nur
          | nicht | jeweils | während | beginnend | erstmals | letztmals | zuletzt
          | from | until | till | since | between | during | except | only | not | starting
          | first | last )
        \s+
        (?:
            (?: dem | den | der | zum | zur | ende | anfang | mitte | the | in | im | an | am
              | on | of | während | mit )
            \s+
        )*
        (?:
            \d{{1,2}}\. | 20\d\d\b | \d{{1,2}} (?:st|nd|rd|th)? \s+ (?:{MONTH_NAMES})\b
          | (?:{MONTH_NAMES}|{_WEEKDAY})\b | ersten? | letzten?
          | \w*ferien\b | \w*feiertag\w* | holidays?\b | school\b | vacations?\b
        )
      | (?: und | and | oder | or | sowie | auch ) \s+ (?: (?:{_WEEKDAY})s?\b | \d )
      | (?:{_WEEKDAY})s?\b (?= \s* (?: , | $ | : | \d | und | um | ab ) )
    )
    [^,]*
    | \b (?: un)? gerade[nrs]? \s+ (?: KW | Kalenderw\w* | Woche\w* | Monat\w* )
    | \b (?: odd | even ) \s+ (?: weeks? | months? ) \b
    | \b (?: im | in | per | pro | every | each ) \s+ (?:\w+\s+)? (?: Quartal | quarter ) \b
    | \b \w*-?(?: tägig | wöchentlich | monatlich ) \b
    | \b (?: biweekly | bi-weekly | fortnightly | monthly | quarterly ) \b
    | \b alle \s+ (?: \d+ | \w+ ) \s+ (?: Tage | Wochen | Monate ) \b
    | \b jede[nr]? \s+ (?: \d\. | \w+ ) \s+ (?: Woche | Monat | Mal ) \b
    | \b every \s+ (?: \w+ ) \s+ (?: week | month | time )s? \b
    | \b KW \s* \d | \b Kalenderwoche
    | \b (?: im | während \s des | in \s der | during \s the ) \s+ (?: \w*Semester\w*
      | Vorlesungszeit | Sommer | Winter | Schuljahr | term | summer | winter ) \b
    | \b \w* (?: Schul | Semester | Sommer | Winter | Weihnachts | Oster | Herbst )
      (?: ferien | pause )
    | \b (?: entfällt | fällt \s+ aus | pausier\w* | no \s meeting | ausgesetzt | paused | hiatus )
    | \b (?: \w*pause | break ) \b | \b kein\w* \s+ (?: Treffen | Termin ) | \b ausgenommen \b
    | \b (?: letztmalig | erstmalig | zum \s (?: ersten | letzten ) \s Mal ) \b
    | \b (?: Start | Beginn ) \s* :? \s* (?: am \s+ )? \d{{1,2}}\. \s? (?: \d | (?:{MONTH_NAMES}) )
    | \b nächste[rs]? \s (?: Treffen | Mal ) \b | \b during \s term \b
    | ^ \s* \(? (?: UTC | GMT | EST | EDT | PST | PDT | BST ) \b
    | \b (?: letzter | nächster | erster ) \s+ Termin | \b (?: last | next | first ) \s date
    | \b (?: in \s+ den | während \s+ der ) \s+ \w*ferien \b
    | \b nach \s+ (?: Absprache | Vereinbarung | Anmeldung )
    | \b by \s (?: arrangement | appointment )
    | \b (?: halb | Viertel \s (?: vor | nach ) ) \s+ (?: eins | zwei | drei | vier | fünf
      | sechs | sieben | acht | neun | zehn | elf | zwölf ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What limits a rule and stands apart from it, behind a comma or in parentheses."""
_TITLE_BEGINS = re.compile(r"\s*:\s*\*\*|\*\*|\[|:\s*https?:")
_PIECE_BEGINS = re.compile(r"[,;(/]\s*|\b(?:und|and|sowie)\s+", re.IGNORECASE)
_PIECE = re.compile(r"(?:[^,:\[*]|:(?=\d))*")


class MeetingWords(Struct, frozen=True):
    """A rule with what stands behind it."""

    rule: Rule
    """Of no pattern where words are left over or limit it."""
    phrase: str
    """The words of the rule, without hours that stand among them."""
    hours: Hours | None
    end: int
    """Where all of it ends."""
    limits: tuple[int, int] | None = None
    """Where words stand that limit the rule behind its hours."""


def read_to_the_end(words: str, rule: Rule, start: int, near: date | None) -> MeetingWords:
    """Read the hours behind a rule, and whether all words there are understood.

    >>> words = "jeden Dienstag, 19:00 (außer im August), Haus"
    >>> read_to_the_end(words, read_rule(words), 0, None).phrase
    'jeden Dienstag (außer im August)'

    Args:
        words: The line.
        rule: The rule that was read in it.
        start: Where it begins.
        near: Dates without a year follow this day.

    Returns:
        The rule to its end, with what is not understood before its end, and its hours.
    """
    hours, end = read_hours(words, rule.end)
    limits = _read_limits(words, rule, start, near, end) if hours else None
    if limits:
        whole, limits_end = limits
        span = (end, limits_end)
        rest, _, _ = _find_left_over(words, whole, hours, limits_end)
        if rest is whole:
            phrase = words[start : rule.end] + words[end:limits_end]
            return MeetingWords(whole, phrase, hours, limits_end, span)
    return _read_rest(words, rule, start)


def _read_limits(
    words: str, rule: Rule, start: int, near: date | None, at: int
) -> tuple[Rule, int] | None:
    """The rule with limits that stand behind its hours, and where they end; None for none."""
    phrase = Phrase(words, at)
    take_limits(phrase, near)
    if phrase.end == at or rule.certainty is not Certainty.CERTAIN:
        return None
    whole = read_phrase(words[start : rule.end] + words[at : phrase.end], near)
    if whole is None or whole.certainty is not Certainty.CERTAIN:
        return None
    return replace(whole, end=rule.end), phrase.end


def _read_rest(words: str, rule: Rule, start: int) -> MeetingWords:
    """The rule without limits behind its hours, which make it none."""
    hours, end = read_hours(words, rule.end)
    left_over = None if hours else _LEFT_OVER.match(words, rule.end)
    if left_over and left_over[0].strip():
        rule = _unread(words, rule.end, left_over.end())
        hours, end = read_hours(words, rule.end)
    rule, hours, end = _find_left_over(words, rule, hours, end)
    return MeetingWords(rule, words[start : rule.end], hours, end)


def _find_left_over(
    words: str, rule: Rule, hours: Hours | None, end: int
) -> tuple[Rule, Hours | None, int]:
    """The rule, or one of no pattern that ends behind the last words that limit it."""
    title = _TITLE_BEGINS.search(words, end)
    stop = title.start() if title else len(words)
    while limit := _LIMIT.search(words[end:stop]):
        begin, end = end, _end_of_piece(words, end + limit.end())
        rule = _unread(words, begin, end)
        if not hours:
            hours, end = read_hours(words, end)
    for piece in _PIECE_BEGINS.finditer(words, end, stop):
        if read_rule(words, piece.end()):  # another rule
            end = _end_of_piece(words, piece.end())
            rule = _unread(words, piece.start(), end)
            break
    behind = words[end:stop]
    if hours:
        behind = DOORS.sub(lambda match: " " * len(match[0]), behind)
    if clock := CLOCK.search(behind):
        begin, end = end, _end_of_piece(words, end + clock.end())
        rule = _unread(words, begin, end)
    return rule, hours, end


def find_limit(words: str) -> str:
    """Find what limits a rule behind all else that a line says.

    Args:
        words: The end of a line.

    Returns:
        The words; "" where there are none.
    """
    limit = _LIMIT.search(words)
    return limit[0].strip(" ,()") if limit else ""


def as_unread(rule: Rule, words: str) -> Rule:
    """Return a rule of which words are not understood.

    Args:
        rule: What was read.
        words: The words.

    Returns:
        A rule of no pattern that ends where the other does.
    """
    return Rule((), rule.end, Certainty.UNREAD, unread=words.strip(" ,:"))


def _unread(words: str, start: int, end: int) -> Rule:
    return Rule((), end, Certainty.UNREAD, unread=words[start:end].strip(" ,"))


def _end_of_piece(words: str, at: int) -> int:
    """Where the piece between commas ends that holds a position."""
    match = _PIECE.match(words, at)
    return at + len(match[0].rstrip()) if match else at
