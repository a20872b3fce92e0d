"""The one calendar to subscribe to, which goes on from issue to issue at one address.

A subscriber sees each event once: what is listed again takes the place of what was there, by its
UID. What is not listed any more stays until it is over, and some weeks longer; meetings that are
not listed any more end.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from editor.core.calendar.calendar_reading import read_feed
from editor.core.calendar.calendar_writing import write_feed
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.moments import local_day
from editor.core.issue.issue import Issue, issue_title
from editor.core.publishing.calendar_files import make_calendar_files

_KEPT_FOR = timedelta(days=62)
"""How long an event stays that is over, and a meeting that has ended."""
_UNTIL = re.compile(r";?UNTIL=(\d{8})\w*|;?COUNT=\d+")


def write_issue_feed(issue: Issue, published: bytes = b"") -> bytes:
    """Write one calendar with all entries of an issue, and what an earlier one holds (RFC 7986).

    Args:
        issue: The issue whose entries the feed holds; what no calendar can express is left out.
        published: The feed as it has been published so far; b"" for none.

    Returns:
        The content of an ``.ics`` file; b"" for one without entries, since a calendar has at least
        one component (RFC 5545 §3.6).
    """
    profile = issue.profile
    new = [file.entry for file in make_calendar_files(issue) if file.entry]
    old = read_feed(published) if published else []
    entries = [*_with_sequences(new, old), *_find_kept(new, old, issue)]
    if not entries:
        return b""
    return write_feed(
        entries,
        profile.timezone,
        profile.events.feed_name or issue_title(issue),
        profile.language,
        with_link=profile.events.link_property,
    )


def _with_sequences(
    new: Sequence[CalendarEntry], old: Sequence[CalendarEntry]
) -> Iterator[CalendarEntry]:
    """The new entries, with a SEQUENCE that grows where they say something else than before."""
    known = {entry.uid: entry for entry in old}
    for entry in new:
        further = tuple(_with_sequence(part, known.get(part.uid)) for part in entry.further)
        yield replace(_with_sequence(entry, known.get(entry.uid)), further=further)


def _with_sequence(entry: CalendarEntry, before: CalendarEntry | None) -> CalendarEntry:
    if before is None:
        return entry
    if _said_by(entry) == _said_by(before):
        return replace(entry, sequence=before.sequence)
    return replace(entry, sequence=max(entry.sequence, before.sequence + 1))


def _said_by(entry: CalendarEntry) -> tuple[object, ...]:
    """What subscribers notice of an entry."""
    times = (entry.start, entry.end, entry.rrule, entry.without)
    return (*times, entry.summary, entry.location, entry.url, entry.description, entry.status)


def _find_kept(
    new: Sequence[CalendarEntry], old: Sequence[CalendarEntry], issue: Issue
) -> Iterator[CalendarEntry]:
    """What stays of an earlier feed."""
    day, zone = issue.day, issue.profile.timezone
    uids = {part.uid for entry in new for part in entry.series}
    names = {_name_of(entry) for entry in new}
    for entry in old:
        if entry.uid in uids or day is None:
            continue
        last = local_day(entry.end or entry.start, zone)
        if entry.rrule:
            ended = _end_series(entry, day)
            until = _UNTIL.search(ended.rrule)
            since = max(local_day(entry.start, zone), day - _KEPT_FOR)
            if until and until[1] and until[1] >= f"{since:%Y%m%d}":
                yield ended
        elif last >= day and _name_of(entry) in names:
            continue  # it is listed again, on another day
        elif last >= day - _KEPT_FOR:
            yield entry


def _name_of(entry: CalendarEntry) -> tuple[str, str]:
    return entry.summary.casefold(), entry.url


def _end_series(entry: CalendarEntry, day: date) -> CalendarEntry:
    """A series that is not listed any more: it ends before the issue that does not list it."""
    last = f"{day - timedelta(days=1):%Y%m%d}"
    until = _UNTIL.search(entry.rrule)
    if until and until[1] and until[1] <= last:
        return entry
    frequency, _, rest = _UNTIL.sub("", entry.rrule).partition(";")
    rule = ";".join(filter(None, (frequency, f"UNTIL={last}", rest)))
    return replace(entry, rrule=rule, sequence=entry.sequence + 1)
