"""Calendar links written anew from line and old entry together, each with what changes and why.

Law: the visible text stays as it is; what is refreshed keeps RFC 5545; refreshing again changes
nothing. Where line and entry contradict each other nothing happens until the user has said which is
right.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import Edit, drop_idle_edits
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import CalendarEntry, Moment, decode_link, make_uid, round_geo
from editor.core.calendar.moments import to_local
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events.consistency import ComparedField, compare_event, words_of
from editor.core.events.edit_context import EditContext
from editor.core.events.entry_ends import add_duration
from editor.core.events.link_reading import read_link
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import read_event_data
from editor.core.events.refresh_reasons import find_changes, find_doubts


class Trust(StrEnum):
    """Which of two contradicting sources is right, by the user's decision."""

    LINE = "line"
    ENTRY = "entry"
    LEAVE = "leave"
    """Neither: the link stays as it is."""


class LinkRefresh(Struct, frozen=True):
    """A link that should be written anew.

    ``links`` are the new elements, and ``new`` their entries, by the source they trust;
    ``contradicts`` are the fields that ask for a decision.
    """

    event: Event
    old: CalendarEntry | None
    new: Mapping[Trust, CalendarEntry]
    links: Mapping[Trust, str]
    reasons: tuple[Message, ...]
    """What readers of the calendar will notice, or what is wrong for them."""
    breaches: tuple[Message, ...] = ()
    """What is wrong by the standard."""
    contradicts: tuple[ComparedField, ...] = ()

    @property
    def proposed(self) -> Trust:
        """What happens unless the user decides otherwise."""
        if not self.contradicts and Trust.LINE in self.links:
            return Trust.LINE
        return Trust.LEAVE


def find_refreshes(context: EditContext, events: Iterable[Event]) -> list[LinkRefresh]:
    """Find the links that are not as they would be written.

    Args:
        context: The issue.
        events: The entries to look at, in the order of the text.

    Returns:
        A refresh for each of those links.
    """
    given: dict[str, bool] = {}
    refreshes = []
    for event in events:
        if event.href:
            refresh = _Refresher(context, event, given).refresh()
            given |= dict.fromkeys((entry.uid for entry in refresh.new.values()), True)
            if refresh.reasons or refresh.breaches or refresh.contradicts:
                refreshes.append(refresh)
    return refreshes


def refresh_edits(context: EditContext, decided: Iterable[tuple[LinkRefresh, Trust]]) -> list[Edit]:
    """Put the new links in.

    Args:
        context: The issue.
        decided: Refreshes, each with the source that is right.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If an entry would change.
    """
    edits = []
    for refresh, trust in decided:
        link = refresh.event.link
        if trust in refresh.links and link:
            edits.append(Edit(link.start, link.end, refresh.links[trust]))
    edits = drop_idle_edits(context.text, edits)
    if context.data_after(edits) != context.data():
        raise EditRejected(
            translate("core", "The calendar links cannot be renewed without changing an entry.")
        )
    return edits


class _Refresher:
    """Computes the refresh of one entry's link."""

    def __init__(self, context: EditContext, event: Event, given: Mapping[str, bool]) -> None:
        assert event.href and event.link
        self.context, self.event, self.link_builder = context, event, context.link_builder
        self.href, self.link = context.href_of(event), event.link.of(context.text)
        self.zone = self.link_builder.profile.timezone
        self.taken = {**context.uids_taken(event), **given}
        self.data = read_event_data(event, context.text)
        if not self.data.title:
            self.data = replace(self.data, title=event.listed_under)
        self.old = read_link(self.href)
        self.breaches: list[Message] = []

    def refresh(self) -> LinkRefresh:
        old_data, contradicts = self._read_old()
        new = self._plan(contradicts)
        links = {trust: self._write(entry, old_data) for trust, entry in new.items()}
        if links.get(Trust.LINE, links.get(Trust.ENTRY)) == self.link:
            return LinkRefresh(self.event, self.old, new, links, ())
        by_line = new.get(Trust.LINE)
        reasons = (
            *find_changes(self.old, by_line),
            *find_doubts(self.old, self.data, self.link_builder),
        )
        if Trust.ENTRY not in new:
            contradicts = ()
        elif Trust.LINE not in new:
            contradicts = contradicts or (ComparedField.RULE,)
        if not reasons and not self.breaches:
            reasons = (translate("core", "The link is written another way than the profile's."),)
        breaches = tuple(self.breaches)
        return LinkRefresh(self.event, self.old, new, links, reasons, breaches, contradicts)

    def _read_old(self) -> tuple[bytes, tuple[ComparedField, ...]]:
        """The old link's data, b"" where it cannot be decoded, and what contradicts its line."""
        try:
            data = decode_link(self.href)
            self.breaches += find_breaches(data)
            comparison = compare_event(self.event, self.context.text, self.link_builder.profile)
        except UserFacingError as error:
            self.breaches.append(error.message)
            return b"", ()
        return data, comparison.contradicts

    def _write(self, entry: CalendarEntry, old_data: bytes) -> str:
        """The link; the old data where it says the same and keeps the rules, whatever its stamp."""
        same = (
            self.old
            and not self.breaches
            and _without_identity(entry) == _without_identity(self.old)
        )
        data = old_data if same else self.link_builder.encode(entry)
        return self.link_builder.wrap(entry, data)

    # --- the two entries --------------------------------------------------------------------------

    def _plan(self, contradicts: tuple[ComparedField, ...]) -> dict[Trust, CalendarEntry]:
        """The new entries by the source they trust; one is missing where it has nothing to say."""
        by_line = self._plan_by_line()
        by_entry = self._plan_by_entry(by_line, contradicts)
        plans = {Trust.LINE: by_line, Trust.ENTRY: by_entry}
        return {trust: entry for trust, entry in plans.items() if entry}

    def _plan_by_line(self) -> CalendarEntry | None:
        """What the line says, and from the old entry what the line does not say."""
        try:
            entry = self.link_builder.plan(self.data, self.old, self.taken)
        except UserFacingError as error:
            self.breaches.append(error.message)
            return None
        if entry is None or self.old is None:
            return entry
        url = entry.url or self.old.url
        return replace(
            entry,
            summary=_richer(entry.summary, self.old.summary),
            location=entry.location or self.old.location,
            url=url,
            description=_richer(entry.description or url, self.old.description),
        )

    def _plan_by_entry(
        self, by_line: CalendarEntry | None, contradicts: tuple[ComparedField, ...]
    ) -> CalendarEntry | None:
        """The line's entry, but for what contradicts it; the old one where the line has none."""
        old = self._old_in_order(by_line)
        if old is None or by_line is None:
            return old
        if not contradicts:
            return None
        names = {name for field in contradicts for name in _NAMES[field]}
        return replace(by_line, **{name: getattr(old, name) for name in names})

    def _old_in_order(self, by_line: CalendarEntry | None) -> CalendarEntry | None:
        """What the old entry says, as the standard wants it."""
        old = self.old
        if old is None:
            return None
        start, end = self._on_the_zones_clocks(old.start), old.end
        if end:
            end = self._on_the_zones_clocks(end)
            same_type = isinstance(end, datetime) == isinstance(start, datetime)
            if not same_type or _as_number(end) <= _as_number(start):
                end = None
        if end is None and self.data.kind is not EntryKind.DEADLINE:
            end = add_duration(start, self.link_builder.profile.events.duration)
        repeats = old
        if self.data.kind is EntryKind.MEETING and not old.rrule and by_line:
            repeats = by_line
        uid = old.uid if old.uid and not self.taken.get(old.uid) else self._other_uid()
        stamp = old.stamp or self.link_builder.stamp
        return replace(
            old,
            start=start,
            end=end,
            rrule=repeats.rrule,
            without=repeats.without,
            further=repeats.further,
            uid=uid,
            stamp=stamp or datetime(start.year, start.month, start.day, tzinfo=UTC),
            sequence=self.link_builder.published.get(uid, -1) + 1,
            geo=self.link_builder.gazetteer.geo(self.data.address, old.geo),
        )

    def _on_the_zones_clocks(self, moment: Moment) -> Moment:
        return to_local(moment, self.zone) if isinstance(moment, datetime) else moment

    def _other_uid(self) -> str:
        site, title = self.link_builder.profile.site, self.data.title
        when = self.data.when if self.data.kind is not EntryKind.MEETING else None
        day = when.start if when else None
        for key in (title, f"{title}\n{self.href[-24:]}"):
            uid = make_uid(site, key, day)
            if uid not in self.taken:
                return uid
        return make_uid(self.href, "", day)


_NAMES: Mapping[ComparedField, tuple[str, ...]] = {
    ComparedField.TITLE: ("summary",),
    ComparedField.START: ("start", "end"),
    ComparedField.END: ("end",),
    ComparedField.PLACE: ("location", "geo"),
    ComparedField.URL: ("url",),
    ComparedField.RULE: ("rrule", "start", "end", "without", "further"),
}
"""The attributes of an entry that a compared field is about."""


def _richer(new: str, old: str) -> str:
    """The old text where it says all that the new one does, and more."""
    return old if words_of(new) < words_of(old) else new


def _without_identity(entry: CalendarEntry) -> CalendarEntry:
    """What a reader of the calendar notices: not stamp, UID, or how a moment is written.

    Nor whether a day is shown as free: that alone is no reason to write a published link anew.
    """
    return replace(
        entry,
        start=_as_utc(entry.start),
        end=_as_utc(entry.end) if entry.end else None,
        stamp=None,
        sequence=0,
        uid="",
        geo=round_geo(entry.geo) if entry.geo else None,
        is_free=False,
        further=tuple(_without_identity(part) for part in entry.further),
    )


def _as_utc(moment: Moment) -> Moment:
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(UTC)
    return moment


def _as_number(moment: Moment) -> float:
    return moment.timestamp() if isinstance(moment, datetime) else float(moment.toordinal())
