"""Why a calendar link should be written anew: what readers will notice, and what was wrong."""

from collections.abc import Iterable
from datetime import date, datetime

from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.moments import local_day, to_local
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.model import EntryKind, EventData
from editor.core.places.address import split_address
from editor.core.places.geography import Geography


def find_changes(old: CalendarEntry | None, new: CalendarEntry | None) -> Iterable[Message]:
    """Find what a calendar will show otherwise.

    Args:
        old: The link's entry, if it can be read.
        new: The entry that its line asks for, if there is one.

    Yields:
        A message for title, place, rule and a new end, where they change.
    """
    if old is None or new is None:
        return
    if old.summary != new.summary:
        message = translate("core", "Title: “{old}” becomes “{new}”.")
        yield message.fill(old=old.summary, new=new.summary)
    if old.location != new.location:
        if old.location:
            message = translate("core", "Place: “{old}” becomes “{new}”.")
            yield message.fill(old=old.location, new=new.location)
        else:
            yield translate("core", "Place: “{new}” is added.").fill(new=new.location)
    if old.end is None and new.end and not new.all_day:
        yield translate("core", "An end is added; without one each calendar shows another.")
    if old.rrule and _rules_of(old) != _rules_of(new):
        message = translate("core", "Rule: “{old}” becomes “{new}”.")
        yield message.fill(old=_rules_of(old), new=_rules_of(new))


def _rules_of(entry: CalendarEntry) -> str:
    return " + ".join(series.rrule for series in entry.series)


def find_doubts(
    old: CalendarEntry | None, data: EventData, builder: CalendarLinkBuilder
) -> Iterable[Message]:
    """Find what is wrong with an old entry, though the standard allows it.

    Args:
        old: The link's entry, if it can be read.
        data: What its line says.
        builder: The builder of the issue's links.

    Yields:
        A message for each doubt.
    """
    if old is None:
        return
    is_floating = isinstance(old.start, datetime) and old.start.tzinfo is None
    if is_floating and builder.profile.timezone:
        yield translate("core", "The times have no time zone.")
    if data.kind is EntryKind.MEETING:
        yield from _find_series_doubts(old, builder)
    yield from _find_distance(old, data, builder.gazetteer.geography)


def _find_series_doubts(old: CalendarEntry, builder: CalendarLinkBuilder) -> Iterable[Message]:
    zone, published = builder.profile.timezone, date.min
    if builder.stamp:
        published = to_local(builder.stamp, zone).date()
    if not old.rrule:
        yield translate("core", "The series has no rule.")
    day = local_day(old.start, zone)
    if day < published:
        message = translate("core", "The series starts on {day:%d.%m.%Y}, before publication.")
        yield message.fill(day=day)


def _find_distance(old: CalendarEntry, data: EventData, geography: Geography) -> Iterable[Message]:
    if not old.geo:
        return
    postcode = split_address(data.address).postcode
    distance = geography.distance(postcode, old.geo)
    if distance:
        message = translate("core", "The coordinates lie {distance} km away from {postcode}.")
        yield message.fill(distance=round(distance), postcode=postcode)
