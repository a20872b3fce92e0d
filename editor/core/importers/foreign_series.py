"""Series of other calendars: said by a phrase where one says the same, else date by date."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import repeat

from icalendar import vRecur
from icalendar.cal import Component
from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.calendar_reading import property_attribute
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.rrule import Pattern, first_day, next_days, read_rrule, write_rrule
from editor.core.calendar.rule_days import WEEKDAY_CODES

_WITHOUT_MEANING = {"RSCALE": "GREGORIAN", "SKIP": "OMIT"}
_WITHOUT_DAYS = {"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST", "BYMONTH"}
"""What a rule has that takes its days from its start."""
_SHORTEST_MONTH = 28
_DAYS_OF_PROOF = 24
_MOST_SINGLE_DAYS = 6
"""How many days that are left out, or added, a line says."""


class ForeignSeries(Struct, frozen=True):
    """What an event says of its repetition."""

    rules: tuple[str, ...]
    """RRULE values as ours are written."""
    left_out: tuple[date, ...]
    """Days of EXDATE, and of changed occurrences, on the clocks of the series."""
    added: tuple[date, ...]
    """Days of RDATE, on the clocks of the series."""
    others: tuple[Moment, ...]
    """Moments of RDATE at another hour than that of the series."""


def read_series(
    entry: CalendarEntry, component: Component, changed_days: Iterable[Moment]
) -> ForeignSeries:
    """Read the repetition of an event.

    Args:
        entry: The event.
        component: Its VEVENT.
        changed_days: The moments of its RECURRENCE-IDs: other events say what happens then.

    Returns:
        Its rules and single days; none of either for an event that takes place once.
    """
    rules = component.get("RRULE", [])
    written = rules if isinstance(rules, list) else [rules]
    left_out = {*list_moments(component, "EXDATE"), *changed_days}
    added = [_on_clocks_of(moment, entry.start) for moment in list_moments(component, "RDATE")]
    others = {moment for moment in added if not _is_at_hour_of(moment, entry.start)}
    return ForeignSeries(
        tuple(_normalize(_write(rule), entry.start) for rule in written if rule),
        tuple(sorted({to_day(_on_clocks_of(moment, entry.start)) for moment in left_out})),
        tuple(sorted({to_day(moment) for moment in added if moment not in others})),
        tuple(sorted(others, key=str)),
    )


def _write(rule: object) -> str:
    if isinstance(rule, vRecur):
        content: bytes = rule.to_ical()  # type: ignore[no-untyped-call]
        return content.decode()
    return str(rule)


def list_moments(component: Component, name: str) -> Iterator[Moment]:
    """List the moments of a property such as EXDATE.

    Args:
        component: The VEVENT.
        name: The property.

    Yields:
        Its moments; a period begins when it does.
    """
    properties = component.get(name, [])
    for property_ in properties if isinstance(properties, list) else [properties]:
        for value in property_attribute(property_, "dts") or ():
            moment = property_attribute(value, "dt")
            if isinstance(moment, tuple):
                moment = moment[0]
            if isinstance(moment, date):
                yield moment


def _on_clocks_of(moment: Moment, start: Moment) -> Moment:
    """A moment on the clocks of a series."""
    if not isinstance(moment, datetime) or not isinstance(start, datetime):
        return moment
    return moment.astimezone(start.tzinfo) if start.tzinfo and moment.tzinfo else moment


def _is_at_hour_of(moment: Moment, start: Moment) -> bool:
    if not isinstance(moment, datetime) or not isinstance(start, datetime):
        return True
    return moment.time() == start.time()


def _normalize(rule: str, start: Moment) -> str:
    """A rule as ours are written.

    Exchange says with BYSETPOS what BYDAY can say, a weekly rule may leave out its day, and UNTIL
    may name an hour before that of the series.
    """
    pairs = (part.strip().partition("=")[::2] for part in rule.upper().split(";"))
    parts = {name.strip(): value.replace(" ", "") for name, value in pairs if name.strip()}
    for name, value in _WITHOUT_MEANING.items():
        if parts.get(name) == value:
            del parts[name]
    _drop_own_hour(parts, start)
    _count_in_weeks(parts)
    frequency, days = parts.get("FREQ"), parts.get("BYDAY", "")
    position = parts.get("BYSETPOS", "")
    if frequency == "MONTHLY" and re.fullmatch(r"[A-Z]{2}", days):
        if re.fullmatch(r"(?:[1-5]|-[12])(?:,(?:[1-5]|-[12]))*", position):
            parts["BYDAY"] = ",".join(number + days for number in position.split(","))
            del parts["BYSETPOS"]
    if frequency == "WEEKLY" and not days:
        parts["BYDAY"] = WEEKDAY_CODES[start.weekday()]
    if frequency == "MONTHLY" and parts.keys() <= _WITHOUT_DAYS and start.day <= _SHORTEST_MONTH:
        parts["BYMONTHDAY"] = str(start.day)
    if "UNTIL" in parts:
        parts["UNTIL"] = _last_day(parts["UNTIL"], start)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _count_in_weeks(parts: dict[str, str]) -> None:
    """Count the days of a daily rule in weeks, where weeks say the same."""
    interval = int(parts["INTERVAL"]) if parts.get("INTERVAL", "").isdecimal() else 1
    if parts.get("FREQ") != "DAILY" or parts.keys() & {"BYMONTHDAY", "BYSETPOS"}:
        return
    if interval == 1 and "BYDAY" in parts:
        parts["FREQ"] = "WEEKLY"
    elif interval and interval % 7 == 0 and "BYDAY" not in parts:
        parts |= {"FREQ": "WEEKLY", "INTERVAL": str(interval // 7)}


def _drop_own_hour(parts: dict[str, str], start: Moment) -> None:
    """Drop the hour of a rule where it is that of its start."""
    if not isinstance(start, datetime):
        return
    own = {"BYHOUR": start.hour, "BYMINUTE": start.minute, "BYSECOND": start.second}
    for name, number in own.items():
        if parts.get(name, "").isdecimal() and int(parts[name]) == number:
            del parts[name]


def _last_day(until: str, start: Moment) -> str:
    """The last possible day, as YYYYMMDD: the day before, where UNTIL is before its hour."""
    match = re.fullmatch(r"(\d{8})(?:T(\d{6})(Z?))?", until)
    if match is None or match[2] is None or not isinstance(start, datetime):
        return match[1] if match else until
    moment = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")
    if match[3] and start.tzinfo:
        moment = moment.replace(tzinfo=UTC).astimezone(start.tzinfo).replace(tzinfo=None)
    day = moment.date()
    if moment.time() < start.time():
        day -= timedelta(days=1)
    return f"{day:%Y%m%d}"


# --- phrases --------------------------------------------------------------------------------------


def find_patterns(
    series: ForeignSeries, entry: CalendarEntry, published: date | None
) -> tuple[Pattern, ...]:
    """Find the patterns that say a series from publication on.

    Args:
        series: What the event says of its repetition.
        entry: The event.
        published: The day of publication; None where it is not known.

    Returns:
        The patterns; none where no phrase says it.
    """
    patterns = [pattern for rule in series.rules if (pattern := read_rrule(rule))]
    if len(patterns) < len(series.rules) or len({pattern.until for pattern in patterns}) != 1:
        return ()
    start = to_day(entry.start)
    since, last = max(published or start, start), patterns[0].until or date.max
    left_out = tuple(day for day in series.left_out if since <= day <= last)
    added = tuple(day for day in series.added if day >= since)
    if len(left_out) > _MOST_SINGLE_DAYS or len(added) > _MOST_SINGLE_DAYS:
        return ()
    if not all(map(_is_said_by, series.rules, patterns, repeat(start), repeat(since))):
        return ()
    begins = _find_begin(series.rules, patterns, start, published)
    return tuple(
        replace(pattern, without=left_out, also=added, since=begins) for pattern in patterns
    )


def _find_begin(
    rules: Sequence[str], patterns: Iterable[Pattern], start: date, published: date | None
) -> date | None:
    """The first day that a line has to say, of which weeks and months are counted; None for none.

    Args:
        rules: RRULE values.
        patterns: What they say.
        start: The first day of the series.
        published: The day of publication; None where it is not known.
    """
    if any(pattern.every > 1 for pattern in patterns):
        since = max(published or start, start)
        days = (first_day(rule, since, start) for rule in rules)
        return min((day for day in days if day), default=None)
    first = first_day(rules[0], published) if published else start
    return start if first and start > first else None


def _is_said_by(rule: str, pattern: Pattern, start: date, since: date) -> bool:
    """Whether a pattern names the days of a rule, which may begin its weeks on another day."""
    said = next_days(write_rrule(pattern), since, _DAYS_OF_PROOF, start)
    return said == next_days(rule, since, _DAYS_OF_PROOF, start)


def list_next_days(
    series: ForeignSeries, entry: CalendarEntry, published: date | None, most: int
) -> list[date]:
    """List the next days of a series.

    Args:
        series: What the event says of its repetition.
        entry: The event.
        published: The first day that counts; None for the start of the series.
        most: How many days are wanted.

    Returns:
        The days, on the clocks of the series.
    """
    first = to_day(entry.start)
    since = max(published or first, first)
    wanted = most + len(series.left_out)
    days = {day for rule in series.rules for day in next_days(rule, since, wanted, first)}
    days |= {day for day in (first, *series.added) if day >= since} if series.added else set()
    return sorted(days - set(series.left_out))[:most]


def to_day(moment: Moment) -> date:
    """Return the day of a moment.

    Args:
        moment: A day, or a moment on any clocks.

    Returns:
        Its day on these clocks.
    """
    return moment.date() if isinstance(moment, datetime) else moment
