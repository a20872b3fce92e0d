"""An event's values changed by edits. ``eventlists`` adds, removes and orders whole entries.

Law: a change touches the spans of the values that differ, and the calendar link; everything else keeps its
bytes, and the new text has been read again before the edits are returned.
"""

import difflib
import re
from dataclasses import dataclass, replace
from datetime import date

from editor.core.base.edits import Edit, Span, apply, drop_idle_edits
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.calendar.dates import TimeSpan, write_hours, write_time_span
from editor.core.events.calendar_link import CalendarLinkBuilder, read_uid
from editor.core.events.model import Detail, EntryKind, Event, EventData
from editor.core.events.reading import VAGUE_PLACE, join_place, read_event_data, registration_span
from editor.core.markdown.outline import Section


@dataclass(frozen=True, slots=True)
class EditContext:
    """What edits to events need to know of their issue."""

    text: str
    events: tuple[Event, ...]
    link_builder: CalendarLinkBuilder
    reparse: "Reparser"
    sections: tuple[Section, ...] = ()
    newline: str = "\n"
    given: frozenset[str] = frozenset()
    """UIDs that are being written by the same command."""

    def taken(self, event: Event | None) -> dict[str, bool]:
        """The UIDs of the other entries, and whether they stand before this one: a copied line is no second bearer."""
        found = dict.fromkeys(self.given, True)
        for other in self.events:
            if other.href and other is not event:
                uid = read_uid(other.href.of(self.text))
                before = event is None or other.span.start < event.span.start
                found[uid] = found.get(uid, False) or before
        return found


class Reparser:
    """Reads the events of another text the way those of this one were read."""

    def __call__(self, text: str) -> tuple[Event, ...]:
        raise NotImplementedError


def change_event(
    context: EditContext, event: Event, new: EventData, anchor: date | None = None
) -> list[Edit]:
    """The edits that give an event new values; none where nothing differs.

    The calendar link is written anew when the line changes (and added, but for a deadline). ``anchor`` is a day on
    which a series takes place. EditRejected where the line would not read back as asked, or where words nobody
    understood would be lost.
    """
    old = read_event_data(event, context.text)
    if new.notes != old.notes:
        new = replace(
            new,
            notes="\n".join(line.strip(" \t") for line in new.notes.split("\n") if line.strip()),
        )
    if new == old and anchor is None:
        return []
    check_printable(new)
    details = _detail_edits(context, event, old, new)
    in_place = _in_place(context, event, old, new)
    try:
        return _checked(
            context, event, new, in_place + details + _link_edits(context, event, new, anchor)
        )
    except UserFacingError:
        if event.kind != EntryKind.EVENT or not _understood(context, event):
            raise
    return _checked(
        context,
        event,
        new,
        [Edit(event.content.start, event.content.end, _line(context, event, new)), *details],
    )


def _line(context: EditContext, event: Event | None, new: EventData, href: str = "") -> str:
    """A whole line in the house form, with its link."""
    words = write_headline(new, context.link_builder)
    return (f"~~{words}~~" if new.cancelled else words) + _link_text(context, event, new, href=href)


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def check_printable(new: EventData) -> None:
    """A line holds no line ends and no control characters."""
    for part in (new.title, new.address, new.url, new.what, *new.notes.split("\n")):
        if _UNPRINTABLE.search(part):
            raise EditRejected(
                translate("core", "“{title}” holds a character that no line can hold.").fill(
                    title=_UNPRINTABLE.sub("�", new.title)
                )
            )


def _understood(context: EditContext, event: Event) -> bool:
    """Whether nothing stands in the line but time, place, title and link: only then may it be written anew."""
    known = sorted(
        span
        for span in (
            event.when_span,
            event.place_span,
            event.title_span,
            event.link,
            *(event.strike or ()),
        )
        if span
    )
    at, rest = event.content.start, ""
    for span in known:
        rest += context.text[at : span.start]
        at = span.end
    rest += context.text[at : event.content.end]
    return event.line_url is None and not rest.strip(" \t,:*")


def _in_place(context: EditContext, event: Event, old: EventData, new: EventData) -> list[Edit]:
    """Edits on the spans of the values that differ. A value without a span may make the caller rewrite the line."""
    edits = []
    language = context.link_builder.language
    if old.title != new.title and event.title_span:
        edits.append(Edit(event.title_span.start, event.title_span.end, new.title))
    if (old.when, old.rule) != (new.when, new.rule) and event.when_span:
        edits += _when_edits(event, old, new, language)
    if old.what != new.what and event.what_span:
        blank = "" if event.what and new.what else " "
        edits.append(
            Edit(
                event.what_span.start,
                event.what_span.end + len(blank if event.what else ""),
                new.what + (blank if new.what else ""),
            )
        )
    if (old.address, old.online) != (new.address, new.online) and event.when_span:
        edits.append(_place_edit(event, join_place(new.address, new.online, language)))
    if old.cancelled != new.cancelled:
        edits += _strike_edits(context, event)
    return edits


def _when_edits(event: Event, old: EventData, new: EventData, language: str) -> list[Edit]:
    """The date; a meeting's rule and hours, each in its place."""
    assert event.when_span
    if event.kind != EntryKind.MEETING:
        weekday = event.kind == EntryKind.EVENT or any(day is not None for day in event.weekdays)
        written = write_time_span(new.when, language, weekday=weekday) if new.when else ""
        return [Edit(event.when_span.start, event.when_span.end, written)]
    assert event.rule_span
    if old.rule != new.rule:
        edits = [Edit(event.rule_span.start, event.rule_span.end, new.rule)]
    else:
        edits = []
    if old.when != new.when:
        hours = write_hours(new.when) if new.when else ""
        edits.append(Edit(event.rule_span.end, event.when_span.end, f", {hours}" if hours else ""))
    return edits


def _strike_edits(context: EditContext, event: Event) -> list[Edit]:
    """The ~~ around the words of a line set, or taken away; the link stays outside, for it says so itself."""
    if event.strike:
        return [Edit(span.start, span.end, "") for span in event.strike]
    stop = event.link.start if event.link else event.content.end
    end = event.content.start + len(context.text[event.content.start : stop].rstrip())
    return [Edit(event.content.start, event.content.start, "~~"), Edit(end, end, "~~")]


def _place_edit(event: Event, place: str) -> Edit:
    """The place in its span; a new one behind the time, and with its comma taken out where it goes."""
    assert event.when_span
    if not event.place_span:
        return Edit(event.when_span.end, event.when_span.end, f", {place}")
    if VAGUE_PLACE.fullmatch(event.place):
        raise EditRejected(
            translate("core", "“{place}” says more than a place; change it in the source.").fill(
                place=event.place
            )
        )
    return Edit(
        event.place_span.start if place else event.when_span.end, event.place_span.end, place
    )


def _detail_edits(context: EditContext, event: Event, old: EventData, new: EventData) -> list[Edit]:
    edits = _url_edits(context, event, new.url) if old.url != new.url else []
    edits += (
        _registration_edits(context, event, new.registration)
        if old.registration != new.registration
        else []
    )
    return edits + (_notes_edits(context, event, new.notes) if old.notes != new.notes else [])


def _registration_edits(context: EditContext, event: Event, until: TimeSpan | None) -> list[Edit]:
    detail = event.registration
    language = context.link_builder.language
    if detail and until:
        span = registration_span(detail)
        return [
            Edit(
                span.start,
                span.end,
                write_time_span(
                    until, language, weekday="," in span.of(context.text).split(".")[0]
                ),
            )
        ]
    if detail:
        return [_removed(context, detail)]
    return _detail_lines(
        context,
        event,
        _below_url(context, event),
        [_registration_line(until, language)] if until else [],
    )


def _registration_line(until: TimeSpan, language: str) -> str:
    return ("Anmeldung bis " if language == "de" else "Registration until ") + write_time_span(
        until, language, weekday=False
    )


def _below_url(context: EditContext, event: Event) -> int:
    if event.url:
        return event.url.whole.end
    return _next_line(context, event.content.end)


def _removed(context: EditContext, detail: Detail) -> Edit:
    """A detail's line taken out; never with lines below it that the form has not shown."""
    if "\n" in detail.whole.of(context.text).strip():
        raise EditRejected(
            translate("core", "Below “{line}” stands more; take it out in the source.").fill(
                line=detail.text[:60]
            )
        )
    return Edit(detail.whole.start, detail.whole.end, "")


def _url_edits(context: EditContext, event: Event, url: str) -> list[Edit]:
    detail = event.url
    if detail and url:
        at = detail.span.start + detail.text.index(detail.url)
        return [Edit(at, at + len(detail.url), url)]
    if detail:
        return [_removed(context, detail)]
    if event.kind == EntryKind.DEADLINE and event.title_span and not (url and event.line_url):
        return _linked_title(context, event, event.title_span, url)
    if event.line_url:
        return [Edit(event.line_url.start, event.line_url.end, url)]
    return _detail_lines(context, event, _next_line(context, event.content.end), [url])


def _linked_title(context: EditContext, event: Event, title: Span, url: str) -> list[Edit]:
    """A deadline's title becomes a link, or is one no more."""
    if url:
        return [Edit(title.start, title.start, "["), Edit(title.end, title.end, f"]({url})")]
    end = event.line_url.end + 1 if event.line_url else title.end
    if (
        not event.line_url
        or context.text[title.start - 1 : title.start]
        + context.text[title.end : event.line_url.start]
        != "[]("
    ):
        raise EditRejected(
            translate(
                "core", "The link of “{title}” stands on other words; take it out in the source."
            ).fill(title=event.title)
        )
    return [Edit(title.start - 1, title.start, ""), Edit(title.end, end, "")]


def _next_line(context: EditContext, position: int) -> int:
    """The start of the line below a position; the end of the text below its last one."""
    return context.text.find("\n", position) + 1 or len(context.text)


def _detail_lines(context: EditContext, event: Event, at: int, lines: list[str]) -> list[Edit]:
    """Insert detail bullets at the start of a line (or at the end of a text without a final line end)."""
    if not lines:
        return []
    lead = (
        " " * (event.content.start - (context.text.rfind("\n", 0, event.content.start) + 1)) + "* "
    )
    written = "".join(lead + line + context.newline for line in lines)
    if at and context.text[at - 1] != "\n":
        written = context.newline + written.removesuffix(context.newline)
    return [Edit(at, at, written)]


def _notes_edits(context: EditContext, event: Event, notes: str) -> list[Edit]:
    """Line by line, so that a note nobody touched keeps its bytes."""
    old, new = event.notes, notes.split("\n") if notes else []
    edits: list[Edit] = []
    matcher = difflib.SequenceMatcher(None, [detail.text for detail in old], new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        for detail, line in zip(old[i:j], new[k:m], strict=False):
            edits.append(Edit(detail.span.start, detail.span.end, line))
        for detail in old[i + (m - k) : j]:
            edits.append(_removed(context, detail))
        extra = new[k + (j - i) : m]
        at = old[j - 1].whole.end if j else _below_url(context, event)
        edits += _detail_lines(context, event, at, extra)
    return edits


def _link_edits(
    context: EditContext, event: Event, new: EventData, anchor: date | None
) -> list[Edit]:
    written = _link_text(context, event, new, anchor)
    if event.link:
        return [Edit(event.link.start, event.link.end, written.lstrip())]
    end = event.content.start + len(event.content.of(context.text).rstrip())
    if written:
        return [Edit(end, end, written)]
    return []


def _link_text(
    context: EditContext,
    event: Event | None,
    new: EventData,
    anchor: date | None = None,
    href: str = "",
) -> str:
    """A blank and the link. A deadline's only where it has one; what no entry can say keeps the link it has."""
    kept = event.link.of(context.text) if event and event.link else ""
    if new.kind == EntryKind.DEADLINE and not kept:
        return ""
    old = event.href.of(context.text) if event and event.href else href
    link_builder = context.link_builder.knowing(href) if href else context.link_builder
    element = link_builder.element(new, old, context.taken(event), anchor) or kept
    if element:
        return " " + element
    return ""


def toggle_link(context: EditContext, event: Event, *, wanted: bool) -> list[Edit]:
    """The edits that give an entry its calendar link, or take it away."""
    if wanted == bool(event.link):
        return []
    if event.link:
        start = event.content.start + len(
            context.text[event.content.start : event.link.start].rstrip()
        )
        return _checked(
            context, event, read_event_data(event, context.text), [Edit(start, event.link.end, "")]
        )
    element = context.link_builder.element(
        read_event_data(event, context.text), "", context.taken(event)
    )
    end = event.content.start + len(event.content.of(context.text).rstrip())
    return _checked(
        context,
        event,
        read_event_data(event, context.text),
        [Edit(end, end, f" {element}")] if element else [],
    )


def _checked(context: EditContext, event: Event, new: EventData, edits: list[Edit]) -> list[Edit]:
    """The edits, if the text they make reads as asked and every other event is what it was."""
    edits = drop_idle_edits(context.text, edits)
    candidate = apply(context.text, edits)
    after = context.reparse(candidate)
    index = context.events.index(event)
    if len(after) == len(context.events):
        others = all(
            read_event_data(one, context.text) == read_event_data(two, candidate)
            for i, (one, two) in enumerate(zip(context.events, after, strict=True))
            if i != index
        )
        if others and read_event_data(after[index], candidate) == new:
            return edits
    raise rejection(event.title)


def rejection(title: str) -> EditRejected:
    return EditRejected(
        translate(
            "core",
            "“{title}” cannot be written this way: the line would not read back the same. Change it in the source.",
        ).fill(title=title)
    )


def write_headline(new: EventData, link_builder: CalendarLinkBuilder) -> str:
    """An entry's line in the house form, without marker and link."""
    language = link_builder.language
    place = join_place(new.address, new.online, language)
    if new.kind == EntryKind.DEADLINE:
        if new.when is None:
            raise EditRejected(translate("core", "An event needs a title and a date."))
        if new.url:
            title = f"[{new.title}]({new.url})"
        elif "," in new.title:
            title = f"**{new.title}**"
        else:
            title = new.title
        until = "bis" if language == "de" else "until"
        return f"{title}, {new.what + ' ' if new.what else ''}{until} {write_time_span(new.when, language, weekday=False)}"
    if new.kind == EntryKind.MEETING:
        return f"{new.title}: " + ", ".join(
            part for part in (new.rule, write_hours(new.when) if new.when else "", place) if part
        )
    assert new.when
    return (
        write_time_span(new.when, language) + (f", {place}" if place else "") + f": **{new.title}**"
    )


def write_lines(context: EditContext, new: EventData, lead: str, href: str = "") -> list[str]:
    """The lines of a new entry: ``lead`` is its indent and marker, the details stand below its words; ``href`` is a
    calendar link it comes with, whose identity it keeps."""
    inner = " " * len(lead) + "* "
    url = "" if new.kind == EntryKind.DEADLINE else new.url
    if new.registration:
        register = _registration_line(new.registration, context.link_builder.language)
    else:
        register = ""
    return [
        lead + _line(context, None, new, href),
        *(inner + line for line in (url, register, *new.notes.split("\n")) if line.strip()),
    ]
