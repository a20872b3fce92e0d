"""VTIMEZONE components (RFC 5545 §3.6.5) from the rules of tzdata (RFC 8536 §3.3)."""

import importlib.resources
import re
from calendar import monthrange
from datetime import datetime, timedelta

import icalendar
from icalendar import vRecur

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate


def _name(group: str) -> str:
    """The abbreviation of a zone: letters, or anything in angle brackets."""
    return rf"(?:<(?P<{group}_quoted>[^<>]+)>|(?P<{group}>[A-Za-z]+))"


def _change(group: str) -> str:
    """The month, week, weekday and hour at which the clocks change."""
    return (
        rf",M(?P<{group}_month>\d+)\.(?P<{group}_week>\d)\.(?P<{group}_day>\d)"
        rf"(?:/(?P<{group}_hour>-?\d+)(?::0+)*)?"
    )


_ZONE_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,3}")
"""No name may lead to another file."""
_OFFSET = r"[+-]?\d+(?::\d+){0,2}"
_POSIX_RULE = re.compile(
    rf"""
    {_name("standard")} (?P<standard_offset>{_OFFSET})
    (?:
        {_name("daylight")} (?P<daylight_offset>{_OFFSET})?
        {_change("daylight")} {_change("standard")}
    )?$
    """,
    re.VERBOSE,
)
"""The rule at the end of a tzdata file, such as "CET-1CEST,M3.5.0,M10.5.0/3"."""
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_DEFAULT_HOUR = 2


def make_time_zone(zone: str) -> icalendar.Timezone:
    """Make a VTIMEZONE from the POSIX rule at the end of the zone's tzdata file.

    Args:
        zone: IANA name of the zone.

    Returns:
        The component, with one RRULE for each change of the clocks.

    Raises:
        InputRejected: For the few zones whose clocks change at hours that no day has.
    """
    rule = _read_rule(zone)
    component = icalendar.Timezone()
    component.add("TZID", zone)
    standard = _read_offset(rule["standard_offset"])
    if not (rule["daylight"] or rule["daylight_quoted"]):
        only = icalendar.TimezoneStandard()
        _describe(only, rule, "standard", standard, standard)
        only.add("DTSTART", datetime(1970, 1, 1))
        component.add_component(only)
        return component
    daylight = standard + timedelta(hours=1)
    if rule["daylight_offset"]:
        daylight = _read_offset(rule["daylight_offset"])
    for observance, group, before, after in (
        (icalendar.TimezoneDaylight(), "daylight", standard, daylight),
        (icalendar.TimezoneStandard(), "standard", daylight, standard),
    ):
        _describe(observance, rule, group, before, after)
        _repeat_yearly(observance, rule, group)
        component.add_component(observance)
    return component


def _read_rule(zone: str) -> re.Match[str]:
    if not _ZONE_NAME.fullmatch(zone):
        message = translate("core", "“{zone}” is no name of a time zone.")
        raise InputRejected(message.fill(zone=zone))
    data = importlib.resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
    rule = _POSIX_RULE.match(data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii"))
    if rule:
        hours = (int(rule[f"{group}_hour"] or 0) for group in ("daylight", "standard"))
        if all(0 <= hour < 24 for hour in hours):
            return rule
    message = translate("core", "The time zone {zone} has no rule that calendars understand.")
    raise InputRejected(message.fill(zone=zone))


def _read_offset(text: str) -> timedelta:
    """A POSIX offset, which counts westward: "-5:30" is east of Greenwich."""
    sign = 1 if text.startswith("-") else -1
    hours, minutes, *_ = (*text.lstrip("+-").split(":"), "0")
    return sign * timedelta(hours=int(hours), minutes=int(minutes))


def _describe(
    observance: icalendar.cal.Component,
    rule: re.Match[str],
    group: str,
    before: timedelta,
    after: timedelta,
) -> None:
    observance.add("TZNAME", rule[group] or rule[f"{group}_quoted"])
    observance.add("TZOFFSETFROM", before)
    observance.add("TZOFFSETTO", after)


def _repeat_yearly(observance: icalendar.cal.Component, rule: re.Match[str], group: str) -> None:
    month, week, day = (int(rule[f"{group}_{part}"]) for part in ("month", "week", "day"))
    hour = int(rule[f"{group}_hour"] or _DEFAULT_HOUR)
    ordinal = -1 if week == 5 else week  # the fifth week of a POSIX rule is the last
    observance.add("DTSTART", _find_day(1970, month, ordinal, day, hour))
    yearly = f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{_DAYS[day]}"
    observance.add("RRULE", vRecur.from_ical(yearly))


def _find_day(year: int, month: int, ordinal: int, posix_day: int, hour: int) -> datetime:
    """The nth weekday of a month; POSIX counts weekdays from 0, Sunday."""
    weekday = (posix_day - 1) % 7
    first, length = monthrange(year, month)
    days = list(range(1 + (weekday - first) % 7, length + 1, 7))
    return datetime(year, month, days[ordinal if ordinal < 0 else ordinal - 1], hour)
