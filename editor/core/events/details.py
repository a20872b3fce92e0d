"""The lines below an entry: its address on the web, until when to register, and notes."""

import re
from collections.abc import Collection
from datetime import date

from editor.core.base.edits import Span
from editor.core.calendar.dates import read_time_span
from editor.core.events.model import Detail
from editor.core.markdown.list_items import Item

_URL = re.compile(r"<?(?P<url>(?:https?|ftp)://[^\s<>]+)>?\s*$")
_REGISTRATION = re.compile(
    r"""
    (?: (?:Anmeldung(?:en)?|Registrierung|Registration|Tickets)
        \s+ (?: (?:bis|until)(?:\s+zum)? | by )
      | (?:Anmeldeschluss|Anmeldefrist|Registration[ ]deadline):?
    )
    \s+
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_details(
    text: str, item: Item, near: date | None, read: Collection[Span]
) -> tuple[Detail, ...]:
    """Read the lines of an entry below its first.

    Args:
        text: The whole document.
        item: The entry.
        near: Dates without a year are taken as close to this day as possible.
        read: Lines that have been read with the first one.

    Returns:
        The other lines, in their order.
    """
    parts = [(span, _whole_line(text, span)) for span in item.rest]
    parts += [(child.content, child.span) for child in item.children]
    details = [_read_detail(text, span, whole, near) for span, whole in parts if span not in read]
    if item.rest:
        details.sort(key=lambda detail: detail.span)
    return tuple(details)


def _whole_line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    return Span(start, text.find("\n", span.end) + 1 or len(text))


def _read_detail(text: str, span: Span, whole: Span, near: date | None) -> Detail:
    words = span.of(text).rstrip()
    url = _URL.fullmatch(words)
    registration = None
    if lead := _REGISTRATION.match(words):
        match = read_time_span(words, lead.end(), near)
        if match and match.end == len(words):
            registration = match.when
    return Detail(
        span=Span(span.start, span.start + len(words)),
        whole=whole,
        text=words,
        url=url["url"] if url else "",
        registration=registration,
    )


def registration_span(detail: Detail) -> Span:
    """Find the date in the detail line that says until when one can register.

    Args:
        detail: A detail with ``registration``.

    Returns:
        The span of the date in the text.
    """
    lead = _REGISTRATION.match(detail.text)
    assert lead
    return Span(detail.span.start + lead.end(), detail.span.end)
