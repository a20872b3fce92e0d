"""What stands behind a rule: its hours, and words that limit it, with which it is no rule.

Law: a rule that is read by half is none. A word too many here costs a calendar link that its writer
is told of; a word too few gives readers wrong days.
"""

import re

from editor.core.base.phrasebook import PHRASEBOOKS
from editor.core.calendar.clock import Hours, read_hours
from editor.core.calendar.recurrence import Certainty, Rule

_LEFT_OVER = re.compile(r"(?:(?!,|:(?!\d)|\s+\*\*|\s+\[).)+")
"""What follows a rule up to a comma, a colon or a title."""
_WEEKDAY = "|".join(name for book in PHRASEBOOKS for name in book.weekdays)
_MONTH = "|".join(name for book in PHRASEBOOKS for name in book.months)
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
            \d{{1,2}}\. | 20\d\d\b | \d{{1,2}} (?:st|nd|rd|th)? \s+ (?:{_MONTH})\b
          | (?:{_MONTH}|{_WEEKDAY})\b | ersten? | letzten?
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
    | \b (?: entfällt | fällt \s+ aus | pausier\w* | no \s meeting )
    | \b (?: letzter | nächster | erster ) \s+ Termin | \b (?: last | next | first ) \s date
    | \b nach \s+ (?: Absprache | Vereinbarung | Anmeldung )
    | \b by \s (?: arrangement | appointment )
    | \b (?: halb | Viertel \s (?: vor | nach ) ) \s+ (?: eins | zwei | drei | vier | fünf
      | sechs | sieben | acht | neun | zehn | elf | zwölf ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What limits a rule and stands apart from it, behind a comma or in parentheses."""
_CLOCK = re.compile(
    r"""
    (?<! [\d.] ) (?: [01]?\d | 2[0-4] )
    (?: [:.][0-5]\d (?!\.?\d) | h[0-5]\d | \s?(?:Uhr|h|am|pm|a\.m\.|p\.m\.)(?!\w) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DOORS = re.compile(r"\(? \b (?:Einla(?:ss|ß)|doors)\b [^,)]* \)?", re.IGNORECASE | re.VERBOSE)
"""When one may come in: another hour that says nothing against the one that was read."""
_TITLE_BEGINS = re.compile(r"\s*:\s*\*\*|\*\*|\[|:\s*https?:")
_PIECE = re.compile(r"(?:[^,:\[*]|:(?=\d))*")


def read_to_the_end(words: str, rule: Rule) -> tuple[Rule, Hours | None, int]:
    """Read the hours behind a rule, and whether all words there are understood.

    >>> rule = Rule(None, len("jeden Dienstag"))
    >>> read_to_the_end("jeden Dienstag und Donnerstag, 19:00, Haus", rule)[0].certainty
    <Certainty.UNREAD: 'unread'>

    Args:
        words: The line.
        rule: The rule that was read in it.

    Returns:
        The rule, of no pattern where words are left over or limit it, with what is not understood
        before its end; the hours; and where all of it ends.
    """
    hours, end = read_hours(words, rule.end)
    left_over = None if hours else _LEFT_OVER.match(words, rule.end)
    if left_over and left_over[0].strip():
        rule = Rule(None, left_over.end(), Certainty.UNREAD)
        hours, end = read_hours(words, rule.end)
    title = _TITLE_BEGINS.search(words, end)
    stop = title.start() if title else len(words)
    while limit := _LIMIT.search(words[end:stop]):
        end = _end_of_piece(words, end + limit.end())
        rule = Rule(None, end, Certainty.UNREAD)
        if not hours:
            hours, end = read_hours(words, end)
    behind = _DOORS.sub(lambda match: " " * len(match[0]), words[end:stop])
    if clock := _CLOCK.search(behind):
        end = _end_of_piece(words, end + clock.end())
        rule = Rule(None, end, Certainty.UNREAD)
    return rule, hours, end


def _end_of_piece(words: str, at: int) -> int:
    """Where the piece between commas ends that holds a position."""
    match = _PIECE.match(words, at)
    return at + len(match[0].rstrip()) if match else at
