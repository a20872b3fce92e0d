"""Whole lines of entries, in the form the newsletter has."""

import re
from collections import Counter
from collections.abc import Iterator

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.date_formats import write_hours, write_time_span
from editor.core.calendar.dates import TimeSpan
from editor.core.events.edit_context import EditContext
from editor.core.events.line_forms import LineForms, forms_of
from editor.core.events.link_reading import read_link
from editor.core.events.location import join_place
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.profiles.event_settings import EVENT_LINES
from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import LineTemplate
from editor.core.profiles.profile import Profile

_LEAD = re.compile(r"\s*(?:[-*+:]|\d+[.)])?\s*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def check_printable(data: EventData) -> None:
    """Refuse data that no line can hold.

    Args:
        data: What an entry should say.

    Raises:
        EditRejected: If a value holds line ends (notes may) or control characters.
    """
    values = (
        *(data.title, data.address, data.url, data.what),
        *(data.group, data.group_url, data.label),
    )
    for part in (*values, *data.notes.split("\n")):
        if _UNPRINTABLE.search(part):
            message = translate("core", "“{title}” holds a character that no line can hold.")
            raise EditRejected(message.fill(title=_UNPRINTABLE.sub("�", data.title)))


def write_words(
    context: EditContext, data: EventData, like: Event | None = None, *, is_new: bool = False
) -> tuple[str, ...]:
    """Write the lines of an entry's form, without markers and link.

    Args:
        context: The issue it stands in.
        data: What the entry says; an event needs a date.
        like: An entry whose form it takes if that can say the same things. Where that form asks
            for more, it is left empty in a new entry; another changes to a form without gaps.
        is_new: Whether it is a new entry beside that one.

    Returns:
        The words as ``reading`` reads them back: a line, more where the form has more.

    Raises:
        EditRejected: If a deadline has no date, or no form of the newsletter says all of it.
    """
    profile = context.link_builder.profile
    if data.kind is EntryKind.MEETING:
        place = join_place(data.address, data.online, profile.language)
        hours = write_hours(data.when) if data.when else ""
        said = ", ".join(part for part in (data.rule, hours, place) if part)
        if data.label or (like and like.ends_with_title):
            label = f"{data.label}: " if data.label else ""
            return (f"{label}{said}: **{data.title}**",)
        return (f"{data.title}: {said}",)
    if data.when is None:
        raise EditRejected(translate("core", "An event needs a title and a date."))
    if data.kind is EntryKind.DEADLINE and not forms_of(profile, data.kind).templates:
        return (_write_deadline(data, profile.language),)
    lines = _write_by_template(context, data, data.when, like, is_new)
    if lines:
        return lines
    message = translate(
        "core",
        "No line of this newsletter’s form says all of “{title}”; leave a field empty, or write "
        "the line in the source.",
    )
    raise EditRejected(message.fill(title=data.title))


def _write_by_template(
    context: EditContext, data: EventData, when: TimeSpan, like: Event | None, is_new: bool
) -> tuple[str, ...]:
    """The lines by the first template that says all and asks for nothing more; () for none."""
    profile = context.link_builder.profile
    forms = forms_of(profile, data.kind)
    said = {
        Slot.TITLE: data.title,
        Slot.PLACE: join_place(data.address, data.online, profile.language),
        Slot.GROUP: data.group,
        Slot.GROUP_URL: data.group_url,
    }
    needed = {slot for slot, text in said.items() if text}
    own = None
    if not is_usual(profile):  # the first form is that of most lines
        own = like.template if like else forms.templates[0]
    cells = own.source.count("|") if own and like and is_row(like) else None
    pattern = like.pattern if like else None
    with_gaps: tuple[str, ...] = ()
    for template in _templates_in_order(context, forms, like):
        if needed <= template.slots and cells in (None, template.source.count("|")):
            times = forms.write_times(when, template.slots, pattern)
            values = {**said, Slot.URL: data.url, **times}
            lines = template.write(values)
            is_full = all(values[slot] for slot in template.slots)
            if is_full or (is_new and template == own):
                return lines
            if template == own:
                with_gaps = lines
    return with_gaps


def is_row(event: Event) -> bool:
    """Tell whether an entry is a row of a table."""
    return not event.marker and event.template is not None and "|" in event.template.source


def is_paragraph(event: Event) -> bool:
    """Tell whether an entry is a paragraph or a definition, with an empty line behind it."""
    return not event.marker and not is_row(event)


def is_usual(profile: Profile) -> bool:
    """Tell whether a profile's events have the usual forms, which need no neighbor to be known.

    Args:
        profile: A profile.

    Returns:
        Whether its lines are the default.
    """
    return profile.events.lines == EVENT_LINES


def _templates_in_order(
    context: EditContext, forms: LineForms, like: Event | None
) -> Iterator[LineTemplate]:
    """The templates to write by: the neighbor's, those of the issue by their number, the rest.

    The usual forms are read in all their variants, and written in the first.
    """
    preferred: list[LineTemplate] = []
    if not is_usual(context.link_builder.profile):
        used = Counter(event.template for event in context.events if event.template)
        preferred = [template for template, _ in used.most_common()]
        if like and like.template:
            preferred.insert(0, like.template)
    kept = [template for template in preferred if template in forms.templates]
    yield from dict.fromkeys([*kept, *forms.templates])


def _write_deadline(data: EventData, language: str) -> str:
    assert data.when
    title = data.title
    if data.url:
        title = f"[{title}]({data.url})"
    elif "," in title:
        title = f"**{title}**"
    day = write_time_span(data.when, language, weekday=False)
    words = [data.what, phrasebook_for(language).until, day]
    return f"{title}, " + " ".join(word for word in words if word)


def write_first_line(words: str, link: str, *, cancelled: bool) -> str:
    """Write the first line of an entry with its link, struck through if it is cancelled.

    Args:
        words: What the line says.
        link: A space and the link's element, or "".
        cancelled: Whether it is struck through.

    Returns:
        The line without its marker.
    """
    if cancelled:
        words = f"~~{words}~~"
    if link and words.endswith("|"):
        return f"{words[:-1].rstrip()}{link} |"
    return words + link


def write_registration(until: TimeSpan, language: str) -> str:
    """Write the detail line that says until when one can register."""
    day = write_time_span(until, language, weekday=False)
    return phrasebook_for(language).registration + day


def write_lines(
    context: EditContext, data: EventData, lead: str, href: str = "", like: Event | None = None
) -> list[str]:
    """Write the lines of a new entry.

    Args:
        context: The issue it goes into.
        data: What the entry says.
        lead: Its indent and list marker.
        href: A calendar link it comes with, whose identity it keeps; "" for none.
        like: An entry of its list, whose form it takes.

    Returns:
        The first line and those below it, without line ends.

    Raises:
        EditRejected: If the entry cannot be written.
    """
    language = context.link_builder.language
    link = ""
    if data.kind is not EntryKind.DEADLINE:
        builder = context.link_builder.with_published(href) if href else context.link_builder
        element = builder.build(data, read_link(href), context.uids_taken(None))
        link = f" {element}" if element else ""
    words = write_words(context, data, like, is_new=True)
    details = list(data.notes.split("\n"))
    if data.registration:
        details.insert(0, write_registration(data.registration, language))
    if data.kind is not EntryKind.DEADLINE and not any(data.url in line for line in words):
        details.insert(0, data.url)
    first = lead + write_first_line(words[0], link, cancelled=data.cancelled)
    inner = inner_lead(context, like, lead)
    more = [inner + line for line in words[1:]]
    return [first, *more, *(inner + detail for detail in details if detail.strip())]


def inner_lead(context: EditContext, like: Event | None, lead: str) -> str:
    """Return what stands before a line below an entry: as at its neighbors, or as is usual.

    Args:
        context: The issue.
        like: The entry, or a neighbor; None for none.
        lead: What stands before its first line; "" if it is no item of a list.
    """
    for event in (like, *context.events):
        if event and event.more:
            start = event.more[0].start
            written = context.text[context.text.rfind("\n", 0, start) + 1 : start]
            if _LEAD.fullmatch(written):
                return written
    return " " * len(lead) + "* " if lead else ": "


def lead_of(event: Event) -> str:
    """Return what stands before an entry of the same list: its indent and marker."""
    return " " * event.indent + (f"{event.marker} " if event.marker else "")
