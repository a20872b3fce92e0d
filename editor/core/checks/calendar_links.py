"""Checks of calendar links: the HTML around them, the standard, and the lines they stand in."""

import html
import re
from collections.abc import Iterator
from datetime import datetime

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import (
    CalendarEntry,
    Moment,
    decode_link,
)
from editor.core.calendar.moments import local_day, to_local
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, edit_context, replace_fix
from editor.core.events import calendar_link
from editor.core.events.consistency import ComparedField, compare_event, subject_of
from editor.core.events.link_reading import read_link
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text

_ANCHOR = re.compile(r"<a\s[^<>\n]*data:text/calendar")
_WELL_FORMED_ANCHOR = re.compile(
    r"""
    <a
    (?:
        \s+ [\w-]+                                      # the name of an attribute
        (?: \s{0,9}=\s{0,9} (?:"[^"\n]*"|'[^'\n]*') )?  # its value in quotation marks
    )*
    \s*>
    """,
    re.VERBOSE,
)
_TORN_ANCHOR = re.compile(
    r"""
    <a\s+title='(?P<title>[^\n<>]{0,500}?)'     # the title may hold apostrophes
    \s+download='[^'\n]{0,200}'
    \s+href="data:text/calendar[^"\n]*">
    """,
    re.VERBOSE,
)
_MARKDOWN = re.compile(r"\[(?P<text>[^\[\]\n]{0,300})\]\((?P<href>data:text/calendar[^)\s]*)\)")
_TITLE = re.compile(r"""\btitle=(?:'([^']*)'|"([^"]*)")""")


def linked_entries(
    issue: Issue, kind: EntryKind | None = None
) -> Iterator[tuple[Event, CalendarEntry]]:
    """Find the entries with calendar links that can be read.

    Args:
        issue: The issue.
        kind: The kind of entry; None for all kinds.

    Yields:
        Each entry with the first event of its calendar link.
    """
    for event in issue.entries:
        if event.href and kind in (None, event.kind):
            entry = read_link(event.href.of(issue.text))
            if entry:
                yield event, entry


def refresh_fix(issue: Issue, context: CheckContext, event: Event) -> Fix | None:
    """Return the fix that writes a calendar link anew.

    Args:
        issue: The issue.
        context: What is known beside it.
        event: The entry whose link it is.

    Returns:
        The fix; None where no calendar can express what the line says, or where line and calendar
        entry contradict each other, since the user has to choose then.
    """
    comparison = compare_event(event, issue.text, issue.profile)
    if comparison.contradicts:
        return None
    link_builder = calendar_link.CalendarLinkBuilder(
        issue.profile, issue.stamp, {}, context.gazetteer
    )
    if not link_builder.is_possible(comparison.data, comparison.entry):
        return None

    def make_edits() -> list[Edit]:
        from editor.core.events.link_refresh import find_refreshes, refresh_edits

        editing = edit_context(issue, context)
        refreshes = find_refreshes(editing, [event])
        return refresh_edits(editing, [(refresh, refresh.proposed) for refresh in refreshes])

    return make_edits


def breaks_page(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A quotation mark ends an attribute early, so the rest of the link is shown on the page."""
    for match in _ANCHOR.finditer(issue.text, issue.front.body):
        if not _WELL_FORMED_ANCHOR.match(issue.text, match.start()):
            message = translate(
                "core",
                "The calendar link breaks the page: "
                "a quotation mark inside an attribute ends it early.",
            )
            fix = _escape_fix(issue.text, match.start())
            yield Diagnostic(Span(*match.span()), message, fix)


def _escape_fix(text: str, position: int) -> Fix | None:
    """Return the fix that escapes the title of the anchor there, if the title is what is wrong."""
    torn = _TORN_ANCHOR.match(text, position)
    if torn is None:
        return None
    title = html.escape(html.unescape(torn["title"]))
    return replace_fix(Span(*torn.span("title")), title)


def damaged(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A calendar link cannot be read."""
    for event, message in _unread_links(issue):
        if message and event.href:
            yield Diagnostic(event.href, message)


def empty(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A calendar link holds no event."""
    for event, reason in _unread_links(issue):
        if reason is None and event.href:
            message = translate("core", "The calendar link of “{title}” holds no event.").fill(
                title=plain_text(event.title)
            )
            yield Diagnostic(event.href, message)


def _unread_links(issue: Issue) -> Iterator[tuple[Event, Message | None]]:
    """Yield the entries whose link gives no event, and why, where it cannot be read at all."""
    from editor.core.calendar.calendar_reading import (
        read_entries,  # 0.15 s that most starts do not need
    )

    for event in issue.entries:
        if event.href is None:
            continue
        href = event.href.of(issue.text)
        if read_link(href) is not None:
            continue
        try:
            read_entries(decode_link(href))
        except UserFacingError as error:
            yield event, error.message
        else:
            yield event, None


_DIFFERENCES = {
    ComparedField.START: translate("core", "start, {moment} in the entry"),
    ComparedField.END: translate("core", "end"),
    ComparedField.PLACE: translate("core", "place"),
    ComparedField.URL: translate("core", "link"),
}


def differs(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A line and its calendar entry say different things."""
    for event, entry in linked_entries(issue):
        for name in compare_event(event, issue.text, issue.profile).contradicts:
            if name not in _DIFFERENCES or _is_no_difference(name, event, entry, issue):
                continue
            difference = _DIFFERENCES[name]
            if name == ComparedField.START:
                moment = _write_moment(entry.start, issue.profile.timezone)
                difference = difference.fill(moment=moment)
            message = translate(
                "core",
                "Line and calendar entry differ: {what}. Renewing the link asks which is right.",
            )
            yield Diagnostic(_span_of_value(name, event), message.fill(what=difference))


def _span_of_value(name: str, event: Event) -> Span:
    """Return where the line says what differs."""
    if name == ComparedField.URL:
        return event.url.span if event.url else event.content
    span = event.when_span
    if name == ComparedField.PLACE:
        span = event.place_span
    return span or event.content


def _write_moment(moment: Moment, zone: str) -> str:
    if isinstance(moment, datetime):
        moment = to_local(moment, zone)
    if isinstance(moment, datetime):
        return f"{moment:%d.%m.%Y, %H:%M}"
    return f"{moment:%d.%m.%Y}"


_HOURS = re.compile(r"\d:\d\d")


def _is_no_difference(name: str, event: Event, entry: CalendarEntry, issue: Issue) -> bool:
    """Tell whether a difference in time is none for readers.

    It is none where the line names only days, where another check reports it, and where the line
    goes on with hours that are not understood.
    """
    when, zone = event.when, issue.profile.timezone
    if when is None or name not in (ComparedField.START, ComparedField.END):
        return False
    if when.start_time is None:
        moment, day = entry.end, when.last
        if name == ComparedField.START:
            moment, day = entry.start, when.start
        return isinstance(moment, datetime) and local_day(moment, zone) == day
    if name != ComparedField.END:
        return False
    ends_before_start = (
        when.end_time is not None and when.end is None and when.end_time <= when.start_time
    )
    return ends_before_start or _has_hours_after_date(event, issue.text)


def _has_hours_after_date(event: Event, text: str) -> bool:
    if not event.when_span or not event.title_span:
        return False
    return bool(_HOURS.search(text[event.when_span.end : event.title_span.start]))


def title(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The titles of the line, of its calendar link and of the calendar entry are not the same."""
    for event, entry in linked_entries(issue):
        event_title = plain_text(event.title)
        if (
            not event_title
            or not event.link
            or event.kind == EntryKind.MEETING
            or not _WELL_FORMED_ANCHOR.match(issue.text, event.link.start)
        ):
            continue
        label = issue.profile.events.label.format(title="").strip()
        link_title = _read_title_attribute(event.link.of(issue.text))
        for other_title in (
            subject_of(link_title.removeprefix(label).strip()),
            subject_of(entry.summary),
        ):
            if not _is_same_title(event_title, other_title):
                message = translate(
                    "core", "The line says “{said}”, its calendar link “{other}”."
                ).fill(said=event_title, other=other_title)
                fix = refresh_fix(issue, context, event)
                span = event.title_span or event.content
                yield Diagnostic(span, message, fix, is_safe_fix=False)
                break


def _read_title_attribute(link: str) -> str:
    match = _TITLE.search(link.partition("href")[0])
    if match is None:
        return ""
    return html.unescape(match[1] or match[2] or "")


def _is_same_title(title: str, other_title: str) -> bool:
    """Tell whether two titles are the same, or one is the beginning of the other."""
    left, right = _letters_of(title), _letters_of(other_title)
    return left.startswith(right) or right.startswith(left)


def _letters_of(words: str) -> str:
    return re.sub(r"[\W_]+", "", html.unescape(words).casefold())


def markdown(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A calendar link is written as a Markdown link, of which Hugo drops the address."""
    page = prose_mask.read_page(issue.text, issue.front.body)
    for match in _MARKDOWN.finditer(issue.text, issue.front.body):
        if page.is_code(match.start()):
            continue
        message = translate(
            "core", "Hugo drops the address of a Markdown link to data; it has to be an HTML link."
        )
        text, href = match["text"] or "&#x1F4C5;", match["href"]
        span = Span(*match.span())
        fix = replace_fix(span, f'<a download="event.ics" href="{href}">{text}</a>')
        yield Diagnostic(span, message, fix)
