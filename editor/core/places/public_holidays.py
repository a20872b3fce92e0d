"""Public holidays of a place, by the holidays package."""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec
from types import ModuleType

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
        state: The German state by ISO 3166-2:DE, such as "BE"; "" for unknown. In other countries
            it says nothing: "BE" is Bern there, and postcodes of New York look like German ones.

    Returns:
        The finder. Of an unknown state it finds the holidays that all have; of an unknown country
        none.
    """
    country = _COUNTRIES.get(zone, "")
    if country != "DE":
        state = ""

    def find(first: date, last: date) -> frozenset[date]:
        years = range(first.year, last.year + 1)
        days = (day for year in years for day in _holidays_of(country, state, year))
        return frozenset(day for day in days if first <= day <= last)

    return find


@lru_cache(maxsize=256)
def _holidays_of(country: str, state: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    _leave_out_other_countries()
    from holidays import country_holidays  # it takes 100 ms to import

    known = country_holidays(country, subdiv=state or None, years=year)
    return frozenset(known)


@cache
def _leave_out_other_countries() -> None:
    """Put an empty package where that of countries would import 250 modules.

    It would take 110 ms and 7 MiB; the module of a country is imported from it all the same.
    """
    name = "holidays.countries"
    spec = find_spec(name)  # imports the package that it stands in
    if spec and spec.submodule_search_locations and name not in sys.modules:
        package = ModuleType(name)
        package.__spec__, package.__path__ = spec, spec.submodule_search_locations
        sys.modules[name] = package
