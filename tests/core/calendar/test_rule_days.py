"""The days of a rule are dateutil's, and finding them ends soon whatever the rule."""

from datetime import date, datetime, time
from itertools import islice
from time import process_time

import pytest
from dateutil.rrule import rrulestr
from editor.core.calendar.rrule import next_days
from editor.core.calendar.rule_days import follow_rule
from hypothesis import assume, given
from hypothesis import strategies as st

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STARTS = st.dates(date(2019, 1, 1), date(2029, 12, 31))


def joined(values):
    return st.lists(values, max_size=3, unique=True).map(lambda parts: ",".join(map(str, parts)))


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    days = st.sampled_from(CODES)
    if frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):  # dateutil mixes no kinds
        days = st.builds("{}{}".format, st.sampled_from([1, 2, 5, -1, -2]), days)
    parts = {
        "INTERVAL": str(draw(st.integers(1, 4))),
        "BYDAY": draw(joined(days)),
        "BYMONTH": draw(joined(st.integers(1, 12))),
        "BYMONTHDAY": draw(joined(st.sampled_from([1, 13, 28, -1, -3]))),
        "WKST": draw(st.sampled_from(["", "SU"])),
    }
    if frequency == "WEEKLY":
        parts["BYMONTHDAY"] = ""
    written = [f"{name}={value}" for name, value in parts.items() if value]
    return ";".join([f"FREQ={frequency}", *written])


@given(rule=rules(), start=STARTS)
def test_the_days_are_dateutils(rule, start):
    last = date(start.year + 4, 12, 31)
    ours = list(islice(follow_rule(rule, start, last), 12))
    assume(ours)  # dateutil would not end soon
    moments = rrulestr(rule, dtstart=datetime.combine(start, time()))
    assert ours == [moment.date() for moment in islice(moments, len(ours))]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;BYYEARDAY=366;BYMONTH=3",
        "FREQ=YEARLY;BYEASTER=400",
        "FREQ=SECONDLY",
        "FREQ=HOURLY;BYHOUR=25",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=",
        "",
        ";;;=",
    ],
)
def test_a_rule_that_names_no_day_ends_soon(rule):
    begun = process_time()
    assert next_days(rule, date(2026, 1, 5), 6) in ([], [date(2026, 1, 5)])
    assert process_time() - begun < 0.5
