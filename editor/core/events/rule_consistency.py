"""Whether a meeting's line and its calendar entry name the same days."""

import re
from datetime import date
from itertools import takewhile

from msgspec.structs import replace

from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.moments import first_local_day, local_day
from editor.core.calendar.recurrence import Rule
from editor.core.calendar.rrule import follow
from editor.core.calendar.series import list_days

_COMPARED_DAYS = 24
"""How many days of a rule are compared."""
_LIMITS_IN_TIME = re.compile(r";?(?:UNTIL|COUNT)=[^;]*")


def is_other_rule(rule: Rule | None, entry: CalendarEntry, zone: str) -> bool:
    """Tell whether an entry takes place on days that its line does not name, or not on all of them.

    How long it goes on does not count, nor do single days that the entry leaves out.

    Args:
        rule: What the line says; None for nothing.
        entry: The calendar entry.
        zone: The zone of the newsletter; "" for none.

    Returns:
        Whether they contradict each other.
    """
    if rule is None or not rule.patterns:
        return False
    if not entry.rrule:
        return True
    if not entry.further and _rule_parts(rule.rrule) == _rule_parts(entry.rrule):
        return False
    start = first_local_day(entry, zone)
    patterns = [
        replace(pattern, since=None, until=None, is_off_on_holidays=False, without=(), also=())
        for pattern in rule.patterns
    ]
    named = set(list_days(patterns, start, start, _COMPARED_DAYS, lambda *_: ()))
    last = max(named, default=start)
    shown: set[date] = set()
    left_out: set[date] = set()
    for part in entry.series:
        if not part.rrule:
            continue
        endless = _LIMITS_IN_TIME.sub("", part.rrule)
        first = local_day(part.start, zone)
        shown.update(takewhile(lambda day: day <= last, follow(endless, first, first)))
        left_out.update(part.without)
    return not (shown - left_out <= named <= shown | left_out)


def _rule_parts(rrule: str) -> set[str]:
    """What a rule repeats, without how long."""
    return {
        part
        for part in rrule.upper().split(";")
        if not part.startswith(("UNTIL=", "COUNT=", "WKST=")) and part != "INTERVAL=1"
    }
