"""Checks of events, meetings and deadlines: what clashes within a line, and with the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from editor.core import address, dates, events, recurrence
from editor.core.book import point_of
from editor.core.callink import plain_text
from editor.core.events import Event
from editor.core.issue import Issue
from editor.core.knowledge import NOTHING, Knowledge, folded
from editor.core.text import Sentence, Span, translate


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of the text; ``level`` is "error", "warning" or "hint"."""

    code: str
    level: str
    span: Span
    message: Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What checks know beside the issue."""

    knowledge: Knowledge = field(default=NOTHING)


NOTHING_KNOWN = Context()


def _at(event: Event) -> Span:
    return event.when_span or event.content


def weekday(issue: Issue, _: Context) -> Iterator[Problem]:
    """The weekday that stands beside a date is not that day's."""
    for event in issue.entries:
        if not event.when or event.kind == "meeting":
            continue
        for day, named in zip((event.when.start, event.when.last), event.weekdays, strict=False):
            if named is not None and named != day.weekday():
                right = dates.weekday_name(day, issue.profile.language)
                message = translate("core", "{day:%d.%m.%Y} is “{weekday}”.").fill(day=day, weekday=right)
                yield Problem("weekday", "error", _at(event), message)


def end(issue: Issue, _: Context) -> Iterator[Problem]:
    """An end that is not after its start: no calendar can say it."""
    for event in issue.events:
        when = event.when
        if when and (when.last < when.start or (when.last == when.start and when.from_ and when.till and when.till <= when.from_)):
            message = translate("core", "The end is not after the start, so the calendar entry has none.")
            yield Problem("end", "error", _at(event), message)


def past(issue: Issue, _: Context) -> Iterator[Problem]:
    """Over before the issue is out."""
    for event in (*issue.events, *issue.deadlines):
        if event.when and issue.day and event.when.last < issue.day:
            message = translate("core", "This is over when the issue is published, on {day:%d.%m.%Y}.").fill(day=issue.day)
            yield Problem("past", "warning", _at(event), message)


def double(issue: Issue, _: Context) -> Iterator[Problem]:
    """Two entries of one title on one day."""
    seen: set[tuple[str, date]] = set()
    for event in issue.events:
        if not event.when or not event.title:
            continue
        key = (folded(plain_text(event.title)), event.when.start)
        if key in seen:
            yield Problem(
                "double", "warning", event.title_span or _at(event), translate("core", "An event of this title stands on this day already.")
            )
        seen.add(key)


def postcode(issue: Issue, context: Context) -> Iterator[Problem]:
    """A postcode that the town has not."""
    for event in issue.entries:
        if not event.place_span or event.kind == "deadline":
            continue
        place = address.split(events.split_place(event.place)[0])
        if place.postcode and not place.country and context.knowledge.geography.mismatch(place.postcode, place.town):
            message = translate("core", "{town} has no postcode like {postcode}.").fill(town=place.town, postcode=place.postcode)
            yield Problem("postcode", "warning", event.place_span, message)


def coordinates(issue: Issue, context: Context) -> Iterator[Problem]:
    """The calendar entry lies somewhere else than its line."""
    geography = context.knowledge.geography
    for event in issue.entries if geography.regions else ():
        place = address.split(events.split_place(event.place)[0])
        point = point_of(event.href.of(issue.text)) if event.href and place.postcode else None
        distance = geography.distance(place.postcode, point) if point and not place.country else 0
        if distance and event.href:
            message = translate("core", "The coordinates of the calendar entry lie {distance} km away from {postcode} {town}.")
            yield Problem("coordinates", "error", event.href, message.fill(distance=round(distance), postcode=place.postcode, town=place.town))


def rule(issue: Issue, _: Context) -> Iterator[Problem]:
    """A phrase that may mean two things, none, or is misspelt."""
    for event in issue.meetings:
        if not event.rule or not event.rule_span:
            continue
        if event.rule.doubt == "weeks":
            message = translate("core", "“{rule}” can mean every two weeks, or the second of each month.").fill(rule=event.rule_text)
            yield Problem("rule-doubt", "warning", event.rule_span, message)
        elif event.rule.doubt:
            message = translate("core", "“{rule}” is no rule that a calendar knows; single dates say it.").fill(rule=event.rule_text)
            yield Problem("rule-choice", "warning", event.rule_span, message)
        elif event.rule.pattern and _misspelt(event.rule_text):
            right = recurrence.phrase(event.rule.pattern, issue.profile.language)
            yield Problem("rule-typo", "hint", event.rule_span, translate("core", "Better: “{rule}”.").fill(rule=right))


_TYPO = re.compile(r"\bjeden\.|\bun\b|\baller\b", re.IGNORECASE)


def _misspelt(words: str) -> bool:
    return bool(_TYPO.search(words))
