"""Checks of what was copied and not changed: from one event to the next, from one issue to the next."""

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


def double(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two entries of one title on one day."""
    seen: set[tuple[str, date]] = set()
    for event in issue.events:
        if not event.when or not event.title:
            continue
        key = (fold_key(plain_text(event.title)), event.when.start)
        if key in seen:
            yield Diagnostic(
                event.title_span or entry_anchor(event),
                translate("core", "An event of this title stands on this day already."),
            )
        seen.add(key)


def same_link(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two events with other titles and one address, deeper than a site's front page."""
    first: dict[str, tuple[str, str]] = {}
    for event in issue.events:
        url = read_event_data(event, issue.text).url.rstrip("/")
        name = _series(event.title)
        if url.count("/") < 3 or not event.title:
            continue
        if (
            url in first
            and event.url
            and not _LISTING.search(url)
            and not _kin(first[url][0], name)
        ):
            message = translate("core", "Another event has this address too: “{title}”.")
            yield Diagnostic(event.url.span, message.fill(title=first[url][1]))
        first.setdefault(url, (name, plain_text(event.title)))


_LISTING = re.compile(
    r"(?:termine|events?|veranstaltungen|kalender|calendar|category/[\w-]+|agenda|programm|treffen|meetup|workshops?)(?:\.\w+)?(?:[?#].*)?$",
    re.IGNORECASE,
)
"""Pages that list events: several may lead there."""


def _kin(one: str, other: str) -> bool:
    """Whether two titles belong to one series: they begin alike."""
    letters = [re.sub(r"[\W_]+", "", title)[:10] for title in (one, other)]
    return letters[0] == letters[1]


def _series(title: str) -> str:
    """A title without what tells the meetings of one series apart."""
    return fold_key(re.sub(r"[#(]?\d+[.)]?|,? (?:Teil|Tag|Session|Part) .*", "", plain_text(title)))


def number(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The number of a series on two days."""
    first: dict[tuple[str, str], date] = {}
    for event in issue.events:
        title = plain_text(event.title)
        found = _NUMBER.search(title)
        if not found or not event.when or len(_series(title)) < 6:
            continue
        key = (_series(title), found[1] or found[2])
        if first.setdefault(key, event.when.start) != event.when.start:
            message = translate(
                "core", "Number {number} of this series stands on {day:%d.%m.%Y} already."
            )
            yield Diagnostic(
                event.title_span or entry_anchor(event), message.fill(number=key[1], day=first[key])
            )
