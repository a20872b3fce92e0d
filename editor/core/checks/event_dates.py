"""Checks of events, meetings and deadlines: what a line says about its day."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, time

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.calendar import dates
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
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue
from editor.core.markdown import outline


def weekday(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The weekday that stands beside a date is not that day's."""
    for event in issue.entries:
        if not event.when or event.kind == EntryKind.MEETING:
            continue
        for number, (day, named) in enumerate(
            zip((event.when.start, event.when.last), event.weekdays, strict=False)
        ):
            if named is not None and named != day.weekday():
                right = dates.weekday_name(day, issue.profile.language)
                message = translate("core", "{day:%d.%m.%Y} is “{weekday}”.").fill(
                    day=day, weekday=right
                )
                yield Diagnostic(
                    entry_anchor(event),
                    message,
                    _weekday_fix(issue, event, named, right, number),
                    is_safe_fix=False,
                )


def _weekday_fix(issue: Issue, event: Event, named: int, right: str, number: int) -> Fix | None:
    """Only the wrong word changes; in the form it has, long or short."""
    words = dates.WEEKDAYS_DE if issue.profile.language == "de" else dates.WEEKDAYS_EN
    span = event.when_span
    if span:
        found = list(
            re.finditer(rf"\b(?:{words[named]}|{words[named][:2]})\b", span.of(issue.text))
        )
    else:
        found = []
    if not span or not found:
        return None
    match = found[-1] if number and len(found) > 1 else found[0]
    new = right if len(match[0]) > 2 else right[:2]
    return replace_fix(Span(span.start + match.start(), span.start + match.end()), new)


def end(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An end that is not after its start: no calendar can say it."""
    for event in issue.events:
        when = event.when
        if when and (
            when.last < when.start
            or (
                when.last == when.start
                and when.start_time
                and when.end_time
                and when.end_time <= when.start_time
            )
        ):
            yield Diagnostic(
                entry_anchor(event),
                translate(
                    "core", "The end is not after the start, so the calendar entry has none."
                ),
            )


def past(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Over before the issue is out."""
    for event in (*issue.events, *issue.deadlines):
        if event.when and issue.day and event.when.last < issue.day:
            yield Diagnostic(
                entry_anchor(event),
                translate(
                    "core", "This is over when the issue is published, on {day:%d.%m.%Y}."
                ).fill(day=issue.day),
            )


def order(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An event that stands behind one that begins later."""
    last: dict[tuple[str, int, int], tuple[date, time]] = {}
    for event in issue.events:
        if not event.when:
            continue
        section = next(
            (
                found.span.start
                for found in reversed(issue.sections)
                if found.span.start <= event.span.start
            ),
            0,
        )
        key = (event.group, event.indent, section)
        moment = (event.when.start, event.when.start_time or time())
        before = last.get(key, moment)
        if moment[0] < before[0] or (moment < before and event.when.start_time):
            yield Diagnostic(
                entry_anchor(event),
                translate("core", "It stands behind an event that begins later."),
                _in_order(issue, context),
            )
        last[key] = max(moment, last.get(key, moment))


def _in_order(issue: Issue, context: CheckContext) -> Fix:
    return lambda: order_entries(edit_context(issue, context))


_DATE_LIKE = re.compile(
    r"\b\d{1,2}\.\s?\d{1,2}\.|\b\d{1,2}\.\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)|\b\d{4}-\d\d-\d\d\b"
)
_TIME_LIKE = re.compile(
    r"(?<![\d.:])\d{1,2}(?::\d{1,2}(?:\s?[-–]\s?:?\d{1,2}:?\d{0,2})?|\s?[-–]\s?:\d{1,2})(?![\d.])|[-–]\s?:\s?\d{1,2}"
)
_ENTRY_LIKE = re.compile(
    r"(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?,? )?\d{1,2}\."
)


_NEAR = 16
"""Letters after a date in which its hours stand; what comes later is about something else."""


def broken(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A line of events that begins as a date and is none, and hours that nobody understands."""
    starts = sorted(event.span.start for event in issue.entries)
    for item in _items(issue, EntryKind.EVENT):
        if bisect_left(starts, item.span.start) == bisect_left(
            starts, item.span.end
        ) and _ENTRY_LIKE.match(line := item.content.of(issue.text)):
            if _DATE_LIKE.search(line[:30]) or re.match(r"\w+,? \d{1,2}\.\d{1,2}", line):
                yield Diagnostic(
                    item.content,
                    translate(
                        "core", "This begins as an event does, but its date is not understood."
                    ),
                )
    for event in issue.events:
        rest = _between(issue, event)
        if rest and (found := _TIME_LIKE.search(_task(rest.of(issue.text)), 0, _NEAR)):
            where = Span(rest.start + found.start(), rest.start + found.end())
            yield Diagnostic(
                where,
                translate("core", "“{words}” is no time that is understood.").fill(
                    words=found[0].strip()
                ),
            )


def _task(words: str) -> str:
    """The words with what stands in brackets made blank."""
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]|https?://\S+", lambda match: " " * len(match[0]), words)


def _items(issue: Issue, kind: EntryKind) -> Sequence[outline.Item]:
    found = [
        item
        for section in issue.sections
        if kind_of_section(section, issue.profile.events) == kind
        for item in outline.read_items(issue.text, section.body)
    ]
    return list(
        {item.span.start: item for item in found}.values()
    )  # a section below another one is in both


def _between(issue: Issue, event: Event) -> Span | None:
    """What stands between the date and the title, or the place."""
    if not event.when_span or not event.title_span or event.title_span.start < event.when_span.end:
        return None
    return Span(event.when_span.end, event.title_span.start)
