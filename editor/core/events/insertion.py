"""New entries in the lists of an issue: each goes where its day, or its kind, belongs.

Law: no other entry changes; the new text has been read again before the edits are returned.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from editor.core.base.edits import Edit
from editor.core.base.errors import EditRejected
from editor.core.base.messages import Message, translate
from editor.core.events.edit_context import EditContext, rejection
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.line_writing import check_printable, is_paragraph, lead_of, write_lines
from editor.core.events.link_reading import read_uid
from editor.core.events.model import EntryKind, Event, EventData, start_of
from editor.core.events.reading import kind_of_section
from editor.core.markdown.list_items import read_items
from editor.core.markdown.outline import Section
from editor.core.profiles.event_settings import EventOrder, Unit


class ListPosition(NamedTuple):
    """Where an entry goes, and the neighbor whose indent and marker it takes."""

    at: int
    neighbor: Event | None


def add_entries(
    context: EditContext,
    new: Sequence[EventData],
    hrefs: Sequence[str] = (),
    beside: Event | None = None,
) -> list[Edit]:
    """Add entries of any kind.

    Dated ones go where the order of their list has them, meetings behind the last. A list that
    does not exist yet is added, under the profile's heading.

    Args:
        context: The issue.
        new: What the entries say; all need a title, all but meetings a date.
        hrefs: The calendar links they came with, whose identity they keep; "" for none.
        beside: An entry in whose list dated ones go. Without one they go to the list whose places
            are most like theirs.

    Returns:
        Edits on the text.

    Raises:
        EditRejected: If an entry lacks title or date, or would not read back as asked.
    """
    for data in new:
        if not data.title or (data.when is None and data.kind != EntryKind.MEETING):
            raise EditRejected(translate("core", "An event needs a title and a date."))
        check_printable(data)
    edits = _insert_entries(context, new, hrefs, beside)
    after = context.data_after(edits)
    lost = next((data for data in new if data not in after), None)
    if lost or _without(after, new) != context.data():
        raise rejection((lost or new[0]).title)
    return edits


def add_writable_entries(
    context: EditContext, new: Sequence[EventData], hrefs: Sequence[str] = ()
) -> tuple[list[Edit], dict[int, Message]]:
    """Add the entries that can be written; one that cannot does not stop the others.

    Args:
        context: The issue.
        new: What the entries say.
        hrefs: As for ``add_entries``.

    Returns:
        Edits on the text, and why entries were left out, by their index.
    """
    try:
        return add_entries(context, new, hrefs), {}
    except EditRejected:
        pass
    refused: dict[int, Message] = {}
    edits: list[Edit] = []
    writable: list[tuple[EventData, str]] = []
    for index, pair in enumerate(zip_longest(new, hrefs, fillvalue="")):
        data, href = pair
        assert isinstance(data, EventData)
        values = [*writable, (data, href)]
        try:
            edits = add_entries(context, [each[0] for each in values], [each[1] for each in values])
        except EditRejected as error:
            refused[index] = error.message
        else:
            writable = values
    return edits, refused


def _insert_entries(
    context: EditContext,
    new: Sequence[EventData],
    hrefs: Sequence[str],
    beside: Event | None,
) -> list[Edit]:
    edits: list[Edit] = []
    for kind in EntryKind:
        linked = [
            (data, href)
            for data, href in zip_longest(new, hrefs, fillvalue="")
            if isinstance(data, EventData) and data.kind == kind
        ]
        placed = [
            (_find_position(context, data, beside), data, href)
            for data, href in sorted(linked, key=lambda pair: start_of(pair[0]))
        ]
        for position, group in groupby(placed, key=lambda entry: entry[0]):
            block = _write_block(context, kind, position, [entry[1:] for entry in group])
            context = _with_uids_of(context, block)
            edits.append(Edit(position.at, position.at, block))
    return edits


def _with_uids_of(context: EditContext, text: str) -> EditContext:
    """The context that counts the links of a text as written by the same command."""
    uids = {read_uid(match["href"] or "") for match in CALENDAR_ANCHOR.finditer(text)}
    return replace(context, given=context.given | uids)


def _without(entries: list[EventData], new: Sequence[EventData]) -> list[EventData]:
    """The entries that are not among the new ones; of two alike the new one stands behind."""
    rest = entries[::-1]
    for data in new:
        if data in rest:
            rest.remove(data)
    return rest[::-1]


def _find_position(context: EditContext, data: EventData, beside: Event | None) -> ListPosition:
    is_meeting = data.kind == EntryKind.MEETING
    same_kind = [
        event
        for event in context.events
        if event.kind == data.kind and (is_meeting or not event.listed_under)
    ]
    if not same_kind:
        return ListPosition(_find_first_position(context, data.kind), None)
    if is_meeting:
        return ListPosition(same_kind[-1].span.end, same_kind[-1])
    assert data.when
    listed = _choose_list(same_kind, data, beside)
    order = context.link_builder.profile.events.order
    if order is EventOrder.FREE:
        return ListPosition(listed[-1].span.end, listed[-1])
    start = data.when.start
    if order is EventOrder.NEWEST:
        before = [event for event in listed if event.when and event.when.start > start]
    else:
        before = [event for event in listed if event.when and event.when.start <= start]
    if before:
        return ListPosition(before[-1].span.end, before[-1])
    return ListPosition(listed[0].span.start, listed[0])


def _choose_list(events: Sequence[Event], data: EventData, beside: Event | None) -> Sequence[Event]:
    """The events below one sub-heading: that of a neighbor, or of the most alike places."""
    lists: dict[str, list[Event]] = {}
    for event in events:
        lists.setdefault(event.subheading, []).append(event)
    if beside and beside.subheading in lists:
        return lists[beside.subheading]
    region = _region_of(data.address)

    def count_alike(listed: list[Event]) -> int:
        return sum(bool(region) and _region_of(event.place) == region for event in listed)

    return max(lists.values(), key=count_alike)


def _region_of(place: str) -> str:
    """The last part of a place: its country or town."""
    return place.rpartition(",")[2].strip(" ()").casefold()


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
        grouped = [event.span.start for event in context.events if event.listed_under]
        for item in read_items(context.text, section.body):
            if any(item.span.start <= start < item.span.end for start in grouped):
                return item.span.start
    inner = [each for each in context.sections if _is_within(each, section)]
    if inner:
        return context.text.find("\n", inner[0].heading.span.end) + 1 or len(context.text)
    filled = section.span.start + len(section.span.of(context.text).rstrip())
    return context.text.find("\n", filled) + 1 or len(context.text)


def _is_within(inner: Section, section: Section) -> bool:
    return section.span.start < inner.span.start < section.span.end


def _write_block(
    context: EditContext,
    kind: EntryKind,
    position: ListPosition,
    new: Iterable[tuple[EventData, str]],
) -> str:
    """The lines of new entries for one place, under their heading where that is missing."""
    newline = context.newline
    at, neighbor = position
    if neighbor:
        lead, head, tail = lead_of(neighbor), "", ""
    else:
        lead, head, tail = _begin_list(context, kind, at)
    lines: list[str] = []
    for data, href in new:
        written = write_lines(context, data, lead, href, neighbor)
        if neighbor and is_paragraph(neighbor):
            written.append("")
        context = _with_uids_of(context, written[0])
        lines += written
    text = head + "".join(line + newline for line in lines) + tail
    if at and context.text[at - 1] != "\n":
        text = newline + text
    if neighbor and is_paragraph(neighbor) and at == len(context.text):
        text = newline + text.removesuffix(newline)
    return text


def _begin_list(context: EditContext, kind: EntryKind, at: int) -> tuple[str, str, str]:
    """What a first entry stands behind, what stands above it, and what below it."""
    newline, settings = context.newline, context.link_builder.profile.events
    if Unit.ITEM not in settings.units:
        raise EditRejected(
            translate("core", "Write the first one of the list in the source; others follow it.")
        )
    lead, head = "* ", ""
    if kind == EntryKind.MEETING:
        head, lead = f"* {settings.group}{newline}", "  * "
    if _find_section(context, kind):
        return lead, head, ""
    titles = settings.deadlines if kind == EntryKind.DEADLINE else settings.events
    if not titles:
        raise EditRejected(
            translate("core", "This kind of page has no list for this; name its heading first.")
        )
    head = f"## {titles[0]}{newline}{head}"
    if at < len(context.text):
        return lead, head, newline
    return lead, newline + head, ""
