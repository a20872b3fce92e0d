"""Calendar files: one for every event and meeting, and a sentence for what none can express."""

import icalendar
import pytest
from editor.core.issue.issue import parse_issue
from editor.core.publishing.calendar_files import make_calendar_files

from helpers.corpus import EDGES, OWN_ISSUES, SAMPLE, SEEDS, text_of


@pytest.fixture
def sample(shelf):
    return parse_issue(text_of(SAMPLE), shelf.named("newsletter"))


def test_every_event_and_meeting_becomes_a_file(sample):
    files = list(make_calendar_files(sample))
    assert [file.problem for file in files] == [None] * 8
    assert files[0].name == "digitale-sprechstunde-fuer-vereine.ics"
    for file in files:
        events = icalendar.Calendar.from_ical(file.data).walk("VEVENT")
        assert len(events) == len(file.entry.series)
        assert all({"UID", "DTSTAMP", "URL"} <= event.keys() for event in events)
    assert b"RRULE:FREQ=MONTHLY;BYDAY=-1MO" in files[-1].data


def test_the_same_issue_gives_the_same_files(sample):
    files, again = (list(make_calendar_files(sample)) for _ in range(2))
    assert [file.data for file in again] == [file.data for file in files]


def test_what_no_rule_can_say_is_reported_with_its_line():
    files = list(make_calendar_files(parse_issue(EDGES["events"].decode())))
    (undecidable,) = [file for file in files if file.problem]
    assert undecidable.line == 18
    assert "leaves a choice" in undecidable.problem


@pytest.mark.parametrize("path", [*OWN_ISSUES, *SEEDS[:3]], ids=lambda path: path.stem)
def test_whole_issues_export_all_but_the_undecidable(shelf, path):
    files = list(make_calendar_files(parse_issue(text_of(path), shelf.named("newsletter"))))
    assert sum(file.problem is not None for file in files) <= 2
