"""Web pages read into candidates: schema.org events in JSON-LD and microdata, h-event, and links to calendars.

Sources: schema.org/Event, WHATWG HTML §5 (microdata), microformats.org/wiki/h-event.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar.entry import Moment
from editor.core.events.model import EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    is_over,
    plain_words,
    time_span_of,
    with_location,
)

_EVENT = re.compile(r"(?:^|[/#:])[A-Z]?[A-Za-z]*(?:Event|Festival|Hackathon)$")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{3,20})", re.IGNORECASE)
_MOST_NODES = 200_000
_DEEPEST = 60
_DAY_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def decode_page(data: bytes, name: str) -> str:
    """A page's text, by its byte order mark, its own word, or UTF-8. Raises InputRejected where that does not fit."""
    told = _CHARSET.search(data[:2000])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif told:
        encoding = told[1].decode()
    else:
        encoding = "utf-8"
    try:
        return data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except (UnicodeError, LookupError):
        raise InputRejected(
            translate(
                "core",
                "“{name}” is not written in the encoding it names; nothing was read from it.",
            ).fill(name=name)
        ) from None


def page_words(text: str) -> str:
    """What a page says, line by line."""
    page = LexborHTMLParser(text)
    if page.body:
        return page.body.text(deep=True, separator="\n")
    return ""


def read_page(text: str, context: ImportContext, base: str = "") -> ImportResult:
    """The events a page tells machines of; addresses count from ``base``. Raises InputRejected where there are none."""
    if text.count("<") > _MOST_NODES:
        raise InputRejected(
            translate("core", "The page has more than {most} elements; it was not read.").fill(
                most=_MOST_NODES
            )
        )
    page = LexborHTMLParser(text)
    told = [*_linked_data(page), *_microdata(page), *_microformats(page)]
    made = [one for event in told if (one := _understood(event, context, base))]
    unique = list({(one.values.title, one.values.when): one for one in made}.values())
    past = [one for one in unique if is_over(one.values.when, context.day)]
    linked = tuple(dict.fromkeys(_calendars(page, base)))
    if not unique and not linked:
        raise InputRejected(
            translate("core", "The page tells of no event in a form that programs can read.")
        )
    if past:
        problems: tuple[Message, ...] = (
            translate("core", "{count} events are over at publication and were left out.").fill(
                count=len(past)
            ),
        )
    else:
        problems = ()
    return ImportResult(tuple(one for one in unique if one not in past), problems, linked)


def _calendars(page: LexborHTMLParser, base: str) -> Iterator[str]:
    """Addresses of calendars the page leads to."""
    for node in page.css(
        'a[href*=".ics"], a[type="text/calendar"], link[type="text/calendar"], a[href^="webcal:"]'
    ):
        address = urljoin(base, (node.attributes.get("href") or "").replace("webcal:", "https:", 1))
        if address.startswith(("http://", "https://")):
            yield address


PageFacts = dict[str, Any]
"""An event with schema.org's names for its properties."""


# --- JSON-LD --------------------------------------------------------------------------------------


def _linked_data(page: LexborHTMLParser) -> Iterator[PageFacts]:
    for node in page.css('script[type="application/ld+json"]'):
        try:
            yield from _events_in(json.loads(node.text(deep=True), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _events_in(data: Any, depth: int) -> Iterator[PageFacts]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for part in data:
            yield from _events_in(part, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            isinstance(kind, str) and _EVENT.search(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ) and data.get("startDate"):
            yield data
        else:
            for part in data.values():
                yield from _events_in(part, depth + 1)


# --- microdata ------------------------------------------------------------------------------------


def _microdata(page: LexborHTMLParser) -> Iterator[PageFacts]:
    for node in page.css("[itemscope][itemtype]"):
        if any(_EVENT.search(kind) for kind in (node.attributes.get("itemtype") or "").split()):
            yield _item(node, 0)


def _item(item: LexborNode, depth: int) -> PageFacts:
    found: PageFacts = {}
    waiting = list(item.iter())[::-1]
    while waiting:
        node = waiting.pop()
        names = (node.attributes.get("itemprop") or "").split()
        inside = "itemscope" in node.attributes
        value: Any = (
            _item(node, depth + 1)
            if names and inside and depth < 5
            else _property(node)
            if names
            else None
        )
        for name in names:
            found.setdefault(name, value)
        if not inside:
            waiting += list(node.iter())[::-1]
    return found


def _property(node: LexborNode) -> str:
    """The value of an itemprop (WHATWG HTML §5.2.4)."""
    attributes = node.attributes
    wanted = {
        "meta": "content",
        "a": "href",
        "link": "href",
        "area": "href",
        "img": "src",
        "time": "datetime",
        "data": "value",
    }
    value = attributes.get(wanted.get(node.tag or "", "content"))
    if value is not None:
        return value
    return _text(node)


def _text(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


# --- microformats ---------------------------------------------------------------------------------


def _microformats(page: LexborHTMLParser) -> Iterator[PageFacts]:
    for node in page.css(".h-event, .vevent"):
        place = node.css_first(".p-location, .location")
        found = {
            "name": _of(node, ".p-name, .summary") or _text(node)[:200],
            "startDate": _of(node, ".dt-start, .dtstart"),
            "endDate": _of(node, ".dt-end, .dtend"),
            "url": _of(node, ".u-url, a.url"),
            "location": _text(place) if place else "",
        }
        if found["startDate"]:
            yield found


def _of(node: LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    if not found:
        return ""
    return (
        found.attributes.get("datetime")
        or found.attributes.get("href")
        or found.attributes.get("title")
        or _text(found)
    )


# --- from schema.org's words to a line --------------------------------------------------------------


def _understood(told: PageFacts, context: ImportContext, base: str) -> Candidate | None:
    try:
        return _candidate(told, context, base)
    except (ValueError, OverflowError):  # days at the ends of the calendar, addresses that are none
        return None


def _candidate(told: PageFacts, context: ImportContext, base: str) -> Candidate | None:
    start, end = _moment(told.get("startDate")), _moment(told.get("endDate"))
    title = plain_words(_plain(told.get("name")))
    if start is None or not title:
        return None
    if end and not isinstance(end, datetime) and not isinstance(start, datetime):
        end = date.fromordinal(end.toordinal() + 1)  # here the last day, in calendars the day after
    when = time_span_of(
        start,
        end if isinstance(end, datetime) == isinstance(start, datetime) else None,
        context.profile.timezone,
    )
    url = urljoin(base, _plain(told.get("url"))) if told.get("url") else base
    values = EventData(
        title,
        when,
        url=url if url.startswith(("http://", "https://")) else "",
        cancelled="Cancelled" in str(told.get("eventStatus", "")),
    )
    places = told.get("location")
    for place in places if isinstance(places, list) else [places]:
        values = _with_place(values, place)
    mode = str(told.get("eventAttendanceMode", ""))
    return Candidate(
        replace(
            values,
            online=values.online
            or mode.endswith(("OnlineEventAttendanceMode", "MixedEventAttendanceMode")),
        )
    )


def _with_place(values: EventData, place: Any) -> EventData:
    if isinstance(place, dict):
        if "Virtual" in str(place.get("@type", "")):
            return replace(values, online=True, url=values.url or _plain(place.get("url")))
        text = ", ".join(
            part for part in (_plain(place.get("name")), _postal(place.get("address"))) if part
        )
    else:
        text = _plain(place)
    if not text:
        return values
    placed_ = with_location(values, text)
    return replace(
        placed_, address=placed_.address or values.address, online=placed_.online or values.online
    )


_GERMAN = {"de", "deu", "germany", "deutschland", ""}


def _postal(address: Any) -> str:
    if not isinstance(address, dict):
        return _plain(address)
    get = {
        name: _plain(address.get(name))
        for name in ("streetAddress", "postalCode", "addressLocality", "addressCountry")
    }
    town = " ".join(part for part in (get["postalCode"], get["addressLocality"]) if part)
    country = get["addressCountry"]
    town += (
        f" ({country})" if town and country.casefold() not in _GERMAN and len(country) > 2 else ""
    )
    return ", ".join(part for part in (get["streetAddress"], town) if part)


def _plain(value: Any) -> str:
    """A property's words; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("@value") or ""
    if isinstance(value, str | int | float):
        return " ".join(str(value).split())
    return ""


def _moment(value: Any) -> Moment | None:
    """An ISO 8601 day or moment; None for anything else."""
    text = _plain(value)
    try:
        if _DAY_ONLY.fullmatch(text):
            return date.fromisoformat(text)
        return datetime.fromisoformat(
            re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.replace(" ", "T", 1))
        )
    except ValueError:
        return None
