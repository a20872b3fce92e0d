"""Events in the words of schema.org read into candidates (schema.org/Event)."""

import html
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urljoin

from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import Moment
from editor.core.events.model import EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    escape_markdown,
    make_time_span,
)
from editor.core.importers.places import add_location
from editor.core.importers.structured_data import EventProperties

_DAY_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_DURATION = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?")
_ONLINE_MODES = ("OnlineEventAttendanceMode", "MixedEventAttendanceMode")
_GERMANY = {"de", "deu", "germany", "deutschland", ""}


def read_schema_event(
    properties: EventProperties, context: ImportContext, base: str
) -> Candidate | None:
    """Read an event as a page tells machines of it.

    Args:
        properties: Its properties, by schema.org's names.
        context: The issue it is read for.
        base: The address of the page, from which relative addresses count; "" for none.

    Returns:
        The candidate; None for an event without a title or a day that can be read.
    """
    try:
        return _make_candidate(properties, context, base)
    except (ValueError, OverflowError):  # days at the ends of the calendar, broken addresses
        return None


def _make_candidate(
    properties: EventProperties, context: ImportContext, base: str
) -> Candidate | None:
    when = _read_when(properties, context.profile.timezone)
    words = _read_words(properties.get("name"))
    title = escape_markdown(words)
    if when is None or not title:
        return None
    status = str(properties.get("eventStatus", ""))
    data = EventData(
        title,
        when,
        url=_read_url(properties, base),
        cancelled="Cancelled" in status,
    )
    places = properties.get("location")
    for place in places if isinstance(places, list) else [places]:
        data = _add_place(data, place, context.profile.timezone)
    mode = str(properties.get("eventAttendanceMode", ""))
    online = data.online or mode.endswith(_ONLINE_MODES) or "MovedOnline" in status
    doubts = tuple(_find_doubts(properties, status))
    return Candidate(replace(data, online=online), doubts=doubts)


def _find_doubts(properties: EventProperties, status: str) -> Iterator[Message]:
    if "Postponed" in status:
        yield translate("core", "The page says that it is postponed.")
    if "Rescheduled" in status:
        yield translate("core", "The page says that it has another date than before.")
    if properties.get("eventSchedule"):
        yield translate("core", "The page says that it repeats; this is its first date.")


def _read_url(properties: EventProperties, base: str) -> str:
    """The event's own page, else the page it was found on; "" where neither has an address."""
    url = base
    if properties.get("url"):
        url = urljoin(base, _read_words(properties["url"]))
    if url.startswith(("http://", "https://")):
        return url
    return ""


# --- time -----------------------------------------------------------------------------------------


def _read_when(properties: EventProperties, zone: str) -> TimeSpan | None:
    start = _read_moment(properties.get("startDate"))
    end = _read_moment(properties.get("endDate"))
    if start is None:
        return None
    length = _read_duration(properties.get("duration"))
    if end is None and length and isinstance(start, datetime):
        end = start + length
    if isinstance(start, datetime) and end and not isinstance(end, datetime):
        when = make_time_span(start, None, zone)
        return replace(when, end=end) if end > when.start else when
    if isinstance(end, datetime) != isinstance(start, datetime):
        end = None
    if end and not isinstance(end, datetime):
        # schema.org means the last day, a calendar the day after
        end = date.fromordinal(end.toordinal() + 1)
    return make_time_span(start, end, zone)


def _read_duration(value: object) -> timedelta | None:
    """An ISO 8601 duration of days, hours and minutes; None for anything else."""
    match = _DURATION.fullmatch(_read_words(value))
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes = (int(number or 0) for number in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def _read_moment(value: object) -> Moment | None:
    """An ISO 8601 day or moment; None for anything else."""
    text = _read_words(value)
    try:
        if _DAY_ONLY.fullmatch(text):
            return date.fromisoformat(text)
        # an offset without a colon, and a space for the T, are common on pages
        text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.replace(" ", "T", 1))
        return datetime.fromisoformat(text)
    except ValueError:
        return None


# --- places ---------------------------------------------------------------------------------------


def _add_place(data: EventData, place: object, zone: str) -> EventData:
    """The event with one of its places added to what is known of the others."""
    if isinstance(place, dict):
        if "Virtual" in str(place.get("@type", "")):
            return replace(data, online=True, url=data.url or _read_words(place.get("url")))
        parts = (_read_words(place.get("name")), _read_address(place.get("address")))
        location = ", ".join(part for part in parts if part)
    else:
        location = _read_words(place)
    if not location:
        return data
    placed = add_location(data, location, zone)
    return replace(
        placed, address=placed.address or data.address, online=placed.online or data.online
    )


def _read_address(address: object) -> str:
    """A postal address in one line (schema.org/PostalAddress)."""
    if not isinstance(address, dict):
        return _read_words(address)
    street, postcode, locality, country = (
        _read_words(address.get(name))
        for name in ("streetAddress", "postalCode", "addressLocality", "addressCountry")
    )
    town = " ".join(part for part in (postcode, locality) if part)
    if town and len(country) > 2 and country.casefold() not in _GERMANY:
        town += f" ({country})"
    return ", ".join(part for part in (street, town) if part)


def _read_words(value: object) -> str:
    """A property's words; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("@value") or ""
    if isinstance(value, str | int | float):
        return " ".join(html.unescape(str(value)).split())
    return ""
