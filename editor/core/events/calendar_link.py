"""Calendar links: from what a line says, and its old link holds, to the finished HTML element.

A link is read once (``read_link``), its new entry is planned from it (``plan``), and written
(``build``).

Law: the same data and the same old entry give the same bytes. An old entry contributes what the
line does not say: a published UID, its end while the hour stays, its coordinates while the place
stays, and which of two readings a rule has.
"""

import html
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from editor.core.base.addresses import to_ascii_address
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.phrasebook import phrasebook_for
from editor.core.base.slugs import make_slug
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.entry import CalendarEntry, Moment, encode_link
from editor.core.calendar.moments import (
    entry_moments,
    may_be_same,
    to_local,
    zone_name,
)
from editor.core.calendar.recurrence import Certainty, read_phrase
from editor.core.calendar.rrule import Pattern, read_rrule
from editor.core.events.entry_ends import add_duration, keep_end
from editor.core.events.link_reading import published_sequences
from editor.core.events.location import is_same_place, location_text
from editor.core.events.model import EntryKind, EventData
from editor.core.events.series_planning import plan_series
from editor.core.events.uids import choose_uid, file_name_of, uids_of_series
from editor.core.markdown.inline import plain_text
from editor.core.places.address import split_address
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.places.public_holidays import HolidayFinder, holiday_finder
from editor.core.profiles.profile import Profile

_NONE_TAKEN: Mapping[str, bool] = MappingProxyType({})


class CalendarLinkBuilder(Struct, frozen=True):
    """Plans and writes the calendar links of one issue.

    ``stamp`` is the issue's date, the DTSTAMP of what is written. ``published`` maps the UIDs of
    the text last saved to their SEQUENCE: calendars may know such a UID, so it is kept; one that
    only this session has written follows the title until it is saved.
    """

    profile: Profile
    stamp: datetime | None = None
    published: Mapping[str, int] = field(default_factory=dict)
    gazetteer: Gazetteer = EMPTY_GAZETTEER

    @property
    def language(self) -> str:
        """The document's language, an ISO 639-1 code."""
        return self.profile.language

    def with_published(self, href: str) -> "CalendarLinkBuilder":
        """Return a builder that counts the UID of a link from elsewhere as published."""
        sequences = published_sequences([href])
        known = {uid: sequence or -1 for uid, sequence in sequences.items()}
        return replace(self, published={**known, **self.published})

    def build(
        self,
        data: EventData,
        old: CalendarEntry | None = None,
        taken: Mapping[str, bool] = _NONE_TAKEN,
        anchor: date | None = None,
        *,
        moved: bool = False,
    ) -> str:
        """Write the HTML element of a link.

        Args:
            data: What the line and its details say.
            old: The entry of the link it has so far.
            taken: As for ``plan``.
            anchor: As for ``plan``.
            moved: As for ``plan``.

        Returns:
            The element by the profile's template; "" for a profile without links, and for what no
            calendar entry can say.

        Raises:
            EditRejected: As ``plan``.
        """
        if not self.profile.events.link:
            return ""
        entry = self.plan(data, old, taken, anchor, moved=moved)
        if entry is None:
            return ""
        return self.wrap(entry, self.encode(entry))

    def plan(
        self,
        data: EventData,
        old: CalendarEntry | None = None,
        taken: Mapping[str, bool] = _NONE_TAKEN,
        anchor: date | None = None,
        *,
        moved: bool = False,
    ) -> CalendarEntry | None:
        """Plan the calendar entry of an event, meeting or deadline.

        Args:
            data: What the line and its details say.
            old: The entry of the link it has so far.
            taken: UIDs of other entries; True for those that stand before this one.
            anchor: A day on which a series takes place.
            moved: Whether the line has another time than the old entry was written for.

        Returns:
            The entry; None for what none can say: no date, or a rule that is not certain.

        Raises:
            EditRejected: If the date lies outside the calendar, or the rule names no day.
        """
        uid = choose_uid(self, data, old, taken)
        if data.kind is EntryKind.MEETING:
            entry = self._plan_meeting(data, old, uid, anchor)
        else:
            entry = self._make_entry(data, old, data.when, uid) if data.when else None
        if entry and old and not moved and self._are_clocks_unknown(entry, old):
            return replace(entry, start=old.start, end=old.end)
        return entry

    def _plan_meeting(
        self, data: EventData, old: CalendarEntry | None, uid: str, anchor: date | None
    ) -> CalendarEntry | None:
        """One entry for each series that the rule takes; all but the first are ``further``."""
        patterns = self.patterns_of(data, old)
        if not patterns:
            return None
        planned = plan_series(self, patterns, data, old, anchor)
        uids = uids_of_series(uid, planned, old, self.zone_with(old))
        entries = [
            replace(
                self._make_entry(data, old, self._time_on(data, series.first), own_uid),
                rrule=series.rrule,
                without=series.without,
            )
            for series, own_uid in zip(planned, uids, strict=True)
        ]
        plain = [replace(entry, beside="", others=old.others if old else "") for entry in entries]
        return replace(entries[0], further=tuple(plain[1:]))

    def _are_clocks_unknown(self, entry: CalendarEntry, old: CalendarEntry) -> bool:
        """Whether an old entry's moment may be the line's, though no zone says so."""
        if self.profile.timezone or not isinstance(old.start, datetime) or not old.start.tzinfo:
            return False
        if entry.rrule:
            return entry.rrule == old.rrule
        return may_be_same(entry.start, old.start)

    def zone_with(self, old: CalendarEntry | None) -> str:
        """Return the zone of the site; where it names none, that of an old entry."""
        if self.profile.timezone or old is None:
            return self.profile.timezone
        return zone_name(old.start)

    def _make_entry(
        self, data: EventData, old: CalendarEntry | None, when: TimeSpan, uid: str
    ) -> CalendarEntry:
        start, end = self._moments(data, when, self.zone_with(old))
        location = location_text(data)
        old_geo = old.geo if old and is_same_place(old.location, location) else None
        return CalendarEntry(
            summary=self._summary(data),
            start=start,
            end=end or self._end_without_words(data, old, start),
            location=location,
            url=to_ascii_address(data.url),
            description="\n".join(filter(None, (plain_text(data.notes), data.group, data.url))),
            uid=uid,
            stamp=self.stamp or datetime.combine(when.start, time(), UTC),
            sequence=self.published.get(uid, -1) + 1,
            geo=self.gazetteer.geo(data.address, old_geo),
            status="CANCELLED" if data.cancelled else "",
            is_free=self._is_free(data, start, old),
            others=old.others if old else "",
            beside=old.beside if old else "",
        )

    def is_possible(self, data: EventData, old: CalendarEntry | None) -> bool:
        """Tell whether a calendar entry can say it: there is a date, or a rule that is certain."""
        if data.kind is EntryKind.MEETING:
            return bool(self.patterns_of(data, old))
        return data.when is not None

    def patterns_of(self, data: EventData, old: CalendarEntry | None) -> tuple[Pattern, ...]:
        """Return the patterns of a meeting; none where its rule is not certain.

        Where the phrase can mean two rules, the one that the old entry has chosen counts.
        """
        rule = read_phrase(data.rule, self.published_day(old))
        if rule is None:
            return ()
        if rule.certainty is Certainty.AMBIGUOUS and old:
            chosen = read_rrule(old.rrule)
            until = chosen.until if chosen else None
            if chosen and replace(chosen, until=None) in rule.readings:
                return (replace(chosen, until=until),)
        return rule.patterns

    def published_day(self, old: CalendarEntry | None) -> date | None:
        """Return the issue's day on the clocks of the site, or of an old entry."""
        return to_local(self.stamp, self.zone_with(old)).date() if self.stamp else None

    def holidays_at(self, address: str) -> HolidayFinder:
        """Return what finds the public holidays at an address."""
        state = self.gazetteer.geography.state_of(split_address(address).postcode)
        return holiday_finder(self.profile.timezone, state)

    def encode(self, entry: CalendarEntry) -> bytes:
        """Write an entry as calendar data, on the clocks of the profile's zone, or of its own."""
        from editor.core.calendar.calendar_writing import (
            write_entry,  # icalendar takes 150 ms to import
        )

        zone = self.profile.timezone or zone_name(entry.start)
        return write_entry(entry, zone, with_link=self.profile.events.link_property)

    def wrap(self, entry: CalendarEntry, data: bytes) -> str:
        """Write calendar data as a link by the profile's template.

        Args:
            entry: The entry, of whose summary the link's title and file name are made.
            data: Its calendar data.

        Returns:
            The HTML element.
        """
        title = " ".join(entry.summary.split())
        label = self.profile.events.label.format(title=title)
        return self.profile.events.link.format(
            title=html.escape(title),
            label=html.escape(label),
            name=make_slug(title),
            data=encode_link(data),
            file=html.escape(self.profile.calendar_address(file_name_of(entry))),
        )

    def _moments(self, data: EventData, when: TimeSpan, zone: str) -> tuple[Moment, Moment | None]:
        try:
            start, end = entry_moments(when, zone)
        except (OverflowError, ValueError):
            message = translate("core", "Calendars cannot say the date of “{title}”.")
            raise EditRejected(message.fill(title=data.title)) from None
        if data.kind is EntryKind.DEADLINE and when.start_time and when.last <= when.start:
            end = None  # the hour of a deadline is a moment
        return start, end

    def _time_on(self, data: EventData, day: date) -> TimeSpan:
        """A day with the hours of a meeting."""
        if data.when is None:
            return TimeSpan(day)
        return roll_midnight(TimeSpan(day, data.when.start_time, None, data.when.end_time))

    def _end_without_words(
        self, data: EventData, old: CalendarEntry | None, start: Moment
    ) -> Moment | None:
        """An end that the line does not say; the hour of a deadline has none."""
        kept = keep_end(old, start, self.zone_with(old)) if old else None
        if kept or data.kind is EntryKind.DEADLINE:
            return kept
        return add_duration(start, self.profile.events.duration)

    def _is_free(self, data: EventData, start: Moment, old: CalendarEntry | None) -> bool:
        """Whether others can be met at that time: what takes whole days fills none of them."""
        is_moment = data.kind is EntryKind.DEADLINE or not isinstance(start, datetime)
        return is_moment or bool(old and old.is_free and not old.all_day)

    def _summary(self, data: EventData) -> str:
        if data.kind is not EntryKind.DEADLINE:
            return plain_text(data.title)
        subject = ", ".join(part for part in (data.title, data.what) if part)
        return phrasebook_for(self.language).deadline + plain_text(subject)
