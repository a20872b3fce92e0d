"""Edits on the lines below an entry: its address on the web, its registration date, its notes."""

import difflib

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.date_formats import write_time_span
from editor.core.calendar.dates import TimeSpan
from editor.core.events.details import registration_span
from editor.core.events.edit_context import EditContext
from editor.core.events.line_writing import inner_lead, write_registration
from editor.core.events.model import Detail, EntryKind, Event, EventData


def edit_details(context: EditContext, event: Event, old: EventData, new: EventData) -> list[Edit]:
    """Put new values into the lines below an entry.

    Args:
        context: The issue.
        event: The entry.
        old: What it says.
        new: What it should say.

    Returns:
        Edits on the lines that differ.

    Raises:
        EditRejected: If a line would take others with it, or a link stands on other words.
    """
    edits = []
    if old.url != new.url:
        edits += _edit_url(context, event, new.url)
    if old.registration != new.registration:
        edits += _edit_registration(context, event, new.registration)
    if old.notes != new.notes:
        edits += _edit_notes(context, event, new.notes)
    return edits


def _edit_url(context: EditContext, event: Event, url: str) -> list[Edit]:
    detail = event.url
    if detail and url:
        at = detail.span.start + detail.text.index(detail.url)
        return [Edit(at, at + len(detail.url), url)]
    if detail:
        return [_remove_detail(context, detail)]
    if event.kind is EntryKind.DEADLINE and event.title_span and not (url and event.line_url):
        return _link_title(context, event, event.title_span, url)
    if event.line_url and not url:
        return []  # the line gets a form without an address
    if event.line_url:
        return [Edit(event.line_url.start, event.line_url.end, url)]
    return _insert_details(context, event, _below_url(context, event), [url])


def _link_title(context: EditContext, event: Event, title: Span, url: str) -> list[Edit]:
    """A deadline's title becomes a link, or stops being one."""
    if url:
        return [Edit(title.start, title.start, "["), Edit(title.end, title.end, f"]({url})")]
    if event.line_url:
        before = context.text[title.start - 1 : title.start]
        between = context.text[title.end : event.line_url.start]
        if before + between == "[](":
            return [
                Edit(title.start - 1, title.start, ""),
                Edit(title.end, event.line_url.end + 1, ""),
            ]
    message = translate(
        "core", "The link of “{title}” stands on other words; take it out in the source."
    )
    raise EditRejected(message.fill(title=event.title))


def _edit_registration(context: EditContext, event: Event, until: TimeSpan | None) -> list[Edit]:
    detail = event.registration
    language = context.link_builder.language
    if detail and until:
        span = registration_span(detail)
        weekday = "," in span.of(context.text).split(".")[0]
        written = write_time_span(until, language, weekday=weekday)
        return [Edit(span.start, span.end, written)]
    if detail:
        return [_remove_detail(context, detail)]
    lines = [write_registration(until, language)] if until else []
    return _insert_details(context, event, _below_url(context, event), lines)


def _edit_notes(context: EditContext, event: Event, notes: str) -> list[Edit]:
    """Line by line, so that a note that stays keeps its bytes."""
    old, new = event.notes, notes.split("\n") if notes else []
    edits: list[Edit] = []
    matcher = difflib.SequenceMatcher(None, [detail.text for detail in old], new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        kept = min(old_end - old_start, new_end - new_start)
        changed = zip(old[old_start:old_end], new[new_start:new_end], strict=False)
        edits += [Edit(detail.span.start, detail.span.end, line) for detail, line in changed]
        edits += [_remove_detail(context, detail) for detail in old[old_start + kept : old_end]]
        at = old[old_end - 1].whole.end if old_end else _below_url(context, event)
        edits += _insert_details(context, event, at, new[new_start + kept : new_end])
    return edits


def _remove_detail(context: EditContext, detail: Detail) -> Edit:
    """A detail's line taken out; never with lines below it that the form has not shown."""
    if "\n" in detail.whole.of(context.text).strip():
        message = translate("core", "Below “{line}” stands more; take it out in the source.")
        raise EditRejected(message.fill(line=detail.text[:60]))
    return Edit(detail.whole.start, detail.whole.end, "")


def _insert_details(context: EditContext, event: Event, at: int, lines: list[str]) -> list[Edit]:
    """Detail bullets at the start of a line, or at the end of a text without a final line end."""
    if not lines:
        return []
    line_start = context.text.rfind("\n", 0, event.content.start) + 1
    lead = inner_lead(context, event, " " * (event.content.start - line_start))
    written = "".join(lead + line + context.newline for line in lines)
    if at and context.text[at - 1] != "\n":
        written = context.newline + written.removesuffix(context.newline)
    return [Edit(at, at, written)]


def _below_url(context: EditContext, event: Event) -> int:
    """Where notes begin: below the address, and below the lines of the entry's form."""
    if event.url:
        return event.url.whole.end
    return _next_line(context, (event.content, *event.more)[-1].end)


def _next_line(context: EditContext, position: int) -> int:
    """The start of the line below a position; the end of the text below its last line."""
    return context.text.find("\n", position) + 1 or len(context.text)
