"""Checks of calendar links: the page around them, the standard, and the line they stand in."""

import html
import re
from collections.abc import Iterator
from datetime import datetime

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import CalendarEntry, Moment, decode_link
from editor.core.calendar.moments import local_day, to_local
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, edit_context, replace_fix
from editor.core.events import calendar_link
from editor.core.events.consistency import END, PLACE, START, URL, compare_event
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text

_ANCHOR = re.compile(r"<a\s[^<>\n]*data:text/calendar")
_ATTRIBUTES = re.compile(r"""<a(?:\s+[\w-]+(?:\s{0,9}=\s{0,9}(?:"[^"\n]*"|'[^'\n]*'))?)*\s*>""")
_TORN = re.compile(
    r"""<a\s+title='(?P<title>[^\n<>]{0,500}?)'\s+download='[^'\n]{0,200}'\s+href="data:text/calendar[^"\n]*">"""
)
_MARKDOWN = re.compile(r"\[(?P<text>[^\[\]\n]{0,300})\]\((?P<href>data:text/calendar[^)\s]*)\)")
_TITLE = re.compile(r"""\btitle=(?:'([^']*)'|"([^"]*)")""")


def linked_entries(
    issue: Issue, kind: EntryKind | None = None
) -> Iterator[tuple[Event, CalendarEntry]]:
    """The entries of a kind with the calendar entries of their links, as far as these can be read."""
    for event in issue.entries:
        if event.href and kind in (None, event.kind):
            entry = calendar_link.read_link(event.href.of(issue.text))
            if entry:
                yield event, entry


def refresh_fix(issue: Issue, context: CheckContext, event: Event) -> Fix | None:
    """The fix that writes a link anew; None where no calendar can say what the line says, or line and entry contradict
    each other, since somebody has to choose."""
    found = compare_event(event, issue.text, issue.profile)
    link_builder = calendar_link.CalendarLinkBuilder(
        issue.profile, issue.stamp, {}, context.gazetteer
    )
    if found.contradicts or not link_builder.possible(
        found.values, event.href.of(issue.text) if event.href else ""
    ):
        return None

    def make() -> list[Edit]:
        from editor.core.events.link_refresh import find_refreshes, refresh_edits

        editing = edit_context(issue, context)
        return refresh_edits(
            editing, [(one, one.proposed) for one in find_refreshes(editing, [event])]
        )

    return make


def breaks_page(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An attribute that a quotation mark ends early: the rest of the link stands on the page."""
    for match in _ANCHOR.finditer(issue.text, issue.front.body):
        if not _ATTRIBUTES.match(issue.text, match.start()):
            message = translate(
                "core",
                "The calendar link breaks the page: a quotation mark inside an attribute ends it early.",
            )
            torn = _TORN.match(issue.text, match.start())
            yield Diagnostic(
                Span(match.start(), match.end()), message, _escaped(torn) if torn else None
            )


def _escaped(torn: re.Match[str]) -> Fix:
    start, end = torn.span("title")
    return lambda: [Edit(start, end, html.escape(html.unescape(torn["title"])))]


def damaged(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A link nobody can read."""
    for entry, sentence in _unread(issue):
        if sentence and entry.href:
            yield Diagnostic(entry.href, sentence)


def empty(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A link without an event in it."""
    for entry, sentence in _unread(issue):
        if sentence is None and entry.href:
            message = translate("core", "The calendar link of “{title}” holds no event.").fill(
                title=plain_text(entry.title)
            )
            yield Diagnostic(entry.href, message)


def _unread(issue: Issue) -> Iterator[tuple[Event, Message | None]]:
    """The entries whose link gives no event, and why where it cannot be read at all."""
    from editor.core.calendar.codec import read_entries  # 0.15 s that most starts do not need

    for entry in issue.entries:
        if entry.href and calendar_link.read_link(href := entry.href.of(issue.text)) is None:
            try:
                read_entries(decode_link(href))
            except UserFacingError as refused:
                yield entry, refused.message
            else:
                yield entry, None


def standard(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An entry that does not keep what the standard demands: some calendars refuse it (RFC 5545, all MUSTs)."""
    from editor.core.calendar.rfc5545 import find_breaches

    for event, _ in linked_entries(issue):
        assert event.href
        breaches = find_breaches(decode_link(event.href.of(issue.text)))
        if breaches:
            message = translate("core", "Some calendars refuse this entry: {breach}")
            yield Diagnostic(
                event.href, message.fill(breach=breaches[0]), refresh_fix(issue, context, event)
            )


def contradicts(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Line and calendar entry say different things."""
    zone = issue.profile.timezone
    for event, entry in linked_entries(issue):
        found = compare_event(event, issue.text, issue.profile)
        for name in found.contradicts:
            if name in _DIFFERENT and not _is_said_elsewhere(name, event, entry, issue):
                if name == START:
                    what = _DIFFERENT[name].fill(moment=_moment(entry.start, zone))
                else:
                    what = _DIFFERENT[name]
                message = translate(
                    "core",
                    "Line and calendar entry differ: {what}. Renewing the link asks which is right.",
                )
                where = {
                    PLACE: event.place_span,
                    URL: event.url.span if event.url else None,
                }.get(name, event.when_span)
                yield Diagnostic(where or event.content, message.fill(what=what))


_DIFFERENT = {
    START: translate("core", "start, {moment} in the entry"),
    END: translate("core", "end"),
    PLACE: translate("core", "place"),
    URL: translate("core", "link"),
}


def _moment(moment: Moment, zone: str) -> str:
    local = to_local(moment, zone) if isinstance(moment, datetime) else moment
    if isinstance(local, datetime):
        return f"{local:%d.%m.%Y, %H:%M}"
    return f"{local:%d.%m.%Y}"


_HOURS = re.compile(r"\d:\d\d")


def _is_said_elsewhere(name: str, event: Event, entry: CalendarEntry, issue: Issue) -> bool:
    """Whether a difference is none for readers: another check has it, the line names only days, or it goes on where
    nobody understands it."""
    when, zone = event.when, issue.profile.timezone
    if when is None or name not in (START, END):
        return False
    if when.start_time is None:
        moment, day = (entry.start, when.start) if name == START else (entry.end, when.last)
        return isinstance(moment, datetime) and local_day(moment, zone) == day
    if event.when_span and event.title_span:
        rest = issue.text[event.when_span.end : event.title_span.start]
    else:
        rest = ""
    ends_before = bool(when.end_time and when.end is None and when.end_time <= when.start_time)
    return name == END and (ends_before or bool(_HOURS.search(rest)))


def title(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """Title of the line, title of the link and SUMMARY of the entry are not the same."""
    for event, entry in linked_entries(issue):
        said = plain_text(event.title)
        if (
            not said
            or not event.link
            or event.kind == EntryKind.MEETING
            or not _ATTRIBUTES.match(issue.text, event.link.start)
        ):
            continue
        found = _TITLE.search(event.link.of(issue.text).partition("href")[0])
        shown = html.unescape(found[1] or found[2] or "") if found else ""
        label = issue.profile.events.label.format(title="").strip()
        others = (
            shown.removeprefix(label).strip(),
            entry.summary.removeprefix("Frist: ").removeprefix("Deadline: "),
        )
        other = next((other for other in others if not _alike(said, other)), "")
        if other:
            message = translate(
                "core", "The line says “{said}”, its calendar link “{other}”."
            ).fill(said=said, other=other)
            yield Diagnostic(
                event.title_span or event.content, message, refresh_fix(issue, context, event)
            )


def _alike(one: str, other: str) -> bool:
    """Whether two titles are the same, or one the beginning of the other."""
    left, right = _letters(one), _letters(other)
    return left.startswith(right) or right.startswith(left)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", html.unescape(words).casefold())


def markdown(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A calendar link as a Markdown link: Hugo drops its address, since Markdown allows none that begin with data:."""
    page = prose_mask.read_page(issue.text, issue.front.body)
    for match in _MARKDOWN.finditer(issue.text, issue.front.body):
        if page.is_code(match.start()):
            continue
        message = translate(
            "core", "Hugo drops the address of a Markdown link to data; it has to be an HTML link."
        )
        text, href = match["text"] or "&#x1F4C5;", match["href"]
        span = Span(match.start(), match.end())
        yield Diagnostic(
            span, message, replace_fix(span, f'<a download="event.ics" href="{href}">{text}</a>')
        )
