"""Checks of entries against the world: public holidays, clocks that change, each other."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from editor.core.base.messages import translate
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.rrule import Pattern
from editor.core.calendar.series import list_days
from editor.core.checks.diagnostic import CheckContext, Diagnostic, entry_anchor
from editor.core.events.location import split_place
from editor.core.events.model import Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.address import split_address
from editor.core.places.gazetteer import fold_key
from editor.core.places.public_holidays import holiday_finder

_NIGHT_ENDS = time(12)


def holiday(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An event of one day takes place on a public holiday of its state."""
    geography = context.gazetteer.geography
    for event in issue.events:
        when = event.when
        if when is None or event.strike or _takes_days(when):
            continue
        address = split_address(split_place(event.place)[0])
        state = geography.state_of(address.postcode) if not address.country else ""
        days = holiday_finder(issue.profile.timezone, state)(when.start, when.start)
        if days:
            message = translate("core", "{day:%d.%m.%Y} is a public holiday.")
            yield Diagnostic(entry_anchor(event), message.fill(day=when.start))


def _takes_days(when: TimeSpan) -> bool:
    """Whether an event takes several days; a night is none."""
    if when.last == when.start:
        return False
    ends_at_night = when.end_time is not None and when.end_time <= _NIGHT_ENDS
    return not (ends_at_night and (when.last - when.start).days == 1)


def clock_change(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An event begins at an hour that the clocks skip, or show twice."""
    if not issue.profile.timezone:
        return
    zone = ZoneInfo(issue.profile.timezone)
    for event in issue.events:
        if event.when is None or event.when.start_time is None:
            continue
        start = datetime.combine(event.when.start, event.when.start_time)
        message = None
        if _is_skipped(start, zone):
            message = translate("core", "{start:%H:%M} does not exist that night: clocks skip it.")
        elif _is_doubled(start, zone):
            message = translate("core", "{start:%H:%M} comes twice that night: clocks go back.")
        if message:
            yield Diagnostic(entry_anchor(event), message.fill(start=start))


def _is_skipped(start: datetime, zone: ZoneInfo) -> bool:
    there = start.replace(tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != start


def _is_doubled(start: datetime, zone: ZoneInfo) -> bool:
    first, second = (start.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first != second and not _is_skipped(start, zone)


def same_time(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two entries of one place, or of one group, are at the same time."""
    message = translate("core", "“{other}” is at the same time, at the same place.")
    meetings: defaultdict[str, list[Event]] = defaultdict(list)
    for meeting in issue.meetings:
        for lab in _labs_of(meeting):
            meetings[lab].append(meeting)
    first: dict[tuple[str, date, time, str], Event] = {}
    for event in issue.events:
        if event.strike or event.when is None:
            continue
        labs, start, hour = _labs_of(event), event.when.start, event.when.start_time
        others = [each for lab in labs for each in meetings[lab] if _meets_then(each, event)]
        if hour is not None:
            keys = [(lab, start, hour, event.subheading) for lab in labs]
            others = [first[key] for key in keys if key in first] + others
            for key in keys:
                first.setdefault(key, event)
        for other in dict.fromkeys(map(_name_of, others)):
            yield Diagnostic(entry_anchor(event), message.fill(other=other))


def _name_of(entry: Event) -> str:
    return plain_text(entry.title) or entry.listed_under


def _labs_of(event: Event) -> list[str]:
    """Names of the group and of the place; entries that share one are of one lab."""
    place = split_place(event.place)[0]
    labs = []
    if event.group:
        labs.append(f"group {fold_key(event.group)}")
    if place:
        labs.append(f"place {fold_key(place)}")
    return labs


def _meets_then(meeting: Event, event: Event) -> bool:
    """Whether a meeting takes place on an event's day, at its hour; every n weeks are not known."""
    if meeting.rule is None or meeting.when is None or event.when is None:
        return False
    patterns = tuple(each for each in meeting.rule.patterns if _is_known(each))
    if not patterns or meeting.when.start_time != event.when.start_time:
        return False
    return _is_day_of(patterns, event.when.start)


@lru_cache(maxsize=4096)
def _is_day_of(patterns: tuple[Pattern, ...], day: date) -> bool:
    return list_days(patterns, day, None, 1, lambda *_: ()) == [day]


def _is_known(pattern: Pattern) -> bool:
    return pattern.every == 1


def weeks_guessed(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A meeting is every few weeks, and nothing says in which."""
    for event in issue.meetings:
        patterns = event.rule.patterns if event.rule else ()
        if event.href or not event.rule_span or issue.day is None:
            continue
        if any(each.every > 1 and not each.since for each in patterns):
            days = list_days(patterns, issue.day, None, 1, lambda *_: ())
            if days:
                message = translate("core", "The line does not say in which weeks; {day:%d.%m.%Y} "
                                    "is taken as the first day.")  # fmt: skip
                yield Diagnostic(event.rule_span, message.fill(day=days[0]))
