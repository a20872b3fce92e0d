"""The calendar link of an event: from the values of its line and from its old entry to the finished element.

Law: the same values and the same old entry give the same bytes. An old entry contributes what the line
cannot say: a published UID, its end while the hour stays, its coordinates while the place stays, and which
of two readings a rule has.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain, count
from types import MappingProxyType
from zoneinfo import ZoneInfo

from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.base.slugs import make_slug
from editor.core.calendar import recurrence
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.entry import (
    CalendarEntry,
    Moment,
    decode_link,
    encode_link,
    make_uid,
    read_identity,
)
from editor.core.calendar.moments import entry_moments, local_day, to_local
from editor.core.calendar.recurrence import Certainty
from editor.core.events.model import EntryKind, EventData
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import Profile

_REMEMBERED = 500
"""Links whose entries are at hand: a form asks for the same ones at every key press."""
_NONE: Mapping[str, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CalendarLinkBuilder:
    """Writes calendar entries for one issue.

    ``stamp`` is the issue's date; ``published_sequences`` maps the UIDs of the saved text to their SEQUENCE: a UID
    out in the world is kept, one that only this session has written follows the title until it is saved.
    """

    profile: Profile
    stamp: datetime | None = None
    published: Mapping[str, int] = field(default_factory=dict)
    gazetteer: Gazetteer = EMPTY_GAZETTEER

    @property
    def language(self) -> str:
        return self.profile.language

    def knowing(self, href: str) -> "CalendarLinkBuilder":
        """A linker for an entry that comes from elsewhere in a link: its UID is out in the world, with its SEQUENCE."""
        known = {uid: sequence or -1 for uid, sequence in published_sequences([href]).items()}
        return replace(self, published={**known, **self.published})

    def element(
        self,
        values: EventData,
        old_href: str = "",
        taken: Mapping[str, bool] = _NONE,
        anchor: date | None = None,
    ) -> str:
        """The HTML element by the profile's template; "" for a profile without links, and for what no entry can say."""
        if not self.profile.events.link or not self.possible(values, old_href):
            return ""
        entry = self.entry(values, old_href, taken, anchor)
        return self.wrapped(entry.summary, self.written(entry))

    def written(self, entry: CalendarEntry) -> bytes:
        """An entry as calendar data, on the profile's clocks."""
        from editor.core.calendar.codec import write_entry

        return write_entry(entry, self.profile.timezone)

    def wrapped(self, summary: str, data: bytes) -> str:
        """Calendar data as a link, by the profile's template."""
        title = " ".join(summary.split())
        label = self.profile.events.label.format(title=title)
        form = self.profile.events.link
        return form.format(
            title=html.escape(title),
            label=html.escape(label),
            name=make_slug(title),
            data=encode_link(data),
        )

    def possible(self, values: EventData, old_href: str = "") -> bool:
        """Whether a calendar can say it: there is a date, or a rule without doubt."""
        if values.kind == EntryKind.MEETING:
            return bool(self.rule(values, read_link(old_href)))
        return values.when is not None

    def rule(self, values: EventData, old: CalendarEntry | None) -> str:
        """The RRULE of a meeting; where its phrase can mean two, the one its old entry has chosen; "" for none."""
        found = recurrence.read_rule(values.rule)
        if (
            found
            and found.certainty is Certainty.AMBIGUOUS
            and old
            and recurrence.read_rrule(old.rrule) in found.readings
        ):
            return old.rrule
        if found:
            return found.rrule
        return ""

    def entry(
        self,
        values: EventData,
        old_href: str = "",
        taken: Mapping[str, bool] = _NONE,
        anchor: date | None = None,
    ) -> CalendarEntry:
        """The entry of what a line says and its old link holds; ``taken`` are UIDs of other entries, True for
        those that bear theirs first; ``anchor`` is a day a series takes place. Raises EditRejected where there is none."""
        old = read_link(old_href)
        rrule = self.rule(values, old) if values.kind == EntryKind.MEETING else ""
        if values.kind == EntryKind.MEETING:
            when: TimeSpan | None = self._first(values, rrule, old, anchor)
        else:
            when = values.when
        assert when
        try:
            start, end = entry_moments(when, self.profile.timezone)
            if values.kind == EntryKind.DEADLINE:
                end = end if when.start_time is None or when.last > when.start else None
        except (OverflowError, ValueError):
            raise EditRejected(
                translate("core", "Calendars cannot say the date of “{title}”.").fill(
                    title=values.title
                )
            ) from None
        uid = self._uid(values, old, taken)
        location = location_text(values)
        text = "\n".join(part for part in (plain_text(values.notes), values.url) if part)
        return CalendarEntry(
            summary=self._summary(values),
            start=start,
            end=end or self._said_before(old, start),
            location=location,
            url=values.url,
            description=text,
            rrule=rrule,
            uid=uid,
            stamp=self.stamp or datetime.combine(when.start, time(), UTC),
            sequence=self.published.get(uid, -1) + 1,
            geo=self.gazetteer.geo(
                values.address, old.geo if old and old.location == location else None
            ),
            status="CANCELLED" if values.cancelled else "",
        )

    def _first(
        self, values: EventData, rrule: str, old: CalendarEntry | None, anchor: date | None
    ) -> TimeSpan:
        """The first real occurrence of a series from publication on."""
        zone = self.profile.timezone
        anchor = anchor or (local_day(old.start, zone) if old else None)
        if self.stamp:
            begin = self.stamp.astimezone(ZoneInfo(zone)).date()
        else:
            begin = anchor or date(1970, 1, 1)
        day = recurrence.first_day(rrule, begin, anchor) if rrule else None
        if day is None:
            raise EditRejected(
                translate("core", "“{rule}” names no day from publication on.").fill(
                    rule=values.rule
                )
            )
        hours = values.when
        return roll_midnight(
            TimeSpan(
                day, hours.start_time if hours else None, None, hours.end_time if hours else None
            )
        )

    def _said_before(self, old: CalendarEntry | None, start: Moment) -> Moment | None:
        """An end the line does not say, but the old entry does: kept while the hour is the same, for a day at most."""
        if not (
            old
            and isinstance(old.start, datetime)
            and isinstance(old.end, datetime)
            and isinstance(start, datetime)
        ):
            return None
        before, after = (to_local(moment, self.profile.timezone) for moment in (old.start, start))
        length = to_local(old.end, self.profile.timezone) - before
        if before.time() == after.time() and timedelta(0) < length < timedelta(
            hours=23, minutes=59
        ):
            return start + length
        return None

    def _summary(self, values: EventData) -> str:
        if values.kind != EntryKind.DEADLINE:
            return plain_text(values.title)
        return ("Frist: " if self.language == "de" else "Deadline: ") + plain_text(
            ", ".join(part for part in (values.title, values.what) if part)
        )

    def _uid(self, values: EventData, old: CalendarEntry | None, taken: Mapping[str, bool]) -> str:
        """A published one is kept. Else by title and day (series: title alone); the hour, then a number, tells two apart."""
        if old and old.uid in self.published and not taken.get(old.uid):
            return old.uid
        title, day = (
            plain_text(values.title),
            values.when.start if values.when and values.kind != EntryKind.MEETING else None,
        )
        key = f"{values.kind}\n{title}" if values.kind == EntryKind.DEADLINE else title
        hour = values.when.start_time if values.when else None
        keys = chain((key, f"{key}\n{hour}"), (f"{key}\n{hour}\n{number}" for number in count(2)))
        return next(
            uid for one in keys if (uid := make_uid(self.profile.site, one, day)) not in taken
        )


@lru_cache(maxsize=_REMEMBERED)
def read_link(href: str) -> CalendarEntry | None:
    """What an old link holds; None for none, or for one nobody can read."""
    from editor.core.calendar.codec import read_entries

    try:
        if href:
            return next(iter(read_entries(decode_link(href))), None)
        return None
    except UserFacingError:
        return None


def location_text(values: EventData) -> str:
    if values.address and values.online:
        return f"{plain_text(values.address)} / online"
    return plain_text(values.address) or ("online" if values.online else "")


def published_sequences(hrefs: list[str]) -> dict[str, int]:
    """The UIDs of links and their SEQUENCE."""
    found = {}
    for href in hrefs:
        try:
            uid, sequence = read_identity(decode_link(href))
        except UserFacingError:
            continue
        if uid:
            found[uid] = sequence
    return found


@lru_cache(maxsize=_REMEMBERED)
def read_uid(href: str) -> str:
    """The UID of a link; "" where it has none or cannot be read."""
    return next(iter(published_sequences([href])), "")
