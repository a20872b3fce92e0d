"""Sources that are asked what is new: what an issue may want, and has not seen."""

import http.server
import threading
from datetime import date

import pytest
from editor.app.services.import_runner import SourceCache, import_from_sources
from editor.core.importers.candidate import ImportContext
from editor.core.importers.duplicates import collect_present_entries
from editor.core.importers.news import KnownEvents, choose_new, key_of
from editor.core.issue.issue import parse_issue

from helpers.loopback import serving

ISSUE = (
    "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
    "* Donnerstag, 05.03.2026, 19:00, online: **Schon da**\n"
)
EVENTS = {
    "Schon da": "20260305T180000Z",
    "Neu": "20260306T180000Z",
    "Abgelehnt": "20260307T180000Z",
    "Zu spät": "20260601T180000Z",
    "Vorbei": "20260201T180000Z",
}
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    + "".join(
        f"BEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nDTSTART:{start}\r\nEND:VEVENT\r\n"
        for title, start in EVENTS.items()
    )
    + "END:VCALENDAR\r\n"
).encode()


class Source(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        Source.asked += 1
        is_there = self.path.endswith(".ics")
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Length", str(len(CALENDAR) if is_there else 0))
        self.end_headers()
        if is_there:
            self.wfile.write(CALENDAR)

    def log_message(self, *_):
        pass


@pytest.fixture
def issue(shelf):
    return parse_issue(ISSUE, shelf.named("newsletter"))


@pytest.fixture
def context(issue):
    return ImportContext(issue.profile, issue.day)


def titles(result):
    return [candidate.data.title for candidate in result.candidates]


def test_sources_are_asked_once_and_one_that_fails_is_said(context):
    Source.asked = 0
    cache, stop = SourceCache(), threading.Event()
    with serving(Source) as address:
        addresses = [f"{address}/a.ics", f"{address}/nichts"]
        result = import_from_sources(addresses, context, cache, private=True, stop=stop)
        again = import_from_sources(addresses[:1], context, cache, private=True, stop=stop)
    assert "Neu" in titles(result)
    assert any("nichts" in str(problem) for problem in result.problems)
    assert titles(again) == titles(result)
    assert Source.asked == 2


def test_a_stopped_search_asks_nobody(context):
    stop = threading.Event()
    stop.set()
    result = import_from_sources(["https://x.invalid"], context, SourceCache(), stop=stop)
    assert result.candidates == ()


def test_what_is_known_far_off_or_refused_is_not_proposed(issue, context):
    with serving(Source) as address:
        found = import_from_sources(
            [f"{address}/a.ics"], context, SourceCache(), private=True, stop=threading.Event()
        )
    refused = {key_of(each) for each in found.candidates if each.data.title == "Abgelehnt"}
    known = KnownEvents(collect_present_entries(issue), refused)
    new = choose_new(found, context, known)
    assert titles(new) == ["Neu"]
    assert new.candidates[0].data.when.start == date(2026, 3, 6)
    assert any("3 events" in str(problem) for problem in new.problems)
