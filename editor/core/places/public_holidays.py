"""Public holidays of a place, by the holidays package."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

HolidayFinder = Callable[[date, date], frozenset[date]]
"""Finds the public holidays from one day to another, both included."""

_COUNTRIES = {
    "Europe/Berlin": "DE",
    "Europe/Busingen": "DE",
    "Europe/Vienna": "AT",
    "Europe/Zurich": "CH",
    "Europe/London": "GB",
    "Europe/Paris": "FR",
    "Europe/Amsterdam": "NL",
    "America/New_York": "US",
}


def holiday_finder(zone: str, state: str) -> HolidayFinder:
    """Return a finder of public holidays.

    Args:
        zone: IANA name of the place's time zone, by which its country is known.
        state: The state by ISO 3166-2 without its country, such as "BE"; "" for unknown.

    Returns:
        The finder. Of an unknown state it finds the holidays that all have; of an unknown country
        none.
    """
    country = _COUNTRIES.get(zone, "")

    def find(first: date, last: date) -> frozenset[date]:
        years = range(first.year, last.year + 1)
        days = (day for year in years for day in _holidays_of(country, state, year))
        return frozenset(day for day in days if first <= day <= last)

    return find


@lru_cache(maxsize=256)
def _holidays_of(country: str, state: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    from holidays import country_holidays  # it takes 350 ms to import

    known = country_holidays(country, subdiv=state or None, years=year)
    return frozenset(known)
