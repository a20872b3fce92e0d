import icalendar
import pytest
from editor.core.checks import table
from editor.core.issue import naming
from editor.core.issue.issue import parse_issue
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.publishing.page import write_page

from helpers.corpus import EDGES, ISSUES, SAMPLE, SEEDS, needs_corpus, needs_seeds, text_of


@pytest.fixture
def sample(shelf):
    return parse_issue(text_of(SAMPLE), shelf.named("newsletter"))


def test_the_file_name_follows_from_date_and_month(sample):
    assert naming.file_name(sample) == SAMPLE.name


@needs_corpus
def test_the_names_of_real_issues_follow_their_pattern(shelf):
    for path in ISSUES[-12:]:
        issue = parse_issue(text_of(path), shelf.named("newsletter"))
        assert naming.file_name(issue)[10:] == path.name[10:]


def test_every_event_and_meeting_becomes_a_file(sample):
    found = list(make_calendar_files(sample))
    assert [file.problem for file in found] == [None] * 8
    assert found[0].name == "digitale-sprechstunde-fuer-vereine.ics"
    for file in found:
        event = next(iter(icalendar.Calendar.from_ical(file.data).walk("VEVENT")))
        assert event["UID"] and event["DTSTAMP"] and event["URL"]
    assert b"RRULE:FREQ=MONTHLY;BYDAY=-1MO" in found[-1].data
    assert [file.data for file in make_calendar_files(sample)] == [file.data for file in found]


def test_what_no_rule_can_say_is_reported_with_its_line():
    found = list(make_calendar_files(parse_issue(EDGES["events"].decode())))
    assert [(file.line, "no calendar entry" in file.problem) for file in found if file.problem] == [
        (18, True)
    ]


@needs_seeds
def test_seeds_export_all_but_the_undecidable(shelf):
    for path in SEEDS[:3]:
        found = list(make_calendar_files(parse_issue(text_of(path), shelf.named("newsletter"))))
        assert sum(file.problem is None for file in found) >= len(found) - 1


def test_the_page_stands_alone(sample):
    page = write_page(sample, "h1 {}")
    assert (
        page.startswith("<!DOCTYPE html>")
        and "<title>Frühjahrsputz" in page
        and "<script" not in page
    )


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("duplicate keys", ["double-key"]),
        ("tab", ["tab"]),
        ("BOM", []),
        ("events", ["past", "past", "rule-typo", "rule-choice"]),
    ],
)
def test_edges_are_checked(name, codes):
    assert [
        problem.code for problem in table.run_checks(parse_issue(EDGES[name].decode("utf-8-sig")))
    ] == codes


def test_links_that_break_the_page_are_found():
    broken = "## Termine\n* Montag, 02.02.2026, online: **Girls'Day** <a title='Girls'Day' href=\"data:text/calendar;base64,QUJD\">x</a>\n"
    assert [problem.code for problem in table.run_checks(parse_issue(broken))] == [
        "link-breaks-page",
        "link-damaged",
    ]


def test_required_fields_are_asked_for(shelf):
    problems = table.run_checks(parse_issue("---\ntitle: x\nauthor:\n---\n", shelf.named("blog")))
    assert [(problem.code, problem.severity) for problem in problems] == [("required", "warning")]
