"""Lists of entries changed by edits: adding, removing, moving, ordering, doubling.

Law: no other entry changes, and what stands between the entries keeps its bytes; the new text has been read
again before the edits are returned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import groupby, zip_longest

from editor.core.base.edits import Edit, apply, drop_idle_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.dates import TimeSpan
from editor.core.events.calendar_link import read_uid
from editor.core.events.editing import EditContext, check_printable, rejection, write_lines
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import CALENDAR_ANCHOR, kind_of_section, read_event_data
from editor.core.markdown.outline import Section, read_items

KINDS = (EntryKind.EVENT, EntryKind.MEETING, EntryKind.DEADLINE)


# --- adding -------------------------------------------------------------------------------------


def add_entries(
    context: EditContext, new: Sequence[EventData], hrefs: Sequence[str] = ()
) -> list[Edit]:
    """The edits that add entries of any kind: dated ones behind the last that does not start after them, meetings
    behind the last. A list that is not there yet is added, under the profile's heading. ``hrefs`` are the calendar
    links they came with ("" for none), whose identity they keep."""
    edits: list[Edit] = []
    for one in new:
        if not one.title or (one.when is None and one.kind != EntryKind.MEETING):
            raise EditRejected(translate("core", "An event needs a title and a date."))
        check_printable(one)
    for kind in KINDS:
        own = [
            (one, href)
            for one, href in zip_longest(new, hrefs, fillvalue="")
            if isinstance(one, EventData) and one.kind == kind
        ]
        placed = [
            (_place(context, one), one, href)
            for one, href in sorted(own, key=lambda pair: _moment(pair[0]))
        ]
        for (at, model), group in groupby(placed, key=lambda found: found[0]):
            block = _block(context, kind, model, at, [(one, href) for _, one, href in group])
            context = replace(
                context,
                given=context.given
                | {read_uid(match["href"]) for match in CALENDAR_ANCHOR.finditer(block)},
            )
            edits.append(Edit(at, at, block))
    candidate = apply(context.text, edits)
    found = [read_event_data(event, candidate) for event in context.reparse(candidate)]
    lost = next((one for one in new if one not in found), None)
    kept = _without(found, new) == [
        read_event_data(event, context.text) for event in context.events
    ]
    if lost or not kept:
        raise rejection((lost or new[0]).title)
    return edits


def _moment(one: EventData) -> tuple[date, time]:
    if one.when:
        return (one.when.start, one.when.start_time or time())
    return (date.min, time())


def _without(found: list[EventData], new: Sequence[EventData]) -> list[EventData]:
    rest = list(found)
    for one in new:
        if one in rest:
            rest.reverse()  # the new one of two alike stands behind the old
            rest.remove(one)
            rest.reverse()
    return rest


ListPosition = tuple[int, Event | None]
"""Where an entry goes, and the neighbour whose indent and marker it takes."""


def _place(context: EditContext, one: EventData) -> ListPosition:
    others = [
        event
        for event in context.events
        if event.kind == one.kind and (one.kind == EntryKind.MEETING or not event.group)
    ]
    if not others:
        return _first_place(context, one.kind), None
    if one.kind == EntryKind.MEETING:
        return others[-1].span.end, others[-1]
    assert one.when
    before = [event for event in others if event.when and event.when.start <= one.when.start]
    if before:
        return (before[-1].span.end, before[-1])
    return (others[0].span.start, others[0])


def _section(context: EditContext, kind: EntryKind) -> Section | None:
    wanted = EntryKind.DEADLINE if kind == EntryKind.DEADLINE else EntryKind.EVENT
    return next(
        (
            found
            for found in context.sections
            if kind_of_section(found, context.link_builder.profile.events) == wanted
        ),
        None,
    )


def _first_place(context: EditContext, kind: EntryKind) -> int:
    """For the first entry of its kind: before the group of meetings of its section, else behind the section's last
    line; deadlines without a section before the events."""
    section = _section(context, kind)
    if section is None:
        events = _section(context, EntryKind.EVENT) if kind == EntryKind.DEADLINE else None
        if events:
            return events.span.start
        return len(context.text)
    for item in read_items(context.text, section.body) if kind == EntryKind.EVENT else ():
        if any(
            item.span.start <= other.span.start < item.span.end
            for other in context.events
            if other.group
        ):
            return item.span.start
    filled = section.span.start + len(section.span.of(context.text).rstrip())
    return context.text.find("\n", filled) + 1 or len(context.text)


def _block(
    context: EditContext,
    kind: EntryKind,
    model: Event | None,
    at: int,
    new: Iterable[tuple[EventData, str]],
) -> str:
    """The lines of new entries for one place, under their heading where that is missing."""
    newline, conventions = context.newline, context.link_builder.profile.events
    lead = " " * model.indent + model.marker + " " if model else "* "
    head, tail = "", ""
    if model is None and kind == EntryKind.MEETING:
        head, lead = f"* {conventions.group}{newline}", "  * "
    if _section(context, kind) is None:
        title = (conventions.deadlines if kind == EntryKind.DEADLINE else conventions.events)[0]
        head = f"## {title}{newline}{head}"
        head, tail = (head, newline) if at < len(context.text) else (newline + head, "")
    lines: list[str] = []
    for one, href in new:
        made = write_lines(context, one, lead, href)
        context = replace(
            context,
            given=context.given
            | {read_uid(match["href"]) for match in CALENDAR_ANCHOR.finditer(made[0])},
        )
        lines += made
    text = head + "".join(line + newline for line in lines) + tail
    if at and context.text[at - 1] != "\n":
        return newline + text
    return text


# --- removing, moving, ordering --------------------------------------------------------------------


def remove_entries(context: EditContext, *gone: Event) -> list[Edit]:
    """The edits that take out entries with their details, and nothing else."""
    edits = [
        Edit(event.span.start, event.span.end, "")
        for event in sorted(gone, key=lambda event: event.span)
    ]
    expected = [
        read_event_data(other, context.text) for other in context.events if other not in gone
    ]
    if edits and _read(context, edits) != expected:
        raise EditRejected(
            translate(
                "core",
                "“{title}” cannot be removed without changing another entry; delete it in the source.",
            ).fill(title=gone[0].title)
        )
    return edits


def move_entry(
    context: EditContext, source: Event, target: Event, *, behind: bool = False
) -> list[Edit]:
    """The edits that put an entry before another one of its list (or behind it)."""
    return move_entries(context, [source], target, behind=behind)


def move_entries(
    context: EditContext, moved: Sequence[Event], target: Event, *, behind: bool = False
) -> list[Edit]:
    """The edits that put entries, in the order of the text, before another one of their list (or behind it)."""
    at = target.span.end if behind else target.span.start
    if [event.span.start for event in moved] == [at] or (
        len(moved) == 1 and moved[0].span.start <= at <= moved[0].span.end
    ):
        return []
    parts = [event.span.of(context.text) for event in moved]
    text = "".join(part if part.endswith("\n") else part + context.newline for part in parts)
    lead = context.newline if at and context.text[at - 1] != "\n" else ""
    edits = sorted(
        [
            *(Edit(event.span.start, event.span.end, "") for event in moved),
            Edit(at, at, lead + text),
        ]
    )
    return _same(context, edits, moved[0])


def order_entries(context: EditContext, kind: EntryKind = EntryKind.EVENT) -> list[Edit]:
    """The edits that put the dated entries of every list in the order of their days; those of one day by their
    hour, all-day first, else as they stand. What stands between the entries stays where it is."""
    edits: list[Edit] = []
    for group in _lists(
        context, [event for event in context.events if event.kind == kind and event.when]
    ):
        for slot, event in zip(
            group,
            sorted(group, key=lambda event: _moment(read_event_data(event, context.text))),
            strict=True,
        ):
            text = event.span.of(context.text)
            ending = slot.span.of(context.text)[len(slot.span.of(context.text).rstrip("\r\n")) :]
            edits.append(Edit(slot.span.start, slot.span.end, text.rstrip("\r\n") + ending))
    edits = drop_idle_edits(context.text, edits)
    if edits:
        return _same(context, edits, context.events[0])
    return []


def _lists(context: EditContext, found: Sequence[Event]) -> list[list[Event]]:
    """Entries list by list: a heading, another indent or another group begins a new one."""
    lists: list[list[Event]] = []
    for event in found:
        last = lists[-1][-1] if lists else None
        between = context.text[last.span.end : event.span.start] if last else ""
        if (
            last
            and (last.group, last.indent) == (event.group, event.indent)
            and "\n#" not in "\n" + between
        ):
            lists[-1].append(event)
        else:
            lists.append([event])
    return lists


def duplicate_entry(context: EditContext, event: Event) -> list[Edit]:
    """The edits that put a copy behind an entry; its calendar link has an identity of its own."""
    copy = read_event_data(event, context.text)
    lines = write_lines(context, copy, " " * event.indent + event.marker + " ")
    at = event.span.end
    lead = "" if context.text[at - 1] == "\n" else context.newline
    edits = [Edit(at, at, lead + "".join(line + context.newline for line in lines))]
    found = _read(context, edits)
    if len(found) != len(context.events) + 1 or found.count(copy) < 2:
        raise rejection(event.title)
    return edits


def make_deadlines(context: EditContext, *moved: Event) -> list[Edit]:
    """The edits that make deadlines of events: until when people can register, else the day of the event."""
    new = []
    for event in moved:
        old = read_event_data(event, context.text)
        notes = old.notes if old.url else ""
        until = old.registration or (
            TimeSpan(old.when.start, old.when.start_time) if old.when else None
        )
        new.append(EventData(old.title, until, url=old.url, notes=notes, kind=EntryKind.DEADLINE))
    edits = [*add_entries(context, new), *remove_entries(context, *moved)]
    if len(_read(context, edits)) != len(context.events):
        raise rejection(moved[0].title)
    return edits


def _read(context: EditContext, edits: list[Edit]) -> list[EventData]:
    candidate = apply(context.text, edits)
    return [read_event_data(event, candidate) for event in context.reparse(candidate)]


def _same(context: EditContext, edits: list[Edit], named: Event) -> list[Edit]:
    """The edits, if afterwards there are the same entries in whatever order."""
    if sorted(map(repr, _read(context, edits))) != sorted(
        repr(read_event_data(event, context.text)) for event in context.events
    ):
        raise EditRejected(
            translate(
                "core",
                "“{title}” cannot be moved without changing another entry; move it in the source.",
            ).fill(title=named.title)
        )
    return edits
