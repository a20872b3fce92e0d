"""One entry changed by edits. ``lists`` adds, removes and orders whole entries.

A change goes one way: the old link is read once, the new values are put into the line and its
details, the new link is written, and the text that comes out is read again as proof.

Law: a change touches the spans of the values that differ, and the calendar link; everything else
keeps its bytes.
"""

from datetime import date

from msgspec.structs import replace

from editor.core.base.edits import Edit, Span, apply, drop_idle_edits
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.events.detail_edits import edit_details
from editor.core.events.edit_context import EditContext, rejection
from editor.core.events.line_edits import edit_line
from editor.core.events.line_writing import (
    check_printable,
    inner_lead,
    is_row,
    write_first_line,
    write_words,
)
from editor.core.events.link_reading import read_link
from editor.core.events.location import split_place
from editor.core.events.model import EntryKind, Event, EventData, split_by_time
from editor.core.events.reading import read_event_data


def change_event(
    context: EditContext, event: Event, new: EventData, anchor: date | None = None
) -> list[Edit]:
    """Give an entry new values.

    The calendar link is written anew when the line changes, and added where there is none (but for
    a deadline).

    Args:
        context: The issue.
        event: The entry.
        new: What it should say.
        anchor: A day on which a series takes place; its link is written anew from there.

    Returns:
        Edits on the text; none where nothing differs.

    Raises:
        EditRejected: If the line would not read back as asked, or words would be lost that the
            reader did not understand.
    """
    old = read_event_data(event, context.text)
    new = _tidy(event, old, new)
    if new == old and anchor is None:
        return []
    check_printable(new)
    _check_complete(old, new)
    details = edit_details(context, event, old, new)
    line = edit_line(context, event, old, new)
    link = _write_link(context, event, new, anchor, moved=_is_moved(old, new) or bool(anchor))
    try:
        return _prove(context, event, new, [*line, *details, *_edit_link(context, event, link)])
    except UserFacingError:
        if not event.is_whole:
            raise
    rewritten = (event.content, *event.more)
    rest = [edit for edit in details if not any(_is_in(edit, span) for span in rewritten)]
    return _prove(context, event, new, [*_rewrite(context, event, new, link), *rest])


def _check_complete(old: EventData, new: EventData) -> None:
    """Refuse to take title or date out of an event."""
    lacks_date = new.kind is EntryKind.EVENT and old.when and not new.when
    if lacks_date or (old.title and not new.title):
        raise EditRejected(translate("core", "An event needs a title and a date."))


def _tidy(event: Event, old: EventData, new: EventData) -> EventData:
    """The new values as a line says them: a place that says it is online, notes of no empty line.

    What stood in bold in a line that was not understood becomes words of its title.
    """
    if new.address != old.address:
        address, online = split_place(new.address)
        new = replace(new, address=address, online=new.online or online)
    if new.when and not event.is_read and not event.when_span:
        new = replace(new, title=new.title.replace("**", ""))
    if new.notes != old.notes:
        lines = (line.strip(" \t") for line in new.notes.split("\n"))
        new = replace(new, notes="\n".join(line for line in lines if line))
    return new


def _is_in(edit: Edit, span: Span) -> bool:
    return span.start <= edit.start and edit.end <= span.end


def _rewrite(context: EditContext, event: Event, new: EventData, link: str) -> list[Edit]:
    """All lines of an entry's form written anew, in another form if that says more."""
    words = write_words(context, new, event)
    first = write_first_line(words[0], link, cancelled=new.cancelled)
    edits = [Edit(event.content.start, event.content.end, first)]
    edits += [
        Edit(span.start, span.end, line) for span, line in zip(event.more, words[1:], strict=False)
    ]
    added = words[len(event.more) + 1 :]
    if added:
        start = context.text.rfind("\n", 0, event.content.start) + 1
        lead = inner_lead(context, event, context.text[start : event.content.start])
        lines = "".join(context.newline + lead + line for line in added)
        last = [event.content, *event.more][-1]
        edits.append(Edit(last.end, last.end, lines))
    for span in event.more[len(words) - 1 :]:
        start = context.text.rfind("\n", 0, span.start) + 1
        edits.append(Edit(start, context.text.find("\n", span.end) + 1 or span.end, ""))
    return edits


def toggle_link(context: EditContext, event: Event, *, wanted: bool) -> list[Edit]:
    """Give an entry its calendar link, or take it away.

    Args:
        context: The issue.
        event: The entry.
        wanted: Whether it should have a link.

    Returns:
        Edits on the text; none where it is so already, or no calendar can say the entry.

    Raises:
        EditRejected: If another entry would read differently.
    """
    if wanted == bool(event.link):
        return []
    data = read_event_data(event, context.text)
    if event.link:
        words = context.text[event.content.start : event.link.start].rstrip()
        start = event.content.start + len(words)
        return _prove(context, event, data, [Edit(start, event.link.end, "")])
    element = context.link_builder.build(data, None, context.uids_taken(event))
    if not element:
        return []
    return _prove(context, event, data, _edit_link(context, event, f" {element}"))


def _is_moved(old: EventData, new: EventData) -> bool:
    return (old.when, old.rule) != (new.when, new.rule)


def _write_link(
    context: EditContext, event: Event, new: EventData, anchor: date | None, *, moved: bool
) -> str:
    """A space and the new link; "" for none.

    A deadline has one only where it had one before; what no entry can say keeps the link it has.
    """
    kept = event.link.of(context.text) if event.link else ""
    if new.kind is EntryKind.DEADLINE and not kept:
        return ""
    old = read_link(context.href_of(event))
    taken = context.uids_taken(event)
    element = context.link_builder.build(new, old, taken, anchor, moved=moved) or kept
    return f" {element}" if element else ""


def _edit_link(context: EditContext, event: Event, link: str) -> list[Edit]:
    """The link in its place; a new one at the end of the line, in a row in its last cell."""
    if event.link:
        return [Edit(event.link.start, event.link.end, link.lstrip())]
    if not link:
        return []
    words = event.content.of(context.text).rstrip()
    if is_row(event) and words.endswith("|"):
        words = words[:-1].rstrip()
    end = event.content.start + len(words)
    return [Edit(end, end, link)]


def _prove(context: EditContext, event: Event, new: EventData, edits: list[Edit]) -> list[Edit]:
    """The edits, if their text reads as asked and every other entry says what it said."""
    edits = drop_idle_edits(context.text, edits)
    try:
        candidate = apply(context.text, edits)
    except ValueError:  # two values stand in one another
        raise rejection(event.title) from None
    is_inside = all(_is_in(edit, event.span) for edit in edits)
    alone = context.reparse.read_alone(event, candidate) if is_inside else None
    if alone is not None:
        if [read_event_data(each, candidate) for each in alone] != [new]:
            raise rejection(event.title)
        return edits
    listed = context.reparse(candidate)
    own = next((each for each in listed if each.span.start == event.span.start), None)
    if own is None or read_event_data(own, candidate) != new:
        raise rejection(event.title)
    entries, _ = split_by_time(listed)
    others = [read_event_data(each, candidate) for each in entries if each is not own]
    if others != [read_event_data(each, context.text) for each in context.events if each != event]:
        raise rejection(event.title)
    return edits
