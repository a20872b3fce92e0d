"""Checks of the dates of events, meetings and deadlines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time
from textwrap import shorten

from editor.core.base.edits import Edit, Span
from editor.core.base.messages import translate
from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar import dates
from editor.core.calendar.date_formats import weekday_name
from editor.core.calendar.day_parts import find_wrong_weekdays
from editor.core.calendar.remarks import CLOCK
from editor.core.checks.diagnostic import (
    CheckContext,
    Diagnostic,
    Fix,
    edit_context,
    entry_anchor,
    replace_fix,
)
from editor.core.events.lists import order_entries
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.profiles.event_settings import EventOrder


def weekday(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The weekday beside a date is not the weekday of that date."""
    for event in issue.entries:
        if not event.when or event.kind == EntryKind.MEETING:
            continue
        days = (event.when.start, event.when.last)
        for index in find_wrong_weekdays(days, event.weekdays):
            day, written = days[index], event.weekdays[index]
            assert written is not None
            right = weekday_name(day, issue.profile.language)
            message = translate("core", "{day:%d.%m.%Y} is “{weekday}”.")
            yield Diagnostic(
                entry_anchor(event),
                message.fill(day=day, weekday=right),
                _weekday_fix(issue, event, written, right, index),
                is_safe_fix=False,
            )


def _weekday_fix(issue: Issue, event: Event, written: int, right: str, index: int) -> Fix | None:
    """Return the fix that replaces the wrong weekday alone, and keeps its form, long or short.

    ``index`` is 0 for the weekday of the first day, 1 for that of the last.
    """
    if not event.when_span:
        return None
    name = phrasebook_for(issue.profile.language).weekdays[written]
    matches = list(re.finditer(rf"\b(?:{name}|{name[:2]})\b", event.when_span.of(issue.text)))
    if not matches:
        return None
    match = matches[0]
    if index > 0:
        match = matches[-1]
    if len(match[0]) <= 2:
        right = right[:2]
    start = event.when_span.start
    return replace_fix(Span(start + match.start(), start + match.end()), right)


def end(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An event or meeting ends before it starts, or at once, which no calendar can express."""
    for event in (*issue.events, *issue.meetings):
        if event.when and _ends_before_start(dates.roll_midnight(event.when)):
            message = translate(
                "core", "It ends before it begins. Until that is mended, calendars get no end."
            )
            yield Diagnostic(entry_anchor(event), message)


def _ends_before_start(when: dates.TimeSpan) -> bool:
    if when.last != when.start:
        return when.last < when.start
    if when.start_time is None or when.end_time is None:
        return False
    return when.end_time <= when.start_time


def past(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An event or deadline is over before the issue is published."""
    for event in (*issue.events, *issue.deadlines):
        if event.when and issue.day and event.when.last < issue.day:
            message = translate(
                "core", "This is over when the issue is published, on {day:%d.%m.%Y}."
            ).fill(day=issue.day)
            yield Diagnostic(entry_anchor(event), message)


def order(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An event stands behind one that begins later."""

    def order_all() -> list[Edit]:
        return order_entries(edit_context(issue, context))

    if issue.profile.events.order is not EventOrder.DATE:
        return
    starts = [section.span.start for section in issue.sections]
    latest: dict[tuple[str, int, int], tuple[date, time]] = {}
    for event in issue.events:
        if not event.when:
            continue
        section = bisect_right(starts, event.span.start)
        key = (event.listed_under, event.indent, section)
        moment = (event.when.start, event.when.start_time or time())
        previous = latest.get(key, moment)
        if moment[0] < previous[0] or (moment < previous and event.when.start_time):
            message = translate("core", "It stands behind an event that begins later.")
            yield Diagnostic(entry_anchor(event), message, order_all)
        latest[key] = max(moment, previous)


_TIME_LIKE = re.compile(
    r"""
    (?<![\d.:])\d{1,2}
    (?: :\d{1,2} (?: \s?[-–]\s?:?\d{1,2}:?\d{0,2} )?    # 19:00, 19:00-21:00
      | \s?[-–]\s?:\d{1,2}                              # 19-:30
    )
    (?![\d.])
    | [-–]\s?:\s?\d{1,2}                                # -:30
    """,
    re.VERBOSE,
)
_HOURS_ONCE = re.compile(
    r"""
    [,\s(] \d{1,2} (?:[:.]\d\d)? \s? (?:[ap]\.?m\.?|Uhr)? \s? (?:[-–—]|bis|to|und) \s?
    \d{1,2} (?:[:.]\d\d)? \s? (?:[ap]\.?m\.?|Uhr|h)? \)? $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Hours from and to at the end of a date: those of all its days."""
_NOT_A_TIME = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|https?://\S+")
"""Brackets and addresses, in which digits are no hours."""

_TIME_REACH = 16
"""Characters after a date in which its hours begin; what comes later is about something else."""


def date_broken(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An entry has a date, or hours, that are not understood."""
    for event in issue.unread:
        if event.when_span:
            message = translate("core", "“{words}” is no date that is understood.")
            words = event.when_span.of(issue.text)
            yield Diagnostic(event.when_span, message.fill(words=words))
    for event in issue.events:
        span = _span_between_date_and_title(event)
        if span is None:
            continue
        words = _blank_brackets(span.of(issue.text))
        match = _TIME_LIKE.search(words, 0, _TIME_REACH)
        if match is None and event.when and event.when.start_time is None and not event.time_span:
            match = CLOCK.search(words)
        if match:
            message = translate("core", "“{words}” is no time that is understood.")
            yield Diagnostic(
                Span(span.start + match.start(), span.start + match.end()),
                message.fill(words=match[0].strip()),
            )


def hours_of_days(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Hours behind several days may be those of each, and are taken for one stretch."""
    for event in issue.events:
        when = event.when
        if when is None or when.end is None or when.start_time is None or when.end_time is None:
            continue
        words = event.when_span.of(issue.text) if event.when_span else ""
        if when.start_time < when.end_time and _HOURS_ONCE.search(words):
            message = translate(
                "core",
                "The calendar entry lasts from {start:%d.%m., %H:%M} to {end:%d.%m., %H:%M}, "
                "nights included. If the hours are those of each day, write a line for each.",
            )
            start = datetime.combine(when.start, when.start_time)
            end = datetime.combine(when.end, when.end_time)
            yield Diagnostic(entry_anchor(event), message.fill(start=start, end=end))


def line_unread(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A line in a list of events names no date."""
    for event in issue.unread:
        if event.when_span is None:
            message = translate("core", "“{words}” stands among events, but names no date.")
            words = shorten(plain_text(event.title), _SHOWN_WORDS, placeholder=" …")
            yield Diagnostic(event.content, message.fill(words=words))


_SHOWN_WORDS = 60
"""How many characters of a line are shown."""


def _blank_brackets(words: str) -> str:
    return _NOT_A_TIME.sub(lambda match: " " * len(match[0]), words)


def _span_between_date_and_title(event: Event) -> Span | None:
    """Return what stands between the date and the title; None where these two do not follow."""
    if not event.when_span or not event.title_span or event.title_span.start < event.when_span.end:
        return None
    return Span(event.when_span.end, event.title_span.start)
