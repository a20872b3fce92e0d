"""The kinds of rules that boxes can say."""

from editor.core.calendar.rrule import ORDINALS, Parity, Pattern

WEEKS, ODD_WEEKS, EVEN_WEEKS, MONTHS, MONTH_DAYS, WORKDAY = range(6)
"""The kinds of rules, in the order of the first box."""


def can_show(pattern: Pattern) -> bool:
    """Tell whether the boxes can say all of a pattern but single days.

    Args:
        pattern: The pattern.

    Returns:
        False for ordinals that differ from weekday to weekday.
    """
    weekdays = {day.weekday for day in pattern.days}
    ordinals = {day.ordinal for day in pattern.days}
    is_even = len(pattern.days) == len(weekdays) * len(ordinals)
    return is_even and (not pattern.workday or pattern.workday in ORDINALS)


def kind_of(pattern: Pattern) -> int:
    """Tell which kind of rule a pattern is.

    Args:
        pattern: The pattern.

    Returns:
        One of the kinds.
    """
    if pattern.parity:
        return ODD_WEEKS if pattern.parity is Parity.ODD else EVEN_WEEKS
    if pattern.month_days:
        return MONTH_DAYS
    if pattern.workday:
        return WORKDAY
    return MONTHS if pattern.is_monthly else WEEKS
