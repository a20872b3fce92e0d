"""Dates in running text, and what each of them is: a day of an event, a deadline, a day off."""

import re
from enum import StrEnum
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar import dates
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.day_parts import find_wrong_weekdays
from editor.core.importers.candidate import ImportContext
from editor.core.importers.text_parts import SENTENCE_END

_WORD = re.compile(r"(?<![\w.])\w")
_FAR = 120
"""Characters before and behind a date that may say what it is."""
_MAX_LENGTH = 5000
_LEAD = (
    r"(?: \s+ (?: zum | vom | dem | den | der | am | an | on | the | spätestens | ist ) )* \s* $"
)
_OFF = re.compile(
    rf"""
    \b (?: bis | seit | nicht | kein\w* | außer | ausser | statt | anstatt | ohne | vor | nach
      | until | till | since | not | except | instead\ of | without | before | after | by )
    {_LEAD}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before a day on which an event does not take place."""
_REGISTER = re.compile(
    rf"""
    (?:
        \b (?: Anmeld\w* | anzumelden | meldet | melden | registrier\w* | register | registration
          | RSVP | Rückmeldung\w* ) \b
        [^.!?\n]{{0,60}}? \b (?:bis|until|by|ist|spätestens|endet) {_LEAD}
      | \b (?: Anmelde(?:schluss|frist|ende|stopp) | registration\ (?:closes|deadline|ends) )
        [^\w.]* {_LEAD}
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before the day until which participants can register."""
_DEADLINE = re.compile(
    rf"""
    \b (?: einreich\w* | einsende\w* | einzureichen | bewerb\w* | vorschläge | call\ for\ \w+ | cfp
      | deadline | (?:\w+-?)?frist | submi\w+ | proposals | abstracts | apply | applications )
    [^.!?\n]{{0,60}}? (?: \b(?:bis|until|by|ist|is|endet|läuft|closes|ends) | : ) {_LEAD}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEW = re.compile(
    r"""
    \b (?: neue[rs]? \s (?:Termin|Datum) | Ersatztermin | Nachholtermin | stattdessen | verschoben
      | verlegt | new \s date | instead | (?:moved|postponed|rescheduled) ) \b
    [^.!?\n\d]{0,30} $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ONTO = re.compile(rf"\b(?:auf|to|for){_LEAD}", re.IGNORECASE | re.VERBOSE)
_CANCELLED = re.compile(
    r"""
    \b (?: fällt\b.*\baus | entfällt | entfallen | ausfallen | absagen | sagen\b.*\bab | abgesagt\w*
      | cancel\w* | nicht\s+(?:statt|stattfinden) | geschlossen | closed
      | (?: not | won[’']t | doesn[’']t ) \b .* \b take\s+place
      | (?: ist | gibt\ es ) \s kein\w* \s
        \w* (?: treffen | termin | stammtisch | plenum | sitzung )
    ) \b
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CANCELLED_BEFORE = re.compile(
    r"""
    \b (?: cancell?ed | abgesagt | absage | entfällt | verschoben | postponed | moved ) \b
      \W{0,3} [:!–-]
    | \b cancel \b [^.!?\n]* $
    | \b (?: no | keine? ) \s (?: \w+\s )?
      \w* (?: meeting | meetup | event | session | treffen | termin | stammtisch | plenum
        | sitzung ) \b [^.!?\n]* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FALLS = re.compile(r"\bfällt\b[^.!?\n]*$", re.IGNORECASE)
_OUT = re.compile(r"[^.!?\n]*\baus\b", re.IGNORECASE)
"""“fällt … am 28. Februar aus”."""
_MOVED = re.compile(r"\b(?:verschoben|verlegt|moved|postponed|rescheduled)\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:nächste\w*|kommende\w*|next)\b[^.!?\n]{0,40}$", re.IGNORECASE)
_SIGN_UP_BEHIND = re.compile(r"[^.!?\n]{0,40}\b(?:an|anmelden|anzumelden)\b", re.IGNORECASE)
_SIGN_UP_BEFORE = re.compile(rf"\b(?:meldet|melde|bitte)\b[^.!?\n]*\bspätestens{_LEAD}",
                             re.IGNORECASE | re.VERBOSE)  # fmt: skip
_SIGN_UP = re.compile(r"\b(?:anmeld|anzumeld|meldet|melde|regist|rsvp|rückmeld)", re.IGNORECASE)
_MOST_WORDS = 5
"""How many words that may speak of a registration are looked at."""


class DateRole(StrEnum):
    """What a day in a text is."""

    EVENT = "event"
    NEW = "new"
    """The day that an event has been moved to."""
    CANCELLED = "cancelled"
    """A day on which an event was to be."""
    NEXT = "next"
    """A day of a series of which the text says the rule, too."""
    REGISTRATION = "registration"
    """Until when one can register."""
    DEADLINE = "deadline"
    """Another last day, such as that of a call for papers."""
    OFF = "off"
    """A day on which nothing takes place."""


EVENT_ROLES = (DateRole.EVENT, DateRole.NEW, DateRole.CANCELLED, DateRole.NEXT)


class DateMention(Struct, frozen=True):
    """A date in a text, and the time spans it names."""

    start: int
    end: int
    when: tuple[TimeSpan, ...]
    is_choice: bool = False
    """Whether the text leaves the choice between them."""
    role: DateRole = DateRole.EVENT
    has_wrong_weekday: bool = False
    """Whether a weekday beside it is another one."""


def find_dates(text: str, context: ImportContext) -> list[DateMention]:
    """Find the dates in a text.

    Args:
        text: A line or a paragraph.
        context: The issue it is read for.

    Returns:
        All dates that can be read, each with what it is.
    """
    found: list[DateMention] = []
    end = 0
    for begin in _WORD.finditer(text, 0, _MAX_LENGTH):
        at = begin.start()
        if at < end:
            continue
        match = dates.read_time_spans(text, at, context.day)
        if match is None:
            continue
        before, behind = text[max(0, at - _FAR, end) : at], text[match.end :][:_FAR]
        role = _find_role(before, behind)
        if match.when.end and _MOVED.search(SENTENCE_END.split(before)[-1]):
            role = DateRole.NEW
            match = replace(match, when=_last_of(match.when), is_choice=False)
        end = match.end
        days = (match.when.start, match.when.last)
        is_wrong = bool(find_wrong_weekdays(days, match.weekdays))
        spans = (match.when, *match.others)
        found.append(DateMention(at, end, spans, match.is_choice, role, is_wrong))
    return drop_moved(found)


def _last_of(when: TimeSpan) -> TimeSpan:
    """The last day of what is no range: "rescheduled from 3 to 10 March, 7 pm"."""
    if when.start_time is None:
        return TimeSpan(when.last, when.end_time)
    return TimeSpan(when.last, when.start_time, None, when.end_time)


def _find_role(before: str, behind: str) -> DateRole:
    """What a day is by the words of its sentence before and behind it."""
    before = SENTENCE_END.split(before)[-1]
    behind = SENTENCE_END.split(behind)[0]
    if _REGISTER.search(before) or (
        _SIGN_UP_BEFORE.search(before) and _SIGN_UP_BEHIND.match(behind)
    ):
        return DateRole.REGISTRATION
    if _DEADLINE.search(before):
        return DateRole.DEADLINE
    if _OFF.search(before):
        return DateRole.OFF
    if _NEW.search(before) or (_ONTO.search(before) and _MOVED.search(behind)):
        return DateRole.NEW
    is_called_off = _CANCELLED_BEFORE.search(before) is not None or (
        _FALLS.search(before) is not None and _OUT.match(behind) is not None
    )
    if is_called_off or _CANCELLED.search(behind) or _MOVED.search(behind):
        return DateRole.CANCELLED
    return DateRole.NEXT if _NEXT.search(before) else DateRole.EVENT


def drop_moved(found: list[DateMention]) -> list[DateMention]:
    """Leave out the old day of what has a new one.

    Args:
        found: The dates of a line or a block.

    Returns:
        The dates; the old ones are days off.
    """
    if not any(mention.role is DateRole.NEW for mention in found):
        return found
    return [
        replace(mention, role=DateRole.OFF) if mention.role is DateRole.CANCELLED else mention
        for mention in found
    ]


def find_registration(text: str, context: ImportContext) -> TimeSpan | None:
    """Find until when one can register.

    Args:
        text: A text.
        context: The issue it is read for.

    Returns:
        The day, and hour; None where the text names none.
    """
    mention = find_registration_date(text, context)
    return mention.when[0] if mention else None


def find_registration_date(text: str, context: ImportContext) -> DateMention | None:
    """Find where a text says until when one can register.

    Args:
        text: A text.
        context: The issue it is read for.

    Returns:
        The first such date; None where the text names none.
    """
    for word in islice(_SIGN_UP.finditer(text, 0, _MAX_LENGTH), _MOST_WORDS):
        begin = word.start()
        for mention in find_dates(text[begin : begin + 2 * _FAR], context):
            if mention.role is DateRole.REGISTRATION:
                return replace(mention, start=begin + mention.start, end=begin + mention.end)
    return None
