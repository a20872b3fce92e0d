"""Whole lines of entries, in the form the newsletter has."""

import re

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.date_formats import write_hours, write_time_span
from editor.core.calendar.dates import TimeSpan
from editor.core.events.edit_context import EditContext
from editor.core.events.link_reading import read_link
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import join_place

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def check_printable(data: EventData) -> None:
    """Refuse data that no line can hold.

    Args:
        data: What an entry should say.

    Raises:
        EditRejected: If a value holds line ends (notes may) or control characters.
    """
    for part in (data.title, data.address, data.url, data.what, *data.notes.split("\n")):
        if _UNPRINTABLE.search(part):
            message = translate("core", "“{title}” holds a character that no line can hold.")
            raise EditRejected(message.fill(title=_UNPRINTABLE.sub("�", data.title)))


def write_headline(data: EventData, language: str) -> str:
    """Write the first line of an entry, without marker and link.

    Args:
        data: What the entry says; an event needs a date.
        language: ISO 639-1 code of the document's language.

    Returns:
        The words as ``reading`` reads them back.

    Raises:
        EditRejected: If a deadline has no date.
    """
    place = join_place(data.address, data.online, language)
    if data.kind is EntryKind.DEADLINE:
        return _write_deadline(data, language)
    if data.kind is EntryKind.MEETING:
        hours = write_hours(data.when) if data.when else ""
        return f"{data.title}: " + ", ".join(part for part in (data.rule, hours, place) if part)
    assert data.when
    day_and_place = [write_time_span(data.when, language), place]
    return ", ".join(part for part in day_and_place if part) + f": **{data.title}**"


def _write_deadline(data: EventData, language: str) -> str:
    if data.when is None:
        raise EditRejected(translate("core", "An event needs a title and a date."))
    title = data.title
    if data.url:
        title = f"[{title}]({data.url})"
    elif "," in title:
        title = f"**{title}**"
    day = write_time_span(data.when, language, weekday=False)
    words = [data.what, phrasebook_for(language).until, day]
    return f"{title}, " + " ".join(word for word in words if word)


def write_first_line(data: EventData, link: str, language: str) -> str:
    """Write the first line of an entry with its link, struck through if it is cancelled.

    Args:
        data: What the entry says.
        link: A space and the link's element, or "".
        language: ISO 639-1 code of the document's language.

    Returns:
        The line without its marker.

    Raises:
        EditRejected: As ``write_headline``.
    """
    words = write_headline(data, language)
    if data.cancelled:
        words = f"~~{words}~~"
    return words + link


def write_registration(until: TimeSpan, language: str) -> str:
    """Write the detail line that says until when one can register."""
    day = write_time_span(until, language, weekday=False)
    return phrasebook_for(language).registration + day


def write_lines(context: EditContext, data: EventData, lead: str, href: str = "") -> list[str]:
    """Write the lines of a new entry.

    Args:
        context: The issue it goes into.
        data: What the entry says.
        lead: Its indent and list marker.
        href: A calendar link it comes with, whose identity it keeps; "" for none.

    Returns:
        The first line and those of the details below it, without line ends.

    Raises:
        EditRejected: If the entry cannot be written.
    """
    language = context.link_builder.language
    link = ""
    if data.kind is not EntryKind.DEADLINE:
        builder = context.link_builder.with_published(href) if href else context.link_builder
        element = builder.build(data, read_link(href), context.uids_taken(None))
        link = f" {element}" if element else ""
    details = list(data.notes.split("\n"))
    if data.registration:
        details.insert(0, write_registration(data.registration, language))
    if data.kind is not EntryKind.DEADLINE:
        details.insert(0, data.url)
    first = lead + write_first_line(data, link, language)
    inner = " " * len(lead) + "* "
    return [first, *(inner + detail for detail in details if detail.strip())]
