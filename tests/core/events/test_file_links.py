"""Calendar links that lead to the exported file, beside the data or instead of it."""

import msgspec
import pytest
from editor.core.base.edits import apply
from editor.core.events.editing import change_event, toggle_link
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.publishing.site_files import calendar_site_files
from msgspec.structs import replace

DATA = '<a download="{name}.ics" href="data:text/calendar;base64,{data}">&#x1F4C5;</a>'
FILE = '<a title="{label}" type="text/calendar" href="{file}">.ics</a>'
TEXT = (
    "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
    "* Donnerstag, 05.03.2026, 19:00, online: **Girls' Day**\n  * https://a.example\n"
    "* Freitag, 06.03.2026, 19:00, online: **Girls' Day**\n"
)


@pytest.fixture(params=[FILE, f"{DATA} {FILE}", f"{DATA}{FILE}"])
def issue(shelf, request):
    """An issue of a profile with such links, all of whose entries have one."""
    profile = shelf.named("newsletter")
    events = msgspec.structs.replace(profile.events, link=request.param)
    profile = msgspec.structs.replace(profile, events=events, address="https://x.example/blog/")
    issue = parse_issue(TEXT, profile)
    for number in range(2):
        edits = toggle_link(make_edit_context(issue), issue.events[number], wanted=True)
        issue = parse_issue(apply(issue.text, edits), profile)
    return issue


def test_links_lead_to_the_files_that_are_exported(issue):
    files = [file for file in make_calendar_files(issue) if file.entry]
    assert len({file.name for file in files}) == 2
    for file, line in zip(files, issue.text.splitlines()[5::2], strict=False):
        assert f'href="/blog/calendar/{file.name}"' in line
    paths = [file.path for file in calendar_site_files(issue).files]
    assert paths == [f"static/calendar/{file.name}" for file in files]


def test_a_link_is_read_whole_and_written_once(issue):
    event = issue.events[0]
    assert event.link and event.title == "Girls' Day"
    data = replace(read_event_data(event, issue.text), title="Neu")
    after = apply(issue.text, change_event(make_edit_context(issue), event, data))
    line = after.splitlines()[5]
    assert line.count('type="text/calendar"') == 1
    assert line.count("data:text/calendar") == issue.text.splitlines()[5].count("data:")
    assert "/blog/calendar/neu-" in line


def test_a_link_is_taken_away_whole(issue):
    edits = toggle_link(make_edit_context(issue), issue.events[0], wanted=False)
    assert apply(issue.text, edits).splitlines()[5] == TEXT.splitlines()[5]
