"""The calendars that readers of calendars are tested with: read as their own expansion does."""

import warnings
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from editor.core.base.errors import InputRejected
from editor.core.calendar.recurrence import read_phrase
from editor.core.calendar.series import list_days
from editor.core.events.model import EntryKind
from editor.core.importers.calendars import read_calendar
from editor.core.importers.candidate import ImportContext

FOLDERS = (
    Path(icalendar.__file__).parent / "tests" / "calendars",
    Path(recurring_ical_events.__file__).parent / "test" / "calendars",
)
FIXTURES = sorted(path for folder in FOLDERS for path in folder.rglob("*.ics"))
READ_OTHERWISE = {
    "end_before_start_event": "an end before its start is dropped, not swapped",
    "issue_132_swapped_start_and_end": "an end before its start is dropped, not swapped",
    "issue_151_macos_linux_difference": "it has occurrences behind the window that is compared",
    "issue_151_macos_linux_difference2": "it has occurrences behind the window that is compared",
    "issue_173_only_modifications_error": "several series share a UID",
    "issue_179_example": "it has occurrences behind the window that is compared",
    "issue_201_test_matrix": "a day with an end at an hour",
    "issue_48_dst": "on other clocks, which the candidate says",
    "issue_75_range_parameter": "an added day within changed later days",
}
BERLIN = ZoneInfo("Europe/Berlin")

pytestmark = [
    pytest.mark.skipif(not FIXTURES, reason="the installed readers come without their calendars"),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def context(shelf):
    return ImportContext(shelf.named("newsletter"))


def to_local(moment):
    if not isinstance(moment, datetime):
        return moment
    moment = moment.astimezone(BERLIN) if moment.tzinfo else moment
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def to_day(moment):
    return moment.date() if isinstance(moment, datetime) else moment


def expand(data):
    """The occurrences of each UID for two years from its calendar's last start."""
    found: dict[str, set[date]] = {}
    for calendar in icalendar.Calendar.from_ical(data, multiple=True):
        starts = [to_day(event["DTSTART"].dt) for event in calendar.walk("VEVENT")]
        if not starts:
            continue
        window = min(starts) - timedelta(1), max(starts) + timedelta(730)
        for event in recurring_ical_events.of(calendar).between(*window):
            moments = found.setdefault(str(event.get("UID", "")), set())
            moments.add(to_local(event["DTSTART"].dt))
    return found


def days_of(candidate, moments):
    """What a candidate says, as far as the occurrences go."""
    data = candidate.data
    if data.kind is not EntryKind.MEETING:
        hour = data.when.start_time
        return [datetime.combine(data.when.start, hour) if hour else data.when.start]
    first, last = min(map(to_day, moments)), max(map(to_day, moments))
    patterns = read_phrase(data.rule).patterns
    days = [day for day in list_days(patterns, first, first, 10, lambda *_: ()) if day <= last]
    return [datetime.combine(day, data.when.start_time) if data.when else day for day in days]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_public_calendar_is_read_as_others_read_it(context, path):
    data = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            candidates = read_calendar(data, context).candidates
        except InputRejected as error:
            assert str(error.message)
            return
        try:
            expected = expand(data)
        except Exception:  # noqa: BLE001 - what the other reader cannot read proves nothing
            return
    if path.stem in READ_OTHERWISE or not expected:
        return
    everything = set().union(*expected.values())
    for candidate in candidates:
        moments = expected.get(candidate.uid) or everything
        for moment in days_of(candidate, moments):
            assert moment in moments or moment in set(map(to_day, moments)), candidate.data.title
