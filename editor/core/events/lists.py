"""Lists of entries changed by edits: adding, removing, moving, ordering, duplicating.

Law: no other entry changes, and what stands between the entries keeps its bytes; the new text has
been read again before the edits are returned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import groupby, zip_longest
from typing import NamedTuple

from editor.core.base.edits import Edit, drop_idle_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.dates import TimeSpan
from editor.core.events.calendar_link import read_uid
from editor.core.events.edit_context import EditContext, rejection
from editor.core.events.line_writing import check_printable, write_lines
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import CALENDAR_ANCHOR, kind_of_section, read_event_data
from editor.core.markdown.list_items import read_items
from editor.core.markdown.outline import Section


class ListPosition(NamedTuple):
    """Where an entry goes, and the neighbor whose indent and marker it takes."""

    at: int
    neighbor: Event | None


# --- adding ---------------------------------------------------------------------------------------


def add_entries(
    context: EditContext, new: Sequence[EventData], hrefs: Sequence[str] = ()
) -> list[Edit]:
    """Add entries of any kind.

    Dated ones go behind the last that does not start after them, meetings behind the last. A list
    that does not exist yet is added, under the profile's heading.

    Args:
        context: The issue.
        new: What the entries say; all need a title, all but meetings a date.
        hrefs: The calendar links they came with, whose identity they keep; "" for none.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If an entry lacks title or date, or would not read back as asked.
    """
    for data in new:
        if not data.title or (data.when is None and data.kind != EntryKind.MEETING):
            raise EditRejected(translate("core", "An event needs a title and a date."))
        check_printable(data)
    edits = _insert_entries(context, new, hrefs)
    after = context.data_after(edits)
    lost = next((data for data in new if data not in after), None)
    if lost or _without(after, new) != context.data():
        raise rejection((lost or new[0]).title)
    return edits


def _insert_entries(
    context: EditContext, new: Sequence[EventData], hrefs: Sequence[str]
) -> list[Edit]:
    edits: list[Edit] = []
    for kind in EntryKind:
        linked = [
            (data, href)
            for data, href in zip_longest(new, hrefs, fillvalue="")
            if isinstance(data, EventData) and data.kind == kind
        ]
        placed = [
            (_find_position(context, data), data, href)
            for data, href in sorted(linked, key=lambda pair: _start_of(pair[0]))
        ]
        for position, group in groupby(placed, key=lambda entry: entry[0]):
            block = _write_block(context, kind, position, [entry[1:] for entry in group])
            context = _with_uids_of(context, block)
            edits.append(Edit(position.at, position.at, block))
    return edits


def _with_uids_of(context: EditContext, text: str) -> EditContext:
    """The context that counts the links of a text as written by the same command."""
    uids = {read_uid(match["href"]) for match in CALENDAR_ANCHOR.finditer(text)}
    return replace(context, given=context.given | uids)


def _start_of(data: EventData) -> tuple[date, time]:
    """What entries are ordered by; all-day ones come first."""
    if data.when is None:
        return date.min, time()
    return data.when.start, data.when.start_time or time()


def _without(entries: list[EventData], new: Sequence[EventData]) -> list[EventData]:
    """The entries that are not among the new ones; of two alike the new one stands behind."""
    rest = entries[::-1]
    for data in new:
        if data in rest:
            rest.remove(data)
    return rest[::-1]


def _find_position(context: EditContext, data: EventData) -> ListPosition:
    is_meeting = data.kind == EntryKind.MEETING
    same_kind = [
        event
        for event in context.events
        if event.kind == data.kind and (is_meeting or not event.group)
    ]
    if not same_kind:
        return ListPosition(_find_first_position(context, data.kind), None)
    if is_meeting:
        return ListPosition(same_kind[-1].span.end, same_kind[-1])
    assert data.when
    before = [event for event in same_kind if event.when and event.when.start <= data.when.start]
    if before:
        return ListPosition(before[-1].span.end, before[-1])
    return ListPosition(same_kind[0].span.start, same_kind[0])


def _find_section(context: EditContext, kind: EntryKind) -> Section | None:
    wanted = EntryKind.DEADLINE if kind == EntryKind.DEADLINE else EntryKind.EVENT
    settings = context.link_builder.profile.events
    return next(
        (section for section in context.sections if kind_of_section(section, settings) == wanted),
        None,
    )


def _find_first_position(context: EditContext, kind: EntryKind) -> int:
    """Where the first entry of a kind goes.

    Before the group of meetings of its section, else behind the section's last line; deadlines
    without a section before the events.
    """
    section = _find_section(context, kind)
    if section is None:
        events = _find_section(context, EntryKind.EVENT) if kind == EntryKind.DEADLINE else None
        return events.span.start if events else len(context.text)
    if kind == EntryKind.EVENT:
        grouped = [event.span.start for event in context.events if event.group]
        for item in read_items(context.text, section.body):
            if any(item.span.start <= start < item.span.end for start in grouped):
                return item.span.start
    filled = section.span.start + len(section.span.of(context.text).rstrip())
    return context.text.find("\n", filled) + 1 or len(context.text)


def _write_block(
    context: EditContext,
    kind: EntryKind,
    position: ListPosition,
    new: Iterable[tuple[EventData, str]],
) -> str:
    """The lines of new entries for one place, under their heading where that is missing."""
    newline, settings = context.newline, context.link_builder.profile.events
    at, neighbor = position
    lead = " " * neighbor.indent + neighbor.marker + " " if neighbor else "* "
    head, tail = "", ""
    if neighbor is None and kind == EntryKind.MEETING:
        head, lead = f"* {settings.group}{newline}", "  * "
    if _find_section(context, kind) is None:
        titles = settings.deadlines if kind == EntryKind.DEADLINE else settings.events
        head = f"## {titles[0]}{newline}{head}"
        if at < len(context.text):
            tail = newline
        else:
            head = newline + head
    lines: list[str] = []
    for data, href in new:
        written = write_lines(context, data, lead, href)
        context = _with_uids_of(context, written[0])
        lines += written
    text = head + "".join(line + newline for line in lines) + tail
    if at and context.text[at - 1] != "\n":
        return newline + text
    return text


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
    parts = [event.span.of(context.text) for event in moved]
    text = "".join(part if part.endswith("\n") else part + context.newline for part in parts)
    if at and context.text[at - 1] != "\n":
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
    for entries in _split_lists(context, dated):
        ordered = sorted(entries, key=lambda event: _start_of(read_event_data(event, context.text)))
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
        if last and (last.group, last.indent) == (event.group, event.indent):
            between = context.text[last.span.end : event.span.start]
            if "\n#" not in "\n" + between:
                lists[-1].append(event)
                continue
        lists.append([event])
    return lists


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
    lines = write_lines(context, copy, " " * event.indent + event.marker + " ")
    text = "".join(line + context.newline for line in lines)
    at = event.span.end
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
