"""The line about the calendar to subscribe to."""

import msgspec
import pytest
from editor.core.base.edits import apply
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue

LINE = (
    "Alle Termine [abonnieren](webcal://codefor.de/calendar/out-in-the-open.ics), "
    "[mit Google](https://calendar.google.com/calendar/r?cid="
    "webcal%3A%2F%2Fcodefor.de%2Fcalendar%2Fout-in-the-open.ics)"
)
TEXT = (
    "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
    "* Donnerstag, 05.03.2026, 19:00, online: **Eins**\n"
)


@pytest.fixture
def profile(shelf):
    profile = shelf.named("newsletter")
    template = "Alle Termine [abonnieren]({webcal}), [mit Google]({google})"
    events = msgspec.structs.replace(profile.events, subscribe=template)
    return msgspec.structs.replace(profile, events=events)


@pytest.mark.parametrize("rest", ["", "\n## Anderes\nText\n", "## Anderes\n"])
def test_the_line_is_added_to_the_end_of_the_events(profile, rest):
    issue = parse_issue(TEXT + rest, profile)
    (found,) = [each for each in run_checks(issue) if each.code == "feed-line"]
    after = apply(issue.text, found.fix())
    lines = after.splitlines()
    assert lines[lines.index(LINE) - 1] == ""
    assert after.endswith(rest or LINE + "\n")
    fixed = parse_issue(after, profile)
    assert [entry.title for entry in fixed.entries] == ["Eins"]
    assert "feed-line" not in [each.code for each in run_checks(fixed)]


def test_a_profile_without_such_a_line_asks_for_none(shelf):
    issue = parse_issue(TEXT, shelf.named("newsletter"))
    assert "feed-line" not in [each.code for each in run_checks(issue)]
