"""The check whether calendar entries keep the standard, and the fix that adds what is missing."""

from collections.abc import Iterator
from datetime import UTC, datetime

from editor.core.base.edits import Edit
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.entry import CalendarEntry, decode_link, encode_link, make_uid
from editor.core.calendar.moments import local_day
from editor.core.checks.calendar_links import linked_entries, refresh_fix
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, edit_context
from editor.core.events.model import Event
from editor.core.issue.issue import Issue


def standard(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A calendar entry breaks a MUST of RFC 5545, so some calendars refuse it."""
    from editor.core.calendar.completion import can_complete
    from editor.core.calendar.rfc5545 import find_breaches

    for event, entry in linked_entries(issue):
        assert event.href
        breaches = find_breaches(decode_link(event.href.of(issue.text)))
        if breaches:
            message = translate("core", "Some calendars refuse this entry: {breach}")
            is_safe_fix = can_complete(breaches)
            if is_safe_fix:
                fix: Fix | None = _completion_fix(issue, context, event, entry)
            else:
                fix = refresh_fix(issue, context, event)
            yield Diagnostic(
                event.href, message.fill(breach=breaches[0]), fix, is_safe_fix=is_safe_fix
            )


def _completion_fix(issue: Issue, context: CheckContext, event: Event, entry: CalendarEntry) -> Fix:
    """Return the fix that adds what an entry lacks, and touches nothing of it."""

    def make_edits() -> list[Edit]:
        from editor.core.calendar.completion import complete_calendar

        assert event.href
        href = event.href.of(issue.text)
        day = local_day(entry.start, issue.profile.timezone)
        uid = entry.uid or make_uid(issue.profile.site, entry.summary, day)
        if uid in edit_context(issue, context).uids_taken(event):
            uid = make_uid(href, entry.summary, day)
        stamp = issue.stamp or datetime(day.year, day.month, day.day, tzinfo=UTC)
        data = complete_calendar(decode_link(href), uid, stamp)
        if data is None:
            message = translate("core", "The calendar entry lacks more than can be added.")
            raise EditRejected(message)
        head = href.partition(",")[0]
        if not head.lower().endswith(";base64"):
            head = "data:text/calendar;charset=utf-8;base64"
        return [Edit(event.href.start, event.href.end, f"{head},{encode_link(data)}")]

    return make_edits
