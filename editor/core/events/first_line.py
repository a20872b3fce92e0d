"""The first line of an entry: its link, its time, place and title, each with its span.

``FirstLine`` is filled by one of the readers: ``read_dated`` for events, ``read_meeting``,
``read_deadline``. The first two leave it as it was where the line is not of their kind.
"""

import re
from collections.abc import Iterable
from datetime import date

from editor.core.base.edits import Span
from editor.core.calendar.dates import TimeSpan, read_time_span
from editor.core.calendar.recurrence import Rule, read_rule
from editor.core.events.model import EntryKind
from editor.core.events.rule_limits import read_to_the_end

_STRIKE = "~~"
_BOLD = r"\*\*(?P<title>(?!\s)(?:(?!\*\*).)*?\S)\*\*(?!\*)"
_LINKED = r"""
    \[(?P<title>[^\[\]]+)\]
    \((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)                  # parentheses in pairs
"""
_SHAPES = tuple(
    re.compile(shape, re.VERBOSE)
    for shape in (
        rf"(?P<place>.*?) \s*:\s* {_BOLD}",
        rf"(?: (?P<place>.*?)\s*[:,]\s* | (?P<place_before_space>.*?)\s+ ) {_BOLD}",
        rf"(?P<place>.*?) \s*:\s* {_LINKED}",
        rf"(?: (?P<place>.*?)\s*,\s* )? {_LINKED}",
        r"(?P<place>.*?) \s*:\s* (?P<url>https?://\S+) \s*$",
        r"(?P<place>[^:]*?) \s*:\s+ (?P<title>\S.*?) \s*$",
        r"(?P<title>\S.*?) \s*$",
    )
)
"""What stands behind the time of a line, the strictest form first."""
_AFTER_TIME = re.compile(r"\s*,?\s*(?=:) | \s*,\s* | \s+", re.VERBOSE)
_BEFORE_RULE = re.compile(
    r"(?:^|[:,]\s+) (?= jede | an[ ]jede | every | aller?[ ] | \w+s[ ](?:aller?|every)[ ] )",
    re.VERBOSE,
)
_LINK = re.compile(_LINKED, re.VERBOSE)
_NAME = re.compile(rf"{_LINKED} | {_BOLD.replace('title', 'bold')} | (?P<words>[^,]+)", re.VERBOSE)
_PURPOSE = re.compile(r"(?<=[,\[\])]) \s* (?P<words>[^\s,\[\]()][^,\[\]()]*?) \s*$", re.VERBOSE)
_DEADLINE = re.compile(
    r"\b (?:bis|until|Deadline:?|Bewerbungsschluss:?|Anmeldeschluss:?) \s+ (?:zum\s+)?",
    re.IGNORECASE | re.VERBOSE,
)


class FirstLine:
    """An entry's first line: its words up to the calendar link, and what they say.

    The fields are those of ``Event``; spans are None for what the line does not say.
    """

    __slots__ = (
        "base",
        "href",
        "kind",
        "line_url",
        "link",
        "place",
        "place_span",
        "rule",
        "rule_span",
        "rule_text",
        "strike",
        "title",
        "title_span",
        "weekdays",
        "what",
        "what_span",
        "when",
        "when_span",
        "words",
    )

    def __init__(self, start: int, content: str, anchor: re.Match[str] | None) -> None:
        """Take the calendar link, and the ~~ of a cancelled entry, off a line.

        Args:
            start: Where the line begins in the text, behind its marker.
            content: The line.
            anchor: Its calendar link, if it has one.
        """
        self.base = start
        self.kind = EntryKind.EVENT
        self.title, self.place, self.what, self.rule_text = "", "", "", ""
        self.title_span: Span | None = None
        self.place_span: Span | None = None
        self.what_span: Span | None = None
        self.when: TimeSpan | None = None
        self.when_span: Span | None = None
        self.weekdays: tuple[int | None, ...] = ()
        self.rule: Rule | None = None
        self.rule_span: Span | None = None
        self.strike: tuple[Span, Span] | None = None
        self.line_url: Span | None = None
        self.link: Span | None = None
        self.href: Span | None = None
        words = content.rstrip()
        end_of_strike = len(words)
        if anchor:
            self.link, self.href = self.span(*anchor.span()), self.span(*anchor.span("href"))
            words = content[: anchor.start()].rstrip()
            end_of_strike = len(words)
            if content[anchor.end() :].strip() == _STRIKE:  # the link is struck through, too
                words += _STRIKE
                end_of_strike = content.rfind(_STRIKE) + len(_STRIKE)
        if words.startswith(_STRIKE) and words.endswith(_STRIKE) and len(words) > 4:
            self.strike = (self.span(0, 2), self.span(end_of_strike - 2, end_of_strike))
            self.base += len(_STRIKE)
            words = words[2:-2].rstrip()
        self.words = words

    def span(self, start: int, end: int) -> Span:
        """Return the span in the text of a part of ``words``."""
        return Span(self.base + start, self.base + end)

    def take_title(self, match: re.Match[str], group: str) -> None:
        """Take a group of a match as the title."""
        self.title, self.title_span = match[group], self.span(*match.span(group))

    def take_place(self, start: int, end: int) -> None:
        """Take a part of the words as the place."""
        self.place, self.place_span = self.words[start:end], self.span(start, end)


def read_dated(line: FirstLine, near: date | None) -> bool:
    """Read a line as an event.

    Args:
        line: The line, to be filled.
        near: Dates without a year are taken as close to this day as possible.

    Returns:
        Whether it begins with a date.
    """
    match = read_time_span(line.words, 0, near)
    if not match:
        return False
    line.kind = EntryKind.EVENT
    line.when, line.when_span = match.when, line.span(0, match.end)
    line.weekdays = match.weekdays
    _read_place_and_title(line, match.end, _SHAPES)
    return True


def read_meeting(line: FirstLine) -> bool:
    """Read a line as a recurring meeting.

    Args:
        line: The line, to be filled.

    Returns:
        Whether it names a rule.
    """
    for joint in _BEFORE_RULE.finditer(line.words):
        rule = read_rule(line.words, joint.end())
        if not rule:
            continue
        rule, hours, end = read_to_the_end(line.words, rule)
        line.kind = EntryKind.MEETING
        line.rule, line.rule_span = rule, line.span(joint.end(), rule.end)
        line.rule_text = line.words[joint.end() : rule.end]
        line.when_span = line.span(joint.end(), end)
        if hours:
            line.when = TimeSpan(date.min, hours[0], None, hours[1])
        line.title = line.words[: joint.start()].strip()
        line.title_span = line.span(0, len(line.title))
        if not _read_place_and_title(line, end, _SHAPES[:2]):
            _read_place_alone(line, end)
        return True
    return False


def read_deadline(line: FirstLine, near: date | None) -> None:
    """Read a line as a deadline; in a section of deadlines every line is one.

    Args:
        line: The line, to be filled.
        near: Dates without a year are taken as close to this day as possible.
    """
    line.kind = EntryKind.DEADLINE
    for until in reversed(list(_DEADLINE.finditer(line.words))):
        match = read_time_span(line.words, until.end(), near)
        if match:
            line.when, line.when_span = match.when, line.span(until.end(), match.end)
            line.weekdays = match.weekdays
            purpose = _PURPOSE.search(line.words, 0, until.start())
            start, end = purpose.span("words") if purpose else (until.start(), until.start())
            line.what, line.what_span = line.words[start:end], line.span(start, end)
            break
    if link := _LINK.search(line.words):
        line.line_url = line.span(*link.span("url"))
    if name := _NAME.match(line.words):
        group = next(group for group in ("title", "bold", "words") if name[group])
        line.take_title(name, group)


def _read_place_and_title(line: FirstLine, at: int, shapes: Iterable[re.Pattern[str]]) -> bool:
    """Read ``, place: **title**`` and its looser relatives behind the time."""
    start = _skip_separator(line, at)
    for shape in shapes:
        match = shape.match(line.words, start)
        if not match:
            continue
        groups = match.groupdict()
        for group in ("place", "place_before_space"):
            if groups.get(group):
                line.take_place(*match.span(group))
        if groups.get("title"):
            line.take_title(match, "title")
        if groups.get("url"):
            line.line_url = line.span(*match.span("url"))
        return True
    return False


def _read_place_alone(line: FirstLine, at: int) -> None:
    """Behind the hours of a meeting its place may stand alone, the title having come first."""
    start = _skip_separator(line, at)
    if line.words[start:]:
        line.take_place(start, len(line.words))


def _skip_separator(line: FirstLine, at: int) -> int:
    separator = _AFTER_TIME.match(line.words, at)
    return separator.end() if separator else at
