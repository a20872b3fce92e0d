"""The first line of an entry: its link, its time, place and title, each with its span.

``FirstLine`` is filled by one of the readers: ``read_dated`` for events, ``read_meeting``,
``read_deadline``, and ``read_unread`` for what is none of them. The first two leave it as it was
where the line is not of their kind.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from editor.core.base.edits import Span
from editor.core.calendar.date_changes import find_change
from editor.core.calendar.date_patterns import DatePattern
from editor.core.calendar.dates import TimeSpan, read_time_span
from editor.core.calendar.recurrence import Rule
from editor.core.events.line_forms import LineForms
from editor.core.events.model import EntryKind
from editor.core.profiles.line_reading import Reading, Slot
from editor.core.profiles.line_template import LineTemplate

_STRIKE = "~~"
_PLACE_LABEL = re.compile(
    r"[ –—|·/;@,-]* (?: (?: Ort | Treffpunkt | Wo | Location | Venue | Where ) : \s+ )?",
    re.IGNORECASE | re.VERBOSE,
)
"""What may part a time from a place besides a comma, and what may call it one."""
_BEHIND_PLACE = " |–—·-"
"""What may part a place from a title."""
MARKS = " \t.,:;*"
"""What may follow the last mark of a template and says nothing."""
_BOLD = r"\*\*(?P<title>(?!\s)(?:(?!\*\*).)*?\S)\*\*(?!\*)"
LINKED = r"""
    \[(?P<title>[^\[\]]+)\]
    \((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)                  # parentheses in pairs
"""
"""The expression of a link to what a line is about."""
LINK = re.compile(LINKED, re.VERBOSE)
_NAME = re.compile(rf"{LINKED} | {_BOLD.replace('title', 'bold')} | (?P<words>[^,]+)", re.VERBOSE)
_WHOLE_NAME = re.compile(rf"{LINKED} | {_BOLD.replace('title', 'bold')}", re.VERBOSE)
_PURPOSE = re.compile(r"(?<=[,\[\])]) \s* (?P<words>[^\s,\[\]()][^,\[\]()]*?) \s*$", re.VERBOSE)
_DEADLINE = re.compile(
    r"\b (?:bis|until|Deadline:?|Bewerbungsschluss:?|Anmeldeschluss:?) \s+ (?:zum\s+)?",
    re.IGNORECASE | re.VERBOSE,
)


class FirstLine(Struct):
    """An entry's first line: its words up to the calendar link, and what they say.

    The fields are those of ``Event``; spans are None for what the line does not say.
    """

    base: int
    """Where its words begin in the text."""
    words: str
    kind: EntryKind = EntryKind.EVENT
    title: str = ""
    title_span: Span | None = None
    when: TimeSpan | None = None
    when_span: Span | None = None
    weekdays: tuple[int | None, ...] = ()
    rule: Rule | None = None
    rule_text: str = ""
    rule_span: Span | None = None
    limits_span: Span | None = None
    what: str = ""
    what_span: Span | None = None
    strike: tuple[Span, Span] | None = None
    place: str = ""
    place_span: Span | None = None
    link: Span | None = None
    href: Span | None = None
    line_url: Span | None = None
    group: str = ""
    group_span: Span | None = None
    group_url: Span | None = None
    label: str = ""
    label_span: Span | None = None
    end_span: Span | None = None
    time_span: Span | None = None
    more: tuple[Span, ...] = ()
    template: LineTemplate | None = None
    pattern: DatePattern | None = None
    is_whole: bool = False

    @classmethod
    def cut(cls, start: int, content: str, anchor: re.Match[str] | None) -> "FirstLine":
        """Take the calendar link, and the ~~ of a cancelled entry, off a line.

        Args:
            start: Where the line begins in the text, behind its marker.
            content: The line.
            anchor: Its calendar link, if it has one.

        Returns:
            The line, of which nothing else has been read.
        """
        line = cls(start, content.rstrip())
        end_of_strike = len(line.words)
        if anchor:
            line.link = line.span(*anchor.span())
            line.href = line.span(*anchor.span("href")) if anchor["href"] else None
            behind = content[anchor.end() :].strip()
            line.words = content[: anchor.start()].rstrip()
            end_of_strike = len(line.words)
            if behind == _STRIKE:  # the link is struck through, too
                line.words += _STRIKE
                end_of_strike = content.rfind(_STRIKE) + len(_STRIKE)
            elif behind.startswith("|"):  # it stands in a cell
                line.words = content.replace(anchor[0], " " * len(anchor[0])).rstrip()
        words = line.words
        if words.startswith(_STRIKE) and words.endswith(_STRIKE) and len(words) > 4:
            line.strike = (line.span(0, 2), line.span(end_of_strike - 2, end_of_strike))
            line.base += len(_STRIKE)
            line.words = words[2:-2].rstrip()
        return line

    def span(self, start: int, end: int) -> Span:
        """Return the span in the text of a part of ``words``."""
        return Span(self.base + start, self.base + end)

    def take(self, slot: Slot, text: str, span: Span) -> None:
        """Take what a template has read at a slot."""
        match slot:
            case Slot.DATE:
                self.when_span = span
            case Slot.END:
                self.end_span = span
            case Slot.TIME:
                self.time_span = span
            case Slot.TITLE:
                self.title, self.title_span = text, span
            case Slot.PLACE:
                label = _PLACE_LABEL.match(text)
                lead = label.end() if label else 0
                place = text[lead:].rstrip(_BEHIND_PLACE)
                start = span.start + lead
                self.place, self.place_span = place, Span(start, start + len(place))
            case Slot.GROUP:
                self.group, self.group_span = text, span
            case Slot.URL:
                self.line_url = span
            case Slot.GROUP_URL:
                self.group_url = span

    def take_all(self, reading: Reading, lines: Sequence[str], below: Sequence[Span]) -> None:
        """Take all that a template has read.

        Args:
            reading: What it has read.
            lines: The lines it was read from.
            below: Where those below the first stand.
        """
        for slot, (number, start, end) in reading.places.items():
            base = below[number - 1].start if number else self.base
            self.take(slot, lines[number][start:end], Span(base + start, base + end))


def read_unread(line: FirstLine, forms: LineForms, text: str, below: Sequence[Span] = ()) -> None:
    """Read a line of a list of events that nobody understands: what it says besides its time.

    Args:
        line: The line, to be filled. Its date is None, and stands where words speak of one.
        forms: How events are written.
        text: The whole document.
        below: The lines below it.
    """
    lines = [line.words, *(span.of(text).rstrip() for span in below)]
    found = forms.read_unread(lines)
    if found:
        template, reading = found
        line.template, line.more = template, tuple(below[: len(template.lines) - 1])
        line.take_all(reading, lines, below)
        behind = line.words[reading.stops[0] :]
        change = find_change(behind, 0)  # it goes when the line is completed
        line.is_whole = bool(change and not _without(behind, change).strip(f"{MARKS}()-–—"))
        return
    name = _WHOLE_NAME.fullmatch(line.words)
    group = "words" if name is None else next(key for key in ("title", "bold") if name[key])
    start, end = name.span(group) if name else (0, len(line.words))
    line.take(Slot.TITLE, line.words[start:end], line.span(start, end))
    line.line_url = line.span(*name.span("url")) if name and name["url"] else None
    line.is_whole = True


def _without(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + text[span[1] :]


def read_deadline(line: FirstLine, near: date | None) -> None:
    """Read a line as a deadline, for newsletters in which every line of their section is one.

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
    if link := LINK.search(line.words):
        line.line_url = line.span(*link.span("url"))
    if name := _NAME.match(line.words):
        group = next(group for group in ("title", "bold", "words") if name[group])
        line.take(Slot.TITLE, name[group], line.span(*name.span(group)))
