"""Events that a web page tells machines of: JSON-LD, microdata and h-event.

Sources: schema.org/Event, WHATWG HTML §5 (microdata), microformats.org/wiki/h-event.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

EventProperties = dict[str, object]
"""An event as a page has it, with schema.org's names for its properties."""

_EVENT_TYPE = re.compile(r"(?:^|[/#:])[A-Z]?[A-Za-z]*(?:Event|Festival|Hackathon)$")
_CDATA = re.compile(r"^\s*(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?\s*$")
_DEEPEST_DATA = 60
_DEEPEST_ITEM = 5
_MOST_EVENTS = 1000
_MOST_ITEMS = 3000


def find_event_properties(page: LexborHTMLParser) -> Iterator[EventProperties]:
    """Find the events a page tells machines of.

    Args:
        page: The page.

    Returns:
        The properties of each event; one that is told in two ways comes twice.
    """
    for find in (_find_linked_data, _find_microdata, _find_microformats):
        yield from islice(find(page), _MOST_EVENTS)


# --- JSON-LD --------------------------------------------------------------------------------------


def _find_linked_data(page: LexborHTMLParser) -> Iterator[EventProperties]:
    for node in page.css('script[type="application/ld+json"]'):
        try:
            written = _CDATA.sub("", node.text(deep=True))
            yield from _find_events(json.loads(written, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _find_events(data: object, depth: int) -> Iterator[EventProperties]:
    if depth > _DEEPEST_DATA:
        return
    if isinstance(data, list):
        for item in data:
            yield from _find_events(item, depth + 1)
    elif isinstance(data, dict):
        if _is_event_type(data.get("@type")) and data.get("startDate"):
            yield data
            return
        for value in data.values():
            yield from _find_events(value, depth + 1)


def _is_event_type(types: object) -> bool:
    """Whether a type, or one of several, is that of an event."""
    if not isinstance(types, list):
        types = [types]
    return any(isinstance(name, str) and _EVENT_TYPE.search(name) for name in types)


# --- microdata ------------------------------------------------------------------------------------


def _find_microdata(page: LexborHTMLParser) -> Iterator[EventProperties]:
    items = page.css("[itemscope][itemtype]")
    if len(items) > _MOST_ITEMS:
        return  # each holds the words of all within it
    for node in items:
        types = (node.attributes.get("itemtype") or "").split()
        if any(_EVENT_TYPE.search(name) for name in types):
            yield _read_item(node, 0)


def _read_item(item: LexborNode, depth: int) -> EventProperties:
    properties: EventProperties = {}
    waiting = list(item.iter())[::-1]
    while waiting:
        node = waiting.pop()
        names = (node.attributes.get("itemprop") or "").split()
        if names:
            value = _read_value(node, depth)
            for name in names:
                properties.setdefault(name, value)
        if "itemscope" not in node.attributes:
            waiting += list(node.iter())[::-1]
    return properties


def _read_value(node: LexborNode, depth: int) -> object:
    if "itemscope" in node.attributes and depth < _DEEPEST_ITEM:
        return _read_item(node, depth + 1)
    return _read_property(node)


_VALUE_ATTRIBUTES = {
    "meta": "content",
    "a": "href",
    "link": "href",
    "area": "href",
    "img": "src",
    "time": "datetime",
    "data": "value",
}


def _read_property(node: LexborNode) -> str:
    """The value of an itemprop (WHATWG HTML §5.2.4)."""
    value = node.attributes.get(_VALUE_ATTRIBUTES.get(node.tag or "", "content"))
    if value is not None:
        return value
    return _read_words(node)


def _read_words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


# --- microformats ---------------------------------------------------------------------------------

_LONGEST_NAME = 200


def _find_microformats(page: LexborHTMLParser) -> Iterator[EventProperties]:
    for node in page.css(".h-event, .vevent"):
        start = _read_first(node, ".dt-start, .dtstart")
        if not start:
            continue
        location = node.css_first(".p-location, .location")
        yield {
            "name": _read_first(node, ".p-name, .summary") or _read_words(node)[:_LONGEST_NAME],
            "startDate": start,
            "endDate": _read_first(node, ".dt-end, .dtend"),
            "duration": _read_first(node, ".dt-duration, .duration"),
            "url": _read_first(node, ".u-url, a.url"),
            "location": _read_words(location) if location else "",
        }


def _read_first(node: LexborNode, selector: str) -> str:
    """The value of the first element that a selector finds in a node."""
    element = node.css_first(selector)
    if not element:
        return ""
    attributes = element.attributes
    value = attributes.get("datetime") or attributes.get("href") or attributes.get("title")
    return value or _read_words(element)
