"""Checks of an issue's date: in its front matter and in the name of its file."""

import re
from collections.abc import Iterator
from datetime import date, time

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.calendar.date_fields import read_timestamp
from editor.core.calendar.date_formats import move_timestamp, write_timestamp
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, put_fix
from editor.core.issue.issue import Issue

_DATE_PREFIX = re.compile(r"(\d{4})-(\d\d)-(\d\d)-")
_UTC_OFFSET = re.compile(r"(?:[+-]\d\d:?\d\d|Z)$")
_UNDATED = "0001"
"""The year that Hugo, like Go, gives to what has no date."""


def offset(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The UTC offset of the date is not that of the site's time zone on that day."""
    node, stamp = issue.front.node("date"), read_timestamp(issue.front.text("date"))
    if node is None or stamp is None or stamp.tzinfo is None:
        return
    zone = issue.profile.timezone
    if not zone:
        return
    right = write_timestamp(stamp.date(), stamp.time(), zone)[-6:]
    wrong = stamp.isoformat()[-6:]
    if right != wrong:
        # another offset than the zone ever has may be meant: the hour is that of another place
        is_slip = wrong in _offsets_of(zone, stamp.date())
        message = translate(
            "core", "On that day the clocks of {place} are at {right}; here stands {wrong}."
        ).fill(place=zone.rpartition("/")[2], right=right, wrong=wrong)
        fix = _offset_fix(issue, right)
        yield Diagnostic(node.span, message, fix, is_safe_fix=is_slip)


def _offsets_of(zone: str, day: date) -> set[str]:
    """The offsets that a zone has in the year of a day."""
    days = (day.replace(month=month, day=1) for month in range(1, 13))
    return {write_timestamp(each, time(12), zone)[-6:] for each in days}


def _offset_fix(issue: Issue, right: str) -> Fix | None:
    """Return the fix that replaces the offset; None where the date is written without one."""
    written = issue.front.text("date")
    corrected = _UTC_OFFSET.sub(right, written.strip())
    if corrected != written:
        return put_fix(issue, ("date",), corrected)
    return None


def file_date(_: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The name of the file begins with a date that does not exist."""
    match = _DATE_PREFIX.match(context.file_name)
    if match and match[1] != _UNDATED and _read_day(match) is None:
        message = translate(
            "core", "The file’s name begins with {date}, a day that does not exist."
        )
        yield Diagnostic(Span(0, 0), message.fill(date=match[0][:-1]))


def date_file(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The date is not that of the file's name, which is the one the site takes."""
    match = _DATE_PREFIX.match(context.file_name)
    if match is None or "{date}" not in issue.profile.file:
        return
    node, day, file_day = issue.front.node("date"), issue.day, _read_day(match)
    if file_day and node and day and day != file_day:
        message = translate(
            "core", "The file is named for {named:%d.%m.%Y}, here stands {day:%d.%m.%Y}."
        ).fill(named=file_day, day=day)
        yield Diagnostic(node.span, message, _date_fix(issue, file_day), is_safe_fix=False)


def _date_fix(issue: Issue, day: date) -> Fix | None:
    """Return the fix that writes another day, with the time of day that is there."""
    written = issue.front.text("date")
    stamp = read_timestamp(written)
    if stamp is None:
        return None
    corrected = move_timestamp(written, day, stamp.time(), issue.profile.timezone)
    return put_fix(issue, ("date",), corrected)


def _read_day(match: re.Match[str]) -> date | None:
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
