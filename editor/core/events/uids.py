"""The UIDs of calendar entries, by which calendar programs know an entry again."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import Protocol

from editor.core.base.slugs import make_slug
from editor.core.calendar.entry import CalendarEntry, make_uid
from editor.core.calendar.moments import local_day
from editor.core.calendar.series import Series, key_of
from editor.core.events.model import EntryKind, EventData
from editor.core.markdown.inline import plain_text
from editor.core.profiles.profile import Profile


class Published(Protocol):
    """The site of a UID, and the UIDs that calendars may know."""

    @property
    def profile(self) -> Profile: ...
    @property
    def published(self) -> Mapping[str, int]: ...


def choose_uid(
    issue: Published, data: EventData, old: CalendarEntry | None, taken: Mapping[str, bool]
) -> str:
    """Choose the UID of an entry.

    A published one is kept. Else it is made of title and day, of a series its title alone; the
    hour, then a number, tell apart what has the same title and day.

    Args:
        issue: Its site, and what has been published.
        data: What the line says.
        old: The entry so far.
        taken: UIDs of other entries; True for those that stand before this one.

    Returns:
        The UID.
    """
    if old and old.uid in issue.published and not taken.get(old.uid):
        return old.uid
    key = plain_text(data.title)
    day = data.when.start if data.when and data.kind is not EntryKind.MEETING else None
    hour = data.when.start_time if data.when else None
    if data.kind is EntryKind.DEADLINE:
        key = f"{data.kind}\n{key}"
    keys = chain((key, f"{key}\n{hour}"), (f"{key}\n{hour}\n{number}" for number in count(2)))
    uids = (make_uid(issue.profile.site, key, day) for key in keys)
    return next(uid for uid in uids if uid not in taken)


def uids_of_series(
    uid: str, planned: Sequence[Series], old: CalendarEntry | None, zone: str
) -> list[str]:
    """Choose the UIDs of the series of a meeting.

    Args:
        uid: That of the first.
        planned: The series.
        old: The entry so far; its further series keep theirs while they repeat as before.
        zone: IANA name of the zone on whose clocks the days are; "" for none.

    Returns:
        A UID for each series.
    """
    known: dict[str, str] = {}
    if old and old.uid == uid:
        known = {
            key_of(entry.rrule, local_day(entry.start, zone)): entry.uid
            for entry in old.further
            if entry.uid
        }
    uids = [uid]
    for series in planned[1:]:
        own = known.get(series.key, "")
        uids.append(own if own and own not in uids else make_uid(uid, series.key, None))
    return uids


def file_name_of(entry: CalendarEntry) -> str:
    """Name the file of an entry that its link leads to.

    Args:
        entry: The entry.

    Returns:
        A name that is the same in every issue, and no other entry's: it ends with its UID's hash.
    """
    digest = hashlib.sha256(entry.uid.encode()).hexdigest()[:6]
    return f"{make_slug(entry.summary)}-{digest}.ics"
