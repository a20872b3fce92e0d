"""Calendar links made new: rebuilt from line and old entry together, each with what changes and why.

Law: the visible text stays as it is; what is renewed keeps RFC 5545; renewing again changes nothing. Where line
and entry contradict each other nothing happens until somebody has said which of them is right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from editor.core.base.edits import Edit, apply, drop_idle_edits
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import CalendarEntry, Moment, decode_link, make_uid
from editor.core.calendar.moments import local_day, to_local
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events import calendar_link
from editor.core.events.consistency import (
    END,
    PLACE,
    RULE,
    START,
    TITLE,
    URL,
    Comparison,
    compare_event,
)
from editor.core.events.editing import EditContext
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import read_event_data
from editor.core.places.address import split_address
from editor.core.places.geography import Geography

LINE, ENTRY, LEAVE = "line", "entry", "leave"
"""Whom to believe: the line, the old entry, or nobody, and then the link stays."""


@dataclass(frozen=True, slots=True)
class LinkRefresh:
    """A link that should be another one. ``links`` are the new elements by whom they believe; ``contradicts`` names
    the fields of ``agreement.FIELDS`` that ask for a decision."""

    event: Event
    old: CalendarEntry | None
    new: Mapping[str, CalendarEntry]
    links: Mapping[str, str]
    reasons: tuple[Message, ...]
    """What people will notice, or what is wrong for them."""
    breaches: tuple[Message, ...] = ()
    """What is wrong by the standard."""
    contradicts: tuple[str, ...] = ()

    @property
    def proposed(self) -> str:
        """What happens unless somebody says otherwise."""
        if not self.contradicts and LINE in self.links:
            return LINE
        return LEAVE


def find_refreshes(context: EditContext, events: Iterable[Event]) -> list[LinkRefresh]:
    """The links among these entries that are not as they would be written, in the order of the text."""
    given: dict[str, bool] = {}
    found = []
    for event in events:
        if event.href:
            made = _Maker(context, event, given).renewal()
            given |= dict.fromkeys((entry.uid for entry in made.new.values()), True)
            if made.reasons or made.breaches or made.contradicts:
                found.append(made)
    return found


def refresh_edits(context: EditContext, decided: Iterable[tuple[LinkRefresh, str]]) -> list[Edit]:
    """The edits that put the new links in, each as decided: LINE, ENTRY or LEAVE."""
    made = []
    for renewal, whom in decided:
        if whom in renewal.links and renewal.event.link:
            made.append(Edit(renewal.event.link.start, renewal.event.link.end, renewal.links[whom]))
    made = drop_idle_edits(context.text, made)
    candidate = apply(context.text, made)
    if [read_event_data(event, candidate) for event in context.reparse(candidate)] != [
        read_event_data(event, context.text) for event in context.events
    ]:
        raise EditRejected(
            translate("core", "The calendar links cannot be renewed without changing an entry.")
        )
    return made


class _Maker:
    """The renewal of one entry's link."""

    def __init__(self, context: EditContext, event: Event, given: Mapping[str, bool]) -> None:
        assert event.href and event.link
        self.context, self.event, self.link_builder = context, event, context.link_builder
        self.href, self.link = event.href.of(context.text), event.link.of(context.text)
        self.taken = {**context.taken(event), **given}
        self.values = read_event_data(event, context.text)
        if not self.values.title:
            self.values = replace(self.values, title=event.group)
        self.old = calendar_link.read_link(self.href)
        self.problems: list[Message] = []

    def renewal(self) -> LinkRefresh:
        try:
            data = decode_link(self.href)
            self.problems += find_breaches(data)
            found = compare_event(self.event, self.context.text, self.link_builder.profile)
        except UserFacingError as refused:
            data, found = b"", Comparison(None, self.values, None, b"", ())
            self.problems.append(refused.message)
        by_line = self._by_line()
        new = {
            whom: entry
            for whom, entry in (
                (LINE, by_line),
                (ENTRY, self._by_entry(by_line, found.contradicts)),
            )
            if entry
        }
        links = {whom: self._element(entry, data) for whom, entry in new.items()}
        if links.get(LINE, links.get(ENTRY)) == self.link:
            return LinkRefresh(self.event, self.old, new, links, ())
        reasons = (*self._changes(new.get(LINE)), *self._doubts())
        breaches = tuple(self.problems)
        contradicts = found.contradicts if ENTRY in new else ()
        if LINE not in new and ENTRY in new:
            contradicts = contradicts or (RULE,)
        if not reasons and not breaches:
            reasons = (translate("core", "The link is written another way than the profile's."),)
        return LinkRefresh(self.event, self.old, new, links, reasons, breaches, contradicts)

    # --- the two entries -----------------------------------------------------------------------

    def _by_line(self) -> CalendarEntry | None:
        """What the line says, and from the old entry what it does not say."""
        if not self.link_builder.possible(self.values, self.href):
            return None
        try:
            entry = self.link_builder.entry(self.values, self.href, self.taken)
        except UserFacingError as refused:
            self.problems.append(refused.message)
            return None
        if self.old:
            url = entry.url or self.old.url
            description = entry.description or url
            entry = replace(
                entry,
                location=entry.location or self.old.location,
                url=url,
                description=description,
            )
        return entry

    def _by_entry(
        self, by_line: CalendarEntry | None, contradicts: tuple[str, ...]
    ) -> CalendarEntry | None:
        """The line's entry, but for what contradicts it; the old one put into order where the line has none."""
        old = self._in_order()
        if old is None or by_line is None:
            return old
        if not contradicts:
            return None
        parts = {
            TITLE: ("summary",),
            START: ("start", "end"),
            END: ("end",),
            PLACE: ("location", "geo"),
            URL: ("url",),
            RULE: ("rrule", "start", "end"),
        }
        return replace(
            by_line, **{name: getattr(old, name) for field in contradicts for name in parts[field]}
        )

    def _in_order(self) -> CalendarEntry | None:
        """What the old entry says, as the standard wants it."""
        old, zone = self.old, self.link_builder.profile.timezone
        if old is None:
            return None
        start, end = (_settled(moment, zone) for moment in (old.start, old.end))
        assert start
        if end and (
            isinstance(end, datetime) != isinstance(start, datetime)
            or _moment(end) <= _moment(start)
        ):
            end = None
        if self.values.kind == EntryKind.MEETING and not old.rrule:
            rule = self.link_builder.rule(self.values, old)
        else:
            rule = old.rrule
        uid = old.uid if old.uid and not self.taken.get(old.uid) else self._other_uid()
        stamp = (
            old.stamp
            or self.link_builder.stamp
            or datetime(start.year, start.month, start.day, tzinfo=UTC)
        )
        geo = self.link_builder.gazetteer.geo(self.values.address, old.geo)
        return replace(
            old,
            start=start,
            end=end,
            rrule=rule,
            uid=uid,
            stamp=stamp,
            sequence=self.link_builder.published.get(uid, -1) + 1,
            geo=geo,
        )

    def _other_uid(self) -> str:
        when = self.values.when
        day = when.start if when and self.values.kind != EntryKind.MEETING else None
        keys = (self.values.title, f"{self.values.title}\n{self.href[-24:]}")
        return next(
            (
                uid
                for key in keys
                if (uid := make_uid(self.link_builder.profile.site, key, day)) not in self.taken
            ),
            make_uid(self.href, "", day),
        )

    def _element(self, entry: CalendarEntry, data: bytes) -> str:
        """The link; the old data where it says the same and keeps the rules, whatever its stamp."""
        same = self.old and not self.problems and _content(entry) == _content(self.old)
        return self.link_builder.wrapped(
            entry.summary, data if same else self.link_builder.written(entry)
        )

    # --- why -------------------------------------------------------------------------------------

    def _doubts(self) -> Iterable[Message]:
        """What is wrong with the old entry, though the standard allows it."""
        old, profile = self.old, self.link_builder.profile
        if old is None:
            return
        if isinstance(old.start, datetime) and old.start.tzinfo is None:
            yield translate("core", "The times have no time zone.")
        if self.values.kind == EntryKind.MEETING:
            if self.link_builder.stamp:
                published = self.link_builder.stamp.astimezone(ZoneInfo(profile.timezone)).date()
            else:
                published = date.min
            if not old.rrule:
                yield translate("core", "The series has no rule.")
            if local_day(old.start, profile.timezone) < published:
                yield translate(
                    "core", "The series starts on {day:%d.%m.%Y}, before publication."
                ).fill(day=local_day(old.start, profile.timezone))
        yield from _far(old, self.values, self.link_builder.gazetteer.geography)

    def _changes(self, new: CalendarEntry | None) -> Iterable[Message]:
        """What a calendar will show otherwise."""
        if self.old is None or new is None:
            return
        if self.old.summary != new.summary:
            yield translate("core", "Title: “{old}” becomes “{new}”.").fill(
                old=self.old.summary, new=new.summary
            )
        if self.old.location != new.location:
            if self.old.location:
                yield translate("core", "Place: “{old}” becomes “{new}”.").fill(
                    old=self.old.location, new=new.location
                )
            else:
                yield translate("core", "Place: “{new}” is added.").fill(new=new.location)
        if self.old.rrule and self.old.rrule != new.rrule:
            yield translate("core", "Rule: “{old}” becomes “{new}”.").fill(
                old=self.old.rrule, new=new.rrule
            )


def _far(old: CalendarEntry, line: EventData, geography: Geography) -> Iterable[Message]:
    postcode = split_address(line.address).postcode
    distance = geography.distance(postcode, old.geo) if old.geo else 0
    if distance:
        yield translate("core", "The coordinates lie {distance} km away from {postcode}.").fill(
            distance=round(distance), postcode=postcode
        )


def _content(entry: CalendarEntry) -> CalendarEntry:
    """What a reader of the calendar notices."""
    moments = (
        moment.astimezone(UTC) if isinstance(moment, datetime) and moment.tzinfo else moment
        for moment in (entry.start, entry.end)
    )
    start, end = moments
    assert start
    return replace(entry, start=start, end=end, stamp=None, sequence=0, uid="")


def _settled(moment: Moment | None, zone: str) -> Moment | None:
    if isinstance(moment, datetime):
        return to_local(moment, zone)
    return moment


def _moment(moment: Moment) -> float:
    if isinstance(moment, datetime):
        return moment.timestamp()
    return float(moment.toordinal())
