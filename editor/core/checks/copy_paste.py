"""Checks of what was copied and not changed, from one event to the next."""

import re
from collections.abc import Iterator
from datetime import date

from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic, entry_anchor
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import fold_key

_NUMBER = re.compile(r"\b(\d{1,4})\.(?= )|#(\d{1,4})\b")
_SHORTEST_SERIES = 6
"""Letters; a shorter name is shared by events that have nothing to do with each other."""


def double(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two events of a list have the same title on the same day, and the same group."""
    seen: set[tuple[str, date, str, str]] = set()
    for event in issue.events:
        if not event.when or not event.title:
            continue
        title = fold_key(plain_text(event.title))
        key = (title, event.when.start, event.subheading, event.group)
        if key in seen:
            yield Diagnostic(
                event.title_span or entry_anchor(event),
                translate("core", "An event of this title stands on this day already."),
            )
        seen.add(key)


def same_link(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two events of different series have the same address, and it is not a site's front page."""
    first: dict[str, tuple[str, str]] = {}
    for event in issue.events:
        url = read_event_data(event, issue.text).url.rstrip("/")
        series = _series_name(event.title)
        if url.count("/") < 3 or not event.title:
            continue
        if (
            url in first
            and event.url
            and not _LISTING_PAGE.search(url)
            and not _begin_alike(first[url][0], series)
        ):
            message = translate("core", "Another event has this address too: “{title}”.")
            yield Diagnostic(event.url.span, message.fill(title=first[url][1]))
        first.setdefault(url, (series, plain_text(event.title)))


_LISTING_PAGE = re.compile(
    r"""
    (?: termine | events? | veranstaltungen | kalender | calendar | category/[\w-]+
      | agenda | programm | treffen | meetup | workshops?
    )
    (?:\.\w+)?          # .html, .php
    (?:[?\#].*)?        # parameters or an anchor
    $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The end of an address of a page that lists events: several events may link to it."""


def _begin_alike(series: str, other_series: str) -> bool:
    """Tell whether two names belong to one series."""
    left, right = (re.sub(r"[\W_]+", "", name)[:10] for name in (series, other_series))
    return left == right


def _series_name(title: str) -> str:
    """Return a title without what tells the events of one series apart."""
    return fold_key(re.sub(r"[#(]?\d+[.)]?|,? (?:Teil|Tag|Session|Part) .*", "", plain_text(title)))


def number(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The same number of a series stands on two days."""
    first: dict[tuple[str, str], date] = {}
    for event in issue.events:
        title = plain_text(event.title)
        match = _NUMBER.search(title)
        if match is None or not event.when or len(_series_name(title)) < _SHORTEST_SERIES:
            continue
        key = (_series_name(title), match[1] or match[2])
        if first.setdefault(key, event.when.start) != event.when.start:
            message = translate(
                "core", "Number {number} of this series stands on {day:%d.%m.%Y} already."
            )
            yield Diagnostic(
                event.title_span or entry_anchor(event), message.fill(number=key[1], day=first[key])
            )
