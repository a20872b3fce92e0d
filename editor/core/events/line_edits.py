"""Edits on the first line of an entry: each value in its own span."""

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.date_formats import write_hours
from editor.core.events.edit_context import EditContext
from editor.core.events.line_forms import forms_of
from editor.core.events.line_writing import is_row
from editor.core.events.location import is_vague, join_place
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.profiles.line_reading import Slot


def edit_line(context: EditContext, event: Event, old: EventData, new: EventData) -> list[Edit]:
    """Put new values into the spans of those that differ.

    Args:
        context: The issue.
        event: The entry.
        old: What it says.
        new: What it should say.

    Returns:
        Edits on the first line; none for a value that has no span yet, for which the caller may
        write the whole line.

    Raises:
        EditRejected: If the place says more than a form can show.
    """
    edits = []
    language = context.link_builder.language
    for span, before, after in (
        (event.group_span, old.group, new.group),
        (event.group_url, old.group_url, new.group_url),
    ):
        if before != after and span:
            edits.append(Edit(span.start, span.end, after))
    if old.title != new.title and event.title_span:
        edits.append(Edit(event.title_span.start, event.title_span.end, new.title))
    if old.label != new.label and event.rule_span:
        edits.append(_edit_label(event, event.rule_span.start, new.label))
    if (old.when, old.rule) != (new.when, new.rule) and event.when_span:
        edits += _edit_when(context, event, old, new)
    if old.what != new.what and event.what_span:
        edits.append(_edit_purpose(event, new))
    if (old.address, old.online) != (new.address, new.online) and event.when_span:
        edits.append(_edit_place(context, event, join_place(new.address, new.online, language)))
    if old.cancelled != new.cancelled:
        edits += _toggle_strike(context, event)
    return edits


def _edit_label(event: Event, rule_start: int, label: str) -> Edit:
    """The label in its span; with its mark before the rule, where it comes or goes."""
    span = event.label_span or Span(rule_start, rule_start)
    if event.label and label:
        return Edit(span.start, span.end, label)
    return Edit(span.start, rule_start, f"{label}: " if label else "")


def _edit_when(context: EditContext, event: Event, old: EventData, new: EventData) -> list[Edit]:
    """The date; hours and last day where they stand apart; a meeting's rule and hours."""
    assert event.when_span
    if event.kind is not EntryKind.MEETING:
        return _edit_times(context, event, new)
    assert event.rule_span
    edits = []
    if old.rule != new.rule:
        edits.append(Edit(event.rule_span.start, event.rule_span.end, new.rule))
        if event.limits_span:
            edits.append(Edit(event.limits_span.start, event.limits_span.end, ""))
    if old.when != new.when:
        hours = write_hours(new.when) if new.when else ""
        end = event.limits_span.start if event.limits_span else event.when_span.end
        edits.append(Edit(event.rule_span.end, end, f", {hours}" if hours else ""))
    return edits


def _edit_times(context: EditContext, event: Event, new: EventData) -> list[Edit]:
    """Each of the times in its span; none where a span would be left with nothing."""
    profile = context.link_builder.profile
    forms = forms_of(profile, event.kind)
    weekday = event.kind is EntryKind.EVENT or any(day is not None for day in event.weekdays)
    spans = {Slot.DATE: event.when_span, Slot.END: event.end_span, Slot.TIME: event.time_span}
    slots = frozenset(slot for slot, span in spans.items() if span)
    if new.when is None:
        values = dict.fromkeys(slots, "")
    else:
        values = forms.write_times(new.when, slots, event.pattern, weekday=weekday)
    return [Edit(span.start, span.end, values[slot]) for slot, span in spans.items() if span]


def _edit_purpose(event: Event, new: EventData) -> Edit:
    """What a deadline is for, with the space behind it that it alone has."""
    assert event.what_span
    start, end = event.what_span.start, event.what_span.end
    if event.what and new.what:
        return Edit(start, end, new.what)
    if event.what:
        return Edit(start, end + 1, "")
    return Edit(start, end, f"{new.what} " if new.what else "")


def _toggle_strike(context: EditContext, event: Event) -> list[Edit]:
    """The ~~ around the words set, or taken away; the link, whose entry says so, stays outside."""
    if is_row(event) or event.more:
        message = translate(
            "core", "“{title}” cannot be struck through as a whole; do it in the source."
        )
        raise EditRejected(message.fill(title=event.title))
    if event.strike:
        return [Edit(span.start, span.end, "") for span in event.strike]
    start = event.content.start
    stop = event.link.start if event.link else event.content.end
    end = start + len(context.text[start:stop].rstrip())
    return [Edit(start, start, "~~"), Edit(end, end, "~~")]


def _edit_place(context: EditContext, event: Event, place: str) -> Edit:
    """The place in its span; a new one behind the time, and one that goes with its comma."""
    assert event.when_span
    if not event.place_span:
        return Edit(event.when_span.end, event.when_span.end, f", {place}")
    if is_vague(event.place):
        message = translate("core", "“{place}” says more than a place; change it in the source.")
        raise EditRejected(message.fill(place=event.place))
    start, end = event.place_span.start, event.place_span.end
    between = context.text[event.when_span.end : start] if start > event.when_span.end else "x"
    if not place and not any(char.isalnum() for char in between):
        start = event.when_span.end
    elif not place:  # it stands behind the title
        start -= len(between) - len(between.rstrip(" ,@–—-("))
        end += between.endswith("(")
    return Edit(start, end, place)
