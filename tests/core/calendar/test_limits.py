"""Time zones of calendar data: those that would be followed for minutes are not read."""

import time

import pytest
from editor.core.base.errors import InputRejected
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.limits import find_zone_names, limit_calendar

EVENT = "BEGIN:VEVENT\nUID:1\nDTSTART;TZID={zone}:20260204T190000\nSUMMARY:x\nEND:VEVENT\n"


def calendar(*lines, zone="Own"):
    return f"BEGIN:VCALENDAR\n{''.join(lines)}{EVENT.format(zone=zone)}END:VCALENDAR\n".encode()


def time_zone(rule, *, begin="BEGIN:VTIMEZONE", end="END:VTIMEZONE", zone="Own", times=1):
    clock = (
        "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
        f"RRULE:{rule}\nEND:STANDARD\n"
    )
    return f"{begin}\nTZID:{zone}\n{clock * times}{end}\n"


@pytest.mark.parametrize(
    "zone",
    [
        time_zone("FREQ=SECONDLY"),
        time_zone("freq=secondly"),
        time_zone("FREQ=YEARLY;BYSECOND=1,2,3,4,5"),
        time_zone("FREQ=YEARLY;BYHOUR=1,2,3;BYDAY=MO"),
        time_zone("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        time_zone("FREQ=YEARLY;BYMONTHDAY=1;BYDAY=3MO"),
        time_zone("FREQ=YEARLY;INTERVAL=99;BYDAY=MO"),
        time_zone("FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO"),
        time_zone("FREQ=YEARLY;BYDAY=53MO"),
        time_zone("FREQ=YEARLY;FREQ=SECONDLY"),
        time_zone("FREQ=SECONDLY", begin="BEGIN;X=1:VTIMEZONE"),
        time_zone("FREQ=SECONDLY", begin='BEGIN;X=":":vtimezone'),
        time_zone("FREQ=SECONDLY", begin="BEGIN:VTIME\n\n ZONE", end="END:VTIME\n\tZONE"),
        time_zone("FREQ=SEC\n ONDLY"),
        time_zone("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", times=30),
        time_zone("FREQ=SECONDLY", zone="A\nTZID:B"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_changes_all_the_time_is_not_read(zone, newline):
    data = calendar(zone).replace(b"\n", newline.encode())
    assert b"STANDARD" not in limit_calendar(data)
    began = time.monotonic()
    (entry,) = read_entries(data)
    assert time.monotonic() - began < 2
    assert entry.summary == "x"


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11"]
)
def test_a_zone_of_ones_own_is_read(rule):
    data = calendar(time_zone(rule))
    assert limit_calendar(data).replace(b"\r\n", b"\n") == data
    assert find_zone_names(data) == {"Own"}
    (entry,) = read_entries(data)
    assert entry.start.utcoffset().total_seconds() == 3600


def test_a_known_zone_is_taken_by_its_name():
    data = calendar(time_zone("FREQ=SECONDLY", zone="Europe/Berlin"), zone="Europe/Berlin")
    (entry,) = read_entries(data)
    assert entry.start.utcoffset().total_seconds() == 3600


@pytest.mark.parametrize(
    "lines",
    [
        "BEGIN:X\nTZID:Own\nBEGIN:STANDARD\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n",
        "BEGIN:VTIMEZONE\nTZID:Own\nEND:X\n",
        "BEGIN:X\n" * 7,
    ],
)
def test_broken_components_are_refused_in_a_sentence(lines):
    with pytest.raises(InputRejected, match="cannot be read"):
        read_entries(calendar(lines))


@pytest.mark.parametrize("data", [b"", b"x", b"END:VCALENDAR\n", b"\xff\xfe", b"BEGIN:VCALENDAR"])
def test_no_calendar_is_a_sentence(data):
    with pytest.raises(InputRejected):
        read_entries(data)
