"""Lists of entries changed by edits: removing, moving, ordering, duplicating.

Law: no other entry changes, and what stands between the entries keeps its bytes; the new text has
been read again before the edits are returned.
"""

from collections.abc import Sequence

from editor.core.base.edits import Edit, drop_idle_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.dates import TimeSpan
from editor.core.events.edit_context import EditContext, rejection
from editor.core.events.insertion import add_entries
from editor.core.events.line_writing import is_paragraph, lead_of, write_lines
from editor.core.events.model import EntryKind, Event, EventData, start_of
from editor.core.events.reading import read_event_data
from editor.core.profiles.event_settings import EventOrder

# --- removing, moving, ordering -------------------------------------------------------------------


def remove_entries(context: EditContext, *removed: Event) -> list[Edit]:
    """Take out entries with their details, and nothing else.

    Args:
        context: The issue.
        removed: Its entries that go.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If another entry would change.
    """
    spans = sorted(event.span for event in removed)
    edits = [Edit(span.start, span.end, "") for span in spans]
    kept = [
        read_event_data(event, context.text) for event in context.events if event not in removed
    ]
    if edits and context.data_after(edits) != kept:
        message = translate(
            "core",
            "“{title}” cannot be removed without changing another entry; delete it in the source.",
        )
        raise EditRejected(message.fill(title=removed[0].title))
    return edits


def move_entries(
    context: EditContext, moved: Sequence[Event], target: Event, *, behind: bool = False
) -> list[Edit]:
    """Put entries before another one of their list.

    Args:
        context: The issue.
        moved: The entries, in the order of the text.
        target: The entry before which they go.
        behind: Whether they go behind it instead.

    Returns:
        Edits on the text; none where they stand there already.

    Raises:
        EditRejected: If another entry would change.
    """
    at = target.span.end if behind else target.span.start
    stays = len(moved) == 1 and moved[0].span.start <= at <= moved[0].span.end
    if stays or [event.span.start for event in moved] == [at]:
        return []
    text = "".join(_as_block(context, event) for event in moved)
    if at and context.text[at - 1] != "\n":
        text = context.newline + text
    if behind and is_paragraph(target) and not context.text[:at].endswith(("\n\n", "\n\r\n")):
        text = context.newline + text
    removals = [Edit(event.span.start, event.span.end, "") for event in moved]
    return _prove_same(context, sorted([*removals, Edit(at, at, text)]), moved[0])


def order_entries(context: EditContext, kind: EntryKind = EntryKind.EVENT) -> list[Edit]:
    """Put the dated entries of every list in the order of their days.

    Those of one day go by their hour, all-day first, else as they stand. What stands between the
    entries stays where it is.

    Args:
        context: The issue.
        kind: Which entries.

    Returns:
        Edits on the text; none where they are in order.

    Raises:
        EditRejected: If another entry would change.
    """
    dated = [event for event in context.events if event.kind == kind and event.when]
    edits: list[Edit] = []
    order = context.link_builder.profile.events.order
    for entries in _split_lists(context, dated):
        ordered = sorted(
            entries,
            key=lambda event: start_of(read_event_data(event, context.text)),
            reverse=order is EventOrder.NEWEST,
        )
        for place, event in zip(entries, ordered, strict=True):
            text = event.span.of(context.text).rstrip("\r\n")
            before = place.span.of(context.text)
            line_end = before[len(before.rstrip("\r\n")) :]
            edits.append(Edit(place.span.start, place.span.end, text + line_end))
    edits = drop_idle_edits(context.text, edits)
    return _prove_same(context, edits, context.events[0]) if edits else []


def _split_lists(context: EditContext, events: Sequence[Event]) -> list[list[Event]]:
    """Entries list by list: a heading, another indent or another group begins a new one."""
    lists: list[list[Event]] = []
    for event in events:
        last = lists[-1][-1] if lists else None
        if last and _list_of(last) == _list_of(event):
            between = context.text[last.span.end : event.span.start]
            if "\n#" not in "\n" + between:
                lists[-1].append(event)
                continue
        lists.append([event])
    return lists


def _as_block(context: EditContext, event: Event) -> str:
    """An entry with its line end; a paragraph with the empty line that it needs behind it."""
    text = event.span.of(context.text)
    if not text.endswith("\n"):
        text += context.newline
    if is_paragraph(event) and not text.endswith(("\n\n", "\n\r\n")):
        text += context.newline
    return text


def _list_of(event: Event) -> tuple[str, str, int]:
    return event.subheading, event.listed_under, event.indent


def _prove_same(context: EditContext, edits: list[Edit], named: Event) -> list[Edit]:
    """The edits, if afterwards there are the same entries in whatever order."""
    if sorted(map(repr, context.data_after(edits))) != sorted(map(repr, context.data())):
        message = translate(
            "core",
            "“{title}” cannot be moved without changing another entry; move it in the source.",
        )
        raise EditRejected(message.fill(title=named.title))
    return edits


# --- copies ---------------------------------------------------------------------------------------


def duplicate_entry(context: EditContext, event: Event) -> list[Edit]:
    """Put a copy behind an entry; its calendar link has an identity of its own.

    Args:
        context: The issue.
        event: The entry.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If the copy would not read as the entry does.
    """
    copy = read_event_data(event, context.text)
    lines = write_lines(context, copy, lead_of(event), like=event)
    text = "".join(line + context.newline for line in lines)
    at = event.span.end
    if is_paragraph(event):
        has_empty_line = context.text[:at].endswith(("\n\n", "\n\r\n"))
        text = text + context.newline if has_empty_line else context.newline + text
    if context.text[at - 1] != "\n":
        text = context.newline + text
    edits = [Edit(at, at, text)]
    after = context.data_after(edits)
    if len(after) != len(context.events) + 1 or after.count(copy) < 2:
        raise rejection(event.title)
    return edits


def make_deadlines(context: EditContext, *moved: Event) -> list[Edit]:
    """Make deadlines of events: until when one can register, else the day of the event.

    Args:
        context: The issue.
        moved: The events.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If an event has no date, or another entry would change.
    """
    new = []
    for event in moved:
        data = read_event_data(event, context.text)
        until = data.registration
        if until is None and data.when:
            until = TimeSpan(data.when.start, data.when.start_time)
        notes = data.notes if data.url else ""
        new.append(EventData(data.title, until, url=data.url, notes=notes, kind=EntryKind.DEADLINE))
    edits = [*add_entries(context, new), *remove_entries(context, *moved)]
    if len(context.data_after(edits)) != len(context.events):
        raise rejection(moved[0].title)
    return edits
