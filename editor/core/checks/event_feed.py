"""The line that tells readers of the calendar to subscribe to, where a profile has one."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote, urljoin

from editor.core.base.edits import Edit
from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.events.model import EntryKind
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Profile

_GOOGLE = "https://calendar.google.com/calendar/r?cid="


def subscribe(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The list of events lacks the line about the calendar to subscribe to."""
    line = write_subscribe_line(issue.profile)
    if not line or line in issue.text or not issue.events:
        return
    for section in issue.sections:
        if kind_of_section(section, issue.profile.events) is EntryKind.EVENT:
            edits = partial(_add_line, issue.text, section.span.end, line)
            message = translate("core", "The calendar to subscribe to is not named here.")
            yield Diagnostic(section.heading.span, message, edits, is_safe_fix=False)
            return


def _add_line(text: str, end: int, line: str) -> list[Edit]:
    """The edit that adds a paragraph to the end of a section."""
    newline = "\r\n" if "\r\n" in text else "\n"
    at = len(text[:end].rstrip())
    tail = "" if end == len(text) or text[at:end].count("\n") > 1 else newline
    return [Edit(at, at, f"{newline}{newline}{line}{tail}")]


def write_subscribe_line(profile: Profile) -> str:
    """Write the line about the calendar to subscribe to.

    Args:
        profile: The profile of the newsletter.

    Returns:
        The line by its template; "" for a profile without one, or without an address.
    """
    events = profile.events
    if not (events.subscribe and events.folder and events.feed and profile.address):
        return ""
    https = urljoin(profile.address, profile.calendar_address(events.feed))
    webcal = "webcal://" + https.partition("://")[2]
    google = _GOOGLE + quote(webcal, safe="")
    return events.subscribe.format(https=https, webcal=webcal, google=google)
