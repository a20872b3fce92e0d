"""Public holidays, by the time zone of a place."""

import subprocess
import sys
from datetime import date

import pytest
from editor.core.places.public_holidays import holiday_finder


@pytest.mark.parametrize(
    ("zone", "state", "day"),
    [
        ("Europe/Berlin", "SN", date(2026, 11, 18)),
        ("Europe/Busingen", "", date(2026, 10, 3)),
        ("Europe/Vienna", "", date(2026, 10, 26)),
        ("Europe/Zurich", "", date(2026, 8, 1)),
        ("Europe/Vienna", "BE", date(2026, 10, 26)),
        ("Europe/London", "SN", date(2026, 12, 25)),
        ("Europe/Paris", "", date(2026, 7, 14)),
        ("Europe/Amsterdam", "", date(2026, 4, 27)),
        ("America/New_York", "BE", date(2026, 7, 4)),
    ],
)
def test_each_country_has_its_holidays(zone, state, day):
    assert holiday_finder(zone, state)(day, day) == {day}


def test_german_states_are_none_of_other_countries():
    day = date(2026, 1, 2)  # a holiday in Bern
    assert not holiday_finder("Europe/Zurich", "BE")(day, day)


def test_an_unknown_country_has_none():
    assert not holiday_finder("Asia/Tokyo", "")(date(2026, 1, 1), date(2026, 12, 31))


def test_only_the_countries_that_are_asked_for_are_loaded():
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from editor.core.places.public_holidays import holiday_finder\n"
        "holiday_finder('Europe/Berlin', '')(date(2026, 1, 1), date(2026, 1, 1))\n"
        "print(*(name for name in sys.modules if name.startswith('holidays.countries.')))\n"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert loaded.split() == [b"holidays.countries.germany"]
